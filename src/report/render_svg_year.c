/* render_svg_year.c - years as drawings: a line through the years' values, and the twelve months of a year. */
#include "render.h"

#include "radsbord/base/escape.h"

#include <stdlib.h>

enum { STEP = 60, LEFT = 40, HIGH = 100, LEVELS = 80, DAY = 20, MONTH = 24, MONTH_LEFT = 90, DAYS = 31 };

/* A line between neighbours only: over a gap nothing is known. */
void render_svg_spark(const struct figure_spark *f, int number, struct buf *out)
{
	int *heights = mem_alloc((f->count ? f->count : 1) * sizeof *heights);
	figure_spark_heights(f, LEVELS, heights);
	buf_str(out, "<figure>\n");
	render_svg_open(out, number, f->title && *f->title ? f->title : "År för år",
	                "En punkt för varje år med uppgift, hög för ett högt värde. Siffrorna står i tabellen efter.",
	                (int)f->count * STEP + LEFT, HIGH + 30);
	for (size_t i = 0; i < f->count; i++) {
		int x = LEFT + (int)i * STEP, y = HIGH - heights[i];
		char *year = mem_printf("%d", f->items[i].year);
		render_svg_text(out, x, HIGH + 24, " text-anchor=\"middle\"", year);
		free(year);
		if (!heights[i])
			continue;
		if (i > 0 && heights[i - 1])
			buf_printf(out, "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", x - STEP, HIGH - heights[i - 1], x, y);
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#1b4f72\"/>\n", x, y);
		render_svg_text(out, x, y - 8 < 10 ? y + 18 : y - 8, " text-anchor=\"middle\"", f->items[i].text);
	}
	buf_str(out, "</svg>\n</figure>\n");
	free(heights);
}

/* Shapes that are told apart in black and white. */
static void day(struct buf *out, enum figure_day_kind kind, int x, int y)
{
	switch (kind) {
	case FIGURE_DAY_MEETING:
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"6\" fill=\"#1b4f72\"/>", x, y);
		break;
	case FIGURE_DAY_DUE:
		buf_printf(out, "<path d=\"M%d %dh12l-6 11z\" fill=\"#8a4b00\"/>", x - 6, y - 5);
		break;
	case FIGURE_DAY_STEP:
		buf_printf(out, "<path d=\"M%d %dv10l8-5z\" fill=\"#8a4b00\"/>", x - 4, y - 5);
		break;
	case FIGURE_DAY_EVENT:
		buf_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"#1b5e20\"/>", x - 5, y - 5);
		break;
	case FIGURE_DAY_FREE:
	case FIGURE_DAYS:
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#fff\" stroke=\"#595959\"/>", x, y);
		break;
	}
}

static void months(const struct figure_wheel *f, struct buf *out)
{
	for (int month = 1; month <= 12; month++) {
		int y = (month - 1) * MONTH + MONTH / 2, days = DAYS;
		while (!date_valid(f->year, month, days))
			days--;
		render_svg_text(out, 0, y + 5, "", date_months[month - 1]);
		buf_printf(out, "<line stroke=\"#8c8c8c\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", MONTH_LEFT, y, MONTH_LEFT + days * DAY, y);
	}
}

static void key(const struct figure_wheel *f, struct buf *out)
{
	int x = DAY / 2, y = 12 * MONTH + MONTH / 2;
	for (int kind = 0; kind < FIGURE_DAYS; kind++) {
		size_t n = figure_wheel_count(f, (enum figure_day_kind)kind);
		struct buf words = {0};
		if (!n)
			continue;
		buf_printf(&words, "%s (%zu)", f->words[kind] ? f->words[kind] : "", n);
		day(out, (enum figure_day_kind)kind, x, y);
		buf_char(out, '\n');
		render_svg_text(out, x + 12, y + 5, "", buf_cstr(&words));
		x += (text_width(buf_cstr(&words)) + 4) * 8;
		buf_release(&words);
	}
}

void render_svg_wheel(const struct figure_wheel *f, int number, struct buf *out)
{
	buf_str(out, "<figure>\n");
	render_svg_open(out, number, f->title && *f->title ? f->title : "Året",
	                "Årets tolv månader under varandra, med ett märke den dag något händer. Dagarna står i tabellen efter.",
	                MONTH_LEFT + (DAYS + 1) * DAY, 13 * MONTH);
	months(f, out);
	for (int month = 1; month <= 12; month++)
		for (int x = 0; x < DAYS; x++) {
			size_t i = figure_wheel_at(f, month, x, DAYS);
			struct buf clean = {0};
			if (i == f->count)
				continue;
			text_sanitise(&clean, f->items[i].text ? f->items[i].text : "", false);
			buf_str(out, "<g><title>");
			escape_html(out, buf_cstr(&clean));
			buf_str(out, "</title>");
			day(out, f->items[i].kind, MONTH_LEFT + x * DAY + DAY / 2, (month - 1) * MONTH + MONTH / 2);
			buf_str(out, "</g>\n");
			buf_release(&clean);
		}
	key(f, out);
	buf_str(out, "</svg>\n</figure>\n");
}
