/* Pane 4: the year: the meetings among the days people are free, against what the plan promises. */
#include "meeting_wheel.h"
#include "meeting_year.h"
#include "meetings.h"
#include "review.h"
#include "room.h"

#include "radsbord/base/language.h"
#include "radsbord/council/referral.h"
#include "radsbord/report/plan.h"
#include "radsbord/report/referral.h"

#include <stdlib.h>
#include <string.h>

static enum record_kind list_kind(const struct pane *p)
{
	(void)p;
	return RECORD_MEETING;
}

static const struct record *record_of(const struct pane *p, size_t row, enum record_kind *kind)
{
	const struct meeting *m = meeting_at((const struct meetings_state *)p, row);
	*kind = RECORD_MEETING;
	return m ? &m->head : NULL;
}

static int row_order(const void *a, const void *b)
{
	const struct year_row *x = a, *y = b;
	int order = date_cmp(x->date, y->date);
	return order ? order : (x->meeting >= 0) - (y->meeting >= 0);
}

static void add(struct meetings_state *s, struct year_row row)
{
	s->rows = mem_grow(s->rows, s->count, &s->cap, sizeof *s->rows);
	s->rows[s->count++] = row;
}

/* Where the year is opened: at the next meeting, else at the next day of the list from today on. */
static void begin_at_today(struct meetings_state *s, struct date today)
{
	size_t at = 0;
	while (at + 1 < s->count && date_cmp(s->rows[at].date, today) < 0)
		at++;
	for (size_t i = at; i < s->count; i++)
		if (s->rows[i].meeting >= 0 && date_cmp(s->rows[i].date, today) >= 0) {
			at = i;
			break;
		}
	list_update(&s->pane.list, &s->pane.source, (long)at);
}

/* Days that referrals wait for. */
static void add_referrals(struct meetings_state *s)
{
	const struct records *r = s->model->council;
	for (size_t i = 0; i < records_count(r, RECORD_REFERRAL); i++)
		if (records_referral(r, i)->due.year == s->year)
			add(s, (struct year_row){records_referral(r, i)->due, -1, (long)i, -1, {.name = NULL}});
	for (size_t i = 0; i < records_count(r, RECORD_WAYPOINT); i++) {
		const struct waypoint *w = records_waypoint(r, i);
		const struct record *of = w->referral ? records_find(r, RECORD_REFERRAL, w->referral) : NULL;
		struct date day = of ? waypoint_date(w, (const struct referral *)(const void *)of) : DATE_NONE;
		if (date_known(day) && day.year == s->year)
			add(s, (struct year_row){day, -1, -1, (long)i, {.name = NULL}});
	}
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct meetings_state *s = (struct meetings_state *)p;
	struct holiday days[HOLIDAYS_MAX];
	s->model = frame_model(f);
	bool first = s->year == 0;
	if (first)
		s->year = session_today(f->session).year;
	s->count = 0;
	size_t n = holidays_of_year(s->year, days);
	for (size_t i = 0; i < n; i++)
		add(s, (struct year_row){.date = days[i].date, .meeting = -1, .referral = -1, .waypoint = -1,
		                          .holiday = days[i]});
	for (size_t i = 0; s->model->council && i < records_count(s->model->council, RECORD_MEETING); i++)
		if (records_meeting(s->model->council, i)->date.year == s->year)
			add(s, (struct year_row){records_meeting(s->model->council, i)->date, (long)i, -1, -1, {.name = NULL}});
	if (s->model->council)
		add_referrals(s);
	qsort(s->rows, s->count, sizeof *s->rows, row_order);
	p->source = meetings_source(s);
	if (first)
		begin_at_today(s, session_today(f->session));
}

static void release(struct pane *p)
{
	struct meetings_state *s = (struct meetings_state *)p;
	free(s->rows);
	buf_release(&s->cell);
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	struct meetings_state *s = (struct meetings_state *)p;
	const struct model *m = frame_model(f);
	const struct meeting *mt = meeting_at(s, row);
	if (s->rows[row].referral >= 0 || s->rows[row].waypoint >= 0) {
		const struct referral *r = meetings_referral(s, &s->rows[row]);
		if (r) {
			report_referral(&d->doc, m, r);
			detail_link(d, LINK_REFERRAL, r->head.id, _("Remiss %lld: %s"), (long long)r->nr, r->title);
		}
		return;
	}
	if (!mt) {
		struct buf day = {0}, warn = {0};
		date_format_long(&day, s->rows[row].date);
		if (m->council)
			meeting_warn(m->council, s->rows[row].date, &warn);
		doc_heading(&d->doc, 1, "%s, %s", _(s->rows[row].holiday.name), buf_cstr(&day));
		doc_paragraph(&d->doc, "%s", warn.len ? buf_cstr(&warn) : _("En dag att undvika för möten."));
		buf_release(&day);
		buf_release(&warn);
		return;
	}
	report_meeting(&d->doc, m, mt);
	meeting_chain(m, mt, d);
}

