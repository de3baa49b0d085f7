/* seats.c - `radsbord ledamoter`, and the detail of a seat. */
#include "radsbord/report/seats.h"

#include "plan_local.h"
#include "radsbord/council/seat.h"
#include "words.h"

static void add_row(struct doc *d, struct doc_table *t, const struct model *m, const struct seat *s)
{
	enum seat_state state = seat_state(s, m->today);
	struct doc_cell *c = doc_row(d, t);
	c[0] = plan_text_cell(d, s->head.id);
	c[1] = doc_text(d, seat_groups[s->group].label, seat_groups[s->group].code);
	c[2] = plan_text_cell(d, s->organisation);
	c[3] = s->place ? doc_text(d, reference_place_name(m->reference, s->place), s->place) : doc_unknown(d, "", "");
	c[4] = doc_text(d, seat_roles[s->role].label, seat_roles[s->role].code);
	c[5] = s->person ? doc_text(d, s->person, NULL) : doc_unknown(d, "–", "");
	c[6] = plan_text_cell(d, s->email);
	c[7] = plan_text_cell(d, words_date(&d->arena, s->from));
	c[8] = plan_text_cell(d, words_date(&d->arena, s->to));
	c[9] = doc_text(d, seat_states[state], seat_state_codes[state]);
}

static void headcount(struct doc *d, const struct model *m)
{
	struct seat_count n = seats_count(m->council, m->today);
	if (n.filled == n.seats)
		doc_paragraph(d, "Representationen är komplett: alla %zu platser är tillsatta.", n.seats);
	else
		doc_paragraph(d, "%zu av %zu platser är tillsatta. %zu återstår för att representationen ska bli komplett.",
		              n.filled, n.seats, n.seats - n.filled);
}

void report_seats(struct doc *d, const struct model *m)
{
	static const struct doc_column columns[] = {
		{.name = "id", .label = "Id", .programs_only = true},
		{.name = "grupp", .label = "Grupp", .programs_only = true},
		{.name = "organisation", .label = "Organisation"},
		{.name = "plats", .label = "Plats", .programs_only = true},
		{.name = "roll", .label = "Roll", .keep = true},
		{.name = "person", .label = "Person"},
		{.name = "epost", .label = "E-post", .programs_only = true},
		{.name = "fran", .label = "Från", .keep = true},
		{.name = "till", .label = "Till", .keep = true},
		{.name = "lage", .label = "Läge", .keep = true},
	};
	doc_heading(d, 1, "Platserna i rådet");
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_SEAT); i++)
		add_row(d, t, m, records_seat(m->council, i));
	if (t->rows)
		headcount(d, m);
}

void report_seat(struct doc *d, const struct model *m, const struct seat *s)
{
	struct arena *a = &d->arena;
	doc_heading(d, 1, "%s", s->organisation);
	doc_pair(d, "Läge", "%s", seat_states[seat_state(s, m->today)]);
	doc_pair(d, "Roll", "%s", seat_roles[s->role].label);
	doc_pair(d, "Grupp", "%s", seat_groups[s->group].label);
	doc_pair(d, "Person", "%s", s->person ? s->person : "ingen: platsen är vakant");
	if (s->email)
		doc_pair(d, "E-post", "%s", s->email);
	if (date_known(s->from))
		doc_pair(d, "Från", "%s", words_day(a, s->from));
	if (date_known(s->to))
		doc_pair(d, "Till", "%s", words_day(a, s->to));
	if (s->place)
		doc_pair(d, "Företräder", "%s", reference_place_name(m->reference, s->place));
	if (s->note)
		doc_pair(d, "Not", "%s", s->note);
	doc_pair(d, "Står i", "%s", words_file(a, s->head.file, s->head.line));
}
