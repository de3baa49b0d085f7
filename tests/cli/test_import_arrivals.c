/* radsbord importera moten, ledamoter: shown first, saved on request, known again the next time, and what is wrong is said with its
 * line. By the real program. */
#include "program.h"

#include <stdlib.h>
#include <string.h>

static struct home home;
static char *council, *file;

static int set_up(void **state)
{
	(void)state;
	council = home_council(&home);
	file = home_path(&home, "fil");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(council);
	free(file);
	home_release(&home);
	return 0;
}

#define ASK(r, ...) RUN(&home, r, "--rad", council, "--idag", "2026-11-24", __VA_ARGS__)

/* Runs, and looks for words in what is printed and warned of; a leading ! says that they must not be there. */
static void expect(int status, const char *const *words, const char *kind, const char *save)
{
	struct run r = {0};
	if (save)
		ASK(&r, "importera", kind, file, save);
	else
		ASK(&r, "importera", kind, file);
	buf_str(&r.out, buf_cstr(&r.err));
	for (; *words; words++) {
		bool not = **words == '!';
		if ((strstr(buf_cstr(&r.out), *words + not) != NULL) == not)
			fail_msg("”%s” in:\n%s", *words, buf_cstr(&r.out));
	}
	assert_int_equal(r.status, status);
	run_release(&r);
}
#define SAYS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void lists(const char *subcommand, const char *const *words)
{
	struct run r = {0};
	ASK(&r, subcommand, "--format", "csv");
	for (; *words; words++)
		if (!strstr(buf_cstr(&r.out), *words))
			fail_msg("”%s” in:\n%s", *words, buf_cstr(&r.out));
	run_release(&r);
}

#define CALENDAR(place) \
	"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:0400-AB\r\nDTSTART;TZID=Europe/Stockholm:20270204T090000\r\n" \
	"DTEND;TZID=Europe/Stockholm:20270204T120000\r\nSUMMARY:Prov: Februari\r\nLOCATION:" place "\r\nEND:VEVENT\r\n" \
	"BEGIN:VEVENT\r\nUID:r\r\nDTSTART:20270304T090000\r\nRRULE:FREQ=MONTHLY\r\nSUMMARY:Ofta\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

static void calendar_there_and_back(void **state)
{
	(void)state;
	home_write(&home, "fil", CALENDAR("Sal 1"));
	expect(1, SAYS("Februari", "!Prov: Februari", "9.00–12.00", "1 nya", "återkommer (rad 13)", "Inget är sparat. Lägg till --spara"), "moten", NULL);
	lists("moten", SAYS("nr;id;datum"));
	expect(1, SAYS("Sparat; u på sidorna ångrar det."), "möten", "--spara");
	lists("moten", SAYS(";2027-02-04;09:00;12:00;Sal 1;okant;planerat"));
	expect(1, SAYS("0 nya, 0 ändrade, 1 oförändrade"), "moten", "--spara");
	home_write(&home, "fil", CALENDAR("Sal 2"));
	expect(1, SAYS("0 nya, 1 ändrade", "Plats var Sal 1"), "moten", "--spara");
	/* our own calendar brings nothing new, and keeps the UID it came with */
	struct run r = {0};
	ASK(&r, "exportera", "ics");
	assert_non_null(strstr(buf_cstr(&r.out), "UID:0400-AB\r\n"));
	home_write(&home, "fil", buf_cstr(&r.out));
	run_release(&r);
	expect(0, SAYS("0 nya, 0 ändrade, 1 oförändrade", "Inget nytt att spara."), "moten", "--spara");
}

