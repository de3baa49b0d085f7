/* What can be meant by the word that is being typed, and the names of filters that are kept. */
#include "filter_local.h"

#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

/* So many rows are looked at, and so many values offered, however long the list is. */
enum { ROWS_MOST = 5000, VALUES_MOST = 100 };

void filter_candidates_release(struct filter_candidates *c)
{
	for (size_t i = 0; i < c->count; i++)
		free(c->items[i]);
	free(c->items);
	*c = (struct filter_candidates){.items = NULL};
}

/* The last word when nothing stands after it, else an empty one at the end. */
static struct filter_typed last_word(const char *text)
{
	struct filter_typed word = {.text = NULL}, next;
	for (size_t at = 0; filter_read_word(text, at, &next); at = next.end) {
		free(word.text);
		word = next;
	}
	size_t len = strlen(text);
	if (word.text && word.end == len)
		return word;
	free(word.text);
	return (struct filter_typed){.text = mem_strdup(""), .start = len, .end = len};
}

static const char *sign_of(const char *text, const struct filter_typed *w)
{
	return !w->negated ? "" : text[w->start] == '-' ? "-" : "inte:";
}

static void offer_keys(const char *text, const struct filter_typed *w, const struct filter_rows *rows, struct filter_candidates *out)
{
	struct buf typed = {0};
	text_fold_plain(&typed, w->text);
	for (size_t i = 0; i < rows->keys_count; i++) {
		struct buf name = {0};
		text_fold_plain(&name, rows->keys[i].name);
		if (rows->keys[i].help && strncmp(buf_cstr(&name), buf_cstr(&typed), typed.len) == 0)
			VEC_PUSH(out, mem_printf("%s%s%s", sign_of(text, w), rows->keys[i].name, rows->keys[i].kind == FILTER_FLAG ? "" : ":"));
		buf_release(&name);
	}
	if (rows->saved && rows->saved(rows->saved_ctx, 0) && !w->negated && strncmp(FILTER_NAMED ":", buf_cstr(&typed), typed.len) == 0)
		VEC_PUSH(out, mem_strdup(FILTER_NAMED ":"));
	buf_release(&typed);
}

/* A value met in the rows, and whether what is typed begins it. */
struct value {
	char *text;
	bool begins;
};
struct values {
	struct value *items;
	size_t count, cap;
};

static void add_value(struct values *v, const char *line, size_t len, const char *typed)
{
	char *text = mem_strndup(line, len);
	struct buf folded = {0};
	text_fold_plain(&folded, text);
	const char *at = strstr(buf_cstr(&folded), typed);
	bool known = !at || v->count == VALUES_MOST;
	for (size_t i = 0; i < v->count && !known; i++)
		known = strcmp(v->items[i].text, text) == 0;
	if (known) {
		free(text);
	} else {
		struct value value = {text, at == buf_cstr(&folded)};
		VEC_PUSH(v, value);
	}
	buf_release(&folded);
}

static int value_order(const void *a, const void *b)
{
	const struct value *x = a, *y = b;
	return x->begins != y->begins ? y->begins - x->begins : text_compare(x->text, y->text);
}

static void offer_values(const char *text, const struct filter_typed *w, const struct filter_rows *rows, size_t key,
                         struct filter_candidates *out)
{
	struct values found = {0};
	struct buf value = {0}, typed = {0};
	text_fold_plain(&typed, w->text + w->colon + 1);
	for (size_t row = 0; row < rows->count && row < ROWS_MOST && found.count < VALUES_MOST; row++) {
		buf_clear(&value);
		rows->value(rows->ctx, row, key, &value);
		for (const char *line = buf_cstr(&value); *line;) {
			size_t len = strcspn(line, "\n");
			if (len && *line != '\t')
				add_value(&found, line, len, buf_cstr(&typed));
			line += len + (line[len] != 0);
		}
	}
	if (found.count)
		qsort(found.items, found.count, sizeof *found.items, value_order);
	for (size_t i = 0; i < found.count; i++) {
		const char *quote = strchr(found.items[i].text, ' ') ? "\"" : "";
		VEC_PUSH(out, mem_printf("%s%s:%s%s%s", sign_of(text, w), rows->keys[key].name, quote, found.items[i].text, quote));
		free(found.items[i].text);
	}
	free(found.items);
	buf_release(&value);
	buf_release(&typed);
}

/* A blank and a hyphen are the same in a name. */
static void fold_name(struct buf *out, const char *name)
{
	text_fold_plain(out, name);
	for (size_t i = 0; i < out->len; i++)
		if (out->data[i] == '-')
			out->data[i] = ' ';
}

static bool reads_as(const char *word, const char *name)
{
	struct filter_typed w;
	bool same = filter_read_word(word, 0, &w) && !word[w.end] && strcmp(w.text + w.colon + 1, name) == 0;
	free(w.text);
	return same;
}

