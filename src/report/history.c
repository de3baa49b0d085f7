#include "radsbord/report/history.h"

#include "radsbord/base/language.h"

#include <string.h>

static bool several_records(const struct history *h)
{
	for (size_t i = 1; i < h->count; i++)
		if (strcmp(h->items[i].id, h->items[0].id) != 0)
			return true;
	return false;
}

static bool same_step(const struct history_event *a, const struct history_event *b)
{
	return a->utc == b->utc && a->step && b->step && strcmp(a->step, b->step) == 0;
}

static void head(struct doc *d, const struct history_event *e)
{
	struct wall at = wall_from_utc(e->utc);
	struct buf date = {0}, time = {0};
	date_format_long(&date, at.date);
	time_format(&time, at.minutes);
	doc_heading(d, 2, _("%s kl. %s  %s%s%s%s"), buf_cstr(&date), buf_cstr(&time), e->who ? e->who : _("Okänd"),
	            e->host ? " (" : "", e->host ? e->host : "", e->host ? ")" : "");
	if (e->title)
		doc_paragraph(d, "%s", e->title);
	buf_release(&date);
	buf_release(&time);
}

static void one_field(struct doc *d, const struct history_event *e, const struct history_field *f)
{
	struct buf before = {0}, after = {0};
	const char *label = f->field ? _(f->field->label) : f->name;
	history_show(f->field, &f->before, &before);
	history_show(f->field, &f->after, &after);
	if (e->kind == CHANGE_SET)
		doc_item(d, "%s: %s → %s", label, buf_cstr(&before), buf_cstr(&after));
	else
		doc_item(d, "%s: %s", label, buf_cstr(e->kind == CHANGE_ADD ? &after : &before));
	buf_release(&before);
	buf_release(&after);
}

static void one_record(struct doc *d, const struct history_event *e, bool named)
{
	static const char *const words[] = {[CHANGE_SET] = N_("ändrad"), [CHANGE_ADD] = N_("ny"), [CHANGE_REMOVE] = N_("borttagen")};
	struct buf label = {0};
	text_capitalise(&label, e->record ? _(e->record->label) : e->type);
	if (named)
		doc_paragraph(d, "%s %s: %s", buf_cstr(&label), e->id, _(words[e->kind]));
	else if (e->kind != CHANGE_SET)
		doc_paragraph(d, "%s: %s", buf_cstr(&label), _(words[e->kind]));
	for (size_t i = 0; i < e->count; i++)
		if (!e->fields[i].field || e->fields[i].field->type != FIELD_ID)
			one_field(d, e, &e->fields[i]);
	buf_release(&label);
}

void report_history(struct doc *d, const struct history *h)
{
	bool named = several_records(h);
	doc_heading(d, 1, _("Historik"));
	if (h->count == 0)
		doc_paragraph(d, _("Inget är antecknat: raden har inte ändrats i Rådsbord sedan historiken började."));
	for (size_t i = 0, end; i < h->count; i = end) {
		for (end = i + 1; end < h->count && same_step(&h->items[i], &h->items[end]);)
			end++;
		head(d, &h->items[i]);
		for (size_t k = end; k-- > i;) /* within a step as it was made: the meeting, then its agenda */
			one_record(d, &h->items[k], named);
	}
}

/* The values as they stand in the files. */
static struct doc_cell written(struct doc *d, const struct strings *values)
{
	struct buf text = {0};
	for (size_t i = 0; i < values->count; i++)
		buf_printf(&text, "%s%s", i ? "\n" : "", values->items[i]);
	struct doc_cell cell = values->count ? doc_text(d, buf_cstr(&text), NULL) : doc_unknown(d, "–", "");
	buf_release(&text);
	return cell;
}

static struct doc_cell stated(struct doc *d, const char *text)
{
	return text ? doc_text(d, text, NULL) : doc_unknown(d, "–", "");
}

void report_history_rows(struct doc *d, const struct history *h)
{
	static const char *const kinds[] = {[CHANGE_SET] = "andrad", [CHANGE_ADD] = "ny", [CHANGE_REMOVE] = "borttagen"};
	static const char *const names[] = {"tid", "vem", "dator", "steg", "slag", "typ", "id", "fil", "falt", "fran", "till"};
	enum { COLUMNS = sizeof names / sizeof *names };
	struct doc_column columns[COLUMNS] = {0};
	for (size_t i = 0; i < COLUMNS; i++)
		columns[i] = (struct doc_column){.name = names[i], .programs_only = true};
	struct doc_table *t = doc_table(d, NULL, columns, COLUMNS);
	for (size_t i = 0; i < h->count; i++) {
		const struct history_event *e = &h->items[i];
		struct buf time = {0};
		utc_format(&time, e->utc);
		for (size_t k = 0; k < e->count; k++) {
			const struct history_field *f = &e->fields[k];
			const struct doc_cell cells[COLUMNS] = {
				doc_text(d, buf_cstr(&time), NULL), stated(d, e->who), stated(d, e->host), stated(d, e->title),
				doc_text(d, kinds[e->kind], NULL), doc_text(d, e->type, NULL), doc_text(d, e->id, NULL),
				doc_text(d, e->file, NULL), doc_text(d, f->name, NULL), written(d, &f->before), written(d, &f->after)};
			memcpy(doc_row(d, t), cells, sizeof cells);
		}
		buf_release(&time);
	}
}
