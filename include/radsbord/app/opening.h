/* Which council to open: a new one, the example, one that is there; and what was opened last. Knows no screen. */
#ifndef RADSBORD_APP_OPENING_H
#define RADSBORD_APP_OPENING_H

#include "radsbord/app/session.h"

/* Borrowed strings, absolute paths. */
struct opening_paths {
	const char *example;  /* the example council that came with the program */
	const char *practice; /* where the person's copy of it is, or is to be */
	const char *state;    /* the person's own folder */
	const char *home;     /* NULL: not known */
};

/* Makes a council folder, with a vacant seat for the region and each of its municipalities: how many goes to `seats` (may be NULL).
 * `region` is a name or code. False, with a sentence, and nothing is made: no name, a personnummer in it, no such region, a folder
 * that is not empty. */
bool opening_make(struct session *s, const char *path, const char *name, const char *region, size_t *seats, struct error *e);
/* Copies the example to the practice folder, unless there is one. */
bool opening_make_practice(const struct session *s, const struct opening_paths *p, struct error *e);

/* "Palliativa rådet i Dalarna". Appends. */
void opening_propose_name(const struct place *region, struct buf *out);
/* A folder that is not there yet for it: "~/Rådsbord/Dalarna". Appends. */
void opening_propose_folder(const struct opening_paths *p, const struct place *region, struct buf *out);
/* Makes the folder that proposed ones lie in, when `path` lies in it; any other folder above a new council must be there. False,
 * with a sentence, when it is not. */
bool opening_make_room(const struct session *s, const struct opening_paths *p, const char *path, struct error *e);

/* What was typed as an absolute path: ~ is the home folder, blanks around it go. Owned. */
char *opening_path(const struct opening_paths *p, const char *typed);
/* A path as people write it: ~ for the home folder. Appends. */
void opening_show_path(const struct opening_paths *p, const char *path, struct buf *out);
/* Appends the nth folder that begins with what is typed, in capitals or not, and without ring and dots when none is
 * written so; when there is but one, the next are those in it.
 * False when there are no more. */
bool opening_complete(const struct opening_paths *p, const char *typed, unsigned nth, struct buf *out);

#endif
