/* A copy of a council folder: what there is, the archive, and reading it back. */
#include "radsbord/store/backup.h"

#include "commit_local.h"
#include "folder_local.h"
#include "io_local.h"
#include "tar_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32, TRIES = 3, NAMES_TRIED = 100 };
/* What lies in a folder besides records may be large: scanned minutes. */
#define BACKUP_FILE_MAX ((size_t)1 << 30)
#define WHOLE ".tar"
#define HALF ".del"

/* One thing in the folder. */
struct thing {
	char *name;           /* below the council's folder */
	struct stat st;
	char hash[65];        /* of a file */
};
struct things {
	struct thing *items;
	size_t count, cap;
};
enum outcome { DONE, FAILED, CHANGED };

static void things_release(struct things *v)
{
	for (size_t i = 0; i < v->count; i++)
		free(v->items[i].name);
	free(v->items);
	*v = (struct things){0};
}

static bool begins(const char *name, const char *prefix)
{
	return strncmp(name, prefix, strlen(prefix)) == 0;
}

/* What belongs to a save that goes on, or to its lock. */
static bool is_passing(const char *name)
{
	return strcmp(name, LOCK_NAME) == 0 || begins(name, NEW_PREFIX) || begins(name, TXN_PREFIX) || begins(name, BROKEN_PREFIX);
}

/* What a name is, without following or opening it. */
static bool look(const struct io *io, int dir, const char *name, struct stat *st, struct error *e)
{
	int fd = io->open(io->ctx, dir, name, O_PATH, 0);
	bool ok = fd >= 0 && io->fstat(io->ctx, fd, st) == 0;
	int err = errno;

	if (fd >= 0)
		io->close(io->ctx, fd);
	return ok || store_errno(e, ERROR_IO, name, N_("läsas"), err);
}

/* Everything below a folder, folders before what is in them, names in order. *saving: a save was not carried out yet. */
static bool walk(const struct io *io, int dir, const char *folder, int depth, struct things *out, bool *saving, struct error *e)
{
	struct names names = {0};
	bool ok = io_list(dir, *folder ? folder : ".", &names, e);

	if (ok && depth > DEPTH_MAX)
		ok = error_set_at(e, ERROR_DATA, folder, 0, _("%s ligger för djupt (högst %d mappar i varandra); flytta den."), folder, DEPTH_MAX);
	for (size_t i = 0; ok && i < names.count; i++) {
		struct thing item = {.name = *folder ? mem_printf("%s/%s", folder, names.items[i]) : mem_strdup(names.items[i])};

		*saving |= !*folder && begins(item.name, COMMIT_PREFIX);
		if (!*folder && is_passing(item.name)) {
			free(item.name);
			continue;
		}
		ok = look(io, dir, item.name, &item.st, e);
		VEC_PUSH(out, item);
		if (ok && S_ISDIR(item.st.st_mode))
			ok = walk(io, dir, item.name, depth + 1, out, saving, e);
	}
	names_release(&names);
	return ok;
}

/* ---- writing -------------------------------------------------------------------------------------------------- */

/* The archive on its way. */
struct copying {
	const struct io *io;
	int dir, to;          /* the council's folder, and where the archive goes */
	const char *folder;   /* the name all entries begin with */
	const char *part;     /* the archive's name until it is proved */
	int fd;
};

static void entry_of(const struct copying *c, const struct thing *item, size_t size, struct tar_entry *out)
{
	*out = (struct tar_entry){.folder = S_ISDIR(item->st.st_mode), .mode = item->st.st_mode, .size = size,
	                          .mtime = item->st.st_mtim.tv_sec};
	buf_printf(&out->name, "%s/%s%s", c->folder, item->name, out->folder ? "/" : "");
}

