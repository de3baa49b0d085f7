/* Where things are. The program never writes in any of these but the practice copy and the council. */
#include "radsbord/cli/cli.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

enum { USER_DIRS_MAX = 1 << 16 };

static bool is_there(const char *dir, const char *file)
{
	char *path = mem_printf("%s/%s", dir, file);
	bool there = access(path, R_OK) == 0;
	free(path);
	return there;
}

/* The file that runs, or NULL. Without /proc, as it was started. Owned. */
static char *own_path(void)
{
	char *self = realpath("/proc/self/exe", NULL);
	const char *started = (const char *)(uintptr_t)getauxval(AT_EXECFN);
	return self ? self : started ? realpath(started, NULL) : NULL;
}

/* Takes the last part off a path, with its slash; false when it has none. */
static bool go_up(char *path)
{
	char *slash = strrchr(path, '/');
	if (slash)
		*slash = '\0';
	return slash;
}

/* What to put before "data" and "config" when the program was built in its source tree, as TREE/build/radsbord or
 * TREE/build/VARIANT/radsbord: nothing when that is where one stands, so that files are named as one sees them; NULL when it
 * lies elsewhere, for one that is installed never looks in a tree, not even when it was put inside it. Owned. */
static char *own_tree(const char *self)
{
	char here[4096], *at = mem_strdup(self), *tree = NULL;
	bool built = go_up(at);
	for (int i = 0; built && i < 2; i++) {
		const char *last = strrchr(at, '/');
		bool found = last && strcmp(last, "/build") == 0;
		built = go_up(at);
		if (!found || !is_there(at, "data/sverige/regioner.csv") || !is_there(at, "config/indikatorer.ini"))
			continue;
		tree = getcwd(here, sizeof here) && strcmp(here, at) == 0 ? mem_strdup("") : mem_printf("%s/", at);
		break;
	}
	free(at);
	return tree;
}

/* The data beside a program that was unpacked or installed anywhere: DIR/bin/radsbord and DIR/share/radsbord. Owned, or NULL. */
static char *beside_program(const char *self)
{
	char *at = mem_strdup(self);
	char *data = go_up(at) && go_up(at) ? mem_printf("%s/share/radsbord", at) : NULL;
	free(at);
	return data;
}

static bool use_tree(struct cli_paths *p, const char *data, const char *config)
{
	if (!is_there(data, "sverige/regioner.csv") || !is_there(config, "indikatorer.ini"))
		return false;
	p->data = mem_strdup(data);
	p->config = mem_strdup(config);
	return true;
}

/* A data folder that was named: its settings lie in it (installed) or beside it (a source tree). */
static bool use_named(struct cli_paths *p, const char *data)
{
	char *inside = mem_printf("%s/config", data);
	char *beside = mem_printf("%s/../config", data);
	bool found = use_tree(p, data, inside) || use_tree(p, data, beside);
	free(inside);
	free(beside);
	return found;
}

/* The data of an installed program: with the settings in them. */
static bool use_installed(struct cli_paths *p, const char *data)
{
	char *config = mem_printf("%s/config", data);
	bool found = use_tree(p, data, config);
	free(config);
	return found;
}

static bool find_data(const struct cli_options *o, struct cli_paths *p, struct error *e)
{
	const char *named = o->data ? o->data : getenv("RADSBORD_DATA");
	if (named && *named)
		return use_named(p, named) ||
		       error_set(e, ERROR_IO, _("I mappen ”%s” finns inga referensdata (sverige/regioner.csv). Kontrollera %s."), named,
		                 o->data ? "--data" : "RADSBORD_DATA");
	char *self = own_path();
	char *tree = self ? own_tree(self) : NULL, *beside = self ? beside_program(self) : NULL;
	bool found;
	if (tree) {
		char *data = mem_printf("%sdata", tree), *config = mem_printf("%sconfig", tree);
		found = use_tree(p, data, config);
		free(data);
		free(config);
	} else {
		found = (beside && use_installed(p, beside)) || use_installed(p, cli_data_folder());
	}
	free(self);
	free(tree);
	free(beside);
	return found || error_set(e, ERROR_IO, _("Referensdata hittas inte. Ange var de ligger med --data MAPP."));
}

