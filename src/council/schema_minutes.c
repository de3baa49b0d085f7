/* The rows of what the minutes need: who was there, what was changed, and the adopted text. */
#include "schema_local.h"

#define MEETING_FILE "moten/ÅÅÅÅ-MM-DD-<id>.rec"

const struct choice minutes_states[] = {
	{"utkast", "utkast"}, {"under_justering", "under justering"}, {"justerat", "justerat"}, {NULL, NULL}};
/* Those of seats in their order, and guests. */
const struct choice attendance_roles[] = {
	{"ledamot", "ledamot"},         {"ersattare", "ersättare"},     {"ordforande", "ordförande"},
	{"vice_ordforande", "vice ordförande"}, {"sekreterare", "sekreterare"}, {"adjungerad", "adjungerad"},
	{"gast", "gäst"},               {NULL, NULL}};
const struct choice replies[] = {
	{"inget", "inget svar"}, {"kommer", "kommer"}, {"ersattare", "ersättare"}, {"forhinder", "förhinder"},
	{"distans", "distans"},  {NULL, NULL}};
const struct choice presences[] = {
	{"ej_antecknat", "–"},  {"narvarande", "närvarande"}, {"forhinder", "anmält förhinder"},
	{"distans", "på distans"}, {"ersattare", "ersättare"}, {NULL, NULL}};
const struct choice correction_kinds[] = {{"justering", "ändring"}, {"rattelse", "rättelse"}, {NULL, NULL}};
const struct choice correction_parts[] = {{"text", "text"}, {"beslut", "beslut"}, {NULL, NULL}};

static const struct field attendance_fields[] = {
	ID(attendance),
	ROW(attendance, seat, "Plats", "Plats i rådet", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(attendance, name, "Namn", "Namn", FIELD_TEXT),
	ROW(attendance, organisation, "Organisation", "Organisation", FIELD_TEXT),
	ROW(attendance, role, "Roll", "Roll", FIELD_CHOICE, .choices = attendance_roles),
	ROW(attendance, reply, "Svar", "Svar på kallelsen", FIELD_CHOICE, .choices = replies),
	ROW(attendance, presence, "Narvaro", "Närvaro", FIELD_CHOICE, .choices = presences),
	ROW(attendance, serves_for, "Ersatter", "Tjänstgör för", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(attendance, came, "Kom", "Kom kl.", FIELD_TIME),
	ROW(attendance, came_item, "Kom_arende", "Kom under", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(attendance, left, "Gick", "Gick kl.", FIELD_TIME),
	ROW(attendance, left_item, "Gick_arende", "Gick under", FIELD_REF, .flags = FIELD_INTERNAL),
};
static const struct field correction_fields[] = {
	ID(correction),
	NR(correction),
	ROW(correction, item, "Arende", "Ärende", FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(correction, kind, "Slag", "Slag", FIELD_CHOICE, .choices = correction_kinds),
	ROW(correction, part, "Del", "Del", FIELD_CHOICE, .choices = correction_parts),
	ROW(correction, before, "Fore", "Före", FIELD_LINES),
	ROW(correction, after, "Efter", "Efter", FIELD_LINES),
	ROW(correction, by, "Av", "Av", FIELD_TEXT),
	ROW(correction, date, "Datum", "Datum", FIELD_DATE, .flags = FIELD_REQUIRED),
};
static const struct field minutes_fields[] = {
	ID(minutes_text),
	ROW(minutes_text, text, "Text", "Text", FIELD_LINES, .flags = FIELD_REQUIRED),
};

const struct record_type schema_attendance =
	TYPE(RECORD_ATTENDANCE, attendance, "Narvaro", "närvaro", MEETING_FILE, attendance_fields);
const struct record_type schema_correction =
	TYPE(RECORD_CORRECTION, correction, "Rattelse", "ändring i protokollet", MEETING_FILE, correction_fields);
const struct record_type schema_minutes =
	TYPE(RECORD_MINUTES, minutes_text, "Protokolltext", "justerat protokoll", "protokoll/ÅÅÅÅ-MM-DD-<id>.txt", minutes_fields);
