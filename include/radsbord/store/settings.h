/* config/radsbord.ini and the user's own settings over it. */
#ifndef RADSBORD_STORE_SETTINGS_H
#define RADSBORD_STORE_SETTINGS_H

#include "radsbord/store/io.h"

enum setting_type { SETTING_TEXT, SETTING_CHOICE, SETTING_INT };

/* One row a setting. Values as text, checked by type and range. */
struct setting {
	const char *key;
	enum setting_type type;
	int64_t min, max;       /* SETTING_INT */
	const char *choices;    /* SETTING_CHOICE: "mork|ljus"; an INT with choices must be one of them too */
	const char *fallback;
	const char *help;
};
/* The i-th row; NULL past the last. */
const struct setting *settings_row(size_t i);

struct settings;
struct settings *settings_open(const char *const *paths, size_t count, const struct io *io, struct diagnostics *d);
void settings_free(struct settings **s);
const char *settings_text(const struct settings *s, const char *key);  /* never NULL */
int64_t settings_int(const struct settings *s, const char *key);

/* Sets a key in the user's own file, which need not be there (its folder must); the value is one that fits its row. False, with a
 * sentence: nothing was changed. */
bool settings_keep(const char *path, const char *key, const char *value, const struct io *io, struct error *e);

#endif
