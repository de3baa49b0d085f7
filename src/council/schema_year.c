/* The rows of the council's own words in its annual report. */
#include "schema_local.h"

#include "radsbord/council/year.h"

/* The headings of the report (DOMAIN section 3, "Årshjul/årsplan"). */
const struct choice year_sections[] = {
	{"sammanfattning", "Året i korthet"}, {"uppdrag", "Uppdraget"},         {"ledamoter", "Ledamöter"},
	{"moten", "Möten"},                   {"aktiviteter", "Aktiviteter"},   {"mal", "Måluppfyllelse"},
	{"brister", "Brister"},               {"remisser", "Remisser"},         {"utbildning", "Utbildning"},
	{"ekonomi", "Ekonomi"},               {"underlag", "Underlag som saknas"}, {"nasta_ar", "Nästa år"},
	{NULL, NULL}};

static const struct field year_text_fields[] = {
	ID(year_text),
	ROW(year_text, year, "Ar", "År", FIELD_INT, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(year_text, section, "Avsnitt", "Avsnitt", FIELD_CHOICE, .choices = year_sections, .flags = FIELD_INTERNAL),
	ROW(year_text, text, "Text", "Text", FIELD_LINES,
	    .hint = "Står först i avsnittet. Tomt: ingen egen text."),
};

const struct record_type schema_year_text =
	TYPE(RECORD_YEAR_TEXT, year_text, "Arstext", "text i årsberättelsen", YEAR_TEXT_FILE, year_text_fields);
