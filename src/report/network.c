/* network.c - `radsbord ombud`, `utbildningar`, `parter`, `resurser`, `fragor`: any record kind as a table and as a detail. */
#include "radsbord/report/network.h"

#include "radsbord/base/language.h"
#include "radsbord/council/network.h"
#include "radsbord/report/filter.h"
#include "words.h"

#include <ctype.h>
#include <string.h>

static const char *column_name(struct arena *a, const struct field *f)
{
	char *name = arena_strdup(a, f->name);
	for (char *c = name; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return name;
}

/* A place code is shown by its name; all else as the field shows itself. */
static const char *shown(struct arena *a, const struct model *m, const struct field *f, const struct record *r)
{
	struct buf b = {0};
	field_show(f, r, &b);
	const char *text = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return strcmp(f->name, "Plats") == 0 && *text ? reference_place_name(m->reference, text) : text;
}

static struct doc_cell cell(struct doc *d, const struct model *m, const struct field *f, const struct record *r)
{
	struct strings values = {0};
	field_encode(f, r, &d->arena, &values);
	if (values.count == 0)
		return doc_unknown(d, "", "");
	if (f->type == FIELD_INT) {
		struct num n = NUM_UNKNOWN;
		num_parse(values.items[0], &n, NULL);
		return doc_number(d, n, 0, NUM_HALF_UP);
	}
	const char *text = shown(&d->arena, m, f, r);
	return doc_text(d, text, values.count == 1 && strcmp(text, values.items[0]) != 0 ? values.items[0] : NULL);
}

/* For people the lines of text, the notes and the Ids are left to the detail. */
static bool for_programs(const struct field *f)
{
	return f->type == FIELD_LINES || f->type == FIELD_ID || f->type == FIELD_REF || f->type == FIELD_LIST ||
	       strcmp(f->name, "Epost") == 0 || strcmp(f->name, "Kontakt") == 0;
}

static const char *const titles[RECORD_KINDS] = {
	[RECORD_GOAL] = N_("Mål"), [RECORD_FOCUS] = N_("Fokusområden"), [RECORD_PLAN] = N_("Planer"),
	[RECORD_LIAISON] = N_("Ombud och stödfunktioner"), [RECORD_EDUCATION] = N_("Utbildningar"), [RECORD_PARTNER] = N_("Parter"),
	[RECORD_CENTRE] = N_("Centrum"), [RECORD_RESOURCE] = N_("Kunskapsresurser"),
	[RECORD_QUESTION] = N_("Frågor och behov från arbetsplatserna"),
};

void report_network(struct doc *d, const struct model *m, enum record_kind kind)
{
	const struct record_type *t = record_type(kind);
	struct doc_column *columns = arena_alloc(&d->arena, t->count * sizeof *columns);
	struct buf summary = {0};
	for (size_t i = 0; i < t->count; i++)
		columns[i] = (struct doc_column){.name = column_name(&d->arena, &t->fields[i]), .label = t->fields[i].label,
		                                 .align = t->fields[i].type == FIELD_INT ? TEXT_RIGHT : TEXT_LEFT,
		                                 .programs_only = for_programs(&t->fields[i]),
		                                 .keep = t->fields[i].type == FIELD_DATE};
	doc_heading(d, 1, "%s", _(titles[kind]));
	struct doc_table *table = doc_table(d, NULL, columns, t->count);
	struct record_choice *choice = record_choice_new(m, -1, kind);
	for (size_t k = 0; m->council && k < records_count(m->council, kind); k++) {
		const struct record *r = records_at(m->council, kind, k);
		if (!record_choice_takes(choice, r))
			continue;
		struct doc_cell *row = doc_row(d, table);
		for (size_t i = 0; i < t->count; i++)
			row[i] = cell(d, m, &t->fields[i], r);
	}
	record_choice_end(&choice, d);
	if (!m->filter && !m->only)
		network_summary(m, kind, &summary);
	if (summary.len)
		doc_paragraph(d, "%s", buf_cstr(&summary));
	buf_release(&summary);
}

void report_record(struct doc *d, const struct model *m, enum record_kind kind, const struct record *r)
{
	const struct record_type *t = record_type(kind);
	for (size_t i = 0; i < t->count; i++) {
		const struct field *f = &t->fields[i];
		if (f->type == FIELD_ID || f->type == FIELD_REF)
			continue;
		const char *text = shown(&d->arena, m, f, r);
		if (*text)
			doc_pair(d, _(f->label), "%s", text);
	}
	doc_pair(d, _("Står i"), "%s", words_file(&d->arena, r->file, r->line));
}

/* ---- what is counted ------------------------------------------------------ */

static void count_liaisons(const struct model *m, struct buf *out)
{
	size_t n = records_count(m->council, RECORD_LIAISON), filled = 0;
	for (size_t i = 0; i < n; i++)
		filled += liaison_state(records_liaison(m->council, i), m->today) == SEAT_FILLED;
	buf_printf(out, _("%zu av %zu uppdrag som ombud eller stödfunktion är tillsatta."), filled, n);
}

static void count_education(const struct model *m, struct buf *out)
{
	struct education_count sum = {.all_known = true};
	size_t held = 0;
	for (size_t i = 0; i < records_count(m->council, RECORD_EDUCATION); i++) {
		const struct education *e = records_education(m->council, i);
		struct education_count one = education_count(e);
		if (e->date.year != m->today.year || date_cmp(e->date, m->today) > 0)
			continue;
		held++;
		sum.people += one.people;
		sum.from_private += one.from_private;
		sum.all_known = sum.all_known && one.all_known;
	}
	buf_printf(out, _("%d: %zu %s, %lld deltagare"), m->today.year, held, held == 1 ? _("tillfälle") : _("tillfällen"), (long long)sum.people);
	if (sum.from_private)
		buf_printf(out, _(", varav %lld från privata utförare"), (long long)sum.from_private);
	buf_str(out, sum.all_known || !held ? "." : _(". Antalet är okänt för några."));
}

static void count_funding(const struct model *m, struct buf *out)
{
	int64_t sum = 0;
	size_t payers = 0;
	for (size_t i = 0; i < records_count(m->council, RECORD_PARTNER); i++) {
		const struct partner *p = records_partner(m->council, i);
		bool over = date_known(p->to) && date_cmp(p->to, m->today) < 0;
		if (p->amount == FIELD_INT_NONE || over)
			continue;
		payers++;
		sum += p->amount;
	}
	if (!payers)
		return;
	buf_printf(out, _("%zu %s betalar tillsammans "), payers, payers == 1 ? _("part") : _("parter"));
	num_format(out, num_int(sum), 0, NUM_HALF_UP);
	buf_str(out, _("\u00a0kr per år."));
}

static void count_stale(const struct model *m, struct buf *out)
{
	size_t stale = 0;
	for (size_t i = 0; i < records_count(m->council, RECORD_RESOURCE); i++)
		stale += resource_is_stale(records_resource(m->council, i), m->today);
	if (stale)
		buf_printf(out, _("%zu har inte kontrollerats på ett år."), stale);
	else
		buf_str(out, _("Alla är kontrollerade det senaste året."));
}

static void count_questions(const struct model *m, struct buf *out)
{
	size_t open = 0;
	for (size_t i = 0; i < records_count(m->council, RECORD_QUESTION); i++)
		open += question_state(records_question(m->council, i)) != QUESTION_ANSWERED;
	if (open)
		buf_printf(out, _("%zu väntar på svar."), open);
	else
		buf_str(out, _("Alla är besvarade."));
}

void network_summary(const struct model *m, enum record_kind kind, struct buf *out)
{
	static void (*const counts[RECORD_KINDS])(const struct model *, struct buf *) = {
		[RECORD_LIAISON] = count_liaisons, [RECORD_EDUCATION] = count_education, [RECORD_PARTNER] = count_funding,
		[RECORD_RESOURCE] = count_stale,   [RECORD_QUESTION] = count_questions,
	};
	if (m->council && counts[kind] && records_count(m->council, kind) > 0)
		counts[kind](m, out);
}