/* The meeting and the items of its agenda, which lie in its file. */
static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	const struct records *council = frame_model(f)->council;
	const struct meetings_state *s = (struct meetings_state *)p;
	const struct meeting *m = meeting_at(s, row);
	if (s->rows[row].waypoint >= 0)
		strings_add(ids, records_waypoint(council, (size_t)s->rows[row].waypoint)->head.id, a);
	if (s->rows[row].referral >= 0)
		strings_add(ids, records_referral(council, (size_t)s->rows[row].referral)->head.id, a);
	if (!m)
		return;
	strings_add(ids, m->head.id, a);
	for (size_t i = 0; i < records_count(council, RECORD_ITEM); i++)
		if (strcmp(records_item(council, i)->head.file, m->head.file) == 0)
			strings_add(ids, records_item(council, i)->head.id, a);
}

static bool about(struct frame *f, struct pane *p, size_t row, enum link_kind *kind, const char **id)
{
	const struct meeting *m = meeting_at((struct meetings_state *)p, row);
	(void)f;
	*kind = LINK_MEETING;
	*id = m ? m->head.id : NULL;
	return m != NULL;
}

/* The last meeting of a year, else its first day. */
static long find_year(struct meetings_state *s)
{
	long row = s->count ? 0 : -1;
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].meeting >= 0)
			row = (long)i;
	return row;
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	struct meetings_state *s = (struct meetings_state *)p;
	const struct records *council = frame_model(f)->council;
	const struct record *r = kind == LINK_MEETING && council ? records_find(council, RECORD_MEETING, id) : NULL;
	if (!r && kind != LINK_ANNUAL)
		return -1;
	s->year = r ? ((const struct meeting *)(const void *)r)->date.year : atoi(id);
	rebuild(f, p);
	if (!r)
		return find_year(s);
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].meeting >= 0 && strcmp(meeting_at(s, i)->head.id, id) == 0)
			return (long)i;
	return -1;
}

static int64_t shows(const struct pane *p)
{
	return ((const struct meetings_state *)p)->year;
}

static void show(struct pane *p, int64_t year)
{
	((struct meetings_state *)p)->year = (int)year;
}

static void step_year(struct frame *f, struct meetings_state *s, int by)
{
	if (s->year + by < 1 || s->year + by > 9998)
		return;
	s->year += by;
	rebuild(f, &s->pane);
	list_update(&s->pane.list, &s->pane.source, 0);
	frame_rebuild(f);
}

static void status_chosen(struct frame *f, size_t item)
{
	struct meetings_state *s = (struct meetings_state *)frame_pane(f);
	long row = list_selected(&s->pane.list);
	const struct meeting *m = row < 0 ? NULL : meeting_at(s, (size_t)row);
	struct changes c = {0};
	if (!m)
		return;
	changes_set_text(&c, RECORD_MEETING, &m->head, "Status", meeting_statuses[item].code);
	changes_title(&c, "Mötets status: %s", meeting_statuses[item].label);
	frame_apply(f, &c, NULL);
}

