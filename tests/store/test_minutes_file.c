/* Adopted minutes: one step over the meeting and its text, verified by sha256sum, never written over, found by kontroll when changed. */
#include "folder_council.h"

#include "radsbord/council/minutes.h"
#include "radsbord/store/check.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEETING "moten/2026-11-24-M1.rec"
#define MINUTES "protokoll/2026-11-24-M1.txt"

static struct folder *open_meeting(struct scratch *s)
{
	struct folder *f = council_open(s, io_system());
	scratch_puts(s, MEETING, "%rec: Mote\n\nId: M1\nNr: 1\nDatum: 2026-11-24\n\n%rec: Arende\n\nId: I1\nNr: 1\nRubrik: Öppnas\n");
	folder_refresh(f);
	return f;
}

static const struct meeting *meeting(const struct folder *f)
{
	return (const struct meeting *)(const void *)records_find(folder_records(f), RECORD_MEETING, "M1");
}

static void adopt(struct folder *f, struct changes *c, const char *text)
{
	minutes_adjust(c, meeting(f), "2026-12-01 underskrift Anna Ek", text, 1);
}

static void test_adopted(void **state)
{
	/* The text is the file byte by byte, and sha256sum agrees with the record; the records come back from the files. */
	struct scratch s;
	struct folder *f = open_meeting(&s);
	struct changes c = {0};
	char line[200] = "";
	(void)state;
	adopt(f, &c, "Protokoll\n\n  § 1  Mötet öppnas\n\n\n");
	council_apply(f, &c);
	council_bytes(&s, MINUTES, "Protokoll\n\n  § 1  Mötet öppnas\n\n\n");
	assert_true(minutes_adopted(meeting(f)));
	const struct minutes_text *t = minutes_stored(folder_records(f), meeting(f));
	assert_non_null(t);
	assert_string_equal(t->head.file, MINUTES);
	assert_true(minutes_intact(meeting(f), t));
	char *command = mem_printf("cd %s && echo '%s  %s' | sha256sum -c", s.path, meeting(f)->minutes_hash, MINUTES);
	FILE *p = popen(command, "r");
	assert_non_null(p);
	assert_non_null(fgets(line, sizeof line, p));
	assert_int_equal(pclose(p), 0);
	free(command);
	changes_release(&c);
	folder_close(&f);
	f = folder_open(s.path, io_system(), NULL, NULL);
	assert_non_null(f);
	assert_true(minutes_intact(meeting(f), minutes_stored(folder_records(f), meeting(f))));
	folder_close(&f);
	scratch_release(&s);
}

static void test_undone_and_adopted_again(void **state)
{
	/* Undo takes the text away, and another one can be adopted; the step that was undone and the new one are both whole. */
	struct scratch s;
	struct folder *f = open_meeting(&s);
	struct changes c = {0}, back = {0}, again = {0};
	(void)state;
	adopt(f, &c, "Första\n");
	council_apply(f, &c);
	changes_invert(&c, &back);
	council_apply(f, &back);
	assert_false(minutes_adopted(meeting(f)));
	assert_null(minutes_stored(folder_records(f), meeting(f)));
	council_bytes(&s, MINUTES, "Justeringen är ångrad.\n");
	adopt(f, &again, "Andra\n");
	council_apply(f, &again);
	council_bytes(&s, MINUTES, "Andra\n");
	changes_release(&c);
	changes_release(&back);
	changes_release(&again);
	folder_close(&f);
	scratch_release(&s);
}

