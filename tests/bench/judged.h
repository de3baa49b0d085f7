/* judged.h - the aggregate that the engine and SQLite are both asked for, and SQLite's way to it.
 *
 * For every indicator, every year, and every municipality and region: the two figures that a ratio or a need is made of
 * (those of a region summed where its municipalities state them) and the status against the target; of a service the
 * status by statements, units and inventories, and of a region also the inhabitants by the status of their
 * municipality.
 */
#ifndef TESTS_BENCH_JUDGED_H
#define TESTS_BENCH_JUDGED_H

#include "bench/country.h"

struct judged {
	int64_t above, below;                  /* value = factor * above / below; below 0: unknown, or a service */
	int64_t met, partly, missing, unknown; /* inhabitants, of a region and a service */
	int status;                            /* enum indikator_status */
};
/* The place in the array of a definition, a year and a place. */
size_t judged_at(const struct country *c, int definition, int year, int place);
size_t judged_most(const struct country *c);

struct peer;
/* The country in a database in memory: every table keyed for the query, and what a statement covers, a unit serves and
 * a unit meets worked out before and stored. */
struct peer *peer_open(const struct country *c, const struct indikator_set *set);
/* Runs the prepared statements; `out` (judged_most() items, all unknown) may be NULL: then the rows are only fetched.
 */
void peer_query(struct peer *p, struct judged *out);
size_t peer_memory(void);
void peer_close(struct peer **p);

#endif
