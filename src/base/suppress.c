/* Cell suppression. The sums are the nodes of a graph and each count is an edge between the two sums that it is in (or between
 * its one sum and the world outside). A hidden count can be worked out exactly when it lies on no ring of hidden counts:
 * round a ring, one more here is one less there, and every sum stays as it is printed. So for a hidden count without a ring
 * the cheapest way that closes one is hidden, too. */
#include "radsbord/base/suppress.h"

#include "radsbord/base/mem.h"

#include <stdlib.h>

enum { ENDS = 2 };

struct problem {
	struct suppress_cell *cells;
	size_t count;
	const struct suppress_sum *sums;
	size_t sums_count;
	size_t (*ends)[ENDS];  /* of each cell: indices of sums; sums_count is the world outside */
	int64_t *far;          /* of each node: what the cheapest way there costs */
	size_t *came;          /* ... and the cell that it comes through */
};

static const int64_t unreached = INT64_MAX;
static const int64_t zero_cost = INT64_C(1) << 40; /* a zero is hidden only when every other way is closed */
static const int64_t count_most = INT64_C(1) << 32;
static const size_t none = (size_t)-1;

bool suppress_is_small(int64_t count, int64_t whole, int64_t limit)
{
	int64_t rest = whole - count;

	return (count > 0 && count < limit) || (whole >= 0 && count >= 0 && rest > 0 && rest < limit);
}

/* The k-th cell of a sum, its total last. */
static size_t member(const struct suppress_sum *s, size_t k)
{
	return k < s->parts_count ? s->parts[k] : s->total;
}

static void find_ends(struct problem *p)
{
	for (size_t i = 0; i < p->count; i++)
		p->ends[i][0] = p->ends[i][1] = p->sums_count;
	for (size_t r = 0; r < p->sums_count; r++)
		for (size_t k = 0; k <= p->sums[r].parts_count; k++) {
			size_t *ends = p->ends[member(&p->sums[r], k)];

			ends[ends[0] == p->sums_count ? 0 : 1] = r;
		}
}

/* What hiding a cell costs; nothing when nobody sees it as it is, -1 when it is of no use. */
static int64_t cost(const struct suppress_cell *c)
{
	if (c->hidden || c->count < 0)
		return 0;
	if (c->open)
		return -1;
	return c->count == 0 ? zero_cost : c->count < count_most ? c->count : count_most;
}

/* Goes along one cell; true when that makes a way cheaper. */
static bool relax(struct problem *p, size_t cell, size_t from, size_t to)
{
	int64_t by = cost(&p->cells[cell]);

	if (by < 0 || p->far[from] == unreached || p->far[from] + by >= p->far[to])
		return false;
	p->far[to] = p->far[from] + by;
	p->came[to] = cell;
	return true;
}

/* The cheapest way from one end of a cell to the other that does not go through it. False when there is none. */
static bool find_ring(struct problem *p, size_t cell)
{
	bool better = true;

	for (size_t i = 0; i <= p->sums_count; i++) {
		p->far[i] = unreached;
		p->came[i] = none;
	}
	p->far[p->ends[cell][0]] = 0;
	while (better) {
		better = false;
		for (size_t i = 0; i < p->count; i++) {
			if (i == cell)
				continue;
			better |= relax(p, i, p->ends[i][0], p->ends[i][1]);
			better |= relax(p, i, p->ends[i][1], p->ends[i][0]);
		}
	}
	return p->far[p->ends[cell][1]] != unreached;
}

/* Hides what closes the ring of a hidden cell. True when that was anything. */
static bool close_ring(struct problem *p, size_t cell)
{
	size_t at = p->ends[cell][1], start = p->ends[cell][0];

	if (at == start || !find_ring(p, cell) || p->far[at] == 0)
		return false;
	while (at != start) {
		size_t through = p->came[at];

		if (p->cells[through].count >= 0)
			p->cells[through].hidden = true;
		at = p->ends[through][0] == at ? p->ends[through][1] : p->ends[through][0];
	}
	return true;
}

static bool close_rings(struct problem *p)
{
	bool any = false;

	for (size_t i = 0; i < p->count; i++)
		any |= p->cells[i].hidden && close_ring(p, i);
	return any;
}

/* Whoever knows that zeros are shown knows that as many hidden counts as they are together are ones: one more is hidden. */
static bool hide_ones(struct problem *p)
{
	for (size_t r = 0; r < p->sums_count; r++) {
		const struct suppress_sum *s = &p->sums[r];
		int64_t left = p->cells[s->total].count, hidden = 0;
		bool certain = left >= 0 && !p->cells[s->total].hidden;
		size_t best = none;

		for (size_t k = 0; k <= s->parts_count; k++) {
			const struct suppress_cell *c = &p->cells[member(s, k)];
			int64_t price = cost(c);

			if (k < s->parts_count) {
				left -= c->hidden ? 0 : c->count;
				hidden += c->hidden;
				certain &= c->count >= 0 && !(c->hidden && c->count == 0);
			}
			if (price > 0 && (best == none || price < cost(&p->cells[best])))
				best = member(s, k);
		}
		if (certain && hidden > 0 && left == hidden && best != none) {
			p->cells[best].hidden = true;
			return true;
		}
	}
	return false;
}

void suppress_cells(struct suppress_cell *cells, size_t count, const struct suppress_sum *sums, size_t sums_count)
{
	struct problem p = {.cells = cells, .count = count, .sums = sums, .sums_count = sums_count};

	for (size_t i = 0; i < count; i++)
		cells[i].hidden = cells[i].small;
	p.ends = mem_alloc((count + 1) * sizeof *p.ends);
	p.far = mem_alloc((sums_count + 1) * sizeof *p.far);
	p.came = mem_alloc((sums_count + 1) * sizeof *p.came);
	find_ends(&p);
	while (close_rings(&p) || hide_ones(&p))
		;
	free(p.ends);
	free(p.far);
	free(p.came);
}
