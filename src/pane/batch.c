/* What is done with all the rows that are marked: asked for, shown as it will be, and made as one step. */
#include "form_values.h"
#include "plan.h"

#include "radsbord/base/language.h"
#include "radsbord/council/batch.h"
#include "radsbord/council/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the actions that are marked ------------------------------------------------- */

struct marked {
	struct arena arena;
	const struct action **items;
	size_t count;
};

/* Those that are still there, of these Ids: looked for in one walk, since there may be very many of both. */
static struct marked actions_of(struct frame *f, const struct map *ids)
{
	const struct records *r = frame_model(f)->council;
	struct marked m = {.count = 0};
	m.items = arena_alloc(&m.arena, (ids->count + 1) * sizeof *m.items);
	for (size_t i = 0; i < records_count(r, RECORD_ACTION) && m.count < ids->count; i++)
		if (map_get(ids, records_action(r, i)->head.id) >= 0)
			m.items[m.count++] = records_action(r, i);
	return m;
}

static struct marked marked_actions(struct frame *f)
{
	return actions_of(f, &frame_pane(f)->marks.index);
}

/* "1 åtgärd", "7 åtgärder". */
static char *counted(size_t n)
{
	return mem_printf(n == 1 ? _("%zu åtgärd") : _("%zu åtgärder"), n);
}

/* ---- the step ------------------------------------------------------------------------ */

/* Nothing is changed when one cannot be; the sentence names the first such. */
static bool all_can_change(struct frame *f, const struct marked *m)
{
	for (size_t i = 0; i < m->count; i++) {
		const char *why = folder_readonly(session_folder(f->session), m->items[i]->head.file);
		struct buf name = {0};
		if (!why)
			continue;
		verdict_name(m->items[i], &name);
		frame_say(f, _("Ingenting ändrades, för %s kan inte ändras. %s"), buf_cstr(&name), why);
		f->message_role = ROLE_ERROR;
		buf_release(&name);
		return false;
	}
	return true;
}

static struct batch batch_of(const struct batch_question *q)
{
	return (struct batch){.what = (enum batch_what)q->what, .text = q->text && *q->text ? q->text : NULL, .due = q->due,
	                      .status = (enum action_status)q->status};
}

static void made(struct frame *f, const struct checklist *k)
{
	const struct batch b = batch_of(&f->batch);
	struct map ids = {.slots = NULL};
	struct changes c = {0};
	for (size_t i = 0; i < k->count; i++)
		if (k->items[i].marked)
			map_put(&ids, k->items[i].id, (int)i);
	struct marked m = actions_of(f, &ids);
	if (m.count < ids.count) {
		frame_say(f, "%s", _("Ingenting ändrades, för en av raderna finns inte längre. Se efter och gör om det."));
	} else if (all_can_change(f, &m)) {
		actions_change(&c, m.items, m.count, &b, session_today(f->session));
		enum guard_level keep = f->guard.keep;
		f->guard.keep = f->batch.keep;
		if (frame_apply(f, &c, NULL))
			marks_clear(frame_pane(f));
		f->guard.keep = keep;
		f->guard.asked = GUARD_NONE;
	}
	arena_release(&m.arena);
	map_release(&ids);
}

/* What is about to be done, as a question. */
static char *question(struct frame *f, const struct batch *b, size_t n)
{
	char *all = counted(n), *asked = NULL;
	struct buf day = {0};
	const struct record *focus = b->what == BATCH_FOCUS && b->text ? records_find(frame_model(f)->council, RECORD_FOCUS, b->text) : NULL;
	const struct record *goal = b->what == BATCH_GOAL && b->text ? records_find(frame_model(f)->council, RECORD_GOAL, b->text) : NULL;
	if (date_known(b->due))
		date_format_iso(&day, b->due);
	switch (b->what) {
	case BATCH_OWNER:
		asked = b->text ? mem_printf(_("Ändra ansvarig för %s till %s?"), all, b->text) : mem_printf(_("Stryka ansvarig för %s?"), all);
		break;
	case BATCH_DUE:
		asked = day.len ? mem_printf(_("Flytta tiden för %s till %s?"), all, buf_cstr(&day)) : mem_printf(_("Stryka tiden för %s?"), all);
		break;
	case BATCH_STATUS:
		asked = mem_printf(_("Ändra status för %s till %s?"), all, _(action_statuses[b->status].label));
		break;
	case BATCH_NOTE:
		asked = mem_printf(_("Lägga anteckningen till %s?"), all);
		break;
	case BATCH_DROP:
		asked = mem_printf(_("Låta %s utgå?"), all);
		break;
	case BATCH_FOCUS:
		asked = mem_printf(_("Flytta %s till fokusområdet %s?"), all, focus ? ((const struct focus *)(const void *)focus)->title : "–");
		break;
	case BATCH_GOAL:
		asked = mem_printf(_("Länka %s till målet %s?"), all, goal ? ((const struct goal *)(const void *)goal)->title : "–");
		break;
	default:
		asked = mem_printf(_("Länka %s till %s?"), all, b->text);
	}
	free(all);
	buf_release(&day);
	return asked;
}

