/* A file of figures: what is asked of it, and its rows in order. */
#include "import_local.h"
#include "io_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { FOUND_SHOWN = 20 };

void import_find(struct import *im, enum diagnostic_level level, int line, const char *fmt, ...)
{
	size_t same = diagnostics_count(&im->found, level) - (level < DIAGNOSTIC_FAULT ? diagnostics_count(&im->found, level + 1) : 0);
	va_list ap;

	if (same > FOUND_SHOWN)
		return;
	va_start(ap, fmt);
	char *text = mem_vprintf(fmt, ap);
	va_end(ap);
	diagnostics_add(&im->found, level, im->name, same == FOUND_SHOWN ? 0 : line, "%s",
	                same == FOUND_SHOWN ? _("Det finns fler sådana rader; de första är visade.") : text);
	free(text);
}

/* ---- the source ----------------------------------------------------------------------- */

/* The source as files name it: the Id of one that is known by Id or title, else small letters, digits and "-". */
static const char *source_code(const char *typed, const struct records *sources, struct arena *a)
{
	struct buf folded = {0}, code = {0};

	for (size_t i = 0; sources && i < records_count(sources, RECORD_SOURCE); i++) {
		const struct source *s = records_source(sources, i);

		if (text_same_name(s->head.id, typed) || (s->title && text_same_name(s->title, typed)))
			return s->head.id;
	}
	text_fold_plain(&folded, typed);
	for (const char *c = buf_cstr(&folded); *c; c++) {
		bool plain = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');

		if (plain)
			buf_char(&code, *c);
		else if (code.len && code.data[code.len - 1] != '-')
			buf_char(&code, '-');
	}
	while (code.len && code.data[code.len - 1] == '-')
		code.data[--code.len] = '\0';
	const char *out = arena_strdup(a, buf_cstr(&code));
	buf_release(&folded);
	buf_release(&code);
	return out;
}

/* The one that was typed; else the file's own, when it names one and the same throughout. */
static bool find_source(struct import_reading *x, const struct records *sources, struct error *e)
{
	const char *typed = x->o->source, *own = NULL;

	for (size_t i = x->layout.header + 1; !typed && i < x->table.count; i++) {
		const char *cell = import_cell(x, &x->table.rows[i], COLUMN_SOURCE);

		if (*cell && own && strcmp(own, cell) != 0)
			return error_set(e, ERROR_USAGE, _("Filen har flera källor (%.60s och %.60s). Läs in dem var för sig med --kalla."), own,
			                 cell);
		own = *cell ? cell : own;
	}
	typed = typed ? typed : own;
	if (!typed)
		return error_set(e, ERROR_USAGE, _("Filen säger inte vilken källan är. Ange den, till exempel --kalla palliativregistret."));
	x->im->source = source_code(typed, sources, &x->im->arena);
	x->im->file = arena_printf(&x->im->arena, "matt/%s.csv", x->im->source);
	return (*x->im->source && strlen(x->im->source) <= 60) ||
	       error_set(e, ERROR_USAGE, _("Källan ”%.60s” kan inte vara ett filnamn. Skriv ett kort namn med bokstäver och siffror."),
	                 typed);
}

/* ---- what the whole file tells ----------------------------------------------------------- */

static bool find_asked(struct import_reading *x, struct error *e)
{
	x->asked = (struct import_name){.role = COLUMN_UNKNOWN, .indicator = -1};
	if (!x->o->measure)
		return true;
	x->asked = import_find_name(x->reference, x->set, x->o->measure);
	return x->asked.role != COLUMN_UNKNOWN ||
	       error_set(e, ERROR_NOT_FOUND, _("Måttet ”%.80s” finns inte. Skriv ett måtts eller en indikators kod, som invanare eller "
	                 "brytpunktssamtal."), x->o->measure);
}

