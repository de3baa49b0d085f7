/* filter_words.c - which words a filter has over each kind of record. A word is a row. */
#include "filter_local.h"

#include "radsbord/base/language.h"

#define WORD(name, help, kind, ...) {name, help, FILTER_##kind, __VA_ARGS__}

static const struct filter_key actions[] = {
	WORD("ansvarig", N_("vem som ansvarar"), TEXT, .field = "Ansvarig"),
	WORD("status", N_("pågår, klar, öppen …"), CHOICE, .value = filter_action_status),
	WORD("försenad", N_("tiden har gått ut"), FLAG, .value = filter_action_late),
	WORD("senast", N_("klart senast"), BY_DAY, .field = "Klart_senast"),
	WORD("fokus", N_("fokusområde"), TEXT, .value = filter_action_focus),
	WORD("tjänst", N_("tjänsten som bristen gäller"), CHOICE, .value = filter_action_service),
	WORD("brist", N_("bristens Id"), TEXT, .field = "Brist"),
	WORD("förslag", N_("förslagets Id"), TEXT, .field = "Forslag"),
	WORD("medverkande", N_("vilka som medverkar"), TEXT, .field = "Medverkande"),
	WORD("målgrupp", N_("vem den är till för"), TEXT, .field = "Malgrupp"),
	WORD("slag", N_("åtgärd eller aktivitet"), CHOICE, .field = "Slag"),
	WORD("möte", N_("dagen den beslutades"), DAY, .value = filter_action_meeting),
	WORD("start", N_("när den börjar"), DAY, .field = "Start"),
	WORD("klart", N_("dagen den blev klar"), DAY, .field = "Klart"),
	WORD("plan", N_("planens år"), NUMBER, .value = filter_action_plan),
	WORD("nr", N_("nummer"), NUMBER, .field = "Nr"),
};
static const struct filter_key goals[] = {
	WORD("slag", N_("mätbart eller princip"), CHOICE, .field = "Slag"),
	WORD("indikator", N_("indikatorn"), TEXT, .field = "Indikator"),
	WORD("plats", N_("var det gäller"), TEXT, .value = filter_goal_place),
	WORD("år", N_("delmålets år"), NUMBER, .field = "Delmal_ar"),
	WORD("plan", N_("planens år"), NUMBER, .value = filter_goal_plan),
	WORD("nr", N_("nummer"), NUMBER, .field = "Nr"),
};
static const struct filter_key focuses[] = {
	WORD("öppna", N_("antal öppna åtgärder"), NUMBER, .value = filter_focus_open),
	WORD("plan", N_("planens år"), NUMBER, .value = filter_focus_plan),
	WORD("nr", N_("nummer"), NUMBER, .field = "Nr"),
};
static const struct filter_key plans[] = {
	WORD("år", N_("planens år"), NUMBER, .field = "Ar"),
	WORD("antagen", N_("dagen den antogs"), DAY, .field = "Antagen"),
	WORD("öppna", N_("antal öppna åtgärder"), NUMBER, .value = filter_plan_open),
};
static const struct filter_key meetings[] = {
	WORD("datum", N_("mötesdagen"), DAY, .field = "Datum"),
	WORD("typ", N_("halvdag, heldag …"), CHOICE, .field = "Typ"),
	WORD("status", N_("planerat, hållet …"), CHOICE, .field = "Status"),
	WORD("plats", N_("var det hålls"), TEXT, .field = "Plats"),
	WORD("protokoll", N_("utkast, justerat …"), CHOICE, .field = "Protokoll"),
	WORD("ärende", N_("ett ärende på dagordningen"), TEXT, .value = filter_meeting_agenda),
	WORD("nr", N_("nummer"), NUMBER, .field = "Nr"),
};
static const struct filter_key referrals[] = {
	WORD("avsändare", N_("vem som frågar"), TEXT, .field = "Avsandare"),
	WORD("läge", N_("pågår, sänt …"), CHOICE, .value = filter_referral_state),
	WORD("försenad", N_("svarstiden har gått ut"), FLAG, .value = filter_referral_late),
	WORD("senast", N_("svar senast"), BY_DAY, .field = "Svar_senast"),
	WORD("ställning", N_("rådets ställning"), CHOICE, .field = "Stallning"),
	WORD("bereds", N_("vem som bereder"), TEXT, .field = "Handlaggare"),
	WORD("inkom", N_("dagen den kom in"), DAY, .field = "Inkom"),
	WORD("sänt", N_("dagen svaret sändes"), DAY, .field = "Expedierad"),
	WORD("dnr", N_("diarienummer"), TEXT, .value = filter_referral_numbers),
	WORD("nr", N_("nummer"), NUMBER, .field = "Nr"),
};
static const struct filter_key waypoints[] = {
	WORD("läge", N_("klart, återstår"), CHOICE, .value = filter_waypoint_state),
	WORD("försenad", N_("dagen har passerat"), FLAG, .value = filter_waypoint_late),
	WORD("dag", N_("delstegets dag"), BY_DAY, .value = filter_waypoint_day),
	WORD("remiss", N_("remissens ämne"), TEXT, .value = filter_waypoint_referral),
};
static const struct filter_key seats[] = {
	WORD("läge", N_("tillsatt, vakant …"), CHOICE, .value = filter_seat_state),
	WORD("organisation", N_("vem platsen hör till"), TEXT, .field = "Organisation"),
	WORD("roll", N_("ledamot, ersättare …"), CHOICE, .field = "Roll"),
	WORD("grupp", N_("kommun, region …"), CHOICE, .field = "Grupp"),
	WORD("person", N_("vem som sitter"), TEXT, .field = "Person"),
	WORD("plats", N_("kommun eller region"), TEXT, .value = filter_place_name),
	WORD("till", N_("sista dagen"), BY_DAY, .field = "Till"),
};
static const struct filter_key liaisons[] = {
	WORD("läge", N_("tillsatt, vakant …"), CHOICE, .value = filter_liaison_state),
	WORD("plats", N_("kommun eller region"), TEXT, .value = filter_place_name),
	WORD("arbetsplats", N_("arbetsplatsen"), TEXT, .field = "Enhet"),
	WORD("roll", N_("ombud, stödfunktion …"), CHOICE, .field = "Roll"),
	WORD("person", N_("vem det är"), TEXT, .field = "Person"),
	WORD("till", N_("sista dagen"), BY_DAY, .field = "Till"),
};
static const struct filter_key education[] = {
	WORD("datum", N_("dagen"), DAY, .field = "Datum"),
	WORD("målgrupp", N_("vem den är till för"), TEXT, .field = "Malgrupp"),
	WORD("slag", N_("utbildning, seminarium …"), CHOICE, .field = "Slag"),
	WORD("deltagare", N_("antal, när det är känt"), NUMBER, .value = filter_education_people),
};
static const struct filter_key partners[] = {
	WORD("slag", N_("stiftelse, kommun …"), CHOICE, .field = "Slag"),
	WORD("kronor", N_("kronor per år"), NUMBER, .field = "Belopp"),
	WORD("avtal", N_("avtalets sista dag"), BY_DAY, .field = "Avtal_till"),
};
static const struct filter_key centres[] = {
	WORD("område", N_("vad det arbetar med"), TEXT, .field = "Omrade"),
	WORD("avtal", N_("avtalets sista dag"), BY_DAY, .field = "Avtal_till"),
};
static const struct filter_key resources[] = {
	WORD("slag", N_("vägledning, kontakt …"), CHOICE, .field = "Slag"),
	WORD("målgrupp", N_("vem den är till för"), TEXT, .field = "Malgrupp"),
	WORD("kontrollerad", N_("senast sedd"), BY_DAY, .field = "Kontrollerad"),
	WORD("gammal", N_("inte kontrollerad på ett år"), FLAG, .value = filter_resource_stale),
};
static const struct filter_key questions[] = {
	WORD("läge", N_("öppen, besvarad …"), CHOICE, .value = filter_question_state),
	WORD("arbetsplats", N_("vem som frågar"), TEXT, .field = "Enhet"),
	WORD("ämne", N_("ämnet"), TEXT, .field = "Amne"),
	WORD("datum", N_("dagen den kom in"), DAY, .field = "Datum"),
	WORD("område", N_("hör till rådets område"), CHOICE, .field = "Inom_omradet"),
};
static const struct filter_key gaps[] = {
	WORD("tjänst", N_("vilken tjänst"), CHOICE, .value = filter_gap_service),
	WORD("plats", N_("var"), TEXT, .value = filter_gap_where),
	WORD("läge", N_("saknas, begränsning …"), CHOICE, .value = filter_gap_degree),
	WORD("åtgärder", N_("antal åtgärder som svarar"), NUMBER, .value = filter_gap_actions),
	WORD("kontrollerad", N_("uppgiftens dag"), BY_DAY, .field = "Kontrollerad"),
	WORD("region", N_("regionen"), TEXT, .value = filter_gap_region),
	WORD("begränsning", N_("vad som begränsar"), TEXT, .field = "Begransning"),
	WORD("källa", N_("källans Id"), TEXT, .field = "Kalla"),
	WORD("status", NULL, CHOICE, .value = filter_gap_degree),
	WORD("grad", NULL, CHOICE, .value = filter_gap_degree),
};
static const struct filter_key units[] = {
	WORD("typ", N_("enhetens typ"), CHOICE, .field = "Typ"),
	WORD("plats", N_("var den ligger eller betjänar"), TEXT, .value = filter_unit_where),
	WORD("region", N_("regionen"), TEXT, .value = filter_unit_region),
	WORD("vårdplatser", N_("antal"), NUMBER, .field = "Vardplatser"),
	WORD("dygnet-runt", N_("ja, nej, okänt"), CHOICE, .value = filter_unit_round),
	WORD("diagnoser", N_("alla diagnoser: ja, nej, okänt"), CHOICE, .value = filter_unit_diagnoses),
	WORD("åldrar", N_("alla åldrar: ja, nej, okänt"), CHOICE, .value = filter_unit_ages),
	WORD("kontrollerad", N_("uppgiftens dag"), BY_DAY, .field = "Kontrollerad"),
};
static const struct filter_key proposals[] = {
	WORD("svar", N_("hur långt det har kommit"), CHOICE, .value = filter_proposal_answer),
	WORD("nivå", N_("nationell, regional, enheten"), CHOICE, .field = "Niva"),
	WORD("tjänst", N_("vilken tjänst"), CHOICE, .value = filter_proposal_services),
	WORD("tema", N_("temat"), TEXT, .field = "Tema"),
	WORD("åtgärder", N_("antal åtgärder som svarar"), NUMBER, .value = filter_proposal_actions),
};

