#include "radsbord/council/recurrence.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

#define ALL_MONTHS 0xfffu

/* What is read, word by word. */
struct reading {
	char **words;
	size_t count, cap, at;
	struct recurrence *out;
	int interval, from;     /* months between, 0: not said; the month it begins with, 0: not said */
	unsigned named, except; /* months */
};

static bool refuse(struct error *e, const char *word)
{
	const char *example = _("Skriv till exempel: andra torsdagen i månaden kl. 9–12, sista tisdagen i mars och september, "
	                        "var tredje månad den 15.");
	return word ? error_set(e, ERROR_USAGE, _("Förstår inte ”%s”. %s"), word, example)
	            : error_set(e, ERROR_USAGE, _("Regeln säger inte vilken dag. %s"), example);
}

/* ---- words ---------------------------------------------------------------------------- */

/* Folded, without commas and full stops at the end; "9–12" becomes "9-12". */
static void split(struct reading *r, const char *text)
{
	struct buf folded = {0}, plain = {0};
	text_fold_plain(&folded, text);
	for (const char *s = buf_cstr(&folded); *s;) {
		if (strncmp(s, "–", strlen("–")) == 0) {
			buf_char(&plain, '-');
			s += strlen("–");
		} else {
			buf_char(&plain, strchr(",;\t\n", *s) ? ' ' : *s);
			s++;
		}
	}
	for (const char *s = buf_cstr(&plain); *s;) {
		size_t n = strcspn(s, " ");
		size_t used = n;
		while (used > 0 && s[used - 1] == '.')
			used--;
		if (used) {
			r->words = mem_grow(r->words, r->count, &r->cap, sizeof *r->words);
			r->words[r->count++] = mem_strndup(s, used);
		}
		s += n + (s[n] == ' ');
	}
	buf_release(&folded);
	buf_release(&plain);
}

static bool begins(const char *word, const char *with)
{
	return strncmp(word, with, strlen(with)) == 0;
}

/* 1-5 or -1 for the last; 0: no ordinal. */
static int ordinal_of(const char *word)
{
	static const struct {
		const char *word;
		int n;
	} words[] = {{"forsta", 1}, {"andra", 2}, {"tredje", 3}, {"fjarde", 4}, {"femte", 5}, {"sista", -1}, {"sjatte", 6}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].n;
	return 0;
}

/* 1-7; 0: no weekday. "torsdag", "torsdagen". */
static int weekday_of(const char *word)
{
	for (int i = 0; i < 7; i++) {
		struct buf name = {0};
		text_fold_plain(&name, date_weekdays[i]);
		bool same = begins(word, buf_cstr(&name)) &&
		            (!word[name.len] || strcmp(word + name.len, "en") == 0 || strcmp(word + name.len, "ar") == 0);
		buf_release(&name);
		if (same)
			return i + 1;
	}
	return 0;
}

/* 1-12; 0: no month. At least three letters: "sep", "sept", "september". */
static int month_of(const char *word)
{
	for (int i = 0; i < 12 && strlen(word) >= 3; i++)
		if (begins(date_months[i], word))
			return i + 1;
	return 0;
}

static const char *next(struct reading *r)
{
	return r->at < r->count ? r->words[r->at++] : "";
}

/* "9-12", "9.00-12.00", "9". */
static bool read_time(struct reading *r, const char *word)
{
	char from[16] = "", to[16] = "";
	const char *dash = strchr(word, '-');
	size_t n = dash ? (size_t)(dash - word) : strlen(word);
	if (n == 0 || n >= sizeof from || (dash && strlen(dash + 1) >= sizeof to))
		return false;
	memcpy(from, word, n);
	strcpy(to, dash ? dash + 1 : "");
	r->out->start = time_parse(from);
	r->out->end = *to ? time_parse(to) : -1;
	return r->out->start >= 0 && (!*to || r->out->end > r->out->start);
}

static bool read_day(struct reading *r, const char *word)
{
	char *end;
	long day = strtol(word, &end, 10);
	if (end == word || day < 1 || day > 31 || (*end && strcmp(end, ":e") != 0 && strcmp(end, ":a") != 0))
		return false;
	r->out->day = (int)day;
	return true;
}

/* After "från" and "utom": months, up to a word that is none. */
static bool read_months(struct reading *r, unsigned *out)
{
	bool any = false;
	while (r->at < r->count) {
		int month = month_of(r->words[r->at]);
		if (!month && !(any && strcmp(r->words[r->at], "och") == 0))
			break;
		*out |= month ? 1u << (month - 1) : 0;
		any |= month > 0;
		r->at++;
	}
	return any;
}

static bool read_interval(struct reading *r, const char *word)
{
	int n = strcmp(word, "annan") == 0 ? 2 : ordinal_of(word);
	r->interval = n;
	return n >= 2 && begins(next(r), "manad");
}

