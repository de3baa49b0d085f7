/* radsbord rapport and radsbord exportera: documents to the terminal or to a file. */
#include "radsbord/app/export.h"
#include "radsbord/cli/cli.h"

#include <string.h>

/* The types, when none is named. */
static void list_types(void)
{
	cli_say(_("Dokument som kan göras:\n"));
	for (const struct document *t = documents; t->name; t++) {
		struct buf left = {0}, line = {0};
		buf_printf(&left, "%s %s", t->name, _(t->argument));
		text_pad(&line, buf_cstr(&left), 38, TEXT_LEFT);
		cli_say("  %s %s\n", buf_cstr(&line), _(t->help));
		buf_release(&left);
		buf_release(&line);
	}
	cli_say(_("\nSkriv till exempel: radsbord rapport kallelse -o kallelse.docx\n"));
}

/* The place that was named, else the council's region, else the country. */
static bool find_place(const struct model *m, const struct cli_options *o, struct document_question *q, struct error *e)
{
	const char *text = o->arguments_count > 1 ? o->arguments[1] : m->settings && m->settings->region ? m->settings->region : "00";
	q->place = reference_find_place(m->reference, text, o->municipality);
	return q->place >= 0 || error_set(e, ERROR_NOT_FOUND, _("Platsen ”%.80s” finns inte. Skriv en region, ett område, en kommun eller en enhet, "
	                                                      "med namn eller kod."), text);
}

static bool ask(const struct model *m, const struct cli_options *o, const struct document *t, struct document_question *q, struct error *e)
{
	if (o->arguments_count > 1 && !(t->needs & (DOCUMENT_PLACE | DOCUMENT_SUBJECT)))
		return error_set(e, ERROR_USAGE, _("Skriv: radsbord rapport %s"), t->name);
	if (o->meeting && !(t->needs & DOCUMENT_MEETING))
		return error_set(e, ERROR_USAGE, _("%s gäller inget möte; ta bort --mote."), t->title);
	if (t->needs & DOCUMENT_PLACE)
		return find_place(m, o, q, e);
	if ((t->needs & DOCUMENT_MEETING) && m->council)
		q->meeting = document_find_meeting(m, o->meeting, e);
	q->subject = o->arguments_count > 1 ? o->arguments[1] : NULL;
	return !(t->needs & DOCUMENT_MEETING) || !m->council || q->meeting;
}

int cli_run_report(const struct cli *cli)
{
	const struct cli_options *o = cli->options;
	const struct model *m = session_model(cli->session);
	struct document_question q = {.place = 0};
	struct error e = {0};
	struct doc d = {0};
	if (o->arguments_count == 0) {
		list_types();
		return 0;
	}
	const struct document *t = document_find(o->arguments[0]);
	int status;
	if (!t) {
		error_set(&e, ERROR_USAGE, _("Dokumentet ”%.80s” finns inte. Skriv radsbord rapport för att se alla."), o->arguments[0]);
		return cli_fail(&e);
	}
	export_begin(cli->session, &d);
	bool made = ask(m, o, t, &q, &e) && document_make(&d, t, m, &q, &e);
	if (made) {
		status = cli_deliver(cli, &d);
	} else {
		work_end(d.work);
		status = cli_fail(&e);
	}
	doc_release(&d);
	return status;
}

static int export_calendar_file(const struct cli *cli)
{
	struct buf out = {0};
	struct error e = {0};
	if (!session_folder(cli->session)) {
		error_set(&e, ERROR_USAGE, _("Kalendern är rådets möten. Ange rådets mapp med --rad MAPP."));
		return cli_fail(&e);
	}
	export_calendar(cli->session, cli->options->year, &out);
	int status = cli_deliver_bytes(cli, &out);
	buf_release(&out);
	return status;
}

static int export_workbook(const struct cli *cli)
{
	const struct model *m = session_model(cli->session);
	struct cli_options o = *cli->options;
	struct cli as_workbook = *cli;
	struct doc d = {0};
	int place = reference_find_place(m->reference, m->settings && m->settings->region ? m->settings->region : "00", false);
	o.format = OUTPUT_XLSX;
	o.format_named = true;
	as_workbook.options = &o;
	export_begin(cli->session, &d);
	export_tables(m, place < 0 ? 0 : place, &d);
	int status = cli_deliver(&as_workbook, &d);
	doc_release(&d);
	return status;
}

int cli_run_export(const struct cli *cli)
{
	static const struct {
		const char *name;
		int (*run)(const struct cli *cli);
	} kinds[] = {{"ics", export_calendar_file}, {"xlsx", export_workbook}};
	struct error e = {0};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, cli->options->arguments[0]) == 0)
			return kinds[i].run(cli);
	error_set(&e, ERROR_USAGE, _("”%.80s” kan inte exporteras. Skriv radsbord exportera ics eller radsbord exportera xlsx."),
	          cli->options->arguments[0]);
	return cli_fail(&e);
}
