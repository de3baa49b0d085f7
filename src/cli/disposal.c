/* radsbord gallra: what would go and what stays, and doing it with --utfor. */
#include "radsbord/cli/cli.h"
#include "radsbord/base/guard.h"
#include "radsbord/store/disposal.h"

#include <stdlib.h>
#include <string.h>

static bool is_year(const char *word)
{
	return strspn(word, "0123456789") == 4 && !word[4];
}

static void list(struct doc *d, const struct disposal *found, bool goes, const char *heading)
{
	bool any = false;
	for (size_t i = 0; i < found->found.count; i++) {
		const struct disposal_item *item = &found->found.items[i];
		if (item->goes != goes)
			continue;
		if (!any)
			doc_heading(d, 2, "%s", heading);
		any = true;
		struct buf text = {0};
		guard_mask(&text, item->text, GUARD_ASK_KEEP); /* it repeats what stands in a file */
		if (item->line > 0)
			doc_item(d, "%s:%d: %s", item->file, item->line, buf_cstr(&text));
		else
			doc_item(d, "%s: %s", item->file, buf_cstr(&text));
		buf_release(&text);
	}
}

static int show(const struct cli *cli, const struct disposal *found, bool made)
{
	struct doc d = {0};
	bool person = !is_year(cli->options->arguments[0]);
	struct buf word = {0};
	guard_mask(&word, cli->options->arguments[0], GUARD_ASK_KEEP);
	doc_heading(&d, 1, made ? _("Gallrat: %s") : _("Gallring: %s"), buf_cstr(&word));
	buf_release(&word);
	if (found->going == 0)
		doc_paragraph(&d, person ? _("Inga kontaktuppgifter finns under det namnet.") : _("Inga utkast finns från det året."));
	list(&d, found, true, made ? _("Borttaget") : _("Tas bort"));
	list(&d, found, false, _("Står kvar"));
	if (person)
		doc_paragraph(&d, _("Gallringen når inte säkerhetskopior på andra ställen, synkroniseringens äldre versioner eller andra datorers "
		                  "ångralistor."));
	if (found->running)
		doc_paragraph(&d, _("Rådsbord är öppet på den här datorn. Avsluta det först."));
	if (!made && found->going > 0)
		doc_paragraph(&d, _("Ingenting är ändrat. Lägg till --utfor för att göra det; det går inte att ångra."));
	int status = cli_print(&d, OUTPUT_TEXT);
	doc_release(&d);
	return status ? status : found->going == 0;
}

static bool look(const struct cli *cli, const char *what, struct disposal *out, struct error *e)
{
	const struct folder *f = session_folder(cli->session);
	if (is_year(what))
		return disposal_of_year(f, cli->paths->state, atoi(what), out, e);
	return disposal_of_person(f, cli->paths->state, what, out, e);
}

int cli_run_disposal(const struct cli *cli)
{
	const struct clock *clock = session_clock(cli->session);
	struct store_writer w = {.user = cli->user, .host = cli->host, .utc = clock->utc(clock->ctx)};
	struct disposal found;
	struct error e = {0};
	bool make = cli->options->make;
	if (!look(cli, cli->options->arguments[0], &found, &e))
		return cli_fail(&e);
	cli_random(NULL, w.random, sizeof w.random);
	bool made = make && found.going > 0 && disposal_make(session_folder(cli->session), cli->paths->state, &found, &w, &e);
	int status = e.code ? cli_fail(&e) : show(cli, &found, made);
	disposal_release(&found);
	return status;
}
