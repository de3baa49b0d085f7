/* Completion for bash, from the tables. */
#include "radsbord/cli/cli.h"
#include "radsbord/cli/manual.h"
#include "radsbord/report/documents.h"
#include "radsbord/report/format.h"

#include <string.h>

/* What never changes. @WORDS@ come before it: functions that tell what a sub-command and an option take. A place or an indicator
 * is looked up in the data when it is asked for. */
static const char body[] =
	"_radsbord_data()\n"
	"{\n"
	"\tlocal at program\n"
	"\tprogram=$(type -P radsbord)\n"
	"\tfor at in \"${RADSBORD_DATA-}\" \"${program%/*}/../share/radsbord\" \"$_radsbord_installed\"; do\n"
	"\t\t[[ -n $at && -r $at/sverige/regioner.csv ]] && printf %s \"$at\" && return\n"
	"\tdone\n"
	"}\n"
	"\n"
	"# Offers a word that begins as what is typed, in any case, and quotes it.\n"
	"_radsbord_offer()\n"
	"{\n"
	"\tlocal quoted\n"
	"\t[[ ${1,,} == \"$typed\"* ]] || return\n"
	"\tprintf -v quoted %q \"$1\"\n"
	"\tCOMPREPLY+=(\"$quoted\")\n"
	"}\n"
	"\n"
	"_radsbord_regions()\n"
	"{\n"
	"\tlocal code name rest\n"
	"\twhile IFS=, read -r code name rest; do\n"
	"\t\t[[ $code == kod ]] || _radsbord_offer \"$name\"\n"
	"\tdone <\"$(_radsbord_data)/sverige/regioner.csv\"\n"
	"}\n"
	"\n"
	"_radsbord_places()\n"
	"{\n"
	"\tlocal code name region area rest seen=,\n"
	"\t_radsbord_regions\n"
	"\twhile IFS=, read -r code name region area rest; do\n"
	"\t\t[[ $code == kod ]] && continue\n"
	"\t\t_radsbord_offer \"$name\"\n"
	"\t\t[[ -n $area && $seen != *\",$area,\"* ]] && _radsbord_offer \"$area\" && seen+=$area,\n"
	"\tdone <\"$(_radsbord_data)/sverige/kommuner.csv\"\n"
	"}\n"
	"\n"
	"_radsbord_indicators()\n"
	"{\n"
	"\tlocal line data=$(_radsbord_data)\n"
	"\t[[ -r $data/config/indikatorer.ini ]] || data+=/..\n"
	"\twhile read -r line; do\n"
	"\t\t[[ $line == \\[*\\]* ]] && line=${line#\\[} && _radsbord_offer \"${line%%\\]*}\"\n"
	"\tdone <\"$data/config/indikatorer.ini\"\n"
	"}\n"
	"\n"
	"# What can stand for a word of the tables: PLATS, MAPP, a choice a|b, or a word to be typed as it is.\n"
	"_radsbord_kind()\n"
	"{\n"
	"\tlocal word\n"
	"\tcase $1 in\n"
	"\tPLATS) _radsbord_places ;;\n"
	"\tREGION) _radsbord_regions ;;\n"
	"\tINDIKATOR) _radsbord_indicators ;;\n"
	"\tFORMAT) for word in $_radsbord_formats; do _radsbord_offer \"$word\"; done ;;\n"
	"\tTYP) for word in $_radsbord_documents; do _radsbord_offer \"$word\"; done ;;\n"
	"\tMAPP) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\") ;;\n"
	"\tFIL) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;\n"
	"\t*[[:upper:]]*) ;;\n"
	"\t*) for word in ${1//|/ }; do _radsbord_offer \"$word\"; done ;;\n"
	"\tesac\n"
	"} 2>/dev/null\n"
	"\n"
	"_radsbord()\n"
	"{\n"
	"\tlocal cur=${COMP_WORDS[COMP_CWORD]} subcommand= takes= typed i n=0 word\n"
	"\tlocal -a arguments\n"
	"\ttyped=${cur//\\\\/}\n"
	"\ttyped=${typed#[\\\"\\']}\n"
	"\ttyped=${typed,,}\n"
	"\tCOMPREPLY=()\n"
	"\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	"\t\tword=${COMP_WORDS[i]}\n"
	"\t\tif [[ -n $takes ]]; then\n"
	"\t\t\ttakes=\n"
	"\t\telif [[ $word == -* ]]; then\n"
	"\t\t\ttakes=$(_radsbord_takes \"$word\")\n"
	"\t\telif [[ -z $subcommand ]]; then\n"
	"\t\t\tsubcommand=$word\n"
	"\t\telse\n"
	"\t\t\t((n++))\n"
	"\t\tfi\n"
	"\tdone\n"
	"\tif [[ -n $takes ]]; then\n"
	"\t\t_radsbord_kind \"$takes\"\n"
	"\telif [[ $cur == -* ]]; then\n"
	"\t\tfor word in $_radsbord_options; do _radsbord_offer \"$word\"; done\n"
	"\telif [[ -z $subcommand ]]; then\n"
	"\t\tfor word in $_radsbord_subcommands; do _radsbord_offer \"$word\"; done\n"
	"\telse\n"
	"\t\tread -ra arguments <<<\"$(_radsbord_arguments \"$subcommand\")\"\n"
	"\t\t[[ -z ${arguments[n]-} ]] || _radsbord_kind \"${arguments[n]}\"\n"
	"\tfi\n"
	"}\n"
	"\n"
	"complete -F _radsbord radsbord\n";

