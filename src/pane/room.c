/* The room of a meeting (m): its items with the minutes as they come, the roll, and the minutes. A room without a tab.
 *
 * What is shown is read from the records each time; the room itself only knows which meeting it is for. */
#include "room_local.h"

#include "review.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDE = 110, PREVIEW_LEAST = 5 };

struct room_state *room_state(struct frame *f)
{
	return (struct room_state *)f->panes[ROOM_PANE];
}

const struct meeting *room_meeting(const struct room_state *s)
{
	const struct records *r = s->model->council;
	return r && s->meeting ? (const struct meeting *)(const void *)records_find(r, RECORD_MEETING, s->meeting) : NULL;
}

bool room_by_year(const struct room_state *s)
{
	return s->model->settings && s->model->settings->year_paragraphs;
}

int room_now(struct frame *f, const struct meeting *m)
{
	const struct clock *clock = session_clock(f->session);
	struct wall now = wall_from_utc(clock->utc(clock->ctx));
	return date_cmp(m->date, now.date) == 0 ? now.minutes : -1;
}

bool room_may_write(struct frame *f, const struct meeting *m)
{
	if (!m)
		frame_say(f, _("Mötet finns inte längre. Någon annan har tagit bort det."));
	else if (minutes_adopted(m))
		frame_say(f, _("Protokollet är justerat och ändras inte. En rättelse skrivs med r i delen Protokoll."));
	return m && !minutes_adopted(m);
}

const struct item *room_item(struct frame *f)
{
	struct room_state *s = room_state(f);
	long row = list_selected(&s->pane.list);
	if (s->pane.part == ROOM_MINUTES)
		row = row < 0 || (size_t)row >= s->lines.count ? -1 : s->lines.items[row].paragraph;
	if (row < 0 || (size_t)row >= s->paragraphs_count)
		frame_say(f, _("Raden hör inte till någon paragraf. Välj en rad under en paragraf."));
	else if (s->paragraphs[row].verdict)
		frame_say(f, _("Paragrafen kommer ur genomgången och ändras där: tryck F5."));
	else
		return s->paragraphs[row].item;
	return NULL;
}

/* ---- the items ----------------------------------------------------------------------------- */

enum { NR, TITLE, KIND, TIME };
static const struct list_column columns[] = {
	[NR] = {.title = "§", .width = 6, .align = TEXT_RIGHT},
	[TITLE] = {.title = N_("Ärende"), .width = 20, .flexible = true},
	[KIND] = {.title = N_("Slag"), .width = 12, .drop = 2},
	[TIME] = {.title = N_("Tid"), .width = 12, .drop = 1},
};

/* "12 av 15 min", "15 min". */
static void time_cell(struct room_state *s, const struct meeting *m, const struct item *item)
{
	const struct wall now = wall_from_utc(s->clock_utc);
	int elapsed = minutes_elapsed(s->model->council, m, item, date_cmp(m->date, now.date) == 0 ? now.minutes : -1);
	bool planned = item->minutes != FIELD_INT_NONE;
	if (elapsed >= 0 && planned)
		buf_printf(&s->cell, _("%d av %lld min"), elapsed, (long long)item->minutes);
	else if (elapsed >= 0)
		buf_printf(&s->cell, _("%d min"), elapsed);
	else if (planned)
		buf_printf(&s->cell, _("%lld min"), (long long)item->minutes);
}

