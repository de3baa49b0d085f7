/* One cell of a value: its measure, its year, its number, and whether it has been said before. */
#include "import_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

/* The indicator whose numerator a measure is, or -1. */
static int indicator_of(const struct import_reading *x, const char *code)
{
	const struct indikator_data *data = indikator_set_data(x->set);

	for (size_t i = 0; i < data->definitions_count; i++)
		if (data->definitions[i].kind == INDIKATOR_RATIO && data->definitions[i].numerator.measure &&
		    strcmp(data->definitions[i].numerator.measure, code) == 0)
			return (int)i;
	return -1;
}

static void refuse(struct cell *c, const char *why)
{
	c->code = NULL;
	c->state = IMPORT_UNKNOWN;
	c->why = why;
}

/* The measure of an indicator that a column is about. */
static void by_indicator(struct import_reading *x, struct cell *c)
{
	const struct indikator_definition *d = &indikator_set_data(x->set)->definitions[c->indicator];
	const struct indicator_text *t = &x->reference->indicators[c->indicator];
	bool percent = c->role == COLUMN_SHARE || strchr(c->text, '%');

	if (d->kind != INDIKATOR_RATIO)
		refuse(c, arena_printf(&x->im->arena, _("%s räknas inte ur täljare och nämnare; skriv måttets kod"), _(t->title)));
	else if (c->role == COLUMN_DENOMINATOR)
		c->code = d->denominator.measure;
	else if (c->role == COLUMN_NUMERATOR || !d->denominator.measure)
		c->code = d->numerator.measure;
	else if (percent)
		refuse(c, arena_printf(&x->im->arena, _("andelen ensam räcker inte: %s räknas ur antal %s och antal %s"), _(t->title),
		                       _(measure_words(d->numerator.measure)), _(measure_words(d->denominator.measure))));
	else
		refuse(c, arena_printf(&x->im->arena, _("%s: filen säger inte om talet är täljare, nämnare eller andel"), _(t->title)));
	c->role = percent ? COLUMN_SHARE : c->role;
	if (!c->code && !c->why)
		refuse(c, arena_printf(&x->im->arena, _("%s har ingen nämnare"), _(t->title)));
}

/* The name that counts for a column: its own, else the row's, else the one that was asked for. */
static struct import_name name_of(struct import_reading *x, const struct csv_row *row, const struct column *column)
{
	struct import_name name = column->name;

	if (name.code || name.indicator >= 0)
		return name;
	name = import_row_name(x, row);
	if (name.role == COLUMN_UNKNOWN && (x->one_name || !*import_cell(x, row, COLUMN_MEASURE)))
		name = x->asked;
	return name;
}

/* In the register's own exports "dödsfall" may be those that are registered or all, and coverage is the one by the other. Only the
 * code says which. Source: DOMAIN 1, täckningsgrad. */
static void settle_deaths(struct import_reading *x, const struct csv_row *row, struct cell *c)
{
	const char *cell = import_cell(x, row, COLUMN_MEASURE);

	if (!c->code || strcmp(c->code, "dodsfall") != 0 || strcmp(x->im->source, "palliativregistret") != 0 ||
	    strcmp(c->column->heading, c->code) == 0 || strcmp(cell, c->code) == 0)
		return;
	if (x->asked.code && (strcmp(x->asked.code, c->code) == 0 || strcmp(x->asked.code, "doda_i_registret") == 0))
		c->code = x->asked.code;
	else
		refuse(c, _("i registret kan dödsfall vara de rapporterade eller alla; ange --matt doda_i_registret eller --matt dodsfall"));
}

static void find_measure(struct import_reading *x, const struct csv_row *row, struct cell *c)
{
	struct import_name name = name_of(x, row, c->column);

	c->role = c->column->name.role == COLUMN_VALUE ? name.role : c->column->name.role;
	c->indicator = name.indicator;
	if (name.role == COLUMN_UNKNOWN) {
		const char *text = import_cell(x, row, COLUMN_MEASURE);

		refuse(c, *text ? arena_printf(&x->im->arena, _("måttet ”%.80s” är okänt; ange --matt om filen bara har ett"), text)
		                : _("filen säger inte vilket mått det är; ange --matt"));
		return;
	}
	if (name.code && c->role != COLUMN_VALUE)
		c->indicator = indicator_of(x, name.code);
	if (c->indicator >= 0)
		by_indicator(x, c);
	else if (name.code && c->role != COLUMN_DENOMINATOR && c->role != COLUMN_SHARE)
		c->code = name.code;
	else
		refuse(c, arena_printf(&x->im->arena, _("ingen indikator räknas ur %s"), _(measure_words(name.code))));
	settle_deaths(x, row, c);
}

static bool is_asked(const struct import_reading *x, const char *code)
{
	const struct indikator_definition *d;

	if (x->asked.role == COLUMN_UNKNOWN)
		return true;
	if (x->asked.code)
		return strcmp(x->asked.code, code) == 0;
	d = &indikator_set_data(x->set)->definitions[x->asked.indicator];
	return (d->numerator.measure && strcmp(d->numerator.measure, code) == 0) ||
	       (d->denominator.measure && strcmp(d->denominator.measure, code) == 0);
}

