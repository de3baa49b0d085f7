/* Errors and diagnostics.
 *
 * A function that can fail returns false (or NULL) and fills a `struct error *`
 * that the caller owns; passing NULL means "I do not need the text".
 * Faults in the user's data are not errors but results: a load returns what it
 * could read together with a list of `struct diagnostic`.
 */
#ifndef RADSBORD_BASE_ERROR_H
#define RADSBORD_BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

enum error_code {
	ERROR_NONE,
	ERROR_USAGE,     /* the caller's words are off: exit status 2 */
	ERROR_NOT_FOUND, /* nothing of that name: exit status 1 */
	ERROR_DATA,      /* the data has faults: exit status 1 */
	ERROR_CONFLICT,  /* the file is no longer what we read */
	ERROR_LOCKED,    /* somebody else is saving */
	ERROR_READONLY,  /* the file or folder may not be written in this session */
	ERROR_IO,        /* the system could not read or write: exit status 3 */
};

/* One error. `text` is a complete Swedish sentence that says what to do.
 * `file` is empty and `line`, `column` are 0 when they do not apply. */
struct error {
	enum error_code code;
	int line, column;
	char file[512];
	char text[768];
};

/* Fills `e` (may be NULL), without a place. Always returns false, so `return error_set(...)`. The old
 * e->text may be among the arguments; a text too long is cut between characters. */
bool error_set(struct error *e, enum error_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* The same with a place. Lines and columns count from 1; set e->column afterwards where it is known. */
bool error_set_at(struct error *e, enum error_code code, const char *file, int line,
                  const char *fmt, ...) __attribute__((format(printf, 5, 6)));

void error_clear(struct error *e);

/* The exit status of DESIGN section 4 for an error: 0, 1, 2 or 3. */
int error_exit_status(enum error_code code);

enum diagnostic_level { DIAGNOSTIC_NOTE, DIAGNOSTIC_WARNING, DIAGNOSTIC_FAULT };

/* A finding in a file: what is wrong and what to do, in Swedish. Owned strings. */
struct diagnostic {
	enum diagnostic_level level;
	char *file;
	int line;
	char *text;
};

struct diagnostics {
	struct diagnostic *items;
	size_t count, cap;
};

/* Appends one finding. `file` may be NULL, and then it is NULL in the item. */
void diagnostics_add(struct diagnostics *d, enum diagnostic_level level, const char *file, int line,
                     const char *fmt, ...) __attribute__((format(printf, 5, 6)));
/* How many of at least this level. */
size_t diagnostics_count(const struct diagnostics *d, enum diagnostic_level level);
void diagnostics_release(struct diagnostics *d);

#endif
