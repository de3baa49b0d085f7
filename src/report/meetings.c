/* meetings.c - `radsbord moten`, and the detail of a meeting. */
#include "plan_local.h"
#include "radsbord/base/language.h"
#include "radsbord/council/verdict.h"
#include "radsbord/report/filter.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

static const char *clock(struct arena *a, int minutes)
{
	struct buf b = {0};
	if (minutes >= 0)
		time_format(&b, minutes);
	const char *s = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return s;
}

/* For programs 09:30. */
static struct doc_cell clock_cell(struct doc *d, int minutes)
{
	if (minutes < 0)
		return doc_unknown(d, "", "");
	return doc_text(d, clock(&d->arena, minutes), arena_printf(&d->arena, "%02d:%02d", minutes / 60, minutes % 60));
}

static int by_date(const void *a, const void *b)
{
	const struct meeting *const *x = a, *const *y = b;
	int order = date_cmp((*x)->date, (*y)->date);
	if (!order)
		order = ((*x)->start > (*y)->start) - ((*x)->start < (*y)->start);
	return order ? order : (*x > *y) - (*x < *y);
}

static void add_row(struct doc *d, struct doc_table *t, const struct meeting *mt)
{
	struct doc_cell *c = doc_row(d, t);
	c[0] = plan_number_cell(d, mt->nr);
	c[1] = plan_text_cell(d, mt->head.id);
	c[2] = date_known(mt->date)
	               ? doc_text(d, arena_printf(&d->arena, "%s (%s)", words_date(&d->arena, mt->date),
	                                          _(date_weekdays_short[date_weekday(mt->date) - 1])),
	                          words_date(&d->arena, mt->date))
	               : doc_unknown(d, _("inget datum"), "");
	c[3] = clock_cell(d, mt->start);
	c[4] = clock_cell(d, mt->end);
	c[5] = plan_text_cell(d, mt->place);
	c[6] = doc_text(d, _(meeting_types[mt->type].label), meeting_types[mt->type].code);
	c[7] = doc_text(d, _(meeting_statuses[mt->status].label), meeting_statuses[mt->status].code);
}

void report_meetings(struct doc *d, const struct model *m, int year)
{
	static const struct doc_column columns[] = {
		{.name = "nr", .label = N_("Nr"), .align = TEXT_RIGHT},
		{.name = "id", .label = N_("Id"), .programs_only = true},
		{.name = "datum", .label = N_("Datum"), .keep = true},
		{.name = "start", .label = N_("Start"), .align = TEXT_RIGHT},
		{.name = "slut", .label = N_("Slut"), .align = TEXT_RIGHT},
		{.name = "plats", .label = N_("Plats")},
		{.name = "typ", .label = N_("Typ")},
		{.name = "status", .label = N_("Status")},
	};
	size_t total = m->council ? records_count(m->council, RECORD_MEETING) : 0;
	const struct meeting **sorted = mem_alloc((total + 1) * sizeof *sorted);
	for (size_t i = 0; i < total; i++)
		sorted[i] = records_meeting(m->council, i);
	qsort(sorted, total, sizeof *sorted, by_date);
	if (year)
		doc_heading(d, 1, _("Möten %d"), year);
	else
		doc_heading(d, 1, _("Möten"));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	struct record_choice *choice = record_choice_new(m, -1, RECORD_MEETING);
	for (size_t i = 0; i < total; i++)
		if ((!year || sorted[i]->date.year == year) && record_choice_takes(choice, sorted[i]))
			add_row(d, t, sorted[i]);
	for (size_t i = 0; !t->rows && i < t->columns_count; i++)
		t->columns[i].programs_only = true;
	record_choice_end(&choice, d);
	if (!t->rows && !m->filter)
		doc_paragraph(d, "%s", m->council ? _("Inga möten är planerade.") : _("Inget råd är öppet. Ange rådets mapp med --rad."));
	free(sorted);
}

/* Holidays and the like, and other meetings on the same day; this one does not count. */
static void warnings(struct doc *d, const struct model *m, const struct meeting *mt)
{
	struct records none = {.tables = {{.items = NULL}}};
	struct buf warning = {0};
	if (mt->status == MEETING_CANCELLED || mt->status == MEETING_HELD || !date_known(mt->date))
		return;
	meeting_warn(&none, mt->date, &warning);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_MEETING); i++) {
		const struct meeting *other = records_meeting(m->council, i);
		bool same = other == mt || (other->head.id && mt->head.id && strcmp(other->head.id, mt->head.id) == 0);
		if (same || other->status == MEETING_CANCELLED || date_cmp(other->date, mt->date) != 0)
			continue;
		buf_printf(&warning, _("%sEtt annat möte är planerat samma dag."), warning.len ? " " : "");
		break;
	}
	if (m->council) {
		struct agenda_time times = agenda_time(m->council, mt);
		struct buf said = {0};
		agenda_time_warn(&times, &said);
		buf_printf(&warning, "%s%s", warning.len && said.len ? " " : "", buf_cstr(&said));
		buf_release(&said);
	}
	if (date_cmp(mt->date, m->today) < 0)
		buf_printf(&warning, _("%sDagen har passerat, men mötet är inte antecknat som hållet."), warning.len ? " " : "");
	if (warning.len)
		doc_pair(d, _("Obs"), "%s", buf_cstr(&warning));
	buf_release(&warning);
}

