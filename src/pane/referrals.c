/* Pane 5: referrals: what is asked, when the answer is due, and the steps on the way there. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/report/referral.h"

#include <stdlib.h>
#include <string.h>

enum part { PART_REFERRALS, PART_WAYPOINTS };

struct referrals_state {
	struct pane pane;
	size_t *rows;               /* indices of referrals or of way-points, in the order shown */
	size_t count, cap;
	const struct model *model;
	struct buf cell;
};

static struct referrals_state *state_of(struct frame *f)
{
	return (struct referrals_state *)frame_pane(f);
}

static const struct referral *referral_at(const struct referrals_state *s, size_t row)
{
	return records_referral(s->model->council, s->rows[row]);
}

static const struct waypoint *waypoint_at(const struct referrals_state *s, size_t row)
{
	return records_waypoint(s->model->council, s->rows[row]);
}

static const struct referral *referral_of(const struct referrals_state *s, const struct waypoint *w)
{
	return (const struct referral *)(const void *)records_find(s->model->council, RECORD_REFERRAL, w->referral);
}

/* ---- the lists ------------------------------------------------------------------ */

enum { NR, TITLE, SENDER, POSITION, DUE, STATE };
static const struct list_column referral_columns[] = {
	[NR] = {.title = N_("Nr"), .width = 3, .align = TEXT_RIGHT},
	[TITLE] = {.title = N_("Ämne"), .width = 24, .flexible = true},
	[SENDER] = {.title = N_("Avsändare"), .width = 18, .flexible = true, .drop = 2},
	[POSITION] = {.title = N_("Ställning"), .width = 14, .drop = 1},
	[DUE] = {.title = N_("Svar senast"), .width = 11},
	[STATE] = {.title = N_("Läge"), .width = 13},
};

static void day_cell(struct referrals_state *s, struct date d, struct list_cell *out)
{
	if (date_known(d))
		date_format_iso(&s->cell, d);
	else
		buf_str(&s->cell, "–");
	out->text = buf_cstr(&s->cell);
}

static void referral_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	static const char *const marks[] = {[REFERRAL_OPEN] = " ", [REFERRAL_SOON] = "▸", [REFERRAL_LATE] = "!", [REFERRAL_SENT] = "✓"};
	static const enum role roles[] = {[REFERRAL_OPEN] = ROLE_TEXT, [REFERRAL_SOON] = ROLE_PARTLY, [REFERRAL_LATE] = ROLE_OVERDUE,
	                                  [REFERRAL_SENT] = ROLE_MET};
	struct referrals_state *s = ctx;
	const struct referral *r = referral_at(s, row);
	enum referral_state state = referral_state(r, s->model->today);
	buf_clear(&s->cell);
	switch (column) {
	case NR:
		if (r->nr != FIELD_INT_NONE)
			buf_printf(&s->cell, "%lld", (long long)r->nr);
		out->text = buf_cstr(&s->cell);
		break;
	case TITLE:
		out->text = r->title;
		break;
	case SENDER:
		out->text = r->sender ? r->sender : "–";
		break;
	case POSITION:
		out->text = _(referral_positions[r->position].label);
		break;
	case DUE:
		day_cell(s, r->due, out);
		break;
	default:
		buf_printf(&s->cell, "%s %s", marks[state], _(referral_states[state]));
		out->text = buf_cstr(&s->cell);
		out->role = roles[state];
		break;
	}
}

enum { DAY, STEP, REFERRAL, WAYPOINT_STATE };
static const struct list_column waypoint_columns[] = {
	[DAY] = {.title = N_("Dag"), .width = 10},
	[STEP] = {.title = N_("Delsteg"), .width = 24, .flexible = true},
	[REFERRAL] = {.title = N_("Remiss"), .width = 22, .flexible = true, .drop = 1},
	[WAYPOINT_STATE] = {.title = N_("Läge"), .width = 14},
};

