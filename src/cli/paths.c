/* Where things are. The program never writes in any of these but the practice copy and the council. */
#include "radsbord/cli/cli.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { USER_DIRS_MAX = 1 << 16 };

static bool is_there(const char *dir, const char *file)
{
	char *path = mem_printf("%s/%s", dir, file);
	bool there = access(path, R_OK) == 0;
	free(path);
	return there;
}

/* What to put before "data" and "config" when the program runs in its source tree: nothing when that is where one stands,
 * so that files are named as one sees them; NULL when it runs elsewhere. */
static char *own_tree(void)
{
	char self[4096], here[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	if (n <= 0)
		return NULL;
	self[n] = '\0';
	char *build = strstr(self, "/build/");
	for (char *next = build; next; next = strstr(next + 1, "/build/"))
		build = next;
	if (!build)
		return NULL;
	*build = '\0';
	if (!is_there(self, "data/sverige/regioner.csv") || !is_there(self, "config/indikatorer.ini"))
		return NULL;
	return getcwd(here, sizeof here) && strcmp(here, self) == 0 ? mem_strdup("") : mem_printf("%s/", self);
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

static bool find_data(const struct cli_options *o, struct cli_paths *p, struct error *e)
{
	const char *named = o->data ? o->data : getenv("RADSBORD_DATA");
	if (named && *named)
		return use_named(p, named) ||
		       error_set(e, ERROR_IO, "I mappen ”%s” finns inga referensdata (sverige/regioner.csv). Kontrollera %s.", named,
		                 o->data ? "--data" : "RADSBORD_DATA");
	char *tree = own_tree();
	if (tree) {
		char *data = mem_printf("%sdata", tree), *config = mem_printf("%sconfig", tree);
		bool found = use_tree(p, data, config);
		free(data);
		free(config);
		free(tree);
		if (found)
			return true;
	}
	char *installed = mem_printf("%s/share/radsbord", cli_prefix());
	bool found = use_named(p, installed);
	free(installed);
	return found || error_set(e, ERROR_IO, "Referensdata hittas inte. Ange var de ligger med --data MAPP.");
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

struct settings *cli_open_settings(const struct cli_paths *p, struct diagnostics *d)
{
	char *folder = user_folder("XDG_CONFIG_HOME", ".config");
	char *ours = mem_printf("%s/radsbord.ini", p->config);
	char *theirs = mem_printf("%s/radsbord.ini", folder);
	const char *const paths[] = {ours, theirs};
	struct settings *s = settings_open(paths, sizeof paths / sizeof *paths, io_system(), d);
	free(folder);
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
