/* F8: which document, in which format, and the file is written. Offered is what fits the place and the row one stands on. */
#include "pane.h"

#include "radsbord/app/export.h"
#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is said of a document in the list, and of what comes after the documents. */
static const char all_tables[] = N_("Alla tabeller (Excel)"), calendar[] = N_("Rådets möten (kalender, .ics)");

/* Word first: that is what most will send on. */
static const enum output_format order[] = {OUTPUT_DOCX, OUTPUT_HTML, OUTPUT_TEXT, OUTPUT_MARKDOWN, OUTPUT_XLSX, OUTPUT_CSV, OUTPUT_JSON};

/* What the row is about; false when it is nothing a document can be made of. */
static bool about(struct frame *f, enum link_kind *kind, const char **id)
{
	struct pane *p = frame_pane(f);
	long row = list_selected(&p->list);
	return row >= 0 && p->class->about && p->class->about(f, p, (size_t)row, kind, id);
}

static bool fits_row(unsigned needs, enum link_kind kind)
{
	return ((needs & DOCUMENT_OF_UNIT) && kind == LINK_UNIT) || ((needs & DOCUMENT_OF_GAP) && kind == LINK_GAP) ||
	       ((needs & DOCUMENT_OF_ACTION) && kind == LINK_ACTION) || ((needs & DOCUMENT_OF_REFERRAL) && kind == LINK_REFERRAL);
}

static bool fits(struct frame *f, const struct document *t, bool on_row, enum link_kind kind)
{
	enum command_place place = pane_place(frame_pane(f));
	bool inventory = place & (PLACE_OVERVIEW | PLACE_WHATIF | PLACE_GAPS);
	if ((t->needs & DOCUMENT_COUNCIL) && !frame_model(f)->council)
		return false;
	if (t->needs & DOCUMENT_SUBJECT)
		return on_row && fits_row(t->needs, kind);
	if (t->needs & DOCUMENT_MEETING)
		return place == PLACE_MEETINGS;
	return t->needs & DOCUMENT_PLACE ? inventory : !inventory;
}

static const struct meeting *meeting_of(struct frame *f, const char *id, struct error *e)
{
	return document_find_meeting(frame_model(f), *id ? id : NULL, e);
}

/* The place of the pane, or the unit on the row. */
static int place_of(struct frame *f, const char *id)
{
	int unit = *id ? reference_place_by_code(frame_model(f)->reference, id) : -1;
	return unit >= 0 ? unit : f->place;
}

/* A table of the rows that are marked. */
static void make_marked(struct frame *f, struct model m, struct doc *d, struct buf *name)
{
	struct pane *p = frame_pane(f);
	struct strings ids = {0};
	struct arena a = {0};
	marks_ids(p, &ids, &a);
	m.only = &ids;
	export_marked(&m, f->place, pane_kind(p), d);
	buf_str(name, "urval-");
	date_format_iso(name, m.today);
	arena_release(&a);
}

static bool make(struct frame *f, const struct model *m, struct doc *d, struct buf *name, struct error *e)
{
	const struct export_choice *x = &f->export;
	if (x->marked) {
		make_marked(f, *m, d, name);
		return true;
	}
	struct document_question q = {.place = place_of(f, x->subject), .subject = x->subject, .year = x->year};
	if (!x->document) {
		export_tables(m, f->place, d);
		buf_str(name, "radsbord-");
		date_format_iso(name, m->today);
		return true;
	}
	if (x->document->needs & DOCUMENT_MEETING) {
		q.meeting = meeting_of(f, x->subject, e);
		if (!q.meeting)
			return false;
	}
	document_file_name(x->document, m, &q, name);
	return document_make(d, x->document, m, &q, e);
}

static void say_written(struct frame *f, bool done, const struct buf *said, const struct error *e)
{
	if (done)
		frame_say(f, "%s", buf_cstr(said));
	else
		frame_error(f, e);
}

