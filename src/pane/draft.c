/* Drafts: what is being typed is on the disk within two seconds or fifty keys, at a hang-up and at a stop, and is offered
 * the next time. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/council/inventory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STROKES_MOST = 50, WAIT_MS = 1500 }; /* the disk may take the rest of two seconds */

static int64_t now_ms(const struct frame *f)
{
	const struct clock *c = session_clock(f->session);
	return c->mono_ms(c->ctx);
}

/* What lies under the help or the guide, when one is open. */
static enum mode mode_under(const struct frame *f)
{
	return f->mode == MODE_HELP ? f->help_over : f->mode == MODE_GUIDE ? f->reader.under : f->mode;
}

/* Where the text is being typed: a question or a form, also when another question lies over it. */
static enum mode typing_in(const struct frame *f)
{
	enum mode mode = mode_under(f);
	if (mode == MODE_CONFLICT)
		return f->conflict.under;
	return mode == MODE_PICK && f->guard.typed ? f->guard.mode : mode;
}

static bool is_typing(const struct frame *f)
{
	enum mode mode = typing_in(f);
	if (f->current == START_PANE) /* what is typed there is about another council than the one drafts are kept for */
		return false;
	return mode == MODE_ASK || mode == MODE_FORM;
}

static char *copied(const char *s)
{
	return s && *s ? mem_strdup(s) : NULL;
}

/* The record a question is about. */
static void note_record(const struct frame *f, struct draft *d)
{
	const struct records *council = frame_model(f)->council;
	for (int kind = 0; council && f->ask_record[0] && kind < RECORD_KINDS; kind++)
		if (records_find(council, (enum record_kind)kind, f->ask_record)) {
			d->type = mem_strdup(record_type((enum record_kind)kind)->name);
			d->id = mem_strdup(f->ask_record);
			return;
		}
}

/* The rows a question is about, when it is about all that are marked. */
static void note_marked(const struct pane *p, struct draft *d)
{
	d->type = mem_strdup(record_type(pane_kind(p))->name);
	for (size_t i = 0; i < p->marks.count; i++)
		draft_add_marked(d, p->marks.ids[i]);
}

/* What opens the pane; a room without a tab is opened by its own command. */
static enum command command_of(const struct pane *p)
{
	return p->class->command != COMMAND_NONE ? p->class->command : COMMAND_REVIEW;
}

static struct draft make(struct frame *f)
{
	struct draft d = {.pane = mem_strdup(command_find(command_of(frame_pane(f)))->name)};
	if (typing_in(f) == MODE_FORM) {
		const struct record_form *rf = &f->record_form;
		d.title = mem_strdup(rf->form.title);
		d.type = mem_strdup(rf->type->name);
		d.id = copied(rf->id ? rf->id : rf->new_id);
		d.file = copied(rf->file);
		struct arena a = {0};
		for (size_t i = 0; i < rf->form.count; i++)
			if (!rf->id || record_form_touched(rf, i))
				draft_add(&d, rf->form.fields[i].label, record_form_text(f, i, &a));
		arena_release(&a);
	} else {
		enum command asked = f->ask->command != COMMAND_NONE ? f->ask->command : f->last_command;
		d.title = mem_strdup(f->ask->label);
		d.command = asked != COMMAND_NONE ? mem_strdup(command_find(asked)->name) : NULL;
		struct arena a = {0};
		draft_add(&d, f->ask->label, form_names_meant(f, mode_under(f) == MODE_PICK ? f->guard.typed : buf_cstr(&f->line.text), &a));
		arena_release(&a);
		if (f->ask_marked)
			note_marked(frame_pane(f), &d);
		else
			note_record(f, &d);
	}
	return d;
}

static void write_draft(struct frame *f)
{
	struct error e = {0};
	struct draft d = make(f);
	bool kept = session_draft_keep(f->session, &d, &e);
	draft_release(&d);
	f->draft.strokes = 0;
	if (!kept && !f->draft.told) {
		f->draft.told = true;
		frame_say(f, _("Utkastet kan inte sparas: %s"), e.text);
	}
}

