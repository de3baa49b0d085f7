#include "radsbord/base/language.h"
#include "radsbord/ui/loop.h"

#include <stdlib.h>

enum { WIDTH_LEAST = 60, HEIGHT_LEAST = 16, DRAIN_MOST = 100 };

static bool too_small(const struct canvas *c)
{
	return c->width < WIDTH_LEAST || c->height < HEIGHT_LEAST;
}

void loop_draw_too_small(struct canvas *c)
{
	struct rect r = {.width = c->width, .height = c->height};

	canvas_clear(c);
	if (c->height > 2)
		r.y = c->height / 3;
	canvas_wrapped(c, r, 0, ROLE_TEXT, _("Fönstret är för litet. Det behöver minst 60 × 16 tecken."));
}

static void draw(struct screen *s, const struct loop_client *client, struct canvas *c)
{
	int width, height;

	screen_size(s, &width, &height);
	if (width != c->width || height != c->height)
		canvas_resize(c, width, height);
	else
		canvas_clear(c);
	c->linear = screen_is_linear(s);
	c->ascii = screen_is_ascii(s) && !c->linear; /* what is said line by line is made ASCII by the screen */
	if (too_small(c))
		loop_draw_too_small(c);
	else
		client->draw(client->ctx, c);
	screen_draw(s, c);
}

/* A key that falls on a screen nobody can read does nothing, except the two that leave. */
static bool meant(const struct canvas *c, const struct event *ev)
{
	if (!too_small(c) || (ev->type != EVENT_KEY && ev->type != EVENT_PASTE && ev->type != EVENT_MOUSE))
		return true;
	return ev->type == EVENT_KEY && (ev->key == 'q' || ev->key == UI_KEY_F10);
}

static bool handle(const struct loop_client *client, const struct canvas *c, struct event *ev)
{
	if (meant(c, ev))
		return client->handle(client->ctx, ev);
	free(ev->paste);
	return true;
}

/* Everything that has come by now is handled before it is drawn; key repeat cannot fall behind. False: the end. */
static bool drain(struct screen *s, const struct loop_client *client, const struct canvas *c, struct event *ev)
{
	for (int i = 0; i < DRAIN_MOST; i++) {
		enum event_type type = ev->type;

		if (!handle(client, c, ev))
			return false;
		/* What changes the window or stops us must be seen before more is done. */
		if (type != EVENT_KEY && type != EVENT_PASTE && type != EVENT_MOUSE)
			return true;
		screen_wait(s, 0, ev);
		if (ev->type == EVENT_NONE)
			return true;
	}
	return handle(client, c, ev);
}

/* The next event; what can wait is done while there is none. Drawn again when that is done. */
static void wait_for(struct screen *s, const struct loop_client *client, struct canvas *c, struct event *ev)
{
	enum loop_work work = LOOP_IDLE;

	do {
		if (work == LOOP_DONE)
			draw(s, client, c);
		work = client->work ? client->work(client->ctx) : LOOP_IDLE;
		screen_wait(s, work == LOOP_IDLE ? client->timeout ? client->timeout(client->ctx) : -1 : 0, ev);
	} while (work != LOOP_IDLE && ev->type == EVENT_NONE);
}

void loop_run(struct screen *s, const struct loop_client *client)
{
	struct canvas c;
	struct event ev;
	int width, height;

	screen_size(s, &width, &height);
	canvas_init(&c, width, height);
	do {
		draw(s, client, &c);
		wait_for(s, client, &c, &ev);
	} while (drain(s, client, &c, &ev));
	canvas_release(&c);
}
