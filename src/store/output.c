/* Exported files: whole or not at all. */
#include "radsbord/store/output.h"

#include "io_local.h"
#include "radsbord/base/language.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static bool is_there(const struct io *io, const char *path)
{
	int fd = io->open(io->ctx, AT_FDCWD, path, O_PATH, 0);

	if (fd >= 0)
		io->close(io->ctx, fd);
	return fd >= 0 || errno != ENOENT;
}

static bool stage(const struct io *io, const char *temporary, const struct buf *bytes)
{
	int fd = io->open(io->ctx, AT_FDCWD, temporary, O_WRONLY | O_CREAT | O_EXCL, 0666), err;

	if (fd < 0)
		return false;
	bool written = store_write_all(io, fd, buf_cstr(bytes), bytes->len) && store_fsync(io, fd, false);
	err = errno;
	if (io->close(io->ctx, fd) < 0 && written) {
		err = errno;
		written = false;
	}
	if (!written)
		io->unlink(io->ctx, AT_FDCWD, temporary);
	errno = err;
	return written;
}

static void sync_folder(const struct io *io, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = !slash ? mem_strdup(".") : slash == path ? mem_strdup("/") : mem_strndup(path, (size_t)(slash - path));
	int fd = io->open(io->ctx, AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0);

	if (fd >= 0) {
		store_fsync(io, fd, true);
		io->close(io->ctx, fd);
	}
	free(folder);
}

bool output_write(const struct io *io, const char *path, bool overwrite, const struct buf *bytes, const char *mark, struct error *e)
{
	const char *slash = strrchr(path, '/');
	int folder = slash ? (int)(slash - path) + 1 : 0;
	char *temporary;
	bool done;

	if (!*path || !path[folder])
		return error_set(e, ERROR_USAGE, _("”%s” är en mapp. Skriv också vad filen ska heta."), path);
	if (!overwrite && is_there(io, path))
		return error_set(e, ERROR_CONFLICT, _("Filen %s finns redan och lämnades orörd. Välj ett annat namn, eller lägg till "
		                                    "--skriv-over."), path);
	temporary = mem_printf("%.*s.%s.rb-ny-%s", folder, path, path + folder, mark);
	done = stage(io, temporary, bytes);
	if (done && io->rename(io->ctx, AT_FDCWD, temporary, path) < 0) {
		int err = errno;

		io->unlink(io->ctx, AT_FDCWD, temporary);
		errno = err;
		done = false;
	}
	if (!done)
		store_errno(e, ERROR_IO, path, N_("skrivas"), errno);
	else
		sync_folder(io, path);
	free(temporary);
	return done;
}
