/* Changing: committing a step, taking it back, and asking when somebody else was there. */
#include "session_local.h"

#include "radsbord/app/command.h"
#include "radsbord/base/language.h"
#include "radsbord/council/change_guard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Notes the lock that a save met. */
static void watch_lock(struct session *s)
{
	const struct store_lock_owner *owner = folder_lock_owner(s->folder);
	s->lock.yes = false;
	if (strcmp(owner->mark, s->lock.mark) == 0)
		return;
	snprintf(s->lock.mark, sizeof s->lock.mark, "%s", owner->mark);
	s->lock.since_ms = s->clock.mono_ms(s->clock.ctx);
}

bool session_lock(const struct session *s, struct session_lock *out)
{
	const struct store_lock_owner *owner = s->folder && s->lock.mark[0] ? folder_lock_owner(s->folder) : NULL;
	if (!owner)
		return false;
	*out = (struct session_lock){.user = owner->user, .host = owner->host, .since = owner->time};
	out->may_break = !owner->same_host && s->clock.mono_ms(s->clock.ctx) - s->lock.since_ms >= LOCK_STALE_MS;
	return true;
}

void session_break_lock(struct session *s)
{
	s->lock.yes = s->lock.mark[0] != '\0';
}

/* Commits and looks again: also when the commit failed, since the files may have been read again. */
static bool commit(struct session *s, const struct changes *c, struct error *e)
{
	if (!s->folder)
		return error_set(e, ERROR_READONLY, "%s", command_refusal(NEED_COUNCIL));
	struct store_writer w = session_writer(s);
	w.break_foreign = s->lock.yes;
	w.break_mark = s->lock.mark;
	w.work = s->work;
	work_begin(s->work, _("Sparar"));
	bool done = folder_apply(s->folder, c, &w, e);
	work_end(s->work);
	watch_lock(s);
	if (done)
		s->saved_at = w.utc;
	session_look_again(s, NULL); /* cannot fail: the national data were accepted at the opening */
	return done;
}

/* ---- the lists ---------------------------------------------------------------- */

static void push(struct steps *to, struct changes *step)
{
	VEC_PUSH(to, *step);
	*step = (struct changes){0};
	if (to->count > UNDO_STEPS_MAX) {
		changes_release(&to->items[0]);
		memmove(to->items, to->items + 1, --to->count * sizeof *to->items);
	}
}

static void drop_newest(struct steps *from)
{
	changes_release(&from->items[--from->count]);
}

/* The lists on the disk, before anyone is told that the step is saved. */
static void keep(struct session *s)
{
	error_clear(&s->not_kept);
	if (s->local)
		undo_write(s->local, &s->undo, &s->redo, &s->not_kept);
}

/* A step was made: what undoes it is remembered, unless it holds a number that may not be kept anywhere. */
static void remember(struct session *s, const struct changes *made)
{
	struct changes inverse = {0};
	changes_invert(made, &inverse);
	inverse.utc = s->saved_at;
	steps_clear(&s->redo);
	if (changes_hold_number(made)) {
		steps_clear(&s->undo);
		changes_release(&inverse);
	} else {
		push(&s->undo, &inverse);
	}
	keep(s);
}

const char *session_not_kept(const struct session *s)
{
	return s->not_kept.code != ERROR_NONE ? s->not_kept.text : NULL;
}

static const char *newest_title(const struct steps *steps)
{
	const char *title = steps->count ? steps->items[steps->count - 1].title : NULL;
	return title || steps->count == 0 ? title : "";
}

const char *session_undo_title(const struct session *s)
{
	return newest_title(&s->undo);
}

const char *session_redo_title(const struct session *s)
{
	return newest_title(&s->redo);
}

/* ---- apply, undo, redo ---------------------------------------------------------- */

size_t session_steps(const struct session *s, bool redo)
{
	return redo ? s->redo.count : s->undo.count;
}

const struct changes *session_step(const struct session *s, bool redo, size_t i)
{
	const struct steps *steps = redo ? &s->redo : &s->undo;
	return &steps->items[steps->count - 1 - i];
}

void session_let_go(struct session *s)
{
	changes_release(&s->waiting.step);
	s->waiting.what = WAITING_NONE;
}

/* After a refused step: it waits if there is something to ask. */
static void wait_for_answer(struct session *s, enum waiting_for what)
{
	if (s->folder && folder_conflict(s->folder)->count > 0)
		s->waiting.what = what;
}

bool session_apply(struct session *s, struct changes *c, struct error *e)
{
	bool done = true;
	session_let_go(s);
	if (c->count > 0) {
		bool allowed = changes_guard_allows(c, e);
		done = allowed && commit(s, c, e);
		if (done)
			remember(s, c);
		else if (allowed)
			wait_for_answer(s, WAITING_APPLY);
	}
	if (s->waiting.what == WAITING_APPLY) {
		s->waiting.step = *c;
		*c = (struct changes){0};
	}
	changes_release(c);
	return done;
}

