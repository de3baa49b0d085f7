/* What is done to an item in the room: begun, written, decided, tabled. */
#include "room_local.h"

#include "radsbord/base/language.h"

#include <string.h>

static struct room_state *here(struct frame *f)
{
	return room_state(f);
}

/* The item, when it may be changed. */
static const struct item *writable(struct frame *f)
{
	return room_may_write(f, room_meeting(here(f))) ? room_item(f) : NULL;
}

static bool failed(struct frame *f, struct error *e)
{
	return error_set(e, ERROR_CONFLICT, "%s", f->message);
}

static void begin(struct frame *f)
{
	const struct item *item = writable(f);
	const struct meeting *m = room_meeting(here(f));
	struct changes c = {0};
	if (!item)
		return;
	int now = room_now(f, m);
	if (now < 0 && item->started < 0) {
		frame_say(f, _("Mötet är inte i dag, så tiden räknas inte."));
		return;
	}
	minutes_begin(&c, item, now);
	frame_apply(f, &c, NULL);
}

static bool accept_text(struct frame *f, const char *text, struct error *e)
{
	const struct item *item = writable(f);
	struct changes c = {0};
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv något, eller tryck Esc."));
	if (!item)
		return failed(f, e);
	minutes_note(&c, item, text);
	return frame_apply(f, &c, NULL) || failed(f, e);
}

static bool accept_decision(struct frame *f, const char *text, struct error *e)
{
	const struct item *item = writable(f);
	struct changes c = {0};
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv vad som beslutas, eller tryck Esc."));
	if (!item)
		return failed(f, e);
	minutes_decide(&c, item, text);
	return frame_apply(f, &c, NULL) || failed(f, e);
}

static bool accept_item(struct frame *f, const char *text, struct error *e)
{
	const struct meeting *m = room_meeting(here(f));
	struct changes c = {0};
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv vad ärendet heter, eller tryck Esc."));
	if (!room_may_write(f, m))
		return failed(f, e);
	meeting_add_item(&c, here(f)->model->council, m, frame_new_ids(f, 1, &c.arena)[0], ITEM_DISCUSSION, text, NULL);
	changes_title(&c, "Nytt ärende: %s", text);
	return frame_apply(f, &c, _("Det står före övriga frågor.")) || failed(f, e);
}

static void ask_text(struct frame *f)
{
	static const struct ask ask = {.label = N_("Till protokollet"), .hint = N_("En rad till.  Enter spara  Esc avbryt"), .accept = accept_text,
	                               .command = COMMAND_ITEM_TEXT};
	if (writable(f))
		modal_ask(f, &ask, NULL);
}

static bool complete_decision(struct frame *f, const char *typed, unsigned nth, struct buf *out)
{
	(void)f;
	return minutes_complete(typed, nth, out);
}

static void ask_decision(struct frame *f)
{
	static const struct ask ask = {.label = N_("Rådet beslutar"), .hint = N_("Tab: att godkänna, att lägga till handlingarna …  Enter spara  Esc avbryt"),
	                               .accept = accept_decision, .command = COMMAND_ITEM_DECIDE};
	if (!writable(f))
		return;
	modal_ask(f, &ask, NULL);
	modal_complete(f, complete_decision);
}

static void ask_item(struct frame *f)
{
	static const struct ask ask = {.label = N_("Nytt ärende"), .hint = N_("Enter spara  Esc avbryt"), .accept = accept_item, .command = COMMAND_ITEM_ADD};
	if (room_may_write(f, room_meeting(here(f))))
		modal_ask(f, &ask, NULL);
}

static void table(struct frame *f)
{
	const struct records *r = here(f)->model->council;
	const struct item *item = writable(f);
	const struct meeting *m = room_meeting(here(f));
	struct changes c = {0};
	struct buf said = {0};
	if (!item)
		return;
	const struct meeting *next = meeting_next(r, date_add_days(m->date, 1));
	if (item->kind == ITEM_TABLED) {
		frame_say(f, _("Ärendet är redan bordlagt."));
		return;
	}
	minutes_table(&c, r, item, next, frame_new_ids(f, 1, &c.arena)[0]);
	if (next) {
		buf_str(&said, _("Ärendet står på dagordningen "));
		date_format_weekday(&said, next->date);
		buf_char(&said, '.');
	} else {
		buf_str(&said, _("Inget senare möte är planerat; nästa som läggs in får ärendet."));
	}
	frame_apply(f, &c, buf_cstr(&said));
	buf_release(&said);
}

static void kind_chosen(struct frame *f, size_t choice)
{
	const struct item *item = writable(f);
	struct changes c = {0};
	if (!item)
		return;
	if (choice == ITEM_TABLED) {
		table(f);
		return;
	}
	minutes_set_kind(&c, item, (enum item_kind)choice);
	frame_apply(f, &c, NULL);
}

static void choose_kind(struct frame *f)
{
	if (!writable(f))
		return;
	modal_pick(f, _("Vad ärendet är"), kind_chosen);
	for (const struct choice *k = item_kinds; k->code; k++)
		modal_pick_add(f, "%s", _(k->label));
}

static void edit(struct frame *f)
{
	const struct item *item = writable(f);
	if (item)
		record_form_open(f, RECORD_ITEM, &item->head, item->head.file, N_("Ändra ärendet"));
}

bool room_item_command(struct frame *f, enum command c)
{
	static void (*const own[COMMANDS])(struct frame *) = {
		[COMMAND_ITEM_BEGIN] = begin,       [COMMAND_ITEM_TEXT] = ask_text,   [COMMAND_ITEM_DECIDE] = ask_decision,
		[COMMAND_ITEM_TASK] = room_task_ask, [COMMAND_ITEM_KIND] = choose_kind, [COMMAND_ITEM_TABLE] = table,
		[COMMAND_ITEM_ADD] = ask_item,      [COMMAND_EDIT] = edit,
	};
	if (!own[c])
		return false;
	own[c](f);
	return true;
}
