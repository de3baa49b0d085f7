/* explain_sum.c - the formula of a figure in words, then with its figures, then the distance to the target. */
#include "explain_parts.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

static struct num factor(const struct explain *x)
{
	struct num f = num_of(x->definition->factor);
	return num_known(f) ? f : num_int(1);
}

/* " × 100 000", or nothing when it is one. */
static const char *times(const struct explain *x)
{
	struct num f = factor(x);
	return num_cmp(f, num_int(1)) ? arena_printf(x->a, " × %s", words_exact(x->a, f)) : "";
}

static const char *exact(const struct explain *x, struct num n)
{
	return words_exact(x->a, n);
}

/* A negative number within a sum stands in brackets. */
static const char *term(const struct explain *x, struct num n)
{
	return n.num < 0 ? arena_printf(x->a, "(%s)", exact(x, n)) : exact(x, n);
}

/* "= 22,43 % → 22,4 % (avrundat, halva från noll)", or "= 25 %" when nothing is rounded. */
static const char *result(const struct explain *x)
{
	struct num value = num_of(x->verdict->value);
	struct num rounded = num_round(value, x->text->decimals, x->text->rounding);
	const char *unit = x->text->percent ? NBSP "%" : "";
	if (num_known(rounded) && num_cmp(rounded, value) == 0)
		return arena_printf(x->a, "= %s", explain_value(x, value));
	return arena_printf(x->a, "= %s%s → %s (%s)",
	                    words_unrounded(x->a, value, x->text->decimals, x->text->rounding), unit,
	                    explain_value(x, value), _(num_rounding_labels[x->text->rounding]));
}

static void ratio_words(const struct explain *x)
{
	struct buf first = {0};
	text_capitalise(&first, words_measure(x->definition->numerator.measure));
	if (x->definition->denominator.measure)
		doc_paragraph(x->d, "%s / %s%s.", buf_cstr(&first), words_measure(x->definition->denominator.measure), times(x));
	else
		doc_paragraph(x->d, _("%s, så som det är uppgett."), buf_cstr(&first));
	buf_release(&first);
}

/* "8 × 302 431 / 100 000 = 24,19 → 25 − 16 = 9 vårdplatser" */
static void ratio_distance(const struct explain *x, struct num target, int64_t distance, const char *to)
{
	struct num n = num_of(x->verdict->numerator), of = num_of(x->verdict->denominator);
	struct num at = num_div(num_mul(target, of), factor(x));
	const char *count = words_count(x->a, distance, x->text->distance_unit);
	if (!num_known(at))
		return;
	const char *level = arena_printf(x->a, "%s × %s%s", exact(x, target), exact(x, of),
	                                 num_cmp(factor(x), num_int(1)) ? arena_printf(x->a, " / %s", exact(x, factor(x)))
	                                                                : "");
	struct num whole = num_round(at, 0, NUM_CEIL);
	const char *shown = num_cmp(whole, at) ? arena_printf(x->a, "%s → %s", words_unrounded(x->a, at, 1, NUM_HALF_UP),
	                                                      exact(x, whole))
	                                       : exact(x, whole);
	if (x->definition->direction == INDIKATOR_AT_MOST || n.den != 1)
		doc_item(x->d, _("Avstånd%s: %s = %s mot %s, avrundat uppåt: %s."), to, level,
		         words_unrounded(x->a, at, 1, NUM_HALF_UP), exact(x, n), count);
	else
		doc_item(x->d, _("Avstånd%s: %s = %s, %s − %s = %s."), to, level, shown, exact(x, whole), exact(x, n), count);
}

/* "Riktmärket 4 är här 4 × 301 542 / 100 000 = 12,06 → 13 specialister": what can be told though nobody has said how many
 * there are. */
static void required(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	struct num target = num_of(v->target), of = num_of(v->denominator);
	struct num at = num_div(num_mul(target, of), factor(x));
	if (!v->required_known || !x->text->distance_unit || of.num <= 0 || !num_known(at))
		return;
	doc_item(x->d, _("%s %s motsvarar här %s × %s%s = %s → %s. Hur många som finns är okänt, och därför är avståndet okänt."),
	         words_target_kind_the(x->text), words_target(x->a, x->text, v), exact(x, target), exact(x, of),
	         num_cmp(factor(x), num_int(1)) ? arena_printf(x->a, " / %s", exact(x, factor(x))) : "",
	         words_unrounded(x->a, at, 1, NUM_HALF_UP), words_counts(x->a, v->required, v->required_high, x->text->distance_unit));
}

static void ratio(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	struct num n = num_of(v->numerator), of = num_of(v->denominator);
	ratio_words(x);
	if (!num_known(num_of(v->value))) {
		if (num_known(of) && of.num == 0)
			doc_item(x->d, _("Nämnaren är noll. Därför är värdet okänt."));
		else
			doc_item(x->d, _("Värdet kan inte räknas, för en uppgift saknas."));
		required(x);
		return;
	}
	if (x->definition->denominator.measure)
		doc_item(x->d, "%s / %s%s %s", exact(x, n), exact(x, of), times(x), result(x));
	else
		doc_item(x->d, _("Värdet %s"), result(x));
	if (!num_known(num_of(v->target)) || x->text->descriptive) {
		doc_item(x->d, _("Inget mål finns, och därför inget avstånd."));
		return;
	}
	if (v->status == INDIKATOR_STATUS_MET || !v->distance_known) {
		doc_item(x->d, _("Målet är nått. Inget avstånd återstår."));
		return;
	}
	bool range = num_known(num_of(v->target_high));
	ratio_distance(x, num_of(v->target), v->distance, range ? _(" till den lägre gränsen") : "");
	if (range)
		ratio_distance(x, num_of(v->target_high), v->distance_high, _(" till den övre gränsen"));
}

