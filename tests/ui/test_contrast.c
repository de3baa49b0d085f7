/* Every role of every theme can be read, with 256, 16 and 8 colours and without, on the terminals that are met: WCAG 2.2 AA. */
#include "ui_test.h"

#include "support/contrast.h"

#include "radsbord/ui/theme.h"

/* The first 16 colours of a terminal as it comes; it is its own who says what they are. */
static const struct palette {
	const char *name;
	uint32_t colors[16];
} palettes[] = {
    {"xterm",
     {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF,
      0xFF00FF, 0x00FFFF, 0xFFFFFF}},
    {"PuTTY",
     {0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB, 0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF,
      0xFF55FF, 0x55FFFF, 0xFFFFFF}},
    {"Linux console",
     {0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF,
      0xFF55FF, 0x55FFFF, 0xFFFFFF}},
    {"Windows Terminal",
     {0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC, 0x767676, 0xE74856, 0x16C60C, 0xF9F1A5, 0x3B78FF,
      0xB4009E, 0x61D6D6, 0xF2F2F2}},
};
enum { PALETTES = sizeof palettes / sizeof *palettes };

static const char *const role_names[ROLES] = {
    [ROLE_TEXT] = "text",         [ROLE_MUTED] = "muted",       [ROLE_HEADING] = "heading",
    [ROLE_ACCENT] = "accent",     [ROLE_SELECTED] = "selected", [ROLE_SELECTED_MUTED] = "selected, muted",
    [ROLE_BAR] = "bar",           [ROLE_TAB] = "tab",           [ROLE_TAB_ACTIVE] = "active tab",
    [ROLE_KEY] = "key",           [ROLE_MET] = "met",           [ROLE_PARTLY] = "partly",
    [ROLE_MISSING] = "missing",   [ROLE_UNKNOWN] = "unknown",   [ROLE_OVERDUE] = "overdue",
    [ROLE_NOTICE] = "notice",     [ROLE_ERROR] = "error",       [ROLE_PRACTICE] = "practice",
    [ROLE_INPUT] = "input",       [ROLE_LINK] = "link",         [ROLE_TARGET] = "target",
};

/* The measure itself, against values that are published: black and white, and the greys that just pass and just fail. */
static void test_measure(void **state)
{
	(void)state;
	assert_int_equal(contrast_luminance(0x000000), 0);
	assert_int_equal(contrast_luminance(0xFFFFFF), 1000000);
	assert_int_equal(contrast_luminance(0xFF0000), 212600);
	assert_int_equal(contrast_ratio(0x000000, 0xFFFFFF), 2100);
	assert_int_equal(contrast_ratio(0xFFFFFF, 0x000000), 2100);
	assert_int_equal(contrast_ratio(0x123456, 0x123456), 100);
	assert_int_equal(contrast_ratio(0x767676, 0xFFFFFF), 454);
	assert_int_equal(contrast_ratio(0x777777, 0xFFFFFF), 447);
	assert_int_equal(contrast_ratio(0x595959, 0xFFFFFF), 700);
	assert_int_equal(contrast_ratio(0x0000FF, 0xFFFFFF), 859);
	assert_int_equal(contrast_xterm(16), 0x000000);
	assert_int_equal(contrast_xterm(231), 0xFFFFFF);
	assert_int_equal(contrast_xterm(110), 0x87AFD7);
	assert_int_equal(contrast_xterm(246), 0x949494);
}

/* One way a role may come out: the palette, the terminal's own background, and whether bold makes the first 8 colours bright. */
struct shown {
	const struct palette *palette;
	bool white, bright;
};

static uint32_t color(const struct shown *s, const struct look *l, int number, bool background)
{
	uint32_t black = s->palette->colors[0], white = s->white ? 0xFFFFFF : s->palette->colors[7];

	if (number < 0)
		return background == s->white ? white : black;
	if (number >= 16)
		return contrast_xterm(number);
	return s->palette->colors[number < 8 && l->bold && s->bright && !background ? number + 8 : number];
}

