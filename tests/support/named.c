#include "named.h"

#include "radsbord/ui/keymap.h"

#include <string.h>

bool named_command(const char *words)
{
	struct keymap *m = keymap_new();
	bool found = false;
	for (int id = COMMAND_NONE + 1; id < COMMANDS && !found; id++) {
		ui_key key;
		for (size_t i = 0; !found && (key = keymap_key(m, (enum command)id, i)) != 0; i++) {
			struct buf shown = {0};
			key_format(&shown, key);
			buf_printf(&shown, " %s", command_find((enum command)id)->label);
			found = strcmp(buf_cstr(&shown), words) == 0;
			buf_release(&shown);
		}
	}
	keymap_free(&m);
	return found;
}
