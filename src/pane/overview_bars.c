/* The bars of pane 1, from the same figures that `radsbord jamfor` and `radsbord utveckling` print. */
#include "overview_views.h"

#include "radsbord/base/language.h"
#include "radsbord/ui/figures.h"

/* From which bar to draw, so that the place we stand in is seen. */
static size_t first_bar(const struct figure_bars *bars, int height)
{
	for (size_t i = 0; i < bars->count; i++)
		if (bars->items[i].emphasised && (long)i >= height)
			return i + 1 - (size_t)height;
	return 0;
}

static const struct figure_bars *bars_of(const struct doc *d)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].kind == DOC_BARS && d->items[i].bars->count)
			return d->items[i].bars;
	return NULL;
}

/* What the line through the bars is, and which of them are shown when there is no room for all. Returns its width. */
static int draw_aside(const struct figure_bars *bars, const struct bars_view *v, struct canvas *c, struct rect r)
{
	struct buf b = {0};
	report_bars_target(bars, &b);
	if (v->shown < v->count)
		buf_printf(&b, _("%s%zu–%zu av %zu"), b.len ? "   " : "", v->top + 1, v->top + v->shown, v->count);
	int width = text_width(buf_cstr(&b));
	if (width > r.width * 2 / 3)
		width = 0;
	canvas_text(c, r.x + r.width - width, r.y, width, ROLE_TARGET, buf_cstr(&b));
	buf_release(&b);
	return width ? width + 2 : 0;
}

static void draw_bars(struct bars_view *v, const struct figure_bars *bars, struct canvas *c, struct rect body)
{
	v->count = bars->count;
	if (!v->paged)
		v->top = first_bar(bars, body.height);
	v->page = body.height > 0 ? (size_t)body.height : 1;
	if (v->top + v->page > v->count) /* the last page is a whole one */
		v->top = v->count > v->page ? v->count - v->page : 0;
	v->shown = (size_t)figures_draw_bars(c, body, bars, v->top);
}

void bars_view_page(struct bars_view *v, int by)
{
	v->paged = true;
	if (by < 0)
		v->top = v->top > v->page ? v->top - v->page : 0;
	else
		v->top += v->page;
}

void bars_view_draw(struct frame *f, struct bars_view *v, int indicator, bool years, struct canvas *c, struct rect r)
{
	const struct model *m = frame_model(f);
	const struct indicator_text *t = &m->reference->indicators[indicator];
	bool regions = m->reference->places[f->place].level <= PLACE_REGION;
	struct rect body = {r.x, r.y + 1, r.width, r.height - 1};
	struct doc d = {0};
	int aside = 0;
	if (v->indicator != indicator || v->place != f->place)
		*v = (struct bars_view){.indicator = indicator, .place = f->place};
	if (years)
		report_trend(&d, m, f->place, indicator);
	else
		compare_bars(&d, m, indicator, f->place);
	const struct figure_bars *bars = bars_of(&d);
	if (bars) {
		draw_bars(v, bars, c, body);
		aside = draw_aside(bars, v, c, r);
	} else {
		canvas_text(c, body.x, body.y, body.width, ROLE_MUTED, _("Det finns inget värde att rita. Välj en annan med pilarna, eller tryck v."));
	}
	canvas_printf(c, r.x, r.y, r.width - aside, ROLE_HEADING, "%s: %s", years ? _("År för år") : regions ? _("Alla regioner") : _("Regionens kommuner"),
	              _(t->short_title ? t->short_title : t->title));
	if (years && bars && bars->count == 1)
		canvas_text(c, body.x, body.y + 2, body.width, ROLE_MUTED, _("Bara ett år har uppgifter."));
	doc_release(&d);
}
