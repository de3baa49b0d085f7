/* The guard for personal identity numbers: what is found, at which level, and what must not be. Made numbers only:
 * those of Skatteverket's worked example and of a fixed seed. */
#include "radsbord/base/guard.h"

#include "radsbord/base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_levels(void **state)
{
	static const struct {
		const char *text;
		enum guard_level level;
	} rows[] = {
	    /* with separator or century */
	    {"640823-3234", GUARD_ASK_REMOVE},
	    {"640823+3234", GUARD_ASK_REMOVE},
	    {"640823–3234", GUARD_ASK_REMOVE},
	    {"640823\u22123234", GUARD_ASK_REMOVE},
	    {"640823\u20113234", GUARD_ASK_REMOVE},
	    {"640823 3234", GUARD_ASK_REMOVE},
	    {"640823\u00A03234", GUARD_ASK_REMOVE},
	    {"640823 - 3234", GUARD_ASK_REMOVE},
	    {"19640823-3234", GUARD_ASK_REMOVE},
	    {"196408233234", GUARD_ASK_REMOVE},
	    {"1964-08-23-3234", GUARD_ASK_REMOVE},
	    {"1964-08-23 3234", GUARD_ASK_REMOVE},
	    {"64-08-23-3234", GUARD_ASK_REMOVE},
	    {"６４０８２３－３２３４", GUARD_ASK_REMOVE},
	    {"640823\u00AD-\u200B32\u206034", GUARD_ASK_REMOVE},
	    {"pnr:640823-3234.", GUARD_ASK_REMOVE},
	    {"T640823-3234", GUARD_ASK_REMOVE},
	    {"1307-640823-3234", GUARD_ASK_REMOVE},
	    {"701063-2391", GUARD_ASK_REMOVE}, /* samordningsnummer: day 3 + 60 */
	    {"6408233234", GUARD_ASK_KEEP},
	    /* a hint may not hide a number */
	    {"990101-1964-08-23-3234", GUARD_ASK_REMOVE},
	    {"990101-1235 640823-3234", GUARD_ASK_REMOVE},
	    /* hints */
	    {"1964-08-23-3234-1964-08-23-3234", GUARD_ASK_REMOVE},
	    {"640823-3235", GUARD_HINT},
	    {"6408233235", GUARD_HINT},
	    {"640823-XXXX", GUARD_HINT},
	    {"640823-****", GUARD_HINT},
	    {"640823-T123", GUARD_HINT},
	    /* none: no such day, too many digits, other things */
	    {"640832-3234", GUARD_NONE},
	    {"641323-3234", GUARD_NONE},
	    {"210229-1234", GUARD_NONE},
	    {"1640823-3234", GUARD_NONE},
	    {"640823-32345", GUARD_NONE},
	    {"640823--3234", GUARD_NONE},
	    {"640823\n3234", GUARD_NONE},
	    {"640823-plan", GUARD_NONE},
	    {"212000-2882", GUARD_NONE},
	    {"162120002882", GUARD_NONE},
	    {"2014-10-01", GUARD_NONE},
	    {"1307-2014-0915", GUARD_NONE},
	    {"0701234567", GUARD_NONE},
	    {"+46701012391", GUARD_NONE},
	    {"2026-03-17 1430", GUARD_NONE},
	    {"20260317 1431", GUARD_NONE}, /* wrong check digit, and a time of day */
	    {"2026-03-17 14:30", GUARD_NONE},
	    {"20260317T1430", GUARD_NONE},
	    {"20260317143000", GUARD_NONE},
	    {"", GUARD_NONE},
	    {"\xEF\xBC", GUARD_NONE},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (guard_worst(rows[i].text) != rows[i].level)
			fail_msg("%s: %d, not %d", rows[i].text, guard_worst(rows[i].text), rows[i].level);
}

static void test_where(void **state)
{
	const char *text = "Hej 640823-3234, 6408233234 och 640823-3235!";
	static const struct guard_hit expected[] = {
	    {4, 11, GUARD_ASK_REMOVE}, {17, 10, GUARD_ASK_KEEP}, {32, 11, GUARD_HINT}};
	struct guard_hit hit;
	size_t from = 0;
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_true(guard_next(text, from, &hit));
		assert_int_equal(hit.start, expected[i].start);
		assert_int_equal(hit.len, expected[i].len);
		assert_int_equal(hit.level, expected[i].level);
		from = hit.start + hit.len;
	}
	assert_false(guard_next(text, from, &hit));
}

