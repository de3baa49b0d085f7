/* test_calendar.c - the meetings as .ics, judged by libical: no errors, the right moments on both sides of summer time, text that
 * comes back as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/base/text.h"
#include "radsbord/report/calendar.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

enum { NOW = 1795509000 }; /* 2026-11-24 08:30 UTC */
#define LONG_TITLE                                                                                                       \
	"Räksmörgåsar, åäö; ÅÄÖ och \\ snedstreck: en rubrik så lång att den måste vikas på flera ställen mitt bland tecken som " \
	"tar två byte vart, och med slutet här"

static int changed(void *ctx, const char *id)
{
	(void)ctx;
	return strcmp(id, "A") == 0 ? 3 : 0;
}

/* The calendar of some meetings, and of the items of the first. */
static void make(const struct meeting *meetings, size_t count, const struct item *items, size_t items_count, int year, struct buf *out)
{
	struct council_settings settings = {.name = (char *)(uintptr_t)"Rådet, prov"};
	struct records council = {0};
	struct model m = {.council = &council, .settings = &settings};
	council.tables[RECORD_MEETING] = (struct table){(void *)(uintptr_t)meetings, count, count};
	council.tables[RECORD_ITEM] = (struct table){(void *)(uintptr_t)items, items_count, items_count};
	report_calendar(&m, year, NOW, changed, NULL, out);
}

static icalcomponent *parse(const struct buf *text)
{
	icalcomponent *calendar = icalparser_parse_string(buf_cstr(text));
	assert_non_null(calendar);
	assert_int_equal(icalcomponent_count_errors(calendar), 0);
	assert_true(icalrestriction_check(calendar));
	assert_int_equal(icalcomponent_count_errors(calendar), 0);
	return calendar;
}

