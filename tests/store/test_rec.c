/* Reading rec: everything recutils means, and anything else without harm. */
#include "radsbord/store/rec.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	struct rec_doc doc;
	struct diagnostics d;
	struct arena arena;
};

static void read_bytes(struct reading *r, const char *bytes, size_t len)
{
	*r = (struct reading){0};
	rec_parse(bytes, len, "plan.rec", &r->doc, &r->d);
}

static void read_text(struct reading *r, const char *text)
{
	read_bytes(r, text, strlen(text));
}

static void done(struct reading *r)
{
	rec_doc_release(&r->doc);
	diagnostics_release(&r->d);
	arena_release(&r->arena);
}

/* The n-th value of that name in a record. */
static const char *value(struct reading *r, size_t record, const char *name, size_t n)
{
	const struct rec_record *rec = &r->doc.records[record];
	const struct rec_field *f = rec_find(&r->doc, rec, name, 0);

	assert_true(record < r->doc.records_count);
	for (; f && n > 0; n--)
		f = rec_find(&r->doc, rec, name, (size_t)(f - &r->doc.fields[rec->first]) + 1);
	return f ? rec_value(&r->doc, f, &r->arena) : NULL;
}

static void test_reads_records(void **state)
{
	/* Types, records, repeated fields, comments and blank lines come out with their places. */
	static const char text[] = "# om filen\n%rec: Atgard\n%key: Id\n\nId: A1\nNamn:  två\n# mitt i\nAnsvarig: x\n"
	                           "Ansvarig: y\n\n \t\n# före\nId:A2\n\n%rec: Mote\n\nId: M1";
	struct reading r;

	(void)state;
	read_text(&r, text);
	assert_int_equal(r.d.count, 0);
	assert_false(r.doc.damaged);
	assert_int_equal(r.doc.types_count, 2);
	assert_string_equal(r.doc.types[0].name, "Atgard");
	assert_int_equal(r.doc.types[0].line, 2);
	assert_int_equal(r.doc.records_count, 3);
	assert_string_equal(value(&r, 0, "Namn", 0), " två");
	assert_string_equal(value(&r, 0, "Ansvarig", 1), "y");
	assert_null(value(&r, 0, "Ansvarig", 2));
	assert_null(value(&r, 0, "ansvarig", 0));
	assert_string_equal(value(&r, 1, "Id", 0), "A2");
	assert_int_equal(r.doc.records[1].line, 13);
	assert_int_equal(r.doc.records[1].type, 0);
	assert_int_equal(r.doc.records[2].type, 1);
	assert_int_equal(r.doc.records[2].end, strlen(text));
	assert_memory_equal(text + r.doc.records[0].start, "Id: A1", 6);
	assert_memory_equal(text + r.doc.records[0].end - 2, "y\n", 2);
	done(&r);
}

static void test_reads_continuations(void **state)
{
	/* "+" lines are newlines, a final backslash joins, and both mix as in recutils. */
	struct reading r;

	(void)state;
	read_text(&r, "A: x\n+ y\n+\n+  z\nB:\n+ b\nC: a\\\nb\\\n  c\n+ d\nD: \\\\\n\nE:\tt\n+\tu\nF: slut\\");
	assert_int_equal(r.d.count, 0);
	assert_string_equal(value(&r, 0, "A", 0), "x\ny\n\n z");
	assert_string_equal(value(&r, 0, "B", 0), "\nb");
	assert_string_equal(value(&r, 0, "C", 0), "ab  c\nd");
	assert_string_equal(value(&r, 0, "D", 0), "\\");
	assert_string_equal(value(&r, 0, "E", 0), "t\n\tu");
	assert_string_equal(value(&r, 0, "F", 0), "slut\\");
	done(&r);
}

static void test_reads_windows_files(void **state)
{
	/* BOM and CRLF are noted and are in no value. */
	struct reading r;

	(void)state;
	read_text(&r, "\xEF\xBB\xBF%rec: T\r\n\r\nA: x\r\n+ y\r\nB: a\\\r\nb\r\n\r\nA: z\r\n");
	assert_true(r.doc.bom);
	assert_true(r.doc.crlf);
	assert_int_equal(r.d.count, 0);
	assert_int_equal(r.doc.records_count, 2);
	assert_string_equal(value(&r, 0, "A", 0), "x\ny");
	assert_string_equal(value(&r, 0, "B", 0), "ab");
	assert_string_equal(value(&r, 1, "A", 0), "z");
	done(&r);
}

