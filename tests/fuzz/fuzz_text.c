/* The filter before every terminal: what comes out holds nothing that acts on one, is as wide as was said, and is not
 * changed by a second time; clipping, wrapping and folding take any bytes. */
#include "fuzz.h"

#include "support/hostile.h"

#include "radsbord/base/text.h"

static void line(void *ctx, const char *s, size_t n)
{
	const char *end = ctx;
	HOLDS(s + n <= end);
}

static void check_filter(const char *s)
{
	struct buf clean = {0}, twice = {0}, ascii = {0};
	text_sanitise(&clean, s, false);
	HOLDS(!hostile_found(buf_cstr(&clean), clean.len) && !strchr(buf_cstr(&clean), '\n'));
	HOLDS(text_width(s) == text_width(buf_cstr(&clean)));
	text_sanitise(&twice, buf_cstr(&clean), false);
	HOLDS(strcmp(buf_cstr(&clean), buf_cstr(&twice)) == 0);
	text_to_ascii(&ascii, s);
	HOLDS(ascii.len == (size_t)text_width(s));
	for (size_t i = 0; i < ascii.len; i++)
		HOLDS(ascii.data[i] >= 0x20 && ascii.data[i] < 0x7F);
	buf_clear(&clean);
	text_sanitise(&clean, s, true);
	HOLDS(!hostile_found(buf_cstr(&clean), clean.len));
	buf_release(&clean);
	buf_release(&twice);
	buf_release(&ascii);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = fuzz_string(data, size);
	struct buf out = {0};
	union {
		const char *from;
		void *to;
	} end = {.from = s + strlen(s)};
	check_filter(s);
	for (int width = 0; width < 12; width += 3) {
		buf_clear(&out);
		HOLDS(text_clip(&out, s, width) <= width && text_width(buf_cstr(&out)) <= width);
		buf_clear(&out);
		text_pad(&out, s, width, TEXT_RIGHT);
		HOLDS(text_width(buf_cstr(&out)) == width);
		text_wrap(s, width, line, end.to);
	}
	buf_clear(&out);
	text_fold(&out, s);
	HOLDS(text_matches(s, buf_cstr(&out)));
	text_fold_plain(&out, s);
	text_sort_key(&out, s);
	text_capitalise(&out, s);
	HOLDS(text_compare(s, s) == 0);
	buf_release(&out);
	free(s);
	return 0;
}
