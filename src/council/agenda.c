#include "radsbord/council/agenda.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

/* Compiled from real minutes of advisory councils: DOMAIN section 3, "Standard dagordning". */
const char *const agenda_default[AGENDA_DEFAULT] = {
	"Mötet öppnas",
	"Upprop och närvaro",
	"Val av justerare",
	"Fastställande av dagordning",
	"Föregående protokoll",
	"Åtgärdslista",
	"Uppföljning av handlingsplan och mål",
	"Information från huvudmännen",
	"Remisser",
	"Beslutsärenden",
	"Utbildning och omvärld",
	"Övriga frågor",
	"Nästa möte",
	"Mötet avslutas",
};

/* ---- what a new one begins with ----------------------------------------------------------- */

/* "Närvaro (10)": the heading and its minutes. */
static void add_heading(struct agenda *a, const char *text, size_t n)
{
	struct agenda_entry entry = {.minutes = FIELD_INT_NONE};
	while (n > 0 && *text == ' ') {
		text++;
		n--;
	}
	while (n > 0 && text[n - 1] == ' ')
		n--;
	char *title = arena_strndup(&a->arena, text, n);
	char *open = strrchr(title, '(');
	if (open && open > title && strspn(open + 1, "0123456789") == strcspn(open + 1, ")") && strcmp(open + 1 + strcspn(open + 1, ")"), ")") == 0 &&
	    open[1] != ')' && strlen(open) <= 6) {
		entry.minutes = strtol(open + 1, NULL, 10);
		while (open > title && open[-1] == ' ')
			open--;
		*open = '\0';
	}
	entry.title = title;
	if (*title)
		VEC_PUSH(a, entry);
}

/* Where an item that somebody brings stands: before the first heading like one of these. */
enum { BEFORE_DECISIONS, BEFORE_OTHERS };
static const char *const headings[] = {[BEFORE_DECISIONS] = "beslutsärenden", [BEFORE_OTHERS] = "övriga frågor"};

static size_t place_for_tabled(const struct agenda *a)
{
	for (size_t k = BEFORE_DECISIONS; k <= BEFORE_OTHERS; k++)
		for (size_t i = 0; i < a->count; i++)
			if (text_matches(a->items[i].title, headings[k]))
				return i;
	return a->count;
}

static void insert(struct agenda *a, size_t at, struct agenda_entry entry)
{
	VEC_PUSH(a, entry);
	memmove(&a->items[at + 1], &a->items[at], (a->count - 1 - at) * sizeof *a->items);
	a->items[at] = entry;
}

bool agenda_is_carried(const struct records *r, const struct item *tabled)
{
	for (size_t i = 0; i < records_count(r, RECORD_ITEM); i++)
		if (records_item(r, i)->from && strcmp(records_item(r, i)->from, tabled->head.id) == 0)
			return true;
	return false;
}

void agenda_make(const struct records *r, const char *own, bool carry, struct agenda *out)
{
	for (const char *s = own ? own : ""; *s;) {
		size_t n = strcspn(s, "|");
		add_heading(out, s, n);
		s += n + (s[n] == '|');
	}
	for (size_t i = 0, none = out->count == 0; none && i < AGENDA_DEFAULT; i++)
		VEC_PUSH(out, ((struct agenda_entry){.title = agenda_default[i], .minutes = FIELD_INT_NONE}));
	size_t at = place_for_tabled(out);
	for (size_t i = 0; carry && i < records_count(r, RECORD_ITEM); i++) {
		const struct item *item = records_item(r, i);
		if (item->kind == ITEM_TABLED && !agenda_is_carried(r, item))
			insert(out, at++, (struct agenda_entry){.title = item->title, .minutes = item->minutes, .from = item->head.id,
			                                        .kind = ITEM_DECISION});
	}
}

void agenda_release(struct agenda *a)
{
	arena_release(&a->arena);
	free(a->items);
	*a = (struct agenda){0};
}

/* ---- the items of a meeting --------------------------------------------------------------- */

static bool is_of(const struct item *item, const struct meeting *m)
{
	return item->head.file && m->head.file && strcmp(item->head.file, m->head.file) == 0;
}

size_t agenda_items(const struct records *r, const struct meeting *m, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_ITEM); i++) {
		if (!is_of(records_item(r, i), m))
			continue;
		size_t at = n < max ? n : max;
		while (at > 0 && records_item(r, out[at - 1])->nr > records_item(r, i)->nr) {
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

const struct item *agenda_item(const struct records *r, const struct meeting *m, const char *id)
{
	const struct record *item = id ? records_find(r, RECORD_ITEM, id) : NULL;
	const struct item *found = (const struct item *)(const void *)item;
	return found && is_of(found, m) ? found : NULL;
}

static size_t place_among(const struct records *r, const size_t *order, size_t count, const struct item *item)
{
	for (size_t k = item->from ? BEFORE_DECISIONS : BEFORE_OTHERS; k <= BEFORE_OTHERS; k++)
		for (size_t i = 0; i < count; i++)
			if (records_item(r, order[i])->title && text_matches(records_item(r, order[i])->title, headings[k]))
				return i;
	return count;
}

void agenda_insert(struct changes *c, const struct records *r, const struct meeting *m, struct item *item)
{
	size_t most = records_count(r, RECORD_ITEM);
	size_t *order = arena_alloc(&c->arena, (most + 1) * sizeof *order);
	size_t count = agenda_items(r, m, order, most), at = place_among(r, order, count, item);
	int64_t nr = at ? records_item(r, order[at - 1])->nr : 0;
	item->nr = (nr == FIELD_INT_NONE || nr >= INT64_MAX - 1000 ? 0 : nr) + 1;
	int64_t next = item->nr + 1;
	for (size_t i = at; i < count && records_item(r, order[i])->nr < next; i++, next++)
		changes_set_text(c, RECORD_ITEM, &records_item(r, order[i])->head, "Nr", arena_printf(&c->arena, "%lld", (long long)next));
	changes_add(c, RECORD_ITEM, m->head.file, item);
}

/* ---- time ---------------------------------------------------------------------------------- */

struct agenda_time agenda_time(const struct records *r, const struct meeting *m)
{
	struct agenda_time t = {.meeting = m->start >= 0 && m->end > m->start ? m->end - m->start : FIELD_INT_NONE};
	for (size_t i = 0; i < records_count(r, RECORD_ITEM); i++) {
		const struct item *item = records_item(r, i);
		if (!is_of(item, m))
			continue;
		t.items++;
		if (item->minutes == FIELD_INT_NONE || item->minutes < 0 || item->minutes > 24 * 60)
			t.unstated++;
		else
			t.planned += item->minutes;
	}
	return t;
}

void agenda_time_warn(const struct agenda_time *t, struct buf *out)
{
	if (t->items == t->unstated || t->meeting == FIELD_INT_NONE || (t->planned == t->meeting && !t->unstated))
		return;
	if (t->planned > t->meeting)
		buf_printf(out, _("Punkterna tar %lld minuter, men mötet är %lld."), (long long)t->planned, (long long)t->meeting);
	else if (t->unstated)
		buf_printf(out, _("%lld av mötets %lld minuter är fördelade; %zu %s saknar tid."), (long long)t->planned, (long long)t->meeting,
		           t->unstated, t->unstated == 1 ? _("punkt") : _("punkter"));
	else
		buf_printf(out, _("Punkterna tar %lld av mötets %lld minuter."), (long long)t->planned, (long long)t->meeting);
}
