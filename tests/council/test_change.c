/* test_change.c - steps as data: what they hold, and that their inverse is their inverse. */
#include "council_world.h"

#include "radsbord/council/change.h"

#include <string.h>

static void expect_strings(const struct strings *s, const char *const *wanted, size_t count)
{
	assert_int_equal(s->count, count);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(s->items[i], wanted[i]);
}
#define EXPECT(s, ...)                                                                             \
	expect_strings(&(s), (const char *const[]){__VA_ARGS__}, sizeof(const char *[]){__VA_ARGS__} / sizeof(char *))

static void expect_same_values(const struct change *a, const struct change *b)
{
	assert_int_equal(a->fields_count, b->fields_count);
	for (size_t i = 0; i < a->fields_count; i++) {
		assert_ptr_equal(a->fields[i].field, b->fields[i].field);
		assert_true(strings_same(&a->fields[i].values, &b->fields[i].values));
	}
}

static void expect_same(const struct changes *a, const struct changes *b)
{
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct change *x = &a->items[i], *y = &b->items[i];
		assert_int_equal(x->kind, y->kind);
		assert_ptr_equal(x->type, y->type);
		assert_string_equal(x->file, y->file);
		assert_string_equal(x->id, y->id);
		assert_ptr_equal(x->field, y->field);
		assert_true(strings_same(&x->before, &y->before));
		assert_true(strings_same(&x->after, &y->after));
		expect_same_values(x, y);
	}
	assert_string_equal(a->title ? a->title : "", b->title ? b->title : "");
}

static void test_set(void **state)
{
	/* A set names the record by file and Id, and carries what it had and what it is to have. */
	struct action a = world_action("A1", ACTION_ONGOING, DAY(2026, 12, 1));
	struct changes c = {0};
	(void)state;
	changes_set_text(&c, RECORD_ACTION, &a.head, "Klart_senast", "2027-02-04");
	changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", "Region Sörmland");
	assert_int_equal(c.count, 2);
	assert_int_equal(c.items[0].kind, CHANGE_SET);
	assert_ptr_equal(c.items[0].type, record_type(RECORD_ACTION));
	assert_string_equal(c.items[0].file, "plan/2026.rec");
	assert_string_equal(c.items[0].id, "A1");
	assert_string_equal(c.items[0].field->name, "Klart_senast");
	EXPECT(c.items[0].before, "2026-12-01");
	EXPECT(c.items[0].after, "2027-02-04");
	assert_int_equal(c.items[1].before.count, 0);
	EXPECT(c.items[1].after, "Region Sörmland");
	changes_release(&c);
}

static void test_remove(void **state)
{
	/* A record that goes is remembered whole: the inverse of removing it is adding it. */
	struct action a = world_action("A1", ACTION_ONGOING, DAY(2026, 12, 1));
	struct changes removed = {0}, added = {0}, back = {0};
	(void)state;
	changes_remove(&removed, RECORD_ACTION, &a.head);
	changes_add(&added, RECORD_ACTION, "plan/2026.rec", &a);
	assert_int_equal(removed.items[0].kind, CHANGE_REMOVE);
	changes_invert(&removed, &back);
	expect_same(&back, &added);
	changes_release(&removed);
	changes_release(&added);
	changes_release(&back);
}

static void test_set_copies(void **state)
{
	/* A step lives longer than the record it was made from. */
	char id[] = "A1", owner[] = "Eva", value[] = "Åsa";
	struct action a = world_action(id, ACTION_ONGOING, DATE_NONE);
	struct changes c = {0};
	(void)state;
	a.owner = owner;
	changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", value);
	memset(id, 'x', 2);
	memset(owner, 'x', 3);
	memset(value, 'x', 3);
	assert_string_equal(c.items[0].id, "A1");
	EXPECT(c.items[0].before, "Eva");
	EXPECT(c.items[0].after, "Åsa");
	changes_release(&c);
}

static void test_no_change(void **state)
{
	/* The value it has, none where there is none, and an empty one for none: no change. */
	struct action a = world_action("A1", ACTION_ONGOING, DAY(2026, 12, 1));
	struct changes c = {0};
	(void)state;
	changes_set_text(&c, RECORD_ACTION, &a.head, "Klart_senast", "2026-12-01");
	changes_set_text(&c, RECORD_ACTION, &a.head, "Status", "pagar");
	changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", NULL);
	changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", "");
	changes_set(&c, RECORD_ACTION, &a.head, "Brist", NULL, 0);
	changes_append(&c, RECORD_ACTION, &a.head, "Anteckning", "");
	assert_int_equal(c.count, 0);
	changes_release(&c);
}

static void test_list(void **state)
{
	/* A repeated field is set as a whole, and added to at its end. */
	struct arena arena = {0};
	struct action a = world_action("A1", ACTION_ONGOING, DATE_NONE);
	struct changes c = {0};
	(void)state;
	strings_add(&a.gaps, "B1", &arena);
	strings_add(&a.gaps, "B2", &arena);
	changes_set(&c, RECORD_ACTION, &a.head, "Brist", (const char *const[]){"B2", "", "B3"}, 3);
	changes_append(&c, RECORD_ACTION, &a.head, "Brist", "B3");
	changes_set(&c, RECORD_ACTION, &a.head, "Brist", (const char *const[]){"B2", "B1"}, 2);
	changes_set(&c, RECORD_ACTION, &a.head, "Brist", (const char *const[]){"B1", "B2"}, 2);
	assert_int_equal(c.count, 3);
	EXPECT(c.items[0].before, "B1", "B2");
	EXPECT(c.items[0].after, "B2", "B3");
	EXPECT(c.items[1].after, "B1", "B2", "B3");
	EXPECT(c.items[2].after, "B2", "B1");
	changes_release(&c);
	arena_release(&arena);
}

