/* What the panes run on: a session, and another one when another council is chosen on the start page. */
#include "radsbord/cli/opener.h"

#include "radsbord/app/export.h"
#include "radsbord/base/language.h"
#include "radsbord/store/remembered.h"

#include <stdlib.h>
#include <string.h>

struct session *cli_open_session(const struct cli *cli, const char *council, struct error *e)
{
	const struct session_options so = {
		.data_dir = cli->paths->data,
		.config_dir = cli->paths->config,
		.council_path = council,
		.io = progress_io(cli->progress),
		.work = progress_work(cli->progress),
		.clock = cli_clock(cli->options),
		.random = cli_random,
		.user = cli->user,
		.host = cli->host,
	};
	progress_begin(cli->progress, council ? _("Öppnar rådet") : _("Läser siffrorna"), council, cli->paths->data);
	struct session *s = session_open(&so, e);
	if (progress_end(cli->progress)) {
		session_close(&s); /* half of it was read */
		error_set(e, ERROR_IO, _("Avbrutet: rådet öppnades inte, och inget är ändrat."));
	}
	if (!s)
		return NULL;
	session_ask(s, cli->options->year, cli->options->criteria);
	char *folder = cli_export_folder(cli->settings);
	export_set(s, folder, settings_int(cli->settings, "sma_tal"));
	free(folder);
	return s;
}

/* The council that was named or set or, else, chosen last; NULL: none. Owned. */
static char *council_to_open(struct opener *o, bool *first)
{
	struct buf path = {0};
	const char *set = settings_text(o->cli.settings, "rad");
	*first = false;
	o->named = o->cli.paths->council != NULL;
	if (o->named || *set) {
		o->settled = true;
		return mem_strdup(o->named ? o->cli.paths->council : set);
	}
	*first = remembered_read(io_system(), o->cli.paths->state, &path) == REMEMBERED_NOTHING;
	return path.len ? buf_detach(&path) : NULL;
}

/* What was named must open; what was only set or chosen may be away, like a memory stick. */
bool opener_begin(struct opener *o, const struct cli *cli, const char *named, struct error *e)
{
	bool first = false;
	*o = (struct opener){.cli = *cli};
	o->example = mem_printf("%s/exempel/sormland", cli->paths->data);
	o->paths = (struct opening_paths){.example = o->example, .practice = cli->paths->practice, .state = cli->paths->state, .home = getenv("HOME")};
	char *path = named ? mem_strdup(named) : council_to_open(o, &first);
	o->settled |= named != NULL;
	o->named |= named != NULL;
	o->cli.session = cli_open_session(&o->cli, path, o->named ? e : &o->why);
	if (!o->cli.session && !o->named && path) {
		o->failed = mem_strdup(path);
		o->cli.session = cli_open_session(&o->cli, NULL, e);
	}
	o->first = first || o->failed;
	free(path);
	return o->cli.session != NULL;
}

struct session *opener_open(struct opener *o, const char *path, struct error *e)
{
	session_close(&o->next);
	o->next = cli_open_session(&o->cli, path, e);
	return o->next;
}

void opener_opened(struct opener *o, struct buf *said)
{
	struct error e = {0};
	char mark[SESSION_ID_SIZE];
	session_close(&o->cli.session);
	o->cli.session = o->next;
	o->next = NULL;
	session_new_id(o->cli.session, mark);
	const struct folder *folder = session_folder(o->cli.session);
	char *path = folder ? realpath(folder_path(folder), NULL) : NULL;
	if (!remembered_write(io_system(), o->cli.paths->state, path, mark, &e))
		buf_str(said, e.text);
	else if (o->settled)
		buf_str(said, _("Nästa gång öppnas det som --rad, RADSBORD_RAD eller inställningen rad säger."));
	else
		buf_str(said, folder ? _("Rådet öppnas av sig självt nästa gång.") : _("Siffrorna öppnas av sig själva nästa gång."));
	free(path);
}

void opener_end(struct opener *o)
{
	session_close(&o->next);
	session_close(&o->cli.session);
	free(o->example);
	free(o->failed);
}
