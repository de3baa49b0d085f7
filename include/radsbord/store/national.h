/* The national reference data and the indicators, read into what the engine and the panes need. */
#ifndef RADSBORD_STORE_NATIONAL_H
#define RADSBORD_STORE_NATIONAL_H

#include "indikator.h"
#include "radsbord/council/reference.h"
#include "radsbord/store/io.h"

struct national;

/* The CSV files of data/sverige that hold places, and the columns that are read. Others may stand there too. */
enum national_table_id { NATIONAL_REGIONS, NATIONAL_MUNICIPALITIES, NATIONAL_HOSPITALS, NATIONAL_TABLES };
struct national_table {
	const char *file;
	const char *columns[8]; /* NULL ends them */
};
extern const struct national_table national_tables[NATIONAL_TABLES];

/* Reads `data_dir`/sverige and `config_dir`/indikatorer.ini. Gives what could be read; faults go to `d` with file and line. NULL
 * only when places or indicators cannot be read at all. */
struct national *national_open(const char *data_dir, const char *config_dir, const struct io *io, struct diagnostics *d,
                               struct error *e);
void national_close(struct national **n);
const struct reference *national_reference(const struct national *n);
/* Gaps, facts, units, inventories, proposals and sources of the national files. */
const struct records *national_records(const struct national *n);

/* The engine's data: the national records and, when `council` is not NULL, the council's own gaps and units (level
 * council) and figures, which come before the national ones. Valid until freed; borrows from both. NULL (a Swedish sentence) when the engine refuses the data. */
struct engine_data;
struct engine_data *engine_data_new(const struct national *n, const struct records *council, struct diagnostics *d,
                                    struct error *e);
void engine_data_free(struct engine_data **e);
const struct indikator_set *engine_data_set(const struct engine_data *e);
/* The national reference with the council's units as places after the others: its places are those of the set. Valid as
 * long as the engine's data. */
const struct reference *engine_data_reference(const struct engine_data *e);
/* The record behind a statement or unit of the set: a struct gap / struct unit. */
const struct gap *engine_data_gap(const struct engine_data *e, int statement);
const struct unit *engine_data_unit(const struct engine_data *e, int unit);

#endif
