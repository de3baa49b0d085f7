#include "radsbord/ui/theme.h"

#include <string.h>

const char *const theme_names[THEMES] = {"mork", "ljus", "kontrast", "mono"};

#define BOLD .bold = true
#define LINE .underline = true
#define DIM .dim = true
#define REVERSE .reverse = true
/* Foreground and background among 256, then among 8; -1 is the terminal's own. */
#define C(fg, bg, f8, b8) .fg256 = (fg), .bg256 = (bg), .fg8 = (f8), .bg8 = (b8)
#define PLAIN C(-1, -1, -1, -1)

/* Calm: text in the terminal's own colour, one accent (blue, cyan among 8), and a colour for a status only.
 * A selection has its own background and white text, so that it carries on a projector. In mono the five
 * statuses differ by attribute; the word and the mark always stand there as well.
 * A row a role; the columns are the themes: dark, light, contrast, mono. */
static const struct look looks[ROLES][THEMES] = {
    [ROLE_TEXT] = {{PLAIN}, {PLAIN}, {C(231, 16, 7, 0)}, {PLAIN}},
    [ROLE_MUTED] = {{C(246, -1, -1, -1)}, {C(241, -1, -1, -1)}, {C(252, 16, 7, 0)}, {PLAIN, DIM}},
    [ROLE_HEADING] = {{PLAIN, BOLD}, {PLAIN, BOLD}, {C(231, 16, 7, 0), BOLD, LINE}, {PLAIN, BOLD}},
    [ROLE_ACCENT] = {{C(110, -1, 6, -1)}, {C(25, -1, 4, -1)}, {C(51, 16, 6, 0), BOLD}, {PLAIN, BOLD}},
    [ROLE_SELECTED] = {{C(231, 24, 7, 4), BOLD}, {C(231, 25, 7, 4), BOLD}, {C(16, 226, 0, 3)}, {PLAIN, REVERSE}},
    [ROLE_SELECTED_MUTED] = {{C(254, 238, -1, -1), LINE},
			     {C(16, 252, -1, -1), LINE},
			     {C(231, 16, 7, 0), BOLD, LINE},
			     {PLAIN, LINE}},
    [ROLE_BAR] = {{C(252, 236, -1, -1)}, {C(236, 254, -1, -1)}, {C(231, 16, 7, 0), BOLD}, {PLAIN}},
    [ROLE_TAB] = {{C(246, -1, -1, -1)}, {C(241, -1, -1, -1)}, {C(252, 16, 7, 0)}, {PLAIN}},
    [ROLE_TAB_ACTIVE] = {{C(110, -1, 6, -1), BOLD, LINE},
			 {C(25, -1, 4, -1), BOLD, LINE},
			 {C(16, 51, 0, 6)},
			 {PLAIN, BOLD, LINE}},
    [ROLE_KEY] = {{C(110, -1, 6, -1), BOLD}, {C(25, -1, 4, -1), BOLD}, {C(51, 16, 6, 0), BOLD}, {PLAIN, BOLD}},
    [ROLE_MET] = {{C(114, -1, 2, -1)}, {C(22, -1, 2, -1)}, {C(46, 16, 2, 0), BOLD}, {PLAIN}},
    [ROLE_PARTLY] = {{C(179, -1, 3, -1)}, {C(94, -1, 3, -1), BOLD}, {C(226, 16, 3, 0), BOLD}, {PLAIN, LINE}},
    [ROLE_MISSING] = {{C(210, -1, 1, -1)}, {C(124, -1, 1, -1)}, {C(210, 16, 1, 0), BOLD}, {PLAIN, BOLD}},
    [ROLE_UNKNOWN] = {{C(246, -1, -1, -1), DIM}, {C(241, -1, -1, -1), DIM}, {C(252, 16, 7, 0), LINE}, {PLAIN, DIM}},
    [ROLE_OVERDUE] = {{C(209, -1, 1, -1), BOLD},
		      {C(160, -1, 1, -1), BOLD},
		      {C(210, 16, 1, 0), BOLD, LINE},
		      {PLAIN, BOLD, LINE}},
    [ROLE_NOTICE] = {{C(110, -1, 6, -1)}, {C(25, -1, 4, -1)}, {C(51, 16, 6, 0)}, {PLAIN, BOLD}},
    [ROLE_ERROR] = {{C(231, 124, 7, 1), BOLD},
		    {C(231, 124, 7, 1), BOLD},
		    {C(231, 160, 7, 1), BOLD},
		    {PLAIN, BOLD, REVERSE}},
    [ROLE_PRACTICE] = {{C(16, 179, 0, 3)}, {C(16, 220, 0, 3)}, {C(16, 226, 0, 3)}, {PLAIN, REVERSE}},
    [ROLE_INPUT] = {{C(255, 237, -1, -1), LINE}, {C(16, 254, -1, -1), LINE}, {C(231, 16, 7, 0), LINE}, {PLAIN, LINE}},
    [ROLE_LINK] = {{C(110, -1, 6, -1), LINE}, {C(25, -1, 4, -1), LINE}, {C(51, 16, 6, 0), LINE}, {PLAIN, LINE}},
    [ROLE_TARGET] = {{C(222, -1, 3, -1)}, {C(90, -1, 5, -1)}, {C(226, 16, 3, 0), BOLD}, {PLAIN, BOLD}},
};

const struct look *theme_look(enum theme_id theme, enum role role)
{
	if ((unsigned)theme >= THEMES)
		theme = THEME_MONO;
	if ((unsigned)role >= ROLES)
		role = ROLE_TEXT;
	return &looks[role][theme];
}

bool theme_by_name(const char *name, enum theme_id *out)
{
	for (int i = 0; i < THEMES; i++) {
		if (text_same_name(name, theme_names[i])) { /* "mörk" as well as "mork" */
			*out = (enum theme_id)i;
			return true;
		}
	}
	return false;
}
