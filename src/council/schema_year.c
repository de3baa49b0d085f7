/* The rows of the council's own words in its annual report. */
#include "schema_local.h"

#include "radsbord/base/language.h"
#include "radsbord/council/year.h"

/* The headings of the report (DOMAIN section 3, "Årshjul/årsplan"). */
const struct choice year_sections[] = {
	{"sammanfattning", N_("Året i korthet")}, {"uppdrag", N_("Uppdraget")},         {"ledamoter", N_("Ledamöter")},
	{"moten", N_("Möten")},                   {"aktiviteter", N_("Aktiviteter")},   {"mal", N_("Måluppfyllelse")},
	{"brister", N_("Brister")},               {"remisser", N_("Remisser")},         {"utbildning", N_("Utbildning")},
	{"ekonomi", N_("Ekonomi")},               {"underlag", N_("Underlag som saknas")}, {"nasta_ar", N_("Nästa år")},
	{NULL, NULL}};

static const struct field year_text_fields[] = {
	ID(year_text),
	ROW(year_text, year, "Ar", N_("År"), FIELD_INT, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(year_text, section, "Avsnitt", N_("Avsnitt"), FIELD_CHOICE, .choices = year_sections, .flags = FIELD_INTERNAL),
	ROW(year_text, text, "Text", N_("Text"), FIELD_LINES,
	    .hint = N_("Står först i avsnittet. Tomt: ingen egen text.")),
};

const struct record_type schema_year_text =
	TYPE(RECORD_YEAR_TEXT, year_text, "Arstext", N_("text i årsberättelsen"), YEAR_TEXT_FILE, year_text_fields);
