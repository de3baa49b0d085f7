/* Two places side by side. The pane and `radsbord bredvid` show these rows. */
#ifndef RADSBORD_REPORT_BESIDE_H
#define RADSBORD_REPORT_BESIDE_H

#include "radsbord/report/overview.h"

struct beside_row {
	int indicator;
	struct overview_row left, right;  /* strings in the arena */
};
struct beside {
	struct arena arena;
	int left, right;                  /* places */
	struct beside_row *rows;          /* in the overview's order, without what units and councils are asked to report */
	size_t count;
};
void beside_build(struct beside *b, const struct model *m, int left, int right);
void beside_release(struct beside *b);

/* Which of them stands better: by status, and by value where both miss the target in the same direction. An unknown answer is never
 * better or worse. */
enum beside_answer { BESIDE_UNKNOWN, BESIDE_SAME, BESIDE_LEFT, BESIDE_RIGHT };
enum beside_answer beside_compare(const struct model *m, const struct beside_row *row);
/* "33,7 % mot 22,4 %. Södermanland står bättre." Appends. */
void beside_say(const struct model *m, const struct beside *b, const struct beside_row *row, struct buf *out);

/* `radsbord bredvid`: columns titel indikator status_1 varde_1 avstand_1 status_2 varde_2 avstand_2. */
void report_beside(struct doc *d, const struct model *m, int left, int right);

#endif
