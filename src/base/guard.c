/* Finding personal identity numbers. A text is read as groups of digits with separators between them; a number is one,
 * two or four groups of certain lengths. */
#include "radsbord/base/guard.h"

#include "radsbord/base/date.h"
#include "radsbord/base/text.h"

#include <string.h>

enum sign { SIGN_OTHER, SIGN_END, SIGN_DIGIT, SIGN_BLANK, SIGN_DASH, SIGN_NOTHING };

struct sign_at {
	enum sign sign;
	int digit;
	size_t end; /* offset after it */
};

static enum sign sign_of(uint32_t cp)
{
	static const struct {
		uint32_t from, to;
		enum sign sign;
	} rows[] = {
	    {' ', ' ', SIGN_BLANK},         {'+', '+', SIGN_DASH},          {'-', '-', SIGN_DASH},
	    {0x00A0, 0x00A0, SIGN_BLANK},   {0x00AD, 0x00AD, SIGN_NOTHING}, {0x2000, 0x200A, SIGN_BLANK},
	    {0x200B, 0x200F, SIGN_NOTHING}, {0x2010, 0x2015, SIGN_DASH},    {0x202A, 0x202E, SIGN_NOTHING},
	    {0x202F, 0x202F, SIGN_BLANK},   {0x205F, 0x205F, SIGN_BLANK},   {0x2060, 0x206F, SIGN_NOTHING},
	    {0x2212, 0x2212, SIGN_DASH},    {0x3000, 0x3000, SIGN_BLANK},   {0xFE62, 0xFE63, SIGN_DASH},
	    {0xFEFF, 0xFEFF, SIGN_NOTHING}, {0xFF0B, 0xFF0B, SIGN_DASH},    {0xFF0D, 0xFF0D, SIGN_DASH},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (cp >= rows[i].from && cp <= rows[i].to)
			return rows[i].sign;
	return SIGN_OTHER;
}

/* The sign at an offset; what shows nothing is passed over. */
static struct sign_at read_sign(const char *s, size_t at)
{
	for (;;) {
		uint32_t cp;
		if (!s[at])
			return (struct sign_at){.sign = SIGN_END, .end = at};
		size_t end = at + text_decode(s + at, strnlen(s + at, 4), &cp);
		if (cp >= '0' && cp <= '9')
			return (struct sign_at){.sign = SIGN_DIGIT, .digit = (int)(cp - '0'), .end = end};
		if (cp >= 0xFF10 && cp <= 0xFF19)
			return (struct sign_at){.sign = SIGN_DIGIT, .digit = (int)(cp - 0xFF10), .end = end};
		enum sign sign = sign_of(cp);
		if (sign != SIGN_NOTHING)
			return (struct sign_at){.sign = sign, .end = end};
		at = end;
	}
}

enum { DIGITS = 12, LAST = 4 };

/* Digits in a row, as many as there are; only the first DIGITS are kept. */
struct group {
	int digits[DIGITS];
	size_t count;
	size_t end; /* offset after the last digit */
};

static struct group read_group(const char *s, size_t at)
{
	struct group g = {.end = at};
	for (struct sign_at sign = read_sign(s, at); sign.sign == SIGN_DIGIT; sign = read_sign(s, sign.end)) {
		if (g.count < DIGITS)
			g.digits[g.count] = sign.digit;
		g.count++;
		g.end = sign.end;
	}
	return g;
}

/* SIGN_DASH for a dash with at most a blank on each side, SIGN_BLANK for one or two blanks, else SIGN_OTHER. */
static enum sign read_separator(const char *s, size_t at, size_t *end, bool *blanks)
{
	int dashes = 0, spaces = 0;
	struct sign_at sign;
	*end = at;
	for (sign = read_sign(s, at); sign.sign == SIGN_DASH || sign.sign == SIGN_BLANK; sign = read_sign(s, *end)) {
		*(sign.sign == SIGN_DASH ? &dashes : &spaces) += 1;
		*end = sign.end;
		if (dashes > 1 || spaces > 2)
			return SIGN_OTHER;
	}
	*blanks = spaces > 0;
	return dashes ? SIGN_DASH : spaces ? SIGN_BLANK : SIGN_OTHER;
}

/* The digits of something that may be a number. */
struct candidate {
	int digits[DIGITS];
	size_t count;        /* 10, or 12 with century */
	enum sign separator; /* before the four last; SIGN_OTHER: none */
	bool parted;         /* the date is written YYYY-MM-DD or YY-MM-DD */
	bool blanks;         /* in the separator */
};

static int two(const int *d)
{
	return d[0] * 10 + d[1];
}

/* Without century any will do: the only day that differs is 29 February of 00, which 2000 has. */
static bool date_fits(const int *d, size_t count)
{
	int century = 20;
	if (count > 6) {
		century = two(d);
		d += 2;
		if (century < 18 || century > 20)
			return false;
	}
	int day = two(d + 4);
	return date_valid(century * 100 + two(d), two(d + 2), day > 60 ? day - 60 : day);
}

/* Modulus 10 with the weights 2, 1, 2 … over ten digits, the check digit among them. */
static bool check_digit_fits(const int *ten)
{
	int sum = 0;
	for (int i = 0; i < 10; i++) {
		int v = ten[i] * (i % 2 == 0 ? 2 : 1);
		sum += v / 10 + v % 10;
	}
	return sum % 10 == 0;
}

/* The four last may be a time of day after a date of our time: 20260317 1430. */
static bool reads_as_time(const struct candidate *c)
{
	const int *last = c->digits + c->count - LAST;
	bool recent = c->count == 10 || two(c->digits) == 20;
	return recent && two(last) < 24 && two(last + 2) < 60;
}

static enum guard_level judge(const struct candidate *c)
{
	bool bare = c->separator == SIGN_OTHER;
	if (!date_fits(c->digits, c->count - LAST))
		return GUARD_NONE;
	if (bare && c->count == 10 && c->digits[0] == 0)
		return GUARD_NONE; /* a telephone number */
	bool checked = check_digit_fits(c->digits + c->count - 10);
	if (c->parted && reads_as_time(c))
		return checked && !c->blanks && !bare ? GUARD_ASK_KEEP : GUARD_NONE;
	if (!checked)
		return c->parted || (reads_as_time(c) && (c->separator != SIGN_DASH || c->count == DIGITS))
			   ? GUARD_NONE
			   : GUARD_HINT;
	return bare && c->count == 10 ? GUARD_ASK_KEEP : GUARD_ASK_REMOVE;
}

static void add_group(struct candidate *c, const struct group *g)
{
	memcpy(c->digits + c->count, g->digits, g->count * sizeof *g->digits);
	c->count += g->count;
}

/* After the date and a separator at `at`: four digits and no more. */
static bool read_last(const char *s, size_t at, struct candidate *c, size_t *end)
{
	size_t start;
	c->separator = read_separator(s, at, &start, &c->blanks);
	struct group g = read_group(s, start);
	if (c->separator == SIGN_OTHER || g.count != LAST)
		return false;
	add_group(c, &g);
	*end = g.end;
	return true;
}

/* From a date to a date: what would be the four last is a year, and a dash follows. */
static bool is_year_of_date(const char *s, size_t at, const int *last)
{
	return (two(last) == 19 || two(last) == 20) && read_sign(s, at).sign == SIGN_DASH;
}

/* YYYY-MM-DD or YY-MM-DD, whose first group has been read: the rest of the date, with one hyphen or dash between. */
static bool read_parted(const char *s, size_t at, struct candidate *c, size_t *end)
{
	for (int part = 0; part < 2; part++) {
		size_t start;
		bool blanks;
		if (read_separator(s, at, &start, &blanks) != SIGN_DASH || blanks)
			return false;
		struct group g = read_group(s, start);
		if (g.count != 2)
			return false;
		add_group(c, &g);
		at = g.end;
	}
	c->parted = true;
	if (!read_last(s, at, c, end) || (c->count < DIGITS && (c->separator != SIGN_DASH || c->blanks)))
		return false;
	return !is_year_of_date(s, *end, c->digits + c->count - LAST);
}

/* After a date and a dash: XXXX or ****, a number somebody has masked, or a letter and three digits, the temporary
 * numbers of several regions. */
static bool read_masked(const char *s, size_t at, size_t *end)
{
	size_t start;
	bool blanks;
	int masks = 0, digits = 0, letters = 0;
	if (read_separator(s, at, &start, &blanks) != SIGN_DASH)
		return false;
	for (int i = 0; i < LAST; i++) {
		char c = s[start + (size_t)i];
		masks += c == 'X' || c == 'x' || c == '*';
		digits += c >= '0' && c <= '9';
		letters += c >= 'A' && c <= 'Z' && i == 0;
		if (!c)
			return false;
	}
	*end = start + LAST;
	return masks == LAST || (letters == 1 && digits == LAST - 1);
}

/* What begins with the group of digits at `at`. */
static enum guard_level match(const char *s, size_t at, const struct group *first, size_t *end)
{
	struct candidate c = {.separator = SIGN_OTHER};
	switch (first->count) {
	case 10:
	case 12:
		add_group(&c, first);
		*end = first->end;
		return at > 0 && s[at - 1] == '+' ? GUARD_NONE
						  : judge(&c); /* +46 8 …: an international telephone number */
	case 6:
	case 8:
		add_group(&c, first);
		if (read_last(s, first->end, &c, end))
			return judge(&c);
		return date_fits(first->digits, first->count) && read_masked(s, first->end, end) ? GUARD_HINT
												 : GUARD_NONE;
	case 2:
	case 4:
		add_group(&c, first);
		return read_parted(s, first->end, &c, end) ? judge(&c) : GUARD_NONE;
	default:
		return GUARD_NONE;
	}
}

/* The first hit of at least `least` that begins before `stop`. */
static bool find(const char *s, size_t from, size_t stop, enum guard_level least, struct guard_hit *hit)
{
	for (size_t at = from; s[at] && at < stop;) {
		size_t end = 0;
		/* only a byte that can begin a digit is worth decoding */
		if (!((s[at] >= '0' && s[at] <= '9') || (unsigned char)s[at] == 0xEF)) {
			at++;
			continue;
		}
		struct group first = read_group(s, at);
		if (first.count == 0) {
			at++;
			continue;
		}
		enum guard_level level = match(s, at, &first, &end);
		if (level >= least) {
			*hit = (struct guard_hit){.start = at, .len = end - at, .level = level};
			return true;
		}
		at = first.end;
	}
	return false;
}

bool guard_next(const char *s, size_t from, struct guard_hit *hit)
{
	struct guard_hit stronger;
	if (!find(s, from, SIZE_MAX, GUARD_HINT, hit))
		return false;
	/* a hint may not hide a number that begins inside it */
	if (hit->level == GUARD_HINT) {
		struct group first = read_group(s, hit->start);
		if (find(s, first.end, hit->start + hit->len, GUARD_ASK_KEEP, &stronger))
			*hit = stronger;
	}
	return true;
}

enum guard_level guard_worst(const char *s)
{
	enum guard_level worst = GUARD_NONE;
	struct guard_hit hit;
	for (size_t from = 0; guard_next(s, from, &hit); from = hit.start + hit.len)
		if (hit.level > worst)
			worst = hit.level;
	return worst;
}

static void mask_hit(struct buf *out, const char *s, size_t n)
{
	enum { SHOWN = 2 };
	int digits = 0;
	for (size_t at = 0; at < n;) {
		struct sign_at sign = read_sign(s, at);
		if (sign.sign == SIGN_DIGIT && digits++ >= SHOWN)
			buf_str(out, "•");
		else
			buf_add(out, s + at, sign.end - at);
		at = sign.end;
	}
}

static void remove_hit(struct buf *out, const char *s, size_t n)
{
	(void)s;
	(void)n;
	buf_str(out, "[personnummer borttaget]");
}

static void replace(struct buf *out, const char *s, enum guard_level least,
		    void (*with)(struct buf *out, const char *s, size_t n))
{
	size_t from = 0;
	struct guard_hit hit;
	while (guard_next(s, from, &hit)) {
		buf_add(out, s + from, hit.start - from);
		if (hit.level >= least)
			with(out, s + hit.start, hit.len);
		else
			buf_add(out, s + hit.start, hit.len);
		from = hit.start + hit.len;
	}
	buf_str(out, s + from);
}

void guard_mask(struct buf *out, const char *s, enum guard_level least)
{
	replace(out, s, least, mask_hit);
}

void guard_remove(struct buf *out, const char *s, enum guard_level least)
{
	replace(out, s, least, remove_hit);
}
