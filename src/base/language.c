#include "radsbord/base/language.h"

#include <libintl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

const char *language_text(const char *text)
{
	/* The catalogue has its own description under the empty text. */
	return text && *text ? gettext(text) : text;
}

const char *language_text_in(const char *context, const char *text)
{
	char key[256];
	if (!text || !*text)
		return text;
	int n = snprintf(key, sizeof key, "%s\004%s", context, text);
	if (n < 0 || (size_t)n >= sizeof key)
		return language_text(text);
	const char *said = gettext(key);
	return said == key ? language_text(text) : said;
}

bool language_swedish(void)
{
	bool spoke = strcmp(textdomain(NULL), LANGUAGE_NONE) != 0;
	if (spoke)
		textdomain(LANGUAGE_NONE);
	return spoke;
}

void language_back(bool before)
{
	if (before)
		textdomain(LANGUAGE_DOMAIN);
}
