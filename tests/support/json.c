#include "json.h"

#include "radsbord/base/text.h"

#include <stdio.h>
#include <string.h>

enum { DEPTH_MAX = 64 };

struct reader {
	const char *start, *at, *end;
	struct arena *arena;
	char *why;
};

static bool bad(struct reader *r, const char *why)
{
	if (!*r->why)
		snprintf(r->why, 128, "%s at byte %zu", why, (size_t)(r->at - r->start));
	return false;
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->end && strchr(" \t\r\n", *r->at) && *r->at)
		r->at++;
}

static bool take(struct reader *r, char c)
{
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

static bool take_word(struct reader *r, const char *word)
{
	size_t n = strlen(word);
	if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0)
		return bad(r, "unknown word");
	r->at += n;
	return true;
}

static size_t take_digits(struct reader *r)
{
	size_t n = 0;
	for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; n++)
		r->at++;
	return n;
}

static bool read_number(struct reader *r, struct json *out)
{
	const char *start = r->at;
	take(r, '-');
	bool zero = r->at < r->end && *r->at == '0';
	size_t n = take_digits(r);
	if (n == 0 || (zero && n > 1))
		return bad(r, "bad number");
	if (take(r, '.') && take_digits(r) == 0)
		return bad(r, "no digits after the point");
	if (r->at < r->end && (*r->at == 'e' || *r->at == 'E')) {
		r->at++;
		if (!take(r, '+'))
			take(r, '-');
		if (take_digits(r) == 0)
			return bad(r, "no digits in the exponent");
	}
	out->kind = JSON_NUMBER;
	out->text = arena_strndup(r->arena, start, (size_t)(r->at - start));
	return true;
}

static bool read_unit(struct reader *r, uint32_t *cp)
{
	*cp = 0;
	for (int i = 0; i < 4; i++, r->at++) {
		static const char digits[] = "0123456789abcdef";
		const char *d = r->at < r->end && *r->at ? strchr(digits, *r->at | 0x20) : NULL;
		if (!d)
			return bad(r, "bad \\u");
		*cp = *cp * 16 + (uint32_t)(d - digits);
	}
	return true;
}

static bool read_escape(struct reader *r, struct buf *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *found = r->at < r->end && *r->at ? strchr(from, *r->at) : NULL;
	char bytes[4];
	uint32_t cp, low;
	if (found) {
		buf_char(out, to[found - from]);
		r->at++;
		return true;
	}
	if (!take(r, 'u') || !read_unit(r, &cp))
		return bad(r, "bad escape");
	if (cp >= 0xD800 && cp < 0xDC00) {
		if (!take(r, '\\') || !take(r, 'u') || !read_unit(r, &low) || low < 0xDC00 || low > 0xDFFF)
			return bad(r, "half a pair");
		cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
	}
	buf_add(out, bytes, text_encode(cp, bytes));
	return true;
}

static bool read_string(struct reader *r, const char **out)
{
	struct buf b = {0};
	bool ok = take(r, '"') || bad(r, "no string");
	while (ok && !take(r, '"')) {
		if (r->at == r->end || (unsigned char)*r->at < 0x20)
			ok = bad(r, "a string that does not end, or has a control character");
		else if (take(r, '\\'))
			ok = read_escape(r, &b);
		else
			buf_char(&b, *r->at++);
	}
	*out = arena_strdup(r->arena, buf_cstr(&b));
	buf_release(&b);
	return ok;
}

static void push(struct reader *r, struct json *to, const struct json *item)
{
	if (to->count == to->cap) {
		struct json *items = arena_alloc(r->arena, (to->cap = to->cap ? to->cap * 2 : 8) * sizeof *items);
		if (to->count)
			memcpy(items, to->items, to->count * sizeof *items);
		to->items = items;
	}
	to->items[to->count++] = *item;
}

static bool read_value(struct reader *r, struct json *out, int depth);

static bool read_name(struct reader *r, const struct json *object, struct json *item)
{
	skip_blanks(r);
	if (!read_string(r, &item->name))
		return false;
	if (json_member(object, item->name))
		return bad(r, "a name twice");
	skip_blanks(r);
	return take(r, ':') || bad(r, "no colon");
}

/* After the opening sign. */
static bool read_items(struct reader *r, struct json *out, char end, int depth)
{
	skip_blanks(r);
	if (take(r, end))
		return true;
	for (;;) {
		struct json item = {0};
		if ((out->kind == JSON_OBJECT && !read_name(r, out, &item)) || !read_value(r, &item, depth + 1))
			return false;
		push(r, out, &item);
		skip_blanks(r);
		if (take(r, end))
			return true;
		if (!take(r, ','))
			return bad(r, "no comma");
	}
}

static bool read_value(struct reader *r, struct json *out, int depth)
{
	skip_blanks(r);
	if (r->at == r->end || depth > DEPTH_MAX)
		return bad(r, "no value");
	switch (*r->at) {
	case '[':
	case '{':
		out->kind = *r->at == '[' ? JSON_ARRAY : JSON_OBJECT;
		return read_items(r, out, *r->at++ == '[' ? ']' : '}', depth);
	case '"':
		out->kind = JSON_STRING;
		return read_string(r, &out->text);
	case 'n':
		out->kind = JSON_NULL;
		return take_word(r, "null");
	case 't':
		out->kind = JSON_TRUE;
		return take_word(r, "true");
	case 'f':
		out->kind = JSON_FALSE;
		return take_word(r, "false");
	default:
		return read_number(r, out);
	}
}

const struct json *json_parse(const char *text, size_t len, struct arena *a, char why[128])
{
	struct reader r = {.start = text, .at = text, .end = text + len, .arena = a, .why = why};
	struct json *out = arena_alloc(a, sizeof *out);
	size_t at = 0;
	*why = '\0';
	if (!text_is_utf8(text, len, &at)) {
		r.at += at;
		bad(&r, "not UTF-8");
		return NULL;
	}
	if (!read_value(&r, out, 0))
		return NULL;
	skip_blanks(&r);
	if (r.at != r.end && !bad(&r, "something after the value"))
		return NULL;
	return out;
}

const struct json *json_member(const struct json *object, const char *name)
{
	for (size_t i = 0; i < object->count; i++)
		if (object->items[i].name && strcmp(object->items[i].name, name) == 0)
			return &object->items[i];
	return NULL;
}
