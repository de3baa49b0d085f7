/* What lies in and around a council's folder that is no data: all of it listed, none of the data ever removed. */
#include "faulty.h"
#include "folder_council.h"

#include "radsbord/store/leftovers.h"
#include "radsbord/store/local.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A council with a leftover of each kind, and a state folder. */
struct world {
	struct scratch council, state;
	struct faulty faulty;
	struct folder *folder;
	struct leftovers found;
};

/* What a killed session leaves of a text that an editor had: the file with its swap file, and a folder not written to yet. */
static void editor_leaves(const char *place)
{
	static const char *const made[] = {"redigera-a1", "redigera-b2"};

	for (int i = 0; i < 2; i++) {
		char *folder = mem_printf("%s/%s", place, made[i]);

		assert_int_equal(mkdir(folder, 0700), 0);
		for (int n = 0; i == 0 && n < 2; n++) {
			char *path = mem_printf("%s/%s", folder, n ? ".text.txt.swp" : "text.txt");
			FILE *f = fopen(path, "w");

			assert_non_null(f);
			fputs("Ring Anna Ek", f);
			assert_int_equal(fclose(f), 0);
			free(path);
		}
		free(folder);
	}
}

static void world_init(struct world *w)
{
	struct error e = {0};
	struct local *l;

	*w = (struct world){.folder = NULL};
	scratch_init(&w->state);
	faulty_init(&w->faulty);
	w->folder = council_open(&w->council, &w->faulty.io);
	scratch_puts(&w->council, ".rb-salvage-new-1", "text\n");
	scratch_puts(&w->council, ".rb-broken-1", "lås\n");
	scratch_puts(&w->council, ".kallelse.docx.rb-ny-01", "halv");
	scratch_puts(&w->council, "plan/2026.sync-conflict-20261124.rec", "%rec: Plan\n");
	scratch_puts(&w->council, "protokoll/2026 (konfliktkopia).txt", "text\n");
	scratch_puts(&w->council, "egen.txt", "min egen\n");
	scratch_puts(&w->council, ".gitignore", "x\n");
	l = local_open(io_system(), w->state.path, w->council.path, &e);
	assert_non_null(l);
	assert_true(local_write(l, LOCAL_DRAFTS, "%rec: Utkast\n", 13, &e));
	assert_true(local_write(l, LOCAL_UNDO, "%rec: Handelse\n", 15, &e));
	assert_true(local_write(l, "utkast.rec.ny", "halv", 4, &e));
	editor_leaves(local_path(l));
	local_close(&l);
}

static void look(struct world *w)
{
	struct error e = {0};

	leftovers_release(&w->found);
	if (!folder_leftovers(w->folder, w->state.path, &w->found, &e))
		fail_msg("%s", e.text);
}

static const struct leftover *find(const struct world *w, const char *name)
{
	for (size_t i = 0; i < w->found.count; i++)
		if (strcmp(w->found.items[i].name, name) == 0)
			return &w->found.items[i];
	return NULL;
}

static void world_release(struct world *w)
{
	leftovers_release(&w->found);
	folder_close(&w->folder);
	scratch_release(&w->council);
	scratch_release(&w->state);
}

static void test_lists_each(void **state)
{
	/* Each kind with its size; the data, foreign files and the place's own lock are not among them. */
	static const struct {
		const char *name;
		enum leftover_kind kind;
		uint64_t size;
	} rows[] = {
		{".kallelse.docx.rb-ny-01", LEFTOVER_EXPORT, 4},
		{".rb-broken-1", LEFTOVER_LOCK, 5},
		{".rb-salvage-new-1", LEFTOVER_SALVAGE, 5},
		{"plan/2026.sync-conflict-20261124.rec", LEFTOVER_CONFLICT, 11},
		{"protokoll/2026 (konfliktkopia).txt", LEFTOVER_CONFLICT, 5},
		{"lokalt/1/angra.rec", LEFTOVER_UNDO, 15},
		{"lokalt/1/redigera-a1/.text.txt.swp", LEFTOVER_EDITED, 12},
		{"lokalt/1/redigera-a1/text.txt", LEFTOVER_EDITED, 12},
		{"lokalt/1/redigera-b2", LEFTOVER_EDITED, 0},
		{"lokalt/1/utkast.rec", LEFTOVER_DRAFTS, 13},
		{"lokalt/1/utkast.rec.ny", LEFTOVER_LOCAL, 4},
	};
	struct world w;

	(void)state;
	world_init(&w);
	look(&w);
	assert_int_equal(w.found.count, sizeof rows / sizeof *rows);
	for (size_t i = 0; i < w.found.count; i++) {
		assert_string_equal(w.found.items[i].name, rows[i].name);
		assert_int_equal(w.found.items[i].kind, rows[i].kind);
		if (rows[i].size > 0) /* a folder has the size that the disk gives it */
			assert_int_equal(w.found.items[i].size, rows[i].size);
		assert_true(w.found.items[i].changed > 0);
		assert_null(w.found.items[i].held);
	}
	assert_false(w.found.unfinished || w.found.running);
	world_release(&w);
}

