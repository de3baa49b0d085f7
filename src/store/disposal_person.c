/* Who gallring is about: a name, and the addresses that the records and the history give it. */
#include "disposal_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/store/history.h"

#include <stdlib.h>
#include <string.h>

/* Small letters, with one blank for any blanks and line ends between words and none around them. */
static char *folded(struct arena *a, const char *text)
{
	struct buf b = {0};
	char *out;
	size_t n = 0;

	text_fold(&b, text);
	out = arena_strdup(a, buf_cstr(&b));
	for (size_t i = 0; i < b.len; i++) {
		bool blank = (unsigned char)b.data[i] <= ' ';

		if (!blank || (n > 0 && out[n - 1] != ' '))
			out[n++] = blank ? ' ' : b.data[i];
	}
	out[n > 0 && out[n - 1] == ' ' ? n - 1 : n] = '\0';
	buf_release(&b);
	return out;
}

bool person_is(const struct person *p, const char *name)
{
	struct arena a = {0};
	bool is = name && strcmp(folded(&a, name), p->folded) == 0;

	arena_release(&a);
	return is;
}

static bool is_letter(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '@';
}

/* `what` in `text` with no more of a name or an address on either side; NULL: nowhere. */
static const char *find_word(const char *text, const char *what)
{
	size_t n = strlen(what);

	for (const char *at = text; n > 0 && (at = strstr(at, what)); at++) {
		unsigned char before = at > text ? (unsigned char)at[-1] : ' ', after = (unsigned char)at[n];

		if (!is_letter(before) && before != '.' && !is_letter(after) && !(after == '.' && is_letter((unsigned char)at[n + 1])))
			return at;
	}
	return NULL;
}

bool person_in(const struct person *p, const char *text)
{
	struct arena a = {0};
	const char *plain = folded(&a, text);
	bool in = find_word(plain, p->folded) != NULL;

	for (size_t i = 0; i < p->addresses.count && !in; i++)
		in = find_word(plain, p->addresses.items[i]) != NULL;
	arena_release(&a);
	return in;
}

bool person_in_bytes(const struct person *p, const char *bytes, size_t len)
{
	char *text = mem_alloc(len + 1);
	bool in;

	for (size_t i = 0; i < len; i++)
		text[i] = bytes[i] ? bytes[i] : ' ';
	in = person_in(p, text);
	free(text);
	return in;
}

bool person_owns(const struct person *p, const struct field *f, const char *value)
{
	if (!(f->flags & FIELD_CONTACT))
		return false;
	return strcmp(f->name, "Person") == 0 ? person_is(p, value) : person_in(p, value);
}

static void blot_one(struct buf *text, const char *what)
{
	struct buf out = {0};
	const char *from = buf_cstr(text), *at;

	for (; (at = find_word(from, what)); from = at + strlen(what)) {
		buf_add(&out, from, (size_t)(at - from));
		buf_str(&out, DISPOSAL_MARK);
	}
	buf_str(&out, from);
	buf_release(text);
	*text = out;
}

void person_blot(const struct person *p, const char *text, struct buf *out)
{
	buf_str(out, text);
	for (size_t i = 0; i < p->spellings.count; i++)
		blot_one(out, p->spellings.items[i]);
	if (person_in(p, buf_cstr(out))) { /* written in yet another way */
		buf_clear(out);
		buf_str(out, DISPOSAL_MARK);
	}
}

static void learn_name(struct person *p, const char *name)
{
	if (name && person_is(p, name) && !strings_has(&p->spellings, name))
		strings_add(&p->spellings, arena_strdup(&p->arena, name), &p->arena);
}

static void learn_address(struct person *p, const char *address)
{
	const char *plain = address ? folded(&p->arena, address) : "";

	if (!*plain || strings_has(&p->addresses, plain))
		return;
	strings_add(&p->addresses, plain, &p->arena);
	strings_add(&p->spellings, arena_strdup(&p->arena, address), &p->arena);
}

/* ---- the history, newest first ---- */

/* Who had a record after the event that comes next, as far as it is known. */
struct holder {
	const char *id, *name;
};
struct holders {
	struct holder *items;
	size_t count, cap;
};

static struct holder *holder_of(struct holders *h, const char *id)
{
	for (size_t i = 0; i < h->count; i++)
		if (strcmp(h->items[i].id, id) == 0)
			return &h->items[i];
	VEC_PUSH(h, ((struct holder){.id = id}));
	return &h->items[h->count - 1];
}

static const char *value_of(const struct strings *values)
{
	return values->count ? values->items[0] : NULL;
}

static const struct history_field *changed(const struct history_event *event, const char *name)
{
	for (size_t i = 0; i < event->count; i++)
		if (strcmp(event->fields[i].name, name) == 0)
			return &event->fields[i];
	return NULL;
}

static void learn_event(struct person *p, const struct history_event *event, struct holders *h)
{
	const struct history_field *person = changed(event, "Person"), *address = changed(event, "Epost");
	struct holder *holder = holder_of(h, event->id);
	const char *after = person ? value_of(&person->after) : holder->name, *before = person ? value_of(&person->before) : after;

	learn_name(p, after);
	learn_name(p, before);
	if (address && after && person_is(p, after))
		learn_address(p, value_of(&address->after));
	if (address && before && person_is(p, before))
		learn_address(p, value_of(&address->before));
	holder->name = before;
}

static void learn_records(struct person *p, const struct records *r, struct holders *h)
{
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		const struct field *name = record_field(t, "Person", 6), *address = record_field(t, "Epost", 5);

		for (size_t i = 0; name && address && i < records_count(r, t->kind); i++) {
			const struct record *record = records_at(r, t->kind, i);
			const char *who = *(const char *const *)(const void *)((const char *)record + name->offset);

			holder_of(h, record->id)->name = who;
			learn_name(p, who);
			if (who && person_is(p, who))
				learn_address(p, *(const char *const *)(const void *)((const char *)record + address->offset));
		}
	}
}

bool person_learn(struct person *p, const char *name, const struct folder *f, struct error *e)
{
	struct history h = {0};
	struct holders holders = {0};
	struct diagnostics unread = {0};
	bool ok;

	*p = (struct person){.folded = NULL};
	p->folded = folded(&p->arena, name);
	strings_add(&p->spellings, arena_strdup(&p->arena, name), &p->arena);
	learn_records(p, folder_records(f), &holders);
	folder_history(f, NULL, 0, &h, &unread);
	for (size_t i = 0; i < h.count; i++)
		if (h.items[i].record && record_field(h.items[i].record, "Epost", 5))
			learn_event(p, &h.items[i], &holders);
	free(holders.items);
	history_release(&h);
	/* An address that only stands in what cannot be read would be left everywhere. */
	ok = unread.count == 0 ||
	     error_set_at(e, ERROR_READONLY, unread.items[0].file, unread.items[0].line,
	                  _("Historiken går inte att läsa helt, så det är inte känt vad som ska gallras; kör radsbord kontroll och rätta den "
	                  "först. %.300s"), unread.items[0].text);
	diagnostics_release(&unread);
	return ok;
}

void person_release(struct person *p)
{
	arena_release(&p->arena);
	*p = (struct person){0};
}
