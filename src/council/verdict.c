#include "radsbord/council/verdict.h"

#include "radsbord/base/language.h"
#include "radsbord/council/action.h"

#include <stdlib.h>
#include <string.h>

bool verdict_is_of(const struct verdict *v, const struct meeting *m)
{
	return v->head.file && m->head.file && strcmp(v->head.file, m->head.file) == 0;
}

const struct verdict *verdict_of(const struct records *r, const struct meeting *m, const char *action)
{
	for (size_t i = 0; i < records_count(r, RECORD_VERDICT); i++) {
		const struct verdict *v = records_verdict(r, i);
		if (verdict_is_of(v, m) && v->action && strcmp(v->action, action) == 0)
			return v;
	}
	return NULL;
}

size_t verdicts_of(const struct records *r, const struct meeting *m, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_VERDICT); i++) {
		const struct verdict *v = records_verdict(r, i);
		if (!verdict_is_of(v, m))
			continue;
		size_t at = n < max ? n : max;
		while (at > 0 && records_verdict(r, out[at - 1])->nr > v->nr) {
			if (at < max)
				out[at] = out[at - 1];
			at--;
		}
		if (at < max)
			out[at] = i;
		n++;
	}
	return n;
}

/* The meeting whose file a verdict stands in. */
static const struct meeting *meeting_of(const struct records *r, const struct verdict *v)
{
	for (size_t i = 0; i < records_count(r, RECORD_MEETING); i++)
		if (verdict_is_of(v, records_meeting(r, i)))
			return records_meeting(r, i);
	return NULL;
}

const struct verdict *verdict_earlier(const struct records *r, const struct meeting *m, const char *action,
                                      const struct meeting **at)
{
	const struct verdict *best = NULL;
	*at = NULL;
	for (size_t i = 0; i < records_count(r, RECORD_VERDICT); i++) {
		const struct verdict *v = records_verdict(r, i);
		const struct meeting *where = v->action && strcmp(v->action, action) == 0 ? meeting_of(r, v) : NULL;
		if (!where || date_cmp(where->date, m->date) >= 0)
			continue;
		if (!*at || date_cmp(where->date, (*at)->date) > 0) {
			best = v;
			*at = where;
		}
	}
	return best;
}

bool verdict_brings_up(const struct records *r, const struct meeting *m, const char *action)
{
	const struct meeting *at;
	const struct verdict *v = verdict_earlier(r, m, action, &at);
	return v && (v->outcome == VERDICT_TAKEN_UP || v->outcome == VERDICT_CARRIED);
}

/* The action as it was before the meeting. */
static struct action before_meeting(const struct action *a, const struct verdict *v)
{
	struct action was = *a;
	if (v) {
		was.status = v->status_before;
		was.due = v->due_before;
		was.done = v->done_before;
		was.owner = v->owner_before;
	}
	return was;
}

/* ---- the order ------------------------------------------------------------------ */

enum { GROUP_OVERDUE, GROUP_SOON, GROUP_BROUGHT_UP, GROUP_OTHER };

static int group(const struct records *r, const struct meeting *m, struct date next, const struct action *a)
{
	if (action_is_overdue(a, m->date))
		return GROUP_OVERDUE;
	if (date_known(next) && date_known(a->due) && date_cmp(a->due, next) < 0)
		return GROUP_SOON;
	return verdict_brings_up(r, m, a->head.id) ? GROUP_BROUGHT_UP : GROUP_OTHER;
}

struct review_key review_key_of(const struct records *r, const struct meeting *m, struct date next, const struct action *a,
                                const struct verdict *v)
{
	struct action was = before_meeting(a, v);
	return (struct review_key){.group = group(r, m, next, &was), .due = was.due, .nr = a->nr};
}

int review_key_compare(const struct review_key *a, const struct review_key *b)
{
	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (date_known(a->due) != date_known(b->due))
		return date_known(a->due) ? -1 : 1;
	int order = date_cmp(a->due, b->due);
	if (order)
		return order < 0 ? -1 : 1;
	return (a->nr > b->nr) - (a->nr < b->nr);
}

/* ---- the step ------------------------------------------------------------------- */

