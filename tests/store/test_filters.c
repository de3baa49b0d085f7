/* Filters that a person keeps: below the state folder, found by name, replaced as a whole; an error is not an empty file. */
#include "faulty.h"
#include "scratch.h"

#include "radsbord/store/filters.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct kept_filters kept;

static char *state_of(const struct scratch *s)
{
	return mem_printf("%s/state", s->path);
}

static bool change(const struct scratch *s, const struct io *io, const char *was, const char *name, const char *words)
{
	char *state = state_of(s);
	struct error e = {0};
	bool ok = filters_change(io, state, s->path, "Atgard", was, name, words, &kept, &e);

	free(state);
	return ok;
}

/* "Atgard Mina=ansvarig:ek; ..." as another session reads it. */
static void assert_kept(const struct scratch *s, const char *expected)
{
	struct kept_filters k = {0};
	struct buf all = {0};
	char *state = state_of(s);

	assert_true(filters_read(io_system(), state, s->path, &k, NULL));
	for (size_t i = 0; i < k.count; i++)
		buf_printf(&all, "%s%s %s=%s", i ? "; " : "", k.items[i].list, k.items[i].name, k.items[i].words);
	assert_string_equal(buf_cstr(&all), expected);
	kept_filters_release(&k);
	buf_release(&all);
	free(state);
}

static int is_private(const struct scratch *s)
{
	char *command = mem_printf("test -z \"$(find '%s/state' -type f ! -perm 600)$(find '%s/state' -type d ! -perm 700)\"", s->path, s->path);
	int status = system(command);

	free(command);
	return status;
}

static void test_keeps_renames_and_drops(void **state)
{
	struct scratch s;

	(void)state;
	scratch_init(&s);
	assert_kept(&s, ""); /* nothing is there, and nothing is made */
	assert_true(change(&s, io_system(), NULL, "Mina", "ansvarig:\"Anna Ek\""));
	assert_true(change(&s, io_system(), NULL, "Före jul", "senast:2026-12-24"));
	assert_kept(&s, "Atgard Mina=ansvarig:\"Anna Ek\"; Atgard Före jul=senast:2026-12-24");
	assert_int_equal(is_private(&s), 0);
	assert_true(change(&s, io_system(), NULL, "mina", "ansvarig:ek"));
	assert_true(change(&s, io_system(), "Före jul", "Före nyår", "senast:2026"));
	assert_kept(&s, "Atgard mina=ansvarig:ek; Atgard Före nyår=senast:2026");
	assert_true(change(&s, io_system(), "mina", NULL, NULL));
	assert_kept(&s, "Atgard Före nyår=senast:2026");
	kept_filters_release(&kept);
	scratch_release(&s);
}

/* Case, diacritics and a hyphen for a blank do not matter; the list does. */
static void test_found_by_name(void **state)
{
	struct kept_filters k = {0};

	(void)state;
	kept_filters_put(&k, "Atgard", "Före nästa möte", "a");
	kept_filters_put(&k, "Brist", "Före nästa möte", "b");
	assert_string_equal(kept_filters_find(&k, "Atgard", "fore-nasta-mote")->words, "a");
	assert_string_equal(kept_filters_find(&k, "Brist", "FÖRE NÄSTA MÖTE")->words, "b");
	assert_null(kept_filters_find(&k, "Enhet", "Före nästa möte"));
	assert_null(kept_filters_find(&k, "Atgard", "Före"));
	assert_false(kept_filters_remove(&k, "Enhet", "Före nästa möte"));
	kept_filters_release(&k);
}

/* Whatever call fails, what was kept is kept: the old or the new, never nothing. */
static void test_a_fault_loses_nothing(void **state)
{
	struct scratch s;
	struct faulty f;
	bool done = false;

	(void)state;
	scratch_init(&s);
	assert_true(change(&s, io_system(), NULL, "Mina", "ansvarig:ek"));
	for (long at = 1; !done && at < 200; at++) {
		struct kept_filters k = {0};
		char *folder = state_of(&s);

		faulty_init(&f);
		f.at = at;
		f.err = EIO;
		done = change(&s, &f.io, NULL, "Mina", "ansvarig:ek") && f.calls < at;
		assert_true(filters_read(io_system(), folder, s.path, &k, NULL));
		assert_non_null(kept_filters_find(&k, "Atgard", "mina"));
		kept_filters_release(&k);
		free(folder);
	}
	assert_true(done);
	kept_filters_release(&kept);
	scratch_release(&s);
}

/* A number with separator or century is masked, as in all that outlives the text; what is broken in the file is left out. */
static void test_numbers_and_broken_bytes(void **state)
{
	struct scratch s;
	char *bytes, *folder;

	(void)state;
	scratch_init(&s);
	assert_true(change(&s, io_system(), NULL, "Nummer", "640823-3234"));
	folder = state_of(&s);
	char *find = mem_printf("cat '%s'/*/filter.rec > '%s/bytes'", folder, s.path);
	assert_int_equal(system(find), 0);
	bytes = scratch_get(&s, "bytes", NULL);
	assert_null(strstr(bytes, "640823-3234"));
	free(find);
	find = mem_printf("printf 'Lista: Atgard\\nNamn: Bra\\nOrd: jour\\n\\nLista: Atgard\\nNamn: \\n\\nskr\\303p\\n\\nOrd: x\\n' > \"$(ls '%s'/*/filter.rec)\"", folder);
	assert_int_equal(system(find), 0);
	assert_kept(&s, "Atgard Bra=jour");
	free(find);
	free(bytes);
	free(folder);
	kept_filters_release(&kept);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_keeps_renames_and_drops), cmocka_unit_test(test_found_by_name),
	                                   cmocka_unit_test(test_a_fault_loses_nothing), cmocka_unit_test(test_numbers_and_broken_bytes)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
