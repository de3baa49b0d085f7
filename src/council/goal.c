/* A goal's own target: what is written, and from when it holds. */
#include "radsbord/council/goal.h"

#include "radsbord/base/text.h"

#include <string.h>

/* Where a range is divided: at an en dash, or at a hyphen that is no sign; NULL in a single number. */
static const char *divider(const char *text, size_t *len)
{
	static const char en_dash[] = "–";
	const char *at = strstr(text, en_dash);

	*len = at ? strlen(en_dash) : 1;
	return at || !*text ? at : strchr(text + 1, '-');
}

static bool read_range(const char *text, struct num *low, struct num *high)
{
	struct arena a = {0};
	size_t len;
	const char *at = divider(text, &len);
	bool ok;

	if (!at)
		return num_parse_swedish(text, low, NULL);
	ok = num_parse_swedish(arena_strndup(&a, text, (size_t)(at - text)), low, NULL) &&
	     num_parse_swedish(at + len, high, NULL) && num_cmp(*low, *high) <= 0;
	arena_release(&a);
	return ok;
}

bool target_parse(const char *text, struct num *low, struct num *high)
{
	*low = *high = NUM_UNKNOWN;
	if (text && read_range(text, low, high))
		return true;
	*low = *high = NUM_UNKNOWN;
	return false;
}

bool goal_target(const struct goal *g, struct num *low, struct num *high)
{
	return target_parse(g->target, low, high);
}

struct date goal_from(const struct records *r, const struct goal *g)
{
	if (date_known(g->from))
		return g->from;
	for (size_t i = 0; g->head.file && i < records_count(r, RECORD_PLAN); i++) {
		const struct plan *p = records_plan(r, i);

		if (p->head.file && strcmp(p->head.file, g->head.file) == 0 && p->year >= 1 && p->year <= 9999)
			return (struct date){.year = (int)p->year, .month = 1, .day = 1};
	}
	return DATE_NONE;
}

static char *trimmed(const char *s, size_t n, struct arena *a)
{
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	while (n > 0 && (*s == ' ' || *s == '\t')) {
		s++;
		n--;
	}
	return arena_strndup(a, s, n);
}

void goal_dimension_read(const char *line, struct arena *a, struct goal_dimension *out)
{
	size_t name = strcspn(line, ":");

	*out = (struct goal_dimension){.name = trimmed(line, name, a)};
	for (const char *at = line + name; *at;) {
		size_t n = strcspn(++at, ",");
		const char *word = trimmed(at, n, a);

		if (*word && !text_same_name(word, "okänt"))
			strings_add(&out->indicators, word, a);
		at += n;
	}
}
