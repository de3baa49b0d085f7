/* The numbers that the report's running text gives against those of its own tables, and against the hospitals and
 * municipalities there are. They stand in matt.csv as measures that begin with text_, each with its line. */
#include "against.h"

#include "radsbord/base/language.h"

#include <string.h>

#define TEXT "vf2026" /* the source of what stands in the text itself */
#define SAME _("Texten har samma tal.")

static struct num said(const struct against *a, int place, const char *measure, int *decimals)
{
	return against_figure(a->model, place, measure, TEXT, decimals);
}

static void finding(struct against *a, int place, const char *what, struct num left, int left_decimals, struct num right, int right_decimals,
                    bool agrees, const char *reason)
{
	struct buf printed = {0}, computed = {0};
	num_format(&printed, left, left_decimals, NUM_HALF_UP);
	num_format(&computed, right, right_decimals, NUM_HALF_UP);
	against_add(a, &(struct against_finding){_("Text"), place, what, buf_cstr(&printed), buf_cstr(&computed), agrees,
	                                         agrees ? SAME : reason});
	buf_release(&printed);
	buf_release(&computed);
}

/* Agrees when the exact number, rounded as the text rounds (to whole hundreds: unit 100), is the text's. */
static void rounded(struct against *a, int place, const char *measure, const char *what, struct num exact, int unit, const char *reason)
{
	int decimals;
	struct num text = said(a, place, measure, &decimals);
	if (!num_known(text) || !num_known(exact))
		return;
	struct num steps = num_round(num_div(exact, num_int(unit)), decimals, NUM_HALF_UP);
	finding(a, place, what, text, decimals, exact, unit > 1 ? 0 : decimals, num_cmp(text, num_mul(steps, num_int(unit))) == 0, reason);
}

/* Agrees when the exact number lies within the text's two. */
static void within(struct against *a, int place, const char *lowest, const char *highest, const char *what, struct num exact, const char *reason)
{
	struct num low = said(a, place, lowest, NULL), high = said(a, place, highest, NULL);
	struct buf printed = {0}, computed = {0};
	if (!num_known(low) || !num_known(high) || !num_known(exact))
		return;
	bool agrees = num_cmp(low, exact) <= 0 && num_cmp(exact, high) <= 0;
	num_format(&printed, low, 0, NUM_HALF_UP);
	buf_str(&printed, "–");
	num_format(&printed, high, 0, NUM_HALF_UP);
	num_format(&computed, exact, 0, NUM_HALF_UP);
	against_add(a, &(struct against_finding){_("Text"), place, what, buf_cstr(&printed), buf_cstr(&computed), agrees,
	                                         agrees ? SAME : reason});
	buf_release(&printed);
	buf_release(&computed);
}

static struct num sum(const struct against *a, const int *regions, size_t count, const char *measure, const char *source)
{
	struct num total = num_int(0);
	for (size_t i = 0; i < count; i++)
		total = num_add(total, against_figure(a->model, regions[i], measure, source, NULL));
	return total;
}

static struct num regions_with_unmet_need(const struct against *a, const int *regions, size_t count)
{
	int64_t n = 0;
	for (size_t i = 0; i < count; i++) {
		struct num unmet = against_figure(a->model, regions[i], "ej_fatt", "vf2026-bilaga1", NULL);
		n += num_known(unmet) && unmet.num > 0;
	}
	return num_int(n);
}

