/* config/radsbord.ini and the user's own settings over it. */
#ifndef RADSBORD_STORE_SETTINGS_H
#define RADSBORD_STORE_SETTINGS_H

#include "radsbord/store/io.h"

/* One row a setting; the table is in src/store/settings.c. Values as text, checked by type and range. */
struct settings;
struct settings *settings_open(const char *const *paths, size_t count, const struct io *io, struct diagnostics *d);
void settings_free(struct settings **s);
const char *settings_text(const struct settings *s, const char *key);  /* never NULL */
int64_t settings_int(const struct settings *s, const char *key);

#endif
