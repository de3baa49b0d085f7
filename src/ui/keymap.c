#include "radsbord/base/language.h"
#include "radsbord/ui/keymap.h"

#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

struct keys {
	ui_key *items;
	size_t count, cap;
};

/* Columns of the bottom line in a window of 80. */
enum { ROOMY = 78 };

struct keymap {
	struct keys of[COMMANDS];
};

static bool has(const struct keys *k, ui_key key)
{
	for (size_t i = 0; i < k->count; i++)
		if (k->items[i] == key)
			return true;
	return false;
}

/* Reads "Up k"; false, with the name that is unknown in `bad` (owned), when one is. */
static bool parse_keys(const char *s, struct keys *out, char **bad)
{
	for (;;) {
		size_t n;
		char *name;
		ui_key key;

		s += strspn(s, " \t");
		n = strcspn(s, " \t");
		if (n == 0)
			return true;
		name = mem_strndup(s, n);
		key = key_parse(name);
		if (!key) {
			*bad = name;
			return false;
		}
		free(name);
		if (!has(out, key))
			VEC_PUSH(out, key);
		s += n;
	}
}

struct keymap *keymap_new(void)
{
	struct keymap *m = mem_alloc(sizeof *m);

	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);
		char *bad = NULL;

		/* The table is our own: a test reads every name in it. */
		if (row && row->keys && !parse_keys(row->keys, &m->of[id], &bad))
			free(bad);
	}
	return m;
}

void keymap_free(struct keymap **m)
{
	if (!*m)
		return;
	for (int id = 0; id < COMMANDS; id++)
		free((*m)->of[id].items);
	free(*m);
	*m = NULL;
}

/* Another command that has the key in a place where `row` would want it, or NULL. */
static const struct command_row *taken_by(const struct keymap *m, const struct command_row *row, ui_key key)
{
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *other = command_find((enum command)id);

		if (other && other->id != row->id && (other->places & row->places) && has(&m->of[id], key))
			return other;
	}
	return NULL;
}

static bool refuse_taken(const struct command_row *row, const struct command_row *other, ui_key key, struct error *e)
{
	struct buf name = {0};

	key_format(&name, key);
	error_set(e, ERROR_DATA,
		  _("Tangenten %s för %s används redan av %s (%s). Välj en annan tangent, eller ge %s en annan först."),
		  buf_cstr(&name), row->name, other->name, _(other->label), other->name);
	buf_release(&name);
	return false;
}

bool keymap_set(struct keymap *m, const char *command_name, const char *keys, struct error *e)
{
	const struct command_row *row = command_by_name(command_name);
	struct keys wanted = {0};
	char *bad = NULL;

	if (!row)
		return error_set(e, ERROR_DATA, _("Det finns inget kommando som heter %s. Tryck F1 för kommandona."),
				 command_name);
	if (!parse_keys(keys, &wanted, &bad)) {
		error_set(e, ERROR_DATA, _("Tangenten %s för %s är okänd. Skriv till exempel a, F3, Ctrl-F eller PgUp."),
			  bad, row->name);
		free(bad);
		free(wanted.items);
		return false;
	}
	/* Help can always be reached, whatever the settings say. */
	if (row->id == COMMAND_HELP && !has(&wanted, UI_KEY_F1))
		VEC_PUSH(&wanted, UI_KEY_F1);
	for (size_t i = 0; i < wanted.count; i++) {
		const struct command_row *other = taken_by(m, row, wanted.items[i]);

		if (other) {
			refuse_taken(row, other, wanted.items[i], e);
			free(wanted.items);
			return false;
		}
	}
	free(m->of[row->id].items);
	m->of[row->id] = wanted;
	return true;
}

static enum command find_exact(const struct keymap *m, ui_key key, unsigned place)
{
	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);

		if (row && (row->places & place) && has(&m->of[id], key))
			return (enum command)id;
	}
	return COMMAND_NONE;
}

/* The small letter of A-Z, Å, Ä, Ö and the other capitals of Latin-1; 0 when there is none. */
static ui_key small_letter(ui_key key)
{
	if ((key >= 'A' && key <= 'Z') || (key >= 0xC0 && key <= 0xDE && key != 0xD7))
		return key + 32;
	return 0;
}

enum command keymap_find(const struct keymap *m, ui_key key, unsigned place)
{
	enum command id = find_exact(m, key, place);

	if (id == COMMAND_NONE && small_letter(key))
		id = find_exact(m, small_letter(key), place);
	return id;
}

ui_key keymap_key(const struct keymap *m, enum command id, size_t i)
{
	if ((unsigned)id >= COMMANDS || i >= m->of[id].count)
		return 0;
	return m->of[id].items[i];
}

/* The commands of a place that the bottom line may show, most important first; returns how many. */
/* Moving and sorting where there is no row. */
static bool is_idle(int id, unsigned available_needs)
{
	return !(available_needs & NEED_ROW) && (id == COMMAND_UP || id == COMMAND_DOWN || id == COMMAND_SORT);
}

static size_t bottom_commands(const struct keymap *m, unsigned place, unsigned available_needs,
			      const struct command_row *rows[COMMANDS])
{
	size_t count = 0;

	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *row = command_find((enum command)id);
		size_t at = count;

		if (!row || row->priority <= 0 || id == COMMAND_HELP || is_idle(id, available_needs) || !(row->places & place) ||
		    (row->needs & ~available_needs) || m->of[id].count == 0)
			continue;
		for (; at > 0 && rows[at - 1]->priority > row->priority; at--)
			rows[at] = rows[at - 1];
		rows[at] = row;
		count++;
	}
	return count;
}

