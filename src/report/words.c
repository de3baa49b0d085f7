/* words.c - numbers as people read them. */
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/council/measure.h"

#include <inttypes.h>
#include <string.h>

enum { DECIMALS_MOST = 9 };

const char *words_number(struct arena *a, struct num n, int decimals, enum num_rounding rule)
{
	struct buf b = {0};
	num_format(&b, n, decimals, rule);
	const char *s = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return s;
}

const char *words_exact(struct arena *a, struct num n)
{
	int decimals = 0;
	while (num_known(n) && decimals < DECIMALS_MOST) {
		struct num r = num_round(n, decimals, NUM_FLOOR);
		if (num_known(r) && num_cmp(r, n) == 0)
			break;
		decimals++;
	}
	return words_number(a, n, decimals, NUM_HALF_UP);
}

const char *words_unrounded(struct arena *a, struct num n, int decimals, enum num_rounding rule)
{
	struct num wanted = num_known(n) ? num_round(n, decimals, rule) : n;
	int shown = decimals + 1;
	for (; num_known(wanted) && shown < DECIMALS_MOST; shown++) {
		struct num twice = num_round(num_round(n, shown, NUM_HALF_UP), decimals, rule);
		if (num_known(twice) && num_cmp(twice, wanted) == 0)
			break;
	}
	return words_number(a, n, shown > DECIMALS_MOST ? DECIMALS_MOST : shown, NUM_HALF_UP);
}

const char *words_value_at(struct arena *a, const struct indicator_text *t, struct num n, int decimals)
{
	if (!num_known(n))
		return "";
	return arena_printf(a, "%s%s", words_number(a, n, decimals, t->rounding), t->percent ? NBSP "%" : "");
}

const char *words_value(struct arena *a, const struct indicator_text *t, struct num n)
{
	return words_value_at(a, t, n, t->decimals);
}

static const char *singular(const char *unit)
{
	static const struct {
		const char *many, *one;
	} words[] = {{N_("personer"), NC_("ett", "person")},         {N_("vårdplatser"), NC_("ett", "vårdplats")}, {N_("specialister"), NC_("ett", "specialist")},
	             {N_("kommuner"), NC_("ett", "kommun")},         {N_("sjukhus"), NC_("ett", "sjukhus")},       {N_("rutor"), NC_("ett", "ruta")},
	             {N_("brister"), NC_("ett", "brist")},           {N_("åtgärder"), NC_("ett", "åtgärd")},       {N_("halvdagar"), NC_("ett", "halvdag")},
	             {N_("heldagar"), NC_("ett", "heldag")},         {N_("invånare"), NC_("ett", "invånare")},     {N_("minuter"), NC_("ett", "minut")},
	             {N_("enheter"), NC_("ett", "enhet")},           {N_("anställda"), NC_("ett", "anställd")},    {N_("timmar"), NC_("ett", "timme")},
	             {N_("indikatorer"), NC_("ett", "indikator")},   {N_("platser"), NC_("ett", "plats")},
	             {N_("remisser"), NC_("ett", "remiss")},       {N_("möten"), NC_("ett", "möte")},
	             {N_("utbildningar"), NC_("ett", "utbildning")}, {N_("aktiviteter och åtgärder"), NC_("ett", "aktivitet eller åtgärd")}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].many, unit) == 0)
			return C_("ett", words[i].one);
	return _(unit);
}

const char *words_count(struct arena *a, int64_t n, const char *unit)
{
	const char *number = words_number(a, num_int(n), 0, NUM_HALF_UP);
	if (!unit || !*unit)
		return number;
	return arena_printf(a, "%s" NBSP "%s", number, n == 1 || n == -1 ? singular(unit) : _(unit));
}

const char *words_counts(struct arena *a, int64_t low, int64_t high, const char *unit)
{
	if (low == high)
		return words_count(a, low, unit);
	return arena_printf(a, "%s–%s", words_number(a, num_int(low), 0, NUM_HALF_UP), words_count(a, high, unit));
}

const char *words_target(struct arena *a, const struct indicator_text *t, const struct indikator_verdict *v)
{
	struct num low = num_of(v->target), high = num_of(v->target_high);
	const char *unit = t->percent ? NBSP "%" : "";
	if (!num_known(low))
		return "";
	if (num_known(high))
		return arena_printf(a, "%s–%s%s", words_exact(a, low), words_exact(a, high), unit);
	return arena_printf(a, "%s%s", words_exact(a, low), unit);
}

const char *words_measure(const char *measure)
{
	return _(measure_words(measure));
}

const char *words_engine(struct arena *a, const struct indikator_error *why)
{
	struct buf said = {0};
	language_repeat(why->form, why->text, &said);
	const char *out = arena_strdup(a, buf_cstr(&said));
	buf_release(&said);
	return out;
}
