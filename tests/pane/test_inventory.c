/* Pane 2 written in: units and gaps of the council's own, one in place of the report's, a new inventory year, and yearly figures. */
#include "stage.h"

#include "radsbord/report/reported.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNITS "enheter.rec"
#define GAPS "saknas.rec"
#define FIGURES "matt/enheterna.csv"

static void save(struct stage *s)
{
	stage_press(s, UI_KEY_CTRL + 'S');
}

static bool file_has(struct stage *s, const char *name, const char *text)
{
	char *bytes = practice_read(&s->practice, name);
	bool has = bytes && strstr(bytes, text);
	free(bytes);
	return has;
}

static void expect_file(struct stage *s, const char *name, const char *text)
{
	if (!file_has(s, name, text)) {
		char *bytes = practice_read(&s->practice, name);
		printf("%s lacks: %s\n%s\n", name, text, bytes ? bytes : "(no file)");
		free(bytes);
		fail();
	}
}

static void undo(struct stage *s)
{
	stage_type(s, "u");
	stage_expect(s, "Ångrat:");
}

/* Steps the field that has the focus until it is the one with the label. */
static void go_to(struct stage *s, const char *label)
{
	char *here = mem_printf("▸ %s", label);
	for (int i = 0; i < 60 && !stage_shows(s, here); i++)
		stage_press(s, UI_KEY_TAB);
	stage_expect(s, here);
	free(here);
}

static void a_unit_in_a_form(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2\taHospice Nyköping");
	go_to(s, "Typ");
	stage_type(s, "h");
	go_to(s, "Ligger i");
	stage_type(s, "Nyköpng");
	save(s);
	stage_expect(s, "platsen ”Nyköpng” finns inte");
	stage_press(s, UI_KEY_BACKSPACE);
	stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "ing");
	go_to(s, "Dygnet runt");
	stage_type(s, "j");
	go_to(s, "Uppgiftslämnare");
	stage_type(s, "Verksamhetschefen");
	save(s);
	stage_expect(s, "Sparat");
	expect_file(s, UNITS, "Namn: Hospice Nyköping\nRegion: 04\n");
	expect_file(s, UNITS, "Ligger_i: 0480\n");
	expect_file(s, UNITS, "Dygnet_runt: ja\n");
	expect_file(s, UNITS, "Uppgiftslamnare: Verksamhetschefen\nKontrollerad: 2026-11-24\n");
	stage_expect(s, "Hospice Nyköping");
	undo(s);
	stage_expect_not(s, "Hospice Nyköping");
}

static void in_place_of_the_reports(void **state)
{
	/* The report's unit is left alone: the council's own has its Id, is shown once, and goes with an undo. */
	struct stage *s = *state;
	stage_type(s, "2\t");
	stage_expect(s, "SSIH Nyköping");
	stage_type(s, "/hemsjukv Nyk\ne");
	stage_expect(s, "Rådets egna uppgifter, som gäller i stället för rapportens");
	stage_type(s, " (nytt namn)");
	save(s);
	stage_expect(s, "SSIH Nyköping (nytt namn)");
	expect_file(s, UNITS, "Namn: SSIH Nyköping (nytt namn)\n");
	assert_false(file_has(s, UNITS, "Stalle:"));
	const struct records *council = session_model(s->practice.session)->council;
	const char *id = records_unit(council, 0)->head.id;
	assert_non_null(records_find(session_model(s->practice.session)->national, RECORD_UNIT, id));
	size_t units = 0;
	const struct indikator_data *data = indikator_set_data(session_model(s->practice.session)->set);
	for (size_t i = 0; i < data->units_count; i++)
		units += strcmp(data->units[i].id, id) == 0;
	assert_int_equal(units, 1);
	undo(s);
	stage_expect_not(s, "(nytt namn)");
	stage_expect(s, "SSIH Nyköping");
}

static void a_new_inventory_year(void **state)
{
	/* One step keeps the old answers and opens the form for the new; twice a day is not needed. */
	struct stage *s = *state;
	stage_type(s, "2\t/hemsjukv Nyk\nY");
	stage_expect(s, "Ny inventering");
	expect_file(s, UNITS, "Galler_till: 2026-11-23\n");
	expect_file(s, UNITS, "Galler_fran: 2026-11-24\n");
	expect_file(s, UNITS, "\nErsatt_av: ");
	go_to(s, "Vårdplatser");
	stage_type(s, "7");
	save(s);
	stage_type(s, "Y");
	stage_expect(s, "inventeras redan i dag");
	stage_type(s, "\n");
	for (int i = 0; i < 8 && !stage_shows(s, "Äldre svar"); i++)
		stage_press(s, UI_KEY_PAGE_DOWN);
	stage_expect(s, "till den 23 november 2026");
	stage_press(s, UI_KEY_ESCAPE);
	undo(s);
	undo(s);
	assert_false(file_has(s, UNITS, "\nGaller_till: "));
}

