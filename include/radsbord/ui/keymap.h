/* Which key means which command where. Defaults from the command table, changed by config/tangenter.ini. */
#ifndef RADSBORD_UI_KEYMAP_H
#define RADSBORD_UI_KEYMAP_H

#include "radsbord/app/command.h"
#include "radsbord/base/error.h"
#include "radsbord/ui/key.h"

struct keymap;
struct keymap *keymap_new(void); /* the defaults */
void keymap_free(struct keymap **m);
/* Replaces the keys of a command; false (a Swedish sentence) when a key name is unknown or taken where it matters. */
bool keymap_set(struct keymap *m, const char *command_name, const char *keys, struct error *e);
/* The command of a key in a place, or COMMAND_NONE. A small letter also matches with caps lock when the capital is not
 * bound. */
enum command keymap_find(const struct keymap *m, ui_key key, unsigned place);
/* The i-th key of a command, 0 when there are no more. */
ui_key keymap_key(const struct keymap *m, enum command id, size_t i);
/* "Enter förklara  v vy  , . region  F1 hjälp" for a place, at most `width` columns, by priority; the last is always
 * F1. */
void keymap_bottom_line(const struct keymap *m, unsigned place, unsigned available_needs, int width, struct buf *out);
/* The next of the parts of a line of keys, "Enter spara  Esc avbryt", which have two blanks between them; NULL after the last. Owned. */
char *keys_next(const char **at);
/* As many of the parts of `keys`, two blanks between them, as there is room for before `last` ("": nothing), the first ones first, and
 * `last` in any case. Appends. */
void keys_fit(const char *keys, const char *last, int width, struct buf *out);
/* F1's text: groups with keys and sentences for a place. Lines separated by newline; headings end in ':'. */
void keymap_help(const struct keymap *m, unsigned place, struct buf *out);

#endif
