/* The program line by line, as a screen reader hears it: what is typed on a page, in a form, in a question, in the review and in the
 * room of a meeting, and every line that is said for it, against text files. */
#include "room_stage.h"

#include "support/golden.h"

#include "radsbord/ui/linear.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* What a printing terminal shows of the bytes: \b goes back, \r\n begins a line. */
static void printed(const struct buf *bytes, struct buf *out)
{
	struct buf line = {0};
	size_t at = 0;
	for (size_t i = 0; i < bytes->len; i++) {
		unsigned char c = (unsigned char)bytes->data[i];
		if (c == '\n') {
			if (line.len)
				buf_printf(out, "    %s\n", buf_cstr(&line));
			buf_clear(&line);
			at = 0;
		} else if (c == '\b') {
			while (at > 0 && ((unsigned char)line.data[--at] & 0xC0) == 0x80)
				;
		} else if (c != '\r') {
			if (at < line.len && c < 0x80) {
				line.data[at] = (char)c;
			} else {
				line.len = at;
				buf_char(&line, (char)c);
			}
			at++;
		}
	}
	if (line.len)
		buf_printf(out, "    %s\n", buf_cstr(&line));
	buf_release(&line);
}

/* Keys that belong together; a transcript has the keys after "> ", and what is said for them. */
static void hear(struct stage *s, struct linear *l, const char *name, const char *keys, struct buf *out)
{
	struct buf bytes = {0};
	buf_printf(out, "> %s\n", name);
	while (*keys) {
		uint32_t cp;
		size_t n = text_decode(keys, strlen(keys), &cp);
		char *one = mem_strndup(keys, n);
		if (cp == 6)
			stage_press(s, UI_KEY_BACKSPACE);
		else if (cp == 5) /* F5 */
			stage_press(s, UI_KEY_F5);
		else
			stage_type(s, one);
		linear_show(l, &s->canvas, true, &bytes);
		free(one);
		keys += n;
	}
	printed(&bytes, out);
	buf_release(&bytes);
}

static void transcript(struct stage *s, const char *name, const char *const (*steps)[2], size_t count)
{
	struct linear l = {.width = 80};
	struct buf out = {0};
	s->pause_ms = 1000;
	s->canvas.linear = true;
	stage_size(s, LINEAR_WIDTH, LINEAR_HEIGHT);
	for (size_t i = 0; i < count; i++)
		hear(s, &l, steps[i][0], steps[i][1], &out);
	assert_true(golden_text_same(buf_cstr(&out), name));
	buf_release(&out);
	linear_release(&l);
}
#define TRANSCRIPT(s, name, ...)                                                       \
	do {                                                                           \
		static const char *const steps[][2] = {__VA_ARGS__};                   \
		transcript(s, name, steps, sizeof steps / sizeof *steps);              \
	} while (0)

static void pages(void **state)
{
	TRANSCRIPT(*state, "linjart-sidor", {"1", "1"}, {"ned", "\v"}, {"ned", "\v"}, {"Enter", "\n"}, {"ned", "\v"}, {"ned", "\v"}, {"ned", "\v"},
	           {"Esc", "\033"}, {"Esc", "\033"}, {"2", "2"}, {"ned", "\v"}, {"Tab", "\t"}, {"3", "3"}, {"d", "d"}, {"u", "u"}, {"Z", "Z"},
	           {"4", "4"}, {"6", "6"}, {"ned", "\v"}, {"?", "?"}, {"ned", "\v"}, {"Esc", "\033"}, {"V", "V"}, {"ned", "\v"}, {"Esc", "\033"});
}

static void pictures(void **state)
{
	TRANSCRIPT(*state, "linjart-bilder", {"1", "1"}, {"v: staplar", "v"}, {"v: karta", "v"}, {"Tab", "\t"}, {"Tab", "\t"}, {"ned", "\v"},
	           {"v: sida vid sida", "v"}, {"ned", "\v"}, {"v: år för år", "v"}, {"T", "T"}, {"Enter", "\n"}, {"6 Enter", "6\n"}, {"v: före och efter", "v"},
	           {"4", "4"}, {"v: årshjul", "v"});
}

static void forms(void **state)
{
	TRANSCRIPT(*state, "linjart-formular", {"3", "3"}, {"e", "e"}, {"Tab", "\t"}, {"skriv: nu", " nu"}, {"Backsteg tre gånger", "\006\006\006"}, {"Tab", "\t"}, {"Esc", "\033"},
	           {"t", "t"}, {"skriv: Ring Åsa", "Ring Åsa"}, {"Enter", "\n"}, {"f", "f"}, {"skriv: i övermorgon då", "i övermorgon då"}, {"Enter", "\n"},
	           {"Esc", "\033"}, {"/", "/"}, {"skriv: utb", "utb"}, {"Enter", "\n"}, {"Esc", "\033"});
}

static void review(void **state)
{
	TRANSCRIPT(*state, "linjart-genomgang", {"4", "4"}, {"a", "a"}, {"2026-11-24 Tab 9 Tab 12", "2026-11-24\t9\t12"}, {"Ctrl-S", "\r"}, {"3", "3"},
	           {"F5", "\005"}, {"o", "o"}, {"d", "d"}, {"f", "f"}, {"Enter", "\n"}, {"u", "u"});
}

static void room(void **state)
{
	struct stage *s = *state;
	room_stage_meet(s);
	TRANSCRIPT(s, "linjart-motet", {"ned", "\v"}, {"mellanslag", " "}, {"t", "t"}, {"skriv: Läget gås igenom.", "Läget gås igenom."}, {"Enter", "\n"},
	           {"Tab", "\t"}, {"*", "*"}, {"ned", "\v"}, {"Tab", "\t"});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pages, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(pictures, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(forms, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(review, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(room, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
