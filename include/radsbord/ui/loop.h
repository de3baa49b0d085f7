/* The event loop: drain input, handle, recalculate, repaint, wait. Only the loop draws; handlers return. */
#ifndef RADSBORD_UI_LOOP_H
#define RADSBORD_UI_LOOP_H

#include "radsbord/ui/screen.h"

/* What can wait until no key does, a little at a time. */
enum loop_work { LOOP_IDLE, LOOP_MORE, LOOP_DONE }; /* nothing is left; some is, and nothing is to be seen of it; just done: to be drawn */
struct loop_client {
	void *ctx;
	/* One event; false ends the loop. */
	bool (*handle)(void *ctx, const struct event *ev);
	/* Draws everything on the cleared canvas (at least 60x16; smaller is the loop's own message). */
	void (*draw)(void *ctx, struct canvas *c);
	/* Milliseconds until something must happen by itself (-1: nothing); then handle gets EVENT_NONE. */
	int (*timeout)(void *ctx);
	/* Optional; takes about a millisecond. */
	enum loop_work (*work)(void *ctx);
};
void loop_run(struct screen *s, const struct loop_client *client);
/* The message for a window under 60x16. */
void loop_draw_too_small(struct canvas *c);

#endif
