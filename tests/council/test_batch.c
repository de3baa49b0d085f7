/* One change to several actions: what the step is, what it leaves alone, and that its opposite gives it all back. */
#include "radsbord/council/batch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static const char *answered[] = {"B1"};
static const struct date today = {2026, 11, 24};

static void fill(struct action *one, struct action *two)
{
	record_init(record_type(RECORD_ACTION), one);
	record_init(record_type(RECORD_ACTION), two);
	one->head = (struct record){"A1", "plan/2026.rec", 3};
	one->title = "Läkare i jour";
	one->nr = 1;
	one->owner = "Region Sörmland";
	two->head = (struct record){"A2", "plan/2019.rec", 9};
	two->title = "Utbilda ombud";
	two->nr = 2;
	two->status = ACTION_DROPPED;
	two->gaps = (struct strings){.items = answered, .count = 1};
}

/* "A1 Ansvarig=Anna Ek; A2 ..." */
static void show(const struct changes *c, struct buf *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *x = &c->items[i];
		buf_printf(out, "%s%s %s=", i ? "; " : "", x->id, x->field->name);
		for (size_t k = 0; k < x->after.count; k++)
			buf_printf(out, "%s%s", k ? "," : "", x->after.items[k]);
	}
}

static void test_each_change(void **state)
{
	static const struct {
		struct batch batch;
		const char *step, *title, *shown;
	} cases[] = {
		{{.what = BATCH_OWNER, .text = "Anna Ek"}, "A1 Ansvarig=Anna Ek; A2 Ansvarig=Anna Ek", "2 åtgärder: ansvarig", "Region Sörmland → Anna Ek"},
		{{.what = BATCH_OWNER}, "A1 Ansvarig=", "2 åtgärder: ansvarig", "Region Sörmland → –"},
		{{.what = BATCH_DUE, .due = {2027, 2, 4}}, "A1 Klart_senast=2027-02-04; A2 Klart_senast=2027-02-04", "2 åtgärder: ny tid", "– → 2027-02-04"},
		{{.what = BATCH_DUE}, "", "2 åtgärder: ny tid", "– → –"},
		{{.what = BATCH_STATUS, .status = ACTION_DONE}, "A1 Status=klar; A1 Klart=2026-11-24; A2 Status=klar; A2 Klart=2026-11-24", "2 åtgärder: status", "ej påbörjad → klar"},
		{{.what = BATCH_NOTE, .text = "Ringt"}, "A1 Anteckning=2026-11-24 Ringt; A2 Anteckning=2026-11-24 Ringt", "2 åtgärder: anteckning", ""},
		{{.what = BATCH_DROP, .text = "Inte vår sak"}, "A1 Anteckning=2026-11-24 Inte vår sak; A1 Status=utgar", "2 åtgärder: utgår", "ej påbörjad → utgår"},
		{{.what = BATCH_FOCUS, .text = "F1"}, "A1 Fokusomrade=F1; A2 Fokusomrade=F1", "2 åtgärder: fokusområde", "– → –"},
		{{.what = BATCH_GAP, .text = "B1"}, "A1 Brist=B1", "2 åtgärder: brist", ""},
		{{.what = BATCH_PROPOSAL, .text = "P1"}, "A1 Forslag=P1; A2 Forslag=P1", "2 åtgärder: förslag", ""},
		{{.what = BATCH_GOAL, .text = "M1"}, "A1 Mal=M1; A2 Mal=M1", "2 åtgärder: mål", ""},
	};
	static const struct records none;
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct action one, two;
		fill(&one, &two);
		const struct action *both[] = {&one, &two};
		struct changes c = {0};
		struct buf step = {0}, shown = {0};
		actions_change(&c, both, 2, &cases[i].batch, today);
		show(&c, &step);
		assert_string_equal(buf_cstr(&step), cases[i].step);
		assert_string_equal(c.title, cases[i].title);
		action_change_show(&none, &one, &cases[i].batch, &shown);
		assert_string_equal(buf_cstr(&shown), cases[i].shown);
		changes_release(&c);
		buf_release(&step);
		buf_release(&shown);
	}
}

static void test_gaps_become_actions(void **state)
{
	static const struct gap gaps[] = {{.head = {.id = "B1"}, .text = "Ingen jour"}, {.head = {.id = "B2"}, .text = "Ingen mottagning"}};
	const struct gap *both[] = {&gaps[0], &gaps[1]};
	const char *ids[] = {"N1", "N2"};
	struct changes c = {0};
	(void)state;
	action_from_gaps(&c, both, 2, "Ordna vård", "N1", 7, "plan/2026.rec");
	assert_int_equal(c.count, 1);
	assert_string_equal(c.title, "Ny åtgärd 7 av 2 brister: Ordna vård");
	changes_release(&c);
	c = (struct changes){0};
	actions_from_gaps(&c, both, 2, ids, 7, "plan/2026.rec");
	assert_int_equal(c.count, 2);
	assert_string_equal(c.items[1].id, "N2");
	assert_string_equal(c.title, "2 åtgärder av brister");
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_each_change), cmocka_unit_test(test_gaps_become_actions)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