static bool write_item(const struct copying *c, struct thing *item, struct backup *out, struct error *e)
{
	struct tar_entry entry;
	struct buf bytes = {0}, block = {0};
	bool folder = S_ISDIR(item->st.st_mode);
	bool ok = folder || store_read(c->io, c->dir, item->name, BACKUP_FILE_MAX, &bytes, &item->st, e);

	if (ok) {
		entry_of(c, item, bytes.len, &entry);
		tar_write_head(&entry, &block);
		buf_release(&entry.name);
		sha256(bytes.data, bytes.len, item->hash);
		buf_add(&block, buf_cstr(&bytes), bytes.len);
		tar_write_padding(bytes.len, &block);
		ok = store_write_all(c->io, c->fd, block.data, block.len) || store_errno(e, ERROR_IO, c->part, N_("skrivas"), errno);
		out->files += !folder;
		out->bytes += bytes.len;
	}
	buf_release(&bytes);
	buf_release(&block);
	return ok;
}

static bool write_archive(const struct copying *c, struct things *items, struct backup *out, struct error *e)
{
	struct buf end = {0};
	bool ok = true;

	out->files = 0;
	out->bytes = 0;
	names_release(&out->left_out);
	for (size_t i = 0; ok && i < items->count; i++) {
		struct thing *item = &items->items[i];

		if (S_ISREG(item->st.st_mode) || S_ISDIR(item->st.st_mode))
			ok = write_item(c, item, out, e);
		else
			VEC_PUSH(&out->left_out, mem_strdup(item->name));
	}
	tar_write_end(&end);
	if (ok && (!store_write_all(c->io, c->fd, end.data, end.len) || !store_fsync(c->io, c->fd, false)))
		ok = store_errno(e, ERROR_IO, c->part, N_("skrivas"), errno);
	buf_release(&end);
	return ok;
}

/* ---- proving -------------------------------------------------------------------------------------------------- */

static bool not_the_same(const struct copying *c, struct error *e)
{
	return error_set_at(e, ERROR_IO, c->part, 0, _("Säkerhetskopian kunde inte läsas tillbaka som den skrevs, och togs bort; "
	                    "kontrollera disken och försök igen, eller välj en annan mapp."));
}

static bool prove_entry(const struct copying *c, const struct thing *item, struct error *e)
{
	struct tar_entry entry = {.folder = false}, meant;
	struct buf bytes = {0};
	char hash[65] = "";
	bool ok = tar_read_head(c->io, c->fd, &entry) == TAR_ENTRY && tar_read_bytes(c->io, c->fd, &entry, &bytes);

	entry_of(c, item, bytes.len, &meant);
	if (ok && !entry.folder)
		sha256(bytes.data, bytes.len, hash);
	ok = ok && entry.folder == meant.folder && entry.name.len == meant.name.len &&
	     memcmp(entry.name.data, meant.name.data, meant.name.len) == 0 && (meant.folder || strcmp(hash, item->hash) == 0);
	buf_release(&bytes);
	buf_release(&entry.name);
	buf_release(&meant.name);
	return ok || not_the_same(c, e);
}

/* Reads the archive back, entry by entry. */
static bool prove(struct copying *c, const struct things *items, struct error *e)
{
	struct tar_entry last = {.folder = false};
	bool ok = true;

	c->fd = c->io->open(c->io->ctx, c->to, c->part, O_RDONLY, 0);
	if (c->fd < 0)
		return not_the_same(c, e);
	for (size_t i = 0; ok && i < items->count; i++)
		if (S_ISREG(items->items[i].st.st_mode) || S_ISDIR(items->items[i].st.st_mode))
			ok = prove_entry(c, &items->items[i], e);
	ok = ok && (tar_read_head(c->io, c->fd, &last) == TAR_END || not_the_same(c, e));
	buf_release(&last.name);
	c->io->close(c->io->ctx, c->fd);
	return ok;
}

/* The folder is still what was copied, so that all of it was there at one moment. */
static enum outcome look_again(const struct copying *c, const struct things *items, struct error *e)
{
	struct things now = {0};
	struct buf bytes = {0};
	bool saving = false, same, ok = walk(c->io, c->dir, "", 0, &now, &saving, e);

