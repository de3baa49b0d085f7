#include "form_local.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

const char *const form_answers[FORM_ANSWERS] = {[FORM_STAY] = N_("Fortsätt"), [FORM_SAVE] = N_("Spara"), [FORM_THROW] = N_("Kasta")};

void form_init(struct form *f, const char *title)
{
	*f = (struct form){.title = mem_strdup(title)};
}

void form_release(struct form *f)
{
	for (size_t i = 0; i < f->count; i++) {
		edit_release(&f->fields[i].edit);
		free(f->fields[i].first);
	}
	free(f->fields);
	calendar_release(&f->calendar);
	suggest_clear(&f->suggest);
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
	f->fields[f->count++] = field;
	f->fields[f->count - 1].first = mem_strdup(form_value(f, f->count - 1));
	return f->count - 1;
}

const char *form_value(const struct form *f, size_t field)
{
	const struct form_field *it = &f->fields[field];

	if (it->kind == FORM_CHOICE)
		return it->choices[it->choice] ? it->choices[it->choice] : "";
	return buf_cstr(&it->edit.text);
}

void form_settle(struct form *f)
{
	for (size_t i = 0; i < f->count; i++) {
		free(f->fields[i].first);
		f->fields[i].first = mem_strdup(form_value(f, i));
	}
}

bool form_changed(const struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(form_value(f, i), f->fields[i].first) != 0)
			return true;
	return false;
}

struct form_field *form_here(struct form *f)
{
	return f->focus < f->count ? &f->fields[f->focus] : NULL;
}

/* ---- keys --------------------------------------------------------------- */

static bool check(struct form *f, size_t field)
{
	struct form_field *it = &f->fields[field];

	return !it->check || it->check(it->check_ctx, form_value(f, field), &f->error);
}

/* The list and the calendar are of the field that is left. */
static void leave_help(struct form *f)
{
	suggest_clear(&f->suggest);
	calendar_leave(&f->calendar);
}

/* What is wrong is said, but one may go on: the order in which one fills in is one's own. */
void form_focus(struct form *f, size_t to)
{
	leave_help(f);
	f->walking = false;
	if (f->focus < f->count && check(f, f->focus))
		error_clear(&f->error);
	f->focus = to;
}

static void move_focus(struct form *f, int by)
{
	size_t stops = f->count + 2;

	form_focus(f, (f->focus + stops + (size_t)(by + (int)stops)) % stops);
}

static enum form_result save(struct form *f)
{
	leave_help(f);
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

/* ---- leaving ------------------------------------------------------------ */

static enum form_result leave(struct form *f)
{
	if (!form_changed(f))
		return FORM_CANCELLED;
	leave_help(f);
	f->asking = true;
	f->answer = FORM_STAY;
	return FORM_GOES_ON;
}

static enum form_result give_answer(struct form *f, enum form_answer answer)
{
	f->asking = false;
	return answer == FORM_SAVE ? save(f) : answer == FORM_THROW ? FORM_CANCELLED : FORM_GOES_ON;
}

static enum form_result letter_answer(struct form *f, ui_key key)
{
	for (int i = 0; i < FORM_ANSWERS; i++)
		if (key < 0x80 && (key | 32) == (ui_key)(_(form_answers[i])[0] | 32))
			return give_answer(f, (enum form_answer)i);
	return FORM_UNUSED;
}

/* The arrows and Tab go between the answers, a letter gives the one that begins with it, Esc stays. */
static enum form_result answer_key(struct form *f, ui_key key)
{
	if (key == UI_KEY_ESCAPE)
		return give_answer(f, FORM_STAY);
	if (key == UI_KEY_CTRL + 'S')
		return give_answer(f, FORM_SAVE);
	if (key == UI_KEY_ENTER || key == ' ')
		return give_answer(f, f->answer);
	if (key == UI_KEY_RIGHT || key == UI_KEY_TAB || key == UI_KEY_DOWN)
		f->answer = (f->answer + 1) % FORM_ANSWERS;
	else if (key == UI_KEY_LEFT || key == UI_KEY_SHIFT_TAB || key == UI_KEY_UP)
		f->answer = (f->answer + FORM_ANSWERS - 1) % FORM_ANSWERS;
	else
		return letter_answer(f, key);
	return FORM_GOES_ON;
}

/* ---- keys of the whole --------------------------------------------------- */

static enum form_result button_key(struct form *f, ui_key key)
{
	bool on_save = f->focus == f->count;

