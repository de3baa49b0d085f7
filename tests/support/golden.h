/* Golden screens: a canvas as text against a file in tests/golden. `make golden` writes them anew. */
#ifndef SUPPORT_GOLDEN_H
#define SUPPORT_GOLDEN_H

#include "radsbord/ui/canvas.h"

/* True when the canvas is what tests/golden/NAME.txt says, and what mono (and NO_COLOR) shows bold, underlined or reversed is what
 * tests/golden/mono/NAME.txt says, a line a row of the screen: "5  1-79 omvänd" is the bar of the selected row. Otherwise the first
 * line that differs is printed. */
bool golden_same(const struct canvas *c, const char *name);
/* The same of a text. */
bool golden_text_same(const char *text, const char *name);

#endif
