/* The rows of referrals and their way-points. */
#include "schema_local.h"

#include "radsbord/base/language.h"

/* DOMAIN section 3: tillstyrker, med synpunkter, avstyrker, avstår, yttrar sig inte. */
const struct choice referral_positions[] = {
	{"ej_bestamd", N_("inte bestämd")}, {"tillstyrker", N_("tillstyrker")}, {"tillstyrker_med", N_("tillstyrker med synpunkter")},
	{"avstyrker", N_("avstyrker")},     {"avstar", N_("avstår")},           {"yttrar_ej", N_("yttrar sig inte")}, {NULL, NULL}};

#define DAY_HINT N_("Till exempel 4/2 eller v 5. En dag som har varit skrivs med år: 2026-09-10.")
#define TEXT_HINT N_("Står under rubriken i yttrandet.")

static const struct field referral_fields[] = {
	ID(referral),
	NR(referral),
	ROW(referral, title, "Rubrik", N_("Ämne"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(referral, sender, "Avsandare", N_("Avsändare"), FIELD_TEXT),
	ROW(referral, their_number, "Dnr_deras", N_("Deras diarienummer"), FIELD_TEXT),
	ROW(referral, our_number, "Dnr_vart", N_("Vårt diarienummer"), FIELD_TEXT),
	ROW(referral, received, "Inkom", N_("Kom in"), FIELD_DATE, .hint = DAY_HINT),
	ROW(referral, due, "Svar_senast", N_("Svar senast"), FIELD_DATE, .flags = FIELD_REQUIRED, .hint = DAY_HINT),
	ROW(referral, recipient, "Mottagare", N_("Svaret ställs till"), FIELD_TEXT),
	ROW(referral, prepared_by, "Handlaggare", N_("Bereds av"), FIELD_TEXT, .hint = N_("Roll, person eller organisation.")),
	ROW(referral, attachments, "Bilaga", N_("Bilagor"), FIELD_LIST, .hint = N_("En per rad: namn, eller var den finns.")),
	ROW(referral, position, "Stallning", N_("Ställning"), FIELD_CHOICE, .choices = referral_positions),
	ROW(referral, conditions, "Villkor", N_("Villkor"), FIELD_LINES, .hint = N_("Vad ställningen förutsätter.")),
	ROW(referral, summary, "Sammanfattning", N_("Sammanfattning"), FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, preparation, "Beredning", N_("Ärendets beredning"), FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, background, "Bakgrund", N_("Bakgrund"), FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, matter, "Arendet", N_("Ärendet"), FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, opinion, "Synpunkter", N_("Synpunkter och förslag"), FIELD_LINES, .hint = TEXT_HINT),
	ROW(referral, sent, "Expedierad", N_("Svaret sänt"), FIELD_DATE, .hint = DAY_HINT),
	ROW(referral, meeting, "Mote", N_("Behandlas på möte"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(referral, note, "Not", N_("Not"), FIELD_LINES),
};
static const struct field waypoint_fields[] = {
	ID(waypoint),
	ROW(waypoint, referral, "Remiss", N_("Remiss"), FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(waypoint, title, "Rubrik", N_("Delsteg"), FIELD_TEXT, .flags = FIELD_REQUIRED,
	    .hint = N_("Till exempel Facklig samverkansgrupp.")),
	ROW(waypoint, workdays, "Arbetsdagar_fore", N_("Arbetsdagar före svaret"), FIELD_INT,
	    .hint = N_("Räknas bakåt från dagen svaret ska lämnas, utan helgdagar. Eller skriv en dag nedan.")),
	ROW(waypoint, date, "Datum", N_("Eller den"), FIELD_DATE, .hint = DAY_HINT),
	ROW(waypoint, done, "Klart", N_("Klart"), FIELD_DATE, .hint = DAY_HINT),
};

const struct record_type schema_referral = TYPE(RECORD_REFERRAL, referral, "Remiss", N_("remiss"), "remisser.rec", referral_fields);
const struct record_type schema_waypoint = TYPE(RECORD_WAYPOINT, waypoint, "Delsteg", N_("delsteg"), "remisser.rec", waypoint_fields);
