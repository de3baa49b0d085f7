/* render_xlsx.c - the tables for Excel, by libxlsxwriter; builds without it say so. */
#include "render.h"

#include "radsbord/base/language.h"

#ifdef RADSBORD_XLSX

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { SHEET_NAME = 31, TEXT_MOST = 32767, WIDE_MOST = 60, WIDE_LEAST = 8, DECIMALS = 10 };

struct workbook {
	lxw_workbook *book;
	lxw_format *head, *date, *wrap, *numbers[DECIMALS];
};

/* What Excel does not let a sheet be called is left out; the same name twice gets a number. */
static void sheet_name(lxw_workbook *book, const char *wanted, char out[SHEET_NAME * 4 + 1])
{
	struct buf name = {0};
	for (const char *p = wanted; *p; p++)
		if (!strchr("[]:*?/\\'", *p))
			buf_char(&name, *p);
	for (int n = 1;; n++) {
		struct buf clipped = {0};
		char *numbered = n == 1 ? mem_strdup("") : mem_printf(" %d", n);
		text_clip(&clipped, name.len ? buf_cstr(&name) : "Tabell", SHEET_NAME - (int)strlen(numbered));
		snprintf(out, SHEET_NAME * 4 + 1, "%s%s", buf_cstr(&clipped), numbered);
		buf_release(&clipped);
		free(numbered);
		if (workbook_validate_sheet_name(book, out) == LXW_NO_ERROR)
			break;
	}
	buf_release(&name);
}

static lxw_format *number_format(struct workbook *w, int decimals)
{
	lxw_format **f = &w->numbers[decimals];
	if (!*f) {
		char shape[DECIMALS + 8] = "#,##0";
		if (decimals)
			snprintf(shape, sizeof shape, "#,##0.%.*s", decimals, "000000000");
		*f = workbook_add_format(w->book);
		format_set_num_format(*f, shape);
	}
	return *f;
}

/* A spreadsheet's own number is a double, so here our exact one becomes the nearest of them. */
static double nearest(const struct doc_cell *c)
{
	struct buf plain = {0};
	num_format_plain(&plain, c->number, c->decimals, NUM_HALF_UP);
	double d = strtod(buf_cstr(&plain), NULL);
	buf_release(&plain);
	return d;
}

/* A year is a number that is not grouped: people read 2024, not 2 024. */
static bool is_ungrouped(const struct doc_cell *c)
{
	return c->decimals == 0 && c->text && strspn(c->text, "0123456789") == strlen(c->text) && strlen(c->text) == 4;
}

static void write_text(struct workbook *w, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t col, const char *s)
{
	struct buf clean = {0}, clipped = {0};
	text_sanitise(&clean, s, true);
	if (clean.len > TEXT_MOST / 2)
		text_clip(&clipped, buf_cstr(&clean), TEXT_MOST / 2);
	if (clean.len)
		worksheet_write_string(sheet, row, col, clipped.len ? buf_cstr(&clipped) : buf_cstr(&clean), w->wrap);
	buf_release(&clean);
	buf_release(&clipped);
}

static void write_cell(struct workbook *w, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t col, const struct doc_cell *c)
{
	struct date day;
	const char *text = render_cell_text(c);
	if (c->kind == CELL_NUMBER) {
		worksheet_write_number(sheet, row, col, nearest(c), is_ungrouped(c) ? NULL : number_format(w, c->decimals));
	} else if ((c->code && date_parse(c->code, &day)) || date_parse(text, &day)) {
		lxw_datetime when = {.year = day.year, .month = day.month, .day = day.day};
		worksheet_write_datetime(sheet, row, col, &when, w->date);
	} else if (c->kind != CELL_UNKNOWN || c->text) {
		write_text(w, sheet, row, col, text);
	}
}

static void set_width(lxw_worksheet *sheet, const struct doc_table *t, size_t column)
{
	int wide = text_width(render_column_label(&t->columns[column])) + 2;
	for (size_t r = 0; r < t->rows; r++) {
		int n = text_width(render_cell_text(&t->cells[r * t->columns_count + column])) + 1;
		wide = n > wide ? n : wide;
	}
	wide = wide < WIDE_LEAST ? WIDE_LEAST : wide > WIDE_MOST ? WIDE_MOST : wide;
	worksheet_set_column(sheet, (lxw_col_t)column, (lxw_col_t)column, wide, NULL);
}

