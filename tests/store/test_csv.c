/* CSV as it comes: separators, quotes, encodings, faults. */
#include "radsbord/store/csv.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct reading {
	struct csv_table t;
	struct diagnostics d;
	bool ok;
};

static void read_bytes(struct reading *r, const char *bytes, size_t len)
{
	*r = (struct reading){0};
	r->ok = csv_parse(bytes, len, "matt.csv", &r->t, &r->d);
}

static void done(struct reading *r)
{
	csv_release(&r->t);
	diagnostics_release(&r->d);
}

#define READ(r, literal) read_bytes(r, literal, sizeof(literal) - 1)

/* The table as text: cells between bars, rows on lines. */
static void expect(struct reading *r, char separator, const char *rows)
{
	struct buf out = {0};

	assert_true(r->ok);
	assert_int_equal(r->t.separator, separator);
	for (size_t i = 0; i <= r->t.count; i++) {
		const struct csv_row *row = i == 0 ? &r->t.header : &r->t.rows[i - 1];

		for (size_t k = 0; k < row->count; k++)
			buf_printf(&out, "%s|", row->cells[k]);
		buf_char(&out, '\n');
	}
	assert_string_equal(buf_cstr(&out), rows);
	buf_release(&out);
}

static void expect_fault(struct reading *r, size_t i, int line, const char *word)
{
	assert_true(i < r->d.count);
	assert_int_equal(r->d.items[i].line, line);
	assert_int_equal(r->d.items[i].level, DIAGNOSTIC_FAULT);
	assert_string_equal(r->d.items[i].file, "matt.csv");
	if (!strstr(r->d.items[i].text, word))
		fail_msg("%s", r->d.items[i].text);
}

static void test_reads_plain_tables(void **state)
{
	/* The separator is found from the first line; CRLF, blank lines and a missing last newline do no harm. */
	struct reading r;

	(void)state;
	READ(&r, "kod;namn\n04;Södermanland\n\n05;a,b");
	expect(&r, ';', "kod|namn|\n04|Södermanland|\n05|a,b|\n");
	assert_int_equal(r.t.rows[1].line, 4);
	assert_int_equal(r.d.count, 0);
	done(&r);
	READ(&r, "\xEF\xBB\xBF kod , namn\r\n04,1.5\r\n05,\r\n");
	expect(&r, ',', "kod|namn|\n04|1.5|\n05||\n");
	assert_int_equal(csv_column(&r.t, "NAMN"), 1);
	assert_int_equal(csv_column(&r.t, "saknas"), -1);
	assert_string_equal(csv_cell(&r.t.rows[0], 1), "1.5");
	assert_string_equal(csv_cell(&r.t.rows[0], 7), "");
	assert_string_equal(csv_cell(&r.t.rows[0], -1), "");
	done(&r);
	READ(&r, "a\tb\n1\t2\n");
	expect(&r, '\t', "a|b|\n1|2|\n");
	done(&r);
	READ(&r, "sep=,\r\na;x,b\n1,2\n");
	expect(&r, ',', "a;x|b|\n1|2|\n");
	done(&r);
	READ(&r, "ensam\n1\n2\n");
	expect(&r, ';', "ensam|\n1|\n2|\n");
	done(&r);
}

static void test_reads_quotes(void **state)
{
	/* RFC 4180: separators, doubled quotes and newlines in a quoted cell; a quote within a cell is text. */
	struct reading r;

	(void)state;
	READ(&r, "\"a;,,b\";c\n\"1 \"\"x\"\"\";\"två\r\nrader\"\n5\" rör;\"\"\n\"\";\"x\"\n");
	expect(&r, ';', "a;,,b|c|\n1 \"x\"|två\nrader|\n5\" rör||\n|x|\n");
	assert_int_equal(r.t.rows[1].line, 4);
	assert_int_equal(r.d.count, 0);
	done(&r);
	READ(&r, "a;b\n\"x\"y\";z\n1;2\n");
	expect(&r, ';', "a|b|\nxy\"|z|\n1|2|\n");
	expect_fault(&r, 0, 2, "citattecken");
	done(&r);
}

static void test_unfinished_quote_hides_nothing(void **state)
{
	/* A quote that is never closed is reported on its line, and the rows after it are read. */
	struct reading r;
	struct buf many = {0};

	(void)state;
	READ(&r, "a;b\n1;\"x\n3;4\n5;6\n");
	expect(&r, ';', "a|b|\n1|\"x|\n3|4|\n5|6|\n");
	expect_fault(&r, 0, 2, "avslutas aldrig");
	assert_int_equal(r.d.count, 1);
	done(&r);
	READ(&r, "a;b\n1;\"x\n3;\"4\"\n5;\"6\n7\"\n");
	expect(&r, ';', "a|b|\n1|\"x|\n3|4|\n5|6\n7|\n");
	expect_fault(&r, 0, 2, "avslutas aldrig");
	done(&r);
	/* Quotes by the hundred thousand must not take quadratic time. */
	for (int k = 0; k < 3; k++) {
		static const char *const lines[] = {"1;\"b\n", "a\";\"\n", "1;\"\"\"b\n"};

		buf_clear(&many);
		buf_str(&many, "a;b\n");
		for (int i = 0; i < 400000; i++)
			buf_str(&many, lines[k]);
		read_bytes(&r, many.data, many.len);
		assert_int_equal(r.t.count, k == 0 ? 400000 : r.t.count);
		assert_true(r.d.count >= 1 && r.d.count <= 101);
		done(&r);
	}
	buf_release(&many);
}

