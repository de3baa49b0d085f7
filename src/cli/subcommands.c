/* The sub-commands that read: one row each, one short function each. */
#include "radsbord/cli/cli.h"
#include "radsbord/report/against.h"
#include "radsbord/report/beside.h"
#include "radsbord/report/cost.h"
#include "radsbord/report/explain.h"
#include "radsbord/report/gaps.h"
#include "radsbord/report/map.h"
#include "radsbord/report/network.h"
#include "radsbord/report/plan.h"
#include "radsbord/report/proposals.h"
#include "radsbord/report/referral.h"
#include "radsbord/report/reported.h"
#include "radsbord/report/seats.h"
#include "radsbord/report/wheel.h"
#include "radsbord/store/check.h"

#include <string.h>


/* The place of the i-th argument; without one the council's region, or the country. */
static bool find_place(const struct cli *cli, size_t i, int *place, struct error *e)
{
	const struct model *m = session_model(cli->session);
	const char *text = i < cli->options->arguments_count ? cli->options->arguments[i]
	                   : m->settings && m->settings->region ? m->settings->region
	                                                        : "00";
	bool municipality = cli->options->municipality && i < cli->options->arguments_count;
	*place = reference_find_place(m->reference, text, municipality);
	if (*place >= 0)
		return true;
	return municipality ? error_set(e, ERROR_NOT_FOUND, _("Kommunen ”%s” finns inte. Skriv en kommuns namn eller fyrsiffriga kod."), text)
	                    : error_set(e, ERROR_NOT_FOUND, _("Platsen ”%s” finns inte. Skriv en region, ett område eller en kommun, med "
	                                "namn eller kod."), text);
}

static bool find_indicator(const struct cli *cli, size_t i, int *indicator, struct error *e)
{
	const struct reference *r = session_model(cli->session)->reference;
	const char *text = cli->options->arguments[i];
	*indicator = reference_find_indicator(r, text);
	if (*indicator >= 0)
		return true;
	struct buf ids = {0};
	for (size_t k = 0; k < r->indicators_count; k++)
		buf_printf(&ids, "%s%s", k ? " " : "", r->indicators[k].id);
	error_set(e, ERROR_NOT_FOUND, _("Indikatorn ”%s” finns inte. De som finns: %s."), text, buf_cstr(&ids));
	buf_release(&ids);
	return false;
}

/* Prints and releases; status 1 when a table has no rows, so that scripts can tell. */
static int print_document(const struct cli *cli, struct doc *d, const char *nothing)
{
	bool any = false, table = false;
	int status = 0;
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].kind == DOC_TABLE) {
			table = true;
			any = any || d->items[i].table->rows > 0;
		}
	if (table && !any && cli->options->format == OUTPUT_TEXT)
		cli_say("%s\n", nothing);
	else
		status = cli_print(d, cli->options->format);
	doc_release(d);
	return status ? status : table && !any ? 1 : 0;
}

/* A table of what the filter takes. */
static int print_chosen(const struct cli *cli, struct doc *d, const struct model *m, const char *nothing)
{
	return print_document(cli, d, m->filter ? _("Inget motsvarar filtret.") : nothing);
}

static int at_place(const struct cli *cli, void (*report)(struct doc *, const struct model *, int), const char *nothing)
{
	struct error e = {0};
	struct doc d = {0};
	struct buf words = {0};
	int place;
	if (!find_place(cli, cli_filter_begins(cli->options) ? 0 : cli->options->arguments_count, &place, &e))
		return cli_fail(&e);
	struct model m = cli_filtered(cli, &words);
	report(&d, &m, place);
	int status = print_chosen(cli, &d, &m, nothing);
	buf_release(&words);
	return status;
}

/* Of the whole council. */
static int of_council(const struct cli *cli, void (*report)(struct doc *, const struct model *), const char *nothing)
{
	struct doc d = {0};
	struct buf words = {0};
	struct model m = cli_filtered(cli, &words);
	report(&d, &m);
	int status = print_chosen(cli, &d, &m, nothing);
	buf_release(&words);
	return status;
}

