/* A form that is clicked in: the focus and the cursor go there, and what is more than that is a key. */
#include "form_local.h"

#include "radsbord/base/language.h"

/* The button there, -1: none. */
static int button_at(const struct form *f, int x, int y)
{
	for (int i = 0; i < FORM_ANSWERS; i++)
		if (rect_has(&f->buttons[i], x, y))
			return i;
	return -1;
}

/* The field whose label or value is there; count: none. */
static size_t field_at(const struct form *f, int x, int y)
{
	size_t i;

	for (i = 0; i < f->count; i++)
		if (rect_has(&(struct rect){0, f->fields[i].drawn.y, f->fields[i].drawn.x + f->fields[i].drawn.width, f->fields[i].drawn.height}, x, y))
			break;
	return i;
}

/* At the arrows around the choice that has the focus. */
static ui_key choice_key(const struct form_field *it, int column)
{
	int width = text_width(it->choices[it->choice] ? _(it->choices[it->choice]) : "");

	return column == 0 ? UI_KEY_LEFT : column == width + 3 ? UI_KEY_RIGHT : 0;
}

static ui_key click_field(struct form *f, size_t field, int x, int y)
{
	struct form_field *it = &f->fields[field];
	bool had = field == f->focus;

	form_focus(f, field);
	if (it->kind == FORM_CHOICE)
		return had ? choice_key(it, x - it->drawn.x) : 0;
	if (x >= it->drawn.x)
		edit_click(&it->edit, x - it->drawn.x, y - it->drawn.y);
	return 0;
}

ui_key form_click(struct form *f, int x, int y)
{
	int button = button_at(f, x, y);
	size_t field = field_at(f, x, y);

	if (button >= 0 && f->asking)
		f->answer = (enum form_answer)button;
	else if (button >= 0)
		form_focus(f, f->count + (size_t)button);
	if (button >= 0)
		return UI_KEY_ENTER;
	if (f->asking)
		return 0;
	if (rect_has(&f->over, x, y)) /* a suggestion is taken; the calendar has keys alone */
		return suggest_click(&f->suggest, y - f->over.y) ? UI_KEY_ENTER : 0;
	return field < f->count ? click_field(f, field, x, y) : 0;
}
