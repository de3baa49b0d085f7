/* A reader of calendar files: RFC 5545, section 3.1 (folded lines), 3.3 (values) and 3.6.1 (events). */
#include "radsbord/store/ics.h"

#include "csv_local.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { EVENTS_MOST = 5000, LINE_MOST = 1 << 16, DAY_MINUTES = 24 * 60 };

/* A content line: unfolded, and taken apart. */
struct property {
	int line;
	const char *name, *parameters, *value; /* parameters: ";TZID=…", "" when there are none */
};
struct reader {
	const char *at;
	int line;                       /* of `at` */
	struct buf text;                /* the content line */
};

/* ---- lines ------------------------------------------------------------------------- */

/* The next content line that is not empty; false at the end. */
static bool next_line(struct reader *r, int *line)
{
	buf_clear(&r->text);
	while (*r->at) {
		size_t n = strcspn(r->at, "\n");
		size_t ends = n > 0 && r->at[n - 1] == '\r' ? n - 1 : n;
		if (r->text.len == 0)
			*line = r->line;
		if (r->text.len + ends <= LINE_MOST)
			buf_add(&r->text, r->at, ends);
		r->at += n + (r->at[n] == '\n');
		r->line++;
		if (*r->at == ' ' || *r->at == '\t')
			r->at++; /* goes on */
		else if (r->text.len > 0)
			return true;
	}
	return r->text.len > 0;
}

/* Folds taken out before the bytes are read as characters: some programs fold within one. What was taken out comes back as empty
 * lines after, so that lines keep their numbers. UTF-16 is left to next_line. */
static void unfold(const char *bytes, size_t len, struct buf *out)
{
	size_t folds = 0;
	bool wide = len >= 2 && (memchr(bytes, '\0', len < 64 ? len : 64) != NULL || (unsigned char)bytes[0] >= 0xFE);
	for (size_t i = 0; i < len; i++) {
		size_t ends = bytes[i] == '\r' && i + 1 < len && bytes[i + 1] == '\n' ? 2 : 1;
		bool line_ends = bytes[i] == '\n' || ends == 2;
		if (!wide && line_ends && i + ends < len && (bytes[i + ends] == ' ' || bytes[i + ends] == '\t')) {
			folds++;
			i += ends;
			continue;
		}
		buf_char(out, bytes[i]);
		if (bytes[i] == '\n') {
			buf_fill(out, '\n', folds);
			folds = 0;
		}
	}
}

/* Cuts the line at the colon that is not in a quoted parameter. False when it has none. In place. */
static bool take_apart(char *text, struct property *p)
{
	bool quoted = false;
	size_t name = strcspn(text, ";:");
	char *colon = text + name;
	for (; *colon && (quoted || *colon != ':'); colon++)
		quoted = quoted != (*colon == '"');
	if (!*colon || name == 0)
		return false;
	*colon = '\0';
	p->value = colon + 1;
	p->parameters = text + name;
	p->name = text;
	return true;
}

static bool is_named(const struct property *p, const char *name)
{
	size_t n = strlen(name);
	return strncasecmp(p->name, name, n) == 0 && (p->name[n] == '\0' || p->name[n] == ';');
}

/* The value of a parameter, without its quotes; "" when it is not there. In the arena. */
static const char *parameter(const struct property *p, const char *name, struct arena *a)
{
	size_t n = strlen(name);
	for (const char *at = p->parameters; *at == ';';) {
		const char *key = ++at;
		bool quoted = false;
		for (; *at && (quoted || *at != ';'); at++)
			quoted = quoted != (*at == '"');
		if (strncasecmp(key, name, n) != 0 || key[n] != '=')
			continue;
		key += n + 1;
		size_t len = (size_t)(at - key);
		return len >= 2 && key[0] == '"' && key[len - 1] == '"' ? arena_strndup(a, key + 1, len - 2) : arena_strndup(a, key, len);
	}
	return "";
}

/* ---- values ------------------------------------------------------------------------ */

/* Unescaped, with a blank for each line break and other control characters; NULL when nothing is left. */
static const char *one_line(const char *value, struct arena *a)
{
	struct buf b = {0};
	for (const char *p = value; *p; p++) {
		char c = *p;
		if (c == '\\' && p[1])
			c = *++p == 'n' || *p == 'N' ? ' ' : *p;
		if ((unsigned char)c < ' ' || c == 0x7F)
			c = ' ';
		if (c != ' ' || (b.len > 0 && b.data[b.len - 1] != ' '))
			buf_char(&b, c);
	}
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		b.data[--b.len] = '\0';
	const char *text = b.len ? arena_strdup(a, buf_cstr(&b)) : NULL;
	buf_release(&b);
	return text;
}

