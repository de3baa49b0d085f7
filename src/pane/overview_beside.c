/* Pane 1 side by side: the place, and another that is chosen. */
#include "overview_views.h"

#include "radsbord/base/language.h"

#include <string.h>

enum { TITLE, LEFT, LEFT_VALUE, LEFT_DISTANCE, RIGHT, RIGHT_VALUE, RIGHT_DISTANCE };
static const struct list_column plain[BESIDE_COLUMNS] = {
	[TITLE] = {.title = N_("Indikator"), .width = 14, .flexible = true},
	[LEFT] = {.width = 16},
	[LEFT_VALUE] = {.title = N_("Värde"), .width = 9, .align = TEXT_RIGHT, .drop = 1},
	[LEFT_DISTANCE] = {.title = N_("Avstånd"), .width = 10, .align = TEXT_RIGHT, .drop = 3},
	[RIGHT] = {.width = 16},
	[RIGHT_VALUE] = {.title = N_("Värde"), .width = 9, .align = TEXT_RIGHT, .drop = 2},
	[RIGHT_DISTANCE] = {.title = N_("Avstånd"), .width = 10, .align = TEXT_RIGHT, .drop = 4},
};

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct beside_view *v = ctx;
	const struct beside_row *r = &v->beside.rows[row];
	const struct overview_row *o = column < RIGHT ? &r->left : &r->right;
	buf_clear(&v->cell);
	switch (column) {
	case TITLE:
		buf_str(&v->cell, o->title);
		break;
	case LEFT:
	case RIGHT:
		buf_printf(&v->cell, "%s %s", *o->status ? o->mark : "–", o->status);
		out->role = overview_status_role(o->verdict.status);
		break;
	case LEFT_VALUE:
	case RIGHT_VALUE:
		overview_value_brief(o->value, &v->cell);
		break;
	default:
		buf_str(&v->cell, o->distance_short);
		break;
	}
	out->text = buf_cstr(&v->cell);
}

/* As wide as its widest cell: a title may be cut, a number never. */
static void widen(struct beside_view *v, size_t column)
{
	for (size_t row = 0; row < v->beside.count; row++) {
		struct list_cell shown = {0};
		cell(v, row, column, &shown);
		int wanted = text_width(shown.text);
		if (v->columns[column].width < wanted)
			v->columns[column].width = wanted;
	}
}

void beside_view_build(struct frame *f, struct beside_view *v)
{
	const struct reference *r = frame_model(f)->reference;
	int country = reference_place_by_code(r, "00");
	beside_release(&v->beside);
	if (v->other <= 0)
		v->other = country;
	/* beside itself nothing is told */
	if (v->other == f->place)
		v->other = country != f->place ? country : r->places_count ? 1 : 0;
	beside_build(&v->beside, frame_model(f), f->place, v->other);
	memcpy(v->columns, plain, sizeof plain);
	v->columns[LEFT].title = r->places[f->place].name;
	v->columns[RIGHT].title = r->places[v->other].name;
	for (size_t column = LEFT_VALUE; column < BESIDE_COLUMNS; column++)
		if (column != RIGHT)
			widen(v, column);
}

struct list_source beside_view_source(struct beside_view *v)
{
	return (struct list_source){.ctx = v, .count = v->beside.count, .columns = v->columns, .columns_count = BESIDE_COLUMNS, .cell = cell};
}

void beside_view_release(struct beside_view *v)
{
	beside_release(&v->beside);
	buf_release(&v->cell);
}

static void other_chosen(struct frame *f, size_t item)
{
	struct beside_view *v = overview_beside(f);
	int regions[32];
	size_t n = reference_regions(frame_model(f)->reference, regions, sizeof regions / sizeof *regions);
	if (item == 0)
		v->other = reference_place_by_code(frame_model(f)->reference, "00");
	else if (item <= n)
		v->other = regions[item - 1];
	frame_rebuild(f);
}

void beside_view_choose(struct frame *f)
{
	const struct reference *r = frame_model(f)->reference;
	int regions[32];
	size_t n = reference_regions(r, regions, sizeof regions / sizeof *regions);
	modal_pick(f, _("Jämför med"), other_chosen);
	modal_pick_add(f, "%s", reference_place_name(r, "00"));
	for (size_t i = 0; i < n && i < sizeof regions / sizeof *regions; i++)
		modal_pick_add(f, "%s", r->places[regions[i]].name);
}

void beside_view_note(struct frame *f, const struct beside_view *v, size_t row, struct buf *out)
{
	beside_say(frame_model(f), &v->beside, &v->beside.rows[row], out);
}
