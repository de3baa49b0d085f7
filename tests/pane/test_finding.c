/* Finding the way: the palette, F1 and keys that mean nothing, wherever one stands; and a bottom line that fits. */
#include "room_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static char *line_of(struct stage *s, int y)
{
	struct buf b = {0};
	for (int x = 0; x < s->canvas.width; x++)
		buf_str(&b, s->canvas.cells[y * s->canvas.width + x].text);
	return buf_detach(&b);
}

/* Fails unless the bottom line has the text. */
static void expect_bottom(struct stage *s, const char *text, bool there)
{
	stage_shows(s, "");
	char *line = line_of(s, s->canvas.height - 1);
	if ((strstr(line, text) != NULL) != there)
		fail_msg("%s %s: %s", there ? "missing" : "there", text, line);
	free(line);
}

/* The role of the first cell of the row that has the text. */
static int role_of(struct stage *s, const char *text)
{
	stage_expect(s, text);
	for (int y = 0; y < s->canvas.height; y++) {
		char *line = line_of(s, y);
		bool here = strstr(line, text) != NULL;
		free(line);
		if (here)
			return s->canvas.cells[y * s->canvas.width + 1].role;
	}
	return -1;
}

/* A part of a name is enough, in any order, with or without capitals, å ä ö as they are; the key stands beside; Enter runs. */
static void palette_finds_and_runs(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3:FÖR över\n");
	stage_expect_not(s, "Alla kommandon");
	stage_type(s, "\033:tiden flytta");
	stage_expect(s, "f          flytta tiden");
	stage_type(s, "\n");
	stage_expect(s, "Klart senast:");
	stage_type(s, "\033");
	stage_press(s, UI_KEY_F9); /* the menu is the same */
	stage_type(s, "översikt\n");
	stage_expect(s, "Vårdplatser per 100 000");
	stage_type(s, "3:utgar åtgärd");
	stage_expect(s, "x          utgår");
	stage_press(s, UI_KEY_CTRL + 'U');
	stage_type(s, "arsberattelse");
	stage_expect(s, "årsberättelse");
	stage_press(s, UI_KEY_CTRL + 'U');
	stage_type(s, "F5");
	stage_expect(s, "F5         genomgång");
}

/* What cannot be used here is there too, in grey, and says why; chosen it says so again and nothing happens. */
static void palette_tells_why_not(void **state)
{
	struct stage *s = *state;
	stage_type(s, "3:bordlägg");
	stage_expect(s, "bordlägg        Går i: Mötets ärenden");
	stage_type(s, "\v");
	stage_type(s, "\n");
	stage_expect(s, "Det går inte här. Går i: ");
	stage_type(s, ":förklara");
	assert_int_not_equal(role_of(s, "Enter      förklara"), ROLE_MUTED);
	stage_type(s, "\033/finns inte alls\n:klar");
	stage_press(s, UI_KEY_END);
	assert_int_equal(role_of(s, "klar            Ingen rad är vald."), ROLE_MUTED);
	stage_press(s, UI_KEY_CTRL + 'U');
	stage_type(s, "åtgärden klar\n");
	stage_expect(s, "Ingen rad är vald.");
	stage_type(s, "4:");
	stage_press(s, UI_KEY_END);
	stage_expect(s, "Går på andra sidor");
}

/* Every command of the table is in the palette, wherever one stands, but for how one moves elsewhere. */
static void palette_has_all(void **state)
{
	struct stage *s = *state;
	const char *moving = command_find(COMMAND_UP)->group;
	stage_size(s, 100, 50);
	stage_type(s, "5:");
	for (int i = COMMAND_NONE + 1; i < COMMANDS; i++) {
		const struct command_row *row = command_find((enum command)i);
		if (strcmp(row->group, moving) == 0)
			continue;
		for (const char *k = row->name; *k; k++)
			stage_press(s, (ui_key)*k);
		stage_expect(s, row->label);
		stage_press(s, UI_KEY_CTRL + 'U');
	}
}

