/* explain_inputs.c - the figures an answer rests on, down to file, line and source, and the published ones. */
#include "explain_parts.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

static bool of_role(const struct indikator_evidence *e, enum indikator_role role)
{
	return e->role == role && (e->kind == INDIKATOR_EVIDENCE_OBSERVATION || e->kind == INDIKATOR_EVIDENCE_MISSING);
}

static const struct indikator_observation *observation(const struct explain *x, const struct indikator_evidence *e)
{
	return e->kind == INDIKATOR_EVIDENCE_OBSERVATION && e->index >= 0 ? &x->data->observations[e->index] : NULL;
}

struct explain_input explain_input(const struct explain *x, enum indikator_role role)
{
	struct explain_input in = {.sum = num_int(0)};
	for (size_t i = 0; i < x->verdict->evidence_count; i++) {
		const struct indikator_evidence *e = &x->verdict->evidence[i];
		const struct indikator_observation *o = of_role(e, role) ? observation(x, e) : NULL;
		in.missing |= of_role(e, role) && !o;
		if (!o)
			continue;
		in.first = in.first ? in.first : o;
		in.sum = num_add(in.sum, num_of(o->value));
		in.count++;
	}
	if (!in.count)
		in.sum = NUM_UNKNOWN;
	return in;
}

const char *explain_origin(const struct explain *x, const struct indikator_origin *o, const char *lines)
{
	const char *s = o->source ? words_cite(x->a, x->m, o->source) : "";
	if (o->passage && *o->passage)
		words_append(x->a, &s, ", ", o->passage);
	if (o->source)
		s = arena_printf(x->a, "%s%s", s, words_lines(x->a, x->m, o->source, lines));
	const char *file = words_file(x->a, o->file, o->line);
	if (*file)
		words_append(x->a, &s, "; ", file);
	return s;
}

/* "12–20, 31": the lines of a sum's figures. */
static const char *line_list(const struct explain *x, enum indikator_role role, const char *file)
{
	const char *list = "";
	int first = 0, last = 0;
	for (size_t i = 0; i <= x->verdict->evidence_count; i++) {
		const struct indikator_evidence *e = i < x->verdict->evidence_count ? &x->verdict->evidence[i] : NULL;
		const struct indikator_observation *o = e && of_role(e, role) ? observation(x, e) : NULL;
		if (e && (!o || !o->origin.file || strcmp(o->origin.file, file) != 0))
			continue;
		if (o && last && o->origin.line == last + 1) {
			last++;
			continue;
		}
		if (last)
			words_append(x->a, &list, ", ",
			             first == last ? arena_printf(x->a, "%d", first)
			                           : arena_printf(x->a, "%d–%d", first, last));
		if (o)
			first = last = o->origin.line;
	}
	return list;
}

static const char *capital(const struct explain *x, const char *s)
{
	struct buf b = {0};
	text_capitalise(&b, s);
	const char *out = arena_strdup(x->a, buf_cstr(&b));
	buf_release(&b);
	return out;
}

/* In what a sum's parts are counted. */
static const char *parts_word(const struct explain *x, const struct explain_input *in)
{
	static const char *const words[] = {N_("delar"), N_("regioner"), N_("områden"), N_("kommuner"), N_("sjukhus"), N_("enheter")};
	return _(words[x->data->places[in->first->place].kind]);
}

static const char *tail(const struct explain *x, const struct indikator_observation *o)
{
	const char *note = o->note && *o->note ? arena_printf(x->a, _(" Not: %s"), o->note) : "";
	const char *source = o->origin.source ? o->origin.source : o->source;
	struct indikator_origin origin = o->origin;
	origin.source = source;
	return arena_printf(x->a, "%s %s.%s", o->published ? _("Tryckt i") : _("Ur"), explain_origin(x, &origin, NULL), note);
}

/* What the answer counts is hidden with the answer; another input when it is small itself. */
static bool is_hidden(const struct explain *x, enum indikator_role role, const struct indikator_observation *o)
{
	bool counted = role == INDIKATOR_ROLE_NUMERATOR || role == INDIKATOR_ROLE_RECEIVED;
	return (counted && x->small.reason != SMALL_NOT && !o->published) || small_observation(x->m, o);
}

/* What a figure that is assumed stands instead of. */
static const char *assumed(const struct explain *x, const struct indikator_observation *o)
{
	const struct indikator_set *base = indikator_base(x->m->set);
	int index = (int)(o - x->data->observations);
	if (!indikator_is_assumed(x->m->set, INDIKATOR_EVIDENCE_OBSERVATION, index))
		return NULL;
	const struct indikator_data *data = indikator_set_data(base);
	if ((size_t)index >= data->observations_count || !num_known(num_of(data->observations[index].value)))
		return _("Antaget. Ingen har uppgett det.");
	const struct indikator_observation *stated = &data->observations[index];
	return arena_printf(x->a, _("Antaget. Uppgiften är %s. %s"),
	                    small_observation(x->m, stated) ? SMALL_MARK : words_exact(x->a, num_of(stated->value)), tail(x, stated));
}

