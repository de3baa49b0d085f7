/* indikator.h - an indicator engine for places, units and statements.
 *
 * The library answers, for a place, an indicator and a year: how does the place
 * stand against the target, how far is it from it, and what does the answer rest
 * on. It is pure: no files, no clock, no environment, no locale, no global state.
 * It knows nothing of palliative care; what an indicator means is given to it.
 *
 * Use
 *     fill a struct indikator_data (arrays that you own and keep alive)
 *     indikator_set_new()       checks the data and builds read-only indices
 *     indikator_evaluate()      a verdict; as often as you like, from any thread
 *     indikator_verdict_release(), indikator_set_free()
 *
 * Ownership: every `const char *` and array in struct indikator_data is borrowed
 * and must outlive the set, unchanged. A verdict owns its evidence until released. Indices
 * are positions in the caller's arrays; -1 means none.
 *
 * Unknown is a first-class answer: a missing value is never zero, and an unknown
 * number has den == 0. All arithmetic is exact (int64 fractions); rounding happens
 * only where a verdict says so, by the rule that the indicator names.
 */
#ifndef INDIKATOR_H
#define INDIKATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- numbers and dates ------------------------------------------------- */

/* num / den in lowest terms, den > 0; den == 0 is the unknown number. */
struct indikator_number {
	int64_t num, den;
};

/* Named rounding rules: half away from zero, half towards zero, half to even, up, down. */
enum indikator_rounding {
	INDIKATOR_HALF_UP,
	INDIKATOR_HALF_DOWN,
	INDIKATOR_HALF_EVEN,
	INDIKATOR_CEIL,
	INDIKATOR_FLOOR
};

/* A calendar day as yyyymmdd (20250930); 0 is no date. */
typedef int32_t indikator_date;

/* Where something was written down: shown to the user, never opened by the engine. */
struct indikator_origin {
	const char *file;     /* path as the caller names it, or NULL */
	int line;             /* from 1, or 0 */
	const char *source;   /* id of the source, or NULL */
	const char *passage;  /* place in the source ("Dalarna, Saknas"), or NULL */
};

/* ---- what the caller gives --------------------------------------------- */

enum indikator_place_kind {
	INDIKATOR_COUNTRY,
	INDIKATOR_REGION,
	INDIKATOR_AREA,
	INDIKATOR_MUNICIPALITY,
	INDIKATOR_HOSPITAL,
	INDIKATOR_UNIT_PLACE
};

/* A place. parent: municipality -> area or region, area -> region, region -> country,
 * hospital -> the municipality it lies in. `serves` is a hospital's catchment. A unit is a place too, for its own yearly
 * figures: unit place -> where it lies. It is no part of a whole: never summed, counted or ranked, and no service is
 * judged for it. */
struct indikator_place {
	const char *code, *name;
	enum indikator_place_kind kind;
	int parent;
	const int *serves;
	size_t serves_count;
	struct indikator_origin origin;
};

/* One figure: (place, year, measure, source) -> value. An unknown value carries a reason.
 * A published figure is one that a source printed as its own result. */
struct indikator_observation {
	int place;
	int year;
	const char *measure, *source;
	struct indikator_number value;
	int decimals;          /* as printed in the source */
	bool published;
	const char *reason;    /* why the value is unknown, or NULL */
	const char *note;
	struct indikator_origin origin;
};

enum indikator_answer { INDIKATOR_UNKNOWN, INDIKATOR_NO, INDIKATOR_YES };

