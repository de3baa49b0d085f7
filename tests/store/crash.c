#include "crash.h"

#include "radsbord/base/sha256.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { OP_MAKE, OP_FOLDER, OP_RENAME, OP_EXCHANGE, OP_REMOVE, OP_WRITE, OP_SYNC_FILE, OP_SYNC_FOLDER };
enum { LOST_MAX = 24, TORN = 4 };

struct crash_op {
	int kind, file;
	size_t len;       /* of the file, after a write */
	char *from, *to;  /* `to` of a rename; a folder's path in `from` */
};
struct crash_file {
	struct buf bytes; /* all that was ever written to it, which is at its end */
	size_t first;     /* as much of it was there at the beginning */
};

/* ---- names ---------------------------------------------------------------------------------------------------- */

static struct crash_name *name_of(const struct crash_names *n, const char *path)
{
	for (size_t i = 0; i < n->count; i++)
		if (strcmp(n->items[i].path, path) == 0)
			return &n->items[i];
	return NULL;
}

static void name_add(struct crash_names *n, const char *path, int file)
{
	struct crash_name new = {.path = mem_strdup(path), .file = file};

	VEC_PUSH(n, new);
}

static void name_remove(struct crash_names *n, const char *path)
{
	struct crash_name *at = name_of(n, path);

	if (!at)
		return;
	free(at->path);
	*at = n->items[--n->count];
}

static void names_free(struct crash_names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->items[i].path);
	free(n->items);
	*n = (struct crash_names){0};
}

/* The folder that a path lies in, "" for the council's own. Owned. */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? mem_strndup(path, (size_t)(slash - path)) : mem_strdup("");
}

static bool lies_in(const char *path, const char *folder)
{
	char *own = folder_of(path);
	bool yes = strcmp(own, folder) == 0;

	free(own);
	return yes;
}

static bool has_folder(const struct crash_names *n, const char *path)
{
	char *folder = folder_of(path);
	bool yes = !*folder || name_of(n, folder);

	free(folder);
	return yes;
}

static void carry_out(struct crash_names *n, const struct crash_op *op)
{
	struct crash_name *from = name_of(n, op->from), *to = op->to ? name_of(n, op->to) : NULL;
	int file;

	if (op->kind == OP_MAKE || op->kind == OP_FOLDER) {
		if (!from && has_folder(n, op->from))
			name_add(n, op->from, op->kind == OP_FOLDER ? -1 : op->file);
	} else if (op->kind == OP_REMOVE) {
		name_remove(n, op->from);
	} else if (op->kind == OP_EXCHANGE && from && to) {
		file = from->file;
		from->file = to->file;
		to->file = file;
	} else if (op->kind == OP_RENAME && from && has_folder(n, op->to)) {
		file = from->file;
		name_remove(n, op->from);
		name_remove(n, op->to);
		name_add(n, op->to, file);
	}
}

/* ---- recording ------------------------------------------------------------------------------------------------ */

static void note(struct crash *c, int kind, int file, const char *from, const char *to)
{
	struct crash_op op = {.kind = kind, .file = file, .from = mem_strdup(from), .to = to ? mem_strdup(to) : NULL};

	if (kind == OP_WRITE)
		op.len = c->files.items[file].bytes.len;
	VEC_PUSH(&c->ops, op);
	if (kind <= OP_REMOVE)
		carry_out(&c->now, &op);
}

static int crash_open(void *ctx, int dir, const char *name, int flags, mode_t mode)
{
	struct crash *c = ctx;
	int fd = io_system()->open(NULL, dir, name, flags, mode);
	const struct crash_name *known;

	if (fd < 0)
		return fd;
	assert_true(fd < CRASH_FDS);
	if (flags & O_CREAT) {
		struct crash_file fresh = {.first = 0};

		VEC_PUSH(&c->files, fresh);
		note(c, OP_MAKE, (int)c->files.count - 1, name, NULL);
	}
	known = name_of(&c->now, name);
	c->fd_file[fd] = known ? known->file : -1;
	c->fd_folder[fd] = known && known->file < 0 ? mem_strdup(name) : NULL;
	return fd;
}

static ssize_t crash_read(void *ctx, int fd, void *buf, size_t n)
{
	(void)ctx;
	return read(fd, buf, n);
}

static ssize_t crash_write(void *ctx, int fd, const void *buf, size_t n)
{
	struct crash *c = ctx;
	ssize_t done = write(fd, buf, n);

	if (done > 0) {
		assert_true(c->fd_file[fd] >= 0);
		buf_add(&c->files.items[c->fd_file[fd]].bytes, buf, (size_t)done);
		note(c, OP_WRITE, c->fd_file[fd], "", NULL);
	}
	return done;
}

static int crash_fsync(void *ctx, int fd)
{
	struct crash *c = ctx;

	if (c->no_sync)
		return 0;
	if (fd < CRASH_FDS && c->fd_file[fd] >= 0)
		note(c, OP_SYNC_FILE, c->fd_file[fd], "", NULL);
	else
		note(c, OP_SYNC_FOLDER, -1, fd < CRASH_FDS && c->fd_folder[fd] ? c->fd_folder[fd] : "", NULL);
	return 0;
}

