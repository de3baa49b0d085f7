/* filter.c - the words of a filter over the records of a kind, and the tables that take what fits. */
#include "filter_local.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

const struct filter_key *record_filter_keys(enum record_kind kind, size_t *count)
{
	*count = filter_words[kind].count;
	return filter_words[kind].items;
}

/* A field as lines; of a coded value its code as well, for those who know it. */
static void field_lines(const struct field *f, const void *record, struct buf *out)
{
	struct strings values = {0};
	struct arena a = {0};
	field_encode(f, record, &a, &values);
	if (f->type == FIELD_CHOICE)
		field_show(f, record, out);
	for (size_t i = 0; i < values.count; i++) {
		if (f->type == FIELD_CHOICE)
			buf_printf(out, "\n\t%s", values.items[i]);
		else
			filter_line(out, values.items[i]);
	}
	arena_release(&a);
}

void record_filter_value(const struct model *m, int place, enum record_kind kind, const void *record, size_t key, struct buf *out)
{
	const struct filter_key *k = &filter_words[kind].items[key];
	const struct filter_about about = {m, place, record};
	const struct field *f;
	if (k->value) {
		k->value(&about, out);
		return;
	}
	f = record_field(record_type(kind), k->field, strlen(k->field));
	if (f->type == FIELD_TEXT) { /* most of them: without a detour */
		const char *text = *(const char *const *)(const void *)((const char *)record + f->offset);
		buf_str(out, text ? text : "");
	} else {
		field_lines(f, record, out);
	}
}

/* What is for programs, and what is said by its name instead. */
static bool is_text(const struct field *f)
{
	return f->type == FIELD_TEXT || f->type == FIELD_LINES || f->type == FIELD_LIST || f->type == FIELD_CHOICE || f->type == FIELD_INT ||
	       f->type == FIELD_DATE;
}

static bool has_own_word(const struct filter_words *words, const struct field *f)
{
	static const char *const codes[] = {"Region", "Omrade", "Plats", "Utom", "Ligger_i", "Sjukhus", "Betjanar", "Tjanst",
	                                    "Grad", "Uid", "Protokoll_fil", "Protokoll_sha256", "Rader", "Overford", "Status"};
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (strcmp(codes[i], f->name) == 0)
			return words->count > 0;
	return false;
}

/* The lines that are for everybody. */
static void plain_lines(const char *lines, struct buf *out)
{
	while (*lines) {
		size_t n = strcspn(lines, "\n");
		if (*lines != '\t') {
			buf_char(out, ' ');
			buf_add(out, lines, n);
		}
		lines += n + (lines[n] != 0);
	}
}

void record_filter_text(const struct model *m, int place, enum record_kind kind, const void *record, struct buf *out)
{
	const struct record_type *t = record_type(kind);
	const struct filter_words *words = &filter_words[kind];
	struct buf lines = {0};
	buf_str(out, ((const struct record *)record)->id ? ((const struct record *)record)->id : "");
	for (size_t i = 0; i < t->count; i++) {
		buf_char(out, ' ');
		if (is_text(&t->fields[i]) && !has_own_word(words, &t->fields[i]))
			field_show(&t->fields[i], record, out);
	}
	for (size_t i = 0; i < words->count; i++) {
		if (!words->items[i].help || (words->items[i].kind != FILTER_TEXT && words->items[i].kind != FILTER_CHOICE))
			continue;
		buf_clear(&lines);
		record_filter_value(m, place, kind, record, i, &lines);
		plain_lines(buf_cstr(&lines), out);
	}
	buf_release(&lines);
}

void record_filter_days(const struct model *m, struct filter_rows *rows)
{
	const struct meeting *next = m->council ? meeting_next(m->council, m->today) : NULL;
	rows->today = m->today;
	rows->next_meeting = next ? next->date : DATE_NONE;
}

/* ---- tables --------------------------------------------------------------------- */

struct record_choice {
	const struct model *m;
	int place;
	enum record_kind kind;
	const void *record;
	struct filter_rows rows;
	struct filter *filter;
	size_t asked, taken;
};

static void choice_value(void *ctx, size_t row, size_t key, struct buf *out)
{
	const struct record_choice *c = ctx;
	(void)row;
	record_filter_value(c->m, c->place, c->kind, c->record, key, out);
}

static void choice_text(void *ctx, size_t row, struct buf *out)
{
	const struct record_choice *c = ctx;
	(void)row;
	record_filter_text(c->m, c->place, c->kind, c->record, out);
}

struct record_choice *record_choice_new(const struct model *m, int place, enum record_kind kind)
{
	struct record_choice *c = mem_alloc(sizeof *c);
	*c = (struct record_choice){.m = m, .place = place, .kind = kind};
	c->rows = (struct filter_rows){.ctx = c, .value = choice_value, .text = choice_text};
	c->rows.keys = record_filter_keys(kind, &c->rows.keys_count);
	record_filter_days(m, &c->rows);
	if (m->filter && *m->filter)
		c->filter = filter_new(m->filter, &c->rows);
	return c;
}

bool record_choice_takes(struct record_choice *c, const void *record)
{
	const char *id = ((const struct record *)record)->id;
	bool takes = !c->m->only || (id && strings_has(c->m->only, id));
	c->record = record;
	takes = takes && (!c->filter || filter_matches(c->filter, c->asked));
	c->asked++;
	c->taken += takes;
	return takes;
}

void record_choice_end(struct record_choice **cp, struct doc *d)
{
	struct record_choice *c = *cp;
	*cp = NULL;
	if (c->filter)
		doc_paragraph(d, _("%zu av %zu visas (”%s”)."), c->taken, c->asked, c->m->filter);
	filter_free(&c->filter);
	free(c);
}

bool record_filter_complains(const struct model *m, enum record_kind kind, struct buf *out)
{
	struct doc nothing = {0};
	struct record_choice *c = record_choice_new(m, -1, kind);
	bool any = c->filter && filter_complains(c->filter, out);
	record_choice_end(&c, &nothing);
	doc_release(&nothing);
	return any;
}