static bool is_arrow(ui_key key)
{
	return key >= UI_KEY_UP && key <= UI_KEY_RIGHT;
}

/* "↑↓ välj", ", . region": the first command of a label brings the others with it. */
static void bottom_item(const struct keymap *m, const struct command_row *const rows[], size_t count, size_t first,
			struct buf *out)
{
	ui_key before = 0;

	for (size_t i = first; i < count; i++) {
		ui_key key = m->of[rows[i]->id].items[0];

		if (strcmp(rows[i]->label, rows[first]->label) != 0)
			continue;
		if (before && !(is_arrow(before) && is_arrow(key)))
			buf_char(out, ' ');
		key_format(out, key);
		before = key;
	}
	buf_printf(out, " %s", _(rows[first]->label));
}

static bool label_before(const struct command_row *const rows[], size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(rows[j]->label, rows[i]->label) == 0)
			return true;
	return false;
}

void keymap_bottom_line(const struct keymap *m, unsigned place, unsigned available_needs, int width, struct buf *out)
{
	const struct command_row *rows[COMMANDS], *help = command_find(COMMAND_HELP), *menu = command_find(COMMAND_MENU);
	size_t count = bottom_commands(m, place, available_needs, rows);
	struct buf last = {0}, item = {0};
	bool has_menu = false;
	int left;

	key_format(&last, UI_KEY_F1);
	buf_printf(&last, " %s", help ? _(help->label) : "");
	/* the menu has all that finds no room here; in a meeting every column of a narrow window is for its verdicts */
	if (menu && (place & (PLACE_PANES | PLACE_MEETING)) && ((place & PLACE_PANES) || width >= ROOMY) && m->of[COMMAND_MENU].count) {
		key_format(&item, m->of[COMMAND_MENU].items[0]);
		buf_printf(&item, " %s  %s", _(menu->label), buf_cstr(&last));
		if (text_width(buf_cstr(&item)) <= width) {
			buf_clear(&last);
			buf_str(&last, buf_cstr(&item));
			has_menu = true;
		}
	}
	left = width - text_width(buf_cstr(&last));
	for (size_t i = 0; i < count; i++) {
		int need;

		if (label_before(rows, i) || (rows[i] == menu && has_menu))
			continue;
		buf_clear(&item);
		bottom_item(m, rows, count, i, &item);
		need = text_width(buf_cstr(&item)) + 2;
		if (need > left)
			continue; /* a shorter one may still fit */
		buf_printf(out, "%s  ", buf_cstr(&item));
		left -= need;
	}
	text_clip(out, buf_cstr(&last), width);
	buf_release(&item);
	buf_release(&last);
}

static void all_keys(const struct keys *k, struct buf *out)
{
	for (size_t i = 0; i < k->count; i++) {
		if (i)
			buf_char(out, ' ');
		key_format(out, k->items[i]);
	}
}

static bool helped(const struct keymap *m, const struct command_row *row, unsigned place)
{
	return row && (row->places & place) && m->of[row->id].count > 0;
}

/* Columns for the keys, so that the sentences stand under each other. */
static int key_column(const struct keymap *m, unsigned place)
{
	int width = 0;

	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		struct buf b = {0};
		int w;

		if (!helped(m, command_find((enum command)id), place))
			continue;
		all_keys(&m->of[id], &b);
		w = text_width(buf_cstr(&b));
		if (w > width)
			width = w;
		buf_release(&b);
	}
	return width < 20 ? width : 20;
}

static void help_row(const struct keymap *m, const struct command_row *row, int column, struct buf *out)
{
	struct buf b = {0};

	all_keys(&m->of[row->id], &b);
	buf_str(out, "  ");
	text_pad(out, buf_cstr(&b), column, TEXT_LEFT);
	buf_printf(out, "  %s\n", _(row->help));
	buf_release(&b);
}

void keymap_help(const struct keymap *m, unsigned place, struct buf *out)
{
	int column = key_column(m, place);
	bool done[COMMANDS] = {false};

	for (int id = COMMAND_NONE + 1; id < COMMANDS; id++) {
		const struct command_row *first = command_find((enum command)id);

		if (done[id] || !helped(m, first, place))
			continue;
		buf_printf(out, "%s%s:\n", out->len ? "\n" : "", _(first->group));
		for (int other = id; other < COMMANDS; other++) {
			const struct command_row *row = command_find((enum command)other);

			if (!helped(m, row, place) || strcmp(row->group, first->group) != 0)
				continue;
			done[other] = true;
			help_row(m, row, column, out);
		}
	}
}

char *keys_next(const char **at)
{
	const char *from = *at, *end = strstr(from, "  ");
	if (!*from)
		return NULL;
	*at = end ? end + 2 : from + strlen(from);
	return mem_strndup(from, end ? (size_t)(end - from) : strlen(from));
}

void keys_fit(const char *keys, const char *last, int width, struct buf *out)
{
	size_t start = out->len;
	int left = width - text_width(last);
	for (char *part; (part = keys_next(&keys)); free(part)) {
		int wanted = text_width(part) + (*last || out->len > start ? 2 : 0);
		if (wanted > left)
			continue;
		buf_printf(out, "%s%s", out->len > start ? "  " : "", part);
		left -= wanted;
	}
	if (*last)
		buf_printf(out, "%s%s", out->len > start ? "  " : "", last);
}
