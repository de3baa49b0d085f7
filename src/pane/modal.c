/* What is asked for over a pane: a filter, a question, a choice, a form, help. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void modal_close(struct frame *f)
{
	if (f->mode == MODE_FORM)
		record_form_release(&f->record_form);
	f->mode = f->detail.doc.count ? MODE_DETAIL : MODE_LIST;
	frame_rebuild(f);
}

static void pick_release(struct pick *p)
{
	for (size_t i = 0; i < p->count; i++) {
		free(p->items[i]);
		free(p->found_by[i]);
	}
	free(p->items);
	free(p->found_by);
	free(p->headings);
	free(p->muted);
	free(p->title);
	list_release(&p->list);
	*p = (struct pick){0};
}

void modal_release(struct frame *f)
{
	edit_release(&f->line);
	pick_release(&f->pick);
	checklist_release(&f->checklist);
	record_form_release(&f->record_form);
	people_release(f);
	calendar_release(&f->calendar);
	suggest_clear(&f->suggest);
	figures_release(&f->figures);
	filter_release(&f->filtering);
	batch_release(&f->batch);
	free(f->completed);
	free(f->guard.typed);
	free(f->conflict.given);
	buf_release(&f->help);
	reader_release(&f->reader);
}

/* ---- a question -------------------------------------------------------------- */

void modal_ask(struct frame *f, const struct ask *ask, const char *text)
{
	edit_release(&f->line);
	edit_init(&f->line, text ? text : "", false);
	f->ask = ask;
	f->ask_marked = false;
	suggest_clear(&f->suggest);
	people_release(f);
	f->ask_help = ASK_ALONE;
	f->complete = NULL;
	f->mode = MODE_ASK;
	frame_selected_record(f, frame_pane(f), f->ask_record);
}

void modal_ask_marked(struct frame *f, const struct ask *ask, const char *text)
{
	modal_ask(f, ask, text);
	f->ask_marked = true;
}

void modal_complete(struct frame *f, bool (*complete)(struct frame *f, const char *typed, unsigned nth, struct buf *out))
{
	f->complete = complete;
}

/* Tab, and Tab again: what can be meant by the letters typed before. */
static bool complete(struct frame *f, ui_key key)
{
	struct buf text = {0};
	if (key != UI_KEY_TAB || !f->complete) {
		free(f->completed);
		f->completed = NULL;
		return false;
	}
	if (f->completed) {
		f->completion++;
	} else {
		f->completed = mem_strdup(buf_cstr(&f->line.text));
		f->completion = 0;
	}
	if (f->complete(f, f->completed, f->completion, &text)) {
		edit_release(&f->line);
		edit_init(&f->line, buf_cstr(&text), false);
	}
	buf_release(&text);
	return true;
}

static void ask_key(struct frame *f, ui_key key)
{
	struct error e = {0};
	if (complete(f, key))
		return;
	if (modal_help_key(f, key))
		return;
	if (key == UI_KEY_ESCAPE) {
		modal_close(f);
		frame_say(f, _("Ingenting ändrades."));
		return;
	}
	if (key != UI_KEY_ENTER) {
		frame_say_unbound(f, key);
		return;
	}
	char record[RECORD_ID_SIZE];
	frame_selected_record(f, frame_pane(f), record);
	if (f->ask_record[0] && strcmp(record, f->ask_record) != 0) {
		error_set(&e, ERROR_CONFLICT, _("Raden finns inte längre. Någon annan har tagit bort den; tryck Esc."));
		frame_error(f, &e);
		return;
	}
	/* the step is made before the question closes, so that a refusal keeps what was typed */
	struct arena a = {0};
	char *text = mem_strdup(f->ask_help == ASK_PERSON ? form_names_meant(f, buf_cstr(&f->line.text), &a) : buf_cstr(&f->line.text));
	arena_release(&a);
	f->mode = f->detail.doc.count ? MODE_DETAIL : MODE_LIST;
	if (!f->ask->accept(f, text, &e)) {
		f->mode = MODE_ASK;
		frame_error(f, &e);
	}
	free(text);
}

/* ---- a choice ------------------------------------------------------------- */

static void pick_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct pick *p = ctx;
	(void)column;
	out->text = p->items[row];
	if (p->muted[row])
		out->role = ROLE_MUTED;
}

/* While one searches there is no room for headings. */
static const char *pick_heading(void *ctx, size_t row)
{
	const struct pick *p = ctx;
	return p->list.filter[0] ? NULL : p->headings[row];
}

