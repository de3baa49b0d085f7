#include "radsbord/ui/canvas.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool rect_has(const struct rect *r, int x, int y)
{
	return x >= r->x && x < r->x + r->width && y >= r->y && y < r->y + r->height;
}

/* NULL outside the grid. */
static struct cell *cell_at(struct canvas *c, int x, int y)
{
	if (x < 0 || y < 0 || x >= c->width || y >= c->height)
		return NULL;
	return &c->cells[(size_t)y * (size_t)c->width + (size_t)x];
}

static void cell_set(struct cell *cell, const char *s, size_t n, int width, enum role role)
{
	memset(cell->text, 0, sizeof cell->text);
	/* A base with its four marks takes 20 bytes; anything longer is not clean text. */
	memcpy(cell->text, s, n < sizeof cell->text ? n : 0);
	cell->width = (unsigned char)width;
	cell->role = (unsigned char)role;
}

static void cell_blank(struct cell *cell, enum role role)
{
	cell_set(cell, " ", 1, 1, role);
}

void canvas_init(struct canvas *c, int width, int height)
{
	*c = (struct canvas){.cursor_x = -1, .cursor_y = -1};
	canvas_resize(c, width, height);
}

void canvas_resize(struct canvas *c, int width, int height)
{
	c->width = width > 0 ? width : 0;
	c->height = height > 0 ? height : 0;
	c->cells = mem_realloc(c->cells, (size_t)c->width * (size_t)c->height * sizeof *c->cells);
	canvas_clear(c);
}

void canvas_clear(struct canvas *c)
{
	size_t n = (size_t)c->width * (size_t)c->height;

	for (size_t i = 0; i < n; i++)
		cell_blank(&c->cells[i], ROLE_TEXT);
	c->cursor_x = c->cursor_y = -1;
}

void canvas_release(struct canvas *c)
{
	free(c->cells);
	*c = (struct canvas){.cursor_x = -1, .cursor_y = -1};
}

/* Half a wide character is never left behind: what covers one half blanks the other. */
static void unpair(struct canvas *c, int x, int y)
{
	struct cell *here = cell_at(c, x, y), *other;

	if (!here)
		return;
	if (here->width == 0)
		other = cell_at(c, x - 1, y);
	else if (here->width == 2)
		other = cell_at(c, x + 1, y);
	else
		return;
	if (other)
		cell_blank(other, other->role);
}

static void put(struct canvas *c, int x, int y, enum role role, const char *s, size_t n, int width)
{
	struct cell *first = cell_at(c, x, y), *second = cell_at(c, x + 1, y);

	if (!first)
		return;
	unpair(c, x, y);
	if (width == 2 && !second) {
		cell_blank(first, role);
		return;
	}
	if (width == 2) {
		unpair(c, x + 1, y);
		cell_set(second, "", 0, 0, role);
	}
	cell_set(first, s, n, width, role);
}

/* Clean text (sanitised, or ASCII) from x: at most `width` columns, no ellipsis. */
static int put_clean(struct canvas *c, int x, int y, int width, enum role role, const char *s)
{
	int used = 0;

	while (*s) {
		int w;
		size_t n = text_grapheme(s, &w);

		if (n == 0 || used + w > width)
			break;
		put(c, x + used, y, role, s, n, w);
		used += w;
		s += n;
	}
	return used;
}

/* What the canvas shows of a text: sanitised, and in ASCII when it must be. */
static void clean(const struct canvas *c, struct buf *out, const char *text)
{
	if (c->ascii)
		text_to_ascii(out, text);
	else
		text_sanitise(out, text, false);
}

int canvas_text(struct canvas *c, int x, int y, int width, enum role role, const char *text)
{
	struct buf b = {0};
	int used = 0;

	if (width > c->width - x)
		width = c->width - x;
	if (y < 0 || y >= c->height || width <= 0 || !text)
		return 0;
	clean(c, &b, text);
	if (text_width(buf_cstr(&b)) <= width) {
		used = put_clean(c, x, y, width, role, buf_cstr(&b));
	} else {
		used = put_clean(c, x, y, width - 1, role, buf_cstr(&b));
		used += put_clean(c, x + used, y, 1, role, c->ascii ? "." : "…");
	}
	buf_release(&b);
	return used;
}

