/* Editing rec: only the edited fields change. */
#include "radsbord/store/rec.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define HEAD "# rådets plan\n%rec: Atgard\n%key: Id\n\n"
#define A1 "Id: A1\nNamn: ett\n# anm\nAnsvarig: x\nAnsvarig: y\nEgen:oförändrad\n"

/* A NULL for `after` expects the error `code`. */
static void expect(const char *before, const struct rec_edit *edits, size_t n, const char *after,
                   enum error_code code)
{
	struct buf out = {0};
	struct error e = {0};
	bool ok = rec_apply(before, strlen(before), edits, n, &out, &e);

	if (ok != (after != NULL))
		fail_msg("%s: %s", ok ? out.data : e.text, before);
	if (after)
		assert_string_equal(buf_cstr(&out), after);
	else
		assert_int_equal(e.code, code);
	if (!after)
		assert_int_equal(e.text[strlen(e.text) - 1], '.');
	buf_release(&out);
}

static void expect_one(const char *before, struct rec_edit edit, const char *after)
{
	expect(before, &edit, 1, after, ERROR_NONE);
}

static void expect_error(const char *before, struct rec_edit edit, enum error_code code)
{
	expect(before, &edit, 1, NULL, code);
}

static struct rec_edit set(const char *id, const char *name, const char *const *values, size_t n)
{
	return (struct rec_edit){.kind = REC_SET, .type = "Atgard", .id = id, .name = name, .values = values,
	                         .values_count = n};
}

static struct rec_edit removal(const char *id)
{
	return (struct rec_edit){.kind = REC_REMOVE, .type = "Atgard", .id = id};
}

static struct rec_edit addition(const char *type, const struct rec_pair *pairs, size_t n)
{
	return (struct rec_edit){.kind = REC_ADD, .type = type, .pairs = pairs, .pairs_count = n};
}

#define VALUES(...) (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)

static void test_set_replaces_in_place(void **state)
{
	/* The first of the fields gives the place, the others go, and everything else keeps its bytes. */
	(void)state;
	expect_one(HEAD A1 "\nId: A2\n", set("A1", "Ansvarig", VALUES("z", "w")),
	           HEAD "Id: A1\nNamn: ett\n# anm\nAnsvarig: z\nAnsvarig: w\nEgen:oförändrad\n\nId: A2\n");
	expect_one(HEAD A1, set("A1", "Ansvarig", NULL, 0), HEAD "Id: A1\nNamn: ett\n# anm\nEgen:oförändrad\n");
	expect_one(HEAD A1 "\nId: A2\n", set("A1", "Ny", VALUES("v")), HEAD A1 "Ny: v\n\nId: A2\n");
	expect_one(HEAD A1, set("A1", "Namn", VALUES("a\n b\n\n")),
	           HEAD "Id: A1\nNamn: a\n+  b\n+\n+\n# anm\nAnsvarig: x\nAnsvarig: y\nEgen:oförändrad\n");
}

static void test_set_without_change_writes_the_same(void **state)
{
	/* A value that is there already keeps its own spelling. */
	(void)state;
	expect_one(HEAD A1, set("A1", "Egen", VALUES("oförändrad")), HEAD A1);
	expect_one(HEAD A1, set("A1", "Ansvarig", VALUES("x", "y")), HEAD A1);
	expect_one(HEAD A1, set("A1", "Saknas", NULL, 0), HEAD A1);
	expect_one(HEAD "Id: A1\nT: a\\\nb\n+c\n", set("A1", "T", VALUES("ab\nc")), HEAD "Id: A1\nT: a\\\nb\n+c\n");
}

static void test_keeps_the_shape_of_the_file(void **state)
{
	/* CRLF, BOM and a missing last newline stay. */
	(void)state;
	expect_one("\xEF\xBB\xBF%rec: Atgard\r\n\r\nId: A1\r\nN: x", set("A1", "N", VALUES("a\nb")),
	           "\xEF\xBB\xBF%rec: Atgard\r\n\r\nId: A1\r\nN: a\r\n+ b");
	expect_one(HEAD "Id: A1", set("A1", "N", VALUES("x")), HEAD "Id: A1\nN: x");
	expect_one(HEAD "Id: A1\nN: x", set("A1", "N", NULL, 0), HEAD "Id: A1");
	expect_one(HEAD "Id: A1", addition("Atgard", &(struct rec_pair){"Id", "A2"}, 1), HEAD "Id: A1\n\nId: A2");
	expect_one(HEAD "Id: A1\n\nId: A2", removal("A2"), HEAD "Id: A1");
	expect_one("%rec: Atgard\r\n", addition("Atgard", &(struct rec_pair){"Id", "A"}, 1),
	           "%rec: Atgard\r\n\r\nId: A\r\n");
}

