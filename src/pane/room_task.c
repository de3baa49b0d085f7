/* A task given in the room: what, who and when, in three short questions; it becomes an action in the plan, decided under the item. */
#include "room_local.h"

#include "radsbord/base/guard.h"
#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

static struct room_state *here(struct frame *f)
{
	return room_state(f);
}

static void keep(char **to, const char *text)
{
	free(*to);
	*to = text ? mem_strdup(text) : NULL;
}

/* The step. */
static bool give(struct frame *f, struct date due)
{
	struct room_state *s = here(f);
	const struct meeting *m = room_meeting(s);
	const struct item *item = room_may_write(f, m) ? room_item(f) : NULL;
	const char *file = session_plan_file(f->session);
	struct changes c = {0};
	struct action a;
	if (!item || !file)
		return false;
	record_init(record_type(RECORD_ACTION), &a);
	a.head.id = frame_new_ids(f, 1, &c.arena)[0];
	a.nr = action_next_nr(s->model->council);
	a.kind = ACTION_TASK;
	a.title = s->text;
	a.owner = s->owner;
	a.due = due;
	a.meeting = m->head.id;
	a.item = item->head.id;
	changes_add(&c, RECORD_ACTION, file, &a);
	changes_title(&c, "Uppdrag %lld", (long long)a.nr);
	struct buf said = {0};
	buf_printf(&said, _("Uppdraget är åtgärd %lld i planen."), (long long)a.nr);
	bool done = frame_apply(f, &c, buf_cstr(&said));
	buf_release(&said);
	return done;
}

static bool accept_date(struct frame *f, const char *text, struct error *e)
{
	struct date due;
	if (!date_parse_human(text, session_today(f->session), &due))
		return error_set(e, ERROR_USAGE, _("”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04."), text);
	return give(f, due) || error_set(e, ERROR_CONFLICT, "%s", f->message);
}

static void due_chosen(struct frame *f, size_t item)
{
	static const struct ask ask = {.label = N_("Klart senast"), .hint = N_("4/2, +14, v 5, fre, 2027-02-04.  Enter spara  Esc avbryt"), .accept = accept_date,
	                               .command = COMMAND_ITEM_TASK};
	static const int months[] = {1, 2, 3, 6};
	const struct meeting *m = room_meeting(here(f));
	const struct meeting *next = m ? meeting_next(here(f)->model->council, date_add_days(m->date, 1)) : NULL;
	size_t before = next ? 1 : 0, count = sizeof months / sizeof *months;
	if (next && item == 0) {
		give(f, next->date);
	} else if (m && item < before + count) {
		give(f, date_add_months(m->date, months[item - before]));
	} else if (item == before + count) {
		modal_ask_searched(f, &ask, ASK_DATE);
	} else {
		give(f, DATE_NONE);
	}
}

static void ask_due(struct frame *f)
{
	const struct meeting *m = room_meeting(here(f));
	const struct meeting *next = m ? meeting_next(here(f)->model->council, date_add_days(m->date, 1)) : NULL;
	struct buf day = {0};
	modal_pick(f, _("När ska det vara klart?"), due_chosen);
	if (next) {
		date_format_long(&day, next->date);
		modal_pick_add(f, _("nästa möte, %s"), buf_cstr(&day));
	}
	modal_pick_add(f, _("en månad"));
	modal_pick_add(f, _("två månader"));
	modal_pick_add(f, _("tre månader"));
	modal_pick_add(f, _("sex månader"));
	modal_pick_add_always(f, _("annan dag: skriv den"));
	modal_pick_add(f, _("ingen tid är satt"));
	buf_release(&day);
}

static bool accept_owner(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv vem som ansvarar, eller tryck Esc."));
	if (guard_worst(text) >= GUARD_ASK_KEEP)
		return error_set(e, ERROR_USAGE, _("Texten har något som liknar ett personnummer. Skriv den utan."));
	keep(&here(f)->owner, text);
	ask_due(f);
	return true;
}

static void owner_chosen(struct frame *f, size_t item)
{
	static const struct ask ask = {.label = N_("Ansvarig"), .hint = N_("Roll, person eller organisation.  Enter vidare  Esc avbryt"), .accept = accept_owner,
	                               .command = COMMAND_ITEM_TASK};
	struct arena a = {0};
	struct strings names = {0};
	owner_names(f, &names, &a);
	keep(&here(f)->owner, item < names.count ? names.items[item] : NULL);
	if (item == names.count)
		modal_ask_searched(f, &ask, ASK_PERSON);
	else
		ask_due(f);
	arena_release(&a);
}

static bool accept_title(struct frame *f, const char *text, struct error *e)
{
	struct arena a = {0};
	struct strings names = {0};
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv vad som ska göras, eller tryck Esc."));
	if (guard_worst(text) >= GUARD_ASK_KEEP)
		return error_set(e, ERROR_USAGE, _("Texten har något som liknar ett personnummer. Skriv den utan."));
	keep(&here(f)->text, text);
	owner_names(f, &names, &a);
	modal_pick(f, _("Vem ansvarar?"), owner_chosen);
	for (size_t i = 0; i < names.count; i++)
		modal_pick_add(f, "%s", names.items[i]);
	modal_pick_add_always(f, _("någon annan: skriv namnet"));
	modal_pick_add(f, _("ingen ansvarig ännu"));
	arena_release(&a);
	return true;
}

void room_task_ask(struct frame *f)
{
	static const struct ask ask = {.label = N_("Nytt uppdrag"), .hint = N_("Vad som ska göras, på en rad.  Enter vidare  Esc avbryt"), .accept = accept_title,
	                               .command = COMMAND_ITEM_TASK};
	if (!room_may_write(f, room_meeting(here(f))) || !room_item(f))
		return;
	if (session_plan_file(f->session))
		modal_ask(f, &ask, NULL);
	else
		frame_say(f, _("Rådet har ingen handlingsplan att lägga uppdraget i."));
}
