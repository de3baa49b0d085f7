/* What is kept on this machine for one person and one council: places, privacy, and the undo list in it. */
#include "faulty.h"
#include "folder_council.h"

#include "radsbord/store/local.h"

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

static struct local *open_local(const struct scratch *s, const struct io *io)
{
	struct error e = {0};
	char *state = mem_printf("%s/djupt/state", s->path);
	struct local *l = local_open(io, state, s->path, &e);

	if (!l)
		fail_msg("%s", e.text);
	free(state);
	return l;
}

static void put(struct local *l, const char *name, const char *text)
{
	struct error e = {0};

	if (!local_write(l, name, text, strlen(text), &e))
		fail_msg("%s", e.text);
}

/* The file's text, or "" when there is none. Owned. */
static char *get(const struct local *l, const char *name)
{
	struct buf bytes = {0};
	struct error e = {0};

	if (!local_read(l, name, &bytes, &e))
		assert_int_equal(e.code, ERROR_NOT_FOUND);
	char *text = mem_strdup(buf_cstr(&bytes));
	buf_release(&bytes);
	return text;
}

static void expect_file(const struct local *l, const char *name, const char *text)
{
	char *now = get(l, name);

	assert_string_equal(now, text);
	free(now);
}

static int is_private(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)type;
	(void)ftw;
	if (strstr(path, "/state/") && (st->st_mode & 0777) != (S_ISDIR(st->st_mode) ? 0700u : 0600u))
		fail_msg("%s: %o", path, (unsigned)st->st_mode);
	return 0;
}

static void test_private_whatever_the_umask(void **state)
{
	/* Folders are 0700 and files 0600, also when the umask would let others in and the folder was there, open to all. */
	struct scratch s;
	struct local *l;
	mode_t before = umask(0);

	(void)state;
	scratch_init(&s);
	l = open_local(&s, io_system());
	put(l, "fil", "text");
	local_close(&l);
	l = open_local(&s, io_system());
	expect_file(l, "fil", "text");
	assert_int_equal(nftw(s.path, is_private, 8, FTW_PHYS), 0);
	local_close(&l);
	umask(before);
	scratch_release(&s);
}

static void test_two_sessions_have_a_place_each(void **state)
{
	/* A second session neither sees nor writes the first one's files; when the first is gone the place is free again. */
	struct scratch s;
	struct local *one, *two;

	(void)state;
	scratch_init(&s);
	one = open_local(&s, io_system());
	two = open_local(&s, io_system());
	put(one, "fil", "ett");
	expect_file(two, "fil", "");
	put(two, "fil", "två");
	expect_file(one, "fil", "ett");
	local_close(&one);
	one = open_local(&s, io_system());
	expect_file(one, "fil", "ett");
	local_close(&one);
	local_close(&two);
	scratch_release(&s);
}

