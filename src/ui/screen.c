/* The only file that includes curses. Curses works out what has changed and writes it into a file in memory; the bytes
 * go to the terminal through ui/terminal, which can wait, notice signals and see that the terminal is gone. Input is
 * never read by curses: ui/decode knows the keys whatever TERM says. */
#define NCURSES_WIDECHAR 1
#include "radsbord/base/language.h"
#include "radsbord/ui/screen.h"

#include "radsbord/ui/input.h"
#include "radsbord/ui/linear.h"
#include "radsbord/ui/sink.h"

#include <curses.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";
static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

struct screen {
	struct terminal terminal;
	struct input input;
	SCREEN *curses;
	FILE *sink; /* where curses writes */
	enum theme_id theme;
	bool no_color, ascii, own_background;
	int colors; /* 0, 8 or 256 */
	int width, height;
	struct cell *shown; /* what curses has been given; all bits set: nothing yet */
	bool suspending;    /* the client has been told: stop before the next wait */
	bool mouse;
	bool hides_cursor;  /* the terminal can */
	bool linear;        /* lines instead of curses */
	bool asked;         /* a key came since it was drawn */
	struct linear said;
};

/* ---- out ---------------------------------------------------------------- */

/* Cells that differ from any: all will be drawn. */
static void forget_shown(struct screen *s)
{
	size_t n = (size_t)s->width * (size_t)s->height * sizeof *s->shown;

	s->shown = memset(mem_realloc(s->shown, n), 0xFF, n);
}

static void take_size(struct screen *s)
{
	if (s->linear) {
		int height;

		terminal_size(&s->terminal, &s->said.width, &height);
		s->width = LINEAR_WIDTH;
		s->height = LINEAR_HEIGHT;
		return;
	}
	terminal_size(&s->terminal, &s->width, &s->height);
	resize_term(s->height, s->width);
	clearok(curscr, TRUE); /* terminals move text about when the window changes */
	forget_shown(s);
}

/* ---- looks -------------------------------------------------------------- */

/* A terminal that cannot go back to its own colours is drawn light on black, whatever was wished. */
static const struct look *look_of(const struct screen *s, enum role role)
{
	bool black = s->theme == THEME_LIGHT && !s->own_background;

	return theme_look(black ? THEME_DARK : s->theme, role, s->no_color ? 0 : s->colors);
}

static void looked_color(const struct screen *s, const struct look *l, short *fg, short *bg)
{
	*fg = l->fg;
	*bg = l->bg;
	if (s->own_background)
		return;
	*fg = *fg < 0 ? COLOR_WHITE : *fg;
	*bg = *bg < 0 ? COLOR_BLACK : *bg;
}

static void make_pairs(struct screen *s)
{
	for (int role = 0; s->colors > 0 && role < ROLES; role++) {
		short fg, bg;

		looked_color(s, look_of(s, (enum role)role), &fg, &bg);
		init_pair((short)(role + 1), fg, bg);
	}
}

static attr_t attributes(const struct look *l)
{
	return (l->bold ? A_BOLD : 0) | (l->underline ? A_UNDERLINE : 0) | (l->reverse ? A_REVERSE : 0);
}

static short pair_of(const struct screen *s, enum role role, const struct look *l)
{
	short fg, bg;

	if (s->colors == 0 || s->no_color)
		return 0;
	looked_color(s, l, &fg, &bg);
	return fg < 0 && bg < 0 ? 0 : (short)(role + 1);
}

static void start_colors(struct screen *s)
{
	if (s->no_color || !has_colors() || start_color() == ERR || COLORS < 8)
		return;
	s->own_background = use_default_colors() == OK;
	s->colors = COLORS >= 256 ? 256 : 8;
	make_pairs(s);
}

/* ---- opening and closing ------------------------------------------------ */

/* What gives the terminal back, kept for the day curses cannot be asked. */
static void keep_reset(struct screen *s)
{
	static const char *const names[] = {"sgr0", "op", "cnorm", "rmcup"};
	const char *value = NULL;
	struct buf bytes = {0};

	if (s->mouse)
		buf_str(&bytes, mouse_off);
	buf_str(&bytes, paste_off);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		value = tigetstr(names[i]);
		if (value && value != (const char *)-1)
			buf_str(&bytes, value);
	}
	if (!value || value == (const char *)-1)
		buf_str(&bytes, "\033[999;1H\r\n"); /* no other screen to leave: go below this one */
	terminal_set_reset(&s->terminal, bytes.data, bytes.len);
	buf_release(&bytes);
}

/* A terminal that is known and can place the cursor; newterm itself leaks when it is not. */
static bool usable(const char *name, int fd)
{
	const char *cup;
	int status;

	if (!name || !*name || setupterm(name, fd, &status) != OK)
		return false;
	cup = tigetstr("cup");
	del_curterm(cur_term);
	return cup && cup != (const char *)-1;
}

