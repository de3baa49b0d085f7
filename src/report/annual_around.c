/* annual_around.c - the annual report: referrals, education, finances, and the year to come. */
#include "annual.h"
#include "plan_local.h"
#include "words.h"

#include "radsbord/council/network.h"
#include "radsbord/report/cost.h"

#include <string.h>

/* ---- referrals ------------------------------------------------------------------------- */

static bool was_answered(const struct record *r, const struct annual *y)
{
	return year_has(y->year, ((const struct referral *)(const void *)r)->sent);
}

/* Came before the year was over, and was not answered by then. */
static bool was_waiting(const struct record *r, const struct annual *y)
{
	const struct referral *f = (const void *)r;
	bool came = !date_known(f->received) || f->received.year <= y->year;
	return came && !(date_known(f->sent) && f->sent.year <= y->year);
}

static void add_answered(struct doc *d, const struct referral *const *rows, size_t n)
{
	static const struct doc_column columns[] = {
		{.name = "amne", .label = "Ämne", .heads_row = true}, {.name = "avsandare", .label = "Avsändare"},
		{.name = "svar_senast", .label = "Svar senast", .keep = true}, {.name = "sant", .label = "Svaret sänt", .keep = true},
		{.name = "stallning", .label = "Rådets ställning"},
	};
	struct doc_table *t = doc_table(d, "Besvarade remisser", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		const struct referral *r = rows[i];
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, r->title);
		c[1] = document_cell(d, r->sender);
		c[2] = document_cell(d, words_date(&d->arena, r->due));
		c[3] = document_cell(d, words_date(&d->arena, r->sent));
		c[4] = document_cell(d, r->position == POSITION_OPEN ? NULL : referral_positions[r->position].label);
	}
	document_hide_empty(t);
}

void annual_referrals(struct doc *d, const struct annual *y)
{
	const struct record **rows;
	size_t n = annual_by_date(d, y->m.council, RECORD_REFERRAL, was_answered, y, &rows);
	if (n)
		add_answered(d, (const struct referral *const *)(const void *)rows, n);
	else
		doc_paragraph(d, "Inga remisser besvarades under året.");
	n = annual_by_date(d, y->m.council, RECORD_REFERRAL, was_waiting, y, &rows);
	for (size_t i = 0; i < n; i++) {
		const struct referral *r = (const void *)rows[i];
		if (i == 0)
			doc_paragraph(d, "Väntar på svar:");
		doc_item(d, "%s, svar senast den %s", r->title, words_day(&d->arena, r->due));
	}
}

/* ---- education -------------------------------------------------------------------------- */

static bool was_held(const struct record *r, const struct annual *y)
{
	const struct education *e = (const void *)r;
	return year_has(y->year, e->date) && date_cmp(e->date, y->m.today) <= 0;
}

const char *annual_participants(struct arena *a, const struct education *e)
{
	struct education_count n = education_count(e);
	if (!n.people && !n.all_known)
		return "okänt";
	const char *text = words_count(a, n.people, NULL);
	if (n.from_private)
		text = arena_printf(a, "%s, varav %s från privata utförare", text, words_count(a, n.from_private, NULL));
	return n.all_known ? text : arena_printf(a, "%s; antalet är okänt för några", text);
}

void annual_education(struct doc *d, const struct annual *y)
{
	static const struct doc_column columns[] = {
		{.name = "datum", .label = "Dag", .keep = true}, {.name = "vad", .label = "Vad", .heads_row = true}, {.name = "slag", .label = "Slag"},
		{.name = "malgrupp", .label = "Målgrupp"}, {.name = "deltagare", .label = "Deltagare"},
	};
	const struct record **rows;
	size_t n = annual_by_date(d, y->m.council, RECORD_EDUCATION, was_held, y, &rows);
	struct education_count sum = {.all_known = true};
	if (!n) {
		doc_paragraph(d, "Ingen utbildning är antecknad för året.");
		return;
	}
	struct doc_table *t = doc_table(d, "Utbildning som hölls", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		const struct education *e = (const void *)rows[i];
		struct education_count one = education_count(e);
		struct doc_cell *c = doc_row(d, t);
		c[0] = annual_day_cell(d, e->date);
		c[1] = document_cell(d, e->title);
		c[2] = document_cell(d, education_kinds[e->kind].label);
		c[3] = document_cell(d, e->audience);
		c[4] = document_cell(d, annual_participants(&d->arena, e));
		sum.people += one.people;
		sum.from_private += one.from_private;
		sum.all_known = sum.all_known && one.all_known;
	}
	document_hide_empty(t);
	doc_paragraph(d, "Tillsammans %s deltagare, varav %s från privata utförare.%s", words_count(&d->arena, sum.people, NULL),
	              sum.from_private ? words_count(&d->arena, sum.from_private, NULL) : "inga",
	              sum.all_known ? "" : " Antalet är okänt för några.");
}

/* ---- finances ------------------------------------------------------------------------------ */

static const char *kronor(struct arena *a, int64_t n)
{
	return arena_printf(a, "%s" NBSP "kr", words_number(a, num_int(n), 0, NUM_HALF_UP));
}

