/* document_meeting.c - the call to a meeting, and its agenda with times that add up. */
#include "documents_local.h"
#include "words.h"

#include "radsbord/council/seat.h"

#include <stdlib.h>
#include <string.h>

static const char *clock_text(struct arena *a, int minutes)
{
	struct buf b = {0};
	time_format(&b, minutes % (24 * 60));
	const char *s = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return s;
}

size_t document_items(const struct model *m, const struct meeting *mt, size_t **order)
{
	size_t most = records_count(m->council, RECORD_ITEM);
	*order = mem_alloc((most + 1) * sizeof **order);
	return agenda_items(m->council, mt, *order, most);
}

void document_attachments(struct doc *d, const struct strings *attachments)
{
	for (size_t i = 0; i < attachments->count; i++) {
		const char *a = attachments->items[i];
		if (strncmp(a, "https://", 8) == 0 || strncmp(a, "http://", 7) == 0)
			doc_link(d, a, a);
		else
			doc_item(d, "Bilaga: %s", a);
	}
}

/* How long a meeting is; -1 when a time is not given. One that ends before it begins ends the next day. */
static int length_of(const struct meeting *mt)
{
	if (mt->start < 0 || mt->end < 0)
		return -1;
	return mt->end > mt->start ? mt->end - mt->start : mt->end + 24 * 60 - mt->start;
}

/* The agenda as it is gathered: when the next item begins is known until an item has no length. */
struct schedule {
	int begins;             /* minutes since midnight, -1: not known */
	int64_t sum;            /* minutes of the items that have a length */
	size_t items, without;  /* without a length */
};

enum { LONGEST = 24 * 60 };

static void add_item(struct doc *d, struct doc_table *t, const struct item *item, struct schedule *ag)
{
	struct arena *a = &d->arena;
	struct doc_cell *c = doc_row(d, t);
	bool timed = item->minutes != FIELD_INT_NONE && item->minutes >= 0 && item->minutes <= LONGEST;
	ag->items++;
	c[0] = document_cell(d, ag->begins < 0 ? NULL : arena_printf(a, "kl.%s%s", NBSP, clock_text(a, ag->begins)));
	c[1] = document_cell(d, item->nr == FIELD_INT_NONE ? NULL : words_count(a, item->nr, NULL));
	c[2] = document_cell(d, item->title);
	c[3] = document_cell(d, item->kind == ITEM_INFORMATION ? NULL : item_kinds[item->kind].label);
	c[4] = document_cell(d, timed ? arena_printf(a, "%lld%smin", (long long)item->minutes, NBSP) : NULL);
	if (timed) {
		ag->sum += item->minutes;
		ag->begins = ag->begins < 0 ? -1 : ag->begins + (int)item->minutes;
	} else {
		ag->without++;
		ag->begins = -1;
	}
}

static const char *minutes_text(struct arena *a, int64_t n)
{
	return words_count(a, n, n == 1 ? "minut" : "minuter");
}

/* What the times come to against the meeting's own. */
static void say_sum(struct doc *d, const struct meeting *mt, const struct schedule *ag)
{
	struct arena *a = &d->arena;
	int length = length_of(mt);
	if (!ag->items || ag->without == ag->items)
		return;
	if (ag->without)
		doc_paragraph(d, "%s av %s har ingen beräknad tid, så tiderna efter det första av dem kan inte sägas. De övriga tar %s.",
		              words_count(a, (int64_t)ag->without, NULL), words_count(a, (int64_t)ag->items, "ärenden"), minutes_text(a, ag->sum));
	else if (length < 0)
		doc_paragraph(d, "Ärendena tar tillsammans %s.", minutes_text(a, ag->sum));
	else if (ag->sum == length)
		doc_paragraph(d, "Ärendena tar tillsammans %s, lika långt som mötet.", minutes_text(a, ag->sum));
	else
		doc_paragraph(d, "Ärendena tar tillsammans %s och mötet är %s: %s %s.", minutes_text(a, ag->sum), minutes_text(a, length),
		              minutes_text(a, ag->sum > length ? ag->sum - length : length - ag->sum), ag->sum > length ? "för mycket" : "är kvar");
}

static void add_agenda(struct doc *d, const struct model *m, const struct meeting *mt)
{
	static const struct doc_column columns[] = {
		{.name = "tid", .label = "Tid", .keep = true},
		{.name = "nr", .label = "Nr", .align = TEXT_RIGHT},
		{.name = "arende", .label = "Ärende", .heads_row = true},
		{.name = "slag", .label = "Slag"},
		{.name = "langd", .label = "Längd", .align = TEXT_RIGHT},
	};
	struct schedule ag = {.begins = mt->start};
	doc_heading(d, 2, "Dagordning");
	struct doc_table *t = doc_table(d, "Mötets ärenden", columns, sizeof columns / sizeof *columns);
	size_t *order = NULL, count = document_items(m, mt, &order);
	for (size_t i = 0; i < count; i++)
		add_item(d, t, records_item(m->council, order[i]), &ag);
	free(order);
	if (ag.without == ag.items)
		t->columns[0].programs_only = true; /* only the first would have a time */
	document_hide_empty(t);
	if (!ag.items)
		doc_paragraph(d, "Dagordningen är inte gjord ännu.");
	say_sum(d, mt, &ag);
}

