#include "scratch.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void scratch_init(struct scratch *s)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(s->path, sizeof s->path, "%s/radsbord-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(s->path))
		fail_msg("mkdtemp: %s", strerror(errno));
	s->dir = open(s->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(s->dir >= 0);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void scratch_release(struct scratch *s)
{
	close(s->dir);
	nftw(s->path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void scratch_put(const struct scratch *s, const char *name, const void *bytes, size_t len)
{
	const char *slash = strchr(name, '/');
	int fd;

	if (slash) {
		char *folder = mem_strndup(name, (size_t)(slash - name));

		mkdirat(s->dir, folder, 0700);
		free(folder);
	}
	fd = openat(s->dir, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
}

void scratch_puts(const struct scratch *s, const char *name, const char *text)
{
	scratch_put(s, name, text, strlen(text));
}

char *scratch_get(const struct scratch *s, const char *name, size_t *len)
{
	struct buf bytes = {0};
	char chunk[4096];
	ssize_t n;
	int fd = openat(s->dir, name, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return NULL;
	buf_add(&bytes, "", 0);
	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		buf_add(&bytes, chunk, (size_t)n);
	close(fd);
	if (len)
		*len = bytes.len;
	return buf_detach(&bytes);
}

int scratch_count(const struct scratch *s, const char *prefix)
{
	struct names names = {0};
	int n = 0;

	assert_true(io_list(s->dir, ".", &names, NULL));
	for (size_t i = 0; i < names.count; i++)
		n += strncmp(names.items[i], prefix, strlen(prefix)) == 0;
	names_release(&names);
	return n;
}
