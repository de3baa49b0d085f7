/* Long work with files that can be followed, and stopped: an I/O table over another one. While it is watched every piece that is read
 * is told of, and when it is to stop each reading fails (ECANCELED). Writing is never stopped, so that nothing is left half done. */
#ifndef RADSBORD_STORE_WATCH_H
#define RADSBORD_STORE_WATCH_H

#include "radsbord/store/io.h"

#include <stdint.h>

struct watch {
	struct io io; /* what to use instead of the inner one; as long as the watch lives */
	const struct io *inner;
	bool (*tick)(void *ctx, const char *name, int64_t bytes); /* the file that is read, and all bytes since watch_begin; false: stop */
	void *ctx;
	bool watching, stopped;
	int64_t bytes;
	char name[128]; /* opened last */
};
/* In place: the watch must not be moved. */
void watch_init(struct watch *w, const struct io *inner, bool (*tick)(void *ctx, const char *name, int64_t bytes), void *ctx);
void watch_begin(struct watch *w);
/* True when it was stopped: then what was read must not be used. */
bool watch_end(struct watch *w);

#endif