static int run_overview(const struct cli *cli)
{
	return at_place(cli, report_overview, _("Det finns inga indikatorer."));
}

static void gaps_by_service(struct doc *d, const struct model *m, int place)
{
	report_gap_counts(d, m, place, GAP_BY_SERVICE);
}

static void gaps_by_place(struct doc *d, const struct model *m, int place)
{
	report_gap_counts(d, m, place, GAP_BY_PLACE);
}

static int run_gaps(const struct cli *cli)
{
	if (cli->options->per != PER_NOTHING)
		return at_place(cli, cli->options->per == PER_SERVICE ? gaps_by_service : gaps_by_place, _("Inga brister är kända här."));
	return at_place(cli, report_gaps, _("Inga brister är kända här."));
}

static int run_units(const struct cli *cli)
{
	return at_place(cli, report_units, _("Inga enheter är kända här."));
}

static int run_proposals(const struct cli *cli)
{
	return at_place(cli, report_proposals, _("Inga förslag är kända."));
}

static int run_reported(const struct cli *cli)
{
	return at_place(cli, report_reported, _("Inga enheter är kända här."));
}

static int run_explain(const struct cli *cli)
{
	struct error e = {0};
	struct doc d = {0};
	int place, indicator;
	if (!find_place(cli, 0, &place, &e) || !find_indicator(cli, 1, &indicator, &e))
		return cli_fail(&e);
	report_explain(&d, session_model(cli->session), place, indicator);
	cli_print(&d, OUTPUT_TEXT);
	doc_release(&d);
	return 0;
}

static int run_compare(const struct cli *cli)
{
	struct error e = {0};
	struct doc d = {0};
	int indicator, place = -1;
	if (!find_indicator(cli, 0, &indicator, &e) || (cli->options->arguments_count > 1 && !find_place(cli, 1, &place, &e)))
		return cli_fail(&e);
	report_compare_within(&d, session_model(cli->session), indicator, place);
	return print_document(cli, &d, _("Inga platser har ett värde."));
}

static int run_map(const struct cli *cli)
{
	struct error e = {0};
	struct doc d = {0};
	int indicator, place;
	if (!find_indicator(cli, 0, &indicator, &e) || !find_place(cli, 1, &place, &e))
		return cli_fail(&e);
	report_map(&d, session_model(cli->session), indicator, place);
	return print_document(cli, &d, _("Inga kommuner ligger där."));
}

static int run_beside(const struct cli *cli)
{
	struct error e = {0};
	struct doc d = {0};
	int left, right;
	if (!find_place(cli, 0, &left, &e) || !find_place(cli, 1, &right, &e))
		return cli_fail(&e);
	report_beside(&d, session_model(cli->session), left, right);
	return print_document(cli, &d, _("Det finns inga indikatorer."));
}

static int run_wheel(const struct cli *cli)
{
	const struct model *m = session_model(cli->session);
	struct doc d = {0};
	report_wheel(&d, m, m->year ? m->year : m->today.year);
	return print_document(cli, &d, _("Inget är inlagt."));
}

static int run_trend(const struct cli *cli)
{
	struct error e = {0};
	struct doc d = {0};
	int place, indicator;
	if (!find_place(cli, 0, &place, &e) || !find_indicator(cli, 1, &indicator, &e))
		return cli_fail(&e);
	report_trend(&d, session_model(cli->session), place, indicator);
	return print_document(cli, &d, _("Inget år har uppgifter."));
}

static int run_plan(const struct cli *cli)
{
	return of_council(cli, report_plan, _("Inga åtgärder är inlagda."));
}

static int run_goals(const struct cli *cli)
{
	struct doc d = {0};
	report_goals(&d, session_model(cli->session));
	return print_document(cli, &d, _("Rådets plan har inga mål med indikatorer och platser."));
}

static int run_meetings(const struct cli *cli)
{
	struct doc d = {0};
	struct buf words = {0};
	struct model m = cli_filtered(cli, &words);
	report_meetings(&d, &m, cli->options->year);
	int status = print_chosen(cli, &d, &m, _("Inga möten är inlagda."));
	buf_release(&words);
	return status;
}

