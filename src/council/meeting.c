#include "radsbord/base/language.h"
#include "radsbord/council/meeting.h"

#include "radsbord/base/language.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct meeting_quota meeting_quota(const struct records *r, const struct plan *plan, int year)
{
	struct meeting_quota q = {
		.half_days = plan ? plan->half_days : FIELD_INT_NONE,
		.full_days = plan ? plan->full_days : FIELD_INT_NONE,
	};
	for (size_t i = 0; i < records_count(r, RECORD_MEETING); i++) {
		const struct meeting *m = records_meeting(r, i);
		if (m->date.year != year || m->status == MEETING_CANCELLED || m->type == MEETING_EXTRA ||
		    m->type == MEETING_UNSTATED)
			continue;
		bool full = m->type == MEETING_FULL_DAY;
		*(full ? &q.planned_full : &q.planned_half) += 1;
		if (m->status == MEETING_HELD)
			*(full ? &q.held_full : &q.held_half) += 1;
	}
	return q;
}

const struct meeting *meeting_next(const struct records *r, struct date today)
{
	const struct meeting *next = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_MEETING); i++) {
		const struct meeting *m = records_meeting(r, i);
		if (m->status == MEETING_CANCELLED || m->status == MEETING_HELD || date_cmp(m->date, today) < 0)
			continue;
		int order = next ? date_cmp(m->date, next->date) : -1;
		if (order < 0 || (order == 0 && m->start < next->start))
			next = m;
	}
	return next;
}

const struct meeting *meeting_current(const struct records *r, struct date today)
{
	const struct meeting *last = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_MEETING); i++) {
		const struct meeting *m = records_meeting(r, i);
		if (m->status == MEETING_CANCELLED)
			continue;
		if (date_cmp(m->date, today) == 0)
			return m;
		if (date_cmp(m->date, today) < 0 && (!last || date_cmp(m->date, last->date) > 0))
			last = m;
	}
	const struct meeting *next = meeting_next(r, today);
	return next ? next : last;
}

/* The sentence, after a blank when something stands before it. */
__attribute__((format(printf, 2, 3))) static void warn(struct buf *out, const char *fmt, ...)
{
	char text[128];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	buf_str(out, out->len ? " " : "");
	buf_str(out, text);
}

bool meeting_on(const struct records *r, struct date day)
{
	for (size_t i = 0; i < records_count(r, RECORD_MEETING); i++)
		if (date_cmp(records_meeting(r, i)->date, day) == 0 && records_meeting(r, i)->status != MEETING_CANCELLED)
			return true;
	return false;
}

void meeting_warn(const struct records *r, struct date day, struct buf *out)
{
	static const char *const what[] = {
		[HOLIDAY_RED] = N_("en helgdag"),
		[HOLIDAY_EVE_OFF] = N_("en arbetsfri afton"),
		[HOLIDAY_EVE_SHORT] = N_("ofta en förkortad arbetsdag"),
	};
	struct holiday days[HOLIDAYS_MAX];
	size_t n = holidays_of_year(day.year, days);
	for (size_t i = 0; i < n; i++) {
		if (date_cmp(days[i].date, day) != 0)
			continue;
		if (days[i].kind == HOLIDAY_BRIDGE)
			warn(out, _("Dagen är en klämdag."));
		else
			warn(out, _("%s är %s."), _(days[i].name), _(what[days[i].kind]));
	}
	if (date_weekday(day) >= 6)
		warn(out, _("Dagen är en %s."), _(date_weekdays[date_weekday(day) - 1]));
	if (meeting_on(r, day))
		warn(out, _("Ett annat möte är redan planerat den dagen."));
}

/* The file of a new meeting carries its day and Id (DESIGN section 3). */
const char *meeting_file(const struct meeting *m, struct arena *a)
{
	struct buf b = {0};
	buf_str(&b, "moten/");
	date_format_iso(&b, m->date);
	buf_printf(&b, "-%s.rec", m->head.id);
	const char *file = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return file;
}

int64_t meeting_next_nr(const struct records *r)
{
	int64_t max = 0;
	for (size_t i = 0; i < records_count(r, RECORD_MEETING); i++)
		if (records_meeting(r, i)->nr > max)
			max = records_meeting(r, i)->nr;
	return max + 1;
}

void meeting_add(struct changes *c, const struct meeting *m, const char *file, const struct agenda *agenda,
                 const char *const *item_ids)
{
	changes_add(c, RECORD_MEETING, file, m);
	for (size_t i = 0; i < agenda->count; i++) {
		struct item item;
		record_init(record_type(RECORD_ITEM), &item);
		item.head.id = item_ids[i];
		item.nr = (int64_t)i + 1;
		item.kind = agenda->items[i].kind;
		item.title = agenda->items[i].title;
		item.text = agenda->items[i].text;
		item.minutes = agenda->items[i].minutes;
		item.from = agenda->items[i].from;
		changes_add(c, RECORD_ITEM, file, &item);
	}
	struct buf date = {0};
	date_format_iso(&date, m->date);
	changes_title(c, "Nytt möte %s", buf_cstr(&date));
	buf_release(&date);
}

void meetings_lay_in(struct changes *c, const struct records *r, const struct meeting *pattern, const struct date *days, size_t count,
                     const struct agenda *first, const struct agenda *others, const char *const *ids)
{
	int64_t nr = meeting_next_nr(r);
	for (size_t i = 0; i < count; i++) {
		const struct agenda *agenda = i ? others : first;
		struct meeting m = *pattern;
		m.head.id = *ids++;
		m.nr = nr++;
		m.date = days[i];
		meeting_add(c, &m, meeting_file(&m, &c->arena), agenda, ids);
		ids += agenda->count;
	}
	changes_title(c, "Lade in %zu möten", count);
}

void meeting_add_item(struct changes *c, const struct records *r, const struct meeting *m, const char *item_id,
                      enum item_kind kind, const char *title, const char *text)
{
	struct item item;
	record_init(record_type(RECORD_ITEM), &item);
	item.head.id = item_id;
	item.kind = (int)kind;
	item.title = title;
	item.text = text;
	agenda_insert(c, r, m, &item);
}

void meeting_add_review(struct changes *c, const struct records *r, const struct meeting *m, const char *item_id)
{
	struct item item;
	record_init(record_type(RECORD_ITEM), &item);
	item.head.id = item_id;
	item.title = "Uppföljning av handlingsplanen";
	item.gathers = 1;
	agenda_insert(c, r, m, &item);
}