static void item_cell(struct room_state *s, const struct paragraph *p, size_t column, struct list_cell *out)
{
	const struct meeting *m = room_meeting(s);
	const struct item *current = m ? minutes_current(s->model->council, m) : NULL;
	bool now = current == p->item && !p->verdict;
	if (column == NR) {
		buf_printf(&s->cell, "%s%lld", now ? "▸ " : "", (long long)p->nr);
		out->role = now ? ROLE_ACCENT : ROLE_TEXT;
	} else if (column == TITLE && p->verdict) {
		const struct record *a = p->verdict->action ? records_find(s->model->council, RECORD_ACTION, p->verdict->action) : NULL;
		buf_str(&s->cell, a ? ((const struct action *)(const void *)a)->title : _("Åtgärd"));
	} else if (column == TITLE) {
		buf_str(&s->cell, p->item->title ? p->item->title : "");
	} else if (column == KIND && !p->verdict && p->item->kind != ITEM_INFORMATION) {
		buf_str(&s->cell, _(item_kinds[p->item->kind].label));
		out->role = p->item->kind == ITEM_TABLED ? ROLE_MUTED : ROLE_TEXT;
	} else if (column == TIME && !p->verdict && m) {
		time_cell(s, m, p->item);
	}
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct room_state *s = ctx;
	buf_clear(&s->cell);
	item_cell(s, &s->paragraphs[row], column, out);
	if (s->hides) {
		struct buf public = {0};
		attendance_hide_names(s->model->council, buf_cstr(&s->cell), &public);
		buf_clear(&s->cell);
		buf_str(&s->cell, buf_cstr(&public));
		buf_release(&public);
	}
	out->text = buf_cstr(&s->cell);
}

static void build(struct frame *f, struct room_state *s)
{
	const struct meeting *m = room_meeting(s);
	arena_release(&s->arena);
	s->paragraphs_count = s->attendees_count = 0;
	s->hides = f->wall;
	if (!m)
		return;
	s->paragraphs_count = minutes_paragraphs(s->model->council, m, room_by_year(s), NULL, 0);
	s->paragraphs = arena_alloc(&s->arena, (s->paragraphs_count + 1) * sizeof *s->paragraphs);
	minutes_paragraphs(s->model->council, m, room_by_year(s), s->paragraphs, s->paragraphs_count);
	s->attendees_count = attendees(s->model->council, m, NULL, 0);
	s->attendees = arena_alloc(&s->arena, (s->attendees_count + 1) * sizeof *s->attendees);
	attendees(s->model->council, m, s->attendees, s->attendees_count);
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct room_state *s = (struct room_state *)p;
	s->model = frame_model(f);
	build(f, s);
	room_minutes_build(f, s);
	if (p->part == ROOM_ROLL)
		p->source = room_roll_source(s);
	else if (p->part == ROOM_MINUTES)
		p->source = room_minutes_source(s);
	else
		p->source = (struct list_source){.ctx = s, .count = s->paragraphs_count, .columns = columns,
		                                 .columns_count = sizeof columns / sizeof *columns, .cell = cell};
}

static void release(struct pane *p)
{
	struct room_state *s = (struct room_state *)p;
	room_minutes_release(s);
	arena_release(&s->arena);
	buf_release(&s->cell);
	free(s->meeting);
	free(s->text);
	free(s->owner);
}

/* ---- in and out -------------------------------------------------------------------------------- */

void room_open(struct frame *f, const struct meeting *m)
{
	struct room_state *s = room_state(f);
	free(s->meeting);
	s->meeting = mem_strdup(m->head.id);
	s->from = f->current;
	s->pane.part = ROOM_ITEMS;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->current = ROOM_PANE;
	frame_set_wall(f, true);
	list_update(&s->pane.list, &s->pane.source, 0);
}

static void left(struct frame *f, size_t choice)
{
	struct room_state *s = room_state(f);
	if (choice != 0)
		return;
	f->current = s->from;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	frame_set_wall(f, false);
	frame_say(f, _("Du har lämnat mötet. Allt är sparat; m går in igen."));
}

static void leave(struct frame *f)
{
	if (f->mode == MODE_DETAIL) {
		detail_clear(&f->detail);
		f->mode = MODE_LIST;
		return;
	}
	modal_pick(f, _("Lämna mötet? Allt är sparat."), left);
	modal_pick_add(f, _("lämna mötet"));
	modal_pick_add(f, _("stanna kvar"));
}

static void toggle_wall(struct frame *f)
{
	frame_set_wall(f, !f->wall);
	frame_say(f, f->wall ? _("Väggläge: organisation eller roll i stället för personers namn.")
	                     : _("Väggläget är av: namn syns. Tänk på vem som ser skärmen."));
}

