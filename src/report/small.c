/* small.c - which figures are too small to be shown to others. */
#include "small.h"

#include "judge.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/base/suppress.h"
#include "radsbord/council/measure.h"

#include <stdlib.h>
#include <string.h>

/* The persons that a verdict counts, and of how many. */
struct persons {
	int64_t count, whole; /* -1: unknown; whole -1: of nothing */
	bool people;
	bool open;            /* printed by a source */
};

static int64_t whole_number(struct indikator_number n)
{
	struct num value = num_of(n);
	return num_known(value) && value.num >= 0 ? num_whole(value, NUM_CEIL) : -1;
}

/* True unless a figure of the role is the council's own count. */
static bool all_published(const struct model *m, const struct indikator_verdict *v, enum indikator_role role)
{
	for (size_t i = 0; i < v->evidence_count; i++) {
		const struct indikator_evidence *e = &v->evidence[i];
		if (e->kind == INDIKATOR_EVIDENCE_OBSERVATION && e->role == role && e->index >= 0 &&
		    !indikator_set_data(m->set)->observations[e->index].published)
			return false;
	}
	return true;
}

static struct persons persons_of(const struct model *m, const struct indikator_verdict *v)
{
	const struct indikator_definition *d = judge_definition(m, v->definition);
	struct persons p = {.count = -1, .whole = -1};
	if (d->kind == INDIKATOR_NEED) {
		p.people = measure_counts_people(d->received.measure);
		p.open = all_published(m, v, INDIKATOR_ROLE_RECEIVED);
		if (v->value.den) {
			p.count = v->received;
			p.whole = v->need;
		}
	} else if (d->kind == INDIKATOR_RATIO) {
		p.people = measure_counts_people(d->numerator.measure);
		p.open = all_published(m, v, INDIKATOR_ROLE_NUMERATOR);
		p.count = whole_number(v->numerator);
		p.whole = d->denominator.measure ? whole_number(v->denominator) : -1;
	}
	return p;
}

static enum small_reason own_reason(const struct model *m, const struct persons *p)
{
	if (!p->people || p->open || !suppress_is_small(p->count, p->whole, m->small_limit))
		return SMALL_NOT;
	return p->count > 0 && p->count < m->small_limit ? SMALL_FEW : SMALL_REST;
}

/* ---- the whole tree of an indicator and a year -------------------------------- */

static bool is_in_tree(const struct model *m, int place)
{
	return indikator_set_data(m->set)->places[place].kind <= INDIKATOR_MUNICIPALITY;
}

static void add_cell(const struct model *m, int place, int indicator, struct suppress_cell *cell)
{
	struct indikator_verdict v;
	judge(m, place, indicator, false, &v);
	struct persons p = persons_of(m, &v);
	*cell = (struct suppress_cell){.count = p.count, .open = p.open, .small = own_reason(m, &p) != SMALL_NOT};
	indikator_verdict_release(&v);
}

/* The parts of a place that are in the tree; owned. */
static size_t *parts_of(const struct model *m, int place, size_t *count)
{
	const int *children;
	size_t n = indikator_children(m->set, place, &children);
	size_t *parts = mem_alloc((n + 1) * sizeof *parts);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (is_in_tree(m, children[i]))
			parts[(*count)++] = (size_t)children[i];
	return parts;
}

/* True when the place is hidden for the sake of another. */
static bool hidden_in_tree(const struct model *of_year, int place, int indicator)
{
	size_t n = of_year->reference->places_count, sums_count = 0;
	struct suppress_cell *cells = mem_alloc((n + 1) * sizeof *cells);
	struct suppress_sum *sums = mem_alloc((n + 1) * sizeof *sums);
	size_t **parts = mem_alloc((n + 1) * sizeof *parts);
	bool any = false;
	for (size_t i = 0; i < n; i++) {
		cells[i].count = -1;
		if (!is_in_tree(of_year, (int)i))
			continue;
		add_cell(of_year, (int)i, indicator, &cells[i]);
		any |= cells[i].small;
		size_t count;
		size_t *own = parts_of(of_year, (int)i, &count);
		if (count) {
			sums[sums_count] = (struct suppress_sum){i, own, count};
			parts[sums_count++] = own;
		} else {
			free(own);
		}
	}
	if (any)
		suppress_cells(cells, n, sums, sums_count);
	bool hidden = any && cells[place].hidden;
	for (size_t i = 0; i < sums_count; i++)
		free(parts[i]);
	free(parts);
	free(sums);
	free(cells);
	return hidden;
}

/* ---- what is printed ------------------------------------------------------------ */

/* The value as it would be printed for another count. */
static struct num printed(const struct model *m, const struct indikator_verdict *v, int64_t count)
{
	const struct indicator_text *t = &m->reference->indicators[v->definition];
	struct num of = num_of(v->denominator), factor = num_of(judge_definition(m, v->definition)->factor);
	struct num value = num_div(num_int(count), num_known(of) ? of : num_int(1));
	return num_round(num_mul(value, num_known(factor) ? factor : num_int(1)), t->decimals, t->rounding);
}

static bool same(struct num a, struct num b)
{
	return num_known(a) && num_known(b) && num_cmp(a, b) == 0;
}

