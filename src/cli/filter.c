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

/* Whose filters, and over what. */
struct keeper {
	const struct session *session;
	enum record_kind kind;
};

static const char *saved_words(void *ctx, const char *name)
{
	const struct keeper *k = ctx;
	return session_filter_words(k->session, k->kind, name);
}

/* Said on stderr; what is understood chooses all the same. */
static void complain(const char *text)
{
	struct error e = {0};
	error_set(&e, ERROR_USAGE, "%s", text);
	cli_fail(&e);
}

/* What was typed, with the words of each filter that is named. */
static void read_words(const struct cli *cli, enum record_kind kind, struct buf *words)
{
	struct keeper keeper = {cli->session, kind};
	struct buf typed = {0};
	struct error e = {0};
	char *unknown = NULL;
	for (size_t i = cli_filter_begins(cli->options); i < cli->options->arguments_count; i++)
		add_word(&typed, cli->options->arguments[i]);
	if (strstr(buf_cstr(&typed), "filter:") && !session_know_filters(cli->session, cli->paths->state, &e))
		cli_fail(&e);
	struct buf expanded = {0};
	filter_expand(buf_cstr(&typed), saved_words, &keeper, &expanded, &unknown);
	buf_str(words, buf_cstr(&expanded) + strspn(buf_cstr(&expanded), " "));
	buf_release(&expanded);
	if (unknown) {
		char *text = mem_printf(_("Inget sparat filter heter ”%.80s”."), unknown);
		complain(text);
		free(text);
	}
	free(unknown);
	buf_release(&typed);
}

struct model cli_filtered(const struct cli *cli, struct buf *words)
{
	struct model m = *session_model(cli->session);
	long list = list_of(cli_find_subcommand(cli->options->subcommand)->name);
	struct buf wrong = {0};
	if (list < 0)
		return m;
	read_words(cli, lists[list].kind, words);
	m.filter = words->len ? buf_cstr(words) : NULL;
	if (m.filter && record_filter_complains(&m, lists[list].kind, &wrong))
		complain(buf_cstr(&wrong));
	buf_release(&wrong);
	return m;
}

const struct filter_key *cli_filter_words(size_t i, const char **subcommand, size_t *count)
{
	if (i >= sizeof lists / sizeof *lists)
		return NULL;
	*subcommand = lists[i].subcommand;
	return record_filter_keys(lists[i].kind, count);
}

void cli_filter_help(const char *subcommand, struct buf *out)
{
	long list = list_of(subcommand);
	size_t count;
	if (list < 0)
		return;
	const struct filter_key *keys = record_filter_keys(lists[list].kind, &count);
	buf_printf(out, "\n%s\n", _("Ord i filtret. Alla ska stämma; -ord eller inte:ord är motsatsen, utan:ord att det inte är känt, filter:namn ett sparat."));
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
