/* The event loop: drain input, handle, recalculate, repaint, wait. Only the loop draws; handlers return. */
#ifndef RADSBORD_UI_LOOP_H
#define RADSBORD_UI_LOOP_H

#include "radsbord/ui/screen.h"

struct loop_client {
	void *ctx;
	/* One event; false ends the loop. */
	bool (*handle)(void *ctx, const struct event *ev);
	/* Draws everything on the cleared canvas (at least 60x16; smaller is the loop's own message). */
	void (*draw)(void *ctx, struct canvas *c);
	/* Milliseconds until something must happen by itself (-1: nothing); then handle gets EVENT_NONE. */
	int (*timeout)(void *ctx);
};
void loop_run(struct screen *s, const struct loop_client *client);
/* The message for a window under 60x16. */
void loop_draw_too_small(struct canvas *c);

#endif
