/* Dates and times as text: ISO, as people write them, and times of day. */
#include "radsbord/base/date.h"

#include "radsbord/base/language.h"

#include <string.h>

const char *const date_months[12] = {
	N_("januari"), N_("februari"), N_("mars"),      N_("april"),   N_("maj"),      N_("juni"),
	N_("juli"),    N_("augusti"),  N_("september"), N_("oktober"), N_("november"), N_("december"),
};
const char *const date_weekdays[7] = {
	N_("måndag"), N_("tisdag"), N_("onsdag"), N_("torsdag"), N_("fredag"), N_("lördag"), N_("söndag"),
};
const char *const date_weekdays_short[7] = {N_("mån"), N_("tis"), N_("ons"), N_("tor"), N_("fre"), N_("lör"), N_("sön")};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads exactly `n` digits. */
static bool fixed_number(const char **s, int n, int *out)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if (!is_digit((*s)[i]))
			return false;
		v = v * 10 + ((*s)[i] - '0');
	}
	*s += n;
	*out = v;
	return true;
}

static bool literal(const char **s, char c)
{
	if (**s != c)
		return false;
	++*s;
	return true;
}

static bool iso_date(const char **s, struct date *out)
{
	int year, month, day;

	if (!fixed_number(s, 4, &year) || !literal(s, '-') || !fixed_number(s, 2, &month) ||
	    !literal(s, '-') || !fixed_number(s, 2, &day) || !date_valid(year, month, day))
		return false;
	*out = (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
	return true;
}

bool date_parse(const char *s, struct date *out)
{
	struct date d;

	if (!iso_date(&s, &d) || *s)
		return false;
	*out = d;
	return true;
}

bool utc_parse(const char *s, int64_t *out)
{
	struct date d;
	int hour, minute, second;

	if (!iso_date(&s, &d) || !literal(&s, 'T') || !fixed_number(&s, 2, &hour) ||
	    !literal(&s, ':') || !fixed_number(&s, 2, &minute) || !literal(&s, ':') ||
	    !fixed_number(&s, 2, &second) || !literal(&s, 'Z') || *s)
		return false;
	if (hour > 23 || minute > 59 || second > 59)
		return false;
	*out = (int64_t)date_days(d) * 86400 + hour * 3600 + minute * 60 + second;
	return true;
}

void date_format_iso(struct buf *out, struct date d)
{
	/* By hand: a table has many of them. */
	const char text[] = {(char)('0' + d.year / 1000 % 10), (char)('0' + d.year / 100 % 10), (char)('0' + d.year / 10 % 10),
	                     (char)('0' + d.year % 10),        '-',
	                     (char)('0' + d.month / 10 % 10),  (char)('0' + d.month % 10),      '-',
	                     (char)('0' + d.day / 10 % 10),    (char)('0' + d.day % 10)};

	if (date_known(d))
		buf_add(out, text, sizeof text);
}

void date_format_long(struct buf *out, struct date d)
{
	if (date_known(d))
		buf_printf(out, "%d %s %d", d.day, _(date_months[d.month - 1]), d.year);
}

void date_format_short(struct buf *out, struct date d)
{
	if (date_known(d))
		buf_printf(out, "%d %.3s", d.day, _(date_months[d.month - 1]));
}

void date_format_weekday(struct buf *out, struct date d)
{
	if (!date_known(d))
		return;
	buf_printf(out, "%s ", _(date_weekdays_short[date_weekday(d) - 1]));
	date_format_short(out, d);
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

static void skip_blanks(const char **s)
{
	while (blank(**s))
		++*s;
}

/* The longest date a person writes is far shorter. */
enum { PLAIN_SIZE = 40 };

/* How many bytes of a letter's ring or dots s begins with, and its plain letter in *to ('\0': none). */
static size_t diacritic(const char *s, char *to)
{
	static const struct {
		const char *from;
		char to;
	} letters[] = {
		{"å", 'a'}, {"Å", 'a'}, {"ä", 'a'}, {"Ä", 'a'}, {"ö", 'o'}, {"Ö", 'o'},
		{"\u030A", '\0'}, {"\u0308", '\0'},
	};

	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
		if (strncmp(s, letters[i].from, 2) == 0) {
			*to = letters[i].to;
			return 2;
		}
	return 0;
}

/* Lower case, trimmed and without rings and dots, so that LÖR, lör and lor are one; false when too long. */
static bool simplify(const char *s, char out[PLAIN_SIZE])
{
	size_t n = 0;

	skip_blanks(&s);
	while (*s) {
		char c = (char)(*s >= 'A' && *s <= 'Z' ? *s + ('a' - 'A') : *s);
		size_t used = diacritic(s, &c);

		s += used ? used : 1;
		if (c == '\0')
			continue;
		if (n == PLAIN_SIZE - 1)
			return false;
		out[n++] = c;
	}
	while (n > 0 && blank(out[n - 1]))
		n--;
	out[n] = '\0';
	return true;
}

/* One to `most` digits. */
static bool short_number(const char **s, int most, int *out)
{
	int n = 0;

	while (n <= most && is_digit((*s)[n]))
		n++;
	return n > 0 && n <= most && fixed_number(s, n, out);
}

/* A word of at least three letters that begins one of the simplified names; a point may end it. */
static bool name(const char **s, const char *const *names, int count, int *index)
{
	const char *end = *s;
	size_t n;

	while (*end >= 'a' && *end <= 'z')
		end++;
	n = (size_t)(end - *s);
	if (n < 3)
		return false;
	for (int i = 0; i < 2 * count; i++) {
		const char *wanted = i < count ? names[i] : _(names[i - count]);
		char plain[PLAIN_SIZE];

		if (simplify(wanted, plain) && n <= strlen(plain) && strncmp(*s, plain, n) == 0) {
			*s = *end == '.' ? end + 1 : end;
			*index = i % count;
			return true;
		}
	}
	return false;
}

/* A four-digit year to the end of s; *year is 0 when nothing is left. */
static bool optional_year(const char *s, int *year)
{
	*year = 0;
	skip_blanks(&s);
	if (!*s)
		return true;
	return fixed_number(&s, 4, year) && *year > 0 && !*s;
}

/* Without a year: the day as it next comes, today included. */
static bool resolve_day(int year, int month, int day, struct date today, struct date *out)
{
	int first = year ? year : today.year, last = year ? year : today.year + 1;

	for (int y = first; y <= last; y++) {
		struct date d = {(int16_t)y, (int8_t)month, (int8_t)day};

		if (date_valid(y, month, day) && (year || date_cmp(d, today) >= 0)) {
			*out = d;
			return true;
		}
	}
	return false;
}

/* 23/11, 23/11 2026, 23/11-2026, 23 november, 23 nov 2026 */
static bool day_and_month(const char *s, struct date today, struct date *out)
{
	int day, month, year;

	if (!short_number(&s, 2, &day))
		return false;
	skip_blanks(&s);
	if (literal(&s, '/')) {
		skip_blanks(&s);
		if (!short_number(&s, 2, &month))
			return false;
		if (*s == '/' || *s == '-') {
			s++;
			if (!*s)
				return false;
		}
	} else {
		if (!name(&s, date_months, 12, &month))
			return false;
		month++;
	}
	return optional_year(s, &year) && resolve_day(year, month, day, today, out);
}

/* v 49, v. 49, vecka 49, v49 2026, wk 49, week 49: its Monday. Without a year the week that has not yet passed. */
static bool week(const char *s, struct date today, struct date *out)
{
	static const char *const words[] = {"vecka", "v.", "v", "week", "wk"};
	size_t word = 0, words_count = sizeof words / sizeof words[0];
	int week_number, year, iso_year;

	while (word < words_count && strncmp(s, words[word], strlen(words[word])) != 0)
		word++;
	if (word == words_count)
		return false;
	s += strlen(words[word]);
	skip_blanks(&s);
	if (!short_number(&s, 2, &week_number) || !optional_year(s, &year))
		return false;
	if (year == 0) {
		int now = date_iso_week(today, &iso_year);

		year = week_number < now ? iso_year + 1 : iso_year;
		if (week_number > date_weeks_in_year(year))
			year++;
	}
	*out = date_of_iso_week(year, week_number, 1);
	return date_known(*out);
}

static bool near_day(const char *s, struct date today, struct date *out)
{
	static const struct {
		const char *word;
		int days;
	} words[] = {
		{"idag", 0},        {"i dag", 0},         {"imorgon", 1}, {"i morgon", 1},
		{"i overmorgon", 2}, {"overmorgon", 2}, {"igar", -1},   {"i gar", -1},
		{"today", 0},        {"tomorrow", 1},   {"yesterday", -1},
	};
	int days;

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(s, words[i].word) == 0) {
			*out = date_add_days(today, words[i].days);
			return date_known(*out);
		}
	if (literal(&s, '+')) {
		skip_blanks(&s);
		if (!short_number(&s, 5, &days) || *s)
			return false;
		*out = date_add_days(today, days);
		return date_known(*out);
	}
	return false;
}

/* fre, fredag: the next one, never today; "mån 23 nov" as date_format_weekday writes it. */
static bool weekday(const char *s, struct date today, struct date *out)
{
	int index;

	if (!name(&s, date_weekdays, 7, &index))
		return false;
	skip_blanks(&s);
	if (*s)
		return day_and_month(s, today, out) && date_weekday(*out) == index + 1;
	*out = date_add_days(today, (index + 1 - date_weekday(today) + 6) % 7 + 1);
	return date_known(*out);
}

bool date_parse_human(const char *s, struct date today, struct date *out)
{
	char plain[PLAIN_SIZE];
	struct date d;
	const char *p = plain;

	if (!date_known(today))
		return date_parse(s, out);
	if (!simplify(s, plain))
		return false;
	if (strncmp(p, "den ", 4) == 0)
		p += 4;
	if (!date_parse(p, &d) && !near_day(p, today, &d) && !week(p, today, &d) &&
	    !weekday(p, today, &d) && !day_and_month(p, today, &d))
		return false;
	*out = d;
	return true;
}

int time_parse(const char *s)
{
	int hour, minute = 0;

	skip_blanks(&s);
	if ((s[0] == 'k' || s[0] == 'K') && (s[1] == 'l' || s[1] == 'L')) {
		s += 2;
		literal(&s, '.');
		skip_blanks(&s);
	}
	if (!short_number(&s, 2, &hour))
		return -1;
	if ((literal(&s, '.') || literal(&s, ':')) && !fixed_number(&s, 2, &minute))
		return -1;
	skip_blanks(&s);
	return *s || hour > 23 || minute > 59 ? -1 : hour * 60 + minute;
}

void time_format(struct buf *out, int minutes)
{
	if (minutes >= 0)
		buf_printf(out, "%d.%02d", minutes / 60, minutes % 60);
}
