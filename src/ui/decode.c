#include "radsbord/ui/decode.h"

#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

enum {
	ESC = 0x1B,
	BEL = 0x07,
	DEL = 0x7F,
	SEQUENCE_MOST = 64, /* longer than any key */
	STRING_MOST = 4096,
	PARTIAL_MS = 250, /* nobody types ESC [ in that time, and a slow line has sent the rest */
	PASTE_MS = 3000,  /* a paste that stopped without its end */
};
static const char paste_end[] = "\033[201~";

/* What the bytes at hand are: how many were used and which key they are (0: none), or that more are needed. */
struct step {
	size_t used;
	ui_key key;
	bool more;
	struct mouse mouse;
};
#define MORE ((struct step){.more = true})
#define STEP(bytes, means) ((struct step){.used = (bytes), .key = (means)})
#define CLICK(bytes, means) ((struct step){.used = (bytes), .mouse = (means)})

void decode_feed(struct decode *d, const char *bytes, size_t n)
{
	if (d->at > 0) {
		memmove(d->in.data, d->in.data + d->at, d->in.len - d->at);
		d->in.len -= d->at;
		d->at = 0;
	}
	buf_add(&d->in, bytes, n);
}

void decode_release(struct decode *d)
{
	buf_release(&d->in);
	buf_release(&d->paste);
}

/* ---- sequences ---------------------------------------------------------- */

static struct step csi(struct decode *d, const char *p, size_t n, bool final)
{
	size_t i = 2;

	if (n == 2)
		return final ? STEP(1, UI_KEY_ESCAPE) : MORE;
	if (p[2] == '[') { /* the Linux console: ESC [ [ A is F1 */
		if (n == 3)
			return final ? STEP(3, 0) : MORE;
		if (p[3] >= 'A' && p[3] <= 'E')
			return STEP(4, UI_KEY_F1 + (ui_key)(p[3] - 'A'));
		return STEP(3, 0);
	}
	if (p[2] == 'M') /* an old mouse report has three bytes more */
		return n >= 6 ? CLICK(6, decode_mouse_bytes(p + 3)) : final ? STEP(n, 0) : MORE;
	while (i < n && p[i] >= 0x20 && p[i] <= 0x3F)
		i++;
	if (i > SEQUENCE_MOST) {
		d->skip = DECODE_SKIP_SEQUENCE;
		return STEP(i, 0);
	}
	if (i == n)
		return final ? STEP(n, 0) : MORE;
	if (p[2] == '<' && (p[i] == 'M' || p[i] == 'm'))
		return CLICK(i + 1, decode_mouse_sgr(p + 2, i - 2, p[i]));
	if (p[i] >= 0x40 && p[i] < DEL)
		return STEP(i + 1, decode_sequence(p + 2, i - 2, p[i], &d->pasting));
	return STEP(i, 0); /* broken off by a control byte, which is read on its own */
}

static struct step ss3(const char *p, size_t n, bool final)
{
	static const char keypad[] = "jklmnopqrstuvwxy", means[] = "*+,-./0123456789";
	const char *at;
	size_t i = 2;

	while (i < n && i < 8 && ((p[i] >= '0' && p[i] <= '9') || p[i] == ';'))
		i++;
	if (i == n && n == 2)
		return final ? STEP(1, UI_KEY_ESCAPE) : MORE;
	if (i == n)
		return final ? STEP(n, 0) : MORE;
	if (p[i] < ' ' || p[i] == DEL)
		return STEP(i, 0);
	at = strchr(keypad, p[i]);
	if (at)
		return STEP(i + 1, (ui_key)means[at - keypad]);
	return STEP(i + 1, p[i] == 'M' ? (ui_key)UI_KEY_ENTER : decode_sequence("", 0, p[i], NULL));
}