/* All open actions, at the selected meeting or the one of the day. */
static void review(struct frame *f, const struct meetings_state *s, const struct meeting *m)
{
	const struct records *council = s->model->council;
	struct arena a = {0};
	struct strings ids = {0};
	m = m ? m : meeting_current(council, session_today(f->session));
	for (size_t i = 0; i < records_count(council, RECORD_ACTION); i++)
		strings_add(&ids, records_action(council, i)->head.id, &a);
	if (m)
		review_open(f, m, NULL, &ids);
	else
		frame_say(f, _("Inget möte är inlagt. Tryck a för att lägga in ett."));
	arena_release(&a);
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	struct meetings_state *s = (struct meetings_state *)p;
	long row = list_selected(&p->list);
	const struct meeting *m = row < 0 ? NULL : meeting_at(s, (size_t)row);
	if (c == COMMAND_PREVIOUS_YEAR || c == COMMAND_NEXT_YEAR) {
		step_year(f, s, c == COMMAND_NEXT_YEAR ? 1 : -1);
		return true;
	}
	if (c == COMMAND_WHEEL) {
		s->wheel = !s->wheel;
		return true;
	}
	if (c == COMMAND_REVIEW) {
		review(f, s, m);
		return true;
	}
	if (c == COMMAND_LAY_IN) {
		meeting_year_ask(f, s->year);
		return true;
	}
	if (c == COMMAND_ADD) {
		struct meeting fresh;
		record_init(record_type(RECORD_MEETING), &fresh);
		fresh.type = MEETING_HALF_DAY;
		record_form_open(f, RECORD_MEETING, &fresh.head, NULL, N_("Nytt möte"));
		return true;
	}
	if (c == COMMAND_ROOM && m) {
		room_open(f, m);
		return true;
	}
	if (c != COMMAND_EDIT && c != COMMAND_STATUS && c != COMMAND_ROOM)
		return false;
	if (!m)
		return true;
	if (c == COMMAND_EDIT) {
		record_form_open(f, RECORD_MEETING, &m->head, m->head.file, N_("Ändra möte"));
	} else {
		modal_pick(f, _("Mötets status"), status_chosen);
		for (const struct choice *k = meeting_statuses; k->code; k++)
			modal_pick_add(f, "%s", _(k->label));
	}
	return true;
}

/* A holiday or a day that a referral waits for. */
static const char *fixed(const struct pane *p, size_t row)
{
	return meeting_at((const struct meetings_state *)p, row) ? NULL
	                                                         : _("Raden är ingen mötesdag. Välj ett möte (●), eller tryck a för ett nytt.");
}

static void quota_part(struct buf *out, int64_t planned, int64_t held, int64_t promised, const char *one, const char *many)
{
	buf_printf(out, "%lld", (long long)planned);
	if (promised != FIELD_INT_NONE)
		buf_printf(out, _(" av %lld"), (long long)promised);
	buf_printf(out, " %s", (promised != FIELD_INT_NONE ? promised : planned) == 1 ? one : many);
	if (held)
		buf_printf(out, " (%lld %s)", (long long)held, held == 1 ? _("hållen") : _("hållna"));
}

static bool draw(struct frame *f, struct pane *p, struct canvas *c, struct rect r)
{
	struct meetings_state *s = (struct meetings_state *)p;
	long row = list_selected(&p->list);
	if (s->wheel)
		meeting_wheel_draw(f, s->year, row < 0 ? DATE_NONE : s->rows[row].date, c, r);
	return s->wheel;
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	struct meetings_state *s = (struct meetings_state *)p;
	const struct model *m = frame_model(f);
	buf_printf(out, "%d", s->year);
	if (!m->council)
		return;
	struct meeting_quota q = meeting_quota(m->council, plan_for_year(m->council, s->year), s->year);
	buf_str(out, _(": planerat "));
	quota_part(out, q.planned_half, q.held_half, q.half_days, _("halvdag"), _("halvdagar"));
	buf_str(out, _(" och "));
	quota_part(out, q.planned_full, q.held_full, q.full_days, _("heldag"), _("heldagar"));
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	const struct model *m = frame_model(f);
	const struct meeting *next = m->council ? meeting_next(m->council, session_today(f->session)) : NULL;
	(void)p;
	(void)row;
	if (!next) {
		buf_str(out, m->council ? _("Inget kommande möte är planerat. a lägger in ett.") : _("Inget råd är öppet. F9 öppnar eller skapar ett."));
		return;
	}
	buf_str(out, _("Nästa möte: "));
	date_format_weekday(out, next->date);
	buf_printf(out, " %d", next->date.year);
	if (next->start >= 0) {
		buf_str(out, _(" kl. "));
		time_format(out, next->start);
	}
}

const struct pane_class meetings_pane = {
	.place = PLACE_MEETINGS,
	.command = COMMAND_PANE_4,
	.title = N_("Möten"),
	.empty = N_("Inga möten."),
	.size = sizeof(struct meetings_state),
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.fixed = fixed,
	.describe = describe,
	.records = records,
	.kind = list_kind,
	.record = record_of,
	.about = about,
	.find = find,
	.shows = shows,
	.show = show,
	.draw = draw,
	.headline = headline,
	.note = note,
};
