/* Inside pane 4: the rows of its year, and how they are shown (meetings_rows.c). */
#ifndef PANE_MEETINGS_H
#define PANE_MEETINGS_H

#include "pane.h"

/* A line of the year: a meeting, a day to avoid, or a day that a referral waits for. */
struct year_row {
	struct date date;
	long meeting, referral, waypoint; /* indices, or -1 */
	struct holiday holiday;           /* when all are */
};
struct meetings_state {
	struct pane pane;
	struct year_row *rows;
	size_t count, cap;
	const struct model *model;
	int year;                   /* 0 until first built: then this year */
	bool wheel;                 /* as twelve months */
	struct buf cell;
};

static inline const struct meeting *meeting_at(const struct meetings_state *s, size_t row)
{
	return s->rows[row].meeting < 0 ? NULL : records_meeting(s->model->council, (size_t)s->rows[row].meeting);
}

/* The columns, the cells, the order and the words of `count` rows. */
struct list_source meetings_source(struct meetings_state *s);
/* The referral whose answer or step a row waits for; NULL when it is gone. */
const struct referral *meetings_referral(const struct meetings_state *s, const struct year_row *row);

#endif
