/* cost_doc.c - `radsbord kostnad`, and the detail of a shared cost: the table, and how it was reckoned. */
#include "radsbord/report/cost.h"

#include "words.h"
#include "radsbord/base/language.h"

#include <string.h>

/* What the rule for those who do not take part does. */
static const char *const rule_sentences[] = {
	[COST_OTHERS_PAY] = N_("Den som inte deltar betalar inget, och de som deltar delar på hela beloppet."),
	[COST_PER_INHABITANT] = N_("Den som deltar betalar samma belopp per invånare vilka andra som än deltar. Det som saknas täcks inte av någon."),
	[COST_LOWERED] = N_("Beloppet sänks till den del av invånarna som bor i kommuner som deltar, nedåt till hela kronor. De fasta "
	                  "andelarna gäller det sänkta beloppet."),
};

static const char *kronor(struct arena *a, int64_t n)
{
	return arena_printf(a, _("%s\u00a0kr"), words_number(a, num_int(n), 0, NUM_HALF_UP));
}

static struct doc_cell text_cell(struct doc *d, const char *text)
{
	return text && *text ? doc_text(d, text, NULL) : doc_unknown(d, "", "");
}

void report_costs(struct doc *d, const struct model *m)
{
	static const struct doc_column columns[] = {
		{.name = "id", .label = N_("Id"), .keep = true},
		{.name = "namn", .label = N_("Vad som delas")},
		{.name = "belopp", .label = N_("Kronor per år"), .align = TEXT_RIGHT, .keep = true},
		{.name = "region", .label = N_("Region")},
		{.name = "invanare_den", .label = N_("Invånare den"), .keep = true},
		{.name = "regel", .label = N_("Regel"), .programs_only = true},
		{.name = "exempel", .label = N_("Ur"), .keep = true},
	};
	doc_heading(d, 1, _("Kostnader som delas"));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < costs_count(m); i++) {
		const struct cost *cost = costs_at(m, i);
		struct doc_cell *c = doc_row(d, t);
		bool example = cost_is_example(m, cost);
		c[0] = text_cell(d, cost->head.id);
		c[1] = text_cell(d, cost->name);
		c[2] = doc_number(d, num_int(cost->amount), 0, NUM_HALF_UP);
		c[3] = doc_text(d, reference_place_name(m->reference, cost->region), cost->region);
		c[4] = text_cell(d, words_date(&d->arena, cost->counted));
		c[5] = doc_text(d, _(cost_rules[cost->rule].label), cost_rules[cost->rule].code);
		c[6] = doc_bool(example, example ? _("källan") : _("rådet"));
	}
	doc_paragraph(d, _("Skriv radsbord kostnad och namnet, eller en del av det, för att se vem som betalar vad."));
}

/* The fixed shares as a sentence: "Region Stockholm 50 %". */
static const char *fixed_shares(struct arena *a, const struct cost_sheet *s)
{
	const char *sum = NULL;
	for (size_t i = 0; i < s->count; i++)
		if (!s->payers[i].by_inhabitants)
			words_append(a, &sum, ", ",
			             arena_printf(a, "%s %s" NBSP "%%", s->payers[i].name,
			                          words_exact(a, num_mul(num_of(s->in[i].share), num_int(100)))));
	return sum;
}

static void absent(struct doc *d, const struct cost_sheet *s)
{
	struct arena *a = &d->arena;
	const char *names = NULL;
	for (size_t i = 0; i < s->count; i++)
		if (s->in[i].absent)
			words_append(a, &names, ", ", s->payers[i].name);
	if (!names)
		return;
	doc_pair(d, _("Deltar inte"), "%s", names);
	doc_pair(d, _("Regel"), "%s", _(rule_sentences[s->cost->rule]));
	if (s->cost->rule == COST_LOWERED)
		doc_pair(d, _("Sänkt belopp"), "%s × %s ÷ %s = %s", kronor(a, s->cost->amount),
		         words_number(a, num_int(s->sum.weight_present), 0, NUM_HALF_UP),
		         words_number(a, num_int(s->sum.weight), 0, NUM_HALF_UP), kronor(a, s->sum.budget));
	if (s->sum.uncovered != 0)
		doc_pair(d, s->sum.uncovered > 0 ? _("Täcks inte") : _("Överskott"), "%s",
		         kronor(a, s->sum.uncovered > 0 ? s->sum.uncovered : -s->sum.uncovered));
}

/* Gotland: the municipality is the region, so both parts are its own. */
static void same_principal(struct doc *d, const struct model *m, const struct cost_sheet *s)
{
	size_t municipalities = 0;
	for (size_t i = 0; i < s->count; i++)
		municipalities += s->payers[i].by_inhabitants;
	if (municipalities == 1 && s->count > 1)
		doc_paragraph(d, _("%s har en enda kommun. Är den också region betalar samma huvudman båda delarna."),
		              reference_place_name(m->reference, s->cost->region));
}

