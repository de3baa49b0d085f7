/* A council folder: open, read what can be read, commit steps, read again what changed.
 *
 * Reading never fails because of one bad record: it is reported with file and line, kept in the file, and left out of the
 * tables. A file that is damaged is read-only in this session; so is a folder of a newer format. */
#ifndef RADSBORD_STORE_FOLDER_H
#define RADSBORD_STORE_FOLDER_H

#include "radsbord/council/conflict.h"
#include "radsbord/store/commit.h"

struct folder;

/* The keys of [rad] in rad.ini, and what each is. */
struct folder_key {
	const char *key, *help;
};
extern const struct folder_key folder_keys[]; /* ends with a NULL key */

/* Opens `path`. NULL when it is not a council folder or cannot be read. Recovers what a killed program left first. */
struct folder *folder_open(const char *path, const struct io *io, const struct store_writer *w, struct error *e);
void folder_close(struct folder **f);
const char *folder_path(const struct folder *f);
const struct records *folder_records(const struct folder *f);
const struct council_settings *folder_settings(const struct folder *f);
/* Everything found wrong while reading, newest reading of each file. */
const struct diagnostics *folder_diagnostics(const struct folder *f);
/* Why the folder, or one file of it, may not be written; NULL when it may. */
const char *folder_readonly(const struct folder *f, const char *file);

/* Reads a file that lies in the folder, of at most `max` bytes; `name` is a plain name below it ("mall.docx"). Symbolic links, FIFOs
 * and devices are refused, and so are names that lead out of it. */
bool folder_read(const struct folder *f, const char *name, size_t max, struct buf *out, struct error *e);

/* Commits one step and reads the files it touched again. Edits of other records merge by themselves. When a record of the
 * step is no longer what folder_records showed, or the step was made from: ERROR_CONFLICT, nothing is written, the files are
 * read again, and folder_conflict says what there is to ask. */
bool folder_apply(struct folder *f, const struct changes *c, const struct store_writer *w, struct error *e);
/* Who holds the lock that the last folder_apply met; its mark is "" when it met none. A lock that is let go within two seconds
 * is waited for. */
const struct store_lock_owner *folder_lock_owner(const struct folder *f);
/* A copy that a sync client made of a file here when two had changed it, by name; NULL: none. It is never read as data. */
const char *folder_conflict_copy(const struct folder *f);
/* What stood against the step last refused with ERROR_CONFLICT; empty otherwise. Valid until the next folder_apply. */
const struct conflict *folder_conflict(const struct folder *f);
/* Reads files that changed outside; true when any did. Failures become diagnostics. */
bool folder_refresh(struct folder *f);

/* Makes a new council folder at `path` (which must not exist or be empty): rad.ini, an empty plan for `year`,
 * ledamoter.rec with a vacant seat for each municipality (names in `seats`) and the region. */
struct folder_new {
	const char *name, *region;
	int year;
	const struct seat *seats;
	size_t seats_count;
};
bool folder_create(const char *path, const struct io *io, const struct folder_new *n, const struct store_writer *w,
                   struct error *e);
/* Copies the example council to `path` as a practice council unless something is there already (then nothing is touched
 * and true is returned). */
bool folder_copy_example(const char *example, const char *path, const struct io *io, struct error *e);

#endif
