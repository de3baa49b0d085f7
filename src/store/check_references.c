/* References: by Id to other records, by code to places, by name to indicators and sources. */
#include "check_local.h"

#include "radsbord/base/language.h"

#include <string.h>

/* A field that holds the Ids of other records. */
struct reference_row {
	enum record_kind kind;
	const char *field;
	enum record_kind target;
	bool national;      /* the target may be a national record */
};
static const struct reference_row rows[] = {
	{RECORD_ACTION, "Fokusomrade", RECORD_FOCUS, false},
	{RECORD_ACTION, "Brist", RECORD_GAP, true},
	{RECORD_ACTION, "Forslag", RECORD_PROPOSAL, true},
	{RECORD_ACTION, "Mal", RECORD_GOAL, false},
	{RECORD_ACTION, "Mote", RECORD_MEETING, false},
	{RECORD_ACTION, "Arende", RECORD_ITEM, false},
	{RECORD_ITEM, "Bordlagt", RECORD_ITEM, false},
	{RECORD_ATTENDANCE, "Kom_arende", RECORD_ITEM, false},
	{RECORD_ATTENDANCE, "Gick_arende", RECORD_ITEM, false},
	{RECORD_CORRECTION, "Arende", RECORD_ITEM, false},
	{RECORD_UNIT, "Ingar_i", RECORD_UNIT, true},
	{RECORD_UNIT, "Ersatt_av", RECORD_UNIT, true},
	{RECORD_ANSWER, "Forslag", RECORD_PROPOSAL, true},
};

static bool exists(const struct check *c, const struct reference_row *row, const struct records *own, const char *id)
{
	return records_find(own, row->target, id) ||
	       (row->national && records_find(&c->national->records, row->target, id));
}

static void check_row(const struct check *c, const struct reference_row *row, const struct records *r)
{
	const struct field *f = record_field(record_type(row->kind), row->field, strlen(row->field));

	for (size_t i = 0; i < records_count(r, row->kind); i++) {
		const struct record *record = records_at(r, row->kind, i);
		struct arena a = {0};
		struct strings ids = {0};

		field_encode(f, record, &a, &ids);
		for (size_t k = 0; k < ids.count; k++)
			if (!exists(c, row, r, ids.items[k]))
				check_report(c, DIAGNOSTIC_FAULT, row->kind, record,
				             _("%s nämner %.100s, men %s med det Id finns inte; rätta eller ta bort raden."),
				             row->field, ids.items[k], _(record_type(row->target)->label));
		arena_release(&a);
	}
}

/* National records name their source by Id; a council may write its own words. */
static void check_source(const struct check *c, enum record_kind kind)
{
	const struct records *r = &c->national->records;
	const struct field *f = record_field(record_type(kind), "Kalla", 5);

	for (size_t i = 0; i < records_count(r, kind); i++) {
		const struct record *record = records_at(r, kind, i);
		struct arena a = {0};
		struct strings ids = {0};

		field_encode(f, record, &a, &ids);
		if (ids.count == 0 || !records_find(r, RECORD_SOURCE, ids.items[0]))
			check_report(c, DIAGNOSTIC_FAULT, kind, record,
			             _("källan ”%.100s” finns inte i kallor.rec; rätta Kalla eller lägg till källan."),
			             ids.count ? ids.items[0] : "");
		arena_release(&a);
	}
}

static void check_place(const struct check *c, enum record_kind kind, const struct record *r, const char *code)
{
	int place = national_place(c->national, code);

	if (place < 0 || c->national->places.items[place].kind == INDIKATOR_UNIT_PLACE)
		check_report(c, DIAGNOSTIC_FAULT, kind, r, _("platsen ”%.100s” finns inte; skriv regionens eller kommunens kod."),
		             code);
}

/* An answer holds for a region or for a unit, national or the council's own. */
static void check_answer(const struct check *c, const struct proposal_answer *a)
{
	if (national_scope(c->national, a->holds_for, NULL) > 0 || records_find(c->council, RECORD_UNIT, a->holds_for) ||
	    records_find(&c->national->records, RECORD_UNIT, a->holds_for))
		return;
	check_report(c, DIAGNOSTIC_FAULT, RECORD_ANSWER, &a->head,
	             _("Galler är ”%.100s”, som varken är en region eller en enhet; skriv regionens kod eller enhetens Id."),
	             a->holds_for);
}

static void check_council(const struct check *c)
{
	const struct reference *ref = &c->national->reference;

	for (size_t i = 0; i < records_count(c->council, RECORD_SEAT); i++)
		if (records_seat(c->council, i)->place)
			check_place(c, RECORD_SEAT, &records_seat(c->council, i)->head, records_seat(c->council, i)->place);
	for (size_t i = 0; i < records_count(c->council, RECORD_ANSWER); i++)
		check_answer(c, records_proposal_answer(c->council, i));
	for (size_t i = 0; i < records_count(c->council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(c->council, i);

		for (size_t k = 0; k < g->places.count; k++)
			check_place(c, RECORD_GOAL, &g->head, g->places.items[k]);
		for (size_t k = 0; k < g->indicators.count; k++) {
			bool known = false;

			for (size_t m = 0; m < ref->indicators_count; m++)
				known |= strcmp(ref->indicators[m].id, g->indicators.items[k]) == 0;
			if (!known)
				check_report(c, DIAGNOSTIC_FAULT, RECORD_GOAL, &g->head,
				             _("indikatorn ”%.100s” finns inte i indikatorer.ini; rätta koden."),
				             g->indicators.items[k]);
		}
	}
}

static void check_region(const struct check *c)
{
	const char *region = c->settings->region;

	if (region && *region && national_scope(c->national, region, NULL) < 0)
		diagnostics_add(c->d, DIAGNOSTIC_FAULT, "rad.ini", 0,
		                _("region är ”%.100s”, som inte är en region; skriv regionens kod, två siffror."), region);
}

void check_references(const struct check *c)
{
	static const enum record_kind sourced[] = {RECORD_GAP, RECORD_FACT, RECORD_UNIT, RECORD_INVENTORY,
	                                           RECORD_PROPOSAL, RECORD_COST};

	for (size_t i = 0; i < sizeof sourced / sizeof *sourced; i++)
		check_source(c, sourced[i]);
	for (int set = 0; set < 2; set++)
		for (size_t i = 0; check_records(c, set) && i < sizeof rows / sizeof *rows; i++)
			check_row(c, &rows[i], check_records(c, set));
	if (c->council)
		check_council(c);
	if (c->settings)
		check_region(c);
}
