/* Making a council, finding one by name, and remembering which one was opened. */
#include "support/practice.h"

#include "radsbord/app/opening.h"
#include "radsbord/store/remembered.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct practice practice;
static struct opening_paths paths;
static char copy[700];

static int set_up(void **state)
{
	(void)state;
	if (!practice_open(&practice))
		return -1;
	snprintf(copy, sizeof copy, "%s/ovning", practice.folder);
	paths = (struct opening_paths){.example = "data/exempel/sormland", .practice = copy, .state = practice.state, .home = practice.folder};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	practice_close(&practice);
	return 0;
}

static char *inside(const char *name)
{
	return mem_printf("%s/%s", practice.folder, name);
}

/* A council is made with a seat for the region and each municipality, by their own names; what it is refused for makes nothing. */
static void makes_a_council(void **state)
{
	(void)state;
	static const struct {
		const char *name, *region, *said;
	} refused[] = {{" ", "04", "inget namn"}, {"Rådet 640823-3234", "04", "personnummer"}, {"Rådet", "Skåneland", "finns inte"}, {"Rådet", "0428", "finns inte"}};
	char *path = inside("nytt"), *seats = inside("nytt/ledamoter.rec");
	struct error e = {0};
	size_t n = 0;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		e = (struct error){0};
		assert_false(opening_make(practice.session, path, refused[i].name, refused[i].region, &n, &e));
		assert_non_null(strstr(e.text, refused[i].said));
		assert_int_equal(access(path, F_OK), -1);
	}
	assert_true(opening_make(practice.session, path, "Palliativa rådet", "Sörmland", &n, &e));
	assert_int_equal(n, 10);
	struct buf bytes = {0};
	assert_true(io_read_file(io_system(), AT_FDCWD, seats, IO_FILE_MAX, &bytes, &e));
	assert_non_null(strstr(buf_cstr(&bytes), "Organisation: Region Sörmland\n"));
	assert_non_null(strstr(buf_cstr(&bytes), "Organisation: Vingåkers kommun\n"));
	assert_non_null(strstr(buf_cstr(&bytes), "Organisation: Trosa kommun\n"));
	buf_release(&bytes);
	free(path);
	free(seats);
}

static const struct place *place_of(const char *code)
{
	const struct reference *r = session_model(practice.session)->reference;
	return &r->places[reference_place_by_code(r, code)];
}

/* The name and folder that are proposed: an island has another preposition, and a folder that is there is never proposed. */
static void proposes(void **state)
{
	(void)state;
	struct buf b = {0};
	struct error e = {0};
	opening_propose_name(place_of("20"), &b);
	assert_string_equal(buf_cstr(&b), "Palliativa rådet i Dalarna");
	buf_clear(&b);
	opening_propose_name(place_of("09"), &b);
	assert_string_equal(buf_cstr(&b), "Palliativa rådet på Gotland");
	buf_clear(&b);
	opening_propose_folder(&paths, place_of("20"), &b);
	assert_string_equal(buf_cstr(&b), "~/Rådsbord/Dalarna");
	char *path = opening_path(&paths, buf_cstr(&b));
	assert_true(opening_make_room(practice.session, &paths, path, &e));
	assert_true(opening_make(practice.session, path, "Rådet", "20", NULL, &e));
	free(path);
	buf_clear(&b);
	opening_propose_folder(&paths, place_of("20"), &b);
	assert_string_equal(buf_cstr(&b), "~/Rådsbord/Dalarna 2");
	buf_release(&b);
}

/* The folder above a new council is made only when it is the one that was proposed: a slip of the pen makes no tree of folders. */
static void makes_no_other_folder_above(void **state)
{
	(void)state;
	struct error e = {0};
	char *path = inside("fjärran/rad"), *above = inside("fjärran");
	assert_false(opening_make_room(practice.session, &paths, path, &e));
	assert_non_null(strstr(e.text, "fjärran finns inte"));
	assert_int_equal(access(above, F_OK), -1);
	free(path);
	free(above);
}

/* ~ is the home folder, a relative name lies where one stands, blanks around are not part of a name. */
static void reads_paths(void **state)
{
	(void)state;
	char here[600];
	char *home = opening_path(&paths, " ~ "), *below = opening_path(&paths, "~/Rådsbord"), *absolute = opening_path(&paths, "/mnt/rad "),
	     *relative = opening_path(&paths, "rad"), *tilde = opening_path(&paths, "/a/~b");
	assert_string_equal(home, practice.folder);
	assert_string_equal(below + strlen(practice.folder), "/Rådsbord");
	assert_string_equal(absolute, "/mnt/rad");
	assert_string_equal(tilde, "/a/~b");
	assert_non_null(getcwd(here, sizeof here));
	assert_memory_equal(relative, here, strlen(here));
	free(home);
	free(below);
	free(absolute);
	free(relative);
	free(tilde);
}

