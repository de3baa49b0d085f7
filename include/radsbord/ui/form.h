/* A form: labelled fields, Tab and arrows between them, a visible Spara and Avbryt. A date has a small calendar beside or below it, and
 * a field that refers to something lists what may be meant while one types. Generic: the caller reads the values. */
#ifndef RADSBORD_UI_FORM_H
#define RADSBORD_UI_FORM_H

#include "radsbord/base/error.h"
#include "radsbord/ui/calendar.h"
#include "radsbord/ui/suggest.h"

enum form_kind { FORM_LINE, FORM_LINES, FORM_CHOICE, FORM_DATE };
struct form_field {
	const char *label; /* borrowed */
	const char *hint;  /* shown under the form when the field has the focus; may be NULL */
	enum form_kind kind;
	const char *const *choices; /* FORM_CHOICE, NULL-terminated */
	int choice;
	struct edit edit;
	bool finds;  /* what may be meant is listed: form->find */
	char *first; /* the value as it began: form_changed */
	struct rect drawn; /* its value, as drawn last; no height: out of sight */
	/* Says what is wrong with the value (a Swedish sentence in e) when one leaves the field or saves; optional. */
	bool (*check)(void *ctx, const char *value, struct error *e);
	void *check_ctx;
};
/* FORM_EDITOR: the text of the field with the focus is wanted in an editor; the caller sees to it (form_replace).
 * FORM_UNUSED: the key means nothing here. */
enum form_result { FORM_GOES_ON, FORM_SAVED, FORM_CANCELLED, FORM_EDITOR, FORM_UNUSED };
/* What to do with what was changed, when one is about to leave it. */
enum form_answer { FORM_STAY, FORM_SAVE, FORM_THROW, FORM_ANSWERS };
struct form {
	char *title;
	struct form_field *fields;
	size_t count, cap;
	size_t focus;       /* fields, then count = Spara, count + 1 = Avbryt */
	struct error error; /* shown until the next key */
	int scroll;         /* first line of the fields shown */
	bool editor;        /* there is an editor for texts of several lines: Ctrl-O */
	struct calendar calendar; /* of the date with the focus; the caller tells it today and the meetings */
	suggest_find *find; /* what may be meant in a field that finds; its `field` is the index */
	void *find_ctx;
	struct suggest suggest;
	bool walking;       /* the focus came with the arrows, which then go on past a date instead of changing it */
	bool asking;        /* whether what was changed is to be thrown away */
	enum form_answer answer;
	struct rect buttons[FORM_ANSWERS], over; /* as drawn last: the buttons, and what lies over the fields */
};
void form_init(struct form *f, const char *title);
/* Adds a field with its first value; returns its index. For a choice, `value` is the chosen text. */
size_t form_add(struct form *f, const char *label, const char *hint, enum form_kind kind, const char *value,
		const char *const *choices);
const char *form_value(const struct form *f, size_t field); /* borrowed */
/* What stands there now is how it began. */
void form_settle(struct form *f);
/* Something is other than it began. */
bool form_changed(const struct form *f);
/* Enter goes on to the next field (on Spara it saves); Ctrl-S saves from anywhere; Esc cancels, and asks first when something is
 * changed. */
enum form_result form_key(struct form *f, ui_key key);
/* Puts the focus, and in a text the cursor, where it is clicked. Returns the key that does what is left to do, as Enter on a button;
 * 0: nothing. */
ui_key form_click(struct form *f, int x, int y);
/* False: too long, and nothing of it was taken; the form says so. */
bool form_paste(struct form *f, const char *text);
/* The field with the focus has this text instead; what cannot be typed is left out, as in a paste. */
void form_replace(struct form *f, const char *text);
/* Draws within r (scrolls when it is low); the error, when any, in its own line. */
void form_draw(struct form *f, struct canvas *c, struct rect r);
void form_release(struct form *f);

#endif
