/* The plan and the meetings as tables. */
#ifndef RADSBORD_REPORT_PLAN_H
#define RADSBORD_REPORT_PLAN_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* `radsbord plan`: columns nr id fokusomrade aktivitet ansvarig start senast status forsenad mote. Of what m->filter takes. */
void report_plan(struct doc *d, const struct model *m);
/* `radsbord moten`: columns nr id datum start slut plats typ status. year 0: all. */
void report_meetings(struct doc *d, const struct model *m, int year);
/* Details for the panes. */
void report_action(struct doc *d, const struct model *m, const struct action *a);
void report_meeting(struct doc *d, const struct model *m, const struct meeting *mt);
/* The commission, adoption, goals with their indicators as they stand, and the meeting quota of a plan. */
void report_plan_head(struct doc *d, const struct model *m, const struct plan *p);
/* One goal as a matrix of places and indicators, reached only when every square is; a goal of principle lists its dimensions. */
void report_goal(struct doc *d, const struct model *m, const struct goal *g);
/* `radsbord mal`: every goal square by square; columns nr id plats region_kod indikator ar status varde mal delmal delmal_ar avstand. */
void report_goals(struct doc *d, const struct model *m);

#endif
