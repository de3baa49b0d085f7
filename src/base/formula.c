#include "radsbord/base/formula.h"

#include "radsbord/base/text.h"

#include <string.h>

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\n' || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
	       cp == 0x205F || cp == 0x3000;
}

static bool starts_formula(uint32_t cp)
{
	static const uint32_t signs[] = {'=', '+', '-', '@', '\t', '\r', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (cp == signs[i])
			return true;
	return false;
}

/* Our own marks are passed over: one mark more can be taken off again. */
bool formula_needs_mark(const char *s)
{
	uint32_t cp = 0;
	for (size_t left = strlen(s); left > 0;) {
		size_t n = text_decode(s, left, &cp);
		if (starts_formula(cp))
			return true;
		if (!is_blank(cp) && cp != '\'')
			return false;
		s += n;
		left -= n;
	}
	return false;
}

const char *formula_unmarked(const char *s)
{
	return s[0] == '\'' && formula_needs_mark(s + 1) ? s + 1 : s;
}
