#include "radsbord/base/num.h"

#include "radsbord/base/language.h"

#include <assert.h>
#include <string.h>

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

enum { NUM_DECIMALS_MAX = 9 };

const char *const num_rounding_names[NUM_ROUNDINGS] = {
	[NUM_HALF_UP] = "halv_upp",   [NUM_HALF_DOWN] = "halv_ned", [NUM_HALF_EVEN] = "halv_jamn",
	[NUM_CEIL] = "upp",           [NUM_FLOOR] = "ned",
};

const char *const num_rounding_labels[NUM_ROUNDINGS] = {
	[NUM_HALF_UP] = N_("avrundat, halva från noll"),
	[NUM_HALF_DOWN] = N_("avrundat, halva mot noll"),
	[NUM_HALF_EVEN] = N_("avrundat, halva till jämnt tal"),
	[NUM_CEIL] = N_("avrundat uppåt"),
	[NUM_FLOOR] = N_("avrundat nedåt"),
};

static uwide magnitude(wide v)
{
	return v < 0 ? -(uwide)v : (uwide)v;
}

static uint64_t magnitude64(int64_t v)
{
	return v < 0 ? -(uint64_t)v : (uint64_t)v;
}

/* The greatest common divisor of two numbers that are not both 0, by halves and differences: a remainder only to begin
 * with, when one is much larger. */
static uint64_t gcd64(uint64_t a, uint64_t b)
{
	int twos;

	if (a == 1 || b == 1)
		return 1;
	if (a > b && b)
		a %= b;
	else if (a)
		b %= a;
	if (!a || !b)
		return a | b;
	twos = __builtin_ctzll(a | b);
	a >>= __builtin_ctzll(a);
	b >>= __builtin_ctzll(b);
	while (a != b) {
		uint64_t apart = a > b ? a - b : b - a;

		b = a > b ? b : a;
		a = apart >> __builtin_ctzll(apart);
	}
	return a << twos;
}

static uwide gcd(uwide a, uwide b)
{
	while (b > UINT64_MAX || a > UINT64_MAX) {
		uwide r;

		if (b == 0)
			return a;
		r = a % b;
		a = b;
		b = r;
	}
	return gcd64((uint64_t)a, (uint64_t)b);
}

/* n / d, and what is left, without a division that is not needed: by 1, or of 128 bits. */
static uint64_t quotient64(uint64_t n, uint64_t d)
{
	return d == 1 ? n : n / d;
}

static uwide quotient(uwide n, uint64_t d)
{
	return n <= UINT64_MAX ? quotient64((uint64_t)n, d) : n / d;
}

static uint64_t remainder_of(uwide n, uint64_t d)
{
	return n <= UINT64_MAX ? (uint64_t)n % d : (uint64_t)(n % d);
}

/* n / d with a sign, when it fits; else unknown. */
static struct num fitting(bool negative, uwide n, uwide d)
{
	if (d > INT64_MAX || n > (uwide)INT64_MAX + negative)
		return NUM_UNKNOWN;
	return (struct num){negative ? (int64_t)-(uint64_t)n : (int64_t)n, (int64_t)d};
}

/* num / den in lowest terms, or unknown when den is 0 or the fraction does not fit. */
static struct num reduced(wide num, wide den)
{
	uwide n = magnitude(num), d = magnitude(den), g;

	if (d == 0)
		return NUM_UNKNOWN;
	g = gcd(n, d);
	return fitting((num < 0) != (den < 0) && n, n / g, d / g);
}

struct num num_frac(int64_t num, int64_t den)
{
	uint64_t n = magnitude64(num), d = magnitude64(den), g;

	if (den == 1)
		return (struct num){num, 1};
	if (den == 0)
		return NUM_UNKNOWN;
	g = gcd64(n, d);
	return fitting((num < 0) != (den < 0) && n, quotient64(n, g), quotient64(d, g));
}

/* a + b, or a - b. Both are in lowest terms, so what the result can be reduced by is in what their denominators share
 * (Knuth, The Art of Computer Programming 2, 4.5.1). */
static struct num sum(struct num a, struct num b, bool minus)
{
	int64_t shared, whole;
	wide left, right, total;

	if (!num_known(a) || !num_known(b))
		return NUM_UNKNOWN;
	if (a.den == 1 && b.den == 1 &&
	    !(minus ? __builtin_sub_overflow(a.num, b.num, &whole) : __builtin_add_overflow(a.num, b.num, &whole)))
		return num_int(whole);
	shared = a.den == b.den ? a.den : (int64_t)gcd64((uint64_t)a.den, (uint64_t)b.den);
	left = (wide)a.num * (shared == 1 ? b.den : b.den / shared);
	right = (wide)b.num * (shared == 1 ? a.den : a.den / shared);
	total = minus ? left - right : left + right;
	if (shared > 1) {
		uwide n = magnitude(total);
		uint64_t g = gcd64(remainder_of(n, (uint64_t)shared), (uint64_t)shared);

		return fitting(total < 0, quotient(n, g), (uwide)(uint64_t)(a.den / shared) * ((uint64_t)b.den / g));
	}
	return fitting(total < 0, magnitude(total), (uwide)(uint64_t)a.den * (uint64_t)b.den);
}

