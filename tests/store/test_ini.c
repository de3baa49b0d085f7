/* INI: what iniparser gives, and each of its traps closed. */
#include "radsbord/store/ini.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	struct ini *ini;
	struct diagnostics d;
};

static void read_bytes(struct reading *r, const char *bytes, size_t len)
{
	*r = (struct reading){0};
	r->ini = ini_parse(bytes, len, "radsbord.ini", &r->d);
}

static void done(struct reading *r)
{
	ini_free(&r->ini);
	assert_null(r->ini);
	diagnostics_release(&r->d);
}

#define READ(r, literal) read_bytes(r, literal, sizeof(literal) - 1)

static void expect_finding(struct reading *r, size_t i, enum diagnostic_level level, int line, const char *word)
{
	assert_true(i < r->d.count);
	if (r->d.items[i].line != line || r->d.items[i].level != level || !strstr(r->d.items[i].text, word))
		fail_msg("%d %d: %s", r->d.items[i].level, r->d.items[i].line, r->d.items[i].text);
	assert_string_equal(r->d.items[i].file, "radsbord.ini");
	assert_int_equal(r->d.items[i].text[strlen(r->d.items[i].text) - 1], '.');
}

/* One finding, and the value that is left (NULL: none). */
#define TRAP(text, level, line, word, key, value)                                                  \
	do {                                                                                       \
		struct reading r_;                                                                 \
		const char *got_;                                                                  \
		READ(&r_, "[a]\n" text "\nsist = 9\n");                                            \
		assert_non_null(r_.ini);                                                           \
		expect_finding(&r_, 0, level, line, word);                                         \
		assert_int_equal(r_.d.count, 1);                                                   \
		got_ = ini_get(r_.ini, "a", key);                                                  \
		if (value)                                                                         \
			assert_string_equal(got_, value);                                          \
		else                                                                               \
			assert_null(got_);                                                         \
		assert_string_equal(ini_get(r_.ini, "a", "sist"), "9");                            \
		done(&r_);                                                                         \
	} while (0)
#define NO_VALUE ((const char *)NULL)

static void test_reads_sections_and_keys(void **state)
{
	/* Sections and keys come in file order with their lines, names without regard to case, values as written. */
	struct reading r;

	(void)state;
	READ(&r, "; om\nformat = 1\n\n[Rapport]\nTitel = \"Mål; och # medel\"\r\ntom =\nvag=x\n[ tangenter ]\n"
	         "lang = ett \\\n   två \\\n   tre\nslut = 'd\"e'");
	assert_non_null(r.ini);
	assert_int_equal(r.d.count, 0);
	assert_int_equal(ini_sections(r.ini), 2);
	assert_string_equal(ini_section(r.ini, 0), "rapport");
	assert_string_equal(ini_section(r.ini, 1), "tangenter");
	assert_null(ini_section(r.ini, 2));
	assert_string_equal(ini_get(r.ini, "", "format"), "1");
	assert_string_equal(ini_get(r.ini, "rapport", "titel"), "Mål; och # medel");
	assert_string_equal(ini_get(r.ini, "RAPPORT", "TITEL"), "Mål; och # medel");
	assert_string_equal(ini_get(r.ini, "rapport", "tom"), "");
	assert_string_equal(ini_get(r.ini, "tangenter", "lang"), "ett    två    tre");
	assert_string_equal(ini_get(r.ini, "tangenter", "slut"), "d\"e");
	assert_null(ini_get(r.ini, "rapport", "slut"));
	assert_null(ini_get(r.ini, "rapport", ""));
	assert_int_equal(ini_line(r.ini, "rapport", NULL), 4);
	assert_int_equal(ini_line(r.ini, "rapport", "vag"), 7);
	assert_int_equal(ini_line(r.ini, "tangenter", "slut"), 12);
	assert_int_equal(ini_line(r.ini, "ingen", NULL), 0);
	assert_int_equal(ini_line(r.ini, "rapport", "ingen"), 0);
	assert_int_equal(ini_keys(r.ini, "rapport"), 3);
	assert_string_equal(ini_key(r.ini, "rapport", 2), "vag");
	assert_null(ini_key(r.ini, "rapport", 3));
	assert_int_equal(ini_keys(r.ini, "ingen"), 0);
	assert_int_equal(ini_keys(r.ini, ""), 1);
	done(&r);
}