/* True when the word, and what belongs to it, is understood. */
static bool read_word(struct reading *r, const char *word)
{
	static const char *const noise[] = {"i", "och", "varje", "manad", "manaden", "manader", "pa", "aret", "ar"};
	unsigned from = 0;
	int n;
	if (strcmp(word, "kl") == 0 || strcmp(word, "klockan") == 0)
		return read_time(r, next(r));
	if (strcmp(word, "den") == 0)
		return read_day(r, next(r));
	if (strcmp(word, "var") == 0)
		return read_interval(r, next(r));
	if (strcmp(word, "varannan") == 0)
		return read_interval(r, "annan");
	if (strcmp(word, "utom") == 0)
		return read_months(r, &r->except);
	if (strcmp(word, "fran") == 0) {
		if (!read_months(r, &from))
			return false;
		for (r->from = 1; !(from & 1u << (r->from - 1));)
			r->from++;
		return true;
	}
	if ((n = weekday_of(word))) {
		r->out->weekday = n;
		return true;
	}
	if ((n = ordinal_of(word)) && n <= 5) {
		r->out->ordinal = n;
		return true;
	}
	if ((n = month_of(word))) {
		r->named |= 1u << (n - 1);
		return true;
	}
	if (begins(word, "heldag") || begins(word, "halvdag")) {
		r->out->full_day = begins(word, "heldag");
		r->out->half_day = !r->out->full_day;
		return true;
	}
	for (size_t i = 0; i < sizeof noise / sizeof *noise; i++)
		if (strcmp(noise[i], word) == 0)
			return true;
	return false;
}

static unsigned months_of(const struct reading *r)
{
	unsigned months = r->named ? r->named : ALL_MONTHS;
	if (r->interval) {
		months = 0;
		for (int m = r->from ? r->from : r->interval; m <= 12; m += r->interval)
			months |= 1u << (m - 1);
		for (int m = r->from; m > r->interval; m -= r->interval)
			months |= 1u << (m - r->interval - 1);
	}
	return months & ~r->except;
}

bool recurrence_parse(const char *text, struct recurrence *out, struct error *e)
{
	struct reading r = {.out = out};
	bool ok = true;
	*out = (struct recurrence){.start = -1, .end = -1};
	split(&r, text);
	while (ok && r.at < r.count) {
		size_t at = r.at;
		if (!read_word(&r, next(&r)))
			ok = refuse(e, r.words[at]);
	}
	out->months = months_of(&r);
	if (ok && (out->ordinal != 0) != (out->weekday != 0))
		ok = refuse(e, NULL);
	else if (ok && (out->ordinal != 0) == (out->day != 0))
		ok = refuse(e, NULL);
	else if (ok && !out->months)
		ok = error_set(e, ERROR_USAGE, _("Regeln ger ingen månad. Skriv till exempel: första onsdagen i mars och september."));
	for (size_t i = 0; i < r.count; i++)
		free(r.words[i]);
	free(r.words);
	return ok;
}

/* ---- days --------------------------------------------------------------------------------- */

/* Why a day is avoided, or NULL. `weekends`: Saturdays and Sundays are too. */
static const char *avoided(struct date d, bool weekends)
{
	struct holiday days[HOLIDAYS_MAX];
	size_t n = holidays_of_year(d.year, days);
	for (size_t i = 0; i < n; i++)
		if (date_cmp(days[i].date, d) == 0)
			return days[i].kind == HOLIDAY_BRIDGE ? _("klämdag") : _(days[i].name);
	return weekends && date_weekday(d) >= 6 ? date_weekdays[date_weekday(d) - 1] : NULL;
}

static int days_in(int year, int month)
{
	int n = 31;
	while (!date_valid(year, month, n))
		n--;
	return n;
}

static struct date day_of(const struct recurrence *r, int year, int month)
{
	int most = days_in(year, month), day = r->day;
	if (r->ordinal > 0) {
		int first = date_weekday((struct date){(int16_t)year, (int8_t)month, 1});
		day = 1 + (r->weekday - first + 7) % 7 + 7 * (r->ordinal - 1);
	} else if (r->ordinal < 0) {
		int last = date_weekday((struct date){(int16_t)year, (int8_t)month, (int8_t)most});
		day = most - (last - r->weekday + 7) % 7;
	}
	return day <= most ? (struct date){(int16_t)year, (int8_t)month, (int8_t)day} : DATE_NONE;
}

size_t recurrence_year(const struct recurrence *r, int year, struct recurrence_day out[RECURRENCE_MOST])
{
	size_t n = 0;
	for (int month = 1; month <= 12 && date_valid(year, 1, 1); month++) {
		if (!(r->months & 1u << (month - 1)))
			continue;
		struct recurrence_day d = {.date = day_of(r, year, month), .month = month};
		d.meant = d.date;
		while (date_known(d.date) && avoided(d.date, !r->ordinal)) {
			d.why = d.why ? d.why : avoided(d.date, !r->ordinal);
			d.date = date_add_days(d.date, r->ordinal ? 7 : 1);
		}
		out[n++] = d;
	}
	return n;
}

void recurrence_say(const struct recurrence_day *d, struct buf *out)
{
	if (!date_known(d->date)) {
		buf_printf(out, _("%s har ingen sådan dag"), _(date_months[d->month - 1]));
		return;
	}
	date_format_weekday(out, d->date);
	if (!d->why)
		return;
	struct buf meant = {0};
	date_format_short(&meant, d->meant);
	buf_printf(out, _(" (%s är %s)"), buf_cstr(&meant), d->why);
	buf_release(&meant);
}