static void test_moments(void **state)
{
	/* Both sides of each change, the days of the change, and the year that has 53 weeks. */
	static const struct {
		struct date date;
		int minutes;
		const char *utc;
	} rows[] = {
		{{2026, 3, 28}, 540, "2026-03-28T08:00:00Z"},  {{2026, 3, 29}, 540, "2026-03-29T07:00:00Z"},
		{{2026, 3, 29}, 60, "2026-03-29T00:00:00Z"},   {{2026, 3, 29}, 180, "2026-03-29T01:00:00Z"},
		{{2026, 10, 24}, 540, "2026-10-24T07:00:00Z"}, {{2026, 10, 25}, 540, "2026-10-25T08:00:00Z"},
		{{2026, 10, 25}, 90, "2026-10-24T23:30:00Z"},  {{2026, 10, 25}, 180, "2026-10-25T02:00:00Z"},
		{{2027, 7, 1}, 0, "2027-06-30T22:00:00Z"},     {{2035, 12, 31}, 1439, "2035-12-31T22:59:00Z"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct meeting mt = {.head = {.id = "A"}, .date = rows[i].date, .start = rows[i].minutes, .end = -1};
		struct buf out = {0};
		int64_t want = 0;
		make(&mt, 1, NULL, 0, 0, &out);
		icalcomponent *calendar = parse(&out);
		icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
		struct icaltimetype start = icalcomponent_get_dtstart(event);
		icaltimezone *zone = icalcomponent_get_timezone(calendar, "Europe/Stockholm");
		assert_non_null(zone);
		assert_true(utc_parse(rows[i].utc, &want));
		assert_int_equal(icaltime_as_timet_with_zone(start, zone), want);
		icalcomponent_free(calendar);
		buf_release(&out);
	}
}

static void test_event(void **state)
{
	static const struct meeting meetings[] = {
		{.head = {.id = "A", .file = "m.rec"}, .date = {2026, 12, 10}, .start = 540, .end = 720, .status = MEETING_CALLED,
		 .title = LONG_TITLE, .place = "Sal 2, våning 3"},
		{.head = {.id = "B"}, .date = {2026, 12, 11}, .start = 540, .end = 600, .status = MEETING_CANCELLED, .title = "Inställt"},
		{.head = {.id = "C"}, .date = {2026, 12, 12}, .start = -1, .end = -1, .status = MEETING_PLANNED},
		{.head = {.id = "D"}, .date = {2026, 12, 31}, .start = 1380, .end = 60, .status = MEETING_HELD},
		{.head = {.id = "E"}, .start = 540, .end = 600},                    /* no day yet */
		{.head = {.id = "F"}, .date = {2025, 1, 1}, .start = 540, .end = 600},  /* another year */
	};
	static const struct item items[] = {{.head = {.id = "1", .file = "m.rec"}, .nr = 1, .title = "Öppning"},
	                                    {.head = {.id = "2", .file = "m.rec"}, .nr = 2, .title = "Övrigt"},
	                                    {.head = {.id = "3", .file = "n.rec"}, .nr = 3, .title = "Annat möte"}};
	struct buf out = {0};
	(void)state;
	make(meetings, 6, items, 3, 2026, &out);
	icalcomponent *calendar = parse(&out);
	assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 4);
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	assert_string_equal(icalcomponent_get_uid(e), "A@radsbord");
	assert_string_equal(icalcomponent_get_summary(e), "Rådet, prov: " LONG_TITLE);
	assert_string_equal(icalcomponent_get_location(e), "Sal 2, våning 3");
	assert_string_equal(icalcomponent_get_description(e), "1. Öppning\n2. Övrigt");
	assert_int_equal(icalcomponent_get_sequence(e), 3);
	assert_int_equal(icalcomponent_get_status(e), ICAL_STATUS_CONFIRMED);
	assert_int_equal(icaltime_as_timet(icalcomponent_get_dtstamp(e)), NOW);
	assert_int_equal(icalcomponent_get_dtend(e).hour, 12);
	e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
	assert_int_equal(icalcomponent_get_status(e), ICAL_STATUS_CANCELLED);
	assert_int_equal(icalcomponent_get_sequence(e), 0);
	e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
	assert_int_equal(icalcomponent_get_status(e), ICAL_STATUS_TENTATIVE);
	assert_true(icalcomponent_get_dtstart(e).is_date);
	assert_int_equal(icalcomponent_get_dtend(e).day, 13);
	e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT); /* over midnight, into the next year */
	assert_int_equal(icalcomponent_get_dtend(e).year, 2027);
	icalcomponent_free(calendar);
	buf_release(&out);
}

static void test_lines(void **state)
{
	/* At most 75 octets, CRLF, and never half a character before a fold. */
	struct meeting mt = {.head = {.id = "A"}, .date = {2026, 12, 10}, .start = 540, .end = 720, .title = LONG_TITLE};
	struct buf out = {0};
	size_t folds = 0;
	(void)state;
	make(&mt, 1, NULL, 0, 0, &out);
	for (const char *p = buf_cstr(&out); *p;) {
		const char *end = strstr(p, "\r\n");
		assert_non_null(end);
		assert_true((size_t)(end - p) <= 75);
		assert_true(text_is_utf8(p, (size_t)(end - p), NULL));
		assert_null(memchr(p, '\n', (size_t)(end - p)));
		folds += *p == ' ';
		p = end + 2;
	}
	assert_true(folds >= 2);
	buf_release(&out);
}

static void test_hostile(void **state)
{
	/* No text ends an event or begins another property. */
	static const struct meeting mt = {.head = {.id = "A"}, .date = {2026, 12, 10}, .start = 540, .end = 720,
	                                  .title = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE", .place = "y\nATTACH:file:///etc/passwd"};
	struct buf out = {0};
	(void)state;
	make(&mt, 1, NULL, 0, 0, &out);
	icalcomponent *calendar = parse(&out);
	icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 1);
	assert_int_equal(icalcomponent_count_components(e, ICAL_ANY_COMPONENT), 0);
	assert_int_equal(icalcomponent_count_properties(e, ICAL_ATTACH_PROPERTY), 0);
	icalcomponent_free(calendar);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moments), cmocka_unit_test(test_event), cmocka_unit_test(test_lines), cmocka_unit_test(test_hostile)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