/* FOLDER/sprak, absolute, when it has a catalogue. Owned, or NULL. */
static char *catalogues_in(const char *folder)
{
	char *sprak = mem_printf("%s/sprak", folder);
	char *found = is_there(sprak, "en/LC_MESSAGES/" LANGUAGE_DOMAIN ".mo") ? realpath(sprak, NULL) : NULL;
	free(sprak);
	return found;
}

char *cli_language_folder(const struct cli_paths *p)
{
	char *found = p->data ? catalogues_in(p->data) : NULL, *self = found ? NULL : own_path();
	if (self && go_up(self))
		found = catalogues_in(self);
	free(self);
	return found;
}

/* The program's folder of the user's: in $variable, or in `otherwise` of the home folder. Owned. */
static char *user_folder(const char *variable, const char *otherwise)
{
	const char *named = getenv(variable), *home = getenv("HOME");
	if (named && named[0] == '/')
		return mem_printf("%s/radsbord", named);
	return mem_printf("%s/%s/radsbord", home && *home ? home : ".", otherwise);
}

/* The line XDG_DOCUMENTS_DIR="$HOME/Dokument" of user-dirs.dirs; NULL when there is none. Owned. */
static char *documents_folder(const char *home)
{
	static const char key[] = "XDG_DOCUMENTS_DIR=\"";
	const char *config = getenv("XDG_CONFIG_HOME");
	char *path = config && config[0] == '/' ? mem_printf("%s/user-dirs.dirs", config) : mem_printf("%s/.config/user-dirs.dirs", home);
	struct buf bytes = {0};
	char *found = NULL;
	io_read_file(io_system(), AT_FDCWD, path, USER_DIRS_MAX, &bytes, NULL);
	for (const char *line = buf_cstr(&bytes); *line && !found; line += strcspn(line, "\n"), line += *line == '\n') {
		if (strncmp(line, key, sizeof key - 1) != 0)
			continue;
		const char *value = line + sizeof key - 1;
		size_t n = strcspn(value, "\"\n");
		bool of_home = strncmp(value, "$HOME", 5) == 0;
		if (of_home || *value == '/')
			found = mem_printf("%s%.*s", of_home ? home : "", (int)(of_home ? n - 5 : n), value + (of_home ? 5 : 0));
	}
	buf_release(&bytes);
	free(path);
	return found;
}

char *cli_export_folder(const struct settings *s)
{
	const char *set = settings_text(s, "export"), *home = getenv("HOME");
	home = home && *home ? home : ".";
	char *folder = *set ? mem_strdup(set) : documents_folder(home);
	if (folder && (*set || is_there(folder, ".")))
		return folder;
	free(folder);
	for (size_t i = 0; i < 2; i++) {
		folder = mem_printf("%s/%s", home, i == 0 ? "Dokument" : "Documents");
		if (is_there(folder, "."))
			return folder;
		free(folder);
	}
	return mem_strdup(home);
}

char *cli_own_settings(void)
{
	char *folder = user_folder("XDG_CONFIG_HOME", ".config");
	char *path = mem_printf("%s/radsbord.ini", folder);
	free(folder);
	return path;
}

struct settings *cli_open_settings(const struct cli_paths *p, struct diagnostics *d)
{
	char *ours = mem_printf("%s/radsbord.ini", p->config);
	char *theirs = cli_own_settings();
	const char *const paths[] = {ours, theirs};
	struct settings *s = settings_open(paths, sizeof paths / sizeof *paths, io_system(), d);
	free(ours);
	free(theirs);
	return s;
}

bool cli_find_paths(const struct cli_options *o, struct cli_paths *p, struct error *e)
{
	*p = (struct cli_paths){0};
	if (!find_data(o, p, e))
		return false;
	p->state = user_folder("XDG_STATE_HOME", ".local/state");
	p->practice = mem_printf("%s/ovning/sormland", p->state);
	const char *council = o->council ? o->council : getenv("RADSBORD_RAD");
	if (council && *council)
		p->council = mem_strdup(council);
	return true;
}

void cli_paths_release(struct cli_paths *p)
{
	free(p->data);
	free(p->config);
	free(p->state);
	free(p->practice);
	free(p->council);
	*p = (struct cli_paths){0};
}