static void need_size(const struct explain *x, struct num base)
{
	struct num need = num_of(x->verdict->denominator);
	enum num_rounding rule = (enum num_rounding)x->definition->count_rounding;
	const char *left = arena_printf(x->a, _("Behovet: %s\u00a0%% × %s %s"),
	                                exact(x, num_mul(num_of(x->definition->share), num_int(100))), exact(x, base),
	                                words_measure(x->definition->base.measure));
	if (need.den == 1)
		doc_item(x->d, "%s = %s.", left, words_count(x->a, x->verdict->need, x->text->distance_unit));
	else
		doc_item(x->d, "%s = %s → %s (%s).", left, exact(x, need),
		         words_count(x->a, x->verdict->need, x->text->distance_unit), _(num_rounding_labels[rule]));
}

static void need_received(const struct explain *x)
{
	struct explain_input need = explain_input(x, INDIKATOR_ROLE_DERIVED_NEED);
	struct explain_input unmet = explain_input(x, INDIKATOR_ROLE_DERIVED_UNMET);
	const char *received = exact(x, num_sub(num_of(x->verdict->denominator), num_of(x->verdict->numerator)));
	if (need.count && unmet.count)
		doc_item(x->d, _("De som fått stöd: %s − %s = %s fick stöd (härlett ur %s behov och brist)."),
		         exact(x, need.sum), term(x, unmet.sum), received,
		         words_is_report(need.first->source) ? _("rapportens") : _("källans"));
	else
		doc_item(x->d, _("De som fått stöd: %s (uppgivet)."), received);
}

static void need_distance(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	const char *sum = arena_printf(x->a, "%s − %s", words_count(x->a, v->need, NULL),
	                               words_count(x->a, v->received, NULL));
	if (!v->distance_known)
		return;
	if (v->distance < 0)
		doc_item(x->d, _("Avstånd: %s = %s. %s fler har fått stöd än det beräknade behovet. Det betyder inte att alla "
		               "som behövde stöd fick det, för behovet är en schablon."),
		         sum, words_count(x->a, v->distance, NULL), words_count(x->a, -v->distance, x->text->distance_unit));
	else
		doc_item(x->d, _("Avstånd: %s = %s utan stöd."), sum,
		         words_count(x->a, v->distance, x->text->distance_unit));
}

static void need(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	struct explain_input base = explain_input(x, INDIKATOR_ROLE_BASE);
	struct num size = num_of(v->denominator), unmet = num_of(v->numerator);
	doc_paragraph(x->d, _("(Behovet − de som fått stöd) / behovet%s. Behovet är %s\u00a0%% av alla %s."), times(x),
	              exact(x, num_mul(num_of(x->definition->share), num_int(100))),
	              words_measure(x->definition->base.measure));
	if (!num_known(num_of(v->value))) {
		doc_item(x->d, _("Värdet kan inte räknas, för en uppgift saknas."));
		return;
	}
	need_size(x, base.sum);
	need_received(x);
	doc_item(x->d, _("Värdet: (%s − %s) / %s %s."), exact(x, size), exact(x, num_sub(size, unmet)), exact(x, size),
	         result(x));
	need_distance(x);
}

static void rounding(const struct explain *x)
{
	const struct indicator_text *t = x->text;
	const char *whole = _(num_rounding_labels[x->definition->count_rounding]);
	const char *decimals = t->decimals == 1 ? _("1 decimal") : arena_printf(x->a, _("%d decimaler"), t->decimals);
	if (t->need_kind)
		doc_item(x->d, _("Avrundning: värdet skrivs med %s, %s. Hela personer i behovet: %s. Andelen räknas på det exakta "
		               "behovet."), decimals, _(num_rounding_labels[t->rounding]), whole);
	else
		doc_item(x->d, _("Avrundning: värdet skrivs med %s, %s. Avståndet räknas alltid uppåt till hela %s."), decimals,
		         _(num_rounding_labels[t->rounding]), _(t->distance_unit ? t->distance_unit : N_("enheter")));
}

void explain_sum(const struct explain *x)
{
	if (x->definition->kind == INDIKATOR_SERVICE)
		return;
	doc_heading(x->d, 2, _("Så räknas det"));
	if (x->small.reason != SMALL_NOT) {
		doc_item(x->d, _("Talen visas inte för andra, utan som %s: %s. Rådets sekreterare ser dem på skärmen."), SMALL_MARK,
		         small_words(x->a, x->m, x->small.reason));
		return;
	}
	if (x->definition->kind == INDIKATOR_NEED)
		need(x);
	else
		ratio(x);
	if (num_known(num_of(x->verdict->value)))
		rounding(x);
}
