/* UTF-8, the columns a text takes, and the one filter between foreign text and a terminal. */
#include "radsbord/base/text.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

enum { MARK = 0xFFFD };

/* Length of the well-formed sequence at s (at most n bytes), or 0. Table 3-7 of the Unicode standard. */
static size_t sequence_length(const unsigned char *s, size_t n)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t len;

	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xC2 || s[0] > 0xF4)
		return 0;
	len = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
	if (s[0] == 0xE0)
		low = 0xA0; /* overlong */
	else if (s[0] == 0xED)
		high = 0x9F; /* surrogates */
	else if (s[0] == 0xF0)
		low = 0x90; /* overlong */
	else if (s[0] == 0xF4)
		high = 0x8F; /* beyond U+10FFFF */
	if (n < len || s[1] < low || s[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if (s[i] < 0x80 || s[i] > 0xBF)
			return 0;
	return len;
}

size_t text_decode(const char *s, size_t n, uint32_t *cp)
{
	static const unsigned char first_bits[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	const unsigned char *u = (const unsigned char *)s;
	size_t len = n ? sequence_length(u, n) : 0;
	uint32_t v;

	if (len == 0) {
		*cp = MARK;
		return n ? 1 : 0;
	}
	v = u[0] & first_bits[len];
	for (size_t i = 1; i < len; i++)
		v = v << 6 | (u[i] & 0x3Fu);
	*cp = v;
	return len;
}

/* The same for a NUL-terminated string; the NUL itself stops any sequence. 0 at the end. */
static size_t decode_next(const char *s, uint32_t *cp)
{
	return *s ? text_decode(s, strnlen(s, 4), cp) : 0;
}

size_t text_encode(uint32_t cp, char out[4])
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = MARK;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

bool text_is_utf8(const char *s, size_t n, size_t *bad)
{
	size_t i = 0;

	while (i < n) {
		size_t len = sequence_length((const unsigned char *)s + i, n - i);

		if (len == 0 || s[i] == '\0') {
			if (bad)
				*bad = i;
			return false;
		}
		i += len;
	}
	return true;
}

/* Letters and marks that show nothing though their category does not say so. */
static bool invisible(uint32_t cp)
{
	return cp == 0x034F || cp == 0x115F || cp == 0x1160 || cp == 0x17B4 || cp == 0x17B5 ||
	       cp == 0x3164 || cp == 0xFFA0;
}

enum { FORBIDDEN = -1 };

int text_cell_width(uint32_t cp)
{
	int width;

	if (cp < 0x7F)
		return cp >= 0x20 ? 1 : FORBIDDEN;
	if (invisible(cp))
		return FORBIDDEN;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_CC: /* DEL, C1 */
	case UTF8PROC_CATEGORY_CF: /* soft hyphen, zero-width, bidi, tags, interlinear */
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CN: /* nobody knows how wide it will be */
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return FORBIDDEN;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_ME:
		return 0;
	case UTF8PROC_CATEGORY_MC:
		return 1; /* utf8proc says 0; terminals give it a cell */
	default:
		break;
	}
	if ((cp > 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FF))
		return 0; /* Hangul vowels and finals join their syllable */
	if ((cp >= 0x3248 && cp <= 0x324F) || (cp >= 0x4DC0 && cp <= 0x4DFF))
		return 2; /* wide in glibc and, since Unicode 16, by the standard */
	width = utf8proc_charwidth((utf8proc_int32_t)cp);
	return width > 0 ? width : FORBIDDEN;
}

/* One cell of a terminal: the bytes it came from and what may be shown of them. */
struct cell {
	size_t bytes; /* of the source, all marks included */
	size_t shown; /* of the source that may be shown as it is; 0: show `instead` */
	const char *instead;
	int width;
};

/* A base takes at most TEXT_MARKS_MOST marks; a mark without a base would change its neighbour, so it is
 * shown as a mark of its own. */
static struct cell next_cell(const char *s)
{
	struct cell c = {0};
	uint32_t cp;
	int width, marks = 0;

	/* Most text is ASCII followed by ASCII. */
	if (*s >= 0x20 && *s < 0x7F && (unsigned char)s[1] < 0x80)
		return (struct cell){.bytes = 1, .shown = 1, .width = 1};
	c.bytes = decode_next(s, &cp);
	if (c.bytes == 0)
		return c;
	width = text_cell_width(cp);
	if (width <= 0 || (cp == MARK && c.bytes == 1)) {
		c.instead = cp == '\n' || cp == '\t' ? " " : "\uFFFD";
		c.width = 1;
		return c;
	}
	c.width = width;
	c.shown = c.bytes;
	while ((unsigned char)s[c.bytes] >= 0x80) {
		size_t n = decode_next(s + c.bytes, &cp);

		if (text_cell_width(cp) != 0)
			break;
		c.bytes += n;
		if (++marks <= TEXT_MARKS_MOST)
			c.shown = c.bytes;
	}
	return c;
}

/* The sign at s when it has a cell of its own and is shown as it is, whatever stands beside it: printable ASCII, and U+00C0 to U+00FF,
 * which hold å, ä and ö. Its bytes, or 0. */
static size_t plain_sign(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] >= 0x20 && u[0] < 0x7F)
		return 1;
	return u[0] == 0xC3 && u[1] >= 0x80 && u[1] < 0xC0 ? 2 : 0;
}