/* What a unit is asked; the names are in indikator_attribute_names. */
enum indikator_attribute {
	INDIKATOR_SKRIFTLIGT_UPPDRAG,
	INDIKATOR_DYGNET_RUNT,
	INDIKATOR_KONTORSTID_5,
	INDIKATOR_KOMMUNAL_SAMVERKAN,
	INDIKATOR_BOKNINGSBARA_TIDER,
	INDIKATOR_EJ_ANSLUTNA,
	INDIKATOR_LAKARE_SCHEMALAGD,
	INDIKATOR_SSK_SCHEMALAGD,
	INDIKATOR_SPECIALIST_LAKARE,
	INDIKATOR_SPECIALIST_SSK,
	INDIKATOR_RONDER,
	INDIKATOR_UTANFOR_SJUKHUS,
	INDIKATOR_KURATOR,
	INDIKATOR_ARBETSTERAPEUT,
	INDIKATOR_FYSIOTERAPEUT,
	INDIKATOR_ALLA_DIAGNOSER,
	INDIKATOR_ALLA_ALDRAR,
	INDIKATOR_ATTRIBUTES
};
extern const char *const indikator_attribute_names[INDIKATOR_ATTRIBUTES];

/* Who says it: a council's own record outweighs a national one of the same place. */
enum indikator_level { INDIKATOR_NATIONAL, INDIKATOR_COUNCIL };

/* A palliative unit. `serves` may name municipalities, areas, regions or hospitals; a hospital
 * stands for itself, its catchment and the municipality it lies in. A unit on a hospital serves
 * that hospital, and no more unless `serves` says so. */
struct indikator_unit {
	const char *id, *name, *type;
	int lies_in;            /* municipality, or -1 when unknown */
	int hospital;           /* or -1 */
	const int *serves;
	size_t serves_count;
	bool catchment_known;   /* false: it may serve more than `serves` */
	struct indikator_number beds;
	enum indikator_answer attributes[INDIKATOR_ATTRIBUTES];
	indikator_date valid_from, valid_to, checked;
	enum indikator_level level;
	struct indikator_origin origin;
};

enum indikator_degree { INDIKATOR_MET, INDIKATOR_LIMITED, INDIKATOR_MISSING };

/* What a source says of a service at places minus exceptions. No place listed: the whole of
 * `scope`. A listed or excepted hospital stands for itself and its catchment.
 * restricted: it holds only for some patients, hours, diagnoses ... */
struct indikator_statement {
	const char *id, *service;
	int scope;              /* region, area, municipality, country */
	const int *places;      /* narrower places, or none */
	size_t places_count;
	const int *except;
	size_t except_count;
	enum indikator_degree degree;
	bool restricted;
	indikator_date valid_from, valid_to, checked;
	enum indikator_level level;
	struct indikator_origin origin;
};

/* Whether every unit of a type in a place is known. It says nothing of the days before
 * `valid_from`; 0 is the first day of any unit or statement. */
struct indikator_inventory {
	int place;
	const char *type;
	enum indikator_answer complete;
	indikator_date valid_from;
	struct indikator_origin origin;
};

enum indikator_kind { INDIKATOR_RATIO, INDIKATOR_NEED, INDIKATOR_SERVICE };
enum indikator_direction {
	INDIKATOR_AT_LEAST,
	INDIKATOR_AT_MOST,
	INDIKATOR_WITHIN,
	INDIKATOR_DESCRIPTIVE
};
enum indikator_relation { INDIKATOR_SERVES, INDIKATOR_LIES_IN };
enum indikator_quantifier { INDIKATOR_ANY, INDIKATOR_ALL };

/* One way to meet a service's requirements: every attribute in the mask (1u << attribute). */
typedef uint32_t indikator_attribute_mask;
#define INDIKATOR_ALTERNATIVES 4
#define INDIKATOR_SOURCES 4
#define INDIKATOR_TYPES 8

/* Which of an indicator's two sets of requirements is asked for. */
enum indikator_criteria { INDIKATOR_MAP, INDIKATOR_DEMAND, INDIKATOR_CRITERIA };

/* A measure and the order in which sources are asked for it. Numerator and denominator are each
 * taken from the first source that has a value: the one it states for the place, or, where it
 * states nothing, the sum over the places directly within when it has every one of them. In a
 * need of a country that sum comes first, since printed totals may be of another kind.
 * No source named: any source, in the order of the observations, stated values before sums;
 * a sum never mixes sources. */
