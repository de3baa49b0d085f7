/* What is done to an action: its date, owner, notes, status, and all of it in a form. */
#include "plan.h"

#include "radsbord/base/language.h"

/* The row may have gone while the question stood open: the files are shared. */
static bool gone(struct error *e)
{
	return error_set(e, ERROR_CONFLICT, _("Raden finns inte längre. Någon annan har tagit bort den; tryck Esc."));
}

static bool accept_date(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = plan_selected_action(f);
	struct changes c = {0};
	struct date due = DATE_NONE;
	if (!a)
		return gone(e);
	if (*text && !date_parse_human(text, session_today(f->session), &due))
		return error_set(e, ERROR_USAGE, _("”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04."), text);
	action_set_due(&c, a, due);
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_owner(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = plan_selected_action(f);
	struct changes c = {0};
	if (!a)
		return gone(e);
	action_set_owner(&c, a, *text ? text : NULL);
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_note(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = plan_selected_action(f);
	struct changes c = {0};
	if (!a)
		return gone(e);
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv något, eller tryck Esc."));
	action_add_note(&c, a, text, session_today(f->session));
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_drop(struct frame *f, const char *text, struct error *e)
{
	const struct action *a = plan_selected_action(f);
	struct changes c = {0};
	if (!a)
		return gone(e);
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv varför åtgärden utgår, eller tryck Esc."));
	action_add_note(&c, a, text, session_today(f->session));
	action_set_status(&c, a, ACTION_DROPPED, session_today(f->session));
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static const struct ask ask_date = {N_("Klart senast"), N_("4/2, +14, v 5, fre, 2027-02-04; tomt stryker tiden.  Enter spara  Esc avbryt"), accept_date, COMMAND_NONE};
static const struct ask ask_owner = {N_("Ansvarig"), N_("Roll, person eller organisation.  Enter spara  Esc avbryt"), accept_owner, COMMAND_NONE};
static const struct ask ask_note = {N_("Anteckning"), N_("Enter spara  Esc avbryt"), accept_note, COMMAND_NONE};
static const struct ask ask_drop = {N_("Varför utgår den?"), N_("Enter spara  Esc avbryt"), accept_drop, COMMAND_DROP};

static void set_status(struct frame *f, size_t status)
{
	const struct action *a = plan_selected_action(f);
	struct changes c = {0};
	if (!a) {
		frame_say(f, _("Raden finns inte längre."));
		return;
	}
	action_set_status(&c, a, (enum action_status)status, session_today(f->session));
	frame_apply(f, &c, NULL);
}

static void status_chosen(struct frame *f, size_t item)
{
	if (item == ACTION_DROPPED)
		modal_ask(f, &ask_drop, NULL);
	else
		set_status(f, item);
}

static void edit_date(struct frame *f, const struct action *a)
{
	struct buf due = {0};
	if (date_known(a->due))
		date_format_iso(&due, a->due);
	modal_ask(f, &ask_date, buf_cstr(&due));
	modal_help_with(f, ASK_DATE);
	buf_release(&due);
}

static void edit_owner(struct frame *f, const struct action *a)
{
	modal_ask(f, &ask_owner, a->owner);
	modal_help_with(f, ASK_PERSON);
}

static void edit_note(struct frame *f, const struct action *a)
{
	(void)a;
	modal_ask(f, &ask_note, NULL);
}

static void edit_drop(struct frame *f, const struct action *a)
{
	(void)a;
	modal_ask(f, &ask_drop, NULL);
}

static void edit_done(struct frame *f, const struct action *a)
{
	(void)a;
	set_status(f, ACTION_DONE);
}

static void edit_status(struct frame *f, const struct action *a)
{
	(void)a;
	modal_pick(f, _("Status"), status_chosen);
	for (const struct choice *c = action_statuses; c->code; c++)
		modal_pick_add(f, "%s", _(c->label));
}

static void edit_all(struct frame *f, const struct action *a)
{
	record_form_open(f, RECORD_ACTION, &a->head, a->head.file, N_("Ändra åtgärd"));
}

static void (*const edits[COMMANDS])(struct frame *, const struct action *) = {
	[COMMAND_DATE] = edit_date, [COMMAND_OWNER] = edit_owner, [COMMAND_NOTE] = edit_note, [COMMAND_DROP] = edit_drop,
	[COMMAND_DONE] = edit_done, [COMMAND_STATUS] = edit_status, [COMMAND_EDIT] = edit_all,
	[COMMAND_LINKS] = plan_links, [COMMAND_ACTION_UP] = plan_take_up,
};

/* A new action in the plan that is shown. */
static void add(struct frame *f, const struct plan_state *s)
{
	const struct plan *p = plan_shown(s);
	struct action fresh;
	record_init(record_type(RECORD_ACTION), &fresh);
	fresh.kind = ACTION_TASK;
	if (p)
		record_form_open(f, RECORD_ACTION, &fresh.head, p->head.file, N_("Ny åtgärd"));
	else
		frame_say(f, _("Rådet har ingen handlingsplan att lägga åtgärden i. Lägg upp en under Planer (Tab, sedan a)."));
}

bool plan_edit_command(struct frame *f, enum command c)
{
	if (c == COMMAND_ADD) {
		add(f, (const struct plan_state *)frame_pane(f));
		return true;
	}
	if (c == COMMAND_PASTE_LIST) {
		plan_ask_list(f);
		return true;
	}
	if (!edits[c])
		return false;
	const struct action *a = plan_selected_action(f);
	if (a)
		edits[c](f, a);
	else
		frame_say(f, _("Ingen åtgärd är vald."));
	return true;
}
