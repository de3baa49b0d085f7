/* radsbord importera matt FIL: shows what a file of figures becomes; with --spara puts it into the council folder. */
#include "radsbord/base/guard.h"
#include "radsbord/base/text.h"
#include "radsbord/cli/cli.h"
#include "radsbord/council/measure.h"
#include "radsbord/store/import.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *code, *words;
} states[] = {
	[IMPORT_NEW] = {"ny", N_("ny")},
	[IMPORT_CHANGED] = {"andrad", N_("ändrad")},
	[IMPORT_SAME] = {"oforandrad", N_("oförändrad")},
	[IMPORT_SKIPPED] = {"hoppas_over", N_("hoppas över")},
	[IMPORT_UNKNOWN] = {"forstas_inte", N_("förstås inte")},
};

/* What a file says is shown without the personnummer it may hold. */
static const char *masked(struct doc *d, const char *text)
{
	struct buf b = {0};
	guard_mask(&b, text, GUARD_ASK_KEEP);
	const char *out = arena_strdup(&d->arena, buf_cstr(&b));
	buf_release(&b);
	return out;
}

static struct doc_cell text_or_nothing(struct doc *d, const char *text, const char *code)
{
	return text ? doc_text(d, text, code) : doc_unknown(d, "", "");
}

static struct doc_cell year_cell(struct doc *d, int year)
{
	if (!year)
		return doc_unknown(d, "", "");
	struct doc_cell cell = doc_number(d, num_int(year), 0, NUM_HALF_UP);
	cell.text = arena_printf(&d->arena, "%d", year);
	return cell;
}

/* The value, or the text that stands there when it is none. */
static struct doc_cell value_cell(struct doc *d, const struct import_row *row)
{
	if (num_known(row->value))
		return doc_number(d, row->value, row->decimals, NUM_HALF_UP);
	if (row->place < 0)
		return doc_unknown(d, "", "");
	return doc_unknown(d, row->reason && row->state != IMPORT_UNKNOWN ? _("okänt") : masked(d, row->text), "");
}

/* Why it becomes that, and what is kept beside the value; of a row without a place what it says. */
static const char *because(struct doc *d, const struct import_row *row)
{
	const char *parts[] = {row->why, row->reason, row->note, row->place < 0 ? row->text : NULL};
	const char *text = "";
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i] && *parts[i])
			text = arena_printf(&d->arena, "%s%s%s", text, *text ? "; " : "", parts[i]);
	return *text ? masked(d, text) : NULL;
}

static void add_row(struct doc *d, struct doc_table *t, const struct reference *r, const struct import_row *row)
{
	const struct place *p = row->place >= 0 ? &r->places[row->place] : NULL;
	struct doc_cell *c = doc_row(d, t);
	c[0] = doc_number(d, num_int(row->line), 0, NUM_HALF_UP);
	c[1] = text_or_nothing(d, p ? p->name : NULL, p ? p->code : NULL);
	c[2] = year_cell(d, row->year);
	c[3] = text_or_nothing(d, row->measure, NULL);
	c[4] = value_cell(d, row);
	c[5] = doc_text(d, _(states[row->state].words), states[row->state].code);
	c[6] = text_or_nothing(d, because(d, row), NULL);
}

static void show(const struct cli *cli, const struct import *im, const struct reference *r)
{
	static const struct doc_column columns[] = {
		{.name = "rad", .label = N_("Rad"), .align = TEXT_RIGHT}, {.name = "plats", .label = N_("Plats")},
		{.name = "ar", .label = N_("År")},                        {.name = "matt", .label = N_("Mått")},
		{.name = "varde", .label = N_("Värde"), .align = TEXT_RIGHT}, {.name = "blir", .label = N_("Blir"), .keep = true},
		{.name = "skal", .label = N_("Varför")},
	};
	struct doc d = {0};
	doc_heading(&d, 1, _("%s som %s"), im->name, im->file);
	struct doc_table *t = doc_table(&d, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < im->count; i++)
		add_row(&d, t, r, &im->items[i]);
	cli_print(&d, cli->options->format);
	doc_release(&d);
	for (size_t i = 0; i < im->found.count; i++)
		cli_warn_finding(&im->found.items[i]);
}

