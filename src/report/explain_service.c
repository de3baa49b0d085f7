/* explain_service.c - what a service's status rests on: the rule, statements, units, inventories and parts. */
#include "explain_parts.h"

#include "radsbord/base/language.h"
#include "judge.h"

/* "dygnet runt, eller kontorstid fem dagar och samverkan med kommunen" */
static const char *requirements(const struct explain *x)
{
	enum indikator_criteria c = judge_criteria(x->m, x->definition);
	const char *all = "";
	for (size_t i = 0; i < x->definition->requires_count[c]; i++) {
		const char *one = "";
		for (int k = 0; k < INDIKATOR_ATTRIBUTES; k++)
			if (x->definition->requires[c][i] >> k & 1)
				words_append(x->a, &one, _(" och "), words_lower(x->a, words_attribute(k)));
		words_append(x->a, &all, _(", eller "), one);
	}
	return all;
}

static void criteria(const struct explain *x)
{
	const char *asked = requirements(x);
	bool own = judge_criteria(x->m, x->definition) == x->m->criteria;
	const char *set = own && x->m->criteria == INDIKATOR_DEMAND ? _("rapportens kriterier för en enhet")
	                                                            : _("kartans teckenförklaring");
	if (!own)
		doc_item(x->d, _("Rapporten har inga egna kriterier som kan prövas för tjänsten. Kartans krav gäller i stället."));
	if (*asked)
		doc_item(x->d, _("Krav enligt %s: %s.%s"), set, asked,
		         x->definition->quantifier == INDIKATOR_ALL ? _(" Varje enhet måste uppfylla dem.") : "");
	else
		doc_item(x->d, _("Kartans teckenförklaring ställer inga krav som kan prövas här. Det räcker att en enhet finns."));
	if (x->definition->relation == INDIKATOR_LIES_IN)
		doc_item(x->d, _("Bara enheter som ligger på platsen räknas, vilka de än betjänar."));
}

static const char *type_label(const char *type)
{
	int i = type ? choice_find(unit_types, type) : -1;
	return i < 0 ? (type ? type : _("enheter")) : _(unit_types[i].label);
}

static void inventory(const struct explain *x, int index)
{
	const struct indikator_inventory *in = &x->data->inventories[index];
	static const char *const complete[] = {N_("det är okänt om alla är kända"), N_("alla är inte kända"), N_("alla är kända")};
	doc_item(x->d, _("Inventeringen av %s i %s: %s. %s."), type_label(in->type), words_place(x->m, in->place),
	         _(complete[in->complete]), explain_origin(x, &in->origin, NULL));
}

/* One piece of evidence that is no figure and no part. */
static void piece(const struct explain *x, const struct indikator_evidence *e)
{
	if (e->kind == INDIKATOR_EVIDENCE_STATEMENT)
		doc_item(x->d, "%s", explain_statement_line(x, e->index));
	else if (e->kind == INDIKATOR_EVIDENCE_UNIT)
		doc_item(x->d, "%s", explain_unit_line(x, e->index, e->status));
	else if (e->kind == INDIKATOR_EVIDENCE_INVENTORY)
		inventory(x, e->index);
	else if (e->kind == INDIKATOR_EVIDENCE_MISSING)
		doc_item(x->d, _("Ingen har uppgett om alla av typen %s är kända här."), type_label(e->measure));
}

static bool about_service(const struct indikator_evidence *e)
{
	return e->kind == INDIKATOR_EVIDENCE_STATEMENT || e->kind == INDIKATOR_EVIDENCE_UNIT ||
	       e->kind == INDIKATOR_EVIDENCE_INVENTORY ||
	       (e->kind == INDIKATOR_EVIDENCE_MISSING && e->role == INDIKATOR_ROLE_NONE);
}

enum share { DECIDED, AGAINST, BESIDE };

static enum share share_of(const struct indikator_evidence *e)
{
	return e->against ? AGAINST : e->decided ? DECIDED : BESIDE;
}

static void pieces(const struct explain *x, enum share share, const char *heading)
{
	bool any = false;
	for (size_t i = 0; i < x->verdict->evidence_count; i++) {
		const struct indikator_evidence *e = &x->verdict->evidence[i];
		if (!about_service(e) || share_of(e) != share)
			continue;
		if (!any && heading)
			doc_heading(x->d, 2, "%s", heading);
		any = true;
		piece(x, e);
	}
}

static bool part_with(const struct explain *x, size_t i, enum indikator_status status)
{
	const struct indikator_evidence *e = &x->verdict->evidence[i];
	return e->kind == INDIKATOR_EVIDENCE_PART && e->status == status;
}

/* "Stockholm 26, Uppsala 8": the country has too many parts to name. */
static const char *regions_with(const struct explain *x, enum indikator_status status)
{
	const char *names = "";
	for (size_t r = 0; r < x->data->places_count; r++) {
		int n = 0;
		for (size_t i = 0; x->data->places[r].kind == INDIKATOR_REGION && i < x->verdict->evidence_count; i++)
			n += part_with(x, i, status) && indikator_within(x->m->set, x->verdict->evidence[i].index, (int)r);
		if (n)
			words_append(x->a, &names, ", ", arena_printf(x->a, "%s %d", words_place(x->m, (int)r), n));
	}
	return names;
}

