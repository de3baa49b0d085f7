/* radsbord: the program. */
#include "radsbord/cli/cli.h"
#include "radsbord/ui/screen.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void out_of_memory(void)
{
	screen_emergency();
	fputs(_("Minnet räcker inte. Stäng andra program och försök igen.\n"), stderr);
	exit(3);
}

/* Text is UTF-8 whether or not the machine has a Swedish locale; numbers are read and written by our own code. */
static void set_locale(void)
{
	if (!setlocale(LC_ALL, ""))
		setlocale(LC_ALL, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
}

int main(int argc, char **argv)
{
	struct cli_options o = {0};
	struct error e = {0};
	mem_set_handler(out_of_memory);
	set_locale();
	cli_choose_language(cli_language_typed(argc, argv));
	if (!cli_parse(argc, argv, &o, &e))
		return cli_fail(&e);
	if (o.version || o.help) {
		struct buf text = {0};
		if (o.version)
			cli_print_version(&text);
		else
			cli_print_help(&o, &text);
		cli_say("%s", buf_cstr(&text));
		buf_release(&text);
		return cli_finish(0);
	}
	return cli_finish(cli_dispatch(&o));
}
