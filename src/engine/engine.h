/* engine.h - what the files of the engine share; not for other modules.
 *
 * One evaluation goes: evaluate.c -> ratio.c, need.c or service.c -> evidence.c. Many at a time go the same way, with a
 * sheet (sheet.c) that keeps what one definition's verdicts have in common.
 * Below them: observe.c (figures), statement.c and unit.c (services). What they read is laid out once, when the set is
 * built: column.c (figures), reach.c (which statements and units concern a place), place.c, set.c.
 * Everything here is hidden from the users of the library.
 */
#ifndef RADSBORD_ENGINE_H
#define RADSBORD_ENGINE_H

#include "table.h"

#include "indikator.h"
#include "radsbord/base/num.h"

#pragma GCC visibility push(hidden)

/* ---- the set: check.c, set.c, place.c ------------------------------------------------------- */

/* The tree of places in depth-first order: what lies within a place is a slice of `order`. */
struct tree {
	int *child_start, *children; /* children of p: [child_start[p], child_start[p + 1]) */
	int *order;                  /* places, each before what lies within it */
	int *enter, *leave;          /* the slice of `order` that is p and what lies within */
	int *region;                 /* the region that p is or lies in, or -1 */
	unsigned char *kind;         /* enum indikator_place_kind, close together */
	bool *parts;                 /* something below p can be added up */
	int *peers;                  /* places, each beside those it is ranked among */
	int *peer_first, *peer_end;  /* the slice of `peers` that p is ranked among, itself included */
};

struct overlay;

/* Figures: a column is what one source says of one measure in one year, for every place. */
struct cell {
	int place, observation; /* -1: nothing is said */
	struct num value;       /* in lowest terms */
};
struct column {
	int measure, year, source; /* numbers in the set's names; source -1: whoever says it */
	bool dense;                /* a cell for each place; else only those with something, by place */
	size_t start, count;       /* in the set's cells */
};
/* The columns of a measure in a year, in the order of the sources. */
struct measured {
	int measure, year;
	int first, count;
	int any; /* the column that takes what was said first, known before unknown, by any source */
};
struct columns {
	struct names measures, sources;
	struct cell *cells;
	struct column *columns;
	struct measured *measured;
	size_t columns_count, measured_count;
	struct table table; /* (measure, year) -> measured */
};
bool engine_columns_init(struct columns *c, const struct indikator_data *data);
void engine_columns_release(struct columns *c);
/* NULL when nothing is said of the measure in the year (by the source). */
const struct measured *engine_measured(const struct columns *c, int measure, int year);
const struct column *engine_column(const struct columns *c, const struct measured *m, int source);
/* NULL when the column says nothing of the place. */
const struct cell *engine_cell_sparse(const struct columns *c, const struct column *column, int place);
static inline const struct cell *engine_cell(const struct columns *c, const struct column *column, int place)
{
	const struct cell *cell;

	if (!column->dense)
		return engine_cell_sparse(c, column, place);
	cell = &c->cells[column->start + (size_t)place];
	return cell->observation >= 0 ? cell : NULL;
}

/* Services: what concerns a municipality or hospital, by service or unit type; statements the one that outweighs the others
 * first, the narrower place before all else, and otherwise in the caller's order. */
struct link {
	int kind;                                 /* number of the service or the unit type */
	int item;                                 /* statement or unit */
	signed char specificity;                  /* statement: the kind of the narrowest place by which it covers */
	unsigned char serves, lies;               /* unit: enum indikator_answer, by relation */
	unsigned char home;                       /* unit: whether it lies in this municipality, enum indikator_answer */
};
struct links {
	int *start; /* of each place in `items`, and the end of the last */
	int *by_kind; /* of each place and kind, and the end of the last; NULL when there are too many kinds for the links */
	size_t kinds;
	struct link *items;
};
/* What a unit answers, as masks, and when. */
struct unit_facts {
	indikator_attribute_mask yes, no;
	indikator_date from, to; /* as the unit has them */
	int home; /* the municipality it lies in, or -1 when nobody has said */
};
/* What a statement says, and when. */
struct statement_facts {
	indikator_date from, to; /* as the statement has them */
	enum indikator_status status;
};
struct reach {
	struct names services, types;
	struct links statements, units;
	struct unit_facts *facts;
	int *by_type, *type_start; /* the units in the order of their types, and where each type begins */
	int unit_types;            /* that units are of: numbers from this on are of inventories alone */
	struct statement_facts *said;
	struct table inventories; /* (place, type) */
	int *inventory_types;     /* of each inventory */
};
bool engine_reach_init(struct reach *r, const struct indikator_set *set);
void engine_reach_release(struct reach *r);
size_t engine_links_find(const struct links *l, int place, int kind, const struct link **first);

