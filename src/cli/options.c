/* Reading the command line. */
#include "radsbord/base/text.h"
#include "radsbord/cli/cli.h"

#include <stdlib.h>
#include <string.h>

static bool read_council(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->council = v;
	return true;
}

static bool read_data(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->data = v;
	return true;
}

static bool read_name(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->name = v;
	return true;
}

static bool read_region(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->region = v;
	return true;
}

static bool read_scenario(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->scenario = v;
	return true;
}

static bool read_save_as(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->save_as = v;
	return true;
}

static bool read_remove(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->remove = v;
	return true;
}

static bool read_source(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->source = v;
	return true;
}

static bool read_date(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->date = v;
	return true;
}

static bool read_measure(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->measure = v;
	return true;
}

static bool read_save(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->save = true;
	return true;
}

static bool read_make(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->make = true;
	return true;
}

static bool read_format(struct cli_options *o, const char *v, struct error *e)
{
	struct buf names = {0};
	o->format = format_by_name(v);
	o->format_named = true;
	if (o->format != OUTPUT_FORMATS)
		return true;
	format_names(&names);
	error_set(e, ERROR_USAGE, _("Formatet ”%s” finns inte. Skriv --format %s."), v, buf_cstr(&names));
	buf_release(&names);
	return false;
}

static bool read_output(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->output = v;
	return true;
}

static bool read_overwrite(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->overwrite = true;
	return true;
}

static bool read_meeting(struct cli_options *o, const char *v, struct error *e)
{
	(void)e;
	o->meeting = v;
	return true;
}

static bool read_language(struct cli_options *o, const char *v, struct error *e)
{
	(void)o;
	return strcmp(v, "sv") == 0 || strcmp(v, "en") == 0 ||
	       error_set(e, ERROR_USAGE, _("Språket ”%s” finns inte. Skriv --sprak sv eller --sprak en."), v);
}

/* How many seconds Swedish time is ahead of UTC then. */
static int64_t hours_ahead(int64_t utc)
{
	struct wall w = wall_from_utc(utc);
	return (int64_t)date_days(w.date) * 86400 + (int64_t)w.minutes * 60 + w.seconds - utc;
}

static bool read_today(struct cli_options *o, const char *v, struct error *e)
{
	char *stamp = mem_printf("%s%s", v, strlen(v) == 10 ? "T12:00:00Z" : "Z");
	int64_t typed;
	bool fits = utc_parse(stamp, &typed) && date_known(wall_from_utc(typed).date);
	free(stamp);
	if (!fits)
		return error_set(e, ERROR_USAGE, _("”%s” är ingen dag. Skriv till exempel --idag 2026-11-24 eller "
		                 "--idag 2026-11-24T09:30:00."), v);
	/* What was typed is Swedish time. The hours it is ahead are those of the moment itself, which the first guess is near. */
	o->clock_fixed = true;
	o->clock_utc = typed - hours_ahead(typed - hours_ahead(typed));
	return true;
}

static bool read_year(struct cli_options *o, const char *v, struct error *e)
{
	o->year = strspn(v, "0123456789") == 4 && !v[4] ? atoi(v) : 0;
	return o->year > 0 || error_set(e, ERROR_USAGE, _("”%s” är inget årtal. Skriv till exempel --ar 2024."), v);
}

static bool read_criteria(struct cli_options *o, const char *v, struct error *e)
{
	bool map = strcmp(v, "karta") == 0;
	o->criteria = map ? INDIKATOR_MAP : INDIKATOR_DEMAND;
	return map || strcmp(v, "kriterier") == 0 ||
	       error_set(e, ERROR_USAGE, _("Kriterierna ”%s” finns inte. Skriv --kriterier karta eller --kriterier kriterier."), v);
}

static bool read_municipality(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->municipality = true;
	return true;
}

static bool read_against(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->against_report = true;
	return true;
}

static bool read_per(struct cli_options *o, const char *v, struct error *e)
{
	bool service = strcmp(v, "tjanst") == 0 || strcmp(v, "tjänst") == 0;
	o->per = service ? PER_SERVICE : PER_PLACE;
	return service || strcmp(v, "plats") == 0 ||
	       error_set(e, ERROR_USAGE, _("Det går inte att räkna per ”%s”. Skriv --per tjanst eller --per plats."), v);
}

static bool read_linear(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->linear = true;
	return true;
}

static bool read_help(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->help = true;
	return true;
}

static bool read_version(struct cli_options *o, const char *v, struct error *e)
{
	(void)v;
	(void)e;
	o->version = true;
	return true;
}

