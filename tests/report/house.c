#include "house.h"

#include <stdlib.h>
#include <string.h>

#define MATT "data/sverige/matt.csv"
#define ONE "vf2026-bilaga1"
#define TWO "vf2026-bilaga2"
#define LIST(...) (const char *[]){__VA_ARGS__}
#define TEXTS(...) {.items = LIST(__VA_ARGS__), .count = sizeof LIST(__VA_ARGS__) / sizeof(char *)}

static const int malar_serves[] = {ESKILSTUNA, KATRINEHOLM};

static const struct place_row {
	const char *code, *name, *region;
	enum place_level level;
	int parent;
} place_rows[HOUSE_PLACES] = {
	[SWEDEN] = {"00", "Sverige", NULL, PLACE_COUNTRY, -1},
	[STOCKHOLM] = {"01", "Stockholm", NULL, PLACE_REGION, SWEDEN},
	[SODERMANLAND] = {"04", "Södermanland", NULL, PLACE_REGION, SWEDEN},
	[GOTLAND] = {"09", "Gotland", NULL, PLACE_REGION, SWEDEN},
	[HALLAND] = {"13", "Halland", NULL, PLACE_REGION, SWEDEN},
	[STOCKHOLM_CITY] = {"0180", "Stockholm", "01", PLACE_MUNICIPALITY, STOCKHOLM},
	[NYKOPING] = {"0480", "Nyköping", "04", PLACE_MUNICIPALITY, SODERMANLAND},
	[KATRINEHOLM] = {"0483", "Katrineholm", "04", PLACE_MUNICIPALITY, SODERMANLAND},
	[ESKILSTUNA] = {"0484", "Eskilstuna", "04", PLACE_MUNICIPALITY, SODERMANLAND},
	[GOTLAND_CITY] = {"0980", "Gotland", "09", PLACE_MUNICIPALITY, GOTLAND},
	[HALMSTAD] = {"1380", "Halmstad", "13", PLACE_MUNICIPALITY, HALLAND},
	[HYLTE] = {"1315", "Hylte", "13", PLACE_MUNICIPALITY, HALLAND},
	[MALARSJUKHUSET] = {"sjh-eskilstuna", "Mälarsjukhuset", "04", PLACE_HOSPITAL, ESKILSTUNA},
};

#define FIGURE(where, what, from, amount, digits, row)                                                  \
	{.place = where, .year = 2024, .measure = what, .source = from, .value = {amount, 1}, .published = true, \
	 .decimals = digits, .origin = {MATT, row, from, NULL}}
#define TENTHS(where, what, from, amount, row)                                                           \
	{.place = where, .year = 2024, .measure = what, .source = from, .value = {amount, 10}, .published = true, \
	 .decimals = 1, .origin = {MATT, row, from, NULL}}
#define ANNEX_ONE(where, deaths, need, unmet, percent, row)                                             \
	FIGURE(where, "dodsfall", ONE, deaths, 0, row), FIGURE(where, "behov", ONE, need, 0, row + 1),      \
		FIGURE(where, "ej_fatt", ONE, unmet, 0, row + 2), TENTHS(where, "ej_fatt_procent", ONE, percent, row + 3)
#define ANNEX_TWO(where, people, beds, on_hospital, rate, row)                                          \
	FIGURE(where, "invanare", TWO, people, 0, row), FIGURE(where, "vardplatser", TWO, beds, 0, row + 1), \
		FIGURE(where, "vardplatser_sjukhus", TWO, on_hospital, 0, row + 2),                            \
		TENTHS(where, "vardplatser_100k", TWO, rate, row + 3)
#define PEOPLE(where, amount, row)                                                                       \
	{.place = where, .year = 2024, .measure = "invanare", .source = "scb", .value = {amount, 1},           \
	 .origin = {MATT, row, "scb", NULL}}

