/* Opening the panes: keys, colours, where to begin. */
#include "radsbord/cli/cli.h"
#include "radsbord/pane/frame.h"
#include "radsbord/store/ini.h"
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

int cli_open_panes(struct session *s, const struct cli *cli)
{
	struct error e = {0};
	struct diagnostics d = {0};
	struct keymap *keymap = keymap_new();
	read_keys(cli, keymap, &d);
	const char *no_color = getenv("NO_COLOR");
	struct screen_options o = {
		.no_color = no_color && *no_color,
		.escape_ms = (int)settings_int(cli->settings, "escape_ms"),
		.ready_fd = descriptor_from_environment(),
	};
	theme_by_name(settings_text(cli->settings, "tema"), &o.theme);
	if (!session_remember(s, cli->paths->state, &e)) { /* the session works without */
		diagnostics_add(&d, DIAGNOSTIC_WARNING, NULL, 0, "%s", e.text);
		error_clear(&e);
	}
	const struct frame_options options = {.place = start_place(session_model(s), cli->settings),
	                                      .review_ms = (int)settings_int(cli->settings, "genomgang_ms"),
	                                      .small_limit = (int)settings_int(cli->settings, "sma_tal"),
	                                      .editor = editor_command(getenv("VISUAL"), getenv("EDITOR")),
	                                      .state = session_private(s) ? session_private(s) : cli->paths->state};
	bool opened = frame_run(s, keymap, &o, &options, &e);
	for (size_t i = 0; i < d.count; i++)
		cli_warn_finding(&d.items[i]);
	diagnostics_release(&d);
	keymap_free(&keymap);
	return opened ? 0 : cli_fail(&e);
}
