/* Which session the panes run on, from the start to the last council that is chosen. */
#ifndef RADSBORD_CLI_OPENER_H
#define RADSBORD_CLI_OPENER_H

#include "radsbord/app/opening.h"
#include "radsbord/cli/cli.h"

struct opener {
	struct cli cli;          /* its session is the one that is open */
	struct session *next;    /* opened by the start page, not yet shown */
	struct opening_paths paths;
	char *example;
	bool named;              /* on the command line or in the environment: it opens or the program ends */
	bool settled;            /* named, or in the settings: it is opened the next time too, whatever is chosen */
	bool first;              /* begin on the start page */
	char *failed;            /* what was to be opened and could not be, NULL: nothing */
	struct error why;        /* and why */
};
/* Opens what was named, else what the settings say, else what was chosen last; `named` goes before all of them. False, with a
 * sentence, when the program cannot go on. */
bool opener_begin(struct opener *o, const struct cli *cli, const char *named, struct error *e);
void opener_end(struct opener *o);
/* Another session, on a council (NULL: on none), that waits to be shown; NULL, with a sentence, when it cannot be opened. */
struct session *opener_open(struct opener *o, const char *path, struct error *e);
/* It is shown from now on, the one before is closed, and the choice is remembered; appends a sentence about the next time. */
void opener_opened(struct opener *o, struct buf *said);

/* A session as the options ask for it. */
struct session *cli_open_session(const struct cli *cli, const char *council, struct error *e);

#endif