static const struct indikator_observation observations[] = {
	ANNEX_ONE(STOCKHOLM, 15410, 3852, -583, -151, 2),
	ANNEX_ONE(SODERMANLAND, 3063, 768, 174, 227, 10),
	ANNEX_ONE(GOTLAND, 673, 168, 16, 97, 30),
	ANNEX_ONE(HALLAND, 3078, 769, 378, 491, 42),
	FIGURE(SWEDEN, "ej_fatt", ONE, 8521, 0, 86),
	ANNEX_TWO(STOCKHOLM, 2460786, 220, 9, 89, 87),
	ANNEX_TWO(SODERMANLAND, 302431, 16, 0, 53, 97),
	ANNEX_TWO(GOTLAND, 60791, 6, 6, 99, 122),
	ANNEX_TWO(HALLAND, 345111, 8, 0, 43, 137),
	PEOPLE(STOCKHOLM_CITY, 995574, 215),
	PEOPLE(NYKOPING, 58000, 230),
	PEOPLE(KATRINEHOLM, 35000, 231),
	PEOPLE(ESKILSTUNA, 107000, 232),
	PEOPLE(GOTLAND_CITY, 60971, 240),
	PEOPLE(HALMSTAD, 105000, 250),
	PEOPLE(HYLTE, 10500, 251),
};

#define PEOPLE_INPUT {"invanare", {"scb"}}
#define DEFINITION(row) .inhabitants = PEOPLE_INPUT, .origin = {"config/indikatorer.ini", row, NULL, NULL}
static const struct indikator_definition definitions[HOUSE_INDICATORS] = {
	[NEED] = {.id = "behov_ej_tillgodosett", .kind = INDIKATOR_NEED, .base = {"dodsfall", {ONE, "scb"}},
	          .received = {"fatt_stod", {"palliativregistret"}}, .derived_need = {"behov", {ONE}},
	          .derived_unmet = {"ej_fatt", {ONE}}, .share = {1, 4}, .factor = {100, 1},
	          .direction = INDIKATOR_AT_MOST, .target = {0, 1}, .target_year = 2026, .decimals = 1,
	          .count_rounding = INDIKATOR_HALF_DOWN, .published = {"ej_fatt_procent", {ONE}},
	          .published_count = {"ej_fatt", {ONE}}, DEFINITION(10)},
	[BEDS] = {.id = "vardplatser_100k", .kind = INDIKATOR_RATIO, .numerator = {"vardplatser", {TWO}},
	          .denominator = {"invanare", {TWO, "scb"}}, .factor = {100000, 1}, .direction = INDIKATOR_WITHIN,
	          .target = {8, 1}, .target_high = {10, 1}, .target_year = 2009, .decimals = 1,
	          .published = {"vardplatser_100k", {TWO}}, DEFINITION(20)},
	[HOSPITAL_BEDS] = {.id = "vardplatser_sjukhus_100k", .kind = INDIKATOR_RATIO,
	                   .numerator = {"vardplatser_sjukhus", {TWO}}, .denominator = {"invanare", {TWO, "scb"}},
	                   .factor = {100000, 1}, .direction = INDIKATOR_AT_LEAST, .decimals = 2, DEFINITION(30)},
	[CONSULT] = {.id = "konsultteam", .kind = INDIKATOR_SERVICE, .service = "konsultteam", .types = {"konsultteam"},
	             .requires = {{1u << INDIKATOR_RONDER | 1u << INDIKATOR_UTANFOR_SJUKHUS}}, .requires_count = {1, 0},
	             DEFINITION(40)},
	[ONCALL] = {.id = "jourlinje", .kind = INDIKATOR_SERVICE, .service = "jourlinje", .types = {"jourlinje"},
	            .requires = {{1u << INDIKATOR_DYGNET_RUNT}}, .requires_count = {1, 0}, DEFINITION(50)},
	[TALK] = {.id = "brytpunktssamtal", .kind = INDIKATOR_RATIO,
	          .numerator = {"brytpunktssamtal_ja", {"palliativregistret"}},
	          .denominator = {"doda_i_registret", {"palliativregistret"}}, .factor = {100, 1},
	          .direction = INDIKATOR_AT_LEAST, .target = {98, 1}, .target_year = 2017, .decimals = 1, DEFINITION(60)},
	[PHYSICIANS] = {.id = "lakarspecialist", .kind = INDIKATOR_RATIO, .numerator = {"lakarspecialister", {"rad"}},
	                .denominator = PEOPLE_INPUT, .factor = {100000, 1}, .direction = INDIKATOR_AT_LEAST,
	                .target = {4, 1}, .target_year = 2026, .service = "lakarspecialist", .decimals = 1, DEFINITION(70)},
	[HOME_CARE] = {.id = "hemsjukvard", .kind = INDIKATOR_SERVICE, .service = "hemsjukvard",
	               .types = {"hemsjukvardsteam"}, .requires = {{1u << INDIKATOR_DYGNET_RUNT}}, .requires_count = {1, 0},
	               DEFINITION(80)},
};

