/* The words of a filter over a small table: what each form means, what is said of a word that nobody knows, what can be filled in. */
#include "radsbord/base/filter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { OWNER, STATUS, DUE, GAPS, LATE, HIDDEN, KEYS };
static const struct filter_key keys[KEYS] = {
    [OWNER] = {.name = "ansvarig", .help = "vem", .kind = FILTER_TEXT},   [STATUS] = {.name = "status", .help = "läget", .kind = FILTER_CHOICE}, [DUE] = {.name = "senast", .help = "dagen", .kind = FILTER_BY_DAY},
    [GAPS] = {.name = "åtgärder", .help = "antal", .kind = FILTER_NUMBER}, [LATE] = {.name = "försenad", .help = "tiden ute", .kind = FILTER_FLAG}, [HIDDEN] = {.name = "mote", .help = NULL, .kind = FILTER_DAY},
};
static const struct {
	const char *title, *value[KEYS];
} table[] = {
    {"Läkare i jour, kl. 10:30", {"Region Sörmland\nAnna Ek", "pågår\n\tpagar", "2026-10-31", "2", "ja", "2026-09-10"}},
    {"Utbildning om avtal", {"Kommunerna", "ej påbörjad\n\tej_paborjad", "2027-02-04", "0", "", ""}},
    {"Café för närstående", {"", "löpande\n\tlopande", "", "10", "", "2027-01-01"}},
};
enum { ROWS = sizeof table / sizeof table[0] };

static void value(void *ctx, size_t row, size_t key, struct buf *out)
{
	(void)ctx;
	buf_str(out, table[row].value[key]);
}

static void text(void *ctx, size_t row, struct buf *out)
{
	(void)ctx;
	buf_str(out, table[row].title);
}

static struct filter_rows rows = {
    .count = ROWS, .keys = keys, .keys_count = KEYS, .value = value, .text = text,
    .today = {2026, 11, 24}, .next_meeting = {2027, 2, 4},
};

/* The rows that fit, as a sum of 1, 2 and 4. */
static int fitting(const char *filter, const struct filter_rows *over)
{
	struct filter *f = filter_new(filter, over);
	int sum = 0;
	for (size_t i = 0; i < ROWS; i++)
		sum += filter_matches(f, i) << i;
	filter_free(&f);
	return sum;
}