const struct cli_option cli_option_rows[] = {
	{"--rad", N_("MAPP"), N_("rådets mapp (annars RADSBORD_RAD, annars rad i de egna inställningarna)"), read_council},
	{"--data", N_("MAPP"), N_("referensdata (annars RADSBORD_DATA, trädet programmet körs i, eller där det installerats)"), read_data},
	{"--format", "FORMAT", N_("text, md, html, docx, csv, xlsx eller json"), read_format},
	{"-o", N_("FIL"), N_("till en fil i stället (med rapport och exportera); ändelsen väljer format"), read_output},
	{"--skriv-over", NULL, N_("ersätt filen om den finns (med -o)"), read_overwrite},
	{"--mote", N_("ID|DATUM"), N_("vilket möte (med rapport; annars nästa)"), read_meeting},
	{"--ar", N_("ÅR"), N_("siffror från det året (annars de senaste)"), read_year},
	{"--kommun", NULL, N_("platsen är en kommun, även när en region heter likadant"), read_municipality},
	{"--kriterier", "karta|kriterier", N_("vilka krav en tjänst mäts mot: kartornas eller rapportens egna"), read_criteria},
	{"--mot-rapporten", NULL, N_("rapporten mot sig själv: siffror, totaler, text, tabell, enheter (med kontroll)"), read_against},
	{"--scenario", N_("NAMN"), N_("ett sparat scenario (med tank-om)"), read_scenario},
	{"--spara-som", N_("NAMN"), N_("spara ändringarna som ett scenario i rådets mapp (med tank-om)"), read_save_as},
	{"--ta-bort", N_("NAMN"), N_("ta bort ett sparat scenario (med tank-om), eller en kvarleva eller alla (med rensa)"), read_remove},
	{"--per", "tjanst|plats", N_("räkna bristerna i stället för att lista dem (med saknas)"), read_per},
	{"--namn", N_("NAMN"), N_("rådets namn (med ny)"), read_name},
	{"--region", N_("REGION"), N_("rådets region (med ny)"), read_region},
	{"--kalla", N_("NAMN"), N_("varifrån talen kommer, till exempel palliativregistret (med importera)"), read_source},
	{"--datum", N_("DATUM"), N_("när talen lämnades, annars i dag (med importera)"), read_date},
	{"--matt", N_("MÅTT"), N_("vilket mått talen är, när filen inte säger det, annars bara det (med importera)"), read_measure},
	{"--spara", NULL, N_("sparar det som annars bara visas (med importera)"), read_save},
	{"--utfor", NULL, N_("gör det som annars bara visas (med gallra)"), read_make},
	{"--idag", N_("ÅÅÅÅ-MM-DD[THH:MM:SS]"), N_("låtsas att det är den dagen"), read_today},
	{"--sprak", "sv|en", N_("språk på skärmen (annars RADSBORD_SPRAK, annars sprak i de egna inställningarna)"), read_language},
	{"--linjar", NULL, N_("sidorna en rad i taget, för skärmläsare och punktskrift, i vilken terminal som helst"), read_linear},
	{"--hjalp", NULL, N_("den här texten"), read_help},
	{"--version", NULL, N_("version, commit och bibliotek"), read_version},
	{0},
};

static const struct cli_option *find_option(const char *typed, size_t len)
{
	static const struct {
		const char *other, *name;
	} also[] = {{"--år", "--ar"}, {"--språk", "--sprak"}, {"--hjälp", "--hjalp"}, {"--linjär", "--linjar"}, {"--help", "--hjalp"}, {"-h", "--hjalp"}, {"--råd", "--rad"},
	            {"--källa", "--kalla"}, {"--utför", "--utfor"}, {"--mått", "--matt"}, {"--möte", "--mote"}, {"--skriv-över", "--skriv-over"}};
	for (size_t i = 0; i < sizeof also / sizeof *also; i++)
		if (strlen(also[i].other) == len && strncmp(also[i].other, typed, len) == 0)
			return find_option(also[i].name, strlen(also[i].name));
	for (const struct cli_option *o = cli_option_rows; o->name; o++)
		if (strlen(o->name) == len && strncmp(o->name, typed, len) == 0)
			return o;
	return NULL;
}

const char *cli_language_typed(int argc, char **argv)
{
	const char *typed = NULL;
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		size_t len = strcspn(argv[i], "=");
		const struct cli_option *o = argv[i][0] == '-' ? find_option(argv[i], len) : NULL;
		if (!o || !o->value || (!argv[i][len] && i + 1 == argc))
			continue;
		const char *value = argv[i][len] ? argv[i] + len + 1 : argv[++i];
		if (o->read == read_language)
			typed = value;
	}
	return typed;
}

