/* The menu and the palette (F9 and :): every command with its key. What cannot be used here is there too, and says why. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

enum { NAMES_MOST = 2 };

/* The order of the menu: what goes here, what goes everywhere, how one moves; then what lacks something, and what goes elsewhere. */
enum standing { HERE, EVERYWHERE, MOVING, LACKING, ELSEWHERE, STANDINGS };

static bool is_moving(const struct command_row *row)
{
	return strcmp(row->group, command_find(COMMAND_UP)->group) == 0;
}

static enum standing standing_of(const struct frame *f, const struct command_row *row)
{
	if (!(row->places & pane_place(f->panes[f->current])))
		return ELSEWHERE;
	if (row->needs & ~frame_needs_met(f))
		return LACKING;
	if (is_moving(row))
		return MOVING;
	return (row->places & PLACE_PANES) == PLACE_PANES ? EVERYWHERE : HERE;
}

/* How one moves is listed only where it goes. */
static bool in_menu(const struct frame *f, const struct command_row *row, enum standing standing)
{
	if (!keymap_key(f->keymap, row->id, 0))
		return false;
	return standing_of(f, row) == standing && (standing != ELSEWHERE || !is_moving(row));
}

/* The commands of a standing; those of a group together, where the table has the first of them. */
static void gather(struct frame *f, enum standing standing)
{
	bool done[COMMANDS] = {false};
	for (int first = COMMAND_NONE + 1; first < COMMANDS; first++) {
		const char *group = command_find((enum command)first)->group;
		for (int i = first; i < COMMANDS; i++) {
			const struct command_row *row = command_find((enum command)i);
			if (done[i] || strcmp(row->group, group) != 0)
				continue;
			done[i] = true;
			if (in_menu(f, row, standing))
				f->menu[f->menu_count++] = row->id;
		}
	}
}

/* "Går i: Handlingsplan, Möten m.fl." */
static void where_it_goes(const struct command_row *row, struct buf *out)
{
	const struct place_row *place;
	size_t named = 0;
	buf_str(out, _("Går i: "));
	for (size_t i = 0; (place = command_place_row(i)); i++) {
		if (!(place->places & row->places))
			continue;
		if (named == NAMES_MOST) {
			buf_str(out, _(" m.fl."));
			return;
		}
		buf_printf(out, "%s%s", named++ ? ", " : "", _(place->name));
	}
}

static void reason(const struct frame *f, const struct command_row *row, enum standing standing, struct buf *out)
{
	if (standing == ELSEWHERE)
		where_it_goes(row, out);
	else
		buf_str(out, frame_refusal(f, row->needs & ~frame_needs_met(f)));
}

static void menu_chosen(struct frame *f, size_t item)
{
	const struct command_row *row = command_find(f->menu[item]);
	enum standing standing = standing_of(f, row);
	struct buf why = {0};
	if (standing == ELSEWHERE) {
		where_it_goes(row, &why);
		frame_say(f, _("Det går inte här. %s."), buf_cstr(&why));
	} else {
		frame_command(f, row->id);
	}
	buf_release(&why);
}

static void add(struct frame *f, const struct command_row *row, enum standing standing)
{
	bool muted = standing == LACKING || standing == ELSEWHERE;
	struct buf keys = {0}, text = {0}, found = {0};
	for (size_t i = 0; keymap_key(f->keymap, row->id, i); i++) {
		buf_str(&keys, i ? " " : "");
		key_format(&keys, keymap_key(f->keymap, row->id, i));
	}
	buf_printf(&found, "%s %s %s %s ", _(row->label), _(row->help), row->name, buf_cstr(&keys));
	text_fold_plain(&found, _(row->label)); /* also without ring and dots */
	buf_char(&found, ' ');
	text_fold_plain(&found, _(row->help));
	buf_clear(&keys);
	key_format(&keys, keymap_key(f->keymap, row->id, 0));
	text_pad(&text, buf_cstr(&keys), 10, TEXT_LEFT);
	buf_char(&text, ' ');
	text_pad(&text, _(row->label), 15, TEXT_LEFT);
	buf_char(&text, ' ');
	if (muted)
		reason(f, row, standing, &text);
	else
		buf_str(&text, _(row->help));
	modal_pick_add_found(f, buf_cstr(&text), buf_cstr(&found), muted);
	buf_release(&keys);
	buf_release(&text);
	buf_release(&found);
}

void modal_menu(struct frame *f)
{
	f->menu_count = 0;
	for (int standing = 0; standing < STANDINGS; standing++)
		gather(f, (enum standing)standing);
	modal_pick(f, _("Alla kommandon"), menu_chosen);
	for (size_t i = 0; i < f->menu_count; i++) {
		const struct command_row *row = command_find(f->menu[i]);
		enum standing standing = standing_of(f, row);
		modal_pick_heading(f, standing == LACKING     ? _("Går inte just nu")
		                      : standing == ELSEWHERE ? _("Går på andra sidor")
		                                              : _(row->group));
		add(f, row, standing);
	}
}
