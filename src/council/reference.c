#include "radsbord/council/reference.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

int reference_place_by_code(const struct reference *r, const char *code)
{
	for (size_t i = 0; code && i < r->places_count; i++)
		if (strcmp(r->places[i].code, code) == 0)
			return (int)i;
	return -1;
}

/* The name folded without diacritics, without "region " before it and " län" or "regionen" after it, and without the s that
 * they leave: "Region Örebro län", "Västra Götalandsregionen", "Dalarnas län". */
static void bare_name(struct buf *out, const char *s)
{
	buf_clear(out);
	text_fold_plain(out, s);
	static const char *const endings[] = {" lan", "regionen"};
	if (strncmp(buf_cstr(out), "region ", 7) == 0) {
		memmove(out->data, out->data + 7, out->len - 6);
		out->len -= 7;
	}
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);
		if (out->len > n + 2 && strcmp(out->data + out->len - n, endings[i]) == 0) {
			out->len -= n;
			out->data[out->len] = '\0';
			if (out->data[out->len - 1] == 's')
				out->data[--out->len] = '\0';
		}
	}
}

/* Most names are others from their first letter on, and need not be folded to be told apart. "Region " may go before any. */
static bool may_be(const char *name, const char *wanted)
{
	char first = *name >= 'A' && *name <= 'Z' ? (char)(*name + ('a' - 'A')) : *name;
	return first == *wanted || first == 'r' || first < 'a' || first > 'z';
}

static bool same_bare_name(const char *name, const char *wanted, struct buf *scratch)
{
	if (!name || !may_be(name, wanted))
		return false;
	bare_name(scratch, name);
	return strcmp(buf_cstr(scratch), wanted) == 0;
}

static bool name_fits(const struct place *p, const char *wanted, struct buf *scratch)
{
	bool fits = same_bare_name(p->name, wanted, scratch) || same_bare_name(p->full_name, wanted, scratch);
	for (size_t i = 0; !fits && i < p->aliases.count; i++)
		fits = same_bare_name(p->aliases.items[i], wanted, scratch);
	return fits;
}

/* An exact name with its ring and dots wins over one without: Håbo and Habo. */
static bool exact(const struct place *p, const char *text)
{
	struct buf a = {0}, b = {0};
	text_fold(&a, p->name);
	text_fold(&b, text);
	bool same = strcmp(buf_cstr(&a), buf_cstr(&b)) == 0;
	buf_release(&a);
	buf_release(&b);
	return same;
}

bool indicator_is_of_units(const struct indicator_text *t)
{
	return t->level && strcmp(t->level, "enhet") == 0;
}

bool indicator_is_asked(const struct indicator_text *t)
{
	return indicator_is_of_units(t) || (t->group && strcmp(t->group, "nyckeltal") == 0);
}

int reference_find_place(const struct reference *r, const char *text, bool municipality)
{
	/* lower is better: what an ambiguous name means (DESIGN section 3) */
	static const int preference[] = {
		[PLACE_REGION] = 0, [PLACE_AREA] = 1, [PLACE_MUNICIPALITY] = 2, [PLACE_COUNTRY] = 3, [PLACE_HOSPITAL] = 4,
		[PLACE_UNIT] = 5};
	int by_code = reference_place_by_code(r, text);
	if (by_code >= 0 && (!municipality || r->places[by_code].level == PLACE_MUNICIPALITY))
		return by_code;
	struct buf wanted = {0}, scratch = {0};
	bare_name(&wanted, text);
	int best = -1, best_rank = 100;
	for (size_t i = 0; wanted.len && i < r->places_count; i++) {
		const struct place *p = &r->places[i];
		if ((municipality && p->level != PLACE_MUNICIPALITY) || !name_fits(p, buf_cstr(&wanted), &scratch))
			continue;
		int rank = preference[p->level] * 2 + (exact(p, text) ? 0 : 1);
		if (rank < best_rank) {
			best_rank = rank;
			best = (int)i;
		}
	}
	buf_release(&wanted);
	buf_release(&scratch);
	return best;
}

int reference_find_indicator(const struct reference *r, const char *id_or_title)
{
	for (size_t i = 0; i < r->indicators_count; i++)
		if (strcmp(r->indicators[i].id, id_or_title) == 0)
			return (int)i;
	for (size_t i = 0; i < r->indicators_count; i++) {
		const struct indicator_text *t = &r->indicators[i];
		const char *const names[] = {t->id, t->title, t->short_title, _(t->title), _(t->short_title)};
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			if (names[k] && text_same_name(names[k], id_or_title))
				return (int)i;
	}
	return -1;
}

const char *reference_place_name(const struct reference *r, const char *code)
{
	int i = reference_place_by_code(r, code);
	return i < 0 ? code : r->places[i].name;
}

size_t reference_regions(const struct reference *r, int *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < r->places_count; i++) {
		if (r->places[i].level != PLACE_REGION)
			continue;
		size_t at = n < max ? n : max;
		while (at > 0 && text_compare(r->places[out[at - 1]].name, r->places[i].name) > 0) {
			if (at < max)
				out[at] = out[at - 1];
			at--;
		}
		if (at < max)
			out[at] = (int)i;
		n++;
	}
	return n;
}
