/* The personnummer guard: hits lie in order in the text, and what is masked or removed is never found again. */
#include "fuzz.h"

#include "radsbord/base/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = fuzz_string(data, size);
	struct buf out = {0};
	struct guard_hit hit;
	enum guard_level worst = GUARD_NONE;
	size_t from = 0, len = strlen(s);
	for (; guard_next(s, from, &hit); from = hit.start + hit.len) {
		HOLDS(hit.start >= from && hit.len >= 10 && hit.start + hit.len <= len);
		HOLDS(hit.level > GUARD_NONE && hit.level <= GUARD_ASK_REMOVE);
		worst = hit.level > worst ? hit.level : worst;
	}
	HOLDS(guard_worst(s) == worst);
	for (int least = GUARD_HINT; least <= GUARD_ASK_REMOVE; least++) {
		buf_clear(&out);
		guard_mask(&out, s, (enum guard_level)least);
		HOLDS(guard_worst(buf_cstr(&out)) < (enum guard_level)least);
		buf_clear(&out);
		guard_remove(&out, s, (enum guard_level)least);
		HOLDS(guard_worst(buf_cstr(&out)) < (enum guard_level)least);
	}
	if (worst == GUARD_NONE) {
		buf_clear(&out);
		guard_mask(&out, s, GUARD_HINT);
		HOLDS(strcmp(buf_cstr(&out), s) == 0);
	}
	buf_release(&out);
	free(s);
	return 0;
}
