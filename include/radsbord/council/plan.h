/* Rules for the plans of several years: what belongs to which, and what is carried over to the next. Pure.
 *
 * A goal, a focus area or an action belongs to the plan of the file it was written in. What is carried over stays there and gets
 * the year of the next plan besides (Overford, once for each). So it keeps its Id, its number and its history; what refers to it
 * still does; the plan of the old year still has it; and undo takes one line away. */
#ifndef RADSBORD_COUNCIL_PLAN_H
#define RADSBORD_COUNCIL_PLAN_H

#include "radsbord/council/action.h"

/* The plan of exactly this year, or NULL. */
const struct plan *plan_of_year(const struct records *r, int64_t year);
/* The next plan after (`by` 1) or before (-1) a year; NULL when there is none. */
const struct plan *plan_beside(const struct records *r, int64_t year, int by);
/* True when the record, of a file or carried over, belongs to the plan. */
bool plan_has(const struct plan *p, const struct record *r, const struct strings *carried);
/* What is shown as the plan's: what belongs to it, and when it is the plan of `today`, the open actions of other plans too: a promise
 * that nobody carried over is still one. */
bool plan_shows_action(const struct records *r, const struct plan *p, const struct action *a, struct date today);

/* A plan to write for a year: what stays as it was in the newest one before it, nothing adopted. Strings are borrowed. */
void plan_begin(const struct records *r, int year, struct arena *a, struct plan *out);
/* "plan/2027.rec", in the arena. */
const char *plan_file(int64_t year, struct arena *a);

/* What can be carried over to a plan: the goals that have not ended and the focus areas of the plan before it, and every open
 * action of an earlier one. */
struct carry {
	enum record_kind kind;      /* RECORD_GOAL, RECORD_FOCUS, RECORD_ACTION */
	const struct record *record;
};
/* Writes at most `max`, returns how many there are. Goals first, then focus areas, then actions, in the order of the files. */
size_t plan_carry_list(const struct records *r, const struct plan *to, struct carry *out, size_t max);
/* The step. */
void plan_carry(struct changes *c, const struct plan *to, const struct carry *items, size_t count);

/* The lines of a list that was pasted, one an action: bullets, dashes, numbers and letters before a line are taken off, tabs and
 * hard blanks become blanks, soft hyphens go, and blank lines are none. In the arena. */
void plan_read_list(const char *text, struct arena *a, struct strings *out);
/* The step that makes an action of each, numbered on from `nr`. `ids` are fresh, one a line. */
void plan_add_list(struct changes *c, const struct strings *titles, const char *const *ids, int64_t nr, const char *file);

/* The next display number of a goal or a focus area: max + 1. */
int64_t plan_next_nr(const struct records *r, enum record_kind kind);

#endif