static void one_figure(const struct explain *x, enum indikator_role role, const struct indikator_observation *o)
{
	const char *what = arena_printf(x->a, "%s, %s %d", capital(x, words_measure(o->measure)),
	                                words_place(x->m, o->place), o->year);
	struct num value = num_of(o->value);
	const char *instead = assumed(x, o);
	if (is_hidden(x, role, o))
		doc_item(x->d, _("%s: %s (visas inte). %s"), what, SMALL_MARK, tail(x, o));
	else if (instead && num_known(value))
		doc_item(x->d, "%s: %s. %s", what, words_exact(x->a, value), instead);
	else if (num_known(value))
		doc_item(x->d, "%s: %s. %s", what, words_number(x->a, value, o->decimals < 0 ? 0 : o->decimals, NUM_HALF_UP),
		         tail(x, o));
	else
		doc_item(x->d, _("%s: okänt%s%s. %s"), what, o->reason ? ", " : "", o->reason ? o->reason : "", tail(x, o));
}

static void summed_figures(const struct explain *x, enum indikator_role role, const struct explain_input *in)
{
	const struct indikator_observation *o = in->first;
	const char *sum = is_hidden(x, role, o) ? arena_printf(x->a, _("%s (visas inte)"), SMALL_MARK) : num_known(in->sum) ? words_exact(x->a, in->sum) : _("okänt");
	const char *file = o->origin.file ? o->origin.file : "";
	doc_item(x->d, _("%s %d: %s, summan av %zu %s. %s %s; %s, rad %s."), capital(x, words_measure(o->measure)), o->year,
	         sum, in->count, parts_word(x, in), o->published ? _("Tryckta i") : _("Ur"), words_cite(x->a, x->m, o->source),
	         file, line_list(x, role, file));
	for (size_t i = 0; i < x->verdict->evidence_count; i++) { /* what is assumed among them is said one by one */
		const struct indikator_evidence *e = &x->verdict->evidence[i];
		if (of_role(e, role) && observation(x, e) && assumed(x, observation(x, e)))
			one_figure(x, role, observation(x, e));
	}
}

static void missing(const struct explain *x, enum indikator_role role)
{
	for (size_t i = 0; i < x->verdict->evidence_count; i++) {
		const struct indikator_evidence *e = &x->verdict->evidence[i];
		if (e->kind != INDIKATOR_EVIDENCE_MISSING || e->role != role || role == INDIKATOR_ROLE_NONE)
			continue;
		const char *when = x->verdict->year ? arena_printf(x->a, _(" för %d"), x->verdict->year) : "";
		doc_item(x->d, _("Ingen har uppgett %s i %s%s."), words_measure(e->measure), words_place(x->m, x->place), when);
		return;
	}
}

void explain_role(const struct explain *x, enum indikator_role role)
{
	struct explain_input in = explain_input(x, role);
	if (in.count == 1)
		one_figure(x, role, in.first);
	else if (in.count > 1)
		summed_figures(x, role, &in);
	missing(x, role);
}

/* Figures that the value is made of: neither printed results nor weights. */
static bool any_figure(const struct explain *x)
{
	for (size_t i = 0; i < x->verdict->evidence_count; i++) {
		const struct indikator_evidence *e = &x->verdict->evidence[i];
		if (e->role != INDIKATOR_ROLE_NONE && e->role != INDIKATOR_ROLE_PUBLISHED &&
		    e->role != INDIKATOR_ROLE_PUBLISHED_COUNT && e->role != INDIKATOR_ROLE_INHABITANTS &&
		    e->role != INDIKATOR_ROLE_COVERED && e->role != INDIKATOR_ROLE_COVERED_OF)
			return true;
	}
	return false;
}

/* How much of all the source covers: what decides whether the place is ranked. */
static void source_coverage(const struct explain *x)
{
	int i = x->definition->coverage ? indikator_find_definition(x->m->set, x->definition->coverage) : -1;
	struct num share = num_of(x->verdict->source_coverage);
	if (i < 0)
		return;
	const struct indicator_text *t = &x->m->reference->indicators[i];
	doc_heading(x->d, 2, "%s", _(t->short_title));
	doc_item(x->d, "%s / %s: %s.", capital(x, words_measure(x->data->definitions[i].numerator.measure)),
	         words_measure(x->data->definitions[i].denominator.measure),
	         !num_known(share) ? _("okänt") : explain_is_shown(x->m, x->place, i) ? words_value(x->a, t, share) : SMALL_MARK);
	explain_role(x, INDIKATOR_ROLE_COVERED);
	explain_role(x, INDIKATOR_ROLE_COVERED_OF);
	doc_item(x->d, _("Platsen rangordnas bara när den är över %s%s. Den beskrivs i %s."),
	         words_exact(x->a, num_of(x->definition->coverage_above)), t->percent ? NBSP "%" : "",
	         t->file ? words_file(x->a, t->file, t->line) : _("indikatorernas fil"));
}

