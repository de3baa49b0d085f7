/* Cells: numbers as Swedish statistics write them, what stands for a withheld figure, and years. */
#include "import_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- numbers ------------------------------------------------------------------- */

/* What stands instead of a figure. None of them is zero: also a dash means other things to other sources. */
static const struct {
	const char *mark, *reason;
} withheld[] = {
	{"..", "skyddad eller för osäker i källan (..)"},
	{"…", "skyddad eller för osäker i källan (…)"},
	{"...", "skyddad eller för osäker i källan (...)"},
	{".", "kan inte förekomma enligt källan (.)"},
	{"-", "streck i källan (-)"},
	{"–", "streck i källan (–)"},
	{"—", "streck i källan (—)"},
	{"−", "streck i källan (−)"},
	{"‑", "streck i källan (‑)"},
	{"x", "skyddad i källan (X)"},
	{"*", "skyddad i källan (*)"},
	{"s", "skyddad i källan (S)"},
	{"?", "okänt i källan (?)"},
	{"okänt", "okänt i källan"},
	{"saknas", "saknas i källan"},
	{"uppgift saknas", "saknas i källan"},
	{"sekretess", "skyddad i källan (sekretess)"},
	{"skyddad", "skyddad i källan"},
	{"na", "saknas i källan (NA)"},
	{"n/a", "saknas i källan (N/A)"},
	{"nan", "saknas i källan (NaN)"},
	{"null", "saknas i källan (null)"},
	{"ej redovisat", "redovisas inte i källan"},
};

static const char *find_withheld(const char *text, struct arena *a)
{
	struct buf folded = {0};
	const char *reason = NULL;

	if (text[0] == '<')
		return arena_printf(a, "för litet för att visas i källan (%.20s)", text);
	text_fold(&folded, text);
	for (size_t i = 0; !reason && i < sizeof withheld / sizeof *withheld; i++)
		if (strcmp(buf_cstr(&folded), withheld[i].mark) == 0)
			reason = withheld[i].reason;
	buf_release(&folded);
	return reason;
}

/* Without a "%" at the end. Owned. */
static char *without_percent(const char *text, bool *percent)
{
	char *copy = mem_strdup(text);
	size_t n = strlen(copy);

	*percent = n > 0 && copy[n - 1] == '%';
	if (*percent)
		copy[n - 1] = '\0';
	return copy;
}

static enum import_value bad(struct import_number *out, const char *reason)
{
	out->reason = reason;
	out->value = NUM_UNKNOWN;
	return VALUE_BAD;
}

/* Larger than anything that is counted here, and still far from where exact arithmetic ends. */
static const int64_t value_most = INT64_C(1000000000000);

enum import_value import_parse_value(const char *text, const struct measure *measure, struct arena *a, struct import_number *out)
{
	unsigned flags = measure ? measure->flags : 0;
	bool parsed;
	char *plain;

	*out = (struct import_number){.value = NUM_UNKNOWN};
	if (!*text)
		return VALUE_EMPTY;
	out->reason = find_withheld(text, a);
	if (out->reason)
		return VALUE_WITHHELD;
	plain = without_percent(text, &out->percent);
	parsed = num_parse_swedish(plain, &out->value, &out->decimals);
	free(plain);
	if (!parsed)
		return bad(out, arena_printf(a, _("”%.60s” är inget tal som går att läsa"), text));
	if (out->decimals > 9)
		return bad(out, arena_printf(a, _("”%.60s” har fler än nio decimaler"), text));
	if (num_cmp(out->value, num_int(value_most)) > 0 || num_cmp(out->value, num_int(-value_most)) < 0)
		return bad(out, arena_printf(a, _("”%.60s” är orimligt stort"), text));
	if (out->percent && (flags & MEASURE_WHOLE))
		return bad(out, arena_printf(a, _("”%.60s” är en andel, men måttet är ett antal"), text));
	if ((flags & MEASURE_WHOLE) && out->value.den != 1)
		return bad(out, arena_printf(a, _("”%.60s” är inget helt antal"), text));
	if (out->value.num < 0 && !(flags & MEASURE_SIGNED))
		return bad(out, arena_printf(a, _("”%.60s” är mindre än noll"), text));
	if (flags & MEASURE_WHOLE)
		out->decimals = 0;
	return VALUE_NUMBER;
}

/* ---- years ----------------------------------------------------------------------- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Four digits by themselves at s, a year of our time; 0 when they are not. */
static int year_at(const char *text, const char *s)
{
	int year = 0;

	if (s > text && is_digit(s[-1]))
		return 0;
	for (int i = 0; i < 4; i++) {
		if (!is_digit(s[i]))
			return 0;
		year = year * 10 + (s[i] - '0');
	}
	return !is_digit(s[4]) && year >= 1900 && year <= 2100 ? year : 0;
}

