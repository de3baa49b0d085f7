/* Paragraphs, and what is written in the room. */
#include "radsbord/council/minutes.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/council/verdict.h"

#include <stdlib.h>
#include <string.h>

static bool same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* ---- paragraphs ------------------------------------------------------------------------------- */

static void put(struct paragraph *out, size_t max, size_t *n, struct paragraph p)
{
	p.nr = (int64_t)*n;
	if (*n < max)
		out[*n] = p;
	++*n;
}

static bool gathers(const struct records *r, const size_t *order, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (records_item(r, order[i])->gathers)
			return true;
	return false;
}

/* Numbered from 0. */
static size_t from_zero(const struct records *r, const struct meeting *m, struct paragraph *out, size_t max)
{
	struct arena a = {0};
	size_t items = records_count(r, RECORD_ITEM), verdicts = records_count(r, RECORD_VERDICT), n = 0;
	size_t *order = arena_alloc(&a, (items + 1) * sizeof *order), *given = arena_alloc(&a, (verdicts + 1) * sizeof *given);
	items = agenda_items(r, m, order, items);
	verdicts = verdicts_of(r, m, given, verdicts);
	bool any = gathers(r, order, items);
	for (size_t i = 0; i < items; i++) {
		const struct item *item = records_item(r, order[i]);
		put(out, max, &n, (struct paragraph){.item = item});
		if (!item->gathers && (any || i + 1 < items))
			continue;
		for (size_t k = 0; k < verdicts; k++)
			if (records_verdict(r, given[k])->own_paragraph)
				put(out, max, &n, (struct paragraph){.item = item, .verdict = records_verdict(r, given[k])});
		verdicts = 0;
	}
	arena_release(&a);
	return n;
}

static bool is_before(const struct meeting *a, const struct meeting *b)
{
	int order = date_cmp(a->date, b->date);
	if (!order)
		order = (a->start > b->start) - (a->start < b->start);
	return (order ? order : strcmp(a->head.id, b->head.id)) < 0;
}

/* A meeting whose paragraphs come before those of `m` when the numbers run over the year. */
static bool counts_before(const struct meeting *other, const struct meeting *m)
{
	return other->date.year == m->date.year && other->status != MEETING_CANCELLED && is_before(other, m);
}

/* § numbers go on from the last meeting before this one whose numbers are fixed, else from the first of the year. */
static int64_t first_of(const struct records *r, const struct meeting *m, bool by_year)
{
	const struct meeting *fixed = NULL;
	int64_t first = 1;
	if (m->first_paragraph != FIELD_INT_NONE)
		return m->first_paragraph;
	for (size_t i = 0; by_year && i < records_count(r, RECORD_MEETING); i++) {
		const struct meeting *other = records_meeting(r, i);
		if (counts_before(other, m) && other->first_paragraph != FIELD_INT_NONE && (!fixed || is_before(fixed, other)))
			fixed = other;
	}
	if (fixed)
		first = fixed->first_paragraph;
	for (size_t i = 0; by_year && i < records_count(r, RECORD_MEETING); i++) {
		const struct meeting *other = records_meeting(r, i);
		if (counts_before(other, m) && (!fixed || !is_before(other, fixed)))
			first += (int64_t)from_zero(r, other, NULL, 0);
	}
	return first;
}

size_t minutes_paragraphs(const struct records *r, const struct meeting *m, bool by_year, struct paragraph *out, size_t max)
{
	size_t n = from_zero(r, m, out, max);
	int64_t first = first_of(r, m, by_year);
	for (size_t i = 0; i < n && i < max; i++)
		out[i].nr += first;
	return n;
}

int64_t minutes_paragraph_of(const struct records *r, const struct meeting *m, bool by_year, const char *item)
{
	struct arena a = {0};
	size_t n = minutes_paragraphs(r, m, by_year, NULL, 0);
	struct paragraph *all = arena_alloc(&a, (n + 1) * sizeof *all);
	int64_t nr = 0;
	minutes_paragraphs(r, m, by_year, all, n);
	for (size_t i = 0; i < n && !nr; i++)
		if (!all[i].verdict && same(all[i].item->head.id, item))
			nr = all[i].nr;
	arena_release(&a);
	return nr;
}

