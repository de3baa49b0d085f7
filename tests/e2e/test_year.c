/* A council's whole year lived through in the real program: created, seats filled, planned, met, reviewed, a referral answered and the
 * year told of, by keys alone. Nobody opens an editor and no file is touched. Then every document of the year is made in every
 * format and judged by other programs. */
#include "stage.h"

#include "radsbord/app/export.h"
#include "support/golden.h"
#include "support/judged.h"
#include "support/practice.h"

#include <libical/ical.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TAB "\t"
#define SAVE "\023"
#define RIGHT "\033[C"
#define DOWN "\033[B"
#define SHIFT_TAB "\033[Z"
#define DOWN5 DOWN DOWN DOWN DOWN DOWN
#define ENTER "\r"
#define ESCAPE "\033"
#define PASTE "\1" /* before what is pasted and not typed */

/* Keys, and what the screen then shows; NULL: whatever. */
struct step {
	const char *keys, *shows;
};

struct year {
	struct stage *stage;
	char council[300], home[300];
};

static const char *program(void)
{
	const char *p = getenv("RADSBORD_PROGRAM");
	return p ? p : "build/radsbord";
}

static void year_of(struct year *y, void **state)
{
	y->stage = *state;
	snprintf(y->council, sizeof y->council, "%s/rad", y->stage->folder);
	snprintf(y->home, sizeof y->home, "%s", y->stage->folder);
}

/* The secretary's own setting, not the council's: a verdict may be given at once. A test does not wait. */
static void set_no_wait(const struct year *y)
{
	char path[400];
	snprintf(path, sizeof path, "%s/.config", y->home);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/.config/radsbord", y->home);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/.config/radsbord/radsbord.ini", y->home);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "[radsbord]\ngenomgang_ms = 0\n");
	assert_int_equal(fclose(f), 0);
}

/* What a new secretary types at the prompt. */
static void create(struct year *y)
{
	const char *const argv[] = {program(), "ny", y->council, "--namn", "Palliativa rådet i Sörmland", "--region", "Södermanland", "--idag",
	                            "2027-01-11", NULL};
	const char *const env[] = {y->stage->state_env, y->stage->home_env, NULL};
	struct vt *vt = vt_start(argv, env, 100, 30);
	assert_int_equal(vt_exit_status(vt), 0);
	vt_free(&vt);
}

static void play(struct vt *vt, const struct step *steps)
{
	for (; steps->keys; steps++) {
		const char *at = steps->keys;
		if (*at == *PASTE)
			vt_paste(vt, at + 1);
		else
			vt_keys(vt, at);
		assert_true(vt_wait(vt));
		if (steps->shows && !vt_shows(vt, steps->shows))
			print_message("after %s:\n", at);
		if (steps->shows)
			stage_shows(vt, steps->shows);
	}
}

/* The program on a day of its own, from its start to q. */
static void day(struct year *y, const char *date, const struct step *steps)
{
	char today[32];
	snprintf(today, sizeof today, "%sT09:30:00", date);
	const char *const argv[] = {program(), "--rad", y->council, "--idag", today, NULL};
	const char *const env[] = {y->stage->state_env, y->stage->home_env, NULL};
	struct vt *vt = vt_start(argv, env, 100, 36);
	assert_true(vt_wait(vt));
	play(vt, steps);
	stage_leave(vt);
}

/* ---- the year ---------------------------------------------------------------- */

#define LEAVE_ROOM(held) {ESCAPE, "Lämna mötet? Allt är sparat."}, {ENTER, held}
#define SEAT(person) "e" TAB TAB TAB TAB person SAVE

