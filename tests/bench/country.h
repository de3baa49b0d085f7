/* country.h - a country of the real places and indicators with made-up figures, units and statements of many years. */
#ifndef TESTS_BENCH_COUNTRY_H
#define TESTS_BENCH_COUNTRY_H

#include "indikator.h"

#include "radsbord/base/mem.h"

struct country {
	struct indikator_data data;
	int first_year, years; /* the last one is the current year; it ends today */
	struct arena arena;
	int *judged; /* the municipalities and the regions, and after them the areas and the country */
	size_t judged_count, whole_count;
	/* of each definition's numerator, denominator, base and received: the number of its measure, or -1 */
	int (*measures)[4];
	int *observation_measures;
};

/* For `years` years: about 6 700 observations a year, `units` units and as many statements. Borrows the places and
 * definitions of `real`. Only one source states each measure, each of municipalities or of regions. */
void country_make(struct country *c, const struct indikator_data *real, int years, int units);
void country_release(struct country *c);
indikator_date country_today(const struct country *c);

#endif
