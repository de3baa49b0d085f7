#include "radsbord/ui/input.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The most urgent thing a signal has said. A hangup is said again for as long as one asks. */
static bool take_signal(struct input *in, struct event *out)
{
	static const struct {
		unsigned bit;
		struct event event;
	} order[] = {
	    {TERMINAL_GONE, {.type = EVENT_HANGUP}},
	    {TERMINAL_STOP, {.type = EVENT_SUSPEND}},
	    {TERMINAL_CONTINUED, {.type = EVENT_RESUME}},
	    {TERMINAL_RESIZED, {.type = EVENT_RESIZE}},
	    {TERMINAL_INTERRUPT, {.type = EVENT_KEY, .key = UI_KEY_CTRL + 'C'}},
	};

	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
		if (!(in->seen & order[i].bit))
			continue;
		if (order[i].bit != TERMINAL_GONE)
			in->seen &= ~order[i].bit;
		*out = order[i].event;
		return true;
	}
	return false;
}

static bool take_decoded(struct input *in, bool timed_out, struct event *out)
{
	struct decoded d = decode_next(&in->decode, timed_out);

	if (d.type == DECODED_KEY)
		*out = (struct event){.type = EVENT_KEY, .key = d.key};
	else if (d.type == DECODED_PASTE)
		*out = (struct event){.type = EVENT_PASTE, .paste = d.paste, .cut = d.cut};
	else if (d.type == DECODED_MOUSE)
		*out = (struct event){.type = EVENT_MOUSE, .mouse = d.mouse};
	return d.type != DECODED_NOTHING;
}

/* Waits once. True when something came; else the time has passed. */
static bool wait_once(struct input *in, struct terminal *t, int wait_ms)
{
	char bytes[4096];
	unsigned seen = terminal_wait(t, wait_ms);

	if (seen & TERMINAL_INPUT) {
		size_t n = terminal_read(t, bytes, sizeof bytes);

		decode_feed(&in->decode, bytes, n);
		in->bytes_read = (unsigned char)(in->bytes_read + n);
		in->read_at = now_ms();
	}
	in->seen |= seen & ~(unsigned)TERMINAL_INPUT;
	return seen != 0;
}

/* Nothing waits, and everything is painted. Nobody need be listening. */
static void tell_ready(const struct input *in)
{
	struct pollfd out = {.fd = in->ready_fd, .events = POLLOUT};

	if (poll(&out, 1, 0) > 0 && write(in->ready_fd, &in->bytes_read, 1) < 0)
		(void)errno;
}

static int until(int64_t when, int64_t now)
{
	return when <= now ? 0 : when - now > 1000000 ? 1000000 : (int)(when - now);
}

void input_wait(struct input *in, struct terminal *t, int timeout_ms, struct event *out)
{
	int64_t deadline = timeout_ms < 0 ? -1 : now_ms() + timeout_ms;

	*out = (struct event){.type = EVENT_NONE};
	for (;;) {
		int half = decode_wait_ms(&in->decode, in->escape_ms), wait = -1;
		int64_t now = now_ms(), half_deadline = in->read_at + half;

		if (take_signal(in, out) || take_decoded(in, half >= 0 && half_deadline <= now, out))
			break;
		half = decode_wait_ms(&in->decode, in->escape_ms);
		half_deadline = in->read_at + half;
		if (half >= 0)
			wait = until(half_deadline, now);
		if (deadline >= 0 && (wait < 0 || until(deadline, now) < wait))
			wait = until(deadline, now);
		if (in->ready_fd >= 0 && in->painted && half < 0 && wait != 0) {
			if (wait_once(in, t, 0))
				continue;
			tell_ready(in);
		}
		if (!wait_once(in, t, wait) && deadline >= 0 && deadline <= now_ms())
			break;
	}
}

void input_release(struct input *in)
{
	decode_release(&in->decode);
}
