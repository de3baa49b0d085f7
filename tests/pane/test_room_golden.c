/* The room of a meeting at three sizes, in Swedish and in English, and whole minutes as they are stored, against text files. */
#include "room_stage.h"

#include "support/english.h"
#include "support/golden.h"
#include "support/unmarked.h"

#include "radsbord/base/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

/* A screen against its file, before whose name the language stands; NULL: everything on it is marked. */
static bool same(struct stage *s, const char *language, const char *name)
{
	char file[64];
	snprintf(file, sizeof file, "%s%s", language ? language : "", name);
	if (language)
		return golden_same(&s->canvas, file);
	struct buf data = {0}, screen = {0};
	unmarked_read("data/sverige", &data);
	unmarked_read(s->practice.path, &data);
	canvas_dump(&s->canvas, &screen);
	bool clean = unmarked_none(buf_cstr(&screen), name, &data);
	buf_release(&screen);
	buf_release(&data);
	return clean;
}

static void screens(struct stage *s, const char *language)
{
	static const struct {
		int width, height;
	} sizes[] = {{80, 24}, {120, 40}, {60, 16}};
	static const char *const names[] = {"motet_arenden", "motet_narvaro", "motet_protokoll"};
	room_stage_meet(s);
	stage_type(s, "\t\vr");
	stage_type(s, _("förhinder"));
	stage_type(s, "\n*\t\t ");
	stage_type(s, "\v tLäget i de fem kommunerna gås igenom.\nbgodk\tutredningen\naBjud in jourläkarna\nregion\n\n");
	s->practice.now += 5 * 60;
	/* the last part is the minutes themselves, which are Swedish */
	for (size_t part = 0; part < (language ? 3 : 2); part++) {
		for (size_t i = 0; i < 3; i++) {
			char name[64];
			snprintf(name, sizeof name, "%s-%dx%d", names[part], sizes[i].width, sizes[i].height);
			stage_size(s, sizes[i].width, sizes[i].height);
			stage_press(s, UI_KEY_DOWN);
			stage_press(s, UI_KEY_UP);
			assert_true(same(s, language, name));
		}
		stage_type(s, "\t");
	}
}

static void test_screens(void **state)
{
	screens(*state, "");
}

static void test_english_screens(void **state)
{
	assert_true(english_begin());
	screens(*state, "en/");
	english_end();
}

static void test_marked_screens(void **state)
{
	struct stage *s = *state;
	assert_true(unmarked_begin(s->practice.folder));
	screens(s, NULL);
	assert_true(unmarked_files(s->practice.path));
	unmarked_end();
}

/* Whatever the interface speaks. */
static void stored(struct stage *s)
{
	room_stage_meet(s);
	stage_type(s, "\vaRing Trosa\nregion\n\nk");
	room_stage_adopt(s);
	char *text = practice_read(&s->practice, ROOM_STORED);
	assert_non_null(text);
	assert_true(golden_text_same(text, "protokoll-justerat"));
	free(text);
}

static void test_stored(void **state)
{
	stored(*state);
}

static void test_stored_in_swedish(void **state)
{
	struct stage *s = *state;
	assert_true(unmarked_begin(s->practice.folder));
	stored(s);
	assert_true(unmarked_files(s->practice.path));
	unmarked_end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_screens, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_english_screens, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_marked_screens, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_stored, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_stored_in_swedish, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