	switch (key) {
	case UI_KEY_ENTER:
	case ' ':
		return on_save ? save(f) : leave(f);
	case UI_KEY_LEFT:
	case UI_KEY_RIGHT:
		f->focus = on_save ? f->count + 1 : f->count;
		return FORM_GOES_ON;
	default:
		return FORM_UNUSED;
	}
}

bool form_wants_editor(const struct form *f)
{
	return f->editor && f->focus < f->count && f->fields[f->focus].kind == FORM_LINES;
}

/* ---- what helps in a field ---------------------------------------------- */

static bool is_typing(ui_key key)
{
	return (key >= ' ' && key < KEYS_BASE) || key == UI_KEY_BACKSPACE || key == UI_KEY_DELETE || key == UI_KEY_CTRL + 'W' ||
	       key == UI_KEY_CTRL + 'U' || key == UI_KEY_CTRL + 'K' || key == UI_KEY_CTRL + 'D';
}

static void look_again(struct form *f)
{
	const struct form_field *it = &f->fields[f->focus];

	if (it->finds && f->find)
		suggest_update(&f->suggest, f->find, f->find_ctx, f->focus, &it->edit);
}

/* The open list has the key first, then the calendar; an arrow that walks through the form changes no date. */
static bool help_key(struct form *f, ui_key key)
{
	struct form_field *it = &f->fields[f->focus];
	bool arrow = key == UI_KEY_UP || key == UI_KEY_DOWN;

	if (suggest_key(&f->suggest, &it->edit, key))
		return true;
	return it->kind == FORM_DATE && !(f->walking && arrow) && calendar_key(&f->calendar, &it->edit, key);
}

static bool typing_key(struct form *f, ui_key key)
{
	if (help_key(f, key)) {
		f->walking = false;
		return true;
	}
	if (key == UI_KEY_ESCAPE || !field_key(&f->fields[f->focus], key))
		return false;
	if (is_typing(key))
		look_again(f);
	else
		suggest_clear(&f->suggest);
	if (is_typing(key))
		f->walking = false;
	return true;
}

enum form_result form_key(struct form *f, ui_key key)
{
	bool on_field = f->focus < f->count;

	error_clear(&f->error);
	if (f->asking)
		return answer_key(f, key);
	if (key == UI_KEY_CTRL + 'S')
		return save(f);
	if (key == UI_KEY_CTRL + 'O' && form_wants_editor(f))
		return FORM_EDITOR;
	if (on_field && typing_key(f, key))
		return FORM_GOES_ON;
	if (key == UI_KEY_ESCAPE)
		return leave(f);
	if (on_field && key == UI_KEY_TAB)
		suggest_take(&f->suggest, &f->fields[f->focus].edit);
	if (key == UI_KEY_TAB || key == UI_KEY_DOWN || (on_field && key == UI_KEY_ENTER))
		move_focus(f, 1);
	else if (key == UI_KEY_SHIFT_TAB || key == UI_KEY_UP)
		move_focus(f, -1);
	else
		return on_field ? FORM_UNUSED : button_key(f, key);
	f->walking = key == UI_KEY_UP || key == UI_KEY_DOWN;
	return FORM_GOES_ON;
}

bool form_paste(struct form *f, const char *text)
{
	bool fits = true;

	error_clear(&f->error);
	f->asking = false;
	if (f->focus < f->count && f->fields[f->focus].kind != FORM_CHOICE) {
		calendar_leave(&f->calendar);
		fits = edit_paste(&f->fields[f->focus].edit, text);
		look_again(f);
	}
	if (!fits)
		error_set(&f->error, ERROR_USAGE, _("Texten skulle bli längre än %d megabyte. Inget av det inklistrade togs in."), EDIT_MOST >> 20);
	return fits;
}

void form_replace(struct form *f, const char *text)
{
	struct form_field *it = &f->fields[f->focus];

	edit_release(&it->edit);
	edit_init(&it->edit, "", it->kind == FORM_LINES);
	edit_paste(&it->edit, text);
}