/* What the arguments are, without the signs that say how many. */
static void write_arguments(struct buf *out, const char *arguments)
{
	for (; *arguments; arguments++)
		if (*arguments != '[' && *arguments != ']' && *arguments != '\'')
			buf_char(out, *arguments);
}

static void write_words(struct buf *out)
{
	buf_str(out, "_radsbord_subcommands='");
	for (const struct subcommand *s = cli_subcommands; s->name; s++)
		buf_printf(out, "%s%s", s == cli_subcommands ? "" : " ", s->name);
	buf_str(out, "'\n_radsbord_options='");
	for (const struct cli_option *o = cli_option_rows; o->name; o++)
		buf_printf(out, "%s%s", o == cli_option_rows ? "" : " ", o->name);
	buf_str(out, "'\n_radsbord_formats='");
	for (size_t i = 0; i < OUTPUT_FORMATS; i++)
		buf_printf(out, "%s%s", i ? " " : "", output_formats[i].name);
	buf_str(out, "'\n_radsbord_documents='");
	for (const struct document *d = documents; d->name; d++)
		buf_printf(out, "%s%s", d == documents ? "" : " ", d->name);
	buf_str(out, "'\n\n");
}

void manual_completion(const struct manual *m, struct buf *out)
{
	buf_str(out, "# bash completion for radsbord -*- shell-script -*-\n# Made from the program's tables; changes here are lost.\n\n");
	buf_printf(out, "_radsbord_installed='%s'\n", m->data);
	write_words(out);
	buf_str(out, "_radsbord_arguments()\n{\n\tcase $1 in\n");
	for (const struct subcommand *s = cli_subcommands; s->name; s++) {
		if (!*s->arguments)
			continue;
		buf_printf(out, "\t%s%s%s) echo '", s->name, s->accented ? "|" : "", s->accented ? s->accented : "");
		write_arguments(out, s->arguments);
		buf_str(out, "' ;;\n");
	}
	buf_str(out, "\tesac\n}\n\n_radsbord_takes()\n{\n\tcase $1 in\n");
	for (const struct cli_option *o = cli_option_rows; o->name; o++)
		if (o->value)
			buf_printf(out, "\t%s) echo '%s' ;;\n", o->name, o->value);
	buf_str(out, "\tesac\n}\n\n");
	buf_str(out, body);
}
