/* What the keys of the review do: a verdict each, and at the end the way into the minutes. */
#include "review_local.h"

#include "radsbord/base/language.h"
#include "radsbord/council/attendance.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands before what was decided, "Sparat kl. 10.42. ", and the columns for that in the smallest window. */
enum { BEFORE_SAID = 20, SAID_WIDTH = 40 };

/* ---- verdicts ------------------------------------------------------------------------ */

/* Commits a verdict on the selected action and goes to the next. False: nothing was saved, and the message says why. */
static bool give(struct frame *f, struct verdict_call call)
{
	struct review_state *s = review_state(f);
	const struct meeting *m = review_meeting(s);
	long row = list_selected(&s->pane.list);
	const struct action *a = row < 0 ? NULL : review_action(s, (size_t)row);
	struct changes c = {0};
	struct buf name = {0}, said = {0};
	char id[SESSION_ID_SIZE];
	if (!m || !a) {
		frame_say(f, _("Mötet eller åtgärden finns inte längre. Någon annan har tagit bort den."));
		return false;
	}
	session_new_id(f->session, id);
	call.own_paragraph = s->own;
	verdict_give(&c, s->model->council, m, a, &call, session_today(f->session), arena_strdup(&c.arena, id));
	/* one line, so that the keys of the next verdict are not covered */
	int room = f->drawn.width - BEFORE_SAID > SAID_WIDTH ? f->drawn.width - BEFORE_SAID : SAID_WIDTH;
	changes_say(&c, &said);
	if (text_width(buf_cstr(&said)) >= room)
		text_clip(&name, buf_cstr(&said), room);
	else
		buf_printf(&name, "%s.", buf_cstr(&said));
	bool done = frame_apply(f, &c, buf_cstr(&name));
	buf_release(&said);
	buf_release(&name);
	if (done) {
		s->own = false;
		review_select_next(s, (size_t)row);
	}
	return done;
}

static void unchanged(struct frame *f)
{
	give(f, (struct verdict_call){.outcome = VERDICT_UNCHANGED});
}

static void done(struct frame *f)
{
	give(f, (struct verdict_call){.outcome = VERDICT_DONE});
}

static void take_up(struct frame *f)
{
	give(f, (struct verdict_call){.outcome = VERDICT_TAKEN_UP});
}

