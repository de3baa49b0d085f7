/* goals.h - a goal as a matrix: its places times its indicators, reached only when every square is. Not for other modules. */
#ifndef RADSBORD_REPORT_GOALS_H
#define RADSBORD_REPORT_GOALS_H

#include "radsbord/report/model.h"

/* Indices of what exists. Arrays in the arena. */
struct goal_matrix {
	const struct goal *goal;
	int *places, *indicators;
	size_t places_count, indicators_count;
	bool own;                   /* squares are held against the goal's own target, not each indicator's */
	struct num low, high;
};
struct goal_squares {
	int64_t total, met, unknown, none;
};

struct goal_matrix goal_matrix(struct arena *a, const struct model *m, const struct goal *g);
/* A square: the verdict, to be released, and how it stands against the goal. What is too small to be shown to others is unknown in
 * it and marked as hidden; the status stays. */
struct goal_square {
	struct indikator_verdict verdict;
	struct indikator_standing standing;
	bool hidden_value, hidden_distance;
};
struct goal_square goal_square(const struct model *m, const struct goal_matrix *x, int place, int indicator);
/* All squares, or those of one indicator (an index of the engine) unless it is -1. */
struct goal_squares goal_count(const struct model *m, const struct goal_matrix *x, int indicator);
/* "0 av 60 rutor når målet, 60 okända" */
const char *goal_standing(struct arena *a, const struct goal_squares *s);
/* "minst 85 % senast 2027": a target of the council's own, by the direction of the indicator. */
const char *goal_target_words(struct arena *a, const struct model *m, int indicator, struct indikator_number low,
                              struct indikator_number high, int year);

#endif
