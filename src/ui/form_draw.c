/* Drawing a form: its fields in as many lines as they need, the buttons always in sight, what helps in the field with the focus. */
#include "form_local.h"

#include "radsbord/base/language.h"
#include "radsbord/ui/keymap.h"

#include <stdlib.h>
#include <string.h>

enum {
	MARK_WIDTH = 2,
	LINES_LEAST = 2, /* lines of a field for several, when it is low */
	LINES_ROOMY = 4, /* and when there is room, until it is filled */
	FOOT = 2,
	LIST_ROWS = 6,
	BESIDE_GAP = 3,
	BESIDE_LEAST = 12 /* columns left for the date itself */
};

/* Where everything is, for one picture. */
struct layout {
	struct rect body; /* the fields */
	int label;        /* columns of the labels */
	int value_x;
	int value_width;
	int least, most; /* lines of a field for several */
	bool beside;     /* the calendar stands beside the fields */
};

static int field_rows(const struct form_field *it, const struct layout *l)
{
	int rows;

	if (it->kind != FORM_LINES)
		return 1;
	rows = edit_rows(&it->edit, l->value_width, l->most);
	return rows < l->least ? l->least : rows;
}

/* Lines above a field, or of all for the count. */
static int rows_above(const struct form *f, const struct layout *l, size_t field)
{
	int rows = 0;

	for (size_t i = 0; i < field && i < f->count; i++)
		rows += field_rows(&f->fields[i], l);
	return rows;
}

/* How low and how high a field for several lines may be: what there is room for, the same whatever is typed in them. */
static void share_rows(const struct form *f, struct layout *l)
{
	int singles = 0, several = 0, room;

	for (size_t i = 0; i < f->count; i++) {
		several += f->fields[i].kind == FORM_LINES;
		singles += f->fields[i].kind != FORM_LINES;
	}
	if (several == 0)
		return;
	room = (l->body.height - singles) / several;
	l->least = room < LINES_LEAST ? LINES_LEAST : room > LINES_ROOMY ? LINES_ROOMY : room;
	l->most = room > l->body.height / 2 ? room : l->body.height / 2;
	l->most = l->most < l->least ? l->least : l->most;
}

static int label_width(const struct form *f, int width)
{
	int label = 0;

	for (size_t i = 0; i < f->count; i++) {
		int w = text_width(_(f->fields[i].label));

		label = w > label ? w : label;
	}
	return label < width / 3 ? label : width / 3;
}

static bool on_date(const struct form *f)
{
	return f->focus < f->count && f->fields[f->focus].kind == FORM_DATE && !f->asking;
}

static struct layout lay_out(const struct form *f, struct rect r)
{
	int above = r.height >= 12 ? 2 : 1;
	struct layout l = {.body = {r.x, r.y + above, r.width, r.height - above - FOOT - 1}, .label = label_width(f, r.width)};
	int room;

	l.value_x = r.x + MARK_WIDTH + l.label + 2;
	l.value_width = r.width - MARK_WIDTH - l.label - 2;
	room = l.value_width - CALENDAR_WIDTH - BESIDE_GAP;
	l.beside = on_date(f) && room >= BESIDE_LEAST;
	if (l.beside)
		l.value_width = room;
	share_rows(f, &l);
	return l;
}

/* What has the focus is in sight, with room for a calendar below it. */
static void scroll_to_focus(struct form *f, const struct layout *l)
{
	int height = l->body.height, all = rows_above(f, l, f->count), top, own;

	if (f->focus < f->count) {
		top = rows_above(f, l, f->focus);
		own = field_rows(&f->fields[f->focus], l) + (on_date(f) && !l->beside ? CALENDAR_HEIGHT : 0);
		all = top + own > all ? top + own : all;
		if (f->scroll > top)
			f->scroll = top;
		if (f->scroll < top + own - height)
			f->scroll = own <= height ? top + own - height : top;
	}
	if (f->scroll > all - height)
		f->scroll = all > height ? all - height : 0;
}

/* ---- the fields --------------------------------------------------------- */

static void draw_choice(const struct form_field *it, struct canvas *c, struct rect r, bool here)
{
	char *text = mem_printf(here ? "‹ %s ›" : "  %s", it->choices[it->choice] ? _(it->choices[it->choice]) : "");

	canvas_text(c, r.x, r.y, r.width, here ? ROLE_INPUT : ROLE_TEXT, text);
	free(text);
}