#define WORDS(of) {of, sizeof of / sizeof *of}
const struct filter_words filter_words[RECORD_KINDS] = {
	[RECORD_ACTION] = WORDS(actions),       [RECORD_GOAL] = WORDS(goals),           [RECORD_FOCUS] = WORDS(focuses),
	[RECORD_PLAN] = WORDS(plans),           [RECORD_MEETING] = WORDS(meetings),     [RECORD_REFERRAL] = WORDS(referrals),
	[RECORD_WAYPOINT] = WORDS(waypoints),   [RECORD_SEAT] = WORDS(seats),           [RECORD_LIAISON] = WORDS(liaisons),
	[RECORD_EDUCATION] = WORDS(education),  [RECORD_PARTNER] = WORDS(partners),     [RECORD_CENTRE] = WORDS(centres),
	[RECORD_RESOURCE] = WORDS(resources),   [RECORD_QUESTION] = WORDS(questions),   [RECORD_GAP] = WORDS(gaps),
	[RECORD_FACT] = WORDS(gaps),            [RECORD_UNIT] = WORDS(units),           [RECORD_PROPOSAL] = WORDS(proposals),
};

/* ---- ready-made -------------------------------------------------------------- */

static const struct ready_filter ready_actions[] = {
	{N_("Försenade"), "försenad"},
	{N_("Före nästa möte"), "status:öppen senast:nästa-möte"},
	{N_("Utan ansvarig"), "status:öppen utan:ansvarig"},
	{N_("Utan tid"), "status:öppen utan:senast -status:löpande"},
	{N_("Klara"), "status:klar"},
	{NULL, NULL}};
