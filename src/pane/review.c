/* The review of the plan at a meeting (F5): one key, one verdict, one sentence. A room of its own over the panes, without a tab.
 *
 * The queue is what the plan showed when the review began, in the order of review_compare. What is decided is read from the
 * meeting's records, so a review that is broken off goes on where it was. */
#include "review.h"

#include "radsbord/council/verdict.h"
#include "radsbord/report/gaps.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A key that repeats itself faster than this is one that is held down. */
enum { HELD_MS = 100 };

struct review_state {
	struct pane pane;
	const struct model *model;
	char *meeting, *item;       /* Ids; item NULL: the meeting has none for it yet */
	char **queue;               /* Ids of actions */
	bool *decided;
	size_t count;
	int from;                   /* the pane to go back to */
	bool own;                   /* the next verdict gets a paragraph of its own */
	bool choosing;              /* f was pressed: which day? */
	bool closing;               /* the summary is shown though something is undecided */
	long painted;               /* the row that has been drawn, -1: none since the last verdict */
	int64_t painted_at, key_at; /* monotonic milliseconds */
	ui_key last_key;
	struct buf cell;
};

static struct review_state *state_of(struct pane *p)
{
	return (struct review_state *)p;
}

static const struct meeting *meeting_of(const struct review_state *s)
{
	const struct records *r = s->model->council;
	return r && s->meeting ? (const struct meeting *)(const void *)records_find(r, RECORD_MEETING, s->meeting) : NULL;
}

static const struct action *action_at(const struct review_state *s, size_t row)
{
	return (const struct action *)(const void *)records_find(s->model->council, RECORD_ACTION, s->queue[row]);
}

static const char *verb_of(const struct review_state *s)
{
	return s->model->settings && s->model->settings->verb && *s->model->settings->verb ? s->model->settings->verb : VERDICT_VERB;
}

static struct date next_meeting(const struct review_state *s, const struct meeting *m)
{
	const struct meeting *next = meeting_next(s->model->council, date_add_days(m->date, 1));
	return next ? next->date : DATE_NONE;
}

static size_t decided_count(const struct review_state *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		n += s->decided[i];
	return n;
}

static bool at_summary(const struct review_state *s)
{
	return s->closing || (s->count > 0 && decided_count(s) == s->count);
}

/* ---- the queue --------------------------------------------------------------------- */

enum { MARK, NR, TITLE, DUE };
static const struct list_column columns[] = {
	[MARK] = {.title = "Utfall", .width = 14},
	[NR] = {.title = "Nr", .width = 4, .align = TEXT_RIGHT},
	[TITLE] = {.title = "Vad", .width = 20, .flexible = true},
	[DUE] = {.title = "Senast", .width = 10, .drop = 1},
};

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct review_state *s = ctx;
	const struct meeting *m = meeting_of(s);
	const struct action *a = action_at(s, row);
	const struct verdict *v = m ? verdict_of(s->model->council, m, s->queue[row]) : NULL;
	buf_clear(&s->cell);
	out->text = "";
	if (!a || !m)
		return;
	if (column == MARK) {
		out->text = v ? verdict_outcomes[v->outcome].label : action_is_overdue(a, m->date) ? "! tiden ute" : "";
		out->role = v ? ROLE_MUTED : ROLE_OVERDUE;
	} else if (column == NR && a->nr != FIELD_INT_NONE) {
		buf_printf(&s->cell, "%lld", (long long)a->nr);
		out->text = buf_cstr(&s->cell);
	} else if (column == TITLE) {
		out->text = a->title;
	} else if (column == DUE && date_known(a->due)) {
		date_format_iso(&s->cell, a->due);
		out->text = buf_cstr(&s->cell);
	}
}

/* What was undone is gone back to. */
static long look_at_decided(struct review_state *s)
{
	const struct meeting *m = meeting_of(s);
	long undone = -1;
	for (size_t i = 0; i < s->count; i++) {
		bool now = m && verdict_of(s->model->council, m, s->queue[i]);
		if (s->decided[i] && !now)
			undone = (long)i;
		s->decided[i] = now;
	}
	return undone;
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct review_state *s = state_of(p);
	s->model = frame_model(f);
	long undone = look_at_decided(s);
	p->source = (struct list_source){.ctx = s, .count = s->count, .columns = columns,
	                                 .columns_count = sizeof columns / sizeof *columns, .cell = cell};
	if (undone >= 0) {
		s->closing = false;
		s->painted = -1;
		list_update(&p->list, &p->source, undone);
		snprintf(p->selected, sizeof p->selected, "%s", s->queue[undone]);
	}
}

