/* Properties of the rec reader and writer on generated documents, and recutils as the judge of what is written. */
#include "scratch.h"

#include "radsbord/store/rec.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct dice {
	uint64_t state;
	struct arena arena;
};

static unsigned roll(struct dice *d, unsigned n)
{
	d->state ^= d->state << 13;
	d->state ^= d->state >> 7;
	d->state ^= d->state << 17;
	return (unsigned)(d->state >> 11) % n;
}

static const char *value(struct dice *d)
{
	static const char *const parts[] = {"a", "Å", " ", "\n", "\\", "+", "#", ":", "%rec: X", "\t", "ord ",
	                                    "\\\n", "<<<<<<< ", "😀", "\n\n", "Id: A1"};
	struct buf out = {0};
	char *s;

	for (unsigned n = roll(d, 7); n > 0; n--)
		buf_str(&out, parts[roll(d, sizeof parts / sizeof *parts)]);
	s = arena_strdup(&d->arena, buf_cstr(&out));
	buf_release(&out);
	return s;
}

static const char *id(struct dice *d)
{
	return arena_printf(&d->arena, "R%u", roll(d, 12));
}

/* A document with types, comments, odd spacing, perhaps CRLF, BOM, mixed newlines or no last one (not both: then it
 * is not the file alone that says which newline an edit took away); Ids are its own. */
static void document(struct dice *d, struct buf *out)
{
	const char *nl = roll(d, 4) ? "\n" : "\r\n", *other = roll(d, 4) ? nl : "\n";
	unsigned number = 0;

	if (roll(d, 5) == 0)
		buf_str(out, "\xEF\xBB\xBF");
	for (unsigned type = 0; type < 1 + roll(d, 3); type++) {
		if (roll(d, 3) == 0)
			buf_printf(out, "# avsnitt %u%s", type, roll(d, 2) ? nl : other);
		buf_printf(out, "%%rec: T%u%s%%key: Id%s%s", type, nl, nl, nl);
		for (unsigned i = roll(d, 4); i > 0; i--) {
			if (roll(d, 4) == 0)
				buf_printf(out, "# om nästa%s", nl);
			buf_printf(out, "Id:%sR%u%s", roll(d, 2) ? " " : "\t", number++, nl);
			for (unsigned k = roll(d, 4); k > 0; k--)
				buf_printf(out, "F%u: %u%s%s%s", roll(d, 3), roll(d, 100), nl,
				           roll(d, 2) ? "+ mer" : "# mitt i", other);
			buf_printf(out, "%s%s%s", nl, roll(d, 5) ? "" : " \t", nl);
		}
		if (roll(d, 3) == 0)
			buf_printf(out, "# sist%s%s", nl, nl);
	}
	while (other == nl && out->len > 0 && roll(d, 2) && strchr("\r\n", out->data[out->len - 1]))
		out->data[--out->len] = '\0';
}

static struct rec_edit edit(struct dice *d)
{
	struct rec_edit e = {.kind = (enum rec_edit_kind)roll(d, 3),
	                     .type = arena_printf(&d->arena, "T%u", roll(d, 4)), .id = id(d),
	                     .name = arena_printf(&d->arena, "F%u", roll(d, 4))};
	const char **values = arena_alloc(&d->arena, 3 * sizeof *values);
	struct rec_pair *pairs = arena_alloc(&d->arena, 3 * sizeof *pairs);

	for (int i = 0; i < 3; i++)
		values[i] = value(d);
	pairs[0] = (struct rec_pair){"Id", id(d)};
	pairs[1] = (struct rec_pair){"F1", value(d)};
	pairs[2] = (struct rec_pair){"F1", value(d)};
	e.values = values;
	e.values_count = roll(d, 4);
	e.pairs = pairs;
	e.pairs_count = 1 + roll(d, 3);
	return e;
}

static bool apply(struct buf *bytes, const struct rec_edit *edits, size_t n)
{
	struct buf out = {0};
	bool ok = rec_apply(buf_cstr(bytes), bytes->len, edits, n, &out, NULL);

	if (ok) {
		buf_release(bytes);
		*bytes = out;
	} else {
		assert_int_equal(out.len, 0);
		buf_release(&out);
	}
	return ok;
}

static void expect_same(const struct buf *a, const struct buf *b, const char *what)
{
	if (a->len != b->len || memcmp(buf_cstr(a), buf_cstr(b), a->len) != 0) {
		print_error("%s:\n", what);
		fwrite(buf_cstr(a), 1, a->len, stderr);
		fprintf(stderr, "|\n--- and ---\n");
		fwrite(buf_cstr(b), 1, b->len, stderr);
		fail_msg("|");
	}
}

static const struct rec_record *find(const struct rec_doc *doc, const char *type, const char *id_value)
{
	for (size_t i = 0; i < doc->records_count; i++) {
		const struct rec_record *r = &doc->records[i];
		const struct rec_field *f = rec_find(doc, r, "Id", 0);

		if (f && strcmp(doc->types[r->type].name, type) == 0 && f->value_len == strlen(id_value) &&
		    memcmp(doc->bytes + f->value, id_value, f->value_len) == 0)
			return r;
	}
	return NULL;
}

