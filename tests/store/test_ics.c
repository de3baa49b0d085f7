/* Calendar files: folding, escapes, the forms of a time, what cannot be used and why, and what is no calendar. */
#include "radsbord/store/ics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:u\r\n" lines "END:VEVENT\r\n"

static void read(const char *text, struct ics_calendar *c)
{
	struct error e = {0};
	if (!ics_parse(text, strlen(text), "m.ics", c, &e))
		fail_msg("%s", e.text);
}

static void text_is_unfolded_and_unescaped(void **state)
{
	struct ics_calendar c;
	(void)state;
	read(CALENDAR("BEGIN:VEVENT\r\nUID:a@b\r\nSUMMARY;LANGUAGE=\"sv;SE:x\":R\xC3\r\n \xA5""det\\, feb\r\n\truari\r\n"
	              "LOCATION:Sal 2\\; hus \\\\3\\nNyk\xC3\xB6ping \r\nDTSTART:20270204T090000\r\nSTATUS:cancelled\r\n"
	              "BEGIN:VALARM\r\nSUMMARY:Vakna\r\nEND:VALARM\r\nEND:VEVENT\r\n"
	              "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n"), &c);
	assert_int_equal(c.count, 1);
	assert_int_equal(c.items[0].line, 3);
	assert_string_equal(c.items[0].uid, "a@b");
	assert_string_equal(c.items[0].summary, "R\xC3\xA5""det, februari");
	assert_string_equal(c.items[0].place, "Sal 2; hus \\3 Nyk\xC3\xB6ping");
	assert_true(c.items[0].cancelled);
	assert_null(c.items[0].why);
	ics_release(&c);
}

static void times_become_swedish(void **state)
{
	static const struct {
		const char *lines;
		int month, day, start, end;
	} rows[] = {
		{"DTSTART:20270204T090000\r\nDTEND:20270204T120000\r\n", 2, 4, 540, 720},
		{"DTSTART;TZID=Europe/Stockholm:20270204T090000\r\nDURATION:PT2H30M\r\n", 2, 4, 540, 690},
		{"DTSTART;TZID=\"W. Europe Standard Time\":20270204T090000\r\n", 2, 4, 540, -1},
		{"DTSTART:20270204T080000Z\r\n", 2, 4, 540, -1},         /* winter: one hour ahead */
		{"DTSTART:20270604T070000Z\r\n", 6, 4, 540, -1},         /* summer: two */
		{"DTSTART:20270204T230000Z\r\n", 2, 5, 0, -1},           /* the next day here */
		{"DTSTART;VALUE=DATE:20270204\r\nDTEND;VALUE=DATE:20270205\r\n", 2, 4, -1, -1},
		{"DTSTART:20270204T220000\r\nDTEND:20270205T010000\r\n", 2, 4, 1320, 60},
		{"DTSTART:20270204T090000\r\nDURATION:P1D\r\n", 2, 4, 540, 540},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ics_calendar c;
		struct buf text = {0};
		buf_printf(&text, CALENDAR("BEGIN:VEVENT\r\n%sEND:VEVENT\r\n"), rows[i].lines);
		read(buf_cstr(&text), &c);
		assert_int_equal(c.count, 1);
		if (c.items[0].why)
			fail_msg("%s%s", rows[i].lines, c.items[0].why);
		assert_int_equal(c.items[0].date.month, rows[i].month);
		assert_int_equal(c.items[0].date.day, rows[i].day);
		assert_int_equal(c.items[0].start, rows[i].start);
		assert_int_equal(c.items[0].end, rows[i].end);
		assert_null(c.items[0].uid);
		buf_release(&text);
		ics_release(&c);
	}
}

static void what_cannot_be_used_is_said(void **state)
{
	static const struct {
		const char *lines, *why;
	} rows[] = {
		{"SUMMARY:x\r\n", "ingen dag"},
		{"DTSTART:20270231T090000\r\n", "på rad 5 är ingen dag"},
		{"DTSTART:20270204T250000\r\n", "på rad 5 är inget klockslag"},
		{"DTSTART:igår\r\n", "ingen dag"},
		{"DTSTART;TZID=America/New_York:20270204T090000\r\n", "America/New_York"},
		{"DTSTART:20270204T090000\r\nRRULE:FREQ=MONTHLY\r\n", "återkommer (rad 6)"},
		{"DTSTART:20270204T090000\r\nRECURRENCE-ID:20270204T090000\r\n", "återkommer"},
		{"DTSTART:20270204T090000\r\nDTEND:20270204T080000\r\n", "slutar innan"},
		{"DTSTART:20270204T090000\r\nDTEND:20270206T080000\r\n", "längre än ett dygn"},
		{"DTSTART:20270204T090000\r\nDURATION:PT\r\n", "ingen längd"},
		{"DTSTART:20270204T090000\r\nDURATION:PT99999999999H\r\n", "ingen längd"},
		{"DTSTART:20270204T090000\r\nett ord utan kolon\r\n", "rad 6 är ingen rad i en kalender"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ics_calendar c;
		struct buf text = {0};
		buf_printf(&text, CALENDAR("BEGIN:VEVENT\r\nUID:u\r\n%sEND:VEVENT\r\n"), rows[i].lines);
		read(buf_cstr(&text), &c);
		assert_int_equal(c.count, 1);
		if (!c.items[0].why || !strstr(c.items[0].why, rows[i].why))
			fail_msg("%s%s", rows[i].lines, c.items[0].why ? c.items[0].why : "(usable)");
		buf_release(&text);
		ics_release(&c);
	}
}

static void what_is_no_calendar(void **state)
{
	static const struct {
		const char *text, *says;
		size_t len; /* 0: to the NUL */
	} rows[] = {
		{"", "är tom", 0},
		{"hej\n", "rad 1 är inte BEGIN:VCALENDAR", 0},
		{"BEGIN:VCARD\nEND:VCARD\n", "rad 1 är inte BEGIN:VCALENDAR", 0},
		{CALENDAR("") "UID:efter\n", "rad 4 är inte", 0},
		{"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n", "avbruten efter rad 3", 0},
		{"BEGIN:VCALENDAR\n\0\n", "noll-tecken", 18},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ics_calendar c;
		struct error e = {0};
		assert_false(ics_parse(rows[i].text, rows[i].len ? rows[i].len : strlen(rows[i].text), "m.ics", &c, &e));
		if (!strstr(e.text, rows[i].says))
			fail_msg("”%s” not in: %s", rows[i].says, e.text);
		ics_release(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_unfolded_and_unescaped), cmocka_unit_test(times_become_swedish),
		cmocka_unit_test(what_cannot_be_used_is_said), cmocka_unit_test(what_is_no_calendar),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