size_t minutes_tasks(const struct records *r, const struct meeting *m, const struct item *item, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++) {
		const struct action *a = records_action(r, i);
		if (!same(a->meeting, m->head.id) || !(a->item ? same(a->item, item->head.id) : item->gathers))
			continue;
		size_t at = n < max ? n : max;
		while (at > 0 && records_action(r, out[at - 1])->nr > a->nr) {
			if (at < max)
				out[at] = out[at - 1];
			at--;
		}
		if (at < max)
			out[at] = i;
		n++;
	}
	return n;
}

/* ---- in the room -------------------------------------------------------------------------------- */

static void add_line(struct changes *c, const struct item *item, const char *field, const char *before, const char *line)
{
	changes_set_text(c, RECORD_ITEM, &item->head, field,
	                 before && *before ? arena_printf(&c->arena, "%s\n%s", before, line) : line);
}

void minutes_note(struct changes *c, const struct item *item, const char *line)
{
	add_line(c, item, "Text", item->text, line);
	changes_title(c, "Text under ”%s”", item->title);
}

void minutes_decide(struct changes *c, const struct item *item, const char *line)
{
	add_line(c, item, "Beslut", item->decision, line);
	changes_set_text(c, RECORD_ITEM, &item->head, "Slag", item_kinds[ITEM_DECISION].code);
	changes_title(c, "Beslut under ”%s”", item->title);
}

void minutes_set_kind(struct changes *c, const struct item *item, enum item_kind kind)
{
	changes_set_text(c, RECORD_ITEM, &item->head, "Slag", item_kinds[kind].code);
	changes_title(c, "”%s”: %s", item->title, item_kinds[kind].label);
}

void minutes_begin(struct changes *c, const struct item *item, int time)
{
	const char *text = item->started >= 0 ? NULL : arena_printf(&c->arena, "%02d:%02d", time / 60 % 24, time % 60);
	changes_set_text(c, RECORD_ITEM, &item->head, "Borjade", text);
	changes_title(c, text ? N_("”%s” började") : N_("”%s” har inte börjat"), item->title);
}

/* The item that was begun next after `item`, or with NULL the one begun last. */
static const struct item *begun_after(const struct records *r, const struct meeting *m, const struct item *item)
{
	const struct item *best = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_ITEM); i++) {
		const struct item *other = records_item(r, i);
		if (!same(other->head.file, m->head.file) || other->started < 0 || other == item)
			continue;
		if (!item ? !best || other->started > best->started || (other->started == best->started && other->nr > best->nr)
		          : (other->started > item->started || (other->started == item->started && other->nr > item->nr)) &&
		                    (!best || other->started < best->started))
			best = other;
	}
	return best;
}

int minutes_elapsed(const struct records *r, const struct meeting *m, const struct item *item, int now)
{
	if (item->started < 0)
		return -1;
	const struct item *next = begun_after(r, m, item);
	int end = next ? next->started : now;
	return end < item->started ? -1 : end - item->started;
}

const struct item *minutes_current(const struct records *r, const struct meeting *m)
{
	return begun_after(r, m, NULL);
}

void minutes_table(struct changes *c, const struct records *r, const struct item *item, const struct meeting *next, const char *id)
{
	changes_set_text(c, RECORD_ITEM, &item->head, "Slag", item_kinds[ITEM_TABLED].code);
	if (next && !agenda_is_carried(r, item)) {
		struct item later;
		record_init(record_type(RECORD_ITEM), &later);
		later.head.id = id;
		later.kind = ITEM_DECISION;
		later.title = item->title;
		later.minutes = item->minutes;
		later.presenter = item->presenter;
		later.attachments = item->attachments;
		later.from = item->head.id;
		agenda_insert(c, r, next, &later);
	}
	changes_title(c, "Bordlade ”%s”", item->title);
}
