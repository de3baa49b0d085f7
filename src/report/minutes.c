/* minutes.c - the minutes as the records have them. */
#include "radsbord/report/minutes.h"

#include "documents_local.h"
#include "minutes_local.h"
#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/council/attendance.h"
#include "radsbord/council/verdict.h"

#include <string.h>

const char *minutes_word(const struct model *m)
{
	return m->settings && m->settings->notes ? "Minnesanteckningar" : "Protokoll";
}

bool minutes_by_year(const struct model *m)
{
	return m->settings && m->settings->year_paragraphs;
}

struct paragraph *minutes_all(const struct model *m, const struct meeting *mt, struct arena *a, size_t *count)
{
	*count = minutes_paragraphs(m->council, mt, minutes_by_year(m), NULL, 0);
	struct paragraph *all = arena_alloc(a, (*count + 1) * sizeof *all);
	minutes_paragraphs(m->council, mt, minutes_by_year(m), all, *count);
	return all;
}

static const char *clock_text(struct arena *a, int minutes)
{
	struct buf b = {0};
	time_format(&b, minutes);
	const char *s = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return s;
}

/* ---- who was there -------------------------------------------------------------------------- */

/* ", kom kl. 9.42 (§ 3)". */
static const char *when(const struct model *m, const struct meeting *mt, struct arena *a, const char *verb, int time, const char *item)
{
	int64_t nr = item ? minutes_paragraph_of(m->council, mt, minutes_by_year(m), item) : 0;
	if (time < 0)
		return "";
	return arena_printf(a, ", %s kl.%s%s%s", verb, NBSP, clock_text(a, time), nr ? arena_printf(a, " (§%s%lld)", NBSP, (long long)nr) : "");
}

const char *minutes_attendee(const struct model *m, const struct attendee *at, bool wall, struct arena *a)
{
	const char *name = attendee_name(at), *organisation = attendee_organisation(at);
	const char *role = attendee_role(at) == SEAT_MEMBER ? "" : arena_printf(a, ", %s", attendance_roles[attendee_role(at)].label);
	(void)m;
	if (!organisation)
		return arena_printf(a, "%s%s", wall ? "utan plats i rådet" : name ? name : "utan namn", role);
	return arena_printf(a, "%s%s%s%s", organisation, wall || !name ? "" : ": ", wall || !name ? "" : name, role);
}

static void add_present(struct doc *d, const struct model *m, const struct meeting *mt, const struct attendee *at, bool wall)
{
	struct arena *a = &d->arena;
	const struct seat *serves = attendee_serves_for(m->council, at);
	const char *distance = attendee_presence(at) == PRESENCE_REMOTE ? ", på distans" : "";
	const char *came = at->record ? when(m, mt, a, "kom", at->record->came, at->record->came_item) : "";
	const char *left = at->record ? when(m, mt, a, "gick", at->record->left, at->record->left_item) : "";
	const char *for_whom = "";
	if (serves)
		for_whom = arena_printf(a, ", tjänstgör för %s", wall || !serves->person ? serves->organisation : serves->person);
	else if (attendee_role(at) == SEAT_DEPUTY)
		for_whom = ", tjänstgör inte";
	doc_item(d, "%s%s%s%s%s", minutes_attendee(m, at, wall, a), for_whom, distance, came, left);
}

/* The lines of a heading: those that `belongs` says, in order. */
struct roll {
	const struct attendee *all;
	size_t count;
};
static void add_absent(struct doc *d, const struct model *m, const struct roll *r, bool wall)
{
	bool any = false;
	for (size_t i = 0; i < r->count; i++) {
		enum presence p = attendee_presence(&r->all[i]);
		if (p != PRESENCE_ABSENT && p != PRESENCE_DEPUTY)
			continue;
		if (!any)
			doc_heading(d, 2, "Anmält förhinder");
		any = true;
		doc_item(d, "%s%s", minutes_attendee(m, &r->all[i], wall, &d->arena), p == PRESENCE_DEPUTY ? ", ersättare kallad" : "");
	}
}

static void add_vacant(struct doc *d, const struct roll *r)
{
	const char *vacant = "";
	for (size_t i = 0; i < r->count; i++)
		if (attendee_is_vacant(&r->all[i]) && attendee_organisation(&r->all[i]))
			words_append(&d->arena, &vacant, ", ", attendee_organisation(&r->all[i]));
	if (*vacant)
		doc_pair(d, "Vakanta platser", "%s", vacant);
}

