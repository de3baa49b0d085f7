/* What if, as people write it: one change on one line, read without knowing what the figures are. Pure.
 *
 *     vårdplatser +6 Nyköping på sjukhus          beds, and where they are
 *     läkare +3 · sjuksköterskor 14 · stöd +100   more or fewer, or so many
 *     brytpunktssamtal 85 %                       a share; "av 1200" when nobody has stated of how many
 *     ny enhet konsultteam Katrineholm: ronder, läkare schemalagd
 *     jourlinje dygnet runt, ej anslutna, betjänar Södermanland
 *     brist B04-02 åtgärdad
 *
 * Upper and lower case, and diacritics, make no difference; codes of the files (slutenvard_sjukhus, lakare_schemalagd) are
 * accepted beside the words people read. */
#ifndef RADSBORD_COUNCIL_SCENARIO_H
#define RADSBORD_COUNCIL_SCENARIO_H

#include "radsbord/council/change.h"
#include "radsbord/council/reference.h"

/* The file that scenarios are saved in. */
#define SCENARIO_FILE "scenarier.rec"
#define SCENARIO_CHANGES_MOST 20 /* in one scenario */

enum scenario_kind {
	SCENARIO_MORE,        /* `amount` more of what `indicator` counts; negative: fewer */
	SCENARIO_COUNT,       /* `amount` of it */
	SCENARIO_SHARE,       /* the value is `amount` per cent, of `of` when that is known */
	SCENARIO_NEW_UNIT,    /* a unit of `type` */
	SCENARIO_CHANGED_UNIT, /* the unit `unit` (Id), or, NULL, the one of `type` at the place */
	SCENARIO_MENDED       /* what `gap` (Id) says does not hold any more */
};
/* Where beds are. */
enum scenario_beds { SCENARIO_BEDS_ANYWHERE, SCENARIO_BEDS_ON_HOSPITAL, SCENARIO_BEDS_OUTSIDE };
#define SCENARIO_SERVES_MOST 24

struct scenario_change {
	enum scenario_kind kind;
	const char *text;                  /* as it was written, blanks trimmed; in the arena */
	int indicator;                     /* index of the reference, or -1 */
	struct num amount, of;
	enum scenario_beds where;
	int place;                         /* of the change itself; -1: the scenario's */
	int type;                          /* index into unit_types, or -1 */
	const char *unit, *gap;            /* Ids, in the arena; NULL when none */
	int attributes[UNIT_ATTRIBUTES];   /* -1 not said, 1 nej, 2 ja */
	int serves[SCENARIO_SERVES_MOST];  /* places that are named */
	size_t serves_count;
	int hospital;                      /* a unit lies on it, or -1 */
	struct num beds;                   /* of a new unit; unknown when not said */
};

/* Reads one change. False, with one sentence that says what is wrong and what can be written, when it cannot be read. Any
 * text at all may be given. */
bool scenario_parse(const struct reference *r, const char *text, struct arena *a, struct scenario_change *out,
                    struct error *e);

/* What can be written: a row a kind, for the help, the hints and the choice in the pane. Ends with a NULL form. */
struct scenario_form {
	const char *form;     /* "vårdplatser +ANTAL [PLATS] [på sjukhus | utanför sjukhus]" */
	const char *example;  /* "vårdplatser +6 Nyköping på sjukhus" */
	const char *begin;    /* what the line begins with when one chooses it: "vårdplatser +" */
	const char *means;    /* one sentence */
};
extern const struct scenario_form scenario_forms[];
/* The attributes of units as one list: "dygnet runt, ej anslutna …". */
void scenario_attributes(struct buf *out);

/* The scenario by its name (case and diacritics aside) or Id; NULL when there is none. */
const struct scenario *scenario_find(const struct records *r, const char *name);
/* The step that saves a scenario: a new one, or the one of that name changed. `id` is made by app for a new one. */
void scenario_save(struct changes *c, const struct records *r, const char *name, const char *place,
                   const struct strings *changes, struct date today, const char *id);
/* The step that removes it. */
void scenario_remove(struct changes *c, const struct scenario *s);

#endif
