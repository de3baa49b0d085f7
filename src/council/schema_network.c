/* The rows of the network around the council: ombud, education, partners and the centre, resources, questions. */
#include "schema_local.h"

#include "radsbord/base/language.h"

const struct choice liaison_roles[] = {
	{"ombud", N_("ombud")}, {"stodfunktion", N_("stödfunktion")}, {"kontakt", N_("kontaktperson")}, {NULL, NULL}};
const struct choice education_kinds[] = {
	{"utbildning", N_("utbildning")}, {"fortbildning", N_("fortbildning")}, {"handledning", N_("handledning")}, {"seminarium", N_("seminarium")},
	{NULL, NULL}};
const struct choice partner_kinds[] = {
	{"stiftelse", N_("stiftelse")}, {"universitet", N_("universitet")},    {"region", N_("region")}, {"kommun", N_("kommun")},
	{"privat", N_("privat utförare")}, {"annan", N_("annan")}, {NULL, NULL}};
const struct choice resource_kinds[] = {
	{"vagledning", N_("vägledning")}, {"utbildning", N_("utbildning")}, {"kontakt", N_("kontakt")}, {"instrument", N_("instrument")}, {NULL, NULL}};

#define DAY_HINT N_("Till exempel 4/2 eller v 5. En dag som har varit skrivs med år: 2026-09-10.")

