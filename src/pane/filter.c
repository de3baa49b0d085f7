/* The filter as it is typed: what is shown follows each key, Tab fills in, Esc gives back what was. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *saved_words(void *ctx, const char *name)
{
	struct frame *f = ctx;
	enum record_kind kind = pane_kind(frame_pane(f));
	return kind == RECORD_KINDS ? NULL : session_filter_words(f->session, kind, name);
}

static const char *saved_name(void *ctx, size_t nth)
{
	struct frame *f = ctx;
	enum record_kind kind = pane_kind(frame_pane(f));
	return kind == RECORD_KINDS ? NULL : session_filter_name(f->session, kind, nth);
}

/* What can be typed here: the words of the list, and the filters that have a name. */
static struct filter_rows rows_here(struct frame *f)
{
	struct filter_rows rows = list_filter_rows(&frame_pane(f)->source);
	rows.saved = saved_name;
	rows.saved_ctx = f;
	return rows;
}

/* With the words of each filter that is named. False: there is no room for them, and the filter is as it was. */
static bool apply(struct frame *f, const char *text, long selected)
{
	struct pane *p = frame_pane(f);
	struct buf words = {0};
	char *unknown = NULL;
	filter_expand(text, saved_words, f, &words, &unknown);
	bool fits = words.len < LIST_FILTER_SIZE;
	if (fits) {
		list_set_filter(&p->list, &p->source, buf_cstr(&words), selected);
		free(f->filtering.unknown);
		f->filtering.unknown = unknown;
	} else {
		free(unknown);
		frame_say(f, "%s", _("Filtret kan inte bli längre."));
	}
	buf_release(&words);
	return fits;
}

/* A key or a paste in the line; false when the line has no use for it. When the filter would become too long nothing of it is taken:
 * the line never says more than what the list is filtered by. */
static bool change_line(struct frame *f, ui_key key, const char *paste)
{
	char *was = mem_strdup(buf_cstr(&f->line.text));
	size_t cursor = f->line.cursor;
	bool used = paste ? edit_paste(&f->line, paste) : edit_key(&f->line, key);
	if (used && !apply(f, buf_cstr(&f->line.text), -1)) {
		edit_set(&f->line, was);
		f->line.cursor = cursor;
	}
	free(was);
	return used;
}

void filter_open(struct frame *f)
{
	struct pane *p = frame_pane(f);
	edit_release(&f->line);
	edit_init(&f->line, p->list.filter, false);
	detail_clear(&f->detail);
	memcpy(f->filtering.before, p->list.filter, sizeof f->filtering.before);
	f->filtering.row = list_selected(&p->list);
	p->list.typing = true;
	f->mode = MODE_FILTER;
}

/* A name that nobody has, or a word that is not understood. */
static bool complains(const struct frame *f, const struct pane *p, struct buf *out)
{
	if (!f->filtering.unknown)
		return list_complains(&p->list, &p->source, out);
	buf_printf(out, _("Inget sparat filter heter ”%.80s”."), f->filtering.unknown);
	return true;
}

/* Whatever else is done than to type is done with all the rows. */
void filter_look_through(struct frame *f)
{
	list_look_through(&frame_pane(f)->list, &frame_pane(f)->source);
}

enum loop_work filter_look_on(struct frame *f)
{
	struct pane *p = frame_pane(f);
	if (!list_is_looking(&p->list))
		return LOOP_IDLE;
	if (list_look_on(&p->list, &p->source))
		return LOOP_MORE;
	frame_selected_record(f, p, p->selected);
	return LOOP_DONE;
}

static void close(struct frame *f)
{
	filter_look_through(f);
	list_filter_done(&frame_pane(f)->list);
	frame_pane(f)->list.typing = false;
	filter_release(&f->filtering);
	f->mode = MODE_LIST;
}

/* What is said stays when the line closes. */
static void say_what_is_wrong(struct frame *f)
{
	struct buf wrong = {0};
	if (complains(f, frame_pane(f), &wrong))
		frame_say(f, "%s", buf_cstr(&wrong));
	buf_release(&wrong);
}

