/* The frame: one event in, one state out. Modal first, then the detail, the pane, and what is the same everywhere. */
#include "pane.h"

#include "radsbord/council/attendance.h"
#include "radsbord/council/change_guard.h"
#include "radsbord/report/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct model *frame_model(const struct frame *f)
{
	return session_model(f->session);
}

struct pane *frame_pane(struct frame *f)
{
	return f->panes[f->current];
}

enum command_place pane_place(const struct pane *p)
{
	enum command_place own = p->class->part_places[p->part];
	return own ? own : p->class->place;
}

void frame_public(struct frame *f, const char *text, struct buf *out)
{
	if (f->wall)
		attendance_hide_names(frame_model(f)->council, text, out);
	else
		buf_str(out, text);
}

void frame_say(struct frame *f, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *text = mem_vprintf(fmt, ap);
	va_end(ap);
	struct buf masked = {0}, public = {0}; /* a message may repeat what was typed, and name whom a step is about */
	frame_public(f, text, &public);
	guard_mask(&masked, buf_cstr(&public), GUARD_ASK_KEEP);
	buf_release(&public);
	snprintf(f->message, sizeof f->message, "%s", buf_cstr(&masked));
	buf_release(&masked);
	free(text);
	f->message_role = ROLE_NOTICE;
}

void frame_error(struct frame *f, const struct error *e)
{
	frame_say(f, "%s", e->text);
	f->message_role = ROLE_ERROR;
}

const char **frame_new_ids(struct frame *f, size_t count, struct arena *a)
{
	const char **ids = arena_alloc(a, (count + 1) * sizeof *ids);
	for (size_t i = 0; i < count; i++) {
		char id[SESSION_ID_SIZE];
		session_new_id(f->session, id);
		ids[i] = arena_strdup(a, id);
	}
	return ids;
}

/* ---- history -------------------------------------------------------------- */

enum { HISTORY_MOST = 200 };

static void records_of(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	if (p->class->records && frame_model(f)->council)
		p->class->records(f, p, row, ids, a);
}

bool frame_has_history(struct frame *f)
{
	struct pane *p = frame_pane(f);
	struct strings ids = {0};
	struct arena a = {0};
	long row = list_selected(&p->list);
	if (row >= 0)
		records_of(f, p, (size_t)row, &ids, &a);
	arena_release(&a);
	return ids.count > 0;
}

static void describe_history(struct frame *f, struct pane *p, size_t row)
{
	struct history h = {0};
	struct diagnostics d = {0};
	struct strings ids = {0};
	records_of(f, p, row, &ids, &h.arena);
	if (ids.count)
		session_history(f->session, &ids, HISTORY_MOST, &h, &d);
	report_history(&f->detail.doc, &h);
	for (size_t i = 0; i < d.count; i++)
		doc_paragraph(&f->detail.doc, "%s: %s", d.items[i].file, d.items[i].text);
	diagnostics_release(&d);
	history_release(&h);
}

static void describe(struct frame *f)
{
	struct pane *p = frame_pane(f);
	long row = list_selected(&p->list);
	int top = f->detail.top;
	size_t selected = f->detail.selected;
	detail_clear(&f->detail);
	if (row < 0) {
		f->mode = MODE_LIST;
		return;
	}
	if (f->history)
		describe_history(f, p, (size_t)row);
	else
		p->class->describe(f, p, (size_t)row, &f->detail);
	f->detail.top = top;
	f->detail.selected = selected < f->detail.count ? selected : 0;
}

/* The first record of a row. */
static void row_record(struct frame *f, struct pane *p, size_t row, char id[RECORD_ID_SIZE])
{
	struct strings ids = {0};
	struct arena a = {0};
	records_of(f, p, row, &ids, &a);
	snprintf(id, RECORD_ID_SIZE, "%s", ids.count ? ids.items[0] : "");
	arena_release(&a);
}

void frame_selected_record(struct frame *f, struct pane *p, char id[RECORD_ID_SIZE])
{
	long row = list_selected(&p->list);
	id[0] = '\0';
	if (row >= 0)
		row_record(f, p, (size_t)row, id);
}

/* Rows may have come or gone above: the selection stays on its record as long as that is there. */
static void follow_record(struct frame *f, struct pane *p)
{
	char id[RECORD_ID_SIZE];
	frame_selected_record(f, p, id);
	if (!p->selected[0] || strcmp(id, p->selected) == 0)
		return;
	for (size_t row = 0; row < p->source.count; row++) {
		row_record(f, p, row, id);
		if (strcmp(id, p->selected) == 0) {
			list_update(&p->list, &p->source, (long)row);
			return;
		}
	}
}

/* Rebuilds one pane; -1 leaves the selection where it was (or where the pane itself begins). */
static void rebuild_pane(struct frame *f, struct pane *p, long selected)
{
	p->class->rebuild(f, p);
	list_update(&p->list, &p->source, selected);
	if (selected < 0)
		follow_record(f, p);
}