static void clear(struct review_state *s)
{
	for (size_t i = 0; i < s->count; i++)
		free(s->queue[i]);
	free(s->queue);
	free(s->decided);
	free(s->meeting);
	free(s->item);
	s->queue = NULL;
	s->decided = NULL;
	s->meeting = s->item = NULL;
	s->count = 0;
	s->own = s->choosing = s->closing = false;
	s->painted = -1;
}

static void release(struct pane *p)
{
	clear(state_of(p));
	buf_release(&state_of(p)->cell);
}

static void select_next(struct review_state *s, size_t from)
{
	for (size_t k = 1; k <= s->count; k++) {
		size_t i = (from + k) % s->count;
		if (!s->decided[i]) {
			list_update(&s->pane.list, &s->pane.source, (long)i);
			break;
		}
	}
	s->painted = -1;
}

static void sort_queue(struct review_state *s, const struct meeting *m)
{
	struct date next = next_meeting(s, m);
	for (size_t i = 1; i < s->count; i++) {
		char *id = s->queue[i];
		const struct action *a = action_at(s, i);
		size_t at = i;
		while (at > 0 && review_compare(s->model->council, m, next, action_at(s, at - 1), a) > 0) {
			s->queue[at] = s->queue[at - 1];
			at--;
		}
		s->queue[at] = id;
	}
}

bool review_open(struct frame *f, const struct meeting *m, const char *item, const struct strings *actions)
{
	struct review_state *s = state_of(f->panes[REVIEW_PANE]);
	const struct records *council = frame_model(f)->council;
	clear(s);
	s->model = frame_model(f);
	s->queue = mem_alloc((actions->count + 1) * sizeof *s->queue);
	s->decided = mem_alloc((actions->count + 1) * sizeof *s->decided);
	for (size_t i = 0; i < actions->count; i++) {
		const struct record *r = records_find(council, RECORD_ACTION, actions->items[i]);
		if (r && (action_is_open((const struct action *)(const void *)r) || verdict_of(council, m, r->id)))
			s->queue[s->count++] = mem_strdup(r->id);
	}
	if (s->count == 0) {
		clear(s);
		frame_say(f, "Det finns inga öppna åtgärder att gå igenom.");
		return false;
	}
	s->meeting = mem_strdup(m->head.id);
	s->item = item ? mem_strdup(item) : NULL;
	sort_queue(s, m);
	s->from = f->current;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->current = REVIEW_PANE;
	frame_rebuild(f);
	list_update(&s->pane.list, &s->pane.source, 0);
	if (s->decided[0])
		select_next(s, 0);
	return true;
}

static void leave(struct frame *f, struct review_state *s)
{
	f->current = s->from;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	clear(s);
	frame_rebuild(f);
}

/* ---- verdicts ------------------------------------------------------------------------ */

static struct review_state *here(struct frame *f)
{
	return state_of(f->panes[REVIEW_PANE]);
}

