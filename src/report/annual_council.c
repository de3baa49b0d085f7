/* annual_council.c - the annual report: the year in short, the commission, who sat in the council, and its meetings. */
#include "annual.h"
#include "plan_local.h"
#include "words.h"

#include "radsbord/council/network.h"
#include "radsbord/council/seat.h"

#include <string.h>

/* ---- meetings and who came ---------------------------------------------------------- */

static bool is_of_year(const struct record *r, const struct annual *y)
{
	return ((const struct meeting *)(const void *)r)->date.year == y->year;
}

static bool is_held(const struct record *r, const struct annual *y)
{
	return is_of_year(r, y) && ((const struct meeting *)(const void *)r)->status == MEETING_HELD;
}

static bool at_meeting(const struct attendance *t, const struct meeting *mt)
{
	return t->head.file && mt->head.file && strcmp(t->head.file, mt->head.file) == 0;
}

static bool is_there(const struct attendance *t)
{
	return t->presence == PRESENCE_PRESENT || t->presence == PRESENCE_REMOTE;
}

/* How many came, and how many of them are neither members nor deputies. */
struct came {
	int64_t all, others;
	bool noted;
};

static struct came who_came(const struct annual *y, const struct meeting *mt)
{
	struct came n = {.noted = false};
	for (size_t i = 0; i < records_count(y->m.council, RECORD_ATTENDANCE); i++) {
		const struct attendance *t = records_attendance(y->m.council, i);
		if (!at_meeting(t, mt))
			continue;
		n.noted = n.noted || t->presence != PRESENCE_NONE;
		n.all += is_there(t);
		n.others += is_there(t) && (t->role == SEAT_COOPTED || t->role == ATTENDANCE_GUEST);
	}
	return n;
}

static const char *came_text(struct arena *a, const struct came *n)
{
	if (!n->noted)
		return "inte antecknat";
	const char *text = words_count(a, n->all, NULL);
	if (n->others)
		text = arena_printf(a, "%s, varav %s utan plats i rådet", text, words_count(a, n->others, NULL));
	return text;
}

static void say_quota(struct doc *d, const struct annual *y, size_t held)
{
	struct arena *a = &d->arena;
	struct meeting_quota q = meeting_quota(y->m.council, y->plan, y->year);
	const char *asked = annual_days(a, q.half_days, q.full_days), *had = annual_days(a, q.held_half, q.held_full);
	size_t other = held - (size_t)q.held_half - (size_t)q.held_full;
	if (other && *had)
		had = arena_printf(a, "%s och %s", had, words_count(a, (int64_t)other, other == 1 ? "annat möte" : "andra möten"));
	else if (other)
		had = words_count(a, (int64_t)other, "möten");
	const char *says = *asked ? arena_printf(a, "Planen anger %s. ", asked) : "";
	if (*had)
		doc_paragraph(d, "%sRådet höll %s.", says, had);
	else
		doc_paragraph(d, "%sInga möten är antecknade som hållna.", says);
}

void annual_meetings(struct doc *d, const struct annual *y)
{
	static const struct doc_column columns[] = {
		{.name = "datum", .label = "Dag", .keep = true, .heads_row = true}, {.name = "mote", .label = "Möte"}, {.name = "typ", .label = "Typ"},
		{.name = "status", .label = "Status"}, {.name = "narvarande", .label = "Närvarande"},
	};
	const struct record **rows;
	size_t held = annual_by_date(d, y->m.council, RECORD_MEETING, is_held, y, &rows);
	say_quota(d, y, held);
	size_t n = annual_by_date(d, y->m.council, RECORD_MEETING, is_of_year, y, &rows);
	if (!n)
		return;
	struct doc_table *t = doc_table(d, "Årets möten", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		const struct meeting *mt = (const void *)rows[i];
		struct came came = who_came(y, mt);
		struct doc_cell *c = doc_row(d, t);
		c[0] = annual_day_cell(d, mt->date);
		c[1] = document_cell(d, mt->title);
		c[2] = document_cell(d, mt->type == MEETING_UNSTATED ? NULL : meeting_types[mt->type].label);
		c[3] = document_cell(d, meeting_statuses[mt->status].label);
		c[4] = document_cell(d, mt->status == MEETING_HELD ? came_text(&d->arena, &came) : NULL);
	}
	document_hide_empty(t);
}

/* ---- members ----------------------------------------------------------------------- */

/* At how many of the year's held meetings with noted attendance the seat was taken by its own person. */
static const char *attended(struct arena *a, const struct annual *y, const struct seat *s)
{
	int64_t of = 0, came = 0;
	for (size_t i = 0; i < records_count(y->m.council, RECORD_MEETING); i++) {
		const struct meeting *mt = records_meeting(y->m.council, i);
		if (!is_held(&mt->head, y))
			continue;
		for (size_t k = 0; k < records_count(y->m.council, RECORD_ATTENDANCE); k++) {
			const struct attendance *t = records_attendance(y->m.council, k);
			if (!at_meeting(t, mt) || t->presence == PRESENCE_NONE || !t->seat || !s->head.id || strcmp(t->seat, s->head.id) != 0)
				continue;
			of++;
			came += is_there(t);
		}
	}
	return of ? arena_printf(a, "%s av %s", words_count(a, came, NULL), words_count(a, of, NULL)) : NULL;
}

