/* What may be meant by the letters typed so far: a short list under the text, to choose from. */
#ifndef RADSBORD_UI_SUGGEST_H
#define RADSBORD_UI_SUGGEST_H

#include "radsbord/ui/edit.h"

struct suggestion {
	char *text;  /* what the line becomes */
	char *shown; /* what the list says of it */
};
struct suggest {
	struct suggestion *items;
	size_t count, cap;
	size_t chosen; /* count: none */
	size_t top, shown; /* the first shown and how many, as last drawn */
	bool only;     /* nothing else than what is listed may stand there: a sole one is chosen by itself */
	const char *line; /* what is typed, while it is looked for */
};
/* Adds what may be meant by `typed`, best first; sets `only` where nothing else will do. `field` is the asker's own. */
typedef void suggest_find(void *ctx, size_t field, const char *typed, struct suggest *out);

enum { SUGGEST_MOST = 60 };
/* False when there are enough. Both are copied; `shown` NULL: the text. */
bool suggest_add(struct suggest *s, const char *text, const char *shown);
void suggest_clear(struct suggest *s);
/* After the text has changed: what may be meant by the line the cursor is on. Nothing when it is blank, or is what is meant. */
void suggest_update(struct suggest *s, suggest_find *find, void *ctx, size_t field, const struct edit *e);
bool suggest_is_open(const struct suggest *s);
/* Up and down choose, Enter takes what is chosen (in several lines a new one begins after it), Esc closes. False: not for us. */
bool suggest_key(struct suggest *s, struct edit *e, ui_key key);
/* Chooses what was drawn in that row of the list; false when nothing was. */
bool suggest_click(struct suggest *s, int row);
/* What is chosen stands on the line instead; false when nothing is. Closes. */
bool suggest_take(struct suggest *s, struct edit *e);
/* Draws in at most r.height rows; returns how many it took. */
int suggest_draw(struct suggest *s, struct canvas *c, struct rect r);

#endif