/* The network's tables: by the name of the sub-command. */
static const struct {
	const char *name;
	enum record_kind kind;
	const char *nothing;
} networks[] = {
	{"ombud", RECORD_LIAISON, N_("Inga ombud eller stödfunktioner är inlagda.")},
	{"utbildningar", RECORD_EDUCATION, N_("Inga utbildningar är inlagda.")},
	{"parter", RECORD_PARTNER, N_("Inga parter är inlagda.")},
	{"centrum", RECORD_CENTRE, N_("Inget centrum är inlagt.")},
	{"resurser", RECORD_RESOURCE, N_("Inga kunskapsresurser är inlagda.")},
	{"fragor", RECORD_QUESTION, N_("Inga frågor är inlagda.")},
};

static int run_network(const struct cli *cli)
{
	const char *name = cli_find_subcommand(cli->options->subcommand)->name;
	size_t i = 0;
	struct doc d = {0};
	struct buf words = {0};
	struct model m = cli_filtered(cli, &words);
	while (strcmp(networks[i].name, name) != 0)
		i++;
	report_network(&d, &m, networks[i].kind);
	int status = print_chosen(cli, &d, &m, _(networks[i].nothing));
	buf_release(&words);
	return status;
}

static int run_referrals(const struct cli *cli)
{
	return of_council(cli, report_referrals, _("Inga remisser är inlagda."));
}

static int run_seats(const struct cli *cli)
{
	return of_council(cli, report_seats, _("Rådet har inga platser. Skriv in dem på sidan Rådet, eller i ledamoter.rec."));
}

static int run_cost(const struct cli *cli)
{
	const struct model *m = session_model(cli->session);
	struct doc d = {0};
	struct error e = {0};
	if (cli->options->arguments_count == 0) {
		report_costs(&d, m);
		return print_document(cli, &d, _("Inga kostnader är kända."));
	}
	const char *name = cli->options->arguments[0];
	const struct cost *cost = costs_find(m, name);
	struct cost_sheet sheet = {.cost = NULL};
	if (!cost)
		error_set(&e, ERROR_NOT_FOUND, _("Ingen kostnad heter ”%.80s”. Skriv radsbord kostnad för att se dem som finns."), name);
	else if (cost_sheet_fill(&sheet, m, cost, &e))
		report_cost(&d, m, cost);
	cost_sheet_release(&sheet);
	return e.code ? cli_fail(&e) : print_document(cli, &d, "");
}

static int run_against(const struct cli *cli)
{
	struct doc d = {0};
	size_t differences = report_against(&d, session_model(cli->session));
	print_document(cli, &d, _("Det finns inget att jämföra."));
	return differences ? 1 : 0;
}

/* The findings for a program. */
static void print_findings(const struct cli *cli, const struct diagnostics *d)
{
	static const char *const levels[] = {
		[DIAGNOSTIC_NOTE] = "upplysning", [DIAGNOSTIC_WARNING] = "varning", [DIAGNOSTIC_FAULT] = "fel"};
	static const struct doc_column columns[] = {{.name = "niva"}, {.name = "fil"}, {.name = "rad"}, {.name = "text"}};
	struct doc doc = {0};
	struct doc_table *t = doc_table(&doc, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < d->count; i++) {
		const struct diagnostic *found = &d->items[i];
		struct doc_cell *row = doc_row(&doc, t);
		row[0] = doc_text(&doc, levels[found->level], NULL);
		if (found->file)
			row[1] = doc_text(&doc, found->file, NULL);
		if (found->line > 0)
			row[2] = doc_number(&doc, num_int(found->line), 0, NUM_HALF_UP);
		row[3] = doc_text(&doc, found->text, NULL);
	}
	cli_print(&doc, cli->options->format);
	doc_release(&doc);
}