/* A string ends with BEL or ESC \; true when its end has come. `used`: the bytes that belong to it so far. */
static bool string_ends(const char *p, size_t n, size_t *used)
{
	for (*used = 0; *used < n; ++*used) {
		size_t i = *used;

		if (p[i] == BEL) {
			*used = i + 1;
			return true;
		}
		if (p[i] == ESC && i + 1 < n) {
			*used = p[i + 1] == '\\' ? i + 2 : i;
			return true;
		}
		if (p[i] == ESC)
			return false; /* which of the two it is will be seen */
	}
	return false;
}

/* What a terminal answers about itself: thrown away. */
static struct step string(struct decode *d, const char *p, size_t n, bool final)
{
	size_t used;

	if (n == 2)
		return final ? STEP(1, UI_KEY_ESCAPE) : MORE;
	if (string_ends(p + 2, n - 2, &used))
		return STEP(used + 2, 0);
	if (final)
		return STEP(n, 0);
	if (n <= STRING_MOST)
		return MORE;
	d->skip = DECODE_SKIP_STRING;
	return STEP(used + 2, 0);
}

/* The rest of something too long. */
static struct step skip(struct decode *d, const char *p, size_t n, bool final)
{
	size_t used = 0;
	bool ended;

	if (d->skip == DECODE_SKIP_STRING) {
		ended = string_ends(p, n, &used);
	} else {
		while (used < n && p[used] >= 0x20 && p[used] <= 0x3F)
			used++;
		ended = used < n;
		if (ended && p[used] >= 0x40 && p[used] < DEL)
			used++;
	}
	if (ended || final)
		d->skip = DECODE_SKIP_NOTHING;
	else if (used == 0)
		return MORE;
	return STEP(ended || !final ? used : n, 0);
}

static struct step escape(struct decode *d, const char *p, size_t n, bool final)
{
	if (n == 1)
		return final ? STEP(1, UI_KEY_ESCAPE) : MORE;
	switch (p[1]) {
	case '[':
		return csi(d, p, n, final);
	case 'O':
		return ss3(p, n, final);
	case ']':
	case 'P':
		return string(d, p, n, final);
	default:
		return STEP(1, UI_KEY_ESCAPE); /* Esc, and a key soon after */
	}
}

/* ---- text --------------------------------------------------------------- */

static struct step control(unsigned char c)
{
	switch (c) {
	case '\t':
		return STEP(1, UI_KEY_TAB);
	case '\r':
	case '\n':
		return STEP(1, UI_KEY_ENTER);
	case '\b':
	case DEL:
		return STEP(1, UI_KEY_BACKSPACE);
	default:
		return STEP(1, c >= 1 && c <= 26 ? (ui_key)(UI_KEY_CTRL + 'A' + c - 1) : 0);
	}
}

/* True when these bytes are the beginning of a character whose end has not come. */
static bool half_character(const unsigned char *p, size_t n)
{
	size_t whole = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;

	if (p[0] < 0xC2 || p[0] > 0xF4 || n >= whole)
		return false;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return false;
	return true;
}

static struct step character(const struct decode *d, const char *p, size_t n, bool final)
{
	const unsigned char *u = (const unsigned char *)p;
	uint32_t cp, mark;
	size_t used = text_decode(p, n, &cp), more;

	if (used == 1 && cp == 0xFFFD) {
		if (d->utf8 && half_character(u, n) && !final)
			return MORE;
		if (!d->utf8)
			cp = u[0];
	}
	if (cp < 0xA0 && cp >= 0x80)
		return STEP(used, 0);
	/* a + ring is one key when they come together (a Mac's file names, some dead keys). */
	while (used < n && (more = text_decode(p + used, n - used, &mark)) > 1) {
		ui_key both = key_compose(cp, mark);

		if (!both)
			break;
		cp = both;
		used += more;
	}
	return STEP(used, cp);
}

/* ---- pastes ------------------------------------------------------------- */

