#include "stage.h"

#include "radsbord/store/folder.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

int stage_set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	const char *tmp = getenv("TMPDIR");
	*state = s;
	snprintf(s->folder, sizeof s->folder, "%s/e2eXXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(s->folder))
		return -1;
	snprintf(s->state_env, sizeof s->state_env, "XDG_STATE_HOME=%s", s->folder);
	snprintf(s->home_env, sizeof s->home_env, "HOME=%s", s->folder);
	snprintf(s->council, sizeof s->council, "%s/radsbord/ovning/sormland", s->folder);
	snprintf(s->plan, sizeof s->plan, "%s/plan/2019.rec", s->council);
	return 0;
}

int stage_tear_down(void **state)
{
	struct stage *s = *state;
	nftw(s->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(s);
	return 0;
}

struct vt *stage_start(struct stage *s, int width, int height, const char *extra)
{
	const char *program = getenv("RADSBORD_PROGRAM");
	const char *const argv[] = {program ? program : "build/radsbord", "ovning", "--idag", "2026-11-24T09:30:00",
				    NULL};
	const char *const env[] = {s->state_env, s->home_env, extra, NULL};
	struct vt *vt = vt_start(argv, env, width, height);
	assert_true(vt_wait(vt));
	return vt;
}

void stage_keys(struct vt *vt, const char *keys)
{
	vt_keys(vt, keys);
	assert_true(vt_wait(vt));
}

void stage_shows(struct vt *vt, const char *text)
{
	if (!vt_shows(vt, text)) {
		struct buf b = {0};
		vt_text(vt, &b);
		printf("missing: %s\n%s\n", text, buf_cstr(&b));
		buf_release(&b);
		fail();
	}
}

void stage_leave(struct vt *vt)
{
	vt_keys(vt, "q");
	assert_int_equal(vt_exit_status(vt), 0);
	vt_free(&vt);
}

void stage_ended(struct stage *s, struct vt *vt)
{
	char lock[400];
	assert_int_equal(vt_exit_status(vt), 0);
	assert_false(vt_alternate(vt));
	assert_false(vt_raw(vt));
	snprintf(lock, sizeof lock, "%s/.rb-lock", s->council);
	assert_int_equal(access(lock, F_OK), -1);
	vt_free(&vt);
}

bool stage_file_has(const char *path, const char *text)
{
	FILE *f = fopen(path, "rb");
	struct buf b = {0};
	char chunk[4096];
	size_t n;
	assert_non_null(f);
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(&b, chunk, n);
	fclose(f);
	bool has = strstr(buf_cstr(&b), text) != NULL;
	buf_release(&b);
	return has;
}

void stage_is_sound(const struct stage *s)
{
	struct error e = {0};
	struct folder *f = folder_open(s->council, io_system(), NULL, &e);
	if (!f)
		fail_msg("%s", e.text);
	const struct diagnostics *d = folder_diagnostics(f);
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].level == DIAGNOSTIC_FAULT)
			fail_msg("%s:%d: %s", d->items[i].file, d->items[i].line, d->items[i].text);
	assert_true(records_count(folder_records(f), RECORD_ACTION) > 0);
	folder_close(&f);
}