	same = ok && !saving && now.count == items->count;
	for (size_t i = 0; ok && same && i < now.count; i++) {
		const struct thing *was = &items->items[i];
		char hash[65];

		same = strcmp(now.items[i].name, was->name) == 0 && (now.items[i].st.st_mode & S_IFMT) == (was->st.st_mode & S_IFMT);
		if (!same || !S_ISREG(was->st.st_mode))
			continue;
		ok = store_read(c->io, c->dir, was->name, BACKUP_FILE_MAX, &bytes, NULL, e);
		sha256(bytes.data, bytes.len, hash);
		same = strcmp(hash, was->hash) == 0;
	}
	buf_release(&bytes);
	things_release(&now);
	return !ok ? FAILED : same ? DONE : CHANGED;
}

/* ---- one archive ---------------------------------------------------------------------------------------------- */

/* Its name, for good. Never onto something. */
static bool give_name(const struct copying *c, const char *name, struct error *e)
{
	const struct io *io = c->io;
	struct stat st;
	bool ok = io->rename2(io->ctx, c->to, c->part, name, IO_NO_REPLACE) == 0;

	if (!ok && (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)) {
		if (look(io, c->to, name, &st, NULL))
			errno = EEXIST;
		else
			ok = io->rename(io->ctx, c->to, c->part, name) == 0;
	}
	ok = ok && store_fsync(io, c->to, true);
	return ok || store_errno(e, store_write_code(errno), name, N_("skrivas"), errno);
}

static enum outcome copy_once(struct copying *c, const char *name, struct backup *out, struct error *e)
{
	const struct io *io = c->io;
	struct things items = {0};
	bool saving = false, ok = walk(io, c->dir, "", 0, &items, &saving, e);
	enum outcome outcome = FAILED;

	if (ok) {
		c->fd = io->open(io->ctx, c->to, c->part, O_WRONLY | O_CREAT | O_EXCL, 0600);
		ok = c->fd >= 0 || store_errno(e, store_write_code(errno), c->part, N_("skrivas"), errno);
	}
	if (ok) {
		ok = write_archive(c, &items, out, e);
		if (io->close(io->ctx, c->fd) < 0 && ok)
			ok = store_errno(e, ERROR_IO, c->part, N_("skrivas"), errno);
		if (ok && prove(c, &items, e))
			outcome = saving ? CHANGED : look_again(c, &items, e);
		if (outcome == DONE && !give_name(c, name, e))
			outcome = FAILED;
		if (outcome != DONE)
			(void)io->unlink(io->ctx, c->to, c->part);
	}
	things_release(&items);
	return outcome;
}

/* A name that neither an archive nor a part of one has. */
static bool free_name(const struct copying *c, const char *base, char **name, char **part, struct error *e)
{
	struct stat st;

	for (int n = 1; n <= NAMES_TRIED; n++) {
		*name = n == 1 ? mem_printf("%s" WHOLE, base) : mem_printf("%s-%d" WHOLE, base, n);
		*part = mem_printf("%s" HALF, *name);
		if (!look(c->io, c->to, *name, &st, NULL) && errno == ENOENT && !look(c->io, c->to, *part, &st, NULL) && errno == ENOENT)
			return true;
		free(*name);
		free(*part);
		*name = *part = NULL;
	}
	return error_set(e, ERROR_IO, _("Säkerhetskopian %s.tar kan inte skrivas, för namnet är taget eller mappen går inte att läsa; välj en "
	                 "annan mapp."), base);
}

/* The folder that the archive goes to, as a path without links: not the council's, nor one in it. Owned; NULL with a sentence. */
static char *destination(const char *council, const char *to, struct error *e)
{
	size_t n = strlen(council);
	char *parent = mem_strndup(council, (size_t)(strrchr(council, '/') - council));
	char *real = realpath(to ? to : *parent ? parent : "/", NULL);
	int err = errno;

	free(parent);
	if (!real) {
		error_set(e, ERROR_IO, _("Mappen %.300s kan inte öppnas: %s."), to ? to : _("ovanför rådets"), store_errno_text(err));
	} else if (strncmp(real, council, n) == 0 && (real[n] == '\0' || real[n] == '/')) {
		error_set(e, ERROR_USAGE, _("Säkerhetskopian får inte ligga i rådets egen mapp; välj en annan mapp."));
		free(real);
		real = NULL;
	}
	return real;
}

