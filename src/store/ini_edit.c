/* Changes in the bytes of an INI file, which iniparser cannot write back as they were. */
#include "ini_local.h"

#include <string.h>

size_t ini_line_start(const struct buf *bytes, int line)
{
	size_t at = 0;

	while (line > 1 && at < bytes->len) {
		const char *end = memchr(bytes->data + at, '\n', bytes->len - at);

		at = end ? (size_t)(end - bytes->data) + 1 : bytes->len;
		line--;
	}
	return at;
}

void ini_replace(struct buf *bytes, size_t from, size_t to, const char *text, size_t len)
{
	struct buf made = {0};

	buf_add(&made, buf_cstr(bytes), from);
	buf_add(&made, text, len);
	buf_add(&made, buf_cstr(bytes) + to, bytes->len - to);
	buf_release(bytes);
	*bytes = made;
}