/* "Finns (2 kommuner): Eskilstuna, Nyköping." */
static void parts_with(const struct explain *x, enum indikator_status status)
{
	const char *names = "";
	int municipalities = 0, hospitals = 0;
	for (size_t i = 0; i < x->verdict->evidence_count; i++) {
		if (!part_with(x, i, status))
			continue;
		int place = x->verdict->evidence[i].index;
		words_append(x->a, &names, ", ", words_place(x->m, place));
		*(x->data->places[place].kind == INDIKATOR_HOSPITAL ? &hospitals : &municipalities) += 1;
	}
	if (!municipalities && !hospitals)
		return;
	if (x->data->places[x->place].kind == INDIKATOR_COUNTRY)
		names = regions_with(x, status);
	const char *count = municipalities ? words_count(x->a, municipalities, "kommuner") : "";
	if (hospitals)
		words_append(x->a, &count, ", ", words_count(x->a, hospitals, "sjukhus"));
	doc_item(x->d, "%s (%s): %s.", words_status_of(x->text, status), count, names);
}

/* The verdict on a whole says only that some part is contradicted; the parts tell which. */
static void contradicted_parts(const struct explain *x)
{
	const char *names = "";
	for (size_t i = 0; i < x->verdict->evidence_count; i++) {
		const struct indikator_evidence *e = &x->verdict->evidence[i];
		struct indikator_verdict v;
		if (e->kind != INDIKATOR_EVIDENCE_PART)
			continue;
		judge(x->m, e->index, x->verdict->definition, false, &v);
		if (v.contradicted)
			words_append(x->a, &names, ", ", words_place(x->m, e->index));
		indikator_verdict_release(&v);
	}
	doc_heading(x->d, 2, _("Säger emot"));
	doc_item(x->d, _("Uppgifterna säger emot varandra i %s. Förklaringen för platsen visar båda."),
	         *names ? names : _("någon del"));
}

void explain_service(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	if (!words_by_service(x->text, v))
		return;
	doc_heading(x->d, 2, _("Vad läget vilar på"));
	doc_paragraph(x->d, "%s", words_rule(v->rule));
	if (x->definition->kind == INDIKATOR_SERVICE)
		criteria(x);
	for (int status = INDIKATOR_STATUS_MET; status >= INDIKATOR_STATUS_UNKNOWN; status--)
		parts_with(x, (enum indikator_status)status);
	pieces(x, DECIDED, NULL);
	if (v->here)
		doc_item(x->d, _("Minst en enhet ligger i kommunen."));
	if (v->elsewhere)
		doc_item(x->d, _("Enheterna ligger i en annan kommun och betjänar platsen därifrån."));
	pieces(x, BESIDE, _("Annat som sägs om platsen"));
	pieces(x, AGAINST, _("Säger emot"));
	if (v->contradicted && v->rule == INDIKATOR_RULE_PARTS)
		contradicted_parts(x);
}

static void coverage_pair(const struct explain *x, const char *label, const struct indikator_coverage *c)
{
	const struct {
		enum indikator_status status;
		int64_t count;
	} rows[] = {{INDIKATOR_STATUS_MET, c->met},
	            {INDIKATOR_STATUS_PARTLY, c->partly},
	            {INDIKATOR_STATUS_MISSING, c->missing},
	            {INDIKATOR_STATUS_UNKNOWN, c->unknown}};
	const char *all = "";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].count)
			words_append(x->a, &all, ", ",
			             arena_printf(x->a, "%s %s",
			                          words_lower(x->a, words_status_of(x->text, rows[i].status)),
			                          words_count(x->a, rows[i].count, NULL)));
	doc_pair(x->d, label, _("%s (av %s)"), all, words_count(x->a, c->total, NULL));
}

/* The light green of the map of hospital beds kept apart: units here, units only elsewhere, and where nobody has said. */
static void where_units_lie(const struct explain *x, const char *label, const struct indikator_coverage *municipalities,
                            const struct indikator_coverage *inhabitants)
{
	const struct {
		int64_t municipalities, inhabitants;
		const char *words;
	} rows[] = {
		{municipalities->here, inhabitants->here, N_("har en enhet som ligger där")},
		{municipalities->elsewhere, inhabitants->elsewhere, N_("betjänas bara från en annan kommun")},
		{municipalities->met - municipalities->here - municipalities->elsewhere,
		 inhabitants->met - inhabitants->here - inhabitants->elsewhere, N_("utan uppgift om var enheten ligger")},
	};
	const char *all = "";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].municipalities)
			words_append(x->a, &all, "; ",
			             arena_printf(x->a, "%s%s %s", words_count(x->a, rows[i].municipalities, "kommuner"),
			                          inhabitants->known ? arena_printf(x->a, _(" (%s inv.)"),
			                                                            words_count(x->a, rows[i].inhabitants, NULL))
			                                             : "",
			                          _(rows[i].words)));
	doc_pair(x->d, label, "%s", all);
}

void explain_coverage(const struct explain *x)
{
	const struct indikator_verdict *v = x->verdict;
	if (!words_by_service(x->text, v) || !v->municipalities.known || !judge_has_parts(x->m, x->place))
		return;
	doc_heading(x->d, 2, _("Hur många det gäller"));
	coverage_pair(x, _("Kommuner"), &v->municipalities);
	if (v->inhabitants.known)
		coverage_pair(x, _("Invånare"), &v->inhabitants);
	if (x->text->service_kind && v->municipalities.met)
		where_units_lie(x, _("Där det finns"), &v->municipalities, &v->inhabitants);
	const char *share = overview_share(x->a, &v->inhabitants);
	if (*share)
		doc_pair(x->d, _("Andel"), _("%s av invånarna bor där %s"), share,
		         x->text->service_kind ? _("tjänsten finns") : _("målet nås"));
	explain_role(x, INDIKATOR_ROLE_INHABITANTS);
}
