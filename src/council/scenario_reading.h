/* scenario_reading.h - what the readers of a change share. Not for other modules. */
#ifndef RADSBORD_COUNCIL_SCENARIO_READING_H
#define RADSBORD_COUNCIL_SCENARIO_READING_H

#include "phrase.h"

struct names {
	const struct reference *r;
	struct arena *a;
};
/* One change while it is read. */
struct reading {
	struct phrase w;
	struct names names;
	struct scenario_change *out;
	struct error *e;
};

/* Another word for what a table has a code for. */
struct alias {
	const char *folded, *code;
};
/* The code, or NULL. The list ends with a NULL word. */
const char *reading_alias(const struct alias *aliases, const char *folded);
/* Gives the error; always false. */
bool reading_wrong(struct reading *x, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The words up to the next comma or colon, for a sentence about them. */
const char *reading_rest(struct reading *x);
/* Takes the longest name of a place. */
bool reading_place(struct reading *x, int *place);
/* The next word is the code of a place: "04", "0480". */
bool reading_at_code(const struct reading *x);
/* Takes the longest name of a unit type; its index, or -1. */
int reading_type(struct reading *x);

/* After "ny": a unit's type, places and properties. */
bool reading_new_unit(struct reading *x);
/* After the type or Id of a unit that is there: what is otherwise. */
bool reading_changed_unit(struct reading *x);
/* After the name of an indicator: how many, or which share. */
bool reading_figure(struct reading *x);
/* Takes the longest name of an indicator; its index, or -1. */
int reading_indicator(struct reading *x);

#endif
