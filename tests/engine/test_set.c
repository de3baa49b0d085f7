/* test_set.c - building the set: what is refused, and what is found in it. */
#include "world.h"

#include <string.h>

/* A refused world says why, and gives no set. */
static void refuse(struct world *w, const char *word)
{
	struct indikator_error error = {.text = ""};

	w->data.places = w->places;
	w->data.observations = w->observations;
	w->data.units = w->units;
	w->data.statements = w->statements;
	w->data.inventories = w->inventories;
	w->data.definitions = w->definitions;
	assert_null(indikator_set_new(&w->data, &error));
	assert_non_null(strstr(error.text, word));
	assert_null(indikator_set_new(&w->data, NULL));
}

static void empty(void **state)
{
	/* No data at all is a set about which nothing is known. */
	struct world w = {0};
	struct indikator_question q = {0};
	struct indikator_verdict v;

	(void)state;
	assert_int_equal(indikator_find_place(world_set(&w), "0480"), -1);
	assert_int_equal(indikator_find_definition(w.set, "x"), -1);
	assert_int_equal(indikator_find_observation(w.set, 0, 2024, "n", SRC), -1);
	assert_false(indikator_evaluate(w.set, 0, 0, &q, &v));
	indikator_verdict_release(&v);
	world_release(&w);
	indikator_set_free(&w.set); /* twice is harmless */
}

static void refused_places(void **state)
{
	/* A parent outside the array, and loops of every length, are refused. */
	struct world w = {0};

	(void)state;
	world_standard(&w);
	w.places[A1].parent = 99;
	refuse(&w, "A1");
	w.places[A1].parent = -2;
	refuse(&w, "A1");
	w.places[A1].parent = A1;
	refuse(&w, "ring");
	w.places[A1].parent = R1;
	w.places[R1].parent = A2;
	refuse(&w, "ring");
	w.places[R1].parent = SE;
	w.places[SE].parent = H1;
	refuse(&w, "ring");
	w.places[SE].parent = -1;
	w.places[B3].code = NULL;
	refuse(&w, "kod");
	w.places[B3].code = "B3";
	world_catchment(&w, H1, LIST(A1, 11));
	refuse(&w, "H1");
}

static void refused_rows(void **state)
{
	/* Rows that name places, measures or types that are not there are refused. */
	struct world w = {0};
	struct indikator_unit *u;
	struct indikator_statement *s;
	struct indikator_inventory *i;

	(void)state;
	world_standard(&w);
	world_figure(&w, 11, YEAR, "n", 1);
	refuse(&w, "plats 11");
	w.observations[0].place = -1;
	refuse(&w, "plats -1");
	w.observations[0].place = A1;
	w.observations[0].year = 100000;
	refuse(&w, "år");
	w.observations[0].year = YEAR;
	w.observations[0].measure = NULL;
	refuse(&w, "mått");
	w.data.observations_count = 0;
	u = world_unit(&w, "u1", A1, LIST(A2, -1));
	refuse(&w, "u1");
	u->serves_count = 1;
	u->hospital = 12;
	refuse(&w, "u1");
	w.data.units_count = 0;
	s = world_statement(&w, -1, INDIKATOR_MET);
	refuse(&w, "Påstående 0");
	s->scope = R1;
	world_statement_except(s, NULL, 1);
	refuse(&w, "Påstående 0");
	w.data.statements_count = 0;
	i = world_inventory(&w, R1, INDIKATOR_YES);
	i->type = NULL;
	refuse(&w, "Inventering 0");
}

static void refused_definitions(void **state)
{
	/* Definitions outside the enums and the fixed arrays are refused. */
	struct world w = {0};
	struct indikator_definition *d = world_service(&w, MASK(RONDER));

	(void)state;
	d->requires[INDIKATOR_MAP][0] = 1u << INDIKATOR_ATTRIBUTES;
	refuse(&w, "attribut");
	d->requires[INDIKATOR_MAP][0] = 1;
	d->requires_count[INDIKATOR_DEMAND] = INDIKATOR_ALTERNATIVES + 1;
	refuse(&w, "alternativ");
	d->requires_count[INDIKATOR_DEMAND] = 0;
	d->kind = (enum indikator_kind)7;
	refuse(&w, "slag");
	d->kind = INDIKATOR_SERVICE;
	d->id = NULL;
	refuse(&w, "saknar id");
}

static void tree(void **state)
{
	/* Children come in the caller's order; within is reflexive and follows the parents. */
	struct world w = {0};
	const int *children = NULL;

	(void)state;
	world_standard(&w);
	assert_int_equal(indikator_children(world_set(&w), R1, &children), 3);
	assert_int_equal(children[0], A1);
	assert_int_equal(children[2], A3);
	assert_int_equal(indikator_children(w.set, A1, &children), 1);
	assert_int_equal(children[0], H1);
	assert_int_equal(indikator_children(w.set, H1, &children), 0);
	assert_int_equal(indikator_children(w.set, -1, &children), 0);
	assert_int_equal(indikator_children(w.set, 11, &children), 0);
	for (int inner = 0; inner <= B3; inner++)
		for (int outer = 0; outer <= B3; outer++) {
			int p = inner;

			while (p >= 0 && p != outer)
				p = w.places[p].parent;
			assert_int_equal(indikator_within(w.set, inner, outer), p == outer);
		}
	assert_false(indikator_within(w.set, -1, SE));
	assert_false(indikator_within(w.set, A1, 11));
	world_release(&w);
}

