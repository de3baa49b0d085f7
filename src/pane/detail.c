/* The detail of a row: explanation first, then links onward. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

void detail_clear(struct detail *d)
{
	doc_release(&d->doc);
	buf_release(&d->text);
	free(d->links);
	arena_release(&d->arena);
	*d = (struct detail){0};
}

void detail_link(struct detail *d, enum link_kind kind, const char *id, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *label = mem_vprintf(fmt, ap);
	va_end(ap);
	struct link link = {.kind = kind, .id = arena_strdup(&d->arena, id), .label = arena_strdup(&d->arena, label)};
	free(label);
	d->links = mem_grow(d->links, d->count, &d->cap, sizeof *d->links);
	d->links[d->count++] = link;
}

void detail_link_crumb(struct detail *d, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *text = mem_vprintf(fmt, ap);
	va_end(ap);
	d->links[d->count - 1].crumb = arena_strdup(&d->arena, text);
	free(text);
}

static int count_lines(const char *s)
{
	int n = 0;
	for (; *s; s++)
		n += *s == '\n';
	return n;
}

void detail_lay_out(struct detail *d, int width)
{
	if (d->width == width)
		return;
	buf_clear(&d->text);
	render_text(&d->doc, width, &d->text);
	while (d->text.len > 0 && d->text.data[d->text.len - 1] == '\n')
		d->text.data[--d->text.len] = '\0';
	if (d->text.len > 0)
		buf_char(&d->text, '\n');
	d->lines = count_lines(buf_cstr(&d->text));
	d->width = width;
}

/* Nothing to hear: a blank line, or one that is drawn. */
static bool is_silent(const char *line, size_t n)
{
	while (n > 0 && (*line == ' ' || *line == '-' || *line == '=')) {
		line++;
		n--;
	}
	return n == 0 || strncmp(line, "─", strlen("─")) == 0;
}

/* Of a detail that is said line by line those lines go. */
static void squeeze(struct detail *d)
{
	struct buf kept = {0};
	for (const char *line = buf_cstr(&d->text); *line;) {
		size_t n = strcspn(line, "\n");
		if (!is_silent(line, n)) {
			buf_add(&kept, line, n);
			buf_char(&kept, '\n');
		}
		line += n + (line[n] != '\0');
	}
	buf_release(&d->text);
	d->text = kept;
	d->lines = count_lines(buf_cstr(&d->text));
}

/* Links take at most a third of the height, at the foot, so that they are always in sight. */
static int link_rows(const struct detail *d, int height)
{
	int most = height / 3 > 1 ? height / 3 : 1;
	return d->count < (size_t)most ? (int)d->count : most;
}

static void draw_links(struct detail *d, struct canvas *c, struct rect r, bool focused)
{
	size_t shown = (size_t)r.height;
	size_t first = d->selected >= shown ? d->selected - shown + 1 : 0;
	d->drawn = r;
	d->first = first;
	for (size_t i = first; i < d->count && i < first + shown; i++) {
		int y = r.y + (int)(i - first);
		bool selected = focused && i == d->selected;
		canvas_printf(c, r.x, y, r.width, selected ? ROLE_SELECTED : ROLE_LINK, "→ %s", d->links[i].label);
	}
}

bool detail_click(struct detail *d, int x, int y)
{
	if (!rect_has(&d->drawn, x, y))
		return false;
	d->selected = d->first + (size_t)(y - d->drawn.y);
	return d->selected < d->count;
}

void detail_draw(struct detail *d, struct canvas *c, struct rect r, bool focused)
{
	detail_lay_out(d, r.width);
	if (c->linear)
		squeeze(d);
	int links = link_rows(d, r.height);
	int room = r.height - links;
	bool more = d->lines > room; /* then a line of its own says so */
	if (more)
		room--;
	if (d->top > d->lines - room)
		d->top = d->lines > room ? d->lines - room : 0;
	const char *line = buf_cstr(&d->text);
	for (int i = 0; i < d->top; i++)
		while (*line && *line++ != '\n')
			;
	bool reading = c->linear && d->top + room < d->lines; /* the line has the focus, and after the last the links */
	struct buf one = {0};
	for (int i = 0; i < room && *line; i++) {
		const char *end = line;
		while (*end && *end != '\n')
			end++;
		buf_clear(&one);
		buf_add(&one, line, (size_t)(end - line));
		canvas_text(c, r.x, r.y + i, r.width, reading ? ROLE_SELECTED : ROLE_TEXT, buf_cstr(&one));
		line = *end ? end + 1 : end;
	}
	buf_release(&one);
	if (more && !c->linear)
		canvas_aligned(c, r.x, r.y + room, r.width, ROLE_MUTED, TEXT_RIGHT, d->top + room < d->lines ? _("↓ mer") : _("slut"));
	draw_links(d, c, (struct rect){r.x, r.y + r.height - links, r.width, links}, focused && !reading);
}

bool detail_command(struct detail *d, enum command c, int height)
{
	int room = height - link_rows(d, height);
	room -= d->lines > room;
	int last = d->lines > room ? d->lines - room : 0;
	switch (c) {
	case COMMAND_DOWN: /* reads to the end, then steps among the links */
		if (d->top < last)
			d->top++;
		else if (d->selected + 1 < d->count)
			d->selected++;
		return true;
	case COMMAND_UP:
		if (d->selected > 0)
			d->selected--;
		else if (d->top > 0)
			d->top--;
		return true;
	case COMMAND_PAGE_DOWN:
		d->top = d->top + room < last ? d->top + room : last;
		return true;
	case COMMAND_PAGE_UP:
		d->top = d->top > room ? d->top - room : 0;
		return true;
	case COMMAND_FIRST:
		d->top = 0;
		d->selected = 0;
		return true;
	case COMMAND_LAST:
		d->top = last;
		d->selected = d->count ? d->count - 1 : 0;
		return true;
	default:
		return false;
	}
}
