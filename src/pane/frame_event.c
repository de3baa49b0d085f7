/* One event in, one state out: a key (modal first, then the detail, then the pane), a paste, or time that has passed and files
 * that changed. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <string.h>

/* How soon a change made outside is noticed, also while keys are pressed. */
enum { REFRESH_MS = 3000 };

void frame_say_unbound(struct frame *f, ui_key key)
{
	struct buf name = {0};
	key_format(&name, key);
	frame_say(f, _("Tangenten %s gör inget här. F1 visar vad som går."), buf_cstr(&name));
	buf_release(&name);
}

static void handle_key(struct frame *f, ui_key key)
{
	f->message[0] = '\0';
	if (f->mode != MODE_LIST && f->mode != MODE_DETAIL) {
		modal_key(f, key);
		return;
	}
	/* the pane's own commands work with its detail open; the detail's come first */
	unsigned place = pane_place(frame_pane(f));
	if (frame_pane(f)->class->key && f->mode == MODE_LIST && frame_pane(f)->class->key(f, frame_pane(f), key))
		return;
	enum command c = f->mode == MODE_DETAIL ? keymap_find(f->keymap, key, PLACE_DETAIL) : COMMAND_NONE;
	if (c == COMMAND_NONE)
		c = keymap_find(f->keymap, key, place);
	if (c != COMMAND_NONE) {
		frame_command(f, c);
		return;
	}
	frame_say_unbound(f, key);
}

void frame_key(struct frame *f, ui_key key)
{
	handle_key(f, key);
	guard_question_open(f);
	conflict_question_open(f);
	lock_question_open(f);
}

static int64_t now_ms(const struct frame *f)
{
	const struct clock *c = session_clock(f->session);
	return c->mono_ms(c->ctx);
}

int frame_timeout(const struct frame *f)
{
	int draft = draft_timeout(f);
	if (!session_folder(f->session))
		return draft;
	int64_t left = f->refresh_ms - now_ms(f);
	int refresh = left < 0 ? 0 : left > REFRESH_MS ? REFRESH_MS : (int)left;
	return draft >= 0 && draft < refresh ? draft : refresh;
}

enum loop_work frame_work(struct frame *f)
{
	return filter_look_on(f);
}

static void refresh(struct frame *f)
{
	f->refresh_ms = now_ms(f) + REFRESH_MS;
	if ((f->mode != MODE_LIST && f->mode != MODE_DETAIL) || !session_refresh(f->session))
		return;
	frame_rebuild(f);
	frame_say(f, _("Rådets filer har ändrats utifrån och är lästa på nytt."));
	frame_tell_folder(f);
}

/* The first fault of the council's files; a list that is short because of one must not look whole. */
static const struct diagnostic *first_fault(const struct frame *f)
{
	const struct folder *folder = session_folder(f->session);
	const struct diagnostics *d = folder ? folder_diagnostics(folder) : NULL;
	for (size_t i = 0; d && i < d->count; i++)
		if (d->items[i].level == DIAGNOSTIC_FAULT && d->items[i].file)
			return &d->items[i];
	return NULL;
}

static void tell_fault(struct frame *f)
{
	const struct diagnostic *fault = first_fault(f);
	char now[sizeof f->fault_told] = "";
	if (fault && fault->line > 0)
		snprintf(now, sizeof now, _("%s, rad %d"), fault->file, fault->line);
	else if (fault)
		snprintf(now, sizeof now, "%s", fault->file);
	if (*now && strcmp(now, f->fault_told) != 0) {
		frame_say(f, _("Fel i %s: allt visas kanske inte. Kör radsbord kontroll."), now);
		f->message_role = ROLE_ERROR;
	}
	memcpy(f->fault_told, now, sizeof now);
}

void frame_tell_folder(struct frame *f)
{
	const char *copy = session_conflict_copy(f->session);
	tell_fault(f);
	if (copy && strcmp(copy, f->copy_told) != 0) {
		frame_say(f, _("%s är en konfliktkopia från synkroniseringen och läses inte. Kör radsbord kontroll."), copy);
		f->message_role = ROLE_ERROR;
	}
	snprintf(f->copy_told, sizeof f->copy_told, "%s", copy ? copy : "");
}

bool frame_handle(struct frame *f, const struct event *ev)
{
	bool look = ev->type == EVENT_NONE || ev->type == EVENT_RESUME || now_ms(f) >= f->refresh_ms;
	if (f->refresh_ms == 0) { /* the first event: what was opened is new */
		f->refresh_ms = now_ms(f) + REFRESH_MS;
		look = look && ev->type != EVENT_KEY;
	}
	if (ev->type == EVENT_KEY) {
		frame_key(f, ev->key);
	} else if (ev->type == EVENT_MOUSE) {
		filter_look_through(f);
		mouse_handle(f, &ev->mouse);
	} else if (ev->type == EVENT_PASTE) {
		modal_paste(f, ev->paste);
		if (ev->cut)
			frame_say(f, _("Det inklistrade är för långt. Slutet av det kom inte med; klistra in det i delar."));
	}
	draft_after(f, ev);
	if (look)
		refresh(f);
	frame_selected_record(f, frame_pane(f), frame_pane(f)->selected);
	return ev->type != EVENT_HANGUP && !f->leaving;
}
