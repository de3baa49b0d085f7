/* The manners of the screen, in bytes: what did not change is not sent again, and nothing blinks. Counted, not timed. */
#include "stage.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* The user's own settings, in the home of the stage. */
static void set(const struct stage *s, const char *key, const char *value)
{
	char path[400];
	snprintf(path, sizeof path, "%s/.config", s->folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/.config/radsbord", s->folder);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/.config/radsbord/radsbord.ini", s->folder);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "[radsbord]\n%s = %s\n", key, value);
	assert_int_equal(fclose(f), 0);
}

/* A row of 80 columns, with a few signs of three bytes and the colours around its cells. */
enum { ROW = 80 + 90 };

static const struct {
	const char *what, *before, *key;
	size_t most;
} steps[] = {
	{"an arrow in a table: two rows and a note", "1", "\033[B", 3 * ROW},
	{"an arrow in the plan", "3", "\033[B", 3 * ROW},
	{"an arrow where the last row is reached", "1\033[F", "\033[B", 0},
	{"a key that does nothing: the sentence that says so", "1", "Z", ROW},
	{"the same key again", "Z", "Z", 0},
	{"a line of a detail", "1\r", "\033[B", 4 * ROW},
	{"back from it", "1\r", "\033", 24 * ROW},
	{"a line of the help", "?", "\033[B", 4 * ROW},
	{"a field of a form: two labels and what they say of themselves", "\0333e", "\t", 3 * ROW},
	{"a letter in a field", "\0333e\t", "a", 64},
	{"a letter taken back", "\0333e\tab", "\177", 64},
	{"a letter in a question", "\033\0333t", "a", 64},
	{"a choice in a menu", "\033\0331:", "\033[B", 3 * ROW},
};

static void little_is_sent(void **state)
{
	static const char *const terms[] = {"TERM=xterm-256color", "TERM=xterm", "TERM=vt100"};
	static const char *const themes[] = {"mork", "ljus", "kontrast", "mono"};
	for (size_t i = 0; i < 3 * 4; i++) {
		set(*state, "tema", themes[i % 4]);
		struct vt *vt = stage_start(*state, 80, 24, terms[i / 4]);
		for (size_t j = 0; j < sizeof steps / sizeof *steps; j++) {
			stage_keys(vt, steps[j].before);
			size_t before = vt_bytes_out(vt);
			stage_keys(vt, steps[j].key);
			size_t sent = vt_bytes_out(vt) - before;
			if (sent > steps[j].most || (steps[j].most > 0 && sent == 0))
				fail_msg("%s, %s, %s: %zu bytes, at most %zu", terms[i / 4], themes[i % 4], steps[j].what, sent,
				         steps[j].most);
			stage_keys(vt, "\033k"); /* also out of a form that was changed */
			stage_keys(vt, "\033");
		}
		stage_leave(vt);
	}
}

/* The line of the selected row: its first cell has a background, or is reversed. */
static int selected_line(struct vt *vt)
{
	for (int y = 3; y < 22; y++)
		if (vt_cell(vt, 1, y).reverse || vt_cell(vt, 1, y).bg != VT_DEFAULT)
			return y;
	return -1;
}

/* A list that scrolls a line is scrolled by the terminal itself: the new row, the row that was selected and the note are sent, not
 * the fifteen that moved. */
static void a_scrolled_line_is_short(void **state)
{
	static const char *const terms[] = {"TERM=xterm-256color", "TERM=vt100"};
	for (size_t i = 0; i < 2; i++) {
		struct vt *vt = stage_start(*state, 120, 24, terms[i]);
		int last = -1;
		stage_keys(vt, "2-"); /* the gaps of the whole country */
		while (selected_line(vt) > last) {
			last = selected_line(vt);
			stage_keys(vt, "\033[B");
		}
		for (int row = 0; row < 20; row++) {
			size_t before = vt_bytes_out(vt);
			stage_keys(vt, "\033[B");
			assert_in_range(vt_bytes_out(vt) - before, 1, 3 * (120 + 90));
		}
		stage_leave(vt);
	}
}

