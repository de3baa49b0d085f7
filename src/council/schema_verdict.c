/* The rows of a verdict: what a meeting found of an action. */
#include "schema_local.h"

const struct choice verdict_outcomes[] = {
	{"oforandrad", "oförändrad"}, {"klar", "klar"}, {"ny_tid", "ny tid"}, {"tas_upp", "tas upp nästa möte"},
	{"ny_ansvarig", "ny ansvarig"}, {"utgar", "utgår"}, {"fors_over", "förs över till nästa möte"}, {NULL, NULL}};
static const struct choice yes_or_no[] = {{"nej", "nej"}, {"ja", "ja"}, {NULL, NULL}};

static const struct field verdict_fields[] = {
	ID(verdict),
	NR(verdict),
	ROW(verdict, action, "Atgard", "Åtgärd", FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(verdict, outcome, "Utfall", "Utfall", FIELD_CHOICE, .choices = verdict_outcomes),
	ROW(verdict, status_before, "Status_fore", "Status före", FIELD_CHOICE, .choices = action_statuses),
	ROW(verdict, due_before, "Tid_fore", "Tid före", FIELD_DATE),
	ROW(verdict, due, "Tid", "Ny tid", FIELD_DATE),
	ROW(verdict, done_before, "Klart_fore", "Klart före", FIELD_DATE),
	ROW(verdict, owner_before, "Ansvarig_fore", "Ansvarig före", FIELD_TEXT),
	ROW(verdict, owner, "Ansvarig", "Ny ansvarig", FIELD_TEXT),
	ROW(verdict, text, "Text", "Text", FIELD_LINES),
	ROW(verdict, own_paragraph, "Egen_paragraf", "Egen paragraf", FIELD_CHOICE, .choices = yes_or_no),
};

const struct record_type schema_verdict =
	TYPE(RECORD_VERDICT, verdict, "Utfall", "utfall", "moten/ÅÅÅÅ-MM-DD-<id>.rec", verdict_fields);