/* January: who sits in the council, what it is to reach and do, and when it meets. */
static const struct step january[] = {
	{"6", "0 av 10 platser tillsatta"},
	{"e" TAB RIGHT RIGHT TAB TAB TAB "Anna Andersson" SAVE, "1 av 10 platser tillsatta"},
	{DOWN SEAT("Bo Berg"), "2 av 10 platser tillsatta"},
	{DOWN SEAT("Cia Carlsson"), "3 av 10 platser tillsatta"},
	{DOWN SEAT("David Dahl"), "4 av 10 platser tillsatta"},
	{"a" RIGHT RIGHT RIGHT RIGHT RIGHT TAB RIGHT RIGHT RIGHT RIGHT TAB "Region Sörmlands kansli" TAB TAB "Eva Ek" TAB "eva.ek@radet.se" SAVE,
	 "Eva Ek"},
	{"3", "Plan 2027: 0 öppna"},
	{SHIFT_TAB SHIFT_TAB, "[Planer]"},
	{"e" TAB TAB "Länsstyrgruppen i Sörmland" TAB TAB "Verka för en likvärdig palliativ vård i länet." TAB "2027-01-11" TAB
	 "Länsstyrgruppen" TAB "3" TAB "1" TAB "En årsplan och en årsberättelse varje år." TAB "Länsstyrgruppen" TAB "2027-02-28" TAB
	 "Länsstyrgruppen" TAB "2028-02-28" SAVE, "Sparat kl. 9.30."},
	{SHIFT_TAB "a" "Utbildning och handledning" SAVE, "Utbildning och handledning"},
	{"a" "Registrering i palliativregistret" SAVE, "Registrering i palliativregistret"},
	{SHIFT_TAB "a" TAB "Brytpunktssamtal hålls i hela länet" TAB "brytpunktssamtal" SAVE, "mätbart mål"},
	{SHIFT_TAB SHIFT_TAB "a" TAB "Ordna utbildning i brytpunktssamtal" TAB RIGHT TAB "Utbildningsgruppen" TAB TAB TAB "2027-05-31" SAVE,
	 "Plan 2027: 1 öppna"},
	{"a" TAB "Skriv till de privata utförarna" TAB RIGHT RIGHT TAB "Eva Ek" TAB TAB TAB "2027-03-01" SAVE, "Plan 2027: 2 öppna"},
	{"A", "Klistra in listan"},
	{PASTE "Håll en nätverksträff för ombuden\nGå igenom vilka som har ombud\n", "nätverksträff"},
	{ENTER, "Plan 2027: 4 öppna"},
	{"4", "planerat 0 av 3 halvdagar och 0 av 1 heldag"},
	{"i" "andra torsdagen i mars, juni och september kl. 9–12" ENTER, "Lägg in 3 möten"},
	{ENTER, "3 möten är inlagda."},
	{"i" "andra torsdagen i december kl. 9–16 heldag" ENTER ENTER, "planerat 3 av 3 halvdagar och 1 av 1 heldag"},
	{"/rådsmöte" ENTER, "tor 11 mar"},
	{"g" "S" "kallelse" ENTER, "kallelse sänd"},
	{"wkallelse till" ENTER "word" ENTER, "Skrivet: "},
	{NULL, NULL},
};

/* The first meeting, in the room: who is there, what is said, what is decided, who is to do what, and the plan gone through. */
static const struct step march[] = {
	{"4/rådsmöte" ENTER "gm", "[Ärenden]"},
	{TAB "*", "● närvarande"},
	{DOWN " ", "○ förhinder"},
	{"a" "gäst" ENTER, NULL},
	{"Gun Grå, Socialstyrelsen" ENTER, "Socialstyrelsen"},
	{SHIFT_TAB " ", NULL},
	{"t" "Ordföranden hälsade välkommen." ENTER, "Ordföranden hälsade välkommen."},
	{DOWN DOWN "b" "att utse Cia Carlsson att justera protokollet" ENTER, "att utse Gnesta"},
	{DOWN DOWN DOWN DOWN "R", "1 av 4"},
	{"d", "2 av 4"},
	{"o", "3 av 4"},
	{"r" "utbildningsg" ENTER, "4 av 4"},
	{"o", "4 punkter: 2 oförändrade, 1 klar, 1 ny ansvarig."},
	{ENTER, "[Ärenden]"},
	{DOWN DOWN DOWN "b" "att söka medel för en utbildningsdag" ENTER, "att söka medel"},
	{"a" "Sök medel för en utbildningsdag" ENTER, NULL},
	{"utbildningsg" ENTER, NULL},
	{"sex" ENTER, "Sök medel för en utbildningsdag"},
	{TAB TAB, "[Protokoll]"},
	{"s" "Cia Carlsson" ENTER, "Sparat kl. 9.30."},
	{"p", "Protokoll: under justering"},
	LEAVE_ROOM("(1 hållen)"),
	{NULL, NULL},
};
/* The one who adjusts has a word changed, and the minutes are adopted. */
static const struct step adjusted[] = {
	{"4/rådsmöte" ENTER "gm" TAB TAB, "0 av 1 har justerat"},
	{DOWN5 DOWN5 DOWN5 DOWN5 DOWN DOWN DOWN "r", "text: Ordföranden hälsade välkommen."},
	{ENTER " Mötet öppnades kl. 9.00." ENTER, "Begärd av"},
	{"Cia Carlsson" ENTER, "Mötet öppnades kl. 9.00."},
	{"p", "Vem har justerat?"},
	{"gnesta" ENTER, "Hur är det justerat?"},
	{"underskrift" ENTER, "Protokollet är justerat och ändras inte mer."},
	LEAVE_ROOM("(1 hållen)"),
	{NULL, NULL},
};

