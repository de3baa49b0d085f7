/* Meetings from a calendar or a table. */
#include "arrivals_local.h"
#include "io_local.h"

#include "radsbord/base/guard.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/store/ics.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What a row states of a meeting; NULL, -1 and DATE_NONE: nothing. */
struct stated {
	int line;
	const char *uid, *title, *place;
	struct date date;
	int start, end, type, status;   /* type, status: -1 */
};

/* ---- which one it is --------------------------------------------------------------- */

static bool is_uid(const struct meeting *m, const char *uid)
{
	static const char ours[] = "@radsbord";
	size_t n = m->head.id ? strlen(m->head.id) : 0;
	if (m->uid && strcmp(m->uid, uid) == 0)
		return true;
	return n && strncmp(uid, m->head.id, n) == 0 && strcmp(uid + n, ours) == 0;
}

/* By its UID; else the one meeting of that day that no calendar has given a UID. */
static const struct meeting *find_there(const struct records *r, const struct stated *s)
{
	const struct meeting *of_day = NULL;
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_MEETING); i++) {
		const struct meeting *m = records_meeting(r, i);
		if (s->uid && is_uid(m, s->uid))
			return m;
		if (date_cmp(m->date, s->date) == 0 && !(s->uid && m->uid) && (s->start < 0 || m->start < 0 || !m->uid || m->start == s->start)) {
			of_day = m;
			n++;
		}
	}
	return n == 1 ? of_day : NULL;
}

/* An earlier row of the file is the same meeting. */
static bool is_said_already(const struct arrivals *a, const struct stated *s, const struct meeting *there)
{
	for (size_t i = 0; i < a->count; i++) {
		const struct meeting *m = a->items[i].record;
		if (!m)
			continue;
		if ((there && a->items[i].there == &there->head) || (s->uid && m->uid && strcmp(s->uid, m->uid) == 0) ||
		    (!s->uid && !there && date_cmp(m->date, s->date) == 0 && m->start == s->start))
			return true;
	}
	return false;
}

static void add(struct arrivals *a, const struct stated *s, const struct arrivals_world *w)
{
	struct arrival row = {.line = s->line, .date = s->date, .start = s->start, .end = s->end, .what = s->title, .where = s->place};
	const struct meeting *there = find_there(w->council, s);
	struct meeting m;
	if (is_said_already(a, s, there)) {
		row.why = _("samma möte står tidigare i filen");
		row.state = IMPORT_SKIPPED;
		VEC_PUSH(a, row);
		return;
	}
	if (there)
		m = *there;
	else
		record_init(record_type(RECORD_MEETING), &m);
	m.date = s->date;
	m.start = s->start >= 0 ? s->start : m.start;
	m.end = s->start >= 0 ? s->end : m.end;
	m.title = s->title ? s->title : m.title;
	m.place = s->place ? s->place : m.place;
	m.type = s->type >= 0 ? s->type : m.type;
	m.status = s->status >= 0 ? s->status : m.status;
	if (s->uid && !(there && is_uid(there, s->uid)))
		m.uid = s->uid;
	row.there = there ? &there->head : NULL;
	arrivals_settle(a, row, &m, sizeof m);
}

/* ---- a calendar ----------------------------------------------------------------------- */

/* "Palliativa rådet i Sörmland: Februarimötet" as our own calendar has it; the heading alone. */
static const char *without_council(const char *summary, const struct arrivals_world *w)
{
	static const char cancelled[] = "INSTÄLLT: ", nameless[] = "rådsmöte";
	const char *council = w->settings && w->settings->name ? w->settings->name : "";
	size_t n = strlen(council);
	if (!summary)
		return NULL;
	if (strncmp(summary, cancelled, sizeof cancelled - 1) == 0)
		summary += sizeof cancelled - 1;
	if (n && strncmp(summary, council, n) == 0 && strncmp(summary + n, ": ", 2) == 0)
		summary += n + 2;
	return strcmp(summary, nameless) == 0 ? NULL : summary;
}

static void look_for_persons(struct arrivals *a, const char *text, int line)
{
	struct buf shown = {0};
	if (!text || guard_worst(text) < GUARD_ASK_REMOVE)
		return;
	guard_mask(&shown, text, GUARD_ASK_KEEP);
	diagnostics_add(&a->found, DIAGNOSTIC_FAULT, a->name, line, _("Händelsen innehåller vad som ser ut som ett personnummer (%.80s), så inget ur "
	                "filen sparas; ta bort det ur filen."), buf_cstr(&shown));
	buf_release(&shown);
}

static bool read_calendar(struct arrivals *a, const char *bytes, size_t len, const struct arrivals_world *w, struct error *e)
{
	struct ics_calendar c;
	bool good = ics_parse(bytes, len, a->name, &c, e);
	work_part(w->work, 0, 100, good ? c.count : 0);
	for (size_t i = 0; good && i < c.count && (good = store_goes_on(w->work, e)); i++) {
		const struct ics_event *ev = &c.items[i];
		struct arena *to = &a->arena;
		const char *title = without_council(ev->summary, w);
		struct stated s = {.line = ev->line, .uid = ev->uid ? arena_strdup(to, ev->uid) : NULL, .title = title ? arena_strdup(to, title) : NULL,
		                   .place = ev->place ? arena_strdup(to, ev->place) : NULL, .date = ev->date, .start = ev->start, .end = ev->end,
		                   .type = -1, .status = ev->cancelled ? MEETING_CANCELLED : -1};
		look_for_persons(a, ev->summary, ev->line);
		look_for_persons(a, ev->place, ev->line);
		if (ev->why)
			arrivals_not_understood(a, (struct arrival){.line = ev->line, .date = ev->date, .start = -1, .end = -1, .what = s.title},
			                        arena_strdup(to, ev->why));
		else
			add(a, &s, w);
	}
	ics_release(&c);
	return good;
}

