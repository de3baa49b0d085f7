/* A year's meetings in one step: a rule, the days it gives, and those that are kept (council/recurrence.h). */
#include "meeting_year.h"

#include "radsbord/base/language.h"
#include "radsbord/council/recurrence.h"

#include <stdio.h>
#include <string.h>

static struct meeting_year *here(struct frame *f)
{
	return &f->meeting_year;
}

/* A meeting can be laid in on that day. */
static bool possible(struct frame *f, const struct recurrence_day *d)
{
	return date_known(d->date) && date_cmp(d->date, session_today(f->session)) >= 0 && !meeting_on(frame_model(f)->council, d->date);
}

static size_t kept(const struct meeting_year *y)
{
	size_t n = 0;
	for (size_t i = 0; i < y->count; i++)
		n += y->keep[i];
	return n;
}

/* The first row, and what the plan promises. */
static void head_row(struct frame *f, struct buf *out)
{
	const struct meeting_year *y = here(f);
	const struct plan *plan = plan_for_year(frame_model(f)->council, y->year);
	struct meeting_quota q = meeting_quota(frame_model(f)->council, plan, y->year);
	size_t n = kept(y);
	buf_printf(out, _("Lägg in %zu %s"), n, n == 1 ? _("möte") : _("möten"));
	if (y->rule.full_day && q.full_days != FIELD_INT_NONE)
		buf_printf(out, _("   planen lovar %lld heldagar, %lld finns"), (long long)q.full_days, (long long)q.planned_full);
	if (!y->rule.full_day && q.half_days != FIELD_INT_NONE)
		buf_printf(out, _("   planen lovar %lld halvdagar, %lld finns"), (long long)q.half_days, (long long)q.planned_half);
}

static void day_row(struct frame *f, size_t i, struct buf *out)
{
	const struct meeting_year *y = here(f);
	const struct recurrence_day *d = &y->days[i];
	buf_str(out, y->keep[i] ? "✓ " : "· ");
	recurrence_say(d, out);
	if (!date_known(d->date))
		return;
	if (date_cmp(d->date, session_today(f->session)) < 0)
		buf_str(out, _("  har varit"));
	else if (meeting_on(frame_model(f)->council, d->date))
		buf_str(out, _("  ett möte finns redan den dagen"));
	else if (!y->keep[i])
		buf_str(out, _("  läggs inte in"));
}

static void chosen(struct frame *f, size_t item);

static void show(struct frame *f, size_t at)
{
	struct meeting_year *y = here(f);
	struct buf row = {0};
	char title[80];
	snprintf(title, sizeof title, _("Möten %d. Enter på en dag tar bort den eller tar med den"), y->year);
	modal_pick(f, title, chosen);
	head_row(f, &row);
	modal_pick_add(f, "%s", buf_cstr(&row));
	for (size_t i = 0; i < y->count; i++) {
		buf_clear(&row);
		day_row(f, i, &row);
		modal_pick_add(f, "%s", buf_cstr(&row));
	}
	modal_pick_select(f, at);
	buf_release(&row);
}

static void lay_in(struct frame *f)
{
	const struct meeting_year *y = here(f);
	const struct model *m = frame_model(f);
	const char *own = m->settings ? m->settings->agenda : NULL;
	struct date days[RECURRENCE_MOST];
	struct agenda first = {0}, others = {0};
	struct changes c = {0};
	struct meeting pattern;
	size_t n = 0;
	for (size_t i = 0; i < y->count; i++)
		if (y->keep[i])
			days[n++] = y->days[i].date;
	if (n == 0) {
		frame_say(f, _("Ingen dag är kvar, så inget möte lades in."));
		return;
	}
	record_init(record_type(RECORD_MEETING), &pattern);
	pattern.type = y->rule.full_day ? MEETING_FULL_DAY : MEETING_HALF_DAY;
	pattern.start = y->rule.start;
	pattern.end = y->rule.end;
	agenda_make(m->council, own, true, &first);
	agenda_make(m->council, own, false, &others);
	meetings_lay_in(&c, m->council, &pattern, days, n, &first, &others,
	                frame_new_ids(f, n * (1 + (first.count > others.count ? first.count : others.count)), &c.arena));
	agenda_release(&first);
	agenda_release(&others);
	char said[64];
	snprintf(said, sizeof said, _("%zu %s är inlagda."), n, n == 1 ? _("möte") : _("möten"));
	frame_apply(f, &c, n == 1 ? _("Mötet är inlagt.") : said);
}

static void chosen(struct frame *f, size_t item)
{
	struct meeting_year *y = here(f);
	if (item == 0) {
		lay_in(f);
		return;
	}
	size_t i = item - 1;
	if (i < y->count && possible(f, &y->days[i]))
		y->keep[i] = !y->keep[i];
	show(f, item);
}

static bool accept(struct frame *f, const char *text, struct error *e)
{
	struct meeting_year *y = here(f);
	if (!recurrence_parse(text, &y->rule, e))
		return false;
	y->count = recurrence_year(&y->rule, y->year, y->days);
	for (size_t i = 0; i < y->count; i++)
		y->keep[i] = possible(f, &y->days[i]);
	show(f, 0);
	return true;
}

void meeting_year_ask(struct frame *f, int year)
{
	static const struct ask ask = {N_("Vilka dagar"), N_("andra torsdagen i månaden utom juli kl. 9–12.  Enter visa dagarna  Esc avbryt"), accept,
	                               COMMAND_LAY_IN};
	here(f)->year = year;
	modal_ask(f, &ask, NULL);
}