static void waypoint_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct referrals_state *s = ctx;
	const struct waypoint *w = waypoint_at(s, row);
	const struct referral *r = referral_of(s, w);
	struct date day = r ? waypoint_date(w, r) : w->date;
	bool late = date_known(day) && date_cmp(day, s->model->today) < 0;
	buf_clear(&s->cell);
	if (column == DAY) {
		day_cell(s, day, out);
	} else if (column == STEP) {
		out->text = w->title;
	} else if (column == REFERRAL) {
		out->text = r ? r->title : "–";
	} else {
		out->text = date_known(w->done) ? _("✓ klart") : late ? _("! dagen passerad") : _("  återstår");
		out->role = date_known(w->done) ? ROLE_MET : late ? ROLE_OVERDUE : ROLE_TEXT;
	}
}

/* ---- building ------------------------------------------------------------------- */

static void add_row(struct referrals_state *s, size_t i)
{
	s->rows = mem_grow(s->rows, s->count, &s->cap, sizeof *s->rows);
	s->rows[s->count++] = i;
}

/* What is not sent first, by the day it is due; what is sent after, the newest first. */
static bool referral_before(const struct referral *a, const struct referral *b)
{
	bool sent = date_known(a->sent);
	if (sent != date_known(b->sent))
		return !sent;
	int order = date_cmp(a->due, b->due);
	return sent ? order > 0 : order < 0;
}

static void build_referrals(struct referrals_state *s)
{
	const struct records *council = s->model->council;
	for (size_t i = 0; i < records_count(council, RECORD_REFERRAL); i++) {
		size_t at = s->count;
		add_row(s, i);
		for (; at > 0 && referral_before(records_referral(council, i), records_referral(council, s->rows[at - 1])); at--)
			s->rows[at] = s->rows[at - 1];
		s->rows[at] = i;
	}
}

static struct date day_of(const struct referrals_state *s, size_t i)
{
	const struct waypoint *w = records_waypoint(s->model->council, i);
	const struct referral *r = referral_of(s, w);
	return r ? waypoint_date(w, r) : w->date;
}

/* The way-points of what is not sent, by day; what is without a day last. */
static void build_waypoints(struct referrals_state *s)
{
	const struct records *council = s->model->council;
	for (size_t i = 0; i < records_count(council, RECORD_WAYPOINT); i++) {
		const struct referral *r = referral_of(s, records_waypoint(council, i));
		struct date day = day_of(s, i);
		size_t at = s->count;
		if (r && date_known(r->sent))
			continue;
		add_row(s, i);
		for (; at > 0 && date_known(day); at--) {
			struct date before = day_of(s, s->rows[at - 1]);
			if (date_known(before) && date_cmp(before, day) <= 0)
				break;
			s->rows[at] = s->rows[at - 1];
		}
		s->rows[at] = i;
	}
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct referrals_state *s = (struct referrals_state *)p;
	bool steps = p->part == PART_WAYPOINTS;
	s->model = frame_model(f);
	s->count = 0;
	if (s->model->council && steps)
		build_waypoints(s);
	else if (s->model->council)
		build_referrals(s);
	p->source = (struct list_source){
		.ctx = s, .count = s->count, .columns = steps ? waypoint_columns : referral_columns,
		.columns_count = steps ? sizeof waypoint_columns / sizeof *waypoint_columns
		                       : sizeof referral_columns / sizeof *referral_columns,
		.cell = steps ? waypoint_cell : referral_cell};
}

static void release(struct pane *p)
{
	struct referrals_state *s = (struct referrals_state *)p;
	free(s->rows);
	buf_release(&s->cell);
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	struct referrals_state *s = (struct referrals_state *)p;
	const struct referral *r = p->part == PART_WAYPOINTS ? referral_of(s, waypoint_at(s, row)) : referral_at(s, row);
	(void)f;
	if (!r) {
		doc_paragraph(&d->doc, _("Delsteget hör till en remiss som inte finns längre."));
		return;
	}
	report_referral(&d->doc, s->model, r);
	if (r->meeting)
		detail_link(d, LINK_MEETING, r->meeting, _("Mötet som behandlar remissen"));
}

