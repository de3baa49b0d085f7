/* radsbord(1): from the sub-commands, the options, the settings, the documents and the command table. */
#include "radsbord/app/command.h"
#include "radsbord/cli/cli.h"
#include "radsbord/cli/manual.h"
#include "radsbord/report/documents.h"

#include <string.h>

static void write_subcommands(struct buf *out)
{
	roff_heading(out, "UNDERKOMMANDON");
	roff_opening(out, "Det som sidorna visar kan också skrivas ut. Ett underkommando får skrivas med å, ä och ö eller utan.");
	for (const struct subcommand *s = cli_subcommands; s->name; s++)
		roff_entry(out, s->name, s->arguments, s->help);
	roff_section(out, "Dokument (rapport TYP)");
	for (const struct document *d = documents; d->name; d++)
		roff_entry(out, d->name, d->argument, d->help);
}

static void write_options(struct buf *out)
{
	roff_heading(out, "VÄLJARE");
	for (const struct cli_option *o = cli_option_rows; o->name; o++)
		roff_entry(out, o->name, o->value, o->help);
}

/* The words of the lists; the same are typed on the pages. */
static void write_filters(struct buf *out)
{
	const struct filter_key *keys;
	const char *subcommand;
	size_t count;
	roff_heading(out, "FILTER");
	roff_opening(out, "Orden i filtret (FILTER…) är desamma som på sidorna. Alla ska stämma. ansvarig:ek söker i ett fält, \\(dqett par ord\\(dq som det står, "
	                  "\\-ord och inte:ord är motsatsen, utan:ord att det inte är känt, filter:namn ett sparat filter. En dag skrivs 2027, 2027\\-06, "
	                  "4/2, v5, +14, idag eller nästa\\-möte; före och efter med <, <=, > och >=, och likadant med tal.");
	for (size_t i = 0; (keys = cli_filter_words(i, &subcommand, &count)); i++) {
		roff_section(out, subcommand);
		for (size_t k = 0; k < count; k++)
			if (keys[k].help)
				roff_entry(out, keys[k].name, NULL, keys[k].help);
	}
}

/* The keys, in the groups of F1. */
static void write_keys(struct buf *out)
{
	const char *group = "";
	roff_heading(out, "TANGENTER");
	roff_opening(out, "Tangenterna på sidorna. Vad som gäller där man står visas med F1; de kan bytas i tangenter.ini, och heter här som där:\n"
	                  "Up, Down, Left och Right är pilarna, Space är mellanslag, Backspace sudda bakåt och Shift skift.");
	for (int first = COMMAND_NONE + 1; first < COMMANDS; first++) {
		const struct command_row *row = command_find((enum command)first);
		bool listed = false;
		for (int i = COMMAND_NONE + 1; i < first; i++)
			listed = listed || strcmp(command_find((enum command)i)->group, row->group) == 0;
		if (listed)
			continue;
		group = row->group;
		roff_section(out, group);
		for (int i = first; i < COMMANDS; i++) {
			row = command_find((enum command)i);
			if (strcmp(row->group, group) == 0 && *row->keys)
				roff_entry(out, row->keys, NULL, row->help);
		}
	}
}

static void write_settings(struct buf *out)
{
	roff_heading(out, "INSTÄLLNINGAR");
	roff_opening(out, "I \\fI\\(ti/.config/radsbord/radsbord.ini\\fR under [radsbord], en per rad:");
	for (size_t i = 0; settings_row(i); i++) {
		const struct setting *s = settings_row(i);
		struct buf text = {0};
		buf_str(&text, s->help);
		if (s->choices)
			buf_printf(&text, " %s.", s->choices);
		if (*s->fallback)
			buf_printf(&text, " Annars %s.", s->fallback);
		roff_entry(out, s->key, NULL, buf_cstr(&text));
		buf_release(&text);
	}
}

