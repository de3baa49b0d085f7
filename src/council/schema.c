/* The rows: every field of every record kind, and the coded values. */
#include "schema_local.h"

#include "radsbord/base/language.h"

#include <string.h>

const struct choice action_statuses[] = {
	{"ej_paborjad", N_("ej påbörjad")}, {"pagar", N_("pågår")},   {"lopande", N_("löpande")}, {"klar", N_("klar")},
	{"pausad", N_("pausad")},           {"utgar", N_("utgår")},   {NULL, NULL},
};
const struct choice action_kinds[] = {{"aktivitet", N_("aktivitet")}, {"atgard", N_("åtgärd")}, {NULL, NULL}};
const struct choice meeting_types[] = {
	{"okant", N_("ej angivet")}, {"halvdag", N_("halvdag")}, {"heldag", N_("heldag")}, {"extra", N_("extra möte")}, {NULL, NULL}};
const struct choice meeting_statuses[] = {
	{"planerat", N_("planerat")}, {"kallat", N_("kallelse sänd")}, {"hallet", N_("hållet")}, {"installt", N_("inställt")}, {NULL, NULL}};
const struct choice item_kinds[] = {
	{"information", N_("information")}, {"diskussion", N_("diskussion")}, {"beslut", N_("beslut")},
	{"uppdrag", N_("uppdrag")},         {"bordlaggning", N_("bordläggning")}, {NULL, NULL}};
const struct choice seat_groups[] = {
	{"kommun", N_("kommun")},   {"region", N_("region")},           {"privat", N_("privat utförare")},
	{"patient", N_("patient- och närståendeföreträdare")},      {"universitet", N_("universitet")},
	{"annan", N_("annan")},     {NULL, NULL}};
const struct choice seat_roles[] = {
	{"ledamot", N_("ledamot")},         {"ersattare", N_("ersättare")},   {"ordforande", N_("ordförande")},
	{"vice_ordforande", N_("vice ordförande")}, {"sekreterare", N_("sekreterare")}, {"adjungerad", N_("adjungerad")}, {NULL, NULL}};
const struct choice goal_kinds[] = {{"matt", N_("mätbart mål")}, {"princip", N_("principmål")}, {NULL, NULL}};

const struct choice service_choices[] = {
	{"uppdrag", N_("Skriftligt uppdrag")},
	{"hemsjukvard", N_("Palliativ hemsjukvård")},
	{"mottagning", N_("Palliativ mottagning")},
	{"konsultteam", N_("Palliativt konsultteam")},
	{"slutenvard_sjukhus", N_("Vårdplatser på sjukhus")},
	{"slutenvard_utanfor", N_("Vårdplatser utanför sjukhus")},
	{"lakarspecialist", N_("Läkarspecialister")},
	{"sjukskoterskespecialist", N_("Specialistsjuksköterskor")},
	{"kurator_rehab", N_("Kurator och rehabilitering")},
	{"jourlinje", N_("Jourlinje dygnet runt")},
	{"alla_diagnoser_stod", N_("Stöd oavsett diagnos")},
	{"alla_diagnoser_slutenvard", N_("Slutenvård oavsett diagnos")},
	{"alder_barn", N_("Barn och unga")},
	{"overlevnad", N_("Förväntad överlevnad")},
	{NULL, NULL},
};
const struct choice degree_choices[] = {
	{"saknas", N_("saknas")}, {"begransad", N_("finns med begränsning")}, {"uppfyllt", N_("finns")}, {NULL, NULL}};
const struct choice unit_types[] = {
	{"hemsjukvardsteam", N_("hemsjukvårdsteam")},
	{"konsultteam", N_("konsultteam")},
	{"mottagning", N_("mottagning")},
	{"slutenvard_sjukhus", N_("vårdplatser på sjukhus")},
	{"slutenvard_utanfor", N_("vårdplatser utanför sjukhus")},
	{"jourlinje", N_("jourlinje")},
	{"korttidsplatser", N_("korttidsplatser")},
	{"barnteam", N_("barnteam")},
	{NULL, NULL},
};
const struct choice limit_kinds[] = {
	{"diagnos", N_("Diagnos")},       {"alder", N_("Ålder")},           {"prognos", N_("Prognos")},       {"tid", N_("Tid")},
	{"bemanning", N_("Bemanning")},   {"kompetens", N_("Kompetens")},   {"anslutning", N_("Anslutning")}, {"geografi", N_("Geografi")},
	{"ronder", N_("Ronder")},         {"utveckling", N_("Utveckling")}, {"vardform", N_("Vårdform")},     {NULL, NULL}};
