/* The start page: what the program is, and which council to open. A room of its own over the panes, without a tab; it is there
 * when no council has been chosen, when the one that was is away, and from the menu. */
#include "start.h"

#include "radsbord/base/language.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct start_state {
	struct pane pane;
	const struct frame *frame;
	int from;                   /* the pane one came from; START_PANE: none */
	int region;                 /* the place a new council is for */
};

static struct start_state *state_of(struct frame *f)
{
	return (struct start_state *)f->panes[START_PANE];
}

/* ---- opening ------------------------------------------------------------------- */

/* The frame ends, and the next one shows the council at the path (NULL: none). */
static bool open_at(struct frame *f, const char *path, struct error *e)
{
	f->next = f->start.open(f->start.ctx, path, e);
	f->leaving = f->next != NULL;
	return f->leaving;
}

static void open_or_say(struct frame *f, const char *path)
{
	struct error e = {0};
	if (!open_at(f, path, &e))
		frame_error(f, &e);
}

static void try_again(struct frame *f)
{
	struct error e = {0}, again = {0};
	if (open_at(f, f->start.failed, &e))
		return;
	error_set(&again, e.code, "%s", _("Det går fortfarande inte att öppna mappen."));
	frame_error(f, &again);
}

static void open_practice(struct frame *f)
{
	struct error e = {0};
	if (!opening_make_practice(f->session, f->start.paths, &e) || !open_at(f, f->start.paths->practice, &e))
		frame_error(f, &e);
}

static void open_figures(struct frame *f)
{
	open_or_say(f, NULL);
}

static bool path_given(struct frame *f, const char *text, struct error *e)
{
	char *path = opening_path(f->start.paths, text);
	bool done = *path ? open_at(f, path, e)
	                  : error_set(e, ERROR_USAGE, _("Skriv mappens namn, till exempel ~/Rådsbord/Dalarna. Esc avbryter."));
	free(path);
	return done;
}

static bool complete_path(struct frame *f, const char *typed, unsigned nth, struct buf *out)
{
	return opening_complete(f->start.paths, typed, nth, out);
}

static void ask_path(struct frame *f)
{
	static const struct ask ask = {
		.label = N_("Rådets mapp"), .hint = N_("Tab fyll i  Enter öppna  Esc avbryt"), .accept = path_given, .command = COMMAND_CHOOSE};
	modal_ask(f, &ask, "~/");
	modal_complete(f, complete_path);
}

/* ---- a new council -------------------------------------------------------------- */

/* What the form asks for. */
struct new_council {
	struct record head;
	const char *name, *folder;
};
static const struct field new_council_fields[] = {
	{.name = "Namn", .label = N_("Rådets namn"), .type = FIELD_TEXT, .offset = offsetof(struct new_council, name),
	 .hint = N_("Som det ska stå överst på skärmen och i utskrifter.")},
	{.name = "Mapp", .label = N_("Mapp"), .type = FIELD_TEXT, .offset = offsetof(struct new_council, folder),
	 .hint = N_("Ny eller tom. En delad mapp går bra; ~ är din hemmapp.")},
};
static const struct record_type new_council_type = {
	.kind = RECORD_KINDS, .name = "Nytt_rad", .label = N_("nytt råd"), .size = sizeof(struct new_council),
	.fields = new_council_fields, .count = sizeof new_council_fields / sizeof *new_council_fields};

static void make_council(struct frame *f)
{
	struct form *form = &f->record_form.form;
	struct error e = {0};
	const struct place *region = &frame_model(f)->reference->places[state_of(f)->region];
	char *path = opening_path(f->start.paths, form_value(form, 1));
	if (!*path)
		error_set(&e, ERROR_USAGE, _("”Mapp” måste fyllas i."));
	else if (opening_make_room(f->session, f->start.paths, path, &e) &&
	         opening_make(f->session, path, form_value(form, 0), region->code, NULL, &e))
		open_at(f, path, &e);
	if (!e.code) {
		f->made = path;
		return;
	}
	free(path);
	frame_error(f, &e); /* masks what it repeats */
	error_set(&form->error, e.code, "%s", f->message);
	f->message[0] = '\0';
}

static void region_chosen(struct frame *f, size_t item)
{
	const struct reference *r = frame_model(f)->reference;
	struct new_council fresh;
	struct buf name = {0}, folder = {0}, title = {0};
	for (size_t i = 0; i < r->places_count; i++)
		if (r->places[i].level == PLACE_REGION && item-- == 0)
			state_of(f)->region = (int)i;
	const struct place *region = &r->places[state_of(f)->region];
	opening_propose_name(region, &name);
	opening_propose_folder(f->start.paths, region, &folder);
	buf_printf(&title, _("Nytt råd: %s"), region->full_name);
	record_init(&new_council_type, &fresh);
	fresh.name = buf_cstr(&name);
	fresh.folder = buf_cstr(&folder);
	record_form_open_type(f, &new_council_type, &fresh.head, NULL, buf_cstr(&title));
	f->record_form.save = make_council;
	buf_release(&name);
	buf_release(&folder);
	buf_release(&title);
}

static void ask_region(struct frame *f)
{
	const struct reference *r = frame_model(f)->reference;
	modal_pick(f, _("Vilken region?"), region_chosen);
	for (size_t i = 0; i < r->places_count; i++) {
		const struct place *p = &r->places[i];
		struct buf shown = {0}, found = {0};
		if (p->level != PLACE_REGION)
			continue;
		buf_str(&shown, p->full_name);
		if (!strstr(p->full_name, p->name))
			buf_printf(&shown, " (%s)", p->name);
		buf_printf(&found, "%s ", buf_cstr(&shown)); /* by either name, and without ring and dots */
		text_fold_plain(&found, buf_cstr(&shown));
		modal_pick_add_found(f, buf_cstr(&shown), buf_cstr(&found), false);
		buf_release(&shown);
		buf_release(&found);
	}
}