static void test_removes_what_was_asked(void **state)
{
	/* One by one; nothing else goes, and a link is removed, not what it points at. */
	struct world w;
	struct error e = {0};
	struct local *l;

	(void)state;
	world_init(&w);
	scratch_puts(&w.state, "mal", "rörs inte");
	char *target = mem_printf("%s/mal", w.state.path);
	assert_int_equal(symlinkat(target, w.council.dir, ".rb-salvage-lank"), 0);
	look(&w);
	for (size_t count = w.found.count; count > 0; count--) {
		char *name = mem_strdup(w.found.items[0].name);

		if (!folder_leftover_remove(w.folder, w.state.path, &w.found.items[0], &e))
			fail_msg("%s", e.text);
		look(&w);
		assert_int_equal(w.found.count, count - 1);
		assert_null(find(&w, name));
		free(name);
	}
	council_bytes(&w.council, "rad.ini", council_rad);
	council_bytes(&w.council, "plan/2026.rec", council_plan);
	council_bytes(&w.council, "egen.txt", "min egen\n");
	council_bytes(&w.council, ".gitignore", "x\n");
	council_bytes(&w.state, "mal", "rörs inte");
	/* The folders of the texts went with their last file. */
	l = local_open(io_system(), w.state.path, w.council.path, &e);
	char *texts = mem_printf("%s/redigera-a1", local_path(l));
	assert_int_equal(access(texts, F_OK), -1);
	free(texts);
	local_close(&l);
	free(target);
	world_release(&w);
}

static void test_never_data(void **state)
{
	/* Whatever is handed over as a leftover, a file of records or somebody's own is not removed. */
	static const char *const names[] = {"rad.ini", "plan/2026.rec", "egen.txt", ".gitignore", "plan", ".rb-lock", ".rb-commit-1",
	                                    "../x/.rb-salvage-1", "protokoll/../rad.ini"};
	struct world w;

	(void)state;
	world_init(&w);
	scratch_puts(&w.council, ".rb-lock", "");
	scratch_puts(&w.council, ".rb-commit-1", "");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *name = mem_strdup(names[i]);
		const struct leftover l = {.kind = LEFTOVER_SALVAGE, .name = name};
		struct error e = {0};

		if (folder_leftover_remove(w.folder, w.state.path, &l, &e))
			fail_msg("%s", names[i]);
		assert_int_equal(e.code, ERROR_USAGE);
		free(name);
	}
	council_bytes(&w.council, "rad.ini", council_rad);
	council_bytes(&w.council, "plan/2026.rec", council_plan);
	world_release(&w);
}

static void test_what_is_in_use(void **state)
{
	/* What a save has, folders, and what a running session has on this machine: not removed. */
	struct world w;
	struct error e = {0};
	struct local *running;

	(void)state;
	world_init(&w);
	scratch_puts(&w.council, ".rb-new-1-0", "");
	scratch_puts(&w.council, ".rb-commit-1", "");
	assert_int_equal(mkdirat(w.council.dir, ".rb-salvage-mapp", 0700), 0);
	look(&w);
	assert_true(w.found.unfinished);
	assert_false(folder_leftover_remove(w.folder, w.state.path, find(&w, ".rb-new-1-0"), &e));
	assert_false(folder_leftover_remove(w.folder, w.state.path, find(&w, ".rb-salvage-mapp"), &e));
	assert_non_null(strstr(e.text, "är en mapp"));
	running = local_open(io_system(), w.state.path, w.council.path, &e);
	assert_false(folder_leftover_remove(w.folder, w.state.path, find(&w, "lokalt/1/utkast.rec"), &e));
	assert_int_equal(e.code, ERROR_LOCKED);
	look(&w);
	assert_true(w.found.running);
	assert_null(find(&w, "lokalt/1/utkast.rec"));
	local_close(&running);
	look(&w);
	assert_non_null(find(&w, "lokalt/1/utkast.rec"));
	world_release(&w);
}

static void test_looking_changes_nothing(void **state)
{
	/* Where nobody has been nothing is made, and without a state folder only the council's is looked at. */
	struct world w;
	struct scratch empty;

	(void)state;
	world_init(&w);
	scratch_init(&empty);
	assert_true(folder_leftovers(w.folder, empty.path, &w.found, NULL));
	assert_int_equal(w.found.count, 5);
	assert_int_equal(scratch_count(&empty, ""), 0);
	leftovers_release(&w.found);
	assert_true(folder_leftovers(w.folder, NULL, &w.found, NULL));
	assert_int_equal(w.found.count, 5);
	scratch_release(&empty);
	world_release(&w);
}

static void test_each_call_fails(void **state)
{
	/* Whatever call fails: removed, or still there with a sentence, and never anything else. */
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		struct world w;
		struct error e = {0};

		world_init(&w);
		look(&w);
		w.faulty.calls = 0;
		w.faulty.at = at;
		bool ok = folder_leftover_remove(w.folder, w.state.path, find(&w, "plan/2026.sync-conflict-20261124.rec"), &e);
		over = w.faulty.calls < at;
		w.faulty.at = 0;
		look(&w);
		if (ok == (e.code != ERROR_NONE) || (ok && find(&w, "plan/2026.sync-conflict-20261124.rec")))
			fail_msg("call %ld: %d %s", at, ok, e.text);
		assert_int_equal(w.found.count, find(&w, "plan/2026.sync-conflict-20261124.rec") ? 11 : 10);
		council_bytes(&w.council, "plan/2026.rec", council_plan);
		world_release(&w);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists_each),
		cmocka_unit_test(test_removes_what_was_asked),
		cmocka_unit_test(test_never_data),
		cmocka_unit_test(test_what_is_in_use),
		cmocka_unit_test(test_looking_changes_nothing),
		cmocka_unit_test(test_each_call_fails),
	};
	return cmocka_run_group_tests_name("store/leftovers", tests, NULL, NULL);
}
