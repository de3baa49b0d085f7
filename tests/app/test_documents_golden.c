/* test_documents_golden.c - every document of the council of Sörmland as a secretary reads it (tests/golden/rapport-*.txt), and in
 * every format as its validator reads it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/app/export.h"
#include "support/golden.h"
#include "support/judged.h"
#include "support/practice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct practice practice;

/* A meeting whose items take as long as it does, and one whose items do not; actions with owners, dates, a gap and a note. */
static const char meeting[] =
	"%rec: Mote\n%key: Id\n\nId: M0TE202612\nNr: 2\nDatum: 2026-12-10\nStart: 09:00\nSlut: 12:00\nTyp: halvdag\nStatus: kallat\n"
	"Rubrik: Decembermötet\nPlats: Regionhuset, Nyköping; sal 2\n\n%rec: Arende\n%key: Id\n\n"
	"Id: A000000001\nNr: 1\nRubrik: Mötet öppnas\nMinuter: 10\n\n"
	"Id: A000000002\nNr: 2\nSlag: beslut\nRubrik: Handlingsplan 2027\nMinuter: 80\nText: Utkastet har sänts ut.\n+ Rådet föreslås anta planen.\n\n"
	"Id: A000000003\nNr: 3\nSlag: diskussion\nRubrik: Uppföljning av handlingsplan och mål\nMinuter: 75\n\n"
	"Id: A000000004\nNr: 4\nRubrik: Mötet avslutas\nMinuter: 15\n";
static const char other_meeting[] =
	"%rec: Mote\n%key: Id\n\nId: M0TE202702\nNr: 3\nDatum: 2027-02-04\nStart: 13:00\nSlut: 15:30\nTyp: halvdag\nStatus: planerat\n"
	"Rubrik: Februarimötet\n\n%rec: Arende\n%key: Id\n\nId: A000000005\nNr: 1\nRubrik: Mötet öppnas\nMinuter: 10\n\n"
	"Id: A000000006\nNr: 2\nRubrik: Remisser\n\nId: A000000007\nNr: 3\nRubrik: Mötet avslutas\nMinuter: 5\n";
/* A meeting that was held: who was there, decisions, a task, an item that was tabled, and what was changed in the minutes. */
static const char held_meeting[] =
	"%rec: Mote\n%key: Id\n\nId: M0TE202611\nNr: 1\nDatum: 2026-11-19\nStart: 09:00\nSlut: 12:00\nTyp: halvdag\nStatus: hallet\n"
	"Rubrik: Novembermötet\nPlats: Regionhuset, Nyköping\nJusterare: Anna Ek\nProtokoll: under_justering\n\n%rec: Arende\n%key: Id\n\n"
	"Id: B000000001\nNr: 1\nRubrik: Mötet öppnas\nBorjade: 09:00\nText: Ordföranden hälsar välkommen.\n\n"
	"Id: B000000002\nNr: 2\nRubrik: Föregående protokoll\nSlag: beslut\nBeslut: att lägga protokollet till handlingarna\n\n"
	"Id: B000000003\nNr: 3\nRubrik: Åtgärdslista\nGenomgang: ja\n\n"
	"Id: B000000004\nNr: 4\nRubrik: Utbildning och omvärld\nSlag: beslut\nForedragande: Curt Al\n"
	"Text: Behovet av en gemensam utbildningsdag har tagits upp av flera kommuner.\nBeslut: att anordna en utbildningsdag våren 2027\n"
	"+ att bekosta den gemensamt\nBilaga: Utkast till program.docx\nBilaga: https://example.org/program\n\n"
	"Id: B000000005\nNr: 5\nRubrik: Jourlinje dygnet runt\nSlag: bordlaggning\n\n"
	"Id: B000000006\nNr: 6\nRubrik: Mötet avslutas\nText: Ordföranden tackar för visat intresse.\n\n"
	"%rec: Utfall\n%key: Id\n\nId: V000000001\nNr: 1\nAtgard: H000000001\nUtfall: ny_tid\nTid_fore: 2026-10-31\nTid: 2027-02-04\n\n"
	"Id: V000000002\nNr: 2\nAtgard: H000000003\nUtfall: tas_upp\nEgen_paragraf: ja\n\n"
	"%rec: Narvaro\n%key: Id\n\nId: N000000001\nPlats: 2E9S1N5VG8\nNamn: Anna Ek\nOrganisation: Oxelösunds kommun\nRoll: ordforande\n"
	"Svar: kommer\nNarvaro: narvarande\n\n"
	"Id: N000000002\nPlats: VCRNWY6XMY\nNamn: Bo Alm\nOrganisation: Vingåkers kommun\nSvar: kommer\nNarvaro: narvarande\nKom: 09:20\n"
	"Kom_arende: B000000003\n\nId: N000000003\nPlats: BDF509RD53\nNamn: Dag Lind\nOrganisation: Gnesta kommun\nSvar: forhinder\n"
	"Narvaro: forhinder\n\nId: N000000004\nNamn: Eva Rönn\nOrganisation: Gnesta kommun\nRoll: ersattare\nNarvaro: distans\n"
	"Ersatter: BDF509RD53\n\nId: N000000005\nNamn: Curt Al\nOrganisation: Region Sörmland\nRoll: gast\nNarvaro: narvarande\nGick: 11:05\n"
	"Gick_arende: B000000005\n\n%rec: Rattelse\n%key: Id\n\nId: K000000001\nNr: 1\nArende: B000000004\nDel: beslut\n"
	"Fore: att anordna en utbildningsdag\nEfter: att anordna en utbildningsdag våren 2027\n+ att bekosta den gemensamt\nAv: Anna Ek\n"
	"Datum: 2026-11-23\n";