static void add_member(struct doc *d, struct doc_table *t, const struct annual *y, const struct seat *s)
{
	struct doc_cell *c = doc_row(d, t);
	bool vacant = !s->person || !*s->person;
	c[0] = document_cell(d, s->organisation);
	c[1] = document_cell(d, vacant ? "vakant" : s->person);
	c[2] = document_cell(d, seat_roles[s->role].label);
	c[3] = document_cell(d, year_has(y->year, s->from) ? words_date(&d->arena, s->from) : NULL);
	c[4] = document_cell(d, year_has(y->year, s->to) ? words_date(&d->arena, s->to) : NULL);
	c[5] = document_cell(d, attended(&d->arena, y, s));
}

void annual_members(struct doc *d, const struct annual *y)
{
	static const struct doc_column columns[] = {
		{.name = "organisation", .label = "Organisation", .heads_row = true}, {.name = "person", .label = "Ledamot"},
		{.name = "roll", .label = "Roll"}, {.name = "fran", .label = "Tillträdde", .keep = true},
		{.name = "till", .label = "Lämnade", .keep = true}, {.name = "narvaro", .label = "Närvaro", .keep = true},
	};
	struct doc_table *t = NULL;
	for (size_t i = 0; i < records_count(y->m.council, RECORD_SEAT); i++) {
		const struct seat *s = records_seat(y->m.council, i);
		if (!year_overlaps(y->year, s->from, s->to))
			continue;
		if (!t)
			t = doc_table(d, "Rådets platser under året", columns, sizeof columns / sizeof *columns);
		add_member(d, t, y, s);
	}
	if (!t) {
		doc_paragraph(d, "Inga platser i rådet är antecknade.");
		return;
	}
	document_hide_empty(t);
	struct arena *a = &d->arena;
	struct seat_count n = seats_count(y->m.council, y->m.today);
	const char *when = date_cmp(y->m.today, year_last(y->year)) ? arena_printf(a, "Den %s", words_day(a, y->m.today)) : "Vid årets slut";
	if (n.filled == n.seats)
		doc_paragraph(d, "%s var alla platser tillsatta.", when);
	else
		doc_paragraph(d, "%s var %s av %s tillsatta.", when, n.filled ? words_count(a, (int64_t)n.filled, NULL) : "ingen",
		              words_count(a, (int64_t)n.seats, "platser"));
}

/* ---- the commission, and the year in short ------------------------------------------------- */

void annual_commission(struct doc *d, const struct annual *y)
{
	const struct plan *p = y->plan;
	if (!p) {
		doc_paragraph(d, "Rådet har ingen handlingsplan, så uppdraget är inte antecknat.");
		return;
	}
	document_pair(d, "Uppdragsgivare", p->commissioner);
	document_pair(d, "Ramverk", p->framework);
	document_pair(d, "Uppdrag", p->mandate);
	if (date_known(p->adopted))
		doc_pair(d, "Handlingsplan", "%s, antagen den %s", p->title, words_day(&d->arena, p->adopted));
	else
		doc_pair(d, "Handlingsplan", "%s", p->title);
	document_pair(d, "Redovisas", p->reports);
	if (date_known(p->year_report_due))
		doc_pair(d, "Årsberättelsen", "lämnas%s%s senast den %s", p->year_report_to ? " till " : "", p->year_report_to ? p->year_report_to : "",
		         words_day(&d->arena, p->year_report_due));
}

struct tally {
	int64_t done, answered, courses, people;
};

static struct tally count(const struct annual *y)
{
	const struct records *r = y->m.council;
	struct tally n = {.done = 0};
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++)
		n.done += records_action(r, i)->status == ACTION_DONE && year_has(y->year, records_action(r, i)->done);
	for (size_t i = 0; i < records_count(r, RECORD_REFERRAL); i++)
		n.answered += year_has(y->year, records_referral(r, i)->sent);
	for (size_t i = 0; i < records_count(r, RECORD_EDUCATION); i++) {
		const struct education *e = records_education(r, i);
		if (!year_has(y->year, e->date) || date_cmp(e->date, y->m.today) > 0)
			continue;
		n.courses++;
		n.people += education_count(e).people;
	}
	return n;
}

static const char *how_many(struct arena *a, int64_t n, const char *none, const char *one, const char *many)
{
	return n == 0 ? none : n == 1 ? one : words_count(a, n, many);
}

void annual_summary(struct doc *d, const struct annual *y)
{
	struct arena *a = &d->arena;
	struct tally n = count(y);
	const struct record **rows;
	size_t held = annual_by_date(d, y->m.council, RECORD_MEETING, is_held, y, &rows);
	doc_item(d, "Rådet höll %s.", how_many(a, (int64_t)held, "inga möten", "ett möte", "möten"));
	doc_item(d, "%s.", how_many(a, n.done, "Inga aktiviteter eller åtgärder i planen blev klara", "En aktivitet eller åtgärd i planen blev klar",
	                            "aktiviteter och åtgärder i planen blev klara"));
	doc_item(d, "%s besvarades.", how_many(a, n.answered, "Inga remisser", "En remiss", "remisser"));
	doc_item(d, "%s hölls%s.", how_many(a, n.courses, "Ingen utbildning", "En utbildning", "utbildningar"),
	         n.courses ? arena_printf(a, ", med %s deltagare", words_count(a, n.people, NULL)) : "");
}