static bool digits(const char *s, size_t n, int *out)
{
	*out = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + (s[i] - '0');
	}
	return true;
}

/* Zones that keep Swedish time: its own name, what Outlook calls it, and any that names the city. */
static bool is_swedish(const char *zone)
{
	return !*zone || strcasecmp(zone, "W. Europe Standard Time") == 0 || strcasestr(zone, "stockholm");
}

struct moment {
	struct date date;
	int minutes;                    /* -1: a day */
};

/* 20270204, 20270204T090000, 20270204T080000Z. NULL, or why not. */
static const char *read_moment(const struct property *p, struct arena *a, struct moment *out)
{
	const char *v = p->value, *zone = parameter(p, "TZID", a);
	int year, month, day, hour = 0, minute = 0, second = 0;
	size_t n = strlen(v);
	bool dated = n >= 8 && digits(v, 4, &year) && digits(v + 4, 2, &month) && digits(v + 6, 2, &day) && date_valid(year, month, day);
	bool timed = n == 15 || (n == 16 && v[15] == 'Z');
	if (!dated || (n != 8 && !timed))
		return arena_printf(a, _("”%.40s” på rad %d är ingen dag i en kalender"), v, p->line);
	*out = (struct moment){{(int16_t)year, (int8_t)month, (int8_t)day}, -1};
	if (n == 8)
		return NULL;
	if (v[8] != 'T' || !digits(v + 9, 2, &hour) || !digits(v + 11, 2, &minute) || !digits(v + 13, 2, &second) || hour > 23 || minute > 59 ||
	    second > 60)
		return arena_printf(a, _("”%.40s” på rad %d är inget klockslag i en kalender"), v, p->line);
	out->minutes = hour * 60 + minute;
	if (n == 16) {
		struct wall w = wall_from_utc((int64_t)date_days(out->date) * 86400 + out->minutes * 60);
		*out = (struct moment){w.date, w.minutes};
	} else if (!is_swedish(zone)) {
		return arena_printf(a, _("tiden på rad %d är i tidszonen %.60s, som inte räknas om"), p->line, zone);
	}
	return NULL;
}

/* PT3H, PT2H30M, P1D: minutes; -1 when it is no duration. */
static int read_duration(const char *v)
{
	static const struct {
		char unit;
		int minutes;
		bool time;
	} units[] = {{'W', 7 * DAY_MINUTES, false}, {'D', DAY_MINUTES, false}, {'H', 60, true}, {'M', 1, true}, {'S', 0, true}};
	long sum = 0;
	bool time = false, any = false;
	if (*v == '+')
		v++;
	if (*v++ != 'P')
		return -1;
	while (*v) {
		bool known = false;
		if (*v == 'T' && !time) {
			time = true;
			v++;
			continue;
		}
		size_t n = strspn(v, "0123456789");
		int count;
		if (n == 0 || n > 5 || !digits(v, n, &count))
			return -1;
		for (size_t i = 0; i < sizeof units / sizeof *units && !known; i++)
			if (units[i].unit == v[n] && units[i].time == time) {
				sum += (long)count * units[i].minutes;
				known = true;
			}
		if (!known)
			return -1;
		v += n + 1;
		any = true;
	}
	return any && sum < 1000L * DAY_MINUTES ? (int)sum : -1;
}

/* ---- an event ---------------------------------------------------------------------- */

struct event {
	struct ics_event out;
	struct moment begins, ends;
	int duration;                   /* -1: not stated */
	bool has_start, has_end;
};

static void not_usable(struct event *ev, const char *why)
{
	if (!ev->out.why)
		ev->out.why = why;
}

static void read_property(struct event *ev, const struct property *p, struct arena *a)
{
	static const char *const recurring[] = {"RRULE", "RDATE", "RECURRENCE-ID"};
	const char *why = NULL;
	if (is_named(p, "UID")) {
		ev->out.uid = one_line(p->value, a);
	} else if (is_named(p, "SUMMARY")) {
		ev->out.summary = one_line(p->value, a);
	} else if (is_named(p, "LOCATION")) {
		ev->out.place = one_line(p->value, a);
	} else if (is_named(p, "STATUS")) {
		ev->out.cancelled = strcasecmp(p->value, "CANCELLED") == 0;
	} else if (is_named(p, "DTSTART")) {
		why = read_moment(p, a, &ev->begins);
		ev->has_start = !why;
	} else if (is_named(p, "DTEND")) {
		why = read_moment(p, a, &ev->ends);
		ev->has_end = !why;
	} else if (is_named(p, "DURATION")) {
		ev->duration = read_duration(p->value);
		why = ev->duration < 0 ? arena_printf(a, _("”%.40s” på rad %d är ingen längd"), p->value, p->line) : NULL;
	}
	for (size_t i = 0; i < sizeof recurring / sizeof *recurring; i++)
		if (is_named(p, recurring[i]))
			why = arena_printf(a, _("den återkommer (rad %d), och bara enstaka händelser läses"), p->line);
	if (why)
		not_usable(ev, why);
}

