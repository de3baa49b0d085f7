/* The rows of the network around the council: ombud, education, partners and the centre, resources, questions. */
#include "schema_local.h"

const struct choice liaison_roles[] = {
	{"ombud", "ombud"}, {"stodfunktion", "stödfunktion"}, {"kontakt", "kontaktperson"}, {NULL, NULL}};
const struct choice education_kinds[] = {
	{"utbildning", "utbildning"}, {"fortbildning", "fortbildning"}, {"handledning", "handledning"}, {"seminarium", "seminarium"},
	{NULL, NULL}};
const struct choice partner_kinds[] = {
	{"stiftelse", "stiftelse"}, {"universitet", "universitet"},    {"region", "region"}, {"kommun", "kommun"},
	{"privat", "privat utförare"}, {"annan", "annan"}, {NULL, NULL}};
const struct choice resource_kinds[] = {
	{"vagledning", "vägledning"}, {"utbildning", "utbildning"}, {"kontakt", "kontakt"}, {"instrument", "instrument"}, {NULL, NULL}};

#define DAY_HINT "Till exempel 2027-02-04, 4/2 eller v 5. Skriv hela datumet för en dag som har varit."

static const struct field liaison_fields[] = {
	ID(liaison),
	ROW(liaison, place, "Plats", "Kommun eller region", FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = "Kod, till exempel 0484."),
	ROW(liaison, workplace, "Enhet", "Arbetsplats", FIELD_TEXT),
	ROW(liaison, role, "Roll", "Roll", FIELD_CHOICE, .choices = liaison_roles),
	ROW(liaison, person, "Person", "Person", FIELD_TEXT, .flags = FIELD_CONTACT, .hint = "Tomt: uppdraget är vakant."),
	ROW(liaison, email, "Epost", "E-post", FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(liaison, from, "Fran", "Från", FIELD_DATE, .hint = DAY_HINT),
	ROW(liaison, to, "Till", "Till", FIELD_DATE, .hint = DAY_HINT),
	ROW(liaison, note, "Not", "Not", FIELD_LINES),
};
static const struct field education_fields[] = {
	ID(education),
	ROW(education, date, "Datum", "Datum", FIELD_DATE, .flags = FIELD_REQUIRED, .hint = DAY_HINT),
	ROW(education, title, "Rubrik", "Vad", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(education, kind, "Slag", "Slag", FIELD_CHOICE, .choices = education_kinds),
	ROW(education, audience, "Malgrupp", "Målgrupp", FIELD_TEXT),
	ROW(education, focus, "Fokusomrade", "Fokusområde", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(education, participants, "Deltagare", "Deltagare", FIELD_LIST,
	    .hint = "Organisation och antal, en per rad, till exempel Flens kommun 12. Även privata utförare."),
	ROW(education, note, "Not", "Not", FIELD_LINES),
};
static const struct field partner_fields[] = {
	ID(partner),
	ROW(partner, name, "Namn", "Namn", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(partner, kind, "Slag", "Slag", FIELD_CHOICE, .choices = partner_kinds),
	ROW(partner, amount, "Belopp", "Kronor per år", FIELD_INT, .hint = "Hela kronor. Tomt: okänt, eller betalar inte."),
	ROW(partner, from, "Avtal_fran", "Avtal från", FIELD_DATE, .hint = DAY_HINT),
	ROW(partner, to, "Avtal_till", "Avtal till", FIELD_DATE, .hint = DAY_HINT),
	ROW(partner, contact, "Kontakt", "Kontakt", FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(partner, note, "Not", "Not", FIELD_LINES),
};
static const struct field centre_fields[] = {
	ID(centre),
	ROW(centre, name, "Namn", "Centrum", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(centre, vision, "Vision", "Vision", FIELD_LINES),
	ROW(centre, goal, "Mal", "Mål", FIELD_LINES),
	ROW(centre, areas, "Omrade", "Områden", FIELD_LIST, .hint = "Ett per rad, till exempel utbildning."),
	ROW(centre, operator_name, "Driftansvarig", "Driftansvarig", FIELD_TEXT),
	ROW(centre, from, "Avtal_fran", "Avtal från", FIELD_DATE, .hint = DAY_HINT),
	ROW(centre, to, "Avtal_till", "Avtal till", FIELD_DATE, .hint = DAY_HINT),
	ROW(centre, source, "Kalla", "Källa", FIELD_TEXT),
	ROW(centre, note, "Not", "Not", FIELD_LINES),
};
static const struct field resource_fields[] = {
	ID(resource),
	ROW(resource, title, "Rubrik", "Resurs", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(resource, kind, "Slag", "Slag", FIELD_CHOICE, .choices = resource_kinds),
	ROW(resource, audience, "Malgrupp", "Målgrupp", FIELD_TEXT),
	ROW(resource, address, "Adress", "Var den finns", FIELD_TEXT, .hint = "Webbadress, hyllmärke eller plats i samlingen."),
	ROW(resource, contact, "Kontakt", "Kontakt", FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(resource, checked, "Kontrollerad", "Kontrollerad", FIELD_DATE, .hint = "Dagen någon senast såg att den gäller."),
	ROW(resource, note, "Not", "Not", FIELD_LINES),
};
static const struct field question_fields[] = {
	ID(question),
	ROW(question, date, "Datum", "Kom in", FIELD_DATE, .flags = FIELD_REQUIRED, .hint = DAY_HINT),
	ROW(question, workplace, "Enhet", "Arbetsplats", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(question, topic, "Amne", "Ämne", FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = "Några ord. Skriv inget om en enskild patient."),
	ROW(question, text, "Text", "Frågan eller behovet", FIELD_LINES),
	ROW(question, within, "Inom_omradet", "Hör till rådets område", FIELD_CHOICE, .choices = answers),
	ROW(question, answered_by, "Besvarad_av", "Besvarad av", FIELD_TEXT),
	ROW(question, answered, "Besvarad", "Besvarad den", FIELD_DATE, .hint = DAY_HINT),
	ROW(question, answer, "Svar", "Svar", FIELD_LINES),
	ROW(question, action, "Atgard", "Blev åtgärd", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(question, meeting, "Mote", "Tas upp på mötet", FIELD_REF, .flags = FIELD_INTERNAL),
};

const struct record_type schema_liaison = TYPE(RECORD_LIAISON, liaison, "Ombud", "ombud", "ombud.rec", liaison_fields);
const struct record_type schema_education =
	TYPE(RECORD_EDUCATION, education, "Utbildning", "utbildning", "utbildningar.rec", education_fields);
const struct record_type schema_partner = TYPE(RECORD_PARTNER, partner, "Part", "part", "parter.rec", partner_fields);
const struct record_type schema_centre = TYPE(RECORD_CENTRE, centre, "Centrum", "centrum", "parter.rec", centre_fields);
const struct record_type schema_resource = TYPE(RECORD_RESOURCE, resource, "Resurs", "resurs", "resurser.rec", resource_fields);
const struct record_type schema_question = TYPE(RECORD_QUESTION, question, "Fraga", "fråga", "fragor.rec", question_fields);
