/* B: the council's own words in a section of a year's annual report are written on screen, stand in the report, are there the next
 * time, and are never overwritten by making the report again; F8 asks of which year a document is to be. */
#include "stage.h"

#include "radsbord/app/export.h"
#include "radsbord/report/documents.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void report_has(struct stage *s, int year, const char *text, bool has)
{
	struct model m = export_model(s->practice.session);
	struct document_question q = {.year = year};
	struct doc d = {0};
	struct buf out = {0};
	struct error e = {0};
	assert_true(document_make(&d, document_find("arsberattelse"), &m, &q, &e));
	render_text(&d, 0, &out);
	if (has != (strstr(buf_cstr(&out), text) != NULL))
		fail_msg("”%s” %s in:\n%s", text, has ? "missing" : "stands", buf_cstr(&out));
	buf_release(&out);
	doc_release(&d);
}

static void written_once_and_kept(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3B");
	stage_expect(s, "Rådets egen text i årsberättelsen");
	stage_type(s, "2026\n");
	stage_type(s, "möten\n");
	stage_expect(s, "Årsberättelsen 2026: Möten");
	stage_type(s, "Två möten hölls på distans.");
	stage_press(s, UI_KEY_CTRL + 'S');
	stage_expect(s, "Sparat kl.");
	report_has(s, 2026, "Möten\nTvå möten hölls på distans.\n", true);
	report_has(s, 2025, "Två möten", false);
	/* it shows how it begins, and is changed, not doubled */
	stage_type(s, "B2026\n");
	stage_expect(s, "Möten: Två möten hölls på distans.");
	stage_type(s, "möten\n");
	stage_press(s, UI_KEY_END);
	stage_type(s, " Majmötet ställdes in.");
	stage_press(s, UI_KEY_CTRL + 'S');
	report_has(s, 2026, "Två möten hölls på distans. Majmötet ställdes in.", true);
	assert_int_equal(records_count(session_model(s->practice.session)->council, RECORD_YEAR_TEXT), 1);
	stage_type(s, "u");
	report_has(s, 2026, "Majmötet", false);
	stage_type(s, "u");
	report_has(s, 2026, "distans", false);
}

static bool is_written(struct stage *s, const char *name)
{
	char *path = mem_printf("%s/%s", s->practice.folder, name);
	bool there = access(path, R_OK) == 0;
	free(path);
	return there;
}

static void year_of_a_document(void **state)
{
	struct stage *s = *state;
	export_set(s->practice.session, s->practice.folder, 5);
	stage_type(s, "3wårsplan\n");
	stage_expect(s, "2027"); /* a plan looks ahead */
	stage_type(s, "2027\nword\n");
	assert_true(is_written(s, "arsplan-2027.docx"));
	stage_type(s, "3wårsberättelse\n");
	stage_expect_not(s, "2027");
	stage_type(s, "2025\ntext\n");
	assert_true(is_written(s, "arsberattelse-2025.txt"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(written_once_and_kept, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(year_of_a_document, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
