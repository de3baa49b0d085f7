/* The chain at its later end: from an action to the § that decided it, from a meeting to the actions and the annual report of its
 * year, and from the report back to the meetings. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/council/minutes.h"
#include "radsbord/council/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool by_year(const struct model *m)
{
	return m->settings && m->settings->year_paragraphs;
}

static void day_of(const struct meeting *mt, struct buf *out)
{
	date_format_long(out, mt->date);
}

/* The § of a verdict: its own, or that of the item which gathers them; 0: none. */
static int64_t verdict_paragraph_nr(const struct model *m, const struct meeting *mt, const struct verdict *v)
{
	size_t n = minutes_paragraphs(m->council, mt, by_year(m), NULL, 0);
	struct paragraph *all = mem_alloc((n + 1) * sizeof *all);
	int64_t nr = 0;
	minutes_paragraphs(m->council, mt, by_year(m), all, n);
	for (size_t i = 0; i < n; i++)
		if (all[i].verdict == v || (!nr && !all[i].verdict && all[i].item->gathers))
			nr = all[i].nr;
	free(all);
	return nr;
}

/* The latest meeting but the one that decided it whose review spoke of the action. */
static const struct verdict *latest_verdict(const struct model *m, const struct action *a, const struct meeting **at)
{
	const struct verdict *latest = NULL;
	for (size_t i = 0; i < records_count(m->council, RECORD_MEETING); i++) {
		const struct meeting *mt = records_meeting(m->council, i);
		const struct verdict *v = a->meeting && strcmp(a->meeting, mt->head.id) == 0 ? NULL : verdict_of(m->council, mt, a->head.id);
		if (v && (!latest || date_cmp(mt->date, (*at)->date) >= 0)) {
			latest = v;
			*at = mt;
		}
	}
	return latest;
}

/* "§ 41 den 10 september 2026", or the meeting where no paragraph is known; and what it did with the action. */
static void link_paragraph(struct detail *d, const struct meeting *mt, int64_t nr, const char *did)
{
	struct buf day = {0};
	day_of(mt, &day);
	if (nr > 0) {
		detail_link(d, LINK_MEETING, mt->head.id, _("§ %lld den %s, %s"), (long long)nr, buf_cstr(&day), did);
		detail_link_crumb(d, "§ %lld", (long long)nr);
	} else {
		detail_link(d, LINK_MEETING, mt->head.id, _("Mötet den %s, %s"), buf_cstr(&day), did);
	}
	buf_release(&day);
}

void action_chain(const struct model *m, const struct action *a, struct detail *d)
{
	const struct meeting *decided =
		a->meeting ? (const struct meeting *)(const void *)records_find(m->council, RECORD_MEETING, a->meeting) : NULL;
	const struct meeting *at = NULL;
	const struct verdict *v = latest_verdict(m, a, &at);
	if (decided)
		link_paragraph(d, decided, a->item ? minutes_paragraph_of(m->council, decided, by_year(m), a->item) : 0, _("som beslutade"));
	else if (a->meeting)
		detail_link(d, LINK_MEETING, a->meeting, _("Mötet som beslutade"));
	if (v)
		link_paragraph(d, at, verdict_paragraph_nr(m, at, v), _("senast genomgången"));
}

/* The actions that it decided, and those that its review spoke of. */
static void link_actions(const struct model *m, const struct meeting *mt, struct detail *d)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(m->council, i);
		if ((a->meeting && strcmp(a->meeting, mt->head.id) == 0) || verdict_of(m->council, mt, a->head.id))
			detail_link(d, LINK_ACTION, a->head.id, _("Åtgärd %lld: %s"), (long long)a->nr, a->title);
	}
}

void meeting_chain(const struct model *m, const struct meeting *mt, struct detail *d)
{
	char year[16];
	link_actions(m, mt, d);
	snprintf(year, sizeof year, "%d", mt->date.year);
	detail_link(d, LINK_ANNUAL, year, _("Årsberättelsen %s"), year);
}

void annual_chain(const struct model *m, int year, struct detail *d)
{
	struct error e = {0};
	if (!document_make(&d->doc, document_find("arsberattelse"), m, &(struct document_question){.year = year}, &e))
		doc_paragraph(&d->doc, "%s", e.text);
	for (size_t i = 0; i < records_count(m->council, RECORD_MEETING); i++) {
		const struct meeting *mt = records_meeting(m->council, i);
		struct buf day = {0};
		if (mt->date.year != year)
			continue;
		day_of(mt, &day);
		detail_link(d, LINK_MEETING, mt->head.id, _("Mötet den %s"), buf_cstr(&day));
		buf_release(&day);
	}
}
