/* Gallring: a person's contact details, or a year's drafts, taken out of a council's folder and of this machine.
 *
 * A person's contact details are the fields that the record tables call so (FIELD_CONTACT: who sits on a seat or is ombud, e-mail,
 * contact of a partner or a resource). They go from the records, and in the history their values become "[gallrat]", the one
 * exception to its being append-only: no other byte of either changes. Undo lists, drafts and salvage that name the person go. What
 * the council has decided stays as it is: adopted minutes, who answers for an action; where the name stands in such a text it is said.
 * A year's drafts are what was typed and not saved that year, and the undo lists and salvage last changed in it. */
#ifndef RADSBORD_STORE_DISPOSAL_H
#define RADSBORD_STORE_DISPOSAL_H

#include "radsbord/store/folder.h"
#include "radsbord/store/leftovers.h"

#define DISPOSAL_MARK "[gallrat]"

/* What is found, for people. */
struct disposal_item {
	bool goes;            /* else it stays */
	char *file;           /* below the council's folder, or "lokalt/1/utkast.rec" */
	int line;             /* 0: all of it */
	char *text;
};
/* A file of the council as it is to be. */
struct disposal_file {
	char *name, base[65]; /* base: hash of the bytes read */
	struct buf bytes;
};
/* A file on this machine: as it is to be, or gone. */
struct disposal_local {
	int place;            /* 0: what the sessions share */
	char *name, base[65];
	struct buf bytes;
	bool removed;
};
struct disposal {
	struct {
		struct disposal_item *items;
		size_t count, cap;
	} found;
	struct {
		struct disposal_file *items;
		size_t count, cap;
	} files;
	struct {
		struct disposal_local *items;
		size_t count, cap;
	} local;
	struct leftovers salvage; /* that goes */
	struct changes log;       /* what the history says of it: not what was there */
	bool running;             /* a session runs on this machine, so it cannot be made */
	size_t going;             /* items that go */
};

/* What would be done. False (ERROR_READONLY, ERROR_IO, ERROR_DATA) when a file that names the person cannot be changed. `state` is
 * where sessions keep what they have on this machine; NULL: nowhere. Nothing is changed. */
bool disposal_of_person(const struct folder *f, const char *state, const char *name, struct disposal *out, struct error *e);
bool disposal_of_year(const struct folder *f, const char *state, int year, struct disposal *out, struct error *e);
/* Does it: first this machine and the salvage, which can be done again, then records and history in one transaction.
 * ERROR_CONFLICT: something has changed since; look again. */
bool disposal_make(const struct folder *f, const char *state, const struct disposal *d, const struct store_writer *w, struct error *e);
void disposal_release(struct disposal *d);

#endif
