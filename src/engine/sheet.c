/* sheet.c - what many verdicts have in common, worked out once for all of them: a page for each definition. */
#include "engine.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define NO_YEAR INT_MIN
#define NO_DAY INT32_MIN

struct sheet {
	size_t places, definitions;
	struct page **pages; /* NULL until it is asked for */
	bool *wanted;        /* of each definition: others ask for it, so that its page is kept */
	struct page *spare;  /* of a definition that is done with, for the next */
};

struct sheet *engine_sheet_new(const struct indikator_set *set)
{
	struct sheet *s = engine_alloc(1, sizeof *s);

	if (!s)
		return NULL;
	s->places = set->data.places_count;
	s->definitions = set->data.definitions_count;
	s->pages = engine_alloc(s->definitions, sizeof(struct page *));
	s->wanted = engine_alloc(s->definitions, sizeof *s->wanted);
	if (!s->pages || !s->wanted) {
		engine_sheet_free(s);
		return NULL;
	}
	for (size_t i = 0; i < s->definitions; i++)
		if (set->numbers[i].coverage >= 0)
			s->wanted[set->numbers[i].coverage] = true;
	return s;
}

static void year_free(struct sheet_year *y)
{
	if (y) {
		free(y->values);
		free(y->known);
		free(y->ranks);
	}
	free(y);
}

static void page_free(struct page *p)
{
	for (int i = 0; p && i < ENGINE_YEARS; i++)
		year_free(p->years[i]);
	if (p) {
		free(p->findings);
		free(p->found);
		free(p->standings);
	}
	free(p);
}

void engine_sheet_free(struct sheet *s)
{
	if (!s)
		return;
	for (size_t i = 0; s->pages && i < s->definitions; i++)
		page_free(s->pages[i]);
	page_free(s->spare);
	free(s->pages);
	free(s->wanted);
	free(s);
}

struct page *engine_sheet_page(struct sheet *s, int definition)
{
	struct page **page = &s->pages[definition];

	if (*page)
		return *page;
	*page = s->spare ? s->spare : engine_alloc(1, sizeof **page);
	s->spare = NULL;
	if (*page)
		(*page)->places = s->places;
	return *page;
}

void engine_sheet_done(struct sheet *s, int definition)
{
	struct page *page = s->pages[definition];

	if (!page || s->wanted[definition] || s->spare)
		return;
	engine_page_day(page, NO_DAY);
	for (int i = 0; i < ENGINE_YEARS; i++)
		if (page->years[i])
			page->years[i]->year = NO_YEAR;
	s->pages[definition] = NULL;
	s->spare = page;
}

static struct sheet_year *year_new(size_t places, int year)
{
	struct sheet_year *y = engine_alloc(1, sizeof *y);

	if (!y)
		return NULL;
	y->year = year;
	y->values = engine_alloc(places, sizeof *y->values);
	y->known = engine_alloc(places, sizeof *y->known);
	if (y->values && y->known)
		return y;
	year_free(y);
	return NULL;
}

struct sheet_year *engine_page_turn(struct page *page, int year)
{
	struct sheet_year **slot = &page->years[(unsigned)year % ENGINE_YEARS];

	if (!*slot) {
		*slot = year_new(page->places, year);
		return *slot;
	}
	(*slot)->year = year;
	memset((*slot)->read, 0, sizeof(*slot)->read);
	memset((*slot)->known, 0, page->places * sizeof *(*slot)->known);
	if ((*slot)->ranks)
		memset((*slot)->ranks, 0, page->places * sizeof *(*slot)->ranks);
	return *slot;
}

struct place_rank *engine_page_ranks(const struct ask *ask, int year)
{
	struct sheet_year *y = engine_page_year(ask, year);

	if (y && !y->ranks)
		y->ranks = engine_alloc(ask->page->places, sizeof *y->ranks);
	return y ? y->ranks : NULL;
}

void engine_page_day(struct page *page, indikator_date date)
{
	if (page->date == date)
		return;
	page->date = date;
	if (page->found)
		memset(page->found, 0, page->places * sizeof *page->found);
	free(page->standings);
	page->standings = NULL;
}

struct finding *engine_page_finding(const struct ask *ask, int place, bool **known)
{
	struct page *page = ask->page;

	if (!page)
		return NULL;
	engine_page_day(page, ask->date);
	if (!page->findings)
		page->findings = engine_alloc(page->places, sizeof *page->findings);
	if (!page->found)
		page->found = engine_alloc(page->places, sizeof *page->found);
	if (!page->findings || !page->found)
		return NULL;
	*known = &page->found[place];
	return &page->findings[place];
}
