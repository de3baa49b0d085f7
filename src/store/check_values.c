/* Values that cannot all be right within a record (the rules of the inventory's files). */
#include "check_local.h"

#include "radsbord/base/language.h"
#include "radsbord/council/cost.h"
#include "radsbord/council/goal.h"
#include "radsbord/council/minutes.h"

#include <string.h>

/* "kind: own words" */
static bool limit_ok(const char *limit)
{
	size_t n = strcspn(limit, ":");

	for (const struct choice *k = limit_kinds; limit[n] && k->code; k++)
		if (strlen(k->code) == n && memcmp(k->code, limit, n) == 0)
			return true;
	return false;
}

static void check_limits(const struct check *c, enum record_kind kind, const struct record *r,
                         const struct strings *limits)
{
	for (size_t i = 0; i < limits->count; i++)
		if (!limit_ok(limits->items[i]))
			check_report(c, DIAGNOSTIC_WARNING, kind, r,
			             _("Begransning ”%.60s” börjar inte med ett känt slag och kolon, till exempel diagnos: eller "
			             "tid:; rätta den."), limits->items[i]);
}

static void check_gap(const struct check *c, enum record_kind kind, const struct gap *g)
{
	if (kind == RECORD_FACT && g->degree != GAP_MET)
		check_report(c, DIAGNOSTIC_FAULT, kind, &g->head, _("en uppgift har Grad uppfyllt; rätta den, eller gör den till "
		             "en Brist."));
	if (kind == RECORD_GAP && g->degree == GAP_MET)
		check_report(c, DIAGNOSTIC_FAULT, kind, &g->head, _("en brist har Grad saknas eller begransad; rätta den, eller "
		             "gör den till en Uppgift."));
	check_limits(c, kind, &g->head, &g->limits);
}

static void check_unit(const struct check *c, const struct unit *u)
{
	const struct national *n = c->national;
	int home = u->lies_in ? national_place(n, u->lies_in) : -1;
	int hospital = u->hospital ? national_place(n, u->hospital) : -1;

	if (u->catchment == 1 && u->serves.count == 0)
		check_report(c, DIAGNOSTIC_WARNING, RECORD_UNIT, &u->head,
		             _("Upptagning är kand, men Betjanar saknas; skriv vilka den betjänar eller okand."));
	if (u->beds != FIELD_INT_NONE && u->beds < 0)
		check_report(c, DIAGNOSTIC_FAULT, RECORD_UNIT, &u->head, _("Vardplatser är negativt; rätta talet."));
	if (home >= 0 && hospital >= 0 && !national_within(n, hospital, home))
		check_report(c, DIAGNOSTIC_WARNING, RECORD_UNIT, &u->head,
		             _("sjukhuset ligger inte i kommunen i Ligger_i; rätta en av dem."));
	check_limits(c, RECORD_UNIT, &u->head, &u->limits);
}

static void check_proposal(const struct check *c, const struct proposal *p)
{
	for (size_t i = 0; i < p->services.count; i++)
		if (choice_find(service_choices, p->services.items[i]) < 0)
			check_report(c, DIAGNOSTIC_FAULT, RECORD_PROPOSAL, &p->head, _("Tjanst ”%.60s” finns inte; rätta koden."),
			             p->services.items[i]);
}

/* A service is there or not: it has no level to reach. Only what has a range of its own can be held to another. */
static void check_goal_indicators(const struct check *c, const struct goal *g, bool range)
{
	for (size_t k = 0; k < g->indicators.count; k++)
		for (size_t i = 0; i < c->national->definitions.count; i++) {
			const struct indikator_definition *d = &c->national->definitions.items[i];

			if (strcmp(d->id, g->indicators.items[k]) != 0)
				continue;
			if (d->kind == INDIKATOR_SERVICE)
				check_report(c, DIAGNOSTIC_FAULT, RECORD_GOAL, &g->head,
				             _("Delmal gäller inte ”%.60s”, som mäts i Finns och Saknas och inte i tal; ta bort "
				             "Delmal eller indikatorn."), d->id);
			else if (range && d->direction != INDIKATOR_WITHIN)
				check_report(c, DIAGNOSTIC_FAULT, RECORD_GOAL, &g->head,
				             _("Delmal är två tal, men ”%.60s” har en gräns och inte två; skriv ett tal."), d->id);
		}
}

