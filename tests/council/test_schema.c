/* test_schema.c - the record tables: what they say of each field is what reading, writing and recutils do. */
#include "council_world.h"

#include "indikator.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS = 200 };

/* xorshift64: the same values in every run. */
static uint64_t next(uint64_t *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 7;
	*s ^= *s << 17;
	return *s;
}

static bool is_list(const struct field *f)
{
	return f->type == FIELD_LIST || f->type == FIELD_REFS;
}

/* A value that fits the field, as it stands in a file. */
static const char *make_value(const struct field *f, uint64_t *seed, struct arena *a)
{
	static const char *const words[] = {"Åsa Öberg", "hela regionen", "é ü Ø", "50 %", "a: b", "# ingen kommentar", "–"};
	uint64_t n = next(seed);
	struct buf b = {0};
	const char *value = NULL;
	size_t choices = 0;
	switch (f->type) {
	case FIELD_ID:
	case FIELD_REF:
	case FIELD_REFS:
		return arena_printf(a, "%010llX", (unsigned long long)(n & 0xFFFFFFFFFF));
	case FIELD_TEXT:
	case FIELD_LIST:
		return arena_printf(a, "%s %llu", words[n % (sizeof words / sizeof *words)], (unsigned long long)n);
	case FIELD_LINES:
		return arena_printf(a, "%s\nrad två %llu\n\nsist", words[n % (sizeof words / sizeof *words)], (unsigned long long)n);
	case FIELD_INT:
		return arena_printf(a, "%lld", (long long)(n % 2000001) - 1000000);
	case FIELD_DATE:
		date_format_iso(&b, date_from_days((int32_t)(n % 60000) - 20000));
		value = arena_strdup(a, buf_cstr(&b));
		buf_release(&b);
		return value;
	case FIELD_TIME:
		return arena_printf(a, "%02d:%02d", (int)(n % 24), (int)(n / 24 % 60));
	case FIELD_CHOICE:
		while (f->choices[choices].code)
			choices++;
		return f->choices[n % choices].code;
	}
	return value;
}

/* Fills a whole record; `values` gets what each field was given. */
static void fill(const struct record_type *t, void *record, struct strings *values, uint64_t *seed, struct arena *a)
{
	struct error e = {0};
	record_init(t, record);
	for (size_t i = 0; i < t->count; i++) {
		size_t n = is_list(&t->fields[i]) ? 1 + next(seed) % 5 : 1;
		values[i] = (struct strings){0};
		for (size_t k = 0; k < n; k++) {
			strings_add(&values[i], make_value(&t->fields[i], seed, a), a);
			if (!field_decode(&t->fields[i], record, values[i].items[k], a, &e))
				fail_msg("%s.%s: %s", t->name, t->fields[i].name, e.text);
		}
	}
}

static void test_values_come_back(void **state)
{
	/* Every field of every type gives back what was put in it, with all the others filled: no two share memory. */
	uint64_t seed = 20261124;
	(void)state;
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		for (int round = 0; round < ROUNDS; round++) {
			struct arena a = {0};
			void *record = mem_alloc(t->size);
			struct strings *values = mem_alloc(t->count * sizeof *values);
			const struct field *missing = NULL;
			fill(t, record, values, &seed, &a);
			for (size_t i = 0; i < t->count; i++) {
				struct strings out = {0};
				field_encode(&t->fields[i], record, &a, &out);
				if (!strings_same(&out, &values[i]))
					fail_msg("%s.%s: ”%s” came back as ”%s”", t->name, t->fields[i].name, values[i].items[0],
					         out.count ? out.items[0] : "");
			}
			assert_true(record_complete(t, record, &missing));
			free(record);
			free(values);
			arena_release(&a);
		}
	}
}

static void test_absent(void **state)
{
	/* A record without values has none to write but its choices; required fields are missed, the first one first. */
	(void)state;
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		void *record = mem_alloc(t->size);
		const struct field *missing = NULL;
		struct arena a = {0};
		struct buf shown = {0};
		record_init(t, record);
		for (size_t i = 0; i < t->count; i++) {
			struct strings out = {0};
			field_encode(&t->fields[i], record, &a, &out);
			assert_int_equal(out.count, t->fields[i].type == FIELD_CHOICE);
			buf_clear(&shown);
			field_show(&t->fields[i], record, &shown);
			assert_int_equal(shown.len > 0, t->fields[i].type == FIELD_CHOICE);
		}
		assert_false(record_complete(t, record, &missing));
		assert_string_equal(missing->name, "Id");
		free(record);
		buf_release(&shown);
		arena_release(&a);
	}
}

