/* filter_values.c - what a record has for the words of a filter that need a rule. */
#include "filter_local.h"
#include "words.h"

#include "radsbord/council/network.h"
#include "radsbord/council/plan.h"
#include "radsbord/council/referral.h"
#include "radsbord/report/gaps.h"
#include "radsbord/report/proposals.h"

#include <string.h>

#define VALUE(name) void filter_##name(const struct filter_about *x, struct buf *out)

void filter_line(struct buf *out, const char *text)
{
	if (out->len && text && *text)
		buf_char(out, '\n');
	buf_str(out, text ? text : "");
}

void filter_say(struct buf *out, bool so)
{
	buf_str(out, so ? "ja" : "");
}

/* The words of a coded value, and its code for those who know it. */
static void choice_lines(struct buf *out, const struct choice *c)
{
	filter_line(out, c->label);
	buf_printf(out, "\n\t%s", c->code);
}

static void number(struct buf *out, int64_t n)
{
	buf_printf(out, "%lld", (long long)n);
}

/* ---- the plan ------------------------------------------------------------------ */

VALUE(action_status)
{
	const struct action *a = x->record;
	choice_lines(out, &action_statuses[a->status]);
	if (action_is_overdue(a, x->m->today))
		filter_line(out, "försenad");
	if (action_is_open(a))
		filter_line(out, "öppen");
}

VALUE(action_late)
{
	filter_say(out, action_is_overdue(x->record, x->m->today));
}

VALUE(action_focus)
{
	const char *id = ((const struct action *)x->record)->focus;
	const struct record *focus = x->m->council ? records_find(x->m->council, RECORD_FOCUS, id) : NULL;
	filter_line(out, focus ? ((const struct focus *)(const void *)focus)->title : id);
}

VALUE(action_service)
{
	const struct action *a = x->record;
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(x->m, a->gaps.items[i]);
		if (g)
			choice_lines(out, &service_choices[g->service]);
	}
}

VALUE(action_meeting)
{
	const char *id = ((const struct action *)x->record)->meeting;
	const struct record *m = x->m->council ? records_find(x->m->council, RECORD_MEETING, id) : NULL;
	if (m)
		date_format_iso(out, ((const struct meeting *)(const void *)m)->date);
}

/* The years of the plans it belongs to. */
static void plan_years(const struct filter_about *x, const struct strings *carried, struct buf *out)
{
	for (size_t i = 0; x->m->council && i < records_count(x->m->council, RECORD_PLAN); i++) {
		const struct plan *p = records_plan(x->m->council, i);
		if (!plan_has(p, x->record, carried))
			continue;
		filter_line(out, "\t"); /* a year is no plain word: it is in every row */
		number(out, p->year);
	}
}

VALUE(action_plan)
{
	plan_years(x, &((const struct action *)x->record)->carried, out);
}

VALUE(goal_plan)
{
	plan_years(x, &((const struct goal *)x->record)->carried, out);
}

VALUE(focus_plan)
{
	plan_years(x, &((const struct focus *)x->record)->carried, out);
}

VALUE(goal_place)
{
	const struct goal *g = x->record;
	for (size_t i = 0; i < g->places.count; i++)
		filter_line(out, reference_place_name(x->m->reference, g->places.items[i]));
}

