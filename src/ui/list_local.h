/* What the files of the list share. Internal to src/ui. */
#ifndef RADSBORD_UI_LIST_LOCAL_H
#define RADSBORD_UI_LIST_LOCAL_H

#include "radsbord/ui/list.h"

/* The position of `row`; when it is gone the next one in the source's order, or when sorted the same position. */
size_t list_position_of(const struct list *l, long row);

#endif
