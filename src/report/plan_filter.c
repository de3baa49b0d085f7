/* plan_filter.c - which actions a filter means: plain words and `ansvarig:ek status:öppen fokus:ombud tjänst:jour
 * senast:<2027-01-01 försenad`. */
#include "radsbord/report/plan.h"

#include "radsbord/council/plan.h"

#include <stdlib.h>
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

static bool fits_status(const struct model *m, const struct action *a, const char *word)
{
	return in_text(action_statuses[a->status].label, word) || in_text(action_statuses[a->status].code, word) ||
	       (action_is_overdue(a, m->today) && in_text("försenad", word)) || (action_is_open(a) && in_text("öppen", word));
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

/* `senast:2026-09` is due by the end of that month, `senast:<2026-09` before it; likewise with a year or a day. */
static bool fits_due(const struct model *m, const struct action *a, const char *word)
{
	const char *day = word + (*word == '<');
	size_t n = strlen(day);
	struct buf due = {0};
	int order;

	(void)m;
	if (!date_known(a->due) || strspn(day, "0123456789-") != n)
		return false;
	date_format_iso(&due, a->due);
	order = strncmp(buf_cstr(&due), day, n);
	buf_release(&due);
	return *word == '<' ? !n || order < 0 : order <= 0;
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

bool plan_matches_key(const struct model *m, const struct action *a, const char *key, const char *value, bool *matches)
{
	static const struct {
		const char *key;
		bool (*fits)(const struct model *, const struct action *, const char *);
	} keys[] = {{"ansvarig", fits_owner}, {"status", fits_status},  {"fokus", fits_focus}, {"tjänst", fits_service},
	            {"tjanst", fits_service}, {"senast", fits_due},     {"plan", fits_plan}};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i].key, key) == 0) {
			*matches = !*value || keys[i].fits(m, a, value);
			return true;
		}
	return false;
}

/* One folded word of a filter: as it is, and its key and value when it has them. */
struct plan_word {
	char *text, *key, *value;
};
struct plan_filter {
	struct plan_word *items;
	size_t count, cap;
	struct buf folded, keys; /* the words; keys and values, cut at the colons */
};

/* Folded and cut once, however many actions are asked for. */
struct plan_filter *plan_filter_new(const char *filter)
{
	struct plan_filter *f = mem_alloc(sizeof *f);
	text_fold(&f->folded, filter ? filter : "");
	buf_str(&f->keys, buf_cstr(&f->folded));
	for (size_t at = 0, end; at < f->folded.len; at = end + 1) {
		struct plan_word w = {.text = f->folded.data + at};
		end = at + strcspn(w.text, " \t\n");
		f->folded.data[end] = f->keys.data[end] = '\0';
		char *colon = strchr(f->keys.data + at, ':');
		if (colon) {
			*colon = '\0';
			w.key = f->keys.data + at;
			w.value = colon + 1;
		}
		if (*w.text)
			VEC_PUSH(f, w);
	}
	return f;
}

void plan_filter_free(struct plan_filter **f)
{
	struct plan_filter *old = *f;
	*f = NULL;
	if (!old)
		return;
	free(old->items);
	buf_release(&old->folded);
	buf_release(&old->keys);
	free(old);
}

/* A key whose value is still to be typed leaves all. */
static bool fits(const struct model *m, const struct action *a, const struct plan_word *w)
{
	bool matches;
	if (strcmp(w->text, "försenad") == 0 || strcmp(w->text, "forsenad") == 0)
		return action_is_overdue(a, m->today);
	if (w->key && plan_matches_key(m, a, w->key, w->value, &matches))
		return matches;
	return fits_plain(m, a, w->text);
}

bool plan_filter_matches(const struct plan_filter *f, const struct model *m, const struct action *a)
{
	for (size_t i = 0; i < f->count; i++)
		if (!fits(m, a, &f->items[i]))
			return false;
	return true;
}

bool plan_matches(const struct model *m, const struct action *a, const char *filter)
{
	struct plan_filter *f = plan_filter_new(filter);
	bool all = plan_filter_matches(f, m, a);
	plan_filter_free(&f);
	return all;
}