/* A row that is always there has whatever is searched for. */
static void pick_search(void *ctx, size_t row, struct buf *out)
{
	struct pick *p = ctx;
	buf_str(out, p->items[row]);
	buf_char(out, ' ');
	buf_str(out, p->found_by[row] ? p->found_by[row] : p->list.filter);
}

static const struct list_column pick_columns[] = {{.title = "", .width = 20, .flexible = true}};

struct list_source modal_pick_source(struct pick *p)
{
	return (struct list_source){
		.ctx = p, .count = p->count, .columns = pick_columns, .columns_count = 1, .cell = pick_cell, .heading = pick_heading,
		.filter = {.text = pick_search}};
}

void modal_pick(struct frame *f, const char *title, void (*chosen)(struct frame *f, size_t item))
{
	pick_release(&f->pick);
	list_init(&f->pick.list);
	f->pick.list.typing = true; /* Esc lets go of the choice */
	f->pick.title = mem_strdup(title);
	f->pick.chosen = chosen;
	f->pick.cancelled = NULL;
	f->pick.heading = NULL;
	edit_release(&f->line);
	edit_init(&f->line, "", false);
	f->mode = MODE_PICK;
}

/* `found_by` is the pick's now. */
static void add_pick(struct frame *f, const char *text, char *found_by)
{
	struct buf public = {0};
	struct pick *p = &f->pick;
	frame_public(f, text, &public);
	p->items = mem_grow(p->items, p->count, &p->cap, sizeof *p->items);
	p->found_by = mem_grow(p->found_by, p->count, &p->found_cap, sizeof *p->found_by);
	p->headings = mem_grow(p->headings, p->count, &p->headings_cap, sizeof *p->headings);
	p->muted = mem_grow(p->muted, p->count, &p->muted_cap, sizeof *p->muted);
	p->found_by[p->count] = found_by;
	p->headings[p->count] = p->heading;
	p->muted[p->count] = false;
	p->items[p->count++] = mem_strdup(buf_cstr(&public));
	buf_release(&public);
	list_append(&p->list, p->count - 1); /* nothing is searched for while it is filled */
}

void modal_pick_add(struct frame *f, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *text = mem_vprintf(fmt, ap);
	va_end(ap);
	add_pick(f, text, mem_strdup(text));
	free(text);
}

void modal_pick_add_found(struct frame *f, const char *text, const char *found_by, bool muted)
{
	add_pick(f, text, mem_strdup(found_by));
	f->pick.muted[f->pick.count - 1] = muted;
}

void modal_pick_heading(struct frame *f, const char *heading)
{
	f->pick.heading = heading;
}

void modal_pick_add_always(struct frame *f, const char *text)
{
	add_pick(f, text, NULL);
}

void modal_ask_searched(struct frame *f, const struct ask *ask, enum ask_help help)
{
	char *searched = mem_strdup(buf_cstr(&f->line.text));
	modal_ask(f, ask, searched);
	modal_help_with(f, help);
	free(searched);
}

void modal_pick_select(struct frame *f, size_t item)
{
	struct list_source s = modal_pick_source(&f->pick);
	list_update(&f->pick.list, &s, (long)item);
}

/* Of what is found, the first that shows it as it is written: "gotland" is Gotland before it is Östergötland. */
static void select_as_written(struct pick *p, const struct list_source *s)
{
	struct buf folded = {0};
	text_fold(&folded, p->list.filter);
	for (size_t i = 0; folded.len && i < p->list.shown; i++)
		if (text_matches(p->items[p->list.order[i]], buf_cstr(&folded))) {
			list_update(&p->list, s, (long)p->list.order[i]);
			break;
		}
	buf_release(&folded);
}

/* Shows the choices that fit what is typed. */
static void pick_narrow(struct frame *f)
{
	struct list_source s = modal_pick_source(&f->pick);
	list_set_filter(&f->pick.list, &s, buf_cstr(&f->line.text), 0);
	list_look_through(&f->pick.list, &s); /* Enter takes one of all that fit */
	select_as_written(&f->pick, &s);
}