void draft_after(struct frame *f, const struct event *ev)
{
	if (!is_typing(f)) {
		session_draft_done(f->session, NULL);
		f->draft.strokes = 0;
		return;
	}
	if (ev->type == EVENT_KEY || ev->type == EVENT_PASTE) {
		if (f->draft.strokes++ == 0)
			f->draft.since_ms = now_ms(f);
		if (ev->type == EVENT_PASTE)
			f->draft.strokes = STROKES_MOST;
	}
	bool leaving = ev->type == EVENT_HANGUP || ev->type == EVENT_SUSPEND;
	if (f->draft.strokes > 0 &&
	    (leaving || f->draft.strokes >= STROKES_MOST || now_ms(f) - f->draft.since_ms >= WAIT_MS))
		write_draft(f);
}

int draft_timeout(const struct frame *f)
{
	if (f->draft.strokes == 0)
		return -1;
	int64_t left = f->draft.since_ms + WAIT_MS - now_ms(f);
	return left > 0 ? (int)left : 0;
}

/* ---- offering ------------------------------------------------------------------ */

enum { OFFER_CONTINUE, OFFER_SHOW, OFFER_THROW };

static const struct draft *offered(const struct frame *f)
{
	const struct drafts *d = session_drafts(f->session);
	return f->draft.offered < d->count ? &d->items[f->draft.offered] : NULL;
}

static void set_field(struct form_field *field, const char *text)
{
	if (field->kind == FORM_CHOICE) {
		for (int i = 0; field->choices[i]; i++)
			if (strcmp(field->choices[i], text) == 0)
				field->choice = i;
		return;
	}
	bool lines = field->edit.multiline;
	edit_release(&field->edit);
	edit_init(&field->edit, text, lines);
}

/* The council's record, or its own in place of a national one as it begins (in `fresh`). */
static const struct record *find_record(struct frame *f, enum record_kind kind, const char *id, void *fresh)
{
	const struct model *m = frame_model(f);
	const struct record *own = records_find(m->council, kind, id), *national = own ? NULL : records_find(m->national, kind, id);
	if (national && kind == RECORD_UNIT)
		inventory_own_unit((const struct unit *)(const void *)national, fresh);
	else if (national && kind == RECORD_GAP)
		inventory_own_gap((const struct gap *)(const void *)national, fresh);
	else
		return own;
	return fresh;
}

/* The form as it was; false when the record is gone. */
static bool open_form(struct frame *f, const struct draft *d)
{
	const struct record_type *t = d->type ? record_type_by_name(d->type, strlen(d->type)) : NULL;
	const struct records *council = frame_model(f)->council;
	struct arena a = {0};
	if (!t || !council)
		return false;
	void *fresh = arena_alloc(&a, t->size);
	record_init(t, fresh);
	const struct record *r = d->id ? find_record(f, t->kind, d->id, fresh) : fresh;
	if (r) {
		record_form_open(f, t->kind, r, d->file, d->title);
		struct form *form = &f->record_form.form;
		for (size_t i = 0; i < d->count; i++)
			for (size_t k = 0; k < form->count; k++)
				if (strcmp(form->fields[k].label, d->items[i].label) == 0)
					set_field(&form->fields[k], record_form_shown(f, k, d->items[i].text));
	}
	arena_release(&a);
	return r != NULL;
}

static const enum link_kind links[RECORD_KINDS] = {[RECORD_ACTION] = LINK_ACTION, [RECORD_MEETING] = LINK_MEETING, [RECORD_SEAT] = LINK_SEAT,
                                                   [RECORD_COST] = LINK_COST,     [RECORD_GAP] = LINK_GAP};

/* On the row that a question was about; false when it is gone. */
static bool find_row(struct frame *f, const struct draft *d, enum record_kind kind)
{
	if (!d->id || !records_find(frame_model(f)->council, kind, d->id))
		return false;
	frame_follow(f, links[kind], d->id, NULL);
	return true;
}

/* In the list that shows the rows, those that are there are marked again; false when none is. */
static bool find_marked(struct frame *f, const struct draft *d, enum record_kind kind)
{
	struct pane *p = frame_pane(f);
	long row = -1;
	for (size_t i = 0; p->class->find && row < 0 && i < d->marked_count; i++)
		row = p->class->find(f, p, links[kind], d->marked[i]);
	frame_rebuild_pane(f, p, row);
	marks_set(p, d->marked, d->marked_count);
	for (int turn = 0; !p->marks.count && p->class->parts[0] && p->class->parts[turn]; turn++) {
		frame_step_part(f, 1);
		marks_set(p, d->marked, d->marked_count);
	}
	return p->marks.count > 0;
}