static void add_sheet(struct workbook *w, const struct doc_table *t, const char *called)
{
	char name[SHEET_NAME * 4 + 1];
	sheet_name(w->book, t->caption && *t->caption ? t->caption : called, name);
	lxw_worksheet *sheet = workbook_add_worksheet(w->book, name);
	if (!sheet || !t->columns_count)
		return;
	for (size_t i = 0; i < t->columns_count; i++) {
		set_width(sheet, t, i);
		worksheet_write_string(sheet, 0, (lxw_col_t)i, render_column_label(&t->columns[i]), w->head);
		for (size_t r = 0; r < t->rows && (i ? !work_stopped(t->work) : work_step(t->work)); r++)
			write_cell(w, sheet, (lxw_row_t)(r + 1), (lxw_col_t)i, &t->cells[r * t->columns_count + i]);
	}
	worksheet_freeze_panes(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, 0);
	worksheet_autofilter(sheet, 0, 0, (lxw_row_t)t->rows, (lxw_col_t)(t->columns_count - 1));
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, 9); /* A4 */
	worksheet_fit_to_pages(sheet, 1, 0);
}

static void add_properties(struct workbook *w, const struct doc *d)
{
	enum { NOON = 43200 };
	lxw_doc_properties properties = {
		.title = (char *)(uintptr_t)doc_title(d), .author = (char *)(uintptr_t)(d->author ? d->author : "Rådsbord"),
		.created = date_known(d->date) ? (time_t)date_days(d->date) * 86400 + NOON : 0};
	workbook_set_properties(w->book, &properties);
	w->head = workbook_add_format(w->book);
	format_set_bold(w->head);
	format_set_bg_color(w->head, 0xEDEDED);
	format_set_border(w->head, LXW_BORDER_THIN);
	format_set_text_wrap(w->head);
	w->date = workbook_add_format(w->book);
	format_set_num_format(w->date, "yyyy-mm-dd");
	w->wrap = workbook_add_format(w->book);
	format_set_text_wrap(w->wrap);
	format_set_align(w->wrap, LXW_ALIGN_VERTICAL_TOP);
}

static bool fill(const struct doc *d, const char *path)
{
	struct workbook w = {.book = workbook_new(path)};
	const char *heading = "Tabell";
	if (!w.book)
		return false;
	add_properties(&w, d);
	for (size_t i = 0; i < d->count; i++) {
		if (d->items[i].kind == DOC_HEADING)
			heading = d->items[i].text;
		else if (d->items[i].kind == DOC_TABLE)
			add_sheet(&w, d->items[i].table, heading);
	}
	if (!work_stopped(d->work))
		return workbook_close(w.book) == LXW_NO_ERROR;
	lxw_workbook_free(w.book);
	return false;
}

/* libxlsxwriter writes to a path; ours leads to memory, so that nothing is left on a disk. */
bool render_xlsx(const struct doc *d, struct buf *out, struct error *e)
{
	char path[64], chunk[16384];
	ssize_t n = -1;
	int fd = memfd_create("radsbord.xlsx", MFD_CLOEXEC);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	bool done = fd >= 0 && fill(d, path) && lseek(fd, 0, SEEK_SET) == 0;
	while (done && (n = read(fd, chunk, sizeof chunk)) > 0)
		buf_add(out, chunk, (size_t)n);
	if (fd >= 0)
		close(fd);
	return (done && n == 0) || error_set(e, ERROR_IO, _("Excel-filen kunde inte göras. Välj --format csv i stället."));
}

#else

bool render_xlsx(const struct doc *d, struct buf *out, struct error *e)
{
	(void)d;
	(void)out;
	return error_set(e, ERROR_USAGE, _("Det här bygget kan inte skriva Excel-filer, för libxlsxwriter fanns inte när det byggdes. "
	                                 "Installera libxlsxwriter-dev och bygg om, eller välj --format csv."));
}

#endif