static const char *find_year(const char *text, const char *from, int *year)
{
	for (; *from; from++) {
		*year = year_at(text, from);
		if (*year)
			return from;
	}
	return NULL;
}

/* The date that begins at s, and its length: "2024-12-31". */
static size_t date_at(const char *s, struct date *d)
{
	char text[11] = "";

	strncpy(text, s, 10);
	return strlen(text) == 10 && !is_digit(s[10]) && date_parse(text, d) ? 10 : 0;
}

/* The word for a part of a year that begins there: "K1", "Q3", "M03", "-03", "kvartal". */
static bool begins_part(const char *s)
{
	static const char *const words[] = {"kv", "kvartal", "månad", "vecka", "v.", "tertial", "halvår"};

	s += *s == ' ';
	if ((strchr("KQMTVkqmtv", *s) && *s && is_digit(s[1])) || (*s == '-' && is_digit(s[1])))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncasecmp(s, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* True when what comes before ends with a part: "kvartal 2 2024", "kv 1 2024". */
static bool ends_part(const char *text, const char *year)
{
	static const char *const words[] = {"kv ", "kv.", "kvartal", "tertial", "halvår", "vecka"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *at = strcasestr(text, words[i]);

		if (at && at < year)
			return true;
	}
	return false;
}

/* A month before the year: the day and the name are taken with it. Returns where they begin, or `year`. */
static const char *month_before(const char *text, const char *year, struct date *d, bool *part)
{
	for (int m = 0; m < 12; m++) {
		const char *at = strcasestr(text, date_months[m]), *day;
		int number = 0;

		if (!at || at > year || strspn(at + strlen(date_months[m]), " ") + strlen(date_months[m]) != (size_t)(year - at))
			continue;
		for (day = at; day > text && day[-1] == ' ';)
			day--;
		while (day > text && is_digit(day[-1]))
			day--;
		number = atoi(day);
		*part = !date_valid(d->year, m + 1, number);
		*d = (struct date){d->year, (int8_t)(m + 1), (int8_t)number};
		return day;
	}
	return year;
}

static bool only_separators(const char *from, const char *to)
{
	static const char *const between[] = {" ", "-", "–", "—", "/", "till", "t.o.m."};
	bool more = true;

	while (more && from < to) {
		more = false;
		for (size_t i = 0; i < sizeof between / sizeof *between; i++)
			if (strncmp(from, between[i], strlen(between[i])) == 0) {
				from += strlen(between[i]);
				more = true;
			}
	}
	return from >= to;
}

/* What was found of a year: from `start` to `end`. */
struct span {
	const char *start, *end;
	struct date day;       /* month 0: no day */
	bool part;
};

static void take_day(const char *text, struct span *s, int year)
{
	size_t n = date_at(s->start, &s->day);

	if (n) {
		s->end = s->start + n;
		return;
	}
	s->day = (struct date){(int16_t)year, 0, 0};
	s->end = s->start + 4;
	s->part = begins_part(s->end) || ends_part(text, s->start);
	s->start = month_before(text, s->start, &s->day, &s->part);
}

/* A second date of the same year ends a period: a whole year from its first day to its last. */
static void take_period(const char *text, struct span *s)
{
	struct span next = {0};
	int year;

	next.start = find_year(text, s->end, &year);
	if (!next.start)
		return;
	take_day(text, &next, year);
	bool whole = s->day.month == 1 && s->day.day == 1 && next.day.month == 12 && next.day.day == 31;
	if (year != s->day.year || !whole || !only_separators(s->end, next.start)) {
		s->part = true;
		return;
	}
	s->end = next.end;
	s->day = next.day;
}

enum import_year import_find_year(const char *text, int *year, char **rest, const char **note, struct arena *a)
{
	struct span s = {0};

	*year = 0;
	*note = NULL;
	s.start = find_year(text, text, year);
	if (!s.start)
		return YEAR_NONE;
	take_day(text, &s, *year);
	take_period(text, &s);
	if (s.day.month && (s.day.month != 12 || s.day.day != 31))
		*note = arena_printf(a, "avser %04d-%02d-%02d", s.day.year, s.day.month, s.day.day);
	if (rest)
		*rest = mem_printf("%.*s%s", (int)(s.start - text), text, s.end);
	return s.part ? YEAR_PART : YEAR_FOUND;
}