static void test_long_lines(void **state)
{
	/* A line over 1 022 bytes, continuations included, fails alone and not the whole file. */
	struct reading r;

	(void)state;
	for (size_t n = 1000; n < 1040; n++) {
		for (int joined = 0; joined < 2; joined++) {
			struct buf text = {0};

			buf_str(&text, joined ? "[a]\nk = \\\n" : "[a]\nk = ");
			buf_fill(&text, 'x', n - 4);
			buf_str(&text, "\nsist = 9\n");
			read_bytes(&r, text.data, text.len);
			assert_non_null(r.ini);
			assert_string_equal(ini_get(r.ini, "a", "sist"), "9");
			assert_int_equal(ini_get(r.ini, "a", "k") != NULL, n <= 1022);
			if (n > 1022)
				expect_finding(&r, 0, DIAGNOSTIC_FAULT, 2, "1022");
			else
				assert_int_equal(strlen(ini_get(r.ini, "a", "k")), n - 4);
			done(&r);
			buf_release(&text);
		}
	}
}

static void test_values_that_would_be_cut(void **state)
{
	/* An unquoted ; or # cuts a value, a quote ends it, and there are no escapes: each is said. */
	(void)state;
	TRAP("k = http://x/#y", DIAGNOSTIC_FAULT, 2, "kapas vid #", "k", "http://x/");
	TRAP("k = a;b", DIAGNOSTIC_FAULT, 2, "kapas vid ;", "k", "a");
	TRAP("k = #ff0000", DIAGNOSTIC_FAULT, 2, "kapas vid #", "k", "");
	TRAP("k = 5 ; antal", DIAGNOSTIC_WARNING, 2, "kommentar", "k", "5");
	TRAP("k = \"säg \\\"hej\\\"\"", DIAGNOSTIC_FAULT, 2, "går förlorad", "k", "säg \\");
	TRAP("k = 'it's'", DIAGNOSTIC_FAULT, 2, "går förlorad", "k", "it");
	TRAP("k = \"öppen ; x", DIAGNOSTIC_FAULT, 2, "avslutas aldrig", "k", "öppen ; x");
	TRAP("k = \"\"x", DIAGNOSTIC_FAULT, 2, "går förlorad", "k", "\"\"x");
}

static void test_lines_that_would_be_joined(void **state)
{
	/* A trailing backslash swallows the next line; at a comment it does not, at the end of the file it is said. */
	struct reading r;

	(void)state;
	TRAP("k = C:\\rad\\\nformat = 1", DIAGNOSTIC_FAULT, 2, "fogas ihop", "k", "C:\\radformat = 1");
	READ(&r, "[a]\n# C:\\\nk = 1\nslut = x\\");
	assert_string_equal(ini_get(r.ini, "a", "k"), "1");
	assert_string_equal(ini_get(r.ini, "a", "slut"), "x");
	expect_finding(&r, 0, DIAGNOSTIC_FAULT, 4, "ingen rad");
	done(&r);
}

static void test_duplicates(void **state)
{
	/* iniparser merges duplicates in silence; here the first stands and the second is named. */
	struct reading r;

	(void)state;
	TRAP("k = 1\nK = 2", DIAGNOSTIC_FAULT, 3, "rad 2", "k", "1");
	READ(&r, "[a]\nk = 1\n[b]\nx = 1\n[A]\nl = 2\n");
	expect_finding(&r, 0, DIAGNOSTIC_FAULT, 5, "rad 1");
	assert_int_equal(ini_sections(r.ini), 2);
	assert_int_equal(ini_keys(r.ini, "a"), 2);
	assert_string_equal(ini_get(r.ini, "a", "l"), "2");
	done(&r);
}

static void test_names(void **state)
{
	/* ':' and brackets in names lead iniparser astray ([a] with [a:b] crashed it); such names are refused. */
	struct reading r;

	(void)state;
	TRAP("k:l = 1", DIAGNOSTIC_FAULT, 2, "namn är fel", "k:l", NO_VALUE);
	TRAP("k[1] = 1", DIAGNOSTIC_FAULT, 2, "namn är fel", "k[1]", NO_VALUE);
	TRAP(" = 1", DIAGNOSTIC_FAULT, 2, "namn är fel", "", NO_VALUE);
	TRAP("bara ord", DIAGNOSTIC_FAULT, 2, "varken", "bara ord", NO_VALUE);
	TRAP("x", DIAGNOSTIC_FAULT, 2, "varken", "x", NO_VALUE);
	READ(&r, "[a]\nk = 1\n[a:b]\nk = 2\n[]\nk = 3\n[c\nk = 4\n[d] ; om\nk = 5\n");
	assert_int_equal(ini_sections(r.ini), 2);
	assert_string_equal(ini_get(r.ini, "a", "k"), "1");
	assert_string_equal(ini_get(r.ini, "d", "k"), "5");
	assert_null(ini_get(r.ini, "a:b", "k"));
	for (size_t i = 0; i < 3; i++)
		expect_finding(&r, i, DIAGNOSTIC_FAULT, 3 + 2 * (int)i, "Avsnittets namn");
	expect_finding(&r, 3, DIAGNOSTIC_WARNING, 9, "egen rad");
	done(&r);
}