/* A referral comes, and its way is laid out. */
static const struct step april[] = {
	{"5a" "Kunskapscentrum för palliativ vård" TAB "Länsstyrgruppen" TAB "LS 12/2027" TAB "PR 3/2027" TAB TAB "2027-06-30" TAB
	 "Länsstyrgruppen" TAB "Eva Ek" SAVE, "svar senast 30 juni 2027, om 79 dagar"},
	{TAB "a" "Arbetsutskottet" TAB "10" SAVE, "Arbetsutskottet"},
	{SHIFT_TAB "b", "Sparat kl. 9.30."},
	{"6" TAB TAB TAB "a" "2027-04-20" TAB "Palliation ABC" TAB TAB "undersköterskor" TAB "Flens kommun 12" ENTER "Hospice AB (privat) 3" SAVE, "Palliation ABC"},
	{TAB "a" ENTER "Stiftelsen Sörmland" TAB TAB "75000" SAVE, "Stiftelsen Sörmland"},
	{NULL, NULL},
};

/* The second meeting gives the answer its position; it is sent some days later. */
static const struct step june[] = {
	{"5" "S" "med synp" ENTER, "tillstyrker m…"},
	{"e" TAB TAB TAB TAB TAB TAB TAB TAB TAB TAB "Att driften delas efter invånare." TAB "Rådet tillstyrker ett gemensamt centrum." SAVE, "Sparat"},
	{TAB "d", "klart"},
	{"4/rådsmöte" ENTER "g" DOWN "m" TAB "*", "● närvarande"},
	LEAVE_ROOM("halvdag"),
	{"g" DOWN "S" "hållet" ENTER, "(2 hållna)"},
	{NULL, NULL},
};
static const struct step answer[] = {
	{"5d", "sänt"},
	{NULL, NULL},
};

/* The autumn's meetings; in December the next year's plan is begun. */
static const struct step september[] = {
	{"4/rådsmöte" ENTER "g" DOWN DOWN "m" TAB "*", "● närvarande"},
	{SHIFT_TAB DOWN5 DOWN "R", "1 av 4"},
	{"f" ENTER, "2 av 4"},
	{"o", "3 av 4"},
	{"b", "4 av 4"},
	{"x" "Görs av vårdförbundet" ENTER, "4 punkter"},
	{ENTER, "[Ärenden]"},
	LEAVE_ROOM("halvdag"),
	{"g" DOWN DOWN "S" "hållet" ENTER, "(3 hållna)"},
	{NULL, NULL},
};
static const struct step december[] = {
	{"3" SHIFT_TAB SHIFT_TAB "a", "Ny plan"},
	{SAVE, "Sparat kl. 9.30."},
	{"4/rådsmöte" ENTER "G" "m" TAB "*", "● närvarande"},
	{SHIFT_TAB DOWN5 DOWN DOWN DOWN DOWN "b" "att godkänna handlingsplanen för 2028" ENTER, "att godkänna handlingsplanen för 2028"},
	LEAVE_ROOM("halvdag"),
	{"GS" "hållet" ENTER, "1 av 1 heldag (1 hållen)"},
	{NULL, NULL},
};

/* January: the council's own words, and the year's report. */
static const struct step january_after[] = {
	{"3B" "2027" ENTER, "Rådets egen text i årsberättelsen 2027"},
	{"möten" ENTER "Decembermötet ägnades åt planen för 2028." SAVE, "Sparat kl. 9.30."},
	{"wårsberättelse" ENTER, "2027"},
	{ENTER "word" ENTER, "Skrivet: "},
	{NULL, NULL},
};

/* ---- its documents ------------------------------------------------------------- */

/* What each is about: the subject, or the meeting; and whether it has a table. */
static const struct document_row {
	const char *type, *about;
	bool table;
} rows[] = {
	{"handlingsplan", NULL, true},          {"arsplan", NULL, true},
	{"arsberattelse", NULL, true},          {"uppfoljning", NULL, true},
	{"arshjul", NULL, true},
	{"kallelse", "2027-03-11", true},       {"dagordning", "2027-06-10", true},
	{"protokoll", "2027-03-11", false}, {"protokollsandringar", "2027-03-11", false},
	{"kallelsesvar", "2027-03-11", false},  {"regionrapport", "Södermanland", true},
	{"arsstatistik", "Södermanland", true}, {"intervjuprotokoll", "Södermanland", true},
	{"uppdragsbeskrivning", "SSIH Nyköping", false}, {"beslutsunderlag", "1", false},
	{"yttrande", "1", false},
};
enum { ROWS = sizeof rows / sizeof *rows, YEAR = 2027 };

