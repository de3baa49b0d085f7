/* What filter.c and filter_hint.c share: a word as it is typed. */
#ifndef BASE_FILTER_LOCAL_H
#define BASE_FILTER_LOCAL_H

#include "radsbord/base/filter.h"

#define FILTER_NAMED "filter" /* what the name of a filter stands after */

/* A word as typed; the strings are owned. */
struct filter_typed {
	bool negated, quoted;       /* quoted: all of it, so that it is neither a key nor a flag */
	char *text;                 /* without the sign of negation and quotes */
	size_t colon;               /* of text: where its key ends; 0: it has none */
	size_t start, end;          /* bytes of the filter */
};
/* Reads the word at or after `at`; false when there is none. */
bool filter_read_word(const char *filter, size_t at, struct filter_typed *out);
/* The key of that name, or -1. */
long filter_find_key(const struct filter_rows *rows, const char *name, size_t len);

#endif
