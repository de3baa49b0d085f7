/* Every key in every place, with each text of the catalogue shown as signs: what is still letters is data, or a text that nobody marked. */
#include "room_stage.h"

#include "support/unmarked.h"

#include "radsbord/app/command.h"
#include "radsbord/base/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first key of each command, once; not those that leave the program. */
static size_t keys_of(const struct keymap *m, ui_key out[COMMANDS])
{
	size_t count = 0;
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		ui_key key = keymap_key(m, (enum command)id, 0);
		bool there = key == 0 || id == COMMAND_QUIT;
		for (size_t i = 0; i < count && !there; i++)
			there = out[i] == key;
		if (!there)
			out[count++] = key;
	}
	return count;
}

static bool clean(struct stage *s, const char *where, ui_key key, const struct buf *data)
{
	struct buf name = {0};
	buf_printf(&name, "%s", where);
	if (key) {
		buf_char(&name, ' ');
		key_format(&name, key);
	}
	stage_shows(s, "");
	bool none = unmarked_none(buf_cstr(&s->text), buf_cstr(&name), data);
	buf_release(&name);
	return none;
}

/* Goes where the keys lead from a fresh start, presses each key there but one (0: all), and looks. */
static bool walk(struct stage *s, const char *where, const char *keys, ui_key but, const struct buf *data)
{
	ui_key all[COMMANDS];
	size_t count = keys_of(s->keymap, all);
	bool none = true;
	for (size_t i = 0; i < count; i++) {
		if (all[i] == but)
			continue;
		stage_restart(s, false);
		stage_type(s, keys);
		if (i == 0)
			none = clean(s, where, 0, data) && none;
		stage_press(s, all[i]);
		none = clean(s, where, all[i], data) && none;
	}
	return none;
}

static void test_every_key(void **state)
{
	static const struct {
		const char *where, *keys;
	} places[] = {
		{"start", ""}, {"bars", "1v"}, {"map", "1vv"}, {"beside", "1vvv"}, {"years", "1vvvv"}, {"what if", "1T\n"},
		{"missing", "2"}, {"counted", "2vv"}, {"units", "2\t"}, {"proposals", "2\t\t"}, {"explained", "2\n"},
		{"actions", "3"}, {"to complete", "3\t"}, {"goals", "3\t\t"}, {"focus areas", "3\t\t\t"}, {"plans", "3\t\t\t\t"}, {"to check", "3\t\t\t\t\t"},
		{"meetings", "4"}, {"wheel", "4v"}, {"referrals", "5"}, {"steps", "5\t"},
		{"seats", "6"}, {"costs", "6\t"}, {"representatives", "6\t\t"}, {"training", "6\t\t\t"}, {"partners", "6\t\t\t\t"},
		{"resources", "6\t\t\t\t\t"}, {"questions", "6\t\t\t\t\t\t"},
	};
	struct stage *s = *state;
	struct buf data = {0};
	bool none = true;
	assert_true(unmarked_begin(s->practice.folder));
	unmarked_read("data/sverige", &data);
	unmarked_read("config", &data);
	unmarked_read(s->practice.path, &data);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		none = walk(s, places[i].where, places[i].keys, 0, &data) && none;
	buf_release(&data);
	assert_true(unmarked_files(s->practice.path));
	unmarked_end();
	assert_true(none);
}

/* In a meeting: its items, who is there, and the review of the plan. */
static void test_every_key_in_a_meeting(void **state)
{
	static const struct {
		const char *where, *keys;
		ui_key but; /* goes to the minutes, which are Swedish */
	} places[] = {{"items", "", UI_KEY_SHIFT_TAB}, {"attendance", "\t", UI_KEY_TAB}, {"review", "R", 0}};
	struct stage *s = *state;
	struct buf data = {0};
	bool none = true;
	assert_true(unmarked_begin(s->practice.folder));
	room_stage_meet(s);
	unmarked_read("data/sverige", &data);
	unmarked_read(s->practice.path, &data);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		char *keys = mem_printf("4/%s\nm%s", _("Rådsmöte"), places[i].keys);
		none = walk(s, places[i].where, keys, places[i].but, &data) && none;
		free(keys);
	}
	buf_release(&data);
	assert_true(unmarked_files(s->practice.path));
	unmarked_end();
	assert_true(none);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_every_key, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_every_key_in_a_meeting, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