/* F1 over a form, a question, a choice and a filter: sentences about it, and then it is there again with what was typed. */
static void help_over_what_is_asked(void **state)
{
	struct stage *s = *state;
	static const struct {
		const char *keys, *says, *again;
	} cases[] = {
		{"3e\t med mera", "Ett formulär: fyll i det du vet.", " med mera"},
		{"3tRing Eva", "En fråga: svaret skrivs på raden längst ned.", "Anteckning: Ring Eva"},
		{"3Spå", "Ett val bland rader.", "pågår"},
		{"3/utb", "Listan visar bara det som stämmer", "Filtrera: utb"},
		{"3:tid", "Ett val bland rader.", "Alla kommandon  tid"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		stage_restart(s, false);
		stage_type(s, cases[i].keys);
		for (int closing = 0; closing < 2; closing++) {
			stage_press(s, UI_KEY_F1);
			stage_expect(s, cases[i].says);
			expect_bottom(s, "Esc tillbaka", true);
			expect_bottom(s, "F1 handboken", true);
			stage_press(s, closing ? UI_KEY_ESCAPE : UI_KEY_ENTER);
			stage_expect(s, cases[i].again);
			stage_expect_not(s, cases[i].says);
		}
	}
	/* the draft of what is typed is kept while one reads */
	stage_restart(s, true);
	stage_type(s, "3tRing Eva");
	stage_press(s, UI_KEY_F1);
	s->practice.mono += 5000;
	stage_idle(s);
	stage_restart(s, true);
	frame_offer_draft(s->frame);
	stage_expect(s, "Ring Eva");
}

/* F1 where one stands begins with what the place is; in the review and in the rooms of a meeting too. */
static void help_tells_where_one_stands(void **state)
{
	struct stage *s = *state;
	static const struct {
		const char *keys, *says;
	} places[] = {
		{"1?", "En rad per indikator"}, {"2?", "Bristerna som rapporten"}, {"2\t?", "Enheterna som finns"}, {"3?", "Rådets aktiviteter och åtgärder."},
		{"4?", "Årets möten bland helgdagar"}, {"5?", "Remisserna: när svaret"}, {"6?", "Platserna i rådet"}, {"6\t?", "En kostnad som huvudmännen"},
	};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		stage_type(s, places[i].keys);
		stage_expect(s, places[i].says);
		stage_expect(s, "Hitta:");
		stage_type(s, "\033");
	}
	room_stage_meet(s);
	stage_type(s, "?");
	stage_expect(s, "Mötet pågår: protokollet växer");
	stage_type(s, "\033\t?");
	stage_expect(s, "Alla på en gång med *");
	stage_type(s, "\033\t?");
	stage_expect(s, "Protokollet från utkast till justerat.");
}

/* A key that means nothing says so and points to F1, also where something is asked for; nothing else happens. */
static void unbound_keys_answer(void **state)
{
	struct stage *s = *state;
	static const char *const places[] = {"1", "2", "3", "4", "5", "6", "3\n", "3e", "3t", "3S", "3/", "3:", "3s", "3U", "2v", "1v", "1vv", "4v"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		stage_restart(s, false);
		stage_type(s, places[i]);
		stage_press(s, UI_KEY_F11);
		if (!stage_shows(s, "Tangenten F11 gör inget här. F1 visar vad som går."))
			fail_msg("after %s:\n%s", places[i], buf_cstr(&s->text));
	}
	room_stage_meet(s);
	stage_press(s, UI_KEY_F11);
	stage_expect(s, "Tangenten F11 gör inget här.");
	stage_type(s, "t");
	stage_press(s, UI_KEY_F11);
	stage_expect(s, "Tangenten F11 gör inget här.");
}

/* In the narrowest window the bottom line is whole in every place, and has the way to the help. */
static void bottom_line_fits(void **state)
{
	struct stage *s = *state;
	static const char *const places[] = {"1", "1v", "1vv", "1vvv", "1vvvv", "1T", "2", "2v", "2\t", "2\t\t", "3", "3\t", "3\t\t", "3\t\t\t", "3\t\t\t\t",
	                                     "3\t\t\t\t\t", "4", "4v", "5", "6", "6\t", "6\t\t\t\t\t\t", "1\n", "3\n", "2\n", "3h", "3e", "3t", "3f", "3S",
	                                     "3:", "3/", "3r", "4a", "4i", "3A", "3x"};
	stage_size(s, 60, 16);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		stage_restart(s, false);
		stage_type(s, places[i]);
		stage_shows(s, "");
		char *line = line_of(s, 15);
		bool short_of_room = strstr("3f 3r 4i 3A 3t", places[i]); /* in a question how it is written goes before */
		if ((!strstr(line, "F1 hjälp") && !short_of_room) || strstr(line, "…"))
			fail_msg("after %s: %s", places[i], line);
		free(line);
	}
	room_stage_meet(s);
	stage_size(s, 60, 16);
	static const char *const rooms[] = {"", "\t", "\t"};
	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		stage_type(s, rooms[i]);
		expect_bottom(s, "F1 hjälp", true);
		expect_bottom(s, "…", false);
	}
}

/* A holiday is no meeting: the bottom line does not offer to change it or to go into it, and the keys say why not. */
static void holidays_are_no_meetings(void **state)
{
	struct stage *s = *state;
	stage_size(s, 80, 24);
	stage_type(s, "4");
	stage_press(s, UI_KEY_HOME);
	expect_bottom(s, "ändra", false);
	expect_bottom(s, "in i mötet", false);
	stage_type(s, "m");
	stage_expect(s, "Raden är ingen mötesdag.");
	stage_type(s, "e");
	stage_expect(s, "Raden är ingen mötesdag.");
	stage_type(s, ":in i mötet");
	stage_expect(s, "Raden är ingen mötesdag.");
	stage_type(s, "\033a2026-12-10\t9\t12\r");
	expect_bottom(s, "e ändra", true);
	expect_bottom(s, "m in i mötet", true);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(palette_finds_and_runs), TEST(palette_tells_why_not), TEST(palette_has_all), TEST(help_over_what_is_asked),
		TEST(help_tells_where_one_stands), TEST(unbound_keys_answer), TEST(bottom_line_fits), TEST(holidays_are_no_meetings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
