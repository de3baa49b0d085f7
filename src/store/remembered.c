/* STATE/oppnas: a line that is read by people too. */
#include "radsbord/store/remembered.h"

#include "io_local.h"

#include "radsbord/base/language.h"
#include "radsbord/store/local.h"
#include "radsbord/store/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#define COUNCIL "rad "
#define NO_COUNCIL "utan råd"

enum { SIZE_MAX_READ = 1 << 14 };

enum remembered remembered_read(const struct io *io, const char *state, struct buf *path)
{
	char *file = mem_printf("%s/oppnas", state);
	struct buf bytes = {0};
	enum remembered found = REMEMBERED_NOTHING;

	io_read_file(io, AT_FDCWD, file, SIZE_MAX_READ, &bytes, NULL);
	for (const char *line = buf_cstr(&bytes); *line && !found; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t n = strcspn(line, "\n");

		if (strncmp(line, COUNCIL "/", sizeof COUNCIL) == 0) {
			buf_add(path, line + sizeof COUNCIL - 1, n - (sizeof COUNCIL - 1));
			found = REMEMBERED_COUNCIL;
		} else if (n == sizeof NO_COUNCIL - 1 && strncmp(line, NO_COUNCIL, n) == 0) {
			found = REMEMBERED_NO_COUNCIL;
		}
	}
	buf_release(&bytes);
	free(file);
	return found;
}

bool remembered_write(const struct io *io, const char *state, const char *path, const char *mark, struct error *e)
{
	char *file;
	struct buf bytes = {0};
	bool done;

	if (path && (*path != '/' || strchr(path, '\n')))
		return error_set(e, ERROR_USAGE, _("Mappens namn kan inte kommas ihåg till nästa gång; byt namn på den."));
	if (!local_make_state(io, state))
		return error_set(e, ERROR_IO, _("Valet kan inte kommas ihåg till nästa gång: %s."), store_errno_text(errno));
	buf_printf(&bytes, "# Vad Rådsbord öppnar när ingen mapp anges. Skrivs av programmet.\n%s%s\n", path ? COUNCIL : NO_COUNCIL,
	           path ? path : "");
	file = mem_printf("%s/oppnas", state);
	done = output_write(io, file, true, &bytes, mark, NULL);
	if (!done)
		error_set(e, ERROR_IO, _("Valet kan inte kommas ihåg till nästa gång: %s kan inte skrivas."), file);
	buf_release(&bytes);
	free(file);
	return done;
}
