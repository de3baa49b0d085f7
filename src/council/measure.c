#include "radsbord/council/measure.h"

#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

#define PERSONS (MEASURE_PEOPLE | MEASURE_WHOLE)

static const struct measure rows[] = {
	{"dodsfall", "dödsfall", PERSONS, {"antal dödsfall", "döda", "antal döda", "avlidna"}},
	{"behov", "beräknat behov enligt källan", PERSONS, {NULL}},
	{"ej_fatt", "personer som inte fått stöd", PERSONS | MEASURE_SIGNED, {NULL}},
	{"ej_fatt_procent", "andel av behovet utan stöd", MEASURE_SIGNED | MEASURE_PERCENT, {NULL}},
	{"fatt_stod", "personer som fått stöd", PERSONS, {NULL}},
	{"invanare", "invånare", MEASURE_WHOLE, {"folkmängd", "befolkning", "antal invånare", "invånare totalt, antal"}},
	{"vardplatser", "vårdplatser", MEASURE_WHOLE, {"antal vårdplatser"}},
	{"vardplatser_sjukhus", "specialiserade vårdplatser på sjukhus", MEASURE_WHOLE, {NULL}},
	{"vardplatser_100k", "vårdplatser per 100\u00a0000", 0, {NULL}},
	{"vardplatser_sjukhus_100k", "vårdplatser på sjukhus per 100\u00a0000", 0, {NULL}},
	{"lakarspecialister", "läkarspecialister", 0, {NULL}},
	{"specialistsjukskoterskor", "specialistsjuksköterskor", 0, {NULL}},
	{"doda_i_registret", "rapporterade dödsfall", PERSONS, {"dödsfall i registret", "antal rapporterade dödsfall", "döda i registret"}},
	{"brytpunktssamtal_ja", "dödsfall med brytpunktssamtal", PERSONS, {NULL}},
	{"munhalsobedomning_ja", "dödsfall med munhälsobedömning", PERSONS, {NULL}},
	{"smartskattning_ja", "dödsfall med smärtskattning", PERSONS, {NULL}},
	{"opioid_vid_behov_ja", "dödsfall med opioid vid behov", PERSONS, {NULL}},
	{"angest_vid_behov_ja", "dödsfall med ångestdämpande vid behov", PERSONS, {NULL}},
	{"utan_trycksar_ja", "dödsfall utan trycksår", PERSONS, {NULL}},
	{"personal_specialister", "anställda med specialistutbildning", MEASURE_WHOLE, {NULL}},
	{"personal", "anställda", MEASURE_WHOLE, {NULL}},
	{"lakare_specialister", "läkare som är specialister", MEASURE_WHOLE, {NULL}},
	{"lakare", "läkare", MEASURE_WHOLE, {NULL}},
	{"omvardnad_specialister", "sjuksköterskor och undersköterskor som är specialister", MEASURE_WHOLE, {NULL}},
	{"omvardnad", "sjuksköterskor och undersköterskor", MEASURE_WHOLE, {NULL}},
	{"specialistunderskoterskor", "specialistundersköterskor", MEASURE_WHOLE, {NULL}},
	{"enheter_med_underskoterskor", "enheter med undersköterskor", MEASURE_WHOLE, {NULL}},
	{"patienter_annan_diagnos", "patienter med annan huvuddiagnos än cancer", PERSONS, {NULL}},
	{"patienter", "patienter", PERSONS, {"antal patienter"}},
	{"dodsfall_registrerade", "registrerade dödsfall", PERSONS, {NULL}},
	{"dodsfall_enheten", "dödsfall på enheten", PERSONS, {NULL}},
	{"utvecklingstid_lakare", "timmar för utveckling, specialistläkare", 0, {NULL}},
	{"arbetstid_lakare", "arbetstimmar, specialistläkare", 0, {NULL}},
	{"utvecklingstid_ovriga", "timmar för utveckling, övriga yrken", 0, {NULL}},
	{"arbetstid_ovriga", "arbetstimmar, övriga yrken", 0, {NULL}},
	{"medianvardtid_hemsjukvard", "medianvårdtid i hemsjukvården, dagar", 0, {NULL}},
	{"medianvardtid_slutenvard", "medianvårdtid i slutenvården, dagar", 0, {NULL}},
	{"avlidna_hemma", "patienter som avled i eget boende", PERSONS, {NULL}},
	{"patienter_hemsjukvard", "inskrivna patienter i hemsjukvården", PERSONS, {NULL}},
	{"utskrivna_levande", "patienter som skrevs ut levande", PERSONS, {NULL}},
	{"patienter_slutenvard", "inskrivna patienter i slutenvården", PERSONS, {NULL}},
	{"hemsjukvardsteam_antal", "hemsjukvårdsteam", MEASURE_WHOLE, {NULL}},
	{"konsultteam_antal", "konsultteam på sjukhus", MEASURE_WHOLE, {NULL}},
	{"slutenvardsenheter_antal", "slutenvårdsenheter", MEASURE_WHOLE, {NULL}},
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
