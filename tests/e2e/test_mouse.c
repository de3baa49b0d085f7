/* The mouse as terminals send it, in xterm's SGR form and the old form of three bytes; only when it is wished for. */
#include "stage.h"

#include <stdio.h>
#include <string.h>

static bool sent(struct vt *vt, const char *sequence)
{
	return memmem(vt_log(vt)->data, vt_log(vt)->len, sequence, strlen(sequence)) != NULL;
}

/* Off the terminal is never told to send it, so that it marks text; on it is, and it is taken back at the end. */
static void asked_for(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	assert_false(sent(vt, "\033[?1000h"));
	stage_keys(vt, "VMus\r");
	stage_shows(vt, "Musen är på");
	assert_true(sent(vt, "\033[?1000h"));
	assert_true(sent(vt, "\033[?1006h"));
	vt_keys(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	assert_true(sent(vt, "\033[?1000l"));
	vt_free(&vt);
	vt = stage_start(*state, 80, 24, NULL);
	assert_true(sent(vt, "\033[?1000h"));
	stage_keys(vt, "VMus\r");
	stage_shows(vt, "Musen är av.");
	assert_true(sent(vt, "\033[?1000l"));
	stage_leave(vt);
}

/* A click on the tab of page 3, a row, a double click, and the wheel, in either form. */
static void both_forms(void **state)
{
	static const struct {
		const char *tab, *row, *down, *up;
	} forms[] = {
		{"\033[<0;40;2M\033[<0;40;2m", "\033[<0;10;10M\033[<0;10;10m", "\033[<65;10;10M", "\033[<64;10;10M"},
		{"\033[M \x48\"\033[M#\x48\"", "\033[M **\033[M#**", "\033[Ma**", "\033[M`**"},
	};
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	stage_keys(vt, "VMus\r");
	for (size_t i = 0; i < 2; i++) {
		stage_keys(vt, "1");
		stage_keys(vt, forms[i].tab);
		stage_shows(vt, "Plan 2019");
		stage_keys(vt, forms[i].row);
		assert_int_equal(vt_cell(vt, 10, 9).bg, 26);
		stage_keys(vt, forms[i].up);
		assert_int_equal(vt_cell(vt, 10, 6).bg, 26);
		stage_keys(vt, forms[i].down);
		assert_int_equal(vt_cell(vt, 10, 9).bg, 26);
	}
	stage_keys(vt, "\033[<0;10;10M\033[<0;10;10m\033[<0;10;10M\033[<0;10;10m"); /* a double click */
	stage_shows(vt, "Esc tillbaka");
	stage_leave(vt);
}

/* In a form the cursor goes where it is clicked, and a button is pressed. */
static void in_a_form(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	stage_keys(vt, "VMus\r");
	stage_keys(vt, "3e");
	stage_shows(vt, "Ordna utbildning");
	stage_keys(vt, "\033[<0;30;8M\033[<0;30;8m");
	stage_keys(vt, "X");
	stage_shows(vt, "Ordna Xutbildning");
	stage_keys(vt, "\033[<0;6;19M\033[<0;6;19m");
	stage_shows(vt, "Sparat");
	stage_leave(vt);
	stage_is_sound(*state);
}

/* Reports that lie: far outside, of no button, broken off, of motion, with numbers that run over; on and off. */
static void garbage(void **state)
{
	static const char *const lies[] = {
		"\033[<0;999;999M",  "\033[<0;0;0M",   "\033[<99;5;5M",        "\033[<;;M",        "\033[<0M",      "\033[<0;5M",
		"\033[<35;10;10M",   "\033[<32;1;1M",  "\033[<4294967296;1;1M", "\033[<0;99999999999;1M", "\033[<1;2;3;4;5;6M",
		"\033[M\x20\x20\x20", "\033[M\xff\xff\xff", "\033[M###",          "\033[<0;-1;-1M",
	};
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	for (int on = 0; on < 2; on++) {
		stage_keys(vt, "3");
		for (size_t i = 0; i < sizeof lies / sizeof *lies; i++)
			stage_keys(vt, lies[i]);
		stage_shows(vt, "Plan 2019: 14");
		assert_int_equal(vt_cell(vt, 10, 5).bg, 26);
		stage_keys(vt, "VMus\r");
	}
	stage_leave(vt);
	stage_is_sound(*state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {TEST(asked_for), TEST(both_forms), TEST(in_a_form), TEST(garbage)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