static bool is_name(const char *s)
{
	for (const char *p = s; *p; p++)
		if (!(isascii((unsigned char)*p) && (isalnum((unsigned char)*p) || *p == '_')))
			return false;
	return isupper((unsigned char)*s);
}

static void test_names(void **state)
{
	/* Field names are ASCII, capitalised and unique; every field has a label, and every type a name of its own. */
	(void)state;
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		assert_int_equal(t->kind, kind);
		assert_true(is_name(t->name));
		assert_ptr_equal(record_type_by_name(t->name, strlen(t->name)), t);
		assert_null(record_type_by_name(t->name, strlen(t->name) - 1));
		assert_true(t->label && *t->label && t->file && *t->file);
		assert_int_equal(t->fields[0].type, FIELD_ID);
		assert_string_equal(t->fields[0].name, "Id");
		for (size_t i = 0; i < t->count; i++) {
			const struct field *f = &t->fields[i];
			assert_true(is_name(f->name));
			assert_true(f->label && *f->label);
			assert_int_equal(f->type == FIELD_CHOICE, f->choices != NULL);
			/* The first of the name is this one: there is no second. */
			assert_ptr_equal(record_field(t, f->name, strlen(f->name)), f);
		}
		assert_null(record_field(t, "Finns_inte", 10));
	}
}

static void test_choices(void **state)
{
	/* Codes are lower-case ASCII, and within a field no code and no label stands twice. */
	(void)state;
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		for (size_t i = 0; i < t->count; i++) {
			const struct choice *c = t->fields[i].choices;
			for (int k = 0; c && c[k].code; k++) {
				assert_int_equal(strspn(c[k].code, "abcdefghijklmnopqrstuvwxyz_"), strlen(c[k].code));
				assert_true(c[k].label && *c[k].label);
				assert_int_equal(choice_find(c, c[k].code), k);
				for (int j = 0; j < k; j++)
					assert_string_not_equal(c[j].label, c[k].label);
			}
		}
	}
	assert_int_equal(choice_find(action_statuses, "Klar"), -1);
	assert_int_equal(choice_find(action_statuses, ""), -1);
}

static void test_choices_match_enums(void **state)
{
	/* The index of a code is the value the rules use. */
	(void)state;
	assert_int_equal(choice_find(action_statuses, "ej_paborjad"), ACTION_NOT_STARTED);
	assert_int_equal(choice_find(action_statuses, "pagar"), ACTION_ONGOING);
	assert_int_equal(choice_find(action_statuses, "lopande"), ACTION_STANDING);
	assert_int_equal(choice_find(action_statuses, "klar"), ACTION_DONE);
	assert_int_equal(choice_find(action_statuses, "pausad"), ACTION_PAUSED);
	assert_int_equal(choice_find(action_statuses, "utgar"), ACTION_DROPPED);
	assert_null(action_statuses[ACTION_STATUSES].code);
	assert_int_equal(choice_find(action_kinds, "atgard"), ACTION_TASK);
	assert_int_equal(choice_find(meeting_types, "halvdag"), MEETING_HALF_DAY);
	assert_int_equal(choice_find(meeting_types, "heldag"), MEETING_FULL_DAY);
	assert_int_equal(choice_find(meeting_types, "extra"), MEETING_EXTRA);
	assert_int_equal(choice_find(meeting_statuses, "kallat"), MEETING_CALLED);
	assert_int_equal(choice_find(meeting_statuses, "hallet"), MEETING_HELD);
	assert_int_equal(choice_find(meeting_statuses, "installt"), MEETING_CANCELLED);
	assert_int_equal(choice_find(item_kinds, "bordlaggning"), ITEM_TABLED);
	assert_int_equal(choice_find(goal_kinds, "princip"), GOAL_PRINCIPLE);
	assert_int_equal(choice_find(seat_groups, "annan"), SEAT_OTHER);
	assert_int_equal(choice_find(seat_roles, "adjungerad"), SEAT_COOPTED);
	assert_int_equal(choice_find(degree_choices, "begransad"), GAP_LIMITED);
	assert_int_equal(choice_find(degree_choices, "uppfyllt"), GAP_MET);
	assert_int_equal(choice_find(proposal_levels, "enhet"), PROPOSAL_UNIT);
	assert_int_equal(choice_find(answers, "okant"), INDIKATOR_UNKNOWN);
	assert_int_equal(choice_find(answers, "nej"), INDIKATOR_NO);
	assert_int_equal(choice_find(answers, "ja"), INDIKATOR_YES);
}