static const struct field liaison_fields[] = {
	ID(liaison),
	ROW(liaison, place, "Plats", N_("Kommun eller region"), FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = N_("Kommunens eller regionens namn.")),
	ROW(liaison, workplace, "Enhet", N_("Arbetsplats"), FIELD_TEXT),
	ROW(liaison, role, "Roll", N_("Roll"), FIELD_CHOICE, .choices = liaison_roles),
	ROW(liaison, person, "Person", N_("Person"), FIELD_TEXT, .flags = FIELD_CONTACT, .hint = N_("Tomt: uppdraget är vakant.")),
	ROW(liaison, email, "Epost", N_("E-post"), FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(liaison, from, "Fran", N_("Från"), FIELD_DATE, .hint = DAY_HINT),
	ROW(liaison, to, "Till", N_("Till"), FIELD_DATE, .hint = DAY_HINT),
	ROW(liaison, note, "Not", N_("Not"), FIELD_LINES),
};
static const struct field education_fields[] = {
	ID(education),
	ROW(education, date, "Datum", N_("Datum"), FIELD_DATE, .flags = FIELD_REQUIRED, .hint = DAY_HINT),
	ROW(education, title, "Rubrik", N_("Vad"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(education, kind, "Slag", N_("Slag"), FIELD_CHOICE, .choices = education_kinds),
	ROW(education, audience, "Malgrupp", N_("Målgrupp"), FIELD_TEXT),
	ROW(education, focus, "Fokusomrade", N_("Fokusområde"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(education, participants, "Deltagare", N_("Deltagare"), FIELD_LIST,
	    .hint = N_("Organisation och antal, en per rad, till exempel Flens kommun 12. Även privata utförare.")),
	ROW(education, note, "Not", N_("Not"), FIELD_LINES),
};
static const struct field partner_fields[] = {
	ID(partner),
	ROW(partner, name, "Namn", N_("Namn"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(partner, kind, "Slag", N_("Slag"), FIELD_CHOICE, .choices = partner_kinds),
	ROW(partner, amount, "Belopp", N_("Kronor per år"), FIELD_INT, .hint = N_("Hela kronor. Tomt: okänt, eller betalar inte.")),
	ROW(partner, from, "Avtal_fran", N_("Avtal från"), FIELD_DATE, .hint = DAY_HINT),
	ROW(partner, to, "Avtal_till", N_("Avtal till"), FIELD_DATE, .hint = DAY_HINT),
	ROW(partner, contact, "Kontakt", N_("Kontakt"), FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(partner, note, "Not", N_("Not"), FIELD_LINES),
};
static const struct field centre_fields[] = {
	ID(centre),
	ROW(centre, name, "Namn", N_("Centrum"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(centre, vision, "Vision", N_("Vision"), FIELD_LINES),
	ROW(centre, goal, "Mal", N_("Mål"), FIELD_LINES),
	ROW(centre, areas, "Omrade", N_("Områden"), FIELD_LIST, .hint = N_("Ett per rad, till exempel utbildning.")),
	ROW(centre, operator_name, "Driftansvarig", N_("Driftansvarig"), FIELD_TEXT),
	ROW(centre, from, "Avtal_fran", N_("Avtal från"), FIELD_DATE, .hint = DAY_HINT),
	ROW(centre, to, "Avtal_till", N_("Avtal till"), FIELD_DATE, .hint = DAY_HINT),
	ROW(centre, source, "Kalla", N_("Källa"), FIELD_TEXT),
	ROW(centre, note, "Not", N_("Not"), FIELD_LINES),
};
static const struct field resource_fields[] = {
	ID(resource),
	ROW(resource, title, "Rubrik", N_("Resurs"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(resource, kind, "Slag", N_("Slag"), FIELD_CHOICE, .choices = resource_kinds),
	ROW(resource, audience, "Malgrupp", N_("Målgrupp"), FIELD_TEXT),
	ROW(resource, address, "Adress", N_("Var den finns"), FIELD_TEXT, .hint = N_("Webbadress, hyllmärke eller plats i samlingen.")),
	ROW(resource, contact, "Kontakt", N_("Kontakt"), FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(resource, checked, "Kontrollerad", N_("Kontrollerad"), FIELD_DATE, .hint = N_("Dagen någon senast såg att den gäller.")),
	ROW(resource, note, "Not", N_("Not"), FIELD_LINES),
};
static const struct field question_fields[] = {
	ID(question),
	ROW(question, date, "Datum", N_("Kom in"), FIELD_DATE, .flags = FIELD_REQUIRED, .hint = DAY_HINT),
	ROW(question, workplace, "Enhet", N_("Arbetsplats"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(question, topic, "Amne", N_("Ämne"), FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = N_("Några ord. Skriv inget om en enskild patient.")),
	ROW(question, text, "Text", N_("Frågan eller behovet"), FIELD_LINES),
	ROW(question, within, "Inom_omradet", N_("Hör till rådets område"), FIELD_CHOICE, .choices = answers),
	ROW(question, answered_by, "Besvarad_av", N_("Besvarad av"), FIELD_TEXT),
	ROW(question, answered, "Besvarad", N_("Besvarad den"), FIELD_DATE, .hint = DAY_HINT),
	ROW(question, answer, "Svar", N_("Svar"), FIELD_LINES),
	ROW(question, action, "Atgard", N_("Blev åtgärd"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(question, meeting, "Mote", N_("Tas upp på mötet"), FIELD_REF, .flags = FIELD_INTERNAL),
};

const struct record_type schema_liaison = TYPE(RECORD_LIAISON, liaison, "Ombud", N_("ombud"), "ombud.rec", liaison_fields);
const struct record_type schema_education =
	TYPE(RECORD_EDUCATION, education, "Utbildning", N_("utbildning"), "utbildningar.rec", education_fields);
const struct record_type schema_partner = TYPE(RECORD_PARTNER, partner, "Part", N_("part"), "parter.rec", partner_fields);
const struct record_type schema_centre = TYPE(RECORD_CENTRE, centre, "Centrum", N_("centrum"), "parter.rec", centre_fields);
const struct record_type schema_resource = TYPE(RECORD_RESOURCE, resource, "Resurs", N_("resurs"), "resurser.rec", resource_fields);
const struct record_type schema_question = TYPE(RECORD_QUESTION, question, "Fraga", N_("fråga"), "fragor.rec", question_fields);
