/* What if as bars: before and after, each indicator on a scale of its own with its target. */
#include "thought.h"

#include "radsbord/base/language.h"
#include "radsbord/ui/figures.h"

/* The title with the target, and two bars. Returns the rows it took. */
static int draw_row(const struct model *m, const struct whatif_row *row, struct canvas *c, struct rect r)
{
	struct figure_bar items[2];
	struct figure_bars bars;
	struct buf title = {0};
	if (!whatif_bars(&bars, items, m, row))
		return 0;
	buf_printf(&title, "%s  ", row->after.title);
	report_bars_target(&bars, &title);
	canvas_text(c, r.x, r.y, r.width, ROLE_HEADING, buf_cstr(&title));
	buf_release(&title);
	return 1 + figures_draw_bars(c, (struct rect){r.x, r.y + 1, r.width, r.height - 1}, &bars, 0);
}

void thought_draw_bars(struct frame *f, const struct thought *t, size_t from, struct canvas *c, struct rect r)
{
	int y = r.y, end = r.y + r.height;
	bool any = false;
	for (size_t i = from; i < t->rows.count && end - y >= 3; i++) {
		int used = draw_row(frame_model(f), &t->rows.items[i], c, (struct rect){r.x, y, r.width, end - y});
		any = any || used;
		y += used ? used + 1 : 0;
	}
	if (!any)
		canvas_text(c, r.x, r.y, r.width, ROLE_MUTED, _("Härifrån ändrar tanken inget värde att rita. v visar tabellen, ↑ går uppåt."));
}