struct num num_add(struct num a, struct num b)
{
	return sum(a, b, false);
}

struct num num_sub(struct num a, struct num b)
{
	return sum(a, b, true);
}

/* an/ad * bn/bd, each in lowest terms: only what stands across can be reduced. */
static struct num product(bool negative, uint64_t an, uint64_t ad, uint64_t bn, uint64_t bd)
{
	uint64_t g, h;

	if (!ad || !bd)
		return NUM_UNKNOWN;
	g = gcd64(an, bd);
	h = gcd64(bn, ad);
	return fitting(negative && an && bn, (uwide)quotient64(an, g) * quotient64(bn, h),
		       (uwide)quotient64(ad, h) * quotient64(bd, g));
}

struct num num_mul(struct num a, struct num b)
{
	return product((a.num < 0) != (b.num < 0), magnitude64(a.num), (uint64_t)a.den, magnitude64(b.num),
		       (uint64_t)b.den);
}

struct num num_div(struct num a, struct num b)
{
	if (!num_known(a) || !num_known(b))
		return NUM_UNKNOWN;
	return product((a.num < 0) != (b.num < 0), magnitude64(a.num), (uint64_t)a.den, (uint64_t)b.den,
		       magnitude64(b.num));
}

struct num num_per(struct num a, struct num b, struct num factor)
{
	int64_t above;
	uint64_t n, g;

	if (a.den != 1 || b.den != 1 || factor.den != 1 || b.num <= 0 ||
	    __builtin_mul_overflow(a.num, factor.num, &above))
		return num_mul(num_div(a, b), factor);
	n = magnitude64(above);
	g = gcd64(n, (uint64_t)b.num);
	return fitting(above < 0, quotient64(n, g), quotient64((uint64_t)b.num, g));
}

int num_cmp(struct num a, struct num b)
{
	wide left = (wide)a.num * b.den, right = (wide)b.num * a.den;

	assert(num_known(a) && num_known(b));
	return (left > right) - (left < right);
}

static int64_t power_of_ten(int n)
{
	int64_t p = 1;

	assert(n >= 0 && n <= NUM_DECIMALS_MAX);
	while (n-- > 0)
		p *= 10;
	return p;
}

/* a * 10^decimals as a whole number. It cannot overflow: |a| < 2^64 and 10^9 < 2^30. */
static wide scaled(struct num a, int decimals, enum num_rounding rule)
{
	wide v = (wide)a.num * power_of_ten(decimals);
	bool small = v >= INT64_MIN && v <= INT64_MAX;
	wide below = small ? (int64_t)v / a.den : v / a.den, rest = v - below * a.den, twice;
	bool up;

	if (rest < 0) { /* make it the floor and a rest that is never negative */
		below--;
		rest += a.den;
	}
	twice = 2 * rest;
	switch (rule) {
	case NUM_HALF_UP:
		up = twice > a.den || (twice == a.den && below >= 0);
		break;
	case NUM_HALF_DOWN:
		up = twice > a.den || (twice == a.den && below < 0);
		break;
	case NUM_HALF_EVEN:
		up = twice > a.den || (twice == a.den && below % 2 != 0);
		break;
	case NUM_CEIL:
		up = rest > 0;
		break;
	case NUM_FLOOR:
	case NUM_ROUNDINGS:
	default:
		up = false;
		break;
	}
	return below + up;
}

struct num num_round(struct num a, int decimals, enum num_rounding rule)
{
	if (!num_known(a))
		return NUM_UNKNOWN;
	return reduced(scaled(a, decimals, rule), power_of_ten(decimals));
}

int64_t num_whole(struct num a, enum num_rounding rule)
{
	assert(num_known(a));
	if (a.den == 1)
		return a.num;
	return (int64_t)scaled(a, 0, rule);
}

bool num_whole_times(struct num a, int64_t b, enum num_rounding rule, int64_t *whole)
{
	struct num exact;
	int64_t v;

	if (num_known(a) && !__builtin_mul_overflow(a.num, b, &v)) {
		*whole = v / a.den;
		if (v % a.den)
			*whole += rule == NUM_CEIL ? v > 0 : -(v < 0);
		return true;
	}
	exact = num_mul(a, num_int(b));
	if (num_known(exact))
		*whole = num_whole(exact, rule);
	return num_known(exact);
}

