/* test_scenario.c - what if as people write it: what each line becomes, what each mistake is told, and any text at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/council/scenario.h"
#include "radsbord/store/national.h"

#include <stdlib.h>
#include <string.h>

static int open_national(void **state)
{
	struct diagnostics d = {0};
	*state = national_open("data", "config", io_system(), &d, NULL);
	diagnostics_release(&d);
	return *state ? 0 : -1;
}

static int close_national(void **state)
{
	struct national *n = *state;
	national_close(&n);
	return 0;
}

/* The change as one line of codes: "more vardplatser_100k 6 @0480 sjukhus". */
static void describe(const struct reference *r, const struct scenario_change *c, struct buf *out)
{
	static const char *const kinds[] = {"more", "count", "share", "new", "changed", "mended"};
	static const char *const where[] = {"", " sjukhus", " utanfor"};
	buf_str(out, kinds[c->kind]);
	if (c->indicator >= 0)
		buf_printf(out, " %s ", r->indicators[c->indicator].id);
	if (c->indicator >= 0)
		num_format_plain(out, c->amount, c->amount.den > 1 ? 2 : 0, NUM_HALF_UP);
	if (num_known(c->of))
		buf_printf(out, " av %lld", (long long)c->of.num);
	if (c->type >= 0)
		buf_printf(out, " %s", unit_types[c->type].code);
	if (c->unit || c->gap)
		buf_printf(out, " %s", c->unit ? c->unit : c->gap);
	if (c->place >= 0)
		buf_printf(out, " @%s", r->places[c->place].code);
	buf_str(out, where[c->where]);
	for (int i = 0; i < UNIT_ATTRIBUTES; i++)
		if (c->attributes[i] >= 0)
			buf_printf(out, " %s%s", c->attributes[i] == 1 ? "!" : "", unit_attribute(i)->name);
	if (num_known(c->beds))
		buf_printf(out, " %lld", (long long)c->beds.num);
	if (c->hospital >= 0)
		buf_printf(out, " i:%s", r->places[c->hospital].code);
	for (size_t i = 0; i < c->serves_count; i++)
		buf_printf(out, " >%s", r->places[c->serves[i]].code);
}

static void expect(const struct reference *r, const char *text, const char *wanted)
{
	struct scenario_change c;
	struct arena a = {0};
	struct error e = {0};
	struct buf got = {0};
	if (scenario_parse(r, text, &a, &c, &e))
		describe(r, &c, &got);
	else
		buf_str(&got, e.text);
	if (strcmp(buf_cstr(&got), wanted) != 0)
		fail_msg("%s\n  is      %s\n  and not %s", text, buf_cstr(&got), wanted);
	buf_release(&got);
	arena_release(&a);
}