/* Newlines as '\n', no NUL, and UTF-8 where the terminal sends Latin-1. */
static char *paste_text(struct decode *d)
{
	struct buf out = {0};
	const char *s = buf_cstr(&d->paste);
	size_t n = d->paste.len;
	bool latin1 = !d->utf8 && !text_is_utf8(s, n, NULL);

	for (size_t i = 0; i < n; i++) {
		char utf8[4];

		if (s[i] == '\r') {
			buf_char(&out, '\n');
			i += i + 1 < n && s[i + 1] == '\n';
		} else if (latin1 && (unsigned char)s[i] >= 0x80) {
			buf_add(&out, utf8, text_encode((unsigned char)s[i], utf8));
		} else if (s[i] != '\0') {
			buf_char(&out, s[i]);
		}
	}
	buf_release(&d->paste);
	return buf_detach(&out);
}

static void keep_paste(struct decode *d, const char *p, size_t n)
{
	struct buf *paste = &d->paste;
	size_t room = DECODE_PASTE_MOST - paste->len;

	buf_add(paste, p, n < room ? n : room);
	if (n <= room)
		return;
	d->cut = true;
	/* What is cut is cut between characters. */
	while (paste->len > 0 && ((unsigned char)paste->data[paste->len - 1] & 0xC0) == 0x80)
		paste->len--;
	if (paste->len > 0 && (unsigned char)paste->data[paste->len - 1] >= 0xC0)
		paste->len--;
}

/* Takes what has come of a paste; true when it is complete. */
static bool take_paste(struct decode *d, bool final)
{
	const char *p = d->in.data + d->at;
	size_t n = d->in.len - d->at, most = sizeof paste_end - 1, keep = 0;
	const char *end = n ? memmem(p, n, paste_end, most) : NULL;

	if (end) {
		keep_paste(d, p, (size_t)(end - p));
		d->at += (size_t)(end - p) + most;
		return true;
	}
	/* The beginning of the end may be the last that came. */
	for (size_t i = most - 1; i > 0 && keep == 0 && !final; i--)
		if (n >= i && memcmp(p + n - i, paste_end, i) == 0)
			keep = i;
	if (n > keep)
		keep_paste(d, p, n - keep);
	d->at += n - keep;
	return final;
}

/* ---- all ---------------------------------------------------------------- */

static struct step step(struct decode *d, bool final)
{
	const char *p = d->in.data + d->at;
	size_t n = d->in.len - d->at;

	if (d->skip != DECODE_SKIP_NOTHING)
		return skip(d, p, n, final);
	if (p[0] == ESC)
		return escape(d, p, n, final);
	if ((unsigned char)p[0] < ' ' || p[0] == DEL)
		return control((unsigned char)p[0]);
	return character(d, p, n, final);
}

struct decoded decode_next(struct decode *d, bool timed_out)
{
	for (;;) {
		struct step s;

		if (d->pasting) {
			if (!take_paste(d, timed_out))
				return (struct decoded){0};
			bool cut = d->cut;

			d->pasting = d->cut = false;
			return (struct decoded){.type = DECODED_PASTE, .paste = paste_text(d), .cut = cut};
		}
		if (d->at == d->in.len) {
			if (timed_out)
				d->skip = DECODE_SKIP_NOTHING;
			return (struct decoded){0};
		}
		s = step(d, timed_out);
		if (s.more)
			return (struct decoded){0};
		d->at += s.used;
		if (s.key)
			return (struct decoded){.type = DECODED_KEY, .key = s.key};
		if (s.mouse.act != MOUSE_NOTHING)
			return (struct decoded){.type = DECODED_MOUSE, .mouse = s.mouse};
	}
}

int decode_wait_ms(const struct decode *d, int escape_ms)
{
	size_t n = d->in.len - d->at;

	if (d->pasting)
		return PASTE_MS;
	if (n == 0 && d->skip == DECODE_SKIP_NOTHING)
		return -1;
	if (n == 1 && d->in.data[d->at] == ESC && d->skip == DECODE_SKIP_NOTHING)
		return escape_ms;
	return PARTIAL_MS > escape_ms ? PARTIAL_MS : escape_ms;
}
