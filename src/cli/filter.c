/* The words of a filter on the command line: the same, from the same table, as in the lists of the panes. */
#include "radsbord/base/text.h"
#include "radsbord/cli/cli.h"
#include "radsbord/report/filter.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *subcommand;
	enum record_kind kind;
	bool place;                 /* the first word may be a place */
} lists[] = {
	{"plan", RECORD_ACTION, false},          {"saknas", RECORD_GAP, true},          {"enheter", RECORD_UNIT, true},
	{"forslag", RECORD_PROPOSAL, true},      {"moten", RECORD_MEETING, false},      {"remisser", RECORD_REFERRAL, false},
	{"ledamoter", RECORD_SEAT, false},       {"ombud", RECORD_LIAISON, false},      {"utbildningar", RECORD_EDUCATION, false},
	{"parter", RECORD_PARTNER, false},       {"centrum", RECORD_CENTRE, false},     {"resurser", RECORD_RESOURCE, false},
	{"fragor", RECORD_QUESTION, false},
};

static long list_of(const char *subcommand)
{
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (strcmp(lists[i].subcommand, subcommand) == 0)
			return (long)i;
	return -1;
}

/* A place has no colon, and is not said not to be. */
static bool is_place(const char *word)
{
	return !strchr(word, ':') && word[0] != '"';
}

size_t cli_filter_begins(const struct cli_options *o)
{
	long list = list_of(cli_find_subcommand(o->subcommand)->name);
	if (list < 0)
		return o->arguments_count;
	return lists[list].place && o->arguments_count && is_place(o->arguments[0]) ? 1 : 0;
}

/* A word of several words is one that was quoted for the shell: ansvarig:'Anna Ek' is ansvarig:"Anna Ek". */
static void add_word(struct buf *out, const char *word)
{
	const char *colon = strchr(word, ':');
	bool quote = colon && colon[1] && strchr(colon, ' ') && !strchr(word, '"') && !strchr(colon + 1, ':');
	if (out->len)
		buf_char(out, ' ');
	if (quote)
		buf_printf(out, "%.*s\"%s\"", (int)(colon + 1 - word), word, colon + 1);
	else
		buf_str(out, word);
}

struct model cli_filtered(const struct cli *cli, struct buf *words)
{
	struct model m = *session_model(cli->session);
	long list = list_of(cli_find_subcommand(cli->options->subcommand)->name);
	struct buf wrong = {0};
	for (size_t i = cli_filter_begins(cli->options); i < cli->options->arguments_count; i++)
		add_word(words, cli->options->arguments[i]);
	m.filter = words->len ? buf_cstr(words) : NULL;
	if (m.filter && list >= 0 && record_filter_complains(&m, lists[list].kind, &wrong)) {
		struct error e = {0};
		error_set(&e, ERROR_USAGE, "%s", buf_cstr(&wrong));
		cli_fail(&e); /* said; what is understood chooses all the same */
	}
	buf_release(&wrong);
	return m;
}

void cli_filter_help(const char *subcommand, struct buf *out)
{
	long list = list_of(subcommand);
	size_t count;
	if (list < 0)
		return;
	const struct filter_key *keys = record_filter_keys(lists[list].kind, &count);
	buf_printf(out, "\n%s\n", _("Ord i filtret, som alla ska stämma; -ord eller inte:ord är motsatsen, utan:ord att det inte är känt:"));
	for (size_t i = 0; i < count; i++) {
		char *name = mem_printf("%s%s", keys[i].name, keys[i].kind == FILTER_FLAG ? "" : ":");
		if (keys[i].help) {
			buf_str(out, "  ");
			text_pad(out, name, 16, TEXT_LEFT);
			buf_printf(out, " %s\n", _(keys[i].help));
		}
		free(name);
	}
}