static struct action after_verdict(const struct action *was, const struct verdict_call *call, struct date today)
{
	struct action is = *was;
	if (call->outcome == VERDICT_NEW_DATE)
		is.due = call->due;
	if (call->outcome == VERDICT_NEW_OWNER)
		is.owner = call->owner;
	if (call->outcome == VERDICT_DONE) {
		is.done = was->status == ACTION_DONE && date_known(was->done) ? was->done : today;
		is.status = ACTION_DONE;
	}
	if (call->outcome == VERDICT_DROPPED) {
		is.status = ACTION_DROPPED;
		is.done = DATE_NONE;
	}
	return is;
}

static void set_like(struct changes *c, enum record_kind kind, const struct record *r, const void *wanted, const char *name)
{
	const struct field *f = record_field(record_type(kind), name, strlen(name));
	struct strings values = {0};
	field_encode(f, wanted, &c->arena, &values);
	changes_set(c, kind, r, name, values.items, values.count);
}

static void set_action(struct changes *c, const struct action *a, const struct action *wanted)
{
	static const char *const names[] = {"Status", "Klart", "Klart_senast", "Ansvarig"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		set_like(c, RECORD_ACTION, &a->head, wanted, names[i]);
}

/* The number that a new verdict of the step got. */
static int64_t nr_of(const struct change *added)
{
	for (size_t i = 0; i < added->fields_count; i++)
		if (strcmp(added->fields[i].field->name, "Nr") == 0)
			return strtoll(added->fields[i].values.items[0], NULL, 10);
	return 0;
}

/* After the newest that the step adds already, else after those that stand there. */
static int64_t next_nr(const struct records *r, const struct meeting *m, const struct changes *c)
{
	int64_t max = 0;
	for (size_t i = c->count; i-- > 0;)
		if (c->items[i].kind == CHANGE_ADD && c->items[i].type->kind == RECORD_VERDICT)
			return nr_of(&c->items[i]) + 1;
	for (size_t i = 0; i < records_count(r, RECORD_VERDICT); i++)
		if (verdict_is_of(records_verdict(r, i), m) && records_verdict(r, i)->nr > max)
			max = records_verdict(r, i)->nr;
	return max + 1;
}

/* The outcome before the words of the action, which may be cut where the line ends: "H-14 ny tid: Utred mottagningen". */
static void title(struct changes *c, const struct action *a, const struct verdict_call *call)
{
	const char *outcome = verdict_outcomes[call->outcome].label;
	if (a->nr != FIELD_INT_NONE)
		changes_title(c, N_("H-%lld %s: %s"), (long long)a->nr, outcome, a->title);
	else
		changes_title(c, N_("%s: %s"), outcome, a->title);
}

void verdict_give(struct changes *c, const struct records *r, const struct meeting *m, const struct action *a,
                  const struct verdict_call *call, struct date today, const char *id)
{
	static const char *const names[] = {"Utfall", "Tid", "Ansvarig", "Text", "Egen_paragraf"};
	const struct verdict *old = verdict_of(r, m, a->head.id);
	struct action was = before_meeting(a, old), is = after_verdict(&was, call, today);
	struct verdict v;
	record_init(record_type(RECORD_VERDICT), &v);
	v.outcome = (int)call->outcome;
	v.due = call->outcome == VERDICT_NEW_DATE ? call->due : DATE_NONE;
	v.owner = call->outcome == VERDICT_NEW_OWNER ? call->owner : NULL;
	v.text = call->text && call->text[strspn(call->text, " \t\r\n")] ? call->text : NULL;
	v.own_paragraph = call->own_paragraph;
	set_action(c, a, &is);
	if (v.text && (!old || !old->text || strcmp(old->text, v.text) != 0))
		action_add_note(c, a, v.text, m->date);
	if (old) {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			set_like(c, RECORD_VERDICT, &old->head, &v, names[i]);
	} else {
		v.head.id = id;
		v.nr = next_nr(r, m, c);
		v.action = a->head.id;
		v.status_before = was.status;
		v.due_before = was.due;
		v.done_before = was.done;
		v.owner_before = was.owner;
		changes_add(c, RECORD_VERDICT, m->head.file, &v);
	}
	title(c, a, call);
}

void verdict_set_own(struct changes *c, const struct verdict *v, bool own)
{
	changes_set_text(c, RECORD_VERDICT, &v->head, "Egen_paragraf", own ? "ja" : "nej");
	changes_title(c, own ? N_("Egen paragraf") : N_("Ingen egen paragraf"));
}
