/* sheet.c - what many verdicts have in common, worked out once for all of them: a page for each definition. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

#define YEARS 64 /* that a page keeps at a time; another one takes the place of that which is a multiple of it away */

struct sheet_year {
	int year;
	bool read[ENGINE_ROLES];
	struct reading readings[ENGINE_ROLES];
	struct num *values; /* of each place, and whether it is known; NULL until one is asked for */
	bool *known;
};

struct page {
	struct finding *findings; /* of each place, and whether it is there; NULL until one is asked for */
	bool *found;
	struct sheet_year *years[YEARS]; /* NULL until it is asked for */
};

struct sheet {
	size_t places, definitions;
	struct page **pages; /* NULL until one is asked for */
};

struct sheet *engine_sheet_new(const struct indikator_set *set)
{
	struct sheet *s = engine_alloc(1, sizeof *s);

	if (!s)
		return NULL;
	s->places = set->data.places_count;
	s->definitions = set->data.definitions_count;
	s->pages = engine_alloc(s->definitions, sizeof *s->pages);
	if (s->pages)
		return s;
	free(s);
	return NULL;
}

static void page_free(struct page *p)
{
	if (!p)
		return;
	for (int i = 0; i < YEARS; i++) {
		if (p->years[i]) {
			free(p->years[i]->values);
			free(p->years[i]->known);
		}
		free(p->years[i]);
	}
	free(p->findings);
	free(p->found);
	free(p);
}

void engine_sheet_free(struct sheet *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->definitions; i++)
		page_free(s->pages[i]);
	free(s->pages);
	free(s);
}

static struct page *page_of(const struct ask *ask)
{
	struct page **page;

	if (!ask->sheet)
		return NULL;
	page = &ask->sheet->pages[ask->numbers - ask->set->numbers];
	if (!*page)
		*page = engine_alloc(1, sizeof **page);
	return *page;
}

static struct sheet_year *year_of(const struct ask *ask, int year)
{
	struct page *page = page_of(ask);
	struct sheet_year **slot = page ? &page->years[(unsigned)year % YEARS] : NULL, *y;

	if (slot && !*slot) {
		*slot = engine_alloc(1, sizeof **slot);
		if (*slot)
			(*slot)->year = year;
	}
	y = slot ? *slot : NULL;
	if (!y || y->year == year)
		return y;
	y->year = year;
	memset(y->read, 0, sizeof y->read);
	if (y->known)
		memset(y->known, 0, ask->sheet->places * sizeof *y->known);
	return y;
}

const struct reading *engine_sheet_reading(const struct ask *ask, enum indikator_role role, int year)
{
	struct sheet_year *y = year_of(ask, year);

	if (!y)
		return NULL;
	if (!y->read[role])
		engine_read(ask, role, year, &y->readings[role]);
	y->read[role] = true;
	return &y->readings[role];
}

struct num *engine_sheet_value(const struct ask *ask, int place, int year, bool **known)
{
	struct sheet_year *y = year_of(ask, year);

	if (!y)
		return NULL;
	if (!y->values)
		y->values = engine_alloc(ask->sheet->places, sizeof *y->values);
	if (!y->known)
		y->known = engine_alloc(ask->sheet->places, sizeof *y->known);
	if (!y->values || !y->known)
		return NULL;
	*known = &y->known[place];
	return &y->values[place];
}

struct finding *engine_sheet_finding(const struct ask *ask, int place, bool **known)
{
	struct page *page = page_of(ask);

	if (!page)
		return NULL;
	if (!page->findings)
		page->findings = engine_alloc(ask->sheet->places, sizeof *page->findings);
	if (!page->found)
		page->found = engine_alloc(ask->sheet->places, sizeof *page->found);
	if (!page->findings || !page->found)
		return NULL;
	*known = &page->found[place];
	return &page->findings[place];
}