int canvas_printf(struct canvas *c, int x, int y, int width, enum role role, const char *fmt, ...)
{
	char small[256], *big = NULL;
	va_list args;
	int n, used;

	va_start(args, fmt);
	n = vsnprintf(small, sizeof small, fmt, args);
	va_end(args);
	if (n < 0)
		return 0;
	if ((size_t)n >= sizeof small) {
		big = mem_alloc((size_t)n + 1);
		va_start(args, fmt);
		vsnprintf(big, (size_t)n + 1, fmt, args);
		va_end(args);
	}
	used = canvas_text(c, x, y, width, role, big ? big : small);
	free(big);
	return used;
}

int canvas_aligned(struct canvas *c, int x, int y, int width, enum role role, enum text_align align, const char *text)
{
	struct buf b = {0};
	int free_columns = 0;

	if (!text)
		return 0;
	if (align != TEXT_LEFT) {
		clean(c, &b, text);
		free_columns = width - text_width(buf_cstr(&b));
		buf_release(&b);
	}
	if (free_columns < 0)
		free_columns = 0;
	if (align == TEXT_CENTRE)
		free_columns /= 2;
	return canvas_text(c, x + free_columns, y, width - free_columns, role, text);
}

/* The part of r that lies on the grid. */
static struct rect on_grid(const struct canvas *c, struct rect r)
{
	if (r.x < 0) {
		r.width += r.x;
		r.x = 0;
	}
	if (r.y < 0) {
		r.height += r.y;
		r.y = 0;
	}
	if (r.width > c->width - r.x)
		r.width = c->width - r.x;
	if (r.height > c->height - r.y)
		r.height = c->height - r.y;
	return r;
}

void canvas_fill(struct canvas *c, struct rect r, enum role role)
{
	r = on_grid(c, r);
	for (int y = r.y; y < r.y + r.height; y++)
		for (int x = r.x; x < r.x + r.width; x++)
			put(c, x, y, role, " ", 1, 1);
}

void canvas_role(struct canvas *c, struct rect r, enum role role)
{
	r = on_grid(c, r);
	for (int y = r.y; y < r.y + r.height; y++)
		for (int x = r.x; x < r.x + r.width; x++)
			cell_at(c, x, y)->role = (unsigned char)role;
}

void canvas_rule(struct canvas *c, int x, int y, int width, enum role role)
{
	const char *line = c->ascii ? "-" : "─";
	struct rect r = on_grid(c, (struct rect){x, y, width, 1});

	for (int i = r.x; r.height > 0 && i < r.x + r.width; i++)
		put(c, i, r.y, role, line, strlen(line), 1);
}

struct wrapping {
	struct canvas *canvas;
	struct rect r;
	int skip, lines;
	enum role role;
};

static void wrapped_line(void *ctx, const char *s, size_t n)
{
	struct wrapping *w = ctx;
	int y = w->lines++ - w->skip;
	char *line;

	if (y < 0 || y >= w->r.height)
		return;
	line = mem_strndup(s, n);
	canvas_text(w->canvas, w->r.x, w->r.y + y, w->r.width, w->role, line);
	free(line);
}

/* In ASCII some characters take more columns, so the text is converted line by line before it is wrapped. */
static void ascii_lines(struct buf *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		char *line = mem_strndup(text, n);

		text_to_ascii(out, line);
		free(line);
		text += n;
		if (*text == '\n') {
			buf_char(out, '\n');
			text++;
		}
	}
}

int canvas_wrapped(struct canvas *c, struct rect r, int skip, enum role role, const char *text)
{
	struct wrapping w = {.canvas = c, .r = r, .skip = skip, .role = role};
	struct buf b = {0};

	if (!text || r.width <= 0)
		return 0;
	if (c->ascii)
		ascii_lines(&b, text);
	else
		text_sanitise(&b, text, true);
	text_wrap(buf_cstr(&b), r.width, wrapped_line, &w);
	buf_release(&b);
	return w.lines;
}

void canvas_dump(const struct canvas *c, struct buf *out)
{
	for (int y = 0; y < c->height; y++) {
		size_t end = out->len;

		for (int x = 0; x < c->width; x++) {
			const struct cell *cell = &c->cells[(size_t)y * (size_t)c->width + (size_t)x];

			buf_str(out, cell->text);
			if (strcmp(cell->text, " ") != 0)
				end = out->len;
		}
		if (out->data) {
			out->len = end;
			out->data[end] = '\0';
		}
		buf_char(out, '\n');
	}
}
