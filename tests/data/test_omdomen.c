/* test_omdomen.c - each of the twelve services has a verdict for each municipality and hospital that agrees with the report's
 * region texts where they speak, and is unknown where nothing does.
 *
 * The texts are taken from the independent second coding (tests/andra_kodning.tsv), which does not know saknas.rec; the
 * verdicts from the engine over data/sverige. Places are matched by this test itself. */
#include "data/sverige.h"
#include "radsbord/store/national.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define TODAY 20251124
#define SERVICES 12
#define MUNICIPALITIES 290

static struct world {
	struct csv_table coding, municipalities, hospitals;
	struct national *national;
	struct engine_data *data;
	const struct indikator_set *set;
	const struct indikator_data *in;
} w;

static int setup(void **state)
{
	struct error e = {0};

	(void)state;
	table_open(&w.coding, "tests/andra_kodning.tsv");
	table_open(&w.municipalities, "data/sverige/kommuner.csv");
	table_open(&w.hospitals, "data/sverige/sjukhus.csv");
	w.national = national_open("data", "config", io_system(), NULL, &e);
	if (!w.national)
		return -1;
	w.data = engine_data_new(w.national, NULL, NULL, &e);
	if (!w.data)
		return -1;
	w.set = engine_data_set(w.data);
	w.in = indikator_set_data(w.set);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	csv_release(&w.coding);
	csv_release(&w.municipalities);
	csv_release(&w.hospitals);
	engine_data_free(&w.data);
	national_close(&w.national);
	return 0;
}

/* ---- what the second coding says ------------------------------------------------------------------------------- */

/* True when `code` is one of a comma-separated list. */
static bool listed(const char *list, const char *code)
{
	size_t n = strlen(code);

	for (const char *s = list; *s; s += strcspn(s, ",") + (s[strcspn(s, ",")] == ','))
		if (strcspn(s, ",") == n && memcmp(s, code, n) == 0)
			return true;
	return false;
}

/* A place as the tables write it: a municipality, or a hospital with the municipality it lies in. */
struct spot {
	const char *code, *region, *area, *home;
	bool hospital;
};

static bool coded(size_t row, const struct spot *p, const char *service)
{
	const char *places = table_get(&w.coding, row, "plats"), *except = table_get(&w.coding, row, "utom");
	const char *area = table_get(&w.coding, row, "omrade");

	if (strcmp(table_get(&w.coding, row, "region"), p->region) != 0 ||
	    strcmp(table_get(&w.coding, row, "tjanst"), service) != 0 || (*area && strcmp(area, p->area) != 0))
		return false;
	if (listed(except, p->code) || (p->hospital && listed(except, p->home)))
		return false;
	return !*places || listed(places, p->code) || (p->hospital && listed(places, p->home));
}

/* How many clauses speak of the service there, and whether one says without more that it is missing. */
static size_t clauses(const struct spot *p, const char *service, bool *missing)
{
	size_t n = 0;

	*missing = false;
	for (size_t i = 0; i < w.coding.count; i++)
		if (coded(i, p, service)) {
			n++;
			*missing |= strcmp(table_get(&w.coding, i, "grad"), "saknas") == 0;
		}
	return n;
}

/* ---- what the engine says ----------------------------------------------------------------------------------------- */

static struct indikator_verdict ask(const char *code, const char *service, enum indikator_criteria criteria)
{
	const struct indikator_question q = {.today = TODAY, .criteria = criteria};
	struct indikator_verdict v;
	int place = indikator_find_place(w.set, code), definition = indikator_find_definition(w.set, service);

	if (place < 0 || definition < 0)
		fail_msg("%s %s is not there", code, service);
	assert_true(indikator_evaluate(w.set, place, definition, &q, &v));
	return v;
}

/* The record that decided, or NULL when no statement did. */
static const struct gap *decided(const struct indikator_verdict *v)
{
	for (size_t i = 0; i < v->evidence_count; i++)
		if (v->evidence[i].kind == INDIKATOR_EVIDENCE_STATEMENT && v->evidence[i].decided)
			return engine_data_gap(w.data, v->evidence[i].index);
	return NULL;
}

static bool has(const struct indikator_verdict *v, enum indikator_evidence_kind kind)
{
	for (size_t i = 0; i < v->evidence_count; i++)
		if (v->evidence[i].kind == kind)
			return true;
	return false;
}

/* How many pairs of place and service the texts speak of, and how many nothing speaks of. */
static size_t spoken, silent;

static void fails(const struct spot *p, const char *service, const struct indikator_verdict *v, const char *why)
{
	const struct gap *g = decided(v);

	fail_msg("%s %s (status %d, rule %d, %s): %s", p->code, service, (int)v->status, (int)v->rule,
		 g ? g->head.id : "no record", why);
}

