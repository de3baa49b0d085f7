/* What this program is made of. The commit and the prefix are given by the Makefile. */
#include "radsbord/cli/cli.h"

#ifndef RADSBORD_COMMIT
#define RADSBORD_COMMIT "okänd"
#endif
#ifndef RADSBORD_PREFIX
#define RADSBORD_PREFIX "/usr/local"
#endif

void cli_print_version(struct buf *out)
{
	buf_str(out, "radsbord 0.1\ncommit " RADSBORD_COMMIT "\nbibliotek: ncursesw, iniparser, utf8proc\n");
}

const char *cli_prefix(void)
{
	return RADSBORD_PREFIX;
}
