/* What the files of pane 3 share: plan.c has the pane and its actions, plan_edit.c what is done to an action, plan_lists.c the goals,
 * focus areas and plans, plan_steps.c what takes several records at once, plan_check.c the part Att kontrollera. */
#ifndef PANE_PLAN_H
#define PANE_PLAN_H

#include "gaps.h"

#include "radsbord/council/plan.h"

enum plan_part { PLAN_ACTIONS, PLAN_INCOMPLETE, PLAN_GOALS, PLAN_FOCUS, PLAN_PLANS, PLAN_CHECK };

/* A row: the index of a record of the part's kind; in the part Att kontrollera of `checks`. */
struct check_row {
	enum record_kind kind;
	const struct record *record;
	bool national, without_action, stale;
};
struct plan_state {
	struct pane pane;
	size_t *rows;
	size_t count, cap;
	struct {
		struct check_row *items;
		size_t count, cap;
	} checks;
	const struct model *model;
	struct date today;
	int64_t year;               /* of the plan shown; 0: the council's plan of today */
	int64_t carry_to;           /* of the plan that is about to get what is carried over */
	size_t open, overdue;       /* of its actions */
	struct buf cell;
};

/* The plan that is shown, or NULL. */
const struct plan *plan_shown(const struct plan_state *s);
/* The record on the selected row when it is of this kind; NULL otherwise, also when it has gone. */
const struct record *plan_selected(struct frame *f, enum record_kind kind);
const struct action *plan_selected_action(struct frame *f);
/* The kind of record a part lists. */
enum record_kind plan_part_kind(int part);

/* A review of these actions (Ids) at the meeting of the day or the next one. */
void plan_review(struct frame *f, const struct strings *actions);

/* plan_edit.c: true when the command was one of its own. */
bool plan_edit_command(struct frame *f, enum command c);
/* plan_lists.c */
struct list_source plan_list_source(struct plan_state *s);
bool plan_list_command(struct frame *f, struct plan_state *s, enum command c);
void plan_list_describe(struct frame *f, struct plan_state *s, size_t row, struct detail *d);
void plan_list_note(struct plan_state *s, size_t row, struct buf *out);
/* plan_steps.c */
void plan_ask_list(struct frame *f);
void plan_links(struct frame *f, const struct action *a);
void plan_carry_over(struct frame *f, const struct plan_state *s);
void plan_take_up(struct frame *f, const struct action *a);
/* plan_check.c */
void plan_check_collect(struct frame *f, struct plan_state *s);
struct list_source plan_check_source(struct plan_state *s);
void plan_check_describe(struct plan_state *s, size_t row, struct detail *d);
void plan_check_note(struct plan_state *s, size_t row, struct buf *out);
bool plan_check_command(struct frame *f, struct plan_state *s, enum command c);

#endif
