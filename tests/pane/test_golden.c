/* Each pane at three sizes, in Swedish and in English, against a text file; what the reader sees changes only on purpose. */
#include "support/english.h"
#include "support/golden.h"
#include "support/practice.h"
#include "support/unmarked.h"

#include "radsbord/pane/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const struct {
	int width, height;
} sizes[] = {{80, 24}, {120, 40}, {60, 16}};

/* A guide that changes with no other: what is seen is how it is shown. */
static const char guide[] =
	"# Handbok\n\nEn inledning.\n\n<!-- sidor: plan -->\n## Åtgärder i planen\n\n```text\n"
	" Nr  Vad                                                Senast      Status\n"
	"  1  Ordna utbildning i palliativ vård                  –           löpande\n```\n\n"
	"Varje rad är en aktivitet eller en åtgärd. **försenad** står med ord när tiden har gått ut.\n\n"
	"- `a ny` öppnar ett formulär.\n- `d klar` när den är gjord.\n\n1. `3 Handlingsplan` och `Tab del`.\n2. Skriv *Ring Trosa*.\n\n"
	"## Genomgången\n\nEn tangent, ett utfall.\n";

static struct practice practice;
static struct keymap *keymap;
static const char *language; /* before the names of the files; NULL: what is not marked is looked for */
static struct buf data;

static int open_practice(void **state)
{
	(void)state;
	keymap = keymap_new();
	return practice_open(&practice) ? 0 : -1;
}

static int open_swedish(void **state)
{
	language = "";
	return open_practice(state);
}

/* The same screens over a practice council of its own. */
static int open_english(void **state)
{
	language = "en/";
	return english_begin() ? open_practice(state) : -1;
}

/* And with every text of the catalogue as signs. */
static int open_marked(void **state)
{
	language = NULL;
	if (open_practice(state) != 0 || !unmarked_begin(practice.folder))
		return -1;
	unmarked_read("data/sverige", &data);
	unmarked_read(practice.path, &data);
	return 0;
}

static bool same(const struct canvas *c, const char *name)
{
	char file[64];
	snprintf(file, sizeof file, "%s%s", language ? language : "", name);
	if (language)
		return golden_same(c, file);
	if (strncmp(name, "handbok", strlen("handbok")) == 0)
		return true; /* the guide is Swedish, and so are the screens in it */
	struct buf screen = {0};
	canvas_dump(c, &screen);
	bool clean = unmarked_none(buf_cstr(&screen), name, &data);
	buf_release(&screen);
	return clean;
}

static int close_practice(void **state)
{
	(void)state;
	english_end();
	unmarked_end();
	keymap_free(&keymap);
	practice_close(&practice);
	buf_release(&data);
	return 0;
}

/* Types keys on a fresh frame over Södermanland and compares the screen in all sizes. */
static void screen_after(const char *keys, const char *name)
{
	bool unchanged = true;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		int place = reference_find_place(session_model(practice.session)->reference, "04", false);
		struct frame *f = frame_new(practice.session, keymap, place);
		struct canvas c;
		char file[64];
		frame_set_guide(f, guide);
		canvas_init(&c, sizes[i].width, sizes[i].height);
		frame_draw(f, &c);
		for (const char *k = keys; *k; k++) {
			ui_key key = *k == '\n' ? UI_KEY_ENTER : *k == '\t' ? UI_KEY_TAB
			             : *k == '\r' ? (ui_key)UI_KEY_CTRL + 'S' : *k == '\v' ? UI_KEY_F5 : *k == '\f' ? UI_KEY_DOWN
			             : *k == '\033' ? UI_KEY_ESCAPE : (ui_key)*k;
			frame_handle(f, &(struct event){.type = EVENT_KEY, .key = key});
			canvas_clear(&c);
			frame_draw(f, &c);
		}
		snprintf(file, sizeof file, "%s-%dx%d", name, sizes[i].width, sizes[i].height);
		unchanged = same(&c, file) && unchanged;
		canvas_release(&c);
		frame_free(&f);
	}
	assert_true(unchanged);
}

