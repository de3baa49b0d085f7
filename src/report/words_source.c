/* words_source.c - places, sources and where something was written down. */
#include "words.h"

#include "radsbord/report/gaps.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <ctype.h>
#include <string.h>

const char *words_place(const struct model *m, int place)
{
	if (place < 0 || (size_t)place >= m->reference->places_count)
		return _("okänd plats");
	const struct place *p = &m->reference->places[place];
	return p->level == PLACE_COUNTRY ? _(p->name) : p->name;
}

void words_append(struct arena *a, const char **sum, const char *separator, const char *text)
{
	*sum = *sum && **sum ? arena_printf(a, "%s%s%s", *sum, separator, text) : text;
}

const char *words_places(struct arena *a, const struct model *m, const struct strings *codes)
{
	const char *sum = "";
	for (size_t i = 0; i < codes->count; i++)
		words_append(a, &sum, ", ", reference_place_name(m->reference, codes->items[i]));
	return sum;
}

const char *words_gap_where(struct arena *a, const struct model *m, const struct gap *g)
{
	const char *where = _("hela landet");
	if (g->places.count)
		where = words_places(a, m, &g->places);
	else if (g->area)
		where = arena_printf(a, _("hela %s"), reference_place_name(m->reference, g->area));
	else if (g->region)
		where = _("hela regionen");
	if (g->except.count)
		where = arena_printf(a, _("%s utom %s"), where, words_places(a, m, &g->except));
	return where;
}

const char *words_degree(const struct gap *g)
{
	return g->degree == GAP_MET ? _(degree_choices[GAP_MET].label) : _(gap_extent_labels[gap_extent(g)]);
}

const char *words_limits(struct arena *a, const struct strings *limits)
{
	const char *sum = "";
	for (size_t i = 0; i < limits->count; i++) {
		const char *s = limits->items[i], *colon = strchr(s, ':');
		if (colon)
			s = colon + 1 + strspn(colon + 1, " ");
		words_append(a, &sum, "; ", s);
	}
	return sum;
}

const char *words_cite(struct arena *a, const struct model *m, const char *source)
{
	const char *title = model_source_title(m, source), *colon = strstr(title, ": ");
	return colon ? arena_strndup(a, title, (size_t)(colon - title)) : title;
}

bool words_is_report(const char *source)
{
	return source && strncmp(source, "vf2026", 6) == 0;
}

const char *words_says(struct arena *a, const struct model *m, const char *source)
{
	return words_is_report(source) ? _("Rapporten") : words_cite(a, m, source);
}

const char *words_file(struct arena *a, const char *file, int line)
{
	if (!file || !*file)
		return "";
	return line > 0 ? arena_printf(a, "%s:%d", file, line) : file;
}

/* "280-281" with a proper dash, "280-280" as one line. */
const char *words_lines(struct arena *a, const struct model *m, const char *source, const char *lines)
{
	const struct source *s = model_source(m, source);
	if (!lines || !*lines)
		return "";
	const char *dash = strchr(lines, '-');
	const char *shown = lines;
	if (dash && strlen(dash + 1) == (size_t)(dash - lines) && !memcmp(lines, dash + 1, (size_t)(dash - lines)))
		shown = dash + 1;
	else if (dash)
		shown = arena_printf(a, "%.*s–%s", (int)(dash - lines), lines, dash + 1);
	return arena_printf(a, _(", rad %s%s%s"), shown, s && s->file ? _(" i ") : "", s && s->file ? s->file : "");
}

const char *words_date(struct arena *a, struct date d)
{
	struct buf b = {0};
	if (date_known(d))
		date_format_iso(&b, d);
	const char *s = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return s;
}

const char *words_day(struct arena *a, struct date d)
{
	struct buf b = {0};
	if (date_known(d))
		date_format_long(&b, d);
	const char *s = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return s;
}

struct date words_service_day(const struct model *m, int year)
{
	if (!year || year == m->today.year)
		return m->today;
	return (struct date){.year = (int16_t)year, .month = 12, .day = 31};
}

/* å, ä and ö take two bytes whose second differs by 0x20. */
const char *words_lower(struct arena *a, const char *s)
{
	char *t = arena_strdup(a, s);
	unsigned char *p = (unsigned char *)t;
	size_t first = p[0] == 0xC3 ? 2 : 1;
	if (!p[0] || isupper(p[first]))
		return s;
	if (p[0] == 0xC3 && p[1] >= 0x80 && p[1] <= 0x9E)
		p[1] = (unsigned char)(p[1] + 0x20);
	else if (p[0] >= 'A' && p[0] <= 'Z')
		p[0] = (unsigned char)(p[0] - 'A' + 'a');
	return t;
}
