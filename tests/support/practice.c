#include "practice.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int64_t practice_utc(void *ctx)
{
	return ((struct practice *)ctx)->now;
}

static int64_t practice_mono(void *ctx)
{
	return ((struct practice *)ctx)->mono;
}

/* xorshift: the same Ids in every run. */
static void practice_random(void *ctx, void *bytes, size_t n)
{
	struct practice *p = ctx;
	for (size_t i = 0; i < n; i++) {
		p->random ^= p->random << 13;
		p->random ^= p->random >> 7;
		p->random ^= p->random << 17;
		((unsigned char *)bytes)[i] = (unsigned char)(p->random >> 32);
	}
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

/* No test waits for a lock. */
static void no_wait(void *ctx, int ms)
{
	(void)ctx;
	(void)ms;
}

static bool open_session(struct practice *p)
{
	p->io = *io_system();
	p->io.wait = no_wait;
	struct error e = {0};
	struct session_options o = {
		.data_dir = "data",
		.config_dir = "config",
		.council_path = *p->path ? p->path : NULL,
		.io = &p->io,
		.clock = {practice_utc, practice_mono, p},
		.random = practice_random,
		.random_ctx = p,
		.user = "prov",
		.host = "provdator",
	};
	p->session = session_open(&o, &e);
	if (p->session && p->remembers && !session_remember(p->session, p->state, &e))
		session_close(&p->session);
	if (!p->session)
		printf("%s: %s\n", e.file, e.text);
	return p->session != NULL;
}

bool practice_open(struct practice *p)
{
	const char *tmp = getenv("TMPDIR");
	struct error e = {0};
	*p = (struct practice){.now = 1795509000, .random = 0x9E3779B97F4A7C15u};
	snprintf(p->folder, sizeof p->folder, "%s/ovningXXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(p->folder))
		return false;
	snprintf(p->path, sizeof p->path, "%s/rad", p->folder);
	snprintf(p->state, sizeof p->state, "%s/state", p->folder);
	if (folder_copy_example("data/exempel/sormland", p->path, io_system(), &e))
		return open_session(p);
	printf("%s: %s\n", e.file, e.text);
	return false;
}

bool practice_open_at(struct practice *p, const char *path, int64_t now)
{
	*p = (struct practice){.now = now, .random = 0x9E3779B97F4A7C15u};
	snprintf(p->path, sizeof p->path, "%s", path ? path : "");
	return open_session(p);
}

bool practice_reopen(struct practice *p)
{
	session_close(&p->session);
	p->remembers = true;
	return open_session(p);
}

void practice_close(struct practice *p)
{
	session_close(&p->session);
	if (p->folder[0])
		nftw(p->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

char *practice_read(const struct practice *p, const char *name)
{
	char path[1024];
	struct buf bytes = {0};
	struct error e;
	snprintf(path, sizeof path, "%s/%s", p->path, name);
	if (!io_read_file(io_system(), AT_FDCWD, path, IO_FILE_MAX, &bytes, &e)) {
		buf_release(&bytes);
		return NULL;
	}
	return buf_detach(&bytes);
}
