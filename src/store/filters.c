#include "radsbord/store/filters.h"

#include "change_text.h"
#include "rec_local.h"

#include "radsbord/base/guard.h"
#include "radsbord/base/text.h"
#include "radsbord/store/local.h"

#include <stdlib.h>
#include <string.h>

/* ---- the list ------------------------------------------------------------------ */

static void filter_free(struct kept_filter *x)
{
	free(x->list);
	free(x->name);
	free(x->words);
}

void kept_filters_release(struct kept_filters *k)
{
	for (size_t i = 0; i < k->count; i++)
		filter_free(&k->items[i]);
	free(k->items);
	*k = (struct kept_filters){.items = NULL};
}

/* The command line has no blanks to spare. */
static char *plain(const char *name)
{
	struct buf b = {0};

	text_fold_plain(&b, name);
	for (size_t i = 0; i < b.len; i++)
		if (b.data[i] == '-')
			b.data[i] = ' ';
	return buf_detach(&b);
}

static bool same_name(const char *a, const char *b)
{
	char *x = plain(a), *y = plain(b);
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

static long find(const struct kept_filters *k, const char *list, const char *name)
{
	for (size_t i = 0; i < k->count; i++)
		if (strcmp(k->items[i].list, list) == 0 && same_name(k->items[i].name, name))
			return (long)i;
	return -1;
}

const struct kept_filter *kept_filters_find(const struct kept_filters *k, const char *list, const char *name)
{
	long at = find(k, list, name);

	return at < 0 ? NULL : &k->items[at];
}

void kept_filters_put(struct kept_filters *k, const char *list, const char *name, const char *words)
{
	struct kept_filter fresh = {mem_strdup(list), mem_strdup(name), mem_strdup(words)};
	long at = find(k, list, name);

	if (at < 0) {
		VEC_PUSH(k, fresh);
		return;
	}
	filter_free(&k->items[at]);
	k->items[at] = fresh;
}

bool kept_filters_remove(struct kept_filters *k, const char *list, const char *name)
{
	long at = find(k, list, name);

	if (at < 0)
		return false;
	filter_free(&k->items[at]);
	memmove(k->items + at, k->items + at + 1, (k->count - (size_t)at - 1) * sizeof *k->items);
	k->count--;
	return true;
}

/* ---- the file ---------------------------------------------------------------------- */

static void read_one(const struct rec_doc *doc, const struct rec_record *r, struct kept_filters *out)
{
	struct arena a = {0};
	const char *list = NULL, *name = NULL, *words = NULL;

	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &doc->fields[r->first + i];
		const char *value = rec_value(doc, f, &a);

		list = rec_name_is(doc, f, "Lista") ? value : list;
		name = rec_name_is(doc, f, "Namn") ? value : name;
		words = rec_name_is(doc, f, "Ord") ? value : words;
	}
	if (list && name && words && *name)
		kept_filters_put(out, list, name, words);
	arena_release(&a);
}

static bool read_file(const struct local *l, struct kept_filters *out, struct error *e)
{
	struct error own = {0};
	struct buf bytes = {0};
	struct rec_doc doc;
	bool ok = local_read(l, LOCAL_FILTERS, &bytes, &own);

	kept_filters_release(out);
	if (ok) {
		rec_parse(buf_cstr(&bytes), bytes.len, LOCAL_FILTERS, &doc, NULL);
		for (size_t i = 0; i < doc.records_count; i++)
			read_one(&doc, &doc.records[i], out);
		rec_doc_release(&doc);
	}
	buf_release(&bytes);
	if (!ok && own.code != ERROR_NOT_FOUND && e)
		*e = own;
	return ok || own.code == ERROR_NOT_FOUND;
}

static bool write_file(struct local *l, const struct kept_filters *k, struct error *e)
{
	struct buf out = {0};
	bool ok;

	buf_str(&out, "%rec: Filter\n%doc: Filter som du har sparat i Rådsbord, ett för varje lista och namn.\n");
	for (size_t i = 0; i < k->count; i++) {
		buf_char(&out, '\n');
		rec_write_field(&out, "Lista", k->items[i].list, "\n");
		change_text_field("Namn", k->items[i].name, GUARD_ASK_REMOVE, &out);
		change_text_field("Ord", k->items[i].words, GUARD_ASK_REMOVE, &out);
	}
	ok = local_write(l, LOCAL_FILTERS, buf_cstr(&out), out.len, e);
	buf_release(&out);
	return ok;
}

bool filters_read(const struct io *io, const char *state, const char *council, struct kept_filters *out, struct error *e)
{
	struct error own = {0};
	struct local *l = local_open_shared(io, state, council, false, &own);
	bool ok = l ? read_file(l, out, e) : own.code == ERROR_NOT_FOUND;

	if (!l)
		kept_filters_release(out);
	if (!ok && !l && e)
		*e = own;
	local_close(&l);
	return ok;
}

bool filters_change(const struct io *io, const char *state, const char *council, const char *list, const char *was, const char *name,
                    const char *words, struct kept_filters *out, struct error *e)
{
	struct local *l = local_open_shared(io, state, council, true, e);
	bool ok = l && read_file(l, out, e); /* a file that cannot be read is not an empty one */

	if (ok) {
		if (was)
			kept_filters_remove(out, list, was);
		if (words)
			kept_filters_put(out, list, name, words);
		ok = write_file(l, out, e);
	}
	local_close(&l);
	return ok;
}
