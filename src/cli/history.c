/* radsbord historik: who changed what, and when, old → new. */
#include "radsbord/cli/cli.h"
#include "radsbord/report/history.h"

#include <stdlib.h>
#include <string.h>

enum { SECONDS_SHOWN = 31 * 86400, CANDIDATES_SHOWN = 6 };

/* The fields that people call a record by. */
static const char *const naming[] = {"Rubrik", "Namn", "Titel", "Person", "Organisation", "Enhet", "Amne"};

/* A record that the word may mean. */
struct candidates {
	struct {
		const struct record_type *type;
		const struct record *record;
	} *items;
	size_t count, cap;
};
/* Whether a record is meant; `word` as typed, `folded` for search. */
typedef bool is_meant(const struct record_type *t, const struct record *r, const char *word, const char *folded);

static bool has_id(const struct record_type *t, const struct record *r, const char *word, const char *folded)
{
	(void)t;
	(void)folded;
	return strcmp(r->id, word) == 0;
}

static bool has_number(const struct record_type *t, const struct record *r, const char *word, const char *folded)
{
	const struct field *nr = record_field(t, "Nr", 2);
	struct buf shown = {0};
	(void)folded;
	if (nr)
		field_show(nr, r, &shown);
	bool same = nr && strcmp(buf_cstr(&shown), word) == 0;
	buf_release(&shown);
	return same;
}

static bool is_action_with_number(const struct record_type *t, const struct record *r, const char *word, const char *folded)
{
	return t->kind == RECORD_ACTION && has_number(t, r, word, folded);
}

static bool is_called(const struct record_type *t, const struct record *r, const char *folded, bool wholly)
{
	bool found = false;
	for (size_t i = 0; i < sizeof naming / sizeof *naming && !found; i++) {
		const struct field *f = record_field(t, naming[i], strlen(naming[i]));
		struct buf shown = {0}, name = {0};
		if (f)
			field_show(f, r, &shown);
		text_fold(&name, buf_cstr(&shown));
		found = name.len > 0 && (wholly ? strcmp(buf_cstr(&name), folded) == 0 : strstr(buf_cstr(&name), folded) != NULL);
		buf_release(&shown);
		buf_release(&name);
	}
	return found;
}

static bool has_name(const struct record_type *t, const struct record *r, const char *word, const char *folded)
{
	(void)word;
	return is_called(t, r, folded, true);
}

static bool has_in_name(const struct record_type *t, const struct record *r, const char *word, const char *folded)
{
	(void)word;
	return is_called(t, r, folded, false);
}

static void collect(const struct records *r, is_meant *meant, const char *word, const char *folded, struct candidates *out)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		for (size_t i = 0; i < records_count(r, (enum record_kind)kind); i++) {
			const struct record_type *t = record_type((enum record_kind)kind);
			const struct record *record = records_at(r, t->kind, i);
			if (!meant(t, record, word, folded))
				continue;
			out->items = mem_grow(out->items, out->count, &out->cap, sizeof *out->items);
			out->items[out->count].type = t;
			out->items[out->count++].record = record;
		}
}

static bool several(const struct candidates *c, const char *word, struct error *e)
{
	struct buf names = {0};
	for (size_t i = 0; i < c->count && i < CANDIDATES_SHOWN; i++) {
		buf_printf(&names, "%s%s ", i ? ", " : "", c->items[i].record->id);
		record_name(c->items[i].type, c->items[i].record, &names);
	}
	error_set(e, ERROR_USAGE, _("”%.60s” kan vara flera rader. Skriv ett Id: %s%s."), word, buf_cstr(&names),
	          c->count > CANDIDATES_SHOWN ? " …" : "");
	buf_release(&names);
	return false;
}

/* The Id that a word means: an Id that is or was, a number (an action's before others'), or a name. */
static bool find_record(const struct cli *cli, const char *word, struct strings *ids, struct arena *a, struct error *e)
{
	static is_meant *const ways[] = {has_id, is_action_with_number, has_number, has_name, has_in_name};
	const struct records *r = session_model(cli->session)->council;
	struct candidates found = {0};
	struct buf folded = {0};
	struct history past = {0};
	text_fold(&folded, word);
	for (size_t i = 0; i < sizeof ways / sizeof *ways && found.count == 0; i++)
		collect(r, ways[i], word, buf_cstr(&folded), &found);
	bool ok = found.count <= 1 || several(&found, word, e);
	if (ok)
		strings_add(ids, found.count ? found.items[0].record->id : arena_strdup(a, word), a);
	if (ok && found.count == 0) {
		session_history(cli->session, ids, 1, &past, NULL);
		ok = past.count > 0 || error_set(e, ERROR_NOT_FOUND, _("Ingenting heter ”%.80s” eller har det numret eller Id:t. Skriv "
		                                 "radsbord historik för att se det som ändrats senast."), word);
	}
	history_release(&past);
	buf_release(&folded);
	free(found.items);
	return ok;
}

/* Leaves the events of the last month, or of --ar. How many were left out. */
static size_t narrow(const struct cli *cli, struct history *h)
{
	const struct clock *clock = session_clock(cli->session);
	int64_t since = clock->utc(clock->ctx) - SECONDS_SHOWN;
	int year = cli->options->year;
	size_t kept = 0, all = h->count;
	for (size_t i = 0; i < h->count; i++)
		if (year ? wall_from_utc(h->items[i].utc).date.year == year : h->items[i].utc >= since)
			h->items[kept++] = h->items[i];
	h->count = kept;
	return all - kept;
}

/* What time this is, what is not shown, and how it is seen. */
static void say_more(const struct cli *cli, bool empty, size_t left_out)
{
	if (empty && cli->options->year)
		cli_say(_("Ingenting är antecknat för %d.\n"), cli->options->year);
	else if (empty)
		cli_say(_("Ingenting har ändrats den senaste månaden.\n"));
	if (left_out > 0 && cli->options->year == 0)
		cli_say(_("%sDet här är den senaste månaden. Äldre ändringar (%zu) visas med --ar ÅR, eller med en rads Id, nummer eller namn.\n"),
		        empty ? "" : "\n", left_out);
}

int cli_run_history(const struct cli *cli)
{
	struct history h = {0};
	struct strings ids = {0};
	struct diagnostics found = {0};
	struct error e = {0};
	struct doc d = {0};
	size_t left_out = 0;
	bool one = cli->options->arguments_count > 0;
	if (one && !find_record(cli, cli->options->arguments[0], &ids, &h.arena, &e)) {
		history_release(&h);
		return cli_fail(&e);
	}
	session_history(cli->session, one ? &ids : NULL, 0, &h, &found);
	if (!one || cli->options->year)
		left_out = narrow(cli, &h);
	bool empty = h.count == 0, said = !one && cli->options->format == OUTPUT_TEXT;
	if (!said || !empty)
		report_history(&d, &h);
	report_history_rows(&d, &h);
	int status = cli_print(&d, cli->options->format);
	if (said)
		say_more(cli, empty, left_out);
	for (size_t i = 0; i < found.count; i++)
		cli_warn_finding(&found.items[i]);
	if (status == 0 && (empty || found.count > 0))
		status = 1;
	diagnostics_release(&found);
	doc_release(&d);
	history_release(&h);
	return status;
}
