/* The question about a lock that another machine left: who holds it and since when. The default is to wait; nothing is
 * broken without a yes. It lies over what was typed, and leads back there. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

enum { ANSWER_WAIT, ANSWER_BREAK };

static void wait(struct frame *f)
{
	text_take_back(f);
	frame_say(f, _("Ingenting är sparat. Försök igen om en stund."));
}

static void chosen(struct frame *f, size_t item)
{
	if (item == ANSWER_WAIT) {
		wait(f);
		return;
	}
	session_break_lock(f->session);
	text_take_back(f);
	if (f->mode == MODE_ASK || f->mode == MODE_FORM)
		modal_key(f, f->mode == MODE_ASK ? (ui_key)UI_KEY_ENTER : (ui_key)(UI_KEY_CTRL + 'S'));
	else
		frame_say(f, _("Låset bryts när du sparar nästa gång. Gör om det du nyss gjorde."));
}

void lock_question_open(struct frame *f)
{
	struct session_lock lock;
	struct buf title = {0};
	int64_t utc;
	if (!f->locked || f->mode == MODE_PICK || f->mode == MODE_CONFLICT || !session_lock(f->session, &lock) || !lock.may_break)
		return;
	f->locked = false;
	text_put_away(f);
	buf_printf(&title, _("%s%s%s låste mappen"), lock.user[0] ? lock.user : _("Någon"), lock.host[0] ? _(" på datorn ") : "", lock.host);
	if (utc_parse(lock.since, &utc)) {
		struct wall at = wall_from_utc(utc);
		buf_char(&title, ' ');
		date_format_short(&title, at.date);
		buf_str(&title, _(" kl. "));
		time_format(&title, at.minutes);
	}
	buf_str(&title, _(" och har inte släppt den"));
	frame_say(f, _("Låset har inte rörts på en halv minut. Fråga först om någon är kvar i Rådsbord där."));
	modal_pick(f, buf_cstr(&title), chosen);
	f->pick.cancelled = wait;
	modal_pick_add(f, _("Vänta; ingenting sparas nu"));
	modal_pick_add(f, _("Ingen är kvar där: bryt låset och spara"));
	buf_release(&title);
}
