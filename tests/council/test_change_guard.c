/* test_change_guard.c - the personnummer guard over the values of a step. */
#include "council_world.h"

#include "radsbord/council/change_guard.h"

#include <string.h>

static struct action with_text(const char *id, const char *title, const char *owner)
{
	struct action a = world_action(id, ACTION_ONGOING, DATE_NONE);
	a.title = title;
	a.owner = owner;
	return a;
}

/* Each text field of each kind of record is looked at, added or set; the answer is masked. */
static void test_every_text_field(void **state)
{
	(void)state;
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		for (size_t i = 0; i < t->count; i++) {
			const struct field *f = &t->fields[i];
			bool text = f->type == FIELD_TEXT || f->type == FIELD_LINES || f->type == FIELD_LIST;
			const char *const value = "Ring 640823-3234 i dag";
			union {
				struct record head;
				char room[2048];
			} r;
			struct changes c = {0};
			struct buf shown = {0};
			assert_true(t->size <= sizeof r);
			if (!text)
				continue;
			record_init(t, &r);
			r.head.id = "A1";
			r.head.file = "x.rec";
			changes_set(&c, (enum record_kind)kind, &r.head, f->name, &value, 1);
			assert_int_equal(changes_guard(&c, &shown), GUARD_ASK_REMOVE);
			assert_string_equal(buf_cstr(&shown), "64••••-••••");
			changes_release(&c);
			assert_true(field_decode(f, &r, value, &c.arena, NULL));
			changes_add(&c, (enum record_kind)kind, "x.rec", &r);
			assert_int_equal(changes_guard(&c, NULL), GUARD_ASK_REMOVE);
			changes_release(&c);
			buf_release(&shown);
		}
	}
}

/* What the record held before is not asked about again; a second number beside it is. */
static void test_only_what_is_new(void **state)
{
	static const struct {
		const char *before, *after;
		enum guard_level level;
	} rows[] = {
		{"640823-3234", "640823-3234 och mer", GUARD_NONE},
		{"640823-3234", "mer", GUARD_NONE},
		{"640823-3234", "640823-3234 701063-2391", GUARD_ASK_REMOVE},
		{NULL, "6408233234", GUARD_ASK_KEEP},
		{NULL, "640823-3235", GUARD_HINT},
		{NULL, "0701234567", GUARD_NONE},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct action a = with_text("A1", "T", rows[i].before);
		struct changes c = {0};
		changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", rows[i].after);
		assert_int_equal(changes_guard(&c, NULL), rows[i].level);
		changes_release(&c);
	}
}

/* A step is allowed when there is nothing to ask about, or up to the level that was kept; the refusal never shows it whole. */
static void test_allowed(void **state)
{
	static const struct {
		const char *text;
		enum guard_level keep;
		bool allowed;
	} rows[] = {
		{"Ring 112", GUARD_NONE, true},           {"640823-3235", GUARD_NONE, true},
		{"6408233234", GUARD_NONE, false},        {"6408233234", GUARD_ASK_KEEP, true},
		{"640823-3234", GUARD_NONE, false},       {"640823-3234", GUARD_ASK_KEEP, false},
		{"640823-3234", GUARD_ASK_REMOVE, true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct action a = with_text("A1", "T", NULL);
		struct changes c = {.keep = rows[i].keep};
		struct error e = {0};
		changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", rows[i].text);
		assert_int_equal(changes_guard_allows(&c, &e), rows[i].allowed);
		if (!rows[i].allowed) {
			assert_non_null(strstr(e.text, "64••••"));
			assert_null(strstr(e.text, "3234"));
		}
		changes_release(&c);
	}
}

/* A number that was there is held by the step that takes it away. */
static void test_held(void **state)
{
	struct action a = with_text("A1", "T", "640823-3234");
	struct changes c = {0};
	(void)state;
	assert_false(changes_hold_number(&c));
	changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", "Sekreteraren");
	assert_true(changes_hold_number(&c));
	changes_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_text_field),
		cmocka_unit_test(test_only_what_is_new),
		cmocka_unit_test(test_allowed),
		cmocka_unit_test(test_held),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