/* The year of a cell: its column's, else its row's, else the one that was asked for. False: `out` says why. */
static bool find_year(struct import_reading *x, const struct csv_row *row, const struct cell *c, struct import_row *out)
{
	const char *text = c->column->heading, *note = c->column->year_note;
	enum import_year years = c->column->years;
	char *rest = NULL;

	out->year = c->column->year;
	if (years == YEAR_NONE) {
		text = import_cell(x, row, COLUMN_YEAR);
		years = import_find_year(text, &out->year, &rest, &note, &x->im->arena);
		if (rest && strpbrk(rest, "0123456789")) /* "30/6 2024" is some day of it */
			years = YEAR_PART;
		free(rest);
	}
	if (years == YEAR_NONE && !*text)
		out->year = x->o->year;
	if (note)
		out->note = out->note ? arena_printf(&x->im->arena, "%s, %s", out->note, note) : note;
	if (years == YEAR_FOUND || (out->year && years == YEAR_NONE)) {
		if (!x->o->year || x->o->year == out->year)
			return true;
		out->state = IMPORT_SKIPPED;
		out->why = _("annat år");
		return false;
	}
	out->year = 0;
	out->state = IMPORT_UNKNOWN;
	out->why = years == YEAR_PART ? arena_printf(&x->im->arena, _("”%.60s” är en del av ett år, eller flera"), text)
	           : *text            ? arena_printf(&x->im->arena, _("”%.60s” är inget år"), text)
	                              : _("året saknas; ange --ar");
	return false;
}

/* Another row that says the same figure: the same again, or a fault that names both. */
static bool said_before(struct import_reading *x, struct import_row *out)
{
	struct arena *a = &x->im->arena;
	const char *key = arena_printf(a, "%d/%d/%s", out->place, out->year, out->measure);
	const struct import_row *first;
	struct buf one = {0}, two = {0};

	if (map_put(&x->seen, key, (int)x->im->count))
		return false;
	first = &x->im->items[map_get(&x->seen, key)];
	bool same = num_known(first->value) == num_known(out->value) &&
	            (!num_known(out->value) || num_cmp(first->value, out->value) == 0);
	out->state = IMPORT_SKIPPED;
	out->why = arena_printf(a, _("samma uppgift som på rad %d"), first->line);
	if (same)
		return true;
	num_format(&one, first->value, first->decimals, NUM_HALF_UP);
	num_format(&two, out->value, out->decimals, NUM_HALF_UP);
	import_find(x->im, DIAGNOSTIC_FAULT, out->line,
	            _("Rad %d och rad %d anger olika värden för %s i %s %d: %s och %s. Inget sparas; rätta filen eller läs in en del "
	            "av den med --matt eller --ar."), first->line, out->line, _(measure_words(out->measure)),
	                x->reference->places[out->place].name, out->year, buf_cstr(&one), buf_cstr(&two));
	buf_release(&one);
	buf_release(&two);
	return true;
}

static void read_value(struct import_reading *x, const struct csv_row *row, struct import_row *out)
{
	const char *reason = import_cell(x, row, COLUMN_REASON);
	struct import_number n;
	enum import_value kind = import_parse_value(out->text, measure_find(out->measure), &x->im->arena, &n);

	if (kind == VALUE_EMPTY) {
		out->reason = *reason ? arena_strdup(&x->im->arena, reason) : NULL;
		out->state = *reason ? IMPORT_NEW : IMPORT_SKIPPED;
		out->why = *reason ? NULL : _("tom cell");
		return;
	}
	out->state = kind == VALUE_BAD ? IMPORT_UNKNOWN : IMPORT_NEW;
	out->why = kind == VALUE_BAD ? n.reason : NULL;
	out->value = n.value;
	out->decimals = n.decimals;
	out->reason = kind == VALUE_WITHHELD ? (*reason ? arena_strdup(&x->im->arena, reason) : n.reason) : NULL;
}

/* The day that was typed, else the row's own, else today. */
static struct date given(const struct import_reading *x, const struct csv_row *row)
{
	struct date d = x->o->date;

	if (date_known(d) || date_parse(import_cell(x, row, COLUMN_DATE), &d))
		return d;
	return x->o->today;
}

int import_read_cell(struct import_reading *x, const struct csv_row *row, int place, struct cell *c)
{
	const char *note = import_cell(x, row, COLUMN_NOTE);

	find_measure(x, row, c);
	struct import_row out = {.line = row->line, .place = place, .value = NUM_UNKNOWN, .measure = c->code,
	                         .state = c->state, .why = c->why, .date = given(x, row), .text = arena_strdup(&x->im->arena, c->text),
	                         .note = *note ? arena_strdup(&x->im->arena, note) : NULL,
	                         .published = text_same_name(import_cell(x, row, COLUMN_PUBLISHED), "ja")};

	if (c->code && !is_asked(x, c->code)) {
		out.state = IMPORT_SKIPPED;
		out.why = _("annat mått");
	} else if (find_year(x, row, c, &out) && c->code) {
		read_value(x, row, &out);
		if (out.state == IMPORT_NEW)
			(void)said_before(x, &out);
	}
	VEC_PUSH(x->im, out);
	return (int)x->im->count - 1;
}
