/* radsbord ny MAPP: a new council folder, with a vacant seat for each municipality and the region. */
#include "radsbord/app/opening.h"
#include "radsbord/cli/cli.h"

#include <string.h>

/* The path as the shell takes it. */
static void quote(struct buf *out, const char *path)
{
	if (!strpbrk(path, " \t\n'\"\\$`;&|<>()*?[]{}#!~")) {
		buf_str(out, path);
		return;
	}
	buf_char(out, '\'');
	for (; *path; path++) {
		if (*path == '\'')
			buf_str(out, "'\\'");
		buf_char(out, *path);
	}
	buf_char(out, '\'');
}

static void say_made(const char *path, size_t seats)
{
	struct buf typed = {0};
	quote(&typed, path);
	cli_say(_("Rådsmappen är skapad med %zu platser att besätta. Öppna den med: radsbord --rad %s\n"), seats, buf_cstr(&typed));
	buf_release(&typed);
}

int cli_run_new(const struct cli *cli)
{
	struct error e = {0};
	const char *path = cli->options->arguments[0], *name = cli->options->name, *region = cli->options->region;
	size_t seats = 0;
	if (!region || !name)
		error_set(&e, ERROR_USAGE, _("Skriv: radsbord ny MAPP --namn \"Rådets namn\" --region REGION"));
	else if (opening_make(cli->session, path, name, region, &seats, &e))
		say_made(path, seats);
	return e.code ? cli_fail(&e) : 0;
}