static void test_add_finds_its_place(void **state)
{
	/* A new record ends its type's section: before the next descriptor and the comments that precede it. */
	static const struct rec_pair pair[] = {{"Id", "N"}, {"T", ""}};

	(void)state;
	expect_one(HEAD "Id: A1\n# hör till A1\n\n# om möten\n%rec: Mote\n\nId: M\n", addition("Atgard", pair, 2),
	           HEAD "Id: A1\n# hör till A1\n\nId: N\nT:\n\n# om möten\n%rec: Mote\n\nId: M\n");
	expect_one(HEAD "Id: A1\n\n# om möten\n%rec: Mote\n\nId: M\n\n# slut\n\n\n", addition("Mote", pair, 1),
	           HEAD "Id: A1\n\n# om möten\n%rec: Mote\n\nId: M\n\n# slut\n\nId: N\n\n\n");
	expect_one("%rec: Atgard\n%rec: x\n\n\n%rec: Mote\n", addition("Atgard", pair, 1),
	           "%rec: Atgard\n%rec: x\n\nId: N\n\n\n%rec: Mote\n");
	expect_one("", (struct rec_edit){.kind = REC_ADD, .type = "Atgard", .pairs = pair, .pairs_count = 1,
	                                 .descriptor = "%rec: Atgard\n%key: Id\n\n"},
	           "%rec: Atgard\n%key: Id\n\nId: N\n");
	expect_one("%rec: Mote\n\nId: M", addition("Atgard", pair, 1), "%rec: Mote\n\nId: M\n\n%rec: Atgard\n\nId: N");
}

static void test_remove_takes_one_blank_line(void **state)
{
	/* A record goes with the blank line before it, or after it when it is the first; comments stay. */
	(void)state;
	expect_one(HEAD "Id: A1\n\nId: A2\nx: y\n\nId: A3\n", removal("A2"), HEAD "Id: A1\n\nId: A3\n");
	expect_one(HEAD "Id: A1\n\nId: A2\n", removal("A1"), HEAD "Id: A2\n");
	expect_one(HEAD "Id: A1\n\n\nId: A2\n", removal("A2"), HEAD "Id: A1\n\n");
	expect_one(HEAD "Id: A1\n\n# om A2\nId: A2\n\nId: A3\n", removal("A2"), HEAD "Id: A1\n\n# om A2\n\nId: A3\n");
	expect("Id: A1\n\nId: A2\n", &(struct rec_edit){.kind = REC_REMOVE, .id = "A1"}, 1, "Id: A2\n", ERROR_NONE);
}

static void test_edits_build_on_each_other(void **state)
{
	/* Edits of one call take effect in order, also on what the call itself has added or renamed. */
	static const struct rec_pair b[] = {{"Id", "B"}}, c[] = {{"Id", "C"}};
	const struct rec_edit all[] = {
		addition("Atgard", b, 1), set("B", "N", VALUES("1")), set("A1", "N", VALUES("2")),
		set("A1", "N", VALUES("3")), addition("Atgard", c, 1), removal("A1"),
		set("C", "Id", VALUES("D")), set("D", "N", VALUES("4")), removal("B"), addition("Atgard", b, 1)};

	(void)state;
	expect(HEAD "Id: A1\n", all, 10, HEAD "Id: D\nN: 4\n\nId: B\n", ERROR_NONE);
	expect(HEAD "Id: A1\n", (const struct rec_edit[]){addition("Atgard", b, 1), addition("Atgard", b, 1)}, 2, NULL,
	       ERROR_CONFLICT);
}

