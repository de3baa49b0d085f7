/* radsbord sakerhetskopia: a dated archive of the council's folder, read back before it is said to be there. */
#include "radsbord/cli/cli.h"
#include "radsbord/store/backup.h"

#include <inttypes.h>

static void say_backup(const struct backup *b)
{
	cli_say(_("Säkerhetskopia: %s\n%zu filer, %" PRIu64 " byte. Kopian är läst tillbaka och jämförd fil för fil.\n"), b->path, b->files,
	        b->bytes);
}

int cli_run_backup(const struct cli *cli)
{
	const struct cli_options *o = cli->options;
	const struct clock *clock = session_clock(cli->session);
	struct backup b;
	struct error e = {0};
	const char *to = o->arguments_count ? o->arguments[0] : NULL;
	progress_begin(cli->progress, _("Säkerhetskopierar"), folder_path(session_folder(cli->session)), NULL);
	bool made = folder_backup(session_folder(cli->session), to, clock->utc(clock->ctx), &b, &e);
	if (progress_end(cli->progress) && !made)
		error_set(&e, ERROR_IO, _("Avbrutet: ingen säkerhetskopia gjordes."));
	if (!made)
		return cli_fail(&e);
	say_backup(&b);
	cli_say(_("Återställ med tar -xf och filens namn: det gör mappen %s där du står, och rör inte rådets mapp. Öppna den med radsbord "
	        "--rad.\n"),
	        b.folder);
	for (size_t i = 0; i < b.left_out.count; i++) {
		const struct diagnostic d = {DIAGNOSTIC_WARNING, b.left_out.items[i], 0,
		                             (char *)(uintptr_t)_("Är ingen vanlig fil (en länk eller liknande) och kom inte med; lägg filen själv där.")};
		cli_warn_finding(&d);
	}
	for (size_t i = 0; i < b.halves.count; i++) {
		const struct diagnostic d = {DIAGNOSTIC_WARNING, b.halves.items[i], 0,
		                             (char *)(uintptr_t)_("Är en halv säkerhetskopia, av en körning som avbröts; ta bort filen om ingen kopierar just nu.")};
		cli_warn_finding(&d);
	}
	int status = b.left_out.count > 0 ? 1 : 0;
	backup_release(&b);
	return status;
}