#define SCREEN(name, keys)                                                                         \
	static void name(void **state)                                                             \
	{                                                                                          \
		(void)state;                                                                       \
		screen_after(keys, #name);                                                         \
	}
SCREEN(oversikt, "")
SCREEN(oversikt_forklarad, "\n")
SCREEN(oversikt_staplar, "v")
SCREEN(oversikt_karta, "vvnnnn") /* from the need by region to the fourth of the report's maps */
SCREEN(oversikt_karta_riket, "vv-nnn")
SCREEN(oversikt_bredvid, "vvvosk\n")
SCREEN(oversikt_ar, "vvvv")
SCREEN(tank_om_meny, "T")
SCREEN(tank_om_fraga, "T\n")
SCREEN(tank_om_fel, "T\n6 Nyhamn\n")
SCREEN(tank_om, "T\n6 pa sjukhus\nT+100\n100\nTjour\n, ej anslutna, betjanar 04\nj")
SCREEN(tank_om_staplar, "T\n6 pa sjukhus\nv")
SCREEN(tank_om_forklarad, "T\n6\n\n")
SCREEN(saknas, "2")
SCREEN(saknas_antal, "2vvv,")
SCREEN(saknas_forklarad, "2\n")
SCREEN(kedja, "jjjjjj\nG\n") /* from an indicator to one of its gaps */
SCREEN(finns, "2\t")
SCREEN(finns_ny, "2\ta")
SCREEN(finns_siffror, "2\tf\n\t\t")
SCREEN(forslag, "2\t\t")
SCREEN(plan, "3")
SCREEN(plan_detalj, "3\n")
SCREEN(plan_mal, "3\t\t\n")
SCREEN(plan_mal_rutor, "3\t\tj\n")
SCREEN(plan_formular, "3e")
SCREEN(plan_nytt_ar, "3\t\t\t\ta")
SCREEN(plan_planer, "3\t\t\t\t")
SCREEN(plan_kontrollera, "3\t\t\t\t\t")
SCREEN(plan_personnummer, "3tRingt 640823-3234\n")
SCREEN(moten, "4")
SCREEN(moten_nytt, "4a")
SCREEN(moten_nytt_dag, "4av 1") /* the calendar follows what is typed, into the next year */
SCREEN(plan_lamnas, "3e\tx\033")
SCREEN(plan_ny_tid, "3f23/12")
SCREEN(finns_ny_plats, "2\ta\t\t\t\tnyk")
SCREEN(plan_ny_brist, "3a\tJour\t\t\t\t\t\t\tjour")
SCREEN(remisser, "5")
SCREEN(remiss_ny, "5a")
SCREEN(radet, "6")
SCREEN(radet_regler, "6\t\t\t\t\t\t\t")
SCREEN(radet_kostnader, "6\t")
SCREEN(radet_kostnad_forklarad, "6\t\n")
SCREEN(genomgang, "4a2026-11-24\t9\t12\r3\v") /* lays in a meeting: the last but for those that show no meeting */
SCREEN(moten_arshjul, "4v")
SCREEN(plan_komplettera, "3\t")
SCREEN(plan_fokus, "3\t\t\t")
SCREEN(forslag_svar, "2\t\tS")
SCREEN(skriv_ut, "3w")
SCREEN(utseende, "V")
/* These write: they come last. */
SCREEN(radet_ombud, "6\t\ta0482 Flen\tHospice\tFlen\r")
SCREEN(radet_utbildning, "6\t\t\ta2026-03-01\tHospice\r")
SCREEN(radet_parter, "6\t\t\t\ta\nHospice\r")
SCREEN(radet_resurser, "6\t\t\t\t\taHospice\r")
SCREEN(radet_fragor, "6\t\t\t\t\t\ta2026-11-20\tFlen\tHospice\r")
SCREEN(remiss, "5aHospice\t\t\t\t\t4/2\r")
SCREEN(remiss_forklarad, "5\n")
SCREEN(angra, "3dU")
SCREEN(hjalp, "?")
SCREEN(handbok, "3H")
SCREEN(handbok_innehall, "3Hi")
SCREEN(handbok_sok, "3H/utfall\n")
SCREEN(meny, ":")
SCREEN(sortera, "2s")
SCREEN(filter, "2/jour")
SCREEN(filter_ord, "2/lage:") /* what the word can become */
SCREEN(filter_okant_ord, "2/ansvar:ek")
SCREEN(filter_sparade, "3/utbild\nF")
SCREEN(sorterad, "2s\f\f\f\f\n") /* by Var, descending */
SCREEN(markerade, "3   ")
SCREEN(markerade_fraga, "3   rAnna Ek\n")
SCREEN(filter_kvar, "2/tjanst:jour\n")

/* After all that was done in them, nothing of the interface's language stands in the council's files. */
static void files_are_swedish(void **state)
{
	(void)state;
	assert_true(unmarked_files(practice.path));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(oversikt),
		cmocka_unit_test(oversikt_forklarad),
		cmocka_unit_test(oversikt_staplar),
		cmocka_unit_test(oversikt_karta),
		cmocka_unit_test(oversikt_karta_riket),
		cmocka_unit_test(oversikt_bredvid),
		cmocka_unit_test(oversikt_ar),
		cmocka_unit_test(tank_om_meny),
		cmocka_unit_test(tank_om_fraga),
		cmocka_unit_test(tank_om_fel),
		cmocka_unit_test(tank_om),
		cmocka_unit_test(tank_om_staplar),
		cmocka_unit_test(tank_om_forklarad),
		cmocka_unit_test(saknas),
		cmocka_unit_test(saknas_antal),
		cmocka_unit_test(saknas_forklarad),
		cmocka_unit_test(kedja),
		cmocka_unit_test(finns),
		cmocka_unit_test(finns_ny),
		cmocka_unit_test(finns_siffror),
		cmocka_unit_test(forslag),
		cmocka_unit_test(plan),
		cmocka_unit_test(plan_detalj),
		cmocka_unit_test(plan_mal),
		cmocka_unit_test(plan_mal_rutor),
		cmocka_unit_test(plan_formular),
		cmocka_unit_test(plan_nytt_ar),
		cmocka_unit_test(plan_planer),
		cmocka_unit_test(plan_kontrollera),
		cmocka_unit_test(moten),
		cmocka_unit_test(moten_nytt),
		cmocka_unit_test(moten_nytt_dag),
		cmocka_unit_test(plan_lamnas),
		cmocka_unit_test(plan_ny_tid),
		cmocka_unit_test(finns_ny_plats),
		cmocka_unit_test(plan_ny_brist),
		cmocka_unit_test(plan_komplettera),
		cmocka_unit_test(plan_fokus),
		cmocka_unit_test(forslag_svar),
		cmocka_unit_test(skriv_ut),
		cmocka_unit_test(utseende),
		cmocka_unit_test(hjalp),
		cmocka_unit_test(handbok),
		cmocka_unit_test(handbok_innehall),
		cmocka_unit_test(handbok_sok),
		cmocka_unit_test(meny),
		cmocka_unit_test(sortera),
		cmocka_unit_test(filter),
		cmocka_unit_test(filter_ord),
		cmocka_unit_test(filter_okant_ord),
		cmocka_unit_test(filter_kvar),
		cmocka_unit_test(filter_sparade),
		cmocka_unit_test(sorterad),
		cmocka_unit_test(markerade),
		cmocka_unit_test(markerade_fraga),
		cmocka_unit_test(plan_personnummer),
		cmocka_unit_test(remisser),
		cmocka_unit_test(remiss_ny),
		cmocka_unit_test(radet),
		cmocka_unit_test(radet_regler),
		cmocka_unit_test(radet_kostnader),
		cmocka_unit_test(radet_kostnad_forklarad),
		cmocka_unit_test(genomgang),
		cmocka_unit_test(moten_arshjul),
		cmocka_unit_test(radet_ombud),
		cmocka_unit_test(radet_utbildning),
		cmocka_unit_test(radet_parter),
		cmocka_unit_test(radet_resurser),
		cmocka_unit_test(radet_fragor),
		cmocka_unit_test(remiss),
		cmocka_unit_test(remiss_forklarad),
		cmocka_unit_test(angra),
		cmocka_unit_test(files_are_swedish),
	};
	int failed = cmocka_run_group_tests_name("svenska", tests, open_swedish, close_practice);
	failed += cmocka_run_group_tests_name("engelska", tests, open_english, close_practice);
	return failed + cmocka_run_group_tests_name("märkta", tests, open_marked, close_practice);
}
