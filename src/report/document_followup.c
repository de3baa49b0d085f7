/* document_followup.c - what is open, an owner at a time: the list that is sent out between meetings. */
#include "documents_local.h"
#include "plan_local.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* By owner, none last; then by due date, none last; then by number. */
static int by_owner(const void *a, const void *b)
{
	const struct action *x = *(const struct action *const *)a, *y = *(const struct action *const *)b;
	bool no_x = !x->owner || !*x->owner, no_y = !y->owner || !*y->owner;
	int order = no_x != no_y ? (no_x ? 1 : -1) : no_x ? 0 : text_compare(x->owner, y->owner);
	if (!order)
		order = date_known(x->due) != date_known(y->due) ? (date_known(x->due) ? -1 : 1) : date_cmp(x->due, y->due);
	return order ? order : (x->nr > y->nr) - (x->nr < y->nr);
}

static void add_row(struct doc *d, struct doc_table *t, const struct model *m, const struct action *a)
{
	struct doc_cell *c = doc_row(d, t);
	c[0] = a->nr == FIELD_INT_NONE ? doc_unknown(d, "", "") : plan_number_cell(d, a->nr);
	c[1] = document_cell(d, a->title);
	c[2] = document_cell(d, words_date(&d->arena, a->due));
	c[3] = document_cell(d, plan_status_text(&d->arena, m, a));
	c[4] = document_cell(d, a->notes.count ? a->notes.items[a->notes.count - 1] : NULL);
}

static bool same_owner(const struct action *a, const struct action *b)
{
	const char *x = a->owner ? a->owner : "", *y = b->owner ? b->owner : "";
	return strcmp(x, y) == 0;
}

static void add_owner(struct doc *d, const struct model *m, const struct action *const *first, size_t n)
{
	static const struct doc_column columns[] = {
		{.name = "nr", .label = "Nr", .align = TEXT_RIGHT},
		{.name = "vad", .label = "Vad", .heads_row = true},
		{.name = "senast", .label = "Klart senast", .keep = true},
		{.name = "status", .label = "Status"},
		{.name = "anteckning", .label = "Senaste anteckning"},
	};
	doc_heading(d, 2, "%s", (*first)->owner && *(*first)->owner ? (*first)->owner : "Ingen ansvarig angiven");
	struct doc_table *t = doc_table(d, "Aktiviteter och åtgärder att följa upp", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++)
		add_row(d, t, m, first[i]);
	document_hide_empty(t);
}

static const char *say_overdue(struct arena *a, size_t open, size_t overdue)
{
	if (!overdue)
		return "";
	if (overdue == open)
		return open == 1 ? " och försenad" : ", alla försenade";
	return overdue == 1 ? ", en av dem försenad" : arena_printf(a, ", %s av dem försenade", words_count(a, (int64_t)overdue, NULL));
}

bool document_followup(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	size_t total = records_count(m->council, RECORD_ACTION), open = 0, overdue = 0;
	const struct action **rows = mem_alloc((total + 1) * sizeof *rows);
	(void)q;
	(void)e;
	for (size_t i = 0; i < total; i++) {
		const struct action *a = records_action(m->council, i);
		if (!action_is_open(a))
			continue;
		rows[open++] = a;
		overdue += action_is_overdue(a, m->today);
	}
	qsort(rows, open, sizeof *rows, by_owner);
	doc_heading(d, 1, "Uppföljningslista");
	doc_subtitle(d, "%s, den %s", document_council(m), words_day(&d->arena, m->today));
	if (!open)
		doc_paragraph(d, "Inget är öppet i planen.");
	else
		doc_paragraph(d, "%s%s. De som ansvarar ombeds säga hur långt det har kommit före nästa möte.",
		              open == 1 ? "En aktivitet eller åtgärd i planen är öppen"
		                        : arena_printf(&d->arena, "%s i planen är öppna", words_count(&d->arena, (int64_t)open, "aktiviteter och åtgärder")),
		              say_overdue(&d->arena, open, overdue));
	for (size_t i = 0, n; i < open; i += n) {
		for (n = 1; i + n < open && same_owner(rows[i], rows[i + n]);)
			n++;
		add_owner(d, m, rows + i, n);
	}
	free(rows);
	return true;
}
