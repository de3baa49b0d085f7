/* radsbord rensa: what lies in and around the folder that is no data, and removing it when asked to. */
#include "radsbord/cli/cli.h"
#include "radsbord/store/leftovers.h"

#include <string.h>

static const struct {
	const char *code, *what;
} kinds[LEFTOVER_KINDS] = {
	[LEFTOVER_SALVAGE] = {"undanlagt", N_("text som en sparning inte kunde föra in; titta i den först")},
	[LEFTOVER_LOCK] = {"brutet_las", N_("ett lås som bröts")},
	[LEFTOVER_EXPORT] = {"avbruten_export", N_("en fil som inte blev färdigskriven")},
	[LEFTOVER_CONFLICT] = {"konfliktkopia", N_("synkroniseringens kopia av en fil som två ändrat; jämför den först")},
	[LEFTOVER_SAVING] = {"sparning", N_("en sparning som pågår eller avbröts")},
	[LEFTOVER_DRAFTS] = {"utkast", N_("på den här datorn: det som skrevs och inte sparades")},
	[LEFTOVER_UNDO] = {"angralista", N_("på den här datorn: ångralistan")},
	[LEFTOVER_EDITED] = {"redigerad_text", N_("på den här datorn: text som inte kom tillbaka från redigeraren; titta i den först")},
	[LEFTOVER_LOCAL] = {"avbruten", N_("på den här datorn: rest av en avbruten skrivning")},
};

static void list(struct doc *d, const struct leftovers *l)
{
	static const struct doc_column columns[] = {
		{.name = "namn", .label = N_("Namn"), .keep = true},
		{.name = "slag", .programs_only = true},
		{.name = "vad", .label = N_("Vad det är")},
		{.name = "andrad", .label = N_("Ändrad"), .keep = true},
		{.name = "byte", .label = N_("Byte"), .align = TEXT_RIGHT, .keep = true},
		{.name = "kan_tas_bort", .programs_only = true},
	};
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < l->count; i++) {
		const struct leftover *item = &l->items[i];
		struct buf day = {0}, what = {0};
		struct doc_cell *row = doc_row(d, t);
		date_format_iso(&day, wall_from_utc(item->changed).date);
		buf_printf(&what, "%s%s%s", _(kinds[item->kind].what), item->held ? "; " : "", item->held ? item->held : "");
		row[0] = doc_text(d, item->name, NULL);
		row[1] = doc_text(d, kinds[item->kind].code, NULL);
		row[2] = doc_text(d, buf_cstr(&what), NULL);
		row[3] = doc_text(d, buf_cstr(&day), NULL);
		row[4] = doc_number(d, num_int((int64_t)item->size), 0, NUM_HALF_UP);
		row[5] = doc_bool(item->held == NULL, item->held ? _("nej") : _("ja"));
		buf_release(&day);
		buf_release(&what);
	}
}

static int show(const struct cli *cli, const struct leftovers *l)
{
	struct doc d = {0};
	bool text = cli->options->format == OUTPUT_TEXT;
	int status = 0;
	list(&d, l);
	if (l->count > 0 || !text)
		status = cli_print(&d, cli->options->format);
	else
		cli_say(_("Det finns inget att rensa.\n"));
	if (text && l->count > 0)
		cli_say(_("\nInget är borttaget. Ta bort en rad med radsbord rensa --ta-bort NAMN, eller alla utom konfliktkopior med "
		        "--ta-bort alla.\n"));
	if (text && l->running)
		cli_say(_("Rådsbord är öppet på den här datorn; dess utkast och ångralista visas inte.\n"));
	doc_release(&d);
	return status;
}

/* The name as it is, or as it is shown. */
static bool is_named(const struct leftover *item, const char *typed)
{
	struct buf shown = {0};
	text_sanitise(&shown, item->name, false);
	bool same = strcmp(item->name, typed) == 0 || strcmp(buf_cstr(&shown), typed) == 0;
	buf_release(&shown);
	return same;
}

static int remove_one(const struct cli *cli, const struct leftover *item)
{
	struct error e = {0};
	if (!folder_leftover_remove(session_folder(cli->session), cli->paths->state, item, &e))
		return cli_fail(&e);
	cli_say(_("Borttaget: %s\n"), item->name);
	return 0;
}

static int remove_all(const struct cli *cli, const struct leftovers *l)
{
	int status = 0;
	size_t removed = 0;
	for (size_t i = 0; i < l->count; i++) {
		if (l->items[i].held || l->items[i].kind == LEFTOVER_CONFLICT) {
			cli_say(_("Kvar: %s\n"), l->items[i].name);
			continue;
		}
		int one = remove_one(cli, &l->items[i]);
		removed += one == 0;
		status = one > status ? one : status;
	}
	if (removed == 0 && status == 0)
		cli_say(_("Det fanns inget att ta bort.\n"));
	return status;
}

static int remove_named(const struct cli *cli, const struct leftovers *l, const char *typed)
{
	const struct leftover *found = NULL;
	struct error e = {0};
	size_t count = 0;
	for (size_t i = 0; i < l->count; i++)
		if (is_named(&l->items[i], typed)) {
			found = &l->items[i];
			count++;
		}
	if (count == 1)
		return remove_one(cli, found);
	if (count == 0)
		error_set(&e, ERROR_NOT_FOUND, _("”%.200s” finns inte bland det som kan rensas. Skriv radsbord rensa för att se namnen."), typed);
	else
		error_set(&e, ERROR_USAGE, _("Flera namn visas som ”%.200s”. Skriv namnet med alla dess tecken."), typed);
	return cli_fail(&e);
}

int cli_run_purge(const struct cli *cli)
{
	const char *typed = cli->options->remove;
	struct leftovers l = {0};
	struct error e = {0};
	int status;
	if (!folder_leftovers(session_folder(cli->session), cli->paths->state, &l, &e)) {
		status = cli_fail(&e);
	} else if (!typed) {
		status = show(cli, &l);
	} else if (l.unfinished) {
		error_set(&e, ERROR_LOCKED, _("En sparning är inte införd än, så inget tas bort. Kör radsbord kontroll och gör det den säger."));
		status = cli_fail(&e);
	} else {
		status = strcmp(typed, "alla") == 0 ? remove_all(cli, &l) : remove_named(cli, &l, typed);
	}
	leftovers_release(&l);
	return status;
}
