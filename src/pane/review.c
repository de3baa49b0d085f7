/* The review of the plan at a meeting (F5): one key, one verdict, one sentence. A room of its own over the panes, without a tab.
 *
 * The queue is what the plan showed when the review began, in the order of review_key_compare. What is decided is read from the
 * meeting's records, so a review that is broken off goes on where it was. */
#include "review_local.h"

#include "radsbord/base/language.h"
#include "radsbord/council/minutes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A key that repeats itself faster than this is one that is held down. */
enum { HELD_MS = 100 };

static struct review_state *state_of(struct pane *p)
{
	return (struct review_state *)p;
}

const struct meeting *review_meeting(const struct review_state *s)
{
	const struct records *r = s->model->council;
	return r && s->meeting ? (const struct meeting *)(const void *)records_find(r, RECORD_MEETING, s->meeting) : NULL;
}

const struct action *review_action(const struct review_state *s, size_t row)
{
	return s->actions[row];
}

const struct verdict *review_verdict(const struct review_state *s, size_t row)
{
	return s->verdicts[row];
}

const char *review_verb(const struct review_state *s)
{
	return model_verb(s->model);
}

struct date review_next_meeting(const struct review_state *s, const struct meeting *m)
{
	const struct meeting *next = meeting_next(s->model->council, date_add_days(m->date, 1));
	return next ? next->date : DATE_NONE;
}

size_t review_decided(const struct review_state *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		n += s->decided[i];
	return n;
}

void review_close(struct review_state *s)
{
	s->closing = true;
	s->top = 0;
}

struct review_state *review_state(struct frame *f)
{
	return state_of(f->panes[REVIEW_PANE]);
}

/* ---- the queue --------------------------------------------------------------------- */

enum { MARK, NR, TITLE, DUE };
static const struct list_column columns[] = {
	[MARK] = {.title = N_("Utfall"), .width = 14},
	[NR] = {.title = N_("Nr"), .width = 4, .align = TEXT_RIGHT},
	[TITLE] = {.title = N_("Vad"), .width = 20, .flexible = true},
	[DUE] = {.title = N_("Senast"), .width = 10, .drop = 1},
};

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct review_state *s = ctx;
	const struct meeting *m = review_meeting(s);
	const struct action *a = review_action(s, row);
	const struct verdict *v = review_verdict(s, row);
	buf_clear(&s->cell);
	out->text = "";
	if (!a || !m)
		return;
	if (column == MARK) {
		out->text = v ? _(verdict_outcomes[v->outcome].label) : action_is_overdue(a, m->date) ? _("! tiden ute") : "";
		out->role = v ? ROLE_MUTED : ROLE_OVERDUE;
	} else if (column == NR && a->nr != FIELD_INT_NONE) {
		buf_printf(&s->cell, "%lld", (long long)a->nr);
		out->text = buf_cstr(&s->cell);
	} else if (column == TITLE) {
		out->text = a->title;
	} else if (column == DUE && date_known(a->due)) {
		date_format_iso(&s->cell, a->due);
		out->text = buf_cstr(&s->cell);
	}
}

/* The records of the queue as they are now, in one walk over each kind: there may be very many. */
static void look_at_records(struct review_state *s, const struct meeting *m)
{
	const struct records *r = s->model->council;
	for (size_t i = 0; i < s->count; i++) {
		s->actions[i] = NULL;
		s->verdicts[i] = NULL;
	}
	for (size_t i = 0; r && i < records_count(r, RECORD_ACTION); i++) {
		const struct action *a = records_action(r, i);
		int row = a->head.id ? map_get(&s->rows, a->head.id) : -1;
		if (row >= 0 && !s->actions[row])
			s->actions[row] = a;
	}
	for (size_t i = 0; m && i < records_count(r, RECORD_VERDICT); i++) {
		const struct verdict *v = records_verdict(r, i);
		int row = v->action ? map_get(&s->rows, v->action) : -1;
		if (row >= 0 && !s->verdicts[row] && verdict_is_of(v, m))
			s->verdicts[row] = v;
	}
}

