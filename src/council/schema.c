/* The rows: every field of every record kind, and the coded values. */
#include "schema_local.h"

#include <string.h>

const struct choice action_statuses[] = {
	{"ej_paborjad", "ej påbörjad"}, {"pagar", "pågår"},   {"lopande", "löpande"}, {"klar", "klar"},
	{"pausad", "pausad"},           {"utgar", "utgår"},   {NULL, NULL},
};
const struct choice action_kinds[] = {{"aktivitet", "aktivitet"}, {"atgard", "åtgärd"}, {NULL, NULL}};
const struct choice meeting_types[] = {
	{"okant", "ej angivet"}, {"halvdag", "halvdag"}, {"heldag", "heldag"}, {"extra", "extra möte"}, {NULL, NULL}};
const struct choice meeting_statuses[] = {
	{"planerat", "planerat"}, {"kallat", "kallelse sänd"}, {"hallet", "hållet"}, {"installt", "inställt"}, {NULL, NULL}};
const struct choice item_kinds[] = {
	{"information", "information"}, {"diskussion", "diskussion"}, {"beslut", "beslut"},
	{"uppdrag", "uppdrag"},         {"bordlaggning", "bordläggning"}, {NULL, NULL}};
const struct choice seat_groups[] = {
	{"kommun", "kommun"},   {"region", "region"},           {"privat", "privat utförare"},
	{"patient", "patient- och närståendeföreträdare"},      {"universitet", "universitet"},
	{"annan", "annan"},     {NULL, NULL}};
const struct choice seat_roles[] = {
	{"ledamot", "ledamot"},         {"ersattare", "ersättare"},   {"ordforande", "ordförande"},
	{"vice_ordforande", "vice ordförande"}, {"sekreterare", "sekreterare"}, {"adjungerad", "adjungerad"}, {NULL, NULL}};
const struct choice goal_kinds[] = {{"matt", "mätbart mål"}, {"princip", "principmål"}, {NULL, NULL}};

const struct choice service_choices[] = {
	{"uppdrag", "Skriftligt uppdrag"},
	{"hemsjukvard", "Palliativ hemsjukvård"},
	{"mottagning", "Palliativ mottagning"},
	{"konsultteam", "Palliativt konsultteam"},
	{"slutenvard_sjukhus", "Vårdplatser på sjukhus"},
	{"slutenvard_utanfor", "Vårdplatser utanför sjukhus"},
	{"lakarspecialist", "Läkarspecialister"},
	{"sjukskoterskespecialist", "Specialistsjuksköterskor"},
	{"kurator_rehab", "Kurator och rehabilitering"},
	{"jourlinje", "Jourlinje dygnet runt"},
	{"alla_diagnoser_stod", "Stöd oavsett diagnos"},
	{"alla_diagnoser_slutenvard", "Slutenvård oavsett diagnos"},
	{"alder_barn", "Barn och unga"},
	{"overlevnad", "Förväntad överlevnad"},
	{NULL, NULL},
};
const struct choice degree_choices[] = {
	{"saknas", "saknas"}, {"begransad", "finns med begränsning"}, {"uppfyllt", "finns"}, {NULL, NULL}};
const struct choice unit_types[] = {
	{"hemsjukvardsteam", "hemsjukvårdsteam"},
	{"konsultteam", "konsultteam"},
	{"mottagning", "mottagning"},
	{"slutenvard_sjukhus", "vårdplatser på sjukhus"},
	{"slutenvard_utanfor", "vårdplatser utanför sjukhus"},
	{"jourlinje", "jourlinje"},
	{"korttidsplatser", "korttidsplatser"},
	{"barnteam", "barnteam"},
	{NULL, NULL},
};
const struct choice answers[] = {{"okant", "okänt"}, {"nej", "nej"}, {"ja", "ja"}, {NULL, NULL}};
const struct choice proposal_levels[] = {
	{"nationell", "nationell nivå"}, {"regional", "regional nivå"}, {"enhet", "enheten"}, {NULL, NULL}};
const struct choice answer_statuses[] = {
	{"okant", "okänt"}, {"ej", "nej"}, {"pagar", "pågår"}, {"genomfort", "genomfört"}, {NULL, NULL}};
const struct choice cost_rules[] = {{"ovriga", "de andra betalar allt"}, {"per_invanare", "fast belopp per invånare"},
                                    {"sank", "budgeten sänks"}, {NULL, NULL}};
