/* The review of the plan at a meeting (F5): one key, one verdict, one sentence. A room of its own over the panes, without a tab.
 *
 * The queue is what the plan showed when the review began, in the order of review_compare. What is decided is read from the
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
	return (const struct action *)(const void *)records_find(s->model->council, RECORD_ACTION, s->queue[row]);
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
	const struct verdict *v = m ? verdict_of(s->model->council, m, s->queue[row]) : NULL;
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

/* What was undone is gone back to. */
static long look_at_decided(struct review_state *s)
{
	const struct meeting *m = review_meeting(s);
	long undone = -1;
	for (size_t i = 0; i < s->count; i++) {
		bool now = m && verdict_of(s->model->council, m, s->queue[i]);
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
	free(s->decided);
	free(s->meeting);
	free(s->item);
	s->queue = NULL;
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

static void sort_queue(struct review_state *s, const struct meeting *m)
{
	struct date next = review_next_meeting(s, m);
	for (size_t i = 1; i < s->count; i++) {
		char *id = s->queue[i];
		const struct action *a = review_action(s, i);
		size_t at = i;
		while (at > 0 && review_compare(s->model->council, m, next, review_action(s, at - 1), a) > 0) {
			s->queue[at] = s->queue[at - 1];
			at--;
		}
		s->queue[at] = id;
	}
}

bool review_open(struct frame *f, const struct meeting *m, const char *item, const struct strings *actions)
{
	struct review_state *s = state_of(f->panes[REVIEW_PANE]);
	const struct records *council = frame_model(f)->council;
	if (minutes_adopted(m)) {
		frame_say(f, _("Mötets protokoll är justerat och ändras inte. Gå igenom åtgärderna på nästa möte."));
		return false;
	}
	clear(s);
	s->model = frame_model(f);
	s->queue = mem_alloc((actions->count + 1) * sizeof *s->queue);
	s->decided = mem_alloc((actions->count + 1) * sizeof *s->decided);
	for (size_t i = 0; i < actions->count; i++) {
		const struct record *r = records_find(council, RECORD_ACTION, actions->items[i]);
		if (r && (action_is_open((const struct action *)(const void *)r) || verdict_of(council, m, r->id)))
			s->queue[s->count++] = mem_strdup(r->id);
	}
	if (s->count == 0) {
		clear(s);
		frame_say(f, _("Det finns inga öppna åtgärder att gå igenom."));
		return false;
	}
	s->meeting = mem_strdup(m->head.id);
	s->item = item ? mem_strdup(item) : NULL;
	sort_queue(s, m);
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
