/* radsbord uppgradera on a folder of this program's format, and on others, by the real program. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

static void says(const struct home *h, const char *council, int status, const char *words)
{
	struct run r = {0};
	RUN(h, &r, "--rad", council, "uppgradera");
	const char *text = status == 0 ? buf_cstr(&r.out) : buf_cstr(&r.err);
	if (r.status != status || !strstr(text, words))
		fail_msg("exit %d, not %d with ”%s”:\n%s%s", r.status, status, words, buf_cstr(&r.out), buf_cstr(&r.err));
	run_release(&r);
}

/* The same format: nothing to do. A newer one, and none: what to do. Nothing is written and no backup is made. */
static void says_what_there_is_to_do(void **state)
{
	static const struct {
		const char *rad;
		int status;
		const char *words;
	} rows[] = {
		{"[rad]\nformat = 1\nnamn = Prov\nregion = 04\n", 0, "Mappen har format 1, som är programmets. Det finns inget att uppgradera.\n"},
		{"[rad]\nformat = 2\nnamn = Prov\nregion = 04\n", 3, "Mappen har format 2, som är nyare än det här programmets (1). Uppdatera programmet.\n"},
		{"[rad]\nnamn = Prov\nregion = 04\n", 3, "skriv format = 1"},
		{"[rad]\nformat = ett\nnamn = Prov\nregion = 04\n", 3, "skriv format = 1"},
	};
	struct home h;
	struct run r = {0};
	(void)state;
	home_init(&h);
	char *council = home_path(&h, "rad");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		home_write(&h, "rad/rad.ini", rows[i].rad);
		says(&h, council, rows[i].status, rows[i].words);
		char *now = home_read(&h, "rad/rad.ini");
		assert_string_equal(now, rows[i].rad);
		free(now);
	}
	char *command = mem_printf("! ls '%s' | grep tar", h.path);
	assert_int_equal(system(command), 0);
	free(command);
	free(council);
	run_release(&r);
	home_release(&h);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {cmocka_unit_test(says_what_there_is_to_do)};
	return cmocka_run_group_tests_name("cli/upgrade", tests, NULL, NULL);
}