static void lookups(void **state)
{
	/* Look-ups match every part of the key, and give the first of several. */
	struct world w = {0};

	(void)state;
	world_standard(&w);
	world_ratio(&w, INDIKATOR_AT_LEAST, UNKNOWN);
	world_figure(&w, A1, YEAR, "n", 1);
	world_figure(&w, A1, YEAR, "d", 2);
	world_figure(&w, A1, YEAR - 1, "n", 3);
	world_figure(&w, A2, YEAR, "n", 4);
	world_figure(&w, A1, YEAR, "n", 5);
	world_figure(&w, A1, YEAR, "n", 6)->source = "other";
	assert_int_equal(indikator_find_place(world_set(&w), "A2"), A2);
	assert_int_equal(indikator_find_place(w.set, "a2"), -1);
	assert_int_equal(indikator_find_place(w.set, NULL), -1);
	assert_int_equal(indikator_find_definition(w.set, "test"), 0);
	assert_int_equal(indikator_find_observation(w.set, A1, YEAR, "n", SRC), 0);
	assert_int_equal(indikator_find_observation(w.set, A1, YEAR, "d", SRC), 1);
	assert_int_equal(indikator_find_observation(w.set, A1, YEAR - 1, "n", SRC), 2);
	assert_int_equal(indikator_find_observation(w.set, A2, YEAR, "n", SRC), 3);
	assert_int_equal(indikator_find_observation(w.set, A1, YEAR, "n", "other"), 5);
	assert_int_equal(indikator_find_observation(w.set, A3, YEAR, "n", SRC), -1);
	assert_ptr_equal(indikator_set_data(w.set)->places, w.places);
	world_release(&w);
}

static void out_of_range(void **state)
{
	/* A question about a place, indicator or criteria that is not there is answered with false. */
	struct world w = {0};
	struct indikator_question q = {.today = TODAY};
	struct indikator_verdict v;

	(void)state;
	world_standard(&w);
	world_service(&w, 0);
	assert_false(indikator_evaluate(world_set(&w), -1, 0, &q, &v));
	assert_false(indikator_evaluate(w.set, 11, 0, &q, &v));
	assert_false(indikator_evaluate(w.set, A1, 1, &q, &v));
	q.criteria = INDIKATOR_CRITERIA;
	assert_false(indikator_evaluate(w.set, A1, 0, &q, &v));
	q.criteria = INDIKATOR_MAP;
	q.year = 2000000;
	assert_false(indikator_evaluate(w.set, A1, 0, &q, &v));
	assert_null(v.evidence);
	indikator_verdict_release(&v);
	world_release(&w);
}

static void many(void **state)
{
	/* 200 000 observations: every one is found under its own key. */
	enum { PLACES = 311, YEARS = 80, MEASURES = 8, COUNT = PLACES * YEARS * MEASURES };
	static const char *const measures[MEASURES] = {"a", "b", "c", "d", "e", "f", "g", "h"};
	static struct indikator_place places[PLACES];
	static struct indikator_observation observations[COUNT];
	struct indikator_data data = {
	    .places = places, .places_count = PLACES, .observations = observations, .observations_count = COUNT};
	struct indikator_set *set;

	(void)state;
	for (int p = 0; p < PLACES; p++)
		places[p] = (struct indikator_place){.code = "x", .parent = p - 1, .kind = INDIKATOR_AREA};
	for (int i = 0; i < COUNT; i++)
		observations[i] = (struct indikator_observation){.place = i % PLACES,
								 .year = 1950 + i / PLACES % YEARS,
								 .measure = measures[i / PLACES / YEARS],
								 .source = SRC,
								 .value = N(i, 1)};
	set = indikator_set_new(&data, NULL);
	assert_non_null(set);
	for (int i = 0; i < COUNT; i++)
		assert_int_equal(indikator_find_observation(set, observations[i].place, observations[i].year,
							    observations[i].measure, SRC),
				 i);
	assert_true(indikator_within(set, PLACES - 1, 0));
	indikator_set_free(&set);
}

static void names(void **state)
{
	/* Every attribute has a name of its own, in the files' alphabet. */
	(void)state;
	for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++) {
		assert_non_null(indikator_attribute_names[i]);
		assert_int_equal(strspn(indikator_attribute_names[i], "abcdefghijklmnopqrstuvwxyz_5"),
				 strlen(indikator_attribute_names[i]));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(indikator_attribute_names[i], indikator_attribute_names[j]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(empty),        cmocka_unit_test(refused_places),
	    cmocka_unit_test(refused_rows), cmocka_unit_test(refused_definitions),
	    cmocka_unit_test(tree),         cmocka_unit_test(lookups),
	    cmocka_unit_test(out_of_range), cmocka_unit_test(many),
	    cmocka_unit_test(names),
	};

	return cmocka_run_group_tests_name("engine: set", tests, NULL, NULL);
}
