#include "radsbord/store/leftovers.h"

#include "commit_local.h"
#include "folder_local.h"
#include "io_local.h"
#include "radsbord/base/language.h"
#include "radsbord/store/local.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static const char held_saving[] = N_("hör till en sparning; nästa sparning tar hand om den");
static const char held_folder[] = N_("är en mapp; titta i den och ta bort den själv");

static bool begins(const char *name, const char *prefix)
{
	return strncmp(name, prefix, strlen(prefix)) == 0;
}

/* What a name at the top of the folder, or in a folder there, is. False: it is data, or somebody's own file. */
static bool kind_of(const char *name, enum leftover_kind *kind)
{
	static const struct {
		const char *prefix;
		enum leftover_kind kind;
	} ours[] = {{SALVAGE_PREFIX, LEFTOVER_SALVAGE}, {BROKEN_PREFIX, LEFTOVER_LOCK}, {NEW_PREFIX, LEFTOVER_SAVING},
	            {TXN_PREFIX, LEFTOVER_SAVING},      {COMMIT_PREFIX, LEFTOVER_SAVING}, {LOCK_NAME, LEFTOVER_SAVING}};
	const char *slash = strrchr(name, '/'), *leaf = slash ? slash + 1 : name;

	for (size_t i = 0; !slash && i < sizeof ours / sizeof *ours; i++)
		if (begins(name, ours[i].prefix)) {
			*kind = ours[i].kind;
			return true;
		}
	*kind = leaf[0] == '.' && strstr(leaf, ".rb-ny-") ? LEFTOVER_EXPORT : LEFTOVER_CONFLICT;
	return *kind == LEFTOVER_EXPORT || folder_name_is_conflict(name);
}

/* What it is, without following or opening it. */
static bool look(const struct io *io, int dir, const char *name, struct stat *st, struct error *e)
{
	int fd = io->open(io->ctx, dir, name, O_PATH, 0);
	bool ok = fd >= 0 && io->fstat(io->ctx, fd, st) == 0;
	int err = errno;

	if (fd >= 0)
		io->close(io->ctx, fd);
	return ok || store_errno(e, err == ENOENT ? ERROR_NOT_FOUND : ERROR_IO, name, N_("läsas"), err);
}

static void add(struct leftovers *out, enum leftover_kind kind, char *name, int place, const struct stat *st)
{
	struct leftover l = {.kind = kind, .name = name, .place = place, .changed = st->st_mtim.tv_sec,
	                     .size = st->st_size > 0 ? (uint64_t)st->st_size : 0};

	l.held = kind == LEFTOVER_SAVING ? held_saving : place == 0 && S_ISDIR(st->st_mode) ? held_folder : NULL;
	VEC_PUSH(out, l);
}

static bool list_folder(const struct folder *f, const char *folder, struct leftovers *out, struct error *e)
{
	struct names names = {0};
	bool ok = io_list(f->dir, *folder ? folder : ".", &names, e);

	for (size_t i = 0; ok && i < names.count; i++) {
		char *name = *folder ? mem_printf("%s/%s", folder, names.items[i]) : mem_strdup(names.items[i]);
		enum leftover_kind kind;
		struct error why = {0};
		struct stat st;

		out->unfinished |= !*folder && begins(name, COMMIT_PREFIX);
		if (!look(f->io, f->dir, name, &st, &why)) {
			ok = why.code == ERROR_NOT_FOUND || error_set(e, why.code, "%s", why.text); /* else it has gone meanwhile */
			free(name);
		} else if (kind_of(name, &kind)) {
			add(out, kind, name, 0, &st);
		} else {
			if (!*folder && S_ISDIR(st.st_mode) && name[0] != '.')
				ok = list_folder(f, name, out, e);
			free(name);
		}
	}
	names_release(&names);
	return ok;
}

static void list_place(struct local *l, int place, struct leftovers *out)
{
	struct names names = {0};
	struct stat st;

	if (local_list(l, &names, NULL))
		for (size_t i = 0; i < names.count; i++) {
			const char *name = names.items[i];
			enum leftover_kind kind = strcmp(name, LOCAL_DRAFTS) == 0 ? LEFTOVER_DRAFTS
			                          : strcmp(name, LOCAL_UNDO) == 0 ? LEFTOVER_UNDO
			                          : strchr(name, '/')             ? LEFTOVER_EDITED
			                                                          : LEFTOVER_LOCAL;

			/* A folder here is an empty one: it had a text. */
			if (local_stat(l, name, &st))
				add(out, S_ISDIR(st.st_mode) ? LEFTOVER_EDITED : kind, mem_printf("lokalt/%d/%s", place, name), place, &st);
		}
	names_release(&names);
}

bool folder_leftovers(const struct folder *f, const char *state, struct leftovers *out, struct error *e)
{
	if (!list_folder(f, "", out, e))
		return false;
	for (int place = 1; state && place <= LOCAL_PLACES; place++) {
		struct error why = {0};
		struct local *l = local_open_place(f->io, state, f->path, place, &why);

		out->running |= why.code == ERROR_LOCKED;
		if (l)
			list_place(l, place, out);
		local_close(&l);
	}
	return true;
}

/* The name within its place: what stands after "lokalt/1/". */
static const char *within_place(const char *name)
{
	return strchr(strchr(name, '/') + 1, '/') + 1;
}

static bool remove_here(const struct folder *f, const char *name, struct error *e)
{
	const char *slash = strrchr(name, '/');
	char *folder = slash ? mem_strndup(name, (size_t)(slash - name)) : mem_strdup(".");
	int fd = f->io->open(f->io->ctx, f->dir, folder, O_RDONLY | O_DIRECTORY, 0);
	bool ok = fd >= 0 && f->io->unlink(f->io->ctx, f->dir, name) == 0 && store_fsync(f->io, fd, true);
	int err = errno;

	if (fd >= 0)
		f->io->close(f->io->ctx, fd);
	free(folder);
	return ok || store_errno(e, store_write_code(err), name, N_("tas bort"), err);
}

bool folder_leftover_remove(const struct folder *f, const char *state, const struct leftover *l, struct error *e)
{
	enum leftover_kind kind;
	struct local *local;
	bool ok;

	if (l->held)
		return error_set(e, ERROR_USAGE, _("%.300s tas inte bort: den %s."), l->name, l->held);
	if (l->place == 0) {
		/* The name decides, once more: nothing that is data has such a one. */
		if (!kind_of(l->name, &kind) || kind == LEFTOVER_SAVING || folder_name_is_read(l->name))
			return error_set(e, ERROR_USAGE, _("%.300s är ingen kvarleva och tas inte bort."), l->name);
		return remove_here(f, l->name, e);
	}
	local = local_open_place(f->io, state, f->path, l->place, e);
	ok = local && local_remove(local, within_place(l->name), e);
	local_close(&local);
	return ok;
}

void leftovers_release(struct leftovers *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->items[i].name);
	free(l->items);
	*l = (struct leftovers){0};
}
