#include "radsbord/council/action.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

bool action_is_open(const struct action *a)
{
	return a->status != ACTION_DONE && a->status != ACTION_DROPPED;
}

bool action_is_overdue(const struct action *a, struct date today)
{
	return action_is_open(a) && a->status != ACTION_STANDING && date_known(a->due) && date_cmp(a->due, today) < 0;
}

bool action_is_incomplete(const struct action *a)
{
	return action_is_open(a) && (!a->owner || (!date_known(a->due) && a->status != ACTION_STANDING));
}

int64_t action_next_nr(const struct records *r)
{
	int64_t max = 0;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++) {
		int64_t nr = records_action(r, i)->nr;
		if (nr > max && nr < INT64_MAX) /* a file may hold anything */
			max = nr;
	}
	return max + 1;
}

size_t actions_for_gap(const struct records *r, const char *gap_id, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++) {
		if (!strings_has(&records_action(r, i)->gaps, gap_id))
			continue;
		if (n < max)
			out[n] = i;
		n++;
	}
	return n;
}

size_t actions_for_proposal(const struct records *r, const char *proposal_id, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++) {
		if (!strings_has(&records_action(r, i)->proposals, proposal_id))
			continue;
		if (n < max)
			out[n] = i;
		n++;
	}
	return n;
}

/* An action that names the same one twice answers it once. */
static void count_answers(struct action_answers *a, struct map *ids, const struct strings *answered)
{
	for (size_t i = 0; i < answered->count; i++) {
		const struct strings before = {.items = answered->items, .count = i};
		if (strings_has(&before, answered->items[i]))
			continue;
		int at = map_get(ids, answered->items[i]);
		if (at < 0) {
			at = (int)a->count;
			a->counts = mem_grow(a->counts, a->count, &a->cap, sizeof *a->counts);
			a->counts[a->count++] = 0;
			map_put(ids, answered->items[i], at);
		}
		a->counts[at]++;
	}
}

void action_answers_make(struct action_answers *a, const struct records *r)
{
	action_answers_release(a);
	for (size_t i = 0, count = r ? records_count(r, RECORD_ACTION) : 0; i < count; i++) {
		if (i + ACTIONS_AHEAD < count) {
			__builtin_prefetch(&records_action(r, i + ACTIONS_AHEAD)->gaps.count);
			__builtin_prefetch(&records_action(r, i + ACTIONS_AHEAD)->proposals.count);
		}
		count_answers(a, &a->gaps, &records_action(r, i)->gaps);
		count_answers(a, &a->proposals, &records_action(r, i)->proposals);
	}
}

static size_t answers_to(const struct action_answers *a, const struct map *ids, const char *id)
{
	int at = id ? map_get(ids, id) : -1;
	return at < 0 ? 0 : a->counts[at];
}

size_t action_answers_gap(const struct action_answers *a, const char *gap_id)
{
	return answers_to(a, &a->gaps, gap_id);
}

size_t action_answers_proposal(const struct action_answers *a, const char *proposal_id)
{
	return answers_to(a, &a->proposals, proposal_id);
}

void action_answers_release(struct action_answers *a)
{
	map_release(&a->gaps);
	map_release(&a->proposals);
	free(a->counts);
	*a = (struct action_answers){.counts = NULL};
}

static const char *iso(struct arena *a, struct date d)
{
	struct buf b = {0};
	date_format_iso(&b, d);
	const char *s = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return s;
}

static void title(struct changes *c, const struct action *a, const char *what)
{
	if (a->nr == FIELD_INT_NONE)
		changes_title(c, "%s: %s", a->title, what);
	else
		changes_title(c, a->kind == ACTION_ACTIVITY ? N_("Aktivitet %lld: %s") : N_("Åtgärd %lld: %s"), (long long)a->nr, what);
}

void action_set_status(struct changes *c, const struct action *a, enum action_status status, struct date today)
{
	changes_set_text(c, RECORD_ACTION, &a->head, "Status", action_statuses[status].code);
	if (status != ACTION_DONE)
		changes_set_text(c, RECORD_ACTION, &a->head, "Klart", NULL);
	else if (a->status != ACTION_DONE || !date_known(a->done)) /* what is done keeps its day */
		changes_set_text(c, RECORD_ACTION, &a->head, "Klart", iso(&c->arena, today));
	title(c, a, action_statuses[status].label);
}

void action_set_due(struct changes *c, const struct action *a, struct date due)
{
	changes_set_text(c, RECORD_ACTION, &a->head, "Klart_senast", date_known(due) ? iso(&c->arena, due) : NULL);
	title(c, a, date_known(due) ? N_("ny tid") : N_("tiden struken"));
}

void action_set_owner(struct changes *c, const struct action *a, const char *owner)
{
	changes_set_text(c, RECORD_ACTION, &a->head, "Ansvarig", owner);
	title(c, a, N_("ansvarig"));
}

void action_add_note(struct changes *c, const struct action *a, const char *text, struct date today)
{
	if (text[strspn(text, " \t\r\n")])
		changes_append(c, RECORD_ACTION, &a->head, "Anteckning",
		               arena_printf(&c->arena, "%s %s", iso(&c->arena, today), text));
	title(c, a, N_("anteckning"));
}

/* A title is one line. */
static const char *one_line(struct arena *a, const char *text)
{
	char *line = arena_strdup(a, text);
	for (char *p = line; *p; p++)
		if (*p == '\n' || *p == '\r')
			*p = ' ';
	return line;
}

/* A task not begun, which answers what is named (either may be NULL). */
static void new_task(struct changes *c, const char *title, const char *gap, const char *proposal, const char *id, int64_t nr,
                     const char *file)
{
	struct action a;
	record_init(record_type(RECORD_ACTION), &a);
	a.head.id = id;
	a.nr = nr;
	a.kind = ACTION_TASK;
	a.status = ACTION_NOT_STARTED;
	a.title = one_line(&c->arena, title);
	if (gap)
		strings_add(&a.gaps, gap, &c->arena);
	if (proposal)
		strings_add(&a.proposals, proposal, &c->arena);
	changes_add(c, RECORD_ACTION, file, &a);
	changes_title(c, "Ny åtgärd %lld: %s", (long long)nr, a.title);
}

void action_from_gap(struct changes *c, const struct gap *g, const struct proposal *p, const char *id,
                     int64_t nr, const char *file)
{
	const char *title = !p ? g->text : p->template_text ? p->template_text : p->title;
	new_task(c, title, g->head.id, p ? p->head.id : NULL, id, nr, file);
}

void action_from_proposal(struct changes *c, const struct proposal *p, const char *id, int64_t nr, const char *file)
{
	new_task(c, p->template_text ? p->template_text : p->title, NULL, p->head.id, id, nr, file);
}

const struct plan *plan_for_year(const struct records *r, int year)
{
	const struct plan *best = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_PLAN); i++) {
		const struct plan *p = records_plan(r, i);
		bool usable = p->year <= year;
		bool best_usable = best && best->year <= year;
		if (!best || (usable && (!best_usable || p->year > best->year)) ||
		    (!usable && !best_usable && p->year < best->year))
			best = p;
	}
	return best;
}
