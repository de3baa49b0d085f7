/* render_svg.c - figures as drawings in a web page. Colour is never alone: bars have lengths and figures, the place we stand in a
 * pattern, the target a dashed line. Whole numbers only. */
#include "render.h"

#include "radsbord/base/escape.h"

enum { ROW = 22, LABEL = 180, FIELD = 420, VALUE = 110, EIGHTHS = 8, CHARACTER = 7 };

void render_svg_text(struct buf *out, int x, int y, const char *attributes, const char *text)
{
	struct buf clean = {0};
	text_sanitise(&clean, text ? text : "", false);
	buf_printf(out, "<text x=\"%d\" y=\"%d\"%s>", x, y, attributes);
	escape_html(out, buf_cstr(&clean));
	buf_str(out, "</text>\n");
	buf_release(&clean);
}

static void between(struct buf *out, const char *before, const char *text, const char *after)
{
	struct buf clean = {0};
	text_sanitise(&clean, text ? text : "", false);
	buf_str(out, before);
	escape_html(out, buf_cstr(&clean));
	buf_str(out, after);
	buf_release(&clean);
}

void render_svg_open(struct buf *out, int number, const char *title, const char *description, int width, int height)
{
	title = title && *title ? title : "Figur";
	between(out, "<svg role=\"img\" aria-label=\"", title, "\"");
	buf_printf(out, " aria-describedby=\"figur%d-desc\" viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">\n", number, width,
	           height);
	between(out, "<title>", title, "</title>\n");
	buf_printf(out, "<desc id=\"figur%d-desc\">", number);
	between(out, "", description, "</desc>\n");
}

static const char *value_of(const struct figure_bar *b)
{
	return b->text && *b->text ? b->text : num_known(b->value) ? "" : "okänt";
}

static void target_at(struct buf *out, int eighths, int high)
{
	int x = LABEL + eighths;
	if (eighths >= 0)
		buf_printf(out, "<line class=\"target\" x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\"/>\n", x, x, high);
}

static void describe(const struct figure_bars *f, struct buf *out)
{
	buf_printf(out, "%zu liggande staplar", f->count);
	if (num_known(f->target)) {
		buf_str(out, " med en streckad linje vid ");
		render_bars_target(f, out);
	}
	buf_str(out, ". Siffrorna står i tabellen efter.");
}

void render_svg_bars(const struct figure_bars *f, int number, struct buf *out)
{
	struct buf description = {0};
	int high = (int)f->count * ROW + ROW;
	describe(f, &description);
	buf_str(out, "<figure>\n");
	render_svg_open(out, number, f->title && *f->title ? f->title : "Staplar", buf_cstr(&description), LABEL + FIELD + VALUE, high);
	buf_printf(out, "<defs><pattern id=\"figur%d-har\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
	                "<rect width=\"6\" height=\"6\" fill=\"#1b4f72\"/><path d=\"M0 6L6 0\" stroke=\"#fff\" stroke-width=\"1.5\"/></pattern></defs>\n",
	           number);
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_bar *b = &f->items[i];
		struct figure_span s = figure_bar_span(f, i, FIELD / EIGHTHS); /* an eighth is a unit of the drawing */
		int y = (int)i * ROW;
		struct buf label = {0};
		text_clip(&label, b->label ? b->label : "", LABEL / CHARACTER);
		render_svg_text(out, LABEL - 8, y + 15, b->emphasised ? " text-anchor=\"end\" font-weight=\"bold\"" : " text-anchor=\"end\"",
		                buf_cstr(&label));
		buf_release(&label);
		if (s.to > s.from && b->emphasised)
			buf_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"url(#figur%d-har)\"/>\n", LABEL + s.from, y + 4,
			           s.to - s.from, number);
		else if (s.to > s.from)
			buf_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"#7a8b99\"/>\n", LABEL + s.from, y + 4, s.to - s.from);
		render_svg_text(out, LABEL + FIELD + VALUE - 4, y + 15, " text-anchor=\"end\"", value_of(b));
		if (i == 0)
			buf_printf(out, "<line class=\"axis\" x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\"/>\n", LABEL + s.zero, LABEL + s.zero,
			           (int)f->count * ROW);
		if (i == 0) {
			target_at(out, s.target, (int)f->count * ROW);
			if (s.target_high != s.target)
				target_at(out, s.target_high, (int)f->count * ROW);
		}
	}
	buf_clear(&description);
	render_bars_target(f, &description);
	if (description.len) {
		struct figure_span s = figure_bar_span(f, 0, FIELD / EIGHTHS);
		render_svg_text(out, LABEL + s.target, high - 6, s.target > FIELD / 2 ? " text-anchor=\"end\"" : "", buf_cstr(&description));
	}
	buf_str(out, "</svg>\n</figure>\n");
	buf_release(&description);
}
