/* The rows of how the council works: [rad] of rad.ini. */
#include "schema_local.h"

#include "radsbord/base/language.h"

const struct choice rules_words[] = {
	{"protokoll", N_("protokoll")}, {"minnesanteckningar", N_("minnesanteckningar")}, {NULL, NULL}};
const struct choice rules_paragraphs[] = {{"mote", N_("per möte")}, {"ar", N_("över året")}, {NULL, NULL}};

static const struct field rules_fields[] = {
	ID(rules),
	ROW(rules, name, "Namn", N_("Rådets namn"), FIELD_TEXT, .flags = FIELD_REQUIRED,
	    .hint = N_("Som det står på skärmen och i utskrifter.")),
	ROW(rules, word, "Protokoll", N_("Mötena ger"), FIELD_CHOICE, .choices = rules_words),
	ROW(rules, paragraphs, "Paragrafer", N_("Paragrafer numreras"), FIELD_CHOICE, .choices = rules_paragraphs),
	ROW(rules, adjusters, "Justerare", N_("Antal justerare"), FIELD_INT, .hint = N_("0, 1 eller 2. Tomt: 1.")),
	ROW(rules, quorum, "Beslutsfor", N_("Beslutsför med"), FIELD_INT,
	    .hint = N_("Hur många som måste vara närvarande. Tomt: rådet har ingen sådan regel.")),
	ROW(rules, verb, "Ordval", N_("Ord för det som hörs"), FIELD_TEXT, .hint = N_("I protokollet: rådet noterar ... Tomt: noterar.")),
	ROW(rules, template, "Mall", N_("Mall för Word"), FIELD_TEXT,
	    .hint = N_("En .docx i rådets mapp vars formatmallar dokumenten får.")),
	ROW(rules, agenda, "Dagordning", N_("Stående punkter"), FIELD_LIST,
	    .hint = N_("En per rad, med minuter inom parentes: Mötet öppnas (5). Tomt: den rekommenderade dagordningen.")),
};

const struct record_type schema_rules =
	TYPE(RECORD_RULES, rules, "Rad", N_("rådets regler"), RULES_FILE, rules_fields);