static void test_figures(void **state)
{
	static const char *const rows[][2] = {
		{"vårdplatser +6", "more vardplatser_100k 6"},
		{"vårdplatser +6 Nyköping slutenvard_sjukhus", "more vardplatser_100k 6 @0480 sjukhus"},
		{"Vårdplatser + 6 i Nyköping på sjukhus", "more vardplatser_100k 6 @0480 sjukhus"},
		{"vårdplatser Nyköping +6 utanför sjukhus", "more vardplatser_100k 6 @0480 utanfor"},
		{"vårdplatser −4", "more vardplatser_100k -4"},
		{"vardplatser -4", "more vardplatser_100k -4"},
		{"vårdplatser 22", "count vardplatser_100k 22"},
		{"vårdplatser +6 0480", "more vardplatser_100k 6 @0480"},
		{"brytpunktssamtal 85 % av 1200 04", "share brytpunktssamtal 85 av 1200 @04"},
		{"läkare +3", "more lakarspecialist 3"},
		{"LAKARE +2,5 Sörmland", "more lakarspecialist 2.50 @04"},
		{"sjuksköterskor till 14", "count sjukskoterskespecialist 14"},
		{"stöd +1 200", "more behov_ej_tillgodosett 1200"},
		{"Behov som inte tillgodoses +100", "more behov_ej_tillgodosett 100"},
		{"brytpunktssamtal 85 %", "share brytpunktssamtal 85"},
		{"brytpunktssamtal 85,5% av 1 200 i Västra Götaland", "share brytpunktssamtal 85.50 av 1200 @14"},
		{"brytpunktssamtal 85 procent", "share brytpunktssamtal 85"},
		{"smärtskattning +40 Katrineholm", "more smartskattning 40 @0483"},
		{"munhälsobedömning 0 %", "share munhalsobedomning 0"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(national_reference(*state), rows[i][0], rows[i][1]);
}

static void test_units(void **state)
{
	static const char *const rows[][2] = {
		{"ny enhet konsultteam Katrineholm: lakare_schemalagd, ssk_schemalagd, ronder",
	         "new konsultteam Lakare_schemalagd Ssk_schemalagd Ronder >0483"},
		{"ny enhet konsultteam Katrineholm: läkare schemalagd, sjuksköterska schemalagd, ronder på avdelningarna",
	         "new konsultteam Lakare_schemalagd Ssk_schemalagd Ronder >0483"},
		{"ny jourlinje: dygnet runt, ej anslutna", "new jourlinje Dygnet_runt Ej_anslutna"},
		{"ny enhet hemsjukvård Nyköping, Oxelösund och Trosa", "new hemsjukvardsteam >0480 >0481 >0488"},
		{"ny enhet vårdplatser utanför sjukhus Trosa: 6 vårdplatser, specialistläkare, inte alla åldrar",
	         "new slutenvard_utanfor Specialist_lakare !Alla_aldrar 6 >0488"},
		{"ny enhet konsultteam sjh-nykoping: ronder, betjänar Nyköping, Oxelösund",
	         "new konsultteam Ronder i:sjh-nykoping >sjh-nykoping >0480 >0481"},
		{"jourlinje dygnet runt", "changed jourlinje Dygnet_runt"},
		{"Jourlinjen: dygnet runt, ej_anslutna, betjänar Södermanland", "changed jourlinje Dygnet_runt Ej_anslutna >04"},
		{"jourlinje dygnet runt, betjänar 04, 0180", "changed jourlinje Dygnet_runt >04 >0180"},
		{"ny enhet vårdplatser på sjukhus Trosa: betjänar 10, 10 vårdplatser", "new slutenvard_sjukhus 10 >0488 >10"},
		{"jourlinje 24/7", "changed jourlinje Dygnet_runt"},
		{"mottagning ej ej anslutna", "changed mottagning !Ej_anslutna"},
		{"E04-07 utanför sjukhus", "changed E04-07 Utanfor_sjukhus"},
		{"e04-07 stöd utanför sjukhus", "changed E04-07 Utanfor_sjukhus"},
		{"brist B04-02 åtgärdad", "mended B04-02"},
		{"bristen b04-02 antas åtgärdad i Katrineholm", "mended B04-02 @0483"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(national_reference(*state), rows[i][0], rows[i][1]);
}

static void test_mistakes(void **state)
{
	static const char *const rows[][2] = {
		{"", "Skriv en ändring, till exempel: vårdplatser +6 Nyköping på sjukhus."},
		{" \t", "Skriv en ändring, till exempel: vårdplatser +6 Nyköping på sjukhus."},
		{"pengar +6", "”pengar +6” går inte att tänka om. Skriv till exempel vårdplatser +6, läkare +3, brytpunktssamtal 85 %, stöd "
	         "+100, jourlinje dygnet runt, ny enhet konsultteam Katrineholm: ronder, eller brist B04-02 åtgärdad."},
		{"vårdplatser", "Skriv hur många, till exempel: vårdplatser +3."},
		{"brytpunktssamtal", "Skriv andelen, till exempel: brytpunktssamtal 85 %."},
		{"vårdplatser +6 Nyhamn", "”Nyhamn” är ingen plats. Skriv en region, ett område eller en kommun efter talet."},
		{"vårdplatser +6 +7", "Det står två tal. Skriv ett, till exempel: vårdplatser +6."},
		{"vårdplatser 6 %", "Palliativa slutenvårdsplatser per 100 000 invånare räknas inte i procent här. Skriv hur många, till exempel: vårdplatser +3."},
		{"vårdplatser 6 på sjukhus", "Skriv hur många fler eller färre vårdplatserna blir när du säger var de är: vårdplatser +6 på sjukhus."},
		{"läkare +3 på sjukhus", "Bara vårdplatser kan vara på eller utanför sjukhus. Skriv till exempel: vårdplatser +6 på sjukhus."},
		{"vårdplatser +99999999999999999999", "”99999999999999999999” är inget tal som kan användas. Skriv ett tal upp till tio "
	         "miljoner, med högst två decimaler."},
		{"läkare +1,234", "”1,234” är inget tal som kan användas. Skriv ett tal upp till tio miljoner, med högst två decimaler."},
		{"brytpunktssamtal +5 %", "Skriv andelen som den blir, utan plus och minus: brytpunktssamtal 85 %."},
		{"brytpunktssamtal 101 %", "En andel är högst 100 %. Skriv till exempel: brytpunktssamtal 85 %."},
		{"brytpunktssamtal 85", "Skriv brytpunktssamtal 85 % för andelen, eller brytpunktssamtal +40 för fler personer."},
		{"brytpunktssamtal 85 % av", "Efter ”av” står ett antal, till exempel: brytpunktssamtal 85 % av 1200."},
		{"läkare 3 av 5", "”av” hör till en andel, till exempel: brytpunktssamtal 85 % av 1200."},
		{"stöd 100", "Skriv hur många fler som får stöd: stöd +100."},
		{"Palliativ hemsjukvård +2", "Specialiserad palliativ hemsjukvård är ingen siffra. Ändra en enhet eller öppna en ny, till "
	         "exempel: ny enhet jourlinje: dygnet runt, ej anslutna."},
		{"ny enhet", "Skriv vilken typ den nya enheten är: hemsjukvårdsteam, konsultteam, mottagning, vårdplatser på sjukhus, vårdplatser "
	         "utanför sjukhus, jourlinje, korttidsplatser, barnteam."},
		{"ny enhet konsultteam ronder", "”ronder” är ingen plats. Egenskaperna skrivs efter ett kolon, till exempel: ny enhet "
	         "konsultteam Katrineholm: ronder."},
		{"jourlinje", "Skriv vad som blir annorlunda, till exempel: jourlinje dygnet runt, ej anslutna."},
		{"jourlinje dygnet runt, inte dygnet runt", "Dygnet runt står både som ja och som nej."},
		{"jourlinje dygnet runt, betjänar Mumindalen", "”Mumindalen” är varken en plats eller en egenskap hos en enhet."},
		{"konsultteam 6 vårdplatser", "Fler vårdplatser på en enhet som finns skrivs som en egen ändring: vårdplatser +6 Nyköping på sjukhus."},
		{"ny enhet konsultteam: -6 vårdplatser", "En ny enhet har ett helt antal vårdplatser, till exempel: 6 vårdplatser."},
		{"ny enhet konsultteam: 6", "Efter talet står ”vårdplatser”, till exempel: 6 vårdplatser."},
		{"brist", "Skriv bristens Id, till exempel: brist B04-02 åtgärdad. Det står i radsbord saknas --format csv."},
		{"brist B04-02", "Skriv ”åtgärdad” efter bristens Id: brist B04-02 åtgärdad."},
		{"brist B04-02 åtgärdad i Mumindalen", "”Mumindalen” är ingen plats. Skriv en plats eller ingenting efter ”åtgärdad”."},
		{"jourlinje \xff", "Ändringen är för lång eller inte UTF-8. Skriv en ändring på högst en rad."},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(national_reference(*state), rows[i][0], rows[i][1]);
	struct buf list = {0};
	scenario_attributes(&list);
	char *wanted = mem_printf("”glada vikingar” är ingen egenskap hos en enhet. De som finns: %s.", buf_cstr(&list));
	expect(national_reference(*state), "jourlinje glada vikingar", wanted);
	assert_int_equal(strncmp(buf_cstr(&list), "skriftligt uppdrag, dygnet runt, kontorstid fem dagar", 52), 0);
	free(wanted);
	buf_release(&list);
}

static void test_forms_are_true(void **state)
{
	/* Every example that the help shows can be written as it stands. */
	for (const struct scenario_form *f = scenario_forms; f->form; f++) {
		struct scenario_change c;
		struct arena a = {0};
		struct error e = {0};
		if (!scenario_parse(national_reference(*state), f->example, &a, &c, &e))
			fail_msg("%s: %s", f->example, e.text);
		assert_int_equal(strncmp(f->example, f->begin, strlen(f->begin)), 0);
		assert_string_equal(c.text, f->example);
		arena_release(&a);
	}
}

static void test_any_text(void **state)
{
	/* Words of the language and rubbish in any order: a change or one sentence, never both, never neither. */
	static const char *const words[] = {
		"ny", "enhet", "konsultteam", "vårdplatser", "+6", "−", "av", ",", ":", "%", "85", "1 200", "Nyköping", "betjänar", "ej",
		"dygnet", "runt", "på", "sjukhus", "brist", "B04-02", "åtgärdad", "E04-11", "och", "99999999999999999999", "\xC2\xA0", "\xC3",
		"\xF0\x9F\x8E\x89", "--", "0,5,5", ";", "\t", "i", "sjh-nykoping", "läkare", "stöd", "_", "+"};
	unsigned r = 5;
	for (int i = 0; i < 3000; i++) {
		struct scenario_change c;
		struct arena a = {0};
		struct error e = {0};
		struct buf text = {0};
		r = r * 1103515245u + 12345u;
		for (unsigned n = r >> 16 & 15; n > 0; n--) {
			r = r * 1103515245u + 12345u;
			buf_printf(&text, "%s%s", r & 1u << 30 ? " " : "", words[(r >> 16 & 0x3fff) % (sizeof words / sizeof *words)]);
		}
		bool read = scenario_parse(national_reference(*state), buf_cstr(&text), &a, &c, &e);
		assert_int_equal(read, e.code == ERROR_NONE);
		assert_int_equal(read, e.text[0] == '\0');
		assert_true(c.serves_count <= SCENARIO_SERVES_MOST);
		buf_release(&text);
		arena_release(&a);
	}
	char *longest = mem_alloc(100000);
	memset(longest, 'a', 99999);
	expect(national_reference(*state), longest, "Ändringen är för lång eller inte UTF-8. Skriv en ändring på högst en rad.");
	for (size_t i = 0; i < 599; i++)
		longest[i] = i % 2 ? ' ' : 'a';
	longest[599] = '\0';
	expect(national_reference(*state), longest, "Ändringen har för många ord. Dela den i flera.");
	free(longest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_figures),
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_forms_are_true),
		cmocka_unit_test(test_any_text),
	};
	return cmocka_run_group_tests_name("scenario", tests, open_national, close_national);
}
