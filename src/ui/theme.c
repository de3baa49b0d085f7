#include "radsbord/ui/theme.h"

#include <string.h>

const char *const theme_names[THEMES] = {"mork", "ljus", "kontrast", "mono"};

/* A column a theme and the colours a terminal has; mono, and a terminal without colours, have the last. */
enum column { DARK, LIGHT, CONTRAST, DARK_8, LIGHT_8, CONTRAST_8, MONO, COLUMNS };

#define BOLD .bold = true
#define LINE .underline = true
#define REVERSE .reverse = true
/* Foreground and background; -1 is the terminal's own. */
#define C(f, b) .fg = (f), .bg = (b)
#define PLAIN C(-1, -1)

/* Calm: text in the terminal's own colour, one accent (blue, cyan among 8), and a colour for a status only; a selection has a
 * background of its own. The word and the mark always stand there as well.
 *
 * Everything reaches WCAG 2.2 AA (1.4.3: 4.5:1; 1.4.11: what shows a state, 3:1), high contrast AAA (1.4.6: 7:1), which
 * tests/ui/test_contrast.c checks. Dark takes the terminal's own background to be its black, light takes it to be white. The 256 are
 * the same in every terminal. The 8 are not: on a Linux console yellow is brown and red is 2.7:1 on black, white on red is
 * 3.5:1 in PuTTY, and bold may or may not be brighter. So among 8 colours a status has few, and attributes. Nothing is
 * faint, which is 2.8:1 there. In mono what exists is underlined, what is lacking bold, partly both, and overdue reversed. */