static void test_add(void **state)
{
	/* A new record carries the fields that have values, in the order of the rows. */
	struct arena arena = {0};
	struct action a = world_action("A9", ACTION_NOT_STARTED, DATE_NONE);
	struct changes c = {0};
	(void)state;
	a.nr = 15;
	strings_add(&a.gaps, "B1", &arena);
	strings_add(&a.gaps, "B2", &arena);
	changes_add(&c, RECORD_ACTION, "plan/2027.rec", &a);
	assert_int_equal(c.count, 1);
	assert_int_equal(c.items[0].kind, CHANGE_ADD);
	assert_string_equal(c.items[0].file, "plan/2027.rec");
	assert_string_equal(c.items[0].id, "A9");
	const struct change_value *v = c.items[0].fields;
	static const char *const names[] = {"Id", "Nr", "Slag", "Rubrik", "Status", "Brist"};
	assert_int_equal(c.items[0].fields_count, sizeof names / sizeof *names);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_string_equal(v[i].field->name, names[i]);
	EXPECT(v[0].values, "A9");
	EXPECT(v[1].values, "15");
	EXPECT(v[2].values, "atgard");
	EXPECT(v[4].values, "ej_paborjad");
	EXPECT(v[5].values, "B1", "B2");
	changes_release(&c);
	arena_release(&arena);
}

static void make_step(struct changes *c)
{
	struct action a = world_action("A1", ACTION_ONGOING, DAY(2026, 12, 1));
	struct meeting m = world_meeting("M1", DAY(2027, 2, 4), MEETING_HALF_DAY, MEETING_PLANNED);
	changes_set_text(c, RECORD_ACTION, &a.head, "Klart_senast", NULL);
	changes_append(c, RECORD_ACTION, &a.head, "Anteckning", "ny tid");
	changes_add(c, RECORD_MEETING, "moten/2027-02-04-M1.rec", &m);
	changes_title(c, "Åtgärd %d: %s", 1, "ny tid");
}

static void test_invert(void **state)
{
	/* The inverse exchanges old and new, adding and removing, and goes backwards. */
	struct changes c = {0}, inverse = {0};
	(void)state;
	make_step(&c);
	changes_invert(&c, &inverse);
	assert_int_equal(inverse.count, 3);
	assert_int_equal(inverse.items[0].kind, CHANGE_REMOVE);
	assert_string_equal(inverse.items[0].id, "M1");
	expect_same_values(&inverse.items[0], &c.items[2]);
	assert_int_equal(inverse.items[1].after.count, 0);
	EXPECT(inverse.items[1].before, "ny tid");
	assert_int_equal(inverse.items[2].before.count, 0);
	EXPECT(inverse.items[2].after, "2026-12-01");
	assert_string_equal(inverse.title, "Åtgärd 1: ny tid");
	changes_release(&c);
	changes_release(&inverse);
}

static void test_invert_twice(void **state)
{
	/* The inverse of the inverse is the step, also when the first two are gone. */
	struct changes c = {0}, wanted = {0}, inverse = {0}, again = {0};
	(void)state;
	make_step(&wanted);
	make_step(&c);
	changes_invert(&c, &inverse);
	changes_release(&c);
	changes_invert(&inverse, &again);
	changes_release(&inverse);
	expect_same(&again, &wanted);
	changes_release(&again);
	changes_release(&wanted);
}

static void test_title(void **state)
{
	/* A title may be of any length and is never cut within a character. */
	struct changes c = {0};
	char longer[2001];
	(void)state;
	for (size_t i = 0; i < 2000; i += 2)
		memcpy(longer + i, "å", 2);
	longer[2000] = '\0';
	changes_title(&c, "x%s", longer);
	assert_int_equal(strlen(c.title), 2001);
	assert_string_equal(c.title + 1, longer);
	changes_title(&c, "%s", "");
	assert_string_equal(c.title, "");
	changes_release(&c);
}

static void test_index(void **state)
{
	/* The changes of one record hang together, however many others stand between them; an Id of another type is another record. */
	struct changes c = {0};
	struct change_index x;
	struct record a = {.id = "A1", .file = "plan/2026.rec"}, b = {.id = "B1", .file = "plan/2026.rec"};
	(void)state;
	changes_set_text(&c, RECORD_ACTION, &(struct action){.head = a}.head, "Rubrik", "ett");
	changes_set_text(&c, RECORD_FOCUS, &(struct focus){.head = a}.head, "Rubrik", "två");
	changes_set_text(&c, RECORD_ACTION, &(struct action){.head = b}.head, "Rubrik", "tre");
	changes_set_text(&c, RECORD_ACTION, &(struct action){.head = a}.head, "Ansvarig", "fyra");
	change_index_make(&x, &c);
	assert_int_equal(x.records, 3);
	assert_int_equal(x.number[0], x.number[3]);
	assert_int_equal(x.next[0], 3);
	assert_int_equal(x.before[3], 0);
	assert_true(x.before[0] == CHANGE_NONE && x.next[3] == CHANGE_NONE && x.next[1] == CHANGE_NONE && x.before[2] == CHANGE_NONE);
	assert_int_equal(x.first[x.number[3]], 0);
	assert_int_equal(change_index_number(&x, record_type(RECORD_FOCUS), "A1"), x.number[1]);
	assert_true(change_index_number(&x, record_type(RECORD_FOCUS), "B1") == CHANGE_NONE);
	change_index_release(&x);
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set),
		cmocka_unit_test(test_remove),
		cmocka_unit_test(test_set_copies),
		cmocka_unit_test(test_no_change),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_add),
		cmocka_unit_test(test_invert),
		cmocka_unit_test(test_invert_twice),
		cmocka_unit_test(test_title),
		cmocka_unit_test(test_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
