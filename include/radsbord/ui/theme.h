/* Roles to looks: themes are columns of one table. NO_COLOR and mono use attributes only. */
#ifndef RADSBORD_UI_THEME_H
#define RADSBORD_UI_THEME_H

#include "radsbord/ui/canvas.h"

enum theme_id { THEME_DARK, THEME_LIGHT, THEME_CONTRAST, THEME_MONO, THEMES };
extern const char *const theme_names[THEMES]; /* mork ljus kontrast mono */

/* Colours are xterm-256 numbers with a fallback among the 8/16; -1 is the terminal's own. */
struct look {
	short fg256, bg256;
	short fg8, bg8;
	bool bold, underline, reverse, dim;
};
const struct look *theme_look(enum theme_id theme, enum role role);
/* By name; false when unknown. */
bool theme_by_name(const char *name, enum theme_id *out);

#endif