static bool start_curses_as(struct screen *s, const char *name)
{
	s->curses = usable(name, fileno(s->sink)) ? newterm(name, s->sink, stdin) : NULL;
	return s->curses != NULL;
}

static bool start_curses(struct screen *s)
{
	static const char *const known[] = {"xterm-256color", "xterm", "vt100", "ansi"};
	const char *term = getenv("TERM");

	use_env(FALSE); /* LINES and COLUMNS do not know when the window changes */
	if (start_curses_as(s, term))
		return true;
	if (term && strcmp(term, "dumb") == 0)
		return false;
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (start_curses_as(s, known[i]))
			return true;
	return false;
}

static void free_screen(struct screen *s)
{
	linear_release(&s->said);
	if (s->sink)
		fclose(s->sink);
	free(s->shown);
	input_release(&s->input);
	free(s);
}

/* A terminal that can do more than print. */
static bool knows_sequences(void)
{
	const char *term = getenv("TERM");

	return term && *term && strcmp(term, "dumb") != 0;
}

/* Raw mode, and the bracketed paste. The alternate screen comes with the first drawing. */
static void enter(struct screen *s)
{
	terminal_enter(&s->terminal);
	if (!s->linear || knows_sequences())
		terminal_write(&s->terminal, paste_on, sizeof paste_on - 1);
	if (s->mouse && !s->linear)
		terminal_write(&s->terminal, mouse_on, sizeof mouse_on - 1);
}

/* Lines from where the cursor is. What gives the terminal back begins a new line. */
static void start_lines(struct screen *s)
{
	struct buf bytes = {0};

	if (knows_sequences())
		buf_str(&bytes, paste_off);
	buf_str(&bytes, "\r\n");
	terminal_set_reset(&s->terminal, bytes.data, bytes.len);
	buf_release(&bytes);
	take_size(s);
	enter(s);
}

/* The escape from the alternate screen is in the reset bytes: what endwin says is not sent twice. */
static void leave(struct screen *s)
{
	if (s->linear) {
		terminal_leave(&s->terminal);
		return;
	}
	sink_flush(s->sink, &s->terminal);
	endwin();
	sink_flush(s->sink, NULL);
	terminal_leave(&s->terminal);
}

/* The whole screen, by curses, which is started the first time. False: this terminal cannot. */
static bool start_picture(struct screen *s)
{
	bool first = !s->curses;

	if (first && !s->sink)
		s->sink = sink_open();
	if (first && (!s->sink || !start_curses(s)))
		return false;
	keep_reset(s);
	if (first) {
		start_colors(s);
		nonl();
		typeahead(-1); /* a drawing is never broken off */
		idlok(stdscr, TRUE);
		s->hides_cursor = curs_set(0) != ERR;
		leaveok(stdscr, s->hides_cursor);
	}
	take_size(s);
	enter(s);
	return true;
}

static bool start(struct screen *s, struct error *e)
{
	if (s->linear)
		start_lines(s);
	else if (!start_picture(s))
		return error_set(e, ERROR_USAGE,
				 _("Terminalen (TERM) kan inte visa Rådsbord. Prova TERM=xterm, eller --linjar som "
				   "visar en rad i taget."));
	return true;
}

struct screen *screen_open(const struct screen_options *o, struct error *e)
{
	struct screen *s = mem_alloc(sizeof *s);

	s->theme = o->theme;
	s->no_color = o->no_color;
	s->linear = o->linear;
	s->ascii = strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	s->said.ascii = s->ascii;
	s->input.decode.utf8 = !s->ascii;
	s->input.escape_ms = o->escape_ms > 0 ? o->escape_ms : 25;
	s->input.ready_fd = o->ready_fd;
	if (!terminal_open(&s->terminal, e)) {
		free_screen(s);
		return NULL;
	}
	if (!start(s, e)) {
		terminal_close(&s->terminal);
		free_screen(s);
		return NULL;
	}
	return s;
}

bool screen_set_linear(struct screen *s, bool linear, struct error *e)
{
	if (linear == s->linear)
		return true;
	leave(s);
	s->linear = linear;
	linear_forget(&s->said);
	if (start(s, e))
		return true;
	s->linear = !linear;
	start(s, NULL);
	return false;
}

void screen_close(struct screen **sp)
{
	struct screen *s = *sp;

	if (!s)
		return;
	*sp = NULL;
	leave(s);
	terminal_close(&s->terminal);
	if (s->curses)
		delscreen(s->curses);
	free_screen(s);
}

void screen_emergency(void)
{
	terminal_emergency();
}

void screen_size(const struct screen *s, int *width, int *height)
{
	*width = s->width;
	*height = s->height;
}

bool screen_is_ascii(const struct screen *s)
{
	return s->ascii;
}

bool screen_is_linear(const struct screen *s)
{
	return s->linear;
}

