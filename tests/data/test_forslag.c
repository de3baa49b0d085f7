/* test_forslag.c - every line of every point of Bilaga 3 is carried by a proposal of the point's level, and every
 * target and follow-up measure of the report is an indicator with its direction, level and source. */
#include "data/sverige.h"

#include "radsbord/store/ini.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The points of Bilaga 3 by their lines in vita-flackar-2026.txt. */
static const struct {
	const char *level;
	int first, last;
} points[] = {
    {"nationell", 891, 894}, {"nationell", 898, 900}, {"nationell", 903, 905}, {"regional", 911, 914},
    {"regional", 917, 919},  {"regional", 923, 926},  {"regional", 930, 932},  {"regional", 936, 937},
    {"regional", 941, 941},  {"regional", 944, 945},  {"enhet", 949, 958},     {"enhet", 961, 971},
    {"enhet", 974, 976},     {"enhet", 980, 983},     {"enhet", 984, 989},     {"enhet", 993, 998},
    {"enhet", 1002, 1006},   {"enhet", 1007, 1011},
};
#define POINTS (sizeof points / sizeof *points)

static void lines_of(struct rec_file *f, size_t record, int *first, int *last)
{
	assert_int_equal(sscanf(rec_file_get(f, record, "Rader"), "%d-%d", first, last), 2);
}

static bool carried(struct rec_file *f, int line, const char *level)
{
	for (size_t i = 0; i < rec_file_count(f); i++) {
		int first, last;

		lines_of(f, i, &first, &last);
		if (line >= first && line <= last && strcmp(rec_file_get(f, i, "Niva"), level) == 0)
			return true;
	}
	return false;
}

static void test_every_point_is_carried(void **state)
{
	/* Each line of text of each point; blank lines between are within a point's own lines and carried with it. */
	struct rec_file f;

	(void)state;
	rec_file_open(&f, "data/sverige/forslag.rec");
	for (size_t i = 0; i < POINTS; i++)
		for (int line = points[i].first; line <= points[i].last; line++)
			if (!carried(&f, line, points[i].level))
				fail_msg("line %d (%s) is in no proposal", line, points[i].level);
	rec_file_close(&f);
}

static void test_every_proposal_stands_there(void **state)
{
	/* None is from elsewhere, its Id tells its level, and each has a template that an action is made of. */
	static const char letters[] = "NRE";
	static const char *const levels[] = {"nationell", "regional", "enhet"};
	struct rec_file f;

	(void)state;
	rec_file_open(&f, "data/sverige/forslag.rec");
	for (size_t i = 0; i < rec_file_count(&f); i++) {
		const char *id = rec_file_get(&f, i, "Id"), *level = rec_file_get(&f, i, "Niva");
		int first, last;
		size_t p = 0, l = strchr(letters, id[2]) - letters;

		lines_of(&f, i, &first, &last);
		while (p < POINTS && !(first >= points[p].first && last <= points[p].last))
			p++;
		if (p == POINTS && !(first == 980 && last == 988)) /* the heading that mottagning and konsult share */
			fail_msg("%s: lines %d-%d are no point", id, first, last);
		assert_string_equal(level, levels[l]);
		assert_true(strlen(rec_file_get(&f, i, "Mall")) > 10);
	}
	rec_file_close(&f);
}

/* What the report wants followed: the indicator, its direction and target ("" when it describes), and where it stands.
 */
static const struct {
	const char *indicator, *direction, *target, *upper, *level, *lines;
	bool both_readings;
} measures[] = {
    {"specialister_personal", "minst", "50", "", "enhet", "660-662", false},
    {"specialister_lakare", "minst", "50", "", "enhet", "993-998", false},
    {"specialister_omvardnad", "inom", "25", "30", "enhet", "993-998", false},
    {"specialistunderskoterskor", "minst", "2", "", "enhet", "664-668", false},
    {"annan_diagnos", "minst", "20", "", "enhet", "189-193", false},
    {"registrering_dodsfall", "minst", "100", "", "enhet", "941", false},
    {"utveckling_lakare", "inom", "20", "25", "enhet", "1007-1011", false},
    {"utveckling_ovriga", "minst", "10", "", "enhet", "1007-1011", false},
    {"medianvardtid_hemsjukvard", "beskrivande", "", "", "enhet", "184-193", false},
    {"medianvardtid_slutenvard", "beskrivande", "", "", "enhet", "184-193", false},
    {"avlidna_hemma", "beskrivande", "", "", "enhet", "195-200", true},
    {"utskrivna_levande", "beskrivande", "", "", "enhet", "202-207", true},
    {"patienter_hemsjukvard", "beskrivande", "", "", "enhet", "965-968", false},
    {"patienter_slutenvard", "beskrivande", "", "", "enhet", "965-968", false},
    {"hemsjukvardsteam_100k", "minst", "1", "", "region", "", false},
    {"specialistunderskoterskor_100k", "beskrivande", "", "", "region", "969-971", false},
    {"lakarspecialist", "minst", "4", "", "kommun", "", false},
    {"sjukskoterskespecialist", "minst", "5", "", "kommun", "", false},
    {"vardplatser_100k", "inom", "8", "10", "", "", false},
};

static const char *key(const struct ini *ini, size_t measure, const char *name)
{
	const char *value = ini_get(ini, measures[measure].indicator, name);

	return value ? value : "";
}

static void expect_measure(const struct ini *ini, size_t i)
{
	bool describes = strcmp(measures[i].direction, "beskrivande") == 0;

	assert_string_equal(key(ini, i, "riktning"), measures[i].direction);
	assert_string_equal(key(ini, i, "mal"), measures[i].target);
	assert_string_equal(key(ini, i, "mal_ovre"), measures[i].upper);
	if (*measures[i].level)
		assert_string_equal(key(ini, i, "niva"), measures[i].level);
	assert_true(*key(ini, i, "kalla") && *key(ini, i, "stalle") && *key(ini, i, "sager_inte"));
	assert_true(describes || *key(ini, i, "mal_kalla"));
	assert_non_null(strstr(key(ini, i, "stalle"), measures[i].lines));
	assert_int_equal(*key(ini, i, "las_hogt") && *key(ini, i, "las_lagt"), measures[i].both_readings);
}

static void test_every_measure_is_an_indicator(void **state)
{
	struct diagnostics d = {0};
	struct buf bytes = {0};
	struct ini *ini;

	(void)state;
	text_file_read("config/indikatorer.ini", &bytes);
	ini = ini_parse(buf_cstr(&bytes), bytes.len, "config/indikatorer.ini", &d);
	assert_non_null(ini);
	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
		expect_measure(ini, i);
	ini_free(&ini);
	buf_release(&bytes);
	diagnostics_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_point_is_carried),
	    cmocka_unit_test(test_every_proposal_stands_there),
	    cmocka_unit_test(test_every_measure_is_an_indicator),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
