/* Figures from registers and statistics: a CSV or TSV file read as it comes, each cell told what it becomes, and the step that
 * puts it into the council folder as matt/<source>.csv.
 *
 * A table is in long form (a row a figure: place, year, measure, value) or wide (a column a year, a measure or both), with text
 * around it or not. A place is a code, a name, or both ("0180 Stockholm"). A register's row may have numerator and
 * denominator of an indicator. What is not stated is unknown with a reason; what is not understood is said with its line, and
 * nothing is guessed. */
#ifndef RADSBORD_STORE_IMPORT_H
#define RADSBORD_STORE_IMPORT_H

#include "radsbord/base/num.h"
#include "radsbord/store/folder.h"
#include "radsbord/store/national.h"

enum import_state {
	IMPORT_NEW,
	IMPORT_CHANGED,   /* stands in the folder with another value */
	IMPORT_SAME,      /* stands there already */
	IMPORT_SKIPPED,   /* understood, but not asked for, said already, or text around the table */
	IMPORT_UNKNOWN    /* not understood: `why` */
};
/* What a cell, or a whole row, becomes. Strings in the arena of the import. */
struct import_row {
	int line;               /* of the file */
	enum import_state state;
	int place;              /* index in the reference, or -1 */
	int year;               /* or 0 */
	const char *measure;    /* code, or NULL */
	struct num value;       /* unknown: with `reason` */
	int decimals;
	const char *reason, *note;
	struct date date;       /* when it was given */
	bool published;
	const char *text;       /* as it stands in the file */
	const char *why;        /* SKIPPED, UNKNOWN: in Swedish; CHANGED: what stood there */
};
struct import {
	struct arena arena;
	const char *name;       /* of the file read, as shown */
	const char *source, *file; /* "palliativregistret", "matt/palliativregistret.csv" */
	struct import_row *items;
	size_t count, cap;
	struct diagnostics found; /* a fault among them: nothing may be saved */
};

/* What the user says beside the file; zero where nothing is said. */
struct import_options {
	const char *source;     /* as typed; NULL: the file has a column for it */
	struct date date;       /* when the figures were given; DATE_NONE: the file's own column of dates, else today */
	struct date today;
	const char *measure;    /* as typed: for a file that does not name its measure, else only that one */
	int year;               /* likewise */
	struct work *work;      /* is told how far the reading has come, and may stop it; NULL: nobody */
	bool municipality;      /* a name that is a region's and a municipality's is the municipality's */
};

/* Reads. False (a Swedish sentence) when the file is no table of figures at all, or it was stopped; what is wrong within it is in the rows and
 * `found`. `reference` and `set` are the model's; the sources are national. */
bool import_read(struct import *im, const char *bytes, size_t len, const char *name, const struct reference *reference,
                 const struct indikator_set *set, const struct records *sources, const struct import_options *o,
                 struct error *e);
/* Compares with what the folder has: sets the states, and adds a fault when a figure stands in another file of the folder.
 * `work` as in the options. */
bool import_compare(struct import *im, const struct folder *f, const struct reference *reference, struct work *work, struct error *e);
/* The step: figures that are new, and those that have changed. Of other rows nothing is touched. */
void import_changes(const struct import *im, const struct folder *f, const struct reference *reference, struct changes *c);
size_t import_count(const struct import *im, enum import_state state);
void import_release(struct import *im);

#endif