void frame_rebuild(struct frame *f)
{
	if ((size_t)f->place >= frame_model(f)->reference->places_count) /* a council's unit that is gone */
		f->place = 0;
	for (size_t i = 0; i < PANES; i++)
		rebuild_pane(f, f->panes[i], -1);
	if (f->mode == MODE_DETAIL)
		describe(f);
}

struct frame *frame_new(struct session *s, const struct keymap *keymap, int place)
{
	struct frame *f = mem_alloc(sizeof *f);
	f->session = s;
	f->keymap = keymap;
	f->place = place;
	f->review_ms = REVIEW_MS;
	f->small_limit = SMALL_LIMIT;
	for (size_t i = 0; i < PANES; i++) {
		f->panes[i] = mem_alloc(pane_classes[i]->size);
		f->panes[i]->class = pane_classes[i];
		list_init(&f->panes[i]->list);
	}
	frame_rebuild(f);
	return f;
}

void frame_set_review_ms(struct frame *f, int ms)
{
	f->review_ms = ms;
}

void frame_set_small_limit(struct frame *f, int limit)
{
	f->small_limit = limit;
}

void frame_set_editor(struct frame *f, frame_editor *editor, void *ctx)
{
	f->editor = editor;
	f->editor_ctx = ctx;
}

void frame_set_wall(struct frame *f, bool on)
{
	f->wall = on;
	session_show_to_others(f->session, on ? f->small_limit : 0);
	frame_rebuild(f);
}

void frame_free(struct frame **fp)
{
	struct frame *f = *fp;
	if (!f)
		return;
	for (size_t i = 0; i < PANES; i++) {
		f->panes[i]->class->release(f->panes[i]);
		list_release(&f->panes[i]->list);
		free(f->panes[i]);
	}
	detail_clear(&f->detail);
	modal_release(f);
	free(f);
	*fp = NULL;
}

/* What is to be said of numbers in a step that is saved. */
static void say_of_numbers(struct buf *out, enum guard_level level, const char *shown, bool held)
{
	if (level == GUARD_HINT)
		buf_printf(out, " Texten har något som liknar ett personnummer: %s.", shown);
	if (held)
		buf_str(out, " Steget kan inte ångras, eftersom texten har ett personnummer.");
}

void frame_say_saved(struct frame *f, const char *also)
{
	struct buf time = {0};
	const char *not_kept = session_not_kept(f->session);
	time_format(&time, wall_from_utc(session_saved_at(f->session)).minutes);
	also = also ? also + strspn(also, " ") : "";
	frame_say(f, "Sparat kl. %s.%s%s%s%s", buf_cstr(&time), *also ? " " : "", also,
	          not_kept ? " Kan inte ångras efter omstart: " : "", not_kept ? not_kept : "");
	buf_release(&time);
}

bool frame_apply(struct frame *f, struct changes *c, const char *also)
{
	struct error e = {0};
	struct buf shown = {0}, said = {0};
	bool something = c->count > 0;
	enum guard_level level = changes_guard(c, &shown);
	c->keep = f->guard.keep;
	f->guard.asked = changes_guard_allows(c, NULL) ? GUARD_NONE : level;
	snprintf(f->guard.shown, sizeof f->guard.shown, "%s", buf_cstr(&shown));
	say_of_numbers(&said, level, f->guard.shown, changes_hold_number(c));
	f->conflict.undo = false;
	bool done = session_apply(f->session, c, &e);
	f->locked = !done && e.code == ERROR_LOCKED;
	frame_rebuild(f);
	if (!done) {
		frame_error(f, &e);
	} else if (!something) {
		frame_say(f, "Ingenting ändrades.");
	} else {
		char *all = mem_printf("%s%s", also ? also : "", buf_cstr(&said));
		frame_say_saved(f, all);
		free(all);
	}
	buf_release(&shown);
	buf_release(&said);
	return done;
}

void frame_go_to_place(struct frame *f, int place)
{
	f->place = place;
	f->detail.top = 0;
	frame_rebuild(f);
}

static void open_pane(struct frame *f, int pane)
{
	if (f->current == pane)
		return;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->history = false;
	f->current = pane;
}