/* The foreground and background of a role as they come out. */
static void looked(const struct shown *s, const struct look *l, uint32_t *fg, uint32_t *bg)
{
	*fg = color(s, l, l->fg, false);
	*bg = color(s, l, l->bg, true);
	if (l->reverse) {
		uint32_t kept = *fg;

		*fg = *bg;
		*bg = kept;
	}
}

static void check(const struct shown *s, enum theme_id theme, int colors, enum role role)
{
	const struct look *l = theme_look(theme, role, colors);
	int least = theme == THEME_CONTRAST && colors >= 8 ? CONTRAST_HIGH : CONTRAST_TEXT;
	uint32_t fg, bg, own_fg, ground;

	looked(s, l, &fg, &bg);
	looked(s, theme_look(theme, ROLE_TEXT, colors), &own_fg, &ground);
	if (contrast_ratio(fg, bg) < least)
		fail_msg("%s with %d colours in %s%s: the role %s has %d.%02d:1, needs %d.%02d:1", theme_names[theme], colors,
			 s->palette->name, s->bright ? ", bold is bright" : "", role_names[role], contrast_ratio(fg, bg) / 100,
			 contrast_ratio(fg, bg) % 100, least / 100, least % 100);
	if (role == ROLE_SELECTED && contrast_ratio(bg, ground) < CONTRAST_STATE)
		fail_msg("%s with %d colours in %s: the bar of what is selected has %d.%02d:1 against the background", theme_names[theme],
			 colors, s->palette->name, contrast_ratio(bg, ground) / 100, contrast_ratio(bg, ground) % 100);
}

/* Dark on a terminal whose own background is its black, light on a white one, high contrast and mono on both. */
static bool meant_for(enum theme_id theme, bool white)
{
	return theme == THEME_DARK ? !white : theme == THEME_LIGHT ? white : true;
}

static void test_every_role(void **state)
{
	static const int colors[] = {256, 16, 8, 0};
	int checked = 0;

	(void)state;
	for (int i = 0; i < THEMES * 4 * PALETTES * 4; i++) {
		enum theme_id theme = (enum theme_id)(i % THEMES);
		int count = colors[i / THEMES % 4];
		struct shown s = {&palettes[i / THEMES / 4 % PALETTES], i / THEMES / 4 / PALETTES & 1, i / THEMES / 4 / PALETTES >> 1};

		if (!meant_for(theme, s.white))
			continue;
		for (int role = 0; role < ROLES; role++, checked++)
			check(&s, theme, count, (enum role)role);
	}
	assert_int_equal(checked, ROLES * 4 * PALETTES * 2 * 6); /* three themes on each of two backgrounds */
}

/* The 256 colours of dark and light leave room for a background that is not quite black or white. */
static void test_near_black_and_white(void **state)
{
	static const struct {
		enum theme_id theme;
		uint32_t ground;
	} near[] = {{THEME_DARK, 0x1E1E1E}, {THEME_LIGHT, 0xF2F2F2}};

	(void)state;
	for (size_t i = 0; i < 2; i++)
		for (int role = 0; role < ROLES; role++) {
			const struct look *l = theme_look(near[i].theme, (enum role)role, 256);

			if (l->fg < 0 || l->bg >= 0)
				continue;
			if (contrast_ratio(contrast_xterm(l->fg), near[i].ground) < CONTRAST_TEXT)
				fail_msg("%s: %s", theme_names[near[i].theme], role_names[role]);
		}
}

/* The five statuses differ from each other in every theme, whatever the colours. */
static void test_statuses_differ(void **state)
{
	static const enum role statuses[] = {ROLE_MET, ROLE_PARTLY, ROLE_MISSING, ROLE_UNKNOWN, ROLE_OVERDUE};
	static const int colors[] = {256, 8, 0};

	(void)state;
	for (int theme = 0; theme < THEMES; theme++)
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < 5; i++)
				for (int j = 0; j < i; j++)
					assert_memory_not_equal(theme_look((enum theme_id)theme, statuses[i], colors[c]),
								theme_look((enum theme_id)theme, statuses[j], colors[c]), sizeof(struct look));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_measure),
	    cmocka_unit_test(test_every_role),
	    cmocka_unit_test(test_near_black_and_white),
	    cmocka_unit_test(test_statuses_differ),
	};

	return TESTS(tests);
}
