/* The room of a meeting at three sizes, and whole minutes as they are stored, against text files. */
#include "room_stage.h"

#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

static void test_screens(void **state)
{
	struct stage *s = *state;
	static const struct {
		int width, height;
	} sizes[] = {{80, 24}, {120, 40}, {60, 16}};
	static const char *const names[] = {"motet_arenden", "motet_narvaro", "motet_protokoll"};
	room_stage_meet(s);
	stage_type(s, "\t\vrförh\n*\t\t ");
	stage_type(s, "\v tLäget i de fem kommunerna gås igenom.\nbgodk\tutredningen\naBjud in jourläkarna\nregion\n\n");
	s->practice.now += 5 * 60;
	for (size_t part = 0; part < 3; part++) {
		for (size_t i = 0; i < 3; i++) {
			char name[64];
			snprintf(name, sizeof name, "%s-%dx%d", names[part], sizes[i].width, sizes[i].height);
			stage_size(s, sizes[i].width, sizes[i].height);
			stage_press(s, UI_KEY_DOWN);
			stage_press(s, UI_KEY_UP);
			assert_true(golden_same(&s->canvas, name));
		}
		stage_type(s, "\t");
	}
}

static void test_stored(void **state)
{
	struct stage *s = *state;
	room_stage_meet(s);
	stage_type(s, "\vaRing Trosa\nregion\n\nk");
	room_stage_adopt(s);
	char *text = practice_read(&s->practice, ROOM_STORED);
	assert_non_null(text);
	assert_true(golden_text_same(text, "protokoll-justerat"));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_screens, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_stored, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
