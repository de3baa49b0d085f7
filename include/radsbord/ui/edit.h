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
	int width, height; /* as last drawn: where several lines wrap, and how far a page is */
	int goal;          /* the column that up and down aim at while nothing else is pressed; -1: the cursor's own */
};
void edit_init(struct edit *e, const char *text, bool multiline);
void edit_release(struct edit *e);
/* The whole text is this instead, the cursor after it. */
void edit_set(struct edit *e, const char *text);
/* The line that the cursor is on, between newlines (the caller frees it); and another in its place, the cursor after it. */
char *edit_line(const struct edit *e);
void edit_set_line(struct edit *e, const char *text);
/* How many lines the text takes where it wraps in so many columns; `most` when it takes more. */
int edit_rows(const struct edit *e, int width, int most);
/* True when the key was used. Enter, Tab, Esc are not (Enter is in a multi-line edit), nor up and down beyond the text.
 */
bool edit_key(struct edit *e, ui_key key);
/* Control and invisible characters are left out; in one line newlines become blanks. False: the text would become longer than
 * EDIT_MOST bytes, and nothing of it is taken. */
enum { EDIT_MOST = 16 << 20 };
bool edit_paste(struct edit *e, const char *text);
/* The cursor goes to what was drawn at that column and row of the text, counted from 0; beyond it, to the end of that line or of all. */
void edit_click(struct edit *e, int column, int row);
void edit_draw(struct edit *e, struct canvas *c, struct rect r, bool focused);

#endif
