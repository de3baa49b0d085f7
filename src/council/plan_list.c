/* A list out of another program, one action a line. */
#include "radsbord/base/text.h"
#include "radsbord/council/plan.h"

#include <string.h>

static bool is_among(const uint32_t *signs, size_t count, uint32_t cp)
{
	for (size_t i = 0; i < count; i++)
		if (signs[i] == cp)
			return true;
	return false;
}

/* What stands before an item: bullets as Word, Outlook and the web write them; dashes and ASCII signs only before a blank. */
static bool is_bullet(uint32_t cp, bool before_blank)
{
	static const uint32_t bullets[] = {
		0x2022, 0x2023, 0x2043, 0x204C, 0x2219, 0x00B7, 0x25AA, 0x25AB, 0x25A0, 0x25A1, 0x25CF, 0x25CB, 0x25E6,
		0x2610, 0x2611, 0x2612, 0x2713, 0x27A2,
	};
	static const uint32_t dashes[] = {'*', '-', '+', '>', 'o', 0x2013, 0x2014, 0x2212, 0x2192}; /* o: Word's second level */
	return is_among(bullets, sizeof bullets / sizeof *bullets, cp) ||
	       (before_blank && is_among(dashes, sizeof dashes / sizeof *dashes, cp)) ||
	       (cp >= 0xF000 && cp <= 0xF0FF); /* Symbol and Wingdings in the private area */
}

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0x0B || cp == 0xA0 || cp == 0x2007 || cp == 0x202F || (cp >= 0x2000 && cp <= 0x200A) ||
	       cp == 0x3000;
}

/* Shows nothing and stands in the way of searching: controls, soft hyphen, zero-width and bidi signs, byte order mark. */
static bool is_nothing(uint32_t cp)
{
	return cp < ' ' || (cp >= 0x7F && cp < 0xA0) || cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E) ||
	       (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF;
}

/* One line with single blanks and none around it. */
static void clean(const char *s, size_t n, struct buf *out)
{
	bool blank = false;
	while (n > 0) {
		uint32_t cp;
		size_t used = text_decode(s, n, &cp);
		if (is_blank(cp)) {
			blank = out->len > 0;
		} else if (!is_nothing(cp)) {
			buf_str(out, blank ? " " : "");
			buf_add(out, s, used);
			blank = false;
		}
		s += used;
		n -= used;
	}
}

/* Bytes of "1.", "12)", "(3)", "a)", "1.2.": a number or letter of a list before a blank; 0 when there is none. */
static size_t number_length(const char *s)
{
	size_t i = s[0] == '(', digits = strspn(s + i, "0123456789.");
	if (digits > 0 && digits <= 8 && s[i] != '.') {
		bool dot = s[i + digits - 1] == '.';
		i += digits;
		if (s[i] == ')')
			i++;
		else if (!dot || s[0] == '(')
			return 0;
	} else if (((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= 'A' && s[i] <= 'Z')) && s[i + 1] == ')') {
		i += 2;
	} else {
		return 0;
	}
	return s[i] == ' ' ? i : 0;
}

/* Without what makes it an item of a list. */
static const char *bare(const char *s)
{
	for (;;) {
		uint32_t cp = 0;
		size_t n = *s ? text_decode(s, strlen(s), &cp) : 0, number = number_length(s);
		if (number == 0 && n > 0 && is_bullet(cp, s[n] == ' ' || s[n] == '\0'))
			number = n;
		if (number == 0)
			return s;
		s += number;
		s += *s == ' ';
	}
}

void plan_read_list(const char *text, struct arena *a, struct strings *out)
{
	while (*text) {
		static const char separator[] = "\xE2\x80\xA8"; /* U+2028 */
		size_t n = strcspn(text, "\r\n");
		const char *soft = strstr(text, separator);
		size_t skip = text[n] != '\0';
		if (soft && (size_t)(soft - text) < n) {
			n = (size_t)(soft - text);
			skip = sizeof separator - 1;
		}
		struct buf line = {0};
		clean(text, n, &line);
		const char *title = bare(buf_cstr(&line));
		if (*title)
			strings_add(out, arena_strdup(a, title), a);
		buf_release(&line);
		text += n + skip;
	}
}

void plan_add_list(struct changes *c, const struct strings *titles, const char *const *ids, int64_t nr, const char *file)
{
	for (size_t i = 0; i < titles->count; i++) {
		struct action a;
		record_init(record_type(RECORD_ACTION), &a);
		a.head.id = ids[i];
		a.nr = nr + (int64_t)i;
		a.kind = ACTION_TASK;
		a.title = titles->items[i];
		changes_add(c, RECORD_ACTION, file, &a);
	}
	if (titles->count == 1)
		changes_title(c, "Ny åtgärd %lld: %s", (long long)nr, titles->items[0]);
	else if (titles->count)
		changes_title(c, "%zu nya åtgärder, nr %lld–%lld", (size_t)titles->count, (long long)nr,
		              (long long)(nr + (int64_t)titles->count - 1));
}
