/* What the files of folder share. Internal to src/store.
 *
 * Each file keeps its own tables and arena; the folder's tables are those of the files in name order. A file that
 * was read and now cannot be keeps what it had, and says why it may not be written. */
#ifndef RADSBORD_STORE_FOLDER_LOCAL_H
#define RADSBORD_STORE_FOLDER_LOCAL_H

#include "folder_records.h"
#include "radsbord/store/folder.h"

#define FOLDER_FORMAT 1
#define FOLDER_SETTINGS "rad.ini"

struct folder_file {
	char *name;                /* "plan/2019.rec" */
	bool was_read;             /* ever: its records came from bytes with this fingerprint */
	uint64_t mark;
	struct arena arena;        /* their strings */
	struct records records;
	struct council_settings settings; /* rad.ini only */
	int format;                /* rad.ini only: what the newest reading says, 0 when it does not */
	struct diagnostics found;  /* the newest reading */
	char *readonly;            /* why it may not be written, or NULL */
	bool failed;               /* the newest reading gave nothing: the records are older */
	bool absent;               /* it was never read, and is not there */
	struct stat stat;          /* as it was then; a hint, the bytes decide */
	bool stat_known;
};

struct folder {
	char *path;
	int dir;
	const struct io *io;       /* borrowed */
	uint64_t point;            /* of its files' fingerprints; drawn at the opening */
	struct {
		struct folder_file **items; /* in name order */
		size_t count, cap;
	} files;
	struct records records;
	struct council_settings settings;
	struct diagnostics recovered; /* what was done at the opening */
	struct diagnostics listed;    /* of the newest listing: what lies here that is not read */
	struct diagnostics history;   /* what stood in the way of the history */
	struct diagnostics diagnostics;
	struct conflict conflict;     /* of the step that was refused last */
	struct store_lock_owner lock_owner;
	char *readonly;               /* the whole folder, or NULL */
};

/* ---- folder.c ---- */
struct folder_file *folder_file_find(const struct folder *f, const char *name);
/* Reads the file again, or for the first time; true when anything changed. Call folder_rebuild after. `bytes` (may be NULL) gets
 * those that the file's records came from, when they were read now. */
bool folder_file_update(struct folder *f, const char *name, struct buf *bytes);
/* Makes the folder's tables, settings and diagnostics from the files'. */
void folder_rebuild(struct folder *f);

/* ---- folder_list.c ---- */
/* True for a file of a council folder that holds records: "ledamoter.rec", "plan/2019.rec" ... */
bool folder_name_is_read(const char *name);
/* Copies that sync clients leave when two have changed a file. */
bool folder_name_is_conflict(const char *name);
/* What there is to read, rad.ini first and then in name order. Findings go to `d`. */
void folder_list(const struct folder *f, struct names *out, struct diagnostics *d);

/* ---- folder_file.c ---- */
struct folder_file *folder_file_new(const char *name);
void folder_file_free(struct folder_file *file);
/* Reads it if it may have changed. True when anything did. `bytes` as in folder_file_update. */
bool folder_file_read(struct folder_file *file, const struct folder *f, struct buf *bytes);

/* ---- folder_settings.c ---- */
/* rad.ini. False when it is damaged or has no format, and out has what could be read. `*readonly` (owned) is why it may not be written: it is
 * damaged, or has no format or a newer one. */
bool folder_settings_read(const char *bytes, size_t len, struct council_settings *out, char **readonly,
                          struct diagnostics *d);
void folder_settings_copy(struct council_settings *to, const struct council_settings *from);
void folder_settings_release(struct council_settings *s);
/* Appends a new rad.ini with its comments. False when name or region cannot be written. */
bool folder_settings_write(const char *name, const char *region, struct buf *out, struct error *e);

/* ---- folder_merge.c ---- */
/* Makes in `bytes` the changes of `c` to one file; *differs: they are other ones now. ERROR_CONFLICT, naming the record, when the
 * file does not hold what the changes were made from; ERROR_READONLY when it is damaged; ERROR_DATA when a record would be
 * lost (folder_merge_keeps). `work` (may be NULL) has each change as a piece, and may stop it. */
bool folder_merge(const struct changes *c, const char *file, struct work *work, struct buf *bytes, bool *differs, struct error *e);
/* True when every record of `before` that has an Id is in `after` too, but for those that the step removes; else ERROR_DATA,
 * and nothing may be written. */
bool folder_merge_keeps(const struct changes *c, const char *file, const struct buf *before, const struct buf *after,
                        struct error *e);

#endif
