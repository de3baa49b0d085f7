#include "radsbord/base/language.h"

#include <libintl.h>
#include <stddef.h>
#include <stdio.h>
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
