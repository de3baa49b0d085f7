/* Long work: it tells how far it has come, and is told whether to go on. Who works is handed a `struct work`, or NULL when nobody asks,
 * and then every function below does nothing and says to go on. What it is shown on, and how often, is not the worker's business
 * (cli/progress.h). */
#ifndef RADSBORD_BASE_WORK_H
#define RADSBORD_BASE_WORK_H

#include <stdbool.h>
#include <stddef.h>

struct work {
	void (*begin)(void *ctx, const char *what);
	bool (*tick)(void *ctx, int percent);  /* false: stop */
	void (*end)(void *ctx);
	void *ctx;
	int from, to;       /* the part that is done now: percent of the whole */
	size_t done, whole; /* of that part */
	bool stopped;       /* tick is not called any more, and what was made must not be used */
};

/* From here it is about `what` ("Sparar"), borrowed until the end. */
void work_begin(struct work *w, const char *what);
/* What comes now is `whole` pieces, from `from` to `to` percent of all. */
void work_part(struct work *w, int from, int to, size_t whole);
/* Another piece is done, or `done` of them are; more than there are count as all. False: it is stopped, now or before. */
bool work_step(struct work *w);
bool work_at(struct work *w, size_t done);
bool work_stopped(const struct work *w);
/* True when it was stopped. */
bool work_end(struct work *w);

#endif