/* What the terminal is left with is what was drawn, however little was sent: Ctrl-L draws the same. */
static void little_is_enough(void **state)
{
	struct vt *vt = stage_start(*state, 80, 24, NULL);
	static const char *const steps_taken[] = {"1\033[B\033[B", "\r", "\033", "3\033[6~", "e\tab", "\033", "k", "2\t\t\033[F", "?\033[B", "\033", "4v"};
	for (size_t i = 0; i < sizeof steps_taken / sizeof *steps_taken; i++) {
		struct buf bit_by_bit = {0}, whole = {0};
		stage_keys(vt, steps_taken[i]);
		vt_text(vt, &bit_by_bit);
		vt_resize(vt, 79, 24);
		assert_true(vt_wait(vt));
		vt_resize(vt, 80, 24);
		assert_true(vt_wait(vt));
		vt_text(vt, &whole);
		assert_string_equal(buf_cstr(&bit_by_bit), buf_cstr(&whole));
		buf_release(&bit_by_bit);
		buf_release(&whole);
	}
	stage_leave(vt);
}

/* The row of the text has the bar of a selected one, which nothing but the bar of the practice council's badge has else. */
static bool is_selected(struct vt *vt, const char *text)
{
	int x, y;
	if (!vt_find(vt, text, &x, &y))
		return false;
	struct vt_cell c = vt_cell(vt, x, y);
	return c.reverse || c.bg != VT_DEFAULT;
}

/* F1 to F10 as xterm, PuTTY, the Linux console and rxvt send them, and Home and End in their five forms, whatever TERM says. */
static void keys_in_every_form(void **state)
{
	static const char *const terms[] = {"TERM=xterm-256color", "TERM=linux", "TERM=vt100"};
	static const struct {
		const char *forms[6], *shows;
		bool selected; /* it shows always: it becomes the selected row */
	} rows[] = {
		{.forms = {"\033OP", "\033[11~", "\033[[A", "\033[1;2P"}, .shows = "Flytta:"},
		{.forms = {"\033OR", "\033[13~", "\033[[C", "\033[1;2R"}, .shows = "Filtrera:"},
		{.forms = {"\033OS", "\033[14~", "\033[[D", "\033[1;2S"}, .shows = "Ändra åtgärd"},
		{.forms = {"\033[17~"}, .shows = "Sidans egen ordning"},
		{.forms = {"\033[19~"}, .shows = "Handlingsplan"},
		{.forms = {"\033[20~"}, .shows = "Alla kommandon"},
		{.forms = {"\033[F", "\033OF", "\033[4~", "\033[8~"}, .shows = "Redovisa en", .selected = true},
		{.forms = {"\033[H", "\033OH", "\033[1~", "\033[7~"}, .shows = "Ordna utbildning", .selected = true},
	};
	for (size_t i = 0; i < 3; i++) {
		struct vt *vt = stage_start(*state, 120, 24, terms[i]);
		for (size_t j = 0; j < sizeof rows / sizeof *rows; j++)
			for (size_t k = 0; k < 6 && rows[j].forms[k]; k++) {
				stage_keys(vt, "3");
				stage_keys(vt, rows[j].forms[k]);
				stage_shows(vt, rows[j].shows);
				if (rows[j].selected)
					assert_true(is_selected(vt, rows[j].shows));
				stage_keys(vt, "\033");
				stage_keys(vt, "\033");
			}
		vt_keys(vt, i == 0 ? "\033[21~" : "\033[21;2~"); /* F10 */
		assert_int_equal(vt_exit_status(vt), 0);
		vt_free(&vt);
	}
}

/* The judge of what blinks knows the sequences: every terminal of the tests is asked when it is put away (vt_free). */
static void blinking_is_seen(void **state)
{
	static const struct {
		const char *sent;
		bool blinks;
	} rows[] = {
		{"\\033[5mx", true},      {"\\033[1;5mx", true},  {"\\033[6mx", true},     {"\\033[0;38;5;1;5mx", true},
		{"\\033[?12h", true},     {"\\033[1 q", true},    {"\\033[34l", true},     {"\\033[1;38;5;5mx", false},
		{"\\033[48;2;5;5;5mx", false}, {"\\033[25mx", false}, {"\\033[2 q", false}, {"\\033[?12l\\033[?25h", false},
		{"5m \\033[m", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct vt *vt = vt_start((const char *const[]){"/usr/bin/printf", rows[i].sent, NULL}, NULL, 80, 24);
		assert_int_equal(vt_exit_status(vt), 0);
		if (vt_blinks(vt) != rows[i].blinks)
			fail_msg("%s", rows[i].sent);
		vt_forget(vt);
		vt_free(&vt);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(little_is_sent),
		TEST(a_scrolled_line_is_short),
		TEST(little_is_enough),
		TEST(keys_in_every_form),
		TEST(blinking_is_seen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
