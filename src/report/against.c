/* The report against itself: printed figures and totals, then texts and tables (against_text.c, against_units.c). */
#include "against.h"

#include "radsbord/base/language.h"
#include "radsbord/report/against.h"

#include <string.h>

static const struct doc_column columns[] = {
	{.name = "prov", .label = N_("Prov"), .keep = true},
	{.name = "plats", .label = N_("Plats")},
	{.name = "region_kod", .label = N_("Kod"), .programs_only = true},
	{.name = "vad", .label = N_("Vad")},
	{.name = "rapporten", .label = N_("Rapporten"), .align = TEXT_RIGHT, .keep = true},
	{.name = "beraknat", .label = N_("Beräknat"), .align = TEXT_RIGHT, .keep = true},
	{.name = "stammer", .label = N_("Stämmer")},
	{.name = "orsak", .label = N_("Orsak")},
};
enum { TEST, PLACE, CODE, WHAT, PRINTED, COMPUTED, AGREES, REASON };

void against_add(struct against *a, const struct against_finding *f)
{
	const struct place *p = f->place < 0 ? NULL : &a->model->reference->places[f->place];
	struct doc_cell *c = doc_row(a->doc, a->table);
	c[TEST] = doc_text(a->doc, f->test, NULL);
	c[PLACE] = doc_text(a->doc, p ? p->name : "", NULL);
	if (p && (p->region || p->level == PLACE_REGION))
		c[CODE] = doc_text(a->doc, p->region ? p->region : p->code, NULL);
	c[WHAT] = doc_text(a->doc, f->what, NULL);
	c[PRINTED] = doc_text(a->doc, f->printed, NULL);
	c[COMPUTED] = doc_text(a->doc, f->computed, NULL);
	c[AGREES] = doc_bool(f->agrees, f->agrees ? _("ja") : _("nej"));
	c[REASON] = doc_text(a->doc, f->reason, NULL);
	*(f->agrees ? &a->agreements : &a->differences) += 1;
}

struct num against_figure(const struct model *m, int place, const char *measure, const char *source, int *decimals)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	int i = indikator_find_observation(m->set, place, AGAINST_YEAR, measure, source);
	if (decimals)
		*decimals = i < 0 ? 0 : data->observations[i].decimals;
	return i < 0 ? NUM_UNKNOWN : num_of(data->observations[i].value);
}

/* One printed figure against one computed, at the printed decimals and by a named rule. */
static void compare(struct against *a, const char *test, int place, const char *what, struct num printed, int decimals,
                    struct num exact, enum num_rounding rule, const char *reason)
{
	struct buf left = {0}, right = {0}, why = {0};
	if (!num_known(printed) || !num_known(exact))
		return;
	bool agrees = num_cmp(printed, num_round(exact, decimals, rule)) == 0;
	num_format(&left, printed, decimals, rule);
	num_format(&right, exact, decimals, rule);
	if (!agrees) {
		buf_printf(&why, _("%s exakt "), reason);
		num_format(&why, exact, 2, NUM_HALF_UP);
	} else {
		buf_str(&why, _(num_rounding_labels[rule]));
	}
	against_add(a, &(struct against_finding){test, place, what, buf_cstr(&left), buf_cstr(&right), agrees, buf_cstr(&why)});
	buf_release(&left);
	buf_release(&right);
	buf_release(&why);
}

static void need_of(struct against *a, int region)
{
	const struct model *m = a->model;
	int need_decimals, unmet_decimals, share_decimals;
	struct num deaths = against_figure(m, region, "dodsfall", "vf2026-bilaga1", NULL);
	struct num need = against_figure(m, region, "behov", "vf2026-bilaga1", &need_decimals);
	struct num unmet = against_figure(m, region, "ej_fatt", "vf2026-bilaga1", &unmet_decimals);
	struct num share = against_figure(m, region, "ej_fatt_procent", "vf2026-bilaga1", &share_decimals);
	struct num exact = num_mul(deaths, num_frac(25, 100));
	struct num received = num_sub(need, unmet);
	struct num left = num_sub(exact, received);
	struct num whole = num_known(exact) ? num_sub(num_round(exact, 0, NUM_HALF_DOWN), received) : NUM_UNKNOWN;
	compare(a, _("Bilaga 1"), region, _(/* xgettext:no-c-format */ "behov, 25 % av dödsfallen"), need, need_decimals, exact, NUM_HALF_DOWN,
	        _(/* xgettext:no-c-format */ "Det tryckta behovet är inte 25 % av dödsfallen;"));
	compare(a, _("Bilaga 1"), region, _("inte fått stöd, personer"), unmet, unmet_decimals, whole, NUM_HALF_DOWN,
	        _("Följer av att behovet skiljer;"));
	compare(a, _("Bilaga 1"), region, _("andel av behovet, procent"), share, share_decimals,
	        num_mul(num_div(left, exact), num_int(100)), NUM_HALF_UP, _("Andelen följer inte av de tryckta talen;"));
	compare(a, _("Bilaga 1"), region, _("andel ur tryckta tal, procent"), share, share_decimals,
	        num_mul(num_div(unmet, need), num_int(100)), NUM_HALF_UP, _("Tryckt brist delat med tryckt behov ger en annan andel;"));
}

