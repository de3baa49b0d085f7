/* calendar.c - the meetings as an .ics file. */
#include "radsbord/report/calendar.h"

#include "radsbord/base/escape.h"
#include "radsbord/base/text.h"

#include "words.h"

#include <string.h>

enum { LINE_MOST = 75 }; /* octets (RFC 5545, 3.1) */

/* One content line: folded between characters, and ended as the standard wants. */
static void line(struct buf *out, const char *content)
{
	size_t used = 0;
	for (const char *p = content; *p;) {
		uint32_t cp;
		size_t n = text_decode(p, strlen(p), &cp);
		if (used + n > LINE_MOST) {
			buf_str(out, "\r\n ");
			used = 1;
		}
		buf_add(out, p, n);
		used += n;
		p += n;
	}
	buf_str(out, "\r\n");
}

static void property(struct buf *out, const char *name, const char *text)
{
	struct buf content = {0};
	buf_printf(&content, "%s:", name);
	escape_ics(&content, text);
	line(out, buf_cstr(&content));
	buf_release(&content);
}

static void lines(struct buf *out, const char *const *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		line(out, rows[i]);
}

/* Directive 2000/84/EC: the last Sundays of March and October at 01.00 UTC; in Sweden so since 1996. */
static void zone(struct buf *out)
{
	static const char *const rows[] = {
		"BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
		"BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100",
		"TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
		"BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200",
		"TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
		"END:VTIMEZONE"};
	lines(out, rows, sizeof rows / sizeof *rows);
}

static void when(struct buf *out, const char *name, struct date d, int minutes)
{
	struct buf content = {0};
	if (minutes < 0)
		buf_printf(&content, "%s;VALUE=DATE:%04d%02d%02d", name, d.year, d.month, d.day);
	else
		buf_printf(&content, "%s;TZID=Europe/Stockholm:%04d%02d%02dT%02d%02d00", name, d.year, d.month, d.day, minutes / 60,
		           minutes % 60);
	line(out, buf_cstr(&content));
	buf_release(&content);
}

static void stamp(struct buf *out, int64_t utc)
{
	struct buf written = {0}, content = {0};
	utc_format(&written, utc);
	buf_str(&content, "DTSTAMP:");
	for (const char *p = buf_cstr(&written); *p; p++)
		if (*p != '-' && *p != ':')
			buf_char(&content, *p);
	line(out, buf_cstr(&content));
	buf_release(&written);
	buf_release(&content);
}

/* The agenda, a heading a line. */
static void description(struct buf *out, const struct model *m, const struct meeting *mt)
{
	struct buf text = {0};
	for (size_t i = 0; mt->head.file && i < records_count(m->council, RECORD_ITEM); i++) {
		const struct item *item = records_item(m->council, i);
		if (!item->head.file || strcmp(item->head.file, mt->head.file) != 0 || !item->title)
			continue;
		buf_str(&text, text.len ? "\n" : "");
		if (item->nr != FIELD_INT_NONE)
			buf_printf(&text, "%lld. ", (long long)item->nr);
		buf_str(&text, item->title);
	}
	if (text.len)
		property(out, "DESCRIPTION", buf_cstr(&text));
	buf_release(&text);
}

/* A meeting that ends after midnight ends the next day. */
static void times(struct buf *out, const struct meeting *mt)
{
	when(out, "DTSTART", mt->date, mt->start);
	if (mt->start < 0)
		when(out, "DTEND", date_add_days(mt->date, 1), -1);
	else if (mt->end >= 0 && mt->end != mt->start)
		when(out, "DTEND", date_add_days(mt->date, mt->end < mt->start), mt->end);
}

static void event(struct buf *out, const struct model *m, const struct meeting *mt, int64_t utc, int sequence)
{
	static const char *const statuses[] = {
		[MEETING_PLANNED] = "STATUS:TENTATIVE", [MEETING_CALLED] = "STATUS:CONFIRMED", [MEETING_HELD] = "STATUS:CONFIRMED",
		[MEETING_CANCELLED] = "STATUS:CANCELLED"};
	const char *council = m->settings && m->settings->name ? m->settings->name : "Rådet";
	struct buf text = {0};
	line(out, "BEGIN:VEVENT");
	if (mt->uid && *mt->uid)
		buf_str(&text, mt->uid); /* it keeps the one of the calendar it came from */
	else
		buf_printf(&text, "%s@radsbord", mt->head.id);
	property(out, "UID", buf_cstr(&text));
	stamp(out, utc);
	times(out, mt);
	buf_clear(&text);
	buf_printf(&text, "SEQUENCE:%d", sequence);
	line(out, buf_cstr(&text));
	line(out, statuses[mt->status]);
	buf_clear(&text);
	buf_printf(&text, "%s%s: %s", mt->status == MEETING_CANCELLED ? "INSTÄLLT: " : "", council, mt->title ? mt->title : "rådsmöte");
	property(out, "SUMMARY", buf_cstr(&text));
	if (mt->place && *mt->place)
		property(out, "LOCATION", mt->place);
	description(out, m, mt);
	line(out, "END:VEVENT");
	buf_release(&text);
}

void report_calendar(const struct model *m, int year, int64_t utc, int (*sequence)(void *ctx, const char *id), void *ctx,
                     struct buf *out)
{
	static const char *const head[] = {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Radsbord//Radsbord//SV", "CALSCALE:GREGORIAN"};
	lines(out, head, sizeof head / sizeof *head);
	property(out, "X-WR-CALNAME", m->settings && m->settings->name ? m->settings->name : "Rådet");
	zone(out);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_MEETING); i++) {
		const struct meeting *mt = records_meeting(m->council, i);
		if (date_known(mt->date) && mt->head.id && (!year || mt->date.year == year))
			event(out, m, mt, utc, sequence ? sequence(ctx, mt->head.id) : 0);
	}
	line(out, "END:VCALENDAR");
}
