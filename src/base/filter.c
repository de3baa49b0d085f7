#include "filter_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- words as they are typed ------------------------------------------------- */

static const char NOT_WORD[] = "inte:";
#define WITHOUT "utan"

/* Bytes of a quotation mark at s, 0 when there is none. The straight and the Swedish one. */
static size_t quote_at(const char *s)
{
	return *s == '"' ? 1 : strncmp(s, "”", 3) == 0 || strncmp(s, "“", 3) == 0 ? 3 : 0;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool starts_with_not(const char *s)
{
	struct buf folded = {0};
	char *head = mem_strndup(s, sizeof NOT_WORD - 1);
	text_fold(&folded, head);
	bool is = strcmp(buf_cstr(&folded), NOT_WORD) == 0;
	free(head);
	buf_release(&folded);
	return is;
}

bool filter_read_word(const char *filter, size_t at, struct filter_typed *out)
{
	struct buf text = {0};
	bool inside = false, any_bare = false;
	*out = (struct filter_typed){.text = NULL};
	while (is_blank(filter[at]))
		at++;
	if (!filter[at])
		return false;
	out->start = at;
	if (filter[at] == '-') {
		out->negated = true;
		at++;
	} else if (starts_with_not(filter + at)) {
		out->negated = true;
		at += sizeof NOT_WORD - 1;
	}
	while (filter[at] && (inside || !is_blank(filter[at]))) {
		size_t quote = quote_at(filter + at);
		if (quote) {
			inside = !inside;
			at += quote;
			continue;
		}
		if (filter[at] == ':' && !inside && text.len && !out->colon)
			out->colon = text.len;
		any_bare |= !inside;
		buf_char(&text, filter[at++]);
	}
	out->quoted = !any_bare;
	out->end = at;
	out->text = mem_strdup(buf_cstr(&text));
	buf_release(&text);
	return true;
}

long filter_find_key(const struct filter_rows *rows, const char *name, size_t len)
{
	char *typed = mem_strndup(name, len);
	long found = -1;
	for (size_t i = 0; i < rows->keys_count && found < 0; i++)
		if (text_same_name(rows->keys[i].name, typed))
			found = (long)i;
	free(typed);
	return found;
}

/* ---- words as they are understood --------------------------------------------- */

enum relation { RELATION_NONE, RELATION_LESS, RELATION_LESS_OR_SAME, RELATION_MORE, RELATION_MORE_OR_SAME, RELATION_SAME };
enum meaning {
	MEANS_TEXT,                 /* in the row's text */
	MEANS_KEY,
	MEANS_WITHOUT,              /* the key has nothing */
	MEANS_ALL,                  /* still to be typed */
	MEANS_NOTHING               /* a day or number that is none */
};
struct word {
	enum meaning meaning;
	bool negated;
	size_t key;
	enum relation relation;
	char *value;                /* folded; of a day its beginning as ISO; of a number as digits */
	char *wrong;                /* what cannot be understood, or NULL */
};
struct filter {
	const struct filter_rows *rows;
	struct word *items;
	size_t count, cap;
	struct buf raw, text, found; /* scratch: the text of the row folded, and a value */
	size_t text_row;
	bool has_text;
};

static char *fold(const char *s, bool plain)
{
	struct buf b = {0};
	if (plain)
		text_fold_plain(&b, s);
	else
		text_fold(&b, s);
	for (size_t i = 0; plain && i < b.len; i++)
		if (b.data[i] == '_')
			b.data[i] = ' ';
	return buf_detach(&b);
}

static const char *read_relation(const char *s, enum relation *out)
{
	static const struct {
		const char *sign;
		enum relation relation;
	} signs[] = {{"<=", RELATION_LESS_OR_SAME}, {">=", RELATION_MORE_OR_SAME}, {"<", RELATION_LESS},
	             {">", RELATION_MORE},          {"=", RELATION_SAME}};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t n = strlen(signs[i].sign);
		if (strncmp(s, signs[i].sign, n) == 0) {
			*out = signs[i].relation;
			return s + n;
		}
	}
	*out = RELATION_NONE;
	return s;
}

static bool says_next_meeting(const char *folded)
{
	struct buf bare = {0};
	for (const char *s = folded; *s; s++)
		if (*s != '-' && *s != ' ')
			buf_char(&bare, *s);
	bool says = strcmp(buf_cstr(&bare), "nästamöte") == 0 || strcmp(buf_cstr(&bare), "nastamote") == 0;
	buf_release(&bare);
	return says;
}

