/* A grid of cells that panes draw on; the screen, golden tests and the README's pictures read it. Knows no terminal. */
#ifndef RADSBORD_UI_CANVAS_H
#define RADSBORD_UI_CANVAS_H

#include "radsbord/base/text.h"

/* What a cell means, not how it looks; ui/theme.h gives the looks. */
enum role {
	ROLE_TEXT,
	ROLE_MUTED,
	ROLE_HEADING,
	ROLE_ACCENT,
	ROLE_SELECTED,
	ROLE_SELECTED_MUTED,
	ROLE_BAR,
	ROLE_TAB,
	ROLE_TAB_ACTIVE,
	ROLE_KEY,
	ROLE_MET,
	ROLE_PARTLY,
	ROLE_MISSING,
	ROLE_UNKNOWN,
	ROLE_OVERDUE,
	ROLE_NOTICE,
	ROLE_ERROR,
	ROLE_PRACTICE,
	ROLE_INPUT,
	ROLE_LINK,
	ROLE_TARGET,
	ROLES
};

#define CELL_BYTES 24
struct cell {
	char text[CELL_BYTES]; /* one sanitised grapheme, "" in the second half of a wide one */
	unsigned char width;   /* 1, 2, or 0 for the second half */
	unsigned char role;
};
struct canvas {
	int width, height;
	struct cell *cells;
	int cursor_x, cursor_y; /* -1: hidden */
	bool ascii;             /* draw with ASCII only (locale without UTF-8) */
	bool linear;            /* to be said line by line (ui/linear.h): no pictures, and of a list the selected row */
};
struct rect {
	int x, y, width, height;
};
bool rect_has(const struct rect *r, int x, int y);

void canvas_init(struct canvas *c, int width, int height);
void canvas_resize(struct canvas *c, int width, int height); /* clears */
void canvas_clear(struct canvas *c);
void canvas_release(struct canvas *c);
/* Writes sanitised text from (x, y), at most `width` columns (cut with …), in a role; outside the grid is ignored.
 * Returns columns written. */
int canvas_text(struct canvas *c, int x, int y, int width, enum role role, const char *text);
int canvas_printf(struct canvas *c, int x, int y, int width, enum role role, const char *fmt, ...)
    __attribute__((format(printf, 6, 7)));
/* Right- or centre-aligned in the field. */
int canvas_aligned(struct canvas *c, int x, int y, int width, enum role role, enum text_align align, const char *text);
/* Fills with blanks of a role; canvas_role only changes the role of what is there. */
void canvas_fill(struct canvas *c, struct rect r, enum role role);
void canvas_role(struct canvas *c, struct rect r, enum role role);
/* A thin horizontal line ('─', or '-' in ASCII). */
void canvas_rule(struct canvas *c, int x, int y, int width, enum role role);
/* Wrapped text in a rectangle, skipping the first `skip` lines; returns how many lines the text has in all. */
int canvas_wrapped(struct canvas *c, struct rect r, int skip, enum role role, const char *text);
/* The grid as text, a line a row, trailing blanks removed: goldens and the README. */
void canvas_dump(const struct canvas *c, struct buf *out);

#endif
