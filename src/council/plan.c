#include "radsbord/council/plan.h"

#include <stdio.h>
#include <string.h>

const struct plan *plan_of_year(const struct records *r, int64_t year)
{
	for (size_t i = 0; i < records_count(r, RECORD_PLAN); i++)
		if (records_plan(r, i)->year == year)
			return records_plan(r, i);
	return NULL;
}

const struct plan *plan_beside(const struct records *r, int64_t year, int by)
{
	const struct plan *best = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_PLAN); i++) {
		const struct plan *p = records_plan(r, i);
		if (by > 0 ? p->year > year && (!best || p->year < best->year) : p->year < year && (!best || p->year > best->year))
			best = p;
	}
	return best;
}

static bool same_file(const struct record *a, const struct record *b)
{
	return a->file == b->file || !a->file || !b->file || strcmp(a->file, b->file) == 0;
}

/* "2027", also with blanks that an editor left. */
static bool has_year(const struct strings *years, int64_t year)
{
	char wanted[24];
	if (years->count == 0)
		return false;
	snprintf(wanted, sizeof wanted, "%lld", (long long)year);
	return strings_has(years, wanted);
}

bool plan_has(const struct plan *p, const struct record *r, const struct strings *carried)
{
	return same_file(&p->head, r) || has_year(carried, p->year);
}

bool plan_shows_action(const struct records *r, const struct plan *p, const struct action *a, struct date today)
{
	return plan_has(p, &a->head, &a->carried) || (action_is_open(a) && p == plan_for_year(r, today.year));
}

const char *plan_file(int64_t year, struct arena *a)
{
	return arena_printf(a, "plan/%04lld.rec", (long long)year);
}

/* The same day some years later; 29 February is the 28th where there is none. */
static struct date later(struct date d, int years)
{
	struct buf b = {0};
	struct date same;
	if (!date_known(d))
		return d;
	d.year += years;
	date_format_iso(&b, d);
	if (!date_parse(buf_cstr(&b), &same))
		d.day = 28;
	buf_release(&b);
	return d;
}

void plan_begin(const struct records *r, int year, struct arena *a, struct plan *out)
{
	const struct plan *before = plan_beside(r, year, -1);
	record_init(record_type(RECORD_PLAN), out);
	if (before)
		*out = *before;
	out->head = (struct record){.id = NULL};
	out->year = year;
	out->title = arena_printf(a, "Handlingsplan %d", year);
	out->adopted = DATE_NONE;
	out->adopted_by = out->source = out->note = NULL;
	if (before) {
		out->year_plan_due = later(out->year_plan_due, year - (int)before->year);
		out->year_report_due = later(out->year_report_due, year - (int)before->year);
	}
}

int64_t plan_next_nr(const struct records *r, enum record_kind kind)
{
	const struct field *f = record_field(record_type(kind), "Nr", 2);
	int64_t max = 0;
	for (size_t i = 0; i < records_count(r, kind); i++) {
		int64_t nr;
		memcpy(&nr, (const char *)records_at(r, kind, i) + f->offset, sizeof nr);
		if (nr > max && nr < INT64_MAX) /* a file may hold anything */
			max = nr;
	}
	return max + 1;
}

/* ---- carrying over --------------------------------------------------------- */

/* The plan a record was written in; NULL when its file has none. */
static const struct plan *own_plan(const struct records *r, const struct record *record)
{
	for (size_t i = 0; i < records_count(r, RECORD_PLAN); i++)
		if (same_file(&records_plan(r, i)->head, record))
			return records_plan(r, i);
	return NULL;
}

static bool may_carry(const struct records *r, const struct plan *to, const struct plan *before, enum record_kind kind,
                      const struct record *record)
{
	const struct goal *g = (const struct goal *)(const void *)record;
	const struct focus *f = (const struct focus *)(const void *)record;
	const struct action *a = (const struct action *)(const void *)record;
	const struct plan *own = own_plan(r, record);
	if (kind == RECORD_ACTION)
		return action_is_open(a) && (!own || own->year < to->year) && !plan_has(to, record, &a->carried);
	if (!before || (kind == RECORD_GOAL && date_known(g->to) && g->to.year < to->year))
		return false;
	const struct strings *carried = kind == RECORD_GOAL ? &g->carried : &f->carried;
	return plan_has(before, record, carried) && !plan_has(to, record, carried);
}

size_t plan_carry_list(const struct records *r, const struct plan *to, struct carry *out, size_t max)
{
	static const enum record_kind kinds[] = {RECORD_GOAL, RECORD_FOCUS, RECORD_ACTION};
	const struct plan *before = plan_beside(r, to->year, -1);
	size_t n = 0;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (size_t i = 0; i < records_count(r, kinds[k]); i++) {
			const struct record *record = records_at(r, kinds[k], i);
			if (!may_carry(r, to, before, kinds[k], record))
				continue;
			if (n < max)
				out[n] = (struct carry){kinds[k], record};
			n++;
		}
	return n;
}

void plan_carry(struct changes *c, const struct plan *to, const struct carry *items, size_t count)
{
	const char *year = arena_printf(&c->arena, "%lld", (long long)to->year);
	for (size_t i = 0; i < count; i++)
		changes_append(c, items[i].kind, items[i].record, "Overford", year);
	changes_title(c, "Förde över %zu till planen för %s", count, year);
}
