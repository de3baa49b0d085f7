#include "radsbord/council/network.h"

#include "radsbord/base/language.h"
#include "radsbord/base/num.h"
#include "radsbord/council/action.h"
#include "radsbord/council/meeting.h"

#include <stdlib.h>
#include <string.h>

const char *const question_states[] = {[QUESTION_OPEN] = N_("obesvarad"), [QUESTION_TAKEN_UP] = N_("på dagordningen"),
                                       [QUESTION_ACTION] = N_("åtgärd"), [QUESTION_ANSWERED] = N_("besvarad")};

enum seat_state liaison_state(const struct liaison *l, struct date today)
{
	return term_state(l->person, l->from, l->to, today);
}

bool education_read_participants(const char *line, size_t *name_len, int64_t *people, bool *is_private)
{
	static const char mark[] = "(privat)";
	size_t end = strlen(line), start;
	struct num n;
	while (end > 0 && strchr(" \t", line[end - 1]))
		end--;
	start = end;
	while (start > 0 && line[start - 1] >= '0' && line[start - 1] <= '9')
		start--;
	char *digits = mem_strndup(line + start, end - start);
	bool ok = start > 0 && start < end && num_parse(digits, &n, NULL);
	free(digits);
	if (!ok)
		return false;
	while (start > 0 && strchr(" \t:", line[start - 1]))
		start--;
	*people = n.num;
	*is_private = start >= sizeof mark - 1 && memcmp(line + start - (sizeof mark - 1), mark, sizeof mark - 1) == 0;
	*name_len = start;
	return start > 0;
}

struct education_count education_count(const struct education *e)
{
	struct education_count n = {.all_known = e->participants.count > 0};
	for (size_t i = 0; i < e->participants.count; i++) {
		size_t len;
		int64_t people;
		bool is_private;
		if (!education_read_participants(e->participants.items[i], &len, &people, &is_private)) {
			n.all_known = false;
			continue;
		}
		n.people += people;
		n.from_private += is_private ? people : 0;
	}
	return n;
}

bool checked_is_stale(struct date checked, struct date today)
{
	struct date year_ago = {today.year - 1, today.month, today.day};
	return !date_known(checked) || date_cmp(checked, year_ago) < 0;
}

bool resource_is_stale(const struct resource *r, struct date today)
{
	return checked_is_stale(r->checked, today);
}

enum question_state question_state(const struct question *q)
{
	return date_known(q->answered) ? QUESTION_ANSWERED
	       : q->action             ? QUESTION_ACTION
	       : q->meeting            ? QUESTION_TAKEN_UP
	                               : QUESTION_OPEN;
}

void question_take_up(struct changes *c, const struct records *r, const struct question *q, const struct meeting *m,
                      const char *item_id)
{
	meeting_add_item(c, r, m, item_id, ITEM_DISCUSSION, arena_printf(&c->arena, "Fråga från %s: %s", q->workplace, q->topic),
	                 q->text);
	changes_set_text(c, RECORD_QUESTION, &q->head, "Mote", m->head.id);
	changes_title(c, "Frågan om %s på dagordningen", q->topic);
}

void question_to_action(struct changes *c, const struct records *r, const struct question *q, const char *action_id,
                        const char *file)
{
	struct action a;
	record_init(record_type(RECORD_ACTION), &a);
	a.head.id = action_id;
	a.nr = action_next_nr(r);
	a.kind = ACTION_TASK;
	a.title = arena_printf(&c->arena, "%s (fråga från %s)", q->topic, q->workplace);
	changes_add(c, RECORD_ACTION, file, &a);
	changes_set_text(c, RECORD_QUESTION, &q->head, "Atgard", action_id);
	changes_title(c, "Frågan om %s blev åtgärd %lld", q->topic, (long long)a.nr);
}