static void test_services(void **state)
{
	/* The services are the report's twelve maps in their order, then the two limits that no map shows (DESIGN section 3). */
	static const char *const codes[] = {
		"uppdrag", "hemsjukvard", "mottagning", "konsultteam", "slutenvard_sjukhus", "slutenvard_utanfor",
		"lakarspecialist", "sjukskoterskespecialist", "kurator_rehab", "jourlinje", "alla_diagnoser_stod",
		"alla_diagnoser_slutenvard", "alder_barn", "overlevnad"};
	(void)state;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		assert_string_equal(service_choices[i].code, codes[i]);
	assert_null(service_choices[sizeof codes / sizeof *codes].code);
	assert_int_equal(choice_find(service_choices, "alder_barn"), SERVICES_ON_MAPS);
}

static void test_attributes(void **state)
{
	/* The rows of a unit's attributes stand in the engine's order, each at its own place in the struct. */
	const struct record_type *t = record_type(RECORD_UNIT);
	size_t at = 0;
	(void)state;
	assert_int_equal(UNIT_ATTRIBUTES, INDIKATOR_ATTRIBUTES);
	for (size_t i = 0; i < t->count; i++) {
		if (t->fields[i].choices != answers)
			continue;
		assert_true(at < INDIKATOR_ATTRIBUTES);
		assert_int_equal(strcasecmp(t->fields[i].name, indikator_attribute_names[at]), 0);
		assert_int_equal(t->fields[i].offset, offsetof(struct unit, attributes) + at * sizeof(int));
		at++;
	}
	assert_int_equal(at, INDIKATOR_ATTRIBUTES);
}

static void expect_refused(enum record_kind kind, const char *name, const char *value, const char *words)
{
	const struct field *f = record_field(record_type(kind), name, strlen(name));
	void *record = mem_alloc(record_type(kind)->size);
	struct arena a = {0};
	struct strings before = {0}, after = {0};
	struct error e = {0};
	record_init(record_type(kind), record);
	field_encode(f, record, &a, &before);
	assert_false(field_decode(f, record, value, &a, &e));
	field_encode(f, record, &a, &after);
	assert_true(strings_same(&before, &after));
	assert_int_equal(e.code, ERROR_DATA);
	if (!strstr(e.text, name) || !strstr(e.text, words) || e.text[strlen(e.text) - 1] != '.')
		fail_msg("%s", e.text);
	free(record);
	arena_release(&a);
}

static void test_bad_values(void **state)
{
	/* A value that does not fit is refused by a sentence that names the field and says what fits; the record keeps what it had. */
	(void)state;
	expect_refused(RECORD_ACTION, "Klart_senast", "2026-02-30", "datum som");
	expect_refused(RECORD_ACTION, "Klart_senast", "", "datum som");
	expect_refused(RECORD_ACTION, "Status", "Pågår", "ej_paborjad, pagar, lopande, klar, pausad, utgar");
	expect_refused(RECORD_ACTION, "Nr", "1,5", "heltal");
	expect_refused(RECORD_ACTION, "Nr", "2.0", "heltal");
	expect_refused(RECORD_ACTION, "Nr", "99999999999999999999", "heltal");
	expect_refused(RECORD_MEETING, "Start", "25:00", "klockslag");
	expect_refused(RECORD_MEETING, "Start", "nio", "klockslag");
}

static void test_shown(void **state)
{
	/* People read labels, dates and lists joined by a comma; nothing for what is absent. */
	struct arena a = {0};
	struct buf b = {0};
	struct action x = world_action("A1", ACTION_STANDING, DAY(2027, 2, 4));
	const struct record_type *t = record_type(RECORD_ACTION);
	(void)state;
	strings_add(&x.notes, "ett", &a);
	strings_add(&x.notes, "två", &a);
	field_show(record_field(t, "Status", 6), &x, &b);
	buf_char(&b, '|');
	field_show(record_field(t, "Klart_senast", 12), &x, &b);
	buf_char(&b, '|');
	field_show(record_field(t, "Anteckning", 10), &x, &b);
	buf_char(&b, '|');
	field_show(record_field(t, "Ansvarig", 8), &x, &b);
	assert_string_equal(buf_cstr(&b), "löpande|2027-02-04|ett, två|");
	buf_release(&b);
	arena_release(&a);
}

static void print_field(FILE *f, const char *name, const char *value)
{
	fprintf(f, "%s: ", name);
	for (; *value; value++)
		fputs(*value == '\n' ? "\n+ " : (char[]){*value, '\0'}, f);
	fputc('\n', f);
}

