/* Swedish sort keys. */
#include "radsbord/base/letter.h"
#include "radsbord/base/text.h"

#include <string.h>
#include <utf8proc.h>

/* A sort key has three levels with 0x01 between them: what the letters are, their diacritics, their
 * case. First-level weights: blank 08, signs 09-29, digits 30-39, a-z 41-5A, å 5B, ä 5C, ö 5D, then other
 * letters as UTF-8 (C2 and up). The levels below have one byte for each byte of the first, up to the last that is
 * not PLAIN. */
enum {
	LEVEL_END = 0x01,
	PLAIN = 0x02,   /* no diacritic, lower case */
	CAPITAL = 0x03,
	VARIANT = 0x04, /* æ beside ä, ø beside ö */
	MARKED = 0x10,  /* + the mark's place among U+0300-036F */
	CONTROL = 0x07,
	BLANK = 0x08,
	HIGH_SIGNS = 0x09, /* : to ~, 17 of them */
	LOW_SIGNS = 0x1A,  /* ! to /, 15 of them */
	OTHER_SIGN = 0x29, /* + UTF-8 */
	WEIGHT_RING = 0x5B,
	WEIGHT_DOTS_A = 0x5C,
	WEIGHT_DOTS_O = 0x5D,
};

struct key {
	struct buf *primary;
	size_t start; /* of the key in *primary */
	struct buf secondary, tertiary;
};

/* Gives the last weight of the first level its byte on a lower one. PLAIN bytes are written only before
 * another: LEVEL_END is less than any weight, so a level without its plain end has the same order. */
static void add_below(const struct key *k, struct buf *level, int weight)
{
	if (weight == PLAIN)
		return;
	buf_fill(level, PLAIN, k->primary->len - k->start - 1 - level->len);
	buf_char(level, (char)weight);
}

static void add_weight(struct key *k, int primary, int secondary, bool upper)
{
	buf_char(k->primary, (char)primary);
	add_below(k, &k->secondary, secondary);
	add_below(k, &k->tertiary, upper ? CAPITAL : PLAIN);
}

static int diacritic_weight(uint32_t mark)
{
	if (mark == 0)
		return PLAIN;
	return mark >= 0x0300 && mark <= 0x036F ? MARKED + (int)(mark - 0x0300) : VARIANT;
}

static void add_latin(struct key *k, const struct letter *l)
{
	int primary = (int)(l->base - 'a') + 'A', secondary = diacritic_weight(l->mark);

	if (l->base == 'a' && l->mark == LETTER_RING) {
		primary = WEIGHT_RING;
		secondary = PLAIN;
	} else if (l->base == 'a' && l->mark == LETTER_DIAERESIS) {
		primary = WEIGHT_DOTS_A;
		secondary = PLAIN;
	} else if (l->base == 'o' && l->mark == LETTER_DIAERESIS) {
		primary = WEIGHT_DOTS_O;
		secondary = PLAIN;
	} else if (l->base == 'o' && l->mark == LETTER_DOUBLE_ACUTE) {
		primary = WEIGHT_DOTS_O;
	} else if (l->base == 'u' && (l->mark == LETTER_DIAERESIS || l->mark == LETTER_DOUBLE_ACUTE)) {
		primary = 'Y';
	}
	add_weight(k, primary, secondary, l->upper);
}

static void add_kin(struct key *k, const struct letter_kin *kin_row, bool upper)
{
	if (kin_row->from == 0x00E6)
		add_weight(k, WEIGHT_DOTS_A, VARIANT, upper);
	else if (kin_row->from == 0x00F8)
		add_weight(k, WEIGHT_DOTS_O, VARIANT, upper);
	else
		for (const char *p = kin_row->plain; *p; p++)
			add_weight(k, *p - 'a' + 'A', VARIANT, upper);
}

/* ASCII that is neither letter, digit nor blank: those after the digits in ASCII are moved before them. */
static int sign_weight(uint32_t cp)
{
	static const char high[] = ":;<=>?@[\\]^_`{|}~";
	const char *at = cp > 0x20 ? strchr(high, (int)cp) : NULL;

	if (at)
		return HIGH_SIGNS + (int)(at - high);
	return cp < 0x20 || cp == 0x7F ? CONTROL : LOW_SIGNS + (int)(cp - '!');
}

static void add_other(struct key *k, const struct letter *l)
{
	char bytes[4];

	switch (utf8proc_category((utf8proc_int32_t)l->base)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
		break;
	default:
		buf_char(k->primary, OTHER_SIGN);
	}
	buf_add(k->primary, bytes, text_encode(l->base, bytes));
	add_below(k, &k->secondary, diacritic_weight(l->mark));
	add_below(k, &k->tertiary, l->upper ? CAPITAL : PLAIN);
}

static void add_letter(struct key *k, const struct letter *l)
{
	const struct letter_kin *kin_row = letter_find_kin(l->base);

	if (kin_row)
		add_kin(k, kin_row, l->upper);
	else if (l->base >= 'a' && l->base <= 'z')
		add_latin(k, l);
	else if (l->base == ' ')
		add_weight(k, BLANK, diacritic_weight(l->mark), false);
	else if (l->base >= '0' && l->base <= '9')
		add_weight(k, (int)l->base, diacritic_weight(l->mark), false);
	else if (l->base < 0x80)
		add_weight(k, sign_weight(l->base), diacritic_weight(l->mark), false);
	else
		add_other(k, l);
}

void text_sort_key(struct buf *out, const char *s)
{
	struct key k = {.primary = out, .start = out->len};
	struct letter_reader r = {.s = s};
	struct letter l;

	while (letter_next(&r, &l))
		add_letter(&k, &l);
	buf_char(out, LEVEL_END);
	buf_add(out, k.secondary.data, k.secondary.len);
	buf_char(out, LEVEL_END);
	buf_add(out, k.tertiary.data, k.tertiary.len);
	buf_release(&k.secondary);
	buf_release(&k.tertiary);
}

int text_compare(const char *a, const char *b)
{
	struct buf x = {0}, y = {0};
	int order;

	text_sort_key(&x, a);
	text_sort_key(&y, b);
	order = strcmp(buf_cstr(&x), buf_cstr(&y));
	buf_release(&x);
	buf_release(&y);
	return order;
}
