/* Every system call the store makes, as a table that tests can replace.
 *
 * Paths are always relative to a directory descriptor; symbolic links are never followed.
 * Each call returns -1 and sets errno on failure, as the system call it stands for. */
#ifndef RADSBORD_STORE_IO_H
#define RADSBORD_STORE_IO_H

#include "radsbord/base/date.h"
#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

#include <sys/stat.h>
#include <sys/types.h>

struct io {
	int (*open)(void *ctx, int dir, const char *name, int flags, mode_t mode); /* adds O_CLOEXEC|O_NOFOLLOW */
	ssize_t (*read)(void *ctx, int fd, void *buf, size_t n);
	ssize_t (*write)(void *ctx, int fd, const void *buf, size_t n);
	int (*fsync)(void *ctx, int fd);
	int (*close)(void *ctx, int fd);
	int (*rename)(void *ctx, int dir, const char *from, const char *to);
	/* renameat2: IO_EXCHANGE swaps two files that are there, IO_NO_REPLACE fails with EEXIST instead of replacing. Neither
	 * is had on every file system: EINVAL, ENOSYS or EOPNOTSUPP. */
	int (*rename2)(void *ctx, int dir, const char *from, const char *to, unsigned flags);
	int (*unlink)(void *ctx, int dir, const char *name);
	int (*mkdir)(void *ctx, int dir, const char *name, mode_t mode);
	int (*fstat)(void *ctx, int fd, struct stat *st);
	int (*fchmod)(void *ctx, int fd, mode_t mode);
	int (*fchown)(void *ctx, int fd, uid_t owner, gid_t group);
	void (*wait)(void *ctx, int ms); /* until somebody else may be done */
	void *ctx;
};
enum { IO_NO_REPLACE = 1, IO_EXCHANGE = 2 }; /* as RENAME_NOREPLACE and RENAME_EXCHANGE */
/* The real one. */
const struct io *io_system(void);

/* Reads a whole regular file of at most `max` bytes. Refuses (ERROR_IO or ERROR_DATA, a Swedish sentence)
 * directories, FIFOs, devices, symbolic links, and what is larger. ERROR_NOT_FOUND when it does not exist. */
bool io_read_file(const struct io *io, int dir, const char *name, size_t max, struct buf *out,
                  struct error *e);
/* Names in a directory, sorted bytewise, without "." and "..". Owned strings in `out`. */
struct names {
	char **items;
	size_t count, cap;
};
bool io_list(int dir, const char *name, struct names *out, struct error *e);
void names_release(struct names *n);

#define IO_FILE_MAX ((size_t)64 << 20)

#endif