/* Commits a verdict on the selected action and goes to the next. False: nothing was saved, and the message says why. */
static bool give(struct frame *f, struct verdict_call call)
{
	struct review_state *s = here(f);
	const struct meeting *m = meeting_of(s);
	long row = list_selected(&s->pane.list);
	const struct action *a = row < 0 ? NULL : action_at(s, (size_t)row);
	struct changes c = {0};
	struct buf name = {0};
	char id[SESSION_ID_SIZE];
	if (!m || !a) {
		frame_say(f, "Mötet eller åtgärden finns inte längre. Någon annan har tagit bort den.");
		return false;
	}
	session_new_id(f->session, id);
	call.own_paragraph = s->own;
	verdict_give(&c, s->model->council, m, a, &call, session_today(f->session), arena_strdup(&c.arena, id));
	verdict_name(a, &name);
	buf_printf(&name, ": %s.", verdict_outcomes[call.outcome].label);
	bool done = frame_apply(f, &c, buf_cstr(&name));
	buf_release(&name);
	if (done) {
		s->own = false;
		select_next(s, (size_t)row);
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
		return error_set(e, ERROR_USAGE, "”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04.", text);
	return give(f, (struct verdict_call){.outcome = VERDICT_NEW_DATE, .due = due}) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_note(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, "Skriv något, eller tryck Esc.");
	return give(f, (struct verdict_call){.outcome = VERDICT_UNCHANGED, .text = text}) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_drop(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, "Skriv varför åtgärden utgår, eller tryck Esc.");
	return give(f, (struct verdict_call){.outcome = VERDICT_DROPPED, .text = text}) || error_set(e, ERROR_IO, "%s", f->message);
}

static bool accept_owner(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, "Skriv vem som tar över, eller tryck Esc.");
	return give(f, (struct verdict_call){.outcome = VERDICT_NEW_OWNER, .owner = text}) || error_set(e, ERROR_IO, "%s", f->message);
}

static const struct ask ask_date = {"Klart senast", "4/2, +14, v 5, fre, 2027-02-04.  Enter spara  Esc avbryt", accept_date, COMMAND_VERDICT_DATE};
static const struct ask ask_note = {"Till protokollet", "Enter spara  Esc avbryt", accept_note, COMMAND_VERDICT_NOTE};
static const struct ask ask_drop = {"Varför utgår den?", "Enter spara  Esc avbryt", accept_drop, COMMAND_VERDICT_DROP};
static const struct ask ask_owner = {"Ny ansvarig", "Roll, person eller organisation.  Enter spara  Esc avbryt", accept_owner, COMMAND_VERDICT_OWNER};

static void write_note(struct frame *f)
{
	modal_ask(f, &ask_note, NULL);
}

static void drop(struct frame *f)
{
	modal_ask(f, &ask_drop, NULL);
}

/* Everybody who owns something, or sits in the council; each once. */
static void add_name(struct strings *names, const char *name, struct arena *a)
{
	if (name && *name && !strings_has(names, name))
		strings_add(names, name, a);
}

static void owners(const struct records *r, struct strings *names, struct arena *a)
{
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
	owners(frame_model(f)->council, &names, &a);
	if (item < names.count)
		give(f, (struct verdict_call){.outcome = VERDICT_NEW_OWNER, .owner = names.items[item]});
	else
		modal_ask(f, &ask_owner, NULL);
	arena_release(&a);
}

static void choose_owner(struct frame *f)
{
	struct arena a = {0};
	struct strings names = {0};
	owners(frame_model(f)->council, &names, &a);
	modal_pick(f, "Vem tar över?", owner_chosen);
	for (size_t i = 0; i < names.count; i++)
		modal_pick_add(f, "%s", names.items[i]);
	modal_pick_add(f, "någon annan: skriv namnet");
	arena_release(&a);
}

static void choose_date(struct frame *f)
{
	here(f)->choosing = true;
}

/* After f: Enter the next meeting, 1-6 so many months on, f a date to write. */
static void date_key(struct frame *f, struct review_state *s, ui_key key)
{
	const struct meeting *m = meeting_of(s);
	struct date next = m ? next_meeting(s, m) : DATE_NONE;
	s->choosing = false;
	if (key == UI_KEY_ENTER && date_known(next))
		give(f, (struct verdict_call){.outcome = VERDICT_NEW_DATE, .due = next});
	else if (key == UI_KEY_ENTER)
		frame_say(f, "Inget senare möte är planerat. Tryck f och 1–6 för månader, eller f f för ett datum.");
	else if (m && key >= '1' && key <= '6')
		give(f, (struct verdict_call){.outcome = VERDICT_NEW_DATE, .due = date_add_months(m->date, (int)(key - '0'))});
	else if (key == 'f')
		modal_ask(f, &ask_date, NULL);
	else
		frame_say(f, "Tiden är oförändrad.");
}