/* After what is typed, which day that is. */
static void draw_date(struct form *f, const struct form_field *it, struct canvas *c, struct rect r)
{
	const char *text = buf_cstr(&it->edit.text);
	int x = text_width(text) + 3;
	struct buf day = {0};
	struct date d;

	if (!calendar_day(&f->calendar, text, &d))
		return;
	date_format_weekday(&day, d);
	buf_printf(&day, ", %s %d", _("v."), date_iso_week(d, NULL));
	if (x + text_width(buf_cstr(&day)) < r.width)
		canvas_text(c, r.x + x, r.y, r.width - x, ROLE_MUTED, buf_cstr(&day));
	buf_release(&day);
}

/* One field from its line y; what lies outside the body is left out. */
static void draw_field(struct form *f, size_t i, struct canvas *c, const struct layout *l, int y)
{
	struct form_field *it = &f->fields[i];
	const struct rect *body = &l->body;
	bool here = i == f->focus && !f->asking;
	struct rect r = {l->value_x, y, l->value_width, field_rows(it, l)};

	it->drawn = (struct rect){0};
	if (y >= body->y && y < body->y + body->height) {
		if (here)
			canvas_text(c, body->x, y, 1, ROLE_ACCENT, "▸");
		canvas_text(c, body->x + MARK_WIDTH, y, l->label, here ? ROLE_HEADING : ROLE_MUTED, _(it->label));
	}
	if (r.y < body->y) {
		r.height -= body->y - r.y;
		r.y = body->y;
	}
	if (r.height > body->y + body->height - r.y)
		r.height = body->y + body->height - r.y;
	if (r.height <= 0)
		return;
	it->drawn = r;
	if (it->kind == FORM_CHOICE)
		draw_choice(it, c, r, here);
	else
		edit_draw(&it->edit, c, r, here);
	if (it->kind == FORM_DATE)
		draw_date(f, it, c, r);
}

/* ---- what helps --------------------------------------------------------- */

static void draw_calendar(struct form *f, struct canvas *c, const struct layout *l)
{
	const char *text = buf_cstr(&f->fields[f->focus].edit.text);
	struct rect r = {l->body.x + l->body.width - CALENDAR_WIDTH, l->body.y, CALENDAR_WIDTH, CALENDAR_HEIGHT};
	int bottom = l->body.y + l->body.height;

	if (!l->beside) {
		r.x = l->value_x + CALENDAR_WIDTH <= l->body.x + l->body.width ? l->value_x : r.x;
		r.y = l->body.y + rows_above(f, l, f->focus) - f->scroll + 1;
		canvas_fill(c, (struct rect){l->body.x, r.y, l->body.width, bottom - r.y}, ROLE_TEXT);
	}
	r.height = r.height < bottom - r.y ? r.height : bottom - r.y;
	for (int y = r.y; l->beside && y < r.y + r.height; y++)
		canvas_text(c, r.x - 2, y, 1, ROLE_MUTED, "│");
	f->over = r;
	calendar_draw(&f->calendar, text, c, r);
}

/* Under the line that is typed, or above it where there is more room. */
static void draw_list(struct form *f, struct canvas *c, const struct layout *l)
{
	int below = l->body.y + l->body.height - c->cursor_y - 1, above = c->cursor_y - l->body.y;
	int rows = f->suggest.count < LIST_ROWS ? (int)f->suggest.count : LIST_ROWS;
	bool up = below < rows && above > below;
	int room = up ? above : below;

	rows = rows < room ? rows : room;
	f->over = (struct rect){l->value_x - 1, up ? c->cursor_y - rows : c->cursor_y + 1, l->value_width + 1, rows};
	suggest_draw(&f->suggest, c, f->over);
}

/* ---- buttons and foot --------------------------------------------------- */

static int draw_button(struct canvas *c, int x, int y, bool here, const char *word, struct rect *drawn)
{
	if (here)
		canvas_text(c, x - 2, y, 1, ROLE_ACCENT, "▸");
	*drawn = (struct rect){x, y, canvas_printf(c, x, y, c->width - x, here ? ROLE_SELECTED : ROLE_KEY, c->linear ? _("knappen %s") : "[ %s ]", word), 1};
	return drawn->width + 2;
}