size_t text_plain(const char *s, size_t most, size_t *cells)
{
	size_t at = 0, last = 0, n = 0;

	while (n < most) {
		size_t used = plain_sign(s + at);

		if (used == 0)
			break;
		last = at;
		at += used;
		n++;
	}
	/* What follows may be a mark on the last of them. */
	if (n > 0 && (unsigned char)s[at] >= 0x80 && plain_sign(s + at) == 0) {
		at = last;
		n--;
	}
	*cells = n;
	return at;
}

static void show_cell(struct buf *out, const char *s, const struct cell *c)
{
	if (c->shown)
		buf_add(out, s, c->shown);
	else
		buf_str(out, c->instead);
}

size_t text_grapheme(const char *s, int *width)
{
	struct cell c = next_cell(s);

	if (width)
		*width = c.width;
	return c.bytes;
}

int text_width(const char *s)
{
	int width = 0;

	while (*s) {
		size_t cells, n = text_plain(s, SIZE_MAX, &cells);
		struct cell c = next_cell(s += n);

		width += (int)cells + c.width;
		s += c.bytes;
	}
	return width;
}

void text_sanitise(struct buf *out, const char *s, bool keep_newlines)
{
	while (*s) {
		size_t cells, n = text_plain(s, SIZE_MAX, &cells);
		struct cell c = next_cell(s + n);

		buf_add(out, s, n);
		s += n;
		if (keep_newlines && *s == '\n')
			buf_char(out, '\n');
		else if (c.bytes > 0)
			show_cell(out, s, &c);
		s += c.bytes;
	}
}

int text_clip(struct buf *out, const char *s, int width)
{
	size_t keep = out->len; /* where the text still leaves room for the ellipsis */
	int keep_width = 0, used = 0;

	if (width <= 0)
		return 0;
	while (*s) {
		/* All but one that fit may be followed by the ellipsis. */
		size_t cells, n = text_plain(s, (size_t)(width - used), &cells), last;
		struct cell c;

		if (cells > 1) {
			n = text_plain(s, cells - 1, &last);
			buf_add(out, s, n);
			s += n;
			used += (int)last;
			keep = out->len;
			keep_width = used;
		}
		c = next_cell(s);
		if (used + c.width > width) {
			out->len = keep;
			buf_str(out, "…");
			return keep_width + 1;
		}
		show_cell(out, s, &c);
		used += c.width;
		s += c.bytes;
		if (used < width) {
			keep = out->len;
			keep_width = used;
		}
	}
	return used;
}

static void blanks(struct buf *out, int n)
{
	if (n > 0)
		buf_fill(out, ' ', (size_t)n);
}

int text_clip_middle(struct buf *out, const char *s, int width)
{
	int after = (width - 1) / 2, over = text_width(s) - after, passed = 0;
	if (width <= 0 || text_width(s) <= width)
		return text_clip(out, s, width);
	int written = text_clip(out, s, width - after);
	while (passed < over) {
		struct cell c = next_cell(s);
		passed += c.width;
		s += c.bytes;
	}
	return written + text_clip(out, s, after);
}

void text_pad(struct buf *out, const char *s, int width, enum text_align align)
{
	struct buf clipped = {0};
	int rest, left = 0;

	if (align == TEXT_LEFT) {
		blanks(out, width - text_clip(out, s, width));
		return;
	}
	rest = width - text_clip(&clipped, s, width);
	if (rest > 0)
		left = align == TEXT_RIGHT ? rest : rest / 2;
	blanks(out, left);
	buf_add(out, clipped.data, clipped.len);
	blanks(out, rest - left);
	buf_release(&clipped);
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The end of the line that starts at s (before `end`), blanks behind it not counted; *next is where
 * the following line starts. */
static const char *line_end(const char *s, const char *end, int width, const char **next)
{
	const char *p = s, *cut = NULL; /* cut: the last blank with ink before it */
	int used = 0;
	bool ink = false;

	if (end - s <= width) /* no sign has more cells than bytes */
		p = end;
	while (p < end) {
		struct cell c = next_cell(p);

		if (blank(*p) && c.bytes == 1) {
			if (ink)
				cut = p;
		} else {
			if (used + c.width > width && used > 0)
				break;
			ink = true;
		}
		used += c.width;
		p += c.bytes;
	}
	if (p < end && cut)
		p = cut;
	*next = p;
	while (*next < end && blank(**next))
		++*next;
	while (p > s && blank(p[-1]))
		p--;
	return p;
}

void text_wrap(const char *s, int width, void (*line)(void *ctx, const char *s, size_t n), void *ctx)
{
	if (width < 1)
		width = 1;
	for (;;) {
		const char *end = s + strcspn(s, "\n");

		do {
			const char *next, *stop = line_end(s, end, width, &next);

			line(ctx, s, (size_t)(stop - s));
			s = next;
		} while (s < end);
		if (!*end)
			return;
		s = end + 1;
	}
}

void text_capitalise(struct buf *out, const char *s)
{
	const char *p = s;
	uint32_t cp;
	size_t n;
	char upper[4];

	/* A quotation mark or bracket may stand before the first letter; a digit is a beginning itself. */
	while ((n = decode_next(p, &cp)) > 0) {
		utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);

		if (category < UTF8PROC_CATEGORY_PC || category > UTF8PROC_CATEGORY_PO)
			break;
		p += n;
	}
	buf_add(out, s, (size_t)(p - s));
	if (n == 0)
		return;
	if (cp == MARK)
		buf_add(out, p, n);
	else
		buf_add(out, upper, text_encode((uint32_t)utf8proc_toupper((utf8proc_int32_t)cp), upper));
	buf_str(out, p + n);
}
