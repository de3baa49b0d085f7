/* The guide on the screen: F1 twice from anywhere, the chapter of the page, its contents, a search through all of it, and back to
 * where one stood. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const char guide[] =
	"# Handboken\n\nInledning.\n\n"
	"<!-- sidor: plan -->\n## Planen\n\nOm planen.\n\n"
	"```text\n 0123456789012345678901234567890123456789012345678901234567890123456789x\n```\n\n"
	"1. rad\n2. rad\n3. rad\n4. rad\n5. rad\n6. rad\n7. rad\n8. rad\n9. rad\n10. rad\n11. rad\n12. rad\n13. rad\n14. rad\n15. rad\n16. sist\n\n"
	"<!-- sidor: genomgang -->\n## Genomgången\n\nEn tangent, ett utfall.\n\n"
	"<!-- sidor: motet -->\n## Mötet\n\nEtt utfall till, och **Ärenden**.\n";

static void open_guide(struct stage *s)
{
	frame_set_guide(s->frame, guide);
	stage_press(s, UI_KEY_F1);
	stage_expect(s, "F1 handboken");
	stage_press(s, UI_KEY_F1);
	stage_expect(s, "HANDBOK");
}

static void test_chapter_of_the_page(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3");
	open_guide(s);
	stage_expect(s, "Om planen.");
	stage_expect(s, "2 av 4");
	stage_expect(s, ", . kapitel  i innehåll  / sök  Esc tillbaka");
	stage_type(s, "\033");
	stage_expect(s, "Plan 2019: 14 öppna");
	stage_type(s, "1");
	open_guide(s);
	stage_expect(s, "Inledning."); /* no chapter is about the overview here: the first */
}

/* H is the short way; Esc, q and the arrow left go back, with the detail open as it was and its place in the text. */
static void test_back_where_one_stood(void **state)
{
	static const char *const back[] = {"\033", "q"};
	struct stage *s = *state;
	frame_set_guide(s->frame, guide);
	stage_type(s, "3\v\n");
	stage_expect(s, "Esc tillbaka  h historik  F1 hjälp");
	struct buf before = {0};
	stage_shows(s, "");
	buf_str(&before, buf_cstr(&s->text));
	for (size_t i = 0; i < sizeof back / sizeof *back; i++) {
		stage_type(s, "H");
		stage_expect(s, "Om planen.");
		stage_type(s, back[i]);
		stage_shows(s, "");
		assert_string_equal(buf_cstr(&s->text), buf_cstr(&before));
	}
	buf_release(&before);
}

static void test_contents(void **state)
{
	struct stage *s = *state;
	open_guide(s);
	stage_type(s, ".");
	stage_expect(s, "Om planen.");
	stage_type(s, ",,");
	stage_expect(s, "första kapitlet");
	stage_type(s, "i");
	stage_expect(s, "Handbokens innehåll");
	stage_expect(s, "Enter öppna  Esc tillbaka");
	stage_type(s, "\v\v\n");
	stage_expect(s, "En tangent, ett utfall.");
	stage_type(s, "i\v\033"); /* out of the contents one is still in the guide, where one was */
	stage_expect(s, "En tangent, ett utfall.");
	stage_type(s, "..");
	stage_expect(s, "sista kapitlet");
	stage_press(s, UI_KEY_F1);
	stage_expect(s, "Handbokens innehåll");
}

/* Through all chapters and round again, in any case; what is not there is said; n and N go on. */
static void test_search(void **state)
{
	struct stage *s = *state;
	open_guide(s);
	stage_type(s, "n");
	stage_expect(s, "Sök först med /.");
	stage_type(s, "/");
	stage_expect(s, "Sök i handboken:");
	stage_type(s, "UTFALL\n");
	stage_expect(s, "En tangent, ett utfall.");
	stage_expect(s, "n nästa träff");
	stage_type(s, "n");
	stage_expect(s, "Ett utfall till");
	stage_type(s, "n");
	stage_expect(s, "En tangent, ett utfall.");
	stage_type(s, "N");
	stage_expect(s, "Ett utfall till");
	stage_type(s, "/trumpet\n");
	stage_expect(s, "”trumpet” finns inte i handboken.");
	stage_type(s, "/\033");
	stage_expect(s, "Ett utfall till");
	stage_expect_not(s, "Sök i handboken");
}