/* Sees to names that can only be read when all are known: are they regions; is there one measure. */
static void survey(struct import_reading *x)
{
	bool region_heading = false, any = false;
	const char *name = NULL;

	for (size_t i = 0; i < x->layout.count; i++)
		region_heading |= x->layout.columns[i].name.role == COLUMN_REGION || x->layout.columns[i].name.role == COLUMN_COUNTY;
	x->one_name = x->regions_only = true;
	for (size_t i = x->layout.header + 1; i < x->table.count; i++) {
		const char *own = import_cell(x, &x->table.rows[i], COLUMN_MEASURE);
		struct import_place p = import_row_place(x, &x->table.rows[i]);
		enum place_level level;

		if (*own && name && strcmp(own, name) != 0)
			x->one_name = false;
		name = *own ? own : name;
		if (p.place < 0 || p.municipality >= 0)
			continue;
		level = x->reference->places[p.place].level;
		x->regions_only &= level == PLACE_REGION || level == PLACE_COUNTRY;
		any |= level == PLACE_REGION;
	}
	x->regions_only &= any || region_heading;
}

/* A column that is not understood is named once. */
static void say_unused(struct import_reading *x)
{
	for (size_t i = 0; i < x->layout.count; i++) {
		const struct column *c = &x->layout.columns[i];

		if (c->name.role == COLUMN_UNKNOWN && *c->heading)
			import_find(x->im, DIAGNOSTIC_WARNING, x->table.rows[x->layout.header].line,
			            _("Kolumnen ”%.80s” förstås inte och används inte."), c->heading);
	}
}

static bool same_as_header(const struct import_reading *x, const struct csv_row *row)
{
	if (row->count != x->layout.count)
		return false;
	for (size_t i = 0; i < row->count; i++)
		if (strcmp(row->cells[i], x->layout.columns[i].heading) != 0)
			return false;
	return true;
}

/* Other sources' rows in a file that has several are not asked for. */
static bool is_other_source(const struct import_reading *x, const struct csv_row *row, const struct records *sources)
{
	const char *own = import_cell(x, row, COLUMN_SOURCE);

	return *own && strcmp(source_code(own, sources, &x->im->arena), x->im->source) != 0;
}

static void read_all(struct import_reading *x, const struct records *sources)
{
	for (size_t i = 0; i < x->table.count && work_step(x->o->work); i++) {
		const struct csv_row *row = &x->table.rows[i];

		if (i < x->layout.header)
			import_add(x, row, IMPORT_SKIPPED, row->cells[0], _("text utanför tabellen"));
		else if (i == x->layout.header || same_as_header(x, row))
			continue;
		else if (is_other_source(x, row, sources))
			import_add(x, row, IMPORT_SKIPPED, row->cells[0], _("annan källa"));
		else
			import_read_row(x, row);
	}
}

static void reading_release(struct import_reading *x)
{
	csv_release(&x->table);
	free(x->places.items);
	free(x->names.items);
	map_release(&x->place_texts);
	map_release(&x->name_texts);
	map_release(&x->seen);
}

bool import_read(struct import *im, const char *bytes, size_t len, const char *name, const struct reference *reference,
                 const struct indikator_set *set, const struct records *sources, const struct import_options *o,
                 struct error *e)
{
	struct import_reading x = {.im = im, .reference = reference, .set = set, .o = o};
	bool ok;

	*im = (struct import){.items = NULL};
	im->name = arena_strdup(&im->arena, name);
	ok = import_rows(im, bytes, len, &x.table, e) &&
	     import_find_layout(&x.table, reference, set, &x.layout, &im->arena, e) && find_source(&x, sources, e) &&
	     find_asked(&x, e);
	if (ok) {
		survey(&x);
		say_unused(&x);
		work_part(o->work, 0, IMPORT_READ, x.table.count);
		read_all(&x, sources);
		ok = store_goes_on(o->work, e);
	}
	reading_release(&x);
	return ok;
}

size_t import_count(const struct import *im, enum import_state state)
{
	size_t n = 0;

	for (size_t i = 0; i < im->count; i++)
		n += im->items[i].state == state;
	return n;
}

void import_release(struct import *im)
{
	free(im->items);
	diagnostics_release(&im->found);
	arena_release(&im->arena);
	*im = (struct import){.items = NULL};
}
