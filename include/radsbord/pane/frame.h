/* The panes on the screen: header, tabs, the open pane, its detail, what is asked for, and the bottom line. */
#ifndef RADSBORD_PANE_FRAME_H
#define RADSBORD_PANE_FRAME_H

#include "radsbord/app/opening.h"
#include "radsbord/ui/keymap.h"
#include "radsbord/ui/loop.h"
#include "radsbord/ui/screen.h"

struct frame;
/* A frame over an open session; `place` is the index of the place to begin with. Borrows both. */
struct frame *frame_new(struct session *s, const struct keymap *keymap, int place);
/* How soon after an item of a review is drawn a verdict on it is taken as meant (milliseconds); REVIEW_MS unless told. */
#define REVIEW_MS 200
void frame_set_review_ms(struct frame *f, int ms);
/* Counts of people below it are hidden while others see the screen (in a meeting); SMALL_LIMIT unless told. */
#define SMALL_LIMIT 5
void frame_set_small_limit(struct frame *f, int limit);
/* What shows a text in the user's editor: appends what it became to `out`; false with a sentence when it is as it was.
 * Without one (NULL) forms offer none. */
typedef bool frame_editor(void *ctx, const char *text, struct buf *out, struct error *e);
void frame_set_editor(struct frame *f, frame_editor *editor, void *ctx);
/* The guide for who uses the program (report/guide.h); borrowed. Without one (NULL) F1 tells only of keys. */
void frame_set_guide(struct frame *f, const char *text);
/* What the start page has of whoever runs the frame: where councils lie, what could not be opened, and how one is. `open` gives a
 * session on a council (path NULL: on none), or NULL with a sentence; `opened` is told when that session is about to be shown in a
 * new frame, appends what is to be said of it, and gives the place to begin with. Copied; what it points to is borrowed. */
struct frame_start {
	const struct opening_paths *paths;
	bool first;               /* begin on the start page */
	const char *why, *failed; /* why and what could not be opened; NULL: nothing was to be */
	struct session *(*open)(void *ctx, const char *path, struct error *e);
	int (*opened)(void *ctx, struct buf *said);
	void *ctx;
};
/* Without it no other council can be opened. */
void frame_set_start(struct frame *f, const struct frame_start *start);
/* How the program looks. What the user chooses is kept by `keep`: a setting, its value, true when it is kept, else a sentence. */
struct frame_look {
	enum theme_id theme;
	bool no_color;   /* NO_COLOR */
	bool linear, mouse;
};
typedef bool frame_keep(void *ctx, const char *key, const char *value, struct error *e);
void frame_set_look(struct frame *f, const struct frame_look *look, frame_keep *keep, void *ctx);
/* The session that was chosen on the start page when the frame ended; NULL: none. */
struct session *frame_next(const struct frame *f);
/* When that is of a council that was made there: where it lies, in a sentence of at most `width` columns. Appends, else nothing. */
void frame_say_made(const struct frame *f, int width, struct buf *out);
void frame_free(struct frame **f);
/* One event; false when the program is to leave. */
bool frame_handle(struct frame *f, const struct event *ev);
/* Draws everything. At least 60x16. */
void frame_draw(struct frame *f, struct canvas *c);
/* Another message in what was drawn last. */
void frame_draw_message(struct canvas *c, const char *text);
/* Asks what to do with what was typed before and never saved, when there is something; call it at the start. */
void frame_offer_draft(struct frame *f);
/* Points out, once each, the first fault of the council's files and a conflict copy that a sync client made. */
void frame_tell_folder(struct frame *f);
/* Milliseconds until something must happen by itself, -1: nothing; then frame_handle gets EVENT_NONE. */
int frame_timeout(const struct frame *f);
/* What can wait until no key does: a little of it (ui/loop.h). */
enum loop_work frame_work(struct frame *f);
/* Says something in the message line until the next key. */
void frame_say(struct frame *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Runs the frame on a terminal until the user leaves; each council that is chosen meanwhile in a frame of its own. */
struct frame_options {
	int place;      /* the index of the place to begin with */
	int review_ms;  /* see frame_set_review_ms */
	int small_limit; /* see frame_set_small_limit */
	const char *editor; /* the user's command (ui/editor.h), NULL: none */
	const char *state;  /* the user's own folder, where texts lie while they are edited when the session has none */
	const char *guide;  /* see frame_set_guide */
	struct frame_start start; /* see frame_set_start */
	struct frame_look look;   /* see frame_set_look; of it screen_options has what a screen needs */
	frame_keep *keep;
	void *keep_ctx;
	/* Is told who shows how far long work has come (show NULL: nobody any more): a sentence, false when the user stops it; a
	 * sentence of NULL is the end of it. */
	void (*watch)(void *ctx, bool (*show)(void *ctx, const char *sentence), void *show_ctx);
	void *watch_ctx;
};
bool frame_run(struct session *s, const struct keymap *keymap, const struct screen_options *o,
               const struct frame_options *options, struct error *e);

#endif
