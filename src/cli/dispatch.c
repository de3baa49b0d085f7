/* From options to a session and a sub-command, or to the panes. */
#include "radsbord/cli/opener.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

/* A file that could not be read, or a record that is left out, is no empty list: what stands on stdout is then not the whole,
 * and stderr says so. */
static void warn_of_faults(const struct cli *cli)
{
	enum { SHOWN = 3 };
	const struct folder *folder = session_folder(cli->session);
	const struct diagnostics *d = folder ? folder_diagnostics(folder) : NULL;
	size_t faults = 0;
	for (size_t i = 0; d && i < d->count; i++)
		if (d->items[i].level == DIAGNOSTIC_FAULT && faults++ < SHOWN)
			cli_warn_finding(&d->items[i]);
	if (faults > SHOWN) {
		struct error e = {0};
		error_set(&e, ERROR_NONE, _("%zu fel till i rådets mapp; skriv radsbord kontroll för att se alla."), faults - SHOWN);
		cli_fail(&e);
	}
}

/* What a sub-command prints is for others. */
static int run_with_session(const struct cli *from, const char *council, int (*run)(const struct cli *), unsigned flags)
{
	struct error e = {0};
	struct cli cli = *from;
	cli.session = cli_open_session(&cli, council, &e);
	if (!cli.session)
		return cli_fail(&e);
	session_show_to_others(cli.session, settings_int(cli.settings, "sma_tal"));
	if (!(flags & SUBCOMMAND_FAULTS))
		warn_of_faults(&cli);
	int status = run(&cli);
	session_close(&cli.session);
	return status;
}

/* make run: the practice council in panes; without a terminal its overview, and why. */
int cli_run_practice(const struct cli *cli)
{
	struct error e = {0};
	char *example = mem_printf("%s/exempel/sormland", cli->paths->data);
	bool copied = folder_copy_example(example, cli->paths->practice, io_system(), &e);
	free(example);
	if (!copied)
		return cli_fail(&e);
	if (cli_has_terminal())
		return cli_run_panes(cli, cli->paths->practice);
	error_set(&e, ERROR_NONE, _("Sidorna behöver en terminal, så här kommer översikten som text. Kör make run i en terminal "
	                          "för att öppna dem."));
	cli_fail(&e);
	return run_with_session(cli, cli->paths->practice, cli_find_subcommand("oversikt")->run, 0);
}

/* The folder that was named, else the one of the user's settings, else none. */
static const char *council_path(const struct cli *cli)
{
	const char *set = settings_text(cli->settings, "rad");
	return cli->paths->council ? cli->paths->council : *set ? set : NULL;
}

static int run_subcommand(const struct cli *cli, const struct subcommand *s)
{
	struct error e = {0};
	const char *council = s->flags & SUBCOMMAND_ALONE ? NULL : council_path(cli);
	if ((s->flags & SUBCOMMAND_COUNCIL) && !council) {
		error_set(&e, ERROR_USAGE, _("radsbord %s behöver ett råd. Ange dess mapp med --rad MAPP eller RADSBORD_RAD."), s->name);
		return cli_fail(&e);
	}
	/* What another program reads, or is handed on as a document, is Swedish. */
	bool spoke = cli->options->format != OUTPUT_TEXT && language_swedish();
	int status = s->flags & SUBCOMMAND_SESSION ? run_with_session(cli, council, s->run, s->flags) : s->run(cli);
	language_back(spoke);
	return status;
}

int cli_dispatch(const struct cli_options *o)
{
	struct error e = {0};
	struct cli_paths paths;
	struct diagnostics found = {0};
	struct cli cli = {.options = o, .paths = &paths, .user = cli_user()};
	if (!o->subcommand && !cli_has_terminal()) {
		error_set(&e, ERROR_USAGE, _("Sidorna behöver en terminal. Skriv radsbord oversikt för att få översikten som text."));
		return cli_fail(&e);
	}
	if (!cli_find_paths(o, &paths, &e)) {
		cli_paths_release(&paths);
		return cli_fail(&e);
	}
	struct settings *settings = cli_open_settings(&paths, &found);
	cli.settings = settings;
	cli_host(cli.host, sizeof cli.host);
	struct progress progress;
	const struct clock clock = cli_clock(o);
	progress_init(&progress, io_system(), &clock, (int)settings_int(settings, "forlopp_ms"));
	cli.progress = &progress;
	int status = o->subcommand ? run_subcommand(&cli, cli_find_subcommand(o->subcommand))
	                           : cli_run_panes(&cli, NULL);
	for (size_t i = 0; i < found.count; i++)
		cli_warn_finding(&found.items[i]);
	diagnostics_release(&found);
	settings_free(&settings);
	cli_paths_release(&paths);
	return status;
}