static void toggle_own(struct frame *f)
{
	struct review_state *s = here(f);
	const struct meeting *m = meeting_of(s);
	long row = list_selected(&s->pane.list);
	const struct verdict *v = m && row >= 0 ? verdict_of(s->model->council, m, s->queue[row]) : NULL;
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
	fresh.meeting = here(f)->meeting;
	if (file)
		record_form_open(f, RECORD_ACTION, &fresh.head, file, "Ny åtgärd");
	else
		frame_say(f, "Rådet har ingen handlingsplan att lägga åtgärden i.");
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
		const struct action *a = action_at(s, i);
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
	struct review_state *s = here(f);
	const struct meeting *m = meeting_of(s);
	struct changes c = {0};
	if (!m) {
		frame_say(f, "Mötet finns inte längre. Någon annan har tagit bort det.");
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
		leave(f, s);
		frame_say(f, "Genomgången står redan i protokollet.");
	} else if (frame_apply(f, &c, "Genomgången är förd till protokollet.")) {
		char said[sizeof f->message];
		snprintf(said, sizeof said, "%s", f->message);
		leave(f, s);
		frame_say(f, "%s", said);
	}
}

static void open_or_finish(struct frame *f)
{
	if (at_summary(here(f)))
		finish(f);
	else
		frame_open_row(f);
}

static void go_back(struct frame *f)
{
	struct review_state *s = here(f);
	if (f->mode == MODE_DETAIL) {
		detail_clear(&f->detail);
		f->mode = MODE_LIST;
	} else if (s->closing) {
		s->closing = false;
	} else {
		size_t left = s->count - decided_count(s);
		leave(f, s);
		frame_say(f, "Genomgången är bruten. Allt är sparat; F5 fortsätter med de %zu som är kvar.", left);
	}
}

static void close_review(struct frame *f)
{
	here(f)->closing = true;
}

static void (*const own[COMMANDS])(struct frame *) = {
	[COMMAND_VERDICT_UNCHANGED] = unchanged, [COMMAND_VERDICT_DONE] = done,   [COMMAND_VERDICT_DATE] = choose_date,
	[COMMAND_VERDICT_UP] = take_up,          [COMMAND_VERDICT_OWNER] = choose_owner, [COMMAND_VERDICT_NOTE] = write_note,
	[COMMAND_VERDICT_OWN] = toggle_own,      [COMMAND_VERDICT_DROP] = drop,   [COMMAND_VERDICT_ADD] = add_action,
	[COMMAND_OPEN] = open_or_finish,         [COMMAND_BACK] = go_back,        [COMMAND_QUIT] = go_back,
	[COMMAND_REVIEW] = close_review,
};

static bool is_verdict(enum command c)
{
	return c >= COMMAND_VERDICT_UNCHANGED && c <= COMMAND_VERDICT_DROP;
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	struct review_state *s = state_of(p);
	if (!own[c])
		return false;
	if (is_verdict(c) && at_summary(s) && s->closing) {
		frame_say(f, "Sammanfattningen visas. Esc går tillbaka till punkterna, Enter för in dem i protokollet.");
		return true;
	}
	own[c](f);
	return true;
}

/* Before the command table: the choice of a day, capital letters, and keys that come too fast to be meant. */
static bool key(struct frame *f, struct pane *p, ui_key k)
{
	struct review_state *s = state_of(p);
	const struct clock *clock = session_clock(f->session);
	int64_t now = clock->mono_ms(clock->ctx);
	bool held = k == s->last_key && now - s->key_at < HELD_MS;
	s->last_key = k;
	s->key_at = now;
	if (k >= 'A' && k <= 'Z')
		k += 'a' - 'A';
	if (s->choosing) {
		if (!held)
			date_key(f, s, k);
		return true;
	}
	enum command c = keymap_find(f->keymap, k, PLACE_REVIEW);
	if (!is_verdict(c))
		return false;
	if (held)
		return true;
	if (s->painted != list_selected(&p->list) || now - s->painted_at < f->review_ms)
		frame_say(f, "För snabbt, inget ändrades.");
	else
		frame_command(f, c);
	return true;
}

/* ---- drawing ------------------------------------------------------------------------- */

