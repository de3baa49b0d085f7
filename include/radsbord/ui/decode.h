/* Bytes from a terminal -> keys. Reads what xterm, PuTTY, the Linux console, rxvt and tmux send, whatever TERM says.
 * Pure: it is fed bytes and told when time has passed. Hostile bytes give nothing worse than a strange key. */
#ifndef RADSBORD_UI_DECODE_H
#define RADSBORD_UI_DECODE_H

#include "radsbord/ui/key.h"

enum { DECODE_PASTE_MOST = 1 << 20 }; /* bytes of a paste that are kept; that the rest is not is told */

enum decode_skip { DECODE_SKIP_NOTHING, DECODE_SKIP_SEQUENCE, DECODE_SKIP_STRING };
/* Initialise with .utf8 set and the rest zero. */
struct decode {
	bool utf8;     /* the locale's; otherwise bytes are Latin-1 unless they are plainly UTF-8 */
	struct buf in; /* not yet decoded from `at` on */
	size_t at;
	enum decode_skip skip; /* inside a sequence too long to be one of ours */
	bool pasting, cut;
	struct buf paste;
};

enum decoded_type { DECODED_NOTHING, DECODED_KEY, DECODED_PASTE, DECODED_MOUSE };
struct decoded {
	enum decoded_type type;
	ui_key key;
	struct mouse mouse;
	char *paste; /* owned by the receiver; newlines are '\n'; not sanitised */
	bool cut;    /* there was more of the paste than DECODE_PASTE_MOST */
};

void decode_feed(struct decode *d, const char *bytes, size_t n);
/* The next key or paste, or DECODED_NOTHING when more bytes are needed. `timed_out`: no more are coming now, so half a
 * sequence is taken for what it is (a lone ESC is the Escape key). */
struct decoded decode_next(struct decode *d, bool timed_out);
/* How long to wait for the rest of what is half read before calling decode_next with timed_out; -1: nothing is. */
int decode_wait_ms(const struct decode *d, int escape_ms);
void decode_release(struct decode *d);
/* The key of a whole sequence, CSI <parameters> <end>; 0: none of ours. Sets *pasting (may be NULL) where a paste
 * begins. */
ui_key decode_sequence(const char *parameters, size_t n, char end, bool *pasting);

/* A mouse report: xterm's SGR form, CSI < button ; column ; row M (m when it is released), and the old form of three bytes, each 32
 * more than its number. MOUSE_NOTHING when it is none of ours. */
struct mouse decode_mouse_sgr(const char *parameters, size_t n, char end);
struct mouse decode_mouse_bytes(const char bytes[3]);

#endif