/* Each as it is and as it will be; one can still be left out. */
static void confirm(struct frame *f)
{
	const struct batch b = batch_of(&f->batch);
	struct marked m = marked_actions(f);
	char *asked = question(f, &b, m.count);
	checklist_begin(f, asked, _("Ja, ändra de markerade"), made);
	for (size_t i = 0; i < m.count; i++) {
		struct buf text = {0}; /* the change first: titles are long */
		action_change_show(frame_model(f)->council, m.items[i], &b, &text);
		if (text.len)
			buf_str(&text, ": ");
		verdict_name(m.items[i], &text);
		checklist_add(f, RECORD_ACTION, m.items[i]->head.id, true, buf_cstr(&text));
		buf_release(&text);
	}
	free(asked);
	arena_release(&m.arena);
	checklist_open(f);
}

static void ask_about(struct frame *f, enum batch_what what, const char *text)
{
	char *kept = text ? mem_strdup(text) : NULL; /* it may be the text that was kept */
	batch_release(&f->batch);
	f->batch.what = what;
	f->batch.text = kept;
	f->batch.keep = f->guard.keep;
}

void batch_release(struct batch_question *q)
{
	free(q->text);
	*q = (struct batch_question){.text = NULL};
}

/* ---- what is typed ----------------------------------------------------------------------- */

/* A personnummer is asked about where it is typed, before anything is shown. */
static bool typed_is_clean(struct frame *f, const char *text, struct error *e)
{
	enum guard_level level = guard_worst(text);
	struct buf shown = {0};
	if (level < GUARD_ASK_KEEP || level <= f->guard.keep)
		return true;
	f->guard.asked = level;
	guard_mask(&shown, text, GUARD_ASK_KEEP);
	snprintf(f->guard.shown, sizeof f->guard.shown, "%s", buf_cstr(&shown));
	buf_release(&shown);
	return error_set(e, ERROR_DATA, "%s", _("Personnummer ska inte stå i rådets filer. Ingenting är sparat än."));
}

static bool accept_text(struct frame *f, enum batch_what what, const char *text, struct error *e)
{
	if (!typed_is_clean(f, text, e))
		return false;
	ask_about(f, what, text);
	confirm(f);
	return true;
}

static bool accept_owner(struct frame *f, const char *text, struct error *e)
{
	return accept_text(f, BATCH_OWNER, text, e);
}

static bool accept_note(struct frame *f, const char *text, struct error *e)
{
	return *text ? accept_text(f, BATCH_NOTE, text, e) : error_set(e, ERROR_USAGE, "%s", _("Skriv något, eller tryck Esc."));
}

static bool accept_drop(struct frame *f, const char *text, struct error *e)
{
	return *text ? accept_text(f, BATCH_DROP, text, e)
	             : error_set(e, ERROR_USAGE, "%s", _("Skriv varför åtgärderna utgår, eller tryck Esc."));
}

static bool accept_date(struct frame *f, const char *text, struct error *e)
{
	struct date due = DATE_NONE;
	if (*text && !date_parse_human(text, session_today(f->session), &due))
		return error_set(e, ERROR_USAGE, _("”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04."), text);
	ask_about(f, BATCH_DUE, NULL);
	f->batch.due = due;
	confirm(f);
	return true;
}

