/* explain_sources.c - what an indicator does not say, and how far its sources can be trusted. */
#include "explain_parts.h"

#include "radsbord/base/language.h"

#include <string.h>

/* Ids of the sources behind a verdict, in the order they come up. */
struct sources {
	const char **items;
	size_t count, cap;
};

static void add(const struct explain *x, struct sources *s, const char *id)
{
	struct strings list = {.items = s->items, .count = s->count, .cap = s->cap};
	if (!id || !*id || strings_has(&list, id))
		return;
	strings_add(&list, id, x->a);
	*s = (struct sources){.items = list.items, .count = list.count, .cap = list.cap};
}

static const char *source_of(const struct explain *x, const struct indikator_evidence *e)
{
	if (e->index < 0)
		return NULL;
	if (e->kind == INDIKATOR_EVIDENCE_OBSERVATION)
		return x->data->observations[e->index].source;
	if (e->kind == INDIKATOR_EVIDENCE_STATEMENT)
		return x->data->statements[e->index].origin.source;
	if (e->kind == INDIKATOR_EVIDENCE_UNIT)
		return x->data->units[e->index].origin.source;
	if (e->kind == INDIKATOR_EVIDENCE_INVENTORY)
		return x->data->inventories[e->index].origin.source;
	return NULL;
}

static void collect(const struct explain *x, struct sources *s)
{
	add(x, s, x->text->source);
	for (size_t i = 0; i < x->verdict->evidence_count; i++)
		if (x->verdict->evidence[i].kind != INDIKATOR_EVIDENCE_MISSING)
			add(x, s, source_of(x, &x->verdict->evidence[i]));
	add(x, s, x->text->target_source);
}

static void describe(const struct explain *x, const struct source *s)
{
	if (!s->publisher && !s->published && !s->covers && !s->weaknesses.count && !s->omits.count)
		return;
	doc_heading(x->d, 3, "%s", s->title ? s->title : s->head.id);
	const char *who = s->publisher ? s->publisher : "";
	if (s->published)
		words_append(x->a, &who, ", ", s->published);
	if (s->covers)
		words_append(x->a, &who, _(". Avser: "), s->covers);
	if (*who)
		doc_paragraph(x->d, "%s.", who);
	for (size_t i = 0; i < s->weaknesses.count; i++)
		doc_item(x->d, "%s", s->weaknesses.items[i]);
	for (size_t i = 0; i < s->omits.count; i++)
		doc_item(x->d, _("Tar inte upp: %s"), words_lower(x->a, s->omits.items[i]));
}

/* The text begins "Inte om ...", for it also stands by itself. */
static const char *after_not(const struct explain *x, const char *s)
{
	const char *not = _("Inte ");
	size_t n = strlen(not);
	return strncmp(s, not, n) == 0 ? s + n : words_lower(x->a, s);
}

void explain_sources(const struct explain *x)
{
	struct sources s = {.items = NULL};
	collect(x, &s);
	if (x->text->says_not || x->text->reads_high || x->text->reads_low)
		doc_heading(x->d, 2, _("Vad det inte säger"));
	if (x->text->says_not)
		doc_paragraph(x->d, _("Säger inte: %s"), after_not(x, _(x->text->says_not)));
	if (x->text->reads_high)
		doc_item(x->d, _("Ett högt värde: %s"), _(x->text->reads_high));
	if (x->text->reads_low)
		doc_item(x->d, _("Ett lågt värde: %s"), _(x->text->reads_low));
	doc_heading(x->d, 2, _("Källorna och deras svagheter"));
	if (x->text->source)
		doc_paragraph(x->d, _("Indikatorn bygger på %s%s%s. Den beskrivs i %s."), words_cite(x->a, x->m, x->text->source),
		              x->text->passage ? ", " : "", x->text->passage ? x->text->passage : "",
		              x->text->file ? words_file(x->a, x->text->file, x->text->line) : _("indikatorernas fil"));
	for (size_t i = 0; i < s.count; i++) {
		const struct source *source = model_source(x->m, s.items[i]);
		if (source)
			describe(x, source);
	}
}
