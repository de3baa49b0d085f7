#include "radsbord/base/language.h"
#include "radsbord/ui/form.h"

#include <stdlib.h>
#include <string.h>

enum { MARK_WIDTH = 2, LINES_HEIGHT = 4, BUTTONS_HEIGHT = 2 };

void form_init(struct form *f, const char *title)
{
	*f = (struct form){.title = mem_strdup(title)};
}

void form_release(struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		edit_release(&f->fields[i].edit);
	free(f->fields);
	free(f->title);
	*f = (struct form){0};
}

size_t form_add(struct form *f, const char *label, const char *hint, enum form_kind kind, const char *value,
		const char *const *choices)
{
	struct form_field field = {.label = label, .hint = hint, .kind = kind, .choices = choices};

	for (int i = 0; kind == FORM_CHOICE && choices[i]; i++)
		if (value && strcmp(choices[i], value) == 0)
			field.choice = i;
	if (kind != FORM_CHOICE)
		edit_init(&field.edit, value, kind == FORM_LINES);
	f->fields = mem_grow(f->fields, f->count, &f->cap, sizeof *f->fields);
	f->fields[f->count] = field;
	return f->count++;
}

const char *form_value(const struct form *f, size_t field)
{
	const struct form_field *it = &f->fields[field];

	if (it->kind == FORM_CHOICE)
		return it->choices[it->choice] ? it->choices[it->choice] : "";
	return buf_cstr(&it->edit.text);
}

/* ---- keys --------------------------------------------------------------- */

static bool check(struct form *f, size_t field)
{
	struct form_field *it = &f->fields[field];

	return !it->check || it->check(it->check_ctx, form_value(f, field), &f->error);
}

/* What is wrong is said, but one may go on: the order in which one fills in is one's own. */
static void move_focus(struct form *f, int by)
{
	size_t stops = f->count + 2;

	if (f->focus < f->count && check(f, f->focus))
		error_clear(&f->error);
	f->focus = (f->focus + stops + (size_t)(by + (int)stops)) % stops;
}

static enum form_result save(struct form *f)
{
	for (size_t i = 0; i < f->count; i++) {
		if (!check(f, i)) {
			f->focus = i;
			return FORM_GOES_ON;
		}
	}
	error_clear(&f->error);
	return FORM_SAVED;
}

/* A letter goes to the next choice that begins with it. */
static bool choose_by_letter(struct form_field *it, ui_key key, int count)
{
	char utf8[5] = "";
	struct buf wanted = {0}, have = {0};
	bool found = false;

	if (key <= ' ' || key >= KEYS_BASE)
		return false;
	text_encode(key, utf8);
	text_fold(&wanted, utf8);
	for (int i = 1; i <= count && !found; i++) {
		int at = (it->choice + i) % count;

		buf_clear(&have);
		text_fold(&have, _(it->choices[at]));
		found = wanted.len > 0 && strncmp(buf_cstr(&have), wanted.data, wanted.len) == 0;
		if (found)
			it->choice = at;
	}
	buf_release(&wanted);
	buf_release(&have);
	return found;
}

static bool choice_key(struct form_field *it, ui_key key)
{
	int count = 0, by = key == UI_KEY_LEFT ? -1 : 1;

	while (it->choices[count])
		count++;
	if (count == 0)
		return false;
	if (key != UI_KEY_LEFT && key != UI_KEY_RIGHT && key != ' ')
		return choose_by_letter(it, key, count);
	it->choice = (it->choice + by + count) % count;
	return true;
}

static bool field_key(struct form_field *it, ui_key key)
{
	return it->kind == FORM_CHOICE ? choice_key(it, key) : edit_key(&it->edit, key);
}

static enum form_result button_key(struct form *f, ui_key key)
{
	bool on_save = f->focus == f->count;

	switch (key) {
	case UI_KEY_ENTER:
	case ' ':
		return on_save ? save(f) : FORM_CANCELLED;
	case UI_KEY_LEFT:
	case UI_KEY_RIGHT:
		f->focus = on_save ? f->count + 1 : f->count;
		return FORM_GOES_ON;
	default:
		return FORM_UNUSED;
	}
}

static bool wants_editor(const struct form *f)
{
	return f->editor && f->focus < f->count && f->fields[f->focus].kind == FORM_LINES;
}

enum form_result form_key(struct form *f, ui_key key)
{
	bool on_field = f->focus < f->count;

	error_clear(&f->error);
	if (key == UI_KEY_ESCAPE)
		return FORM_CANCELLED;
	if (key == UI_KEY_CTRL + 'S')
		return save(f);
	if (key == UI_KEY_CTRL + 'O' && wants_editor(f))
		return FORM_EDITOR;
	if (on_field && field_key(&f->fields[f->focus], key))
		return FORM_GOES_ON;
	if (key == UI_KEY_TAB || key == UI_KEY_DOWN || (on_field && key == UI_KEY_ENTER))
		move_focus(f, 1);
	else if (key == UI_KEY_SHIFT_TAB || key == UI_KEY_UP)
		move_focus(f, -1);
	else
		return on_field ? FORM_UNUSED : button_key(f, key);
	return FORM_GOES_ON;
}

