/* documents.c - the table of documents, and what they share. */
#include "documents_local.h"

#include "radsbord/base/language.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

const struct document documents[] = {
	{"handlingsplan", N_("Handlingsplan"), N_("uppdrag, mål, fokusområden, aktiviteter och åtgärder"), "", DOCUMENT_COUNCIL, document_plan},
	{"arsplan", N_("Årsplan"), N_("årets möten, mål, aktiviteter, remisser och utbildning"), N_("[--ar ÅR]"), DOCUMENT_COUNCIL | DOCUMENT_YEAR | DOCUMENT_AHEAD, document_year},
	{"arshjul", N_("Årshjul"), N_("årets tolv månader: möten, remissvar, utbildning och lediga dagar"), N_("[--ar ÅR]"),
	 DOCUMENT_COUNCIL | DOCUMENT_YEAR | DOCUMENT_AHEAD, document_wheel},
	{"arsberattelse", N_("Årsberättelse"), N_("vad rådet gjorde under ett år, med rådets egna texter"), N_("[--ar ÅR]"), DOCUMENT_COUNCIL | DOCUMENT_YEAR,
	 document_annual},
	{"uppfoljning", N_("Uppföljningslista"), N_("öppna aktiviteter och åtgärder, efter ansvarig"), "", DOCUMENT_COUNCIL, document_followup},
	{"kallelse", N_("Kallelse"), N_("kallelsen till ett möte, med dagordning"), N_("[--mote ID|DATUM]"), DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_call},
	{"dagordning", N_("Dagordning"), N_("mötets ärenden med tider"), N_("[--mote ID|DATUM]"), DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_agenda},
	{"protokoll", N_("Protokoll"), N_("protokoll eller minnesanteckningar från ett möte"), N_("[--mote ID|DATUM]"), DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_minutes},
	{"protokollsandringar", N_("Ändringar i protokollet"), N_("vad som har ändrats under justeringen"), N_("[--mote ID|DATUM]"), DOCUMENT_COUNCIL | DOCUMENT_MEETING,
	 document_differences},
	{"kallelsesvar", N_("Svar på kallelsen"), N_("vilka som kommer till ett möte"), N_("[--mote ID|DATUM]"), DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_replies},
	{"regionrapport", N_("Regionrapport"), N_("två sidor för beslutsfattare om en region"), N_("[PLATS]"), DOCUMENT_PLACE, document_region},
	{"arsstatistik", N_("Årsstatistik"), N_("vilka enheter som har lämnat årets uppgifter"), N_("[PLATS] [--ar ÅR]"), DOCUMENT_PLACE, document_figures},
	{"intervjuprotokoll", N_("Intervjuprotokoll"), N_("inventeringens frågor, en enhet i taget, att fylla i"), N_("[PLATS|ENHET]"), DOCUMENT_PLACE,
	 document_interview},
	{"uppdragsbeskrivning", N_("Uppdragsbeskrivning"), N_("utkast till en enhets uppdrag"), N_("ENHET"), DOCUMENT_OF_UNIT, document_commission},
	{"beslutsunderlag", N_("Beslutsunderlag"), N_("bakgrund, läge, alternativ, kostnad och förslag"), N_("BRIST|ÅTGÄRD"),
	 DOCUMENT_OF_GAP | DOCUMENT_OF_ACTION, document_decision},
	{"yttrande", N_("Yttrande"), N_("svaret på en remiss"), N_("REMISS"), DOCUMENT_COUNCIL | DOCUMENT_OF_REFERRAL, document_statement},
	{.name = NULL},
};

const struct document *document_find(const char *name)
{
	for (const struct document *t = documents; t->name; t++)
		if (text_same_name(t->name, name))
			return t;
	return NULL;
}

bool document_make(struct doc *d, const struct document *which, const struct model *m, const struct document_question *q,
                   struct error *e)
{
	if ((which->needs & DOCUMENT_COUNCIL) && !m->council)
		return error_set(e, ERROR_USAGE, _("%s behöver ett råd. Ange dess mapp med --rad MAPP."), _(which->title));
	if ((which->needs & DOCUMENT_MEETING) && !q->meeting)
		return error_set(e, ERROR_NOT_FOUND, _("%s behöver ett möte, och inget är valt."), _(which->title));
	if ((which->needs & DOCUMENT_SUBJECT) && !q->subject)
		return error_set(e, ERROR_USAGE, _("Skriv vad det gäller: radsbord rapport %s %s"), which->name, _(which->argument));
	doc_about(d, m->settings && m->settings->name && *m->settings->name ? m->settings->name : NULL, m->today);
	bool spoke = language_swedish();
	bool made = which->fill(d, m, q, e);
	language_back(spoke);
	if (!doc_is_whole(d, e))
		return false;
	if (!made && spoke) { /* why it cannot be made is for the person, in the language of the screen */
		struct doc unfinished = {0};
		(void)which->fill(&unfinished, m, q, e);
		doc_release(&unfinished);
	}
	return made;
}