static void by_inhabitants(struct doc *d, const struct cost_sheet *s)
{
	struct arena *a = &d->arena;
	const struct cost *cost = s->cost;
	if (s->sum.weight == 0)
		return;
	doc_pair(d, _("Invånare"), _("%s den %s%s"), words_number(a, num_int(s->sum.weight_present), 0, NUM_HALF_UP),
	         words_day(a, cost->counted), cost->people.count ? "" : _(" (SCB)"));
	if (cost->rule == COST_PER_INHABITANT && cost->per_inhabitant)
		doc_pair(d, _("Per invånare"), _("%s\u00a0kr, som rådet har satt; varje del avrundas till närmaste krona"), cost->per_inhabitant);
	else
		doc_pair(d, _("Per invånare"), _("%s\u00a0kr"), words_number(a, num_of(s->sum.per_weight), 4, NUM_HALF_UP));
}

void report_cost_how(struct doc *d, const struct model *m, const struct cost_sheet *s)
{
	struct arena *a = &d->arena;
	const struct cost *cost = s->cost;
	const char *fixed = fixed_shares(a, s);
	doc_pair(d, _("Belopp"), _("%s per år"), kronor(a, cost->amount));
	doc_pair(d, _("Fasta andelar"), "%s", fixed ? fixed : _("inga"));
	by_inhabitants(d, s);
	absent(d, s);
	doc_pair(d, _("Summa"), "%s", kronor(a, s->sum.paid));
	if (!(cost->rule == COST_PER_INHABITANT && cost->per_inhabitant))
		doc_pair(d, _("Avrundning"), "%s", _("Varje del sänks till hela kronor, och kronorna som blir över går till dem med störst rest. "
		         "Summan stämmer på kronan."));
	if (cost->source)
		doc_pair(d, _("Källa"), "%s%s%s", words_cite(a, m, cost->source), cost->passage ? ", " : "", cost->passage ? cost->passage : "");
	doc_pair(d, _("Står i"), "%s", words_file(a, cost->head.file, cost->head.line));
	if (cost->note)
		doc_pair(d, _("Not"), "%s", cost->note);
	same_principal(d, m, s);
}

static void add_payer(struct doc *d, struct doc_table *t, const struct cost_sheet *s, size_t i)
{
	const struct cost_payer *p = &s->payers[i];
	struct doc_cell *c = doc_row(d, t);
	c[0] = text_cell(d, p->name);
	c[1] = text_cell(d, p->code);
	c[2] = doc_bool(!s->in[i].absent, s->in[i].absent ? _("nej") : _("ja"));
	c[3] = p->by_inhabitants ? doc_number(d, num_int(s->in[i].weight), 0, NUM_HALF_UP) : doc_unknown(d, "–", "");
	c[4] = doc_number(d, num_mul(cost_sheet_part(s, i), num_int(100)), 1, NUM_HALF_UP);
	c[5] = doc_number(d, num_int(s->out[i].amount), 0, NUM_HALF_UP);
	c[6] = p->by_inhabitants && !s->in[i].absent ? doc_number(d, num_frac(s->out[i].amount, s->in[i].weight), 2, NUM_HALF_UP)
	                                             : doc_unknown(d, "–", "");
}

void report_cost(struct doc *d, const struct model *m, const struct cost *cost)
{
	static const struct doc_column columns[] = {
		{.name = "betalare", .label = N_("Betalare")},
		{.name = "kod", .label = N_("Kod"), .programs_only = true},
		{.name = "deltar", .label = N_("Deltar"), .keep = true},
		{.name = "invanare", .label = N_("Invånare"), .align = TEXT_RIGHT, .keep = true},
		{.name = "andel", .label = N_("Andel %"), .align = TEXT_RIGHT, .keep = true},
		{.name = "kronor", .label = N_("Kronor"), .align = TEXT_RIGHT, .keep = true},
		{.name = "kronor_per_invanare", .label = N_("Kr per inv."), .align = TEXT_RIGHT, .keep = true},
	};
	struct cost_sheet s;
	struct error e = {0};
	doc_heading(d, 1, "%s", cost->name);
	if (cost_sheet_fill(&s, m, cost, &e)) {
		struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
		for (size_t i = 0; i < s.count; i++)
			add_payer(d, t, &s, i);
		report_cost_how(d, m, &s);
	} else {
		doc_paragraph(d, "%s", e.text);
	}
	cost_sheet_release(&s);
}
