/* The rows of referrals and their way-points. */
#include "schema_local.h"

/* DOMAIN section 3: tillstyrker, med synpunkter, avstyrker, avstår, yttrar sig inte. */
const struct choice referral_positions[] = {
	{"ej_bestamd", "inte bestämd"}, {"tillstyrker", "tillstyrker"}, {"tillstyrker_med", "tillstyrker med synpunkter"},
	{"avstyrker", "avstyrker"},     {"avstar", "avstår"},           {"yttrar_ej", "yttrar sig inte"}, {NULL, NULL}};

#define DAY_HINT "Till exempel 2027-02-04, 4/2 eller v 5. Skriv hela datumet för en dag som har varit."
#define TEXT_HINT "Står under rubriken i yttrandet."

static const struct field referral_fields[] = {
	ID(referral),
	NR(referral),
	ROW(referral, title, "Rubrik", "Ämne", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(referral, sender, "Avsandare", "Avsändare", FIELD_TEXT),
	ROW(referral, their_number, "Dnr_deras", "Deras diarienummer", FIELD_TEXT),
	ROW(referral, our_number, "Dnr_vart", "Vårt diarienummer", FIELD_TEXT),
	ROW(referral, received, "Inkom", "Kom in", FIELD_DATE, .hint = DAY_HINT),
	ROW(referral, due, "Svar_senast", "Svar senast", FIELD_DATE, .flags = FIELD_REQUIRED, .hint = DAY_HINT),
	ROW(referral, recipient, "Mottagare", "Svaret ställs till", FIELD_TEXT),
	ROW(referral, prepared_by, "Handlaggare", "Bereds av", FIELD_TEXT, .hint = "Roll, person eller organisation."),
	ROW(referral, attachments, "Bilaga", "Bilagor", FIELD_LIST, .hint = "En per rad: namn, eller var den finns."),
	ROW(referral, position, "Stallning", "Ställning", FIELD_CHOICE, .choices = referral_positions),
	ROW(referral, conditions, "Villkor", "Villkor", FIELD_LINES, .hint = "Vad ställningen förutsätter."),
	ROW(referral, summary, "Sammanfattning", "Sammanfattning", FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, preparation, "Beredning", "Ärendets beredning", FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, background, "Bakgrund", "Bakgrund", FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, matter, "Arendet", "Ärendet", FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, opinion, "Synpunkter", "Synpunkter och förslag", FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, sent, "Expedierad", "Svaret sänt", FIELD_DATE, .hint = DAY_HINT),
	ROW(referral, meeting, "Mote", "Behandlas på möte", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(referral, note, "Not", "Not", FIELD_LINES),
};
static const struct field waypoint_fields[] = {
	ID(waypoint),
	ROW(waypoint, referral, "Remiss", "Remiss", FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(waypoint, title, "Rubrik", "Delsteg", FIELD_TEXT, .flags = FIELD_REQUIRED,
	    .hint = "Till exempel Facklig samverkansgrupp."),
	ROW(waypoint, workdays, "Arbetsdagar_fore", "Arbetsdagar före svaret", FIELD_INT,
	    .hint = "Räknas bakåt från dagen svaret ska lämnas, utan helgdagar. Eller skriv en dag nedan."),
	ROW(waypoint, date, "Datum", "Eller den", FIELD_DATE, .hint = DAY_HINT),
	ROW(waypoint, done, "Klart", "Klart", FIELD_DATE, .hint = DAY_HINT),
};

const struct record_type schema_referral = TYPE(RECORD_REFERRAL, referral, "Remiss", "remiss", "remisser.rec", referral_fields);
const struct record_type schema_waypoint = TYPE(RECORD_WAYPOINT, waypoint, "Delsteg", "delsteg", "remisser.rec", waypoint_fields);
