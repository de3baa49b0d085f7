/* What was being typed and is not saved: enough to open the question or the form again with its text. */
#ifndef RADSBORD_COUNCIL_DRAFT_H
#define RADSBORD_COUNCIL_DRAFT_H

#include "radsbord/base/mem.h"

#include <stdint.h>

struct draft_text {
	char *label, *text;
};
/* Owned strings; NULL where there is none. */
struct draft {
	int64_t utc;             /* when it was last written */
	char *title;             /* of the form, or what was asked */
	char *pane, *command;    /* names of the command table: where, and what asks for it again (a question) */
	char *type, *id, *file;  /* %rec: name, Id of the row it is about (none: a new record), and its file (a form) */
	char **marked;           /* Ids of the rows that were marked, where the question is about all of them */
	size_t marked_count, marked_cap;
	struct draft_text *items;
	size_t count, cap;
};
struct drafts {
	struct draft *items;
	size_t count, cap;
};
void draft_add(struct draft *d, const char *label, const char *text);
void draft_add_marked(struct draft *d, const char *id);
void draft_release(struct draft *d);
void drafts_drop(struct drafts *d, size_t i);
void drafts_release(struct drafts *d);

#endif
