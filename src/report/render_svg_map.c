/* render_svg_map.c - a map as a drawing: the same cells as on the screen, a shape a mark. */
#include "render.h"

#include "radsbord/base/escape.h"

#include <stdlib.h>

enum { CELL = 9, LINE = 20, WIDE = 80, HIGH = 24, HIGH_ALL = 40, NAMED_MOST = 60, KEY = 24 };

/* Shapes that are told apart in black and white; x and y are the middle. */
static void shape(struct buf *out, enum figure_mark mark, int x, int y)
{
	switch (mark) {
	case FIGURE_MET:
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"#1b5e20\"/>", x, y);
		break;
	case FIGURE_ELSEWHERE:
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"#c8e6c9\" stroke=\"#1b5e20\"/><circle cx=\"%d\" cy=\"%d\" r=\"2\" "
		                "fill=\"#1b5e20\"/>", x, y, x, y);
		break;
	case FIGURE_PARTLY:
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"#fff\" stroke=\"#8a4b00\"/><path d=\"M%d %da5 5 0 0 0 0 10z\" "
		                "fill=\"#8a4b00\"/>", x, y, x, y - 5);
		break;
	case FIGURE_BELOW:
		buf_printf(out, "<path d=\"M%d %dh10l-5 9z\" fill=\"#fff\" stroke=\"#8a4b00\" stroke-width=\"1.5\"/>", x - 5, y - 4);
		break;
	case FIGURE_MISSING:
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"4.5\" fill=\"#fff\" stroke=\"#a31515\" stroke-width=\"1.5\"/>", x, y);
		break;
	case FIGURE_UNKNOWN:
		buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"1.5\" fill=\"#595959\"/>", x, y);
		break;
	case FIGURE_PLAIN:
	case FIGURE_MARKS:
		buf_printf(out, "<path d=\"M%d %dh8\" stroke=\"#595959\" stroke-width=\"1.5\"/>", x - 4, y);
		break;
	}
}

/* What a pointer resting on it tells. */
static void tell(struct buf *out, const struct figure_map_item *item)
{
	struct buf clean = {0}, all = {0};
	bool value = item->value && *item->value;
	buf_printf(&all, "%s: %s%s%s", item->label ? item->label : "", item->text ? item->text : "", value ? ", " : "", value ? item->value : "");
	text_sanitise(&clean, buf_cstr(&all), false);
	buf_str(out, "<title>");
	escape_html(out, buf_cstr(&clean));
	buf_str(out, "</title>");
	buf_release(&clean);
	buf_release(&all);
}

static void legend(const struct figure_map *f, int y, struct buf *out)
{
	int x = CELL;
	for (int mark = 0; mark < FIGURE_MARKS; mark++) {
		size_t n = figure_map_count(f, (enum figure_mark)mark);
		struct buf words = {0};
		if (!n)
			continue;
		buf_printf(&words, "%s (%zu)", f->words[mark] ? f->words[mark] : "", n);
		shape(out, (enum figure_mark)mark, x, y);
		buf_char(out, '\n');
		render_svg_text(out, x + CELL, y + 5, "", buf_cstr(&words));
		x += (text_width(buf_cstr(&words)) + 4) * 8;
		buf_release(&words);
	}
}

void render_svg_map(const struct figure_map *f, int number, struct buf *out)
{
	int high = f->count > NAMED_MOST ? HIGH_ALL : HIGH;
	struct figure_cell *cells = mem_alloc((f->count ? f->count : 1) * sizeof *cells);
	struct figure_map_layout l = figure_map_place(f, WIDE, high, cells);
	buf_str(out, "<figure>\n");
	render_svg_open(out, number, f->title && *f->title ? f->title : "Karta",
	                "Kommunerna ungefär där de ligger, ett märke var. Vad märkena betyder står under kartan, och kommunerna i tabellen efter.",
	                (WIDE + 4) * CELL, (high + 1) * LINE + KEY);
	for (size_t i = 0; i < f->count; i++) {
		int x = (cells[i].x + 1) * CELL, y = (cells[i].y + 1) * LINE - LINE / 2;
		if (cells[i].x < 0)
			continue;
		buf_str(out, "<g>");
		tell(out, &f->items[i]);
		shape(out, f->items[i].mark, x, y);
		if (l.name) {
			struct buf name = {0};
			text_clip(&name, f->items[i].label ? f->items[i].label : "", l.name);
			buf_char(out, '\n');
			render_svg_text(out, x + CELL, y + 5, f->items[i].emphasised ? " font-weight=\"bold\"" : "", buf_cstr(&name));
			buf_release(&name);
		}
		buf_str(out, "</g>\n");
	}
	legend(f, (high + 1) * LINE, out);
	buf_str(out, "</svg>\n</figure>\n");
	free(cells);
}