void frame_follow(struct frame *f, enum link_kind kind, const char *id)
{
	struct visit from = {f->current, frame_pane(f)->part, f->place, list_selected(&frame_pane(f)->list)};
	char *wanted = mem_strdup(id); /* the id may live in the detail that is about to be cleared */
	for (int i = 0; i < PANES; i++) {
		struct pane *p = f->panes[i];
		char filter[sizeof p->list.filter];
		memcpy(filter, p->list.filter, sizeof filter);
		p->list.filter[0] = '\0';
		long row = p->class->find ? p->class->find(f, p, kind, wanted) : -1;
		if (row < 0) {
			memcpy(p->list.filter, filter, sizeof filter);
			continue;
		}
		if (f->visits_count == VISITS)
			memmove(f->visits, f->visits + 1, --f->visits_count * sizeof *f->visits);
		f->visits[f->visits_count++] = from;
		detail_clear(&f->detail);
		f->history = false;
		f->current = i;
		rebuild_pane(f, p, row);
		f->mode = MODE_DETAIL;
		describe(f);
		free(wanted);
		return;
	}
	frame_say(f, "Raden finns inte bland dem som visas här.");
	free(wanted);
}

bool frame_go_back(struct frame *f)
{
	if (f->visits_count == 0)
		return false;
	struct visit v = f->visits[--f->visits_count];
	detail_clear(&f->detail);
	f->history = false;
	f->current = v.pane;
	f->place = v.place;
	frame_pane(f)->part = v.part;
	frame_rebuild(f);
	list_update(&frame_pane(f)->list, &frame_pane(f)->source, v.row);
	f->mode = MODE_DETAIL;
	describe(f);
	return true;
}

static void step_part(struct frame *f, int by)
{
	struct pane *p = frame_pane(f);
	int parts = 0;
	while (p->class->parts[parts])
		parts++;
	if (parts < 2) {
		frame_say(f, "Den här sidan har bara en del.");
		return;
	}
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->history = false;
	p->part = (p->part + parts + by) % parts;
	p->list.filter[0] = '\0';
	p->list.sort_column = -1;
	rebuild_pane(f, p, 0);
}

bool frame_undo(struct frame *f, bool redo)
{
	struct error e = {0};
	const char *title = redo ? session_redo_title(f->session) : session_undo_title(f->session);
	char *what = mem_strdup(title ? title : "");
	f->conflict.undo = true;
	bool done = redo ? session_redo(f->session, &e) : session_undo(f->session, &e);
	f->locked = !done && e.code == ERROR_LOCKED;
	frame_rebuild(f);
	if (done)
		frame_say(f, "%s: %s. Sparat.", redo ? "Gjort om" : "Ångrat", what);
	else
		frame_error(f, &e);
	free(what);
	return done;
}

static void say_saved(struct frame *f)
{
	struct buf time = {0};
	time_format(&time, wall_from_utc(session_saved_at(f->session)).minutes);
	if (!session_folder(f->session))
		frame_say(f, "Inget råd är öppet, så det finns inget att spara.");
	else if (session_saved_at(f->session))
		frame_say(f, "Allt är sparat (kl. %s).", buf_cstr(&time));
	else
		frame_say(f, "Allt är sparat. Inget har ändrats sedan du började.");
	buf_release(&time);
}

void frame_open_row(struct frame *f)
{
	if (f->mode == MODE_DETAIL) {
		if (f->detail.count == 0)
			frame_say(f, "Härifrån går ingen länk vidare. Esc går tillbaka.");
		else
			frame_follow(f, f->detail.links[f->detail.selected].kind, f->detail.links[f->detail.selected].id);
		return;
	}
	detail_clear(&f->detail);
	f->mode = MODE_DETAIL;
	describe(f);
}

/* h: the history of the row over its list or its detail; once more takes it away. */
static void toggle_history(struct frame *f)
{
	if (!f->history && !frame_has_history(f)) {
		frame_say(f, "Raden hör inte till rådets egna filer, så den har ingen historik.");
		return;
	}
	f->history_only = f->history ? f->history_only : f->mode == MODE_LIST;
	f->history = !f->history;
	detail_clear(&f->detail);
	f->mode = !f->history && f->history_only ? MODE_LIST : MODE_DETAIL;
	if (f->mode == MODE_DETAIL)
		describe(f);
}

static void go_back(struct frame *f)
{
	struct list *l = &frame_pane(f)->list;
	if (f->mode == MODE_DETAIL && f->history) {
		toggle_history(f);
	} else if (f->mode == MODE_DETAIL) {
		if (frame_go_back(f))
			return;
		detail_clear(&f->detail);
		f->mode = MODE_LIST;
	} else if (l->filter[0]) {
		l->filter[0] = '\0';
		list_update(l, &frame_pane(f)->source, list_selected(l));
	} else {
		frame_say(f, "Du är längst ut. q lämnar Rådsbord.");
	}
}

/* What a command does everywhere; tables before switches. */
static void previous_region(struct frame *f) { place_step_region(f, -1); }
static void next_region(struct frame *f) { place_step_region(f, 1); }
static void next_part(struct frame *f) { step_part(f, 1); }
static void previous_part(struct frame *f) { step_part(f, -1); }
static void do_undo(struct frame *f) { frame_undo(f, false); }
static void do_redo(struct frame *f) { frame_undo(f, true); }
static void leave(struct frame *f) { f->leaving = true; }
static void redraw(struct frame *f) { f->repaint = true; }