static bool has_one(const char *typed, const struct filter_rows *rows)
{
	struct filter_candidates c;
	filter_candidates(typed, rows, &c);
	bool one = c.count == 1;
	filter_candidates_release(&c);
	return one;
}

/* Tab, and Tab again: what can be meant by the word that was being typed. The only thing that can is typed by that, and Tab goes on
 * from there. */
static void fill_in(struct frame *f)
{
	struct filter_rows rows = rows_here(f);
	struct buf text = {0};
	if (f->filtering.typed) {
		f->filtering.nth++;
	} else {
		f->filtering.typed = mem_strdup(buf_cstr(&f->line.text));
		f->filtering.nth = 0;
	}
	if (!filter_complete(f->filtering.typed, &rows, f->filtering.nth, &text)) {
		frame_say(f, "%s", _("Inget ord här börjar så."));
	} else if (apply(f, buf_cstr(&text), -1)) {
		edit_set(&f->line, buf_cstr(&text));
		if (has_one(f->filtering.typed, &rows)) {
			free(f->filtering.typed);
			f->filtering.typed = NULL;
		}
	}
	buf_release(&text);
}

void filter_key(struct frame *f, ui_key key)
{
	struct list *l = &frame_pane(f)->list;
	if (key == UI_KEY_TAB) {
		fill_in(f);
		return;
	}
	free(f->filtering.typed);
	f->filtering.typed = NULL;
	if (change_line(f, key, NULL))
		return;
	if (key == UI_KEY_ESCAPE) {
		apply(f, f->filtering.before, f->filtering.row);
		close(f);
	} else if (key == UI_KEY_ENTER) {
		say_what_is_wrong(f);
		close(f);
	} else if (key == UI_KEY_UP || key == UI_KEY_DOWN) {
		filter_look_through(f);
		list_command(l, key == UI_KEY_UP ? COMMAND_UP : COMMAND_DOWN);
	} else {
		frame_say_unbound(f, key);
	}
}

void filter_paste(struct frame *f, const char *text)
{
	change_line(f, 0, text);
}

void filter_step(struct frame *f, bool forward)
{
	struct list *l = &frame_pane(f)->list;
	if (!l->filter[0]) {
		frame_say(f, "%s", _("Filtrera först med /."));
	} else if (l->shown < 2) {
		frame_say(f, "%s", l->shown ? _("Filtret visar bara den här raden.") : _("Filtret visar ingen rad."));
	} else if (l->cursor == (forward ? l->shown - 1 : 0)) {
		list_command(l, forward ? COMMAND_FIRST : COMMAND_LAST);
		frame_say(f, "%s", forward ? _("Från början igen.") : _("Från slutet igen."));
	} else {
		list_command(l, forward ? COMMAND_DOWN : COMMAND_UP);
	}
}

void filter_release(struct filtering *x)
{
	free(x->typed);
	free(x->unknown);
	x->typed = x->unknown = NULL;
}

/* A word that is not understood, else what the word that is typed can become. */
bool filter_hint(struct frame *f, struct buf *out)
{
	const struct pane *p = frame_pane(f);
	struct filter_rows rows = rows_here(f);
	struct filter_candidates c;
	struct buf all = {0};
	const char *typed = f->filtering.typed ? f->filtering.typed : buf_cstr(&f->line.text);
	filter_candidates(typed, &rows, &c);
	for (size_t i = 0; i < c.count; i++) /* after Tab the one that stands in the line goes first */
		buf_printf(&all, "%s%s", i ? "  " : "", c.items[f->filtering.typed ? (i + f->filtering.nth) % c.count : i]);
	bool any = c.count > 0;
	filter_candidates_release(&c);
	if (any)
		frame_public(f, buf_cstr(&all), out);
	buf_release(&all);
	if (any || complains(f, p, out))
		return !any;
	const struct filter_key *key = filter_key_typed(typed, &rows);
	if (key && key->help)
		buf_printf(out, key->kind == FILTER_NUMBER ? _("%s: %s. Ett tal, eller <3, <=3, >3, >=3.") : "%s: %s.", key->name, _(key->help));
	return false;
}
