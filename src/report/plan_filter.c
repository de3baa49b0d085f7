/* plan_filter.c - which actions a filter means: plain words and `ansvarig:ek status:pågår fokus:ombud tjänst:jour försenad`. */
#include "radsbord/report/plan.h"

#include "radsbord/council/plan.h"

#include <string.h>

static bool in_text(const char *s, const char *word)
{
	return s && text_matches(s, word);
}

static bool in_list(const struct strings *list, const char *word)
{
	for (size_t i = 0; i < list->count; i++)
		if (in_text(list->items[i], word))
			return true;
	return false;
}

static const struct focus *focus_of(const struct model *m, const struct action *a)
{
	return m->council ? (const struct focus *)(const void *)records_find(m->council, RECORD_FOCUS, a->focus) : NULL;
}

static bool fits_owner(const struct model *m, const struct action *a, const char *word)
{
	(void)m;
	return in_text(a->owner, word);
}

static bool fits_overdue(const struct model *m, const struct action *a, const char *word)
{
	(void)word;
	return action_is_overdue(a, m->today);
}

static bool fits_status(const struct model *m, const struct action *a, const char *word)
{
	return in_text(action_statuses[a->status].label, word) || in_text(action_statuses[a->status].code, word) ||
	       (action_is_overdue(a, m->today) && in_text("försenad", word));
}

static bool fits_focus(const struct model *m, const struct action *a, const char *word)
{
	const struct focus *f = focus_of(m, a);
	return in_text(f ? f->title : a->focus, word);
}

static bool fits_service(const struct model *m, const struct action *a, const char *word)
{
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(m, a->gaps.items[i]);
		if (g && (in_text(service_choices[g->service].label, word) ||
		          in_text(service_choices[g->service].code, word)))
			return true;
	}
	return false;
}

/* The year of a plan it belongs to. */
static bool fits_plan(const struct model *m, const struct action *a, const char *word)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_PLAN); i++) {
		const struct plan *p = records_plan(m->council, i);
		struct buf year = {0};
		buf_printf(&year, "%lld", (long long)p->year);
		bool same = strcmp(buf_cstr(&year), word) == 0 && plan_has(p, &a->head, &a->carried);
		buf_release(&year);
		if (same)
			return true;
	}
	return false;
}

static bool fits_plain(const struct model *m, const struct action *a, const char *word)
{
	return in_text(a->title, word) || in_text(a->owner, word) || in_text(a->audience, word) ||
	       in_list(&a->participants, word) || in_list(&a->notes, word) || fits_focus(m, a, word) ||
	       in_text(action_statuses[a->status].label, word);
}

/* One folded word. A key whose value is still to be typed leaves all. */
static bool fits(const struct model *m, const struct action *a, const char *word)
{
	static const struct {
		const char *key;
		bool (*fits)(const struct model *, const struct action *, const char *);
	} keys[] = {{"ansvarig:", fits_owner}, {"status:", fits_status},   {"fokus:", fits_focus},
	            {"tjänst:", fits_service}, {"tjanst:", fits_service}, {"plan:", fits_plan}};
	if (strcmp(word, "försenad") == 0 || strcmp(word, "forsenad") == 0)
		return fits_overdue(m, a, word);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		size_t n = strlen(keys[i].key);
		if (strncmp(word, keys[i].key, n) == 0)
			return !word[n] || keys[i].fits(m, a, word + n);
	}
	return fits_plain(m, a, word);
}

bool plan_matches(const struct model *m, const struct action *a, const char *filter)
{
	struct buf folded = {0};
	bool all = true;
	text_fold(&folded, filter ? filter : "");
	for (char *word = folded.data; all && word && *word;) {
		word += strspn(word, " \t\n");
		size_t n = strcspn(word, " \t\n");
		char *next = word[n] ? word + n + 1 : word + n;
		word[n] = '\0';
		all = !n || fits(m, a, word);
		word = next;
	}
	buf_release(&folded);
	return all;
}