/* The beginning of an ISO day that is asked for, or as people write a day. */
static void read_day(struct word *w, const struct filter_rows *rows, const char *folded)
{
	struct date day = DATE_NONE;
	struct buf iso = {0};
	if (strspn(folded, "0123456789-") == strlen(folded)) {
		w->value = mem_strdup(folded);
		return;
	}
	bool meeting = says_next_meeting(folded);
	if (meeting)
		day = rows->next_meeting;
	else
		date_parse_human(folded, rows->today, &day);
	if (date_known(day)) {
		date_format_iso(&iso, day);
		w->value = buf_detach(&iso);
		return;
	}
	w->meaning = MEANS_NOTHING;
	w->wrong = meeting ? mem_strdup(_("Inget kommande möte är inlagt, så nästa-möte är ingen dag än."))
	                   : mem_printf(_("”%s” är ingen dag. Skriv till exempel 2027-06, 4/2, v 5, +14, idag eller nästa-möte."), folded);
}

static void read_number(struct word *w, const char *folded)
{
	size_t n = strspn(folded, "0123456789");
	w->value = mem_strdup(folded);
	if (n && n < 16 && !folded[n])
		return;
	w->meaning = MEANS_NOTHING;
	w->wrong = mem_printf(_("”%s” är inget helt tal. Skriv till exempel 3, <3 eller >=3."), folded);
}

static bool is_unknown_word(const char *folded)
{
	return strcmp(folded, "okänt") == 0 || strcmp(folded, "okant") == 0 || strcmp(folded, "–") == 0;
}

static void read_value(struct word *w, const struct filter_rows *rows, const char *typed)
{
	enum filter_kind kind = rows->keys[w->key].kind;
	bool ordered = kind == FILTER_DAY || kind == FILTER_BY_DAY || kind == FILTER_NUMBER;
	const char *operand = ordered ? read_relation(typed, &w->relation) : typed;
	char *folded = fold(operand, kind == FILTER_CHOICE);
	if (!*folded)
		w->meaning = w->relation == RELATION_NONE ? MEANS_ALL : MEANS_KEY;
	else if (kind != FILTER_TEXT && kind != FILTER_CHOICE && is_unknown_word(folded))
		w->meaning = MEANS_WITHOUT;
	else if (kind == FILTER_NUMBER)
		read_number(w, folded);
	else if (ordered)
		read_day(w, rows, folded);
	if (!w->value)
		w->value = mem_strdup(folded);
	free(folded);
}

static char *offered(const struct filter_rows *rows)
{
	struct buf b = {0};
	for (size_t i = 0; i < rows->keys_count; i++)
		if (rows->keys[i].help)
			buf_printf(&b, "%s%s", b.len ? ", " : "", rows->keys[i].name);
	return buf_detach(&b);
}

/* Only letters before the colon, and no address: so that "kl. 10:30" and "https://…" are text without a word about it. */
static bool looks_like_key(const struct filter_typed *t)
{
	for (size_t i = 0; i < t->colon; i++)
		if (!isalpha((unsigned char)t->text[i]) && !((unsigned char)t->text[i] & 0x80) && t->text[i] != '-')
			return false;
	return strncmp(t->text + t->colon, "://", 3) != 0;
}

static void complain_of_key(struct word *w, const struct filter_rows *rows, const char *name)
{
	char *words = offered(rows);
	w->wrong = words && *words ? mem_printf(_("Ordet %s: finns inte här och söks som text. Här finns %s."), name, words)
	                           : mem_printf(_("Ordet %s: finns inte här och söks som text."), name);
	free(words);
}

static void understand_key(struct word *w, const struct filter_rows *rows, const struct filter_typed *t)
{
	char *name = mem_strndup(t->text, t->colon);
	const char *typed = t->text + t->colon + 1;
	bool without = text_same_name(name, WITHOUT);
	long key = without ? filter_find_key(rows, typed, strlen(typed)) : filter_find_key(rows, name, t->colon);
	if (key >= 0 && (without || rows->keys[key].kind != FILTER_FLAG)) {
		w->key = (size_t)key;
		w->meaning = without ? MEANS_WITHOUT : MEANS_KEY;
		if (!without)
			read_value(w, rows, typed);
	} else if ((without || text_same_name(name, FILTER_NAMED)) && !*typed) {
		w->meaning = MEANS_ALL;
	} else if (looks_like_key(t)) {
		complain_of_key(w, rows, without ? typed : name);
	}
	free(name);
}

static void understand(struct word *w, const struct filter_rows *rows, const struct filter_typed *t)
{
	long flag = t->quoted || t->colon ? -1 : filter_find_key(rows, t->text, strlen(t->text));
	w->negated = t->negated;
	if (!*t->text) {
		w->meaning = MEANS_ALL;
	} else if (flag >= 0 && rows->keys[flag].kind == FILTER_FLAG) {
		w->meaning = MEANS_WITHOUT; /* a flag is there or not */
		w->negated = !t->negated;
		w->key = (size_t)flag;
	} else if (t->colon) {
		understand_key(w, rows, t);
	}
	if (!w->value)
		w->value = fold(t->text, false);
}

struct filter *filter_new(const char *text, const struct filter_rows *rows)
{
	struct filter *f = mem_alloc(sizeof *f);
	struct filter_typed typed;
	f->rows = rows;
	for (size_t at = 0; filter_read_word(text ? text : "", at, &typed); at = typed.end) {
		struct word w = {.meaning = MEANS_TEXT};
		understand(&w, rows, &typed);
		VEC_PUSH(f, w);
		free(typed.text);
	}
	return f;
}