static void banner(struct frame *f, struct pane *p, struct buf *left, struct buf *right)
{
	struct review_state *s = state_of(p);
	const struct meeting *m = meeting_of(s);
	long row = list_selected(&p->list);
	const struct clock *clock = session_clock(f->session);
	struct wall now = wall_from_utc(clock->utc(clock->ctx));
	buf_str(left, "GENOMGÅNG  ");
	if (s->model->settings && s->model->settings->name)
		buf_printf(left, "%s ", s->model->settings->name);
	if (m)
		date_format_iso(left, m->date);
	buf_printf(right, "%ld av %zu", row + 1, s->count);
	if (m && m->end >= 0 && date_cmp(m->date, now.date) == 0 && m->end >= now.minutes)
		buf_printf(right, "   %d min kvar", m->end - now.minutes);
}

static void draw_facts(struct review_state *s, const struct action *a, const struct meeting *m, struct buf *out)
{
	const struct meeting *at;
	const struct verdict *earlier = verdict_earlier(s->model->council, m, a->head.id, &at);
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(s->model, a->gaps.items[i]);
		buf_printf(out, "Brist:     %s %s\n", a->gaps.items[i], g && g->text ? g->text : "");
	}
	buf_printf(out, "Ansvarig:  %s   Klart senast: ", a->owner ? a->owner : "ingen");
	if (date_known(a->due))
		date_format_long(out, a->due);
	else
		buf_str(out, "ingen tid");
	buf_printf(out, "   %s\n", action_statuses[a->status].label);
	if (earlier) {
		buf_str(out, "Tidigare:  mötet den ");
		date_format_long(out, at->date);
		buf_printf(out, ": %s\n", verdict_outcomes[earlier->outcome].label);
	}
	if (a->notes.count)
		buf_printf(out, "Senast:    %s\n", a->notes.items[a->notes.count - 1]);
}

/* What the minutes say of it now, or would say when nothing is changed. */
static void draw_sentence(struct review_state *s, const struct action *a, const struct verdict *v, struct buf *out)
{
	struct verdict none;
	record_init(record_type(RECORD_VERDICT), &none);
	none.outcome = VERDICT_UNCHANGED;
	verdict_sentence(v ? v : &none, a, verb_of(s), out);
	if (v ? v->own_paragraph : s->own)
		buf_str(out, " (egen paragraf)");
}

static void date_hint(struct review_state *s, const struct meeting *m, struct buf *out)
{
	struct date next = next_meeting(s, m);
	buf_str(out, "Ny tid:  ");
	if (date_known(next)) {
		buf_str(out, "Enter nästa möte, ");
		date_format_long(out, next);
		buf_str(out, "   ");
	}
	buf_str(out, "1–6 månader   f skriv ett datum   Esc avbryt");
}

static void draw_card(struct review_state *s, struct canvas *c, struct rect r, size_t row)
{
	const struct meeting *m = meeting_of(s);
	const struct action *a = action_at(s, row);
	const struct verdict *v = m ? verdict_of(s->model->council, m, s->queue[row]) : NULL;
	struct buf text = {0};
	int y = r.y;
	if (!m || !a) {
		canvas_text(c, r.x, y, r.width, ROLE_MUTED, "Åtgärden finns inte längre.");
		return;
	}
	verdict_name(a, &text);
	y += canvas_wrapped(c, (struct rect){r.x, y, r.width, 2}, 0, ROLE_HEADING, buf_cstr(&text));
	buf_clear(&text);
	if (action_is_overdue(a, m->date)) {
		buf_str(&text, "! Tiden har gått ut ");
		date_format_short(&text, a->due);
		canvas_text(c, r.x, y++, r.width, ROLE_OVERDUE, buf_cstr(&text));
		buf_clear(&text);
	} else if (verdict_brings_up(s->model->council, m, a->head.id)) {
		canvas_text(c, r.x, y++, r.width, ROLE_PARTLY, "▸ Togs upp igen från förra mötet");
	}
	draw_facts(s, a, m, &text);
	y += canvas_wrapped(c, (struct rect){r.x, y, r.width, r.height - (y - r.y) - 4}, 0, ROLE_TEXT, buf_cstr(&text));
	buf_clear(&text);
	canvas_rule(c, r.x, y, r.width, ROLE_MUTED);
	canvas_text(c, r.x + 2, y++, r.width - 2, ROLE_MUTED, v ? " Till protokollet: avgjord " : " Till protokollet ");
	if (s->choosing)
		date_hint(s, m, &text);
	else
		draw_sentence(s, a, v, &text);
	canvas_wrapped(c, (struct rect){r.x, y, r.width, r.height - (y - r.y)}, 0, s->choosing ? ROLE_ACCENT : ROLE_TEXT,
	               buf_cstr(&text));
	buf_release(&text);
}

