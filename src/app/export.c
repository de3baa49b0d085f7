/* From a document to a file. */
#include "radsbord/app/export.h"

#include "session_local.h"

#include "radsbord/base/language.h"
#include "radsbord/report/calendar.h"
#include "radsbord/report/gaps.h"
#include "radsbord/report/network.h"
#include "radsbord/report/overview.h"
#include "radsbord/report/plan.h"
#include "radsbord/report/proposals.h"
#include "radsbord/report/referral.h"
#include "radsbord/report/seats.h"
#include "radsbord/store/output.h"

#include <stdlib.h>
#include <string.h>

enum { TEMPLATE_MAX = 16 << 20 };

static bool read_template(const struct session *s, struct buf *out, struct error *e)
{
	struct error why = {0};
	const char *name = session_model(s)->settings->template;
	if (folder_read(session_folder(s), name, TEMPLATE_MAX, out, &why))
		return true;
	return error_set_at(e, why.code, "rad.ini", 0, _("Mallen kunde inte läsas: %s"), why.text);
}

void export_begin(struct session *s, struct doc *d)
{
	const struct records *council = s->model.council;
	size_t pieces = 0;
	for (int kind = 0; council && kind < RECORD_KINDS; kind++)
		pieces += records_count(council, (enum record_kind)kind);
	work_begin(s->work, _("Gör dokumentet"));
	doc_follow(d, s->work, pieces);
}

bool export_render(const struct session *s, const struct doc *d, enum output_format format, int width, struct buf *out,
                   struct error *e)
{
	const struct council_settings *settings = session_model(s)->settings;
	struct buf template = {0};
	bool wanted = format == OUTPUT_DOCX && settings && settings->template;
	bool done = !wanted || read_template(s, &template, e);
	bool spoke = language_swedish();
	done = done && output_formats[format].render(d, &(struct render_options){width, wanted ? &template : NULL}, out, e);
	language_back(spoke);
	buf_release(&template);
	return doc_is_whole(d, e) && done;
}

bool export_write(struct session *s, const char *path, bool overwrite, const struct buf *bytes, struct buf *said, struct error *e)
{
	char mark[SESSION_ID_SIZE];
	session_new_id(s, mark);
	if (!output_write(io_system(), path, overwrite, bytes, mark, e))
		return false;
	char *whole = realpath(path, NULL);
	buf_printf(said, _("Skrivet: %s (%zu kB)"), whole ? whole : path, (bytes->len + 1023) / 1024);
	free(whole);
	return true;
}

void export_set(struct session *s, const char *folder, int64_t small_limit)
{
	free(s->export_folder);
	s->export_folder = folder && *folder ? mem_strdup(folder) : NULL;
	s->others_limit = small_limit;
}

struct model export_model(const struct session *s)
{
	struct model m = s->model;
	m.small_limit = s->others_limit > m.small_limit ? s->others_limit : m.small_limit;
	return m;
}

enum { NAMES_TRIED = 1000 };

bool export_to_folder(struct session *s, const char *name, const char *ending, const struct buf *bytes, struct buf *said, struct error *e)
{
	struct error why = {0};
	bool done = false;
	if (!s->export_folder)
		return error_set(e, ERROR_USAGE, _("Det finns ingen mapp att skriva till. Ange en med export i de egna inställningarna."));
	for (int n = 1; n <= NAMES_TRIED && !done && (n == 1 || why.code == ERROR_CONFLICT); n++) {
		char *path = n == 1 ? mem_printf("%s/%s.%s", s->export_folder, name, ending)
		                    : mem_printf("%s/%s-%d.%s", s->export_folder, name, n, ending);
		done = export_write(s, path, false, bytes, said, &why);
		free(path);
	}
	return done || error_set(e, why.code, "%s", why.text);
}

/* Changes after the meeting was put in. */
static int times_changed(void *ctx, const char *id)
{
	const struct session *s = ctx;
	struct history h = {.items = NULL};
	struct strings one = {.items = &id, .count = 1};
	int n = 0;
	session_history(s, &one, 0, &h, NULL);
	for (size_t i = 0; i < h.count; i++)
		n += h.items[i].kind == CHANGE_SET;
	history_release(&h);
	return n;
}

void export_calendar(const struct session *s, int year, struct buf *out)
{
	const struct clock *c = session_clock(s);
	bool spoke = language_swedish();
	report_calendar(session_model(s), year, c->utc(c->ctx), times_changed, (void *)(uintptr_t)s, out);
	language_back(spoke);
}

/* The tables that were added last are called this in the workbook. */
static void call_tables(struct doc *d, size_t from, const char *name)
{
	for (size_t i = from; i < d->count; i++)
		if (d->items[i].kind == DOC_TABLE)
			d->items[i].table->caption = name;
}

static void add_meetings(struct doc *d, const struct model *m)
{
	report_meetings(d, m, 0);
}

void export_tables(const struct model *m, int place, struct doc *d)
{
	static const struct {
		const char *name;
		void (*report)(struct doc *d, const struct model *m, int place);
	} of_place[] = {{"Översikt", report_overview}, {"Saknas", report_gaps}, {"Finns", report_units}, {"Förslag", report_proposals}};
	static const struct {
		const char *name;
		void (*report)(struct doc *d, const struct model *m);
	} of_council[] = {{"Handlingsplan", report_plan}, {"Möten", add_meetings}, {"Ledamöter", report_seats}};
	bool spoke = language_swedish();
	doc_about(d, m->settings ? m->settings->name : NULL, m->today);
	for (size_t i = 0; i < sizeof of_place / sizeof *of_place; i++) {
		size_t from = d->count;
		of_place[i].report(d, m, place);
		call_tables(d, from, of_place[i].name);
	}
	for (size_t i = 0; m->council && i < sizeof of_council / sizeof *of_council; i++) {
		size_t from = d->count;
		of_council[i].report(d, m);
		call_tables(d, from, of_council[i].name);
	}
	language_back(spoke);
}

void export_marked(const struct model *m, int place, enum record_kind kind, struct doc *d)
{
	static const struct {
		enum record_kind kind;
		void (*of_place)(struct doc *d, const struct model *m, int place);
		void (*of_council)(struct doc *d, const struct model *m);
	} tables[] = {
		{RECORD_ACTION, NULL, report_plan},       {RECORD_GAP, report_gaps, NULL},      {RECORD_UNIT, report_units, NULL},
		{RECORD_PROPOSAL, report_proposals, NULL}, {RECORD_MEETING, NULL, add_meetings}, {RECORD_REFERRAL, NULL, report_referrals},
		{RECORD_SEAT, NULL, report_seats},
	};
	bool spoke = language_swedish();
	doc_about(d, m->settings ? m->settings->name : NULL, m->today);
	size_t i = 0;
	while (i < sizeof tables / sizeof *tables && tables[i].kind != kind)
		i++;
	if (i == sizeof tables / sizeof *tables)
		report_network(d, m, kind);
	else if (tables[i].of_place)
		tables[i].of_place(d, m, place);
	else
		tables[i].of_council(d, m);
	language_back(spoke);
}
