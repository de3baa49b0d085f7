/* The frame on a real terminal. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/ui/editor.h"
#include "radsbord/ui/loop.h"

#include <stdlib.h>

struct running {
	struct frame *frame;
	struct screen *screen;
	const struct frame_options *options;
	struct frame_look look; /* as the screen is now */
	bool told;              /* how far long work has come, once since a key */
	struct canvas *seen;    /* what is on the screen, while the loop runs */
};

/* The screen as the user wants it. */
static void take_look(struct running *r)
{
	struct frame_look *look = &r->frame->look;
	struct error e = {0};
	if (look->theme != r->look.theme)
		screen_theme(r->screen, look->theme);
	if (look->linear != r->look.linear && !screen_set_linear(r->screen, look->linear, &e)) {
		look->linear = r->look.linear;
		frame_error(r->frame, &e);
	}
	screen_mouse(r->screen, look->mouse);
	r->look = *look;
}

static bool handle(void *ctx, const struct event *ev)
{
	struct running *r = ctx;
	r->told = false;
	bool go_on = frame_handle(r->frame, ev);
	if (ev->type == EVENT_PASTE)
		free(ev->paste); /* the receiver owns it */
	take_look(r);
	if (r->frame->repaint) {
		screen_refresh_all(r->screen);
		r->frame->repaint = false;
	}
	return go_on;
}

static void draw(void *ctx, struct canvas *c)
{
	struct running *r = ctx;
	frame_draw(r->frame, c);
	r->seen = c;
}

static int timeout(void *ctx)
{
	struct running *r = ctx;
	return frame_timeout(r->frame);
}

static enum loop_work work(void *ctx)
{
	struct running *r = ctx;
	return frame_work(r->frame);
}

static bool edit(void *ctx, const char *text, struct buf *out, struct error *e)
{
	struct running *r = ctx;
	const char *own = session_private(r->frame->session);
	screen_lend(r->screen);
	bool ok = editor_run(r->options->editor, own ? own : r->options->state, text, out, e);
	screen_take_back(r->screen);
	return ok;
}

/* What is typed while something works: true when it is to stop. Other keys are not for it. */
static bool takes_stop(struct running *r)
{
	struct event ev;
	do {
		screen_wait(r->screen, 0, &ev);
		free(ev.paste);
		if (ev.type == EVENT_HANGUP || (ev.type == EVENT_KEY && (ev.key == UI_KEY_ESCAPE || ev.key == UI_KEY_CTRL + 'C')))
			return true;
	} while (ev.type == EVENT_KEY || ev.type == EVENT_PASTE || ev.type == EVENT_MOUSE);
	return false;
}

/* How far long work has come, in the message line of what is on the screen: what is drawn from may be about to change. Line by line it is
 * said once. At the end (NULL) a stop that came too late is taken, so that it is not about what comes next. */
static bool show_progress(void *ctx, const char *sentence)
{
	struct running *r = ctx;
	int width, height;
	screen_size(r->screen, &width, &height);
	if (sentence && r->seen && r->seen->width == width && r->seen->height == height && (!r->seen->linear || !r->told)) {
		char *line = mem_printf(_("%s  Esc avbryter."), sentence);
		frame_draw_message(r->seen, line);
		screen_draw(r->screen, r->seen);
		free(line);
		r->told = true;
	}
	return !takes_stop(r);
}

static void run_one(struct running *r, struct session *s, const struct keymap *keymap, int place, const struct buf *said)
{
	const struct frame_options *options = r->options;
	r->frame = frame_new(s, keymap, place);
	frame_set_review_ms(r->frame, options->review_ms);
	frame_set_small_limit(r->frame, options->small_limit);
	frame_set_start(r->frame, &options->start);
	frame_set_guide(r->frame, options->guide);
	frame_set_look(r->frame, &r->look, options->keep, options->keep_ctx);
	screen_mouse(r->screen, r->look.mouse);
	if (options->editor)
		frame_set_editor(r->frame, edit, r);
	if (said->len)
		frame_say(r->frame, "%s", buf_cstr(said));
	else if (r->look.linear)
		frame_say(r->frame, "%s", _("Linjärt läge: F1 visar tangenterna, Ctrl-L läser allt igen."));
	frame_tell_folder(r->frame);
	frame_offer_draft(r->frame);
	loop_run(r->screen, &(struct loop_client){.ctx = r, .handle = handle, .draw = draw, .timeout = timeout, .work = work});
	r->seen = NULL;
}

/* Where a new council lies; what is said of what was opened comes after. */
static void say_made(struct running *r, struct buf *said)
{
	int width, height;
	screen_size(r->screen, &width, &height);
	frame_say_made(r->frame, width - 2, said);
	if (said->len)
		buf_str(said, " ");
}

bool frame_run(struct session *s, const struct keymap *keymap, const struct screen_options *o,
               const struct frame_options *options, struct error *e)
{
	struct frame_options own = *options;
	struct running r = {.options = &own, .look = options->look};
	struct buf said = {0};
	r.screen = screen_open(o, e);
	if (!r.screen)
		return false;
	if (options->watch)
		options->watch(options->watch_ctx, show_progress, &r);
	for (int place = options->place; s;) {
		run_one(&r, s, keymap, place, &said);
		s = frame_next(r.frame);
		buf_clear(&said);
		say_made(&r, &said);
		frame_free(&r.frame);
		if (s)
			place = own.start.opened(own.start.ctx, &said);
		own.start.first = false;
		own.start.why = own.start.failed = NULL;
	}
	if (options->watch)
		options->watch(options->watch_ctx, NULL, NULL);
	buf_release(&said);
	screen_close(&r.screen);
	return true;
}
