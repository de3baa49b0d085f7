/* engine.h - what the files of the engine share; not for other modules.
 *
 * One evaluation goes: evaluate.c -> ratio.c, need.c or service.c -> evidence.c.
 * Below them: observe.c (figures), statement.c and unit.c (services), place.c, set.c.
 * Everything here is hidden from the users of the library.
 */
#ifndef RADSBORD_ENGINE_H
#define RADSBORD_ENGINE_H

#include "indikator.h"
#include "radsbord/base/num.h"

#pragma GCC visibility push(hidden)

/* ---- memory and tables: table.c ------------------------------------------ */

/* Zeroed memory for count * size bytes (at least one), or NULL. */
void *engine_alloc(size_t count, size_t size);
/* Equal strings; NULL equals only NULL. */
bool engine_same(const char *a, const char *b);
/* A hash of `s` (may be NULL) that continues `seed`. */
uint64_t engine_hash_string(uint64_t seed, const char *s);
uint64_t engine_hash_int(uint64_t seed, int64_t v);
#define ENGINE_HASH UINT64_C(0xcbf29ce484222325)

/* Hashes -> indices, filled once. Several indices may share a hash; they come back in the
 * order in which they were put, and the caller compares the keys. */
struct table_slot {
	uint64_t hash;
	int item; /* index + 1; 0 is an empty slot */
};
struct table {
	struct table_slot *slots;
	size_t mask; /* slots - 1; the slots are a power of two, at most half full */
};
bool engine_table_init(struct table *t, size_t items);
void engine_table_put(struct table *t, uint64_t hash, int index);
/* Start with *probe = 0 and call until -1. */
int engine_table_next(const struct table *t, uint64_t hash, size_t *probe);

/* Items by a string of theirs, each group in the caller's order. */
struct groups {
	struct table table; /* hash of the key -> group */
	const char **keys;  /* of each group */
	size_t count;
	int *start; /* of each group in `items`, and the end of the last */
	int *items;
};
typedef const char *groups_key(const struct indikator_data *data, size_t index);
bool engine_groups_init(struct groups *g, const struct indikator_data *data, size_t count, groups_key *key);
void engine_groups_release(struct groups *g);
size_t engine_groups_find(const struct groups *g, const char *key, const int **items);

/* ---- the set: check.c, set.c, place.c -------------------------------------- */

/* The tree of places in depth-first order: what lies within a place is a slice of `order`. */
struct tree {
	int *child_start, *children; /* children of p: [child_start[p], child_start[p + 1]) */
	int *order;                  /* places, each before what lies within it */
	int *enter, *leave;          /* the slice of `order` that is p and what lies within */
	int *region;                 /* the region that p is or lies in, or -1 */
};

struct overlay;

struct indikator_set {
	struct indikator_data data;
	struct tree tree;
	struct groups codes, ids;      /* places by code, definitions by id */
	struct groups services, types; /* statements by service, units by type */
	struct groups sources;         /* observations by source */
	struct table observations, inventories;
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
/* True when what is said of `listed` holds for the municipality or hospital `place`: it lies
 * within, or `listed` is a hospital and `place` is that hospital or in its recorded catchment. */
bool engine_place_covers(const struct indikator_set *set, int listed, int place);

/* The next observation of a figure from `source`, NULL being any. Start with *probe = 0 and call
 * until -1; they come in the caller's order. */
int engine_next_observation(const struct indikator_set *set, int place, int year, const char *measure,
			    const char *source, size_t *probe);
/* The inventory of a unit type for exactly this place, or -1. */
int engine_find_inventory(const struct indikator_set *set, int place, const char *type);

/* ---- numbers --------------------------------------------------------------- */

static inline struct num engine_num(struct indikator_number a)
{
	return num_frac(a.num, a.den);
}

static inline struct indikator_number engine_number(struct num a)
{
	return (struct indikator_number){a.num, a.den};
}

/* ---- one evaluation ----------------------------------------------------------- */

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

struct ask {
	const struct indikator_set *set;
	const struct indikator_definition *definition;
	const struct indikator_question *question;
	indikator_date date;       /* services as of this day */
	struct evidence *evidence; /* or NULL */
};

/* ---- figures: observe.c ---------------------------------------------------------- */

enum sum_rule {
	SUM_IF_ABSENT, /* the parts, when nothing is stated for the place itself */
	SUM_FIRST      /* the parts; what is stated for the place only when a part lacks it */
};
/* The value of an input for exactly this place and year, unknown when there is none. *derived
 * is set, never cleared, when it was summed. */
struct num engine_observe(const struct ask *ask, const struct indikator_input *input, enum indikator_role role,
			  int place, int year, enum sum_rule rule, bool *derived);
/* The observation of the first source that states a value for the place itself, or -1. When none
 * does, *unknown (may be NULL) is an observation that tells why, or -1. */
int engine_stated(const struct indikator_set *set, const struct indikator_input *input, int place, int year,
		  int *unknown);
/* True when an observation of some input exists for the place, known or not. */
bool engine_mentioned(const struct ask *ask, int place, int year);
/* The year to answer for: the question's, or the newest with figures; 0 when none. */
int engine_figures_year(const struct ask *ask, int place);

/* ---- ratios and needs: ratio.c, need.c, target.c, published.c, compare.c -------------- */

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
struct figures engine_need_figures(const struct ask *ask, int place, int year);
/* Fills year, value, status, distance, need, published and differs. */
void engine_verdict_figures(const struct ask *ask, struct indikator_verdict *v);
/* Status, rule, over and distance of v->value against the target. */
void engine_verdict_target(const struct indikator_definition *d, struct indikator_verdict *v);
/* How many whole units the target is; needs the denominator alone. */
void engine_verdict_required(const struct indikator_definition *d, struct indikator_verdict *v);
/* The target of somebody's own that is in force, and how the value stands against it. */
void engine_verdict_own_target(const struct ask *ask, struct indikator_verdict *v);
void engine_verdict_need(const struct indikator_definition *d, const struct figures *f, struct indikator_verdict *v);
void engine_verdict_published(const struct ask *ask, struct indikator_verdict *v);
/* Fills change and the coverage of the source; rank and the wider values when the question asks for them. */
void engine_verdict_compare(const struct ask *ask, struct indikator_verdict *v);

/* ---- services: statement.c, unit.c, service.c, parts.c, coverage.c ---------------------- */

/* What was found out about a service in one municipality or hospital. */
struct finding {
	enum indikator_status status;
	enum indikator_rule rule;
	int statement; /* the one that decided, or -1 */
	bool contradicted, here, elsewhere;
};

/* True when the date lies within [from, to]; what has no beginning began on the set's first day. */
bool engine_valid(const struct indikator_set *set, indikator_date from, indikator_date to, indikator_date date);
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

/* ---- what if: overlay.c, overlay_figures.c ------------------------------------------------ */

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