static void test_never_written_over(void **state)
{
	/* A text that is there already stops the whole step: the meeting is as it was. */
	struct scratch s;
	struct folder *f = open_meeting(&s);
	struct changes c = {0};
	(void)state;
	scratch_puts(&s, "protokoll/x", "");
	scratch_puts(&s, MINUTES, "En annans text\n");
	folder_refresh(f);
	char *before = scratch_get(&s, MEETING, NULL);
	adopt(f, &c, "Min text\n");
	council_refused(f, &c, ERROR_CONFLICT, "skriv en rättelse");
	council_bytes(&s, MINUTES, "En annans text\n");
	council_bytes(&s, MEETING, before);
	free(before);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_two_at_once(void **state)
{
	/* Two secretaries adopt at the same moment, with different texts: one of them is told, and one text is there, whole. */
	struct scratch s;
	struct folder *f = open_meeting(&s), *other = folder_open(s.path, io_system(), NULL, NULL);
	struct changes mine = {0}, theirs = {0};
	(void)state;
	assert_non_null(other);
	adopt(f, &mine, "Min text\n");
	adopt(other, &theirs, "Deras text\n");
	council_apply(other, &theirs);
	council_refused(f, &mine, ERROR_CONFLICT, "");
	council_bytes(&s, MINUTES, "Deras text\n");
	changes_release(&mine);
	changes_release(&theirs);
	folder_close(&f);
	folder_close(&other);
	scratch_release(&s);
}

static void test_meeting_removed_meanwhile(void **state)
{
	/* The meeting's record is gone when the step is made: no text is left behind. */
	struct scratch s;
	struct folder *f = open_meeting(&s);
	struct changes c = {0};
	(void)state;
	adopt(f, &c, "Min text\n");
	scratch_puts(&s, MEETING, "%rec: Mote\n\n%rec: Arende\n\nId: I1\nNr: 1\nRubrik: Öppnas\n");
	council_refused(f, &c, ERROR_CONFLICT, "finns inte längre");
	char *text = scratch_get(&s, MINUTES, NULL);
	assert_null(text);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

/* What kontroll says of the council, joined. Owned. */
static char *checked(struct scratch *s)
{
	const char *dir = getenv("RADSBORD_SOURCE");
	char data[600], config[600];
	struct diagnostics d = {0};
	struct buf b = {0};
	snprintf(data, sizeof data, "%s/data", dir ? dir : ".");
	snprintf(config, sizeof config, "%s/config", dir ? dir : ".");
	struct national *n = national_open(data, config, io_system(), NULL, NULL);
	struct folder *f = folder_open(s->path, io_system(), NULL, NULL);
	assert_non_null(n);
	assert_non_null(f);
	check_all(n, f, &d);
	for (size_t i = 0; i < d.count; i++)
		buf_printf(&b, "%s\n", d.items[i].text);
	diagnostics_release(&d);
	folder_close(&f);
	national_close(&n);
	buf_str(&b, "");
	return buf_detach(&b);
}

static void test_changed_outside(void **state)
{
	/* One byte more, a NUL and what follows it, or no file at all: kontroll says which meeting, and what to do. */
	struct scratch s;
	struct folder *f = open_meeting(&s);
	struct changes c = {0};
	char path[900];
	(void)state;
	adopt(f, &c, "Protokoll\n");
	council_apply(f, &c);
	char *text = checked(&s);
	assert_null(strstr(text, "justerades"));
	free(text);
	scratch_puts(&s, MINUTES, "Protokoll\n ");
	text = checked(&s);
	assert_non_null(strstr(text, "är inte det protokoll som justerades"));
	free(text);
	snprintf(path, sizeof path, "%s/" MINUTES, s.path);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite("Protokoll\n\0x", 1, 12, file), 12);
	assert_int_equal(fclose(file), 0);
	text = checked(&s);
	assert_non_null(strstr(text, "är inte det protokoll som justerades"));
	free(text);
	assert_int_equal(remove(path), 0);
	text = checked(&s);
	assert_non_null(strstr(text, MINUTES " finns inte"));
	free(text);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_history_has_the_hash_alone(void **state)
{
	/* The text is in its file, and not once more in the history. */
	struct scratch s;
	struct folder *f = open_meeting(&s);
	struct changes c = {0};
	(void)state;
	adopt(f, &c, "Hemlig rubrik\n");
	council_apply(f, &c);
	char *command = mem_printf("grep -rq 'Hemlig rubrik' %s/historik", s.path);
	assert_int_not_equal(system(command), 0);
	free(command);
	command = mem_printf("grep -rq '%s' %s/historik", meeting(f)->minutes_hash, s.path);
	assert_int_equal(system(command), 0);
	free(command);
	changes_release(&c);
	folder_close(&f);
	scratch_release(&s);
}

static void test_other_names(void **state)
{
	/* What else lies in the folder is not read, and no step writes it. */
	struct scratch s;
	struct folder *f = open_meeting(&s);
	struct changes c = {0};
	struct minutes_text text = {.head = {.id = "M9"}, .text = "x\n"};
	static const char *const names[] = {"protokoll/anteckningar.txt", "protokoll/2026-11-24.txt", "protokoll/2026-13-24-M9.txt",
	                                    "protokoll/2026-11-24-M9.rec", "protokoll/2026-11-24-../x.txt"};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		changes_add(&c, RECORD_MINUTES, names[i], &text);
		council_refused(f, &c, ERROR_USAGE, "hör inte till rådets filer");
		changes_release(&c);
	}
	scratch_puts(&s, "protokoll/anteckningar.txt", "Mina egna\n");
	folder_refresh(f);
	assert_int_equal(records_count(folder_records(f), RECORD_MINUTES), 0);
	folder_close(&f);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_adopted),          cmocka_unit_test(test_undone_and_adopted_again),
		cmocka_unit_test(test_never_written_over), cmocka_unit_test(test_two_at_once),
		cmocka_unit_test(test_meeting_removed_meanwhile), cmocka_unit_test(test_changed_outside),
		cmocka_unit_test(test_history_has_the_hash_alone), cmocka_unit_test(test_other_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
