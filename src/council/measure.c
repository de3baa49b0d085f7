#include "radsbord/council/measure.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

#define PERSONS (MEASURE_PEOPLE | MEASURE_WHOLE)

static const struct measure rows[] = {
	{"dodsfall", N_("dödsfall"), PERSONS, {"antal dödsfall", "döda", "antal döda", "avlidna"}},
	{"behov", N_("beräknat behov enligt källan"), PERSONS, {NULL}},
	{"ej_fatt", N_("personer som inte fått stöd"), PERSONS | MEASURE_SIGNED, {NULL}},
	{"ej_fatt_procent", N_("andel av behovet utan stöd"), MEASURE_SIGNED | MEASURE_PERCENT, {NULL}},
	{"fatt_stod", N_("personer som fått stöd"), PERSONS, {NULL}},
	{"invanare", N_("invånare"), MEASURE_WHOLE, {"folkmängd", "befolkning", "antal invånare", "invånare totalt, antal"}},
	{"vardplatser", N_("vårdplatser"), MEASURE_WHOLE, {"antal vårdplatser"}},
	{"vardplatser_sjukhus", N_("specialiserade vårdplatser på sjukhus"), MEASURE_WHOLE, {NULL}},
	{"vardplatser_100k", N_("vårdplatser per 100\u00a0000"), 0, {NULL}},
	{"vardplatser_sjukhus_100k", N_("vårdplatser på sjukhus per 100\u00a0000"), 0, {NULL}},
	{"lakarspecialister", N_("läkarspecialister"), 0, {NULL}},
	{"specialistsjukskoterskor", N_("specialistsjuksköterskor"), 0, {NULL}},
	{"doda_i_registret", N_("rapporterade dödsfall"), PERSONS, {"dödsfall i registret", "antal rapporterade dödsfall", "döda i registret"}},
	{"brytpunktssamtal_ja", N_("dödsfall med brytpunktssamtal"), PERSONS, {NULL}},
	{"munhalsobedomning_ja", N_("dödsfall med munhälsobedömning"), PERSONS, {NULL}},
	{"smartskattning_ja", N_("dödsfall med smärtskattning"), PERSONS, {NULL}},
	{"opioid_vid_behov_ja", N_("dödsfall med opioid vid behov"), PERSONS, {NULL}},
	{"angest_vid_behov_ja", N_("dödsfall med ångestdämpande vid behov"), PERSONS, {NULL}},
	{"utan_trycksar_ja", N_("dödsfall utan trycksår"), PERSONS, {NULL}},
	{"personal_specialister", N_("anställda med specialistutbildning"), MEASURE_WHOLE, {NULL}},
	{"personal", N_("anställda"), MEASURE_WHOLE, {NULL}},
	{"lakare_specialister", N_("läkare som är specialister"), MEASURE_WHOLE, {NULL}},
	{"lakare", N_("läkare"), MEASURE_WHOLE, {NULL}},
	{"omvardnad_specialister", N_("sjuksköterskor och undersköterskor som är specialister"), MEASURE_WHOLE, {NULL}},
	{"omvardnad", N_("sjuksköterskor och undersköterskor"), MEASURE_WHOLE, {NULL}},
	{"specialistunderskoterskor", N_("specialistundersköterskor"), MEASURE_WHOLE, {NULL}},
	{"enheter_med_underskoterskor", N_("enheter med undersköterskor"), MEASURE_WHOLE, {NULL}},
	{"patienter_annan_diagnos", N_("patienter med annan huvuddiagnos än cancer"), PERSONS, {NULL}},
	{"patienter", N_("patienter"), PERSONS, {"antal patienter"}},
	{"dodsfall_registrerade", N_("registrerade dödsfall"), PERSONS, {NULL}},
	{"dodsfall_enheten", N_("dödsfall på enheten"), PERSONS, {NULL}},
	{"utvecklingstid_lakare", N_("timmar för utveckling, specialistläkare"), 0, {NULL}},
	{"arbetstid_lakare", N_("arbetstimmar, specialistläkare"), 0, {NULL}},
	{"utvecklingstid_ovriga", N_("timmar för utveckling, övriga yrken"), 0, {NULL}},
	{"arbetstid_ovriga", N_("arbetstimmar, övriga yrken"), 0, {NULL}},
	{"medianvardtid_hemsjukvard", N_("medianvårdtid i hemsjukvården, dagar"), 0, {NULL}},
	{"medianvardtid_slutenvard", N_("medianvårdtid i slutenvården, dagar"), 0, {NULL}},
	{"avlidna_hemma", N_("patienter som avled i eget boende"), PERSONS, {NULL}},
	{"patienter_hemsjukvard", N_("inskrivna patienter i hemsjukvården"), PERSONS, {NULL}},
	{"utskrivna_levande", N_("patienter som skrevs ut levande"), PERSONS, {NULL}},
	{"patienter_slutenvard", N_("inskrivna patienter i slutenvården"), PERSONS, {NULL}},
	{"hemsjukvardsteam_antal", N_("hemsjukvårdsteam"), MEASURE_WHOLE, {NULL}},
	{"konsultteam_antal", N_("konsultteam på sjukhus"), MEASURE_WHOLE, {NULL}},
	{"slutenvardsenheter_antal", N_("slutenvårdsenheter"), MEASURE_WHOLE, {NULL}},
};

enum { ROWS = sizeof rows / sizeof *rows, ALSO = sizeof rows->also / sizeof *rows->also };

const struct measure *measure_find(const char *code)
{
	for (size_t i = 0; code && i < ROWS; i++)
		if (strcmp(rows[i].code, code) == 0)
			return &rows[i];
	return NULL;
}

/* Equal as names, with "_" as a blank. */
static bool fits(const char *name, const char *wanted)
{
	char *plain = mem_strdup(name);
	for (char *c = plain; *c; c++)
		if (*c == '_')
			*c = ' ';
	bool same = text_same_name(plain, wanted);
	free(plain);
	return same;
}

const struct measure *measure_named(const char *name)
{
	char *wanted = mem_strdup(name);
	const struct measure *found = NULL;
	for (char *c = wanted; *c; c++)
		if (*c == '_')
			*c = ' ';
	for (size_t i = 0; !found && i < ROWS; i++) {
		bool same = fits(rows[i].code, wanted) || fits(rows[i].words, wanted);
		for (size_t k = 0; !same && k < ALSO && rows[i].also[k]; k++)
			same = fits(rows[i].also[k], wanted);
		if (same)
			found = &rows[i];
	}
	free(wanted);
	return found;
}

const char *measure_words(const char *code)
{
	const struct measure *m = measure_find(code);
	return m ? m->words : code ? code : "";
}

bool measure_counts_people(const char *code)
{
	const struct measure *m = measure_find(code);
	return m ? (m->flags & MEASURE_PEOPLE) != 0 : code != NULL;
}
