/* Linear mode, for a screen reader and a braille display: what a canvas shows as lines one after the other, of which only the new
 * ones are said, the one that has the focus last. Nothing is ever moved about: a terminal that can only print is enough.
 * Widgets draw what is wanted on a canvas that is linear: the row that is selected instead of the list, figures as text. */
#ifndef RADSBORD_UI_LINEAR_H
#define RADSBORD_UI_LINEAR_H

#include "radsbord/ui/canvas.h"

enum { LINEAR_WIDTH = 400, LINEAR_HEIGHT = 100 }; /* of the canvas, whatever the terminal has */

struct linear_lines {
	char **items;
	size_t count, cap;
};
/* Initialise with `width`, the terminal's columns, and `ascii`, and the rest zero. */
struct linear {
	int width;
	bool ascii;                /* sends ASCII only; the canvas has all signs, so that marks are known */
	struct linear_lines shown; /* the rows of the canvas before, without what has the focus */
	char *focus;               /* what has the focus; NULL: nothing was said yet */
	char *label;               /* when it is a text that is typed: what stands before it; else NULL */
	int field, cursor;         /* of such a text: its row on the canvas, and columns of `focus` before the cursor */
	bool last;                 /* `focus` is the line that was said last */
};
/* Appends what is to be sent to the terminal: each new row as a line of its own, then what has the focus when that is new. A text
 * that is typed is edited where it stands. `asked`: a key was pressed, so something is said even if nothing has changed: what has the
 * focus. Every line begins with \r\n, so that the cursor stays on it. */
void linear_show(struct linear *l, const struct canvas *c, bool asked, struct buf *out);
/* All is new again (Ctrl-L). */
void linear_forget(struct linear *l);
void linear_release(struct linear *l);

#endif