static void expect_fault(const char *bytes, size_t len, int line, const char *word)
{
	struct reading r;

	read_bytes(&r, bytes, len);
	assert_true(r.doc.damaged);
	assert_true(r.d.count >= 1);
	assert_int_equal(r.d.items[0].level, DIAGNOSTIC_FAULT);
	assert_int_equal(r.d.items[0].line, line);
	assert_string_equal(r.d.items[0].file, "plan.rec");
	if (!strstr(r.d.items[0].text, word))
		fail_msg("%s", r.d.items[0].text);
	/* What is whole around the fault is read. */
	assert_string_equal(value(&r, 0, "A", 0), "1");
	assert_string_equal(value(&r, 0, "B", 0), "2");
	assert_string_equal(value(&r, r.doc.records_count - 1, "Z", 0), "9");
	done(&r);
}

static void test_reports_faults(void **state)
{
	/* One bad line is reported with file, line and what to do, and hides nothing else. */
#define AROUND(bad) "A: 1\n" bad "\nB: 2\n\nZ: 9\n"
#define FAULT(bad, word) expect_fault(AROUND(bad), sizeof AROUND(bad) - 1, 2, word)
	static const char after[] = "A: 1\n# c\n+ x\nB: 2\n\nZ: 9\n";
	static const char joined[] = "A: 1\nB: 2\nC: x\\\n<<<<<<< HEAD\n\nZ: 9\n";
	static const char more[] = "A: 1\nB: 2\nC: x\n+ \xFF\n+ y\n\nZ: 9\n";

	(void)state;
	FAULT("ingen rad", "Namn: värde");
	FAULT("Åtgärd: x", "Namn: värde");
	FAULT("A b: x", "Namn: värde");
	FAULT(": x", "Namn: värde");
	FAULT("x\0y: z", "noll-tecken");
	FAULT("C: f\xE4lt", "UTF-8");
	FAULT("C: \xC0\xAF", "UTF-8");
	FAULT("C: \xED\xA0\x80", "UTF-8");
	FAULT("<<<<<<< HEAD", "git");
	FAULT("=======", "git");
	FAULT("||||||| bas", "git");
	FAULT(">>>>>>> gren", "git");
	expect_fault(after, strlen(after), 3, "+");
	expect_fault(joined, strlen(joined), 4, "git");
	expect_fault(more, strlen(more), 4, "UTF-8");
}

static void test_refuses_utf16_and_long_lines(void **state)
{
	/* A UTF-16 file is one fault, not a thousand; a line over a mebibyte is skipped. */
	struct reading r;
	size_t n = (1 << 20) + 1;
	char *big = malloc(n + 32);

	(void)state;
	read_bytes(&r, "\xFF\xFE" "A\0:\0", 6);
	assert_int_equal(r.d.count, 1);
	assert_true(r.doc.damaged);
	done(&r);
	memcpy(big, "A: ", 3);
	memset(big + 3, 'x', n - 3);
	memcpy(big + n, "\nB: 2\n", 7);
	read_text(&r, big);
	assert_int_equal(r.d.count, 1);
	assert_string_equal(value(&r, 0, "B", 0), "2");
	done(&r);
	free(big);
}

static void test_survives_rubbish(void **state)
{
	/* A file of nothing but faults gives a bounded list, and random bytes never do harm. */
	static char bytes[4096];
	static const char likely[] = "A:+ \\\n\r#%rec\xC3\xA5<=\0";
	struct reading r;
	uint64_t seed = 88172645463325252u;

	(void)state;
	memset(bytes, '\n', sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i += 2)
		bytes[i] = '!';
	read_bytes(&r, bytes, sizeof bytes);
	assert_int_equal(r.d.count, 101);
	assert_non_null(strstr(r.d.items[100].text, "1948"));
	done(&r);
	read_bytes(&r, bytes, 2 * 101);
	assert_string_equal(r.d.items[100].text, "Ytterligare en rad i filen har fel; rätta de första och läs om den.");
	done(&r);
	for (int round = 0; round < 3000; round++) {
		char *exact = malloc(200);
		size_t n = (size_t)round % 200;

		for (size_t i = 0; i < n; i++) {
			seed ^= seed << 13;
			seed ^= seed >> 7;
			seed ^= seed << 17;
			exact[i] = seed & 32 ? (char)(seed >> 8) : likely[(seed >> 8) % (sizeof likely - 1)];
		}
		exact = realloc(exact, n + !n); /* so that the sanitizer sees its end */
		read_bytes(&r, exact, n);
		for (size_t i = 0; i < r.doc.fields_count; i++) {
			const struct rec_field *f = &r.doc.fields[i];

			assert_true(f->start <= f->name && f->value + f->value_len <= f->end && f->end <= n);
			rec_value(&r.doc, f, &r.arena);
		}
		done(&r);
		free(exact);
	}
}