static const struct ask ask_owner = {N_("Ny ansvarig för de markerade"), N_("Roll, person eller organisation; tomt stryker.  Enter visa  Esc avbryt"), accept_owner, COMMAND_OWNER};
static const struct ask ask_note = {N_("Anteckning på de markerade"), N_("Enter visa  Esc avbryt"), accept_note, COMMAND_NOTE};
static const struct ask ask_drop = {N_("Varför utgår de markerade?"), N_("Enter visa  Esc avbryt"), accept_drop, COMMAND_DROP};
static const struct ask ask_date = {N_("Ny tid för de markerade"), N_("4/2, +14, v 5, fre, 2027-02-04; tomt stryker tiden.  Enter visa  Esc avbryt"), accept_date, COMMAND_DATE};

/* ---- the commands of the plan --------------------------------------------------------------- */

static void change_owner(struct frame *f)
{
	modal_ask_marked(f, &ask_owner, NULL);
	modal_help_with(f, ASK_PERSON);
}
static void change_date(struct frame *f)
{
	modal_ask_marked(f, &ask_date, NULL);
	modal_help_with(f, ASK_DATE);
}
static void add_note(struct frame *f) { modal_ask_marked(f, &ask_note, NULL); }
static void drop(struct frame *f) { modal_ask_marked(f, &ask_drop, NULL); }

static void set_status(struct frame *f, size_t status)
{
	ask_about(f, BATCH_STATUS, NULL);
	f->batch.status = (int)status;
	if (status == ACTION_DROPPED)
		drop(f);
	else
		confirm(f);
}

static void done(struct frame *f)
{
	set_status(f, ACTION_DONE);
}

static void change_status(struct frame *f)
{
	modal_pick(f, _("Ny status för de markerade"), set_status);
	for (const struct choice *c = action_statuses; c->code; c++)
		modal_pick_add(f, "%s", _(c->label));
}

/* All of them as one item of the next meeting. */
static void take_up(struct frame *f)
{
	const struct records *council = frame_model(f)->council;
	const struct meeting *next = meeting_next(council, session_today(f->session));
	struct changes c = {0};
	if (!next) {
		frame_say(f, "%s", _("Inget kommande möte är planerat. Lägg in ett på sidan 4."));
		return;
	}
	struct marked m = marked_actions(f);
	actions_take_up(&c, council, next, m.items, m.count, frame_new_ids(f, 1, &c.arena)[0]);
	arena_release(&m.arena);
	struct buf day = {0};
	date_format_weekday(&day, next->date);
	char *also = mem_printf(_("De står som ett ärende på dagordningen %s."), buf_cstr(&day));
	if (frame_apply(f, &c, also))
		marks_clear(frame_pane(f));
	f->guard.asked = GUARD_NONE;
	free(also);
	buf_release(&day);
}

/* ---- links of all of them -------------------------------------------------------------------- */

static void focus_chosen(struct frame *f, size_t item)
{
	const struct records *council = frame_model(f)->council;
	if (item >= records_count(council, RECORD_FOCUS)) {
		frame_say(f, "%s", _("Raden finns inte längre."));
		return;
	}
	ask_about(f, BATCH_FOCUS, records_focus(council, item)->head.id);
	confirm(f);
}

static void pick_focus(struct frame *f)
{
	const struct records *council = frame_model(f)->council;
	modal_pick(f, _("Till vilket fokusområde?"), focus_chosen);
	for (size_t i = 0; i < records_count(council, RECORD_FOCUS); i++)
		modal_pick_add(f, "%s", records_focus(council, i)->title);
}

static void gap_chosen(struct frame *f, size_t item)
{
	struct gap_rows rows;
	gap_rows_build(&rows, frame_model(f), f->place);
	if (item < rows.count) {
		ask_about(f, BATCH_GAP, rows.items[item].gap->head.id);
		confirm(f);
	}
	gap_rows_release(&rows);
}

static void pick_gap(struct frame *f)
{
	struct gap_rows rows;
	gap_rows_build(&rows, frame_model(f), f->place);
	modal_pick(f, _("Till vilken brist?"), gap_chosen);
	for (size_t i = 0; i < rows.count; i++)
		modal_pick_add(f, "%s %s, %s: %s", rows.items[i].gap->head.id, rows.items[i].service, rows.items[i].where, rows.items[i].gap->text);
	gap_rows_release(&rows);
}