static void draw_summary(struct review_state *s, struct canvas *c, struct rect r)
{
	const struct meeting *m = meeting_of(s);
	struct buf text = {0};
	size_t left = s->count - decided_count(s);
	int y = r.y;
	if (!m)
		return;
	struct verdict_counts n = verdict_count(s->model->council, m);
	verdict_summary(&n, &text);
	if (left)
		buf_printf(&text, " %zu är inte behandlade och förs över till nästa möte.", left);
	y += canvas_wrapped(c, (struct rect){r.x, y, r.width, 3}, 0, ROLE_HEADING, buf_cstr(&text));
	buf_clear(&text);
	canvas_rule(c, r.x, y, r.width, ROLE_MUTED);
	canvas_text(c, r.x + 2, y++, r.width - 2, ROLE_MUTED, " Till protokollet ");
	verdict_paragraph(s->model->council, m, verb_of(s), &text);
	canvas_wrapped(c, (struct rect){r.x, y, r.width, r.height - (y - r.y) - 1}, 0, ROLE_TEXT, buf_cstr(&text));
	canvas_text(c, r.x, r.y + r.height - 1, r.width, ROLE_ACCENT, "Enter för in i protokollet   ↑↓ och Esc tillbaka till punkterna");
	buf_release(&text);
}

/* The keys that the bottom line has no room for. */
static void draw_keys(struct frame *f, struct canvas *c, struct rect r)
{
	static const enum command shown[] = {COMMAND_VERDICT_OWNER, COMMAND_VERDICT_NOTE, COMMAND_VERDICT_OWN, COMMAND_VERDICT_DROP,
	                                     COMMAND_VERDICT_ADD,   COMMAND_UNDO,         COMMAND_REVIEW};
	struct buf line = {0};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		buf_str(&line, i ? "  " : "");
		key_format(&line, keymap_key(f->keymap, shown[i], 0));
		buf_printf(&line, " %s", shown[i] == COMMAND_REVIEW ? "sammanfatta" : command_find(shown[i])->label);
	}
	canvas_text(c, r.x, r.y + r.height - 1, r.width, ROLE_KEY, buf_cstr(&line));
	buf_release(&line);
}

static bool draw(struct frame *f, struct pane *p, struct canvas *c, struct rect r)
{
	struct review_state *s = state_of(p);
	const struct clock *clock = session_clock(f->session);
	long row = list_selected(&p->list);
	struct rect card = r;
	if (row < 0)
		return false;
	if (r.width >= 110) {
		struct rect list = r;
		list.width = r.width * 2 / 5;
		card.x = list.x + list.width + 3;
		card.width = r.width - list.width - 3;
		list_draw(&p->list, &p->source, c, list, true, "");
	}
	if (s->painted != row) {
		s->painted = row;
		s->painted_at = clock->mono_ms(clock->ctx);
	}
	if (at_summary(s) && (s->closing || s->decided[row])) {
		draw_summary(s, c, card);
	} else {
		draw_keys(f, c, card);
		card.height--;
		draw_card(s, c, card, (size_t)row);
	}
	return true;
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	const struct action *a = action_at(state_of(p), row);
	(void)f;
	if (a)
		report_action(&d->doc, state_of(p)->model, a);
}

static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	(void)f;
	strings_add(ids, state_of(p)->queue[row], a);
}

const struct pane_class review_pane = {
	.place = PLACE_REVIEW,
	.title = "Genomgång",
	.empty = "Det finns inga åtgärder att gå igenom.",
	.size = sizeof(struct review_state),
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.key = key,
	.banner = banner,
	.describe = describe,
	.records = records,
	.draw = draw,
};
