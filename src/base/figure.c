/* Where a bar lies in its field: integers only, so that every renderer draws the same. */
#include "radsbord/base/figure.h"

__extension__ typedef __int128 wide;

enum { EIGHTHS = 8, DECIMALS_MOST = 9 };

static const int64_t tens[DECIMALS_MOST + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

/* v * 10^decimals as a whole number; false when it does not fit. */
static bool fixed_point(struct num v, int decimals, int64_t *out)
{
	struct num scaled = num_mul(num_round(v, decimals, NUM_HALF_UP), num_int(tens[decimals]));

	if (!num_known(scaled))
		return false;
	*out = num_whole(scaled, NUM_HALF_UP);
	return true;
}

/* The scale of one figure: whole numbers from low to high, zero always within. */
struct scale {
	int decimals;
	int64_t low, high;
};

/* As many decimals as the value leaves room for. */
static void limit_decimals(struct scale *s, struct num v)
{
	int64_t at;

	while (num_known(v) && s->decimals > 0 && !fixed_point(v, s->decimals, &at))
		s->decimals--;
}

static void include(struct scale *s, struct num v)
{
	int64_t at;

	if (!num_known(v) || !fixed_point(v, s->decimals, &at))
		return;
	if (at < s->low)
		s->low = at;
	if (at > s->high)
		s->high = at;
}

static struct scale scale_of(const struct figure_bars *f)
{
	struct scale s = {.decimals = DECIMALS_MOST};

	for (size_t i = 0; i < f->count; i++)
		limit_decimals(&s, f->items[i].value);
	limit_decimals(&s, f->target);
	limit_decimals(&s, f->target_high);
	for (size_t i = 0; i < f->count; i++)
		include(&s, f->items[i].value);
	include(&s, f->target);
	include(&s, f->target_high);
	return s;
}

/* Eighths from the left edge, rounded to the nearest; -1 when v is unknown. */
static int place(const struct scale *s, struct num v, int width)
{
	wide range = (wide)s->high - s->low;
	int64_t at;

	if (!num_known(v) || !fixed_point(v, s->decimals, &at))
		return -1;
	if (range == 0)
		return 0;
	return (int)((2 * ((wide)at - s->low) * width * EIGHTHS + range) / (2 * range));
}

/* A line stands in a cell, so its last place is inside the last cell. */
static int line_place(const struct scale *s, struct num v, int width)
{
	int at = place(s, v, width);

	return at < width * EIGHTHS ? at : width * EIGHTHS - 1;
}

/* Where the bars begin, with room for an eighth on each side that has a bar. */
static int zero_place(const struct scale *s, int width)
{
	int at = place(s, num_int(0), width);

	if (at == 0 && s->low < 0)
		return 1;
	return at == width * EIGHTHS && s->high > 0 ? at - 1 : at;
}

struct figure_span figure_bar_span(const struct figure_bars *f, size_t item, int width)
{
	struct figure_span span = {.target = -1, .target_high = -1};
	struct scale s;
	struct num value;
	int end;

	if (width <= 0)
		return span;
	s = scale_of(f);
	span.zero = zero_place(&s, width);
	span.target = line_place(&s, f->target, width);
	span.target_high = line_place(&s, f->target_high, width);
	span.from = span.to = span.zero;
	value = f->items[item].value;
	end = place(&s, value, width);
	if (end < 0)
		return span;
	/* Small is not nothing: a value other than zero shows at least an eighth. */
	if (value.num > 0)
		span.to = end > span.zero ? end : span.zero + 1;
	else if (value.num < 0)
		span.from = end < span.zero ? end : span.zero - 1;
	return span;
}
