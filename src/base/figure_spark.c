/* Heights of a line of small bars: whole numbers, so that every renderer draws the same. */
#include "radsbord/base/figure.h"

__extension__ typedef __int128 wide;

enum { DECIMALS_MOST = 6 };

const char *const figure_spark_marks[9] = {"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/* a * 10^decimals; false when it does not fit. */
static bool fixed(struct num n, int decimals, int64_t *out)
{
	int64_t factor = 1;

	for (int i = 0; i < decimals; i++)
		factor *= 10;
	n = num_mul(num_round(n, decimals, NUM_HALF_UP), num_int(factor));
	if (!num_known(n))
		return false;
	*out = num_whole(n, NUM_HALF_UP);
	return true;
}

static bool limits(const struct figure_spark *f, int decimals, int64_t *low, int64_t *high)
{
	bool any = false;

	for (size_t i = 0; i < f->count; i++) {
		int64_t at;

		if (!num_known(f->items[i].value))
			continue;
		if (!fixed(f->items[i].value, decimals, &at))
			return false;
		*low = !any || at < *low ? at : *low;
		*high = !any || at > *high ? at : *high;
		any = true;
	}
	return any;
}

size_t figure_spark_heights(const struct figure_spark *f, int most, int *heights)
{
	int64_t low = 0, high = 0, at = 0;
	int decimals = DECIMALS_MOST;
	size_t known = 0;

	while (decimals > 0 && !limits(f, decimals, &low, &high))
		decimals--;
	if (decimals == 0 && !limits(f, 0, &low, &high))
		low = high = 0;
	for (size_t i = 0; i < f->count; i++) {
		heights[i] = 0;
		if (!num_known(f->items[i].value) || !fixed(f->items[i].value, decimals, &at))
			continue;
		known++;
		heights[i] = high == low ? (most + 1) / 2
		                         : 1 + (int)((2 * ((wide)at - low) * (most - 1) + ((wide)high - low)) / (2 * ((wide)high - low)));
	}
	return known;
}
