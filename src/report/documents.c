/* documents.c - the table of documents, and what they share. */
#include "documents_local.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

const struct document documents[] = {
	{"handlingsplan", "Handlingsplan", "uppdrag, mål, fokusområden, aktiviteter och åtgärder", "", DOCUMENT_COUNCIL, document_plan},
	{"arsplan", "Årsplan", "årets möten, mål, aktiviteter, remisser och utbildning", "[--ar ÅR]", DOCUMENT_COUNCIL | DOCUMENT_YEAR | DOCUMENT_AHEAD, document_year},
	{"arshjul", "Årshjul", "årets tolv månader: möten, remissvar, utbildning och lediga dagar", "[--ar ÅR]",
	 DOCUMENT_COUNCIL | DOCUMENT_YEAR | DOCUMENT_AHEAD, document_wheel},
	{"arsberattelse", "Årsberättelse", "vad rådet gjorde under ett år, med rådets egna texter", "[--ar ÅR]", DOCUMENT_COUNCIL | DOCUMENT_YEAR,
	 document_annual},
	{"uppfoljning", "Uppföljningslista", "öppna aktiviteter och åtgärder, efter ansvarig", "", DOCUMENT_COUNCIL, document_followup},
	{"kallelse", "Kallelse", "kallelsen till ett möte, med dagordning", "[--mote ID|DATUM]", DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_call},
	{"dagordning", "Dagordning", "mötets ärenden med tider", "[--mote ID|DATUM]", DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_agenda},
	{"protokoll", "Protokoll", "protokoll eller minnesanteckningar från ett möte", "[--mote ID|DATUM]", DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_minutes},
	{"protokollsandringar", "Ändringar i protokollet", "vad som har ändrats under justeringen", "[--mote ID|DATUM]", DOCUMENT_COUNCIL | DOCUMENT_MEETING,
	 document_differences},
	{"kallelsesvar", "Svar på kallelsen", "vilka som kommer till ett möte", "[--mote ID|DATUM]", DOCUMENT_COUNCIL | DOCUMENT_MEETING, document_replies},
	{"regionrapport", "Regionrapport", "två sidor för beslutsfattare om en region", "[PLATS]", DOCUMENT_PLACE, document_region},
	{"arsstatistik", "Årsstatistik", "vilka enheter som har lämnat årets uppgifter", "[PLATS] [--ar ÅR]", DOCUMENT_PLACE, document_figures},
	{"intervjuprotokoll", "Intervjuprotokoll", "inventeringens frågor, en enhet i taget, att fylla i", "[PLATS|ENHET]", DOCUMENT_PLACE,
	 document_interview},
	{"uppdragsbeskrivning", "Uppdragsbeskrivning", "utkast till en enhets uppdrag", "ENHET", DOCUMENT_OF_UNIT, document_commission},
	{"beslutsunderlag", "Beslutsunderlag", "bakgrund, läge, alternativ, kostnad och förslag", "BRIST|ÅTGÄRD",
	 DOCUMENT_OF_GAP | DOCUMENT_OF_ACTION, document_decision},
	{"yttrande", "Yttrande", "svaret på en remiss", "REMISS", DOCUMENT_COUNCIL | DOCUMENT_OF_REFERRAL, document_statement},
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
		return error_set(e, ERROR_USAGE, "%s behöver ett råd. Ange dess mapp med --rad MAPP.", which->title);
	if ((which->needs & DOCUMENT_MEETING) && !q->meeting)
		return error_set(e, ERROR_NOT_FOUND, "%s behöver ett möte, och inget är valt.", which->title);
	if ((which->needs & DOCUMENT_SUBJECT) && !q->subject)
		return error_set(e, ERROR_USAGE, "Skriv vad det gäller: radsbord rapport %s %s", which->name, which->argument);
	doc_about(d, m->settings && m->settings->name && *m->settings->name ? m->settings->name : NULL, m->today);
	return which->fill(d, m, q, e);
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
		return error_set(e, ERROR_USAGE, "Ett möte finns i ett råd. Ange dess mapp med --rad MAPP."), NULL;
	if (!text) {
		found = meeting_next(m->council, m->today);
		if (!found)
			error_set(e, ERROR_NOT_FOUND, "Inget kommande möte är planerat. Lägg in ett på sidan Möten, eller välj ett som har varit med "
			                              "--mote ID|DATUM.");
		return found;
	}
	date_parse(text, &day);
	for (size_t i = 0; i < records_count(m->council, RECORD_MEETING); i++) {
		const struct meeting *mt = records_meeting(m->council, i);
		if (!is_called(mt, text, day))
			continue;
		if (found)
			return error_set(e, ERROR_USAGE, "Det är flera möten den dagen: %s och %s. Skriv mötets Id.", found->head.id, mt->head.id), NULL;
		found = mt;
	}
	if (!found)
		error_set(e, ERROR_NOT_FOUND, "Mötet ”%.80s” finns inte. Skriv mötets dag (ÅÅÅÅ-MM-DD) eller Id; radsbord moten visar dem.", text);
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
	return m->settings && m->settings->name && *m->settings->name ? m->settings->name : "Rådet";
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
