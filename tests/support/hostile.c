#include "hostile.h"

#include <stdint.h>
#include <string.h>

const char hostile_text[] = "Ful\x1b]0;titel\a\x1b[31m\x7f\xC2\x9B"
			    "2J\u202Eslut\u2066\u2028\u2029\u200B\u200D\uFEFF\U000E0041\uFFF9\u00AD "
			    "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307 \u3164\u115F\u180E.";

/* One code point of UTF-8, or -1. */
static long next(const unsigned char *s, size_t n, size_t *used)
{
	size_t len = s[0] < 0x80 ? 1 : s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : s[0] >= 0xC2 ? 2 : 0;
	long cp = len == 1 ? s[0] : len == 2 ? s[0] & 0x1F : len == 3 ? s[0] & 0x0F : s[0] & 0x07;

	if (len == 0 || len > n)
		return -1;
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return -1;
		cp = cp << 6 | (s[i] & 0x3F);
	}
	*used = len;
	return cp;
}

const char *hostile_found(const char *bytes, size_t len)
{
	static const struct {
		long from, to;
		const char *name;
	} rows[] = {
	    {0x00, 0x09, "C0"},
	    {0x0B, 0x1F, "C0"},
	    {0x7F, 0x7F, "DEL"},
	    {0x80, 0x9F, "C1"},
	    {0xAD, 0xAD, "soft hyphen"},
	    {0x034F, 0x034F, "joiner"},
	    {0x061C, 0x061C, "bidi"},
	    {0x115F, 0x1160, "filler"},
	    {0x180E, 0x180E, "zero-width"},
	    {0x200B, 0x200D, "zero-width"},
	    {0x200E, 0x200F, "bidi"},
	    {0x2028, 0x2029, "separator"},
	    {0x202A, 0x202E, "bidi"},
	    {0x2060, 0x206F, "invisible"},
	    {0x3164, 0x3164, "filler"},
	    {0xD800, 0xDFFF, "surrogate"},
	    {0xFEFF, 0xFEFF, "BOM"},
	    {0xFFF9, 0xFFFB, "interlinear"},
	    {0xE0000, 0xE00FF, "tag"}, {0xE01F0, 0xE0FFF, "tag"},
	};
	const unsigned char *s = (const unsigned char *)bytes;
	size_t used, marks = 0;

	for (size_t at = 0; at < len; at += used) {
		long cp = next(s + at, len - at, &used);
		if (cp < 0)
			return "no UTF-8";
		marks = cp >= 0x0300 && cp <= 0x036F ? marks + 1 : 0;
		if (marks > 4)
			return "more than four marks";
		if ((cp == 0xFEFF && at == 0) || (cp == '\r' && at + 1 < len && s[at + 1] == '\n'))
			continue;
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			if (cp >= rows[i].from && cp <= rows[i].to)
				return rows[i].name;
	}
	return NULL;
}