/* In the smallest window the text is read to its end, and a picture that finds no room says so. */
/* F1 where one types: a form, a question, a filter and a choice lie under the guide as they were, with what was typed and its draft. */
static void test_over_what_is_typed(void **state)
{
	static const struct {
		const char *keys, *typed, *more, *then;
	} places[] = {
		{"3a\tRing Trosa", "Ring Trosa", " och Gnesta", "Ring Trosa och Gnesta"},
		{"3r" "Eva", "Ansvarig: Eva", " Ek", "Ansvarig: Eva Ek"},
		{"3/barn", "Filtrera: barn", " nära", "Filtrera: barn nära"},
		{"3:ny ti", "Alla kommandon  ny ti", "d", "Alla kommandon  ny tid"},
	};
	struct stage *s = *state;
	frame_set_guide(s->frame, guide);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		stage_type(s, places[i].keys);
		stage_expect(s, places[i].typed);
		stage_press(s, UI_KEY_F1);
		stage_press(s, UI_KEY_F1);
		stage_expect(s, "Om planen.");
		stage_type(s, "/utfall\n");
		stage_expect(s, "En tangent, ett utfall.");
		frame_handle(s->frame, &(struct event){.type = EVENT_PASTE, .paste = (char[]){"klistrat"}});
		stage_type(s, "i\n\033");
		stage_expect(s, places[i].typed);
		stage_type(s, places[i].more);
		stage_expect(s, places[i].then);
		stage_type(s, "\033k\n\033\033");
		stage_expect(s, "Plan 2019: 14 öppna");
	}
}

/* A draft of what is typed is kept while the guide is read over it. */
static void test_draft_is_kept(void **state)
{
	struct stage *s = *state;
	static const struct {
		const char *keys, *offered;
	} typed[] = {{"3tRing kom", "Anteckning ”Ring kom”"}, {"3a\tRing Trosa", "Ny åtgärd"}};
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		stage_restart(s, true); /* with a place of its own for drafts */
		frame_set_guide(s->frame, guide);
		stage_type(s, typed[i].keys);
		stage_press(s, UI_KEY_F1);
		stage_press(s, UI_KEY_F1);
		stage_type(s, ".,");
		s->practice.mono += 10000;
		stage_idle(s);
		stage_restart(s, true);
		frame_offer_draft(s->frame);
		stage_expect(s, "Inte sparat");
		stage_expect(s, typed[i].offered);
		stage_type(s, "kasta\n\n");
	}
}

static void test_small_window(void **state)
{
	struct stage *s = *state;
	stage_size(s, 60, 16);
	stage_type(s, "3");
	open_guide(s);
	stage_expect(s, "(Bilden är 71 tecken bred och ryms inte här.)");
	stage_expect(s, "↓ mer");
	for (int i = 0; i < 40; i++)
		stage_type(s, "\v");
	stage_expect(s, "16. sist");
	stage_expect(s, "HANDBOK  Planen");
	stage_type(s, "/sist\n");
	stage_expect(s, "/ sök  Esc tillbaka"); /* whole, also when there is more to say */
	stage_size(s, 100, 50);
	stage_press(s, UI_KEY_HOME);
	stage_expect(s, "0123456789x");
}

static void test_keys_without_meaning(void **state)
{
	struct stage *s = *state;
	open_guide(s);
	stage_type(s, "3");
	stage_expect(s, "Tangenten 3 gör inget i handboken. Esc går tillbaka.");
	stage_expect(s, "Inledning.");
}

/* Where no guide was found F1 tells of the keys as ever. */
static void test_without(void **state)
{
	struct stage *s = *state;
	stage_press(s, UI_KEY_F1);
	stage_expect(s, "Flytta:");
	stage_press(s, UI_KEY_F1);
	stage_expect(s, "Handboken hittas inte.");
	stage_type(s, "\033");
	stage_expect_not(s, "HANDBOK");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {TEST(test_chapter_of_the_page), TEST(test_back_where_one_stood), TEST(test_contents), TEST(test_search),
	                                   TEST(test_over_what_is_typed), TEST(test_draft_is_kept), TEST(test_small_window), TEST(test_keys_without_meaning), TEST(test_without)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
