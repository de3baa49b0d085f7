/* Nothing blinks: what a program has sent is read for the sequences that make text or the cursor blink. */
#include "vt_internal.h"

#include <string.h>

/* SGR with 5 or 6 among its parameters, but not as part of a colour (38;5;n, 48;2;r;g;b). */
static bool sgr_blinks(const unsigned *p, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (p[i] == 5 || p[i] == 6)
			return true;
		if ((p[i] == 38 || p[i] == 48) && i + 1 < count)
			i += p[i + 1] == 5 ? 2 : p[i + 1] == 2 ? 4 : 0;
	}
	return false;
}

/* Whether CSI `private` p... `between` `end` makes something blink: SGR 5; the cursor of xterm (12), of screen (34), of DECSCUSR. */
static bool sequence_blinks(char private, const unsigned *p, size_t count, char between, char end)
{
	if (end == 'm' && !private && !between)
		return sgr_blinks(p, count);
	if (end == 'h' && private == '?')
		return count > 0 && p[0] == 12;
	if (end == 'l' && !private)
		return count > 0 && p[0] == 34;
	return end == 'q' && between == ' ' && (count == 0 || p[0] % 2 == 1 || p[0] == 0);
}

bool vt_blinks(const struct vt *vt)
{
	const char *s = vt->log.data, *end = s ? s + vt->log.len : NULL;

	while (s && (s = memmem(s, (size_t)(end - s), "\033[", 2))) {
		unsigned p[16] = {0};
		size_t count = 0;
		char private = 0, between = 0;

		s += 2;
		if (s < end && *s >= '<' && *s <= '?')
			private = *s++;
		for (; s < end && ((*s >= '0' && *s <= '9') || *s == ';'); s++) {
			if (count == 0)
				count = 1;
			if (*s == ';')
				count += count < 16;
			else
				p[count - 1] = p[count - 1] * 10 + (unsigned)(*s - '0');
		}
		if (s < end && *s == ' ')
			between = *s++;
		if (s < end && sequence_blinks(private, p, count, between, *s))
			return true;
	}
	return false;
}

void vt_forget(struct vt *vt)
{
	buf_clear(&vt->log);
}
