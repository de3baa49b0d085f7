/* explain.c - why a figure is what it is: the head of the explanation and the order of its sections. */
#include "explain_parts.h"

#include "radsbord/base/language.h"
#include "judge.h"

const char *explain_value(const struct explain *x, struct num value)
{
	const char *s = words_value(x->a, x->text, value);
	if (!*s || x->text->percent || !x->text->unit || !*x->text->unit)
		return s;
	return arena_printf(x->a, "%s %s", s, _(x->text->unit));
}

static void status(const struct explain *x)
{
	const char *word = words_status(x->text, x->verdict);
	if (!*word)
		doc_pair(x->d, _("Läge"), _("inget läge: %s"),
		         x->text->descriptive ? _("ingen riktning är bra i sig") : _("inget mål finns"));
	else
		doc_pair(x->d, _("Läge"), "%s %s", words_mark(x->text, x->verdict), word);
}

static void value(const struct explain *x)
{
	struct num n = num_of(x->verdict->value);
	const char *counted = overview_value(x->a, x->m, x->text, x->verdict);
	if (x->small.value)
		doc_pair(x->d, _("Värde"), SMALL_MARK " (%s)", small_words(x->a, x->m, x->small.reason));
	else if (num_known(n))
		doc_pair(x->d, _("Värde"), "%s", explain_value(x, n));
	else if (*counted)
		doc_pair(x->d, _("Värde"), "%s", counted);
	else if (!x->text->service_kind)
		doc_pair(x->d, _("Värde"), _("okänt"));
}

static void target(const struct explain *x)
{
	static const char *const directions[] = {[INDIKATOR_AT_LEAST] = N_("minst "), [INDIKATOR_AT_MOST] = N_("högst ")};
	const char *level = words_target(x->a, x->text, x->verdict);
	if (x->text->service_kind)
		return;
	if (!*level || x->text->descriptive) {
		doc_pair(x->d, C_("mal", "Mål"), _("inget"));
		return;
	}
	enum indikator_direction direction = x->definition->direction;
	const char *from = "";
	if (x->verdict->target_year)
		from = arena_printf(x->a, _(" från %d"), x->verdict->target_year);
	/* a target that has taken its place is not what the source of the first says */
	const char *where = x->text->target_source ? words_cite(x->a, x->m, x->text->target_source) : "";
	if (x->verdict->target_year != x->definition->target_year)
		where = words_file(x->a, x->text->file, x->text->line);
	doc_pair(x->d, C_("mal", "Mål"), "%s%s (%s%s%s%s)", direction <= INDIKATOR_AT_MOST ? _(directions[direction]) : "", level,
	         words_target_kind(x->text), from, *where ? ", " : "", where);
}

static void head(const struct explain *x)
{
	const char *title = _(x->text->short_title ? x->text->short_title : x->text->title);
	const char *year = x->verdict->year ? arena_printf(x->a, " (%d)", x->verdict->year) : "";
	doc_heading(x->d, 1, "%s: %s%s", words_place(x->m, x->place), title, year);
	if (x->text->definition)
		doc_paragraph(x->d, "%s", _(x->text->definition));
	status(x);
	value(x);
	target(x);
	explain_standing(x);
}

void report_explain(struct doc *d, const struct model *m, int place, int indicator)
{
	struct indikator_verdict v;
	struct explain x = {.d = d,
	                    .a = &d->arena,
	                    .m = m,
	                    .data = indikator_set_data(m->set),
	                    .text = &m->reference->indicators[indicator],
	                    .definition = judge_definition(m, indicator),
	                    .verdict = &v,
	                    .place = place};
	judge(m, place, indicator, true, &v);
	x.small = small_figures(m, &v);
	head(&x);
	explain_sum(&x);
	explain_inputs(&x);
	explain_published(&x);
	explain_service(&x);
	explain_coverage(&x);
	explain_trend(&x);
	explain_goals(&x);
	explain_sources(&x);
	indikator_verdict_release(&v);
}
