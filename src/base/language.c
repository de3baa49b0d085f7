#include "radsbord/base/language.h"

#include <libintl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The catalogue is asked only when one was chosen: in Swedish a look-up costs nothing. */
static bool speaks_swedish(void)
{
	return strcmp(textdomain(NULL), LANGUAGE_DOMAIN) != 0;
}

const char *language_text(const char *text)
{
	const char *context = text ? strchr(text, '\004') : NULL;
	const char *plain = context ? context + 1 : text;
	/* The catalogue has its own description under the empty text. */
	if (!plain || !*plain || speaks_swedish())
		return plain;
	const char *said = gettext(text);
	return said == text ? plain : said;
}

const char *language_text_in(const char *context, const char *text)
{
	char key[256];
	if (!text || !*text || speaks_swedish())
		return text;
	int n = snprintf(key, sizeof key, "%s\004%s", context, text);
	const char *said = n > 0 && (size_t)n < sizeof key ? gettext(key) : key;
	return said == key ? gettext(text) : said;
}

/* The length of the conversion that s begins with, "%.40s"; 0: none. "%%" is none. */
static size_t conversion(const char *s)
{
	if (s[0] != '%' || s[1] == '%')
		return 0;
	size_t n = 1 + strspn(s + 1, "-+ #0123456789.hljzt");
	return s[n] ? n + 1 : 0;
}

/* How many bytes of a form stand for themselves before its next conversion, or its end; what they are in *out. */
static size_t plain(const char *form, struct buf *out)
{
	size_t n = 0;
	while (form[n] && !conversion(form + n)) {
		buf_char(out, form[n]);
		n += form[n] == '%' && form[n + 1] == '%' ? 2 : 1;
	}
	return n;
}

enum { PUT_IN_MOST = 8 };

struct put_in {
	const char *at;
	size_t len;
};

/* What stands in the text where the form has its conversions; false when the text was not made by it. */
static bool find_put_in(const char *form, const char *text, struct put_in *found, size_t *count)
{
	struct buf piece = {0};
	form += plain(form, &piece);
	bool fits = strncmp(text, buf_cstr(&piece), piece.len) == 0;
	text += fits ? piece.len : 0;
	for (*count = 0; fits && *form; ++*count) {
		form += conversion(form);
		buf_release(&piece);
		form += plain(form, &piece);
		size_t left = strlen(text);
		const char *end = *form ? strstr(text, buf_cstr(&piece)) : left >= piece.len ? text + left - piece.len : NULL;
		fits = *count < PUT_IN_MOST && end && strncmp(end, buf_cstr(&piece), piece.len) == 0;
		if (fits) {
			found[*count] = (struct put_in){text, (size_t)(end - text)};
			text = end + piece.len;
		}
	}
	buf_release(&piece);
	return fits && !*text;
}

/* A word of the program's own begins with a small letter; names and what people have written stay as they are. */
static void put_in(struct buf *out, const struct put_in *p)
{
	bool small = p->len > 0 && ((*p->at >= 'a' && *p->at <= 'z') || (p->len > 1 && p->at[0] == '\xC3' && (p->at[1] & 0x20)));
	char *word = mem_strndup(p->at, p->len);
	buf_str(out, small ? language_text(word) : word);
	free(word);
}

void language_repeat(const char *form, const char *text, struct buf *out)
{
	struct put_in found[PUT_IN_MOST];
	size_t count = 0, next = 0;
	const char *said = language_text(form);
	if (!form || said == form || !find_put_in(form, text, found, &count)) {
		buf_str(out, text);
		return;
	}
	for (said += plain(said, out); *said && next < count; said += plain(said, out), next++) {
		said += conversion(said);
		put_in(out, &found[next]);
	}
}

bool language_swedish(void)
{
	bool before = !speaks_swedish();
	if (before)
		textdomain(LANGUAGE_NONE);
	return before;
}

void language_back(bool before)
{
	if (before)
		textdomain(LANGUAGE_DOMAIN);
}