/* A file of the type with `count` generated records. */
static void write_records(const char *path, const struct record_type *t, int count, uint64_t *seed)
{
	struct buf descriptor = {0};
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	record_descriptor(t, &descriptor);
	assert_int_equal(buf_cstr(&descriptor)[descriptor.len - 1], '\n');
	fputs(buf_cstr(&descriptor), f);
	for (int n = 0; n < count; n++) {
		struct arena a = {0};
		void *record = mem_alloc(t->size);
		struct strings *values = mem_alloc(t->count * sizeof *values);
		fill(t, record, values, seed, &a);
		fputc('\n', f);
		for (size_t i = 0; i < t->count; i++)
			for (size_t k = 0; k < values[i].count; k++)
				print_field(f, t->fields[i].name, values[i].items[k]);
		free(record);
		free(values);
		arena_release(&a);
	}
	assert_int_equal(fclose(f), 0);
	buf_release(&descriptor);
}

static void expect_output(const char *command, const char *wanted)
{
	char out[4096] = "";
	FILE *p = popen(command, "r");
	assert_non_null(p);
	size_t n = fread(out, 1, sizeof out - 1, p);
	int status = pclose(p);
	out[n] = '\0';
	if (status != 0 || strcmp(out, wanted) != 0)
		fail_msg("%s: %d: %s", command, status, out);
}

static void test_recutils(void **state)
{
	/* recutils, the judge, accepts the descriptor of every type with records that have all fields, and counts them. */
	const char *tmp = getenv("TMPDIR");
	uint64_t seed = 7;
	(void)state;
	if (system("recfix --version >/dev/null 2>&1") != 0) {
		print_message("recutils finns inte här: deskriptorerna är inte prövade mot recfix\n");
		skip();
	}
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		char path[256], command[700];
		snprintf(path, sizeof path, "%s/schema-%s-%ld.rec", tmp ? tmp : "/tmp", t->name, (long)getpid());
		write_records(path, t, 20, &seed);
		snprintf(command, sizeof command, "recfix --check '%s' 2>&1", path);
		expect_output(command, "");
		snprintf(command, sizeof command, "recsel -t %s -c '%s' 2>&1", t->name, path);
		expect_output(command, "20\n");
		assert_int_equal(remove(path), 0);
	}
}

static const char *const type_words[] = {
	[FIELD_ID] = "id",     [FIELD_TEXT] = "rad",   [FIELD_LINES] = "text", [FIELD_LIST] = "rader", [FIELD_REF] = "post",
	[FIELD_REFS] = "poster", [FIELD_INT] = "heltal", [FIELD_DATE] = "datum", [FIELD_TIME] = "tid",   [FIELD_CHOICE] = "val"};

/* The field of a line of tests/format1.tsv, and what it is now: "heltal, krävs". */
static const struct field *frozen_field(const char *record, const char *name, struct buf *now)
{
	const struct record_type *t = record_type_by_name(record, strlen(record));
	const struct field *f = t ? record_field(t, name, strlen(name)) : NULL;
	buf_clear(now);
	if (!f)
		return NULL;
	buf_printf(now, "%s%s", type_words[f->type], f->flags & FIELD_REQUIRED ? ", krävs" : "");
	return f;
}

static bool has_choice(const struct field *f, const char *code)
{
	for (const struct choice *c = f->choices; c && c->code; c++)
		if (strcmp(c->code, code) == 0)
			return true;
	return false;
}

static void test_fields_are_never_redefined(void **state)
{
	/* What a file of format 1 holds can be read for ever: a field may be added, but none of these goes, changes its type, loses a
	 * code, or becomes required. tests/format1.tsv: record, field, type, codes. */
	char *path = mem_printf("%s/format1.tsv", getenv("RADSBORD_TESTS")), line[4096];
	FILE *in = fopen(path, "r");
	struct buf now = {0};
	int lines = 0;
	(void)state;
	assert_non_null(in);
	while (fgets(line, sizeof line, in)) {
		char *rest = line, *record, *name, *type, *code;
		line[strcspn(line, "\n")] = '\0';
		record = strsep(&rest, "\t");
		name = strsep(&rest, "\t");
		type = strsep(&rest, "\t");
		assert_non_null(rest);
		const struct field *f = frozen_field(record, name, &now);
		if (!f || strncmp(type, buf_cstr(&now), now.len) != 0 || (type[now.len] != '\0' && type[now.len] != ','))
			fail_msg("%s %s: %s, was %s", record, name, f ? buf_cstr(&now) : "gone", type);
		while ((code = strsep(&rest, " ")))
			if (*code && !has_choice(f, code))
				fail_msg("%s %s: the code %s is gone", record, name, code);
		lines++;
	}
	assert_in_range(lines, 250, 2000);
	fclose(in);
	buf_release(&now);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields_are_never_redefined),
		cmocka_unit_test(test_values_come_back),
		cmocka_unit_test(test_absent),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_choices_match_enums),
		cmocka_unit_test(test_services),
		cmocka_unit_test(test_attributes),
		cmocka_unit_test(test_bad_values),
		cmocka_unit_test(test_shown),
		cmocka_unit_test(test_recutils),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
