/* Linear mode as the terminal gets it: lines that are new, the focus last, a text that is typed edited where it stands. */
#include "ui_test.h"

#include "radsbord/ui/figures.h"
#include "radsbord/ui/linear.h"
#include "radsbord/ui/list.h"

struct said {
	struct linear linear;
	struct canvas canvas;
	struct buf out;
};

static int set_up(void **state)
{
	struct said *s = calloc(1, sizeof *s);

	s->linear.width = 80;
	canvas_init(&s->canvas, LINEAR_WIDTH, LINEAR_HEIGHT);
	s->canvas.linear = true;
	*state = s;
	return 0;
}

static int tear_down(void **state)
{
	struct said *s = *state;

	linear_release(&s->linear);
	canvas_release(&s->canvas);
	buf_release(&s->out);
	free(s);
	return 0;
}

/* What is said of the canvas is exactly this; then it is clear. */
static void assert_said(struct said *s, bool asked, const char *expected)
{
	buf_clear(&s->out);
	linear_show(&s->linear, &s->canvas, asked, &s->out);
	assert_string_equal(buf_cstr(&s->out), expected);
	canvas_clear(&s->canvas);
}

static void text(struct said *s, int y, enum role role, const char *what)
{
	canvas_text(&s->canvas, 1, y, 100, role, what);
}

/* Lines as they come, without pictures; what has not changed is not said again; the selected row comes last. */
static void test_lines(void **state)
{
	struct said *s = *state;

	text(s, 0, ROLE_BAR, "Rådsbord   Södermanland");
	canvas_rule(&s->canvas, 0, 1, 80, ROLE_MUTED);
	text(s, 2, ROLE_SELECTED, "Konsultteam      ◐ Finns delvis");
	text(s, 3, ROLE_TEXT, "Ansvarig:   ingen   ███▌");
	assert_said(s, false, "\r\nRådsbord; Södermanland\r\nAnsvarig: ingen\r\nKonsultteam; Finns delvis");
	text(s, 0, ROLE_BAR, "Rådsbord   Södermanland");
	text(s, 2, ROLE_SELECTED, "Jourlinje        ○ Saknas");
	text(s, 3, ROLE_TEXT, "Ansvarig:   ingen   ███▌");
	assert_said(s, true, "\r\nJourlinje; Saknas");
	text(s, 0, ROLE_BAR, "Rådsbord   Södermanland");
	text(s, 2, ROLE_SELECTED, "Jourlinje        ○ Saknas");
	text(s, 4, ROLE_NOTICE, "Sparat kl. 9.30.");
	assert_said(s, true, "\r\nSparat kl. 9.30.");
	/* a key that changes nothing says where one is; time that passes says nothing */
	text(s, 2, ROLE_SELECTED, "Jourlinje        ○ Saknas");
	assert_said(s, true, "\r\nJourlinje; Saknas");
	text(s, 2, ROLE_SELECTED, "Jourlinje        ○ Saknas");
	assert_said(s, false, "");
	linear_forget(&s->linear);
	text(s, 0, ROLE_BAR, "Rådsbord");
	assert_said(s, false, "\r\nRådsbord");
}

static void field(struct said *s, const char *label, const char *value, int cursor)
{
	canvas_text(&s->canvas, 1, 5, 20, ROLE_HEADING, label);
	canvas_fill(&s->canvas, (struct rect){20, 5, 40, 1}, ROLE_INPUT);
	canvas_text(&s->canvas, 20, 5, 40, ROLE_INPUT, value);
	s->canvas.cursor_x = 20 + cursor;
	s->canvas.cursor_y = 5;
}

/* Letters are echoed; Backspace, a letter in the middle, and the cursor that moves are done where the text stands. */
static void test_typing(void **state)
{
	struct said *s = *state;

	field(s, "Vad", "", 0);
	assert_said(s, true, "\r\nVad ");
	field(s, "Vad", "å", 1);
	assert_said(s, true, "å");
	field(s, "Vad", "å ", 2);
	assert_said(s, true, " ");
	field(s, "Vad", "å b", 3);
	assert_said(s, true, "b");
	field(s, "Vad", "å ", 2);
	assert_said(s, true, "\b \b");
	field(s, "Vad", "åb", 2);
	assert_said(s, true, "\bb");
	field(s, "Vad", "åb", 1);
	assert_said(s, true, "\b");
	field(s, "Vad", "åb", 2);
	assert_said(s, true, "b");
	field(s, "Vad", "åb", 1);
	assert_said(s, true, "\b");
	field(s, "Vad", "åxb", 2);
	assert_said(s, true, "xb\b");
	field(s, "Vad", "åxb", 3);
	assert_said(s, true, "b");
	/* something is said meanwhile: then the line again */
	field(s, "Vad", "åx", 2);
	text(s, 9, ROLE_ERROR, "Det är för kort.");
	assert_said(s, true, "\r\nDet är för kort.\r\nVad åx");
	field(s, "Vem", "", 0);
	assert_said(s, true, "\r\nVem ");
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	static const char *const cells[2][3] = {{"Konsultteam", "◐ Finns delvis", "0 av 9"}, {"Jourlinje", "○ Saknas", ""}};

	(void)ctx;
	out->text = cells[row][column];
}

/* A list says its selected row with the titles of its columns, and which of how many it is. */
static void test_list(void **state)
{
	static const struct list_column columns[] = {{.title = "Indikator", .width = 10}, {.title = "Läge", .width = 5}, {.title = "Värde", .width = 4}};
	const struct list_source source = {.count = 2, .columns = columns, .columns_count = 3, .cell = cell};
	struct said *s = *state;
	struct list l;

	list_init(&l);
	list_update(&l, &source, 0);
	list_draw(&l, &source, &s->canvas, (struct rect){1, 4, 390, 90}, true, "Tomt.");
	assert_said(s, true, "\r\nKonsultteam. Läge: Finns delvis. Värde: 0 av 9. 1 av 2");
	list_command(&l, COMMAND_DOWN);
	list_draw(&l, &source, &s->canvas, (struct rect){1, 4, 390, 90}, true, "Tomt.");
	assert_said(s, true, "\r\nJourlinje. Läge: Saknas. 2 av 2");
	list_release(&l);
}

/* A picture is its figures: a line a bar with the target once, a line a month of the year. */
static void test_figures(void **state)
{
	const struct figure_bar bars[] = {{"Skåne", num_int(3), "3,0", false}, {"Sörmland", num_int(5), "5,3", true}, {"Gotland", NUM_UNKNOWN, NULL, false}};
	const struct figure_bars f = {"Vårdplatser", "", bars, 3, num_int(8), num_int(8)};
	struct said *s = *state;

	assert_int_equal(figures_draw_bars(&s->canvas, (struct rect){0, 2, 390, 90}, &f, 0), 3);
	assert_said(s, true, "\r\nSkåne: 3,0\r\nGotland: okänt\r\nSörmland: 5,3");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_lines, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_typing, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_list, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_figures, set_up, tear_down),
	};

	return TESTS(tests);
}
