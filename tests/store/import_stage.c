#include "import_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct store_writer writer(void)
{
	static uint64_t turn;

	return (struct store_writer){.user = "prov", .host = "dator", .utc = 1800000000, .random = {77, ++turn}};
}

static void look(struct import_stage *s)
{
	struct error e = {0};

	engine_data_free(&s->data);
	s->data = engine_data_new(s->national, folder_records(s->folder), NULL, &e);
	assert_non_null(s->data);
}

void import_stage_open(struct import_stage *s)
{
	const char *source = getenv("RADSBORD_SOURCE");
	char data[600], config[600];
	struct store_writer w = writer();
	struct error e = {0};

	*s = (struct import_stage){.options = {.source = "scb", .today = {2026, 11, 24}}};
	snprintf(data, sizeof data, "%s/data", source ? source : ".");
	snprintf(config, sizeof config, "%s/config", source ? source : ".");
	scratch_init(&s->scratch);
	scratch_puts(&s->scratch, "rad.ini", "[rad]\nformat = 1\nnamn = Prov\nregion = 04\n");
	scratch_puts(&s->scratch, "enheter.rec", "%rec: Enhet\n\nId: EGEN\nNamn: Eget team\nRegion: 04\nTyp: hemsjukvardsteam\nLigger_i: 0480\n");
	s->national = national_open(data, config, io_system(), NULL, &e);
	s->folder = folder_open(s->scratch.path, io_system(), &w, &e);
	assert_non_null(s->national);
	assert_non_null(s->folder);
	look(s);
}

void import_stage_close(struct import_stage *s)
{
	import_release(&s->im);
	engine_data_free(&s->data);
	folder_close(&s->folder);
	national_close(&s->national);
	scratch_release(&s->scratch);
}

bool import_stage_read(struct import_stage *s, const char *bytes, size_t len)
{
	const struct reference *r = engine_data_reference(s->data);

	import_release(&s->im);
	error_clear(&s->e);
	return import_read(&s->im, bytes, len, "tal.csv", r, engine_data_set(s->data), national_records(s->national), &s->options,
	                   &s->e) &&
	       import_compare(&s->im, s->folder, r, s->options.work, &s->e);
}

bool import_stage_text(struct import_stage *s, const char *text)
{
	return import_stage_read(s, text, strlen(text));
}

void import_stage_save(struct import_stage *s)
{
	struct changes c = {0};
	struct store_writer w = writer();
	struct error e = {0};

	import_changes(&s->im, s->folder, engine_data_reference(s->data), &c);
	if (!folder_apply(s->folder, &c, &w, &e))
		fail_msg("%s", e.text);
	changes_release(&c);
	look(s);
}

char *import_stage_rows(const struct import_stage *s)
{
	static const char *const states[] = {"ny", "ändrad", "samma", "hoppas över", "förstås inte"};
	const struct reference *r = engine_data_reference(s->data);
	struct buf b = {0};

	for (size_t i = 0; i < s->im.count; i++) {
		const struct import_row *row = &s->im.items[i];

		if (row->state == IMPORT_SKIPPED || row->state == IMPORT_SAME)
			continue;
		buf_printf(&b, "%d", row->line);
		if (row->place >= 0)
			buf_printf(&b, " %s", r->places[row->place].code);
		if (row->year)
			buf_printf(&b, " %d", row->year);
		if (row->measure)
			buf_printf(&b, " %s", row->measure);
		if (num_known(row->value)) {
			buf_char(&b, ' ');
			num_format_plain(&b, row->value, row->decimals, NUM_HALF_UP);
		}
		buf_printf(&b, " %s%s%s%s%s\n", states[row->state], row->why ? ": " : "", row->why ? row->why : "",
		           row->reason ? ": " : "", row->reason ? row->reason : "");
	}
	return b.data ? buf_detach(&b) : mem_strdup("");
}

void import_stage_expect(struct import_stage *s, const char *text, const char *rows)
{
	char *got;

	if (!import_stage_text(s, text))
		fail_msg("%s", s->e.text);
	got = import_stage_rows(s);
	assert_string_equal(got, rows);
	free(got);
}
