/* Roles to looks: themes are columns of one table. NO_COLOR and mono use attributes only. */
#ifndef RADSBORD_UI_THEME_H
#define RADSBORD_UI_THEME_H

#include "radsbord/ui/canvas.h"

enum theme_id { THEME_DARK, THEME_LIGHT, THEME_CONTRAST, THEME_MONO, THEMES };
extern const char *const theme_names[THEMES]; /* mork ljus kontrast mono */

/* Colours are numbers among the terminal's 256 or 8; -1 is the terminal's own. */
struct look {
	short fg, bg;
	bool bold, underline, reverse;
};
/* How a role looks on a terminal with so many colours: 256, 8 (16 have the same), or fewer: as in mono. */
const struct look *theme_look(enum theme_id theme, enum role role, int colors);
/* By name; false when unknown. */
bool theme_by_name(const char *name, enum theme_id *out);

#endif