/* The question as it was, on its row or on those that are left of the rows that were marked; false when none is to be had any more. */
static bool open_question(struct frame *f, const struct draft *d)
{
	const struct record_type *t = d->type ? record_type_by_name(d->type, strlen(d->type)) : NULL;
	const struct command_row *row = d->command ? command_by_name(d->command) : NULL;
	if (!t || !row || !frame_model(f)->council || !(d->marked_count ? find_marked : find_row)(f, d, t->kind))
		return false;
	frame_command(f, row->id);
	if (d->marked_count && f->mode == MODE_PICK) /* what asks it chooses first, and the first choice is the one with a question */
		frame_key(f, UI_KEY_ENTER);
	if (f->mode != MODE_ASK || strcmp(f->ask->label, d->title) != 0)
		return false;
	edit_release(&f->line);
	edit_init(&f->line, d->items[0].text, false);
	return true;
}

/* What cannot be opened again can be read. */
static void show_text(struct frame *f, const struct draft *d)
{
	buf_clear(&f->help);
	buf_printf(&f->help, "%s\n", d->title ? d->title : _("Utkast"));
	for (size_t i = 0; i < d->count; i++)
		buf_printf(&f->help, "\n%s:\n%s\n", d->items[i].label, d->items[i].text);
	buf_str(&f->help, _("\nUtkastet ligger kvar och visas igen vid nästa start.\n"));
	help_show(f);
}

static void resume(struct frame *f, const struct draft *d)
{
	const struct command_row *pane = d->pane ? command_by_name(d->pane) : NULL;
	if (pane)
		frame_command(f, pane->id);
	if (d->command ? open_question(f, d) : open_form(f, d)) {
		size_t left = frame_pane(f)->marks.count, of = d->marked_count;
		session_draft_drop(f->session, f->draft.offered, NULL);
		write_draft(f); /* it is the one being typed now */
		if (left < of)
			frame_say(f, _("Fortsätt där du var, med de rader som finns kvar: %zu av %zu. Inget av det är sparat än."), left, of);
		else
			frame_say(f, _("Fortsätt där du var. Inget av det är sparat än."));
	} else {
		show_text(f, d);
		frame_say(f, _("Raden finns inte längre, så här är texten."));
	}
}

static void chosen(struct frame *f, size_t item)
{
	const struct draft *d = offered(f);
	if (!d)
		return;
	if (item == OFFER_CONTINUE) {
		resume(f, d);
	} else if (item == OFFER_SHOW) {
		show_text(f, d);
		f->draft.offered++;
	} else {
		session_draft_drop(f->session, f->draft.offered, NULL);
		frame_say(f, _("Utkastet är borttaget."));
		frame_offer_draft(f);
	}
}

static void later(struct frame *f)
{
	f->draft.offered++;
	frame_say(f, _("Utkastet ligger kvar och visas igen vid nästa start."));
}

/* What says which text it is: the first that was written, not chosen, in the form of a record. */
static const char *what_was_written(const struct draft *d)
{
	const struct record_type *t = d->type ? record_type_by_name(d->type, strlen(d->type)) : NULL;
	for (size_t i = 0; t && !d->command && i < d->count; i++)
		for (size_t k = 0; k < t->count && *d->items[i].text; k++)
			if (strcmp(t->fields[k].label, d->items[i].label) == 0 && t->fields[k].type != FIELD_CHOICE && t->fields[k].type != FIELD_REF)
				return d->items[i].text;
	return d->items[0].text;
}

void frame_offer_draft(struct frame *f)
{
	const struct draft *d = offered(f);
	if (!d)
		return;
	struct wall at = wall_from_utc(d->utc);
	struct buf when = {0}, start = {0};
	date_format_short(&when, at.date);
	buf_str(&when, _(" kl. "));
	time_format(&when, at.minutes);
	text_clip(&start, what_was_written(d), 30);
	char *title = mem_printf(_("Inte sparat, från %s: %s ”%s”"), buf_cstr(&when), d->title ? d->title : "", buf_cstr(&start));
	modal_pick(f, title, chosen);
	f->pick.cancelled = later;
	modal_pick_add(f, _("Fortsätt skriva"));
	modal_pick_add(f, _("Visa hela texten"));
	modal_pick_add(f, _("Kasta utkastet"));
	free(title);
	buf_release(&when);
	buf_release(&start);
}
