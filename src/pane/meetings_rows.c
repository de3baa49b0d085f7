/* The rows of the year as pane 4 lists them: meetings, days people are free, and days that referrals wait for. */
#include "meetings.h"

#include "radsbord/base/language.h"
#include "radsbord/council/referral.h"

#include <string.h>

enum { DAY, WEEK, WHAT, TIME, TYPE, STATUS };
static const struct list_column columns[] = {
	[DAY] = {.title = N_("Dag"), .width = 10},
	[WEEK] = {.title = N_("Vecka"), .width = 6},
	[WHAT] = {.title = N_("Vad"), .width = 22, .flexible = true},
	[TIME] = {.title = N_("Tid"), .width = 12, .drop = 1},
	[TYPE] = {.title = N_("Typ"), .width = 15, .drop = 2},
	[STATUS] = {.title = N_("Status"), .width = 14},
};

const struct referral *meetings_referral(const struct meetings_state *s, const struct year_row *row)
{
	const struct records *r = s->model->council;
	if (row->referral >= 0)
		return records_referral(r, (size_t)row->referral);
	const char *id = records_waypoint(r, (size_t)row->waypoint)->referral;
	return (const struct referral *)(const void *)records_find(r, RECORD_REFERRAL, id);
}

/* The day an answer is due, and the steps on the way there. */
static void referral_cell(struct meetings_state *s, const struct year_row *row, size_t column, struct list_cell *out)
{
	const struct referral *r = meetings_referral(s, row);
	const struct waypoint *w = row->waypoint < 0 ? NULL : records_waypoint(s->model->council, (size_t)row->waypoint);
	bool done = w ? date_known(w->done) : r && date_known(r->sent);
	out->role = done ? ROLE_MUTED : date_cmp(row->date, s->model->today) < 0 ? ROLE_OVERDUE : ROLE_TEXT;
	if (column == WHAT && r) {
		buf_printf(&s->cell, _("▸ Remiss %lld: %s"), (long long)r->nr, w ? w->title : _("svar senast"));
		out->text = buf_cstr(&s->cell);
	} else if (column == TYPE) {
		out->text = w ? _("delsteg") : _("remiss");
	} else if (column == STATUS) {
		out->text = done ? w ? _("klart") : _("svaret sänt") : date_cmp(row->date, s->model->today) < 0 ? _("! tiden ute") : "";
	}
}

static void holiday_cell(struct meetings_state *s, const struct holiday *h, size_t column, struct list_cell *out)
{
	static const char *const kinds[] = {
		[HOLIDAY_RED] = N_("helgdag"), [HOLIDAY_EVE_OFF] = N_("arbetsfri afton"),
		[HOLIDAY_EVE_SHORT] = N_("ofta kort dag"), [HOLIDAY_BRIDGE] = N_("undvik")};
	out->role = ROLE_MUTED;
	if (column == WHAT)
		out->text = _(h->name);
	else if (column == TYPE)
		out->text = _(kinds[h->kind]);
	(void)s;
}

static void meeting_cell(struct meetings_state *s, const struct meeting *m, size_t column, struct list_cell *out)
{
	static const enum role roles[] = {[MEETING_PLANNED] = ROLE_TEXT, [MEETING_CALLED] = ROLE_PARTLY,
	                                  [MEETING_HELD] = ROLE_MET, [MEETING_CANCELLED] = ROLE_MUTED};
	if (column == WHAT) {
		buf_printf(&s->cell, "● %s", m->title ? m->title : _("Rådsmöte"));
		out->text = buf_cstr(&s->cell);
		out->role = ROLE_ACCENT;
	} else if (column == TIME && m->start >= 0) {
		time_format(&s->cell, m->start);
		if (m->end >= 0) {
			buf_str(&s->cell, "–");
			time_format(&s->cell, m->end);
		}
		out->text = buf_cstr(&s->cell);
	} else if (column == TYPE) {
		out->text = _(meeting_types[m->type].label);
	} else if (column == STATUS) {
		out->text = _(meeting_statuses[m->status].label);
		out->role = roles[m->status];
	}
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct meetings_state *s = ctx;
	const struct year_row *r = &s->rows[row];
	buf_clear(&s->cell);
	out->text = "";
	if (column == DAY) {
		date_format_weekday(&s->cell, r->date);
		out->text = buf_cstr(&s->cell);
	} else if (column == WEEK) {
		buf_printf(&s->cell, _("v. %d"), date_iso_week(r->date, NULL));
		out->text = buf_cstr(&s->cell);
	} else if (r->referral >= 0 || r->waypoint >= 0) {
		referral_cell(s, r, column, out);
	} else if (r->meeting < 0) {
		holiday_cell(s, &r->holiday, column, out);
	} else {
		meeting_cell(s, meeting_at(s, row), column, out);
	}
	if (r->meeting < 0 && r->referral < 0 && r->waypoint < 0)
		out->role = ROLE_MUTED;
}

/* Days by date; the week is that of the day. */
static int compare(void *ctx, size_t a, size_t b, size_t column)
{
	const struct meetings_state *s = ctx;
	return column == DAY || column == WEEK ? date_cmp(s->rows[a].date, s->rows[b].date) : LIST_BY_CELLS;
}

/* Days that are no meetings have a day, a type and a status, as they are shown. */
static void word_value(void *ctx, size_t row, size_t key, struct buf *out)
{
	struct meetings_state *s = ctx;
	static const struct {
		const char *word;
		int column;
	} shown[] = {{"typ", TYPE}, {"status", STATUS}};
	const char *word = s->pane.source.filter.keys[key].name;
	struct list_cell found = {.text = NULL};
	if (meeting_at(s, row)) {
		pane_word_value(ctx, row, key, out);
		return;
	}
	if (strcmp(word, "datum") == 0)
		date_format_iso(out, s->rows[row].date);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (strcmp(word, shown[i].word) == 0) {
			cell(ctx, row, (size_t)shown[i].column, &found);
			buf_str(out, found.text);
		}
}

struct list_source meetings_source(struct meetings_state *s)
{
	return (struct list_source){.ctx = s, .count = s->count, .columns = columns, .columns_count = sizeof columns / sizeof *columns,
	                            .cell = cell, .filter = {.value = word_value}, .compare = compare};
}
