/* Which row holds the headings, and what each column is. */
#include "import_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER_WITHIN = 100 }; /* rows of text above a table */

static const struct {
	const char *heading;
	enum column_role role;
} headings[] = {
	{"plats", COLUMN_PLACE},          {"område", COLUMN_PLACE},          {"geografi", COLUMN_PLACE},
	{"kommun/region", COLUMN_PLACE},  {"region/kommun", COLUMN_PLACE},   {"kommun/område", COLUMN_PLACE},
	{"kommun/län", COLUMN_PLACE},     {"geografiskt område", COLUMN_PLACE}, {"namn", COLUMN_PLACE},
	{"kommun", COLUMN_MUNICIPALITY},  {"kommuner", COLUMN_MUNICIPALITY}, {"kommunnamn", COLUMN_MUNICIPALITY},
	{"kommun_namn", COLUMN_MUNICIPALITY},
	{"region", COLUMN_REGION},        {"regioner", COLUMN_REGION},       {"regionnamn", COLUMN_REGION},
	{"län", COLUMN_COUNTY},           {"länsnamn", COLUMN_COUNTY},       {"landsting", COLUMN_COUNTY},
	{"enhet", COLUMN_UNIT},           {"enhetsnamn", COLUMN_UNIT},       {"vårdenhet", COLUMN_UNIT},
	{"kod", COLUMN_CODE},             {"kommunkod", COLUMN_CODE},        {"regionkod", COLUMN_CODE},
	{"länskod", COLUMN_CODE},         {"kommun_id", COLUMN_CODE},        {"region_kod", COLUMN_CODE},
	{"kommun-id", COLUMN_CODE},       {"områdeskod", COLUMN_CODE},       {"enhet_id", COLUMN_CODE},
	{"år", COLUMN_YEAR},              {"tid", COLUMN_YEAR},              {"period", COLUMN_YEAR},
	{"mätår", COLUMN_YEAR},           {"årtal", COLUMN_YEAR},            {"mätperiod", COLUMN_YEAR},
	{"mått", COLUMN_MEASURE},         {"indikator", COLUMN_MEASURE},     {"nyckeltal", COLUMN_MEASURE},
	{"variabel", COLUMN_MEASURE},     {"tabellinnehåll", COLUMN_MEASURE}, {"kvalitetsindikator", COLUMN_MEASURE},
	{"värde", COLUMN_VALUE},          {"antal", COLUMN_VALUE},           {"value", COLUMN_VALUE},
	{"antal personer", COLUMN_VALUE}, {"resultat", COLUMN_VALUE},
	{"täljare", COLUMN_NUMERATOR},    {"nämnare", COLUMN_DENOMINATOR},   {"andel", COLUMN_SHARE},
	{"andel (%)", COLUMN_SHARE},      {"andel %", COLUMN_SHARE},         {"andel i %", COLUMN_SHARE},
	{"procent", COLUMN_SHARE},        {"%", COLUMN_SHARE},
	{"källa", COLUMN_SOURCE},         {"orsak", COLUMN_REASON},          {"not", COLUMN_NOTE},
	{"kommentar", COLUMN_NOTE},       {"publicerat", COLUMN_PUBLISHED},  {"datum", COLUMN_DATE},
	{"kön", COLUMN_DIMENSION},        {"ålder", COLUMN_DIMENSION},       {"åldersgrupp", COLUMN_DIMENSION},
	{"civilstånd", COLUMN_DIMENSION}, {"diagnos", COLUMN_DIMENSION},     {"dödsplats", COLUMN_DIMENSION},
	{"vårdform", COLUMN_DIMENSION},   {"födelseregion", COLUMN_DIMENSION},
	{"nyckeltal_id", COLUMN_IGNORED}, {"id", COLUMN_IGNORED},
};

/* Words that say which number of an indicator is meant. */
static const struct {
	const char *word;
	enum column_role role;
} role_words[] = {
	{"täljare", COLUMN_NUMERATOR}, {"nämnare", COLUMN_DENOMINATOR}, {"andel", COLUMN_SHARE}, {"andel (%)", COLUMN_SHARE},
	{"andel i %", COLUMN_SHARE},   {"andel %", COLUMN_SHARE},       {"(%)", COLUMN_SHARE},   {"%", COLUMN_SHARE},
	{"procent", COLUMN_SHARE},     {"(antal)", COLUMN_NUMERATOR},   {"antal", COLUMN_NUMERATOR},
};

/* Between a name and such a word. */
static bool is_joint(char c)
{
	return c == ' ' || c == ',' || c == '-' || c == ':' || c == ';' || c == '.';
}

static char *trimmed(const char *s, size_t n)
{
	while (n > 0 && is_joint(s[n - 1]))
		n--;
	while (n > 0 && is_joint(*s)) {
		s++;
		n--;
	}
	return mem_strndup(s, n);
}

/* Takes a role's word off either end of the folded text; the rest is owned. */
static enum column_role take_role(const char *folded, char **rest)
{
	size_t n = strlen(folded);

