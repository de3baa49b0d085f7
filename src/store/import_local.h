/* The parts of an import. Internal to src/store. */
#ifndef RADSBORD_STORE_IMPORT_LOCAL_H
#define RADSBORD_STORE_IMPORT_LOCAL_H

#include "radsbord/council/measure.h"
#include "radsbord/store/csv.h"
#include "radsbord/store/import.h"

/* ---- import.c ---- */
/* Adds a finding, of each level the first twenty. */
void import_find(struct import *im, enum diagnostic_level level, int line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* ---- import_text.c ---- */
/* The rows of the file, marks of formulas taken off and blanks around cells gone. False when it is no text, or no table that a
 * person has made; a personnummer in it is a fault. */
bool import_rows(struct import *im, const char *bytes, size_t len, struct csv_table *out, struct error *e);

/* ---- import_value.c ---- */
enum import_value { VALUE_NUMBER, VALUE_WITHHELD, VALUE_EMPTY, VALUE_BAD };
struct import_number {
	struct num value;
	int decimals;
	bool percent;          /* written with % */
	const char *reason;    /* VALUE_WITHHELD: why it is unknown; VALUE_BAD: what is wrong */
};
enum import_value import_parse_value(const char *text, const struct measure *measure, struct arena *a, struct import_number *out);
enum import_year { YEAR_NONE, YEAR_FOUND, YEAR_PART };
/* Finds a year in a text: "2024", "Folkmängd 2024", "2024-12-31", "2024-01-01 – 2024-12-31", "31 december 2024". YEAR_PART: it is
 * about a part of a year, or several. `rest` (owned, may be NULL) is the text without it; `note` says which day it is, unless
 * that is the last of the year. */
enum import_year import_find_year(const char *text, int *year, char **rest, const char **note, struct arena *a);

/* ---- import_place.c ---- */
enum place_hint { HINT_NONE, HINT_REGION, HINT_MUNICIPALITY };
struct import_place {
	int place;             /* or -1: `why` */
	int municipality;      /* >= 0: the name is also that of this municipality, and nobody has said which */
	const char *why;
};
struct import_place import_find_place(const struct reference *r, const char *code, const char *text, enum place_hint hint,
                                      bool municipality, struct arena *a);

/* ---- import_layout.c ---- */
enum column_role {
	COLUMN_UNKNOWN,
	COLUMN_PLACE, COLUMN_REGION, COLUMN_COUNTY, COLUMN_MUNICIPALITY, COLUMN_UNIT, COLUMN_CODE,
	COLUMN_YEAR, COLUMN_MEASURE, COLUMN_SOURCE, COLUMN_REASON, COLUMN_NOTE, COLUMN_PUBLISHED, COLUMN_DATE,
	COLUMN_DIMENSION, /* sex, age ...: only the total is a figure of the place */
	COLUMN_IGNORED,
	COLUMN_VALUE, COLUMN_NUMERATOR, COLUMN_DENOMINATOR, COLUMN_SHARE
};
/* What a heading, or a cell that names a measure, says. */
struct import_name {
	enum column_role role;
	const struct measure *measure; /* or NULL */
	const char *code;              /* of the measure, also of one that only a definition knows; or NULL */
	int indicator;                 /* or -1 */
};
struct column {
	const char *heading;
	struct import_name name;
	enum import_year years;
	int year;
	const char *year_note;
};
struct layout {
	size_t header;         /* index of the row with the headings */
	struct column *columns;
	size_t count;
};
/* What a text names: a measure or an indicator, with "täljare", "antal", "andel (%)" and the like before or after. Its role is
 * COLUMN_UNKNOWN when it names nothing. */
struct import_name import_find_name(const struct reference *r, const struct indikator_set *set, const char *text);
/* Finds the headings. False (a Swedish sentence) when there are none. Columns are in the arena. */
bool import_find_layout(const struct csv_table *t, const struct reference *r, const struct indikator_set *set,
                        struct layout *out, struct arena *a, struct error *e);
bool column_is_value(const struct column *c);

/* ---- import_row.c ---- */
/* How far, percent, when what is left is to compare. */
enum { IMPORT_READ = 70 };
/* One file while it is read. */
struct import_reading {
	struct import *im;
	const struct reference *reference;
	const struct indikator_set *set;
	const struct import_options *o;
	struct csv_table table;
	struct layout layout;
	struct import_name asked;   /* --matt; role COLUMN_UNKNOWN: not given */
	bool one_name;              /* the file's own names of measures are one and the same */
	bool regions_only;          /* every name that can only be one place is a region's */
	struct {
		struct import_place *items;
		size_t count, cap;
	} places;
	struct map place_texts;     /* text -> index in places */
	struct {
		struct import_name *items;
		size_t count, cap;
	} names;
	struct map name_texts;
	struct map seen;            /* place/year/measure -> index of the row that says it */
};
/* The cell of the first column with that role, or "". */
const char *import_cell(const struct import_reading *x, const struct csv_row *row, enum column_role role);
/* The place of a row by its most specific cell. */
struct import_place import_row_place(struct import_reading *x, const struct csv_row *row);
struct import_name import_row_name(struct import_reading *x, const struct csv_row *row);
/* ---- import_cell.c ---- */
/* A cell of a column of values. Column, text and an indicator of -1 are given; the rest is found. */
struct cell {
	const struct column *column;
	const char *text;
	enum column_role role;
	int indicator;
	const char *code;     /* of the measure; NULL: `why` */
	const char *why;
	enum import_state state;
};
/* Adds what a cell becomes; returns its index among the import's rows. */
int import_read_cell(struct import_reading *x, const struct csv_row *row, int place, struct cell *c);

/* ---- import_row.c ---- */
/* Adds what the cells of a row become. */
void import_read_row(struct import_reading *x, const struct csv_row *row);
/* Adds a row that becomes nothing. */
void import_add(struct import_reading *x, const struct csv_row *row, enum import_state state, const char *text, const char *why);

#endif
