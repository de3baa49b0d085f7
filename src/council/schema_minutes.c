/* The rows of what the minutes need: who was there, what was changed, and the adopted text. */
#include "schema_local.h"

#include "radsbord/base/language.h"

#define MEETING_FILE "moten/ÅÅÅÅ-MM-DD-<id>.rec"

const struct choice minutes_states[] = {
	{"utkast", N_("utkast")}, {"under_justering", N_("under justering")}, {"justerat", N_("justerat")}, {NULL, NULL}};
/* Those of seats in their order, and guests. */
const struct choice attendance_roles[] = {
	{"ledamot", N_("ledamot")},         {"ersattare", N_("ersättare")},     {"ordforande", N_("ordförande")},
	{"vice_ordforande", N_("vice ordförande")}, {"sekreterare", N_("sekreterare")}, {"adjungerad", N_("adjungerad")},
	{"gast", N_("gäst")},               {NULL, NULL}};
const struct choice replies[] = {
	{"inget", N_("inget svar")}, {"kommer", N_("kommer")}, {"ersattare", N_("ersättare")}, {"forhinder", N_("förhinder")},
	{"distans", N_("distans")},  {NULL, NULL}};
const struct choice presences[] = {
	{"ej_antecknat", "–"},  {"narvarande", N_("närvarande")}, {"forhinder", N_("anmält förhinder")},
	{"distans", N_("på distans")}, {"ersattare", N_("ersättare")}, {NULL, NULL}};
const struct choice correction_kinds[] = {{"justering", N_("ändring")}, {"rattelse", N_("rättelse")}, {NULL, NULL}};
const struct choice correction_parts[] = {{"text", N_("text")}, {"beslut", N_("beslut")}, {NULL, NULL}};

static const struct field attendance_fields[] = {
	ID(attendance),
	ROW(attendance, seat, "Plats", N_("Plats i rådet"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(attendance, name, "Namn", N_("Namn"), FIELD_TEXT),
	ROW(attendance, organisation, "Organisation", N_("Organisation"), FIELD_TEXT),
	ROW(attendance, role, "Roll", N_("Roll"), FIELD_CHOICE, .choices = attendance_roles),
	ROW(attendance, reply, "Svar", N_("Svar på kallelsen"), FIELD_CHOICE, .choices = replies),
	ROW(attendance, presence, "Narvaro", N_("Närvaro"), FIELD_CHOICE, .choices = presences),
	ROW(attendance, serves_for, "Ersatter", N_("Tjänstgör för"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(attendance, came, "Kom", N_("Kom kl."), FIELD_TIME),
	ROW(attendance, came_item, "Kom_arende", N_("Kom under"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(attendance, left, "Gick", N_("Gick kl."), FIELD_TIME),
	ROW(attendance, left_item, "Gick_arende", N_("Gick under"), FIELD_REF, .flags = FIELD_INTERNAL),
};
static const struct field correction_fields[] = {
	ID(correction),
	NR(correction),
	ROW(correction, item, "Arende", N_("Ärende"), FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(correction, kind, "Slag", N_("Slag"), FIELD_CHOICE, .choices = correction_kinds),
	ROW(correction, part, "Del", N_("Del"), FIELD_CHOICE, .choices = correction_parts),
	ROW(correction, before, "Fore", N_("Före"), FIELD_LINES),
	ROW(correction, after, "Efter", N_("Efter"), FIELD_LINES),
	ROW(correction, by, "Av", N_("Av"), FIELD_TEXT),
	ROW(correction, date, "Datum", N_("Datum"), FIELD_DATE, .flags = FIELD_REQUIRED),
};
static const struct field minutes_fields[] = {
	ID(minutes_text),
	ROW(minutes_text, text, "Text", N_("Text"), FIELD_LINES, .flags = FIELD_REQUIRED),
};

const struct record_type schema_attendance =
	TYPE(RECORD_ATTENDANCE, attendance, "Narvaro", N_("närvaro"), MEETING_FILE, attendance_fields);
const struct record_type schema_correction =
	TYPE(RECORD_CORRECTION, correction, "Rattelse", N_("ändring i protokollet"), MEETING_FILE, correction_fields);
const struct record_type schema_minutes =
	TYPE(RECORD_MINUTES, minutes_text, "Protokolltext", N_("justerat protokoll"), "protokoll/ÅÅÅÅ-MM-DD-<id>.txt", minutes_fields);