/* Who pays: the fixed shares, and the municipalities together. */
static void add_cost(struct doc *d, struct doc_table *t, const struct annual *y, const struct cost *cost)
{
	struct arena *a = &d->arena;
	struct cost_sheet s = {.cost = NULL};
	struct error e = {0};
	const char *who = "";
	int64_t municipalities = 0, of_municipalities = 0;
	bool known = cost_sheet_fill(&s, &y->m, cost, &e);
	for (size_t i = 0; known && i < s.count; i++) {
		if (!s.payers[i].by_inhabitants)
			words_append(a, &who, ", ", arena_printf(a, "%s %s", s.payers[i].name, kronor(a, s.out[i].amount)));
		municipalities += s.payers[i].by_inhabitants && !s.in[i].absent;
		of_municipalities += s.payers[i].by_inhabitants ? s.out[i].amount : 0;
	}
	if (municipalities)
		words_append(a, &who, ", ", arena_printf(a, "%s %s, efter invånare", words_count(a, municipalities, "kommuner"), kronor(a, of_municipalities)));
	struct doc_cell *c = doc_row(d, t);
	c[0] = document_cell(d, cost->name);
	c[1] = doc_text(d, kronor(a, known ? s.sum.paid : cost->amount), NULL);
	c[2] = document_cell(d, known ? who : "fördelningen kan inte räknas ut ännu");
	cost_sheet_release(&s);
}

static size_t add_costs(struct doc *d, const struct annual *y)
{
	static const struct doc_column columns[] = {
		{.name = "vad", .label = "Vad som delas", .heads_row = true}, {.name = "belopp", .label = "Per år", .align = TEXT_RIGHT, .keep = true},
		{.name = "betalas", .label = "Betalas av"},
	};
	size_t n = records_count(y->m.council, RECORD_COST);
	struct doc_table *t = n ? doc_table(d, "Kostnader som delas", columns, 3) : NULL;
	for (size_t i = 0; i < n; i++)
		add_cost(d, t, y, records_cost(y->m.council, i));
	return n;
}

static size_t add_partners(struct doc *d, const struct annual *y)
{
	static const struct doc_column columns[] = {
		{.name = "part", .label = "Part", .heads_row = true}, {.name = "slag", .label = "Slag"},
		{.name = "belopp", .label = "Betalar per år", .align = TEXT_RIGHT, .keep = true}, {.name = "avtal", .label = "Avtal till", .keep = true},
	};
	struct doc_table *t = NULL;
	size_t n = 0;
	for (size_t i = 0; i < records_count(y->m.council, RECORD_PARTNER); i++) {
		const struct partner *p = records_partner(y->m.council, i);
		if (!year_overlaps(y->year, p->from, p->to))
			continue;
		if (!t)
			t = doc_table(d, "Parter i rådets arbete", columns, sizeof columns / sizeof *columns);
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, p->name);
		c[1] = document_cell(d, partner_kinds[p->kind].label);
		c[2] = document_cell(d, p->amount == FIELD_INT_NONE ? NULL : kronor(&d->arena, p->amount));
		c[3] = document_cell(d, words_date(&d->arena, p->to));
		n++;
	}
	if (t)
		document_hide_empty(t);
	return n;
}

void annual_finances(struct doc *d, const struct annual *y)
{
	if (add_costs(d, y) + add_partners(d, y) == 0)
		doc_paragraph(d, "Inga kostnader eller parter som betalar är antecknade.");
}

/* ---- next year ------------------------------------------------------------------------------- */

static bool is_next_meeting(const struct record *r, const struct annual *y)
{
	const struct meeting *mt = (const void *)r;
	return mt->date.year == y->year + 1 && mt->status != MEETING_CANCELLED;
}

static void say_plan(struct doc *d, const struct annual *y)
{
	const struct plan *next = plan_for_year(y->m.council, y->year + 1);
	if (next && next->year == y->year + 1 && date_known(next->adopted))
		doc_item(d, "%s antogs den %s.", next->title, words_day(&d->arena, next->adopted));
	else if (next && next->year == y->year + 1)
		doc_item(d, "%s finns, men är inte antagen.", next->title);
	else
		doc_item(d, "Ingen handlingsplan för %d är gjord ännu.", y->year + 1);
}

void annual_next(struct doc *d, const struct annual *y)
{
	struct arena *a = &d->arena;
	const struct record **rows;
	const char *days = "";
	int64_t open = 0, standing = 0, waiting = 0;
	size_t n = annual_by_date(d, y->m.council, RECORD_MEETING, is_next_meeting, y, &rows);
	for (size_t i = 0; i < n; i++)
		words_append(a, &days, ", ", words_date(a, annual_date(RECORD_MEETING, rows[i])));
	for (size_t i = 0; i < records_count(y->m.council, RECORD_ACTION); i++) {
		const struct action *act = records_action(y->m.council, i);
		open += action_is_open(act) && act->status != ACTION_STANDING;
		standing += act->status == ACTION_STANDING;
	}
	for (size_t i = 0; i < records_count(y->m.council, RECORD_REFERRAL); i++)
		waiting += was_waiting(records_at(y->m.council, RECORD_REFERRAL, i), y);
	say_plan(d, y);
	if (n)
		doc_item(d, "%s: %s.", n == 1 ? "Ett möte är inlagt" : arena_printf(a, "%s är inlagda", words_count(a, (int64_t)n, "möten")), days);
	else
		doc_item(d, "Inga möten är inlagda för %d.", y->year + 1);
	doc_item(d, "%s%s.", open == 0   ? "Inga aktiviteter eller åtgärder i planen är öppna"
	                     : open == 1 ? "En aktivitet eller åtgärd i planen är öppen"
	                                 : arena_printf(a, "%s i planen är öppna", words_count(a, open, "aktiviteter och åtgärder")),
	         standing ? arena_printf(a, ", utöver %s löpande", words_count(a, standing, NULL)) : "");
	if (waiting)
		doc_item(d, "%s väntar på svar.", words_count(a, waiting, "remisser"));
}
