/* Where F8 writes: the setting, else the user's documents by the XDG file, else Dokument or Documents, else the home folder. */
#include "program.h"

#include "radsbord/cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void expect(const struct home *h, const char *setting, const char *below_home, const char *exactly)
{
	struct diagnostics d = {0};
	char *file = home_path(h, "egen.ini"), *want = exactly ? mem_strdup(exactly) : home_path(h, below_home);
	char *text = mem_printf("[radsbord]\nexport = \"%s\"\n", setting);
	home_write(h, "egen.ini", text);
	struct settings *s = settings_open((const char *const[]){file}, 1, io_system(), &d);
	char *folder = cli_export_folder(s);
	assert_string_equal(folder, want);
	assert_int_equal(d.count, 0);
	free(folder);
	settings_free(&s);
	free(text);
	free(want);
	free(file);
}

static void make_folder(const struct home *h, const char *name)
{
	char *path = home_path(h, name);
	assert_int_equal(mkdir(path, 0700), 0);
	free(path);
}

static void in_order(void **state)
{
	struct home h;
	(void)state;
	home_init(&h);
	assert_int_equal(setenv("HOME", h.path, 1), 0);
	assert_int_equal(unsetenv("XDG_CONFIG_HOME"), 0);
	expect(&h, "", NULL, h.path);
	make_folder(&h, "Documents");
	expect(&h, "", "Documents", NULL);
	make_folder(&h, "Dokument");
	expect(&h, "", "Dokument", NULL);
	make_folder(&h, ".config");
	home_write(&h, ".config/user-dirs.dirs", "# skriven av xdg\nXDG_DESKTOP_DIR=\"$HOME/Skrivbord\"\nXDG_DOCUMENTS_DIR=\"$HOME/Mina papper\"\n");
	expect(&h, "", "Dokument", NULL); /* it names a folder that is not there */
	make_folder(&h, "Mina papper");
	expect(&h, "", "Mina papper", NULL);
	home_write(&h, ".config/user-dirs.dirs", "XDG_DOCUMENTS_DIR=\"/usr/share\"\n");
	expect(&h, "", NULL, "/usr/share");
	home_write(&h, ".config/user-dirs.dirs", "XDG_DOCUMENTS_DIR=\"relativ/mapp\"\nXDG_DOCUMENTS_DIR=\"\n");
	expect(&h, "", "Dokument", NULL);
	expect(&h, "/srv/radet", NULL, "/srv/radet");
	home_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(in_order)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
