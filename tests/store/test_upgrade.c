/* An older folder to a newer format: after a backup that was read back, wholly or not at all. The steps are the test's own. */
#include "faulty.h"
#include "folder_council.h"

#include "radsbord/store/upgrade.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void replace(struct upgrade_file *file, const char *from, const char *to)
{
	char *text = council_replaced(buf_cstr(&file->bytes), from, to);

	buf_clear(&file->bytes);
	buf_str(&file->bytes, text);
	free(text);
}

static struct upgrade_file *find(struct upgrade_files *files, const char *name)
{
	for (size_t i = 0; i < files->count; i++)
		if (strcmp(files->items[i].name, name) == 0)
			return &files->items[i];
	return NULL;
}

/* Format 2 calls what is in charge something else; format 3 calls the title so. */
static bool to_two(struct upgrade_files *files, struct error *e)
{
	(void)e;
	replace(find(files, "plan/2026.rec"), "Ansvarig: Eva", "Ansvar: Eva");
	return true;
}

static bool to_three(struct upgrade_files *files, struct error *e)
{
	(void)e;
	replace(find(files, "plan/2026.rec"), "Rubrik: Ring", "Titel: Ring");
	return true;
}

static bool fails(struct upgrade_files *files, struct error *e)
{
	replace(find(files, "plan/2026.rec"), "Ring", "Skriv");
	return error_set(e, ERROR_DATA, "Det gick inte.");
}

static bool damages(struct upgrade_files *files, struct error *e)
{
	(void)e;
	replace(find(files, "plan/2026.rec"), "Rubrik: Ring", "Rubrik Ring");
	return true;
}

static const struct upgrade_step steps[] = {{2, to_three}, {1, to_two}, {0}};

/* The council lies in a folder of its own, so that its backups do too. */
struct world {
	struct scratch council;
	struct faulty faulty;
	struct folder *folder;
	char *above;
};

