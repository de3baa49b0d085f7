/* explain_chain.c - from a record to what it decides: in which places the answer rests on a gap or a unit, what outweighs it there,
 * and what contradicts it. */
#include "explain_chain.h"

#include "radsbord/base/language.h"
#include "judge.h"
#include "words.h"

#include <string.h>

/* Names of places by what a record is there. */
struct places {
	const char *names;
	int64_t municipalities, hospitals;
};

static void add(struct arena *a, const struct model *m, struct places *p, int place, const char *why)
{
	const char *name = words_place(m, place);
	words_append(a, &p->names, ", ", why ? arena_printf(a, "%s (%s)", name, why) : name);
	*(m->reference->places[place].level == PLACE_HOSPITAL ? &p->hospitals : &p->municipalities) += 1;
}

/* "9 kommuner, 2 sjukhus" */
static const char *count(struct arena *a, const struct places *p)
{
	const char *all = p->municipalities ? words_count(a, p->municipalities, "kommuner") : "";
	if (p->hospitals)
		words_append(a, &all, ", ", words_count(a, p->hospitals, "sjukhus"));
	return all;
}

static void list(struct doc *d, const char *text, const struct places *p)
{
	if (p->municipalities || p->hospitals)
		doc_item(d, "%s %s: %s.", text, count(&d->arena, p), p->names);
}

static bool is_judged(const struct model *m, size_t place)
{
	enum place_level level = m->reference->places[place].level;
	return level == PLACE_MUNICIPALITY || level == PLACE_HOSPITAL;
}

/* The row of a record among the evidence, or NULL. */
static const struct indikator_evidence *row_of(const struct indikator_verdict *v, enum indikator_evidence_kind kind,
                                               int index)
{
	for (size_t i = 0; i < v->evidence_count; i++)
		if (v->evidence[i].kind == kind && v->evidence[i].index == index)
			return &v->evidence[i];
	return NULL;
}

/* ---- a gap, or a fact ------------------------------------------------------------ */

static int statement_of(const struct model *m, const char *id)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	for (size_t i = 0; id && i < data->statements_count; i++)
		if (data->statements[i].id && strcmp(data->statements[i].id, id) == 0)
			return (int)i;
	return -1;
}

static int indicator_of(const struct model *m, const char *service)
{
	for (size_t i = 0; i < m->reference->indicators_count; i++)
		if (m->reference->indicators[i].service && strcmp(m->reference->indicators[i].service, service) == 0)
			return (int)i;
	return -1;
}

/* The Id of the statement that decides, or NULL. */
static const char *decided_by(const struct model *m, const struct indikator_verdict *v)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	for (size_t i = 0; i < v->evidence_count; i++)
		if (v->evidence[i].kind == INDIKATOR_EVIDENCE_STATEMENT && v->evidence[i].decided)
			return data->statements[v->evidence[i].index].id;
	return NULL;
}

struct reach {
	struct places decides, outweighed, contradicted;
};

static void look(struct doc *d, const struct model *m, int place, int indicator, int statement, struct reach *r)
{
	struct indikator_verdict v;
	judge(m, place, indicator, false, &v);
	const struct indikator_evidence *row = row_of(&v, INDIKATOR_EVIDENCE_STATEMENT, statement);
	if (row && row->decided)
		add(&d->arena, m, &r->decides, place, NULL);
	else if (row)
		add(&d->arena, m, &r->outweighed, place, decided_by(m, &v));
	if (row && row->decided && v.contradicted)
		add(&d->arena, m, &r->contradicted, place, NULL);
	indikator_verdict_release(&v);
}

void explain_gap_chain(struct doc *d, const struct model *m, const struct gap *g)
{
	int statement = statement_of(m, g->head.id), indicator = indicator_of(m, service_choices[g->service].code);
	struct reach r = {.decides = {.names = ""}, .outweighed = {.names = ""}, .contradicted = {.names = ""}};
	doc_heading(d, 2, _("Vad den avgör"));
	if (indicator < 0) {
		doc_item(d, _("Inget omdöme: den gäller en begränsning som ingen av rapportens kartor visar."));
		return;
	}
	if (statement < 0) {
		doc_item(d, _("Inget omdöme: källan nämner inte vilka kommuner den gäller, och det gissas inte."));
		return;
	}
	int scope = indikator_set_data(m->set)->statements[statement].scope;
	for (size_t p = 0; p < m->reference->places_count; p++)
		if (is_judged(m, p) && indikator_within(m->set, (int)p, scope))
			look(d, m, (int)p, indicator, statement, &r);
	list(d, _("Regel 1, den avgör läget i"), &r.decides);
	list(d, _("En annan uppgift väger tyngre i"), &r.outweighed);
	list(d, _("Enheterna säger emot i"), &r.contradicted);
	if (!*r.decides.names && !*r.outweighed.names)
		doc_item(d, _("Inget omdöme: den gäller inte den dag som visas, eller ingen plats."));
}

