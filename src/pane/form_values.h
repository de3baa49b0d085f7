/* What is typed in a form as it stands in a file, and back. */
#ifndef PANE_FORM_VALUES_H
#define PANE_FORM_VALUES_H

#include "radsbord/council/reference.h"
#include "radsbord/report/model.h"

/* What a field means by its text: codes of the reference, written by name, or people and what they belong to, in their own words. */
enum holds {
	HOLDS_TEXT, HOLDS_PLACE, HOLDS_AREA, HOLDS_INDICATOR, HOLDS_DIMENSION, HOLDS_LIMIT, HOLDS_GAP, HOLDS_PROPOSAL, HOLDS_GOAL,
	HOLDS_PERSON, HOLDS_ORGANISATION, HOLDS_WORKPLACE, HOLDS
};
enum holds form_holds(enum record_kind kind, const struct field *f);
struct form_world {
	const struct model *model;
	const struct reference *reference;
	struct date today;
};
struct frame;
struct form_world form_world(const struct frame *f);
/* The values of a field as typed: none when it is empty. Lists: one a line. False, with a sentence, when it does not fit. */
bool form_read_value(const struct form_world *w, enum record_kind kind, const struct field *f, const char *typed, struct arena *a,
                     struct strings *out, struct error *e);
/* The value as a form shows it. Appends. */
void form_show_value(const struct form_world *w, enum record_kind kind, const struct field *f, const struct record *r, struct buf *out);

/* "B04-02 Jourlinje dygnet runt: Ingen jour": a gap as a form shows it; the Id alone when it has gone. In the arena. */
const char *form_gap_line(const struct model *m, const char *id, struct arena *a);
/* "1 Nå målnivåerna": a goal of the plan. */
const char *form_goal_line(const struct goal *g, struct arena *a);

#endif
