/* U: the steps that can be undone and redone, newest first, on whatever pane they were made; Enter on one goes back to before it, or
 * forward to after it, step by step in order. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdio.h>

/* "I dag kl. 10.42", "23 nov kl. 9.05", "": when a step was made. */
static void when(const struct frame *f, int64_t utc, struct buf *out)
{
	struct wall at = wall_from_utc(utc);
	if (utc == 0)
		return;
	if (date_cmp(at.date, session_today(f->session)) == 0)
		buf_str(out, _("i dag"));
	else
		date_format_short(out, at.date);
	buf_str(out, _(" kl. "));
	time_format(out, at.minutes);
}

/* The steps undone lie first, the latest of them in time at the top; then those that stand. */
static void chosen(struct frame *f, size_t row)
{
	size_t undone = session_steps(f->session, true);
	bool redo = row < undone;
	size_t wanted = redo ? undone - row : row - undone + 1, made = 0;
	while (made < wanted && frame_undo(f, redo))
		made++;
	if (made == wanted && wanted > 1)
		frame_say(f, _("%s %zu steg. Sparat."), redo ? _("Gjorde om") : _("Ångrade"), made);
	else if (made < wanted && made > 0) {
		char why[sizeof f->message];
		snprintf(why, sizeof why, "%s", f->message);
		frame_say(f, _("%zu steg av %zu är %s. %s"), made, wanted, redo ? _("gjorda om") : _("ångrade"), why);
	}
}

static void add(struct frame *f, bool redo, size_t i)
{
	const struct changes *step = session_step(f->session, redo, i);
	struct buf time = {0}, cell = {0}, title = {0};
	when(f, step->utc, &time);
	text_pad(&cell, buf_cstr(&time), 18, TEXT_LEFT);
	changes_say(step, &title);
	modal_pick_add(f, "%s %s %s", redo ? "↷" : "✓", buf_cstr(&cell), title.len > 0 ? buf_cstr(&title) : _("en ändring"));
	buf_release(&title);
	buf_release(&time);
	buf_release(&cell);
}

void undo_list_open(struct frame *f)
{
	size_t undone = session_steps(f->session, true), standing = session_steps(f->session, false);
	if (undone + standing == 0) {
		frame_say(f, _("Det finns inget att ångra. Vad andra har gjort visas med h."));
		return;
	}
	modal_pick(f, _("Dina steg, senaste överst. Enter ångrar (↷: gör om) till och med raden."), chosen);
	for (size_t i = undone; i-- > 0;)
		add(f, true, i);
	for (size_t i = 0; i < standing; i++)
		add(f, false, i);
	modal_pick_select(f, standing ? undone : 0);
}