/* The names that begin so, in the order that they are given; none that cannot be typed, as one with a quotation mark in it. */
static void offer_names(const struct filter_typed *w, const struct filter_rows *rows, struct filter_candidates *out)
{
	struct buf typed = {0};
	const char *name;
	fold_name(&typed, w->text + w->colon + 1);
	for (size_t i = 0; rows->saved && (name = rows->saved(rows->saved_ctx, i)); i++) {
		struct buf folded = {0};
		const char *quote = strpbrk(name, " \t") ? "\"" : "";
		char *word = mem_printf(FILTER_NAMED ":%s%s%s", quote, name, quote);
		fold_name(&folded, name);
		if (strncmp(buf_cstr(&folded), buf_cstr(&typed), typed.len) == 0 && reads_as(word, name))
			VEC_PUSH(out, word);
		else
			free(word);
		buf_release(&folded);
	}
	buf_release(&typed);
}

/* Days as they are asked for most. */
static void offer_days(const char *text, const struct filter_typed *w, struct filter_candidates *out)
{
	static const char *const days[] = {"idag", "nästa-möte", "+14", "+30"};
	struct buf typed = {0};
	size_t sign = w->colon + 1 + strspn(w->text + w->colon + 1, "<>=");
	text_fold_plain(&typed, w->text + sign);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct buf day = {0};
		text_fold_plain(&day, days[i]);
		if (strncmp(buf_cstr(&day), buf_cstr(&typed), typed.len) == 0)
			VEC_PUSH(out, mem_printf("%s%.*s%s", sign_of(text, w), (int)sign, w->text, days[i]));
		buf_release(&day);
	}
	buf_release(&typed);
}

/* utan:ansvarig */
static void offer_without(const char *text, const struct filter_typed *w, const struct filter_rows *rows, struct filter_candidates *out)
{
	struct buf typed = {0};
	text_fold_plain(&typed, w->text + w->colon + 1);
	for (size_t i = 0; i < rows->keys_count; i++) {
		struct buf name = {0};
		text_fold_plain(&name, rows->keys[i].name);
		if (rows->keys[i].help && rows->keys[i].kind != FILTER_FLAG && strncmp(buf_cstr(&name), buf_cstr(&typed), typed.len) == 0)
			VEC_PUSH(out, mem_printf("%sutan:%s", sign_of(text, w), rows->keys[i].name));
		buf_release(&name);
	}
	buf_release(&typed);
}

void filter_candidates(const char *text, const struct filter_rows *rows, struct filter_candidates *out)
{
	struct filter_typed w = last_word(text);
	*out = (struct filter_candidates){.start = w.start};
	long key = w.colon ? filter_find_key(rows, w.text, w.colon) : -1;
	char *name = mem_strndup(w.text, w.colon);
	if (!w.colon && !w.quoted)
		offer_keys(text, &w, rows, out);
	else if (w.colon && text_same_name(name, "utan"))
		offer_without(text, &w, rows, out);
	else if (w.colon && !w.negated && text_same_name(name, FILTER_NAMED))
		offer_names(&w, rows, out);
	else if (key >= 0 && (rows->keys[key].kind == FILTER_DAY || rows->keys[key].kind == FILTER_BY_DAY))
		offer_days(text, &w, out);
	else if (key >= 0 && (rows->keys[key].kind == FILTER_TEXT || rows->keys[key].kind == FILTER_CHOICE))
		offer_values(text, &w, rows, (size_t)key, out);
	free(name);
	free(w.text);
}

const struct filter_key *filter_key_typed(const char *text, const struct filter_rows *rows)
{
	struct filter_typed w = last_word(text);
	long key = w.colon ? filter_find_key(rows, w.text, w.colon) : -1;
	free(w.text);
	return key < 0 ? NULL : &rows->keys[key];
}

bool filter_complete(const char *text, const struct filter_rows *rows, unsigned nth, struct buf *out)
{
	struct filter_candidates c;
	filter_candidates(text, rows, &c);
	bool any = c.count > 0;
	if (any) {
		buf_add(out, text, c.start);
		buf_str(out, c.items[nth % c.count]);
	}
	filter_candidates_release(&c);
	return any;
}

void filter_expand(const char *text, const char *(*saved)(void *ctx, const char *name), void *ctx, struct buf *out, char **unknown)
{
	struct filter_typed w;
	size_t kept = 0;
	for (size_t at = 0; filter_read_word(text, at, &w); at = w.end) {
		char *key = mem_strndup(w.text, w.colon);
		if (w.colon && !w.negated && text_same_name(key, FILTER_NAMED) && w.text[w.colon + 1]) {
			const char *words = saved(ctx, w.text + w.colon + 1);
			buf_add(out, text + kept, w.start - kept);
			buf_str(out, words ? words : "");
			kept = w.end;
			if (!words && unknown && !*unknown)
				*unknown = mem_strdup(w.text + w.colon + 1);
		}
		free(key);
		free(w.text);
	}
	buf_str(out, text + kept);
}