static void world_init(struct world *w)
{
	const char *old = getenv("TMPDIR");
	char *tmp = old ? mem_strdup(old) : NULL;

	*w = (struct world){.above = mem_printf("%s/uppgraderaXXXXXX", tmp ? tmp : "/tmp")};
	assert_non_null(mkdtemp(w->above));
	faulty_init(&w->faulty);
	setenv("TMPDIR", w->above, 1);
	w->folder = council_open(&w->council, &w->faulty.io);
	if (tmp)
		setenv("TMPDIR", tmp, 1);
	else
		unsetenv("TMPDIR");
	free(tmp);
	w->faulty.calls = 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void world_release(struct world *w)
{
	folder_close(&w->folder);
	scratch_release(&w->council);
	nftw(w->above, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(w->above);
}

static bool upgrade(struct world *w, const struct upgrade_step *table, int to, struct upgraded *done, struct error *e)
{
	struct store_writer writer = council_writer();

	return folder_upgrade(w->folder, table, to, &writer, done, e);
}

/* What the folder is: format 1 all through, format 3 all through, or something else. */
static int state_of(const struct world *w)
{
	char *rad = scratch_get(&w->council, "rad.ini", NULL), *plan = scratch_get(&w->council, "plan/2026.rec", NULL);
	char *half = council_replaced(council_plan, "Ansvarig: Eva", "Ansvar: Eva"), *new = council_replaced(half, "Rubrik: Ring", "Titel: Ring");
	char *three = council_replaced(council_rad, "format = 1", "format = 3");
	int is = strcmp(rad, council_rad) == 0 && strcmp(plan, council_plan) == 0 ? 1 : strcmp(rad, three) == 0 && strcmp(plan, new) == 0 ? 3 : 0;

	free(rad);
	free(plan);
	free(half);
	free(new);
	free(three);
	return is;
}

static void test_step_by_step(void **state)
{
	/* Each step after the other, in one transaction; the backup has the folder as it was; once more there is nothing to do. */
	struct world w;
	struct upgraded done;
	struct error e = {0};

	(void)state;
	world_init(&w);
	if (!upgrade(&w, steps, 3, &done, &e))
		fail_msg("%s", e.text);
	assert_int_equal(done.from, 1);
	assert_int_equal(done.to, 3);
	assert_int_equal(done.files, 2);
	assert_int_equal(state_of(&w), 3);
	char *command = mem_printf("tar -xOf '%s' '%s/rad.ini' '%s/plan/2026.rec' >'%s/gammal'", done.backup.path, done.backup.folder,
	                           done.backup.folder, w.above);
	assert_int_equal(system(command), 0);
	free(command);
	struct scratch above = {.dir = open(w.above, O_RDONLY | O_DIRECTORY)};
	char *was = scratch_get(&above, "gammal", NULL);
	assert_memory_equal(was, council_plan, strlen(council_plan)); /* in the order of the archive */
	assert_string_equal(was + strlen(council_plan), council_rad);
	free(was);
	close(above.dir);
	backup_release(&done.backup);
	assert_true(upgrade(&w, steps, 3, &done, &e));
	assert_int_equal(done.from, 3);
	assert_null(done.backup.path);
	world_release(&w);
}

static void test_refuses(void **state)
{
	/* A newer folder, a format from which no step leads, a step that fails or would damage, a damaged file: as it was. */
	static const struct upgrade_step none[] = {{0}}, failing[] = {{1, fails}, {0}}, damaging[] = {{1, damages}, {0}};
	static const struct {
		const struct upgrade_step *table;
		int to;
		const char *rad, *more;
		enum error_code code;
		const char *says;
	} rows[] = {
		{none, 2, NULL, NULL, ERROR_NOT_FOUND, "från format 1"},
		{steps, 1, "[rad]\nformat = 4\nnamn = Prov\nregion = 04\n", NULL, ERROR_READONLY, "Uppdatera programmet"},
		{steps, 3, "[rad]\nnamn = Prov\nregion = 04\n", NULL, ERROR_READONLY, "format"},
		{failing, 2, NULL, NULL, ERROR_DATA, "Det gick inte."},
		{damaging, 2, NULL, NULL, ERROR_DATA, "skulle skada filen"},
		{steps, 3, NULL, "inget fält\n", ERROR_READONLY, "skadad"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct world w;
		struct upgraded done;
		struct error e = {0};

		world_init(&w);
		if (rows[i].rad)
			scratch_puts(&w.council, "rad.ini", rows[i].rad);
		if (rows[i].more)
			scratch_puts(&w.council, "ombud.rec", rows[i].more);
		folder_refresh(w.folder);
		assert_false(upgrade(&w, rows[i].table, rows[i].to, &done, &e));
		if (e.code != rows[i].code || !strstr(e.text, rows[i].says))
			fail_msg("row %zu: %d %s", i, e.code, e.text);
		council_bytes(&w.council, "rad.ini", rows[i].rad ? rows[i].rad : council_rad);
		council_bytes(&w.council, "plan/2026.rec", council_plan);
		world_release(&w);
	}
}

static void test_own_steps(void **state)
{
	/* The program's own table leads to its own format from each before it, and the folders it makes have that format. */
	const struct upgrade_step *s = upgrade_steps;
	struct world w;
	struct upgraded done;

	(void)state;
	for (int format = 1; format < folder_format(); format++, s++)
		assert_int_equal(s->from, format);
	assert_null(s->make);
	world_init(&w);
	assert_true(upgrade(&w, upgrade_steps, folder_format(), &done, NULL));
	assert_int_equal(done.from, done.to);
	world_release(&w);
}

static void test_each_call_fails(void **state)
{
	/* Whatever call fails, also all after it: the old format or the new, all through, after recovery. */
	(void)state;
	for (int for_ever = 0; for_ever < 2; for_ever++) {
		bool over = false;

		for (long at = 1; !over; at++) {
			struct store_writer writer = council_writer();
			struct world w;
			struct upgraded done = {.from = 0};
			struct error e = {0};

			world_init(&w);
			w.faulty.at = at;
			w.faulty.for_ever = for_ever;
			bool ok = upgrade(&w, steps, 3, &done, &e);
			over = w.faulty.calls < at;
			if (ok != (e.code == ERROR_NONE))
				fail_msg("call %ld: %d %s", at, ok, e.text);
			assert_true(store_recover(io_system(), w.council.dir, &writer, NULL, NULL));
			assert_true(ok ? state_of(&w) == 3 : state_of(&w) > 0);
			backup_release(&done.backup);
			world_release(&w);
		}
	}
}

static void test_killed_at_each_call(void **state)
{
	bool over = false, seen[4] = {false};

	(void)state;
	for (long at = 1; !over; at++) {
		struct store_writer writer = council_writer();
		struct world w;
		struct upgraded done;
		int status;
		pid_t pid;

		world_init(&w);
		pid = fork();
		if (pid == 0) {
			w.faulty.at = at;
			w.faulty.kill = true;
			_exit(upgrade(&w, steps, 3, &done, NULL) ? 0 : 1);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		over = WIFEXITED(status) && WEXITSTATUS(status) == 0;
		assert_true(over || WEXITSTATUS(status) == FAULTY_KILLED);
		assert_true(store_recover(io_system(), w.council.dir, &writer, NULL, NULL));
		seen[state_of(&w)] = true;
		world_release(&w);
	}
	assert_true(seen[1] && seen[3] && !seen[0]);
}

/* Another program saves a line of its own. */
static void edits(void *ctx)
{
	const struct world *w = ctx;
	char *text = council_replaced(council_plan, "Rubrik: Skriv", "Rubrik: Skriv nu");

	scratch_puts(&w->council, "plan/2026.rec", text);
	free(text);
}

static void test_edited_meanwhile(void **state)
{
	/* At whatever call somebody else edits the file, the edit is still there: upgraded, or the upgrade is refused. */
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		struct world w;
		struct upgraded done = {.from = 0};

		world_init(&w);
		w.faulty.at = at;
		w.faulty.meanwhile = edits;
		w.faulty.ctx = &w;
		(void)upgrade(&w, steps, 3, &done, NULL);
		over = w.faulty.calls < at;
		char *plan = scratch_get(&w.council, "plan/2026.rec", NULL);
		if (!over && !strstr(plan, "Skriv nu"))
			fail_msg("call %ld: the edit is lost", at);
		free(plan);
		backup_release(&done.backup);
		world_release(&w);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_step_by_step),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_own_steps),
		cmocka_unit_test(test_each_call_fails),
		cmocka_unit_test(test_killed_at_each_call),
		cmocka_unit_test(test_edited_meanwhile),
	};
	return cmocka_run_group_tests_name("store/upgrade", tests, NULL, NULL);
}