struct indikator_input {
	const char *measure;
	const char *sources[INDIKATOR_SOURCES]; /* NULL-terminated unless full */
};

struct indikator_definition {
	const char *id;
	enum indikator_kind kind;
	/* INDIKATOR_RATIO: numerator / denominator * factor; no denominator measure: the numerator as it is stated.
	 * INDIKATOR_NEED: share * base is the need; value = (need - received) / need * factor. */
	struct indikator_input numerator, denominator;
	struct indikator_input base, received;
	struct indikator_input derived_need, derived_unmet; /* received = published need - unmet, when `received` has no value */
	struct indikator_number share, factor; /* share: 25/100; an unknown factor is 1 */
	bool stated_only; /* RATIO: a figure that cannot be added up (a median): never the sum of its parts */
	enum indikator_direction direction;
	struct indikator_number target, target_high;  /* unknown when none */
	int target_year;
	/* INDIKATOR_SERVICE, and a ratio whose value is unknown: statements on this service. */
	const char *service;
	const char *types[INDIKATOR_TYPES]; /* of a ratio: the units that are asked for it; the engine takes no notice */
	enum indikator_relation relation;
	enum indikator_quantifier quantifier;
	/* ALL: every relevant unit, and at least one, must meet. No alternative in a set: those of INDIKATOR_MAP stand, so that
	 * a set that demands nothing of its own is never easier to meet; none there either: any unit meets. */
	indikator_attribute_mask requires[INDIKATOR_CRITERIA][INDIKATOR_ALTERNATIVES];
	size_t requires_count[INDIKATOR_CRITERIA];
	int decimals;
	enum indikator_rounding rounding;        /* of the value */
	enum indikator_rounding count_rounding;  /* of whole persons in a need */
	struct indikator_input published;        /* the value as a source printed it */
	struct indikator_input published_count;  /* the unmet need as printed */
	struct indikator_input inhabitants;      /* weights of coverage */
	/* A share of what a source covers: the id of the ratio that tells how much it covers of all, and above which value of
	 * it a place is ranked. Where that value is unknown, or not above, the place is not ranked. NULL: no such condition. */
	const char *coverage;
	struct indikator_number coverage_above;
	struct indikator_origin origin;
};

/* A dated target for one indicator: with a place, somebody's own for it, beside the definition's; without (-1), one that takes the
 * place of the definition's from that day on, everywhere. It holds from `valid_from` (0: always) until a newer one for the same
 * place and indicator begins, and no longer than to `valid_to`. */
struct indikator_target {
	const char *id;
	int place, definition;                /* the definition is of a ratio or a need */
	struct indikator_number value, high;  /* high: of a range, or unknown */
	int year;                             /* in which it is to be reached, or 0 */
	indikator_date valid_from, valid_to;
	struct indikator_origin origin;
};

struct indikator_data {
	const struct indikator_place *places;
	size_t places_count;
	const struct indikator_observation *observations;
	size_t observations_count;
	const struct indikator_unit *units;
	size_t units_count;
	const struct indikator_statement *statements;
	size_t statements_count;
	const struct indikator_inventory *inventories;
	size_t inventories_count;
	const struct indikator_definition *definitions;
	size_t definitions_count;
	const struct indikator_target *targets;
	size_t targets_count;
};

/* ---- the set ----------------------------------------------------------- */

struct indikator_set;

struct indikator_error {
	char text[256];
	const char *form; /* the sentence before names and numbers are put in, a format of printf: constant, for a program that
	                   * says it in another language. NULL when nothing failed */
};

/* Checks indices and definitions and builds read-only indices. NULL and `error` filled when the
 * data cannot be used (an index out of range, a loop among parents) or memory is out. */
struct indikator_set *indikator_set_new(const struct indikator_data *data,
                                        struct indikator_error *error);
void indikator_set_free(struct indikator_set **set);
const struct indikator_data *indikator_set_data(const struct indikator_set *set);