static void test_words(void **state)
{
	static const struct {
		const char *filter;
		int rows;
	} cases[] = {
	    {"", 7}, {NULL, 7}, {"  \t ", 7},
	    /* plain words: all, in any order and case; å ä ö are letters, é is e */
	    {"läkare", 1}, {"JOUR LÄKARE", 1}, {"lakare", 0}, {"cafe", 4}, {"för utbildning", 0},
	    {"\"om avtal\"", 2}, {"”OM AVTAL”", 2}, {"\"avtal om\"", 0}, {"\"om av", 2}, {"\"försenad\"", 0},
	    /* a word of the list */
	    {"ansvarig:ek", 1}, {"Ansvarig:EK", 1}, {"ansvarig:\"anna ek\"", 1}, {"ansvarig:", 7}, {"ansvarig:kommun om", 2},
	    {"status:pågår", 1}, {"status:pagar", 1}, {"status:ej_paborjad", 2}, {"status:\"ej påbörjad\"", 2}, {"status:ej", 2}, {"status:påb", 2}, {"status:börjad", 0},
	    {"försenad", 1}, {"Forsenad", 1}, {"försenad läkare", 1},
	    /* by a day, a month or a year; before and after; as people write a day */
	    {"senast:2026", 1}, {"senast:2026-10", 1}, {"senast:2026-10-30", 0}, {"senast:2027-02-04", 3}, {"senast:<2027-02-04", 1},
	    {"senast:<=2027-02-04", 3}, {"senast:>2026-10-31", 2}, {"senast:>=2026-10-31", 3}, {"senast:=2027", 2}, {"senast:<", 3},
	    {"senast:", 7}, {"senast:idag", 1}, {"senast:nästa-möte", 3}, {"senast:nastamote", 3}, {"senast:\"nästa möte\"", 3},
	    {"senast:<nästa-möte", 1}, {"senast:4/2", 3}, {"senast:+14", 1}, {"senast:snart", 0}, {"-senast:snart", 0},
	    {"mote:2026", 1}, {"möte:2027", 4}, {"mote:>2026", 4},
	    /* a number by its value */
	    {"åtgärder:0", 2}, {"atgarder:>1", 5}, {"åtgärder:<10", 3}, {"åtgärder:1", 0}, {"åtgärder:många", 0},
	    /* nobody has stated it */
	    {"utan:ansvarig", 4}, {"ansvarig:okänt", 4}, {"utan:senast", 4}, {"senast:okänt", 4}, {"utan:", 7}, {"utan:försenad", 6},
	    {"-utan:ansvarig", 3},
	    /* not */
	    {"-läkare", 6}, {"inte:läkare", 6}, {"INTE:försenad", 6}, {"-försenad", 6}, {"-status:pågår", 6}, {"-\"om avtal\"", 5},
	    {"-", 7}, {"inte:", 7}, {"-läkare -avtal", 4}, {"-senast:2026", 6},
	    /* what no list knows is text */
	    {"okänd:ord", 0}, {"kl. 10:30", 1}, {":", 1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		if (fitting(cases[i].filter, &rows) != cases[i].rows)
			fail_msg("%s: %d", cases[i].filter ? cases[i].filter : "(none)", fitting(cases[i].filter, &rows));
}

/* A list without words of its own has plain ones. */
static void test_without_keys(void **state)
{
	const struct filter_rows plain = {.count = ROWS, .text = text};
	(void)state;
	assert_int_equal(fitting("avtal", &plain), 2);
	assert_int_equal(fitting("ansvarig:ek", &plain), 0);
	assert_int_equal(fitting("utan:ansvarig", &plain), 0);
}

static void assert_complaint(const char *filter, const struct filter_rows *over, const char *expected)
{
	struct filter *f = filter_new(filter, over);
	struct buf said = {0};
	bool any = filter_complains(f, &said);
	assert_string_equal(buf_cstr(&said), expected);
	assert_int_equal(any, *expected != '\0');
	buf_release(&said);
	filter_free(&f);
}

/* One sentence about the first word that is not understood, with what there is instead. */
static void test_complaints(void **state)
{
	struct filter_rows none = rows;
	(void)state;
	none.next_meeting = DATE_NONE;
	assert_complaint("ansvar:ek läkare", &rows,
	                 "Ordet ansvar: finns inte här och söks som text. Här finns ansvarig, status, senast, åtgärder, försenad.");
	assert_complaint("utan:chef", &rows, "Ordet chef: finns inte här och söks som text. Här finns ansvarig, status, senast, åtgärder, försenad.");
	assert_complaint("senast:snart", &rows, "”snart” är ingen dag. Skriv till exempel 2027-06, 4/2, v 5, +14, idag eller nästa-möte.");
	assert_complaint("senast:nästa-möte", &none, "Inget kommande möte är inlagt, så nästa-möte är ingen dag än.");
	assert_complaint("åtgärder:många", &rows, "”många” är inget helt tal. Skriv till exempel 3, <3 eller >=3.");
	assert_complaint("kl. 10:30 https://x.se ansvarig:ek -försenad \"ansvar:ek\"", &rows, "");
}

static void assert_offers(const char *filter, const char *expected)
{
	struct filter_candidates c;
	struct buf all = {0};
	filter_candidates(filter, &rows, &c);
	for (size_t i = 0; i < c.count; i++)
		buf_printf(&all, "%s%s", i ? " | " : "", c.items[i]);
	assert_string_equal(buf_cstr(&all), expected);
	filter_candidates_release(&c);
	buf_release(&all);
}

/* The words of the list, then the values that its rows have; what begins so first. */
static void test_candidates(void **state)
{
	(void)state;
	assert_offers("", "ansvarig: | status: | senast: | åtgärder: | försenad");
	assert_offers("läkare ", "ansvarig: | status: | senast: | åtgärder: | försenad");
	assert_offers("s", "status: | senast:");
	assert_offers("läkare -f", "-försenad");
	assert_offers("inte:a", "inte:ansvarig: | inte:åtgärder:");
	assert_offers("ansvarig:", "ansvarig:\"Anna Ek\" | ansvarig:Kommunerna | ansvarig:\"Region Sörmland\"");
	assert_offers("ansvarig:e", "ansvarig:\"Anna Ek\" | ansvarig:Kommunerna | ansvarig:\"Region Sörmland\"");
	assert_offers("ansvarig:k", "ansvarig:Kommunerna | ansvarig:\"Anna Ek\"");
	assert_offers("-status:ej", "-status:\"ej påbörjad\"");
	assert_offers("senast:<n", "senast:<nästa-möte");
	assert_offers("utan:s", "utan:status | utan:senast");
	assert_offers("åtgärder:", "");
	assert_offers("zebra", "");
}

static const char *name_of(void *ctx, size_t nth)
{
	const char *const *names = ctx;
	return names[nth];
}

/* The names of filters are offered after the words of the list, and after `filter:` those that begin so; what cannot be typed is not. */
static void test_names_are_offered(void **state)
{
	static const char *names[] = {"Mina", "Före nästa möte", "Mitt \"eget\"", NULL}, *none[] = {NULL};
	struct filter_rows before = rows;
	(void)state;
	rows.saved = name_of;
	rows.saved_ctx = names;
	assert_offers("f", "försenad | filter:");
	assert_offers("fi", "filter:");
	assert_offers("-f", "-försenad");
	assert_offers("filter:", "filter:Mina | filter:\"Före nästa möte\"");
	assert_offers("läkare FILTER:m", "filter:Mina");
	assert_offers("filter:fore-n", "filter:\"Före nästa möte\"");
	assert_offers("filter:\"före n", "filter:\"Före nästa möte\"");
	assert_offers("-filter:", "");
	assert_complaint("filter:", &rows, "");
	rows.saved_ctx = none;
	assert_offers("f", "försenad");
	assert_offers("filter:", "");
	rows = before;
}

static void test_completes(void **state)
{
	static const struct {
		const char *typed;
		unsigned nth;
		const char *expected;
	} cases[] = {
	    {"läkare s", 0, "läkare status:"}, {"läkare s", 1, "läkare senast:"}, {"läkare s", 2, "läkare status:"},
	    {"ansvarig:sörm", 0, "ansvarig:\"Region Sörmland\""}, {"zebra", 0, ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct buf out = {0};
		bool any = filter_complete(cases[i].typed, &rows, cases[i].nth, &out);
		assert_string_equal(buf_cstr(&out), cases[i].expected);
		assert_int_equal(any, *cases[i].expected != '\0');
		buf_release(&out);
	}
}

static const char *saved(void *ctx, const char *name)
{
	(void)ctx;
	return strcmp(name, "mina") == 0 ? "ansvarig:\"Anna Ek\"" : NULL;
}

/* A filter that is kept stands for its words; a name that nobody has is left out and told. */
static void test_expands(void **state)
{
	struct buf out = {0};
	char *unknown = NULL;
	(void)state;
	filter_expand("läkare filter:mina  försenad", saved, NULL, &out, &unknown);
	assert_string_equal(buf_cstr(&out), "läkare ansvarig:\"Anna Ek\"  försenad");
	assert_null(unknown);
	buf_clear(&out);
	filter_expand("filter:dina filter: avtal", saved, NULL, &out, &unknown);
	assert_string_equal(buf_cstr(&out), " filter: avtal");
	assert_string_equal(unknown, "dina");
	free(unknown);
	buf_release(&out);
}

static bool narrows(const char *after, const char *before)
{
	struct filter *f = filter_new(after, &rows), *old = filter_new(before, &rows);
	bool is = filter_narrows(f, old);
	filter_free(&f);
	filter_free(&old);
	return is;
}

static void test_narrows(void **state)
{
	/* A letter or a word more; never when a word comes to mean something else. And what is said to narrow does. */
	static const char *const typed[] = {"läkare jour", "försenad läkare", "ansvarig:ek om", "-läkare", "\"om avtal\" kl", "åtgärder:>0",
	                                    "senast:2026-10 i", "utan:ansvarig", "status:ej_p", "inte:avtal"};
	(void)state;
	assert_true(narrows("läk", "lä"));
	assert_true(narrows("läk", ""));
	assert_true(narrows("läk jo", "läk j"));
	assert_true(narrows("ansvarig:ek om", "ansvarig:ek o"));
	assert_true(narrows("läk -j", "läk"));
	assert_false(narrows("lä", "läk"));
	assert_false(narrows("", "l"));
	assert_false(narrows("-läk", "-lä"));
	assert_false(narrows("försenad", "försena"));
	assert_false(narrows("åtgärder:10", "åtgärder:1"));
	assert_false(narrows("jo läk", "lä jo"));
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		for (size_t n = 1; n <= strlen(typed[i]); n++) {
			char *after = mem_strndup(typed[i], n), *before = mem_strndup(typed[i], n - 1);
			if (narrows(after, before))
				assert_int_equal(fitting(after, &rows) & ~fitting(before, &rows), 0);
			free(after);
			free(before);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_narrows),
	    cmocka_unit_test(test_words),      cmocka_unit_test(test_without_keys), cmocka_unit_test(test_complaints),
	    cmocka_unit_test(test_candidates), cmocka_unit_test(test_names_are_offered), cmocka_unit_test(test_completes),    cmocka_unit_test(test_expands),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