static void test_encodings(void **state)
{
	/* A BOM is skipped and said, bad UTF-8 and NUL take their line only, UTF-16 the file. */
	struct reading r;

	(void)state;
	READ(&r, "\xEF\xBB\xBF[a]\nk = 1\n");
	expect_finding(&r, 0, DIAGNOSTIC_WARNING, 1, "BOM");
	assert_string_equal(ini_get(r.ini, "a", "k"), "1");
	done(&r);
	TRAP("k = \xE5", DIAGNOSTIC_FAULT, 2, "UTF-8", "k", NO_VALUE);
	TRAP("k = \0x", DIAGNOSTIC_FAULT, 2, "noll-tecken", "k", NO_VALUE);
	READ(&r, "\xFF\xFE[\0a\0]\0");
	assert_null(r.ini);
	expect_finding(&r, 0, DIAGNOSTIC_FAULT, 1, "UTF-16");
	done(&r);
}

static void test_numbers_stay_text(void **state)
{
	/* 042, 12abc, 1,5 and 68.4 are strings; base's strict parser decides, whatever the locale says. */
	struct reading r;
	struct num n;

	(void)state;
	READ(&r, "[a]\nokt = 042\nskrap = 12abc\nkomma = 1,5\npunkt = 68.4\n");
	assert_string_equal(ini_get(r.ini, "a", "okt"), "042");
	assert_true(num_parse(ini_get(r.ini, "a", "okt"), &n, NULL));
	assert_int_equal(n.num, 42);
	assert_false(num_parse(ini_get(r.ini, "a", "skrap"), &n, NULL));
	assert_false(num_parse(ini_get(r.ini, "a", "komma"), &n, NULL));
	assert_true(num_parse(ini_get(r.ini, "a", "punkt"), &n, NULL));
	assert_int_equal(num_cmp(n, num_frac(684, 10)), 0);
	done(&r);
}

static void test_large_and_empty(void **state)
{
	/* An empty file is no fault; one over the limit is refused; long names do not get lost. */
	struct reading r;
	struct buf text = {0};

	(void)state;
	READ(&r, "");
	assert_non_null(r.ini);
	assert_int_equal(ini_sections(r.ini) + r.d.count, 0);
	done(&r);
	buf_fill(&text, '\n', 600 << 10);
	read_bytes(&r, text.data, text.len);
	assert_null(r.ini);
	expect_finding(&r, 0, DIAGNOSTIC_FAULT, 0, "512 KiB");
	done(&r);
	buf_clear(&text);
	buf_char(&text, '[');
	buf_fill(&text, 's', 200);
	buf_str(&text, "]\n");
	buf_fill(&text, 'k', 200);
	buf_str(&text, " = v\n");
	read_bytes(&r, text.data, text.len);
	assert_string_equal(ini_get(r.ini, ini_section(r.ini, 0), ini_key(r.ini, ini_section(r.ini, 0), 0)), "v");
	done(&r);
	buf_release(&text);
}

static size_t open_files(void)
{
	DIR *d = opendir("/proc/self/fd");
	size_t n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

static void test_survives_rubbish(void **state)
{
	/* Whatever the bytes: no crash, a value for every key, and no file left open. */
	static const char likely[] = "[]a=b;#\"'\\\n\n :\xC3\xA5\0\t%";
	uint64_t seed = 362436069u;
	size_t files = open_files();
	struct reading r;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		size_t n = (size_t)round % 150;
		char *bytes = malloc(n + !n);

		for (size_t i = 0; i < n; i++) {
			seed ^= seed << 13;
			seed ^= seed >> 7;
			seed ^= seed << 17;
			bytes[i] = likely[(seed >> 8) % (sizeof likely - 1)];
		}
		read_bytes(&r, bytes, n);
		assert_non_null(r.ini);
		for (size_t i = 0; i < ini_sections(r.ini); i++)
			for (size_t k = 0; k < ini_keys(r.ini, ini_section(r.ini, i)); k++)
				assert_non_null(ini_get(r.ini, ini_section(r.ini, i),
				                        ini_key(r.ini, ini_section(r.ini, i), k)));
		for (size_t i = 0; i < r.d.count; i++)
			assert_null(strstr(r.d.items[i].text, "iniparser"));
		done(&r);
		free(bytes);
	}
	assert_int_equal(open_files(), files);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_sections_and_keys), cmocka_unit_test(test_long_lines),
		cmocka_unit_test(test_values_that_would_be_cut), cmocka_unit_test(test_lines_that_would_be_joined),
		cmocka_unit_test(test_duplicates), cmocka_unit_test(test_names),
		cmocka_unit_test(test_encodings), cmocka_unit_test(test_numbers_stay_text),
		cmocka_unit_test(test_large_and_empty), cmocka_unit_test(test_survives_rubbish),
	};

	/* Swedish where it is installed: its decimal comma must make no difference. */
	if (!setlocale(LC_ALL, "sv_SE.UTF-8"))
		setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
