/* document_commission.c - the draft of a unit's commission. What it is to say: Vita fläckar 2026, Bilaga 3 (area, ages, diagnoses,
 * on-call line, clinic and consult work, teaching, staffing). What nobody has stated is marked to be filled in. */
#include "documents_local.h"
#include "judge.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/reported.h"

#include <stdlib.h>
#include <string.h>

static const struct unit *find_unit(const struct model *m, const char *text)
{
	const struct records *from[] = {m->council, m->national};
	const struct unit *u = model_unit(m, text);
	for (size_t k = 0; k < 2 && !u; k++)
		for (size_t i = 0; from[k] && i < records_count(from[k], RECORD_UNIT) && !u; i++)
			if (records_unit(from[k], i)->name && !records_unit(from[k], i)->successor && text_same_name(records_unit(from[k], i)->name, text))
				u = records_unit(from[k], i);
	return u;
}

/* What a section says of an attribute: a sentence for yes and one for no. */
struct clause {
	int attribute;
	const char *yes, *no;
};

static void add_clause(struct doc *d, const struct unit *u, const struct clause *c)
{
	int answer = u->attributes[c->attribute];
	if (answer == 0)
		doc_item(d, "%s: %s", words_attribute(c->attribute), TO_FILL);
	else
		doc_item(d, "%s", answer == 2 ? c->yes : c->no);
}

/* A section: its heading, its clauses, and a line about what else is known or to be filled in. */
struct section {
	const char *title;
	struct clause clauses[7];
	size_t count;
	const char *ask;        /* what is to be written besides; NULL: nothing */
};

static const struct section sections[] = {
	{"Åldrar och diagnoser",
	 {{INDIKATOR_ALLA_ALDRAR, "Enheten tar emot patienter i alla åldrar.", "Enheten tar inte emot patienter i alla åldrar."},
	  {INDIKATOR_ALLA_DIAGNOSER, "Enheten tar emot patienter oavsett diagnos.", "Enheten tar inte emot patienter oavsett diagnos."}},
	 2, "Vilka åldrar och diagnoser uppdraget omfattar, om inte alla"},
	{"Tillgänglighet och jour",
	 {{INDIKATOR_DYGNET_RUNT, "Enheten är tillgänglig dygnet runt.", "Enheten är inte tillgänglig dygnet runt."},
	  {INDIKATOR_KONTORSTID_5, "Enheten är bemannad på kontorstid fem dagar i veckan.",
	   "Enheten är inte bemannad på kontorstid fem dagar i veckan."},
	  {INDIKATOR_KOMMUNAL_SAMVERKAN, "Övrig tid sköts tillsammans med kommunens personal.",
	   "Övrig tid sköts inte tillsammans med kommunens personal."}},
	 3, "Jourlinje: läkarens palliativa kompetens, och om den är öppen för all legitimerad personal och för patienter som inte är "
	    "anslutna"},
	{"Mottagning",
	 {{INDIKATOR_BOKNINGSBARA_TIDER, "Enheten har bokningsbara mottagningstider.", "Enheten har inga bokningsbara mottagningstider."},
	  {INDIKATOR_EJ_ANSLUTNA, "Patienter som inte är anslutna tas emot.", "Patienter som inte är anslutna tas inte emot."}},
	 2, "Hur ofta, och var"},
	{"Konsultverksamhet",
	 {{INDIKATOR_RONDER, "Enheten deltar regelbundet i ronder på sjukhusets avdelningar.",
	   "Enheten deltar inte regelbundet i ronder på sjukhusets avdelningar."},
	  {INDIKATOR_UTANFOR_SJUKHUS, "Enheten ger konsultstöd utanför sjukhuset.", "Enheten ger inget konsultstöd utanför sjukhuset."}},
	 2, "Vilka kliniker, vårdcentraler och kommunala verksamheter som kan begära stöd"},
	{"Utbildning", {{0}}, 0, "Särskilt ansvar för palliativ utbildning under AT, BT och ST, och för handledning av andra"},
	{"Bemanning",
	 {{INDIKATOR_SPECIALIST_LAKARE, "Minst en läkare är specialist i palliativ medicin.",
	   "Ingen läkare är specialist i palliativ medicin."},
	  {INDIKATOR_SPECIALIST_SSK, "Minst en sjuksköterska är specialist i palliativ omvårdnad.",
	   "Ingen sjuksköterska är specialist i palliativ omvårdnad."},
	  {INDIKATOR_LAKARE_SCHEMALAGD, "Läkare är schemalagda på enheten.", "Läkare är inte schemalagda på enheten."},
	  {INDIKATOR_SSK_SCHEMALAGD, "Sjuksköterskor är schemalagda på enheten.", "Sjuksköterskor är inte schemalagda på enheten."},
	  {INDIKATOR_KURATOR, "Kurator har fast tid varje vecka.", "Kurator har inte fast tid varje vecka."},
	  {INDIKATOR_ARBETSTERAPEUT, "Arbetsterapeut har fast tid varje vecka.", "Arbetsterapeut har inte fast tid varje vecka."},
	  {INDIKATOR_FYSIOTERAPEUT, "Fysioterapeut har fast tid varje vecka.", "Fysioterapeut har inte fast tid varje vecka."}},
	 7, "Antal heltidstjänster per yrke, och hur många som är specialister"},
};