static void find(struct frame *f, enum command direction)
{
	struct pane *p = frame_pane(f);
	if (!p->list.filter[0])
		frame_say(f, "Filtrera först med /.");
	else
		list_command(&p->list, direction);
}
static void find_next(struct frame *f) { find(f, COMMAND_DOWN); }
static void find_previous(struct frame *f) { find(f, COMMAND_UP); }

/* From a draft: the review is begun on the plan. */
static void review(struct frame *f)
{
	frame_command(f, COMMAND_PANE_3);
	frame_command(f, COMMAND_REVIEW);
}

static void (*const everywhere[COMMANDS])(struct frame *) = {
	[COMMAND_OPEN] = frame_open_row,       [COMMAND_BACK] = go_back,
	[COMMAND_NEXT_PART] = next_part,   [COMMAND_PREVIOUS_PART] = previous_part,
	[COMMAND_PREVIOUS] = previous_region, [COMMAND_NEXT] = next_region,
	[COMMAND_LESS] = place_step_out,         [COMMAND_MORE] = place_step_in,
	[COMMAND_FILTER] = modal_filter,   [COMMAND_SORT] = modal_sort,
	[COMMAND_FIND_NEXT] = find_next,   [COMMAND_FIND_PREVIOUS] = find_previous,
	[COMMAND_HELP] = modal_help,       [COMMAND_MENU] = modal_menu,
	[COMMAND_UNDO] = do_undo,          [COMMAND_REDO] = do_redo,
	[COMMAND_UNDO_LIST] = undo_list_open,
	[COMMAND_HISTORY] = toggle_history,
	[COMMAND_EXPORT] = export_open, [COMMAND_YEAR_TEXT] = year_text_open,
	[COMMAND_SAVED] = say_saved,       [COMMAND_REDRAW] = redraw,
	[COMMAND_QUIT] = leave,             [COMMAND_REVIEW] = review,
};

void frame_command(struct frame *f, enum command c)
{
	struct pane *p = frame_pane(f);
	const struct command_row *row = command_find(c);
	f->last_command = c;
	unsigned met = session_needs_met(f->session) | (list_selected(&p->list) >= 0 ? NEED_ROW : 0);
	for (int i = 0; i < PANES; i++)
		if (pane_classes[i]->command == c) {
			f->visits_count = 0;
			open_pane(f, i);
			return;
		}
	if (row->needs & ~met) {
		frame_say(f, "%s", command_refusal(row->needs & ~met));
		return;
	}
	if (f->mode == MODE_DETAIL && detail_command(&f->detail, c, f->detail_height))
		return;
	if (p->class->command_own && p->class->command_own(f, p, c))
		return;
	if (list_command(&p->list, c))
		return;
	if (everywhere[c])
		everywhere[c](f);
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
	struct buf name = {0};
	key_format(&name, key);
	frame_say(f, "Tangenten %s gör inget här. F1 visar vad som går.", buf_cstr(&name));
	buf_release(&name);
}

/* How soon a change made outside is noticed, also while keys are pressed. */
enum { REFRESH_MS = 3000 };

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

static void refresh(struct frame *f)
{
	f->refresh_ms = now_ms(f) + REFRESH_MS;
	if ((f->mode != MODE_LIST && f->mode != MODE_DETAIL) || !session_refresh(f->session))
		return;
	frame_rebuild(f);
	frame_say(f, "Rådets filer har ändrats utifrån och är lästa på nytt.");
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
		snprintf(now, sizeof now, "%s, rad %d", fault->file, fault->line);
	else if (fault)
		snprintf(now, sizeof now, "%s", fault->file);
	if (*now && strcmp(now, f->fault_told) != 0) {
		frame_say(f, "Fel i %s: allt visas kanske inte. Kör radsbord kontroll.", now);
		f->message_role = ROLE_ERROR;
	}
	memcpy(f->fault_told, now, sizeof now);
}

void frame_tell_folder(struct frame *f)
{
	const char *copy = session_conflict_copy(f->session);
	tell_fault(f);
	if (copy && strcmp(copy, f->copy_told) != 0) {
		frame_say(f, "%s är en konfliktkopia från synkroniseringen och läses inte. Kör radsbord kontroll.", copy);
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
		handle_key(f, ev->key);
		guard_question_open(f);
		conflict_question_open(f);
		lock_question_open(f);
	} else if (ev->type == EVENT_PASTE) {
		modal_paste(f, ev->paste);
	}
	draft_after(f, ev);
	if (look)
		refresh(f);
	frame_selected_record(f, frame_pane(f), frame_pane(f)->selected);
	return ev->type != EVENT_HANGUP && !f->leaving;
}