static bool about(struct frame *f, struct pane *p, size_t row, enum link_kind *kind, const char **id)
{
	struct referrals_state *s = (struct referrals_state *)p;
	(void)f;
	*kind = LINK_REFERRAL;
	*id = p->part == PART_REFERRALS ? referral_at(s, row)->head.id : waypoint_at(s, row)->referral;
	return true;
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	struct referrals_state *s = (struct referrals_state *)p;
	if (kind != LINK_REFERRAL && kind != LINK_WAYPOINT)
		return -1;
	p->part = kind == LINK_REFERRAL ? PART_REFERRALS : PART_WAYPOINTS;
	rebuild(f, p);
	for (size_t i = 0; i < s->count; i++) {
		const struct record *r = kind == LINK_REFERRAL ? &referral_at(s, i)->head : &waypoint_at(s, i)->head;
		if (strcmp(r->id, id) == 0)
			return (long)i;
	}
	return -1;
}

/* ---- editing -------------------------------------------------------------------- */

/* The record of the selected row in a part, NULL when the other part is open or it has gone. */
static const struct referral *selected_referral(struct frame *f)
{
	struct referrals_state *s = state_of(f);
	long row = list_selected(&s->pane.list);
	return row < 0 || s->pane.part != PART_REFERRALS ? NULL : referral_at(s, (size_t)row);
}

static const struct waypoint *selected_waypoint(struct frame *f)
{
	struct referrals_state *s = state_of(f);
	long row = list_selected(&s->pane.list);
	return row < 0 || s->pane.part != PART_WAYPOINTS ? NULL : waypoint_at(s, (size_t)row);
}

static void add_waypoint_to(struct frame *f, const struct referral *r)
{
	struct waypoint fresh;
	record_init(record_type(RECORD_WAYPOINT), &fresh);
	fresh.referral = r->head.id;
	record_form_open(f, RECORD_WAYPOINT, &fresh.head, REFERRAL_FILE, N_("Nytt delsteg"));
}

/* A new way-point belongs to the referral of the selected one, else to the one that is due first. */
static void add(struct frame *f)
{
	struct referrals_state *s = state_of(f);
	if (s->pane.part == PART_REFERRALS) {
		struct referral fresh;
		record_init(record_type(RECORD_REFERRAL), &fresh);
		fresh.received = session_today(f->session);
		record_form_open(f, RECORD_REFERRAL, &fresh.head, REFERRAL_FILE, N_("Ny remiss"));
		return;
	}
	const struct waypoint *w = selected_waypoint(f);
	const struct referral *r = w ? referral_of(s, w) : referral_first_due(s->model->council);
	if (r)
		add_waypoint_to(f, r);
	else
		frame_say(f, _("Det finns ingen remiss att lägga delsteget till. Lägg in remissen i delen Remisser."));
}

static void edit(struct frame *f)
{
	const struct referral *r = selected_referral(f);
	const struct waypoint *w = selected_waypoint(f);
	if (r)
		record_form_open(f, RECORD_REFERRAL, &r->head, r->head.file, N_("Ändra remiss"));
	else if (w)
		record_form_open(f, RECORD_WAYPOINT, &w->head, w->head.file, N_("Ändra delsteg"));
}

static void toggle_done(struct frame *f)
{
	const struct referral *r = selected_referral(f);
	const struct waypoint *w = selected_waypoint(f);
	struct changes c = {0};
	if (r && !referral_may_be_sent(r) && !date_known(r->sent)) {
		struct buf key = {0};
		key_format(&key, keymap_key(f->keymap, COMMAND_POSITION, 0));
		frame_say(f, _("Ställningen är inte bestämd. Tryck %s och välj den först, sedan kan svaret sändas."), buf_cstr(&key));
		buf_release(&key);
		return;
	}
	if (r)
		referral_toggle_sent(&c, r, session_today(f->session));
	else if (w)
		waypoint_toggle_done(&c, w, session_today(f->session));
	frame_apply(f, &c, NULL);
}

static void position_chosen(struct frame *f, size_t item)
{
	const struct referral *r = selected_referral(f);
	struct changes c = {0};
	if (!r) {
		frame_say(f, _("Raden finns inte längre."));
		return;
	}
	referral_set_position(&c, r, (enum referral_position)item);
	frame_apply(f, &c, NULL);
}