/* A meeting laid in by hand is the same one; cancelled there is cancelled here. */
static void of_the_same_day(void **state)
{
	(void)state;
	home_write(&home, "fil", "Datum;Tid;Typ;Lokal\n2027-02-04;9–12;halvdag;Sal 9\n2027-06-10;9-16;heldag;\n");
	expect(0, SAYS("2 nya"), "moten", "--spara");
	home_write(&home, "fil", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:k\nDTSTART:20270204T090000\nDTEND:20270204T120000\nSTATUS:CANCELLED\n"
	                         "END:VEVENT\nEND:VCALENDAR\n");
	expect(0, SAYS("1 ändrade", "Status var planerat", "UID i kalendern är nytt"), "moten", "--spara");
	lists("moten", SAYS(";2027-02-04;09:00;12:00;Sal 9;halvdag;installt", ";2027-06-10;09:00;16:00;;heldag;planerat"));
}

static void members_fill_their_seats(void **state)
{
	(void)state;
	home_write(&home, "fil", "Organisation;Namn;Roll\nTrosa kommun;vakant;\nHospice AB;vakant;\n");
	expect(0, SAYS("1 nya", "1 oförändrade"), "ledamoter", "--spara"); /* a new council has a seat for each municipality */
	home_write(&home, "fil", "R\xE5""dets ledam\xF6ter\nHuvudman;Namn;Roll;E-post;T.o.m.\nFlens kommun;Anna \xC5kesson;;anna@flen.se;2028-12-31\n"
	                         "Region S\xF6rmland;Bo Ek;ordf\xF6rande;;\nHospice AB;Cia;stj\xE4rna;;\n;Dag;;;\n");
	expect(1, SAYS("1 nya, 1 ändrade", "Person är nytt", "rollen ”stjärna” finns inte", "raden har ingen organisation"), "ledamöter", "--spara");
	lists("ledamoter", SAYS(";kommun;Flens kommun;0482;ledamot;Anna Åkesson;anna@flen.se;;2028-12-31;tillsatt",
	                        ";region;Region Sörmland;04;ordforande;Bo Ek;"));
	expect(1, SAYS("0 nya, 0 ändrade, 2 oförändrade"), "ledamoter", "--spara");
}

static void nothing_of_a_file_with_faults(void **state)
{
	(void)state;
	home_write(&home, "fil", "Organisation;Namn\nFlens kommun;Anna 640823-3234\nTrosa kommun;Bo\n");
	expect(1, SAYS("personnummer", "Inget är sparat", "!640823-3234"), "ledamoter", "--spara");
	lists("ledamoter", SAYS("id;grupp"));
	home_write(&home, "fil", "Kommun;Namn\nFlen;Anna\n");
	expect(1, SAYS("har ingen kolumn som heter organisation"), "ledamoter", NULL);
	home_write(&home, "fil", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
	expect(1, SAYS("fil:2: ", "avbruten efter rad 2"), "moten", NULL);
	home_write(&home, "fil", "Datum;Tid;Status\n31/2;9;\n2027-02-04;kl nio;\n2027-02-05;;kanske\n;9;\n;;\n2027-02-06;9;\n2027-02-06;9;\n");
	expect(1, SAYS("”31/2” är inget datum", "”kl nio” är ingen tid", "”kanske” känns inte igen", "raden har inget datum", "1 nya",
	               "1 hoppas över, 4 förstås inte"), "moten", NULL);
}

/* Another machine's lock, as a power cut leaves it: nothing is saved, the lock stays, and it is said where one is asked about it. */
static void locked_by_another_machine(void **state)
{
	static const char lock[] = "radsbord-lock 1 tx=x user=Eva host=annan pid=1 start=1 boot=b space=s time=2026-11-24T08:12:00Z\n";
	(void)state;
	home_write(&home, "fil", "Organisation;Namn\nFlens kommun;Anna\n");
	home_write(&home, "rad/.rb-lock", lock);
	expect(3, SAYS("Eva på datorn annan sparar", "öppna mappen med radsbord --rad", "frågas"), "ledamoter", "--spara");
	char *now = home_read(&home, "rad/.rb-lock");
	assert_string_equal(now, lock);
	free(now);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(calendar_there_and_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(of_the_same_day, set_up, tear_down),
		cmocka_unit_test_setup_teardown(members_fill_their_seats, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nothing_of_a_file_with_faults, set_up, tear_down),
		cmocka_unit_test_setup_teardown(locked_by_another_machine, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