static void test_mask_and_remove(void **state)
{
	static const struct {
		const char *text;
		enum guard_level least;
		const char *masked, *removed;
	} rows[] = {
	    {"Hej 640823-3234!", GUARD_HINT, "Hej 64••••-••••!", "Hej [personnummer borttaget]!"},
	    {"19640823 - 3234", GUARD_HINT, "19•••••• - ••••", "[personnummer borttaget]"},
	    {"6408233234 640823-3234", GUARD_ASK_REMOVE, "6408233234 64••••-••••",
	     "6408233234 [personnummer borttaget]"},
	    {"6408233234 640823-3235", GUARD_ASK_KEEP, "64•••••••• 640823-3235",
	     "[personnummer borttaget] 640823-3235"},
	    {"640823-T123", GUARD_HINT, "64••••-T•••", "[personnummer borttaget]"},
	    {"Ring 0701234567.", GUARD_HINT, "Ring 0701234567.", "Ring 0701234567."},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf masked = {0}, removed = {0};
		guard_mask(&masked, rows[i].text, rows[i].least);
		guard_remove(&removed, rows[i].text, rows[i].least);
		assert_string_equal(buf_cstr(&masked), rows[i].masked);
		assert_string_equal(buf_cstr(&removed), rows[i].removed);
		buf_release(&masked);
		buf_release(&removed);
	}
}

/* ---- properties, over what a fixed seed makes ------------------------------------ */

static uint32_t seed = 11;

