/* Which language the interface speaks. */
#include "radsbord/cli/cli.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

void cli_speak_swedish(void)
{
	textdomain(LANGUAGE_NONE);
}

bool cli_speak_english(const char *folder)
{
	/* musl takes the language from the name of the locale. glibc, which has no locale of that name, takes it from LANGUAGE, and
	 * that only in a locale other than C. */
	setenv("LANGUAGE", "en", 1);
	if (!setlocale(LC_MESSAGES, "en"))
		setlocale(LC_MESSAGES, "C.UTF-8");
	bindtextdomain(LANGUAGE_DOMAIN, folder);
	bind_textdomain_codeset(LANGUAGE_DOMAIN, "UTF-8");
	textdomain(LANGUAGE_DOMAIN);
	/* sprak: the code of the language itself, by which the program sees that the catalogue is there. */
	if (strcmp(_("sv"), "en") == 0)
		return true;
	cli_speak_swedish();
	return false;
}

/* `sprak` of the user's settings. Owned. */
static char *language_set(const struct cli_paths *p)
{
	struct settings *s = cli_open_settings(p, NULL);
	char *set = mem_strdup(settings_text(s, "sprak"));
	settings_free(&s);
	return set;
}

void cli_choose_language(const char *typed)
{
	const char *asked = typed ? typed : getenv("RADSBORD_SPRAK");
	struct cli_paths p;
	struct error e = {0};
	cli_speak_swedish();
	bool found = cli_find_paths(&(struct cli_options){0}, &p, &e);
	char *set = (!asked || !*asked) && found ? language_set(&p) : mem_strdup(asked ? asked : "");
	if (strcmp(set, "en") == 0) {
		char *folder = cli_language_folder(&p);
		if (!folder || !cli_speak_english(folder)) {
			error_set(&e, ERROR_NONE, "Den engelska texten hittas inte, så det här är på svenska. Installera programmet igen.");
			cli_fail(&e);
		}
		free(folder);
	}
	free(set);
	cli_paths_release(&p);
}