/* Look-ups; -1 when there is none, the first when there are several. */
int indikator_find_place(const struct indikator_set *set, const char *code);
int indikator_find_definition(const struct indikator_set *set, const char *id);
/* The places directly below, in the caller's order; hospitals of a municipality included. */
size_t indikator_children(const struct indikator_set *set, int place, const int **children);
/* True when `inner` is `outer` or lies within it. */
bool indikator_within(const struct indikator_set *set, int inner, int outer);
/* The first observation for which all match, published or not; -1 when none. */
int indikator_find_observation(const struct indikator_set *set, int place, int year,
                               const char *measure, const char *source);

/* ---- verdicts ---------------------------------------------------------- */

enum indikator_status {
	INDIKATOR_STATUS_NONE,    /* the indicator has no target: no status */
	INDIKATOR_STATUS_UNKNOWN, /* okant */
	INDIKATOR_STATUS_MISSING, /* saknas; for a ratio: exactly zero */
	INDIKATOR_STATUS_PARTLY,  /* delvis; for a ratio: does not reach the target */
	INDIKATOR_STATUS_MET      /* uppfyllt */
};

/* What is asked. year 0: the newest year that has figures, services as of `today`.
 * Otherwise figures of that year, services as of 31 December (today, in the current year). */
struct indikator_question {
	int year;
	indikator_date today;
	enum indikator_criteria criteria;
	bool ranked; /* also compute rank among the places of the same kind in the same region
	                (regions: all regions) */
};

/* Which rule decided; the numbers are those of the precedence for services. */
enum indikator_rule {
	INDIKATOR_RULE_NONE,
	INDIKATOR_RULE_STATEMENT,       /* 1 a statement covers the place */
	INDIKATOR_RULE_UNIT_MEETS,      /* 2 a unit meets every requirement */
	INDIKATOR_RULE_UNIT_MAY,        /* 3 some could, or a catchment is unknown */
	INDIKATOR_RULE_UNIT_FAILS,      /* 4 units serve, none meets the requirements */
	INDIKATOR_RULE_NO_UNIT,         /* 5 no unit; the inventory decides */
	INDIKATOR_RULE_PARTS,           /* aggregated from the places within */
	INDIKATOR_RULE_VALUE,           /* the value against the target */
	INDIKATOR_RULE_NO_VALUE,        /* an input is missing or the denominator is zero */
	INDIKATOR_RULE_NO_TARGET
};

enum indikator_evidence_kind {
	INDIKATOR_EVIDENCE_OBSERVATION, /* index: observation; role tells which input */
	INDIKATOR_EVIDENCE_MISSING,     /* nobody has stated it; measure names the input, or, without a
	                                   role, the unit type that lacks an inventory */
	INDIKATOR_EVIDENCE_STATEMENT,   /* index: statement */
	INDIKATOR_EVIDENCE_UNIT,        /* index: unit */
	INDIKATOR_EVIDENCE_INVENTORY,   /* index: inventory */
	INDIKATOR_EVIDENCE_PART         /* index: place; status tells its verdict */
};
enum indikator_role {
	INDIKATOR_ROLE_NONE,
	INDIKATOR_ROLE_NUMERATOR,
	INDIKATOR_ROLE_DENOMINATOR,
	INDIKATOR_ROLE_BASE,
	INDIKATOR_ROLE_RECEIVED,
	INDIKATOR_ROLE_DERIVED_NEED,
	INDIKATOR_ROLE_DERIVED_UNMET,
	INDIKATOR_ROLE_PUBLISHED,
	INDIKATOR_ROLE_PUBLISHED_COUNT,
	INDIKATOR_ROLE_INHABITANTS,
	INDIKATOR_ROLE_COVERED,     /* numerator and denominator of what the source covers */
	INDIKATOR_ROLE_COVERED_OF
};
struct indikator_evidence {
	enum indikator_evidence_kind kind;
	enum indikator_role role;
	int index;                     /* -1 in a MISSING row */
	const char *measure;           /* or unit type; borrowed from the definition, or NULL */
	enum indikator_status status;  /* what this piece says, where it says one */
	bool decided;                  /* the verdict rests on it */
	bool against;                  /* it contradicts the verdict */
};

