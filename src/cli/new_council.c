/* radsbord ny MAPP: a new council folder, with a vacant seat for each municipality and the region. */
#include "radsbord/app/opening.h"
#include "radsbord/cli/cli.h"

int cli_run_new(const struct cli *cli)
{
	struct error e = {0};
	const char *path = cli->options->arguments[0], *name = cli->options->name, *region = cli->options->region;
	size_t seats = 0;
	if (!region || !name)
		error_set(&e, ERROR_USAGE, _("Skriv: radsbord ny MAPP --namn \"Rådets namn\" --region REGION"));
	else if (opening_make(cli->session, path, name, region, &seats, &e))
		cli_say(_("Rådsmappen är skapad med %zu platser att besätta. Öppna den med: radsbord --rad %s\n"), seats, path);
	return e.code ? cli_fail(&e) : 0;
}