/* What was undone is gone back to. */
static long look_at_decided(struct review_state *s)
{
	long undone = -1;
	look_at_records(s, review_meeting(s));
	for (size_t i = 0; i < s->count; i++) {
		bool now = s->verdicts[i] != NULL;
		if (s->decided[i] && !now)
			undone = (long)i;
		s->decided[i] = now;
	}
	return undone;
}

static void rebuild(struct frame *f, struct pane *p)
{
	struct review_state *s = state_of(p);
	s->model = frame_model(f);
	long undone = look_at_decided(s);
	p->source = (struct list_source){.ctx = s, .count = s->count, .columns = columns,
	                                 .columns_count = sizeof columns / sizeof *columns, .cell = cell};
	if (undone >= 0) {
		s->closing = false;
		s->painted = -1;
		list_update(&p->list, &p->source, undone);
		snprintf(p->selected, sizeof p->selected, "%s", s->queue[undone]);
	}
}

static void clear(struct review_state *s)
{
	for (size_t i = 0; i < s->count; i++)
		free(s->queue[i]);
	free(s->queue);
	free(s->actions);
	free(s->verdicts);
	free(s->decided);
	map_release(&s->rows);
	free(s->meeting);
	free(s->item);
	s->queue = NULL;
	s->actions = NULL;
	s->verdicts = NULL;
	s->decided = NULL;
	s->meeting = s->item = NULL;
	s->count = 0;
	s->own = s->choosing = s->closing = false;
	s->painted = -1;
}

static void release(struct pane *p)
{
	clear(state_of(p));
	buf_release(&state_of(p)->cell);
}

void review_select_next(struct review_state *s, size_t from)
{
	for (size_t k = 1; k <= s->count; k++) {
		size_t i = (from + k) % s->count;
		if (!s->decided[i]) {
			list_update(&s->pane.list, &s->pane.source, (long)i);
			s->painted = -1;
			return;
		}
	}
	s->painted = -1;
	review_close(s);
}

struct queued {
	struct review_key key;
	size_t row;
};

static int by_key(const void *a, const void *b)
{
	const struct queued *x = a, *y = b;
	int order = review_key_compare(&x->key, &y->key);
	return order ? order : x->row < y->row ? -1 : x->row > y->row;
}

/* Those of the actions that are open, or that the meeting has spoken of, in the order of the review. */
static void make_queue(struct review_state *s, const struct meeting *m)
{
	struct queued *queued = mem_alloc((s->count + 1) * sizeof *queued);
	char **order = mem_alloc((s->count + 1) * sizeof *order);
	struct date next = review_next_meeting(s, m);
	size_t count = 0;
	look_at_records(s, m);
	for (size_t i = 0; i < s->count; i++)
		if (s->actions[i] && (action_is_open(s->actions[i]) || s->verdicts[i]))
			queued[count++] = (struct queued){review_key_of(s->model->council, m, next, s->actions[i], s->verdicts[i]), i};
		else
			free(s->queue[i]);
	qsort(queued, count, sizeof *queued, by_key);
	map_release(&s->rows);
	for (size_t i = 0; i < count; i++) {
		order[i] = s->queue[queued[i].row];
		map_put(&s->rows, order[i], (int)i);
	}
	free(s->queue);
	free(queued);
	s->queue = order;
	s->count = count;
}

bool review_open(struct frame *f, const struct meeting *m, const char *item, const struct strings *actions)
{
	struct review_state *s = state_of(f->panes[REVIEW_PANE]);
	if (minutes_adopted(m)) {
		frame_say(f, _("Mötets protokoll är justerat och ändras inte. Gå igenom åtgärderna på nästa möte."));
		return false;
	}
	clear(s);
	s->model = frame_model(f);
	s->queue = mem_alloc((actions->count + 1) * sizeof *s->queue);
	s->decided = mem_alloc((actions->count + 1) * sizeof *s->decided);
	s->actions = mem_alloc((actions->count + 1) * sizeof *s->actions);
	s->verdicts = mem_alloc((actions->count + 1) * sizeof *s->verdicts);
	for (size_t i = 0; i < actions->count; i++) {
		s->queue[s->count] = mem_strdup(actions->items[i]);
		map_put(&s->rows, s->queue[s->count], (int)s->count);
		s->count++;
	}
	make_queue(s, m);
	if (s->count == 0) {
		clear(s);
		frame_say(f, _("Det finns inga öppna åtgärder att gå igenom."));
		return false;
	}
	s->meeting = mem_strdup(m->head.id);
	s->item = item ? mem_strdup(item) : NULL;
	s->from = f->current;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	f->current = REVIEW_PANE;
	frame_rebuild(f);
	list_update(&s->pane.list, &s->pane.source, 0);
	if (s->decided[0])
		review_select_next(s, 0);
	return true;
}