const char *document_times(struct arena *a, const struct meeting *mt)
{
	if (mt->start < 0)
		return "";
	return arena_printf(a, "kl.%s%s%s%s", NBSP, clock_text(a, mt->start), mt->end < 0 ? "" : "–", mt->end < 0 ? "" : clock_text(a, mt->end));
}

static void add_head(struct doc *d, const struct model *m, const struct meeting *mt, const char *title)
{
	struct arena *a = &d->arena;
	doc_heading(d, 1, "%s", title);
	doc_subtitle(d, "%s", document_council(m));
	if (mt->status == MEETING_CANCELLED)
		doc_paragraph(d, "Mötet är inställt.");
	document_pair(d, "Möte", mt->title);
	if (date_known(mt->date))
		doc_pair(d, "Dag", "%s den %s (v. %d)", date_weekdays[date_weekday(mt->date) - 1], words_day(a, mt->date),
		         date_iso_week(mt->date, NULL));
	else
		doc_pair(d, "Dag", "%s", TO_FILL);
	doc_pair(d, "Tid", "%s", mt->start < 0 ? TO_FILL : document_times(a, mt));
	doc_pair(d, "Plats", "%s", mt->place && *mt->place ? mt->place : TO_FILL);
}

/* A seat whose term has ended is not called. Nobody is called to a vacant one: those stand together, so that they are seen. */
static void add_called(struct doc *d, const struct model *m)
{
	struct arena *a = &d->arena;
	const char *vacant = "";
	bool any = false;
	for (size_t i = 0; i < records_count(m->council, RECORD_SEAT); i++) {
		const struct seat *s = records_seat(m->council, i);
		enum seat_state state = seat_state(s, m->today);
		const char *organisation = s->organisation ? s->organisation : "Utan organisation";
		if (state == SEAT_ENDED || s->role == SEAT_DEPUTY)
			continue;
		if (state == SEAT_VACANT) {
			words_append(a, &vacant, ", ", organisation);
			continue;
		}
		if (!any)
			doc_heading(d, 2, "Kallade");
		any = true;
		doc_item(d, "%s: %s%s", organisation, s->person, s->role == SEAT_MEMBER ? "" : arena_printf(a, " (%s)", seat_roles[s->role].label));
	}
	if (*vacant)
		doc_pair(d, "Vakanta platser", "%s", vacant);
}

static const struct seat *secretary(const struct model *m)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_SEAT); i++) {
		const struct seat *s = records_seat(m->council, i);
		if (s->role == SEAT_SECRETARY && seat_state(s, m->today) == SEAT_FILLED)
			return s;
	}
	return NULL;
}

/* Where to answer. A reason is never asked for and never kept. */
static void add_answer(struct doc *d, const struct model *m)
{
	const struct seat *s = secretary(m);
	doc_paragraph(d, "Välkommen till rådets möte. Meddela %s om du inte kan komma, så att din ersättare kan kallas. Du behöver inte säga "
	                 "varför.", s ? s->person : "sekreteraren");
	if (s && s->email && *s->email)
		doc_link(d, s->email, arena_printf(&d->arena, "mailto:%s", s->email));
}

bool document_call(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	(void)e;
	add_head(d, m, q->meeting, q->meeting->status == MEETING_CANCELLED ? "Inställt möte" : "Kallelse");
	if (q->meeting->status == MEETING_CANCELLED)
		return true;
	add_answer(d, m);
	add_agenda(d, m, q->meeting);
	document_attachments(d, &q->meeting->attachments);
	add_called(d, m);
	return true;
}

bool document_agenda(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	(void)e;
	add_head(d, m, q->meeting, "Dagordning");
	add_agenda(d, m, q->meeting);
	bool any = false;
	size_t *order = NULL, count = document_items(m, q->meeting, &order);
	for (size_t i = 0; i < count; i++) {
		const struct item *item = records_item(m->council, order[i]);
		if ((!item->text || !*item->text) && !item->attachments.count)
			continue;
		if (!any)
			doc_heading(d, 2, "Om ärendena");
		any = true;
		doc_heading(d, 3, "%s%s%s", item->nr == FIELD_INT_NONE ? "" : words_count(&d->arena, item->nr, NULL),
		            item->nr == FIELD_INT_NONE ? "" : ". ", item->title ? item->title : "");
		if (item->text && *item->text)
			doc_paragraph(d, "%s", item->text);
		document_attachments(d, &item->attachments);
	}
	free(order);
	return true;
}
