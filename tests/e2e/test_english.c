/* The same year lived through in Swedish and in English: what is written is the same, whatever the interface speaks. */
#include "year.h"

#include "radsbord/base/mem.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { ID_LENGTH = 10, IDS_MOST = 1000, NUMBER_LENGTH = 32 };

/* The Ids in the order they are met; they are drawn by lot and no year has those of another. */
struct ids {
	char items[IDS_MOST][ID_LENGTH + 1];
	size_t count;
};

static size_t id_number(struct ids *ids, const char *at)
{
	size_t i = 0;
	while (i < ids->count && strncmp(ids->items[i], at, ID_LENGTH) != 0)
		i++;
	assert_true(i < IDS_MOST);
	if (i == ids->count)
		snprintf(ids->items[ids->count++], ID_LENGTH + 1, "%s", at);
	return i;
}

/* A word of Crockford's letters and digits: nothing else that is written looks so. */
static bool is_id(const char *start, const char *at)
{
	return strspn(at, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") == ID_LENGTH && !isalnum((unsigned char)at[ID_LENGTH]) &&
	       (at == start || !isalnum((unsigned char)at[-1]));
}

/* Appends a text with its Ids numbered, and the numbers that a save draws by lot left out. */
static void add_plain(struct buf *out, struct ids *ids, const char *text)
{
	static const char drawn[] = "Transaktion: ";
	for (const char *at = text; *at;) {
		if (strncmp(at, drawn, sizeof drawn - 1) == 0) {
			at += sizeof drawn - 1 + NUMBER_LENGTH;
		} else if (is_id(text, at)) {
			buf_printf(out, "<%zu>", id_number(ids, at));
			at += ID_LENGTH;
		} else {
			buf_char(out, *at++);
		}
	}
}

static void add_file(struct buf *out, struct ids *ids, const char *path)
{
	struct buf text = {0};
	char block[4096];
	size_t n;
	FILE *f = fopen(path, "rb");
	assert_non_null(f);
	while ((n = fread(block, 1, sizeof block, f)) > 0)
		buf_add(&text, block, n);
	fclose(f);
	add_plain(out, ids, buf_cstr(&text));
	buf_release(&text);
}

/* Every file of a folder, in the order of their names, with its name before it. */
static void add_folder(struct buf *out, struct ids *ids, const char *folder)
{
	struct dirent **names;
	int count = scandir(folder, &names, NULL, alphasort);
	assert_true(count >= 0);
	for (int i = 0; i < count; i++) {
		char *path = mem_printf("%s/%s", folder, names[i]->d_name);
		struct stat st;
		assert_int_equal(lstat(path, &st), 0);
		if (strcmp(names[i]->d_name, ".") != 0 && strcmp(names[i]->d_name, "..") != 0) {
			buf_str(out, "== ");
			add_plain(out, ids, names[i]->d_name);
			buf_char(out, '\n');
			if (S_ISDIR(st.st_mode))
				add_folder(out, ids, path);
			else
				add_file(out, ids, path);
		}
		free(path);
		free(names[i]);
	}
	free(names);
}

static void live(struct stage *stage, bool english, struct buf *written)
{
	struct ids *ids = calloc(1, sizeof *ids);
	struct year y = {.stage = stage, .english = english};
	snprintf(y.home, sizeof y.home, "%s", stage->folder);
	snprintf(y.council, sizeof y.council, "%s/rad", stage->folder);
	year_live(&y);
	add_folder(written, ids, y.council);
	assert_true(ids->count > 20);
	free(ids);
}

static void test_the_same_is_written(void **state)
{
	struct buf swedish = {0}, english = {0};
	void *second = NULL;
	live(*state, false, &swedish);
	assert_int_equal(stage_set_up(&second), 0);
	live(second, true, &english);
	stage_tear_down(&second);
	const char *a = buf_cstr(&swedish), *b = buf_cstr(&english);
	size_t same = 0;
	while (a[same] && a[same] == b[same])
		same++;
	if (a[same] || b[same])
		fail_msg("it differs here:\n%.200s\n--- in Swedish:\n%.300s\n--- in English:\n%.300s\n", a + (same > 200 ? same - 200 : 0), a + same, b + same);
	buf_release(&swedish);
	buf_release(&english);
}

/* A step is called in Swedish where it is kept, and in English where it is undone: at once, and when the program has been left. */
static void test_a_step_is_said(void **state)
{
	struct vt *vt = stage_start(*state, 100, 30, "RADSBORD_SPRAK=en");
	stage_keys(vt, "3d");
	stage_keys(vt, "u");
	stage_shows(vt, "Undone: Activity 1: done. Saved.");
	stage_keys(vt, "rSekreteraren\r");
	stage_leave(vt);
	vt = stage_start(*state, 100, 30, "RADSBORD_SPRAK=en");
	stage_keys(vt, "3U");
	stage_shows(vt, "Activity 1: owner");
	stage_keys(vt, "\r");
	stage_shows(vt, "Undone: Activity 1: owner. Saved.");
	stage_leave(vt);
	vt = stage_start(*state, 100, 30, NULL);
	stage_keys(vt, "\x12"); /* Ctrl-R */
	stage_shows(vt, "Gjort om: Aktivitet 1: ansvarig. Sparat.");
	stage_leave(vt);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_the_same_is_written, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(test_a_step_is_said, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
