#include "english.h"

#include "radsbord/cli/cli.h"

#include <locale.h>
#include <stdlib.h>

bool english_begin(void)
{
	const char *build = getenv("RADSBORD_BUILD");
	char *path = mem_printf("%s/sprak", build ? build : "build"), *folder = realpath(path, NULL);
	setlocale(LC_CTYPE, "C.UTF-8");
	bool speaks = folder && cli_speak_english(folder);
	free(folder);
	free(path);
	return speaks;
}

void english_end(void)
{
	cli_speak_swedish();
}