static const struct indicator_text texts[HOUSE_INDICATORS] = {
	[NEED] = {.id = "behov_ej_tillgodosett", .title = "Behov av specialiserad palliativ vård som inte tillgodoses",
	          .short_title = "Behov som inte tillgodoses", .definition = "Hur stor del som inte fick stöd.", .order = 10,
	          .unit = "%", .distance_unit = "personer", .distance_short = "pers", .target_source = ONE, .source = ONE,
	          .passage = "Bilaga 1", .says_not = "Inte om tillgången är god.", .decimals = 1, .percent = true,
	          .need_kind = true, .file = "config/indikatorer.ini", .line = 10},
	[BEDS] = {.id = "vardplatser_100k", .title = "Palliativa slutenvårdsplatser per 100 000 invånare",
	          .short_title = "Vårdplatser per 100 000", .order = 20, .unit = "per 100 000 inv.",
	          .distance_unit = "vårdplatser", .distance_short = "vpl", .target_kind = "rekommendation",
	          .target_source = "eapc-2009", .source = TWO, .decimals = 1},
	[HOSPITAL_BEDS] = {.id = "vardplatser_sjukhus_100k", .title = "Spec. vårdplatser på sjukhus",
	                   .short_title = "Spec. vårdplatser på sjukhus", .order = 30, .unit = "per 100 000 inv.",
	                   .distance_unit = "vårdplatser", .distance_short = "vpl", .source = TWO, .decimals = 2},
	[CONSULT] = {.id = "konsultteam", .title = "Specialiserat palliativt konsultteam", .short_title = "Konsultteam",
	             .order = 70, .source = "vf2026", .service = "konsultteam", .service_kind = true},
	[ONCALL] = {.id = "jourlinje", .title = "Jourlinje dygnet runt", .short_title = "Jourlinje dygnet runt",
	            .order = 130, .source = "vf2026", .service = "jourlinje", .service_kind = true},
	[TALK] = {.id = "brytpunktssamtal", .title = "Brytpunktssamtal", .short_title = "Brytpunktssamtal", .order = 160,
	          .unit = "%", .distance_unit = "personer", .distance_short = "pers", .target_kind = "malniva",
	          .target_source = "socialstyrelsen-2017", .source = "palliativregistret", .decimals = 1, .percent = true},
	[PHYSICIANS] = {.id = "lakarspecialist", .title = "Läkarspecialister", .short_title = "Läkarspecialister",
	                .order = 100, .unit = "per 100 000 inv.", .distance_unit = "specialister",
	                .distance_short = "läkare", .target_kind = "riktmarke", .target_source = "nrpv-2026",
	                .source = "vf2026", .service = "lakarspecialist", .decimals = 1},
	[HOME_CARE] = {.id = "hemsjukvard", .title = "Palliativ hemsjukvård", .short_title = "Palliativ hemsjukvård",
	               .order = 50, .source = "vf2026", .service = "hemsjukvard", .service_kind = true},
};

/* Places in service_choices. */
enum { RECEPTION = 2, TEAM = 3, PHYSICIAN = 6, LINE = 9 };
#define CHECKED .checked = {2025, 9, 30}, .from = {2025, 9, 30}, .precision = "kvartal"