static const char plan[] =
	"%rec: Atgard\n%key: Id\n\nId: H000000001\nNr: 15\nSlag: atgard\nRubrik: Utred palliativ mottagning vid de tre sjukhusen\n"
	"Ansvarig: Region Sörmland\nKlart_senast: 2026-10-31\nStatus: pagar\nBrist: B04-02\nMote: QF5NG0V4WP\n"
	"Anteckning: 2026-09-10 Arbetsgruppen har träffats två gånger.\n\n"
	"Id: H000000002\nNr: 16\nSlag: atgard\nRubrik: Kalla ombuden till en utbildningsdag\nAnsvarig: Eskilstuna kommun\n"
	"Klart_senast: 2027-03-01\nStatus: ej_paborjad\nMote: M0TE202611\nArende: B000000004\n\n"
	"Id: H000000003\nNr: 17\nSlag: atgard\nRubrik: Skriv till de privata utförarna\nStatus: ej_paborjad\n";

static const char referral[] =
	"%rec: Remiss\n%key: Id\n\nId: R000000001\nNr: 1\nRubrik: Kunskapscentrum för palliativ vård\nAvsandare: Länsstyrgruppen\n"
	"Inkom: 2026-10-01\nSvar_senast: 2026-12-15\nSammanfattning: Rådet tillstyrker.\nSynpunkter: Ett centrum behövs.\n";

/* A year behind the council: two meetings with those who came, one cancelled; what was done, answered, taught and paid; and words of its own. */
static const char held[] =
	"%rec: Mote\n%key: Id\n\nId: M0TE202602\nNr: 4\nDatum: 2026-02-12\nStart: 09:00\nSlut: 16:00\nTyp: heldag\nStatus: hallet\n"
	"Rubrik: Februarimötet\nPlats: Länsgården\n\n%rec: Narvaro\n%key: Id\n\n"
	"Id: N000000001\nPlats: VCRNWY6XMY\nNarvaro: narvarande\n\nId: N000000002\nPlats: BDF509RD53\nNarvaro: forhinder\n\n"
	"Id: N000000003\nNamn: Eva Ek\nOrganisation: Socialstyrelsen\nRoll: gast\nNarvaro: distans\n";
static const char held_too[] =
	"%rec: Mote\n%key: Id\n\nId: M0TE202609\nNr: 5\nDatum: 2026-09-10\nTyp: halvdag\nStatus: hallet\n";
