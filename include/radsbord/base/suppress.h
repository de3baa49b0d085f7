/* Small numbers on the way out (statistical disclosure control by cell suppression).
 *
 * A count of people that is small is hidden, and so are as many others as it takes that no hidden count can be worked out
 * from the sums that are shown. Zero says nothing of anybody and is shown. */
#ifndef RADSBORD_BASE_SUPPRESS_H
#define RADSBORD_BASE_SUPPRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True for 1 to limit - 1 of `whole`, and when all but so few of `whole` are counted. whole -1: there is none. */
bool suppress_is_small(int64_t count, int64_t whole, int64_t limit);

struct suppress_cell {
	int64_t count;   /* persons; -1: nobody knows, so nothing can be worked out with it */
	bool open;       /* printed elsewhere already: hiding it is of no use */
	bool small;      /* to be hidden for its own sake */
	bool hidden;     /* the answer; true for what is small */
};
/* cells[total] is the sum of cells[parts[i]]. Indices are within the cells. A cell is in at most two sums, as in a table with
 * totals (its row and its column) and in a tree (its own parts, and what it is a part of). */
struct suppress_sum {
	size_t total;
	const size_t *parts;
	size_t parts_count;
};
/* Fills `hidden`. To protect a count, those are hidden besides that are fewest people together, and a zero only when there is
 * nothing else. */
void suppress_cells(struct suppress_cell *cells, size_t count, const struct suppress_sum *sums, size_t sums_count);

#endif
