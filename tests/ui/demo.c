/* A small client of ui: a list of a hundred rows with a filter, and a form. The pseudo-terminal tests drive it.
 * Keys: arrows and the command table's move, "/" filters, "e" opens the form, Ctrl-L redraws, "!" crashes, "q" ends. */
#include "radsbord/ui/form.h"
#include "radsbord/ui/keymap.h"
#include "radsbord/ui/list.h"
#include "radsbord/ui/loop.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 100 };

struct demo {
	struct screen *screen;
	struct keymap *keymap;
	struct list list;
	struct list_source source;
	struct form form;
	bool in_form, filtering, gone;
	char message[400];
	char cell[80];
	int events, timeout;
};

static const struct list_column columns[] = {
    {.title = "Nr", .width = 4, .align = TEXT_RIGHT},
    {.title = "Åtgärd", .width = 20, .flexible = true},
    {.title = "Läge", .width = 12, .drop = 1},
};

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct demo *d = ctx;

	if (column == 0)
		snprintf(d->cell, sizeof d->cell, "%zu", row + 1);
	else if (column == 1)
		snprintf(d->cell, sizeof d->cell, "Åtgärd nummer %zu", row + 1);
	else
		snprintf(d->cell, sizeof d->cell, "%s", row % 3 ? "pågår" : "klar");
	out->text = d->cell;
	out->role = column == 2 && row % 3 == 0 ? ROLE_MET : ROLE_TEXT;
}

static void open_form(struct demo *d)
{
	static const char *const choices[] = {"ej påbörjad", "pågår", "klar", NULL};

	form_init(&d->form, "Ändra åtgärden");
	form_add(&d->form, "Namn", "Vad som ska göras.", FORM_LINE, "", NULL);
	form_add(&d->form, "Läge", NULL, FORM_CHOICE, "pågår", choices);
	form_add(&d->form, "Text", NULL, FORM_LINES, "", NULL);
	d->in_form = true;
}

static void close_form(struct demo *d, enum form_result result)
{
	if (result == FORM_GOES_ON)
		return;
	snprintf(d->message, sizeof d->message, "%s: %.150s, %s, %.150s", result == FORM_SAVED ? "Sparat" : "Avbrutet",
		 form_value(&d->form, 0), form_value(&d->form, 1), form_value(&d->form, 2));
	form_release(&d->form);
	d->in_form = false;
}

static void filter_key(struct demo *d, ui_key key)
{
	size_t n = strlen(d->list.filter);
	char utf8[5] = "";

	if (key == UI_KEY_ENTER || key == UI_KEY_ESCAPE) {
		d->filtering = false;
		if (key == UI_KEY_ESCAPE)
			d->list.filter[0] = '\0';
	} else if (key == UI_KEY_BACKSPACE && n > 0) {
		d->list.filter[n - 1] = '\0';
	} else if (key < KEYS_BASE && n + 5 < sizeof d->list.filter) {
		text_encode(key, utf8);
		strcat(d->list.filter, utf8);
	}
	list_update(&d->list, &d->source, -1);
}

static bool list_key(struct demo *d, ui_key key)
{
	struct buf name = {0};
	enum command c = keymap_find(d->keymap, key, PLACE_PLAN);

	if (key == '!')
		raise(SIGSEGV);
	if (c == COMMAND_QUIT)
		return false;
	key_format(&name, key);
	snprintf(d->message, sizeof d->message, "Tangent %s", buf_cstr(&name));
	buf_release(&name);
	if (c == COMMAND_FILTER)
		d->filtering = true;
	else if (c == COMMAND_EDIT)
		open_form(d);
	else if (c == COMMAND_REDRAW)
		screen_refresh_all(d->screen);
	else
		list_command(&d->list, c);
	return true;
}

static bool handle(void *ctx, const struct event *ev)
{
	struct demo *d = ctx;

	d->events++;
	switch (ev->type) {
	case EVENT_KEY:
		if (d->in_form)
			close_form(d, form_key(&d->form, ev->key));
		else if (d->filtering)
			filter_key(d, ev->key);
		else
			return list_key(d, ev->key);
		return true;
	case EVENT_PASTE:
		if (d->in_form)
			form_paste(&d->form, ev->paste);
		else
			snprintf(d->message, sizeof d->message, "Klistrat %zu", strlen(ev->paste));
		free(ev->paste);
		return true;
	case EVENT_HANGUP:
		d->gone = true;
		return false;
	case EVENT_RESUME:
		snprintf(d->message, sizeof d->message, "Fortsätter");
		return true;
	case EVENT_NONE:
		snprintf(d->message, sizeof d->message, "Tiden gick");
		d->timeout = -1;
		return true;
	default:
		return true;
	}
}

static void draw(void *ctx, struct canvas *c)
{
	struct demo *d = ctx;
	struct rect body = {0, 1, c->width, c->height - 3};
	struct buf line = {0};

	canvas_fill(c, (struct rect){0, 0, c->width, 1}, ROLE_BAR);
	canvas_printf(c, 1, 0, c->width - 1, ROLE_BAR, "Rådsbord  %d × %d", c->width, c->height);
	if (d->in_form)
		form_draw(&d->form, c, body);
	else
		list_draw(&d->list, &d->source, c, body, true, "Här finns inget.");
	canvas_text(c, 0, c->height - 2, c->width, ROLE_NOTICE, d->message);
	keymap_bottom_line(d->keymap, PLACE_PLAN, NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, c->width, &line);
	canvas_text(c, 0, c->height - 1, c->width, ROLE_MUTED, buf_cstr(&line));
	buf_release(&line);
}

static int timeout(void *ctx)
{
	return ((struct demo *)ctx)->timeout;
}

int main(int argc, char **argv)
{
	const char *ready = getenv("RADSBORD_READY_FD"), *no_color = getenv("NO_COLOR");
	struct screen_options options = {.no_color = no_color && *no_color, .ready_fd = ready ? atoi(ready) : -1};
	struct demo d = {.timeout = argc > 2 ? atoi(argv[2]) : -1};
	struct loop_client client = {.ctx = &d, .handle = handle, .draw = draw, .timeout = timeout};
	struct error e = {0};

	setlocale(LC_ALL, "");
	if (argc > 1)
		theme_by_name(argv[1], &options.theme);
	d.source = (struct list_source){.ctx = &d, .count = ROWS, .columns = columns, .columns_count = 3, .cell = cell};
	d.screen = screen_open(&options, &e);
	if (!d.screen) {
		fprintf(stderr, "%s\n", e.text);
		return error_exit_status(e.code);
	}
	d.keymap = keymap_new();
	list_init(&d.list);
	list_update(&d.list, &d.source, 0);
	loop_run(d.screen, &client);
	screen_close(&d.screen);
	if (d.in_form)
		form_release(&d.form);
	list_release(&d.list);
	keymap_free(&d.keymap);
	if (!d.gone)
		printf("slut efter %d\n", d.events);
	return 0;
}
