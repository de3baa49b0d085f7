/* A session on a private copy of the example council, with a fixed clock (2026-11-24 09:30 Swedish time) and a fixed
 * randomness. The copy is removed when it is closed. */
#ifndef SUPPORT_PRACTICE_H
#define SUPPORT_PRACTICE_H

#include "radsbord/app/session.h"

struct practice {
	char folder[512];        /* the temporary folder; the council is folder/rad */
	char path[640];
	int64_t now, mono;       /* what the clock says; tests may move it */
	uint64_t random;
	struct session *session;
	struct io io;            /* the system's, but nothing waits */
	char state[640];         /* what is kept of this person: folder/state */
	bool remembers;
};
/* False when the copy or the session fails (the reason is printed). */
bool practice_open(struct practice *p);
/* Opens a council that is there already (NULL: none), at a moment (seconds since 1970 UTC). It is not removed when it is closed. */
bool practice_open_at(struct practice *p, const char *path, int64_t now);
/* Closes the session and opens the council again, as the next day; from now on undo and drafts are kept in p->state. */
bool practice_reopen(struct practice *p);
void practice_close(struct practice *p);
/* The bytes of a file of the council, owned by the caller; NULL when it cannot be read. */
char *practice_read(const struct practice *p, const char *name);

#endif
