/* A council of Södermanland on the program's own data, and files read into it. */
#ifndef TESTS_STORE_IMPORT_STAGE_H
#define TESTS_STORE_IMPORT_STAGE_H

#include "scratch.h"

#include "radsbord/store/folder.h"
#include "radsbord/store/import.h"
#include "radsbord/store/national.h"

struct import_stage {
	struct scratch scratch;
	struct national *national;
	struct folder *folder;
	struct engine_data *data;
	struct import_options options; /* source "scb", today 2026-11-24 */
	struct import im;
	struct error e;
};
void import_stage_open(struct import_stage *s);
void import_stage_close(struct import_stage *s);
/* Reads and compares; what was read before is released. False: s->e. */
bool import_stage_read(struct import_stage *s, const char *bytes, size_t len);
bool import_stage_text(struct import_stage *s, const char *text);
/* Saves what was read; fails the test when that fails. */
void import_stage_save(struct import_stage *s);
/* The rows in short, a line each: "3 0480 2024 invanare 58100 ny", "4 - 0 - - forstas_inte: why". Owned. */
char *import_stage_rows(const struct import_stage *s);
/* Reads the text and fails the test unless the rows that are new, changed or not understood are exactly these. */
void import_stage_expect(struct import_stage *s, const char *text, const char *rows);

#endif
