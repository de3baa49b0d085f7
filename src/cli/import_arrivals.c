/* radsbord importera moten FIL, radsbord importera ledamoter FIL: shows what a calendar or a table becomes; with --spara puts it into
 * the council folder. */
#include "radsbord/base/guard.h"
#include "radsbord/base/text.h"
#include "radsbord/cli/cli.h"
#include "radsbord/store/arrivals.h"

#include <fcntl.h>
#include <stdio.h>

static const struct {
	const char *name;
	enum record_kind kind;
	const char *title;
} kinds[] = {{"moten", RECORD_MEETING, N_("möten")}, {"ledamoter", RECORD_SEAT, N_("ledamöter")}};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct {
	const char *code, *words;
} states[] = {
	[IMPORT_NEW] = {"ny", N_("ny")}, [IMPORT_CHANGED] = {"andrad", N_("ändrad")}, [IMPORT_SAME] = {"oforandrad", N_("oförändrad")},
	[IMPORT_SKIPPED] = {"hoppas_over", N_("hoppas över")}, [IMPORT_UNKNOWN] = {"forstas_inte", N_("förstås inte")},
};

static int kind_asked(const struct cli *cli)
{
	for (int i = 0; i < KINDS; i++)
		if (text_same_name(kinds[i].name, cli->options->arguments[0]) || text_same_name(kinds[i].title, cli->options->arguments[0]))
			return i;
	return -1;
}

bool cli_imports_arrivals(const struct cli *cli)
{
	return kind_asked(cli) >= 0;
}

/* What a file says is shown without the personnummer it may hold. */
static struct doc_cell cell(struct doc *d, const char *text)
{
	struct buf b = {0};
	if (!text)
		return doc_unknown(d, "", "");
	guard_mask(&b, text, GUARD_ASK_KEEP);
	struct doc_cell c = doc_text(d, buf_cstr(&b), NULL);
	buf_release(&b);
	return c;
}

static struct doc_cell day_cell(struct doc *d, struct date day)
{
	struct buf b = {0};
	if (date_known(day))
		date_format_iso(&b, day);
	struct doc_cell c = date_known(day) ? doc_text(d, buf_cstr(&b), NULL) : doc_unknown(d, "", "");
	buf_release(&b);
	return c;
}

static struct doc_cell time_cell(struct doc *d, int start, int end)
{
	struct buf b = {0};
	if (start < 0)
		return doc_unknown(d, "", "");
	time_format(&b, start);
	if (end >= 0) {
		buf_str(&b, "–");
		time_format(&b, end);
	}
	struct doc_cell c = doc_text(d, buf_cstr(&b), NULL);
	buf_release(&b);
	return c;
}

static void show(const struct cli *cli, const struct arrivals *a, const char *title)
{
	static const struct doc_column columns[] = {
		{.name = "rad", .label = N_("Rad"), .align = TEXT_RIGHT}, {.name = "datum", .label = N_("Datum"), .keep = true}, {.name = "tid", .label = N_("Tid"), .keep = true},
		{.name = "vad", .label = N_("Möte")}, {.name = "var", .label = N_("Plats")}, {.name = "blir", .label = N_("Blir"), .keep = true},
		{.name = "skal", .label = N_("Varför")},
	};
	struct doc d = {0};
	bool members = a->kind == RECORD_SEAT;
	doc_heading(&d, 1, _("%s som %s"), a->name, title);
	struct doc_table *t = doc_table(&d, NULL, columns, sizeof columns / sizeof *columns);
	t->columns[1].programs_only = t->columns[2].programs_only = members;
	t->columns[3].label = members ? _("Namn") : _("Möte");
	t->columns[4].label = members ? _("Organisation") : _("Plats");
	for (size_t i = 0; i < a->count; i++) {
		const struct arrival *row = &a->items[i];
		struct doc_cell *c = doc_row(&d, t);
		c[0] = doc_number(&d, num_int(row->line), 0, NUM_HALF_UP);
		c[1] = day_cell(&d, row->date);
		c[2] = time_cell(&d, row->start, row->end);
		c[3] = cell(&d, row->what);
		c[4] = cell(&d, row->where);
		c[5] = doc_text(&d, _(states[row->state].words), states[row->state].code);
		c[6] = cell(&d, row->why);
	}
	if (!a->count)
		doc_paragraph(&d, _("Filen har inga %s."), title);
	cli_print(&d, cli->options->format);
	doc_release(&d);
	for (size_t i = 0; i < a->found.count; i++)
		cli_warn_finding(&a->found.items[i]);
}

static void say_counts(const struct cli *cli, const struct arrivals *a, const char *end)
{
	if (cli->options->format == OUTPUT_TEXT)
		cli_say(_("\n%zu nya, %zu ändrade, %zu oförändrade, %zu hoppas över, %zu förstås inte. %s\n"), arrivals_count(a, IMPORT_NEW),
		        arrivals_count(a, IMPORT_CHANGED), arrivals_count(a, IMPORT_SAME), arrivals_count(a, IMPORT_SKIPPED),
		        arrivals_count(a, IMPORT_UNKNOWN), end);
}

static const char *new_id(void *ctx, struct arena *to)
{
	char id[SESSION_ID_SIZE];
	session_new_id(ctx, id);
	return arena_strdup(to, id);
}

static int save(const struct cli *cli, const struct arrivals *a, const struct arrivals_world *w)
{
	struct changes c = {0};
	struct error e = {0};
	if (diagnostics_count(&a->found, DIAGNOSTIC_FAULT) > 0) {
		error_set(&e, ERROR_DATA, _("Inget är sparat, för filen har fel. Rätta dem och läs in den igen."));
		return cli_fail(&e);
	}
	arrivals_changes(a, w, new_id, cli->session, &c);
	bool anything = c.count > 0;
	if (anything && !session_remember(cli->session, cli->paths->state, &e))
		cli_fail(&e); /* it is saved all the same, but the panes cannot undo it */
	error_clear(&e);
	if (!session_apply(cli->session, &c, &e))
		return cli_fail(&e);
	say_counts(cli, a, anything ? _("Sparat; u på sidorna ångrar det.") : _("Inget nytt att spara."));
	return arrivals_count(a, IMPORT_UNKNOWN) ? 1 : 0;
}

int cli_run_arrivals(const struct cli *cli)
{
	const struct model *m = session_model(cli->session);
	const struct arrivals_world w = {.council = m->council, .reference = m->reference, .settings = m->settings, .today = m->today,
	                                 .work = session_work(cli->session)};
	const char *name = cli->options->arguments[1];
	int kind = kind_asked(cli), status;
	struct arrivals a = {.items = NULL};
	struct buf bytes = {0};
	struct error e = {0};
	work_begin(w.work, _("Läser filen"));
	bool read = io_read_file(io_system(), AT_FDCWD, name, IO_FILE_MAX, &bytes, &e) &&
	            arrivals_read(&a, kinds[kind].kind, buf_cstr(&bytes), bytes.len, name, &w, &e);
	work_end(w.work);
	if (!read) {
		status = cli_fail(&e);
	} else {
		show(cli, &a, _(kinds[kind].title));
		status = arrivals_count(&a, IMPORT_UNKNOWN) || diagnostics_count(&a.found, DIAGNOSTIC_FAULT) ? 1 : 0;
		if (cli->options->save)
			status = save(cli, &a, &w);
		else
			say_counts(cli, &a, _("Inget är sparat. Lägg till --spara när det ser rätt ut."));
	}
	arrivals_release(&a);
	buf_release(&bytes);
	return status;
}