void filter_free(struct filter **fp)
{
	struct filter *f = *fp;
	*fp = NULL;
	if (!f)
		return;
	for (size_t i = 0; i < f->count; i++) {
		free(f->items[i].value);
		free(f->items[i].wrong);
	}
	free(f->items);
	buf_release(&f->raw);
	buf_release(&f->text);
	buf_release(&f->found);
	free(f);
}

bool filter_complains(const struct filter *f, struct buf *out)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].wrong) {
			buf_str(out, f->items[i].wrong);
			return true;
		}
	return false;
}

/* ---- a row ----------------------------------------------------------------------- */

/* Made once a row, and only when a plain word needs it. */
static const char *row_text(struct filter *f, size_t row)
{
	if (f->has_text && f->text_row == row)
		return buf_cstr(&f->text);
	buf_clear(&f->raw);
	buf_clear(&f->text);
	f->rows->text(f->rows->ctx, row, &f->raw);
	text_fold(&f->text, buf_cstr(&f->raw));
	f->text_row = row;
	f->has_text = true;
	return buf_cstr(&f->text);
}

static bool holds(enum relation relation, int order)
{
	switch (relation) {
	case RELATION_LESS:
		return order < 0;
	case RELATION_LESS_OR_SAME:
		return order <= 0;
	case RELATION_MORE:
		return order > 0;
	case RELATION_MORE_OR_SAME:
		return order >= 0;
	default:
		return order == 0;
	}
}

/* One line of a value, ended by a NUL, against what is asked. */
static bool line_fits(const struct word *w, enum filter_kind kind, const char *line)
{
	size_t asked = strlen(w->value);
	line += *line == '\t';
	if (!*line)
		return false;
	if (!asked)
		return true;
	if (kind == FILTER_NUMBER) {
		long long have = strtoll(line, NULL, 10), want = strtoll(w->value, NULL, 10);
		return holds(w->relation, (have > want) - (have < want));
	}
	if (kind == FILTER_DAY || kind == FILTER_BY_DAY)
		return holds(w->relation == RELATION_NONE && kind == FILTER_BY_DAY ? RELATION_LESS_OR_SAME : w->relation,
		             strncmp(line, w->value, asked));
	char *folded = fold(line, kind == FILTER_CHOICE);
	const char *at = strstr(folded, w->value);
	while (at && kind == FILTER_CHOICE && at > folded && at[-1] != ' ') /* besvarad is not in obesvarad */
		at = strstr(at + 1, w->value);
	free(folded);
	return at != NULL;
}

static bool key_fits(struct filter *f, const struct word *w, size_t row)
{
	enum filter_kind kind = f->rows->keys[w->key].kind;
	buf_clear(&f->found);
	f->rows->value(f->rows->ctx, row, w->key, &f->found);
	if (w->meaning == MEANS_WITHOUT || !f->found.len)
		return w->meaning == MEANS_WITHOUT ? !f->found.len : is_unknown_word(w->value);
	for (char *line = f->found.data, *end; line; line = end) {
		end = strchr(line, '\n');
		if (end)
			*end++ = '\0';
		if (line_fits(w, kind, line))
			return true;
	}
	return false;
}

static bool word_fits(struct filter *f, const struct word *w, size_t row)
{
	switch (w->meaning) {
	case MEANS_TEXT:
		return strstr(row_text(f, row), w->value) != NULL;
	case MEANS_KEY:
	case MEANS_WITHOUT:
		return key_fits(f, w, row);
	default:
		return false;
	}
}

bool filter_matches(struct filter *f, size_t row)
{
	f->has_text = f->has_text && f->text_row == row;
	for (size_t i = 0; i < f->count; i++) {
		const struct word *w = &f->items[i];
		if (w->meaning == MEANS_NOTHING || (w->meaning != MEANS_ALL && word_fits(f, w, row) == w->negated))
			return false;
	}
	return true;
}

/* The same asked of the same. */
static bool same_word(const struct word *a, const struct word *b)
{
	return a->meaning == b->meaning && a->negated == b->negated && a->key == b->key && a->relation == b->relation &&
	       strcmp(a->value, b->value) == 0;
}

bool filter_narrows(const struct filter *f, const struct filter *before)
{
	if (before->count == 0 || f->count < before->count)
		return before->count == 0;
	for (size_t i = 0; i + 1 < before->count; i++)
		if (!same_word(&f->items[i], &before->items[i]))
			return false;
	const struct word *was = &before->items[before->count - 1], *is = &f->items[before->count - 1];
	return same_word(is, was) || (was->meaning == MEANS_TEXT && is->meaning == MEANS_TEXT && !was->negated && !is->negated &&
	                              strstr(is->value, was->value) != NULL);
}
