/* The user's editor, played by small scripts: whatever it leaves, the text is taken in whole or not at all. */
#include "ui_test.h"

#include "radsbord/ui/editor.h"

#include <dirent.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct stage {
	char folder[200], state[220], script[220], command[260];
	struct buf text;
	struct error e;
};

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	const char *tmp = getenv("TMPDIR");

	*state = s;
	snprintf(s->folder, sizeof s->folder, "%s/edXXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(s->folder))
		return -1;
	snprintf(s->state, sizeof s->state, "%s/state", s->folder);
	snprintf(s->script, sizeof s->script, "%s/ed.sh", s->folder);
	snprintf(s->command, sizeof s->command, "sh %s", s->script);
	return mkdir(s->state, 0700);
}

static int tear_down(void **state)
{
	struct stage *s = *state;

	nftw(s->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	buf_release(&s->text);
	free(s);
	return 0;
}

/* Runs the script, which has the file in $f, on the text. */
static bool edit(struct stage *s, const char *script, const char *text)
{
	FILE *f = fopen(s->script, "w");

	assert_non_null(f);
	fprintf(f, "for f; do :; done\n%s\n", script);
	assert_int_equal(fclose(f), 0);
	buf_clear(&s->text);
	error_clear(&s->e);
	return editor_run(s->command, s->state, text, &s->text, &s->e);
}

/* The folders left in the state folder; the last one's file is in `path`. */
static int left(const struct stage *s, char path[600])
{
	DIR *d = opendir(s->state);
	const struct dirent *entry;
	int n = 0;

	assert_non_null(d);
	while ((entry = readdir(d)))
		if (entry->d_name[0] != '.') {
			snprintf(path, 600, "%s/%s/text.txt", s->state, entry->d_name);
			n++;
		}
	closedir(d);
	return n;
}

/* Refused, with a sentence that has the words and says that the field is as it was; nothing is left behind. */
static void refuses(struct stage *s, const char *script, const char *words)
{
	char path[600];

	assert_false(edit(s, script, "förut"));
	assert_int_equal(s->text.len, 0);
	if (!strstr(s->e.text, words) || !strstr(s->e.text, "ältet är som det var."))
		fail_msg("%s: %s", script, s->e.text);
	assert_int_equal(left(s, path), 0);
}

static void test_command(void **state)
{
	(void)state;
	assert_string_equal(editor_command("vim -f", "ed"), "vim -f");
	assert_string_equal(editor_command(NULL, "ed"), "ed");
	assert_string_equal(editor_command(" \t", "ed"), "ed");
	assert_null(editor_command("", " "));
	assert_null(editor_command(NULL, NULL));
}

/* What the editor saves comes back, in place or as a new file under the name; nothing done: the same bytes. */
static void test_text_comes_back(void **state)
{
	static const char *const texts[] = {"", "en rad", "två\nrader", "slutar med tom rad\n", "\n\n"};
	struct stage *s = *state;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(edit(s, ":", texts[i]));
		assert_string_equal(buf_cstr(&s->text), texts[i]);
	}
	assert_true(edit(s, "printf 'Ny text\\nåäö\\n' >\"$f\"", "gammal"));
	assert_string_equal(buf_cstr(&s->text), "Ny text\nåäö");
	assert_true(edit(s, "printf 'utan radslut' >\"$f.ny\"; mv \"$f.ny\" \"$f\"", "gammal"));
	assert_string_equal(buf_cstr(&s->text), "utan radslut");
	assert_true(edit(s, ": >\"$f\"", "gammal"));
	assert_string_equal(buf_cstr(&s->text), "");
}

/* Each word as it stands: nothing is expanded, chained or sent elsewhere. */
static void test_no_shell(void **state)
{
	struct stage *s = *state;
	char path[600];

	snprintf(s->command, sizeof s->command, "sh %s  -w ;touch\t$HOME `id` >x 'a b'", s->script);
	assert_true(edit(s, "n=$#; printf '%s|' \"$n\" \"$1\" \"$2\" \"$3\" \"$4\" \"$5\" \"$6\" \"$7\" >\"$f\"", ""));
	assert_string_equal(buf_cstr(&s->text), "8|-w|;touch|$HOME|`id`|>x|'a|b'|");
	assert_int_equal(left(s, path), 0);
}