static void draw_buttons(struct form *f, struct canvas *c, const struct layout *l, int y, bool all)
{
	int x = l->body.x + MARK_WIDTH, right = l->body.x + l->body.width;
	struct buf where = {0};

	if (f->asking) {
		for (int i = 0; i < FORM_ANSWERS; i++)
			x += draw_button(c, x, y, (int)f->answer == i, _(form_answers[i]), &f->buttons[i]);
		return;
	}
	x += draw_button(c, x, y, f->focus == f->count, _("Spara"), &f->buttons[0]);
	x += draw_button(c, x, y, f->focus == f->count + 1, _("Avbryt"), &f->buttons[1]);
	if (!all && f->focus < f->count)
		buf_printf(&where, _("fält %zu av %zu"), f->focus + 1, f->count);
	if (x + text_width(buf_cstr(&where)) < right)
		canvas_aligned(c, x, y, right - x, ROLE_MUTED, TEXT_RIGHT, buf_cstr(&where));
	buf_release(&where);
}

/* The first line below: what is asked for. */
static void say_first(const struct form *f, struct buf *out)
{
	const struct form_field *it = f->focus < f->count ? &f->fields[f->focus] : NULL;

	if (f->asking)
		buf_str(out, _("Det är inte sparat. Vad vill du göra?"));
	else if (!it)
		buf_str(out, f->focus == f->count ? _("Enter sparar.") : _("Enter lämnar utan att spara."));
	else if (it->kind == FORM_DATE)
		calendar_say(&f->calendar, form_value(f, f->focus), out);
	if (it && !f->asking && out->len == 0)
		buf_str(out, it->hint                   ? _(it->hint)
			     : it->kind == FORM_CHOICE ? _("← och → byter.")
			     : it->finds               ? _("Skriv några bokstäver, så visas vad som finns.")
						       : "");
}

/* The second: keys that work just here. */
static void say_second(const struct form *f, int width, struct buf *out)
{
	if (f->asking) {
		return;
	} else if (suggest_is_open(&f->suggest)) {
		buf_str(out, f->suggest.chosen < f->suggest.count ? _("Enter tar den  ↑↓ välj  Esc stänger listan") : _("↑↓ välj i listan  Esc stänger den"));
	} else if (on_date(f)) {
		struct buf marks = {0};
		calendar_legend(&f->calendar, form_value(f, f->focus), &marks);
		keys_fit(f->calendar.typed ? _("←→ dag  ↑↓ vecka  PgUp PgDn månad  Esc som det var")
			 : f->walking      ? _("PgUp PgDn månad")
					   : _("↑↓ vecka  PgUp PgDn månad"),
			 buf_cstr(&marks), width, out);
		buf_release(&marks);
	} else if (form_wants_editor(f)) {
		buf_str(out, _("Ctrl-O redigerare"));
	}
}

static void draw_foot(const struct form *f, struct canvas *c, struct rect r)
{
	struct buf first = {0}, second = {0};

	if (f->error.text[0]) {
		canvas_wrapped(c, r, 0, ROLE_ERROR, f->error.text);
		return;
	}
	say_first(f, &first);
	say_second(f, r.width, &second);
	canvas_text(c, r.x, r.y, r.width, f->asking ? ROLE_ACCENT : ROLE_MUTED, buf_cstr(&first));
	canvas_text(c, r.x, r.y + 1, r.width, ROLE_MUTED, buf_cstr(&second));
	buf_release(&first);
	buf_release(&second);
}

void form_draw(struct form *f, struct canvas *c, struct rect r)
{
	struct layout l = lay_out(f, r);
	struct rect foot = {r.x + MARK_WIDTH, r.y + r.height - FOOT, r.width - MARK_WIDTH, FOOT};
	int rows, buttons = foot.y - 1;
	bool all;

	c->cursor_x = c->cursor_y = -1;
	f->over = (struct rect){0};
	memset(f->buttons, 0, sizeof f->buttons);
	canvas_text(c, r.x, r.y, r.width, ROLE_HEADING, _(f->title));
	if (l.body.height <= 0)
		return;
	scroll_to_focus(f, &l);
	rows = rows_above(f, &l, f->count);
	all = rows <= l.body.height;
	for (size_t i = 0; i < f->count; i++)
		draw_field(f, i, c, &l, l.body.y + rows_above(f, &l, i) - f->scroll);
	if (all && l.body.y + rows + 1 < buttons && (l.beside || !on_date(f)))
		buttons = l.body.y + rows + 1;
	draw_buttons(f, c, &l, buttons, all);
	if (on_date(f))
		draw_calendar(f, c, &l);
	else if (suggest_is_open(&f->suggest) && c->cursor_y >= 0)
		draw_list(f, c, &l);
	draw_foot(f, c, foot);
}