/* Notes are shown, but are nothing to mend. */
static int run_check(const struct cli *cli)
{
	struct diagnostics d = {0};
	if (cli->options->against_report)
		return run_against(cli);
	check_all(session_national(cli->session), session_folder(cli->session), &d);
	bool faults = diagnostics_count(&d, DIAGNOSTIC_WARNING) > 0;
	if (cli->options->format != OUTPUT_TEXT)
		print_findings(cli, &d);
	else
		for (size_t i = 0; i < d.count; i++)
			cli_say_finding(&d.items[i]);
	if (!faults && cli->options->format == OUTPUT_TEXT)
		cli_say(_("Inga fel.\n"));
	diagnostics_release(&d);
	return faults ? 1 : 0;
}

#define SESSION SUBCOMMAND_SESSION
#define COUNCIL (SUBCOMMAND_SESSION | SUBCOMMAND_COUNCIL)
#define ALONE (SUBCOMMAND_SESSION | SUBCOMMAND_ALONE)
#define TABLE SUBCOMMAND_TABLE
#define FILES (SUBCOMMAND_TABLE | SUBCOMMAND_FILE)
const struct subcommand cli_subcommands[] = {
	{"oversikt", "översikt", N_("[PLATS]"), N_("hur platsen står sig, en rad per indikator"), SESSION | TABLE, 0, 1, run_overview},
	{"saknas", NULL, N_("[PLATS] [FILTER…]"), N_("bristerna som rapporten och rådet har antecknat"), SESSION | TABLE, 0, 8, run_gaps},
	{"enheter", NULL, N_("[PLATS] [FILTER…]"), N_("de palliativa enheter som är kända"), SESSION | TABLE, 0, 8, run_units},
	{"forslag", "förslag", N_("[PLATS] [FILTER…]"), N_("rapportens förslag och svaren på dem"), SESSION | TABLE, 0, 8, run_proposals},
	{"rapporterat", NULL, N_("[PLATS]"), N_("vilka enheter som har lämnat årets uppgifter (--ar ÅR)"), SESSION | TABLE, 0, 1, run_reported},
	{"plan", NULL, N_("[FILTER…]"), N_("rådets aktiviteter och åtgärder"), COUNCIL | TABLE, 0, 8, run_plan},
	{"mal", "mål", "", N_("rådets mål, ruta för ruta: varje plats och indikator"), COUNCIL | TABLE, 0, 0, run_goals},
	{"moten", "möten", N_("[FILTER…]"), N_("rådets möten"), COUNCIL | TABLE, 0, 8, run_meetings},
	{"arshjul", "årshjul", "", N_("årets möten, remissvar, utbildningar och lediga dagar (--ar ÅR)"), SESSION | TABLE, 0, 0, run_wheel},
	{"remisser", NULL, N_("[FILTER…]"), N_("remisserna, när svaren ska lämnas och nästa delsteg"), COUNCIL | TABLE, 0, 8, run_referrals},
	{"ledamoter", "ledamöter", N_("[FILTER…]"), N_("platserna i rådet och vilka som är vakanta"), COUNCIL | TABLE, 0, 8, run_seats},
	{"ombud", NULL, N_("[FILTER…]"), N_("ombud och stödfunktioner i kommuner och enheter"), COUNCIL | TABLE, 0, 8, run_network},
	{"utbildningar", NULL, N_("[FILTER…]"), N_("utbildningar, och deltagare per organisation"), COUNCIL | TABLE, 0, 8, run_network},
	{"parter", NULL, N_("[FILTER…]"), N_("vilka som deltar i och betalar för rådets arbete"), COUNCIL | TABLE, 0, 8, run_network},
	{"centrum", NULL, N_("[FILTER…]"), N_("centrum: vision, mål, områden och avtal"), COUNCIL | TABLE, 0, 8, run_network},
	{"resurser", NULL, N_("[FILTER…]"), N_("kunskapsresurser, och när de senast kontrollerades"), COUNCIL | TABLE, 0, 8, run_network},
	{"fragor", "frågor", N_("[FILTER…]"), N_("frågor och behov från arbetsplatserna"), COUNCIL | TABLE, 0, 8, run_network},
	{"kostnad", NULL, N_("[NAMN]"), N_("vem som betalar vad när en kostnad delas"), SESSION | TABLE, 0, 1, run_cost},
	{"forklara", "förklara", N_("PLATS INDIKATOR"), N_("vad en siffra bygger på, ned till fil och rad"), SESSION, 2, 2, run_explain},
	{"utveckling", NULL, N_("PLATS INDIKATOR"), N_("ett värde år för år"), SESSION | TABLE, 2, 2, run_trend},
	{"jamfor", "jämför", N_("INDIKATOR [PLATS]"), N_("alla regioner i ordning, eller kommunerna i en region"), SESSION | TABLE, 1, 2, run_compare},
	{"bredvid", NULL, N_("PLATS PLATS"), N_("två platser sida vid sida, en rad per indikator"), SESSION | TABLE, 2, 2, run_beside},
	{"karta", NULL, N_("INDIKATOR [PLATS]"), N_("kommunerna där de ligger: en region, eller hela landet (00)"), SESSION | TABLE, 1, 2, run_map},
	{"tank-om", "tänk-om", N_("[PLATS] ÄNDRING…"), N_("vad en ändring skulle betyda; utan ord: hur de skrivs"),
	 SESSION | TABLE, 0, 8, cli_run_whatif},
	{"rapport", NULL, N_("[TYP] [VAD]"), N_("ett dokument: kallelse, handlingsplan, regionrapport …; utan TYP alla"), SESSION | FILES, 0, 2,
	 cli_run_report},
	{"exportera", NULL, N_("ics|xlsx"), N_("rådets möten som kalender, eller alla tabeller till Excel"), SESSION | FILES, 1, 1, cli_run_export},
	{"kontroll", NULL, "", N_("alla fel i data och i rådets mapp"), SESSION | TABLE | SUBCOMMAND_FAULTS, 0, 0, run_check},
	{"historik", NULL, N_("[ID|NR|NAMN]"), N_("vem som ändrat vad och när, gammalt → nytt; utan ord den senaste månaden, med --ar ett år"),
	 COUNCIL | TABLE, 0, 1, cli_run_history},
	{"sakerhetskopia", "säkerhetskopia", N_("[MAPP]"), N_("en daterad kopia av rådets mapp, läst tillbaka; utan ord bredvid mappen"),
	 COUNCIL, 0, 1, cli_run_backup},
	{"rensa", NULL, "", N_("undanlagd text, utkast och andra kvarlevor; tas bara bort med --ta-bort NAMN|alla"), COUNCIL | TABLE, 0, 0,
	 cli_run_purge},
	{"uppgradera", NULL, "", N_("mappen till programmets format, efter en säkerhetskopia"), COUNCIL, 0, 0, cli_run_upgrade},
	{"gallra", NULL, N_("PERSON|ÅR"), N_("tar bort en persons kontaktuppgifter, eller ett års utkast: visar, och gör det med --utfor"),
	 COUNCIL, 1, 1, cli_run_disposal},
	{"importera", NULL, N_("matt|moten|ledamoter FIL"), N_("tal, möten (.ics, CSV) eller ledamöter (CSV): visar vad varje rad blir, och sparar med --spara"), COUNCIL | TABLE, 2, 2, cli_run_import},
	{"handbok", NULL, N_("[KAPITEL]"), N_("handboken: ett rådsår steg för steg; med ord ur en rubrik det kapitlet"), ALONE | FILES, 0, 8, cli_run_guide},
	{"ny", NULL, N_("MAPP"), N_("en ny rådsmapp (--namn NAMN --region REGION)"), ALONE, 1, 1, cli_run_new},
	{"ovning", "övning", "", N_("öppnar övningsrådet: en egen kopia av exemplet Sörmland"), 0, 0, 0, cli_run_practice},
	{0},
};

const struct subcommand *cli_find_subcommand(const char *name)
{
	for (const struct subcommand *s = cli_subcommands; s->name; s++)
		if (strcmp(s->name, name) == 0 || (s->accented && strcmp(s->accented, name) == 0))
			return s;
	return NULL;
}
