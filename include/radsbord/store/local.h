/* What one person has on this machine for one council, never on the share: the undo list and the draft of what is being
 * typed. Under STATE/<hash of the folder's path>/<n>/ (0700, files 0600), where n is the first place that no other running
 * session has: two sessions in one council do not share a list, and a killed one leaves its place free. */
#ifndef RADSBORD_STORE_LOCAL_H
#define RADSBORD_STORE_LOCAL_H

#include "radsbord/council/change.h"
#include "radsbord/council/draft.h"
#include "radsbord/store/io.h"

/* Makes the person's own folder, with those above it, unless it is there. False with errno. */
bool local_make_state(const struct io *io, const char *state);

struct local;
/* Takes a place; `state` is made when it is not there. NULL, with a sentence, when nothing can be kept there. */
struct local *local_open(const struct io *io, const char *state, const char *council, struct error *e);
/* One of the places 1 to LOCAL_PLACES, if it is there. NULL: ERROR_NOT_FOUND when it is not, ERROR_LOCKED when a session runs
 * there. */
enum { LOCAL_PLACES = 9 };
struct local *local_open_place(const struct io *io, const char *state, const char *council, int place, struct error *e);
/* What all sessions of the person in the council share: to read it (ERROR_NOT_FOUND when nothing is there), or, `change`, held against
 * other sessions until it is closed; other sessions wait. */
struct local *local_open_shared(const struct io *io, const char *state, const char *council, bool change, struct error *e);
void local_close(struct local **l);
/* The place as a path; below it a text lies while an editor has it, in a folder of its own (ui/editor.h). Borrowed. */
const char *local_path(const struct local *l);
/* The files of the place, by name, without its lock, and those of a folder there as "redigera-x/text.txt"; and what one of them is,
 * a link not followed. */
bool local_list(const struct local *l, struct names *out, struct error *e);
bool local_stat(const struct local *l, const char *name, struct stat *st);

/* Replaces a file as a whole: it is on the disk when this returns true. */
bool local_write(struct local *l, const char *name, const char *bytes, size_t len, struct error *e);
/* ERROR_NOT_FOUND when there is none. */
bool local_read(const struct local *l, const char *name, struct buf *out, struct error *e);
/* True when it is gone, also when it never was. A folder goes with its last file. */
bool local_remove(struct local *l, const char *name, struct error *e);
/* Brings `name` from the place of a session that no longer runs, when there is none here. True when there is one now. */
bool local_take_over(struct local *l, const char *name);

/* The files of a place. */
#define LOCAL_UNDO "angra.rec"
#define LOCAL_DRAFTS "utkast.rec"
/* And the file that they share (filters.h). */
#define LOCAL_FILTERS "filter.rec"

/* ---- the undo list (undo.c) ---------------------------------------------- */

/* Steps, the newest last. */
struct steps {
	struct changes *items;
	size_t count, cap;
};
void steps_clear(struct steps *s);
void steps_release(struct steps *s);
/* So many steps are kept, and so many bytes of them on the disk; the oldest go first. */
enum { UNDO_STEPS_MAX = 200, UNDO_BYTES_MAX = 512 << 10 };
bool undo_write(struct local *l, const struct steps *undo, const struct steps *redo, struct error *e);
/* Fills both with what was written; a step that the program cannot make any more is left out with all older ones. */
void undo_read(const struct local *l, struct steps *undo, struct steps *redo);

/* ---- drafts (draft.c) ------------------------------------------------------ */

/* On the disk when this returns true; none: the file is removed. */
bool drafts_write(struct local *l, const struct drafts *d, struct error *e);
/* Also those of a session in another place that no longer runs. */
void drafts_read(struct local *l, struct drafts *out);

#endif
