/* What the store's own files share about reading, writing and naming a failure. Internal to src/store. */
#ifndef RADSBORD_STORE_IO_LOCAL_H
#define RADSBORD_STORE_IO_LOCAL_H

#include "radsbord/base/work.h"
#include "radsbord/store/io.h"

/* Cause and what to do for an errno, in Swedish, without a capital or a full stop. Borrowed; for an errno
 * outside the table the text is the system's own. */
const char *store_errno_text(int err);
/* "NAME kunde inte WHAT: cause." with `code`; the name "" is the folder itself. Always false. */
bool store_errno(struct error *e, enum error_code code, const char *name, const char *what, int err);
/* The code for a failed write: ERROR_READONLY when the system forbids it, else ERROR_IO. */
enum error_code store_write_code(int err);

/* As io_read_file; `st` (may be NULL) is what the file was when it was opened. */
bool store_read(const struct io *io, int dir, const char *name, size_t max, struct buf *out,
                struct stat *st, struct error *e);
/* As store_read, for the SHA-256 of the bytes alone. */
bool store_hash(const struct io *io, int dir, const char *name, size_t max, char hash[65], struct stat *st,
                struct error *e);
/* True when the file can be read and has exactly these bytes. */
bool store_has(const struct io *io, int dir, const char *name, size_t max, const char *bytes, size_t len);
/* All of it, whatever the system takes at a time. False with errno. */
bool store_write_all(const struct io *io, int fd, const char *bytes, size_t len);
/* fsync that survives signals; `of_dir` also forgives file systems that cannot sync a directory. False with errno. */
bool store_fsync(const struct io *io, int fd, bool of_dir);
/* A piece of the saving is done. False, with the sentence, when it is stopped; `w` may be NULL. */
bool store_goes_on(struct work *w, struct error *e);
/* True when the system would let us write there (its rights, read-only disks); changes nothing. False with errno. */
bool store_may_write(int dir, const char *name);
/* A relative name of files below the folder: no "..", no leading dot in any part, no control characters. */
bool store_name_ok(const char *name);

/* A descriptor of the folder that holds the last part of `name`, which starts at `*leaf`. Walks part by part
 * and follows no symbolic link. May be `dir` itself: close it with store_parent_close. -1 with errno. */
int store_parent_open(int dir, const char *name, const char **leaf);
void store_parent_close(int dir, int parent);

#endif