/* True unless the printed value is also that of a count that is not small. */
static bool gives_away(const struct model *m, const struct indikator_verdict *v, const struct persons *p,
                       enum small_reason reason)
{
	if (judge_definition(m, v->definition)->kind != INDIKATOR_RATIO || reason == SMALL_SUM)
		return true;
	struct num shown = printed(m, v, p->count);
	if (reason == SMALL_FEW)
		return !same(shown, printed(m, v, 0)) && !same(shown, printed(m, v, m->small_limit));
	return !same(shown, printed(m, v, p->whole)) && !same(shown, printed(m, v, p->whole - m->small_limit));
}

/* The reason within the year of the verdict. */
static enum small_reason reason_of(const struct model *m, const struct indikator_verdict *v, const struct persons *p)
{
	struct model of_year = *m;
	enum small_reason reason = own_reason(m, p);
	of_year.year = v->year;
	if (reason == SMALL_NOT && p->people && !p->open && p->count >= 0 && is_in_tree(m, v->place) &&
	    hidden_in_tree(&of_year, v->place, v->definition))
		return SMALL_SUM;
	return reason;
}

/* Why a count is hidden where it is what an indicator counts: registered deaths are the denominator of most and the numerator
 * of coverage. */
static enum small_reason reason_as_counted(const struct model *m, const char *measure, int place, int year)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	struct model of_year = *m;
	enum small_reason reason = SMALL_NOT;
	of_year.year = year;
	for (size_t i = 0; reason == SMALL_NOT && measure && i < data->definitions_count; i++) {
		struct indikator_verdict v;
		if (data->definitions[i].kind != INDIKATOR_RATIO || !data->definitions[i].numerator.measure ||
		    strcmp(data->definitions[i].numerator.measure, measure) != 0)
			continue;
		judge(&of_year, place, (int)i, false, &v);
		struct persons p = persons_of(&of_year, &v);
		reason = reason_of(&of_year, &v, &p);
		indikator_verdict_release(&v);
	}
	return reason;
}

/* Why the denominator is hidden; then the count and the distance would give it away with the value. */
static enum small_reason denominator_reason(const struct model *m, const struct indikator_verdict *v)
{
	const struct indikator_definition *d = judge_definition(m, v->definition);
	if (d->kind != INDIKATOR_RATIO || !measure_counts_people(d->denominator.measure) || !d->denominator.measure ||
	    all_published(m, v, INDIKATOR_ROLE_DENOMINATOR))
		return SMALL_NOT;
	if (suppress_is_small(whole_number(v->denominator), -1, m->small_limit))
		return SMALL_FEW;
	return reason_as_counted(m, d->denominator.measure, v->place, v->year);
}

static bool year_before_is_small(const struct model *m, const struct indikator_verdict *v)
{
	struct model before = *m;
	struct indikator_verdict old;
	if (!v->change.den)
		return false;
	before.year = v->year - 1;
	judge(&before, v->place, v->definition, false, &old);
	struct persons p = persons_of(&before, &old);
	enum small_reason reason = reason_of(&before, &old, &p);
	bool small = reason != SMALL_NOT && gives_away(&before, &old, &p, reason);
	indikator_verdict_release(&old);
	return small;
}

/* What is added to a hidden count would tell it with the sum: of a need, for only there is anything added to people. */
static bool is_hidden_without(const struct model *m, const struct indikator_verdict *v)
{
	struct model base = *m;
	struct indikator_verdict old;
	if (!m->without || judge_definition(m, v->definition)->kind != INDIKATOR_NEED)
		return false;
	base.set = m->without;
	base.without = NULL;
	base.year = v->year;
	judge(&base, v->place, v->definition, false, &old);
	bool hidden = small_figures(&base, &old).reason != SMALL_NOT;
	indikator_verdict_release(&old);
	return hidden;
}

struct small small_figures(const struct model *m, const struct indikator_verdict *v)
{
	struct small s = {.reason = SMALL_NOT};
	if (m->small_limit <= 0 || !v->year)
		return s;
	struct persons p = persons_of(m, v);
	s.reason = reason_of(m, v, &p);
	s.value = s.reason != SMALL_NOT && gives_away(m, v, &p, s.reason);
	if (s.reason == SMALL_NOT)
		s.reason = denominator_reason(m, v);
	if (s.reason == SMALL_NOT && is_hidden_without(m, v))
		s = (struct small){.reason = SMALL_SUM, .value = true};
	s.change = s.value || year_before_is_small(m, v);
	return s;
}

bool small_observation(const struct model *m, const struct indikator_observation *o)
{
	return m->small_limit > 0 && !o->published && measure_counts_people(o->measure) &&
	       (suppress_is_small(whole_number(o->value), -1, m->small_limit) ||
	        reason_as_counted(m, o->measure, o->place, o->year) != SMALL_NOT);
}

const char *small_words(struct arena *a, const struct model *m, enum small_reason reason)
{
	const char *limit = m->small_limit == 5 ? _("fem") : m->small_limit == 10 ? _("tio") : words_count(a, m->small_limit, NULL);
	switch (reason) {
	case SMALL_FEW:
		return arena_printf(a, _("färre än %s personer"), limit);
	case SMALL_REST:
		return arena_printf(a, _("alla utom färre än %s personer"), limit);
	case SMALL_SUM:
		return arena_printf(a, _("annars kunde ett tal under %s räknas ut ur summan"), limit);
	case SMALL_NOT:
		break;
	}
	return "";
}
