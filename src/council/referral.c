#include "radsbord/council/referral.h"

#include "radsbord/base/language.h"
#include "radsbord/council/meeting.h"

#include <string.h>

enum { SOON_DAYS = 14, COPIED_MOST = 16 };

const char *const referral_states[] = {[REFERRAL_OPEN] = N_("pågår"), [REFERRAL_SOON] = N_("snart"), [REFERRAL_LATE] = N_("försenad"),
                                       [REFERRAL_SENT] = N_("svaret sänt")};

enum referral_state referral_state(const struct referral *r, struct date today)
{
	if (date_known(r->sent))
		return REFERRAL_SENT;
	if (!date_known(r->due))
		return REFERRAL_OPEN;
	if (date_cmp(r->due, today) < 0)
		return REFERRAL_LATE;
	return date_cmp(r->due, date_add_days(today, SOON_DAYS)) <= 0 ? REFERRAL_SOON : REFERRAL_OPEN;
}

struct date waypoint_date(const struct waypoint *w, const struct referral *r)
{
	if (date_known(w->date))
		return w->date;
	if (w->workdays == FIELD_INT_NONE || w->workdays < 0 || w->workdays > 1000 || !date_known(r->due))
		return DATE_NONE;
	return date_workdays_before(r->due, (int)w->workdays);
}

/* What has no day comes last. */
static int by_day(struct date a, struct date b)
{
	if (date_known(a) != date_known(b))
		return date_known(b) - date_known(a);
	return date_cmp(a, b);
}

size_t waypoints_of(const struct records *r, const struct referral *referral, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; r && i < records_count(r, RECORD_WAYPOINT); i++) {
		const struct waypoint *w = records_waypoint(r, i);
		if (!w->referral || strcmp(w->referral, referral->head.id) != 0)
			continue;
		size_t at = n < max ? n : max;
		while (at > 0 && by_day(waypoint_date(records_waypoint(r, out[at - 1]), referral), waypoint_date(w, referral)) > 0) {
			if (at < max)
				out[at] = out[at - 1];
			at--;
		}
		if (at < max)
			out[at] = i;
		n++;
	}
	return n;
}

const struct waypoint *waypoint_next(const struct records *r, const struct referral *referral)
{
	const struct waypoint *next = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_WAYPOINT); i++) {
		const struct waypoint *w = records_waypoint(r, i);
		if (!w->referral || strcmp(w->referral, referral->head.id) != 0 || date_known(w->done))
			continue;
		if (!next || by_day(waypoint_date(w, referral), waypoint_date(next, referral)) < 0)
			next = w;
	}
	return next;
}

const struct referral *referral_first_due(const struct records *r)
{
	const struct referral *first = NULL;
	for (size_t i = 0; r && i < records_count(r, RECORD_REFERRAL); i++) {
		const struct referral *one = records_referral(r, i);
		if (date_known(one->sent) || !date_known(one->due))
			continue;
		if (!first || date_cmp(one->due, first->due) < 0)
			first = one;
	}
	return first;
}

/* The referral that came last, whose way-points the next one begins with. */
static const struct referral *newest(const struct records *r)
{
	const struct referral *best = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_REFERRAL); i++)
		if (!best || records_referral(r, i)->nr >= best->nr)
			best = records_referral(r, i);
	return best;
}

static size_t copied(const struct records *r, size_t *out)
{
	const struct referral *from = newest(r);
	size_t n = from ? waypoints_of(r, from, out, COPIED_MOST) : 0, kept = 0;
	for (size_t i = 0; i < n && i < COPIED_MOST; i++)
		if (records_waypoint(r, out[i])->workdays != FIELD_INT_NONE)
			out[kept++] = out[i];
	return kept;
}

size_t referral_ids_needed(const struct records *r)
{
	size_t rows[COPIED_MOST];
	return 1 + copied(r, rows);
}

void referral_add(struct changes *c, const struct records *r, const struct referral *referral, const char *const *ids)
{
	size_t rows[COPIED_MOST], n = copied(r, rows);
	struct referral fresh = *referral;
	int64_t max = 0;
	for (size_t i = 0; i < records_count(r, RECORD_REFERRAL); i++)
		if (records_referral(r, i)->nr > max)
			max = records_referral(r, i)->nr;
	fresh.head.id = ids[0];
	fresh.nr = max + 1;
	changes_add(c, RECORD_REFERRAL, REFERRAL_FILE, &fresh);
	for (size_t i = 0; i < n; i++) {
		struct waypoint w;
		record_init(record_type(RECORD_WAYPOINT), &w);
		w.head.id = ids[i + 1];
		w.referral = ids[0];
		w.title = records_waypoint(r, rows[i])->title;
		w.workdays = records_waypoint(r, rows[i])->workdays;
		changes_add(c, RECORD_WAYPOINT, REFERRAL_FILE, &w);
	}
	changes_title(c, "Ny remiss %lld", (long long)fresh.nr);
}

static void set_date(struct changes *c, enum record_kind kind, const struct record *r, const char *field, struct date d)
{
	struct buf b = {0};
	if (date_known(d))
		date_format_iso(&b, d);
	changes_set_text(c, kind, r, field, b.len ? buf_cstr(&b) : NULL);
	buf_release(&b);
}

bool referral_may_be_sent(const struct referral *r)
{
	return r->position != POSITION_OPEN;
}

void referral_toggle_sent(struct changes *c, const struct referral *r, struct date today)
{
	bool sent = date_known(r->sent);
	set_date(c, RECORD_REFERRAL, &r->head, "Expedierad", sent ? DATE_NONE : today);
	changes_title(c, sent ? N_("Remiss %lld: svaret inte sänt") : N_("Remiss %lld: svaret sänt"), (long long)r->nr);
}

void waypoint_toggle_done(struct changes *c, const struct waypoint *w, struct date today)
{
	bool done = date_known(w->done);
	set_date(c, RECORD_WAYPOINT, &w->head, "Klart", done ? DATE_NONE : today);
	changes_title(c, done ? N_("%s: inte klart") : N_("%s: klart"), w->title);
}

void referral_set_position(struct changes *c, const struct referral *r, enum referral_position position)
{
	changes_set_text(c, RECORD_REFERRAL, &r->head, "Stallning", referral_positions[position].code);
	changes_title(c, "Remiss %lld: %s", (long long)r->nr, referral_positions[position].label);
}

void referral_take_up(struct changes *c, const struct records *all, const struct referral *r, const struct meeting *m,
                      const char *item_id)
{
	meeting_add_item(c, all, m, item_id, ITEM_DECISION, arena_printf(&c->arena, "Remiss %lld: %s", (long long)r->nr, r->title),
	                 NULL);
	changes_set_text(c, RECORD_REFERRAL, &r->head, "Mote", m->head.id);
	changes_title(c, "Remiss %lld på dagordningen", (long long)r->nr);
}