static void expect_completed(const char *typed, unsigned nth, const char *expected)
{
	struct buf b = {0};
	bool found = opening_complete(&paths, typed, nth, &b);
	assert_int_equal(found, expected != NULL);
	if (expected)
		assert_string_equal(buf_cstr(&b), expected);
	buf_release(&b);
}

/* Tab finds folders alone, whatever the case and diacritics typed, goes round among several and into the only one. */
static void completes_folders(void **state)
{
	(void)state;
	static const char *const folders[] = {"Åkes", "Anna", "Anna/rad", ".gömd"};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		char *path = inside(folders[i]);
		assert_int_equal(mkdir(path, 0700), 0);
		free(path);
	}
	char *file = inside("Annat.txt");
	FILE *f = fopen(file, "w");
	assert_non_null(f);
	fclose(f);
	free(file);
	expect_completed("~", 0, "~/");
	expect_completed("~/an", 0, "~/Anna/");
	expect_completed("~/an", 1, "~/Anna/rad/");
	expect_completed("~/an", 2, "~/Anna/rad/");
	expect_completed("~/å", 0, "~/Åkes/");
	expect_completed("~/ak", 0, "~/Åkes/");
	expect_completed("~/", 0, "~/Anna/");
	expect_completed("~/", 1, "~/rad/");
	expect_completed("~/", 2, "~/Åkes/");
	expect_completed("~/", 3, "~/Anna/");
	expect_completed("~/.", 0, "~/.gömd/");
	expect_completed("~/finns inte", 0, NULL);
	expect_completed("/finns/inte/alls", 0, NULL);
}

/* The choice is read as it was written; a file that is nobody's choice is none. */
static void remembers(void **state)
{
	(void)state;
	struct buf path = {0};
	struct error e = {0};
	const struct io *io = io_system();
	char *file = inside("state/oppnas");
	assert_int_equal(remembered_read(io, practice.state, &path), REMEMBERED_NOTHING);
	assert_true(remembered_write(io, practice.state, "/mnt/Rådet  i väst ", "A", &e));
	assert_int_equal(remembered_read(io, practice.state, &path), REMEMBERED_COUNCIL);
	assert_string_equal(buf_cstr(&path), "/mnt/Rådet  i väst ");
	assert_true(remembered_write(io, practice.state, NULL, "A", &e));
	assert_int_equal(remembered_read(io, practice.state, &path), REMEMBERED_NO_COUNCIL);
	assert_false(remembered_write(io, practice.state, "/två\nrader", "A", &e));
	assert_int_equal(remembered_read(io, practice.state, &path), REMEMBERED_NO_COUNCIL);
	FILE *f = fopen(file, "w");
	assert_non_null(f);
	fputs("rad relativ\nnågot annat\n", f);
	fclose(f);
	assert_int_equal(remembered_read(io, practice.state, &path), REMEMBERED_NOTHING);
	buf_release(&path);
	free(file);
}

/* Where nothing can be written the reason is one sentence, and nothing is chosen. */
static void says_that_it_cannot_remember(void **state)
{
	(void)state;
	struct error e = {0};
	struct buf path = {0};
	char *file = inside("fil"), *below = inside("fil/radsbord");
	FILE *f = fopen(file, "w");
	assert_non_null(f);
	fclose(f);
	assert_false(remembered_write(io_system(), below, "/mnt/rad", "A", &e));
	assert_non_null(strstr(e.text, "kan inte kommas ihåg till nästa gång"));
	assert_int_equal(remembered_read(io_system(), below, &path), REMEMBERED_NOTHING);
	free(file);
	free(below);
}

/* The practice copy is made once and then left as it is. */
static void makes_the_practice_copy(void **state)
{
	(void)state;
	struct error e = {0};
	assert_true(opening_make_practice(practice.session, &paths, &e));
	char *settings = inside("ovning/rad.ini");
	assert_int_equal(unlink(settings), 0);
	assert_true(opening_make_practice(practice.session, &paths, &e));
	assert_int_equal(access(settings, F_OK), -1);
	free(settings);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(makes_a_council), TEST(proposes), TEST(makes_no_other_folder_above), TEST(reads_paths), TEST(completes_folders),
		TEST(remembers), TEST(says_that_it_cannot_remember), TEST(makes_the_practice_copy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
