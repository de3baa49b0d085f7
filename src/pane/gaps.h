/* What the files of pane 2 share: gaps.c has the pane and its part Saknas, gap_counts.c the gaps counted, units.c the part
 * Finns, proposals.c the part Förslag and the answers. */
#ifndef PANE_GAPS_H
#define PANE_GAPS_H

#include "pane.h"

#include "radsbord/report/gaps.h"

enum part { PART_GAPS, PART_UNITS, PART_PROPOSALS };
/* How the part Saknas is shown; v steps. */
enum gaps_view { GAPS_BY_SERVICE, GAPS_BY_PLACE, GAPS_COUNTED_BY_SERVICE, GAPS_COUNTED_BY_PLACE, GAPS_VIEWS };

/* An answer while it is given, step by step. Owned: what it is about may be read again meanwhile. */
struct answer_draft {
	char *proposal, *holds_for; /* Ids */
	int status;
};

struct gaps_state {
	struct pane pane;
	struct gap_rows gaps;
	struct gap_counts counts;   /* of the gaps, grouped as the view has them */
	enum gaps_view view;
	const struct unit **units;
	size_t units_count, units_cap;
	const struct proposal **proposals;
	size_t proposals_count, proposals_cap;
	struct action_answers answers; /* how many actions there are of each proposal */
	const struct model *model;  /* as of the last rebuild, for the cells */
	int place;                  /* likewise */
	struct buf cell;
	struct answer_draft draft;
};

/* gap_action.c: asks how the action is to be worded when a template fits, and makes it; makes it of a gap or (NULL) of a proposal. */
void gap_action_open(struct frame *f, const struct gap *g);
void gap_action_make(struct frame *f, const struct gap *g, const struct proposal *p);

/* inventory.c: the council's own units, gaps and yearly figures; true when the command was one of its own. */
bool inventory_command(struct frame *f, struct gaps_state *s, enum command c);

enum gap_grouping gaps_grouping(const struct gaps_state *s);
/* True when the rows are groups and not gaps. */
bool gaps_counted(const struct gaps_state *s);
#define GAP_COUNT_COLUMNS 5
/* Without its ctx. */
struct list_source gap_counts_source(const struct gaps_state *s);
void gap_counts_describe(const struct gaps_state *s, size_t row, struct detail *d);

#define UNIT_COLUMNS 7
extern const struct list_column unit_columns[UNIT_COLUMNS];
void unit_cell(void *ctx, size_t row, size_t column, struct list_cell *out);

#define PROPOSAL_COLUMNS 5
extern const struct list_column proposal_columns[PROPOSAL_COLUMNS];
void proposal_cell(void *ctx, size_t row, size_t column, struct list_cell *out);

/* S: asks for the region's answer to the proposal on the row, or for the unit on the row first which proposal. */
void gaps_answer(struct frame *f, struct gaps_state *s, long row);
void gaps_answer_release(struct gaps_state *s);

#endif
