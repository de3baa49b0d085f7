#include "radsbord/base/letter.h"

#include "radsbord/base/text.h"

#include <string.h>
#include <utf8proc.h>

bool letter_is_mark(uint32_t cp)
{
	return (cp >= 0x0300 && cp <= 0x036F) || (cp >= 0x1AB0 && cp <= 0x1AFF) ||
	       (cp >= 0x1DC0 && cp <= 0x1DFF) || (cp >= 0x20D0 && cp <= 0x20FF);
}

static bool is_ignored(uint32_t cp)
{
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_CF || cp == 0x034F ||
	       (cp >= 0xFE00 && cp <= 0xFE0F);
}

/* Signs that are the same to a reader: blanks, and hyphens that do or do not break. */
static uint32_t plain_sign(uint32_t cp)
{
	if (cp < 0x80)
		return cp == '\t' || cp == '\n' || cp == '\r' ? ' ' : cp;
	if (utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_ZS)
		return ' ';
	return cp == 0x2010 || cp == 0x2011 ? '-' : cp;
}

static void take(struct letter_reader *r, uint32_t cp)
{
	utf8proc_int32_t parts[LETTER_PARTS];
	utf8proc_ssize_t n = 0;
	int bounds = 0;

	r->at = 0;
	r->count = 1;
	r->upper = false;
	r->parts[0] = cp;
	if (cp < 0x80) {
		r->upper = cp >= 'A' && cp <= 'Z';
		r->parts[0] = r->upper ? cp + ('a' - 'A') : plain_sign(cp);
		return;
	}
	if (is_ignored(cp)) {
		r->count = 0;
		return;
	}
	if (cp >= 0xAC00 && cp <= 0xD7A3)
		return; /* Hangul syllables stay whole */
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		r->upper = true;
		break;
	default:
		break;
	}
	n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, LETTER_PARTS,
	                            UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &bounds);
	if (n < 1 || n > LETTER_PARTS)
		return;
	r->count = (int)n;
	for (int i = 0; i < r->count; i++)
		r->parts[i] = plain_sign((uint32_t)parts[i]);
}

/* True when parts[at] holds the next code point. */
static bool fill(struct letter_reader *r)
{
	while (r->at == r->count) {
		uint32_t cp;

		if (!*r->s)
			return false;
		if ((unsigned char)*r->s < 0x80)
			cp = (unsigned char)*r->s++;
		else
			r->s += text_decode(r->s, strnlen(r->s, 4), &cp);
		take(r, cp);
	}
	return true;
}

bool letter_next(struct letter_reader *r, struct letter *l)
{
	if (!fill(r))
		return false;
	*l = (struct letter){.base = r->parts[r->at++], .upper = r->upper};
	/* No mark is an ASCII character: most letters are done here. */
	if (r->at == r->count && (unsigned char)*r->s < 0x80)
		return true;
	while (fill(r) && letter_is_mark(r->parts[r->at])) {
		uint32_t mark = r->parts[r->at++];

		if (l->mark == 0 || (l->mark != LETTER_RING && l->mark != LETTER_DIAERESIS &&
		                     (mark == LETTER_RING || mark == LETTER_DIAERESIS)))
			l->mark = mark;
	}
	return true;
}

static const struct letter_kin kin[] = {
	{0x00E6, "ä", "a"}, {0x00F8, "ö", "o"}, {0x0153, "oe", "oe"}, {0x00F0, "d", "d"},
	{0x0111, "d", "d"}, {0x0142, "l", "l"}, {0x00FE, "th", "th"}, {0x0131, "i", "i"},
};

const struct letter_kin *letter_find_kin(uint32_t base)
{
	for (size_t i = 0; base >= 0x80 && i < sizeof kin / sizeof kin[0]; i++)
		if (kin[i].from == base)
			return &kin[i];
	return NULL;
}
