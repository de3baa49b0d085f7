/* What the files of national share. Internal to src/store. */
#ifndef RADSBORD_STORE_NATIONAL_LOCAL_H
#define RADSBORD_STORE_NATIONAL_LOCAL_H

#include "folder_records.h"
#include "radsbord/store/csv.h"
#include "radsbord/store/national.h"

/* Everything read from data/sverige and config/indikatorer.ini. The engine's places are the reference's, index by
 * index; so are its definitions. */
struct national {
	struct arena arena;           /* every string and list */
	struct reference reference;
	struct map place_codes;       /* code -> place */
	struct records records;
	struct {
		struct indikator_place *items;
		size_t count, cap;
	} places;
	struct {
		struct indikator_observation *items;
		size_t count, cap;
	} observations;
	struct {
		struct indikator_definition *items;
		size_t count, cap;
	} definitions;
	struct {
		struct indikator_target *items;
		size_t count, cap;
	} targets;                 /* that take the place of a definition's from a year on */
	struct diagnostics found;     /* what loading found, for check_all */
};

/* Where the files are. */
struct national_source {
	const struct io *io;
	const char *data_dir, *config_dir;
};

/* A fault in a file. Always false. */
bool national_fault(struct national *n, const char *path, int line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* Reads a CSV file of data/sverige. `*path` (in the arena) is its name as shown; false, reported, when there is nothing. */
bool national_csv(struct national *n, const struct national_source *from, const char *name, struct csv_table *out,
                  const char **path);
/* True when the table has all the columns (NULL ends them); what is missing is reported. */
bool national_columns(struct national *n, const struct csv_table *t, const char *path, const char *const *names);

/* ---- national_places.c ---- */
/* regioner.csv, kommuner.csv and sjukhus.csv. False when there are no regions or no municipalities. */
bool national_read_places(struct national *n, const struct national_source *from);
/* By code; -1 when there is none. */
int national_place(const struct national *n, const char *code);
/* The scope that Region and Omrade (either may be NULL) name; the country when neither is given. -1 when unknown. */
int national_scope(const struct national *n, const char *region, const char *area);
/* A place as a record of that scope names it: a code, or the name of an area in the same region. -1 when unknown. */
int national_place_named(const struct national *n, int scope, const char *text);
/* True when `inner` is `outer` or lies within it. */
bool national_within(const struct national *n, int inner, int outer);

/* Adds a place to both tables; false, reported, when its code is taken or empty. Strings are in the arena. */
bool national_add_place(struct national *n, const struct place *p, const char *path, int line);

/* ---- unit_places.c ---- */
/* The unit as a place: below the municipality it lies in, or else its area or region. False when nobody can say where. */
bool unit_place(const struct national *n, const struct unit *u, struct place *out);
/* A place for every national unit, after the other places. */
void national_add_units(struct national *n);

/* ---- national_measures.c ---- */
/* matt.csv, after the units and the sources. */
void national_read_measures(struct national *n, const struct national_source *from);

/* ---- national_indicators.c ---- */
/* indikatorer.ini, after the measures and the sources. False when there is none. */
bool national_read_indicators(struct national *n, const struct national_source *from, struct error *e);

/* ---- national_values.c: values of indikatorer.ini ---- */
enum value_type {
	VALUE_TEXT,     /* const char * */
	VALUE_NUMBER,   /* struct indikator_number */
	VALUE_WHOLE,    /* int */
	VALUE_CHOICE,   /* int, index into `choices` */
	VALUE_CODE,     /* const char *, one of `choices` */
	VALUE_SERVICE,  /* const char *, a code of service_choices */
	VALUE_TYPES,    /* const char *[INDIKATOR_TYPES], codes of unit_types */
	VALUE_SOURCE,   /* const char *, an Id of kallor.rec */
	VALUE_SOURCES,  /* const char *[INDIKATOR_SOURCES], the same */
	VALUE_REQUIRES  /* struct value_requires */
};
struct value_requires {
	indikator_attribute_mask masks[INDIKATOR_ALTERNATIVES];
	size_t count;
};
struct value_row {
	const char *key;
	enum value_type type;
	unsigned kinds, required;     /* bits: 1u << enum indikator_kind */
	size_t offset;
	const char *const *choices;   /* VALUE_CHOICE, VALUE_CODE; ends with NULL */
	int min, max;                 /* VALUE_WHOLE */
};
/* Reads one value into `out` + row->offset. False with a sentence, without place. */
bool national_value(struct national *n, const struct value_row *row, const char *text, void *out, struct error *e);

#endif