bool document_is_called(const struct record *r, int64_t nr, const char *text)
{
	char *number = mem_printf("%lld", (long long)nr);
	bool is = (r->id && strcmp(r->id, text) == 0) || (nr != FIELD_INT_NONE && strcmp(number, text) == 0);
	free(number);
	return is;
}

static bool is_called(const struct meeting *mt, const char *text, struct date day)
{
	return document_is_called(&mt->head, mt->nr, text) || (date_known(day) && date_cmp(day, mt->date) == 0);
}

const struct meeting *document_find_meeting(const struct model *m, const char *text, struct error *e)
{
	const struct meeting *found = NULL;
	struct date day = DATE_NONE;
	if (!m->council)
		return error_set(e, ERROR_USAGE, _("Ett möte finns i ett råd. Ange dess mapp med --rad MAPP.")), NULL;
	if (!text) {
		found = meeting_next(m->council, m->today);
		if (!found)
			error_set(e, ERROR_NOT_FOUND, _("Inget kommande möte är planerat. Lägg in ett på sidan Möten, eller välj ett som har varit med "
			                              "--mote ID|DATUM."));
		return found;
	}
	date_parse(text, &day);
	for (size_t i = 0; i < records_count(m->council, RECORD_MEETING); i++) {
		const struct meeting *mt = records_meeting(m->council, i);
		if (!is_called(mt, text, day))
			continue;
		if (found)
			return error_set(e, ERROR_USAGE, _("Det är flera möten den dagen: %s och %s. Skriv mötets Id."), found->head.id, mt->head.id), NULL;
		found = mt;
	}
	if (!found)
		error_set(e, ERROR_NOT_FOUND, _("Mötet ”%.80s” finns inte. Skriv mötets dag (ÅÅÅÅ-MM-DD) eller Id; radsbord moten visar dem."), text);
	return found;
}

/* Letters and digits without diacritics; everything else is one hyphen. */
static void add_plain(struct buf *out, const char *text)
{
	struct buf plain = {0};
	text_fold_plain(&plain, text);
	buf_char(out, '-');
	for (const char *p = buf_cstr(&plain); *p; p++) {
		bool letter = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
		if (letter || out->data[out->len - 1] != '-')
			buf_char(out, letter ? *p : '-');
	}
	while (out->data[out->len - 1] == '-')
		out->len--;
	out->data[out->len] = '\0';
	buf_release(&plain);
}

void document_file_name(const struct document *which, const struct model *m, const struct document_question *q, struct buf *out)
{
	buf_str(out, which->name);
	if (which->needs & DOCUMENT_MEETING) {
		buf_char(out, '-');
		date_format_iso(out, q->meeting->date);
	} else if (which->needs & DOCUMENT_SUBJECT) {
		add_plain(out, q->subject);
	} else if (which->needs & DOCUMENT_YEAR) {
		buf_printf(out, "-%d", q->year ? q->year : m->year ? m->year : m->today.year);
	} else if (which->needs & DOCUMENT_PLACE) {
		add_plain(out, words_place(m, q->place));
	} else {
		buf_char(out, '-');
		date_format_iso(out, m->today);
	}
}

const char *document_council(const struct model *m)
{
	return m->settings && m->settings->name && *m->settings->name ? m->settings->name : _("Rådet");
}

void document_pair(struct doc *d, const char *label, const char *text)
{
	if (text && *text)
		doc_pair(d, label, "%s", text);
}

struct doc_cell document_cell(struct doc *d, const char *text)
{
	return text && *text ? doc_text(d, text, NULL) : doc_unknown(d, "", "");
}

void document_hide_empty(struct doc_table *t)
{
	for (size_t i = 0; i < t->columns_count; i++) {
		bool any = false;
		for (size_t r = 0; r < t->rows; r++) {
			const struct doc_cell *c = &t->cells[r * t->columns_count + i];
			any = any || (c->text && *c->text);
		}
		t->columns[i].programs_only = t->columns[i].programs_only || !any;
	}
}
