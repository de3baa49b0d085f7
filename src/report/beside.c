/* beside.c - two places side by side: how each stands by every indicator. */
#include "radsbord/report/beside.h"

#include "judge.h"
#include "overview_cells.h"
#include "words.h"
#include "radsbord/base/language.h"

#include <stdlib.h>

void beside_build(struct beside *b, const struct model *m, int left, int right)
{
	int *order = judge_order(m);
	size_t n = m->reference->indicators_count;
	*b = (struct beside){.left = left, .right = right};
	b->rows = arena_alloc(&b->arena, (n + 1) * sizeof *b->rows);
	for (size_t i = 0; i < n; i++) {
		struct beside_row *row = &b->rows[b->count];
		if (indicator_is_asked(&m->reference->indicators[order[i]]))
			continue; /* what nobody is asked to report everywhere says nothing side by side */
		row->indicator = order[i];
		overview_row_build(&row->left, &b->arena, m, left, order[i]);
		overview_row_build(&row->right, &b->arena, m, right, order[i]);
		b->count++;
	}
	free(order);
}

void beside_release(struct beside *b)
{
	for (size_t i = 0; i < b->count; i++) {
		indikator_verdict_release(&b->rows[i].left.verdict);
		indikator_verdict_release(&b->rows[i].right.verdict);
	}
	arena_release(&b->arena);
	*b = (struct beside){.rows = NULL};
}

/* Of two known answers to the same question; the engine's order of statuses, then of values in the indicator's direction. */
enum beside_answer beside_compare(const struct model *m, const struct beside_row *row)
{
	const struct indikator_verdict *l = &row->left.verdict, *r = &row->right.verdict;
	struct num x = num_of(l->value), y = num_of(r->value);
	enum indikator_direction direction = judge_definition(m, row->indicator)->direction;
	if (l->status <= INDIKATOR_STATUS_UNKNOWN || r->status <= INDIKATOR_STATUS_UNKNOWN)
		return BESIDE_UNKNOWN;
	if (l->status != r->status)
		return l->status > r->status ? BESIDE_LEFT : BESIDE_RIGHT;
	if (!num_known(x) || !num_known(y) || l->status == INDIKATOR_STATUS_MET || direction == INDIKATOR_DESCRIPTIVE ||
	    direction == INDIKATOR_WITHIN || num_cmp(x, y) == 0)
		return BESIDE_SAME;
	return (num_cmp(x, y) > 0) == (direction == INDIKATOR_AT_LEAST) ? BESIDE_LEFT : BESIDE_RIGHT;
}

void beside_say(const struct model *m, const struct beside *b, const struct beside_row *row, struct buf *out)
{
	if (*row->left.value && *row->right.value)
		buf_printf(out, _("%s mot %s. "), row->left.value, row->right.value);
	switch (beside_compare(m, row)) {
	case BESIDE_LEFT:
		buf_printf(out, _("%s står bättre."), words_place(m, b->left));
		break;
	case BESIDE_RIGHT:
		buf_printf(out, _("%s står bättre."), words_place(m, b->right));
		break;
	case BESIDE_SAME:
		buf_str(out, _("De står lika."));
		break;
	case BESIDE_UNKNOWN:
		buf_str(out, _("De kan inte jämföras: läget är okänt eller finns inte."));
		break;
	}
}

static struct doc_cell standing(struct doc *d, const struct overview_row *row)
{
	const char *code = words_status_code(row->verdict.status);
	const char *text = *row->status ? arena_printf(&d->arena, "%s %s", row->mark, row->status) : "–";
	return code ? doc_text(d, text, code) : doc_unknown(d, text, "");
}

void report_beside(struct doc *d, const struct model *m, int left, int right)
{
	const struct doc_column columns[] = {
		{.name = "titel", .label = N_("Indikator"), .heads_row = true},
		{.name = "indikator", .programs_only = true},
		{.name = "status_1", .label = words_place(m, left)},
		{.name = "varde_1", .label = N_("Värde"), .align = TEXT_RIGHT},
		{.name = "avstand_1", .label = N_("Avstånd"), .align = TEXT_RIGHT},
		{.name = "status_2", .label = words_place(m, right)},
		{.name = "varde_2", .label = N_("Värde"), .align = TEXT_RIGHT},
		{.name = "avstand_2", .label = N_("Avstånd"), .align = TEXT_RIGHT},
	};
	struct beside b;
	beside_build(&b, m, left, right);
	doc_heading(d, 1, _("%s och %s, sida vid sida"), words_place(m, left), words_place(m, right));
	overview_when(d, m);
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < b.count; i++) {
		const struct indicator_text *text = &m->reference->indicators[b.rows[i].indicator];
		struct doc_cell *c = doc_row(d, t);
		c[0] = doc_text(d, b.rows[i].left.title, NULL);
		c[1] = doc_text(d, text->id, NULL);
		c[2] = standing(d, &b.rows[i].left);
		c[3] = overview_cell_value(d, text, &b.rows[i].left);
		c[4] = overview_cell_distance(d, &b.rows[i].left);
		c[5] = standing(d, &b.rows[i].right);
		c[6] = overview_cell_value(d, text, &b.rows[i].right);
		c[7] = overview_cell_distance(d, &b.rows[i].right);
	}
	beside_release(&b);
}