/* ---- a unit ------------------------------------------------------------------------ */

static bool is_asked(const struct indikator_definition *def, const char *type)
{
	for (int i = 0; def->kind == INDIKATOR_SERVICE && i < INDIKATOR_TYPES && def->types[i]; i++)
		if (strcmp(def->types[i], type) == 0)
			return true;
	return false;
}

static int region_of(const struct indikator_data *data, int place)
{
	while (place >= 0 && data->places[place].kind != INDIKATOR_REGION)
		place = data->places[place].parent;
	return place;
}

/* A unit has something to say of the regions it lies in and serves, and no other. */
static bool is_near(const struct indikator_data *data, const struct indikator_unit *u, int place)
{
	int region = region_of(data, place);
	bool near = region == region_of(data, u->lies_in) || region == region_of(data, u->hospital);
	for (size_t i = 0; i < u->serves_count; i++)
		near = near || region == region_of(data, u->serves[i]);
	return near;
}

static void one_service(struct doc *d, const struct model *m, int unit, int indicator)
{
	static const char *const meets[] = {[INDIKATOR_STATUS_UNKNOWN] = N_("det är okänt om den uppfyller kraven där"),
	                                    [INDIKATOR_STATUS_PARTLY] = N_("uppfyller inte kraven"),
	                                    [INDIKATOR_STATUS_MET] = N_("uppfyller kraven")};
	struct places by[INDIKATOR_STATUS_MET + 1] = {{.names = ""}, {.names = ""}, {.names = ""}, {.names = ""}, {.names = ""}};
	struct places decides = {.names = ""}, against = {.names = ""};
	for (size_t p = 0; p < m->reference->places_count; p++) {
		struct indikator_verdict v;
		const struct indikator_data *data = indikator_set_data(m->set);
		if (!is_judged(m, p) || !is_near(data, &data->units[unit], (int)p))
			continue;
		judge(m, (int)p, indicator, false, &v);
		const struct indikator_evidence *row = row_of(&v, INDIKATOR_EVIDENCE_UNIT, unit);
		if (row)
			add(&d->arena, m, &by[row->status], (int)p, NULL);
		if (row && row->decided)
			add(&d->arena, m, &decides, (int)p, NULL);
		if (row && row->against)
			add(&d->arena, m, &against, (int)p, decided_by(m, &v));
		indikator_verdict_release(&v);
	}
	const char *all = "";
	for (int s = INDIKATOR_STATUS_MET; s >= INDIKATOR_STATUS_UNKNOWN; s--)
		if (meets[s] && *by[s].names)
			words_append(&d->arena, &all, "; ", arena_printf(&d->arena, "%s (%s)", _(meets[s]), count(&d->arena, &by[s])));
	const char *title = _(m->reference->indicators[indicator].short_title);
	doc_item(d, _("%s: %s. Läget vilar på den i %s."), title, *all ? all : _("betjänar ingen känd plats"),
	         *decides.names ? count(&d->arena, &decides) : _("ingen kommun"));
	list(d, arena_printf(&d->arena, _("%s: den säger emot en uppgift om"), title), &against);
}

void explain_unit_chain(struct doc *d, const struct model *m, const struct unit *u)
{
	const struct indikator_data *data = indikator_set_data(m->set);
	bool any = false;
	for (size_t i = 0; u->head.id && i < data->units_count; i++) {
		if (!data->units[i].id || strcmp(data->units[i].id, u->head.id) != 0)
			continue;
		for (size_t k = 0; k < m->reference->indicators_count; k++) {
			if (!is_asked(&data->definitions[k], data->units[i].type))
				continue;
			if (!any)
				doc_heading(d, 2, _("Vad den avgör"));
			any = true;
			one_service(d, m, (int)i, (int)k);
		}
	}
}