static void pick_key(struct frame *f, ui_key key)
{
	static const struct {
		ui_key key;
		enum command command;
	} moves[] = {{UI_KEY_UP, COMMAND_UP}, {UI_KEY_DOWN, COMMAND_DOWN}, {UI_KEY_PAGE_UP, COMMAND_PAGE_UP},
	             {UI_KEY_PAGE_DOWN, COMMAND_PAGE_DOWN}, {UI_KEY_HOME, COMMAND_FIRST}, {UI_KEY_END, COMMAND_LAST}};
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (moves[i].key == key) {
			list_command(&f->pick.list, moves[i].command);
			return;
		}
	if (edit_key(&f->line, key)) {
		pick_narrow(f);
		return;
	}
	long item = list_selected(&f->pick.list);
	if (key == UI_KEY_ESCAPE) {
		modal_close(f);
		if (f->pick.cancelled)
			f->pick.cancelled(f);
	} else if (key == UI_KEY_ENTER && item >= 0) {
		void (*chosen)(struct frame *, size_t) = f->pick.chosen;
		modal_close(f);
		chosen(f, (size_t)item);
	} else if (key != UI_KEY_ENTER) {
		frame_say_unbound(f, key);
	}
}

/* ---- all of them ------------------------------------------------------------ */

static void (*const keys[])(struct frame *, ui_key) = {
	[MODE_FILTER] = filter_key, [MODE_ASK] = ask_key,   [MODE_PICK] = pick_key,
	[MODE_FORM] = record_form_key, [MODE_HELP] = help_key,
	[MODE_CONFLICT] = conflict_question_key,
	[MODE_GUIDE] = reader_key,
};

void modal_key(struct frame *f, ui_key key)
{
	if (key == UI_KEY_F1 && f->mode != MODE_HELP && f->mode != MODE_GUIDE)
		modal_help(f);
	else
		keys[f->mode](f, key);
}

void modal_paste(struct frame *f, const char *text)
{
	if (plan_pasted(f, text))
		return;
	if (f->mode == MODE_FILTER)
		filter_paste(f, text);
	else if (f->mode == MODE_ASK || f->mode == MODE_PICK) {
		edit_paste(&f->line, text);
		if (f->mode == MODE_PICK)
			pick_narrow(f);
	} else if (f->mode == MODE_GUIDE && f->reader.typing) {
		edit_paste(&f->reader.line, text);
	} else if (f->mode == MODE_FORM) {
		form_paste(&f->record_form.form, text);
	} else {
		frame_say(f, _("Det inklistrade ignorerades. Tryck t för att skriva text."));
	}
}

static void draw_pick(struct frame *f, struct canvas *c, struct rect body)
{
	struct list_source s = modal_pick_source(&f->pick);
	canvas_text(c, body.x, body.y, body.width, ROLE_HEADING, f->pick.title);
	if (f->line.text.len)
		canvas_printf(c, body.x + text_width(f->pick.title) + 2, body.y, body.width, ROLE_ACCENT, "%s", buf_cstr(&f->line.text));
	/* a choice too long for its row is read whole below */
	enum { READ_ROWS = 4 };
	long item = list_selected(&f->pick.list);
	int rows = body.height - 1;
	if (item >= 0 && rows >= 2 * READ_ROWS && text_width(f->pick.items[item]) > body.width) {
		rows -= READ_ROWS;
		canvas_rule(c, body.x, body.y + 1 + rows, body.width, ROLE_MUTED);
		canvas_wrapped(c, (struct rect){body.x, body.y + 2 + rows, body.width, READ_ROWS - 1}, 0, ROLE_TEXT, f->pick.items[item]);
	}
	list_draw(&f->pick.list, &s, c, (struct rect){body.x, body.y + 1, body.width, rows}, true, _("Inget motsvarar det du skrev."));
	const char *more = _("↓ mer");
	if (list_has_more(&f->pick.list) && !c->linear && text_width(f->pick.title) + (int)f->line.text.len + 4 < body.width - text_width(more))
		canvas_aligned(c, body.x, body.y, body.width, ROLE_MUTED, TEXT_RIGHT, more);
}

bool modal_draw(struct frame *f, struct canvas *c, struct rect body)
{
	if (f->mode == MODE_PICK)
		draw_pick(f, c, body);
	else if (f->mode == MODE_FORM)
		form_draw(&f->record_form.form, c, body);
	else if (f->mode == MODE_HELP)
		help_draw(f, c, body);
	else if (f->mode == MODE_CONFLICT)
		conflict_question_draw(f, c, body);
	else if (f->mode == MODE_GUIDE)
		reader_draw(f, c, body);
	else
		return false;
	return true;
}
