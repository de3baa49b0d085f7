/* A form: labelled fields, Tab and arrows between them, a visible Spara and Avbryt. Generic: the caller reads the
 * values. */
#ifndef RADSBORD_UI_FORM_H
#define RADSBORD_UI_FORM_H

#include "radsbord/base/error.h"
#include "radsbord/ui/edit.h"

enum form_kind { FORM_LINE, FORM_LINES, FORM_CHOICE };
struct form_field {
	const char *label; /* borrowed */
	const char *hint;  /* shown under the form when the field has the focus; may be NULL */
	enum form_kind kind;
	const char *const *choices; /* FORM_CHOICE, NULL-terminated */
	int choice;
	struct edit edit;
	/* Says what is wrong with the value (a Swedish sentence in e) when one leaves the field or saves; optional. */
	bool (*check)(void *ctx, const char *value, struct error *e);
	void *check_ctx;
};
/* FORM_EDITOR: the text of the field with the focus is wanted in an editor; the caller sees to it (form_replace).
 * FORM_UNUSED: the key means nothing here. */
enum form_result { FORM_GOES_ON, FORM_SAVED, FORM_CANCELLED, FORM_EDITOR, FORM_UNUSED };
struct form {
	char *title;
	struct form_field *fields;
	size_t count, cap;
	size_t focus;       /* fields, then count = Spara, count + 1 = Avbryt */
	struct error error; /* shown until the next key */
	int scroll;         /* first line of the fields shown */
	bool editor;        /* there is an editor for texts of several lines: Ctrl-O */
};
void form_init(struct form *f, const char *title);
/* Adds a field with its first value; returns its index. For a choice, `value` is the chosen text. */
size_t form_add(struct form *f, const char *label, const char *hint, enum form_kind kind, const char *value,
		const char *const *choices);
const char *form_value(const struct form *f, size_t field); /* borrowed */
/* Enter goes on to the next field (on Spara it saves); Ctrl-S saves from anywhere; Esc cancels. */
enum form_result form_key(struct form *f, ui_key key);
void form_paste(struct form *f, const char *text);
/* The field with the focus has this text instead; what cannot be typed is left out, as in a paste. */
void form_replace(struct form *f, const char *text);
/* Draws within r (scrolls when it is low); the error, when any, in its own line. */
void form_draw(struct form *f, struct canvas *c, struct rect r);
void form_release(struct form *f);

#endif