/* The texts speak: missing or limited, and never met, for no other passage of the report takes back what a text says. */
static void agrees(const struct spot *p, const char *service, const struct indikator_verdict *v, bool missing)
{
	const struct gap *g = decided(v);

	spoken++;
	if (v->status != INDIKATOR_STATUS_MISSING && v->status != INDIKATOR_STATUS_PARTLY)
		fails(p, service, v, "the text says that it is missing or limited");
	if (!missing && v->status == INDIKATOR_STATUS_MISSING)
		fails(p, service, v, "the text says that it is limited, not missing");
	if (missing && v->status == INDIKATOR_STATUS_PARTLY && g && g->degree == GAP_MISSING && !g->limits.count)
		fails(p, service, v, "missing without restriction is not partly");
}

/* The texts do not speak: whatever is known must be known from another passage, a unit or a complete inventory. */
static void invents_nothing(const struct spot *p, const char *service, const struct indikator_verdict *v)
{
	const struct gap *g = decided(v);

	if (g && g->degree != GAP_MET && g->section && !strcmp(g->section, "saknas"))
		fails(p, service, v, "a record of the paragraph Saknas that the second coding does not have");
	if (g)
		return;
	silent++;
	if (v->status == INDIKATOR_STATUS_MET && !has(v, INDIKATOR_EVIDENCE_UNIT))
		fails(p, service, v, "met without a unit");
	if (v->status == INDIKATOR_STATUS_PARTLY && !has(v, INDIKATOR_EVIDENCE_UNIT))
		fails(p, service, v, "partly without a unit");
	if (v->status == INDIKATOR_STATUS_MISSING && !has(v, INDIKATOR_EVIDENCE_INVENTORY))
		fails(p, service, v, "missing without an inventory");
	if (v->status == INDIKATOR_STATUS_NONE)
		fails(p, service, v, "no status");
}

static void judge(const struct spot *p, const char *service)
{
	struct indikator_verdict v = ask(p->code, service, INDIKATOR_MAP);
	struct indikator_verdict demand = ask(p->code, service, INDIKATOR_DEMAND);
	bool missing;

	if (clauses(p, service, &missing))
		agrees(p, service, &v, missing);
	else
		invents_nothing(p, service, &v);
	if (demand.status == INDIKATOR_STATUS_MET && v.status != INDIKATOR_STATUS_MET)
		fails(p, service, &v, "the criteria are met where the map is not");
	indikator_verdict_release(&v);
	indikator_verdict_release(&demand);
}

static const char *area_of(const char *municipality)
{
	for (size_t i = 0; i < w.municipalities.count; i++)
		if (!strcmp(table_get(&w.municipalities, i, "kod"), municipality))
			return table_get(&w.municipalities, i, "omrade");
	fail_msg("%s is not in kommuner.csv", municipality);
	return "";
}

static void every(const struct csv_table *t, bool hospitals)
{
	spoken = silent = 0;
	for (size_t i = 0; i < t->count; i++) {
		struct spot p = {.code = table_get(t, i, hospitals ? "id" : "kod"),
				 .region = table_get(t, i, "region"),
				 .hospital = hospitals};

		p.home = hospitals ? table_get(t, i, "kommun") : p.code;
		p.area = area_of(p.home);
		for (int s = 0; s < SERVICES; s++)
			judge(&p, service_choices[s].code);
	}
	/* more than a few of each, or the test has lost its grip */
	assert_true(spoken > t->count);
	assert_true(silent > t->count);
}

static void test_municipalities(void **state)
{
	(void)state;
	assert_int_equal(w.municipalities.count, MUNICIPALITIES);
	every(&w.municipalities, false);
}

static void test_hospitals(void **state)
{
	(void)state;
	every(&w.hospitals, true);
}

static void test_wholes(void **state)
{
	/* Areas, regions and the country follow from their parts: the interval adds up to every municipality within. */
	(void)state;
	for (size_t p = 0; p < w.in->places_count; p++) {
		const struct indikator_place *place = &w.in->places[p];
		int64_t within = 0;

		if (place->kind != INDIKATOR_COUNTRY && place->kind != INDIKATOR_REGION && place->kind != INDIKATOR_AREA)
			continue;
		for (size_t i = 0; i < w.in->places_count; i++)
			within += w.in->places[i].kind == INDIKATOR_MUNICIPALITY && indikator_within(w.set, (int)i, (int)p);
		for (int s = 0; s < SERVICES; s++) {
			struct indikator_verdict v = ask(place->code, service_choices[s].code, INDIKATOR_MAP);

			assert_true(v.municipalities.known && v.inhabitants.known);
			assert_int_equal(v.municipalities.total, within);
			assert_int_equal(v.municipalities.met + v.municipalities.partly + v.municipalities.missing +
					     v.municipalities.unknown, within);
			assert_true(v.municipalities.here + v.municipalities.elsewhere <= v.municipalities.met);
			indikator_verdict_release(&v);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_municipalities),
	    cmocka_unit_test(test_hospitals),
	    cmocka_unit_test(test_wholes),
	};

	return cmocka_run_group_tests_name("data: verdicts", tests, setup, teardown);
}