static void choose_position(struct frame *f)
{
	modal_pick(f, _("Rådets ställning"), position_chosen);
	for (const struct choice *c = referral_positions; c->code; c++)
		modal_pick_add(f, "%s", _(c->label));
}

static void take_up(struct frame *f)
{
	const struct referral *r = selected_referral(f);
	const struct records *council = frame_model(f)->council;
	const struct meeting *next = meeting_next(council, session_today(f->session));
	struct changes c = {0};
	char id[SESSION_ID_SIZE];
	if (!r || !next) {
		frame_say(f, _("Inget kommande möte är planerat. Lägg in ett på sidan 4."));
		return;
	}
	if (r->meeting && strcmp(r->meeting, next->head.id) == 0) {
		frame_say(f, _("Remissen står redan på nästa mötes dagordning."));
		return;
	}
	session_new_id(f->session, id);
	referral_take_up(&c, council, r, next, arena_strdup(&c.arena, id));
	struct buf said = {0};
	buf_str(&said, _("Remissen står på dagordningen "));
	date_format_weekday(&said, next->date);
	buf_char(&said, '.');
	frame_apply(f, &c, buf_cstr(&said));
	buf_release(&said);
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	static void (*const own[COMMANDS])(struct frame *) = {
		[COMMAND_ADD] = add,          [COMMAND_EDIT] = edit,         [COMMAND_SENT] = toggle_done,
		[COMMAND_STEP_DONE] = toggle_done, [COMMAND_POSITION] = choose_position, [COMMAND_REFERRAL_UP] = take_up};
	(void)p;
	if (!own[c])
		return false;
	own[c](f);
	return true;
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	(void)p;
	referral_reminder(frame_model(f), 365, out);
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	struct referrals_state *s = (struct referrals_state *)p;
	(void)f;
	if (p->part == PART_WAYPOINTS)
		return;
	const struct referral *r = referral_at(s, row);
	const struct waypoint *next = date_known(r->sent) ? NULL : waypoint_next(s->model->council, r);
	if (!next)
		return;
	buf_printf(out, _("Nästa delsteg: %s"), next->title);
	if (date_known(waypoint_date(next, r))) {
		buf_str(out, ", ");
		date_format_weekday(out, waypoint_date(next, r));
	}
}

static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	struct referrals_state *s = (struct referrals_state *)p;
	(void)f;
	strings_add(ids, p->part == PART_WAYPOINTS ? waypoint_at(s, row)->head.id : referral_at(s, row)->head.id, a);
}

static const char *why_empty(struct frame *f, struct pane *p)
{
	const struct records *council = frame_model(f)->council;
	if (!council)
		return command_refusal(NEED_COUNCIL);
	return p->part == PART_WAYPOINTS && records_count(council, RECORD_REFERRAL) ? _("Inga delsteg. Tryck a för att lägga till ett.")
	                                                                                       : _("Inga remisser. Tryck a för att lägga in en.");
}

static enum record_kind list_kind(const struct pane *p)
{
	return p->part == PART_WAYPOINTS ? RECORD_WAYPOINT : RECORD_REFERRAL;
}

static const struct record *record_of(const struct pane *p, size_t row, enum record_kind *kind)
{
	const struct referrals_state *s = (const struct referrals_state *)p;
	*kind = list_kind(p);
	return records_at(s->model->council, *kind, s->rows[row]);
}

const struct pane_class referrals_pane = {
	.place = PLACE_REFERRALS,
	.command = COMMAND_PANE_5,
	.title = N_("Remisser"),
	.why_empty = why_empty,
	.size = sizeof(struct referrals_state),
	.parts = {N_("Remisser"), CN_("del", "Delsteg")},
	.part_places = {[PART_WAYPOINTS] = PLACE_WAYPOINTS},
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.describe = describe,
	.about = about,
	.records = records,
	.kind = list_kind,
	.record = record_of,
	.find = find,
	.headline = headline,
	.note = note,
};
