/* Settings: defaults, the program's file, the user's own over it. */
#include "scratch.h"

#include "radsbord/store/settings.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct settings *open_two(const struct scratch *s, struct diagnostics *d)
{
	char a[600], b[600];
	const char *const paths[] = {a, NULL, b};

	snprintf(a, sizeof a, "%s/radsbord.ini", s->path);
	snprintf(b, sizeof b, "%s/egen.ini", s->path);
	return settings_open(paths, 3, io_system(), d);
}

static void test_defaults(void **state)
{
	/* Without files every setting has its default, and nothing is said. */
	struct scratch s;
	struct diagnostics d = {0};
	struct settings *set;

	(void)state;
	scratch_init(&s);
	set = open_two(&s, &d);
	assert_int_equal(d.count, 0);
	assert_string_equal(settings_text(set, "tema"), "mork");
	assert_string_equal(settings_text(set, "region"), "");
	assert_string_equal(settings_text(set, "finns_inte"), "");
	assert_int_equal(settings_int(set, "escape_ms"), 25);
	assert_int_equal(settings_int(set, "tema"), 0);
	assert_int_equal(settings_int(set, "sma_tal"), 5);
	settings_free(&set);
	assert_null(set);
	scratch_release(&s);
}

static void test_own_file_wins(void **state)
{
	/* A later file goes over an earlier one, key by key. */
	struct scratch s;
	struct diagnostics d = {0};
	struct settings *set;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "radsbord.ini", "[radsbord]\ntema = ljus\nescape_ms = 50\nregion = \"\"\n");
	scratch_puts(&s, "egen.ini", "[radsbord]\ntema = mono\nregion = Sörmland\nrad = /hem/rad\n");
	set = open_two(&s, &d);
	assert_int_equal(d.count, 0);
	assert_string_equal(settings_text(set, "tema"), "mono");
	assert_string_equal(settings_text(set, "region"), "Sörmland");
	assert_string_equal(settings_text(set, "rad"), "/hem/rad");
	assert_int_equal(settings_int(set, "escape_ms"), 50);
	settings_free(&set);
	scratch_release(&s);
}

static void test_faults(void **state)
{
	/* What does not fit its row is reported with its line, and the value before stays. */
	struct scratch s;
	struct diagnostics d = {0};
	struct settings *set;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "radsbord.ini",
	             "[radsbord]\ntema = rosa\nescape_ms = 5000\nspraak = sv\n"
	             "[annat]\nx = 1\n");
	set = open_two(&s, &d);
	assert_int_equal(d.count, 4);
	assert_int_equal(d.items[0].line, 2);
	assert_non_null(strstr(d.items[0].text, "mork|ljus"));
	assert_int_equal(d.items[1].line, 3);
	assert_non_null(strstr(d.items[1].text, "mellan 1 och 1000"));
	assert_int_equal(d.items[2].line, 4);
	assert_int_equal(d.items[2].level, DIAGNOSTIC_WARNING);
	assert_string_equal(settings_text(set, "tema"), "mork");
	assert_int_equal(settings_int(set, "escape_ms"), 25);
	diagnostics_release(&d);
	settings_free(&set);
	scratch_release(&s);
}

static void test_own_config(void **state)
{
	/* config/radsbord.ini has no key that the table lacks, and no value but the defaults. */
	const char *source = getenv("RADSBORD_SOURCE");
	char path[600];
	const char *const paths[] = {path};
	struct diagnostics d = {0};
	struct settings *own, *none;
	static const char *const keys[] = {"rad", "region", "tema", "escape_ms"};

	(void)state;
	snprintf(path, sizeof path, "%s/config/radsbord.ini", source ? source : ".");
	own = settings_open(paths, 1, io_system(), &d);
	none = settings_open(NULL, 0, io_system(), NULL);
	for (size_t i = 0; i < d.count; i++)
		print_message("%s:%d: %s\n", d.items[i].file, d.items[i].line, d.items[i].text);
	assert_int_equal(d.count, 0);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		assert_string_equal(settings_text(own, keys[i]), settings_text(none, keys[i]));
	settings_free(&own);
	settings_free(&none);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults), cmocka_unit_test(test_own_file_wins), cmocka_unit_test(test_faults),
		cmocka_unit_test(test_own_config),
	};

	return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