void screen_theme(struct screen *s, enum theme_id theme)
{
	s->theme = theme;
	if (!s->curses)
		return;
	make_pairs(s);
	screen_refresh_all(s);
}

void screen_mouse(struct screen *s, bool on)
{
	if (s->mouse == on)
		return;
	s->mouse = on;
	if (s->linear)
		return;
	keep_reset(s);
	terminal_write(&s->terminal, on ? mouse_on : mouse_off, on ? sizeof mouse_on - 1 : sizeof mouse_off - 1);
}

void screen_refresh_all(struct screen *s)
{
	linear_forget(&s->said);
	if (s->linear)
		return;
	forget_shown(s);
	clearok(curscr, TRUE);
}

/* ---- drawing ------------------------------------------------------------ */

/* A sign that the C library measures otherwise than we do would shift the line: a question mark stands for it. */
static void wide_text(const struct cell *cell, wchar_t out[CCHARW_MAX + 1])
{
	const char *s = cell->text;
	size_t len = strnlen(s, CELL_BYTES);
	int n = 0;

	while (len > 0 && n < CCHARW_MAX) {
		uint32_t cp;
		size_t used = text_decode(s, len, &cp);

		out[n++] = (wchar_t)cp;
		s += used;
		len -= used;
	}
	out[n] = L'\0';
	if (n == 0 || wcwidth(out[0]) != cell->width)
		wcscpy(out, L"?");
}

static void draw_cell(const struct screen *s, int x, int y, const struct cell *cell)
{
	const struct look *look = look_of(s, (enum role)cell->role);
	wchar_t text[CCHARW_MAX + 1];
	cchar_t drawn;

	wide_text(cell, text);
	if (cell->width == 2 && wcscmp(text, L"?") == 0) {
		setcchar(&drawn, L" ", attributes(look), pair_of(s, (enum role)cell->role, look), NULL);
		mvadd_wch(y, x + 1, &drawn);
	}
	setcchar(&drawn, text, attributes(look), pair_of(s, (enum role)cell->role, look), NULL);
	mvadd_wch(y, x, &drawn);
}

static void draw_lines(struct screen *s, const struct canvas *c)
{
	struct buf bytes = {0};

	linear_show(&s->said, c, s->asked, &bytes);
	if (bytes.len)
		terminal_write(&s->terminal, bytes.data, bytes.len);
	buf_release(&bytes);
	s->asked = false;
	s->input.painted = true;
}

void screen_draw(struct screen *s, const struct canvas *c)
{
	int width = c->width < s->width ? c->width : s->width;
	int height = c->height < s->height ? c->height : s->height;
	bool cursor = c->cursor_x >= 0 && c->cursor_y >= 0 && c->cursor_x < width && c->cursor_y < height;

	if (s->linear) {
		draw_lines(s, c);
		return;
	}
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			const struct cell *cell = &c->cells[(size_t)y * (size_t)c->width + (size_t)x];
			struct cell *shown = &s->shown[(size_t)y * (size_t)s->width + (size_t)x];

			if (memcmp(cell, shown, sizeof *cell) == 0)
				continue;
			*shown = *cell;
			if (cell->width > 0)
				draw_cell(s, x, y, cell);
		}
	}
	leaveok(stdscr, !cursor && s->hides_cursor); /* one that cannot be hidden rests in the corner */
	curs_set(cursor);
	move(cursor ? c->cursor_y : 0, cursor ? c->cursor_x : 0);
	refresh();
	sink_flush(s->sink, &s->terminal);
	s->input.painted = true;
}

/* ---- waiting ------------------------------------------------------------ */

/* The terminal as it was, and then as we want it, whatever a shell has done with it meanwhile. */
void screen_take_back(struct screen *s)
{
	int width = s->width, height = s->height;

	if (s->linear) {
		enter(s);
		linear_forget(&s->said);
		return;
	}
	endwin(); /* so that the next drawing enters the alternate screen again */
	sink_flush(s->sink, NULL);
	enter(s);
	take_size(s);
	if (s->width != width || s->height != height)
		s->input.seen |= TERMINAL_RESIZED;
}

void screen_lend(struct screen *s)
{
	leave(s);
}

void screen_wait(struct screen *s, int timeout_ms, struct event *out)
{
	int width = s->width, height = s->height;

	if (s->suspending) {
		s->suspending = false;
		leave(s);
		terminal_stop(&s->terminal);
		s->input.seen |= TERMINAL_CONTINUED;
	}
	do {
		input_wait(&s->input, &s->terminal, timeout_ms, out);
		if (out->type == EVENT_RESIZE)
			take_size(s);
	} while (out->type == EVENT_RESIZE && s->width == width && s->height == height);
	s->input.painted = false;
	s->asked = s->asked || out->type == EVENT_KEY || out->type == EVENT_PASTE;
	if (out->type == EVENT_SUSPEND) {
		s->suspending = true;
	} else if (out->type == EVENT_RESUME) {
		screen_take_back(s);
	}
}