static void test_refuses(void **state)
{
	/* What is gone, taken, ambiguous, damaged or unwritable is refused with a reason, and nothing comes out. */
	static const struct rec_pair a1[] = {{"Id", "A1"}};
	char *big = malloc((1 << 20) + 1);

	(void)state;
	expect_error(HEAD A1, set("A9", "N", VALUES("x")), ERROR_CONFLICT);
	expect_error(HEAD A1, removal("A9"), ERROR_CONFLICT);
	expect_error(HEAD "%rec: Mote\n\nId: A1\n", removal("A1"), ERROR_CONFLICT);
	expect_error(HEAD A1, addition("Atgard", a1, 1), ERROR_CONFLICT);
	expect_error(HEAD "Id: A1\n\nId: A1\n", set("A1", "N", VALUES("x")), ERROR_DATA);
	expect_error(HEAD A1 "skräp\n", set("A1", "N", VALUES("x")), ERROR_READONLY);
	expect_error(HEAD A1, set("A1", "Näe", VALUES("x")), ERROR_USAGE);
	expect_error(HEAD A1, set("A1", "%rec", VALUES("x")), ERROR_USAGE);
	expect_error(HEAD A1, set("A1", "Id", NULL, 0), ERROR_USAGE);
	expect_error(HEAD A1, set("A1", "N", VALUES("\xFF")), ERROR_DATA);
	expect_error(HEAD A1, addition("Atgard", NULL, 0), ERROR_USAGE);
	expect_error(HEAD A1, addition("A b", a1, 1), ERROR_USAGE);
	expect_error(HEAD A1, (struct rec_edit){.kind = REC_ADD, .type = "T", .pairs = a1, .pairs_count = 1,
	                                        .descriptor = "%rec: U"}, ERROR_USAGE);
	memset(big, 'x', 1 << 20);
	big[1 << 20] = '\0';
	expect_error(HEAD A1, set("A1", "N", VALUES(big)), ERROR_DATA);
	/* The backslash would swallow the blank line, and with it the border between the records. */
	expect_error("%rec: Atgard\n\nId: A1\nN: C:\\", addition("Atgard", (struct rec_pair[]){{"Id", "B"}}, 1),
	             ERROR_DATA);
	free(big);
}

/* Very many edits at once are what the same edits are one at a time. */
static void test_many_are_as_one_by_one(void **state)
{
	enum { RECORDS = 60, EACH = 5 };
	static const char *const order[] = {"Id", "Namn", "Ansvarig", "Klart"};
	static const char *const values[] = {"ett", "två"};
	struct rec_edit edits[RECORDS * EACH];
	struct buf start = {0}, all = {0}, one = {0};
	struct error e = {0};
	struct arena a = {0};
	size_t n = 0;
	(void)state;
	buf_str(&start, HEAD);
	for (int i = 0; i < RECORDS; i++)
		buf_printf(&start, "Id: A%d\nNamn: n%d\n# anm\n%s\n", i, i, i % 3 ? "Ansvarig: x\nAnsvarig: y\n" : "");
	for (int i = 0; i < RECORDS; i++) {
		const char *id = arena_printf(&a, "A%d", RECORDS - 1 - i);
		edits[n++] = set(id, "Ansvarig", values, (size_t)i % 3); /* others, fewer or none; or new ones */
		edits[n++] = set(id, "Klart", values, 1);
		edits[n - 1].after = order;
		edits[n - 1].after_count = 3;
		edits[n++] = i % 7 ? set(id, "Namn", values + 1, 1) : removal(id);
		if (i % 7 == 0) { /* and there again */
			struct rec_pair *pairs = arena_alloc(&a, sizeof *pairs);
			*pairs = (struct rec_pair){"Id", id};
			edits[n++] = addition("Atgard", pairs, 1);
		}
		edits[n++] = set(id, "Namn", values, 2);
	}
	assert_true(rec_apply(buf_cstr(&start), start.len, edits, n, &all, &e));
	buf_add(&one, buf_cstr(&start), start.len);
	for (size_t i = 0; i < n; i++) {
		struct buf next = {0};
		assert_true(rec_apply(buf_cstr(&one), one.len, &edits[i], 1, &next, &e));
		buf_release(&one);
		one = next;
	}
	assert_string_equal(buf_cstr(&all), buf_cstr(&one));
	/* what is wrong is found among many as well */
	edits[n - 1] = set("A99", "Namn", values, 1);
	assert_false(rec_apply(buf_cstr(&start), start.len, edits, n, &all, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	buf_str(&start, "Id: A5\n");
	assert_false(rec_apply(buf_cstr(&start), start.len, edits, n, &all, &e));
	assert_int_equal(e.code, ERROR_DATA);
	buf_release(&start);
	buf_release(&all);
	buf_release(&one);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set_replaces_in_place),
		cmocka_unit_test(test_set_without_change_writes_the_same),
		cmocka_unit_test(test_keeps_the_shape_of_the_file),
		cmocka_unit_test(test_add_finds_its_place),
		cmocka_unit_test(test_remove_takes_one_blank_line),
		cmocka_unit_test(test_edits_build_on_each_other),
		cmocka_unit_test(test_many_are_as_one_by_one),
		cmocka_unit_test(test_refuses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
