#include "radsbord/council/inventory.h"

#include <string.h>

#define UNITS_FILE "enheter.rec"
#define GAPS_FILE "saknas.rec"

bool inventory_outweighs(const struct records *council, enum record_kind kind, const char *id)
{
	return council && id && records_find(council, kind, id);
}

void inventory_own_unit(const struct unit *national, struct unit *out)
{
	*out = *national;
	out->head.file = NULL;
	out->section = out->source = out->passage = out->lines = out->precision = out->note = NULL;
}

void inventory_own_gap(const struct gap *national, struct gap *out)
{
	*out = *national;
	out->head.file = NULL;
	out->section = out->source = out->passage = out->lines = out->precision = out->note = NULL;
}

static const char *iso(struct arena *a, struct date d)
{
	struct buf b = {0};
	date_format_iso(&b, d);
	const char *text = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return text;
}

bool inventory_may_begin(const struct unit *u, struct date today)
{
	return !date_known(u->from) || date_cmp(u->from, today) < 0;
}

void inventory_new_year(struct changes *c, const struct unit *u, bool own, const char *old_id, struct date today)
{
	struct unit old = *u, now;
	old.head.id = old_id;
	old.to = date_add_days(today, -1);
	old.successor = u->head.id;
	changes_add(c, RECORD_UNIT, own ? u->head.file : UNITS_FILE, &old);
	if (own) {
		changes_set_text(c, RECORD_UNIT, &u->head, "Galler_fran", iso(&c->arena, today));
		changes_set_text(c, RECORD_UNIT, &u->head, "Kontrollerad", iso(&c->arena, today));
		changes_set_text(c, RECORD_UNIT, &u->head, "Uppgiftslamnare", NULL);
	} else {
		inventory_own_unit(u, &now);
		now.from = now.checked = today;
		changes_add(c, RECORD_UNIT, UNITS_FILE, &now);
	}
	changes_title(c, "Ny inventering av %s", u->name);
}

void inventory_close_gap(struct changes *c, const struct gap *g, bool own, struct date today)
{
	struct date last = date_add_days(today, -1);
	struct gap now;
	if (date_known(g->from) && date_cmp(g->from, last) > 0)
		last = g->from; /* it cannot end before it began */
	if (own) {
		changes_set_text(c, RECORD_GAP, &g->head, "Galler_till", iso(&c->arena, last));
	} else {
		inventory_own_gap(g, &now);
		now.to = last;
		changes_add(c, RECORD_GAP, GAPS_FILE, &now);
	}
	changes_title(c, "Bristen är avslutad: %s", service_choices[g->service].label);
}

/* ---- yearly figures -------------------------------------------------------- */

const struct measurement *inventory_figure(const struct records *r, const char *unit, int year, const char *measure)
{
	for (size_t i = 0; i < r->measurements.count; i++) {
		const struct measurement *m = &r->measurements.items[i];
		if (m->year == year && strcmp(m->place, unit) == 0 && strcmp(m->measure, measure) == 0 &&
		    strcmp(m->source, INVENTORY_SOURCE) == 0)
			return m;
	}
	return NULL;
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

/* The row as the file has it. */
static struct figure_row row_of(const struct measurement *m, const char *id, struct arena *a)
{
	struct buf value = {0};
	num_format_plain(&value, m->value, m->decimals, NUM_HALF_UP);
	struct figure_row row = {
		.head = {.id = id, .file = m->file, .line = m->line},
		.place = m->place,
		.year = arena_printf(a, "%d", m->year),
		.measure = m->measure,
		.source = m->source,
		.value = arena_strdup(a, buf_cstr(&value)),
		.published = m->published ? "ja" : "nej",
		.reason = or_empty(m->reason),
		.note = or_empty(m->note),
		.date = date_known(m->date) ? iso(a, m->date) : "",
	};
	buf_release(&value);
	return row;
}

void inventory_set_figure(struct changes *c, const struct records *r, const char *unit, int year, const char *measure, const char *value,
                          const char *informant, struct date today)
{
	const struct measurement *old = inventory_figure(r, unit, year, measure);
	struct arena *a = &c->arena;
	const char *id = arena_printf(a, "%s/%d/%s/%s", unit, year, measure, INVENTORY_SOURCE);
	const char *note = informant && *informant ? arena_printf(a, "Uppgift av %s", informant) : "";
	struct figure_row fresh = {
		.head = {.id = id},
		.place = unit,
		.year = arena_printf(a, "%d", year),
		.measure = measure,
		.source = INVENTORY_SOURCE,
		.value = value,
		.published = "nej",
		.reason = "",
		.note = note,
		.date = iso(a, today),
	};
	struct figure_row before;
	if (old)
		before = row_of(old, id, a);
	if (!old && *value) {
		changes_add(c, RECORD_FIGURE, INVENTORY_FIGURES, &fresh);
	} else if (old && !*value) {
		changes_remove(c, RECORD_FIGURE, &before.head);
	} else if (old && strcmp(before.value, value) != 0) {
		changes_set_text(c, RECORD_FIGURE, &before.head, "Varde", value);
		changes_set_text(c, RECORD_FIGURE, &before.head, "Orsak", NULL);
		changes_set_text(c, RECORD_FIGURE, &before.head, "Not", *note ? note : NULL);
		changes_set_text(c, RECORD_FIGURE, &before.head, "Datum", fresh.date);
	}
	changes_title(c, "Enhetens siffror för %d", year);
}
