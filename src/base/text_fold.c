/* Folding for search and for place names. */
#include "radsbord/base/letter.h"
#include "radsbord/base/text.h"

#include <stdint.h>
#include <string.h>

static void add_code_point(struct buf *out, uint32_t cp)
{
	char bytes[4];

	buf_add(out, bytes, text_encode(cp, bytes));
}

static void fold_letter(struct buf *out, const struct letter *l, bool plain)
{
	const struct letter_kin *k = letter_find_kin(l->base);

	if (k)
		buf_str(out, plain ? k->plain : k->fold);
	else if (!plain && l->base == 'a' && l->mark == LETTER_RING)
		buf_str(out, "å");
	else if (!plain && l->base == 'a' && l->mark == LETTER_DIAERESIS)
		buf_str(out, "ä");
	else if (!plain && l->base == 'o' && l->mark == LETTER_DIAERESIS)
		buf_str(out, "ö");
	else if (!letter_is_mark(l->base))
		add_code_point(out, l->base);
}

/* U+00C0-00DF and, but for the last, U+00E0-00FF folded. Multiplication and division are left to the long way. */
static const char *const latin1[32] = {
	"a", "a", "a", "a", "ä", "å", "ä", "c", "e", "e", "e", "e", "i", "i",  "i",  "i",
	"d", "n", "o", "o", "o", "o", "ö", "",  "ö", "u", "u", "u", "u", "y",  "th", "ss",
};

static char *fold_latin1(char *to, unsigned char low, bool plain)
{
	const char *from = low == 0x3F ? "y" : latin1[low & 0x1F];

	if (plain && (unsigned char)*from >= 0x80)
		from = strcmp(from, "ö") == 0 ? "o" : "a";
	return mempcpy(to, from, strlen(from));
}

static char fold_ascii(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c + ('a' - 'A'));
	return c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

/* Eight bytes of a text folded at once when all are ASCII and none is a control character; else nothing is written. */
static bool fold_eight(const char *s, char *to)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
	uint64_t word, capital;

	memcpy(&word, s, sizeof word);
	if ((word & high) || ((word - ones * 0x20) & high))
		return false;
	/* The high bit of each byte from A on, without those beyond Z. */
	capital = ((word + ones * (0x80 - 'A')) & ~(word + ones * (0x80 - 'Z' - 1))) & high;
	word += capital >> 2; /* 0x20, from A to a */
	memcpy(to, &word, sizeof word);
	return true;
}

/* The short way for what Swedish text is made of: ASCII, U+00A0-00FF and the dashes and quotation
 * marks of U+2012-201F. Writes at most as many bytes as it reads. False at anything else, a
 * combining mark above all. */
static bool fold_simple(const char *s, size_t n, char *to, size_t *len, bool plain)
{
	const unsigned char *u = (const unsigned char *)s, *end = u + n;
	char *start = to;

	for (; u < end; u++) {
		while (end - u >= 8 && fold_eight((const char *)u, to)) {
			u += 8;
			to += 8;
		}
		if (u == end)
			break;
		if (*u < 0x80) {
			*to++ = fold_ascii((char)*u);
		} else if (*u == 0xC3 && u[1] >= 0x80 && u[1] <= 0xBF && (u[1] & 0x1F) != 0x17) {
			to = fold_latin1(to, *++u & 0x3F, plain);
		} else if (*u == 0xC2 && u[1] == 0xA0) {
			*to++ = ' ';
			u++;
		} else if (*u == 0xE2 && u[1] == 0x80 && u[2] >= 0x92 && u[2] <= 0x9F) {
			to = mempcpy(to, u, 3);
			u += 2;
		} else {
			return false;
		}
	}
	*len = (size_t)(to - start);
	return true;
}

static void fold(struct buf *out, const char *s, bool plain)
{
	struct letter_reader r = {.s = s};
	struct letter l;
	size_t before = out->len, n = strlen(s);

	buf_fill(out, '\0', n);
	if (!fold_simple(s, n, out->data + before, &n, plain))
		n = 0;
	else
		r.s = "";
	out->len = before + n;
	out->data[out->len] = '\0';
	while (letter_next(&r, &l)) {
		if (l.base < 0x80 && !l.mark)
			buf_char(out, (char)l.base);
		else
			fold_letter(out, &l, plain);
	}
}

void text_fold(struct buf *out, const char *s)
{
	fold(out, s, false);
}

void text_fold_plain(struct buf *out, const char *s)
{
	fold(out, s, true);
}

bool text_matches(const char *s, const char *folded_needle)
{
	struct buf folded = {0};
	char simple[256];
	size_t n;
	bool found;

	/* A search asks this of every row at each key. */
	n = strnlen(s, sizeof simple);
	if (n < sizeof simple && fold_simple(s, n, simple, &n, false)) {
		simple[n] = '\0';
		return strstr(simple, folded_needle) != NULL;
	}
	text_fold(&folded, s);
	found = strstr(buf_cstr(&folded), folded_needle) != NULL;
	buf_release(&folded);
	return found;
}

bool text_same_name(const char *a, const char *b)
{
	struct buf x = {0}, y = {0};
	bool same;

	text_fold_plain(&x, a);
	text_fold_plain(&y, b);
	same = strcmp(buf_cstr(&x), buf_cstr(&y)) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}
