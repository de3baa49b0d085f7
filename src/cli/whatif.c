/* radsbord tank-om: what if, as a table; saving, printing and removing scenarios. */
#include "radsbord/cli/cli.h"
#include "radsbord/report/whatif.h"

#include <string.h>

/* What is thought of: where, and which changes. Strings borrowed. */
struct thought {
	int place;
	const char *name;
	struct strings changes;
	struct arena arena;
};

static int fail(enum error_code code, const char *text)
{
	struct error e = {0};
	error_set(&e, code, "%s", text);
	return cli_fail(&e);
}

/* The place and changes of a saved scenario. */
static bool take_scenario(struct thought *t, const struct model *m, const char *name, struct error *e)
{
	const struct scenario *s = scenario_find(m->council, name);
	if (!s)
		return error_set(e, ERROR_NOT_FOUND, _("Inget scenario heter ”%s”. Skriv radsbord tank-om för att se de som är sparade."), name);
	t->place = reference_place_by_code(m->reference, s->place);
	if (t->place < 0)
		return error_set_at(e, ERROR_DATA, s->head.file, s->head.line, _("Scenariots plats ”%s” finns inte; skriv en regions eller "
		                    "kommuns kod."), s->place);
	t->name = s->name;
	for (size_t i = 0; i < s->changes.count; i++)
		strings_add(&t->changes, s->changes.items[i], &t->arena);
	return true;
}

/* One of the words may be a place; the others are changes, after those of the scenario. */
static bool take_words(struct thought *t, const struct cli *cli, struct error *e)
{
	const struct cli_options *o = cli->options;
	const struct model *m = session_model(cli->session);
	bool placed = false;
	if (o->scenario && !take_scenario(t, m, o->scenario, e))
		return false;
	for (size_t i = 0; i < o->arguments_count; i++) {
		int place = placed ? -1 : reference_find_place(m->reference, o->arguments[i], o->municipality);
		placed = placed || place >= 0;
		if (place >= 0)
			t->place = place;
		else
			strings_add(&t->changes, o->arguments[i], &t->arena);
	}
	if (t->place < 0)
		t->place = reference_find_place(m->reference, m->settings && m->settings->region ? m->settings->region : "00", false);
	return t->changes.count > 0 || error_set(e, ERROR_USAGE, _("Skriv vad som ska tänkas om, till exempel: radsbord tank-om Sörmland "
	                                         "\"vårdplatser +6\"."));
}

static bool save(const struct cli *cli, const struct thought *t, struct error *e)
{
	const struct model *m = session_model(cli->session);
	struct changes c = {0};
	char id[SESSION_ID_SIZE];
	session_new_id(cli->session, id);
	scenario_save(&c, m->council, cli->options->save_as, m->reference->places[t->place].code, &t->changes,
	              session_today(cli->session), id);
	return session_apply(cli->session, &c, e);
}

static int think(const struct cli *cli, struct thought *t)
{
	struct error e = {0};
	struct whatif w;
	struct doc d = {0};
	if (!whatif_build(&w, session_model(cli->session), t->place, &t->changes, &e)) {
		whatif_release(&w);
		return cli_fail(&e);
	}
	report_whatif(&d, &w, cli->options->save_as ? cli->options->save_as : t->name);
	whatif_release(&w);
	if (cli->options->save_as && !save(cli, t, &e)) {
		doc_release(&d);
		return cli_fail(&e);
	}
	if (cli->options->save_as)
		doc_paragraph(&d, _("Scenariot är sparat som ”%s”."), cli->options->save_as);
	cli_print(&d, cli->options->format);
	doc_release(&d);
	return 0;
}

static int remove_scenario(const struct cli *cli)
{
	struct error e = {0};
	struct changes c = {0};
	const struct scenario *s = scenario_find(session_model(cli->session)->council, cli->options->remove);
	if (!s)
		return fail(ERROR_NOT_FOUND, _("Inget scenario heter så. Skriv radsbord tank-om för att se de som är sparade."));
	scenario_remove(&c, s);
	if (!session_apply(cli->session, &c, &e))
		return cli_fail(&e);
	cli_say(_("Scenariot ”%s” är borttaget.\n"), cli->options->remove);
	return 0;
}

/* Nothing to think of: the scenarios there are, and how to write. */
static int show_what_there_is(const struct cli *cli)
{
	const struct model *m = session_model(cli->session);
	struct doc d = {0};
	bool text = cli->options->format == OUTPUT_TEXT;
	if (text) {
		doc_heading(&d, 1, _("Tänk om: vad skulle det betyda?"));
		report_whatif_syntax(&d);
	}
	if (m->council && records_count(m->council, RECORD_SCENARIO) && text)
		doc_heading(&d, 2, _("Sparade scenarier"));
	if (!text || (m->council && records_count(m->council, RECORD_SCENARIO)))
		report_scenarios(&d, m);
	cli_print(&d, cli->options->format);
	doc_release(&d);
	return 0;
}

int cli_run_whatif(const struct cli *cli)
{
	const struct cli_options *o = cli->options;
	struct thought t = {.place = -1};
	struct error e = {0};
	bool council = session_model(cli->session)->council != NULL;
	if ((o->scenario || o->save_as || o->remove) && !council)
		return fail(ERROR_USAGE, _("Scenarier sparas i ett råd. Ange dess mapp med --rad MAPP eller RADSBORD_RAD."));
	if (o->remove)
		return remove_scenario(cli);
	if (!o->scenario && o->arguments_count == 0)
		return show_what_there_is(cli);
	int status = take_words(&t, cli, &e) ? think(cli, &t) : cli_fail(&e);
	arena_release(&t.arena);
	return status;
}
