/* The terminal: the only place that knows curses. Draws a canvas, reads events, survives what terminals do. */
#ifndef RADSBORD_UI_SCREEN_H
#define RADSBORD_UI_SCREEN_H

#include "radsbord/base/error.h"
#include "radsbord/ui/key.h"
#include "radsbord/ui/theme.h"

enum event_type {
	EVENT_NONE, /* the timeout passed */
	EVENT_KEY,
	EVENT_PASTE, /* `paste` is owned by the receiver (free) */
	EVENT_MOUSE, /* only where the screen was told to have one; a hostile terminal may send it all the same */
	EVENT_RESIZE,
	EVENT_SUSPEND, /* SIGTSTP: about to stop, which the next screen_wait does; save drafts */
	EVENT_RESUME,  /* continued after a stop: files may have changed */
	EVENT_HANGUP /* SIGHUP, SIGTERM or a terminal that is gone: save drafts and leave. Comes again if one goes on */
};
struct event {
	enum event_type type;
	ui_key key;
	struct mouse mouse;
	char *paste;
	bool cut; /* the paste was longer than can be taken, and its end is not here */
};
struct screen_options {
	enum theme_id theme;
	bool no_color; /* NO_COLOR, or mono */
	bool linear;   /* linear mode: any TERM will do, also dumb */
	int escape_ms; /* how long a lone ESC is waited for; 25 */
	int ready_fd;  /* when painted and idle a byte is written here: how many bytes of input have been read, modulo
			* 256, so that a test knows its keys were among them (tests/support/vt.h); -1: none */
};
struct screen;
/* Opens the terminal on stdin/stdout. NULL (ERROR_USAGE) when there is none. Sets up signals, raw mode,
 * the alternate screen, bracketed paste; an unknown TERM falls back to one that is known. setlocale comes before.
 * While it is open the handled signals are blocked except inside screen_wait; a child process must unblock them. */
struct screen *screen_open(const struct screen_options *o, struct error *e);
void screen_close(struct screen **s);
void screen_size(const struct screen *s, int *width, int *height);
bool screen_is_ascii(const struct screen *s); /* the locale cannot show UTF-8 */
bool screen_is_linear(const struct screen *s);
/* Line by line from here, or the whole screen again. False, with a sentence: this terminal cannot, and all is as it was. */
bool screen_set_linear(struct screen *s, bool linear, struct error *e);
void screen_theme(struct screen *s, enum theme_id theme);
/* Has the terminal tell of the mouse, or not; it does not from the beginning, so that it marks text. Not in linear mode. */
void screen_mouse(struct screen *s, bool on);
/* Shows the canvas; only what changed is sent. */
void screen_draw(struct screen *s, const struct canvas *c);
/* Redraws everything (Ctrl-L). */
void screen_refresh_all(struct screen *s);
/* Waits for the next event; timeout -1 waits for ever. Never loses a resize (ppoll). */
void screen_wait(struct screen *s, int timeout_ms, struct event *out);
/* The terminal for another program, as it was before us; and ours again, all to be drawn anew. */
void screen_lend(struct screen *s);
void screen_take_back(struct screen *s);
/* Restores the terminal from anywhere (crash, assert, out of memory); async-signal-safe enough to be called there. */
void screen_emergency(void);

#endif