/* Inhabitants, or municipalities, by status of the places within. */
struct indikator_coverage {
	int64_t total, met, partly, missing, unknown;
	/* Of met: those whose unit lies there, and those served by units that all lie in other municipalities. For the rest of
	 * met nobody has said where the units lie. */
	int64_t here, elsewhere;
	bool known; /* false: some weight is unknown, or nothing lies within */
};

/* Why a place has no rank, or that it has. */
enum indikator_ranking {
	INDIKATOR_RANK_NOT_ASKED,
	INDIKATOR_RANK_GIVEN,
	INDIKATOR_RANK_NO_VALUE,
	INDIKATOR_RANK_NO_DIRECTION,     /* descriptive: no value is better than another */
	INDIKATOR_RANK_NO_PEERS,         /* the country, a hospital, a unit */
	INDIKATOR_RANK_COVERAGE_UNKNOWN, /* nobody has stated how much the source covers here */
	INDIKATOR_RANK_COVERAGE_LOW      /* the source covers too little here */
};

/* How a value stands against a target, whoever's it is. The distance is counted as in a verdict. */
struct indikator_standing {
	enum indikator_status status;
	bool over;
	int64_t distance, distance_high;
	bool distance_known;
};

struct indikator_verdict {
	int place, definition;
	int year;                              /* of the figures, or of the inhabitants; 0 when none */
	enum indikator_status status;
	enum indikator_rule rule;
	struct indikator_number value;
	struct indikator_number numerator, denominator; /* as used; a need: unmet and need, exact */
	struct indikator_number target, target_high; /* in force: on 31 December of the question's year, or today */
	int target_year;                       /* from which it holds, or 0 */
	/* Whole units to the target, rounded up: to the lower and to the upper end of a range. For a need:
	 * persons not reached (negative: more reached than the need). Without an upper end both are the
	 * same. Meaningful when distance_known. */
	int64_t distance, distance_high;
	bool distance_known;
	/* How many whole units the target is here, rounded up, also when the numerator is unknown. Kind ratio only. */
	int64_t required, required_high;
	bool required_known;
	int64_t need, received;                /* whole persons, kind need only, when the value is known */
	struct indikator_number published, published_count; /* unknown when not printed */
	int published_decimals;
	bool differs;       /* a published figure is not what the same rule gives */
	bool over;          /* above a range */
	bool derived;       /* an input was derived, not stated */
	bool contradicted;  /* motsagd: statement and units disagree, here or in a part */
	bool here;          /* met by a unit that lies in this municipality; never of a whole */
	bool elsewhere;     /* met by units that all lie in other municipalities; never of a whole */
	int rank, ranked;   /* 1-based place among `ranked`, the best first; 0 when not ranked */
	enum indikator_ranking ranking;
	struct indikator_number source_coverage; /* of a definition that names its coverage; unknown when nobody has stated it */
	struct indikator_number change;        /* value minus the year before; unknown when none */
	struct indikator_number region_value, country_value; /* of the region and country it lies in, the same year; when ranked */
	int own_target;                        /* the target in force of somebody's own, or -1 */
	struct indikator_standing own;         /* against it */
	struct indikator_coverage inhabitants, municipalities;
	struct indikator_evidence *evidence;   /* owned */
	size_t evidence_count;
};

/* Evaluates. Returns false only when memory is out or an index is out of range; a place about which
 * nothing is known has the status unknown. Thread-safe: the set is read-only. */
bool indikator_evaluate(const struct indikator_set *set, int place, int definition,
                        const struct indikator_question *question,
                        struct indikator_verdict *verdict);
void indikator_verdict_release(struct indikator_verdict *verdict);

/* How the value of a verdict on figures stands against any target of its indicator; unknown when the value is. */
struct indikator_standing indikator_stand(const struct indikator_definition *definition,
                                          const struct indikator_verdict *verdict, struct indikator_number target,
                                          struct indikator_number target_high);

