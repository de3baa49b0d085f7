/* What the files of session share: session.c opens and looks, session_step.c changes. Internal to src/app. */
#ifndef APP_SESSION_LOCAL_H
#define APP_SESSION_LOCAL_H

#include "radsbord/app/session.h"
#include "radsbord/store/filters.h"
#include "radsbord/store/local.h"

/* A step that met a conflict and waits for answers. */
enum waiting_for { WAITING_NONE, WAITING_APPLY, WAITING_UNDO, WAITING_REDO };
struct waiting {
	enum waiting_for what;
	struct changes step;    /* WAITING_APPLY; the others lie on their list */
};

/* The lock that the last save met: since when it has been the same one, and whether the person will have it broken. */
struct lock_watch {
	char mark[65];
	int64_t since_ms;
	bool yes;
};

struct session {
	const struct io *io;
	struct clock clock;
	void (*random)(void *ctx, void *bytes, size_t n);
	void *random_ctx;
	const char *user, *host;
	struct work *work;               /* borrowed, or NULL */
	struct national *national;
	struct folder *folder;
	struct engine_data *engine;
	struct diagnostics opening;      /* what reading the national data found */
	struct diagnostics engine_found; /* what the engine found in the data as they are now */
	struct diagnostics diagnostics;  /* both */
	struct model model;
	struct steps undo, redo;
	struct local *local;             /* where the lists and drafts are kept; NULL: nowhere */
	struct error not_kept;           /* why the undo list could not be written, until it is told */
	struct waiting waiting;
	struct lock_watch lock;
	char *state;                     /* where filters are kept; NULL: nowhere */
	struct kept_filters filters;
	struct drafts drafts;            /* those left from before, and last the one being typed */
	bool typing;                     /* the last of them is */
	int64_t saved_at;
	char *export_folder;             /* where exported files go; NULL: nowhere is known */
	int64_t others_limit;            /* what is printed for others hides smaller counts of people */
};

/* Builds the engine's data again after the council's files were read. False only when the national data are refused. */
bool session_look_again(struct session *s, struct error *e);
struct store_writer session_writer(struct session *s);

#endif