static void test_reads_other_encodings(void **state)
{
	/* UTF-16 both ways, with a character outside the base plane, and Windows-1252 give the same cells. */
	struct reading r;

	(void)state;
	READ(&r, "\xFF\xFE" "n\0;\0b\0\n\0" "\xE5\0;\0\x3D\xD8\x00\xDE\n\0");
	expect(&r, ';', "n|b|\nå|😀|\n");
	done(&r);
	READ(&r, "\xFE\xFF" "\0n\0;\0b\0\r\0\n" "\0\xE5\0;\x20\xAC");
	expect(&r, ';', "n|b|\nå|€|\n");
	assert_int_equal(r.d.count, 0);
	done(&r);
	READ(&r, "n;b\n\xE5\xE4\xF6;\x80 \x96\n");
	expect(&r, ';', "n|b|\nåäö|€ –|\n");
	assert_int_equal(r.d.count, 0);
	done(&r);
	READ(&r, "n;b\n\x81;x\n");
	expect(&r, ';', "n|b|\n�|x|\n");
	expect_fault(&r, 0, 2, "Windows-1252");
	done(&r);
	READ(&r, "\xFF\xFE" "a\0\n\0\x00\xD8" "b\0\n\0c");
	expect(&r, ';', "a|\n�b|\n�|\n");
	expect_fault(&r, 0, 2, "halvt");
	expect_fault(&r, 1, 3, "halvt");
	done(&r);
}

static void test_reports_faults(void **state)
{
	/* NUL, rows of another width and an empty file are reported; what can be read is. */
	struct reading r;

	(void)state;
	READ(&r, "a;b\nx\0y;2\n1;2;3\n4\n");
	expect(&r, ';', "a|b|\nx�y|2|\n1|2|3|\n4|\n");
	expect_fault(&r, 0, 2, "noll-tecken");
	expect_fault(&r, 1, 3, "3 celler");
	expect_fault(&r, 2, 4, "1 celler");
	done(&r);
	READ(&r, "\xEF\xBB\xBF\n\n");
	assert_false(r.ok);
	expect_fault(&r, 0, 1, "tom");
	done(&r);
	READ(&r, "");
	assert_false(r.ok);
	done(&r);
}

static void test_one_is_one(void **state)
{
	/* What is not told one by one is told as a number, and one as one: rows of another width, and signs that are none. */
	struct { const char *bytes; size_t times; const char *rest; } cases[] = {
		{"1\n", 101, "Ytterligare en rad i filen har fel"}, {"1\n", 102, "Ytterligare 2 rader i filen har fel"},
		{"\x81", 21, "Ytterligare ett tecken i filen är trasigt."}, {"\x81", 22, "Ytterligare 2 tecken i filen är trasiga."},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = {0};
		struct reading r;
		buf_str(&b, "a;b\n");
		for (size_t n = 0; n < cases[i].times; n++)
			buf_str(&b, cases[i].bytes);
		read_bytes(&r, buf_cstr(&b), b.len);
		bool told = false;
		for (size_t n = 0; n < r.d.count; n++)
			told |= strncmp(r.d.items[n].text, cases[i].rest, strlen(cases[i].rest)) == 0;
		if (!told)
			fail_msg("not told: %s", cases[i].rest);
		done(&r);
		buf_release(&b);
	}
}

static void test_survives_rubbish(void **state)
{
	/* Random bytes do no harm, whatever they begin with. */
	static const char likely[] = ";,\t\"\"\"\n\r\n\xFF\xFE\xE5\xC3\xA5\0a1";
	uint64_t seed = 2463534242u;
	struct reading r;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		size_t n = (size_t)round % 120;
		char *bytes = malloc(n + !n);

		for (size_t i = 0; i < n; i++) {
			seed ^= seed << 13;
			seed ^= seed >> 7;
			seed ^= seed << 17;
			bytes[i] = likely[(seed >> 8) % (sizeof likely - 1)];
		}
		read_bytes(&r, bytes, n);
		for (size_t i = 0; i < r.t.count; i++)
			for (size_t k = 0; k < r.t.rows[i].count; k++)
				assert_true(strlen(r.t.rows[i].cells[k]) <= 3 * n);
		done(&r);
		free(bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_plain_tables),
		cmocka_unit_test(test_reads_quotes),
		cmocka_unit_test(test_unfinished_quote_hides_nothing),
		cmocka_unit_test(test_reads_other_encodings),
		cmocka_unit_test(test_reports_faults),
		cmocka_unit_test(test_one_is_one),
		cmocka_unit_test(test_survives_rubbish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