static const struct ready_filter ready_gaps[] = {
	{N_("Utan åtgärd"), "åtgärder:0"}, {N_("Saknas helt"), "läge:saknas -läge:delvis"}, {N_("Finns med begränsning"), "läge:begränsning"},
	{NULL, NULL}};
static const struct ready_filter ready_units[] = {
	{N_("Dygnet runt"), "dygnet-runt:ja"}, {N_("Har vårdplatser"), "vårdplatser:>0"}, {NULL, NULL}};
static const struct ready_filter ready_proposals[] = {
	{N_("Utan svar"), "svar:okänt"}, {N_("Utan åtgärd"), "åtgärder:0"}, {NULL, NULL}};
static const struct ready_filter ready_meetings[] = {
	{N_("Kommande"), "datum:>=idag -status:inställt"}, {N_("Protokoll som inte är justerade"), "status:hållet -protokoll:justerat"},
	{NULL, NULL}};
static const struct ready_filter ready_referrals[] = {
	{N_("Obesvarade"), "utan:sänt"}, {N_("Svar inom en månad"), "utan:sänt senast:+30"}, {NULL, NULL}};
static const struct ready_filter ready_waypoints[] = {{N_("Återstår"), "-läge:klart"}, {N_("Dagen har passerat"), "försenad"}, {NULL, NULL}};
static const struct ready_filter ready_seats[] = {{N_("Vakanta"), "läge:vakant"}, {NULL, NULL}};
static const struct ready_filter ready_resources[] = {{N_("Att kontrollera"), "gammal"}, {NULL, NULL}};
static const struct ready_filter ready_questions[] = {{N_("Obesvarade"), "-läge:besvarad"}, {NULL, NULL}};
static const struct ready_filter ready_none[] = {{NULL, NULL}};

const struct ready_filter *record_filter_ready(enum record_kind kind)
{
	static const struct ready_filter *const ready[RECORD_KINDS] = {
		[RECORD_ACTION] = ready_actions,     [RECORD_GAP] = ready_gaps,           [RECORD_UNIT] = ready_units,
		[RECORD_PROPOSAL] = ready_proposals, [RECORD_MEETING] = ready_meetings,   [RECORD_REFERRAL] = ready_referrals,
		[RECORD_WAYPOINT] = ready_waypoints, [RECORD_SEAT] = ready_seats,         [RECORD_LIAISON] = ready_seats,
		[RECORD_RESOURCE] = ready_resources, [RECORD_QUESTION] = ready_questions,
	};
	return ready[kind] ? ready[kind] : ready_none;
}