static void check_goal(const struct check *c, const struct goal *g)
{
	struct num low, high;

	if (!g->target) {
		if (g->target_year != FIELD_INT_NONE)
			check_report(c, DIAGNOSTIC_WARNING, RECORD_GOAL, &g->head,
			             _("Delmal_ar står utan Delmal; skriv nivån i Delmal eller ta bort året."));
		return;
	}
	if (!goal_target(g, &low, &high))
		check_report(c, DIAGNOSTIC_FAULT, RECORD_GOAL, &g->head,
		             _("Delmal ”%.60s” är varken ett tal eller två tal med streck emellan, det lägre först; rätta det."),
		             g->target);
	check_goal_indicators(c, g, num_known(high));
	if (!g->places.count || !g->indicators.count)
		check_report(c, DIAGNOSTIC_FAULT, RECORD_GOAL, &g->head,
		             _("Delmal gäller ingenstans, för %s saknas; skriv vad det gäller."),
		             g->places.count ? "Indikator" : "Plats");
}

/* The lines of a shared cost that have a form of their own, and its municipalities. */
static void check_cost(const struct check *c, const struct cost *cost)
{
	char codes[COST_JOINED][5];
	struct error e = {0};
	struct num n;
	const char *who;
	size_t count;
	int64_t people;

	if (cost->amount < 0)
		check_report(c, DIAGNOSTIC_FAULT, RECORD_COST, &cost->head, _("Belopp är negativt; rätta talet."));
	for (size_t i = 0; i < cost->shares.count; i++)
		if (!cost_read_share(cost->shares.items[i], &n, &who, &e))
			check_report(c, DIAGNOSTIC_FAULT, RECORD_COST, &cost->head, "%s", e.text);
	for (size_t i = 0; i < cost->people.count; i++)
		if (!cost_read_people(cost->people.items[i], codes, &count, &people, &e))
			check_report(c, DIAGNOSTIC_FAULT, RECORD_COST, &cost->head, "%s", e.text);
	if (cost->per_inhabitant && !cost_read_per_inhabitant(cost->per_inhabitant, &n, &e))
		check_report(c, DIAGNOSTIC_FAULT, RECORD_COST, &cost->head, "%s", e.text);
	if (cost->region && national_scope(c->national, cost->region, NULL) < 0)
		check_report(c, DIAGNOSTIC_FAULT, RECORD_COST, &cost->head,
		             _("Region är ”%.40s”, som inte är en region; skriv regionens kod, två siffror."), cost->region);
	for (size_t i = 0; i < cost->absent.count; i++)
		if (national_place(c->national, cost->absent.items[i]) < 0)
			check_report(c, DIAGNOSTIC_FAULT, RECORD_COST, &cost->head,
			             _("Deltar_inte nämner ”%.40s”, som inte är en kommun; skriv kommunens kod."), cost->absent.items[i]);
}

/* Adopted minutes are what was adopted, byte by byte. */
static void check_minutes(const struct check *c)
{
	for (size_t i = 0; i < records_count(c->council, RECORD_MEETING); i++) {
		const struct meeting *m = records_meeting(c->council, i);
		const struct minutes_text *t = minutes_stored(c->council, m);

		if (!minutes_adopted(m))
			continue;
		if (!t)
			check_report(c, DIAGNOSTIC_FAULT, RECORD_MEETING, &m->head,
			             _("det justerade protokollet %.200s finns inte; hämta filen från en säkerhetskopia."),
			             m->minutes_file ? m->minutes_file : "");
		else if (!minutes_intact(m, t))
			check_report(c, DIAGNOSTIC_FAULT, RECORD_MEETING, &m->head,
			             _("%.200s är inte det protokoll som justerades, för dess SHA-256 är en annan; hämta filen från en "
			             "säkerhetskopia."), t->head.file);
	}
}

void check_values(const struct check *c)
{
	for (int set = 0; set < 2; set++) {
		const struct records *r = check_records(c, set);

		if (!r)
			continue;
		for (size_t i = 0; i < records_count(r, RECORD_GAP); i++)
			check_gap(c, RECORD_GAP, records_gap(r, i));
		for (size_t i = 0; i < records_count(r, RECORD_FACT); i++)
			check_gap(c, RECORD_FACT, records_fact(r, i));
		for (size_t i = 0; i < records_count(r, RECORD_UNIT); i++)
			check_unit(c, records_unit(r, i));
		for (size_t i = 0; i < records_count(r, RECORD_PROPOSAL); i++)
			check_proposal(c, records_proposal(r, i));
		for (size_t i = 0; i < records_count(r, RECORD_GOAL); i++)
			check_goal(c, records_goal(r, i));
		for (size_t i = 0; i < records_count(r, RECORD_COST); i++)
			check_cost(c, records_cost(r, i));
	}
	if (c->council)
		check_minutes(c);
}