static void beds_of(struct against *a, int region)
{
	static const struct {
		const char *count, *rate, *what;
	} kinds[] = {
		{"vardplatser", "vardplatser_100k", N_("vårdplatser per 100 000")},
		{"vardplatser_sjukhus", "vardplatser_sjukhus_100k", N_("sjukhusplatser per 100 000")},
	};
	struct num people = against_figure(a->model, region, "invanare", "vf2026-bilaga2", NULL);
	struct num scb = against_figure(a->model, region, "invanare", "scb", NULL);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		int decimals;
		struct num beds = against_figure(a->model, region, kinds[i].count, "vf2026-bilaga2", NULL);
		struct num rate = against_figure(a->model, region, kinds[i].rate, "vf2026-bilaga2", &decimals);
		compare(a, _("Bilaga 2"), region, _(kinds[i].what), rate, decimals,
		        num_div(num_mul(beds, num_int(100000)), people), NUM_HALF_UP,
		        _("Platser delat med invånare ger ett annat tal;"));
	}
	compare(a, _("Bilaga 2"), region, _("invånare mot SCB"), people, 0, scb, NUM_HALF_UP,
	        _("Rapporten och SCB har inte samma dag eller samma tal;"));
}

/* The totals of the tables: the sum of the column, and of its positive figures. */
static void totals(struct against *a, const int *regions, size_t count)
{
	static const struct {
		const char *measure, *source, *what;
		bool positive_only;
		const char *reason;
	} sums[] = {
		{"ej_fatt", "vf2026-bilaga1", N_("summan av de positiva bristerna"), true, N_("Summan är en annan;")},
		{"ej_fatt", "vf2026-bilaga1", N_("summan av hela kolumnen"), false, N_("Totalen lämnar Stockholms överskott utanför;")},
		{"vardplatser", "vf2026-bilaga2", N_("summan av vårdplatserna"), false, N_("Summan är en annan;")},
		{"vardplatser_sjukhus", "vf2026-bilaga2", N_("summan av sjukhusplatserna"), false, N_("Summan är en annan;")},
	};
	int country = reference_place_by_code(a->model->reference, "00");
	for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
		struct num sum = num_int(0);
		for (size_t k = 0; k < count; k++) {
			struct num n = against_figure(a->model, regions[k], sums[i].measure, sums[i].source, NULL);
			if (!sums[i].positive_only || (num_known(n) && n.num > 0))
				sum = num_add(sum, n);
		}
		compare(a, _("Totaler"), country, _(sums[i].what), against_figure(a->model, country, sums[i].measure, sums[i].source, NULL),
		        0, sum, NUM_HALF_UP, _(sums[i].reason));
	}
}

size_t report_against(struct doc *d, const struct model *m)
{
	int regions[32];
	size_t n = reference_regions(m->reference, regions, sizeof regions / sizeof *regions);
	doc_heading(d, 1, _("Rapporten mot sig själv"));
	struct against a = {.doc = d, .model = m};
	a.table = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		need_of(&a, regions[i]);
		beds_of(&a, regions[i]);
	}
	totals(&a, regions, n);
	against_text(&a, regions, n);
	against_beds(&a, regions, n);
	against_services(&a, regions, n);
	doc_paragraph(d, _("%zu prov stämmer, %zu skiljer. Inget är ändrat; fler motsägelser står som noter i data/sverige/kallor.rec."),
	              a.agreements, a.differences);
	return a.differences;
}