static const char cancelled[] =
	"%rec: Mote\n%key: Id\n\nId: M0TE202605\nNr: 6\nDatum: 2026-05-12\nTyp: halvdag\nStatus: installt\n";
static const char done[] =
	"\nId: H000000004\nNr: 18\nSlag: atgard\nRubrik: Fråga Länsstyrgruppen om rådets sammansättning\n"
	"Ansvarig: Ordföranden\nStatus: klar\nKlart: 2026-03-02\n\n"
	"Id: H000000005\nNr: 19\nSlag: atgard\nRubrik: Gjort för länge sedan\nAnsvarig: Ordföranden\nStatus: klar\nKlart: 2025-03-02\n";
static const char next_plan[] =
	"%rec: Plan\n%key: Id\n\nId: P000000001\nAr: 2027\nRubrik: Handlingsplan 2027\n\n%rec: Atgard\n%key: Id\n\n"
	"Id: H000000006\nNr: 20\nSlag: atgard\nRubrik: Hör till nästa plan\nAnsvarig: Ordföranden\nKlart_senast: 2027-05-01\nStatus: ej_paborjad\n";
static const char answered[] =
	"\nId: R000000002\nNr: 2\nRubrik: Nationella riktlinjer\nAvsandare: Socialstyrelsen\nInkom: 2026-01-10\nSvar_senast: 2026-03-31\n"
	"Expedierad: 2026-03-20\nStallning: tillstyrker_med\n";
static const char taught[] =
	"%rec: Utbildning\n%key: Id\n\nId: U000000001\nDatum: 2026-04-15\nRubrik: Palliation ABC\nSlag: utbildning\nMalgrupp: undersköterskor\n"
	"Deltagare: Flens kommun 12\nDeltagare: Hospice AB (privat) 3\n\n"
	"Id: U000000002\nDatum: 2026-12-03\nRubrik: Brytpunktssamtal i praktiken\nSlag: seminarium\n";
static const char shared[] =
	"%rec: Kostnad\n%key: Id\n\nId: K000000001\nNamn: Utvecklingsledare\nBelopp: 600000\nFast_andel: 50 % Region Sörmland\nRegion: 04\n"
	"Invanare_den: 2024-12-31\nRegel: ovriga\n";
static const char paid[] =
	"%rec: Part\n%key: Id\n\nId: T000000001\nNamn: Stiftelsen Hospice\nSlag: stiftelse\nBelopp: 75000\nAvtal_fran: 2025-01-01\n"
	"Avtal_till: 2027-12-31\n\nId: T000000002\nNamn: Gamla stiftelsen\nSlag: stiftelse\nBelopp: 5000\nAvtal_till: 2024-12-31\n";
static const char own_words[] =
	"%rec: Arstext\n%key: Id\n\nId: W000000001\nAr: 2026\nAvsnitt: moten\nText: Februarimötet ägnades åt de nya riktlinjerna.\n"
	"+ Majmötet ställdes in därför att lokalen inte gick att få.\n\nId: W000000002\nAr: 2025\nAvsnitt: moten\nText: Ett annat år.\n";