/* In the order of the statements below; the last has ended. */
static const struct gap gaps[] = {
	{.head = {"B04-01", "data/sverige/saknas.rec", 12}, .region = "04",
	 .service = LINE, .degree = GAP_MISSING,
	 .text = "Södermanland har ingen jourlinje dygnet runt.", .source = "vf2026",
	 .passage = "Södermanland, Saknas", .lines = "415-416", CHECKED},
	{.head = {"B04-02", "data/sverige/saknas.rec", 25}, .region = "04",
	 .places = TEXTS("sjh-eskilstuna"), .service = TEAM, .degree = GAP_LIMITED,
	 .limits = TEXTS("tid: bara kontorstid", "ronder: inga"), .text = "Konsultarbetet är begränsat.",
	 .source = "vf2026", .passage = "Södermanland, Saknas", .lines = "417-417", CHECKED},
	{.head = {"B13-01", "data/sverige/saknas.rec", 40}, .region = "13", .except = TEXTS("1315"),
	 .service = TEAM, .degree = GAP_MISSING, .limits = TEXTS("alder: barn"),
	 .text = "Barn i Halland når inte konsultteamet.", .source = "vf2026", CHECKED},
	{.head = {"B04-03", "data/sverige/saknas.rec", 55}, .region = "04", .places = TEXTS("0480"),
	 .service = PHYSICIAN, .degree = GAP_MISSING,
	 .text = "Läkarspecialister saknas i Nyköping.", .source = "vf2026", CHECKED},
	{.head = {"B04-09", "data/sverige/saknas.rec", 70}, .region = "04",
	 .service = RECEPTION, .degree = GAP_MISSING, .text = "Stängd brist.",
	 .source = "vf2026", .from = {2025, 9, 30}, .to = {2026, 1, 31}},
};

#define STATED(i, what, where, how, part)                                                                  \
	{.id = gap_ids[i], .service = what, .scope = where, .degree = how, .restricted = part, .checked = 20250930, \
	 .valid_from = 20250930, .origin = {"data/sverige/saknas.rec", gap_lines[i], "vf2026", "Södermanland, Saknas"}}
static const char *const gap_ids[] = {"B04-01", "B04-02", "B13-01", "B04-03"};
static const int gap_lines[] = {12, 25, 40, 55};

static void fill_statements(struct indikator_statement *s)
{
	static const int malar[] = {MALARSJUKHUSET}, hylte[] = {HYLTE}, nykoping[] = {NYKOPING};
	const struct indikator_statement rows[] = {
		STATED(0, "jourlinje", SODERMANLAND, INDIKATOR_MISSING, false),
		STATED(1, "konsultteam", SODERMANLAND, INDIKATOR_LIMITED, true),
		STATED(2, "konsultteam", HALLAND, INDIKATOR_MISSING, true),
		STATED(3, "lakarspecialist", SODERMANLAND, INDIKATOR_MISSING, false),
	};
	memcpy(s, rows, sizeof rows);
	s[1].places = malar;
	s[1].places_count = 1;
	s[2].except = hylte;
	s[2].except_count = 1;
	s[3].places = nykoping;
	s[3].places_count = 1;
}

static struct indikator_set *set_new(void)
{
	static struct indikator_place places[HOUSE_PLACES];
	static struct indikator_statement statements[4];
	static const int gotland[] = {GOTLAND}, sodermanland[] = {SODERMANLAND};
	static struct indikator_unit units[] = {
		{.id = "E09-01", .name = "Hemsjukvården på Gotland", .type = "hemsjukvardsteam", .lies_in = GOTLAND_CITY,
		 .hospital = -1, .serves = gotland, .serves_count = 1, .catchment_known = true, .valid_from = 20250930,
		 .origin = {"data/sverige/enheter.rec", 5, "vf2026", "Gotland, Finns"}},
		{.id = "E04-01", .name = "Jour som säger emot", .type = "jourlinje", .lies_in = NYKOPING, .hospital = -1,
		 .serves = sodermanland, .serves_count = 1, .catchment_known = true, .valid_from = 20250930,
		 .origin = {"data/sverige/enheter.rec", 20, "vf2026", "Södermanland, Finns"}}};
	static const struct indikator_target targets[] = { /* from 2027 some unmet need is allowed */
		{.id = "behov_ej_tillgodosett", .place = -1, .definition = NEED, .value = {5, 1}, .valid_from = 20270101}};
	struct indikator_error error = {.text = ""};
	units[0].attributes[INDIKATOR_DYGNET_RUNT] = INDIKATOR_YES;
	units[1].attributes[INDIKATOR_DYGNET_RUNT] = INDIKATOR_YES;
	for (int i = 0; i < HOUSE_PLACES; i++)
		places[i] = (struct indikator_place){.code = place_rows[i].code,
		                                     .name = place_rows[i].name,
		                                     .kind = (enum indikator_place_kind)place_rows[i].level,
		                                     .parent = place_rows[i].parent};
	places[MALARSJUKHUSET].serves = malar_serves;
	places[MALARSJUKHUSET].serves_count = 2;
	fill_statements(statements);
	const struct indikator_data data = {.places = places, .places_count = HOUSE_PLACES,
	                                    .observations = observations,
	                                    .observations_count = sizeof observations / sizeof *observations,
	                                    .units = units, .units_count = 2, .statements = statements,
	                                    .statements_count = 4, .definitions = definitions,
	                                    .definitions_count = HOUSE_INDICATORS, .targets = targets, .targets_count = 1};
	struct indikator_set *set = indikator_set_new(&data, &error);
	if (!set)
		fail_msg("%s", error.text);
	return set;
}

