/* Places as registers and statistics name them: "0180 Stockholm", "Håbo kommun", "Region Sörmland", "Riket". */
#include "import_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

static const struct import_place nowhere = {.place = -1, .municipality = -1};

static struct import_place not_found(const char *why)
{
	struct import_place p = nowhere;

	p.why = why;
	return p;
}

static struct import_place found(int place)
{
	struct import_place p = nowhere;

	p.place = place;
	return p;
}

/* ---- codes ------------------------------------------------------------------------ */

static bool all_digits(const char *s, size_t n)
{
	return n > 0 && strspn(s, "0123456789") >= n;
}

/* A code as a spreadsheet or Kolada writes it: without its first zero (180, 4), a region in four digits (0004). */
static int place_by_code(const struct reference *r, const char *code)
{
	size_t n = strlen(code);
	char padded[8];
	int place = reference_place_by_code(r, code);

	if (place >= 0 || !all_digits(code, n) || n > 4)
		return place;
	if (n == 4)
		return strncmp(code, "00", 2) == 0 ? reference_place_by_code(r, code + 2) : -1;
	strcpy(padded, n == 2 ? "" : "0");
	strcat(padded, code);
	return reference_place_by_code(r, padded);
}

/* The digits that a text begins with, when a name follows them: "0180 Stockholm". Returns where the name begins, or NULL. */
static const char *split_code(const char *text, char code[8])
{
	size_t n = strspn(text, "0123456789"), skip;

	if (n < 1 || n > 4)
		return NULL;
	skip = strspn(text + n, " .:-");
	if (skip == 0 && text[n])
		return NULL;
	memcpy(code, text, n);
	code[n] = '\0';
	return text + n + skip;
}

/* ---- names ------------------------------------------------------------------------- */

static bool has_end(const char *folded, const char *end)
{
	size_t n = strlen(folded), m = strlen(end);

	return n > m && strcmp(folded + n - m, end) == 0;
}

static enum place_hint kind_in_name(const char *text)
{
	struct buf b = {0};
	enum place_hint hint = HINT_NONE;

	text_fold_plain(&b, text);
	if (strncmp(buf_cstr(&b), "region ", 7) == 0 || has_end(buf_cstr(&b), " lan") || has_end(buf_cstr(&b), "regionen"))
		hint = HINT_REGION;
	else if (has_end(buf_cstr(&b), " kommun") || has_end(buf_cstr(&b), " stad"))
		hint = HINT_MUNICIPALITY;
	buf_release(&b);
	return hint;
}

static bool is_country(const char *text)
{
	static const char *const names[] = {"riket", "hela riket", "sverige", "hela landet", "hela sverige"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_same_name(text, names[i]))
			return true;
	return false;
}

static bool same_exactly(const char *a, const char *b)
{
	struct buf x = {0}, y = {0};

	text_fold(&x, a);
	text_fold(&y, b);
	bool same = strcmp(buf_cstr(&x), buf_cstr(&y)) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

/* Another municipality whose name differs only by rings and dots (Håbo, Habo), when the text is neither; -1 when none. */
static int twin(const struct reference *r, int place, const char *text)
{
	if (same_exactly(r->places[place].name, text))
		return -1;
	for (size_t i = 0; i < r->places_count; i++)
		if ((int)i != place && r->places[i].level == r->places[place].level && text_same_name(r->places[i].name, text))
			return (int)i;
	return -1;
}

/* "Stockholms stad", "Håbo kommun": the name without the last word, and without its s when only that fits. */
static int find_municipality(const struct reference *r, const char *text, char *name)
{
	const char *space = strrchr(text, ' ');
	size_t n = space ? (size_t)(space - text) : 0;
	int place;

	memcpy(name, text, n);
	name[n] = '\0';
	place = reference_find_place(r, name, true);
	if (place < 0 && n > 1 && name[n - 1] == 's') {
		name[n - 1] = '\0';
		place = reference_find_place(r, name, true);
	}
	return place;
}

static struct import_place find_by_name(const struct reference *r, const char *text, enum place_hint hint, bool municipality,
                                        struct arena *a)
{
	enum place_hint in_name = kind_in_name(text);
	char *name = arena_strdup(a, text);
	int plain = reference_find_place(r, text, false), inner = -1, other;
	struct import_place p;

	if (is_country(text))
		return found(reference_place_by_code(r, "00"));
	if (in_name == HINT_MUNICIPALITY)
		inner = plain = find_municipality(r, text, name);
	else if (in_name == HINT_NONE)
		inner = reference_find_place(r, text, true);
	if (in_name == HINT_REGION && plain >= 0 && r->places[plain].level != PLACE_REGION)
		plain = -1;
	if (plain < 0 && inner < 0)
		return not_found(arena_printf(a, _("platsen ”%.60s” finns inte"), text));
	p = found(inner >= 0 && (plain < 0 || municipality || hint == HINT_MUNICIPALITY) ? inner : plain);
	other = twin(r, p.place, name);
	if (other >= 0)
		return not_found(arena_printf(a, _("”%.60s” kan vara %s eller %s; skriv koden"), text, r->places[p.place].name,
		                              r->places[other].name));
	if (p.place != inner && inner >= 0 && hint != HINT_REGION && r->places[p.place].level <= PLACE_AREA)
		p.municipality = inner;
	return p;
}

/* ---- both ---------------------------------------------------------------------------- */

static bool name_is(const struct reference *r, int place, const char *name, struct arena *a)
{
	struct import_place p = find_by_name(r, name, HINT_NONE, r->places[place].level == PLACE_MUNICIPALITY, a);

	return p.place == place || text_same_name(name, r->places[place].name);
}

static struct import_place find_coded(const struct reference *r, const char *code, const char *name, struct arena *a)
{
	int place = place_by_code(r, code);

	if (place < 0)
		return not_found(arena_printf(a, _("koden ”%.20s” finns inte"), code));
	if (*name && !name_is(r, place, name, a))
		return not_found(arena_printf(a, _("koden %.20s är %s och inte ”%.60s”"), code, r->places[place].name, name));
	return found(place);
}

struct import_place import_find_place(const struct reference *r, const char *code, const char *text, enum place_hint hint,
                                      bool municipality, struct arena *a)
{
	char own[8];
	const char *name = split_code(text, own);
	int unit = reference_place_by_code(r, text);

	if (*code)
		return find_coded(r, code, name ? name : text, a);
	if (!*text)
		return not_found(_("platsen saknas"));
	if (unit >= 0)
		return found(unit);
	if (name)
		return find_coded(r, own, name, a);
	return find_by_name(r, text, hint, municipality, a);
}
