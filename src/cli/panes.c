/* Opening the panes: keys, colours, where to begin. */
#include "radsbord/cli/opener.h"
#include "radsbord/pane/frame.h"
#include "radsbord/store/ini.h"
#include "radsbord/store/local.h"
#include "radsbord/ui/editor.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

/* config/tangenter.ini, when there is one: other keys for the commands. */
static void read_keys(const struct cli *cli, struct keymap *keymap, struct diagnostics *d)
{
	char *path = mem_printf("%s/tangenter.ini", cli->paths->config);
	struct buf bytes = {0};
	struct error e = {0};
	if (io_read_file(io_system(), AT_FDCWD, path, IO_FILE_MAX, &bytes, &e)) {
		struct ini *ini = ini_parse(buf_cstr(&bytes), bytes.len, path, d);
		for (size_t i = 0; ini && i < ini_keys(ini, "tangenter"); i++) {
			const char *name = ini_key(ini, "tangenter", i);
			if (!keymap_set(keymap, name, ini_get(ini, "tangenter", name), &e))
				diagnostics_add(d, DIAGNOSTIC_WARNING, path, ini_line(ini, "tangenter", name), "%s", e.text);
		}
		ini_free(&ini);
	} else if (e.code != ERROR_NOT_FOUND) {
		diagnostics_add(d, DIAGNOSTIC_WARNING, path, 0, "%s", e.text);
	}
	buf_release(&bytes);
	free(path);
}

static int start_place(const struct model *m, const struct settings *settings)
{
	const char *const wishes[] = {settings_text(settings, "region"), m->settings ? m->settings->region : NULL, "00"};
	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
		int place = wishes[i] && *wishes[i] ? reference_find_place(m->reference, wishes[i], false) : -1;
		if (place >= 0)
			return place;
	}
	return 0;
}

static int descriptor_from_environment(void)
{
	const char *fd = getenv("RADSBORD_READY_FD");
	return fd && *fd && strlen(fd) < 6 && strspn(fd, "0123456789") == strlen(fd) ? atoi(fd) : -1;
}

/* What the panes have with them besides the session. */
struct panes {
	struct opener opener;
	struct diagnostics found;
	struct buf guide;
};

/* The undo list and the drafts of the session that is shown next are taken up; returns the place to begin with. */
static int take_up(struct panes *p)
{
	struct error e = {0};
	struct session *s = p->opener.cli.session;
	if (!session_remember(s, p->opener.cli.paths->state, &e)) /* the session works without */
		diagnostics_add(&p->found, DIAGNOSTIC_WARNING, NULL, 0, "%s", e.text);
	return start_place(session_model(s), p->opener.cli.settings);
}

static struct session *open_other(void *ctx, const char *path, struct error *e)
{
	return opener_open(&((struct panes *)ctx)->opener, path, e);
}

static int opened_other(void *ctx, struct buf *said)
{
	struct panes *p = ctx;
	opener_opened(&p->opener, said);
	return take_up(p);
}

/* Keeps what was chosen in the user's own settings. */
static bool keep_setting(void *ctx, const char *key, const char *value, struct error *e)
{
	(void)ctx;
	char *path = cli_own_settings(), *slash = strrchr(path, '/');
	*slash = '\0';
	local_make_state(io_system(), path); /* where it cannot be made nothing can be kept, which is said next */
	*slash = '/';
	bool ok = settings_keep(path, key, value, io_system(), e);
	free(path);
	return ok;
}

/* While the pages are open they show how far long work has come. */
static void watch(void *ctx, bool (*show)(void *ctx, const char *sentence), void *show_ctx)
{
	struct progress *progress = ((struct panes *)ctx)->opener.cli.progress;
	progress->show = show;
	progress->show_ctx = show_ctx;
}

static bool run(struct panes *p, const struct keymap *keymap, struct error *e)
{
	const struct opener *opener = &p->opener;
	const struct settings *settings = opener->cli.settings;
	const char *no_color = getenv("NO_COLOR");
	struct screen_options o = {
		.no_color = no_color && *no_color,
		.escape_ms = (int)settings_int(settings, "escape_ms"),
		.ready_fd = descriptor_from_environment(),
	};
	theme_by_name(settings_text(settings, "tema"), &o.theme);
	o.linear = opener->cli.options->linear || strcmp(settings_text(settings, "linjar"), "ja") == 0;
	const struct frame_options options = {
		.place = take_up(p),
		.review_ms = (int)settings_int(settings, "genomgang_ms"),
		.small_limit = (int)settings_int(settings, "sma_tal"),
		.editor = editor_command(getenv("VISUAL"), getenv("EDITOR")),
		.state = opener->cli.paths->state,
		.guide = buf_cstr(&p->guide),
		.start = {.paths = &opener->paths, .first = opener->first, .why = opener->failed ? opener->why.text : NULL,
		          .failed = opener->failed, .open = open_other, .opened = opened_other, .ctx = p},
		.look = {.theme = o.theme, .no_color = o.no_color, .linear = o.linear, .mouse = strcmp(settings_text(settings, "mus"), "ja") == 0},
		.keep = keep_setting,
		.watch = watch,
		.watch_ctx = p,
	};
	return frame_run(opener->cli.session, keymap, &o, &options, e);
}

int cli_run_panes(const struct cli *cli, const char *council)
{
	struct error e = {0};
	struct panes p = {0};
	struct keymap *keymap = keymap_new();
	read_keys(cli, keymap, &p.found);
	if (!cli_read_guide(cli->paths, &p.guide, &e)) { /* F1 tells of the keys */
		diagnostics_add(&p.found, DIAGNOSTIC_WARNING, NULL, 0, "%s", e.text);
		error_clear(&e);
	}
	bool ran = opener_begin(&p.opener, cli, council, &e) && run(&p, keymap, &e);
	opener_end(&p.opener);
	for (size_t i = 0; i < p.found.count; i++)
		cli_warn_finding(&p.found.items[i]);
	diagnostics_release(&p.found);
	buf_release(&p.guide);
	keymap_free(&keymap);
	return ran ? 0 : cli_fail(&e);
}