/* After a SET the values are read back, and every other record has the bytes it had. */
static void check_set(const struct buf *before, const struct buf *after, const struct rec_edit *e)
{
	struct rec_doc a, b;
	struct diagnostics d = {0};
	struct arena arena = {0};
	const struct rec_record *r;
	size_t n = 0;

	rec_parse(before->data, before->len, "", &a, &d);
	rec_parse(after->data, after->len, "", &b, &d);
	assert_false(b.damaged);
	assert_int_equal(a.records_count, b.records_count);
	r = find(&b, e->type, e->id);
	assert_non_null(r);
	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *f = &b.fields[r->first + i];

		if (rec_name_is(&b, f, e->name))
			assert_string_equal(rec_value(&b, f, &arena), e->values[n++]);
	}
	assert_int_equal(n, e->values_count);
	for (size_t i = 0; i < a.records_count; i++) {
		size_t len = a.records[i].end - a.records[i].start;

		if (&b.records[i] == r)
			continue;
		assert_int_equal(b.records[i].end - b.records[i].start, len);
		assert_memory_equal(b.bytes + b.records[i].start, a.bytes + a.records[i].start, len);
	}
	rec_doc_release(&a);
	rec_doc_release(&b);
	diagnostics_release(&d);
	arena_release(&arena);
}

static void test_one_by_one_is_the_same(void **state)
{
	/* A list of edits gives the bytes that its edits give one by one, and a SET changes its own record only. */
	struct dice d = {.state = 0x9E3779B97F4A7C15u};
	int applied = 0;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct buf start = {0}, single = {0}, batch = {0}, before = {0};
		struct rec_edit good[8];
		size_t n = 0;

		document(&d, &start);
		buf_add(&single, start.data, start.len);
		for (unsigned i = roll(&d, 12); i > 0 && n < 8; i--) {
			struct rec_edit e = edit(&d);

			buf_clear(&before);
			buf_add(&before, single.data, single.len);
			if (!apply(&single, &e, 1))
				continue;
			good[n++] = e;
			if (e.kind == REC_SET)
				check_set(&before, &single, &e);
		}
		applied += (int)n;
		buf_add(&batch, start.data, start.len);
		assert_true(apply(&batch, good, n));
		expect_same(&batch, &single, buf_cstr(&start));
		buf_release(&start);
		buf_release(&single);
		buf_release(&batch);
		buf_release(&before);
		arena_release(&d.arena);
	}
	assert_true(applied > 4000);
}

static void test_remove_undoes_add(void **state)
{
	/* A record added to a type that is there and removed again leaves the file byte for byte; no edit does too. */
	struct dice d = {.state = 42};
	int added = 0;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct buf start = {0}, now = {0};
		struct rec_edit e;

		document(&d, &start);
		buf_add(&now, start.data, start.len);
		assert_true(apply(&now, NULL, 0));
		expect_same(&start, &now, "no edit");
		e = edit(&d);
		e.kind = REC_ADD;
		e.type = "T0";
		if (apply(&now, &e, 1)) {
			added++;
			e.kind = REC_REMOVE;
			e.id = e.pairs[0].value;
			assert_true(apply(&now, &e, 1));
			expect_same(&start, &now, "add and remove");
		}
		buf_release(&start);
		buf_release(&now);
		arena_release(&d.arena);
	}
	assert_true(added > 1000);
}

static int run(const struct scratch *s, const char *command, struct buf *out)
{
	char *full = mem_printf("cd '%s' && %s", s->path, command);
	FILE *f = popen(full, "r");
	int c;

	free(full);
	assert_non_null(f);
	while ((c = getc(f)) != EOF)
		buf_char(out, (char)c);
	return pclose(f);
}

static void test_recutils_agrees(void **state)
{
	/* recfix accepts what we write, and recsel reads from it the values that we wrote. */
	struct dice d = {.state = 7};
	struct scratch s;
	struct buf out = {0};

	(void)state;
	if (system("command -v recfix >/dev/null 2>&1") != 0) {
		print_message("recutils is not installed: not judged\n");
		skip();
	}
	scratch_init(&s);
	for (int round = 0; round < 40; round++) {
		struct buf file = {0};
		const char *text = value(&d);
		const struct rec_pair pairs[] = {{"Id", "A1"}, {"Namn", "x"}, {"Text", text}, {"Slut", "y"}};
		struct rec_edit e = {.kind = REC_ADD, .type = "Atgard", .pairs = pairs, .pairs_count = 4,
		                     .descriptor = "%rec: Atgard\n%key: Id\n%mandatory: Namn\n%singular: Text"};

		assert_true(apply(&file, &e, 1));
		scratch_put(&s, "a.rec", file.data, file.len);
		buf_clear(&out);
		if (run(&s, "recfix --no-external --check a.rec 2>&1", &out) != 0)
			fail_msg("recfix: %s\n%s", buf_cstr(&out), file.data);
		buf_clear(&out);
		assert_int_equal(run(&s, "recsel -t Atgard -P Text a.rec", &out), 0);
		assert_int_equal(out.len, strlen(text) + 1);
		assert_memory_equal(out.data, text, strlen(text));
		buf_release(&file);
	}
	buf_release(&out);
	arena_release(&d.arena);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_by_one_is_the_same),
		cmocka_unit_test(test_remove_undoes_add),
		cmocka_unit_test(test_recutils_agrees),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
