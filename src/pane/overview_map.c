/* The map of pane 1: the municipalities where they lie, one of them selected. */
#include "overview_views.h"

#include "radsbord/base/language.h"
#include "radsbord/ui/figures.h"

#include <stdlib.h>

enum { KEY_WIDE = 24, FIELD_LEAST = 24 };

void map_view_forget(struct map_view *v)
{
	place_map_release(&v->map);
	free(v->cells);
	v->cells = NULL;
	v->built = false;
}

/* Where one stands among the items; their count when nowhere. */
static size_t selected_item(const struct map_view *v)
{
	size_t i = 0;
	while (i < v->map.figure.count && v->map.places[i] != v->selected)
		i++;
	return i;
}

static void build(struct frame *f, struct map_view *v, int indicator)
{
	if (v->built && v->indicator == indicator && v->place == f->place)
		return;
	bool moved = v->place != f->place;
	map_view_forget(v);
	place_map_build(&v->map, frame_model(f), indicator, f->place);
	v->cells = mem_alloc((v->map.figure.count + 1) * sizeof *v->cells);
	v->indicator = indicator;
	v->place = f->place;
	v->built = true;
	if (moved && frame_model(f)->reference->places[f->place].level == PLACE_MUNICIPALITY)
		v->selected = f->place;
}

/* What the marks mean, and how the selected municipality stands. */
static void draw_key(const struct map_view *v, size_t selected, size_t shown, struct canvas *c, struct rect r)
{
	const struct figure_map *figure = &v->map.figure;
	int y = r.y + figures_draw_map_key(c, r, figure) + 1, end = r.y + r.height;
	if (shown < figure->count && y < end) {
		canvas_printf(c, r.x, y, r.width, ROLE_MUTED, _("%zu visas inte"), figure->count - shown);
		y += 2;
	}
	if (selected == figure->count || y >= end)
		return;
	const struct figure_map_item *item = &figure->items[selected];
	bool value = item->value && *item->value;
	char *status = mem_printf("%s %s%s%s", figure_marks[item->mark], item->text, value ? ", " : "", value ? item->value : "");
	canvas_text(c, r.x, y, r.width, ROLE_ACCENT, item->label);
	canvas_wrapped(c, (struct rect){r.x, y + 1, r.width, end - y - 1}, 0, figures_mark_role(item->mark), status);
	free(status);
}

static void draw_title(struct frame *f, const struct map_view *v, struct canvas *c, struct rect r)
{
	struct buf title = {0};
	int number, of;
	if (place_map_number(frame_model(f), v->indicator, &number, &of))
		buf_printf(&title, _("Karta %d av %d. "), number, of);
	place_map_title(&v->map, frame_model(f), &title);
	canvas_text(c, r.x, r.y, r.width, ROLE_HEADING, buf_cstr(&title));
	buf_release(&title);
}

void map_view_draw(struct frame *f, struct map_view *v, int indicator, struct canvas *c, struct rect r)
{
	build(f, v, indicator);
	const struct figure_map *figure = &v->map.figure;
	bool key = r.width >= KEY_WIDE + 1 + FIELD_LEAST && !c->linear;
	struct rect field = {r.x, r.y + 1, key ? r.width - KEY_WIDE - 1 : r.width, r.height - 1};
	struct figure_map_layout l = figure_map_place(figure, field.width, field.height, v->cells);
	if (selected_item(v) == figure->count && l.shown) { /* the first to read */
		size_t first = figure_map_step(v->cells, figure->count, figure->count, FIGURE_EAST);
		v->selected = v->map.places[first];
	}
	draw_title(f, v, c, r);
	if (c->linear)
		field.y += figures_draw_map_key(c, field, figure);
	figures_draw_map(c, field, figure, v->cells, l.name, selected_item(v));
	if (key)
		draw_key(v, selected_item(v), l.shown, c, (struct rect){field.x + field.width + 1, field.y, KEY_WIDE, field.height});
	if (!figure->count)
		canvas_text(c, field.x, field.y, field.width, ROLE_MUTED, _("Här ligger inga kommuner."));
}

void map_view_step(struct map_view *v, enum figure_step step)
{
	if (!v->built || !v->map.figure.count)
		return;
	size_t to = figure_map_step(v->cells, v->map.figure.count, selected_item(v), step);
	if (to < v->map.figure.count)
		v->selected = v->map.places[to];
}

int map_view_place(const struct frame *f, const struct map_view *v)
{
	return v->built && selected_item(v) < v->map.figure.count ? v->selected : f->place;
}

void map_view_note(struct frame *f, const struct map_view *v, struct buf *out)
{
	size_t i = v->built ? selected_item(v) : 0;
	if (!v->built || i >= v->map.figure.count)
		return;
	const struct figure_map_item *item = &v->map.figure.items[i];
	buf_printf(out, "%s: %s. ", item->label, item->text);
	place_map_why(&v->map, frame_model(f), i, out);
}