static void add_section(struct doc *d, const struct unit *u, const struct section *s)
{
	doc_heading(d, 2, "%s", s->title);
	for (size_t i = 0; i < s->count; i++)
		add_clause(d, u, &s->clauses[i]);
	if (s->ask)
		doc_item(d, "%s: %s", s->ask, TO_FILL);
}

static void add_area(struct doc *d, const struct model *m, const struct unit *u)
{
	doc_heading(d, 2, "Område");
	if (u->serves.count)
		doc_paragraph(d, "Enheten betjänar %s.%s", words_places(&d->arena, m, &u->serves),
		              u->catchment ? "" : " Om området är större än så är inte känt: " TO_FILL ".");
	else
		doc_paragraph(d, "Vilka kommuner och sjukhus enheten betjänar: %s", TO_FILL);
}

static void add_known(struct doc *d, const struct model *m, const struct unit *u)
{
	struct arena *a = &d->arena;
	doc_pair(d, "Typ", "%s", unit_types[u->type].label);
	document_pair(d, "Ligger i", u->lies_in ? reference_place_name(m->reference, u->lies_in) : NULL);
	document_pair(d, "Drivs av", u->run_by);
	if (u->beds != FIELD_INT_NONE)
		doc_pair(d, "Vårdplatser", "%lld", (long long)u->beds);
	document_pair(d, "Tider i dag", u->hours);
	document_pair(d, "Bemanning i dag", u->staffing);
	document_pair(d, "Begränsningar i dag", u->limits.count ? words_limits(a, &u->limits) : NULL);
	if (u->source)
		doc_pair(d, "Källa till det kända", "%s%s%s", words_cite(a, m, u->source), date_known(u->checked) ? ", kontrollerat " : "",
		         words_date(a, u->checked));
}

/* The yearly figures that the unit is asked for. */
static void add_followup(struct doc *d, const struct model *m, const struct unit *u)
{
	int place = reference_place_by_code(m->reference, u->head.id);
	int *order = judge_order(m);
	doc_heading(d, 2, "Uppföljning");
	doc_paragraph(d, "Enheten lämnar varje år:");
	for (size_t i = 0; i < m->reference->indicators_count; i++)
		if (place >= 0 && reported_is_asked(m, place, order[i]))
			doc_item(d, "%s", words_lower(&d->arena, m->reference->indicators[order[i]].title));
	doc_item(d, "dödsfallsenkäten i Svenska palliativregistret, för varje dödsfall, och närståendeenkäten");
	free(order);
}

bool document_commission(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	const struct unit *u = find_unit(m, q->subject);
	if (!u)
		return error_set(e, ERROR_NOT_FOUND, _("Enheten ”%.80s” finns inte. Skriv dess Id eller hela namn; radsbord enheter visar dem."), q->subject);
	doc_heading(d, 1, "Uppdragsbeskrivning: %s", u->name ? u->name : u->head.id);
	doc_subtitle(d, "Utkast den %s", words_day(&d->arena, m->today));
	doc_paragraph(d, "Utkastet bygger på det som är känt om enheten. Det som ingen har uppgett är märkt %s.", TO_FILL);
	add_known(d, m, u);
	doc_heading(d, 2, "Uppdrag");
	doc_paragraph(d, "%s har i uppdrag att ge specialiserad palliativ vård. Uppdraget gäller från %s.", u->name ? u->name : "Enheten", TO_FILL);
	add_area(d, m, u);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		add_section(d, u, &sections[i]);
	add_followup(d, m, u);
	doc_signature(d, "Uppdragsgivare, ort och datum");
	return true;
}
