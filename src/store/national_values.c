/* One value of indikatorer.ini, by its row. */
#include "national_local.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

/* Splits at the separators, without blanks around. Parts in the arena. */
static struct strings parts(struct national *n, const char *text, char separator)
{
	struct strings out = {0};
	const char separators[] = {separator, '\0'};

	for (;;) {
		size_t len = strcspn(text, separators), from = 0, to = len;

		while (from < to && text[from] == ' ')
			from++;
		while (to > from && text[to - 1] == ' ')
			to--;
		strings_add(&out, arena_strndup(&n->arena, text + from, to - from), &n->arena);
		if (!text[len])
			return out;
		text += len + 1;
	}
}

static bool number(const struct value_row *row, const char *text, void *out, struct error *e)
{
	struct num v = NUM_UNKNOWN;

	if (!num_parse(text, &v, NULL))
		return error_set(e, ERROR_DATA, _("%s ska vara ett tal med punkt, men är ”%.100s”; rätta det."), row->key, text);
	*(struct indikator_number *)out = (struct indikator_number){v.num, v.den};
	return true;
}

static bool whole(const struct value_row *row, const char *text, void *out, struct error *e)
{
	struct num v = NUM_UNKNOWN;
	int decimals = 0;

	if (!num_parse(text, &v, &decimals) || decimals || v.num < row->min || v.num > row->max)
		return error_set(e, ERROR_DATA, _("%s ska vara ett heltal mellan %d och %d, men är ”%.100s”; rätta det."),
		                 row->key, row->min, row->max, text);
	*(int *)out = (int)v.num;
	return true;
}

static bool choice(const struct value_row *row, const char *text, int *out, struct error *e)
{
	struct buf codes = {0};

	for (int i = 0; row->choices[i]; i++) {
		if (strcmp(row->choices[i], text) == 0) {
			buf_release(&codes);
			*out = i;
			return true;
		}
		buf_str(&codes, i ? ", " : "");
		buf_str(&codes, row->choices[i]);
	}
	error_set(e, ERROR_DATA, _("%s har värdet ”%.100s”, som inte finns; välj ett av: %s."), row->key, text,
	          buf_cstr(&codes));
	buf_release(&codes);
	return false;
}

static bool known(const struct choice *choices, const struct value_row *row, const char *text, const char **out,
                  struct error *e)
{
	int i = choice_find(choices, text);

	if (i < 0)
		return error_set(e, ERROR_DATA, _("%s har koden ”%.100s”, som inte finns; rätta den."), row->key, text);
	*out = choices[i].code;
	return true;
}

static bool source(const struct national *n, const struct value_row *row, const char *id, struct error *e)
{
	return records_find(&n->records, RECORD_SOURCE, id) ||
	       error_set(e, ERROR_DATA, _("%s nämner källan ”%.100s”, som inte finns i kallor.rec; rätta den eller lägg "
	                 "till källan."), row->key, id);
}

static bool sources(struct national *n, const struct value_row *row, const char *text, const char **out,
                    struct error *e)
{
	struct strings ids = parts(n, text, ',');

	if (ids.count > INDIKATOR_SOURCES)
		return error_set(e, ERROR_DATA, _("%s har fler än %d källor; ta bort någon."), row->key, INDIKATOR_SOURCES);
	for (size_t i = 0; i < ids.count; i++)
		if (!source(n, row, ids.items[i], e))
			return false;
	for (size_t i = 0; i < ids.count; i++)
		out[i] = ids.items[i];
	return true;
}

static bool types(struct national *n, const struct value_row *row, const char *text, const char **out, struct error *e)
{
	struct strings codes = parts(n, text, ',');
	const char *found[INDIKATOR_TYPES] = {NULL};

	/* More types than a definition has room for would be left out without a word. */
	if (codes.count > INDIKATOR_TYPES)
		return error_set(e, ERROR_DATA, _("%s har fler än %d typer; ta bort någon."), row->key, INDIKATOR_TYPES);
	for (size_t i = 0; i < codes.count; i++)
		if (!known(unit_types, row, codes.items[i], &found[i], e))
			return false;
	memcpy(out, found, INDIKATOR_TYPES * sizeof *out);
	return true;
}

static bool alternative(struct national *n, const struct value_row *row, const char *text,
                        indikator_attribute_mask *mask, struct error *e)
{
	struct strings names = parts(n, text, ',');

	for (size_t i = 0; i < names.count; i++) {
		int a = 0;

		while (a < INDIKATOR_ATTRIBUTES && strcmp(indikator_attribute_names[a], names.items[i]) != 0)
			a++;
		if (a == INDIKATOR_ATTRIBUTES)
			return error_set(e, ERROR_DATA, _("%s kräver egenskapen ”%.100s”, som inte finns; rätta den."), row->key,
			                 names.items[i]);
		*mask |= (indikator_attribute_mask)1 << a;
	}
	return true;
}

static bool requires(struct national *n, const struct value_row *row, const char *text, struct value_requires *out,
                     struct error *e)
{
	struct strings alternatives = parts(n, text, '|');
	struct value_requires found = {.count = alternatives.count};

	if (alternatives.count > INDIKATOR_ALTERNATIVES)
		return error_set(e, ERROR_DATA, _("%s har fler än %d alternativ; slå ihop några."), row->key,
		                 INDIKATOR_ALTERNATIVES);
	for (size_t i = 0; i < alternatives.count; i++)
		if (!alternative(n, row, alternatives.items[i], &found.masks[i], e))
			return false;
	*out = found;
	return true;
}

bool national_value(struct national *n, const struct value_row *row, const char *text, void *out, struct error *e)
{
	void *to = (char *)out + row->offset;
	int i = 0;

	switch (row->type) {
	case VALUE_TEXT:
		*(const char **)to = arena_strdup(&n->arena, text);
		return true;
	case VALUE_NUMBER:
		return number(row, text, to, e);
	case VALUE_WHOLE:
		return whole(row, text, to, e);
	case VALUE_CHOICE:
		return choice(row, text, to, e);
	case VALUE_CODE:
		if (!choice(row, text, &i, e))
			return false;
		*(const char **)to = row->choices[i];
		return true;
	case VALUE_SERVICE:
		return known(service_choices, row, text, to, e);
	case VALUE_TYPES:
		return types(n, row, text, to, e);
	case VALUE_SOURCE:
		*(const char **)to = arena_strdup(&n->arena, text);
		return source(n, row, text, e);
	case VALUE_SOURCES:
		return sources(n, row, text, to, e);
	case VALUE_REQUIRES:
		return requires(n, row, text, to, e);
	}
	return false;
}
