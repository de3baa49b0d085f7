/* Signals and bytes -> events, in order. What screen_wait does except the parts that need curses. */
#ifndef RADSBORD_UI_INPUT_H
#define RADSBORD_UI_INPUT_H

#include "radsbord/ui/decode.h"
#include "radsbord/ui/screen.h"
#include "radsbord/ui/terminal.h"

struct input {
	struct decode decode;
	int escape_ms, ready_fd;
	bool painted;  /* set by the caller when what one sees is true: then being idle is told on ready_fd */
	unsigned seen; /* TERMINAL_* not yet turned into events */
	unsigned char bytes_read; /* modulo 256 */
	int64_t read_at;          /* when input last came, ms */
};

/* The next event. After EVENT_SUSPEND the caller stops, after EVENT_RESUME and EVENT_RESIZE it sets up the screen. */
void input_wait(struct input *in, struct terminal *t, int timeout_ms, struct event *out);
void input_release(struct input *in);

#endif
