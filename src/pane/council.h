/* Inside pane 6: what its two parts share. */
#ifndef PANE_COUNCIL_H
#define PANE_COUNCIL_H

#include "pane.h"

#include "radsbord/council/seat.h"
#include "radsbord/report/cost.h"

enum council_part {
	COUNCIL_SEATS, COUNCIL_COSTS, COUNCIL_LIAISONS, COUNCIL_EDUCATION, COUNCIL_PARTNERS, COUNCIL_RESOURCES, COUNCIL_QUESTIONS,
	COUNCIL_RULES
};

struct council_state {
	struct pane pane;
	const struct model *model;
	char *cost_id;              /* the cost shown, NULL: the first */
	struct cost_sheet sheet;
	struct error wrong;         /* why the cost cannot be worked out */
	struct buf cell;
};

/* A post with its mark: vacant, filled ... */
void council_state_cell(struct council_state *s, enum seat_state state, struct list_cell *out);

/* ---- part Kostnader: council_cost.c ---- */
/* The cost shown, or NULL when there is none. */
const struct cost *council_cost(const struct council_state *s);
void council_cost_rebuild(struct council_state *s);
/* Shows the cost with this Id; false when there is none. */
bool council_cost_show(struct council_state *s, const char *id);
bool council_cost_command(struct frame *f, struct council_state *s, enum command c);
void council_cost_describe(struct council_state *s, struct detail *d);
void council_cost_headline(const struct council_state *s, struct buf *out);
void council_cost_note(const struct council_state *s, size_t row, struct buf *out);

/* ---- the parts that are lists of records: council_network.c ---- */
/* What a part lists first. */
enum record_kind council_network_kind(int part);
const struct record *council_network_record(const struct council_state *s, size_t row);
void council_network_rebuild(struct council_state *s);
bool council_network_command(struct frame *f, struct council_state *s, enum command c);
void council_network_describe(struct council_state *s, size_t row, struct detail *d);
void council_network_note(const struct council_state *s, size_t row, struct buf *out);
/* The row of a record in the part that shows it, which is set; -1 when there is none. */
long council_network_find(struct council_state *s, const char *id);

#endif
