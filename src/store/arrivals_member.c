/* Members of the council from a table. */
#include "arrivals_local.h"
#include "io_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { ORGANISATION, PERSON, EMAIL, ROLE, GROUP, PLACE, FROM, TO };
static const struct arrivals_column columns[] = {
	{ORGANISATION, {"organisation", "huvudman", "arbetsgivare", "företräder", "representerar"}},
	{PERSON, {"namn", "person", "ledamot", "för- och efternamn"}},
	{EMAIL, {"e-post", "epost", "e-postadress", "mejl", "mail", "mejladress"}},
	{ROLE, {"roll", "uppdrag", "funktion"}},
	{GROUP, {"grupp"}},
	{PLACE, {"kommun eller region", "kommun", "plats", "region", "kod"}},
	{FROM, {"från", "från och med", "fr.o.m.", "tillträdde"}},
	{TO, {"till", "till och med", "t.o.m.", "mandattid till"}},
	{-1, {NULL}},
};

static bool same(const char *x, const char *y)
{
	return x && y && text_same_name(x, y);
}

static bool is_taken(const struct arrivals *a, const struct seat *s)
{
	for (size_t i = 0; i < a->count; i++)
		if (a->items[i].there == &s->head)
			return true;
	return false;
}

/* The same organisation by its name, or the same municipality or region under another one ("Flen", "Flens kommun"). */
static bool same_organisation(const struct seat *x, const struct seat *y)
{
	bool place = x->place && y->place && strcmp(x->place, y->place) == 0 && x->group == y->group && x->group <= SEAT_REGION;
	return place || same(x->organisation, y->organisation);
}

/* The same person in the same role, else a vacant seat of that organisation and role that no row before has filled. */
static const struct seat *find_there(const struct arrivals *a, const struct records *r, const struct seat *wanted)
{
	const struct seat *vacant = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_SEAT); i++) {
		const struct seat *s = records_seat(r, i);
		if (!same_organisation(s, wanted) || s->role != wanted->role)
			continue;
		bool empty = !s->person || !*s->person;
		if (wanted->person ? same(s->person, wanted->person) : empty && !is_taken(a, s))
			return s;
		if (empty && !vacant && !is_taken(a, s))
			vacant = s;
	}
	return wanted->person ? vacant : NULL;
}

/* "Flens kommun", "Eskilstuna kommun": the municipality; -1 when it is none. */
static int municipality_named(const struct reference *r, const char *organisation)
{
	static const char ends[] = " kommun";
	size_t n = strlen(organisation);
	if (n <= sizeof ends - 1 || strcmp(organisation + n - (sizeof ends - 1), ends) != 0)
		return -1;
	char *name = mem_strndup(organisation, n - (sizeof ends - 1));
	n = strlen(name);
	int place = reference_find_place(r, name, true);
	if (place < 0 && n > 1 && name[n - 1] == 's') {
		name[n - 1] = '\0';
		place = reference_find_place(r, name, true);
	}
	free(name);
	return place;
}

/* The group and place of an organisation that is named after a place. */
static void place_by_name(const struct reference *r, struct seat *s)
{
	int place = municipality_named(r, s->organisation);
	if (place < 0 && strncmp(s->organisation, "Region ", strlen("Region ")) == 0) {
		place = reference_find_place(r, s->organisation, false);
		if (place >= 0 && r->places[place].level != PLACE_REGION)
			place = -1;
	}
	s->group = place < 0 ? SEAT_OTHER : r->places[place].level == PLACE_REGION ? SEAT_REGION : SEAT_MUNICIPALITY;
	if (place >= 0 && !s->place)
		s->place = r->places[place].code;
}

/* NULL, or what is wrong with the row. The organisation, role, group, place, person and terms it states go to `s`. */
static const char *read_row(const struct arrivals_table *t, const struct csv_row *row, const struct arrivals_world *w, struct arena *a, struct seat *s)
{
	const struct {
		int role;
		struct date *to;
	} days[] = {{FROM, &s->from}, {TO, &s->to}};
	const char *role = arrivals_cell(t, row, ROLE), *group = arrivals_cell(t, row, GROUP), *place = arrivals_cell(t, row, PLACE);
	if (!s->organisation)
		return _("raden har ingen organisation");
	if (role && (s->role = arrivals_choice(seat_roles, role)) < 0)
		return arena_printf(a, _("rollen ”%.60s” finns inte; skriv till exempel ledamot eller ersättare"), role);
	if (place) {
		int i = reference_find_place(w->reference, place, text_matches(s->organisation, "kommun"));
		if (i < 0)
			return arena_printf(a, _("platsen ”%.60s” finns inte; skriv en kommun eller en region"), place);
		s->place = w->reference->places[i].code;
	}
	if (!group)
		place_by_name(w->reference, s);
	else if ((s->group = arrivals_choice(seat_groups, group)) < 0)
		return arena_printf(a, _("gruppen ”%.60s” finns inte; skriv till exempel kommun eller region"), group);
	for (size_t i = 0; i < 2; i++) {
		const char *day = arrivals_cell(t, row, days[i].role);
		if (day && !date_parse_human(day, w->today, days[i].to))
			return arena_printf(a, _("”%.60s” är inget datum; skriv till exempel 2027-02-04"), day);
	}
	return NULL;
}

/* What is there, with what the row states. */
static struct seat merged(const struct seat *there, const struct seat *stated)
{
	struct seat s = *there;
	s.person = stated->person ? stated->person : s.person;
	s.email = stated->email ? stated->email : s.email;
	s.from = date_known(stated->from) ? stated->from : s.from;
	s.to = date_known(stated->to) ? stated->to : s.to;
	return s;
}

static const char *kept(struct arena *a, const char *cell)
{
	return cell ? arena_strdup(a, cell) : NULL;
}

static void add(struct arrivals *a, const struct arrivals_table *t, const struct csv_row *row, const struct arrivals_world *w)
{
	struct seat s;
	struct arrival out = {.line = row->line, .start = -1, .end = -1};
	record_init(record_type(RECORD_SEAT), &s);
	s.organisation = out.where = kept(&a->arena, arrivals_cell(t, row, ORGANISATION));
	s.person = out.what = kept(&a->arena, arrivals_cell(t, row, PERSON));
	s.email = kept(&a->arena, arrivals_cell(t, row, EMAIL));
	if (s.person && text_same_name(s.person, "vakant"))
		s.person = out.what = NULL;
	const char *why = read_row(t, row, w, &a->arena, &s);
	if (why) {
		arrivals_not_understood(a, out, why);
		return;
	}
	const struct seat *there = find_there(a, w->council, &s);
	if (there)
		s = merged(there, &s);
	out.there = there ? &there->head : NULL;
	arrivals_settle(a, out, &s, sizeof s);
}

bool arrivals_members(struct arrivals *a, const char *bytes, size_t len, const struct arrivals_world *w, struct error *e)
{
	struct arrivals_table t;
	bool good = arrivals_table_read(&t, a, bytes, len, columns, ORGANISATION, e);
	work_part(w->work, 0, 100, t.table.count);
	for (size_t i = t.header + 1; good && i < t.table.count && (good = store_goes_on(w->work, e)); i++) {
		bool blank = true;
		for (size_t k = 0; k < t.table.rows[i].count; k++)
			blank = blank && !*t.table.rows[i].cells[k];
		if (!blank)
			add(a, &t, &t.table.rows[i], w);
	}
	arrivals_table_release(&t);
	return good;
}