/* One year of a place. */
struct indikator_point {
	int year;
	enum indikator_status status;
	struct indikator_number value, change; /* change: since the calendar year before; unknown when either value is */
	struct indikator_coverage municipalities, inhabitants;
};

/* The years of a place, oldest first, up to the question's year or, without one, today's: those with figures, known or said to
 * be unknown, and, of a service, every year since the first day that anything of services is known. A year of which nothing
 * is known otherwise is not there: it is a gap, never a value drawn between its neighbours. Writes at most `max` points, the newest when there
 * are more, and sets *count to how many were written. False as indikator_evaluate. */
bool indikator_trend(const struct indikator_set *set, int place, int definition, const struct indikator_question *question,
                     struct indikator_point *points, size_t max, size_t *count);

/* Receives one verdict of many. It is borrowed for the call and has no evidence; false ends the evaluation. */
typedef bool indikator_each(const struct indikator_verdict *verdict, void *context);

/* What many verdicts are asked for. A list that is NULL stands for all there are, in the caller's order; of the years for
 * the question's own. */
struct indikator_batch {
	const int *definitions;
	size_t definitions_count;
	const int *places;
	size_t places_count;
	const int *years;
	size_t years_count;
};

/* Evaluates each definition of the batch (NULL: everything), for each year, for each place, in the order of the lists. Each
 * verdict is what indikator_evaluate gives, without its evidence, and costs a fraction: what the verdicts of a definition
 * share is worked out once. Returns false when `each` did, and when memory is out or an index or a year is out of range
 * (then before the first verdict). Thread-safe as indikator_evaluate. */
bool indikator_evaluate_all(const struct indikator_set *set, const struct indikator_question *question,
                            const struct indikator_batch *batch, indikator_each *each, void *context);

/* The status of a whole from the statuses of its parts (Kleene): all met -> met; all missing ->
 * missing; any partly, or both met and missing -> partly; otherwise unknown. No parts -> unknown. */
enum indikator_status indikator_aggregate(const enum indikator_status *parts, size_t count);

/* ---- what if --------------------------------------------------------------- */

/* One thing assumed to be otherwise than the data say. `place` and `definition` are indices of the set. */
enum indikator_assumption_kind {
	/* `amount` more (or fewer) in the numerator of a ratio; of a need: persons more that are reached */
	INDIKATOR_ASSUME_MORE,
	/* the numerator of a ratio is `amount` */
	INDIKATOR_ASSUME_COUNT,
	/* the value of a ratio reaches `amount`: the numerator is the whole number that just does (that is just not above it,
	 * when less is better). `of`, when known, is the denominator, for a place where nobody has stated it */
	INDIKATOR_ASSUME_VALUE,
	/* unit `unit` is as `as` says; -1: `as` is one unit more */
	INDIKATOR_ASSUME_UNIT,
	/* statement `statement` does not hold for `place` and what lies within it */
	INDIKATOR_ASSUME_MENDED
};
struct indikator_assumption {
	enum indikator_assumption_kind kind;
	int place, definition;
	struct indikator_number amount, of;
	int unit;
	const struct indikator_unit *as;  /* copied; its strings and lists are borrowed */
	int statement;
};

/* The same world with some things assumed, as a set of its own: evaluated, explained and freed like any other. `base` is read
 * only, is not changed, has no assumptions itself, and must outlive it. Places, definitions, statements and inventories have the
 * same indices; a figure
 * that is assumed stands where the stated one stood, or after the others, and so does a unit.
 *
 * Assumptions apply in order, each upon those before it. A figure is changed at the place itself and, by as much, wherever a
 * source states it for a place around it, so that parts and wholes agree. It is the figure of the year that the question asks
 * for. What is printed about a figure that is assumed is left out of the verdict, since no source printed that.
 *
 * A statement outweighs a unit (rule 1), so a gap that is stated would hide whatever is opened. Therefore: where the units did
 * not meet a service's requirements, and with the assumed ones do, a statement that says less is taken to be mended there,
 * and listed by indikator_mended. Where the assumed units leave a requirement unmet or unknown it stands.
 *
 * NULL and `error` (a Swedish sentence without a place) when an assumption cannot be made: a figure that nobody has stated, fewer
 * than none, an index out of range. *failed (may be NULL) is then its position in the list, -1 when memory was out. */