static void write_document(struct frame *f, enum output_format format)
{
	enum { FILE_WIDTH = 80 };
	struct model m = export_model(f->session);
	struct doc d = {0};
	struct buf name = {0}, bytes = {0}, said = {0};
	struct error e = {0};
	export_begin(f->session, &d);
	bool done = make(f, &m, &d, &name, &e) && export_render(f->session, &d, format, FILE_WIDTH, &bytes, &e);
	work_end(d.work);
	done = done &&
	       export_to_folder(f->session, buf_cstr(&name), format == OUTPUT_TEXT ? "txt" : output_formats[format].name, &bytes, &said, &e);
	say_written(f, done, &said, &e);
	doc_release(&d);
	buf_release(&name);
	buf_release(&bytes);
	buf_release(&said);
}

static void write_calendar(struct frame *f)
{
	struct buf bytes = {0}, said = {0};
	struct error e = {0};
	export_calendar(f->session, 0, &bytes);
	say_written(f, export_to_folder(f->session, "moten", "ics", &bytes, &said, &e), &said, &e);
	buf_release(&bytes);
	buf_release(&said);
}

static void format_chosen(struct frame *f, size_t item)
{
	write_document(f, (enum output_format)f->export.formats[item]);
}

/* Formats of tables only where there is a table to write. */
static void ask_format(struct frame *f)
{
	struct model m = export_model(f->session);
	struct doc d = {0};
	struct buf name = {0};
	struct error e = {0};
	bool table = false;
	export_begin(f->session, &d);
	bool made = make(f, &m, &d, &name, &e) && doc_is_whole(&d, &e);
	work_end(d.work);
	if (!made) {
		frame_error(f, &e);
	} else {
		for (size_t i = 0; i < d.count; i++)
			table = table || d.items[i].kind == DOC_TABLE;
		f->export.formats_count = 0;
		modal_pick(f, f->export.marked ? _("De markerade raderna") : _(f->export.document->title), format_chosen);
		for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
			if (output_formats[order[i]].tables && !table)
				continue;
			f->export.formats[f->export.formats_count++] = (int)order[i];
			modal_pick_add(f, "%s", _(output_formats[order[i]].title));
		}
	}
	buf_release(&name);
	doc_release(&d);
}

static void document_chosen(struct frame *f, size_t item)
{
	struct export_choice *x = &f->export;
	x->marked = x->offers_marked && item == 0;
	if (x->marked) {
		x->document = NULL;
		ask_format(f);
		return;
	}
	item -= x->offers_marked;
	x->document = item < x->count ? x->offered[item] : NULL;
	if (x->document && (x->document->needs & DOCUMENT_YEAR))
		year_pick(f, _(x->document->title), x->document->needs & DOCUMENT_AHEAD, ask_format);
	else if (x->document)
		ask_format(f);
	else if (item == x->count)
		write_document(f, OUTPUT_XLSX);
	else
		write_calendar(f);
}

void export_open(struct frame *f)
{
	enum link_kind kind = LINK_ACTION;
	const char *id = NULL;
	bool on_row = about(f, &kind, &id);
	f->export.count = 0;
	f->export.year = 0;
	snprintf(f->export.subject, sizeof f->export.subject, "%s", on_row ? id : "");
	f->export.marked = false;
	f->export.offers_marked = frame_pane(f)->marks.count && pane_place(frame_pane(f)) != PLACE_CHECK; /* rows of several kinds are no table */
	modal_pick(f, _("Vad ska skrivas?"), document_chosen);
	if (f->export.offers_marked)
		modal_pick_add(f, _("De markerade raderna (%zu), som tabell"), frame_pane(f)->marks.count);
	for (const struct document *t = documents; t->name && f->export.count < EXPORT_ITEMS; t++) {
		if (!fits(f, t, on_row, kind))
			continue;
		f->export.offered[f->export.count++] = t;
		modal_pick_add(f, "%s: %s", _(t->title), _(t->help));
	}
	modal_pick_add(f, "%s", _(all_tables));
	if (pane_place(frame_pane(f)) == PLACE_MEETINGS && frame_model(f)->council)
		modal_pick_add(f, "%s", _(calendar));
}
