/* minutes_kept.c - minutes that are adopted, what was changed in them, and the replies to the call. */
#include "documents_local.h"
#include "minutes_local.h"
#include "words.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

/* ---- as they were stored -------------------------------------------------------------------- */

/* The stored text in blocks, as it stands: its first line is the title. */
static void add_stored(struct doc *d, const char *text)
{
	size_t first = strcspn(text, "\n");
	doc_heading(d, 1, "%s", arena_strndup(&d->arena, text, first));
	const char *s = text + first + (text[first] == '\n');
	if (strncmp(s, "─", strlen("─")) == 0) {
		s += strcspn(s, "\n");
		s += strspn(s, "\n");
	}
	while (*s) {
		const char *end = strstr(s, "\n\n");
		size_t n = end ? (size_t)(end - s) : strlen(s);
		while (n > 0 && s[n - 1] == '\n')
			n--;
		if (n)
			doc_paragraph(d, "%s", arena_strndup(&d->arena, s, n));
		s = end ? end + 2 : s + strlen(s);
	}
}

/* What a correction is about: "§ 5 Remisser". */
static const char *about(const struct model *m, const struct meeting *mt, const struct correction *k, struct arena *a)
{
	const struct item *item = agenda_item(m->council, mt, k->item);
	int64_t nr = minutes_paragraph_of(m->council, mt, minutes_by_year(m), k->item);
	if (!item)
		return "En paragraf som inte finns längre";
	return arena_printf(a, "§%s%lld %s", NBSP, (long long)nr, item->title ? item->title : "");
}

static size_t corrections(const struct model *m, const struct meeting *mt, struct arena *a, size_t **order)
{
	size_t most = records_count(m->council, RECORD_CORRECTION);
	*order = arena_alloc(a, (most + 1) * sizeof **order);
	return minutes_corrections(m->council, mt, *order, most);
}

static void add_rectified(struct doc *d, const struct model *m, const struct meeting *mt)
{
	size_t *order, n = corrections(m, mt, &d->arena, &order);
	for (size_t i = 0; i < n; i++) {
		const struct correction *k = records_correction(m->council, order[i]);
		if (k->kind != CORRECTION_AFTER)
			continue;
		doc_heading(d, 2, "Rättelse den %s", words_day(&d->arena, k->date));
		doc_pair(d, "Paragraf", "%s", about(m, mt, k, &d->arena));
		doc_pair(d, "Stod", "%s", k->before ? k->before : "ingenting");
		doc_pair(d, "Ska vara", "%s", k->after ? k->after : "ingenting");
		document_pair(d, "Begärd av", k->by);
	}
}

static void add_kept(struct doc *d, const struct model *m, const struct meeting *mt, bool wall)
{
	const struct minutes_text *stored = minutes_adopted(mt) ? minutes_stored(m->council, mt) : NULL;
	if (!minutes_adopted(mt)) {
		report_minutes(d, m, mt, wall);
		return;
	}
	if (!stored) {
		doc_heading(d, 1, "%s", minutes_word(m));
		doc_paragraph(d, _("Protokollet är justerat, men %s finns inte eller går inte att läsa. Hämta filen från en säkerhetskopia."),
		              mt->minutes_file ? mt->minutes_file : _("dess text"));
		return;
	}
	add_stored(d, stored->text);
	if (!minutes_intact(mt, stored))
		doc_paragraph(d, _("OBS: Texten i %s är inte den som justerades. Dess SHA-256 skulle vara %s. Hämta filen från en säkerhetskopia."),
		              stored->head.file, mt->minutes_hash ? mt->minutes_hash : _("känd"));
	bool spoke = language_swedish();
	add_rectified(d, m, mt);
	language_back(spoke);
}

void report_minutes_kept(struct doc *d, const struct model *m, const struct meeting *mt, bool wall)
{
	bool spoke = language_swedish();
	add_kept(d, m, mt, wall);
	language_back(spoke);
}

/* ---- the list of differences ------------------------------------------------------------------ */

void report_differences(struct doc *d, const struct model *m, const struct meeting *mt)
{
	static const struct doc_column columns[] = {
		{.name = "paragraf", .label = "Paragraf", .heads_row = true},
		{.name = "del", .label = "Del"},
		{.name = "fore", .label = "Före"},
		{.name = "efter", .label = "Efter"},
		{.name = "av", .label = "Av"},
		{.name = "datum", .label = "Datum", .keep = true},
		{.name = "slag", .label = "Slag"},
	};
	struct arena *a = &d->arena;
	size_t *order, n = corrections(m, mt, a, &order);
	doc_heading(d, 1, "Ändringar i %s", m->settings && m->settings->notes ? "minnesanteckningarna" : "protokollet");
	doc_subtitle(d, "%s, mötet den %s", document_council(m), words_day(a, mt->date));
	if (!n) {
		doc_paragraph(d, "Ingen ändring har begärts.");
		return;
	}
	struct doc_table *t = doc_table(d, "Vad som har ändrats", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		const struct correction *k = records_correction(m->council, order[i]);
		struct doc_cell *c = doc_row(d, t);
		c[0] = document_cell(d, about(m, mt, k, a));
		c[1] = doc_text(d, correction_parts[k->part].label, correction_parts[k->part].code);
		c[2] = document_cell(d, k->before);
		c[3] = document_cell(d, k->after);
		c[4] = document_cell(d, k->by);
		c[5] = document_cell(d, words_date(a, k->date));
		c[6] = doc_text(d, correction_kinds[k->kind].label, correction_kinds[k->kind].code);
	}
}

/* ---- replies --------------------------------------------------------------------------------------- */

void report_replies(struct doc *d, const struct model *m, const struct meeting *mt)
{
	struct arena *a = &d->arena;
	size_t count = attendees(m->council, mt, NULL, 0);
	struct attendee *all = arena_alloc(a, (count + 1) * sizeof *all);
	struct attendance_count n = attendance_count(m->council, mt);
	attendees(m->council, mt, all, count);
	doc_heading(d, 1, "Svar på kallelsen");
	doc_subtitle(d, "%s, mötet den %s", document_council(m), words_day(a, mt->date));
	for (int reply = REPLY_COMES; reply <= REPLY_REMOTE + 1; reply++) {
		enum reply which = reply > REPLY_REMOTE ? REPLY_NONE : (enum reply)reply;
		if (!n.replies[which])
			continue;
		struct buf label = {0};
		text_capitalise(&label, replies[which].label);
		doc_heading(d, 2, "%s (%zu)", buf_cstr(&label), n.replies[which]);
		buf_release(&label);
		for (size_t i = 0; i < count; i++)
			if (attendee_is_called(&all[i]) && attendee_reply(&all[i]) == which)
				doc_item(d, "%s", minutes_attendee(m, &all[i], false, a));
	}
}

/* ---- action -> § -------------------------------------------------------------------------------------- */

const char *report_decided_under(const struct model *m, const struct action *act, struct arena *a)
{
	const struct record *r = act->meeting && m->council ? records_find(m->council, RECORD_MEETING, act->meeting) : NULL;
	int64_t nr = r && act->item ? minutes_paragraph_of(m->council, (const struct meeting *)(const void *)r, minutes_by_year(m), act->item) : 0;
	return nr ? arena_printf(a, "§ %lld", (long long)nr) : "";
}
