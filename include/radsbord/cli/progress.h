/* How far long work has come, said when it has taken a while, and stopping it: on stderr when that is a terminal, by Ctrl-C;
 * on the pages by their own message line and Esc. Work with files is followed through what it reads with (progress_io), other work through
 * what it is handed (progress_work). The clock is handed in. */
#ifndef RADSBORD_CLI_PROGRESS_H
#define RADSBORD_CLI_PROGRESS_H

#include "radsbord/base/work.h"
#include "radsbord/store/watch.h"

enum { PROGRESS_EVERY_MS = 200 };

struct progress {
	struct watch watch;
	struct work work;
	struct clock clock;
	int after_ms;            /* before this nothing is said */
	const char *what;        /* "Läser rådets mapp" */
	const char *folder, *also; /* whose files are read; borrowed */
	int64_t whole;           /* its bytes, -1: not yet counted */
	int64_t began, said;     /* ms; said 0: nothing */
	int columns;             /* of the line on stderr, to take away */
	bool speaks;             /* the interface is in another language than the documents that are made meanwhile */
	/* Shows the sentence, and says whether to go on; NULL: stderr. When something was shown it is told of the end: sentence NULL. */
	bool (*show)(void *ctx, const char *sentence);
	void *show_ctx;
	bool on_terminal;        /* stderr */
};
/* In place: it must not be moved. */
void progress_init(struct progress *p, const struct io *inner, const struct clock *clock, int after_ms);
/* What to read with. */
const struct io *progress_io(const struct progress *p);
/* What to hand to long work, which begins and ends it; reading is not followed then. */
struct work *progress_work(struct progress *p);
/* From here reading in two folders (each may be NULL) is followed as `what`; Ctrl-C stops it. */
void progress_begin(struct progress *p, const char *what, const char *folder, const char *also);
/* Takes the line away. True when it was stopped. */
bool progress_end(struct progress *p);

#endif
