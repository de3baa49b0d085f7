/* Record tables: one row a field. Reading, writing, checking, forms, printing and the %rec: descriptor of a file all
 * come from these rows; adding a field is adding a row (and a member of the struct).
 *
 * In memory a record is a plain struct that begins with `struct record`. Which struct belongs to which kind stands in
 * council/records.h; the rows stand in src/council/schema.c. */
#ifndef RADSBORD_COUNCIL_SCHEMA_H
#define RADSBORD_COUNCIL_SCHEMA_H

#include "radsbord/base/date.h"
#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

/* The head of every record. Strings are owned by the arena of the file they came from. */
struct record {
	const char *id;
	const char *file;   /* as shown to the user: "plan/2019.rec" */
	int line;
};

/* A list of strings (a repeated field). */
struct strings {
	const char **items;
	uint32_t count, cap; /* a hundred thousand actions have seven lists each */
};

/* A coded value: what stands in the file and what people read. The index is the value. Ends with {NULL, NULL}. */
struct choice {
	const char *code, *label;
};
/* The index of a code, or -1. */
int choice_find(const struct choice *choices, const char *code);

enum field_type {
	FIELD_ID,      /* the key */
	FIELD_TEXT,    /* one line: const char *, NULL when absent */
	FIELD_LINES,   /* several lines: const char * */
	FIELD_LIST,    /* repeated: struct strings */
	FIELD_REF,     /* the Id of another record: const char * */
	FIELD_REFS,    /* repeated Ids: struct strings */
	FIELD_INT,     /* int64_t, FIELD_INT_NONE when absent */
	FIELD_DATE,    /* struct date */
	FIELD_TIME,    /* int, minutes since midnight, -1 when absent */
	FIELD_CHOICE   /* int, index into choices; the first is the value when absent */
};
#define FIELD_INT_NONE INT64_MIN

enum field_flag {
	FIELD_REQUIRED = 1 << 0,
	FIELD_INTERNAL = 1 << 1, /* not in forms */
	FIELD_CONTACT = 1 << 2   /* a person's contact details, which radsbord gallra takes away: who it is, and how to reach them */
};

struct field {
	const char *name;               /* in the file: output column, capitalised, ASCII */
	const char *label;              /* Swedish, in forms and details */
	enum field_type type;
	unsigned flags;
	size_t offset;                  /* of the member */
	const struct choice *choices;   /* FIELD_CHOICE */
	const char *hint;               /* how to write it; may be NULL */
};

enum record_kind {
	/* the council's own */
	RECORD_PLAN, RECORD_GOAL, RECORD_FOCUS, RECORD_ACTION,
	RECORD_MEETING, RECORD_ITEM, RECORD_SEAT, RECORD_ANSWER, RECORD_COST,
	RECORD_LIAISON, RECORD_EDUCATION, RECORD_PARTNER, RECORD_CENTRE, RECORD_RESOURCE, RECORD_QUESTION,
	RECORD_REFERRAL, RECORD_WAYPOINT, RECORD_VERDICT,
	RECORD_ATTENDANCE, RECORD_CORRECTION, RECORD_MINUTES, /* RECORD_MINUTES: a file of protokoll/, in steps and in the history */
	RECORD_YEAR_TEXT,
	RECORD_SCENARIO,
	RECORD_FIGURE, /* a row of matt/….csv, in steps and in the history; read as struct measurement */
	RECORD_RULES,  /* what rad.ini says of how the council works; one, with the Id RULES_ID */
	/* the inventory: national, and a council's own additions */
	RECORD_GAP, RECORD_FACT, RECORD_UNIT, RECORD_INVENTORY, RECORD_PROPOSAL, RECORD_SOURCE,
	RECORD_KINDS
};

struct record_type {
	enum record_kind kind;
	const char *name;     /* %rec: name */
	const char *label;    /* "åtgärd" */
	const char *file;     /* where it lies in a council folder: "plan/ÅÅÅÅ.rec", "ledamoter.rec" */
	size_t size;
	const struct field *fields;
	size_t count;
};

const struct record_type *record_type(enum record_kind kind);
/* By %rec: name; NULL when unknown. */
const struct record_type *record_type_by_name(const char *name, size_t len);
/* By field name; NULL when unknown. */
const struct field *record_field(const struct record_type *t, const char *name, size_t len);
/* The same, looked for from row `from` on and then from the first: files have fields in the order of the rows. */
const struct field *record_field_from(const struct record_type *t, size_t from, const char *name, size_t len);
/* The `%rec:` descriptor of the type, as recutils reads it, each line ended. */
void record_descriptor(const struct record_type *t, struct buf *out);

/* Sets all members to their absent values. */
void record_init(const struct record_type *t, void *record);
/* Reads one value into the record (repeated fields are appended to); strings go to the arena. False, with a Swedish
 * sentence without place, when the value does not fit the field. */
bool field_decode(const struct field *f, void *record, const char *value, struct arena *a,
                  struct error *e);
/* The same of a value that lives as long as the record: its text is borrowed, not copied. */
bool field_take(const struct field *f, void *record, const char *value, struct arena *a, struct error *e);
/* The values as they stand in a file (none when absent); strings in the arena. */
void field_encode(const struct field *f, const void *record, struct arena *a, struct strings *out);
/* The value as people read it (labels, 29 januari 2019 as 2019-01-29, lists joined by ", "). Appends. */
void field_show(const struct field *f, const void *record, struct buf *out);
/* True when required fields have values; else *missing is the first that has none. */
bool record_complete(const struct record_type *t, const void *record, const struct field **missing);

/* Appends a string to a list in the arena. */
void strings_add(struct strings *s, const char *item, struct arena *a);
bool strings_has(const struct strings *s, const char *item);
/* The same strings in the same order. */
bool strings_same(const struct strings *a, const struct strings *b);

#endif