static void add_table(struct records *r, enum record_kind kind, const void *items, size_t count)
{
	size_t bytes = count * record_type(kind)->size;
	r->tables[kind] = (struct table){.items = mem_alloc(bytes), .count = count, .cap = count};
	memcpy(r->tables[kind].items, items, bytes);
}

static const struct source sources[] = {
	{.head = {.id = "vf2026"}, .title = "Vita fläckar för specialiserad palliativ vård", .file = "vita-flackar-2026.txt"},
	{.head = {.id = ONE}, .title = "Vita fläckar 2026, bilaga 1: behov", .publisher = "NRPV",
	 .weaknesses = TEXTS("Behovet är en schablon."), .omits = TEXTS("Antalet som fått stöd.")},
	{.head = {.id = TWO}, .title = "Vita fläckar 2026, bilaga 2: platser"},
	{.head = {.id = "eapc-2009"}, .title = "Vitbok"},
};
static const struct proposal proposals[] = {
	{.head = {.id = "F-R01"}, .level = PROPOSAL_REGIONAL, .title = "Jour dygnet runt", .text = "Ordna en jour.",
	 .template_text = "Inför jour", .services = TEXTS("jourlinje"), .source = "vf2026"}};

static void national(struct records *r)
{
	struct unit unit;
	record_init(record_type(RECORD_UNIT), &unit);
	unit.head = (struct record){"E09-01", "data/sverige/enheter.rec", 5};
	unit.name = "Hemsjukvården på Gotland";
	unit.region = "09";
	unit.lies_in = "0980";
	unit.attributes[INDIKATOR_DYGNET_RUNT] = 2;
	unit.source = "vf2026";
	unit.lines = "296-298";
	add_table(r, RECORD_GAP, gaps, 5);
	add_table(r, RECORD_SOURCE, sources, 4);
	add_table(r, RECORD_PROPOSAL, proposals, 1);
	add_table(r, RECORD_UNIT, &unit, 1);
}

void house_build(struct house *h)
{
	*h = (struct house){.set = set_new()};
	h->reference.places = mem_alloc(HOUSE_PLACES * sizeof *h->reference.places);
	h->reference.places_count = HOUSE_PLACES;
	for (int i = 0; i < HOUSE_PLACES; i++)
		h->reference.places[i] = (struct place){.code = place_rows[i].code,
		                                        .name = place_rows[i].name,
		                                        .full_name = place_rows[i].name,
		                                        .region = place_rows[i].region,
		                                        .level = place_rows[i].level,
		                                        .parent = place_rows[i].parent};
	h->reference.indicators = mem_alloc(sizeof texts);
	memcpy(h->reference.indicators, texts, sizeof texts);
	h->reference.indicators_count = HOUSE_INDICATORS;
	national(&h->national);
	h->model = (struct model){.reference = &h->reference,
	                          .set = h->set,
	                          .national = &h->national,
	                          .today = {2026, 11, 24}};
}