static void review(struct frame *f)
{
	struct room_state *s = room_state(f);
	const struct meeting *m = room_meeting(s);
	const struct item *item = room_item(f);
	struct arena a = {0};
	struct strings ids = {0};
	if (!item || !room_may_write(f, m))
		return;
	for (size_t i = 0; i < records_count(s->model->council, RECORD_ACTION); i++)
		strings_add(&ids, records_action(s->model->council, i)->head.id, &a);
	review_open(f, m, item->head.id, &ids);
	arena_release(&a);
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	switch (c) {
	case COMMAND_BACK:
	case COMMAND_QUIT:
		leave(f);
		return true;
	case COMMAND_WALL:
		toggle_wall(f);
		return true;
	case COMMAND_REVIEW:
		review(f);
		return true;
	default:
		break;
	}
	return p->part == ROOM_ROLL ? room_roll_command(f, c) : p->part == ROOM_MINUTES ? room_minutes_command(f, c) : room_item_command(f, c);
}

/* ---- drawing ----------------------------------------------------------------------------------- */

static void banner(struct frame *f, struct pane *p, struct buf *to_left, struct buf *to_right)
{
	struct room_state *s = (struct room_state *)p;
	const struct meeting *m = room_meeting(s);
	const struct item *current = m ? minutes_current(s->model->council, m) : NULL;
	buf_str(to_left, _("MÖTE  "));
	if (s->model->settings && s->model->settings->name)
		buf_printf(to_left, "%s ", s->model->settings->name);
	if (m)
		date_format_iso(to_left, m->date);
	if (current && room_now(f, m) >= 0) {
		int64_t nr = minutes_paragraph_of(s->model->council, m, room_by_year(s), current->head.id);
		int elapsed = minutes_elapsed(s->model->council, m, current, room_now(f, m));
		buf_printf(to_right, "§ %lld: %d", (long long)nr, elapsed < 0 ? 0 : elapsed);
		if (current->minutes != FIELD_INT_NONE)
			buf_printf(to_right, _(" av %lld"), (long long)current->minutes);
		buf_str(to_right, _(" min   "));
	}
	buf_str(to_right, f->wall ? _("VÄGGLÄGE") : _("väggläge av"));
}

static void headline(struct frame *f, struct pane *p, struct buf *out)
{
	struct room_state *s = (struct room_state *)p;
	const struct meeting *m = room_meeting(s);
	(void)f;
	if (!m) {
		buf_str(out, _("Mötet finns inte längre."));
		return;
	}
	buf_printf(out, _("Protokoll: %s"), _(minutes_states[m->minutes].label));
}

static void preview_text(struct frame *f, struct room_state *s, size_t row, int width, struct buf *out)
{
	const struct meeting *m = room_meeting(s);
	struct doc d = {0};
	struct buf text = {0};
	report_paragraph(&d, s->model, m, &s->paragraphs[row], f->wall);
	render_text(&d, width, &text);
	frame_public(f, buf_cstr(&text), out);
	buf_release(&text);
	doc_release(&d);
}

/* The paragraph as it stands in the minutes; the end of it when there is no room for all. */
static void draw_preview(struct frame *f, struct room_state *s, struct canvas *c, struct rect r, size_t row)
{
	struct buf text = {0};
	preview_text(f, s, row, r.width, &text);
	int lines = canvas_wrapped(c, (struct rect){r.x, r.y, r.width, 0}, 0, ROLE_TEXT, buf_cstr(&text));
	while (lines > r.height && text.len && text.data[text.len - 1] == '\n') {
		text.data[--text.len] = '\0';
		lines--;
	}
	canvas_wrapped(c, r, lines > r.height ? lines - r.height : 0, ROLE_TEXT, buf_cstr(&text));
	buf_release(&text);
}

