/* The session: what is open, and every edit of it with its inverse. Knows no screen.
 *
 * An edit is a step (struct changes) made by a council function. session_apply commits it through store, reads what it
 * touched again and puts the inverse on the undo list. Undo is a new step: it fails, and says so, when the record is no
 * longer what we left; a step that fails stays on its list. The clock and the randomness are handed in; tests own them. */
#ifndef RADSBORD_APP_SESSION_H
#define RADSBORD_APP_SESSION_H

#include "radsbord/council/draft.h"
#include "radsbord/report/model.h"
#include "radsbord/store/filters.h"
#include "radsbord/store/folder.h"
#include "radsbord/store/history.h"
#include "radsbord/store/national.h"

/* 10 Crockford base32 characters and the NUL. */
#define SESSION_ID_SIZE 11

struct session_options {
	const char *data_dir, *config_dir;
	const char *council_path;              /* NULL: no council */
	const struct io *io;
	struct clock clock;
	void (*random)(void *ctx, void *bytes, size_t n);
	void *random_ctx;
	const char *user, *host;               /* for the lock; borrowed, longer than the session */
	struct work *work;                     /* is told of what takes long, and may stop it (base/work.h); NULL: nobody. Likewise */
};

struct session;
/* Opens the national data and, when named, the council. NULL when the national data cannot be used or the council
 * cannot be read at all; faults that leave something to show become diagnostics. */
struct session *session_open(const struct session_options *o, struct error *e);
void session_close(struct session **s);

/* Everything the panes and reports look at. Valid until the next apply, undo, redo or refresh. */
const struct model *session_model(const struct session *s);
/* The year and criteria the session looks at; year 0 is the newest figures. */
void session_ask(struct session *s, int year, enum indikator_criteria criteria);
/* What the session's model gives is shown to others: counts of people below `limit` are hidden (0: nothing is). */
void session_show_to_others(struct session *s, int64_t limit);
const struct national *session_national(const struct session *s);
const struct folder *session_folder(const struct session *s);     /* NULL without a council */
/* What reading the national data found, and what the engine finds in the data as they are now. */
const struct diagnostics *session_diagnostics(const struct session *s);
struct date session_today(const struct session *s);
const struct clock *session_clock(const struct session *s);
struct work *session_work(const struct session *s);                /* NULL: nobody asks */

/* Which of NEED_COUNCIL and NEED_WRITABLE (app/command.h) are met. */
unsigned session_needs_met(const struct session *s);

/* Commits a step; an empty one is true and does nothing. Takes over `c` (released either way). It can be stopped (session_work) until it
 * is committed: then false, and nothing is changed. */
bool session_apply(struct session *s, struct changes *c, struct error *e);
/* The step that would be undone or redone next, or NULL. */
const char *session_undo_title(const struct session *s);
const char *session_redo_title(const struct session *s);
/* How many steps can be undone (or redone) one after the other, and the i-th from now; valid until the next of them. */
size_t session_steps(const struct session *s, bool redo);
const struct changes *session_step(const struct session *s, bool redo, size_t i);
bool session_undo(struct session *s, struct error *e);
bool session_redo(struct session *s, struct error *e);

/* After an apply, undo or redo that met a conflict: what there is to ask (council/conflict.h); else NULL. Valid until the
 * next of them. */
const struct conflict *session_conflict(const struct session *s);
/* Makes the refused step with an answer to each item, as apply, undo or redo would. False: nothing was written; when
 * session_conflict is not NULL then, it was changed once more and is asked anew. */
bool session_answer(struct session *s, const enum conflict_answer *given, struct error *e);
/* The question is left: nothing is written; an undo stays on its list. */
void session_let_go(struct session *s);

/* The lock that the last save met, after ERROR_LOCKED. Its holder's name, machine and time (UTC) are "" when they cannot be
 * read. It may be broken when it is another machine's and has been the same for 30 s of our own clock: then the person is
 * asked, and the default is to wait. */
enum { LOCK_STALE_MS = 30000 };
struct session_lock {
	const char *user, *host, *since;
	bool may_break;
};
bool session_lock(const struct session *s, struct session_lock *out);
/* The person has said yes: the next save breaks this lock, and no other one. */
void session_break_lock(struct session *s);

/* From now on the undo list is kept below `state_dir` (store/local.h) and taken up from there: it survives a restart and a
 * crash. False, with a sentence, when nothing can be kept; the session works all the same. */
bool session_remember(struct session *s, const char *state_dir, struct error *e);
/* Where those lie: a folder of this person, this council and this session. NULL: nowhere. Borrowed. */
const char *session_private(const struct session *s);
/* Why the undo list could not be written at the last step, or NULL. */
const char *session_not_kept(const struct session *s);
/* What was typed before and never saved; oldest first. While something is being typed its draft is the last one. */
enum { DRAFTS_MAX = 20 };
const struct drafts *session_drafts(const struct session *s);
/* The draft of what is being typed now, in place of its last one. Takes over `d`. On the disk when this returns true. */
bool session_draft_keep(struct session *s, struct draft *d, struct error *e);
/* What was being typed is saved or thrown away. */
bool session_draft_done(struct session *s, struct error *e);
/* An older draft is thrown away, or opened again. */
bool session_draft_drop(struct session *s, size_t i, struct error *e);

/* ---- filters that are kept (session_filters.c) ---- */

/* From now on they are kept below `state_dir`, and those that are there are read; session_remember does this too. False, with a
 * sentence, when they cannot be read. Without it they are kept as long as the session runs. */
bool session_know_filters(struct session *s, const char *state_dir, struct error *e);
const struct kept_filters *session_filters(const struct session *s);
/* The words of the filter of that name over a kind of record: the person's own, else the ready-made. NULL: no such name. */
const char *session_filter_words(const struct session *s, enum record_kind kind, const char *name);
/* The nth name, from 0, that gives words: the person's own, then the ready-made that no own hides, as they are shown. NULL: no more. */
const char *session_filter_name(const struct session *s, enum record_kind kind, size_t nth);
/* Keeps it (a name that is taken gets these words), renames it, or drops it; on the disk when this returns true. */
bool session_filter_keep(struct session *s, enum record_kind kind, const char *name, const char *words, struct error *e);
bool session_filter_rename(struct session *s, enum record_kind kind, const char *was, const char *name, struct error *e);
bool session_filter_drop(struct session *s, enum record_kind kind, const char *name, struct error *e);

/* When this session last saved (UTC seconds), 0 when it has not. */
int64_t session_saved_at(const struct session *s);

/* What has happened to records of the council (NULL: to all), newest first, at most `limit` steps of one record each (0: all);
 * what cannot be read of it goes to `d`, which may be NULL. */
void session_history(const struct session *s, const struct strings *ids, size_t limit, struct history *out,
                     struct diagnostics *d);

/* A fresh record Id. */
void session_new_id(struct session *s, char id[SESSION_ID_SIZE]);
/* Reads files that changed outside; true when any did. */
bool session_refresh(struct session *s);
/* The name of a sync client's conflict copy in the folder, NULL: none. */
const char *session_conflict_copy(const struct session *s);
/* The plan file new actions go to: that of the plan for today's year. NULL when there is no plan. */
const char *session_plan_file(const struct session *s);

#endif