/* What is written of an item; of the one that gathers the review, what the verdicts say until somebody writes it anew. */
static const char *item_text(struct arena *a, const struct model *m, const struct meeting *mt, const struct item *item)
{
	struct buf b = {0};
	if (item->text)
		buf_printf(&b, "%s%s", item->text, item->gathers ? _("\n(Texten är skriven för hand och följer inte längre genomgången.)") : "");
	else if (item->gathers)
		verdict_paragraph(m->council, mt, model_verb(m), &b);
	const char *text = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return text;
}

/* What the last meeting took up again or carried over stands here by itself. */
static void brought_up(struct doc *d, const struct model *m, const struct meeting *mt)
{
	bool any = false;
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_ACTION); i++) {
		const struct action *a = records_action(m->council, i);
		struct buf name = {0};
		if (!action_is_open(a) || !verdict_brings_up(m->council, mt, a->head.id))
			continue;
		if (!any)
			doc_heading(d, 2, _("Tas upp igen från förra mötet"));
		any = true;
		verdict_name(a, &name);
		doc_item(d, "%s", buf_cstr(&name));
		buf_release(&name);
	}
}

static void agenda(struct doc *d, const struct model *m, const struct meeting *mt)
{
	struct arena *a = &d->arena;
	size_t most = m->council ? records_count(m->council, RECORD_ITEM) : 0;
	size_t *order = mem_alloc((most + 1) * sizeof *order);
	size_t count = m->council ? agenda_items(m->council, mt, order, most) : 0;
	if (count)
		doc_heading(d, 2, _("Dagordning"));
	for (size_t i = 0; i < count; i++) {
		const struct item *item = records_item(m->council, order[i]);
		const char *nr = item->nr == FIELD_INT_NONE ? "–" : words_count(a, item->nr, NULL);
		const char *about = item->kind == ITEM_INFORMATION ? "" : _(item_kinds[item->kind].label);
		if (item->minutes != FIELD_INT_NONE)
			words_append(a, &about, ", ", words_count(a, item->minutes, "minuter"));
		if (*about)
			about = arena_printf(a, " (%s)", about);
		const char *text = item_text(a, m, mt, item);
		if (item->decision)
			words_append(a, &text, "\n", arena_printf(a, _("Beslut: %s"), item->decision));
		for (size_t k = 0; k < item->attachments.count; k++)
			words_append(a, &text, "\n", arena_printf(a, _("Bilaga: %s"), item->attachments.items[k]));
		doc_pair(d, nr, "%s%s%s%s", item->title ? item->title : "", about, *text ? "\n" : "", text);
	}
	free(order);
}

void report_meeting(struct doc *d, const struct model *m, const struct meeting *mt)
{
	struct arena *a = &d->arena;
	const char *from = clock(a, mt->start), *to = clock(a, mt->end);
	doc_heading(d, 1, "%s", mt->title ? mt->title : _("Möte"));
	if (date_known(mt->date))
		doc_pair(d, _("Dag"), _("%s den %s, v. %d"), _(date_weekdays[date_weekday(mt->date) - 1]), words_day(a, mt->date),
		         date_iso_week(mt->date, NULL));
	else
		doc_pair(d, _("Dag"), _("inget datum"));
	if (*from)
		doc_pair(d, _("Tid"), _("kl. %s%s%s"), from, *to ? "–" : "", to);
	doc_pair(d, _("Plats"), "%s", mt->place ? mt->place : _("inte angiven"));
	doc_pair(d, _("Typ"), "%s", _(meeting_types[mt->type].label));
	doc_pair(d, _("Status"), "%s", _(meeting_statuses[mt->status].label));
	if (mt->note)
		doc_pair(d, _("Not"), "%s", mt->note);
	for (size_t i = 0; i < mt->attachments.count; i++)
		doc_pair(d, _("Bilaga"), "%s", mt->attachments.items[i]);
	if (mt->head.file)
		doc_pair(d, _("Fil"), "%s", words_file(a, mt->head.file, mt->head.line));
	warnings(d, m, mt);
	agenda(d, m, mt);
	brought_up(d, m, mt);
}