static void write_environment(struct buf *out)
{
	static const struct {
		const char *name, *text;
	} rows[] = {
		{"RADSBORD_RAD", "Rådets mapp, när --rad inte anger den."},
		{"RADSBORD_SPRAK", "Språk på skärmen, sv eller en, när --sprak inte anger det. LANG och LANGUAGE har ingen betydelse."},
		{"RADSBORD_DATA", "Mappen med referensdata, när --data inte anger den."},
		{"NO_COLOR", "Satt: inga färger. Läget står alltid också i ord och med ett tecken."},
		{"VISUAL, EDITOR", "Redigeraren för text på flera rader (Ctrl-O i ett formulär); den första som är satt. Startas utan skal."},
		{"XDG_CONFIG_HOME", "Var de egna inställningarna ligger; annars ~/.config."},
		{"XDG_STATE_HOME", "Var ångralistan, utkast, sparade filter och övningsrådet ligger; annars ~/.local/state."},
	};
	roff_heading(out, "MILJÖ");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		roff_entry(out, rows[i].name, NULL, rows[i].text);
}

static void write_files(const struct manual *m, struct buf *out)
{
	roff_heading(out, "FILER");
	roff_entry(out, m->data, NULL, "Referensdata (sverige), exempelrådet (exempel), indikatorerna, inställningarna och tangenterna (config).");
	roff_entry(out, "~/.config/radsbord/radsbord.ini", NULL, "Egna inställningar, som går före dem i config.");
	roff_entry(out, "~/.local/state/radsbord/ovning/sormland", NULL, "Övningsrådet: en egen kopia av exemplet.");
	roff_entry(out, "~/.local/state/radsbord/oppnas", NULL,
	           "Vad sidorna öppnar när varken --rad, RADSBORD_RAD eller inställningen rad anger det: det som valdes senast. Tas filen bort "
	           "frågar den första sidan igen.");
	roff_paragraph(out, "Filerna i ett råds mapp beskrivs i \\fBradsbord\\fR(5). Programmet använder inget nät, ingen tjänst och inga\n"
	                    "administratörsrättigheter, och skriver bara i rådets mapp, i mapparna ovan och där man ber det skriva.");
}

void manual_program(const struct manual *m, struct buf *out)
{
	roff_title(out, m, 1, "hur regionens palliativa vård står sig, vad som saknas, vad som lovats och när rådet möts");
	roff_heading(out, "SYNTAX");
	buf_str(out, "\\fBradsbord\\fR [\\fIväljare\\fR]\n.br\n\\fBradsbord\\fR [\\fIväljare\\fR] \\fIunderkommando\\fR [\\fIord\\fR...]\n");
	roff_heading(out, "BESKRIVNING");
	buf_str(out, "Utan underkommando öppnas sidorna, som behöver en terminal: översikt, brister, handlingsplan, möten, remisser och\n"
	             "rådet. Siffrorna är de nationella inventeringarnas, och varje siffra förklarar sig själv ned till fil och rad. Det som\n"
	             "ingen har uppgett står som okänt, aldrig som noll.\n");
	write_subcommands(out);
	write_options(out);
	write_filters(out);
	write_keys(out);
	write_settings(out);
	write_environment(out);
	write_files(m, out);
	roff_heading(out, "SLUTSTATUS");
	roff_entry(out, "0", NULL, "Klart.");
	roff_entry(out, "1", NULL, "Fel i data, eller inget hittat.");
	roff_entry(out, "2", NULL, "Fel användning.");
	roff_entry(out, "3", NULL, "Något kunde inte läsas eller skrivas.");
	roff_heading(out, "EXEMPEL");
	buf_str(out, ".nf\nradsbord ovning\nradsbord oversikt Kronoberg\nradsbord forklara Södermanland vardplatser_100k\n"
	             "radsbord saknas Skåne \\-\\-format csv > skåne.csv\n"
	             "radsbord ny \\(ti/rad \\-\\-namn \"Palliativa rådet\" \\-\\-region Dalarna\nradsbord \\-\\-rad \\(ti/rad\n.fi\n");
	roff_heading(out, "SE ÄVEN");
	buf_str(out, "\\fBradsbord\\fR(5), \\fBindikator\\fR(3)\n");
	roff_wrap(out);
}
