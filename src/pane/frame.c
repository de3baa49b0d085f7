/* The frame: what it consists of, what it says, and the commands that are the same everywhere. */
#include "start.h"

#include "radsbord/base/language.h"
#include "radsbord/council/attendance.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct model *frame_model(const struct frame *f)
{
	return session_model(f->session);
}

struct pane *frame_pane(struct frame *f)
{
	frame_freshen(f, f->panes[f->current]);
	return f->panes[f->current];
}

/* Why the selected row cannot be changed; NULL: it can, or there is none. */
static const char *why_fixed(const struct frame *f)
{
	const struct pane *p = f->panes[f->current];
	long row = list_selected(&p->list);
	return row >= 0 && p->class->fixed ? p->class->fixed(p, (size_t)row) : NULL;
}

unsigned frame_needs_met(const struct frame *f)
{
	return session_needs_met(f->session) | (list_selected(&f->panes[f->current]->list) >= 0 ? NEED_ROW : 0) |
	       (why_fixed(f) ? 0 : NEED_RECORD) | (start_has_way_back(f) ? NEED_WAY_BACK : 0);
}

const char *frame_refusal(const struct frame *f, unsigned missing)
{
	return missing == NEED_RECORD && why_fixed(f) ? why_fixed(f) : command_refusal(missing);
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
		marks_clear(f->panes[i]);
		list_release(&f->panes[i]->list);
		free(f->panes[i]);
	}
	detail_clear(&f->detail);
	modal_release(f);
	free(f->made);
	free(f);
	*fp = NULL;
}

/* What a command does everywhere; tables before switches. */
static void previous_region(struct frame *f) { place_step_region(f, -1); }
static void next_region(struct frame *f) { place_step_region(f, 1); }
static void next_part(struct frame *f) { frame_step_part(f, 1); }
static void previous_part(struct frame *f) { frame_step_part(f, -1); }
static void do_undo(struct frame *f) { frame_undo(f, false); }
static void do_redo(struct frame *f) { frame_undo(f, true); }
static void leave(struct frame *f) { f->leaving = true; }
static void redraw(struct frame *f) { f->repaint = true; }

static void find_next(struct frame *f) { filter_step(f, true); }
static void find_previous(struct frame *f) { filter_step(f, false); }

/* From a draft: the review is begun on the plan. */
static void review(struct frame *f)
{
	frame_command(f, COMMAND_PANE_3);
	frame_command(f, COMMAND_REVIEW);
}

static void (*const everywhere[COMMANDS])(struct frame *) = {
	[COMMAND_OPEN] = frame_open_row,       [COMMAND_BACK] = frame_step_back,
	[COMMAND_NEXT_PART] = next_part,   [COMMAND_PREVIOUS_PART] = previous_part,
	[COMMAND_PREVIOUS] = previous_region, [COMMAND_NEXT] = next_region,
	[COMMAND_LESS] = place_step_out,         [COMMAND_MORE] = place_step_in,
	[COMMAND_FILTER] = filter_open,   [COMMAND_SORT] = sort_open,
	[COMMAND_FILTERS] = saved_filters_open, [COMMAND_MARK] = marks_toggle, [COMMAND_MARK_ALL] = marks_toggle_all,
	[COMMAND_FIND_NEXT] = find_next,   [COMMAND_FIND_PREVIOUS] = find_previous,
	[COMMAND_GUIDE] = reader_open,
	[COMMAND_HELP] = modal_help,       [COMMAND_MENU] = modal_menu,
	[COMMAND_UNDO] = do_undo,          [COMMAND_REDO] = do_redo,
	[COMMAND_UNDO_LIST] = undo_list_open,
	[COMMAND_HISTORY] = frame_toggle_history,
	[COMMAND_EXPORT] = export_open, [COMMAND_YEAR_TEXT] = year_text_open,
	[COMMAND_LOOK] = look_open,
	[COMMAND_SAVED] = frame_say_whether_saved,       [COMMAND_REDRAW] = redraw,
	[COMMAND_OTHER_COUNCIL] = start_open, [COMMAND_NEW_COUNCIL] = start_new_council,
	[COMMAND_QUIT] = leave,             [COMMAND_REVIEW] = review,
};

void frame_command(struct frame *f, enum command c)
{
	struct pane *p = frame_pane(f);
	const struct command_row *row = command_find(c);
	f->last_command = c;
	unsigned met = frame_needs_met(f);
	for (int i = 0; i < PANES; i++)
		if (pane_classes[i]->command == c) {
			f->visits_count = 0;
			frame_open_pane(f, i);
			return;
		}
	if (row->needs & ~met) {
		frame_say(f, "%s", frame_refusal(f, row->needs & ~met));
		return;
	}
	if (f->mode == MODE_DETAIL && detail_command(&f->detail, c, f->detail_height))
		return;
	if (batch_command(f, c))
		return;
	if (p->class->command_own && p->class->command_own(f, p, c))
		return;
	if (list_command(&p->list, c))
		return;
	if (everywhere[c])
		everywhere[c](f);
}
