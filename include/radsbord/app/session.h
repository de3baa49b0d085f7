/* The session: what is open, and every edit of it with its inverse. Knows no screen.
 *
 * An edit is a step (struct changes) made by a council function. session_apply commits it through store, reads what it
 * touched again and puts the inverse on the undo list. Undo is a new step: it fails, and says so, when the record is no
 * longer what we left; a step that fails stays on its list. The clock and the randomness are handed in; tests own them. */
#ifndef RADSBORD_APP_SESSION_H
#define RADSBORD_APP_SESSION_H

#include "radsbord/report/model.h"
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

/* Which of NEED_COUNCIL and NEED_WRITABLE (app/command.h) are met. */
unsigned session_needs_met(const struct session *s);

/* Commits a step; an empty one is true and does nothing. Takes over `c` (released either way). A step that brings a
 * personnummer is refused unless it has been kept (council/change_guard.h); one that holds any is not remembered, and
 * nothing before it can be undone. */
bool session_apply(struct session *s, struct changes *c, struct error *e);
/* The step that would be undone or redone next, or NULL. */
const char *session_undo_title(const struct session *s);
const char *session_redo_title(const struct session *s);
bool session_undo(struct session *s, struct error *e);
bool session_redo(struct session *s, struct error *e);
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
/* The plan file new actions go to: that of the plan for today's year. NULL when there is no plan. */
const char *session_plan_file(const struct session *s);

#endif
