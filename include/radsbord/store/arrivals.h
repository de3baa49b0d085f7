/* Meetings and members from files of others: each row told what it becomes, and the step that puts them into the council.
 *
 * Meetings come from a calendar (.ics) or a table, members from a table; a table is CSV or TSV in any of the encodings of
 * csv.h. A meeting is known again by the UID of its calendar (field Uid, or <Id>@radsbord for one that Rådsbord exported),
 * else by its day when it has no UID yet; a member by organisation, role and person, else a vacant seat of that organisation and
 * role. What the file does not state is left as it is. What is not understood is said with its line. */
#ifndef RADSBORD_STORE_ARRIVALS_H
#define RADSBORD_STORE_ARRIVALS_H

#include "radsbord/council/reference.h"
#include "radsbord/council/meeting.h"
#include "radsbord/store/import.h"

struct arrival {
	int line;
	enum import_state state;
	struct date date;           /* of a meeting */
	int start, end;
	const char *what, *where;   /* "Februarimötet" and its place, or the person and the organisation; NULL: not stated */
	const char *why;            /* why it is not understood, or what changes */
	const struct record *there; /* what it changes; NULL: nothing */
	const void *record;         /* the struct of its kind as it is to be; NULL: nothing comes of it */
};
struct arrivals {
	struct arena arena;
	const char *name;           /* of the file */
	enum record_kind kind;      /* RECORD_MEETING or RECORD_SEAT */
	struct arrival *items;
	size_t count, cap;
	struct diagnostics found;   /* a fault among them: nothing may be saved */
};

/* What the reading needs to know of the council. */
struct arrivals_world {
	const struct records *council;
	const struct reference *reference;
	const struct council_settings *settings;
	struct date today;
	struct work *work;  /* is told how far the reading has come, and may stop it; NULL: nobody */
};
/* `kind` is RECORD_MEETING or RECORD_SEAT. False, with a sentence, when the file is neither a calendar nor a table of that, or it was stopped. */
bool arrivals_read(struct arrivals *a, enum record_kind kind, const char *bytes, size_t len, const char *name,
                   const struct arrivals_world *w, struct error *e);
/* The step: what is new and what has changed. A new meeting gets the council's agenda. `new_id` makes fresh Ids, in the arena. */
void arrivals_changes(const struct arrivals *a, const struct arrivals_world *w, const char *(*new_id)(void *ctx, struct arena *to),
                      void *ctx, struct changes *c);
size_t arrivals_count(const struct arrivals *a, enum import_state state);
void arrivals_release(struct arrivals *a);

#endif
