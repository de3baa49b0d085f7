/* test_inventory.c - the council's own units, gaps and yearly figures. */
#include "council_world.h"

#include "radsbord/council/inventory.h"

#include <string.h>

static const struct date today = {2026, 11, 24};

static struct unit a_unit(const char *file)
{
	struct unit u;
	record_init(record_type(RECORD_UNIT), &u);
	u.head = (struct record){"E1", file, 3};
	u.name = "Team";
	u.beds = 6;
	u.informant = "MAS";
	u.passage = "rad 12";
	u.attributes[1] = 2;
	return u;
}

/* The first value a change of the kind gives the field of the record; NULL when it gives none. */
static const char *given(const struct changes *c, enum change_kind kind, const char *id, const char *field)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *x = &c->items[i];
		if (x->kind != kind || strcmp(x->id, id) != 0)
			continue;
		if (kind == CHANGE_SET && strcmp(x->field->name, field) == 0)
			return x->after.count ? x->after.items[0] : "";
		for (size_t k = 0; kind == CHANGE_ADD && k < x->fields_count; k++)
			if (strcmp(x->fields[k].field->name, field) == 0)
				return x->fields[k].values.items[0];
	}
	return NULL;
}

static void test_new_year_of_ones_own(void **state)
{
	/* The answers so far end yesterday under an Id of their own; the unit goes on under its Id, with nobody's name yet. */
	struct unit u = a_unit("enheter.rec");
	struct changes c = {0};
	(void)state;
	inventory_new_year(&c, &u, true, "OLD", today);
	assert_string_equal(given(&c, CHANGE_ADD, "OLD", "Galler_till"), "2026-11-23");
	assert_string_equal(given(&c, CHANGE_ADD, "OLD", "Ersatt_av"), "E1");
	assert_string_equal(given(&c, CHANGE_ADD, "OLD", "Uppgiftslamnare"), "MAS");
	assert_string_equal(given(&c, CHANGE_ADD, "OLD", "Vardplatser"), "6");
	assert_string_equal(given(&c, CHANGE_SET, "E1", "Galler_fran"), "2026-11-24");
	assert_string_equal(given(&c, CHANGE_SET, "E1", "Kontrollerad"), "2026-11-24");
	assert_string_equal(given(&c, CHANGE_SET, "E1", "Uppgiftslamnare"), "");
	assert_null(given(&c, CHANGE_SET, "E1", "Vardplatser"));
	changes_release(&c);
	assert_true(inventory_may_begin(&u, today));
	u.from = today;
	assert_false(inventory_may_begin(&u, today));
}

static void test_new_year_of_a_national(void **state)
{
	/* The council's own takes over the Id; where the report said it stays with the old answers. */
	struct unit u = a_unit("sverige/enheter.rec");
	struct changes c = {0};
	(void)state;
	inventory_new_year(&c, &u, false, "OLD", today);
	assert_int_equal(c.count, 2);
	assert_string_equal(c.items[0].file, "enheter.rec");
	assert_string_equal(given(&c, CHANGE_ADD, "OLD", "Stalle"), "rad 12");
	assert_string_equal(given(&c, CHANGE_ADD, "E1", "Dygnet_runt"), "ja");
	assert_string_equal(given(&c, CHANGE_ADD, "E1", "Galler_fran"), "2026-11-24");
	assert_null(given(&c, CHANGE_ADD, "E1", "Stalle"));
	changes_release(&c);
}

static void test_close_gap(void **state)
{
	struct gap g;
	struct changes c = {0};
	(void)state;
	record_init(record_type(RECORD_GAP), &g);
	g.head = (struct record){"B1", "saknas.rec", 1};
	g.text = "Ingen jour";
	inventory_close_gap(&c, &g, true, today);
	assert_string_equal(given(&c, CHANGE_SET, "B1", "Galler_till"), "2026-11-23");
	changes_release(&c);
	inventory_close_gap(&c, &g, false, today);
	assert_string_equal(given(&c, CHANGE_ADD, "B1", "Galler_till"), "2026-11-23");
	changes_release(&c);
	g.from = today; /* it does not end before it began */
	inventory_close_gap(&c, &g, true, today);
	assert_string_equal(given(&c, CHANGE_SET, "B1", "Galler_till"), "2026-11-24");
	changes_release(&c);
}

static void test_outweighs(void **state)
{
	struct records r = {.tables = {{0}}};
	struct unit u = a_unit("enheter.rec");
	(void)state;
	assert_false(inventory_outweighs(NULL, RECORD_UNIT, "E1"));
	assert_false(inventory_outweighs(&r, RECORD_UNIT, "E1"));
	world_add(&r, RECORD_UNIT, &u);
	assert_true(inventory_outweighs(&r, RECORD_UNIT, "E1"));
	assert_false(inventory_outweighs(&r, RECORD_GAP, "E1"));
	world_release(&r);
}

static void test_figures(void **state)
{
	/* A new row, a changed one, one that is the same, one that is taken away; another source's is not touched. */
	struct records r = {.tables = {{0}}};
	struct measurement have[] = {
		{.file = INVENTORY_FIGURES, .line = 2, .place = "E1", .year = 2025, .measure = "patienter", .source = INVENTORY_SOURCE, .value = {124, 1}},
		{.file = "matt/annat.csv", .line = 2, .place = "E1", .year = 2025, .measure = "personal", .source = "annat", .value = {9, 1}},
	};
	struct changes c = {0};
	(void)state;
	r.measurements = (struct measurements){.items = have, .count = 2};
	inventory_set_figure(&c, &r, "E1", 2025, "patienter", "124", "MAS", today);
	assert_int_equal(c.count, 0);
	inventory_set_figure(&c, &r, "E1", 2025, "patienter", "130", "MAS", today);
	assert_string_equal(given(&c, CHANGE_SET, "E1/2025/patienter/enheterna", "Varde"), "130");
	assert_string_equal(given(&c, CHANGE_SET, "E1/2025/patienter/enheterna", "Not"), "Uppgift av MAS");
	assert_string_equal(given(&c, CHANGE_SET, "E1/2025/patienter/enheterna", "Datum"), "2026-11-24");
	inventory_set_figure(&c, &r, "E1", 2025, "personal", "10.5", NULL, today);
	assert_string_equal(given(&c, CHANGE_ADD, "E1/2025/personal/enheterna", "Varde"), "10.5");
	changes_release(&c);
	inventory_set_figure(&c, &r, "E1", 2025, "patienter", "", NULL, today);
	assert_int_equal(c.items[0].kind, CHANGE_REMOVE);
	changes_release(&c);
	inventory_set_figure(&c, &r, "E1", 2024, "patienter", "", NULL, today);
	assert_int_equal(c.count, 0);
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_new_year_of_ones_own), cmocka_unit_test(test_new_year_of_a_national), cmocka_unit_test(test_close_gap),
		cmocka_unit_test(test_outweighs),            cmocka_unit_test(test_figures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