#define PLAN_FILE "plan/2026.rec"
#define MEETING_FILE "moten/2026-12-24-M1.rec"
static const struct plan plan = {.head = {"P1", PLAN_FILE, 3}, .year = 2026, .title = "Handlingsplan 2026",
                          .commissioner = "Länsstyrgruppen", .adopted = {2026, 1, 29}, .half_days = 3,
                          .full_days = 1};
static const struct goal goals[] = {
	{.head = {"G1", PLAN_FILE, 20}, .nr = 1, .title = "Nå målnivåerna", .indicators = TEXTS("brytpunktssamtal"),
	 .places = TEXTS("04", "0480", "0483", "0484")},
	{.head = {"G2", PLAN_FILE, 30}, .nr = 2, .kind = GOAL_PRINCIPLE, .title = "Lika vård",
	 .dimensions = TEXTS("ålder", "sjukdom")}};
static const struct focus focus = {.head = {"F1", PLAN_FILE, 40}, .nr = 1, .title = "Ombud och stödfunktioner"};
static const struct action actions[] = {
	{.head = {"A1", PLAN_FILE, 50}, .nr = 1, .kind = ACTION_TASK, .title = "Läkare i jour", .owner = "Region Sörmland",
	 .focus = "F1", .due = {2026, 10, 31}, .status = ACTION_ONGOING, .gaps = TEXTS("B04-01"),
	 .proposals = TEXTS("F-R01"), .meeting = "M1", .notes = TEXTS("2026-09-10 ny tid")},
	{.head = {"A2", PLAN_FILE, 60}, .nr = 2, .title = "Utbilda ombud", .status = ACTION_STANDING}};
static const struct meeting meetings[] = {
	{.head = {"M1", MEETING_FILE, 1}, .nr = 1, .date = {2026, 12, 24}, .start = 540, .end = 720,
	 .type = MEETING_HALF_DAY, .title = "Rådsmöte", .place = "Nyköping"},
	{.head = {"M2", "moten/2026-02-03-M2.rec", 1}, .nr = 2, .date = {2026, 2, 3}, .start = -1, .end = -1,
	 .type = MEETING_HALF_DAY, .status = MEETING_HELD}};
static const struct item items[] = {
	{.head = {"I1", MEETING_FILE, 10}, .nr = 1, .minutes = 20, .kind = ITEM_DECISION, .title = "Jourlinjen"}};

static void council(struct records *r)
{
	add_table(r, RECORD_PLAN, &plan, 1);
	add_table(r, RECORD_GOAL, goals, 2);
	add_table(r, RECORD_FOCUS, &focus, 1);
	add_table(r, RECORD_ACTION, actions, 2);
	add_table(r, RECORD_MEETING, meetings, 2);
	add_table(r, RECORD_ITEM, items, 1);
}

void house_council(struct house *h)
{
	static char name[] = "Palliativa rådet", region[] = "04";
	council(&h->council);
	h->settings = (struct council_settings){.name = name, .region = region};
	h->model.council = &h->council;
	h->model.settings = &h->settings;
}

void house_release(struct house *h)
{
	for (int k = 0; k < RECORD_KINDS; k++) {
		free(h->national.tables[k].items);
		free(h->council.tables[k].items);
	}
	free(h->reference.places);
	free(h->reference.indicators);
	indikator_set_free(&h->set);
}

char *house_text(struct doc *d, int width)
{
	struct buf out = {0};
	render_text(d, width, &out);
	doc_release(d);
	return buf_detach(&out);
}

static bool occurs(const char *text, const char *needle)
{
	struct buf plain = {0};
	for (; *text; text++) {
		bool fixed = (unsigned char)text[0] == 0xC2 && (unsigned char)text[1] == 0xA0;
		buf_char(&plain, fixed ? ' ' : *text);
		text += fixed;
	}
	bool found = strstr(buf_cstr(&plain), needle) != NULL;
	buf_release(&plain);
	return found;
}

void house_has(const char *text, const char *needle)
{
	if (!occurs(text, needle))
		fail_msg("”%s” does not occur in:\n%s", needle, text);
}

void house_lacks(const char *text, const char *needle)
{
	if (occurs(text, needle))
		fail_msg("”%s” occurs in:\n%s", needle, text);
}
