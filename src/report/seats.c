/* seats.c - `radsbord ledamoter`, and the detail of a seat. */
#include "radsbord/report/seats.h"

#include "plan_local.h"
#include "radsbord/base/language.h"
#include "radsbord/council/seat.h"
#include "radsbord/report/filter.h"
#include "words.h"

static void add_row(struct doc *d, struct doc_table *t, const struct model *m, const struct seat *s)
{
	enum seat_state state = seat_state(s, m->today);
	struct doc_cell *c = doc_row(d, t);
	c[0] = plan_text_cell(d, s->head.id);
	c[1] = doc_text(d, _(seat_groups[s->group].label), seat_groups[s->group].code);
	c[2] = plan_text_cell(d, s->organisation);
	c[3] = s->place ? doc_text(d, reference_place_name(m->reference, s->place), s->place) : doc_unknown(d, "", "");
	c[4] = doc_text(d, _(seat_roles[s->role].label), seat_roles[s->role].code);
	c[5] = s->person ? doc_text(d, s->person, NULL) : doc_unknown(d, "–", "");
	c[6] = plan_text_cell(d, s->email);
	c[7] = plan_text_cell(d, words_date(&d->arena, s->from));
	c[8] = plan_text_cell(d, words_date(&d->arena, s->to));
	c[9] = doc_text(d, _(seat_states[state]), seat_state_codes[state]);
}

static void headcount(struct doc *d, const struct model *m)
{
	struct seat_count n = seats_count(m->council, m->today);
	if (n.seats == 0)
		doc_paragraph(d, "%s", _("Rådet har inga platser ännu."));
	else if (n.filled == n.seats && n.seats == 1)
		doc_paragraph(d, "%s", _("Representationen är komplett: rådets enda plats är tillsatt."));
	else if (n.filled == n.seats)
		doc_paragraph(d, _("Representationen är komplett: alla %zu platser är tillsatta."), n.seats);
	else
		doc_paragraph(d, _("%zu av %zu platser är tillsatta. %zu återstår för att representationen ska bli komplett."),
		              n.filled, n.seats, n.seats - n.filled);
}

void report_seats(struct doc *d, const struct model *m)
{
	static const struct doc_column columns[] = {
		{.name = "id", .label = N_("Id"), .programs_only = true},
		{.name = "grupp", .label = N_("Grupp"), .programs_only = true},
		{.name = "organisation", .label = N_("Organisation")},
		{.name = "plats", .label = N_("Plats"), .programs_only = true},
		{.name = "roll", .label = N_("Roll"), .keep = true},
		{.name = "person", .label = N_("Person")},
		{.name = "epost", .label = N_("E-post"), .programs_only = true},
		{.name = "fran", .label = N_("Från"), .keep = true},
		{.name = "till", .label = N_("Till"), .keep = true},
		{.name = "lage", .label = N_("Läge"), .keep = true},
	};
	doc_heading(d, 1, _("Platserna i rådet"));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	struct record_choice *choice = record_choice_new(m, -1, RECORD_SEAT);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_SEAT); i++)
		if (record_choice_takes(choice, records_seat(m->council, i)))
			add_row(d, t, m, records_seat(m->council, i));
	record_choice_end(&choice, d);
	if (t->rows && !m->filter && !m->only)
		headcount(d, m);
}

void report_seat(struct doc *d, const struct model *m, const struct seat *s)
{
	struct arena *a = &d->arena;
	doc_heading(d, 1, "%s", s->organisation);
	doc_pair(d, _("Läge"), "%s", _(seat_states[seat_state(s, m->today)]));
	doc_pair(d, _("Roll"), "%s", _(seat_roles[s->role].label));
	doc_pair(d, _("Grupp"), "%s", _(seat_groups[s->group].label));
	doc_pair(d, _("Person"), "%s", s->person ? s->person : _("ingen: platsen är vakant"));
	if (s->email)
		doc_pair(d, _("E-post"), "%s", s->email);
	if (date_known(s->from))
		doc_pair(d, _("Från"), "%s", words_day(a, s->from));
	if (date_known(s->to))
		doc_pair(d, _("Till"), "%s", words_day(a, s->to));
	if (s->place)
		doc_pair(d, _("Företräder"), "%s", reference_place_name(m->reference, s->place));
	if (s->note)
		doc_pair(d, _("Not"), "%s", s->note);
	doc_pair(d, _("Står i"), "%s", words_file(a, s->head.file, s->head.line));
}