static void proposal_chosen(struct frame *f, size_t item)
{
	const struct records *national = frame_model(f)->national;
	if (item < records_count(national, RECORD_PROPOSAL)) {
		ask_about(f, BATCH_PROPOSAL, records_proposal(national, item)->head.id);
		confirm(f);
	}
}

static void pick_proposal(struct frame *f)
{
	const struct records *national = frame_model(f)->national;
	modal_pick(f, _("Till vilket förslag?"), proposal_chosen);
	for (size_t i = 0; i < records_count(national, RECORD_PROPOSAL); i++)
		modal_pick_add(f, "%s %s", records_proposal(national, i)->head.id, records_proposal(national, i)->title);
}

static void goal_chosen(struct frame *f, size_t item)
{
	const struct records *council = frame_model(f)->council;
	if (item >= records_count(council, RECORD_GOAL)) {
		frame_say(f, "%s", _("Raden finns inte längre."));
		return;
	}
	ask_about(f, BATCH_GOAL, records_goal(council, item)->head.id);
	confirm(f);
}

static void pick_goal(struct frame *f)
{
	const struct records *council = frame_model(f)->council;
	struct arena a = {0};
	modal_pick(f, _("Till vilket mål?"), goal_chosen);
	for (size_t i = 0; i < records_count(council, RECORD_GOAL); i++)
		modal_pick_add(f, "%s", form_goal_line(records_goal(council, i), &a));
	arena_release(&a);
}

static void (*const ends[])(struct frame *) = {pick_focus, pick_gap, pick_proposal, pick_goal};

static void end_chosen(struct frame *f, size_t item)
{
	ends[item](f);
}

static void link_all(struct frame *f)
{
	modal_pick(f, _("Länka de markerade till"), end_chosen);
	modal_pick_add(f, "%s", _("ett fokusområde"));
	modal_pick_add(f, "%s", _("en brist som de svarar mot"));
	modal_pick_add(f, "%s", _("ett förslag som de svarar mot"));
	modal_pick_add(f, "%s", _("ett mål som de bidrar till"));
}

/* Only those that are marked are carried over, and only those are reviewed. */
static void carry(struct frame *f)
{
	plan_carry_over(f, (const struct plan_state *)frame_pane(f));
}

static void review_all(struct frame *f)
{
	struct strings ids = {0};
	struct arena a = {0};
	marks_ids(frame_pane(f), &ids, &a);
	plan_review(f, &ids);
	arena_release(&a);
}

static void one_at_a_time(struct frame *f)
{
	frame_say(f, _("Det görs med en rad i taget, och %zu är markerade: * eller Esc avmarkerar."), frame_pane(f)->marks.count);
}

/* ---- which commands, and where --------------------------------------------------------------- */

static const struct {
	enum command_place place;
	enum command command;
	void (*all)(struct frame *f);
} table[] = {
	{PLACE_PLAN, COMMAND_OWNER, change_owner}, {PLACE_PLAN, COMMAND_DATE, change_date}, {PLACE_PLAN, COMMAND_STATUS, change_status},
	{PLACE_PLAN, COMMAND_DONE, done},          {PLACE_PLAN, COMMAND_NOTE, add_note},    {PLACE_PLAN, COMMAND_DROP, drop},
	{PLACE_PLAN, COMMAND_LINKS, link_all},     {PLACE_PLAN, COMMAND_ACTION_UP, take_up}, {PLACE_PLAN, COMMAND_CARRY, carry},
	{PLACE_PLAN, COMMAND_REVIEW, review_all},  {PLACE_MISSING, COMMAND_ADD, batch_gaps}, {PLACE_CHECK, COMMAND_ADD, batch_gaps},
	{PLACE_CHECK, COMMAND_CHECKED, batch_checked}, {PLACE_CHECK, COMMAND_CHECK_UP, batch_check_up},
	/* An action of a proposal is made of the row one stands on. */
	{PLACE_EXISTS, COMMAND_ADD, one_at_a_time},
};

bool batch_command(struct frame *f, enum command c)
{
	struct pane *p = frame_pane(f);
	const struct command_row *row = command_find(c);
	if (p->marks.count == 0)
		return false;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].command == c && table[i].place == pane_place(p)) {
			table[i].all(f);
			return true;
		}
	if (!(row->needs & NEED_ROW) || !(row->needs & NEED_WRITABLE))
		return false;
	one_at_a_time(f);
	return true;
}