/* "sormland-2026-11-24-093000" */
static char *dated(const char *council, int64_t utc)
{
	struct wall at = wall_from_utc(utc);
	struct buf date = {0};
	char *name;

	date_format_iso(&date, at.date);
	name = mem_printf("%s-%s-%02d%02d%02d", strrchr(council, '/') + 1, buf_cstr(&date), at.minutes / 60, at.minutes % 60, at.seconds);
	buf_release(&date);
	return name;
}

static bool copy(struct copying *c, const char *base, struct backup *out, struct error *e)
{
	char *name = NULL, *part = NULL;
	enum outcome outcome = FAILED;
	bool named = free_name(c, base, &name, &part, e);

	c->part = part;
	c->folder = out->folder = named ? mem_strndup(name, strlen(name) - strlen(WHOLE)) : NULL;
	if (named)
		outcome = CHANGED;
	for (int i = 0; i < TRIES && outcome == CHANGED; i++)
		outcome = copy_once(c, name, out, e);
	if (outcome == CHANGED)
		error_set(e, ERROR_CONFLICT, _("Rådets mapp ändrades medan den kopierades, så ingen säkerhetskopia gjordes; försök igen när ingen "
		          "sparar."));
	free(part);
	if (outcome == DONE)
		out->path = name;
	else
		free(name);
	return outcome == DONE;
}

bool backup_is_named(const char *name, const char *council, bool *half)
{
	size_t n = strlen(council), len = strlen(name);

	*half = len > strlen(HALF) && strcmp(name + len - strlen(HALF), HALF) == 0;
	if (*half)
		len -= strlen(HALF);
	return strncmp(name, council, n) == 0 && name[n] == '-' && len > n + strlen(WHOLE) &&
	       strncmp(name + len - strlen(WHOLE), WHOLE, strlen(WHOLE)) == 0;
}

/* Another run may be writing its own: they are told of, never removed. */
static void find_halves(const struct copying *c, const char *council, struct names *out)
{
	struct names all = {0};
	bool half;

	(void)io_list(c->to, ".", &all, NULL);
	for (size_t i = 0; i < all.count; i++)
		if (backup_is_named(all.items[i], strrchr(council, '/') + 1, &half) && half)
			VEC_PUSH(out, mem_strdup(all.items[i]));
	names_release(&all);
}

bool folder_backup(const struct folder *f, const char *to, int64_t utc, struct backup *out, struct error *e)
{
	struct copying c = {.io = f->io, .dir = f->dir, .to = -1, .fd = -1};
	char *council = realpath(f->path, NULL), *real = NULL, *base = NULL, *whole;
	bool ok;

	*out = (struct backup){0};
	if (!council)
		return error_set(e, ERROR_IO, _("Rådets mapp %.300s kan inte öppnas: %s."), f->path, store_errno_text(errno));
	real = destination(council, to, e);
	ok = real != NULL;
	if (ok) {
		c.to = f->io->open(f->io->ctx, AT_FDCWD, real, O_RDONLY | O_DIRECTORY, 0);
		ok = c.to >= 0 || error_set(e, ERROR_IO, _("Mappen %.300s kan inte öppnas: %s."), real, store_errno_text(errno));
	}
	if (ok) {
		base = dated(council, utc);
		ok = copy(&c, base, out, e);
	}
	if (ok) {
		whole = mem_printf("%s/%s", strcmp(real, "/") == 0 ? "" : real, out->path);
		free(out->path);
		out->path = whole;
		find_halves(&c, council, &out->halves);
	}
	if (c.to >= 0)
		f->io->close(f->io->ctx, c.to);
	free(base);
	free(real);
	free(council);
	if (!ok)
		backup_release(out);
	return ok;
}

void backup_release(struct backup *b)
{
	free(b->path);
	free(b->folder);
	names_release(&b->left_out);
	names_release(&b->halves);
	*b = (struct backup){0};
}
