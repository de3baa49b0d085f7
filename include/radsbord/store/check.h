/* `radsbord kontroll`: every fault in the national data and in a council folder. Repairs nothing. */
#ifndef RADSBORD_STORE_CHECK_H
#define RADSBORD_STORE_CHECK_H

#include "radsbord/store/folder.h"
#include "radsbord/store/national.h"

/* References that do not resolve, duplicate Ids and display numbers, places that do not exist, dates out of order, unknown
 * fields (a note), missing required fields; what loading found comes first. `folder` may be NULL. */
void check_all(const struct national *n, const struct folder *folder, struct diagnostics *d);

#endif
