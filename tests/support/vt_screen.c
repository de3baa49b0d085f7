/* Looking at the screen that libvterm keeps. */
#include "vt_internal.h"

#include <string.h>
#include <termios.h>

struct vt_cell vt_cell(struct vt *vt, int x, int y)
{
	VTermScreenCell from = {0};
	struct vt_cell cell = {.fg = VT_DEFAULT, .bg = VT_DEFAULT};
	const VTermColor *colors[2] = {&from.fg, &from.bg};
	int *to[2] = {&cell.fg, &cell.bg};
	size_t len = 0;

	if (!vterm_screen_get_cell(vt->screen, (VTermPos){.row = y, .col = x}, &from))
		return cell;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i] && len + 4 < sizeof cell.text; i++) {
		uint32_t cp = from.chars[i];

		if (cp == (uint32_t)-1)
			break;
		if (cp < 0x80) {
			cell.text[len++] = (char)cp;
			continue;
		}
		if (cp < 0x800) {
			cell.text[len++] = (char)(0xC0 | cp >> 6);
		} else if (cp < 0x10000) {
			cell.text[len++] = (char)(0xE0 | cp >> 12);
			cell.text[len++] = (char)(0x80 | (cp >> 6 & 0x3F));
		} else {
			cell.text[len++] = (char)(0xF0 | cp >> 18);
			cell.text[len++] = (char)(0x80 | (cp >> 12 & 0x3F));
			cell.text[len++] = (char)(0x80 | (cp >> 6 & 0x3F));
		}
		cell.text[len++] = (char)(0x80 | (cp & 0x3F));
	}
	cell.width = from.width;
	cell.bold = from.attrs.bold;
	cell.underline = from.attrs.underline;
	cell.reverse = from.attrs.reverse;
	for (int i = 0; i < 2; i++) {
		if (i == 0 ? VTERM_COLOR_IS_DEFAULT_FG(colors[i]) : VTERM_COLOR_IS_DEFAULT_BG(colors[i]))
			continue;
		*to[i] = VTERM_COLOR_IS_INDEXED(colors[i])
			     ? colors[i]->indexed.idx
			     : 0x1000000 + (colors[i]->rgb.red << 16 | colors[i]->rgb.green << 8 | colors[i]->rgb.blue);
	}
	return cell;
}

/* A line with, for each byte, the column it stands in (may be NULL). */
static void read_line(struct vt *vt, int y, struct buf *out, int *columns, size_t most)
{
	size_t start = out->len, end = out->len;

	for (int x = 0; x < vt->width;) {
		struct vt_cell cell = vt_cell(vt, x, y);
		const char *s = cell.text[0] ? cell.text : " ";

		for (size_t i = 0; columns && s[i] && out->len - start + i < most; i++)
			columns[out->len - start + i] = x;
		buf_str(out, s);
		if (strcmp(s, " ") != 0)
			end = out->len;
		x += cell.width > 1 ? cell.width : 1;
	}
	out->len = end;
	if (out->data)
		out->data[end] = '\0';
}

void vt_line(struct vt *vt, int y, struct buf *out)
{
	read_line(vt, y, out, NULL, 0);
}

void vt_text(struct vt *vt, struct buf *out)
{
	for (int y = 0; y < vt->height; y++) {
		vt_line(vt, y, out);
		buf_char(out, '\n');
	}
}

bool vt_find(struct vt *vt, const char *text, int *x, int *y)
{
	int columns[8192];
	struct buf line = {0};
	bool found = false;

	for (int row = 0; row < vt->height && !found; row++) {
		const char *at;

		buf_clear(&line);
		read_line(vt, row, &line, columns, sizeof columns / sizeof columns[0]);
		at = strstr(buf_cstr(&line), text);
		if (!at)
			continue;
		found = true;
		*x = columns[at - line.data];
		*y = row;
	}
	buf_release(&line);
	return found;
}

bool vt_shows(struct vt *vt, const char *text)
{
	int x, y;

	return vt_find(vt, text, &x, &y);
}

bool vt_cursor(struct vt *vt, int *x, int *y)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(vt->term), &at);
	*x = at.col;
	*y = at.row;
	return vt->cursor_seen;
}

bool vt_alternate(const struct vt *vt)
{
	return vt->alternate;
}

bool vt_raw(const struct vt *vt)
{
	struct termios modes;

	return tcgetattr(vt->master, &modes) == 0 && !(modes.c_lflag & (ICANON | ECHO | ISIG));
}

int vt_master(const struct vt *vt)
{
	return vt->master;
}

pid_t vt_pid(const struct vt *vt)
{
	return vt->pid;
}

size_t vt_bytes_out(const struct vt *vt)
{
	return vt->log.len;
}

const struct buf *vt_log(const struct vt *vt)
{
	return &vt->log;
}
