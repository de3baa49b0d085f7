/* What the files of text entry share: edit.c changes and draws, edit_move.c moves the cursor and wraps. Offsets are in bytes. */
#ifndef UI_EDIT_LOCAL_H
#define UI_EDIT_LOCAL_H

#include "radsbord/ui/edit.h"

/* A line as shown: its bytes (blanks at its end may hang out of sight), and where the next begins. */
struct edit_screen_line {
	size_t start, end, next;
	bool last;
};
struct edit_screen_line edit_wrap_line(const struct edit *e, size_t start, int width);
int edit_wrap_width(const struct edit *e);
/* The line the cursor is on; its number in *number, the one before it in *above (the same when it is the first). */
struct edit_screen_line edit_cursor_line(const struct edit *e, int *number, struct edit_screen_line *above);

/* Of the line between newlines. */
size_t edit_line_start(const struct edit *e, size_t at);
size_t edit_line_end(const struct edit *e, size_t at);
/* The next grapheme, and the one before. */
size_t edit_after(const struct edit *e, size_t at);
size_t edit_before(const struct edit *e, size_t at);
size_t edit_word_before(const struct edit *e, size_t at); /* what Ctrl-W takes away */
int edit_columns(const struct edit *e, size_t from, size_t to);
/* The place in a line, at most `end`, that is nearest before a column. */
size_t edit_at_column(const struct edit *e, size_t from, size_t end, int column);

/* Up or down a line or a page; false beyond the text, and in one line. */
bool edit_move_line(struct edit *e, int by);
bool edit_move_page(struct edit *e, int by);
/* Where a key that only moves puts the cursor; false for other keys. */
bool edit_move_key(const struct edit *e, ui_key key, size_t *to);

#endif