static void put(const char *name, const char *text)
{
	char path[1024];
	snprintf(path, sizeof path, "%s/%s", practice.path, name);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static int set_up(void **state)
{
	(void)state;
	assert_true(practice_open(&practice));
	put("moten/2026-12-10-M0TE202612.rec", meeting);
	put("moten/2027-02-04-M0TE202702.rec", other_meeting);
	put("moten/2026-11-19-M0TE202611.rec", held_meeting);
	char *plans = mem_printf("%s%s", plan, done);
	put("plan/2026.rec", plans);
	free(plans);
	put("moten/2026-02-12-M0TE202602.rec", held);
	put("moten/2026-09-10-M0TE202609.rec", held_too);
	put("moten/2026-05-12-M0TE202605.rec", cancelled);
	put("plan/2027.rec", next_plan);
	char *referrals = mem_printf("%s%s", referral, answered);
	put("remisser.rec", referrals);
	free(referrals);
	put("utbildningar.rec", taught);
	put("kostnader.rec", shared);
	put("parter.rec", paid);
	put("arstexter.rec", own_words);
	assert_true(session_refresh(practice.session));
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	practice_close(&practice);
	return 0;
}

static const struct {
	const char *golden, *type, *subject;
} rows[] = {
	{"handlingsplan", "handlingsplan", NULL},
	{"arsplan", "arsplan", NULL},
	{"arsberattelse", "arsberattelse", NULL},
	{"uppfoljning", "uppfoljning", NULL},
	{"kallelse", "kallelse", NULL},
	{"kallelse_utan_tider", "kallelse", "2027-02-04"},
	{"dagordning", "dagordning", "M0TE202612"},
	{"protokoll", "protokoll", "M0TE202611"},
	{"protokollsandringar", "protokollsandringar", "M0TE202611"},
	{"kallelsesvar", "kallelsesvar", "M0TE202611"},
	{"regionrapport", "regionrapport", "Södermanland"},
	{"arsstatistik", "arsstatistik", "Södermanland"},
	{"intervjuprotokoll", "intervjuprotokoll", "E04-09"},
	{"uppdragsbeskrivning", "uppdragsbeskrivning", "SSIH Nyköping"},
	{"beslutsunderlag_brist", "beslutsunderlag", "B04-02"},
	{"beslutsunderlag_atgard", "beslutsunderlag", "15"},
	{"yttrande", "yttrande", "1"},
	{"arshjul", "arshjul", NULL},
};
enum { ROWS = sizeof rows / sizeof *rows };

static void make(size_t row, struct doc *d)
{
	const struct document *t = document_find(rows[row].type);
	struct model m = *session_model(practice.session);
	struct document_question q = {.place = 0};
	struct error e = {0};
	assert_non_null(t);
	m.small_limit = 5; /* as the command line prints */
	if (t->needs & DOCUMENT_MEETING)
		q.meeting = document_find_meeting(&m, rows[row].subject, &e);
	else if (t->needs & DOCUMENT_PLACE)
		q.place = reference_find_place(m.reference, rows[row].subject, false);
	else
		q.subject = rows[row].subject;
	bool made = q.place >= 0 && document_make(d, t, &m, &q, &e);
	if (!made)
		print_message("%s: %s\n", rows[row].golden, e.text);
	assert_true(made);
}

static void test_as_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct doc d = {0};
		struct buf out = {0};
		char *name = mem_printf("rapport-%s", rows[i].golden);
		make(i, &d);
		render_text(&d, 80, &out);
		assert_true(golden_text_same(buf_cstr(&out), name));
		free(name);
		buf_release(&out);
		doc_release(&d);
	}
}

/* Every row of the table has a golden text above. */
static void test_all_are_read(void **state)
{
	(void)state;
	for (const struct document *t = documents; t->name; t++) {
		bool read = false;
		for (size_t i = 0; i < ROWS; i++)
			read = read || strcmp(rows[i].type, t->name) == 0;
		if (!read)
			print_message("%s\n", t->name);
		assert_true(read);
	}
}

static void test_valid_everywhere(void **state)
{
	static const struct {
		enum output_format format;
		const char *command, *name;
	} judges[] = {
		{OUTPUT_HTML, "tidy -e -q -utf8 %s", "d.html"},
		{OUTPUT_DOCX, "unzip -q %s && xmllint --noout word/*.xml docProps/*.xml word/_rels/*.rels", "d.docx"},
	};
	(void)state;
	for (size_t i = 0; i < ROWS; i++)
		for (size_t k = 0; k < sizeof judges / sizeof *judges; k++) {
			struct doc d = {0};
			struct buf out = {0};
			struct error e = {0};
			make(i, &d);
			assert_true(export_render(practice.session, &d, judges[k].format, 80, &out, &e));
			assert_true(judged_good(judges[k].command, judges[k].name, &out));
			buf_release(&out);
			doc_release(&d);
		}
}

/* The text of the golden in one line, for another program's idea of line breaks. */
static void words_of(struct buf *out, const char *text)
{
	for (const char *p = text; *p; p++) {
		bool blank = *p == ' ' || *p == '\n' || *p == '\t' || *p == '\r';
		if (!blank || (out->len && out->data[out->len - 1] != ' '))
			buf_char(out, blank ? ' ' : *p);
	}
}