static void add_roll(struct doc *d, const struct model *m, const struct meeting *mt, bool wall)
{
	struct roll r = {NULL, attendees(m->council, mt, NULL, 0)};
	struct attendee *all = arena_alloc(&d->arena, (r.count + 1) * sizeof *all);
	struct attendance_count n = attendance_count(m->council, mt);
	struct buf quorum = {0};
	bool any = false;
	attendees(m->council, mt, all, r.count);
	r.all = all;
	for (size_t i = 0; i < r.count; i++) {
		if (!attendee_is_there(&all[i]))
			continue;
		if (!any)
			doc_heading(d, 2, "Närvarande");
		any = true;
		add_present(d, m, mt, &all[i], wall);
	}
	if (!any)
		doc_paragraph(d, "Närvaron är inte antecknad.");
	add_absent(d, m, &r, wall);
	attendance_say_quorum(&n, m->settings ? m->settings->quorum : 0, &quorum);
	if (quorum.len)
		doc_paragraph(d, "%s", buf_cstr(&quorum));
	add_vacant(d, &r);
	buf_release(&quorum);
}

/* ---- paragraphs -------------------------------------------------------------------------------- */

static const char *owner_name(const struct model *m, const char *owner, bool wall, struct arena *a)
{
	return wall ? attendance_public_name(m->council, owner, a) : owner;
}

static void add_task(struct doc *d, const struct model *m, const struct action *act, bool wall)
{
	struct buf name = {0};
	verdict_name(act, &name);
	doc_pair(d, "Uppdrag", "%s. Ansvarig: %s. %s%s.", buf_cstr(&name), act->owner ? owner_name(m, act->owner, wall, &d->arena) : "inte utsedd",
	         date_known(act->due) ? "Klart senast den " : "Ingen tid är satt", date_known(act->due) ? words_day(&d->arena, act->due) : "");
	buf_release(&name);
}

/* "att godkänna ..."; what does not begin so is a sentence of its own. */
static void add_decision(struct doc *d, const char *text)
{
	bool said = false;
	for (const char *s = text; *s;) {
		size_t n = strcspn(s, "\n");
		const char *line = arena_strndup(&d->arena, s, n);
		if (strncmp(line, "att ", 4) != 0)
			doc_paragraph(d, "Beslut: %s", line);
		else if (!said)
			doc_paragraph(d, "Rådet beslutar");
		said |= strncmp(line, "att ", 4) == 0;
		if (strncmp(line, "att ", 4) == 0)
			doc_item(d, "%s", line);
		s += n + (s[n] == '\n');
	}
}

static void add_tabled(struct doc *d, const struct model *m, const struct item *item)
{
	const struct meeting *to = NULL;
	for (size_t i = 0; i < records_count(m->council, RECORD_ITEM); i++) {
		const struct item *later = records_item(m->council, i);
		if (!later->from || strcmp(later->from, item->head.id) != 0)
			continue;
		for (size_t k = 0; k < records_count(m->council, RECORD_MEETING); k++)
			if (agenda_item(m->council, records_meeting(m->council, k), later->head.id))
				to = records_meeting(m->council, k);
	}
	if (to)
		doc_paragraph(d, "Ärendet bordläggs till mötet den %s.", words_day(&d->arena, to->date));
	else
		doc_paragraph(d, "Ärendet bordläggs till nästa möte.");
}

/* Where a tabled item comes from. */
static void add_origin(struct doc *d, const struct model *m, const struct item *item)
{
	for (size_t k = 0; item->from && k < records_count(m->council, RECORD_MEETING); k++)
		if (agenda_item(m->council, records_meeting(m->council, k), item->from))
			doc_paragraph(d, "Ärendet bordlades på mötet den %s.", words_day(&d->arena, records_meeting(m->council, k)->date));
}

static void add_verdicts(struct doc *d, const struct model *m, const struct meeting *mt)
{
	struct buf text = {0};
	verdict_paragraph(m->council, mt, model_verb(m), &text);
	while (text.len > 0 && text.data[text.len - 1] == '\n')
		text.data[--text.len] = '\0';
	if (text.len)
		doc_paragraph(d, "%s", buf_cstr(&text));
	buf_release(&text);
}

static void add_verdict(struct doc *d, const struct model *m, const struct verdict *v)
{
	const struct record *r = v->action ? records_find(m->council, RECORD_ACTION, v->action) : NULL;
	struct buf text = {0};
	if (!r)
		return;
	verdict_sentence(v, (const struct action *)(const void *)r, model_verb(m), &text);
	doc_paragraph(d, "%s", buf_cstr(&text));
	buf_release(&text);
}

static const char *verdict_title(const struct model *m, const struct verdict *v)
{
	const struct record *r = v->action ? records_find(m->council, RECORD_ACTION, v->action) : NULL;
	return r ? ((const struct action *)(const void *)r)->title : "Åtgärd";
}