static bool accept_date(struct frame *f, const char *text, struct error *e)
{
	struct date due;
	if (!date_parse_human(text, session_today(f->session), &due))
		return error_set(e, ERROR_USAGE, _("”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04."), text);
	return give(f, (struct verdict_call){.outcome = VERDICT_NEW_DATE, .due = due}) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_note(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv något, eller tryck Esc."));
	return give(f, (struct verdict_call){.outcome = VERDICT_UNCHANGED, .text = text}) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_drop(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv varför åtgärden utgår, eller tryck Esc."));
	return give(f, (struct verdict_call){.outcome = VERDICT_DROPPED, .text = text}) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_owner(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv vem som tar över, eller tryck Esc."));
	return give(f, (struct verdict_call){.outcome = VERDICT_NEW_OWNER, .owner = text}) || error_set(e, ERROR_IO, "%s", f->message);
}

static const struct ask ask_date = {N_("Klart senast"), N_("4/2, +14, v 5, fre, 2027-02-04.  Enter spara  Esc avbryt"), accept_date, COMMAND_VERDICT_DATE};
static const struct ask ask_note = {N_("Till protokollet"), N_("Enter spara  Esc avbryt"), accept_note, COMMAND_VERDICT_NOTE};
static const struct ask ask_drop = {N_("Varför utgår den?"), N_("Enter spara  Esc avbryt"), accept_drop, COMMAND_VERDICT_DROP};
static const struct ask ask_owner = {N_("Ny ansvarig"), N_("Roll, person eller organisation.  Enter spara  Esc avbryt"), accept_owner, COMMAND_VERDICT_OWNER};

static void write_note(struct frame *f)
{
	modal_ask(f, &ask_note, NULL);
}

static void drop(struct frame *f)
{
	modal_ask(f, &ask_drop, NULL);
}

static void add_name(struct strings *names, const char *name, struct arena *a)
{
	if (name && *name && !strings_has(names, name))
		strings_add(names, name, a);
}

void owner_names(struct frame *f, struct strings *names, struct arena *a)
{
	const struct records *r = frame_model(f)->council;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++)
		add_name(names, records_action(r, i)->owner, a);
	for (size_t i = 0; i < records_count(r, RECORD_SEAT); i++) {
		add_name(names, records_seat(r, i)->organisation, a);
		add_name(names, records_seat(r, i)->person, a);
	}
}

static void owner_chosen(struct frame *f, size_t item)
{
	struct arena a = {0};
	struct strings names = {0};
	owner_names(f, &names, &a);
	if (item < names.count)
		give(f, (struct verdict_call){.outcome = VERDICT_NEW_OWNER, .owner = names.items[item]});
	else
		modal_ask_searched(f, &ask_owner, ASK_PERSON);
	arena_release(&a);
}

static void choose_owner(struct frame *f)
{
	struct arena a = {0};
	struct strings names = {0};
	owner_names(f, &names, &a);
	modal_pick(f, _("Vem tar över?"), owner_chosen);
	for (size_t i = 0; i < names.count; i++)
		modal_pick_add(f, "%s", names.items[i]);
	modal_pick_add_always(f, _("någon annan: skriv namnet"));
	arena_release(&a);
}

static void choose_date(struct frame *f)
{
	review_state(f)->choosing = true;
}

static void ask_for_date(struct frame *f)
{
	modal_ask(f, &ask_date, NULL);
	modal_help_with(f, ASK_DATE);
}

/* After f: Enter the next meeting, 1-6 so many months on, f a date to write. */
void review_date_key(struct frame *f, struct review_state *s, ui_key key)
{
	const struct meeting *m = review_meeting(s);
	struct date next = m ? review_next_meeting(s, m) : DATE_NONE;
	s->choosing = false;
	if (key == UI_KEY_ENTER && date_known(next))
		give(f, (struct verdict_call){.outcome = VERDICT_NEW_DATE, .due = next});
	else if (key == UI_KEY_ENTER)
		frame_say(f, _("Inget senare möte är planerat. Tryck f och 1–6 för månader, eller f f för ett datum."));
	else if (m && key >= '1' && key <= '6')
		give(f, (struct verdict_call){.outcome = VERDICT_NEW_DATE, .due = date_add_months(m->date, (int)(key - '0'))});
	else if (key == 'f')
		ask_for_date(f);
	else
		frame_say(f, _("Tiden är oförändrad."));
}

static void toggle_own(struct frame *f)
{
	struct review_state *s = review_state(f);
	const struct meeting *m = review_meeting(s);
	long row = list_selected(&s->pane.list);
	const struct verdict *v = m && row >= 0 ? review_verdict(s, (size_t)row) : NULL;
	struct changes c = {0};
	if (!v) {
		s->own = !s->own;
		return;
	}
	verdict_set_own(&c, v, !v->own_paragraph);
	frame_apply(f, &c, NULL);
}

static void add_action(struct frame *f)
{
	struct action fresh;
	const char *file = session_plan_file(f->session);
	record_init(record_type(RECORD_ACTION), &fresh);
	fresh.kind = ACTION_TASK;
	fresh.meeting = review_state(f)->meeting;
	if (file)
		record_form_open(f, RECORD_ACTION, &fresh.head, file, N_("Ny åtgärd"));
	else
		frame_say(f, _("Rådet har ingen handlingsplan att lägga åtgärden i."));
}

/* ---- the end: into the minutes ------------------------------------------------------- */

/* The item that gathers the verdicts: the one the review began on, else the one that follows up the plan. */
static const struct item *gathering_item(const struct review_state *s, const struct meeting *m)
{
	const struct records *r = s->model->council;
	const struct item *best = NULL;
	if (s->item)
		best = (const struct item *)(const void *)records_find(r, RECORD_ITEM, s->item);
	for (size_t i = 0; !best && i < records_count(r, RECORD_ITEM); i++) {
		const struct item *item = records_item(r, i);
		if (item->head.file && strcmp(item->head.file, m->head.file) == 0 &&
		    (item->gathers || text_matches(item->title, "åtgärdslista") || text_matches(item->title, "handlingsplan")))
			best = item;
	}
	return best;
}

static void carry_over(struct frame *f, struct review_state *s, const struct meeting *m, struct changes *c)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct action *a = review_action(s, i);
		char id[SESSION_ID_SIZE];
		if (s->decided[i] || !a)
			continue;
		session_new_id(f->session, id);
		verdict_give(c, s->model->council, m, a, &(struct verdict_call){.outcome = VERDICT_CARRIED}, session_today(f->session),
		             arena_strdup(&c->arena, id));
	}
}