/* ---- a table --------------------------------------------------------------------------- */

enum { DATE, TIME, START, END, TITLE, PLACE, TYPE, STATUS, UID };
static const struct arrivals_column columns[] = {
	{DATE, {"datum", "dag", "mötesdag", "mötesdatum", "date"}},
	{TIME, {"tid", "klockslag", "time"}},
	{START, {"börjar", "start", "starttid", "från", "från kl", "börjar kl"}},
	{END, {"slutar", "slut", "sluttid", "till", "till kl", "slutar kl"}},
	{TITLE, {"möte", "rubrik", "ämne", "namn", "benämning", "subject"}},
	{PLACE, {"plats", "lokal", "var", "location"}},
	{TYPE, {"typ", "slag"}},
	{STATUS, {"status", "läge"}},
	{UID, {"uid"}},
	{-1, {NULL}},
};

/* "9.00–12.00", "kl. 9-12", "9": both, or the beginning alone. */
static bool read_times(const char *text, int *start, int *end)
{
	static const char *const dashes[] = {"–", "—", "-", " till "};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		const char *at = strstr(text, dashes[i]);
		if (!at)
			continue;
		char *first = mem_strndup(text, (size_t)(at - text));
		char *trimmed = first + strspn(first, " ");
		for (size_t n = strlen(trimmed); n > 0 && trimmed[n - 1] == ' '; n--)
			trimmed[n - 1] = '\0';
		at += strlen(dashes[i]);
		*start = time_parse(trimmed);
		*end = time_parse(at + strspn(at, " "));
		free(first);
		return *start >= 0 && *end >= 0;
	}
	*start = time_parse(text);
	return *start >= 0;
}

/* NULL, or what is wrong with the row. */
static const char *read_row(const struct arrivals_table *t, const struct csv_row *row, struct date today, struct arena *a, struct stated *s)
{
	const struct {
		int role;
		int *to;
	} times[] = {{START, &s->start}, {END, &s->end}};
	const struct {
		int role;
		const struct choice *choices;
		int *to;
	} choices[] = {{TYPE, meeting_types, &s->type}, {STATUS, meeting_statuses, &s->status}};
	const char *cell = arrivals_cell(t, row, DATE);
	if (!cell)
		return _("raden har inget datum");
	if (!date_parse_human(cell, today, &s->date))
		return arena_printf(a, _("”%.60s” är inget datum; skriv till exempel 2027-02-04"), cell);
	cell = arrivals_cell(t, row, TIME);
	if (cell && !read_times(cell, &s->start, &s->end))
		return arena_printf(a, _("”%.60s” är ingen tid; skriv till exempel 9.00–12.00"), cell);
	for (size_t i = 0; i < 2; i++) {
		cell = arrivals_cell(t, row, times[i].role);
		if (cell && (*times[i].to = time_parse(cell)) < 0)
			return arena_printf(a, _("”%.60s” är inget klockslag; skriv till exempel 9.30"), cell);
	}
	for (size_t i = 0; i < 2; i++) {
		cell = arrivals_cell(t, row, choices[i].role);
		if (cell && (*choices[i].to = arrivals_choice(choices[i].choices, cell)) < 0)
			return arena_printf(a, _("”%.60s” känns inte igen; skriv till exempel %s"), cell, choices[i].choices[1].label);
	}
	return NULL;
}

static bool read_table(struct arrivals *a, const char *bytes, size_t len, const struct arrivals_world *w, struct error *e)
{
	struct arrivals_table t;
	bool good = arrivals_table_read(&t, a, bytes, len, columns, DATE, e);
	work_part(w->work, 0, 100, t.table.count);
	for (size_t i = t.header + 1; good && i < t.table.count && (good = store_goes_on(w->work, e)); i++) {
		const struct csv_row *row = &t.table.rows[i];
		const char *title = arrivals_cell(&t, row, TITLE), *place = arrivals_cell(&t, row, PLACE), *uid = arrivals_cell(&t, row, UID);
		struct stated s = {.line = row->line, .start = -1, .end = -1, .type = -1, .status = -1,
		                   .uid = uid ? arena_strdup(&a->arena, uid) : NULL, .title = title ? arena_strdup(&a->arena, title) : NULL,
		                   .place = place ? arena_strdup(&a->arena, place) : NULL};
		const char *why = read_row(&t, row, w->today, &a->arena, &s);
		bool blank = true;
		for (size_t k = 0; k < row->count; k++)
			blank = blank && !*row->cells[k];
		if (blank)
			continue;
		if (why)
			arrivals_not_understood(a, (struct arrival){.line = row->line, .date = s.date, .start = -1, .end = -1, .what = s.title}, why);
		else
			add(a, &s, w);
	}
	arrivals_table_release(&t);
	return good;
}

/* A calendar says so itself; its name matters only when it does not. */
static bool is_calendar(const char *bytes, size_t len, const char *name)
{
	static const char begins[] = "BEGIN:VCALENDAR";
	size_t n = strlen(name), bom = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	bool says = len - bom >= sizeof begins - 1 && strncasecmp(bytes + bom, begins, sizeof begins - 1) == 0;
	return says || (n > 4 && strcasecmp(name + n - 4, ".ics") == 0);
}

bool arrivals_meetings(struct arrivals *a, const char *bytes, size_t len, const struct arrivals_world *w, struct error *e)
{
	return (is_calendar(bytes, len, a->name) ? read_calendar : read_table)(a, bytes, len, w, e);
}