struct handed {
	const struct rec_doc *whole; /* the same bytes read with all kept */
	char *text;
	size_t records;
};

static void take(void *ctx, const struct rec_doc *doc, const struct rec_record *r)
{
	struct handed *h = ctx;
	const struct rec_record *same = &h->whole->records[h->records++];

	assert_int_equal(r->count, same->count);
	assert_int_equal(r->start, same->start);
	assert_int_equal(r->end, same->end);
	assert_int_equal(r->line, same->line);
	assert_int_equal(r->type, same->type);
	for (size_t i = 0; i < r->count; i++) {
		struct buf value = {0};
		size_t len;
		const char *expected = rec_value_in(h->whole, &h->whole->fields[same->first + i], &value);
		const char *there = rec_value_at(h->text, &doc->fields[r->first + i], &len);

		assert_string_equal(there, expected);
		assert_int_equal(len, value.len);
		buf_release(&value);
	}
}

static void test_hands_records_over(void **state)
{
	/* One record at a time gives what the whole document gives, with the values left in the bytes: joined and continued lines,
	 * Windows files, a last line that is not ended, an empty value, and faults. */
	static const char *const texts[] = {
		"%rec: Atgard\n\nId: A1\nNamn: ett\n+ två\n+tre\n\nId: A2\nNamn:\nLista: a\nLista: b \\\nc\n\n%rec: Mote\n\nId: M1",
		"%rec: Atgard\r\n\r\nId: A1\r\nNamn: ett\\\r\ntvå\r\n+ tre\r\n\r\nId: A2\r\n",
		"Id: A0\n\n%rec: Atgard\n\nId: A1\nskräp\n+ mer\nNamn: x\n\nId: A2\n=======\nNamn: y\n+\n",
		"", "Id: A\\",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct reading r;
		struct handed h = {.whole = &r.doc, .text = strdup(texts[i])};
		struct diagnostics d = {0};

		read_text(&r, texts[i]);
		assert_true(rec_read(h.text, strlen(texts[i]), "plan.rec", take, &h, &d) != r.doc.damaged);
		assert_int_equal(h.records, r.doc.records_count);
		assert_int_equal(d.count, r.d.count);
		diagnostics_release(&d);
		free(h.text);
		done(&r);
	}
}

static void test_reads_large_files(void **state)
{
	/* Wherever in a large file a line is bad, it alone is reported: also where one stretch of it ends and the next begins. */
	static const char *const bad[] = {"F: x\xFF", "F: \xC3", "F\001"};
	static const char last[] = "\nId: Z\n";
	struct buf text = {0};
	struct reading r;
	int lines = 0;

	(void)state;
	buf_str(&text, "%rec: Atgard\n\n");
	for (lines = 2; text.len < 200000; lines++)
		buf_printf(&text, "Falt_%d: ett värde\n", lines);
	for (size_t at = 0, line = 1; at < text.len; line++) {
		const char *wrong = bad[line % 3];
		size_t end = at + strcspn(text.data + at, "\n"), n = strlen(wrong);
		bool border = at % 65536 > 65536 - 200 || at % 65536 < 200;
		struct buf whole = {0};

		if (line > 2 && (border || line % 500 == 0)) {
			buf_add(&whole, text.data, at);
			buf_add(&whole, wrong, n);
			if (n == 2)
				whole.data[at + 1] = '\0';
			buf_add(&whole, text.data + end, text.len - end);
			buf_str(&whole, last);
			read_bytes(&r, whole.data, whole.len);
			assert_int_equal(r.d.count, 1);
			assert_int_equal(r.d.items[0].line, line);
			assert_int_equal(r.doc.records_count, 2);
			assert_int_equal(r.doc.records[0].count, lines - 3);
			done(&r);
		}
		buf_release(&whole);
		at = end + 1;
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_records),
		cmocka_unit_test(test_reads_continuations),
		cmocka_unit_test(test_reads_windows_files),
		cmocka_unit_test(test_reports_faults),
		cmocka_unit_test(test_refuses_utf16_and_long_lines),
		cmocka_unit_test(test_survives_rubbish),
		cmocka_unit_test(test_hands_records_over),
		cmocka_unit_test(test_reads_large_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