/* The heading is written, and below it what the item has. */
static void add_item(struct doc *d, const struct model *m, const struct meeting *mt, const struct item *item, bool wall)
{
	if (item->presenter)
		doc_pair(d, "Föredragande", "%s", owner_name(m, item->presenter, wall, &d->arena));
	add_origin(d, m, item);
	if (item->text)
		doc_paragraph(d, "%s", item->text);
	else if (item->gathers)
		add_verdicts(d, m, mt);
	if (item->decision)
		add_decision(d, item->decision);
	if (item->kind == ITEM_TABLED)
		add_tabled(d, m, item);
	size_t most = records_count(m->council, RECORD_ACTION);
	size_t *tasks = arena_alloc(&d->arena, (most + 1) * sizeof *tasks);
	size_t n = minutes_tasks(m->council, mt, item, tasks, most);
	for (size_t i = 0; i < n; i++)
		add_task(d, m, records_action(m->council, tasks[i]), wall);
	document_attachments(d, &item->attachments);
}

/* A paragraph that nothing was written under says so once the minutes leave the secretary. */
static void add_paragraph(struct doc *d, const struct model *m, const struct meeting *mt, const struct paragraph *p, bool wall)
{
	const struct item *item = p->item;
	doc_clause(d, 2, p->nr, "%s", p->verdict ? verdict_title(m, p->verdict) : item->title ? item->title : "");
	if (p->verdict) {
		add_verdict(d, m, p->verdict);
		return;
	}
	size_t heading = d->count;
	add_item(d, m, mt, item, wall);
	if (d->count == heading && mt->minutes != MINUTES_DRAFT)
		doc_paragraph(d, "Inget antecknades.");
}

void report_paragraph(struct doc *d, const struct model *m, const struct meeting *mt, const struct paragraph *p, bool wall)
{
	bool spoke = language_swedish();
	add_paragraph(d, m, mt, p, wall);
	language_back(spoke);
}

/* ---- the whole ----------------------------------------------------------------------------------- */

static void add_head(struct doc *d, const struct model *m, const struct meeting *mt)
{
	struct arena *a = &d->arena;
	doc_heading(d, 1, "%s", minutes_word(m));
	doc_subtitle(d, "%s%s", document_council(m), minutes_adopted(mt)                       ? ""
	                                             : mt->minutes == MINUTES_CIRCULATED ? ", under justering"
	                                                                                 : ", utkast");
	document_pair(d, "Möte", mt->title);
	if (date_known(mt->date))
		doc_pair(d, "Dag", "%s den %s", date_weekdays[date_weekday(mt->date) - 1], words_day(a, mt->date));
	if (mt->start >= 0)
		doc_pair(d, "Tid", "kl.%s%s%s%s", NBSP, clock_text(a, mt->start), mt->end < 0 ? "" : "–", mt->end < 0 ? "" : clock_text(a, mt->end));
	document_pair(d, "Plats", mt->place);
}

static void add_adoption(struct doc *d, const struct model *m, const struct meeting *mt, bool wall)
{
	struct arena *a = &d->arena;
	if (!mt->adjusted.count && !mt->adjusters.count && !minutes_adopted(mt))
		return;
	doc_heading(d, 2, "Justering");
	for (size_t i = 0; i < mt->adjusted.count; i++) {
		struct date day;
		enum adjust_way way;
		const char *who;
		if (minutes_adjusted_read(mt->adjusted.items[i], &day, &way, &who))
			doc_item(d, "%s, %s den %s", owner_name(m, who, wall, a), adjust_ways[way].label, words_day(a, day));
		else
			doc_item(d, "%s", mt->adjusted.items[i]);
	}
	for (size_t i = 0; !minutes_adopted(mt) && i < mt->adjusters.count; i++)
		doc_signature(d, "%s", owner_name(m, mt->adjusters.items[i], wall, a));
	if (minutes_adopted(mt) && !mt->adjusted.count)
		doc_paragraph(d, "Fastställt utan justerare.");
}

void report_minutes(struct doc *d, const struct model *m, const struct meeting *mt, bool wall)
{
	size_t count;
	bool spoke = language_swedish();
	add_head(d, m, mt);
	add_roll(d, m, mt, wall);
	struct paragraph *all = minutes_all(m, mt, &d->arena, &count);
	for (size_t i = 0; i < count; i++)
		add_paragraph(d, m, mt, &all[i], wall);
	add_adoption(d, m, mt, wall);
	language_back(spoke);
}

void report_minutes_text(const struct model *m, const struct meeting *mt, struct buf *out)
{
	struct doc d = {0};
	bool spoke = language_swedish();
	report_minutes(&d, m, mt, false);
	render_text(&d, MINUTES_COLUMNS, out);
	language_back(spoke);
	doc_release(&d);
}