const struct choice answers[] = {{"okant", N_("okänt")}, {"nej", N_("nej")}, {"ja", N_("ja")}, {NULL, NULL}};
const struct choice proposal_levels[] = {
	{"nationell", N_("nationell nivå")}, {"regional", N_("regional nivå")}, {"enhet", N_("enheten")}, {NULL, NULL}};
const struct choice answer_statuses[] = {
	{"okant", N_("okänt")}, {"ej", N_("nej")}, {"pagar", N_("pågår")}, {"genomfort", N_("genomfört")}, {NULL, NULL}};
const struct choice cost_rules[] = {{"ovriga", N_("de andra betalar allt")}, {"per_invanare", N_("fast belopp per invånare")},
                                    {"sank", N_("budgeten sänks")}, {NULL, NULL}};
static const struct choice no_yes[] = {{"nej", N_("nej")}, {"ja", N_("ja")}, {NULL, NULL}};
static const struct choice catchments[] = {{"okand", N_("okänd")}, {"kand", N_("känd")}, {NULL, NULL}};

#define DAY_HINT N_("Till exempel 2027-02-04, 4/2, +14 eller v 5.")
static const struct field plan_fields[] = {
	ID(plan),
	ROW(plan, year, "Ar", N_("År"), FIELD_INT, .flags = FIELD_REQUIRED),
	ROW(plan, title, "Rubrik", N_("Rubrik"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(plan, commissioner, "Uppdragsgivare", N_("Uppdragsgivare"), FIELD_TEXT, .hint = N_("Vem som har gett rådet dess uppdrag.")),
	ROW(plan, framework, "Ramverk", N_("Ramverk"), FIELD_TEXT, .hint = N_("Inom vilken samverkan eller överenskommelse.")),
	ROW(plan, mandate, "Uppdrag", N_("Uppdrag"), FIELD_LINES, .hint = N_("Vad rådet ska göra och får besluta.")),
	ROW(plan, adopted, "Antagen", N_("Antagen"), FIELD_DATE, .hint = DAY_HINT),
	ROW(plan, adopted_by, "Antagen_av", N_("Antagen av"), FIELD_TEXT),
	ROW(plan, half_days, "Halvdagsmoten", N_("Halvdagsmöten"), FIELD_INT),
	ROW(plan, full_days, "Heldagsmoten", N_("Heldagsmöten"), FIELD_INT),
	ROW(plan, reports, "Redovisas", N_("Redovisas"), FIELD_LINES, .hint = N_("Vad som redovisas i övrigt, till vem och när.")),
	ROW(plan, year_plan_to, "Arsplan_till", N_("Årsplan lämnas till"), FIELD_TEXT),
	ROW(plan, year_plan_due, "Arsplan_senast", N_("Årsplan senast"), FIELD_DATE, .hint = DAY_HINT),
	ROW(plan, year_report_to, "Arsberattelse_till", N_("Årsberättelse lämnas till"), FIELD_TEXT),
	ROW(plan, year_report_due, "Arsberattelse_senast", N_("Årsberättelse senast"), FIELD_DATE, .hint = DAY_HINT),
	ROW(plan, source, "Kalla", N_("Källa"), FIELD_TEXT),
	ROW(plan, note, "Not", N_("Not"), FIELD_LINES),
};
/* The years of later plans that a record belongs to as well. */
#define CARRIED(record_struct) ROW(record_struct, carried, "Overford", N_("Förd över till plan"), FIELD_LIST, .flags = FIELD_INTERNAL)
static const struct field goal_fields[] = {
	ID(goal),
	NR(goal),
	ROW(goal, kind, "Slag", N_("Slag"), FIELD_CHOICE, .choices = goal_kinds),
	ROW(goal, title, "Rubrik", N_("Mål"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(goal, indicators, "Indikator", N_("Indikatorer"), FIELD_LIST, .hint = N_("En per rad: indikatorns namn, till exempel Brytpunktssamtal.")),
	ROW(goal, places, "Plats", N_("Gäller för"), FIELD_LIST, .hint = N_("En kommun eller region per rad. Tomt: hela regionen och var kommun för sig.")),
	ROW(goal, dimensions, "Oavsett", N_("Lika oavsett"), FIELD_LIST,
	    .hint = N_("En per rad, sedan hur den mäts: ålder: brytpunktssamtal, smärtskattning. Eller ålder: okänt.")),
	ROW(goal, target, "Delmal", N_("Delmål"), FIELD_TEXT, .hint = N_("Rådets egen nivå, i indikatorernas enhet: 85 eller 8-10.")),
	ROW(goal, target_year, "Delmal_ar", N_("Delmål senast år"), FIELD_INT),
	ROW(goal, from, "Galler_fran", N_("Gäller från"), FIELD_DATE),
	ROW(goal, to, "Galler_till", N_("Gäller till"), FIELD_DATE),
	ROW(goal, note, "Not", N_("Not"), FIELD_LINES),
	CARRIED(goal),
};
static const struct field focus_fields[] = {
	ID(focus),
	NR(focus),
	ROW(focus, title, "Rubrik", N_("Fokusområde"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(focus, note, "Not", N_("Not"), FIELD_LINES),
	CARRIED(focus),
};
#define LINK_HINT N_("Några ord eller numret; välj i listan. En per rad.")
static const struct field action_fields[] = {
	ID(action),
	NR(action),
	ROW(action, kind, "Slag", N_("Slag"), FIELD_CHOICE, .choices = action_kinds),
	ROW(action, title, "Rubrik", N_("Vad"), FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = N_("Vad som ska göras, på en rad.")),
	ROW(action, focus, "Fokusomrade", N_("Fokusområde"), FIELD_REF),
	ROW(action, owner, "Ansvarig", N_("Ansvarig"), FIELD_TEXT, .hint = N_("Roll, person eller organisation.")),
	ROW(action, participants, "Medverkande", N_("Medverkande"), FIELD_LIST, .hint = N_("En per rad: roll, person eller organisation.")),
	ROW(action, start, "Start", N_("Start"), FIELD_DATE, .hint = N_("Till exempel 2026-12-01, 1/12, imorgon, +14 eller v 49.")),
	ROW(action, due, "Klart_senast", N_("Klart senast"), FIELD_DATE, .hint = N_("Till exempel 2027-02-04, 4/2, +14 eller v 5.")),
	ROW(action, done, "Klart", N_("Klart"), FIELD_DATE, .flags = FIELD_INTERNAL),
	ROW(action, status, "Status", N_("Status"), FIELD_CHOICE, .choices = action_statuses),
	ROW(action, gaps, "Brist", N_("Svarar mot brist"), FIELD_REFS, .hint = LINK_HINT),
	ROW(action, proposals, "Forslag", N_("Svarar mot förslag"), FIELD_REFS, .hint = LINK_HINT),
	ROW(action, goals, "Mal", N_("Bidrar till mål"), FIELD_REFS, .hint = LINK_HINT),
	ROW(action, meeting, "Mote", N_("Beslutad på möte"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(action, item, "Arende", N_("Beslutad under"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(action, audience, "Malgrupp", N_("Målgrupp"), FIELD_TEXT, .hint = N_("Vem åtgärden är till för, även privata utförare.")),
	ROW(action, notes, "Anteckning", N_("Anteckningar"), FIELD_LIST, .hint = N_("En per rad, med dagen först: 2026-11-24 Ringt kommunen.")),
	CARRIED(action),
};
static const struct field meeting_fields[] = {
	ID(meeting),
	NR(meeting),
	ROW(meeting, date, "Datum", N_("Datum"), FIELD_DATE, .flags = FIELD_REQUIRED,
	    .hint = N_("Till exempel 2027-02-04, 4/2, v 5 eller fre.")),
	ROW(meeting, start, "Start", N_("Börjar kl."), FIELD_TIME, .hint = N_("Till exempel 9 eller 9.30.")),
	ROW(meeting, end, "Slut", N_("Slutar kl."), FIELD_TIME, .hint = N_("Till exempel 12.00.")),
	ROW(meeting, type, "Typ", N_("Typ"), FIELD_CHOICE, .choices = meeting_types),
	ROW(meeting, status, "Status", N_("Status"), FIELD_CHOICE, .choices = meeting_statuses),
	ROW(meeting, title, "Rubrik", N_("Rubrik"), FIELD_TEXT),
	ROW(meeting, place, "Plats", N_("Plats"), FIELD_TEXT),
	ROW(meeting, attachments, "Bilaga", N_("Bilagor"), FIELD_LIST, .hint = N_("En per rad: filnamn eller adress.")),
	ROW(meeting, adjusters, "Justerare", N_("Justerare"), FIELD_LIST, .flags = FIELD_INTERNAL),
	ROW(meeting, note, "Not", N_("Not"), FIELD_LINES),
	ROW(meeting, uid, "Uid", N_("UID i kalendern"), FIELD_TEXT, .flags = FIELD_INTERNAL),
	ROW(meeting, minutes, "Protokoll", N_("Protokoll"), FIELD_CHOICE, .choices = minutes_states, .flags = FIELD_INTERNAL),
	ROW(meeting, adjusted, "Justerat", N_("Justerat"), FIELD_LIST, .flags = FIELD_INTERNAL),
	ROW(meeting, first_paragraph, "Forsta_paragraf", N_("Första paragraf"), FIELD_INT, .flags = FIELD_INTERNAL),
	ROW(meeting, minutes_file, "Protokoll_fil", N_("Protokollets fil"), FIELD_TEXT, .flags = FIELD_INTERNAL),
	ROW(meeting, minutes_hash, "Protokoll_sha256", N_("Protokollets SHA-256"), FIELD_TEXT, .flags = FIELD_INTERNAL),
};
static const struct field item_fields[] = {
	ID(item),
	NR(item),
	ROW(item, title, "Rubrik", N_("Ärende"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(item, kind, "Slag", N_("Slag"), FIELD_CHOICE, .choices = item_kinds),
	ROW(item, minutes, "Minuter", N_("Minuter"), FIELD_INT),
	ROW(item, text, "Text", N_("Text"), FIELD_LINES),
	ROW(item, presenter, "Foredragande", N_("Föredragande"), FIELD_TEXT),
	ROW(item, decision, "Beslut", N_("Beslut"), FIELD_LINES, .hint = N_("Ett per rad: att godkänna …")),
	ROW(item, attachments, "Bilaga", N_("Bilagor"), FIELD_LIST, .hint = N_("En per rad: filnamn eller adress.")),
	ROW(item, started, "Borjade", N_("Började"), FIELD_TIME, .flags = FIELD_INTERNAL),
	ROW(item, from, "Bordlagt", N_("Bordlagt ärende"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(item, gathers, "Genomgang", N_("Genomgång"), FIELD_CHOICE, .choices = no_yes, .flags = FIELD_INTERNAL),
};
static const struct field seat_fields[] = {
	ID(seat),
	ROW(seat, group, "Grupp", N_("Grupp"), FIELD_CHOICE, .choices = seat_groups),
	ROW(seat, role, "Roll", N_("Roll"), FIELD_CHOICE, .choices = seat_roles),
	ROW(seat, organisation, "Organisation", N_("Organisation"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(seat, place, "Plats", N_("Kommun eller region"), FIELD_TEXT),
	ROW(seat, person, "Person", N_("Person"), FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(seat, email, "Epost", N_("E-post"), FIELD_TEXT, .flags = FIELD_CONTACT),
	ROW(seat, from, "Fran", N_("Från"), FIELD_DATE),
	ROW(seat, to, "Till", N_("Till"), FIELD_DATE),
	ROW(seat, note, "Not", N_("Not"), FIELD_LINES),
};

static const struct field answer_fields[] = {
	ID(proposal_answer),
	ROW(proposal_answer, proposal, "Forslag", N_("Förslag"), FIELD_REF, .flags = FIELD_REQUIRED | FIELD_INTERNAL),
	ROW(proposal_answer, holds_for, "Galler", N_("Gäller"), FIELD_TEXT, .flags = FIELD_REQUIRED,
	    .hint = N_("Regionens kod eller enhetens Id.")),
	ROW(proposal_answer, status, "Svar", N_("Svar"), FIELD_CHOICE, .choices = answer_statuses, .flags = FIELD_REQUIRED),
	ROW(proposal_answer, date, "Datum", N_("Datum"), FIELD_DATE, .flags = FIELD_REQUIRED),
	ROW(proposal_answer, source, "Kalla", N_("Källa"), FIELD_TEXT),
	ROW(proposal_answer, note, "Not", N_("Not"), FIELD_LINES),
};

static const struct field cost_fields[] = {
	ID(cost),
	ROW(cost, name, "Namn", N_("Vad som delas"), FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = N_("Till exempel Kunskapscentrum för palliativ vård.")),
	ROW(cost, amount, "Belopp", N_("Kronor per år"), FIELD_INT, .flags = FIELD_REQUIRED, .hint = N_("Hela kronor, utan ören.")),
	ROW(cost, shares, "Fast_andel", N_("Fasta andelar"), FIELD_LIST, .hint = N_("En per rad: andelen och vem, till exempel 50 % Region Sörmland.")),
	ROW(cost, region, "Region", N_("Kommunerna i"), FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = N_("Regionens namn: dess kommuner delar resten efter invånare.")),
	ROW(cost, counted, "Invanare_den", N_("Invånare den"), FIELD_DATE, .flags = FIELD_REQUIRED, .hint = N_("Dagen för invånarantalen, till exempel 2024-12-31.")),
	ROW(cost, people, "Invanare", N_("Egna invånarantal"), FIELD_LIST,
	    .hint = N_("Behövs när dagens tal inte finns: kod och antal, en per rad, till exempel 0180 905184.")),
	ROW(cost, absent, "Deltar_inte", N_("Deltar inte"), FIELD_LIST, .hint = N_("En kommun per rad; mellanslag i listan ändrar också.")),
	ROW(cost, rule, "Regel", N_("När någon inte deltar"), FIELD_CHOICE, .choices = cost_rules),
	ROW(cost, per_inhabitant, "Kronor_per_invanare", N_("Kronor per invånare"), FIELD_TEXT,
	    .hint = N_("Med fast belopp, till exempel 1,90. Tomt: vad det blir när alla deltar.")),
	ROW(cost, source, "Kalla", N_("Källa"), FIELD_TEXT),
	ROW(cost, passage, "Stalle", N_("Ställe"), FIELD_TEXT),
	ROW(cost, note, "Not", N_("Not"), FIELD_LINES),
};

static const struct field scenario_fields[] = {
	ID(scenario),
	ROW(scenario, name, "Namn", N_("Namn"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(scenario, place, "Plats", N_("Plats"), FIELD_TEXT, .flags = FIELD_REQUIRED, .hint = N_("En regions eller kommuns kod.")),
	ROW(scenario, date, "Datum", N_("Datum"), FIELD_DATE),
	ROW(scenario, changes, "Andring", N_("Ändring"), FIELD_LIST, .flags = FIELD_REQUIRED),
	ROW(scenario, note, "Not", N_("Not"), FIELD_LINES),
};

/* Where in a source, and for how long. */
#define PROVENANCE(record_struct)                                                                           \
	ROW(record_struct, section, "Avsnitt", N_("Avsnitt"), FIELD_TEXT, .flags = FIELD_INTERNAL),             \
	ROW(record_struct, source, "Kalla", N_("Källa"), FIELD_TEXT),                                           \
	ROW(record_struct, passage, "Stalle", N_("Ställe"), FIELD_TEXT, .flags = FIELD_INTERNAL),               \
	ROW(record_struct, lines, "Rader", N_("Rader"), FIELD_TEXT, .flags = FIELD_INTERNAL),                   \
	ROW(record_struct, informant, "Uppgiftslamnare", N_("Uppgiftslämnare"), FIELD_TEXT,                     \
	    .hint = N_("Den som har lämnat uppgifterna: roll eller person.")),                                  \
	ROW(record_struct, checked, "Kontrollerad", N_("Lämnat den"), FIELD_DATE, .hint = DAY_HINT),            \
	ROW(record_struct, precision, "Precision", N_("Precision"), FIELD_TEXT, .flags = FIELD_INTERNAL),       \
	ROW(record_struct, from, "Galler_fran", N_("Gäller från"), FIELD_DATE),                                 \
	ROW(record_struct, to, "Galler_till", N_("Gäller till"), FIELD_DATE),                                   \
	ROW(record_struct, note, "Not", N_("Not"), FIELD_LINES)

#define LIMIT_HINT N_("En per rad: Ålder: bara vuxna. Tid: vardagar. Diagnos: bara cancer.")
static const struct field gap_fields[] = {
	ID(gap),
	ROW(gap, region, "Region", N_("Region"), FIELD_TEXT),
	ROW(gap, area, "Omrade", N_("Område"), FIELD_TEXT),
	ROW(gap, places, "Plats", N_("Plats"), FIELD_LIST, .hint = N_("En kommun eller ett sjukhus per rad. Tomt: hela regionen.")),
	ROW(gap, except, "Utom", N_("Utom"), FIELD_LIST, .hint = N_("Undantag från hela regionen, en per rad.")),
	ROW(gap, service, "Tjanst", N_("Tjänst"), FIELD_CHOICE, .choices = service_choices, .flags = FIELD_REQUIRED),
	ROW(gap, degree, "Grad", N_("Grad"), FIELD_CHOICE, .choices = degree_choices, .flags = FIELD_REQUIRED),
	ROW(gap, limits, "Begransning", N_("Begränsning"), FIELD_LIST, .hint = LIMIT_HINT),
	ROW(gap, text, "Text", N_("Vad"), FIELD_LINES, .flags = FIELD_REQUIRED),
	PROVENANCE(gap),
};
static const struct field unit_fields[] = {
	ID(unit),
	ROW(unit, name, "Namn", N_("Namn"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(unit, region, "Region", N_("Region"), FIELD_TEXT, .hint = N_("Regionens namn eller kod.")),
	ROW(unit, area, "Omrade", N_("Område"), FIELD_TEXT),
	ROW(unit, type, "Typ", N_("Typ"), FIELD_CHOICE, .choices = unit_types, .flags = FIELD_REQUIRED),
	ROW(unit, lies_in, "Ligger_i", N_("Ligger i"), FIELD_TEXT, .hint = N_("Kommunen, till exempel Nyköping.")),
	ROW(unit, hospital, "Sjukhus", N_("Sjukhus"), FIELD_TEXT, .hint = N_("Om den ligger på ett sjukhus: sjukhusets namn.")),
	ROW(unit, serves, "Betjanar", N_("Betjänar"), FIELD_LIST, .hint = N_("En kommun per rad; regionens namn när det är alla.")),
	ROW(unit, catchment, "Upptagning", N_("Upptagning"), FIELD_CHOICE, .choices = catchments),
	ROW(unit, beds, "Vardplatser", N_("Vårdplatser"), FIELD_INT),
	ROW(unit, hours, "Tider", N_("Tider"), FIELD_LINES),
	ROW(unit, staffing, "Bemanning", N_("Bemanning"), FIELD_LINES, .hint = N_("Heltidstjänster per yrke, och hur många som är specialister.")),
	ROW(unit, run_by, "Drivs_av", N_("Drivs av"), FIELD_TEXT),
	ROW(unit, part_of, "Ingar_i", N_("Ingår i"), FIELD_REF, .flags = FIELD_INTERNAL),
	ROW(unit, limits, "Begransning", N_("Begränsning"), FIELD_LIST, .hint = LIMIT_HINT),
	ROW(unit, text, "Text", N_("Vad"), FIELD_LINES),
#define ANSWER(index, file_name, text) ROW(unit, attributes[index], file_name, text, FIELD_CHOICE, .choices = answers)
	ANSWER(0, "Skriftligt_uppdrag", N_("Skriftligt uppdrag")),
	ANSWER(1, "Dygnet_runt", N_("Dygnet runt")),
	ANSWER(2, "Kontorstid_5", N_("Kontorstid fem dagar")),
	ANSWER(3, "Kommunal_samverkan", N_("Samverkan med kommunen")),
	ANSWER(4, "Bokningsbara_tider", N_("Bokningsbara tider")),
	ANSWER(5, "Ej_anslutna", N_("Tar emot ej anslutna")),
	ANSWER(6, "Lakare_schemalagd", N_("Läkare schemalagd")),
	ANSWER(7, "Ssk_schemalagd", N_("Sjuksköterska schemalagd")),
	ANSWER(8, "Specialist_lakare", N_("Specialistläkare")),
	ANSWER(9, "Specialist_ssk", N_("Specialistsjuksköterska")),
	ANSWER(10, "Ronder", N_("Ronder på avdelningarna")),
	ANSWER(11, "Utanfor_sjukhus", N_("Stöd utanför sjukhus")),
	ANSWER(12, "Kurator", N_("Kurator med fast tid")),
	ANSWER(13, "Arbetsterapeut", N_("Arbetsterapeut med fast tid")),
	ANSWER(14, "Fysioterapeut", N_("Fysioterapeut med fast tid")),
	ANSWER(15, "Alla_diagnoser", N_("Alla diagnoser")),
	ANSWER(16, "Alla_aldrar", N_("Alla åldrar")),
#undef ANSWER
	PROVENANCE(unit),
	ROW(unit, successor, "Ersatt_av", N_("Äldre svar för"), FIELD_REF, .flags = FIELD_INTERNAL),
};
static const struct field inventory_fields[] = {
	ID(inventory),
	ROW(inventory, region, "Region", N_("Region"), FIELD_TEXT),
	ROW(inventory, area, "Omrade", N_("Område"), FIELD_TEXT),
	ROW(inventory, type, "Typ", N_("Typ"), FIELD_CHOICE, .choices = unit_types, .flags = FIELD_REQUIRED),
	ROW(inventory, complete, "Fullstandig", N_("Fullständig"), FIELD_CHOICE, .choices = answers),
	ROW(inventory, text, "Text", N_("Vad"), FIELD_LINES),
	ROW(inventory, source, "Kalla", N_("Källa"), FIELD_TEXT),
	ROW(inventory, passage, "Stalle", N_("Ställe"), FIELD_TEXT),
};
static const struct field proposal_fields[] = {
	ID(proposal),
	ROW(proposal, level, "Niva", N_("Nivå"), FIELD_CHOICE, .choices = proposal_levels, .flags = FIELD_REQUIRED),
	ROW(proposal, theme, "Tema", N_("Tema"), FIELD_TEXT),
	ROW(proposal, services, "Tjanst", N_("Tjänst"), FIELD_LIST),
	ROW(proposal, title, "Rubrik", N_("Rubrik"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(proposal, text, "Text", N_("Förslag"), FIELD_LINES, .flags = FIELD_REQUIRED),
	ROW(proposal, template_text, "Mall", N_("Åtgärd"), FIELD_TEXT),
	ROW(proposal, figures, "Tal", N_("Tal"), FIELD_LIST),
	ROW(proposal, source, "Kalla", N_("Källa"), FIELD_TEXT),
	ROW(proposal, passage, "Stalle", N_("Ställe"), FIELD_TEXT),
	ROW(proposal, lines, "Rader", N_("Rader"), FIELD_TEXT),
};
static const struct field source_fields[] = {
	ID(source),
	ROW(source, title, "Titel", N_("Titel"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(source, publisher, "Utgivare", N_("Utgivare"), FIELD_TEXT),
	ROW(source, published, "Utgiven", N_("Utgiven"), FIELD_TEXT),
	ROW(source, covers, "Avser", N_("Avser"), FIELD_TEXT),
	ROW(source, scope, "Omfattning", N_("Omfattning"), FIELD_LINES),
	ROW(source, weaknesses, "Svaghet", N_("Svagheter"), FIELD_LIST),
	ROW(source, omits, "Utelamnar", N_("Tar inte upp"), FIELD_LIST),
	ROW(source, derivation, "Harledning", N_("Härledning"), FIELD_LIST),
	ROW(source, notes, "Not", N_("Noter"), FIELD_LIST),
	ROW(source, licence, "Licens", N_("Licens"), FIELD_TEXT),
	ROW(source, address, "Adress", N_("Adress"), FIELD_TEXT),
	ROW(source, file, "Fil", N_("Fil"), FIELD_TEXT),
};

static const struct field figure_fields[] = {
	ID(figure_row),
	ROW(figure_row, place, "Plats", N_("Plats"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, year, "Ar", N_("År"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, measure, "Matt", N_("Mått"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, source, "Kalla", N_("Källa"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	ROW(figure_row, value, "Varde", N_("Värde"), FIELD_TEXT),
	ROW(figure_row, published, "Publicerat", N_("Publicerat"), FIELD_TEXT),
	ROW(figure_row, reason, "Orsak", N_("Orsak"), FIELD_TEXT),
	ROW(figure_row, note, "Not", N_("Not"), FIELD_TEXT),
	ROW(figure_row, date, "Datum", N_("Lämnat"), FIELD_TEXT),
};

/* A kind whose rows are here. */
#define HERE(k, ...) [k] = &(const struct record_type)TYPE(k, __VA_ARGS__)
static const struct record_type *const types[RECORD_KINDS] = {
	HERE(RECORD_PLAN, plan, "Plan", N_("plan"), "plan/ÅÅÅÅ.rec", plan_fields),
	HERE(RECORD_GOAL, goal, "Mal", N_("mål"), "plan/ÅÅÅÅ.rec", goal_fields),
	HERE(RECORD_FOCUS, focus, "Fokusomrade", N_("fokusområde"), "plan/ÅÅÅÅ.rec", focus_fields),
	HERE(RECORD_ACTION, action, "Atgard", N_("åtgärd"), "plan/ÅÅÅÅ.rec", action_fields),
	HERE(RECORD_MEETING, meeting, "Mote", N_("möte"), "moten/ÅÅÅÅ-MM-DD-<id>.rec", meeting_fields),
	HERE(RECORD_ITEM, item, "Arende", N_("ärende"), "moten/ÅÅÅÅ-MM-DD-<id>.rec", item_fields),
	HERE(RECORD_SEAT, seat, "Ledamot", N_("plats i rådet"), "ledamoter.rec", seat_fields),
	HERE(RECORD_ANSWER, proposal_answer, "Svar", N_("svar"), "forslagssvar.rec", answer_fields),
	HERE(RECORD_COST, cost, "Kostnad", N_("kostnadsfördelning"), "kostnader.rec", cost_fields),
	HERE(RECORD_SCENARIO, scenario, "Scenario", N_("scenario"), "scenarier.rec", scenario_fields),
	[RECORD_VERDICT] = &schema_verdict,
	[RECORD_ATTENDANCE] = &schema_attendance,
	[RECORD_CORRECTION] = &schema_correction,
	[RECORD_MINUTES] = &schema_minutes,
	[RECORD_REFERRAL] = &schema_referral,
	[RECORD_WAYPOINT] = &schema_waypoint,
	[RECORD_YEAR_TEXT] = &schema_year_text,
	[RECORD_RULES] = &schema_rules,
	[RECORD_LIAISON] = &schema_liaison,
	[RECORD_EDUCATION] = &schema_education,
	[RECORD_PARTNER] = &schema_partner,
	[RECORD_CENTRE] = &schema_centre,
	[RECORD_RESOURCE] = &schema_resource,
	[RECORD_QUESTION] = &schema_question,
	HERE(RECORD_FIGURE, figure_row, "Siffra", N_("siffra"), "matt/<källa>.csv", figure_fields),
	HERE(RECORD_GAP, gap, "Brist", N_("brist"), "saknas.rec", gap_fields),
	HERE(RECORD_FACT, gap, "Uppgift", N_("uppgift"), "uppgifter.rec", gap_fields),
	HERE(RECORD_UNIT, unit, "Enhet", N_("enhet"), "enheter.rec", unit_fields),
	HERE(RECORD_INVENTORY, inventory, "Inventering", N_("inventering"), "inventering.rec", inventory_fields),
	HERE(RECORD_PROPOSAL, proposal, "Forslag", N_("förslag"), "forslag.rec", proposal_fields),
	HERE(RECORD_SOURCE, source, "Kalla", N_("källa"), "kallor.rec", source_fields),
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

const struct field *record_field_from(const struct record_type *t, size_t from, const char *name, size_t len)
{
	for (size_t tried = 0; tried < t->count; tried++) {
		const struct field *f = &t->fields[from + tried < t->count ? from + tried : from + tried - t->count];
		if (len && *f->name == *name && strncmp(f->name, name, len) == 0 && !f->name[len])
			return f;
	}
	return NULL;
}

const struct field *record_field(const struct record_type *t, const char *name, size_t len)
{
	return record_field_from(t, 0, name, len);
}

int choice_find(const struct choice *choices, const char *code)
{
	for (int i = 0; choices[i].code; i++)
		if (strcmp(choices[i].code, code) == 0)
			return i;
	return -1;
}