	for (size_t i = 0; i < sizeof role_words / sizeof *role_words; i++) {
		struct buf word = {0};
		enum column_role role = COLUMN_UNKNOWN;

		text_fold_plain(&word, role_words[i].word);
		if (n > word.len && strcmp(folded + n - word.len, buf_cstr(&word)) == 0 && is_joint(folded[n - word.len - 1])) {
			*rest = trimmed(folded, n - word.len);
			role = role_words[i].role;
		} else if (n > word.len && strncmp(folded, buf_cstr(&word), word.len) == 0 && is_joint(folded[word.len])) {
			*rest = trimmed(folded + word.len, n - word.len);
			role = role_words[i].role;
		}
		buf_release(&word);
		if (role != COLUMN_UNKNOWN)
			return role;
	}
	*rest = trimmed(folded, n);
	return COLUMN_VALUE;
}

/* A measure that only a definition knows, by its code. */
static const char *own_measure(const struct indikator_set *set, const char *name)
{
	const struct indikator_data *data = indikator_set_data(set);

	for (size_t i = 0; i < data->definitions_count; i++) {
		const struct indikator_definition *d = &data->definitions[i];
		const char *const codes[] = {d->numerator.measure, d->denominator.measure, d->base.measure, d->received.measure,
		                             d->published.measure, d->published_count.measure, d->inhabitants.measure};

		for (size_t k = 0; k < sizeof codes / sizeof *codes; k++)
			if (codes[k] && text_same_name(codes[k], name))
				return codes[k];
	}
	return NULL;
}

static bool name_measure(const struct indikator_set *set, const char *text, struct import_name *out)
{
	out->measure = measure_named(text);
	out->code = out->measure ? out->measure->code : own_measure(set, text);
	return out->code != NULL;
}

struct import_name import_find_name(const struct reference *r, const struct indikator_set *set, const char *text)
{
	struct import_name out = {.role = COLUMN_UNKNOWN, .indicator = -1};
	struct buf folded = {0};
	char *rest = NULL;
	enum column_role role;

	if (*text && name_measure(set, text, &out)) {
		out.role = COLUMN_VALUE;
		return out;
	}
	text_fold_plain(&folded, text);
	role = take_role(buf_cstr(&folded), &rest);
	out.indicator = *rest ? reference_find_indicator(r, rest) : -1;
	if (out.indicator >= 0)
		out.role = role;
	else if (*rest && (role == COLUMN_NUMERATOR || role == COLUMN_VALUE) && name_measure(set, rest, &out))
		out.role = COLUMN_VALUE;
	free(rest);
	buf_release(&folded);
	return out;
}

bool column_is_value(const struct column *c)
{
	return c->name.role >= COLUMN_VALUE;
}

static enum column_role known_heading(const char *text)
{
	char *plain = trimmed(text, strlen(text));
	enum column_role role = COLUMN_UNKNOWN;

	for (size_t i = 0; role == COLUMN_UNKNOWN && *plain && i < sizeof headings / sizeof *headings; i++)
		if (text_same_name(plain, headings[i].heading))
			role = headings[i].role;
	free(plain);
	return role;
}

static void read_heading(const struct reference *r, const struct indikator_set *set, const char *text, struct column *c,
                         struct arena *a)
{
	char *rest = NULL;

	*c = (struct column){.heading = text, .name = {.role = known_heading(text), .indicator = -1}};
	if (c->name.role != COLUMN_UNKNOWN)
		return;
	c->years = import_find_year(text, &c->year, &rest, &c->year_note, a);
	if (c->years == YEAR_NONE) {
		c->name = import_find_name(r, set, text);
		return;
	}
	char *name = trimmed(rest, strlen(rest));
	enum column_role role = known_heading(name);
	if (!*name || c->years == YEAR_PART) /* of a part each cell says that it is one */
		c->name.role = COLUMN_VALUE;
	else if (role >= COLUMN_VALUE)
		c->name.role = role;
	else
		c->name = import_find_name(r, set, name);
	free(name);
	free(rest);
}

static bool is_place(enum column_role role)
{
	return role >= COLUMN_PLACE && role <= COLUMN_CODE;
}

/* A heading row names a place, and something to read there; a first column without a heading is one of places, as in SCB's
 * older files, when a year stands in another. */
static bool is_header(const struct column *columns, size_t count)
{
	bool place = false, value = false, year = false;

	for (size_t i = 0; i < count; i++) {
		place |= is_place(columns[i].name.role);
		value |= column_is_value(&columns[i]) || columns[i].name.role == COLUMN_YEAR || columns[i].name.role == COLUMN_MEASURE;
		year |= columns[i].years == YEAR_FOUND;
	}
	return (place && value) || (year && count > 1 && !*columns[0].heading);
}

bool import_find_layout(const struct csv_table *t, const struct reference *r, const struct indikator_set *set,
                        struct layout *out, struct arena *a, struct error *e)
{
	for (size_t i = 0; i < t->count && i < HEADER_WITHIN; i++) {
		const struct csv_row *row = &t->rows[i];
		struct column *columns = arena_alloc(a, row->count * sizeof *columns);

		for (size_t k = 0; k < row->count; k++)
			read_heading(r, set, arena_strdup(a, row->cells[k]), &columns[k], a);
		if (!is_header(columns, row->count))
			continue;
		if (!*columns[0].heading)
			columns[0].name.role = COLUMN_PLACE;
		*out = (struct layout){.header = i, .columns = columns, .count = row->count};
		return true;
	}
	return error_set(e, ERROR_DATA, _("Ingen rad med rubriker hittas: en kolumn ska heta till exempel kommun, region, plats eller "
	                 "kod, och en annan år, värde eller ett mått. Lägg till rubrikerna i filen."));
}