struct style {
	const char *minus, *group, *point;
};

static void format(struct buf *out, struct num a, int decimals, enum num_rounding rule,
                   const struct style *style)
{
	wide v = scaled(a, decimals, rule);
	uwide rest = magnitude(v);
	char digits[40];
	int n = 0;

	do {
		digits[n++] = (char)('0' + (int)(rest % 10));
		rest /= 10;
	} while (rest > 0 || n <= decimals);
	if (v < 0)
		buf_str(out, style->minus);
	while (n > 0) {
		buf_char(out, digits[--n]);
		if (n == decimals && n > 0)
			buf_str(out, style->point);
		else if (n > decimals && (n - decimals) % 3 == 0)
			buf_str(out, style->group);
	}
}

void num_format(struct buf *out, struct num a, int decimals, enum num_rounding rule)
{
	static const struct style swedish = {.minus = "\u2212", .group = "\u00A0", .point = ","};

	if (num_known(a))
		format(out, a, decimals, rule, &swedish);
	else
		buf_char(out, '?');
}

void num_format_plain(struct buf *out, struct num a, int decimals, enum num_rounding rule)
{
	static const struct style plain = {.minus = "-", .group = "", .point = "."};

	if (num_known(a))
		format(out, a, decimals, rule, &plain);
}

/* A number being read: its digits as one whole number, and how many of them were decimals. */
struct reading {
	wide digits;
	int decimals;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool read_digit(struct reading *r, char c)
{
	const wide most = (wide)(~(uwide)0 >> 1);

	if (r->digits > (most - 9) / 10)
		return false;
	r->digits = r->digits * 10 + (c - '0');
	return true;
}

/* Digits after the point up to the first other byte; returns where that is, or NULL. */
static const char *read_decimals(struct reading *r, const char *s)
{
	if (!is_digit(*s))
		return NULL;
	for (; is_digit(*s); s++) {
		if (!read_digit(r, *s))
			return NULL;
		r->decimals++;
	}
	return s;
}

static bool finish(const struct reading *r, bool negative, struct num *out, int *decimals)
{
	wide den = 1;
	struct num value;

	if (r->decimals > 37) /* 10^38 is the largest power a 128-bit number holds */
		return false;
	for (int i = 0; i < r->decimals; i++)
		den *= 10;
	value = reduced(negative ? -r->digits : r->digits, den);
	if (!num_known(value))
		return false;
	*out = value;
	if (decimals)
		*decimals = r->decimals;
	return true;
}

bool num_parse(const char *s, struct num *out, int *decimals)
{
	struct reading r = {0};
	bool negative = *s == '-';

	if (*s == '-' || *s == '+')
		s++;
	if (!is_digit(*s))
		return false;
	for (; is_digit(*s); s++)
		if (!read_digit(&r, *s))
			return false;
	if (*s == '.') {
		s = read_decimals(&r, s + 1);
		if (!s)
			return false;
	}
	return *s == '\0' && finish(&r, negative, out, decimals);
}

/* The bytes of the first of `forms` (ends with NULL) that s begins with, or 0. */
static size_t begins_with(const char *s, const char *const *forms)
{
	for (; *forms; forms++)
		if (strncmp(s, *forms, strlen(*forms)) == 0)
			return strlen(*forms);
	return 0;
}

static const char *const blanks[] = {" ", "\u00A0", "\u202F", "\u2009", NULL};
static const char *const minuses[] = {"-", "\u2212", "\u2011", NULL};

/* The whole part, with groups of exactly three digits where it is grouped; NULL when it is off. */
static const char *read_grouped(struct reading *r, const char *s)
{
	int run = 0;
	bool grouped = false;

	for (;;) {
		size_t blank = begins_with(s, blanks);

		if (is_digit(*s)) {
			if (!read_digit(r, *s++))
				return NULL;
			run++;
		} else if (blank && is_digit(s[blank])) {
			if (run == 0 || run > 3 || (grouped && run != 3))
				return NULL;
			grouped = true;
			run = 0;
			s += blank;
		} else {
			return run == 0 || (grouped && run != 3) ? NULL : s;
		}
	}
}

bool num_parse_swedish(const char *s, struct num *out, int *decimals)
{
	struct reading r = {0};
	size_t n;
	bool negative;

	while ((n = begins_with(s, blanks)) > 0)
		s += n;
	n = begins_with(s, minuses);
	negative = n > 0;
	s += n;
	if (!negative && *s == '+')
		s++;
	s = read_grouped(&r, s);
	if (s && (*s == ',' || *s == '.'))
		s = read_decimals(&r, s + 1);
	if (!s)
		return false;
	while ((n = begins_with(s, blanks)) > 0)
		s += n;
	return *s == '\0' && finish(&r, negative, out, decimals);
}
