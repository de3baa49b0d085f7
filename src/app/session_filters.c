/* The filters that the person has named: read when the session knows where, written at once. */
#include "session_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/report/filter.h"

#include <stdlib.h>
#include <string.h>

bool session_know_filters(struct session *s, const char *state_dir, struct error *e)
{
	if (!s->folder || s->state)
		return true;
	s->state = mem_strdup(state_dir);
	return filters_read(s->io, s->state, folder_path(s->folder), &s->filters, e);
}

const struct kept_filters *session_filters(const struct session *s)
{
	return &s->filters;
}

static const char *list_of(enum record_kind kind)
{
	return record_type(kind)->name;
}

/* The ready-made is found by its name in Swedish and as it is shown. */
static const char *ready_words(enum record_kind kind, const char *name)
{
	struct kept_filters one = {.items = NULL};
	const char *words = NULL;
	for (const struct ready_filter *r = record_filter_ready(kind); r->name && !words; r++) {
		kept_filters_put(&one, "", r->name, r->words);
		kept_filters_put(&one, "", _(r->name), r->words);
		words = kept_filters_find(&one, "", name) ? r->words : NULL;
		kept_filters_release(&one);
	}
	return words;
}

const char *session_filter_words(const struct session *s, enum record_kind kind, const char *name)
{
	const struct kept_filter *own = kept_filters_find(&s->filters, list_of(kind), name);
	return own ? own->words : ready_words(kind, name);
}

const char *session_filter_name(const struct session *s, enum record_kind kind, size_t nth)
{
	for (size_t i = 0; i < s->filters.count; i++)
		if (strcmp(s->filters.items[i].list, list_of(kind)) == 0 && nth-- == 0)
			return s->filters.items[i].name;
	for (const struct ready_filter *r = record_filter_ready(kind); r->name; r++)
		if (!kept_filters_find(&s->filters, list_of(kind), _(r->name)) && nth-- == 0)
			return _(r->name);
	return NULL;
}

/* On the disk first, and from there; nowhere to keep them: in memory. */
static bool change(struct session *s, enum record_kind kind, const char *was, const char *name, const char *words, struct error *e)
{
	if (s->state)
		return filters_change(s->io, s->state, folder_path(s->folder), list_of(kind), was, name, words, &s->filters, e);
	if (was)
		kept_filters_remove(&s->filters, list_of(kind), was);
	if (words)
		kept_filters_put(&s->filters, list_of(kind), name, words);
	return true;
}

bool session_filter_keep(struct session *s, enum record_kind kind, const char *name, const char *words, struct error *e)
{
	return change(s, kind, NULL, name, words, e);
}

bool session_filter_rename(struct session *s, enum record_kind kind, const char *was, const char *name, struct error *e)
{
	const struct kept_filter *own = kept_filters_find(&s->filters, list_of(kind), was);
	char *words = own ? mem_strdup(own->words) : NULL, *before = mem_strdup(was);
	bool done = words ? change(s, kind, before, name, words, e)
	                  : error_set(e, ERROR_NOT_FOUND, _("Inget sparat filter heter ”%.80s”."), was);
	free(words);
	free(before);
	return done;
}

bool session_filter_drop(struct session *s, enum record_kind kind, const char *name, struct error *e)
{
	char *was = mem_strdup(name);
	bool done = change(s, kind, was, NULL, NULL, e);
	free(was);
	return done;
}
