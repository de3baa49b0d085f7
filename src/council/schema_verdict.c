/* The rows of a verdict: what a meeting found of an action. */
#include "schema_local.h"

#include "radsbord/base/language.h"

const struct choice verdict_outcomes[] = {
	{"oforandrad", N_("oförändrad")}, {"klar", N_("klar")}, {"ny_tid", N_("ny tid")}, {"tas_upp", N_("tas upp nästa möte")},
	{"ny_ansvarig", N_("ny ansvarig")}, {"utgar", N_("utgår")}, {"fors_over", N_("förs över till nästa möte")}, {NULL, NULL}};
static const struct choice yes_or_no[] = {{"nej", N_("nej")}, {"ja", N_("ja")}, {NULL, NULL}};

static const struct field verdict_fields[] = {
	ID(verdict),
	NR(verdict),
	ROW(verdict, action, "Atgard", N_("Åtgärd"), FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(verdict, outcome, "Utfall", N_("Utfall"), FIELD_CHOICE, .choices = verdict_outcomes),
	ROW(verdict, status_before, "Status_fore", N_("Status före"), FIELD_CHOICE, .choices = action_statuses),
	ROW(verdict, due_before, "Tid_fore", N_("Tid före"), FIELD_DATE),
	ROW(verdict, due, "Tid", N_("Ny tid"), FIELD_DATE),
	ROW(verdict, done_before, "Klart_fore", N_("Klart före"), FIELD_DATE),
	ROW(verdict, owner_before, "Ansvarig_fore", N_("Ansvarig före"), FIELD_TEXT),
	ROW(verdict, owner, "Ansvarig", N_("Ny ansvarig"), FIELD_TEXT),
	ROW(verdict, text, "Text", N_("Text"), FIELD_LINES),
	ROW(verdict, own_paragraph, "Egen_paragraf", N_("Egen paragraf"), FIELD_CHOICE, .choices = yes_or_no),
};

const struct record_type schema_verdict =
	TYPE(RECORD_VERDICT, verdict, "Utfall", N_("utfall"), "moten/ÅÅÅÅ-MM-DD-<id>.rec", verdict_fields);
