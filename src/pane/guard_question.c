/* The question about a personnummer in what was typed: it lies over the question or form where it was typed, and the
 * answer tries that again. What is asked about a number with separator or century begins on "remove"; ten digits in a
 * row begin on "keep" (STORAGE, "Hostile or broken input"). */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

enum answer { ANSWER_REMOVE, ANSWER_BACK, ANSWER_KEEP, ANSWERS };

/* In the order they are offered; the first is the one that Enter takes. */
static const enum answer orders[][ANSWERS] = {
    [GUARD_ASK_KEEP] = {ANSWER_KEEP, ANSWER_BACK, ANSWER_REMOVE},
    [GUARD_ASK_REMOVE] = {ANSWER_REMOVE, ANSWER_BACK, ANSWER_KEEP},
};
static const char *const labels[ANSWERS] = {
    [ANSWER_REMOVE] = N_("Ta bort numret ur texten och spara"),
    [ANSWER_BACK] = N_("Gå tillbaka till texten"),
    [ANSWER_KEEP] = N_("Behåll, det är inget personnummer, och spara"),
};

/* Back to where it was typed, with the text as it was or without its numbers of at least `remove`. */
static void return_to_text(struct frame *f, enum guard_level remove)
{
	struct form *form = &f->record_form.form;
	f->mode = f->guard.mode;
	if (f->mode == MODE_ASK) {
		struct buf text = {0};
		if (remove)
			guard_remove(&text, f->guard.typed, remove);
		else
			buf_str(&text, f->guard.typed);
		enum ask_help help = f->ask_help;
		modal_ask(f, f->ask, buf_cstr(&text));
		modal_help_with(f, help);
		buf_release(&text);
	}
	for (size_t i = 0; remove && f->mode == MODE_FORM && i < form->count; i++) {
		struct edit *edit = &form->fields[i].edit;
		struct buf text = {0};
		if (form->fields[i].kind == FORM_CHOICE || guard_worst(buf_cstr(&edit->text)) < remove)
			continue;
		bool lines = edit->multiline;
		guard_remove(&text, buf_cstr(&edit->text), remove);
		edit_release(edit);
		edit_init(edit, buf_cstr(&text), lines);
		buf_release(&text);
	}
	free(f->guard.typed);
	f->guard.typed = NULL;
}

void text_put_away(struct frame *f)
{
	f->guard.mode = f->mode;
	f->guard.typed = mem_strdup(f->mode == MODE_ASK ? buf_cstr(&f->line.text) : "");
}

void text_take_back(struct frame *f)
{
	return_to_text(f, GUARD_NONE);
}

static void save_again(struct frame *f, enum guard_level keep)
{
	f->guard.keep = keep;
	modal_key(f, f->mode == MODE_ASK ? (ui_key)UI_KEY_ENTER : (ui_key)(UI_KEY_CTRL + 'S'));
	f->guard.keep = GUARD_NONE;
}

static void go_back(struct frame *f)
{
	f->guard.asked = GUARD_NONE;
	return_to_text(f, GUARD_NONE);
}

static void chosen(struct frame *f, size_t item)
{
	enum guard_level level = f->guard.asked;
	f->guard.asked = GUARD_NONE;
	switch (orders[level][item]) {
	case ANSWER_REMOVE:
		return_to_text(f, level);
		save_again(f, GUARD_NONE);
		break;
	case ANSWER_KEEP:
		return_to_text(f, GUARD_NONE);
		save_again(f, level);
		break;
	default:
		go_back(f);
	}
}

void guard_question_open(struct frame *f)
{
	if (f->guard.asked == GUARD_NONE || (f->mode != MODE_ASK && f->mode != MODE_FORM))
		return;
	enum guard_level level = f->guard.asked;
	text_put_away(f);
	frame_say(f, _("Personnummer ska inte stå i rådets filer. Ingenting är sparat än."));
	char *title = mem_printf(_("Personnummer i texten? %s"), f->guard.shown);
	modal_pick(f, title, chosen);
	f->pick.cancelled = go_back;
	for (size_t i = 0; i < ANSWERS; i++)
		modal_pick_add(f, "%s", _(labels[orders[level][i]]));
	free(title);
}