/* LibreOffice opens the file and reads the same words. One build is enough for that. */
static bool office(void)
{
	const char *build = getenv("RADSBORD_BUILD");
	return (!build || strcmp(build, "build") == 0) && system("command -v soffice >/dev/null") == 0;
}
#define OFFICE "soffice --headless -env:UserInstallation=file://$PWD/profil --convert-to "

static void test_word_file_opens(void **state)
{
	static const char *const has[] = {
		"Kallelse", "Palliativa rådet i Sörmland", "Dag: torsdag den 10 december 2026 (v. 50)", "Dagordning",
		"Handlingsplan 2027", "kl. 9.10", "Ärendena tar tillsammans 180 minuter, lika långt som mötet.", "Vakanta platser: Vingåkers kommun, "};
	struct doc d = {0};
	struct buf out = {0}, said = {0}, words = {0};
	struct error e = {0};
	(void)state;
	if (!office())
		skip();
	make(4, &d);
	assert_true(export_render(practice.session, &d, OUTPUT_DOCX, 80, &out, &e));
	assert_int_equal(judged_by(OFFICE "txt:Text %s >/dev/null 2>/dev/null && cat d.txt", "d.docx", &out, &said), 0);
	for (char *p = strstr(said.data, "\u00a0"); p; p = strstr(p, "\u00a0"))
		memmove(p, p + 1, strlen(p)), *p = ' ';
	words_of(&words, said.data);
	for (size_t i = 0; i < sizeof has / sizeof *has; i++) {
		if (!strstr(buf_cstr(&words), has[i]))
			print_message("”%s” in:\n%s\n", has[i], buf_cstr(&words));
		assert_non_null(strstr(buf_cstr(&words), has[i]));
	}
	buf_release(&words);
	buf_release(&said);
	buf_release(&out);
	doc_release(&d);
}

/* "Two pages for decision-makers." */
static void test_region_fits_two_pages(void **state)
{
	struct doc d = {0};
	struct buf out = {0}, said = {0};
	struct error e = {0};
	(void)state;
	if (!office())
		skip();
	make(10, &d);
	assert_string_equal(rows[10].type, "regionrapport");
	assert_true(export_render(practice.session, &d, OUTPUT_DOCX, 80, &out, &e));
	assert_int_equal(judged_by(OFFICE "pdf %s >/dev/null 2>/dev/null && grep -a -o '/Type */Page[^s]' d.pdf | wc -l", "d.docx", &out, &said), 0);
	assert_non_null(strstr(said.data, "2\n"));
	buf_release(&said);
	buf_release(&out);
	doc_release(&d);
}

static void test_workbook_opens(void **state)
{
	struct doc d = {0};
	struct buf out = {0}, said = {0};
	struct error e = {0};
	(void)state;
	if (!office())
		skip();
	export_tables(session_model(practice.session), 4, &d);
	assert_true(export_render(practice.session, &d, OUTPUT_XLSX, 80, &out, &e));
	/* the sheet Möten: -1 writes each sheet to a file of its own */
	assert_int_equal(judged_by(OFFICE "'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' %s >/dev/null 2>/dev/null && "
	                                  "ls *.csv && cat *Möten.csv", "b.xlsx", &out, &said), 0);
	assert_non_null(strstr(said.data, "Översikt.csv"));
	assert_non_null(strstr(said.data, "Ledamöter.csv"));
	assert_non_null(strstr(said.data, "Nr;Id;Datum;Start;Slut;Plats;Typ;Status"));
	assert_non_null(strstr(said.data, "2;M0TE202612;2026-12-10;9.00;12.00;\"Regionhuset, Nyköping; sal 2\";halvdag;kallelse sänd"));
	buf_release(&said);
	buf_release(&out);
	doc_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_as_text), cmocka_unit_test(test_all_are_read), cmocka_unit_test(test_valid_everywhere),
		cmocka_unit_test(test_word_file_opens), cmocka_unit_test(test_region_fits_two_pages), cmocka_unit_test(test_workbook_opens),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