static void test_takes_over_from_a_dead_session(void **state)
{
	/* What a killed session in another place left is brought here; from one that runs, nothing is. */
	struct scratch s;
	struct local *one, *two;
	int status;
	pid_t pid;

	(void)state;
	scratch_init(&s);
	one = open_local(&s, io_system());
	pid = fork();
	if (pid == 0) {
		two = open_local(&s, io_system());
		put(two, "utkast", "skrivet");
		_exit(FAULTY_KILLED);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	two = open_local(&s, io_system());
	expect_file(two, "utkast", "skrivet");
	assert_false(local_take_over(one, "utkast"));
	local_close(&two);
	assert_true(local_take_over(one, "utkast"));
	expect_file(one, "utkast", "skrivet");
	two = open_local(&s, io_system());
	expect_file(two, "utkast", "");
	local_close(&one);
	local_close(&two);
	scratch_release(&s);
}

static void test_replaced_whole(void **state)
{
	/* Killed or failing at any call of a write: the file is the old or the new one, and the next write works. */
	bool over = false;
	long at;

	(void)state;
	for (at = 1; !over; at++) {
		struct scratch s;
		struct local *l;
		int status;
		pid_t pid;
		char *now;

		scratch_init(&s);
		l = open_local(&s, io_system());
		put(l, "fil", "gammal");
		local_close(&l);
		pid = fork();
		if (pid == 0) {
			struct faulty io;

			faulty_init(&io);
			l = open_local(&s, &io.io);
			io.calls = 0;
			io.at = at;
			io.kill = true;
			_exit(local_write(l, "fil", "den nya", 7, NULL) ? 0 : 1);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		over = WEXITSTATUS(status) == 0;
		l = open_local(&s, io_system());
		now = get(l, "fil");
		if (strcmp(now, "den nya") != 0 && (over || strcmp(now, "gammal") != 0))
			fail_msg("call %ld: %s", at, now);
		free(now);
		put(l, "fil", "sist");
		expect_file(l, "fil", "sist");
		local_close(&l);
		scratch_release(&s);
	}
	assert_true(at > 5);
}

static void test_no_place(void **state)
{
	/* A file where the folder should be: nothing can be kept, and a sentence says so. */
	struct scratch s;
	struct error e = {0};
	char *state_dir;

	(void)state;
	scratch_init(&s);
	scratch_puts(&s, "state", "en fil");
	state_dir = mem_printf("%s/state", s.path);
	assert_null(local_open(io_system(), state_dir, s.path, &e));
	assert_int_equal(e.code, ERROR_IO);
	assert_non_null(strstr(e.text, "kan inte sparas"));
	free(state_dir);
	scratch_release(&s);
}

/* ---- the undo list ---------------------------------------------------------------------------------------------- */

static void expect_same(const struct steps *a, const struct steps *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct changes *x = &a->items[i], *y = &b->items[i];

		assert_int_equal(x->count, y->count);
		assert_string_equal(x->title ? x->title : "", y->title ? y->title : "");
		for (size_t k = 0; k < x->count; k++) {
			assert_int_equal(x->items[k].kind, y->items[k].kind);
			assert_ptr_equal(x->items[k].type, y->items[k].type);
			assert_ptr_equal(x->items[k].field, y->items[k].field);
			assert_string_equal(x->items[k].id, y->items[k].id);
			assert_string_equal(x->items[k].file, y->items[k].file);
			assert_true(strings_same(&x->items[k].before, &y->items[k].before));
			assert_true(strings_same(&x->items[k].after, &y->items[k].after));
			assert_int_equal(x->items[k].fields_count, y->items[k].fields_count);
			for (size_t m = 0; m < x->items[k].fields_count; m++) {
				assert_ptr_equal(x->items[k].fields[m].field, y->items[k].fields[m].field);
				assert_true(strings_same(&x->items[k].fields[m].values, &y->items[k].fields[m].values));
			}
		}
	}
}

static void push_sets(struct folder *f, struct steps *to, const char *owner, const char *note)
{
	struct changes c = {0};

	council_set(f, &c, "A1", "Ansvarig", owner);
	changes_append(&c, RECORD_ACTION, &council_action(f, "A2")->head, "Anteckning", note);
	changes_append(&c, RECORD_ACTION, &council_action(f, "A2")->head, "Brist", "B04-03");
	changes_title(&c, "Steget %s", owner);
	VEC_PUSH(to, c);
}

static void test_undo_list_comes_back(void **state)
{
	/* Both lists with every kind of change, values on several lines and odd characters among them. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct local *l = open_local(&s, io_system());
	struct steps undo = {0}, redo = {0}, undo_read_back = {0}, redo_read_back = {0};
	struct changes whole = {0}, back = {0};
	struct error e = {0};

	(void)state;
	push_sets(f, &undo, "Ola", "rad ett\n\n+ rad två\\");
	push_sets(f, &redo, "100 % : # ”åäö”", "x");
	changes_add(&whole, RECORD_ACTION, "plan/2026.rec", council_action(f, "A2"));
	changes_invert(&whole, &back);
	VEC_PUSH(&undo, whole);
	VEC_PUSH(&undo, back);
	push_sets(f, &undo, "Ida", "y");
	assert_true(undo_write(l, &undo, &redo, &e));
	undo_read(l, &undo_read_back, &redo_read_back);
	expect_same(&undo_read_back, &undo);
	expect_same(&redo_read_back, &redo);
	steps_release(&undo);
	steps_release(&redo);
	steps_release(&undo_read_back);
	steps_release(&redo_read_back);
	local_close(&l);
	folder_close(&f);
	scratch_release(&s);
}

static void test_undo_list_is_bounded(void **state)
{
	/* The oldest steps go when the file would be too large; the newest is always the first to be undone. */
	struct scratch s;
	struct folder *f = council_open(&s, io_system());
	struct local *l = open_local(&s, io_system());
	struct steps undo = {0}, none = {0}, back = {0};
	struct error e = {0};
	struct buf long_text = {0}, file = {0};

	(void)state;
	buf_fill(&long_text, 'x', 20000);
	for (int i = 0; i < 40; i++) {
		push_sets(f, &undo, buf_cstr(&long_text), "y");
		changes_title(&undo.items[i], "Nummer %d", i);
	}
	assert_true(undo_write(l, &undo, &none, &e));
	assert_true(local_read(l, "angra.rec", &file, &e));
	assert_true(file.len <= UNDO_BYTES_MAX);
	undo_read(l, &back, &none);
	assert_true(back.count > 5 && back.count < 40);
	assert_string_equal(back.items[back.count - 1].title, "Nummer 39");
	buf_release(&long_text);
	buf_release(&file);
	steps_release(&undo);
	steps_release(&back);
	steps_release(&none);
	local_close(&l);
	folder_close(&f);
	scratch_release(&s);
}

static void test_unknown_and_damaged_lists(void **state)
{
	/* A step with a field nobody knows goes with all that are older; a damaged file is no list; neither is an end. */
	static const char unknown[] = "%rec: Handelse\n"
				      "\nLista: angra\nNr: 0\nSlag: andrad\nTyp: Atgard\nPost: A1\nFil: p\nFalt: Ansvarig\nTill: a\n"
				      "\nLista: angra\nNr: 1\nSlag: andrad\nTyp: Atgard\nPost: A1\nFil: p\nFalt: Framtid\nTill: b\n"
				      "\nLista: angra\nNr: 1\nSlag: andrad\nTyp: Atgard\nPost: A1\nFil: p\nFalt: Ansvarig\nTill: c\n"
				      "\nLista: angra\nNr: 2\nSlag: andrad\nTyp: Atgard\nPost: A1\nFil: p\nFalt: Ansvarig\nTill: d\n";
	struct scratch s;
	struct local *l;
	struct steps undo = {0}, redo = {0};

	(void)state;
	scratch_init(&s);
	l = open_local(&s, io_system());
	put(l, "angra.rec", unknown);
	undo_read(l, &undo, &redo);
	assert_int_equal(undo.count, 1);
	assert_string_equal(undo.items[0].items[0].after.items[0], "d");
	steps_clear(&undo);
	put(l, "angra.rec", "Lista angra\n\nSlag: andrad\n");
	undo_read(l, &undo, &redo);
	assert_int_equal(undo.count + redo.count, 0);
	steps_release(&undo);
	steps_release(&redo);
	local_close(&l);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_private_whatever_the_umask),
		cmocka_unit_test(test_two_sessions_have_a_place_each),
		cmocka_unit_test(test_takes_over_from_a_dead_session),
		cmocka_unit_test(test_replaced_whole),
		cmocka_unit_test(test_no_place),
		cmocka_unit_test(test_undo_list_comes_back),
		cmocka_unit_test(test_undo_list_is_bounded),
		cmocka_unit_test(test_unknown_and_damaged_lists),
	};

	return cmocka_run_group_tests_name("local", tests, NULL, NULL);
}