static int crash_close(void *ctx, int fd)
{
	struct crash *c = ctx;

	c->fd_file[fd] = -1;
	free(c->fd_folder[fd]);
	c->fd_folder[fd] = NULL;
	return close(fd);
}

static int crash_rename(void *ctx, int dir, const char *from, const char *to)
{
	int r = io_system()->rename(NULL, dir, from, to);

	if (r == 0)
		note(ctx, OP_RENAME, -1, from, to);
	return r;
}

static int crash_rename2(void *ctx, int dir, const char *from, const char *to, unsigned flags)
{
	struct crash *c = ctx;
	int r;

	if (c->plain_rename) {
		errno = EINVAL;
		return -1;
	}
	r = io_system()->rename2(NULL, dir, from, to, flags);
	if (r == 0)
		note(c, flags & IO_EXCHANGE ? OP_EXCHANGE : OP_RENAME, -1, from, to);
	return r;
}

static int crash_unlink(void *ctx, int dir, const char *name)
{
	int r = io_system()->unlink(NULL, dir, name);

	if (r == 0)
		note(ctx, OP_REMOVE, -1, name, NULL);
	return r;
}

static int crash_mkdir(void *ctx, int dir, const char *name, mode_t mode)
{
	int r = io_system()->mkdir(NULL, dir, name, mode);

	if (r == 0)
		note(ctx, OP_FOLDER, -1, name, NULL);
	return r;
}

static void crash_wait(void *ctx, int ms)
{
	(void)ctx;
	(void)ms;
}

static void remember(struct crash *c, const struct scratch *s, const char *name)
{
	struct crash_file file = {.first = 0};
	size_t len;
	char *bytes = scratch_get(s, name, &len);

	assert_non_null(bytes);
	buf_add(&file.bytes, bytes, len);
	file.first = len;
	free(bytes);
	VEC_PUSH(&c->files, file);
	name_add(&c->first, name, (int)c->files.count - 1);
}

static void remember_folder(struct crash *c, const struct scratch *s, const char *folder)
{
	struct names names = {0};

	assert_true(io_list(s->dir, *folder ? folder : ".", &names, NULL));
	for (size_t i = 0; i < names.count; i++) {
		char *path = mem_printf("%s%s%s", folder, *folder ? "/" : "", names.items[i]);
		struct stat st;

		assert_int_equal(fstatat(s->dir, path, &st, AT_SYMLINK_NOFOLLOW), 0);
		if (S_ISDIR(st.st_mode)) {
			name_add(&c->first, path, -1);
			remember_folder(c, s, path);
		} else {
			remember(c, s, path);
		}
		free(path);
	}
	names_release(&names);
}

void crash_init(struct crash *c, const struct scratch *s)
{
	*c = (struct crash){.io = *io_system()};
	c->io.open = crash_open;
	c->io.read = crash_read;
	c->io.write = crash_write;
	c->io.fsync = crash_fsync;
	c->io.close = crash_close;
	c->io.rename = crash_rename;
	c->io.rename2 = crash_rename2;
	c->io.unlink = crash_unlink;
	c->io.mkdir = crash_mkdir;
	c->io.wait = crash_wait;
	c->io.ctx = c;
	for (int i = 0; i < CRASH_FDS; i++)
		c->fd_file[i] = -1;
	remember_folder(c, s, "");
	for (size_t i = 0; i < c->first.count; i++)
		name_add(&c->now, c->first.items[i].path, c->first.items[i].file);
}

void crash_release(struct crash *c)
{
	for (size_t i = 0; i < c->ops.count; i++) {
		free(c->ops.items[i].from);
		free(c->ops.items[i].to);
	}
	free(c->ops.items);
	for (size_t i = 0; i < c->files.count; i++)
		buf_release(&c->files.items[i].bytes);
	free(c->files.items);
	names_free(&c->first);
	names_free(&c->now);
	for (int i = 0; i < CRASH_FDS; i++)
		free(c->fd_folder[i]);
	*c = (struct crash){0};
}

size_t crash_moment(const struct crash *c)
{
	return c->ops.count;
}

/* ---- the states ------------------------------------------------------------------------------------------------ */

/* One search through the states after one moment. */
struct search {
	const struct crash *c;
	size_t moment;
	size_t lost[LOST_MAX];   /* ops that may be lost */
	size_t lost_count;
	struct map seen;
	struct arena arena;
	size_t found;
	void (*look)(void *ctx, const struct scratch *s, size_t moment);
	void *ctx;
};

static bool synced_after(const struct crash *c, size_t op, size_t moment, const char *path)
{
	for (size_t i = op + 1; i < moment; i++)
		if (c->ops.items[i].kind == OP_SYNC_FOLDER && lies_in(path, c->ops.items[i].from))
			return true;
	return false;
}

static bool may_be_lost(const struct crash *c, size_t op, size_t moment)
{
	const struct crash_op *o = &c->ops.items[op];

	return o->kind <= OP_REMOVE && (!synced_after(c, op, moment, o->from) || (o->to && !synced_after(c, op, moment, o->to)));
}