void explain_inputs(const struct explain *x)
{
	static const enum indikator_role roles[] = {
		INDIKATOR_ROLE_BASE,         INDIKATOR_ROLE_RECEIVED,  INDIKATOR_ROLE_DERIVED_NEED,
		INDIKATOR_ROLE_DERIVED_UNMET, INDIKATOR_ROLE_NUMERATOR, INDIKATOR_ROLE_DENOMINATOR};
	if (!any_figure(x))
		return;
	doc_heading(x->d, 2, _("Uppgifterna"));
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		explain_role(x, roles[i]);
	if (x->verdict->derived)
		doc_item(x->d, _("Minst en uppgift är härledd (räknad ur andra), inte uppgiven."));
	source_coverage(x);
}

/* "0,3 procentenheter" more or less than computed. */
static const char *deviation(const struct explain *x, struct num printed, struct num ours, int decimals,
                             const char *unit)
{
	struct num by = num_sub(printed, ours);
	if (num_known(by) && by.num < 0)
		by = num_sub(num_int(0), by);
	if (!num_known(by) || by.num == 0)
		return _("Det stämmer.");
	return arena_printf(x->a, _("Det skiljer %s%s%s."), words_number(x->a, by, decimals, NUM_HALF_UP), *unit ? NBSP : "",
	                    unit);
}

static void published_row(const struct explain *x, const struct indikator_observation *o, const char *printed,
                          const char *ours, const char *difference)
{
	doc_item(x->d, _("%s anger %s (%s). Med samma regel blir det %s. %s"), words_says(x->a, x->m, o->source), printed,
	         words_file(x->a, o->origin.file, o->origin.line), ours, difference);
}

/* A printed total may count only the places with a shortfall: then it is said which surplus it leaves out. */
static void total_of_shortfalls(const struct explain *x)
{
	const struct indikator_input *printed = &indikator_set_data(x->m->set)->definitions[x->verdict->definition].published_count;
	struct num positive = num_int(0), total = num_of(x->verdict->published_count);
	const char *left_out = "";
	const int *children;
	size_t n = indikator_children(x->m->set, x->verdict->place, &children);
	int64_t counted = 0;
	for (size_t i = 0; num_known(total) && i < n; i++) {
		int at = indikator_find_observation(x->m->set, children[i], x->verdict->year, printed->measure, printed->sources[0]);
		struct num one = at < 0 ? NUM_UNKNOWN : num_of(indikator_set_data(x->m->set)->observations[at].value);
		if (!num_known(one))
			continue;
		if (one.num < 0) {
			words_append(x->a, &left_out, ", ", arena_printf(x->a, "%s (%s)", x->m->reference->places[children[i]].name,
			                                                 words_exact(x->a, one)));
			continue;
		}
		positive = num_add(positive, one);
		counted++;
	}
	if (*left_out && num_cmp(positive, total) == 0)
		doc_item(x->d, _("Den tryckta summan är bristerna i de %s regioner som har en brist. Överskottet i %s är lämnat utanför."),
		         words_count(x->a, counted, NULL), left_out);
}

void explain_published(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	struct explain_input value = explain_input(x, INDIKATOR_ROLE_PUBLISHED);
	struct explain_input count = explain_input(x, INDIKATOR_ROLE_PUBLISHED_COUNT);
	struct num ours = num_of(v->value);
	const char *findings[OVERVIEW_FINDINGS];
	if (!value.count && !count.count)
		return;
	doc_heading(x->d, 2, _("Tryckt och beräknat"));
	if (x->small.reason != SMALL_NOT) {
		doc_item(x->d, _("Jämförelsen visas inte: %s."), small_words(x->a, x->m, x->small.reason));
		return;
	}
	if (value.count && num_known(ours)) {
		struct num same = num_round(ours, v->published_decimals, x->text->rounding);
		published_row(x, value.first,
		              words_value_at(x->a, x->text, num_of(v->published), v->published_decimals),
		              words_value_at(x->a, x->text, ours, v->published_decimals),
		              deviation(x, num_of(v->published), same, v->published_decimals,
		                        x->text->percent ? _("procentenheter") : ""));
	}
	if (count.count && x->text->need_kind && v->distance_known) {
		const char *unit = x->text->distance_unit ? _(x->text->distance_unit) : "";
		published_row(x, count.first, arena_printf(x->a, "%s %s", words_exact(x->a, num_of(v->published_count)), unit),
		              words_count(x->a, v->distance, unit),
		              deviation(x, num_of(v->published_count), num_int(v->distance), 0, unit));
	}
	size_t n = overview_findings(x->a, x->m, x->text, v, findings);
	if (n)
		doc_item(x->d, _("%s Båda visas, och inget rättas i tysthet."), findings[0]);
	total_of_shortfalls(x);
}