static int below(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

/* Twelve digits: a day of 1880-2026, sometimes + 60, and a check digit that fits. */
static void make_number(char out[13])
{
	struct date d;
	do
		d = (struct date){(int16_t)(1880 + below(147)), (int8_t)(1 + below(12)), (int8_t)(1 + below(31))};
	while (!date_valid(d.year, d.month, d.day));
	snprintf(out, 13, "%04d%02d%02d%03d0", d.year, d.month, d.day + (below(4) ? 0 : 60), 1 + below(999));
	int sum = 0;
	for (int i = 2; i < 11; i++) {
		int v = (out[i] - '0') * (i % 2 == 0 ? 2 : 1);
		sum += v / 10 + v % 10;
	}
	out[11] = (char)('0' + (10 - sum % 10) % 10);
}

static void write_digits(struct buf *out, const char *digits, size_t n, bool wide)
{
	static const char *const full[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
	for (size_t i = 0; i < n; i++)
		wide ? buf_str(out, full[digits[i] - '0']) : buf_char(out, digits[i]);
}

/* No generated number passes in any form with separator or century; ten digits are asked about, unless they begin with
 * 0. */
static void test_every_form_is_found(void **state)
{
	static const char *const separators[] = {"-",      "+",      " ",      "  ",     "–",      "—",
						 "−",      "\u2010", "\u2011", "\u2012", "\u00A0", "\u202F",
						 "\u2009", "－",     " - ",    "- ",     " –",     "\u200B-"};
	static const char *const around[][2] = {
	    {"", ""}, {"Patient ", " ringde"}, {"(", ")"}, {"pnr", ","}, {"å", "å"}, {"4 ", " 7"}};
	(void)state;
	for (int i = 0; i < 40000; i++) {
		char n[13];
		struct buf text = {0};
		struct guard_hit hit;
		make_number(n);
		size_t skip = below(2) ? 2 : 0;
		const char *const *about = around[below(6)];
		int form = below(10);
		bool wide = below(8) == 0;
		buf_str(&text, about[0]);
		write_digits(&text, n + skip, 8 - skip, wide);
		if (form > 1)
			buf_str(&text, separators[below((int)(sizeof separators / sizeof *separators))]);
		write_digits(&text, n + 8, 4, wide);
		buf_str(&text, about[1]);
		enum guard_level least = form > 1 || !skip ? GUARD_ASK_REMOVE
					 : n[2] == '0'     ? GUARD_NONE
							   : GUARD_ASK_KEEP;
		bool found = guard_next(buf_cstr(&text), 0, &hit);
		if (least != GUARD_NONE && (!found || hit.level != least || hit.start != strlen(about[0]) ||
					    hit.start + hit.len + strlen(about[1]) != text.len))
			fail_msg("missed a number written as %s", buf_cstr(&text));
		struct buf masked = {0}, removed = {0};
		guard_mask(&masked, buf_cstr(&text), GUARD_HINT);
		guard_remove(&removed, buf_cstr(&text), GUARD_HINT);
		assert_int_equal(guard_worst(buf_cstr(&masked)), GUARD_NONE);
		assert_int_equal(guard_worst(buf_cstr(&removed)), GUARD_NONE);
		if (least != GUARD_NONE && !wide)
			assert_null(strstr(buf_cstr(&masked), n + 8));
		buf_release(&masked);
		buf_release(&removed);
		buf_release(&text);
	}
}

/* # is any digit, a letter one of a class; the rest stands as it is. */
static void fill_in(struct buf *out, const char *form)
{
	for (const char *p = form; *p; p++)
		switch (*p) {
		case '#':
			buf_char(out, (char)('0' + below(10)));
			break;
		case 'n':
			buf_char(out, (char)('1' + below(9)));
			break;
		case 'o': /* the third digit of an organisation number */
			buf_char(out, (char)('2' + below(8)));
			break;
		case 'D': /* a date of our time, as it is written with hyphens */
			buf_printf(out, "20%02d-%02d-%02d", below(40), 1 + below(12), 1 + below(28));
			break;
		case 'd': /* the same in one piece */
			buf_printf(out, "20%02d%02d%02d", below(40), 1 + below(12), 1 + below(28));
			break;
		case 'H':
			buf_printf(out, "%02d", below(24));
			break;
		case 'M':
			buf_printf(out, "%02d", below(60));
			break;
		default:
			buf_char(out, *p);
		}
}

static void test_other_numbers_are_left(void **state)
{
	static const char *const forms[] = {
	    /* telephone numbers */
	    "07# ### ## ##",
	    "07#-### ## ##",
	    "07#-#######",
	    "07#-######",
	    "07########",
	    "07#-## ## ###",
	    "08-### ### ##",
	    "08-### ## ##",
	    "08########",
	    "0n#-### ## ##",
	    "0n#-## ## ##",
	    "0nn#-## ## ##",
	    "0nn#-##### ",
	    "0nn######",
	    "0n########",
	    "+46 7# ### ## ##",
	    "+46 (0)7#-### ## ##",
	    "+467########",
	    "+46 8 ### ### ##",
	    "00467########",
	    "tfn 07#-### ## ##, växel 08-### ## ##",
	    "+45 ## ## ## ##",
	    "020-## ## ##",
	    "112",
	    "1177",
	    "+358 ## ### ####",
	    /* organisation numbers, with the century people put before them */
	    "nno###-####",
	    "nno#######",
	    "16nno###-####",
	    "16nno#######",
	    "556###-####",
	    "232100-00##",
	    "212000-####",
	    /* dates with times */
	    "D H:M",
	    "D H.M",
	    "D kl. H.M",
	    "DTH:M:M",
	    "DTH:MZ",
	    "d H:M",
	    "dTHM",
	    "dTHMM",
	    "dHMM",
	    "D HM",
	    "D",
	    "d",
	    "d-d",
	    "D–D",
	    "D H.M–H.M",
	    "H.M–H.M",
	    "D H:M:M.###",
	    /* diarienummer */
	    "RS 20##/####",
	    "RS 20##-####",
	    "VO 20##-####-#",
	    "HSN 20##-#####",
	    "LS 20##-####",
	    "####-20##-####",
	    "20##/#####",
	    "Dnr 20##:####",
	    "RJL 20##/####",
	    "S20##/#####/FS",
	    "n.n.n-#####/20##",
	    "20RS####",
	    "RUN ##-####",
	    "SKR ##/#####",
	    "20##-#####",
	    "§ ##/20##",
	    /* other numbers of the field */
	    "## ### ###",
	    "#,## %",
	    "##-##",
	    "SOU 20##:##",
	    "ISBN 978-91-###-####-#",
	    "bg ###-####",
	    "pg ## ## ##-#",
	    "#### ##",
	    "SE## #### #### ####",
	};
	(void)state;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		for (int k = 0; k < 2000; k++) {
			struct buf text = {0};
			fill_in(&text, forms[i]);
			if (guard_worst(buf_cstr(&text)) != GUARD_NONE)
				fail_msg("tripped by %s of the form %s", buf_cstr(&text), forms[i]);
			buf_release(&text);
		}
}

/* The date and time in two pieces of digits alone is the one form that only the check digit can tell: nine in ten pass
 * without a word. */
static void test_check_digit_decides_an_ambiguous_time(void **state)
{
	int asked = 0, hints = 0;
	(void)state;
	for (int i = 0; i < 5000; i++) {
		struct buf text = {0};
		fill_in(&text, "d HM");
		enum guard_level level = guard_worst(buf_cstr(&text));
		asked += level == GUARD_ASK_REMOVE;
		hints += level == GUARD_HINT;
		buf_release(&text);
	}
	assert_int_equal(hints, 0);
	assert_in_range(asked, 400, 600);
}

/* Any bytes: no crash, hits in order inside the text, and what is masked or removed is not found again. */
static void test_any_bytes(void **state)
{
	static const char *const pieces[] = {"640823", "3234",   "19", "20", "-",  " ",         "+",
					     "–",      "\u00A0", "X",  "1",  "08", "２",        "\u200B",
					     "\xEF",   "\xBC",   "a",  ".",  "T1", "6408233234"};
	(void)state;
	for (int i = 0; i < 60000; i++) {
		struct buf text = {0}, masked = {0}, removed = {0};
		struct guard_hit hit;
		for (int k = below(9); k >= 0; k--)
			buf_str(&text, pieces[below((int)(sizeof pieces / sizeof *pieces))]);
		for (size_t from = 0; guard_next(buf_cstr(&text), from, &hit); from = hit.start + hit.len) {
			assert_true(hit.start >= from && hit.len >= 10 && hit.start + hit.len <= text.len);
			assert_int_not_equal(hit.level, GUARD_NONE);
		}
		guard_mask(&masked, buf_cstr(&text), GUARD_HINT);
		guard_remove(&removed, buf_cstr(&text), GUARD_HINT);
		if (guard_worst(buf_cstr(&masked)) != GUARD_NONE || guard_worst(buf_cstr(&removed)) != GUARD_NONE)
			fail_msg("found again: %s -> %s", buf_cstr(&text), buf_cstr(&masked));
		buf_release(&text);
		buf_release(&masked);
		buf_release(&removed);
	}
}

/* A megabyte of digits, or of digits one blank apart, is read in one go. */
static void test_a_megabyte(void **state)
{
	struct buf text = {0};
	(void)state;
	buf_fill(&text, '6', 1 << 20);
	assert_int_equal(guard_worst(buf_cstr(&text)), GUARD_NONE);
	buf_clear(&text);
	for (int i = 0; i < 1 << 18; i++)
		buf_str(&text, "64 -");
	buf_str(&text, "640823-3234");
	assert_int_equal(guard_worst(buf_cstr(&text)), GUARD_ASK_REMOVE);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_where),
	    cmocka_unit_test(test_mask_and_remove),
	    cmocka_unit_test(test_every_form_is_found),
	    cmocka_unit_test(test_other_numbers_are_left),
	    cmocka_unit_test(test_check_digit_decides_an_ambiguous_time),
	    cmocka_unit_test(test_any_bytes),
	    cmocka_unit_test(test_a_megabyte),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