/* How much of a file there is at the moment, and how much of that is surely on the disk. */
static size_t extent(const struct crash *c, int file, size_t moment, size_t *safe)
{
	size_t len = c->files.items[file].first;

	*safe = len;
	for (size_t i = 0; i < moment; i++) {
		const struct crash_op *o = &c->ops.items[i];

		if (o->file != file)
			continue;
		if (o->kind == OP_WRITE)
			len = o->len;
		else if (o->kind == OP_SYNC_FILE)
			*safe = len;
	}
	return len;
}

static void torn(const struct crash *c, int file, size_t moment, unsigned how, struct buf *out)
{
	const char *bytes = buf_cstr(&c->files.items[file].bytes);
	size_t safe, len = extent(c, file, moment, &safe);

	buf_clear(out);
	buf_add(out, bytes, safe);
	if (how == 0)
		buf_add(out, bytes + safe, len - safe);
	else if (how == 1)
		buf_fill(out, '\0', len - safe);
	else if (how == 2)
		buf_add(out, bytes + safe, (len - safe) / 2);
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct crash_name *)a)->path, ((const struct crash_name *)b)->path);
}

/* Hands over the folder with these names, unless it has been seen. `how`: two bits a file that is not safe. */
static void hand_over(struct search *s, struct crash_names *n, unsigned how)
{
	struct buf bytes = {0}, all = {0};
	struct scratch folder;
	char key[65];

	qsort(n->items, n->count, sizeof *n->items, by_path);
	for (int pass = 0; pass < 2; pass++) {
		unsigned left = how;

		if (pass == 1)
			scratch_init(&folder);
		for (size_t i = 0; i < n->count; i++) {
			const struct crash_name *name = &n->items[i];
			size_t safe;

			if (name->file < 0) {
				buf_printf(&all, "%s/\n", name->path);
				if (pass == 1)
					assert_int_equal(mkdirat(folder.dir, name->path, 0700), 0);
				continue;
			}
			torn(s->c, name->file, s->moment, left % TORN, &bytes);
			if (extent(s->c, name->file, s->moment, &safe) != safe)
				left /= TORN;
			buf_printf(&all, "%s %zu\n", name->path, bytes.len);
			buf_add(&all, buf_cstr(&bytes), bytes.len);
			if (pass == 1)
				scratch_put(&folder, name->path, buf_cstr(&bytes), bytes.len);
		}
		if (pass == 0) {
			sha256(buf_cstr(&all), all.len, key);
			if (!map_put(&s->seen, arena_strdup(&s->arena, key), 0))
				break;
			s->found++;
		} else {
			s->look(s->ctx, &folder, s->moment);
			scratch_release(&folder);
		}
	}
	buf_release(&bytes);
	buf_release(&all);
}

/* The states in which the ops of `kept` have happened. */
static void with_kept(struct search *s, unsigned kept)
{
	struct crash_names n = {0};
	size_t next = 0, unsafe = 0, safe;
	unsigned ways = 1;

	for (size_t i = 0; i < s->c->first.count; i++)
		name_add(&n, s->c->first.items[i].path, s->c->first.items[i].file);
	for (size_t i = 0; i < s->moment; i++) {
		bool open = next < s->lost_count && s->lost[next] == i;

		if (open && !(kept >> next++ & 1))
			continue;
		if (s->c->ops.items[i].kind <= OP_REMOVE)
			carry_out(&n, &s->c->ops.items[i]);
	}
	for (size_t i = 0; i < n.count; i++)
		unsafe += n.items[i].file >= 0 && extent(s->c, n.items[i].file, s->moment, &safe) != safe;
	for (size_t i = 0; i < unsafe && i < 3; i++)
		ways *= TORN;
	for (unsigned how = 0; how < ways; how++)
		hand_over(s, &n, how);
	names_free(&n);
}

size_t crash_each(const struct crash *c, size_t from, bool every,
                  void (*look)(void *ctx, const struct scratch *s, size_t moment), void *ctx)
{
	struct search s = {.c = c, .look = look, .ctx = ctx};

	/* Backwards, so that a state which could be both before and after something was said is judged as after. */
	for (size_t left = c->ops.count + 1; left-- > from;) {
		unsigned all;

		s.moment = left;
		s.lost_count = 0;
		for (size_t i = 0; i < s.moment; i++)
			if (may_be_lost(c, i, s.moment)) {
				assert_true(s.lost_count < LOST_MAX);
				s.lost[s.lost_count++] = i;
			}
		all = (1u << s.lost_count) - 1;
		for (unsigned kept = 0; every && kept <= all; kept++)
			with_kept(&s, kept);
		for (size_t i = 0; !every && i <= s.lost_count; i++) {
			with_kept(&s, (1u << i) - 1);
			with_kept(&s, all & ~(1u << i));
			with_kept(&s, all & (1u << i));
		}
	}
	map_release(&s.seen);
	arena_release(&s.arena);
	return s.found;
}
