/* Text entry: one line, or several with soft wrap. Holds UTF-8; the cursor moves by grapheme. No terminal. */
#ifndef RADSBORD_UI_EDIT_H
#define RADSBORD_UI_EDIT_H

#include "radsbord/ui/canvas.h"
#include "radsbord/ui/key.h"

struct edit {
	struct buf text;
	size_t cursor; /* byte offset */
	int scroll;    /* first column (one line) or line (several) shown */
	bool multiline;
	int width; /* as last drawn: where several lines wrap */
};
void edit_init(struct edit *e, const char *text, bool multiline);
void edit_release(struct edit *e);
/* True when the key was used. Enter, Tab, Esc are not (Enter is in a multi-line edit), nor up and down beyond the text.
 */
bool edit_key(struct edit *e, ui_key key);
/* Control and invisible characters are left out; in one line newlines become blanks. */
void edit_paste(struct edit *e, const char *text);
void edit_draw(struct edit *e, struct canvas *c, struct rect r, bool focused);

#endif
