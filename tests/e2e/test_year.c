/* A council's whole year lived through in the real program: created, seats filled, planned, met, reviewed, a referral answered and the
 * year told of, by keys alone. Nobody opens an editor and no file is touched. Then every document of the year is made in every
 * format and judged by other programs. */
#include "year.h"

#include "radsbord/app/export.h"
#include "support/golden.h"
#include "support/judged.h"
#include "support/practice.h"

#include <libical/ical.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- its documents ------------------------------------------------------------- */

/* What each is about: the subject, or the meeting; and whether it has a table. */
static const struct document_row {
	const char *type, *about;
	bool table;
} rows[] = {
	{"handlingsplan", NULL, true},          {"arsplan", NULL, true},
	{"arsberattelse", NULL, true},          {"uppfoljning", NULL, true},
	{"arshjul", NULL, true},
	{"kallelse", "2027-03-11", true},       {"dagordning", "2027-06-10", true},
	{"protokoll", "2027-03-11", false}, {"protokollsandringar", "2027-03-11", false},
	{"kallelsesvar", "2027-03-11", false},  {"regionrapport", "Södermanland", true},
	{"arsstatistik", "Södermanland", true}, {"intervjuprotokoll", "Södermanland", true},
	{"uppdragsbeskrivning", "SSIH Nyköping", false}, {"beslutsunderlag", "1", false},
	{"yttrande", "1", false},
};
enum { ROWS = sizeof rows / sizeof *rows, YEAR = 2027 };

static void make(struct practice *p, const struct document_row *row, struct doc *d)
{
	const struct document *t = document_find(row->type);
	struct model m = *session_model(p->session);
	struct document_question q = {.year = YEAR, .subject = row->about};
	struct error e = {0};
	assert_non_null(t);
	m.small_limit = 5; /* as the command line prints */
	if (t->needs & DOCUMENT_MEETING)
		q.meeting = document_find_meeting(&m, row->about, &e);
	else if (t->needs & DOCUMENT_PLACE)
		q.place = reference_find_place(m.reference, row->about, false);
	if (!document_make(d, t, &m, &q, &e))
		fail_msg("%s: %s", row->type, e.text);
}

static void put(const struct year *y, const char *type, const char *ending, const struct buf *bytes)
{
	char *path = mem_printf("%s/dokument/%s.%s", y->home, type, ending);
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes->data, 1, bytes->len, f), bytes->len);
	assert_int_equal(fclose(f), 0);
	free(path);
}

static void read_by_people(const char *type, const char *text)
{
	char *name = mem_printf("aret-%s", type);
	assert_true(golden_text_same(text, name));
	free(name);
}

static void judge_document(const struct year *y, struct practice *p, const struct document_row *row)
{
	for (int format = 0; format < OUTPUT_FORMATS; format++) {
		struct doc d = {0};
		struct buf out = {0};
		struct error e = {0};
		if (output_formats[format].tables && !row->table)
			continue;
		make(p, row, &d);
		if (!export_render(p->session, &d, (enum output_format)format, 80, &out, &e))
			fail_msg("%s: %s", row->type, e.text);
		assert_true(out.len > 0);
		put(y, row->type, output_formats[format].name, &out);
		if (format == OUTPUT_HTML)
			assert_true(judged_good("tidy -e -q -utf8 %s", "d.html", &out));
		else if (format == OUTPUT_TEXT && (strcmp(row->type, "arsberattelse") == 0 || strcmp(row->type, "protokoll") == 0 ||
		                                   strcmp(row->type, "kallelse") == 0))
			read_by_people(row->type, buf_cstr(&out));
		buf_release(&out);
		doc_release(&d);
	}
}

/* All files of a kind are opened by LibreOffice at once; each comes out with text in it. One build is enough for that. */
static void judge_in_office(const struct year *y, const char *from, const char *to, const char *options)
{
	const char *build = getenv("RADSBORD_BUILD");
	if ((build && strcmp(build, "build") != 0) || system("command -v soffice >/dev/null") != 0)
		return;
	char *command = mem_printf("cd %s/dokument && soffice --headless -env:UserInstallation=file://%s/profil --convert-to %s *.%s >/dev/null 2>&1 && "
	                           "for f in *.%s; do test -s ${f%%.*}.%s || exit 1; done", y->home, y->home, options, from, from, to);
	if (system(command) != 0)
		fail_msg("LibreOffice cannot open one of the files: %s", command);
	free(command);
}

/* libical reads the four meetings and has nothing to complain of. */
static void judge_calendar(struct practice *p)
{
	struct buf out = {0};
	export_calendar(p->session, YEAR, &out);
	icalcomponent *calendar = icalparser_parse_string(buf_cstr(&out));
	assert_non_null(calendar);
	assert_true(icalrestriction_check(calendar));
	assert_int_equal(icalcomponent_count_errors(calendar), 0);
	assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 4);
	icalcomponent_free(calendar);
	buf_release(&out);
}

/* Every kind of document there is. */
static void documents_of_the_year(const struct year *y)
{
	struct practice p;
	char *folder = mem_printf("%s/dokument", y->home);
	assert_int_equal(mkdir(folder, 0700), 0);
	free(folder);
	assert_true(practice_open_at(&p, y->council, 1832070600)); /* 2028-01-21 */
	for (const struct document *t = documents; t->name; t++) {
		size_t i = 0;
		while (i < ROWS && strcmp(rows[i].type, t->name) != 0)
			i++;
		if (i == ROWS)
			fail_msg("%s is not among the documents of the year", t->name);
		judge_document(y, &p, &rows[i]);
	}
	judge_calendar(&p);
	judge_in_office(y, "docx", "text", "text:Text");
	judge_in_office(y, "xlsx", "pdf", "pdf");
	practice_close(&p);
}

static void year_of(struct year *y, void **state)
{
	*y = (struct year){.stage = *state};
	snprintf(y->council, sizeof y->council, "%s/rad", y->stage->folder);
	snprintf(y->home, sizeof y->home, "%s", y->stage->folder);
}

static void lived_through(void **state)
{
	struct year y;
	year_of(&y, state);
	year_live(&y);
	documents_of_the_year(&y);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(lived_through, stage_set_up, stage_tear_down)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