static bool draw(struct frame *f, struct pane *p, struct canvas *c, struct rect r)
{
	struct room_state *s = (struct room_state *)p;
	long row = list_selected(&p->list);
	struct rect list = r, below = r;
	if (p->part == ROOM_MINUTES)
		room_minutes_fit(f, s, r.width);
	if (p->part != ROOM_ITEMS || row < 0 || (size_t)row >= s->paragraphs_count || f->mode == MODE_DETAIL || !room_meeting(s))
		return false;
	s->clock_utc = session_clock(f->session)->utc(session_clock(f->session)->ctx);
	if (r.width >= WIDE) {
		list.width = r.width / 2;
		below.x = list.x + list.width + 3;
		below.width = r.width - list.width - 3;
	} else {
		int preview = r.height / 2 > PREVIEW_LEAST ? r.height / 2 : PREVIEW_LEAST, wanted = (int)s->paragraphs_count + 2;
		if (r.height - preview > wanted) /* what a short agenda leaves */
			preview = r.height - wanted;
		list.height = r.height - preview;
		below.y = list.y + list.height;
		below.height = preview;
		canvas_rule(c, r.x, below.y, r.width, ROLE_MUTED);
		canvas_text(c, r.x + 2, below.y++, r.width - 2, ROLE_MUTED, _(" Till protokollet "));
		below.height--;
	}
	list_draw(&p->list, &p->source, c, list, true, "");
	draw_preview(f, s, c, below, (size_t)row);
	return true;
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	struct room_state *s = (struct room_state *)p;
	const struct meeting *m = room_meeting(s);
	if (!m)
		return;
	if (p->part == ROOM_ROLL) {
		room_roll_describe(s, row, d);
		return;
	}
	long at = p->part == ROOM_MINUTES ? s->lines.items[row].paragraph : (long)row;
	if (p->part == ROOM_MINUTES && at < 0)
		room_minutes_describe(s, m, &d->doc);
	if (at < 0 || (size_t)at >= s->paragraphs_count)
		return;
	const struct paragraph *k = &s->paragraphs[at];
	report_paragraph(&d->doc, s->model, m, k, f->wall);
	size_t most = records_count(s->model->council, RECORD_ACTION);
	size_t *tasks = arena_alloc(&d->arena, (most + 1) * sizeof *tasks);
	size_t n = k->verdict ? 0 : minutes_tasks(s->model->council, m, k->item, tasks, most);
	for (size_t i = 0; i < n; i++) {
		const struct action *a = records_action(s->model->council, tasks[i]);
		detail_link(d, LINK_ACTION, a->head.id, _("Åtgärd %lld: %s"), (long long)a->nr, a->title);
	}
	if (k->verdict && k->verdict->action)
		detail_link(d, LINK_ACTION, k->verdict->action, _("Åtgärden i planen"));
}

static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	struct room_state *s = (struct room_state *)p;
	(void)f;
	if (p->part == ROOM_ITEMS)
		strings_add(ids, s->paragraphs[row].verdict ? s->paragraphs[row].verdict->head.id : s->paragraphs[row].item->head.id, a);
	else if (p->part == ROOM_ROLL && s->attendees[row].record)
		strings_add(ids, s->attendees[row].record->head.id, a);
}

static long find(struct frame *f, struct pane *p, enum link_kind kind, const char *id)
{
	(void)f;
	(void)p;
	(void)kind;
	(void)id;
	return -1;
}

static void note(struct frame *f, struct pane *p, size_t row, struct buf *out)
{
	struct room_state *s = (struct room_state *)p;
	const struct meeting *m = room_meeting(s);
	(void)f;
	(void)row;
	if (!m)
		return;
	if (p->part == ROOM_ROLL) {
		room_roll_note(s, out);
	} else if (p->part == ROOM_MINUTES) {
		room_minutes_note(s, out);
	} else {
		struct agenda_time t = agenda_time(s->model->council, m);
		agenda_time_warn(&t, out);
	}
}

const struct pane_class room_pane = {
	.place = PLACE_ROOM,
	.title = N_("Mötet"),
	.empty = N_("Mötet har inga ärenden. n lägger till ett."),
	.parts = {N_("Ärenden"), N_("Närvaro"), N_("Protokoll")},
	.part_places = {PLACE_ROOM, PLACE_ROLL, PLACE_MINUTES},
	.size = sizeof(struct room_state),
	.rebuild = rebuild,
	.release = release,
	.command_own = command_own,
	.banner = banner,
	.headline = headline,
	.describe = describe,
	.records = records,
	.find = find,
	.draw = draw,
	.note = note,
};