struct indikator_set *indikator_set_assuming(const struct indikator_set *base, const struct indikator_assumption *list,
                                             size_t count, const struct indikator_question *question, int *failed,
                                             struct indikator_error *error);
/* The set that assumptions were made upon; NULL for a set without any. */
const struct indikator_set *indikator_base(const struct indikator_set *set);
/* True when an observation or a unit of the set is assumed. */
bool indikator_is_assumed(const struct indikator_set *set, enum indikator_evidence_kind kind, int index);

/* A statement that is taken not to hold in a municipality or hospital. */
struct indikator_mended {
	int statement, place;
};
/* Those of the set, by statement and then place. Borrowed; returns how many. */
size_t indikator_mended(const struct indikator_set *set, const struct indikator_mended **list);

/* A verdict that assumptions change. Its verdicts have no evidence: evaluate again to ask why. */
struct indikator_touched {
	int place, definition;
	struct indikator_verdict before, after;
};
/* Every (place, indicator) that differs between the two sets in status, value, distance or coverage, ordered by place and
 * definition; ranks are not compared. `outer`: only that place and what lies within it; -1: all. The list is the caller's to
 * free(). False when memory is out. */
bool indikator_touched(const struct indikator_set *before, const struct indikator_set *after, int outer,
                       const struct indikator_question *question, struct indikator_touched **list, size_t *count);
/* ---- sharing a cost ------------------------------------------------------- */

/* What happens with the part of those who do not take part. */
enum indikator_absence {
	INDIKATOR_ABSENT_OTHERS_PAY,    /* the budget stands, the others share the whole of it */
	INDIKATOR_ABSENT_PER_WEIGHT,    /* each pays a fixed amount per inhabitant; the rest is covered by nobody */
	INDIKATOR_ABSENT_LOWERS_BUDGET  /* the budget is lowered to the part of the inhabitants that takes part, rounded down;
	                                   the fixed shares are shares of the lowered budget */
};

/* Pays a fixed share of the whole, or, when share is unknown, of the rest by weight (inhabitants). */
struct indikator_payer {
	struct indikator_number share; /* 1/2 is half; unknown: by weight */
	int64_t weight;
	bool absent;                   /* does not take part; never with a fixed share */
};
struct indikator_cost {
	int64_t total; /* whole units of money (kronor) */
	const struct indikator_payer *payers;
	size_t payers_count;
	enum indikator_absence absence;
	/* PER_WEIGHT: units of money per weight, each amount rounded half up. Unknown: what it would be if all took part. */
	struct indikator_number per_weight;
};
struct indikator_payment {
	int64_t amount;                 /* whole units; 0 when absent */
	struct indikator_number exact;  /* before rounding */
};
struct indikator_split {
	int64_t budget;                 /* the total, or what it is lowered to */
	int64_t paid, uncovered;        /* paid + uncovered = budget; uncovered < 0: more is paid than it costs */
	int64_t weight, weight_present; /* of all who pay by weight; of those who take part */
	struct indikator_number per_weight; /* what they pay per weight, exact */
};

/* Splits a sum. Whole amounts come from the largest remainder (equal remainders in the payers' order), so that they add up
 * to the unit; a stated amount per weight is rounded for each. `payments` has payers_count items and is the caller's.
 * False with a sentence when the shares are more than the whole, nobody pays the rest, or a number is out of range. */
bool indikator_split_cost(const struct indikator_cost *cost, struct indikator_payment *payments,
                          struct indikator_split *split, struct indikator_error *error);

#ifdef __cplusplus
}
#endif

#endif
