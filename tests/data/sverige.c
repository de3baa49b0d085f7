/* sverige.c - reads data files for the tests of tests/data. */
#include "data/sverige.h"

#include "radsbord/store/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <string.h>

void text_file_read(const char *name, struct buf *out)
{
	struct error e;

	if (!io_read_file(io_system(), AT_FDCWD, name, IO_FILE_MAX, out, &e))
		fail_msg("%s (tests run from the root of the project): %s", name, e.text);
}

static void expect_no_findings(struct diagnostics *d)
{
	if (d->count)
		fail_msg("%s:%d: %s", d->items[0].file, d->items[0].line, d->items[0].text);
	diagnostics_release(d);
}

void rec_file_open(struct rec_file *f, const char *name)
{
	struct diagnostics d = {0};

	*f = (struct rec_file){.name = name};
	text_file_read(name, &f->bytes);
	rec_parse(f->bytes.data, f->bytes.len, name, &f->doc, &d);
	expect_no_findings(&d);
	assert_true(f->doc.records_count > 0);
}

void rec_file_close(struct rec_file *f)
{
	rec_doc_release(&f->doc);
	buf_release(&f->bytes);
	arena_release(&f->arena);
}

size_t rec_file_count(const struct rec_file *f)
{
	return f->doc.records_count;
}

const char *rec_file_nth(struct rec_file *f, size_t record, const char *field, size_t n)
{
	const struct rec_record *r = &f->doc.records[record];

	for (size_t i = 0; i < r->count; i++) {
		const struct rec_field *v = &f->doc.fields[r->first + i];

		if (rec_name_is(&f->doc, v, field) && n-- == 0)
			return rec_value(&f->doc, v, &f->arena);
	}
	return NULL;
}

const char *rec_file_get(struct rec_file *f, size_t record, const char *field)
{
	const char *value = rec_file_nth(f, record, field, 0);

	return value ? value : "";
}

void table_open(struct csv_table *t, const char *name)
{
	struct buf bytes = {0};
	struct diagnostics d = {0};
	const char *start;

	text_file_read(name, &bytes);
	start = buf_cstr(&bytes);
	while (*start == '#')
		start = strchr(start, '\n') ? strchr(start, '\n') + 1 : start + strlen(start);
	assert_true(csv_parse(start, strlen(start), name, t, &d));
	expect_no_findings(&d);
	buf_release(&bytes);
}

const char *table_get(const struct csv_table *t, size_t row, const char *column)
{
	int c = csv_column(t, column);

	if (c < 0)
		fail_msg("no column %s", column);
	return csv_cell(&t->rows[row], c);
}