/* The names in a definition as numbers, -1 where nothing bears the name. */
struct input_numbers {
	int measure;
	int sources[INDIKATOR_SOURCES];
	int sources_count; /* 0: any */
};
#define ENGINE_ROLES (INDIKATOR_ROLE_INHABITANTS + 1)
struct definition_numbers {
	struct input_numbers inputs[ENGINE_ROLES];
	int service, types[INDIKATOR_TYPES];
	int coverage; /* the definition that tells how much the source covers */
	struct num factor, target, target_high;
	struct num target_by_factor, target_high_by_factor;
};

/* A dated target, in the order of definition, place, day and the caller. */
struct dated_target {
	int definition, place;
	indikator_date from;
	int index;
};

struct indikator_set {
	struct indikator_data data;
	struct tree tree;
	struct groups codes, ids; /* places by code, definitions by id */
	struct columns columns;
	struct reach reach;
	struct definition_numbers *numbers; /* of each definition */
	struct dated_target *targets;
	int *years; /* every year with an observation, newest first */
	size_t years_count;
	indikator_date first; /* the first day anything of services is known, or 0 */
	struct overlay *overlay; /* what is assumed, owned; or NULL */
};

/* False, with a sentence in `error`, when the arrays cannot be used. */
bool engine_check_data(const struct indikator_data *data, struct indikator_error *error);
bool engine_check_fail(struct indikator_error *error, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Builds the tree; false when memory is out or the parents form a loop (*loop tells which). */
bool engine_tree_init(struct tree *t, const struct indikator_data *data, bool *loop);
void engine_tree_release(struct tree *t);
/* The municipality that `place` is, or lies in as a hospital; -1 when none. */
int engine_place_municipality(const struct indikator_set *set, int place);
/* A hospital or a unit: no part of a whole. */
static inline bool engine_place_apart(const struct indikator_set *set, int place)
{
	return set->tree.kind[place] == INDIKATOR_HOSPITAL || set->tree.kind[place] == INDIKATOR_UNIT_PLACE;
}
/* True when what is said of `listed` holds for the municipality or hospital `place`: it lies
 * within, or `listed` is a hospital and `place` is that hospital or in its recorded catchment. */
bool engine_place_covers(const struct indikator_set *set, int listed, int place);

/* The inventory of a unit type for exactly this place, or -1. */
int engine_find_inventory(const struct indikator_set *set, int place, int type);

/* ---- numbers -------------------------------------------------------------------------------- */

static inline struct num engine_num(struct indikator_number a)
{
	return num_frac(a.num, a.den);
}

/* One that the engine itself gave: it is in lowest terms. */
static inline struct num engine_exact(struct indikator_number a)
{
	return (struct num){a.num, a.den};
}

static inline struct indikator_number engine_number(struct num a)
{
	return (struct indikator_number){a.num, a.den};
}

/* ---- one evaluation ------------------------------------------------------------------------- */

/* Evidence while it is collected. Out of memory is remembered, not reported at each row. */
struct evidence {
	struct indikator_evidence *items;
	size_t count, cap;
	bool failed;
};
/* All three accept NULL for "nobody asks why". */
void engine_evidence_add(struct evidence *e, const struct indikator_evidence *row);
/* Adds a statement unless it is there. */
void engine_evidence_statement(struct evidence *e, int statement, enum indikator_status status, bool decided);
void engine_evidence_figure(struct evidence *e, enum indikator_role role, int observation, const char *measure,
			    bool decided);

struct sheet;
struct page;

struct ask {
	const struct indikator_set *set;
	const struct indikator_definition *definition;
	const struct definition_numbers *numbers; /* of the definition */
	const struct indikator_question *question;
	indikator_date date;       /* services as of this day */
	struct evidence *evidence; /* or NULL */
	struct sheet *sheet;       /* what many verdicts share, or NULL */
	struct page *page;         /* the definition's, or NULL */
	bool *failed;              /* set when memory is out */
};
/* The same ask about another definition of the set. */
struct ask engine_ask_about(const struct ask *ask, int definition);

/* ---- many verdicts: sheet.c ----------------------------------------------------------------- */

/* The columns that an input is read from in one year. */
struct reading {
	bool said;                                     /* anything, of any place */
	const struct column *named[INDIKATOR_SOURCES]; /* in the order of the sources; NULL: it says nothing */
	int named_count;                               /* 0: any source */
	const struct column *any;                      /* of any source, what was said first; or NULL */
	const struct column *each;                     /* of any source, one column a source */
	int each_count;
	const struct column *first;                    /* what is asked first, of a named source or any; or NULL */
	const struct cell *cells;                      /* of every place, of `first` when that is dense; or NULL */
};

/* What has been worked out for each definition, each thing the first time it is asked for. It belongs to one evaluation
 * and one thread. NULL when memory is out. */
struct sheet *engine_sheet_new(const struct indikator_set *set);
void engine_sheet_free(struct sheet *s);
struct page *engine_sheet_page(struct sheet *s, int definition);
/* No more is asked of the definition; asks about it are not used again. */
void engine_sheet_done(struct sheet *s, int definition);

#define ENGINE_YEARS 64 /* that a page keeps; another one takes the place of that which is a multiple of it away */
struct place_rank {
	int rank, ranked; /* 0: not worked out, or not ranked */
};
struct sheet_year {
	int year;
	bool read[ENGINE_ROLES];
	struct reading readings[ENGINE_ROLES];
	struct num *values; /* of each place, and whether it is known */
	bool *known;
	struct place_rank *ranks; /* of each place; NULL until it is asked for */
};
struct finding;
struct page {
	size_t places;
	indikator_date date;      /* of the findings */
	struct finding *findings; /* of each place, and whether it is there */
	bool *found;
	unsigned char *standings; /* of each unit, on that day: unit.c */
	struct sheet_year *years[ENGINE_YEARS]; /* NULL until it is asked for */
};
struct sheet_year *engine_page_turn(struct page *page, int year);
/* NULL when there is no page, or memory is out: then things are worked out each time. */
static inline struct sheet_year *engine_page_year(const struct ask *ask, int year)
{
	struct sheet_year *y = ask->page ? ask->page->years[(unsigned)year % ENGINE_YEARS] : NULL;

	return !ask->page || (y && y->year == year) ? y : engine_page_turn(ask->page, year);
}
void engine_read(const struct ask *ask, enum indikator_role role, int year, struct reading *r);
/* What an input is read from, kept on the page; NULL likewise. */
static inline const struct reading *engine_page_reading(const struct ask *ask, enum indikator_role role, int year)
{
	struct sheet_year *y = engine_page_year(ask, year);

	if (y && !y->read[role]) {
		engine_read(ask, role, year, &y->readings[role]);
		y->read[role] = true;
	}
	return y ? &y->readings[role] : NULL;
}
/* The ranks of a year, of each place; NULL likewise. */
struct place_rank *engine_page_ranks(const struct ask *ask, int year);
/* Forgets the findings and standings of another day. */
void engine_page_day(struct page *page, indikator_date date);
/* Where the finding of a place is kept, and in *known whether it is there; NULL likewise. */
struct finding *engine_page_finding(const struct ask *ask, int place, bool **known);

/* ---- figures: observe.c --------------------------------------------------------------------- */

/* The input of a definition that goes by a role. */
const struct indikator_input *engine_input(const struct indikator_definition *d, enum indikator_role role);

enum sum_rule {
	SUM_IF_ABSENT, /* the parts, when nothing is stated for the place itself */
	SUM_FIRST      /* the parts; what is stated for the place only when a part lacks it */
};
struct num engine_observe_whole(const struct ask *ask, enum indikator_role role, int place, int year,
				enum sum_rule rule, bool *derived);
/* The value of an input for exactly this place and year, unknown when there is none. *derived
 * is set, never cleared, when it was summed. */
static inline struct num engine_observe(const struct ask *ask, enum indikator_role role, int place, int year,
					enum sum_rule rule, bool *derived)
{
	const struct reading *r;
	const struct cell *cell;

	if (ask->evidence)
		return engine_observe_whole(ask, role, place, year, rule, derived);
	if (ask->numbers->inputs[role].measure < 0)
		return NUM_UNKNOWN;
	r = engine_page_reading(ask, role, year);
	if (r && r->cells && rule == SUM_IF_ABSENT && num_known(r->cells[place].value))
		return r->cells[place].value;
	if (r && r->named_count < 2 && !ask->set->tree.parts[place]) { /* nothing else can give it */
		cell = r->first ? engine_cell(&ask->set->columns, r->first, place) : NULL;
		return cell ? cell->value : NUM_UNKNOWN;
	}
	return engine_observe_whole(ask, role, place, year, rule, derived);
}
const struct cell *engine_stated_by_any(const struct ask *ask, enum indikator_role role, int place, int year,
					int *unknown);
/* The cell of the first source that states a value for the place itself, or NULL. When none does,
 * *unknown (may be NULL) is an observation that tells why, or -1. */
static inline const struct cell *engine_stated(const struct ask *ask, enum indikator_role role, int place, int year,
					       int *unknown)
{
	const struct reading *r;

	if (unknown)
		*unknown = -1;
	if (ask->numbers->inputs[role].measure < 0) /* no such input, or nobody says anything of it */
		return NULL;
	r = engine_page_reading(ask, role, year);
	if (r && r->cells && num_known(r->cells[place].value))
		return &r->cells[place];
	return r && !r->said ? NULL : engine_stated_by_any(ask, role, place, year, unknown);
}
/* True when an observation of some input exists for the place, known or not. */
bool engine_mentioned(const struct ask *ask, int place, int year);
/* The newest year with figures; 0 when none. */
int engine_newest_year(const struct ask *ask, int place);
/* The year to answer for: the question's, or the newest. */
static inline int engine_figures_year(const struct ask *ask, int place)
{
	return ask->question->year ? ask->question->year : engine_newest_year(ask, place);
}

/* ---- ratios and needs: ratio.c, need.c, target.c, published.c, compare.c -------------------- */

struct figures {
	struct num numerator, denominator; /* a need: unmet and need */
	struct num received;               /* kind need only */
	struct num value;
	bool derived;
};
/* The factor of a definition; 1 when it names none. */
struct num engine_factor(const struct indikator_definition *d);
/* The figures of (place, year), by kind. Adds evidence when it is asked for. */
struct figures engine_figures(const struct ask *ask, int place, int year);
/* Without the value. */
struct figures engine_need_figures(const struct ask *ask, int place, int year);
/* Fills year, value, status, distance, need, published and differs. */
void engine_verdict_figures(const struct ask *ask, struct indikator_verdict *v);
int engine_target_order(const void *a, const void *b);
/* The target that holds on the day: the definition's, or the dated one that has taken its place. */
void engine_verdict_target_in_force(const struct ask *ask, struct indikator_verdict *v);
/* How many whole units the target is, which needs the denominator alone; and when the value is known status, rule, over
 * and distance of it against the target. */
void engine_verdict_target(const struct ask *ask, const struct figures *figures, struct indikator_verdict *v);
/* The target of somebody's own that is in force, and how the value stands against it. */
void engine_verdict_own_target(const struct ask *ask, struct indikator_verdict *v);
void engine_verdict_need(const struct indikator_definition *d, const struct figures *f, struct indikator_verdict *v);
void engine_verdict_published(const struct ask *ask, struct indikator_verdict *v);
/* Fills change and the coverage of the source; rank and the wider values when the question asks for them. */
void engine_verdict_compare(const struct ask *ask, struct indikator_verdict *v);

/* ---- services: statement.c, unit.c, service.c, parts.c, coverage.c -------------------------- */

/* What was found out about a service in one municipality or hospital. */
struct finding {
	enum indikator_status status;
	enum indikator_rule rule;
	int statement; /* the one that decided, or -1 */
	bool contradicted, here, elsewhere;
};

/* True when the date lies within [from, to]; what has no beginning began on the set's first day. */
static inline bool engine_valid(const struct indikator_set *set, indikator_date from, indikator_date to, indikator_date date)
{
	return (from ? from : set->first) <= date && (!to || to >= date);
}
enum indikator_status engine_statement_status(const struct indikator_statement *s);
/* Below 0 when `a` outweighs `b` where both cover a place as narrowly: the council, the newer, the less favourable. */
int engine_statement_precedence(const struct indikator_statement *a, const struct indikator_statement *b);
/* The kind of the narrowest place by which a statement covers `place`; -1 when it does not. */
int engine_statement_specificity(const struct indikator_set *set, const struct indikator_statement *s, int place);
/* Whether a unit serves a municipality or hospital, and whether it lies there; unknown when it might. `home` is the
 * municipality it lies in, or -1. */
enum indikator_answer engine_unit_serves(const struct indikator_set *set, const struct indikator_unit *u, int place);
enum indikator_answer engine_unit_lies(const struct indikator_set *set, const struct indikator_unit *u, int home,
				       int place);
/* Rule 1. Evidence: every statement that covers the place, the deciding one first. */
struct finding engine_statement_finding(const struct ask *ask, int place);
/* Rules 2-5. `stated` is what rule 1 found: it decides what the evidence means. */
struct finding engine_unit_finding(const struct ask *ask, int place, const struct finding *stated);
/* Rules 1-5, or only rule 1 when the definition is not of a service. */
struct finding engine_service_finding(const struct ask *ask, int place);
/* Fills status, rule and coverage of v->place, whatever its kind. */
void engine_verdict_service(const struct ask *ask, struct indikator_verdict *v);

struct part {
	int place;
	enum indikator_status status;
	bool here, elsewhere;
};
/* The same for an area, a region or the country, from what lies within. */
void engine_verdict_parts(const struct ask *ask, struct indikator_verdict *v);
/* Fills v's coverage from the municipalities among the parts. */
void engine_verdict_coverage(const struct ask *ask, struct indikator_verdict *v, const struct part *parts,
			     size_t count);

/* ---- what if: overlay.c, overlay_figures.c -------------------------------------------------- */

/* How many figures one assumption may add: its own, and what it is counted on. */
#define ENGINE_OVERLAY_FIGURES 2

/* What a set assumes. The set's arrays of observations and units are the overlay's. */
struct overlay {
	const struct indikator_set *base;
	struct indikator_observation *observations;
	size_t observations_count;
	struct indikator_unit *units;
	size_t units_count;
	bool *assumed_observations, *assumed_units;
	struct indikator_mended *mended; /* by statement and then place */
	size_t mended_count, mended_cap;
};
/* The day that services are judged on. */
indikator_date engine_service_date(const struct indikator_question *q);
/* True when an assuming set takes the statement not to hold there. */
bool engine_overlay_mended(const struct indikator_set *set, int statement, int place);
void engine_overlay_free(struct overlay **o);
/* Carries out an assumption about a figure on the overlay's observations. `set` is the world with the assumptions before it. */
bool engine_overlay_figure(struct overlay *o, const struct indikator_set *set, const struct indikator_assumption *a,
			   const struct indikator_question *q, struct indikator_error *error);
/* True when the value rests on a figure that is assumed. */
bool engine_rests_on_assumed(const struct indikator_set *set, const struct evidence *e);

#pragma GCC visibility pop

#endif