static void finish(struct frame *f)
{
	struct review_state *s = review_state(f);
	const struct meeting *m = review_meeting(s);
	struct changes c = {0};
	if (!m) {
		frame_say(f, _("Mötet finns inte längre. Någon annan har tagit bort det."));
		return;
	}
	const struct item *item = gathering_item(s, m);
	carry_over(f, s, m, &c);
	if (item && !item->gathers) {
		changes_set_text(&c, RECORD_ITEM, &item->head, "Genomgang", "ja");
	} else if (!item) {
		char id[SESSION_ID_SIZE];
		session_new_id(f->session, id);
		meeting_add_review(&c, s->model->council, m, arena_strdup(&c.arena, id));
	}
	changes_title(&c, "Genomgången förd till protokollet");
	if (c.count == 0) {
		changes_release(&c);
		review_leave(f, s);
		frame_say(f, _("Genomgången står redan i protokollet."));
	} else if (frame_apply(f, &c, _("Genomgången är förd till protokollet."))) {
		char said[sizeof f->message];
		snprintf(said, sizeof said, "%s", f->message);
		review_leave(f, s);
		frame_say(f, "%s", said);
	}
}

static void open_or_finish(struct frame *f)
{
	if (review_state(f)->closing)
		finish(f);
	else
		frame_open_row(f);
}

static void go_back(struct frame *f)
{
	struct review_state *s = review_state(f);
	if (f->mode == MODE_DETAIL) {
		detail_clear(&f->detail);
		f->mode = MODE_LIST;
	} else if (s->closing) {
		s->closing = false;
	} else {
		size_t left = s->count - review_decided(s);
		review_leave(f, s);
		if (left == 0)
			frame_say(f, _("Genomgången är bruten. Allt är sparat; F5 visar sammanfattningen."));
		else if (left == 1)
			frame_say(f, _("Genomgången är bruten. Allt är sparat; F5 fortsätter med den som är kvar."));
		else
			frame_say(f, _("Genomgången är bruten. Allt är sparat; F5 fortsätter med de %zu som är kvar."), left);
	}
}

static void close_review(struct frame *f)
{
	review_close(review_state(f));
}

void (*const review_commands[COMMANDS])(struct frame *) = {
	[COMMAND_VERDICT_UNCHANGED] = unchanged, [COMMAND_VERDICT_DONE] = done,   [COMMAND_VERDICT_DATE] = choose_date,
	[COMMAND_VERDICT_UP] = take_up,          [COMMAND_VERDICT_OWNER] = choose_owner, [COMMAND_VERDICT_NOTE] = write_note,
	[COMMAND_VERDICT_OWN] = toggle_own,      [COMMAND_VERDICT_DROP] = drop,   [COMMAND_VERDICT_ADD] = add_action,
	[COMMAND_OPEN] = open_or_finish,         [COMMAND_BACK] = go_back,        [COMMAND_QUIT] = go_back,
	[COMMAND_REVIEW] = close_review,
};