static const struct choice no_yes[] = {{"nej", "nej"}, {"ja", "ja"}, {NULL, NULL}};
static const struct choice catchments[] = {{"okand", "okänd"}, {"kand", "känd"}, {NULL, NULL}};

#define DAY_HINT "Till exempel 2027-02-04, 4/2, +14 eller v 5."
static const struct field plan_fields[] = {
	ID(plan),
	ROW(plan, year, "Ar", "År", FIELD_INT, .flags = FIELD_REQUIRED),
	ROW(plan, title, "Rubrik", "Rubrik", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(plan, commissioner, "Uppdragsgivare", "Uppdragsgivare", FIELD_TEXT, .hint = "Vem som har gett rådet dess uppdrag."),
	ROW(plan, framework, "Ramverk", "Ramverk", FIELD_TEXT, .hint = "Inom vilken samverkan eller överenskommelse."),
	ROW(plan, mandate, "Uppdrag", "Uppdrag", FIELD_LINES, .hint = "Vad rådet ska göra och får besluta."),
	ROW(plan, adopted, "Antagen", "Antagen", FIELD_DATE, .hint = DAY_HINT),
	ROW(plan, adopted_by, "Antagen_av", "Antagen av", FIELD_TEXT),
	ROW(plan, half_days, "Halvdagsmoten", "Halvdagsmöten", FIELD_INT),
	ROW(plan, full_days, "Heldagsmoten", "Heldagsmöten", FIELD_INT),
	ROW(plan, reports, "Redovisas", "Redovisas", FIELD_LINES, .hint = "Vad som redovisas i övrigt, till vem och när."),
	ROW(plan, year_plan_to, "Arsplan_till", "Årsplan lämnas till", FIELD_TEXT),
	ROW(plan, year_plan_due, "Arsplan_senast", "Årsplan senast", FIELD_DATE, .hint = DAY_HINT),
	ROW(plan, year_report_to, "Arsberattelse_till", "Årsberättelse lämnas till", FIELD_TEXT),
	ROW(plan, year_report_due, "Arsberattelse_senast", "Årsberättelse senast", FIELD_DATE, .hint = DAY_HINT),
	ROW(plan, source, "Kalla", "Källa", FIELD_TEXT),
	ROW(plan, note, "Not", "Not", FIELD_LINES),
};
/* The years of later plans that a record belongs to as well. */
#define CARRIED(record_struct) ROW(record_struct, carried, "Overford", "Förd över till plan", FIELD_LIST, .flags = FIELD_INTERNAL)
static const struct field goal_fields[] = {
	ID(goal),
	NR(goal),
	ROW(goal, kind, "Slag", "Slag", FIELD_CHOICE, .choices = goal_kinds),
	ROW(goal, title, "Rubrik", "Mål", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(goal, indicators, "Indikator", "Indikatorer", FIELD_LIST, .hint = "En per rad: indikatorns namn, till exempel Brytpunktssamtal."),
	ROW(goal, places, "Plats", "Gäller för", FIELD_LIST, .hint = "En kommun eller region per rad. Tomt: hela regionen och var kommun för sig."),
	ROW(goal, dimensions, "Oavsett", "Lika oavsett", FIELD_LIST,
	    .hint = "En per rad, sedan hur den mäts: ålder: brytpunktssamtal, smärtskattning. Eller ålder: okänt."),
	ROW(goal, target, "Delmal", "Delmål", FIELD_TEXT, .hint = "Rådets egen nivå, i indikatorernas enhet: 85 eller 8-10."),
	ROW(goal, target_year, "Delmal_ar", "Delmål senast år", FIELD_INT),
	ROW(goal, from, "Galler_fran", "Gäller från", FIELD_DATE),
	ROW(goal, to, "Galler_till", "Gäller till", FIELD_DATE),
	ROW(goal, note, "Not", "Not", FIELD_LINES),
	CARRIED(goal),
};
static const struct field focus_fields[] = {
	ID(focus),
	NR(focus),
	ROW(focus, title, "Rubrik", "Fokusområde", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(focus, note, "Not", "Not", FIELD_LINES),
	CARRIED(focus),
};
static const struct field action_fields[] = {
	ID(action),
	NR(action),
	ROW(action, kind, "Slag", "Slag", FIELD_CHOICE, .choices = action_kinds),
	ROW(action, title, "Rubrik", "Vad", FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = "Vad som ska göras, på en rad."),
	ROW(action, focus, "Fokusomrade", "Fokusområde", FIELD_REF),
	ROW(action, owner, "Ansvarig", "Ansvarig", FIELD_TEXT, .hint = "Roll, person eller organisation."),
	ROW(action, participants, "Medverkande", "Medverkande", FIELD_LIST, .hint = "En per rad: roll, person eller organisation."),
	ROW(action, start, "Start", "Start", FIELD_DATE, .hint = "Till exempel 2026-12-01, 1/12, imorgon, +14 eller v 49."),
	ROW(action, due, "Klart_senast", "Klart senast", FIELD_DATE, .hint = "Till exempel 2027-02-04, 4/2, +14 eller v 5."),
	ROW(action, done, "Klart", "Klart", FIELD_DATE, .flags = FIELD_INTERNAL),
	ROW(action, status, "Status", "Status", FIELD_CHOICE, .choices = action_statuses),
	ROW(action, gaps, "Brist", "Svarar mot brist", FIELD_REFS, .flags = FIELD_INTERNAL),
	ROW(action, proposals, "Forslag", "Svarar mot förslag", FIELD_REFS, .flags = FIELD_INTERNAL),
	ROW(action, meeting, "Mote", "Beslutad på möte", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(action, item, "Arende", "Beslutad under", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(action, audience, "Malgrupp", "Målgrupp", FIELD_TEXT, .hint = "Vem åtgärden är till för, även privata utförare."),
	ROW(action, notes, "Anteckning", "Anteckningar", FIELD_LIST, .hint = "En per rad, med dagen först: 2026-11-24 Ringt kommunen."),
	CARRIED(action),
};
static const struct field meeting_fields[] = {
	ID(meeting),
	NR(meeting),
	ROW(meeting, date, "Datum", "Datum", FIELD_DATE, .flags = FIELD_REQUIRED,
	    .hint = "Till exempel 2027-02-04, 4/2, v 5 eller fre."),
	ROW(meeting, start, "Start", "Börjar kl.", FIELD_TIME, .hint = "Till exempel 9 eller 9.30."),
	ROW(meeting, end, "Slut", "Slutar kl.", FIELD_TIME, .hint = "Till exempel 12.00."),
	ROW(meeting, type, "Typ", "Typ", FIELD_CHOICE, .choices = meeting_types),
	ROW(meeting, status, "Status", "Status", FIELD_CHOICE, .choices = meeting_statuses),
	ROW(meeting, title, "Rubrik", "Rubrik", FIELD_TEXT),
	ROW(meeting, place, "Plats", "Plats", FIELD_TEXT),
	ROW(meeting, attachments, "Bilaga", "Bilagor", FIELD_LIST, .hint = "En per rad: filnamn eller adress."),
	ROW(meeting, adjusters, "Justerare", "Justerare", FIELD_LIST, .flags = FIELD_INTERNAL),
	ROW(meeting, note, "Not", "Not", FIELD_LINES),
	ROW(meeting, uid, "Uid", "UID i kalendern", FIELD_TEXT, .flags = FIELD_INTERNAL),
	ROW(meeting, minutes, "Protokoll", "Protokoll", FIELD_CHOICE, .choices = minutes_states, .flags = FIELD_INTERNAL),
	ROW(meeting, adjusted, "Justerat", "Justerat", FIELD_LIST, .flags = FIELD_INTERNAL),
	ROW(meeting, first_paragraph, "Forsta_paragraf", "Första paragraf", FIELD_INT, .flags = FIELD_INTERNAL),
	ROW(meeting, minutes_file, "Protokoll_fil", "Protokollets fil", FIELD_TEXT, .flags = FIELD_INTERNAL),
	ROW(meeting, minutes_hash, "Protokoll_sha256", "Protokollets SHA-256", FIELD_TEXT, .flags = FIELD_INTERNAL),
};
static const struct field item_fields[] = {
	ID(item),
	NR(item),
	ROW(item, title, "Rubrik", "Ärende", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(item, kind, "Slag", "Slag", FIELD_CHOICE, .choices = item_kinds),
	ROW(item, minutes, "Minuter", "Minuter", FIELD_INT),
	ROW(item, text, "Text", "Text", FIELD_LINES),
	ROW(item, presenter, "Foredragande", "Föredragande", FIELD_TEXT),
	ROW(item, decision, "Beslut", "Beslut", FIELD_LINES, .hint = "Ett per rad: att godkänna …"),
	ROW(item, attachments, "Bilaga", "Bilagor", FIELD_LIST, .hint = "En per rad: filnamn eller adress."),
	ROW(item, started, "Borjade", "Började", FIELD_TIME, .flags = FIELD_INTERNAL),
	ROW(item, from, "Bordlagt", "Bordlagt ärende", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(item, gathers, "Genomgang", "Genomgång", FIELD_CHOICE, .choices = no_yes, .flags = FIELD_INTERNAL),
};
static const struct field seat_fields[] = {
	ID(seat),
	ROW(seat, group, "Grupp", "Grupp", FIELD_CHOICE, .choices = seat_groups),
	ROW(seat, role, "Roll", "Roll", FIELD_CHOICE, .choices = seat_roles),
	ROW(seat, organisation, "Organisation", "Organisation", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(seat, place, "Plats", "Kommun eller region", FIELD_TEXT),
	ROW(seat, person, "Person", "Person", FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(seat, email, "Epost", "E-post", FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(seat, from, "Fran", "Från", FIELD_DATE),
	ROW(seat, to, "Till", "Till", FIELD_DATE),
	ROW(seat, note, "Not", "Not", FIELD_LINES),
};

static const struct field answer_fields[] = {
	ID(proposal_answer),
	ROW(proposal_answer, proposal, "Forslag", "Förslag", FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(proposal_answer, holds_for, "Galler", "Gäller", FIELD_TEXT, .flags = FIELD_REQUIRED,
	    .hint = "Regionens kod eller enhetens Id."),
	ROW(proposal_answer, status, "Svar", "Svar", FIELD_CHOICE, .choices = answer_statuses, .flags = FIELD_REQUIRED),
	ROW(proposal_answer, date, "Datum", "Datum", FIELD_DATE, .flags = FIELD_REQUIRED),
	ROW(proposal_answer, source, "Kalla", "Källa", FIELD_TEXT),
	ROW(proposal_answer, note, "Not", "Not", FIELD_LINES),
};

static const struct field cost_fields[] = {
	ID(cost),
	ROW(cost, name, "Namn", "Vad som delas", FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = "Till exempel Kunskapscentrum för palliativ vård."),
	ROW(cost, amount, "Belopp", "Kronor per år", FIELD_INT, .flags = FIELD_REQUIRED, .hint = "Hela kronor, till exempel 8 200 000."),
	ROW(cost, shares, "Fast_andel", "Fasta andelar", FIELD_LIST, .hint = "En per rad: andelen och vem, till exempel 50 % Region Sörmland."),
	ROW(cost, region, "Region", "Kommunerna i", FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = "Regionens kod: dess kommuner delar resten efter invånare."),
	ROW(cost, counted, "Invanare_den", "Invånare den", FIELD_DATE, .flags = FIELD_REQUIRED, .hint = "Dagen för invånarantalen, till exempel 2024-12-31."),
	ROW(cost, people, "Invanare", "Egna invånarantal", FIELD_LIST,
	    .hint = "Behövs när dagens tal inte finns: kod och antal, en per rad, till exempel 0180 905184."),
	ROW(cost, absent, "Deltar_inte", "Deltar inte", FIELD_LIST, .hint = "Kommunernas koder, en per rad; mellanslag i listan ändrar också."),
	ROW(cost, rule, "Regel", "När någon inte deltar", FIELD_CHOICE, .choices = cost_rules),
	ROW(cost, per_inhabitant, "Kronor_per_invanare", "Kronor per invånare", FIELD_TEXT,
	    .hint = "Med fast belopp, till exempel 1,90. Tomt: vad det blir när alla deltar."),
	ROW(cost, source, "Kalla", "Källa", FIELD_TEXT),
	ROW(cost, passage, "Stalle", "Ställe", FIELD_TEXT),
	ROW(cost, note, "Not", "Not", FIELD_LINES),
};

static const struct field scenario_fields[] = {
	ID(scenario),
	ROW(scenario, name, "Namn", "Namn", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(scenario, place, "Plats", "Plats", FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = "En regions eller kommuns kod."),
	ROW(scenario, date, "Datum", "Datum", FIELD_DATE),
	ROW(scenario, changes, "Andring", "Ändring", FIELD_LIST, .flags = FIELD_REQUIRED),
	ROW(scenario, note, "Not", "Not", FIELD_LINES),
};

/* Where in a source, and for how long. */
#define PROVENANCE(record_struct)                                                                           \
	ROW(record_struct, section, "Avsnitt", "Avsnitt", FIELD_TEXT, .flags = FIELD_INTERNAL),             \
	ROW(record_struct, source, "Kalla", "Källa", FIELD_TEXT),                                           \
	ROW(record_struct, passage, "Stalle", "Ställe", FIELD_TEXT, .flags = FIELD_INTERNAL),               \
	ROW(record_struct, lines, "Rader", "Rader", FIELD_TEXT, .flags = FIELD_INTERNAL),                   \
	ROW(record_struct, informant, "Uppgiftslamnare", "Uppgiftslämnare", FIELD_TEXT,                     \
	    .hint = "Den som har lämnat uppgifterna: roll eller person."),                                  \
	ROW(record_struct, checked, "Kontrollerad", "Lämnat den", FIELD_DATE, .hint = DAY_HINT),            \
	ROW(record_struct, precision, "Precision", "Precision", FIELD_TEXT, .flags = FIELD_INTERNAL),       \
	ROW(record_struct, from, "Galler_fran", "Gäller från", FIELD_DATE),                                 \
	ROW(record_struct, to, "Galler_till", "Gäller till", FIELD_DATE),                                   \
	ROW(record_struct, note, "Not", "Not", FIELD_LINES)

static const struct field gap_fields[] = {
	ID(gap),
	ROW(gap, region, "Region", "Region", FIELD_TEXT),
	ROW(gap, area, "Omrade", "Område", FIELD_TEXT),
	ROW(gap, places, "Plats", "Plats", FIELD_LIST, .hint = "En kommun eller ett sjukhus per rad. Tomt: hela regionen."),
	ROW(gap, except, "Utom", "Utom", FIELD_LIST, .hint = "Undantag från hela regionen, en per rad."),
	ROW(gap, service, "Tjanst", "Tjänst", FIELD_CHOICE, .choices = service_choices, .flags = FIELD_REQUIRED),
	ROW(gap, degree, "Grad", "Grad", FIELD_CHOICE, .choices = degree_choices, .flags = FIELD_REQUIRED),
	ROW(gap, limits, "Begransning", "Begränsning", FIELD_LIST),
	ROW(gap, text, "Text", "Vad", FIELD_LINES, .flags = FIELD_REQUIRED),
	PROVENANCE(gap),
};
static const struct field unit_fields[] = {
	ID(unit),
	ROW(unit, name, "Namn", "Namn", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(unit, region, "Region", "Region", FIELD_TEXT, .hint = "Regionens namn eller kod."),
	ROW(unit, area, "Omrade", "Område", FIELD_TEXT),
	ROW(unit, type, "Typ", "Typ", FIELD_CHOICE, .choices = unit_types, .flags = FIELD_REQUIRED),
	ROW(unit, lies_in, "Ligger_i", "Ligger i", FIELD_TEXT, .hint = "Kommunen, till exempel Nyköping."),
	ROW(unit, hospital, "Sjukhus", "Sjukhus", FIELD_TEXT, .hint = "Om den ligger på ett sjukhus: sjukhusets namn."),
	ROW(unit, serves, "Betjanar", "Betjänar", FIELD_LIST, .hint = "En kommun per rad; regionens namn när det är alla."),
	ROW(unit, catchment, "Upptagning", "Upptagning", FIELD_CHOICE, .choices = catchments),
	ROW(unit, beds, "Vardplatser", "Vårdplatser", FIELD_INT),
	ROW(unit, hours, "Tider", "Tider", FIELD_LINES),
	ROW(unit, staffing, "Bemanning", "Bemanning", FIELD_LINES, .hint = "Heltidstjänster per yrke, och hur många som är specialister."),
	ROW(unit, run_by, "Drivs_av", "Drivs av", FIELD_TEXT),
	ROW(unit, part_of, "Ingar_i", "Ingår i", FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(unit, limits, "Begransning", "Begränsning", FIELD_LIST),
	ROW(unit, text, "Text", "Vad", FIELD_LINES),
#define ANSWER(index, file_name, text) ROW(unit, attributes[index], file_name, text, FIELD_CHOICE, .choices = answers)
	ANSWER(0, "Skriftligt_uppdrag", "Skriftligt uppdrag"),
	ANSWER(1, "Dygnet_runt", "Dygnet runt"),
	ANSWER(2, "Kontorstid_5", "Kontorstid fem dagar"),
	ANSWER(3, "Kommunal_samverkan", "Samverkan med kommunen"),
	ANSWER(4, "Bokningsbara_tider", "Bokningsbara tider"),
	ANSWER(5, "Ej_anslutna", "Tar emot ej anslutna"),
	ANSWER(6, "Lakare_schemalagd", "Läkare schemalagd"),
	ANSWER(7, "Ssk_schemalagd", "Sjuksköterska schemalagd"),
	ANSWER(8, "Specialist_lakare", "Specialistläkare"),
	ANSWER(9, "Specialist_ssk", "Specialistsjuksköterska"),
	ANSWER(10, "Ronder", "Ronder på avdelningarna"),
	ANSWER(11, "Utanfor_sjukhus", "Stöd utanför sjukhus"),
	ANSWER(12, "Kurator", "Kurator med fast tid"),
	ANSWER(13, "Arbetsterapeut", "Arbetsterapeut med fast tid"),
	ANSWER(14, "Fysioterapeut", "Fysioterapeut med fast tid"),
	ANSWER(15, "Alla_diagnoser", "Alla diagnoser"),
	ANSWER(16, "Alla_aldrar", "Alla åldrar"),
#undef ANSWER
	PROVENANCE(unit),
	ROW(unit, successor, "Ersatt_av", "Äldre svar för", FIELD_REF, .flags = FIELD_INTERNAL),
};
static const struct field inventory_fields[] = {
	ID(inventory),
	ROW(inventory, region, "Region", "Region", FIELD_TEXT),
	ROW(inventory, area, "Omrade", "Område", FIELD_TEXT),
	ROW(inventory, type, "Typ", "Typ", FIELD_CHOICE, .choices = unit_types, .flags = FIELD_REQUIRED),
	ROW(inventory, complete, "Fullstandig", "Fullständig", FIELD_CHOICE, .choices = answers),
	ROW(inventory, text, "Text", "Vad", FIELD_LINES),
	ROW(inventory, source, "Kalla", "Källa", FIELD_TEXT),
	ROW(inventory, passage, "Stalle", "Ställe", FIELD_TEXT),
};
static const struct field proposal_fields[] = {
	ID(proposal),
	ROW(proposal, level, "Niva", "Nivå", FIELD_CHOICE, .choices = proposal_levels, .flags = FIELD_REQUIRED),
	ROW(proposal, theme, "Tema", "Tema", FIELD_TEXT),
	ROW(proposal, services, "Tjanst", "Tjänst", FIELD_LIST),
	ROW(proposal, title, "Rubrik", "Rubrik", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(proposal, text, "Text", "Förslag", FIELD_LINES, .flags = FIELD_REQUIRED),
	ROW(proposal, template_text, "Mall", "Åtgärd", FIELD_TEXT),
	ROW(proposal, figures, "Tal", "Tal", FIELD_LIST),
	ROW(proposal, source, "Kalla", "Källa", FIELD_TEXT),
	ROW(proposal, passage, "Stalle", "Ställe", FIELD_TEXT),
	ROW(proposal, lines, "Rader", "Rader", FIELD_TEXT),
};
static const struct field source_fields[] = {
	ID(source),
	ROW(source, title, "Titel", "Titel", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(source, publisher, "Utgivare", "Utgivare", FIELD_TEXT),
	ROW(source, published, "Utgiven", "Utgiven", FIELD_TEXT),
	ROW(source, covers, "Avser", "Avser", FIELD_TEXT),
	ROW(source, scope, "Omfattning", "Omfattning", FIELD_LINES),
	ROW(source, weaknesses, "Svaghet", "Svagheter", FIELD_LIST),
	ROW(source, omits, "Utelamnar", "Tar inte upp", FIELD_LIST),
	ROW(source, derivation, "Harledning", "Härledning", FIELD_LIST),
	ROW(source, notes, "Not", "Noter", FIELD_LIST),
	ROW(source, licence, "Licens", "Licens", FIELD_TEXT),
	ROW(source, address, "Adress", "Adress", FIELD_TEXT),
	ROW(source, file, "Fil", "Fil", FIELD_TEXT),
};

static const struct field figure_fields[] = {
	ID(figure_row),
	ROW(figure_row, place, "Plats", "Plats", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, year, "Ar", "År", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, measure, "Matt", "Mått", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, source, "Kalla", "Källa", FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, value, "Varde", "Värde", FIELD_TEXT),
	ROW(figure_row, published, "Publicerat", "Publicerat", FIELD_TEXT),
	ROW(figure_row, reason, "Orsak", "Orsak", FIELD_TEXT),
	ROW(figure_row, note, "Not", "Not", FIELD_TEXT),
	ROW(figure_row, date, "Datum", "Lämnat", FIELD_TEXT),
};

/* A kind whose rows are here. */
#define HERE(k, ...) [k] = &(const struct record_type)TYPE(k, __VA_ARGS__)
static const struct record_type *const types[RECORD_KINDS] = {
	HERE(RECORD_PLAN, plan, "Plan", "plan", "plan/ÅÅÅÅ.rec", plan_fields),
	HERE(RECORD_GOAL, goal, "Mal", "mål", "plan/ÅÅÅÅ.rec", goal_fields),
	HERE(RECORD_FOCUS, focus, "Fokusomrade", "fokusområde", "plan/ÅÅÅÅ.rec", focus_fields),
	HERE(RECORD_ACTION, action, "Atgard", "åtgärd", "plan/ÅÅÅÅ.rec", action_fields),
	HERE(RECORD_MEETING, meeting, "Mote", "möte", "moten/ÅÅÅÅ-MM-DD-<id>.rec", meeting_fields),
	HERE(RECORD_ITEM, item, "Arende", "ärende", "moten/ÅÅÅÅ-MM-DD-<id>.rec", item_fields),
	HERE(RECORD_SEAT, seat, "Ledamot", "plats i rådet", "ledamoter.rec", seat_fields),
	HERE(RECORD_ANSWER, proposal_answer, "Svar", "svar", "forslagssvar.rec", answer_fields),
	HERE(RECORD_COST, cost, "Kostnad", "kostnadsfördelning", "kostnader.rec", cost_fields),
	HERE(RECORD_SCENARIO, scenario, "Scenario", "scenario", "scenarier.rec", scenario_fields),
	[RECORD_VERDICT] = &schema_verdict,
	[RECORD_ATTENDANCE] = &schema_attendance,
	[RECORD_CORRECTION] = &schema_correction,
	[RECORD_MINUTES] = &schema_minutes,
	[RECORD_REFERRAL] = &schema_referral,
	[RECORD_WAYPOINT] = &schema_waypoint,
	[RECORD_YEAR_TEXT] = &schema_year_text,
	[RECORD_LIAISON] = &schema_liaison,
	[RECORD_EDUCATION] = &schema_education,
	[RECORD_PARTNER] = &schema_partner,
	[RECORD_CENTRE] = &schema_centre,
	[RECORD_RESOURCE] = &schema_resource,
	[RECORD_QUESTION] = &schema_question,
	HERE(RECORD_FIGURE, figure_row, "Siffra", "siffra", "matt/<källa>.csv", figure_fields),
	HERE(RECORD_GAP, gap, "Brist", "brist", "saknas.rec", gap_fields),
	HERE(RECORD_FACT, gap, "Uppgift", "uppgift", "uppgifter.rec", gap_fields),
	HERE(RECORD_UNIT, unit, "Enhet", "enhet", "enheter.rec", unit_fields),
	HERE(RECORD_INVENTORY, inventory, "Inventering", "inventering", "inventering.rec", inventory_fields),
	HERE(RECORD_PROPOSAL, proposal, "Forslag", "förslag", "forslag.rec", proposal_fields),
	HERE(RECORD_SOURCE, source, "Kalla", "källa", "kallor.rec", source_fields),
};

const struct record_type *record_type(enum record_kind kind)
{
	return types[kind];
}

const struct record_type *record_type_by_name(const char *name, size_t len)
{
	for (size_t i = 0; i < RECORD_KINDS; i++)
		if (strlen(types[i]->name) == len && memcmp(types[i]->name, name, len) == 0)
			return types[i];
	return NULL;
}

const struct field *record_field(const struct record_type *t, const char *name, size_t len)
{
	for (size_t i = 0; i < t->count; i++)
		if (len && *t->fields[i].name == *name && strncmp(t->fields[i].name, name, len) == 0 && !t->fields[i].name[len])
			return &t->fields[i];
	return NULL;
}

int choice_find(const struct choice *choices, const char *code)
{
	for (int i = 0; choices[i].code; i++)
		if (strcmp(choices[i].code, code) == 0)
			return i;
	return -1;
}