VALUE(focus_open)
{
	const struct focus *f = x->record;
	int64_t n = 0;
	for (size_t i = 0; i < records_count(x->m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(x->m->council, i);
		n += action_is_open(a) && a->focus && strcmp(a->focus, f->head.id) == 0;
	}
	number(out, n);
}

VALUE(plan_open)
{
	int64_t n = 0;
	for (size_t i = 0; i < records_count(x->m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(x->m->council, i);
		n += action_is_open(a) && plan_has(x->record, &a->head, &a->carried);
	}
	number(out, n);
}

/* ---- meetings and referrals --------------------------------------------------------- */

VALUE(meeting_agenda)
{
	const struct meeting *m = x->record;
	for (size_t i = 0; i < records_count(x->m->council, RECORD_ITEM); i++) {
		const struct item *item = records_item(x->m->council, i);
		if (m->head.file && strcmp(item->head.file, m->head.file) == 0)
			filter_line(out, item->title);
	}
}

VALUE(referral_state)
{
	filter_line(out, referral_states[referral_state(x->record, x->m->today)]);
}

VALUE(referral_late)
{
	filter_say(out, referral_state(x->record, x->m->today) == REFERRAL_LATE);
}

VALUE(referral_numbers)
{
	const struct referral *r = x->record;
	filter_line(out, r->our_number);
	filter_line(out, r->their_number);
}

static const struct referral *referral_of(const struct filter_about *x)
{
	const struct waypoint *w = x->record;
	return (const struct referral *)(const void *)records_find(x->m->council, RECORD_REFERRAL, w->referral);
}

static struct date day_of(const struct filter_about *x)
{
	const struct waypoint *w = x->record;
	const struct referral *r = referral_of(x);
	return r ? waypoint_date(w, r) : w->date;
}

VALUE(waypoint_day)
{
	date_format_iso(out, day_of(x));
}

VALUE(waypoint_referral)
{
	const struct referral *r = referral_of(x);
	filter_line(out, r ? r->title : NULL);
}

VALUE(waypoint_state)
{
	filter_line(out, date_known(((const struct waypoint *)x->record)->done) ? "klart" : "återstår");
}

VALUE(waypoint_late)
{
	struct date day = day_of(x);
	filter_say(out, !date_known(((const struct waypoint *)x->record)->done) && date_known(day) && date_cmp(day, x->m->today) < 0);
}

/* ---- the council and the network around it -------------------------------------------- */

VALUE(seat_state)
{
	filter_line(out, seat_states[seat_state(x->record, x->m->today)]);
}

VALUE(liaison_state)
{
	filter_line(out, seat_states[liaison_state(x->record, x->m->today)]);
}

/* Of a seat or an ombud: by the field, since both have one. */
VALUE(place_name)
{
	const struct seat *seat = x->record;
	const struct liaison *liaison = x->record;
	bool is_seat = records_find(x->m->council, RECORD_SEAT, seat->head.id) == &seat->head;
	const char *code = is_seat ? seat->place : liaison->place;
	filter_line(out, code ? reference_place_name(x->m->reference, code) : NULL);
}

VALUE(education_people)
{
	struct education_count n = education_count(x->record);
	if (n.all_known)
		number(out, n.people);
}

VALUE(resource_stale)
{
	filter_say(out, resource_is_stale(x->record, x->m->today));
}

VALUE(question_state)
{
	filter_line(out, question_states[question_state(x->record)]);
}

/* ---- the inventory ----------------------------------------------------------------------- */

VALUE(gap_service)
{
	choice_lines(out, &service_choices[((const struct gap *)x->record)->service]);
}

VALUE(gap_degree)
{
	const struct gap *g = x->record;
	filter_line(out, words_degree(g));
	buf_printf(out, "\n\t%s", degree_choices[g->degree].code);
}

static void place_line(const struct filter_about *x, const char *code, struct buf *out)
{
	if (code)
		filter_line(out, reference_place_name(x->m->reference, code));
}

/* As the list has it, and each place by name. */
VALUE(gap_where)
{
	const struct gap *g = x->record;
	struct arena a = {0};
	if (g->places.count != 1)
		filter_line(out, words_gap_where(&a, x->m, g));
	for (size_t i = 0; i < g->places.count; i++)
		place_line(x, g->places.items[i], out);
	place_line(x, g->area, out);
	arena_release(&a);
}

VALUE(gap_region)
{
	place_line(x, ((const struct gap *)x->record)->region, out);
}

VALUE(gap_actions)
{
	const char *id = ((const struct gap *)x->record)->head.id;
	number(out, x->m->council && id ? (int64_t)actions_for_gap(x->m->council, id, NULL, 0) : 0);
}

VALUE(unit_where)
{
	const struct unit *u = x->record;
	place_line(x, u->lies_in, out);
	place_line(x, u->hospital, out);
	place_line(x, u->area, out);
	for (size_t i = 0; i < u->serves.count; i++)
		place_line(x, u->serves.items[i], out);
}

VALUE(unit_region)
{
	place_line(x, ((const struct unit *)x->record)->region, out);
}

static void answer(const struct filter_about *x, int attribute, struct buf *out)
{
	filter_line(out, answers[((const struct unit *)x->record)->attributes[attribute]].label);
}

VALUE(unit_round)
{
	answer(x, INDIKATOR_DYGNET_RUNT, out);
}

VALUE(unit_diagnoses)
{
	answer(x, INDIKATOR_ALLA_DIAGNOSER, out);
}

VALUE(unit_ages)
{
	answer(x, INDIKATOR_ALLA_ALDRAR, out);
}

VALUE(proposal_answer)
{
	const char *who = x->place < 0 ? NULL : proposal_answerer(x->m, x->place);
	if (who)
		filter_line(out, proposal_answer_words(x->m, x->record, who));
}

VALUE(proposal_actions)
{
	const struct proposal *p = x->record;
	number(out, x->m->council ? (int64_t)actions_for_proposal(x->m->council, p->head.id, NULL, 0) : 0);
}

VALUE(proposal_services)
{
	const struct proposal *p = x->record;
	for (size_t i = 0; i < p->services.count; i++) {
		int service = choice_find(service_choices, p->services.items[i]);
		if (service >= 0)
			choice_lines(out, &service_choices[service]);
	}
}
