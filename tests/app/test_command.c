/* test_command.c - the command table: complete, without collisions, and within reach on a Swedish keyboard. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/app/command.h"

#include <string.h>

/* Needs AltGr, or is a dead key, on a Swedish keyboard (SCREENS, "Keys"). */
static const char *const out_of_reach[] = {"[", "]", "{", "}", "\\", "|", "@", "~", "^", "$", "`", "´", "¨", "Alt"};

/* Steps to the next key of a row: its length, 0 at the end. */
static size_t next_key(const char **keys)
{
	*keys += strspn(*keys, " ");
	return strcspn(*keys, " ");
}

static void test_complete(void **state)
{
	/* Every command has a row with a name, keys, a label, a sentence for the help, a group and a place. */
	(void)state;
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);
		assert_non_null(row);
		assert_int_equal(row->id, id);
		if (!row->name || !row->keys || !*row->keys || !row->label || !*row->label || !row->help || !row->group ||
		    !*row->group)
			fail_msg("command %d has an empty row", id);
		assert_true(strlen(row->help) > 3 && row->help[strlen(row->help) - 1] == '.');
		assert_true(row->places != 0 && (row->places & ~(unsigned)(PLACE_ALL | PLACE_GUIDE)) == 0);
		assert_true((row->needs & ~(unsigned)(NEED_ROW | NEED_COUNCIL | NEED_WRITABLE | NEED_WAY_BACK | NEED_RECORD)) == 0);
		assert_true(row->priority >= 0);
	}
	assert_null(command_find(COMMAND_NONE));
	assert_null(command_find(COMMANDS));
}

static void test_names(void **state)
{
	/* Names are ASCII codes, unique, and lead to their rows. */
	(void)state;
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);
		assert_true(*row->name);
		assert_int_equal(strspn(row->name, "abcdefghijklmnopqrstuvwxyz0123456789_"), strlen(row->name));
		assert_ptr_equal(command_by_name(row->name), row);
	}
	assert_null(command_by_name("finns_inte"));
	assert_null(command_by_name(""));
}

static bool has_key(const struct command_row *row, const char *key, size_t len)
{
	const char *at = row->keys;
	for (size_t n; (n = next_key(&at)) > 0; at += n)
		if (n == len && memcmp(at, key, len) == 0)
			return true;
	return false;
}

static void test_no_key_twice(void **state)
{
	/* In no place does a key mean two commands, and no row names a key twice. */
	(void)state;
	for (int a = COMMAND_NONE + 1; a < COMMANDS; a++) {
		const struct command_row *x = command_find((enum command)a);
		const char *key = x->keys;
		for (size_t n; (n = next_key(&key)) > 0; key += n) {
			for (const char *later = key + n; (later = strstr(later, " ")) != NULL; later++)
				assert_false(strncmp(later + 1, key, n) == 0 && (later[1 + n] == ' ' || !later[1 + n]));
			for (int b = a + 1; b < COMMANDS; b++) {
				const struct command_row *y = command_find((enum command)b);
				if ((x->places & y->places) && has_key(y, key, n))
					fail_msg("%.*s is both %s and %s", (int)n, key, x->name, y->name);
			}
		}
	}
}

static void test_within_reach(void **state)
{
	/* Nothing needs AltGr, Alt or a dead key, and every function key has another key beside it. */
	(void)state;
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);
		const char *key = row->keys;
		bool other = false;
		for (size_t n; (n = next_key(&key)) > 0; key += n) {
			char name[32] = "";
			assert_true(n < sizeof name);
			memcpy(name, key, n);
			for (size_t k = 0; k < sizeof out_of_reach / sizeof *out_of_reach; k++)
				if (strstr(name, out_of_reach[k]))
					fail_msg("%s needs %s", row->name, name);
			other |= !(name[0] == 'F' && n > 1 && strspn(name + 1, "0123456789") == n - 1);
		}
		assert_true(other);
	}
}

static void test_everywhere(void **state)
{
	/* Help and the way out are always there, and what edits asks for a council that may be written. */
	static const enum command always[] = {COMMAND_HELP, COMMAND_QUIT, COMMAND_SAVED, COMMAND_REDRAW};
	static const enum command edits[] = {COMMAND_ADD, COMMAND_EDIT, COMMAND_DONE, COMMAND_DATE, COMMAND_OWNER, COMMAND_NOTE,
	                                     COMMAND_STATUS, COMMAND_DROP, COMMAND_UNDO, COMMAND_REDO};
	(void)state;
	for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
		assert_int_equal(command_find(always[i])->places, PLACE_ALL);
		assert_int_equal(command_find(always[i])->needs, NEED_NOTHING);
	}
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
		assert_int_equal(command_find(edits[i])->needs & (NEED_COUNCIL | NEED_WRITABLE), NEED_COUNCIL | NEED_WRITABLE);
}

static void test_refusals(void **state)
{
	/* The most fundamental need is the one named; nothing missing, nothing said. */
	(void)state;
	assert_non_null(strstr(command_refusal(NEED_COUNCIL | NEED_WRITABLE | NEED_ROW), "Inget råd"));
	assert_non_null(strstr(command_refusal(NEED_WRITABLE | NEED_ROW), "kan inte ändras"));
	assert_non_null(strstr(command_refusal(NEED_ROW), "rad"));
	assert_string_equal(command_refusal(NEED_NOTHING), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_complete),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_no_key_twice),
		cmocka_unit_test(test_within_reach),
		cmocka_unit_test(test_everywhere),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
