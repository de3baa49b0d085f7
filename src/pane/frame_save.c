/* A step from the panes: saved, undone, and what is said of it. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/council/change_guard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is to be said of numbers in a step that is saved. */
static void say_of_numbers(struct buf *out, enum guard_level level, const char *shown, bool held)
{
	if (level == GUARD_HINT)
		buf_printf(out, _(" Texten har något som liknar ett personnummer: %s."), shown);
	if (held)
		buf_str(out, _(" Steget kan inte ångras, eftersom texten har ett personnummer."));
}

void frame_say_saved(struct frame *f, const char *also)
{
	struct buf time = {0};
	const char *not_kept = session_not_kept(f->session);
	time_format(&time, wall_from_utc(session_saved_at(f->session)).minutes);
	also = also ? also + strspn(also, " ") : "";
	frame_say(f, _("Sparat kl. %s.%s%s%s%s"), buf_cstr(&time), *also ? " " : "", also,
	          not_kept ? _(" Kan inte ångras efter omstart: ") : "", not_kept ? not_kept : "");
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
		frame_say(f, _("Ingenting ändrades."));
	} else {
		char *all = mem_printf("%s%s", also ? also : "", buf_cstr(&said));
		frame_say_saved(f, all);
		free(all);
	}
	buf_release(&shown);
	buf_release(&said);
	return done;
}

bool frame_undo(struct frame *f, bool redo)
{
	struct error e = {0};
	struct buf what = {0};
	if (session_steps(f->session, redo) > 0)
		changes_say(session_step(f->session, redo, 0), &what);
	f->conflict.undo = true;
	bool done = redo ? session_redo(f->session, &e) : session_undo(f->session, &e);
	f->locked = !done && e.code == ERROR_LOCKED;
	frame_rebuild(f);
	if (done)
		frame_say(f, _("%s: %s. Sparat."), redo ? _("Gjort om") : _("Ångrat"), buf_cstr(&what));
	else
		frame_error(f, &e);
	buf_release(&what);
	return done;
}

void frame_say_whether_saved(struct frame *f)
{
	struct buf time = {0};
	time_format(&time, wall_from_utc(session_saved_at(f->session)).minutes);
	if (!session_folder(f->session))
		frame_say(f, _("Inget råd är öppet, så det finns inget att spara."));
	else if (session_saved_at(f->session))
		frame_say(f, _("Allt är sparat (kl. %s)."), buf_cstr(&time));
	else
		frame_say(f, _("Allt är sparat. Inget har ändrats sedan du började."));
	buf_release(&time);
}
