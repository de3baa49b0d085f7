/* What this program is made of. The version, the commit and the place of the data are given by the Makefile. */
#include "radsbord/cli/cli.h"

#ifndef RADSBORD_VERSION
#define RADSBORD_VERSION "okänd"
#endif
#ifndef RADSBORD_COMMIT
#define RADSBORD_COMMIT "okänd"
#endif
#ifndef RADSBORD_DATADIR
#define RADSBORD_DATADIR "/usr/local/share/radsbord"
#endif

static const char *const libraries[] = {
	"ncursesw", "iniparser", "utf8proc",
#ifdef RADSBORD_LIBZIP
	"libzip",
#endif
#ifdef RADSBORD_XLSX
	"libxlsxwriter",
#endif
#ifdef RADSBORD_PORTABEL
	"zlib", "musl",
#endif
	NULL,
};

void cli_print_version(struct buf *out)
{
	buf_str(out, "radsbord " RADSBORD_VERSION "\ncommit " RADSBORD_COMMIT "\nbibliotek: ");
	for (size_t i = 0; libraries[i]; i++)
		buf_printf(out, "%s%s", i ? ", " : "", libraries[i]);
	buf_char(out, '\n');
}

const char *cli_data_folder(void)
{
	return RADSBORD_DATADIR;
}