static void make(struct practice *p, const struct document_row *row, struct doc *d)
{
	const struct document *t = document_find(row->type);
	struct model m = *session_model(p->session);
	struct document_question q = {.year = YEAR, .subject = row->about};
	struct error e = {0};
	assert_non_null(t);
	m.small_limit = 5; /* as the command line prints */
	if (t->needs & DOCUMENT_MEETING)
		q.meeting = document_find_meeting(&m, row->about, &e);
	else if (t->needs & DOCUMENT_PLACE)
		q.place = reference_find_place(m.reference, row->about, false);
	if (!document_make(d, t, &m, &q, &e))
		fail_msg("%s: %s", row->type, e.text);
}

static void put(const struct year *y, const char *type, const char *ending, const struct buf *bytes)
{
	char *path = mem_printf("%s/dokument/%s.%s", y->home, type, ending);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes->data, 1, bytes->len, f), bytes->len);
	assert_int_equal(fclose(f), 0);
	free(path);
}

static void read_by_people(const char *type, const char *text)
{
	char *name = mem_printf("aret-%s", type);
	assert_true(golden_text_same(text, name));
	free(name);
}

static void judge_document(const struct year *y, struct practice *p, const struct document_row *row)
{
	for (int format = 0; format < OUTPUT_FORMATS; format++) {
		struct doc d = {0};
		struct buf out = {0};
		struct error e = {0};
		if (output_formats[format].tables && !row->table)
			continue;
		make(p, row, &d);
		if (!export_render(p->session, &d, (enum output_format)format, 80, &out, &e))
			fail_msg("%s: %s", row->type, e.text);
		assert_true(out.len > 0);
		put(y, row->type, output_formats[format].name, &out);
		if (format == OUTPUT_HTML)
			assert_true(judged_good("tidy -e -q -utf8 %s", "d.html", &out));
		else if (format == OUTPUT_TEXT && (strcmp(row->type, "arsberattelse") == 0 || strcmp(row->type, "protokoll") == 0 ||
		                                   strcmp(row->type, "kallelse") == 0))
			read_by_people(row->type, buf_cstr(&out));
		buf_release(&out);
		doc_release(&d);
	}
}

/* All files of a kind are opened by LibreOffice at once; each comes out with text in it. One build is enough for that. */
static void judge_in_office(const struct year *y, const char *from, const char *to, const char *options)
{
	const char *build = getenv("RADSBORD_BUILD");
	if ((build && strcmp(build, "build") != 0) || system("command -v soffice >/dev/null") != 0)
		return;
	char *command = mem_printf("cd %s/dokument && soffice --headless -env:UserInstallation=file://%s/profil --convert-to %s *.%s >/dev/null 2>&1 && "
	                           "for f in *.%s; do test -s ${f%%.*}.%s || exit 1; done", y->home, y->home, options, from, from, to);
	if (system(command) != 0)
		fail_msg("LibreOffice cannot open one of the files: %s", command);
	free(command);
}

/* libical reads the four meetings and has nothing to complain of. */
static void judge_calendar(struct practice *p)
{
	struct buf out = {0};
	export_calendar(p->session, YEAR, &out);
	icalcomponent *calendar = icalparser_parse_string(buf_cstr(&out));
	assert_non_null(calendar);
	assert_true(icalrestriction_check(calendar));
	assert_int_equal(icalcomponent_count_errors(calendar), 0);
	assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 4);
	icalcomponent_free(calendar);
	buf_release(&out);
}

/* Every kind of document there is. */
static void documents_of_the_year(const struct year *y)
{
	struct practice p;
	char *folder = mem_printf("%s/dokument", y->home);
	assert_int_equal(mkdir(folder, 0700), 0);
	free(folder);
	assert_true(practice_open_at(&p, y->council, 1832070600)); /* 2028-01-21 */
	for (const struct document *t = documents; t->name; t++) {
		size_t i = 0;
		while (i < ROWS && strcmp(rows[i].type, t->name) != 0)
			i++;
		if (i == ROWS)
			fail_msg("%s is not among the documents of the year", t->name);
		judge_document(y, &p, &rows[i]);
	}
	judge_calendar(&p);
	judge_in_office(y, "docx", "text", "text:Text");
	judge_in_office(y, "xlsx", "pdf", "pdf");
	practice_close(&p);
}

static void lived_through(void **state)
{
	struct year y;
	year_of(&y, state);
	set_no_wait(&y);
	create(&y);
	day(&y, "2027-01-11", january);
	day(&y, "2027-03-11", march);
	day(&y, "2027-03-22", adjusted);
	day(&y, "2027-04-12", april);
	day(&y, "2027-06-10", june);
	day(&y, "2027-06-21", answer);
	day(&y, "2027-09-09", september);
	day(&y, "2027-12-09", december);
	day(&y, "2028-01-20", january_after);
	documents_of_the_year(&y);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(lived_through, stage_set_up, stage_tear_down)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
