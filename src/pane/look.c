/* How the program looks: its colours, line by line, the mouse. What is chosen is kept. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <string.h>

/* In the order of the choice: the themes first. */
static const char *const themes[THEMES] = {
	[THEME_DARK] = N_("Färger för en svart terminal"),
	[THEME_LIGHT] = N_("Färger för en vit terminal"),
	[THEME_CONTRAST] = N_("Hög kontrast, på egen svart bakgrund"),
	[THEME_MONO] = N_("Inga färger"),
};
enum { LINEAR = THEMES, MOUSE };

void frame_set_look(struct frame *f, const struct frame_look *look, frame_keep *keep, void *ctx)
{
	f->look = *look;
	f->keep = keep;
	f->keep_ctx = ctx;
}

/* Keeps a setting for the next time, and says what was chosen. */
static void keep(struct frame *f, const char *key, const char *value, const char *said)
{
	struct error e = {0};
	if (!f->keep || f->keep(f->keep_ctx, key, value, &e))
		frame_say(f, "%s.", said);
	else
		frame_say(f, _("%s, men det kunde inte sparas till nästa gång: %s"), said, e.text);
}

static void chosen(struct frame *f, size_t item)
{
	struct frame_look *look = &f->look;
	if (item == LINEAR) {
		look->linear = !look->linear;
		keep(f, "linjar", look->linear ? "ja" : "nej",
		     look->linear ? _("Linjärt läge är på: F1 visar tangenterna, Ctrl-L läser allt igen") : _("Linjärt läge är av"));
	} else if (item == MOUSE) {
		look->mouse = !look->mouse;
		keep(f, "mus", look->mouse ? "ja" : "nej",
		     look->mouse ? _("Musen är på: klicka, dubbelklicka och rulla; text markeras med Skift") : _("Musen är av"));
	} else {
		look->theme = (enum theme_id)item;
		keep(f, "tema", theme_names[item], look->no_color ? _("NO_COLOR är satt, så inga färger visas") : _(themes[item]));
	}
}

void look_open(struct frame *f)
{
	modal_pick(f, _("Hur ska det se ut?"), chosen);
	for (int i = 0; i < THEMES; i++)
		modal_pick_add(f, "%s%s", _(themes[i]), i == (int)f->look.theme ? _("  (nu)") : "");
	modal_pick_add(f, _("Linjärt läge: en rad i taget, för skärmläsare och punktskrift  (%s)"), f->look.linear ? _("på") : _("av"));
	modal_pick_add(f, _("Mus: klicka, dubbelklicka och rulla  (%s)"), f->look.mouse ? _("på") : _("av"));
	modal_pick_select(f, (size_t)f->look.theme);
}