static bool add_word(struct cli_options *o, const char *word, struct error *e)
{
	if (!text_is_utf8(word, strlen(word), NULL))
		return error_set(e, ERROR_USAGE, _("Ett av orden är inte UTF-8. Skriv det igen."));
	if (!o->subcommand) {
		o->subcommand = word;
		return true;
	}
	if (o->arguments_count == sizeof o->arguments / sizeof *o->arguments)
		return error_set(e, ERROR_USAGE, _("Det är för många ord. Skriv radsbord --hjalp."));
	o->arguments[o->arguments_count++] = word;
	return true;
}

static bool check_subcommand(const struct cli_options *o, struct error *e)
{
	if (!o->subcommand)
		return true;
	const struct subcommand *s = cli_find_subcommand(o->subcommand);
	if (!s)
		return error_set(e, ERROR_USAGE, _("Underkommandot ”%s” finns inte. Skriv radsbord --hjalp för att se alla."),
		                 o->subcommand);
	if (o->help)
		return true;
	if (o->arguments_count < s->arguments_min || o->arguments_count > s->arguments_max)
		return error_set(e, ERROR_USAGE, _("Skriv: radsbord %s%s%s"), s->name, *s->arguments ? " " : "", _(s->arguments));
	if (o->format != OUTPUT_TEXT && !(s->flags & SUBCOMMAND_TABLE))
		return error_set(e, ERROR_USAGE, _("radsbord %s skriver bara text; ta bort --format."), s->name);
	if (o->output && !(s->flags & SUBCOMMAND_FILE))
		return error_set(e, ERROR_USAGE, _("radsbord %s skriver inte till en fil; ta bort -o."), s->name);
	return true;
}

bool cli_parse(int argc, char **argv, struct cli_options *o, struct error *e)
{
	bool words_only = false;
	for (int i = 1; i < argc; i++) {
		const char *word = argv[i];
		if (words_only || word[0] != '-' || !word[1]) {
			if (!add_word(o, word, e))
				return false;
			continue;
		}
		if (strcmp(word, "--") == 0) {
			words_only = true;
			continue;
		}
		const char *equals = strchr(word, '=');
		const struct cli_option *opt = find_option(word, equals ? (size_t)(equals - word) : strlen(word));
		if (!opt)
			return error_set(e, ERROR_USAGE, _("Väljaren ”%s” finns inte. Skriv radsbord --hjalp för att se alla."), word);
		if (!opt->value && equals)
			return error_set(e, ERROR_USAGE, _("%s tar inget värde."), opt->name);
		const char *value = equals ? equals + 1 : opt->value && i + 1 < argc ? argv[++i] : NULL;
		if (opt->value && (!value || !*value))
			return error_set(e, ERROR_USAGE, _("%s behöver ett värde: %s %s"), opt->name, opt->name, _(opt->value));
		if (!opt->read(o, value, e))
			return false;
	}
	return check_subcommand(o, e);
}

/* A row of help: what to write, and what it does beside it (or below, when the first is long). */
static void help_row(struct buf *out, const char *left, const char *right)
{
	enum { WIDTH = 32 };
	bool beside = text_width(left) <= WIDTH;
	buf_str(out, "  ");
	text_pad(out, left, beside ? WIDTH : text_width(left), TEXT_LEFT);
	if (!beside) {
		buf_str(out, "\n  ");
		buf_fill(out, ' ', WIDTH);
	}
	buf_printf(out, " %s\n", right);
}

void cli_print_help(const struct cli_options *o, struct buf *out)
{
	const struct subcommand *s = o->subcommand ? cli_find_subcommand(o->subcommand) : NULL;
	if (s) {
		buf_printf(out, "radsbord %s %s\n  %s\n", s->name, _(s->arguments), _(s->help));
		cli_filter_help(s->name, out);
	} else {
		buf_str(out, _("Rådsbord: hur regionen står sig, vad som saknas, vad som lovats och när rådet möts."));
		buf_str(out, "\n\n");
		help_row(out, "radsbord", _("öppnar sidorna (behöver en terminal)"));
		for (s = cli_subcommands; s->name; s++) {
			struct buf left = {0};
			buf_printf(&left, "radsbord %s %s", s->name, _(s->arguments));
			help_row(out, buf_cstr(&left), _(s->help));
			buf_release(&left);
		}
	}
	buf_printf(out, "\n%s\n", _("Väljare:"));
	for (const struct cli_option *row = cli_option_rows; row->name; row++) {
		struct buf left = {0};
		buf_printf(&left, "%s %s", row->name, row->value ? _(row->value) : "");
		help_row(out, buf_cstr(&left), _(row->help));
		buf_release(&left);
	}
	buf_printf(out, "\n%s\n", _("Slutstatus: 0 klart, 1 fel i data eller inget hittat, 2 fel användning, 3 kunde inte läsa eller skriva."));
}