/* How long it is decides when it ends: on the same day, or before the same time the next. */
static void finish(struct event *ev)
{
	int64_t length = -1;
	if (!ev->has_start)
		not_usable(ev, _("den har ingen dag (DTSTART)"));
	ev->out.date = ev->begins.date;
	ev->out.start = ev->begins.minutes;
	ev->out.end = -1;
	if (ev->has_start && ev->has_end)
		length = ((int64_t)date_days(ev->ends.date) - date_days(ev->begins.date)) * DAY_MINUTES +
		         (ev->ends.minutes < 0 ? 0 : ev->ends.minutes) - (ev->begins.minutes < 0 ? 0 : ev->begins.minutes);
	else if (ev->duration >= 0)
		length = ev->duration;
	if (ev->has_start && ev->has_end && length < 0)
		not_usable(ev, _("den slutar innan den börjar"));
	else if (length > DAY_MINUTES)
		not_usable(ev, _("den är längre än ett dygn"));
	else if (length > 0 && ev->out.start >= 0)
		ev->out.end = (int)((ev->out.start + length) % DAY_MINUTES);
}

/* ---- the file ------------------------------------------------------------------------ */

static bool parse(struct reader *r, const char *name, struct ics_calendar *out, struct error *e)
{
	struct event ev = {.duration = -1};
	int line = 1, depth = 0, event_depth = 0;
	while (next_line(r, &line)) {
		struct property p = {.line = line};
		if (!take_apart(r->text.data, &p)) {
			if (event_depth && depth == event_depth)
				not_usable(&ev, arena_printf(&out->arena, _("rad %d är ingen rad i en kalender"), line));
			else if (!depth)
				return error_set_at(e, ERROR_DATA, name, line, _("%.300s är ingen kalender: rad %d är inte BEGIN:VCALENDAR."), name, line);
			continue;
		}
		if (is_named(&p, "BEGIN")) {
			if (!depth && strcasecmp(p.value, "VCALENDAR") != 0)
				return error_set_at(e, ERROR_DATA, name, line, _("%.300s är ingen kalender: rad %d är inte BEGIN:VCALENDAR."), name, line);
			depth++;
			if (!event_depth && strcasecmp(p.value, "VEVENT") == 0) {
				ev = (struct event){.out = {.line = line}, .duration = -1};
				event_depth = depth;
			}
		} else if (is_named(&p, "END")) {
			if (event_depth && depth == event_depth) {
				finish(&ev);
				event_depth = 0;
				VEC_PUSH(out, ev.out);
			}
			depth -= depth > 0;
		} else if (!depth) {
			return error_set_at(e, ERROR_DATA, name, line, _("%.300s är ingen kalender: rad %d är inte BEGIN:VCALENDAR."), name, line);
		} else if (event_depth && depth == event_depth) {
			read_property(&ev, &p, &out->arena);
		}
		if (out->count > EVENTS_MOST)
			return error_set_at(e, ERROR_DATA, name, line, _("%.300s har fler än %d händelser; ta ut dem som är rådets."), name, EVENTS_MOST);
	}
	if (depth)
		return error_set_at(e, ERROR_DATA, name, line, _("%.300s är avbruten efter rad %d: END saknas. Hämta filen på nytt."), name, line);
	return true;
}

bool ics_parse(const char *bytes, size_t len, const char *name, struct ics_calendar *out, struct error *e)
{
	struct buf unfolded = {0}, text = {0};
	struct diagnostics d = {0};
	*out = (struct ics_calendar){.items = NULL};
	unfold(bytes, len, &unfolded);
	csv_decode(buf_cstr(&unfolded), unfolded.len, name, &text, &d);
	struct reader r = {.at = buf_cstr(&text), .line = 1};
	bool good = diagnostics_count(&d, DIAGNOSTIC_FAULT) == 0;
	if (!good)
		error_set_at(e, ERROR_DATA, name, d.items[0].line, _("%.300s kan inte läsas. Rad %d: %s"), name, d.items[0].line, d.items[0].text);
	else if (!*r.at)
		good = error_set_at(e, ERROR_DATA, name, 0, _("%.300s är tom; hämta den på nytt."), name);
	else
		good = parse(&r, name, out, e);
	buf_release(&r.text);
	buf_release(&text);
	buf_release(&unfolded);
	diagnostics_release(&d);
	return good;
}

void ics_release(struct ics_calendar *c)
{
	free(c->items);
	arena_release(&c->arena);
	*c = (struct ics_calendar){.items = NULL};
}