void review_leave(struct frame *f, struct review_state *s)
{
	f->current = s->from;
	detail_clear(&f->detail);
	f->mode = MODE_LIST;
	clear(s);
	frame_rebuild(f);
}

/* ---- commands and keys ------------------------------------------------------------ */

static bool is_verdict(enum command c)
{
	return c >= COMMAND_VERDICT_UNCHANGED && c <= COMMAND_VERDICT_DROP;
}

/* While the summary is shown no item is there to decide. */
static const char *fixed(const struct pane *p, size_t row)
{
	const struct review_state *s = (const struct review_state *)p;
	(void)row;
	return s->closing ? _("Sammanfattningen visas. Esc går tillbaka till punkterna, Enter för in dem i protokollet.") : NULL;
}

static bool command_own(struct frame *f, struct pane *p, enum command c)
{
	(void)p;
	if (!review_commands[c])
		return false;
	review_commands[c](f);
	return true;
}

/* The text of the summary is read line by line. */
static bool read_summary(struct review_state *s, enum command c)
{
	int last = s->lines > s->height ? s->lines - s->height : 0;
	switch (c) {
	case COMMAND_UP:
		s->top--;
		break;
	case COMMAND_DOWN:
		s->top++;
		break;
	case COMMAND_PAGE_UP:
		s->top -= s->height;
		break;
	case COMMAND_PAGE_DOWN:
		s->top += s->height;
		break;
	case COMMAND_FIRST:
		s->top = 0;
		break;
	case COMMAND_LAST:
		s->top = last;
		break;
	default:
		return false;
	}
	s->top = s->top < 0 ? 0 : s->top > last ? last : s->top;
	return true;
}

/* Before the command table: the choice of a day, capital letters, and keys that come too fast to be meant. */
static bool key(struct frame *f, struct pane *p, ui_key k)
{
	struct review_state *s = state_of(p);
	const struct clock *clock = session_clock(f->session);
	int64_t now = clock->mono_ms(clock->ctx);
	bool held = k == s->last_key && now - s->key_at < HELD_MS;
	s->last_key = k;
	s->key_at = now;
	if (k >= 'A' && k <= 'Z')
		k += 'a' - 'A';
	enum command c = keymap_find(f->keymap, k, PLACE_REVIEW);
	if (s->choosing && c != COMMAND_HELP) {
		if (!held)
			review_date_key(f, s, k);
		return true;
	}
	if (s->closing && f->mode == MODE_LIST && read_summary(s, c))
		return true;
	if (!is_verdict(c))
		return false;
	if (held)
		return true;
	if (s->painted != list_selected(&p->list) || now - s->painted_at < f->review_ms)
		frame_say(f, _("För snabbt, inget ändrades."));
	else
		frame_command(f, c);
	return true;
}

static void describe(struct frame *f, struct pane *p, size_t row, struct detail *d)
{
	const struct action *a = review_action(state_of(p), row);
	(void)f;
	if (a)
		report_action(&d->doc, state_of(p)->model, a);
}

static void records(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a)
{
	(void)f;
	strings_add(ids, state_of(p)->queue[row], a);
}

const struct pane_class review_pane = {
	.place = PLACE_REVIEW,
	.title = N_("Genomgång"),
	.empty = N_("Det finns inga åtgärder att gå igenom."),
	.size = sizeof(struct review_state),
	.rebuild = rebuild,
	.release = release,
	.fixed = fixed,
	.command_own = command_own,
	.key = key,
	.banner = review_banner,
	.describe = describe,
	.records = records,
	.draw = review_draw,
	.bottom = review_bottom,
};