void form_paste(struct form *f, const char *text)
{
	error_clear(&f->error);
	if (f->focus < f->count && f->fields[f->focus].kind != FORM_CHOICE)
		edit_paste(&f->fields[f->focus].edit, text);
}

void form_replace(struct form *f, const char *text)
{
	struct form_field *it = &f->fields[f->focus];

	edit_release(&it->edit);
	edit_init(&it->edit, "", it->kind == FORM_LINES);
	edit_paste(&it->edit, text);
}

/* ---- drawing ------------------------------------------------------------ */

static int field_height(const struct form_field *it)
{
	return it->kind == FORM_LINES ? LINES_HEIGHT : 1;
}

/* Lines above a stop of the focus, in the list of all fields with the buttons last. */
static int lines_above(const struct form *f, size_t stop)
{
	int lines = 0;

	for (size_t i = 0; i < stop && i < f->count; i++)
		lines += field_height(&f->fields[i]);
	return lines;
}

static void scroll_to_focus(struct form *f, int height)
{
	int top = lines_above(f, f->focus), all = lines_above(f, f->count) + BUTTONS_HEIGHT;
	int own = f->focus < f->count ? field_height(&f->fields[f->focus]) : BUTTONS_HEIGHT;

	if (f->scroll > top)
		f->scroll = top;
	if (f->scroll < top + own - height)
		f->scroll = own <= height ? top + own - height : top;
	if (f->scroll > all - height)
		f->scroll = all > height ? all - height : 0;
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

static void draw_choice(const struct form_field *it, struct canvas *c, struct rect r, bool here)
{
	char *text = mem_printf(here ? "‹ %s ›" : "  %s", it->choices[it->choice] ? _(it->choices[it->choice]) : "");

	canvas_text(c, r.x, r.y, r.width, here ? ROLE_INPUT : ROLE_TEXT, text);
	free(text);
}

/* One field from its line y; what lies outside the body is left out. */
static void draw_field(struct form *f, size_t i, struct canvas *c, struct rect body, int y, int label)
{
	struct form_field *it = &f->fields[i];
	bool here = i == f->focus;
	struct rect r = {body.x + MARK_WIDTH + label + 2, y, body.width - MARK_WIDTH - label - 2, field_height(it)};

	if (y >= body.y && y < body.y + body.height) {
		if (here)
			canvas_text(c, body.x, y, 1, ROLE_ACCENT, "▸");
		canvas_text(c, body.x + MARK_WIDTH, y, label, here ? ROLE_HEADING : ROLE_MUTED, _(it->label));
	}
	if (r.y < body.y) {
		r.height -= body.y - r.y;
		r.y = body.y;
	}
	if (r.height > body.y + body.height - r.y)
		r.height = body.y + body.height - r.y;
	if (r.height <= 0)
		return;
	if (it->kind == FORM_CHOICE)
		draw_choice(it, c, r, here);
	else
		edit_draw(&it->edit, c, r, here);
}

static void draw_buttons(const struct form *f, struct canvas *c, struct rect body, int y)
{
	int x = body.x + MARK_WIDTH;

	if (y < body.y || y >= body.y + body.height)
		return;
	if (f->focus >= f->count)
		canvas_text(c, body.x + (f->focus == f->count ? 0 : 11), y, 1, ROLE_ACCENT, "▸");
	x += canvas_text(c, x, y, body.width, f->focus == f->count ? ROLE_SELECTED : ROLE_KEY, _("[ Spara ]")) + 2;
	canvas_text(c, x, y, body.width, f->focus == f->count + 1 ? ROLE_SELECTED : ROLE_KEY, _("[ Avbryt ]"));
}

static const char *hint(const struct form *f)
{
	if (f->focus == f->count)
		return _("Enter sparar.");
	if (f->focus > f->count)
		return _("Enter lämnar utan att spara.");
	if (f->fields[f->focus].hint)
		return _(f->fields[f->focus].hint);
	return f->fields[f->focus].kind == FORM_CHOICE ? _("← och → byter.") : _("Tab nästa  Ctrl-S spara  Esc avbryt");
}

void form_draw(struct form *f, struct canvas *c, struct rect r)
{
	int label = label_width(f, r.width), above = r.height >= 10 ? 2 : 1;
	struct rect body = {r.x, r.y + above, r.width, r.height - above - 2};
	struct rect foot = {r.x + MARK_WIDTH, r.y + r.height - 2, r.width - MARK_WIDTH, 2};

	c->cursor_x = c->cursor_y = -1;
	canvas_text(c, r.x, r.y, r.width, ROLE_HEADING, _(f->title));
	if (body.height <= 0)
		return;
	scroll_to_focus(f, body.height);
	for (size_t i = 0; i < f->count; i++)
		draw_field(f, i, c, body, body.y + lines_above(f, i) - f->scroll, label);
	draw_buttons(f, c, body, body.y + lines_above(f, f->count) + 1 - f->scroll);
	if (f->error.text[0])
		canvas_wrapped(c, foot, 0, ROLE_ERROR, f->error.text);
	else
		canvas_text(c, foot.x, foot.y, foot.width, ROLE_MUTED, hint(f));
	if (!f->error.text[0] && wants_editor(f))
		canvas_text(c, foot.x, foot.y + 1, foot.width, ROLE_MUTED, _("Ctrl-O redigerare"));
}