static void the_country(struct against *a, const int *regions, size_t count)
{
	int country = reference_place_by_code(a->model->reference, "00");
	struct num people = sum(a, regions, count, "invanare", "vf2026-bilaga2");
	struct num need = sum(a, regions, count, "behov", "vf2026-bilaga1");
	struct num unmet = against_figure(a->model, country, "ej_fatt", "vf2026-bilaga1", NULL);
	struct num quarter = num_frac(25, 100), per = num_div(people, num_int(100000));
	within(a, country, "text_dodsfall_lagst", "text_dodsfall_hogst", _("dödsfall i riket (rad 52)"),
	       sum(a, regions, count, "dodsfall", "vf2026-bilaga1"), _("Summan av bilaga 1 ligger utanför."));
	within(a, country, "text_behov_lagst", "text_behov_hogst", _("behov i riket (rad 2)"), need, _("Summan av bilaga 1 ligger utanför."));
	rounded(a, country, "text_behov_lagst", _("behov av det lägre talet döda (rad 2, 52)"),
	        num_mul(said(a, country, "text_dodsfall_lagst", NULL), quarter), 1, _(/* xgettext:no-c-format */ "25 % av det lägre talet är ett annat."));
	rounded(a, country, "text_behov_hogst", _("behov av det högre talet döda (rad 2, 52)"),
	        num_mul(said(a, country, "text_dodsfall_hogst", NULL), quarter), 1, _(/* xgettext:no-c-format */ "25 % av det högre talet är ett annat."));
	rounded(a, country, "text_ej_fatt", _("personer utan stöd (rad 19, 731)"), unmet, 100, _("Tabellens total avrundas till ett annat tal."));
	rounded(a, country, "text_ej_fatt_procent", _("andel utan stöd, procent (rad 20–21)"), num_mul(num_div(unmet, need), num_int(100)), 1,
	        _("En tredjedel är mindre än totalen delad med summan av behoven."));
	rounded(a, country, "text_regioner_med_brist", _("regioner där stödet inte räcker (rad 734)"), regions_with_unmet_need(a, regions, count), 1,
	        _("Tabellen har ett annat antal."));
	rounded(a, country, "text_platser_lagst", _("platser i riket, 8 per 100 000 (rad 879)"), num_mul(per, num_int(8)), 1,
	        _("Kolumnens egna invånare ger ett annat antal."));
	rounded(a, country, "text_platser_hogst", _("platser i riket, 10 per 100 000 (rad 879)"), num_mul(per, num_int(10)), 1,
	        _("Kolumnens egna invånare ger ett annat antal."));
}

static int64_t places_within(const struct model *m, enum place_level level, int outer)
{
	int64_t n = 0;
	for (size_t i = 0; i < m->reference->places_count; i++)
		n += m->reference->places[i].level == level && indikator_within(m->set, (int)i, outer);
	return n;
}

/* Beds per 100 000: the regions that the text names, and no other above its highest. */
static void beds_in_text(struct against *a, int region)
{
	int country = reference_place_by_code(a->model->reference, "00"), decimals;
	struct num table = against_figure(a->model, region, "vardplatser_100k", "vf2026-bilaga2", &decimals);
	struct num others = said(a, country, "text_vardplatser_100k_ovriga", NULL);
	if (num_known(said(a, region, "text_vardplatser_100k", NULL)))
		rounded(a, region, "text_vardplatser_100k", _("vårdplatser per 100 000 (rad 597–599)"), table, 1, _("Tabellen har ett annat tal."));
	else if (num_known(table) && num_known(others))
		finding(a, region, _("vårdplatser per 100 000, högst (rad 599)"), others, 0, table, decimals, num_cmp(table, others) <= 0,
		        _("Tabellen har fler än texten säger att någon övrig region har."));
}

static void one_region(struct against *a, int region)
{
	struct num share = against_figure(a->model, region, "ej_fatt_procent", "vf2026-bilaga1", NULL);
	struct num people = against_figure(a->model, region, "invanare", "vf2026-bilaga2", NULL);
	beds_in_text(a, region);
	rounded(a, region, "text_over_behov_procent", _("stöd utöver behovet, procent (rad 750)"), num_sub(num_int(0), share), 1,
	        _("Tabellen har ett annat tal."));
	within(a, region, "text_hemsjukvardsteam_lagst", "text_hemsjukvardsteam_hogst", _("hemsjukvårdsteam, dubbelt mot ett per 100 000 (rad 753–755)"),
	       num_div(num_mul(people, num_int(2)), num_int(100000)), _("Dubbelt mot ett team per 100 000 ligger utanför."));
	rounded(a, region, "text_sjukhus", _("sjukhus i regionen"), num_int(places_within(a->model, PLACE_HOSPITAL, region)), 1,
	        _("sjukhus.csv har ett annat antal."));
}

void against_text(struct against *a, const int *regions, size_t count)
{
	const struct reference *r = a->model->reference;
	the_country(a, regions, count);
	for (size_t i = 0; i < count; i++)
		one_region(a, regions[i]);
	for (size_t i = 0; i < r->places_count; i++)
		if (r->places[i].level == PLACE_AREA)
			rounded(a, (int)i, "text_kommuner", _("kommuner i området (rad 499–500)"),
			        num_int(places_within(a->model, PLACE_MUNICIPALITY, (int)i)), 1, _("kommuner.csv har ett annat antal."));
}
