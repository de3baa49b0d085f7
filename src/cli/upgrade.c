/* radsbord uppgradera: an older folder to the format of this program. */
#include "radsbord/cli/cli.h"
#include "radsbord/store/upgrade.h"

int cli_run_upgrade(const struct cli *cli)
{
	const struct clock *clock = session_clock(cli->session);
	struct store_writer w = {.user = cli->user, .host = cli->host, .utc = clock->utc(clock->ctx)};
	struct upgraded done;
	struct error e = {0};
	cli_random(NULL, w.random, sizeof w.random);
	if (!folder_upgrade(session_folder(cli->session), upgrade_steps, folder_format(), &w, &done, &e))
		return cli_fail(&e);
	if (done.from == done.to)
		cli_say(_("Mappen har format %d, som är programmets. Det finns inget att uppgradera.\n"), done.to);
	else
		cli_say(_("Säkerhetskopia: %s\nMappen är uppgraderad från format %d till %d: %zu filer är ändrade.\n"), done.backup.path, done.from,
		        done.to, done.files);
	backup_release(&done.backup);
	return 0;
}