/* ---- the page --------------------------------------------------------------------- */

static const struct choice_row {
	const char *title, *text;   /* text NULL: the path that could not be opened */
	const char *note;
	void (*chosen)(struct frame *f);
} choices[] = {
	{N_("Försök igen"), NULL, N_("Anslut disken, nätverket eller USB-minnet först."), try_again},
	{N_("Titta på exemplet"), N_("Ett övningsråd: ändra fritt."), N_("Sörmlands handlingsplan från 2019, som din egen kopia."), open_practice},
	{N_("Skapa ett råd"), N_("Din region; en egen mapp."), N_("Namn och mapp föreslås; du kan ändra dem."), ask_region},
	{N_("Öppna ett råd som finns"), N_("Mappen som rådet redan har."), N_("Också på en delad disk: flera kan arbeta i samma mapp."), ask_path},
	{N_("Se bara siffrorna"), N_("Riket och regionerna, utan råd."), N_("Ett råd kan öppnas eller skapas senare: F9."), open_figures},
};

/* Trying again is a choice only when there is something to try. */
static const struct choice_row *choice_at(const struct frame *f, size_t row)
{
	return &choices[row + (f->start.failed ? 0 : 1)];
}

static const struct list_column columns[] = {{.title = "", .width = 23}, {.title = "", .width = 20, .flexible = true}};

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	const struct start_state *s = ctx;
	const struct choice_row *c = choice_at(s->frame, row);
	out->text = column == 0 ? _(c->title) : c->text ? _(c->text) : s->frame->start.failed;
	out->role = column == 0 ? ROLE_TEXT : ROLE_MUTED;
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct start_state *s = state_of(f);
	s->frame = f;
	p->source = (struct list_source){.ctx = s, .count = sizeof choices / sizeof *choices - (f->start.failed ? 0 : 1), .columns = columns,
	                                 .columns_count = sizeof columns / sizeof *columns, .cell = cell};
}

static void release(struct pane *p)
{
	(void)p;
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	(void)f;
	(void)p;
	(void)row;
	(void)d;
}

static void banner(struct frame *f, struct pane *p, struct buf *left, struct buf *right)
{
	(void)p;
	(void)right;
	buf_str(left, f->start.first ? _("Välkommen") : _("Vilket råd?"));
}

/* Two sentences about the program, or one about what could not be opened; then the choices. */
static bool draw(struct frame *f, struct pane *p, struct canvas *c, struct rect r)
{
	int lines;
	if (f->start.why)
		lines = canvas_wrapped(c, r, 0, ROLE_ERROR, f->start.why);
	else
		lines = canvas_wrapped(c, r, 0, ROLE_TEXT,
		                       _("Rådsbord är till för dig som är sekreterare i ett palliativt råd: hur regionen står sig, vad som saknas, "
		                         "vad rådet har lovat och när det möts. Allt ligger i textfiler i en mapp som du väljer, och ingenting "
		                         "skickas härifrån."));
	lines += 1;
	canvas_text(c, r.x, r.y + lines, r.width, ROLE_HEADING, _("Vad vill du göra?"));
	lines += r.height - lines > (int)p->source.count + 1 ? 2 : 1;
	list_draw(&p->list, &p->source, c, (struct rect){r.x, r.y + lines, r.width, r.height - lines}, true, "");
	return true;
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	(void)p;
	buf_str(out, _(choice_at(f, row)->note));
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	long row = list_selected(&p->list);
	if (c == COMMAND_CHOOSE && row >= 0)
		choice_at(f, (size_t)row)->chosen(f);
	else if (c == COMMAND_LEAVE_START)
		frame_open_pane(f, state_of(f)->from);
	else
		return false;
	return true;
}

const struct pane_class start_pane = {
	.place = PLACE_START,
	.command = COMMAND_NONE,
	.title = N_("Börja här"),
	.empty = "",
	.size = sizeof(struct start_state),
	.rebuild = rebuild,
	.release = release,
	.banner = banner,
	.command_own = command_own,
	.describe = describe,
	.draw = draw,
	.note = note,
};

/* ---- the way here ------------------------------------------------------------------- */

void frame_set_start(struct frame *f, const struct frame_start *start)
{
	f->start = *start;
	state_of(f)->from = START_PANE;
	if (start->first)
		f->current = START_PANE;
	frame_rebuild(f);
	list_update(&f->panes[START_PANE]->list, &f->panes[START_PANE]->source, 0);
}

bool start_has_way_back(const struct frame *f)
{
	return ((const struct start_state *)f->panes[START_PANE])->from != START_PANE;
}

struct session *frame_next(const struct frame *f)
{
	return f->next;
}

void frame_say_made(const struct frame *f, int width, struct buf *out)
{
	struct buf whole = {0}, path = {0}, without = {0};
	if (!f->made)
		return;
	opening_show_path(f->start.paths, f->made, &whole);
	buf_printf(&without, _("Rådet ligger i %s."), "");
	text_clip_middle(&path, buf_cstr(&whole), width - text_width(buf_cstr(&without)));
	buf_printf(out, _("Rådet ligger i %s."), buf_cstr(&path));
	buf_release(&whole);
	buf_release(&path);
	buf_release(&without);
}

void start_open(struct frame *f)
{
	if (!f->start.open) {
		frame_say(f, _("Härifrån kan inget annat råd öppnas."));
		return;
	}
	if (f->current != START_PANE)
		state_of(f)->from = f->current;
	frame_open_pane(f, START_PANE);
}

void start_new_council(struct frame *f)
{
	start_open(f);
	if (f->current == START_PANE)
		ask_region(f);
}