static void test_private_and_gone(void **state)
{
	struct stage *s = *state;
	char path[600];

	umask(0);
	assert_true(edit(s, "cp \"$f\" \"$f~\"; cp \"$f\" \"${f%/*}/.text.swp\"; stat -c %a \"$f\" \"${f%/*}\" >\"$f\"", "hemligt"));
	assert_string_equal(buf_cstr(&s->text), "600\n700");
	assert_int_equal(left(s, path), 0);
}

/* A link is not followed and a FIFO not waited for. */
static void test_no_plain_file(void **state)
{
	static const char *const scripts[] = {
	    "rm \"$f\"; ln -s /etc/passwd \"$f\"", "rm \"$f\"; ln -s text.txt \"$f\"", "rm \"$f\"; mkfifo \"$f\"",
	    "ln \"$f\" \"$f.tva\"",	   "rm \"$f\"; ln -s /dev/zero \"$f\"",
	};
	struct stage *s = *state;
	char path[600];

	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		refuses(s, scripts[i], "något annat än en vanlig fil");
	refuses(s, "rm \"$f\"", "tog bort filen");
	assert_false(edit(s, "rm \"$f\"; mkdir \"$f\"", "förut")); /* a folder is the editor's own to clear up */
	assert_non_null(strstr(s->e.text, "något annat än en vanlig fil"));
	assert_int_equal(left(s, path), 1);
}

static void test_fails(void **state)
{
	struct stage *s = *state;
	char path[600];

	refuses(s, "echo ändrat >\"$f\"; exit 3", "slutade med ett fel (3)");
	snprintf(s->command, sizeof s->command, "finns-inte-alls -x");
	refuses(s, "", "”finns-inte-alls” kan inte startas");
	snprintf(s->command, sizeof s->command, "sh %s", s->script);
	assert_int_equal(rmdir(s->state), 0);
	assert_false(edit(s, ":", "förut"));
	assert_non_null(strstr(s->e.text, "kan inte läggas"));
	assert_int_equal(mkdir(s->state, 0700), 0);
	assert_false(edit(s, "echo ändrat >\"$f\"; kill -9 $$", "förut"));
	assert_non_null(strstr(s->e.text, "avbröts"));
	assert_int_equal(left(s, path), 1);
	assert_int_equal(access(path, R_OK), 0);
}

/* Somebody wrote it: it is not taken in, but neither thrown away, and the sentence says where it lies. */
static void test_kept_beside(void **state)
{
	static const struct {
		const char *script, *words;
	} rows[] = {
	    {"printf 'r\\345d' >\"$f\"", "inte UTF-8"},
	    {"printf 'a\\000b' >\"$f\"", "inte UTF-8"},
	    {"head -c 2097152 /dev/zero | tr '\\0' a >\"$f\"", "längre än en MiB"},
	};
	struct stage *s = *state;
	char path[600];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_false(edit(s, rows[i].script, "förut"));
		assert_int_equal(s->text.len, 0);
		assert_non_null(strstr(s->e.text, rows[i].words));
		assert_int_equal(left(s, path), 1);
		assert_non_null(strstr(s->e.text, path));
		assert_int_equal(unlink(path), 0);
		*strrchr(path, '/') = '\0';
		assert_int_equal(rmdir(path), 0);
	}
	assert_true(edit(s, "head -c 1048576 /dev/zero | tr '\\0' a >\"$f\"", ""));
	assert_int_equal(s->text.len, EDITOR_MOST);
}

/* Signals that we hold back or ignore reach the editor, and ours are as they were. */
static void test_signals(void **state)
{
	struct stage *s = *state;
	sigset_t block, before;
	struct sigaction now;

	sigemptyset(&block);
	sigaddset(&block, SIGTERM);
	sigprocmask(SIG_BLOCK, &block, &before);
	refuses(s, "trap 'exit 7' TERM INT; kill -TERM $$; exit 1", "fel (7)");
	refuses(s, "trap 'exit 8' INT; kill -INT $$; exit 1", "fel (8)");
	sigprocmask(SIG_SETMASK, &before, NULL);
	sigaction(SIGINT, NULL, &now);
	assert_true(now.sa_handler == SIG_DFL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	/* whoever started the tests may have told signals to be ignored */
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	const struct CMUnitTest tests[] = {
	    TEST(test_command),		TEST(test_text_comes_back), TEST(test_no_shell), TEST(test_private_and_gone),
	    TEST(test_no_plain_file),	TEST(test_fails),	    TEST(test_kept_beside), TEST(test_signals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