static void gaps_registered_and_closed(void **state)
{
	struct stage *s = *state;
	stage_type(s, "2A");
	stage_expect(s, "Ny brist");
	go_to(s, "Tjänst");
	stage_type(s, "j");
	go_to(s, "Vad");
	stage_type(s, "Ingen jour på helger");
	go_to(s, "Grad");
	stage_type(s, "  "); /* the third choice: finns */
	save(s);
	stage_expect(s, "en brist saknas eller finns med begränsning");
	stage_type(s, " ");
	go_to(s, "Uppgiftslämnare");
	stage_type(s, "MAS");
	save(s);
	expect_file(s, GAPS, "Region: 04\nTjanst: jourlinje\nGrad: saknas\nText: Ingen jour på helger\n");
	expect_file(s, GAPS, "Uppgiftslamnare: MAS\n");
	stage_type(s, "/helger\n");
	stage_expect(s, "Ingen jour på helger");
	stage_type(s, "x");
	stage_expect(s, "Bristen är avslutad");
	expect_file(s, GAPS, "Galler_till: 2026-11-23\n");
	stage_expect_not(s, "Ingen jour på helger");
	undo(s);
	stage_expect(s, "13 brister");
	stage_type(s, "j");
	stage_expect(s, "Ingen jour på helger");
}

static void a_gap_of_the_report_is_closed(void **state)
{
	/* The report's record is not touched; the council's own with the same Id ends it, and it is counted no more. */
	struct stage *s = *state;
	stage_type(s, "2");
	stage_expect(s, "12 brister");
	stage_type(s, "x");
	stage_expect(s, "11 brister");
	expect_file(s, GAPS, "Galler_till: 2026-11-23\n");
	undo(s);
	stage_expect(s, "12 brister");
	stage_type(s, "vvx");
	stage_expect(s, "Det är ett antal.");
}

static void yearly_figures(void **state)
{
	/* Asked by year, written with decimal comma, saved with informant and date; changed and taken away as one writes. */
	struct stage *s = *state;
	stage_type(s, "2\t/hemsjukv Nyk\nf\n");
	stage_expect(s, "siffror för 2025");
	stage_type(s, "Verksamhetschefen");
	go_to(s, "Medianvårdtid i hemsjukvården");
	stage_type(s, "31,5x");
	save(s);
	stage_expect(s, "är inget tal");
	stage_press(s, UI_KEY_BACKSPACE);
	save(s);
	stage_expect(s, "Sparat");
	expect_file(s, FIGURES, ",2025,medianvardtid_hemsjukvard,enheterna,31.5,nej,,Uppgift av Verksamhetschefen,2026-11-24");
	/* it stands where the yearly figures are told */
	struct doc d = {0};
	struct buf text = {0};
	struct model m = *session_model(s->practice.session);
	m.year = 2025;
	report_reported(&d, &m, reference_place_by_code(m.reference, "04"));
	render_csv(&d, &text);
	assert_non_null(strstr(buf_cstr(&text), "enheterna"));
	buf_release(&text);
	doc_release(&d);
	stage_type(s, "f\n");
	stage_expect(s, "31,5");
	save(s);
	stage_expect(s, "Ingenting ändrades.");
	stage_type(s, "f\n");
	go_to(s, "Medianvårdtid i hemsjukvården");
	for (int i = 0; i < 4; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	save(s);
	assert_false(file_has(s, FIGURES, "31.5"));
	undo(s);
	assert_true(file_has(s, FIGURES, "31.5"));
	stage_type(s, "f");
	for (int i = 0; i < 4; i++)
		stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "2099\n");
	stage_expect(s, "är inget år för siffror");
}

static void a_figure_that_was_changed_by_another(void **state)
{
	/* Two write the same figure: the second is asked, and nothing is lost. */
	struct stage *s = *state;
	stage_type(s, "2\t/hemsjukv Nyk\nf\n");
	go_to(s, "Medianvårdtid i hemsjukvården");
	stage_type(s, "31,5");
	save(s);
	stage_type(s, "f\n");
	go_to(s, "Medianvårdtid i hemsjukvården");
	stage_press(s, UI_KEY_BACKSPACE);
	stage_type(s, "9");
	stage_outside(s, FIGURES, "31.5", "40");
	save(s);
	assert_true(file_has(s, FIGURES, ",40,"));
	assert_false(file_has(s, FIGURES, "31.9"));
}

static void a_half_written_copy_is_offered_again(void **state)
{
	/* What was being typed over the report's unit is offered after a restart, still in its place. */
	struct stage *s = *state;
	stage_restart(s, true);
	stage_type(s, "2\t/hemsjukv Nyk\ne halv");
	frame_handle(s->frame, &(struct event){.type = EVENT_HANGUP});
	stage_restart(s, true);
	frame_offer_draft(s->frame);
	stage_type(s, "\n");
	stage_expect(s, "SSIH Nyköping halv");
	save(s);
	const struct records *council = session_model(s->practice.session)->council;
	assert_int_equal(records_count(council, RECORD_UNIT), 1);
	assert_non_null(records_find(session_model(s->practice.session)->national, RECORD_UNIT, records_unit(council, 0)->head.id));
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_STAGE(a_unit_in_a_form),
		ON_STAGE(in_place_of_the_reports),
		ON_STAGE(a_new_inventory_year),
		ON_STAGE(gaps_registered_and_closed),
		ON_STAGE(a_gap_of_the_report_is_closed),
		ON_STAGE(yearly_figures),
		ON_STAGE(a_figure_that_was_changed_by_another),
		ON_STAGE(a_half_written_copy_is_offered_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