static void say_counts(const struct cli *cli, const struct import *im, const char *end)
{
	if (cli->options->format != OUTPUT_TEXT)
		return;
	cli_say(_("\n%zu nya, %zu ändrade, %zu oförändrade, %zu hoppas över, %zu förstås inte. %s\n"), import_count(im, IMPORT_NEW),
	        import_count(im, IMPORT_CHANGED), import_count(im, IMPORT_SAME), import_count(im, IMPORT_SKIPPED),
	        import_count(im, IMPORT_UNKNOWN), end);
}

static bool read_options(const struct cli *cli, struct import_options *o, struct error *e)
{
	const struct cli_options *given = cli->options;
	struct date today = session_today(cli->session);
	*o = (struct import_options){.source = given->source, .today = today, .measure = given->measure, .year = given->year,
	                             .municipality = given->municipality, .work = session_work(cli->session)};
	if (!text_same_name(given->arguments[0], "matt"))
		return error_set(e, ERROR_USAGE, _("”%s” kan inte läsas in. Skriv: radsbord importera matt FIL, moten FIL eller ledamoter FIL"), given->arguments[0]);
	if (given->date && (!date_parse_human(given->date, today, &o->date) || date_cmp(o->date, today) > 0))
		return error_set(e, ERROR_USAGE, _("”%s” är ingen dag då talen kan ha lämnats. Skriv till exempel --datum 2026-11-24."),
		                 given->date);
	return true;
}

/* Everything up to the comparison; `bytes` are the file's. */
static bool prepare(const struct cli *cli, struct buf *bytes, struct import *im, struct error *e)
{
	const struct model *m = session_model(cli->session);
	const char *name = cli->options->arguments[1];
	struct import_options o;
	if (!read_options(cli, &o, e) || !io_read_file(io_system(), AT_FDCWD, name, IO_FILE_MAX, bytes, e))
		return false;
	work_begin(o.work, _("Läser filen"));
	bool read = import_read(im, buf_cstr(bytes), bytes->len, name, m->reference, m->set, m->national, &o, e) &&
	            import_compare(im, session_folder(cli->session), m->reference, o.work, e);
	work_end(o.work);
	return read;
}

static int save(const struct cli *cli, const struct import *im)
{
	const struct model *m = session_model(cli->session);
	struct changes c = {0};
	struct error e = {0};
	if (diagnostics_count(&im->found, DIAGNOSTIC_FAULT) > 0) {
		error_set(&e, ERROR_DATA, _("Inget är sparat, för filen har fel. Rätta dem och läs in den igen."));
		return cli_fail(&e);
	}
	import_changes(im, session_folder(cli->session), m->reference, &c);
	char saved[128];
	bool anything = c.count > 0;
	if (anything && !session_remember(cli->session, cli->paths->state, &e))
		cli_fail(&e); /* it is saved all the same, but the panes cannot undo it */
	error_clear(&e);
	snprintf(saved, sizeof saved, _("Sparat i %s."), im->file);
	if (!session_apply(cli->session, &c, &e))
		return cli_fail(&e);
	say_counts(cli, im, anything ? saved : _("Inget nytt att spara."));
	return import_count(im, IMPORT_UNKNOWN) ? 1 : 0;
}

int cli_run_import(const struct cli *cli)
{
	if (cli_imports_arrivals(cli))
		return cli_run_arrivals(cli);
	struct import im = {.items = NULL};
	struct buf bytes = {0};
	struct error e = {0};
	int status;
	if (!prepare(cli, &bytes, &im, &e)) {
		for (size_t i = 1; i < im.found.count; i++) /* the first is in the error */
			cli_warn_finding(&im.found.items[i]);
		status = cli_fail(&e);
	} else {
		bool faults = diagnostics_count(&im.found, DIAGNOSTIC_FAULT) > 0 || import_count(&im, IMPORT_UNKNOWN) > 0;
		show(cli, &im, session_model(cli->session)->reference);
		status = faults ? 1 : 0;
		if (cli->options->save)
			status = save(cli, &im);
		else
			say_counts(cli, &im, _("Inget är sparat. Lägg till --spara när det ser rätt ut."));
	}
	import_release(&im);
	buf_release(&bytes);
	return status;
}