/* In the history it says that a step was undone or redone. */
static bool commit_move(struct session *s, const struct changes *step, bool undo, struct error *e)
{
	struct changes named = *step;
	named.title = mem_printf("%s: %s", undo ? "Ångrat" : "Gjort om", step->title ? step->title : "");
	bool done = commit(s, &named, e);
	free(named.title);
	return done;
}

/* The newest step of one list was made as `made`: its inverse goes to the other. */
static void moved(struct session *s, bool undo, const struct changes *made)
{
	const struct steps *from = undo ? &s->undo : &s->redo;
	struct changes inverse = {0};
	changes_invert(made, &inverse);
	inverse.utc = from->items[from->count - 1].utc;
	if (made->count > 0)
		push(undo ? &s->redo : &s->undo, &inverse);
	else
		changes_release(&inverse);
	drop_newest(undo ? &s->undo : &s->redo);
	keep(s);
}

/* Undo and redo are the same move in opposite directions. A step that fails stays where it is: nothing is lost, and what
 * stood in its way (another's edit, the disk, a lock) may go away. */
static bool move_step(struct session *s, bool undo, struct error *e)
{
	const struct steps *from = undo ? &s->undo : &s->redo;
	session_let_go(s);
	if (from->count == 0)
		return error_set(e, ERROR_NOT_FOUND, "%s", undo ? _("Det finns inget att ångra.") : _("Det finns inget att göra om."));
	if (!commit_move(s, &from->items[from->count - 1], undo, e)) {
		wait_for_answer(s, undo ? WAITING_UNDO : WAITING_REDO);
		return false;
	}
	moved(s, undo, &from->items[from->count - 1]);
	return true;
}

bool session_undo(struct session *s, struct error *e)
{
	return move_step(s, true, e);
}

bool session_redo(struct session *s, struct error *e)
{
	return move_step(s, false, e);
}

/* ---- answers -------------------------------------------------------------------- */

const struct conflict *session_conflict(const struct session *s)
{
	return s->waiting.what == WAITING_NONE ? NULL : folder_conflict(s->folder);
}

bool session_answer(struct session *s, const enum conflict_answer *given, struct error *e)
{
	enum waiting_for what = s->waiting.what;
	bool undo = what == WAITING_UNDO, done;
	struct changes made = {0};
	if (what == WAITING_NONE)
		return error_set(e, ERROR_NOT_FOUND, _("Det finns ingen fråga att svara på."));
	const struct steps *list = undo ? &s->undo : &s->redo;
	const struct changes *step = what == WAITING_APPLY ? &s->waiting.step : &list->items[list->count - 1];
	conflict_resolve(folder_conflict(s->folder), given, step, &made);
	if (what == WAITING_APPLY)
		done = made.count == 0 || commit(s, &made, e);
	else
		done = made.count == 0 || commit_move(s, &made, undo, e);
	if (done && what == WAITING_APPLY && made.count > 0)
		remember(s, &made);
	else if (done && what != WAITING_APPLY)
		moved(s, undo, &made);
	/* Changed once more meanwhile: the same step is asked about again. */
	if (done || folder_conflict(s->folder)->count == 0)
		session_let_go(s);
	changes_release(&made);
	return done;
}

/* ---- remembering over sessions ------------------------------------------------------ */

bool session_remember(struct session *s, const char *state_dir, struct error *e)
{
	if (!s->folder || s->local)
		return true;
	session_know_filters(s, state_dir, NULL);
	s->local = local_open(s->io, state_dir, folder_path(s->folder), e);
	if (s->local) {
		undo_read(s->local, &s->undo, &s->redo);
		drafts_read(s->local, &s->drafts);
	}
	return s->local != NULL;
}

const char *session_private(const struct session *s)
{
	return s->local ? local_path(s->local) : NULL;
}

const struct drafts *session_drafts(const struct session *s)
{
	return &s->drafts;
}

static bool write_drafts(struct session *s, struct error *e)
{
	return !s->local || drafts_write(s->local, &s->drafts, e);
}

bool session_draft_keep(struct session *s, struct draft *d, struct error *e)
{
	if (s->typing)
		drafts_drop(&s->drafts, s->drafts.count - 1);
	d->utc = s->clock.utc(s->clock.ctx);
	VEC_PUSH(&s->drafts, *d);
	*d = (struct draft){0};
	s->typing = true;
	if (s->drafts.count > DRAFTS_MAX)
		drafts_drop(&s->drafts, 0);
	return write_drafts(s, e);
}

bool session_draft_done(struct session *s, struct error *e)
{
	if (!s->typing)
		return true;
	s->typing = false;
	drafts_drop(&s->drafts, s->drafts.count - 1);
	return write_drafts(s, e);
}

bool session_draft_drop(struct session *s, size_t i, struct error *e)
{
	drafts_drop(&s->drafts, i);
	return write_drafts(s, e);
}
