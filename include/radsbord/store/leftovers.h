/* What lies in and around a council's folder that is no data: what interrupted saves, broken locks, sync clients and exports left,
 * and what one person has on this machine. Listed, and removed only one by one on request. */
#ifndef RADSBORD_STORE_LEFTOVERS_H
#define RADSBORD_STORE_LEFTOVERS_H

#include "radsbord/store/folder.h"

enum leftover_kind {
	LEFTOVER_SALVAGE,   /* text that no save could bring in */
	LEFTOVER_LOCK,      /* a lock that was broken */
	LEFTOVER_EXPORT,    /* an export that was interrupted */
	LEFTOVER_CONFLICT,  /* a sync client's copy of a file that two had changed: may hold the only copy of somebody's edit */
	LEFTOVER_SAVING,    /* of a save that goes on, or that the next save takes care of */
	LEFTOVER_DRAFTS,    /* on this machine: what was typed and not saved */
	LEFTOVER_UNDO,      /* on this machine: the undo list */
	LEFTOVER_EDITED,    /* on this machine: a text that came back from no editor, or could not be taken in */
	LEFTOVER_LOCAL,     /* on this machine: what an interrupted write of those left */
	LEFTOVER_KINDS
};
struct leftover {
	enum leftover_kind kind;
	char *name;         /* below the council's folder; on this machine "lokalt/1/utkast.rec" */
	int place;          /* on this machine: its place (store/local.h), else 0 */
	int64_t changed;    /* seconds since 1970 */
	uint64_t size;
	const char *held;   /* why it may not be removed, or NULL. Static */
};
struct leftovers {
	struct leftover *items;
	size_t count, cap;
	bool unfinished;    /* a committed save is not carried out yet, so nothing in the folder may be removed */
	bool running;       /* a session runs on this machine; what it has is not listed */
};
/* Lists, in the folder by name and then on this machine (`state` NULL: not). Changes nothing. */
bool folder_leftovers(const struct folder *f, const char *state, struct leftovers *out, struct error *e);
/* Removes one of them; ERROR_USAGE when it is held. A file of records is never removed, whatever the leftover says. */
bool folder_leftover_remove(const struct folder *f, const char *state, const struct leftover *l, struct error *e);
void leftovers_release(struct leftovers *l);

#endif