static const struct look looks[ROLES][COLUMNS] = {
    [ROLE_TEXT] = {[DARK] = {PLAIN}, {PLAIN}, {C(231, 16)}, [DARK_8] = {PLAIN}, {PLAIN}, {C(7, 0)}, [MONO] = {PLAIN}},
    [ROLE_MUTED] = {[DARK] = {C(246, -1)}, {C(241, -1)}, {C(252, 16)}, [DARK_8] = {PLAIN}, {PLAIN}, {C(7, 0)}, [MONO] = {PLAIN}},
    [ROLE_HEADING] = {[DARK] = {PLAIN, BOLD},
		      {PLAIN, BOLD},
		      {C(231, 16), BOLD, LINE},
		      [DARK_8] = {PLAIN, BOLD},
		      {PLAIN, BOLD},
		      {C(7, 0), BOLD, LINE},
		      [MONO] = {PLAIN, BOLD}},
    [ROLE_ACCENT] = {[DARK] = {C(110, -1)},
		     {C(25, -1)},
		     {C(51, 16), BOLD},
		     [DARK_8] = {C(6, -1)},
		     {C(4, -1)},
		     {C(7, 0), BOLD},
		     [MONO] = {PLAIN, BOLD}},
    [ROLE_SELECTED] = {[DARK] = {C(231, 26), BOLD},
		       {C(231, 25), BOLD},
		       {C(16, 226)},
		       [DARK_8] = {C(0, 6)},
		       {C(7, 4), BOLD},
		       {C(0, 7)},
		       [MONO] = {PLAIN, REVERSE}},
    [ROLE_SELECTED_MUTED] = {[DARK] = {C(254, 238), LINE},
			     {C(16, 252), LINE},
			     {C(231, 16), BOLD, LINE},
			     [DARK_8] = {PLAIN, LINE},
			     {PLAIN, LINE},
			     {C(7, 0), BOLD, LINE},
			     [MONO] = {PLAIN, LINE}},
    [ROLE_BAR] = {[DARK] = {C(252, 236)},
		  {C(236, 254)},
		  {C(231, 16), BOLD},
		  [DARK_8] = {PLAIN},
		  {PLAIN},
		  {C(7, 0), BOLD},
		  [MONO] = {PLAIN}},
    [ROLE_TAB] = {[DARK] = {C(246, -1)}, {C(241, -1)}, {C(252, 16)}, [DARK_8] = {PLAIN}, {PLAIN}, {C(7, 0)}, [MONO] = {PLAIN}},
    [ROLE_TAB_ACTIVE] = {[DARK] = {C(110, -1), BOLD, LINE},
			 {C(25, -1), BOLD, LINE},
			 {C(16, 51)},
			 [DARK_8] = {C(6, -1), BOLD, LINE},
			 {PLAIN, BOLD, LINE},
			 {C(0, 7)},
			 [MONO] = {PLAIN, BOLD, LINE}},
    [ROLE_KEY] = {[DARK] = {C(110, -1), BOLD},
		  {C(25, -1), BOLD},
		  {C(51, 16), BOLD},
		  [DARK_8] = {C(6, -1), BOLD},
		  {C(4, -1)},
		  {C(7, 0), BOLD},
		  [MONO] = {PLAIN, BOLD}},
    [ROLE_MET] = {[DARK] = {C(114, -1)},
		  {C(22, -1)},
		  {C(46, 16), BOLD},
		  [DARK_8] = {C(2, -1)},
		  {C(4, -1)},
		  {C(7, 0)},
		  [MONO] = {PLAIN, LINE}},
    [ROLE_PARTLY] = {[DARK] = {C(179, -1)},
		     {C(94, -1), BOLD},
		     {C(226, 16), BOLD},
		     [DARK_8] = {PLAIN, LINE},
		     {PLAIN, LINE},
		     {C(7, 0), LINE},
		     [MONO] = {PLAIN, BOLD, LINE}},
    [ROLE_MISSING] = {[DARK] = {C(210, -1)},
		      {C(124, -1)},
		      {C(210, 16), BOLD},
		      [DARK_8] = {PLAIN, BOLD},
		      {C(1, -1)},
		      {C(7, 0), BOLD},
		      [MONO] = {PLAIN, BOLD}},
    [ROLE_UNKNOWN] = {[DARK] = {C(246, -1)},
		      {C(241, -1)},
		      {C(252, 16), LINE},
		      [DARK_8] = {PLAIN},
		      {PLAIN},
		      {C(7, 0), BOLD, LINE},
		      [MONO] = {PLAIN}},
    [ROLE_OVERDUE] = {[DARK] = {C(209, -1), BOLD},
		      {C(160, -1), BOLD},
		      {C(210, 16), BOLD, LINE},
		      [DARK_8] = {PLAIN, BOLD, LINE},
		      {C(1, -1), LINE},
		      {C(0, 7)},
		      [MONO] = {PLAIN, REVERSE}},
    [ROLE_NOTICE] = {[DARK] = {C(110, -1)},
		     {C(25, -1)},
		     {C(51, 16)},
		     [DARK_8] = {C(6, -1)},
		     {C(4, -1)},
		     {C(7, 0), BOLD},
		     [MONO] = {PLAIN, BOLD}},
    [ROLE_ERROR] = {[DARK] = {C(231, 124), BOLD},
		    {C(231, 124), BOLD},
		    {C(231, 124), BOLD},
		    [DARK_8] = {PLAIN, REVERSE},
		    {PLAIN, REVERSE},
		    {C(0, 7), LINE},
		    [MONO] = {PLAIN, BOLD, REVERSE}},
    [ROLE_PRACTICE] = {[DARK] = {C(16, 179)},
		       {C(16, 220)},
		       {C(16, 226)},
		       [DARK_8] = {C(0, 7)},
		       {C(0, 6)},
		       {C(0, 7)},
		       [MONO] = {PLAIN, REVERSE}},
    [ROLE_INPUT] = {[DARK] = {C(255, 237), LINE},
		    {C(16, 254), LINE},
		    {C(231, 16), LINE},
		    [DARK_8] = {PLAIN, LINE},
		    {PLAIN, LINE},
		    {C(7, 0), LINE},
		    [MONO] = {PLAIN, LINE}},
    [ROLE_LINK] = {[DARK] = {C(110, -1), LINE},
		   {C(25, -1), LINE},
		   {C(51, 16), LINE},
		   [DARK_8] = {C(6, -1), LINE},
		   {C(4, -1), LINE},
		   {C(7, 0), LINE},
		   [MONO] = {PLAIN, LINE}},
    [ROLE_TARGET] = {[DARK] = {C(222, -1)},
		     {C(90, -1)},
		     {C(226, 16), BOLD},
		     [DARK_8] = {PLAIN, BOLD},
		     {C(5, -1)},
		     {C(7, 0), BOLD},
		     [MONO] = {PLAIN, BOLD}},
};

static enum column column_of(enum theme_id theme, int colors)
{
	if ((unsigned)theme >= THEME_MONO || colors < 8)
		return MONO;
	return colors < 256 ? DARK_8 + (enum column)theme : (enum column)theme;
}

const struct look *theme_look(enum theme_id theme, enum role role, int colors)
{
	return &looks[(unsigned)role < ROLES ? role : ROLE_TEXT][column_of(theme, colors)];
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
