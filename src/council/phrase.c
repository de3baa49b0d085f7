/* phrase.c - a change as words: splitting, folding, the longest name, numbers. */
#include "phrase.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>

#define CHANGE_LENGTH_MOST 600
#define AMOUNT_MOST 10000000
#define MINUS "\xE2\x88\x92" /* U+2212 */

const char *phrase_fold(struct arena *a, const char *name)
{
	struct buf b = {0};
	text_fold_plain(&b, name);
	for (size_t i = 0; i < b.len; i++)
		if (b.data[i] == '_')
			b.data[i] = ' ';
	const char *out = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return out;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A blank of any kind: how many bytes it is, or 0. */
static size_t blank(const char *s)
{
	uint32_t cp;
	size_t n = text_decode(s, strlen(s), &cp);
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0xA0 || cp == 0x202F || cp == 0x2009 ? n : 0;
}

/* A sign that is a word of its own; a comma between two digits is in a number. */
static bool stands_alone(const char *s, const char *begin)
{
	if (*s == ',')
		return !(s > begin && is_digit(s[-1]) && is_digit(s[1]));
	return *s == ':' || *s == ';' || *s == '%';
}

static bool add(struct phrase *w, const char *s, size_t n, struct error *e)
{
	if (w->count == PHRASE_WORDS_MOST)
		return error_set(e, ERROR_USAGE, _("Ändringen har för många ord. Dela den i flera."));
	const char *text = *s == ';' ? "," : arena_strndup(w->a, s, n);
	w->items[w->count++] = (struct word){.text = text, .folded = phrase_fold(w->a, text)};
	return true;
}

bool phrase_split(struct phrase *w, const char *text, struct arena *a, struct error *e)
{
	w->a = a;
	w->count = w->at = 0;
	if (strlen(text) > CHANGE_LENGTH_MOST || !text_is_utf8(text, strlen(text), NULL))
		return error_set(e, ERROR_USAGE, _("Ändringen är för lång eller inte UTF-8. Skriv en ändring på högst en rad."));
	for (const char *s = text; *s;) {
		const char *begin = s;
		size_t n = blank(s);
		if (n) {
			s += n;
			continue;
		}
		if (stands_alone(s, text))
			s++;
		else
			while (*s && !blank(s) && !stands_alone(s, text))
				s++;
		if (!add(w, begin, (size_t)(s - begin), e))
			return false;
	}
	return true;
}

bool phrase_end(const struct phrase *w)
{
	return w->at >= w->count;
}

const struct word *phrase_next(const struct phrase *w)
{
	static const struct word none = {"", ""};
	return phrase_end(w) ? &none : &w->items[w->at];
}

bool phrase_take(struct phrase *w, const char *folded)
{
	if (phrase_end(w) || strcmp(w->items[w->at].folded, folded) != 0)
		return false;
	w->at++;
	return true;
}

static const char *join(const struct phrase *w, size_t n, bool folded)
{
	struct buf b = {0};
	for (size_t i = 0; i < n && w->at + i < w->count; i++)
		buf_printf(&b, "%s%s", i ? " " : "", folded ? w->items[w->at + i].folded : w->items[w->at + i].text);
	const char *out = arena_strdup(w->a, buf_cstr(&b));
	buf_release(&b);
	return out;
}

const char *phrase_text(const struct phrase *w, size_t n)
{
	return join(w, n, false);
}

size_t phrase_run(const struct phrase *w)
{
	size_t n = 0;
	while (w->at + n < w->count && !strchr(",:", w->items[w->at + n].text[0]))
		n++;
	return n;
}

int phrase_take_name(struct phrase *w, phrase_find *find, void *ctx)
{
	enum { NAME_WORDS = 8 };
	size_t most = phrase_run(w);
	for (size_t n = most < NAME_WORDS ? most : NAME_WORDS; n > 0; n--) {
		int found = find(ctx, join(w, n, true), join(w, n, false));
		if (found >= 0) {
			w->at += n;
			return found;
		}
	}
	return -1;
}

static size_t sign(const char *s)
{
	return *s == '+' || *s == '-' ? 1 : strncmp(s, MINUS, 3) == 0 ? 3 : 0;
}

static bool digits_only(const char *s)
{
	return *s && !s[strspn(s, "0123456789")];
}

/* "1", "200" -> "1200": groups of exactly three. */
static void take_groups(struct phrase *w, struct buf *number)
{
	while (digits_only(buf_cstr(number)) && strlen(phrase_next(w)->text) == 3 && digits_only(phrase_next(w)->text) &&
	       number->len < 12)
		buf_str(number, w->items[w->at++].text);
}

bool phrase_take_amount(struct phrase *w, struct amount *out, struct error *e)
{
	const char *first = phrase_next(w)->text;
	size_t signed_by = sign(first);
	bool minus = signed_by && *first != '+';
	struct buf number = {0};
	int decimals = 0;
	bool alone = signed_by && !first[signed_by];
	const char *digits = alone && w->at + 1 < w->count ? w->items[w->at + 1].text : first + signed_by;
	if (!is_digit(*digits) || digits[strspn(digits, "0123456789,.")])
		return false;
	w->at += alone ? 2 : 1;
	buf_str(&number, digits);
	take_groups(w, &number);
	bool fits = num_parse_swedish(buf_cstr(&number), &out->number, &decimals) && decimals <= 2 &&
	            num_cmp(out->number, num_int(AMOUNT_MOST)) <= 0;
	if (!fits)
		error_set(e, ERROR_USAGE, _("”%.60s” är inget tal som kan användas. Skriv ett tal upp till tio miljoner, med högst "
		          "två decimaler."), buf_cstr(&number));
	out->sign = signed_by > 0;
	if (fits && minus)
		out->number = num_sub(num_int(0), out->number);
	buf_release(&number);
	return fits;
}
