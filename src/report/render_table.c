/* render_table.c - a table for people: two blanks between the columns, text narrowed and wrapped within its cell. */
#include "render.h"

#include "radsbord/base/language.h"

#include <stdlib.h>

#define GAP 2
#define NARROWEST 4    /* no text column is narrowed below this while there is another way */
#define COMFORTABLE 10 /* a text column is not narrowed below this while others can be */

/* The columns that people see. */
struct layout {
	size_t *column;
	int *width;
	int *word;    /* the longest word: a column is not made narrower while others have room */
	size_t count;
};

const char *render_cell_text(const struct doc_cell *c)
{
	if (c->text)
		return c->text;
	if (c->kind == CELL_BOOL)
		return c->truth ? _("ja") : _("nej");
	return c->kind == CELL_UNKNOWN ? "?" : "";
}

bool render_table_visible(const struct doc_table *t)
{
	for (size_t i = 0; i < t->columns_count; i++)
		if (!t->columns[i].programs_only)
			return true;
	return false;
}

/* The same of a text that is one line of signs of a cell each and has no blank at its end, as most are; -1 of any other. */
static int plain_width(const char *s, bool words)
{
	size_t cells, n = text_plain(s, RENDER_WIDE, &cells), most = 0;
	if (s[n] || (n > 0 && s[n - 1] == ' '))
		return -1;
	if (!words)
		return (int)cells;
	for (size_t at = 0, word = 0; at < n; at++) {
		word = s[at] == ' ' ? 0 : word + ((s[at] & 0xC0) != 0x80); /* a byte that begins a sign */
		most = word > most ? word : most;
	}
	return (int)most;
}

/* The widest line that a text has by itself, or its longest word when each stands on its own. */
static int natural(const char *s, bool words)
{
	int plain = s ? plain_width(s, words) : -1;
	if (plain >= 0)
		return plain;
	struct render_lines l = {0};
	struct buf split = {0};
	int most = 0;
	for (const char *p = s ? s : ""; *p; p++)
		buf_char(&split, words && (*p == ' ' || *p == '\t') ? '\n' : *p);
	render_wrap(&l, buf_cstr(&split), RENDER_WIDE);
	buf_release(&split);
	for (size_t i = 0; i < l.count; i++) {
		int w = text_width(l.items[i]);
		most = w > most ? w : most;
	}
	render_lines_release(&l);
	return most;
}

static int column_width(const struct doc_table *t, size_t column, bool words)
{
	int most = natural(t->columns[column].label, words);
	for (size_t r = 0; r < t->rows; r++) {
		int w = natural(render_cell_text(&t->cells[r * t->columns_count + column]), words);
		most = w > most ? w : most;
	}
	return most;
}

static int total(const struct layout *l)
{
	int sum = l->count ? (int)(l->count - 1) * GAP : 0;
	for (size_t i = 0; i < l->count; i++)
		sum += l->width[i];
	return sum;
}

/* The widest column that may give up a column; -1 when none may. */
static int widest(const struct doc_table *t, const struct layout *l, int least, bool text_only, bool words)
{
	int best = -1;
	for (size_t i = 0; i < l->count; i++) {
		const struct doc_column *c = &t->columns[l->column[i]];
		if (l->width[i] <= least || (words && l->width[i] <= l->word[i]) || (text_only && (c->keep || c->align == TEXT_RIGHT)))
			continue;
		if (best < 0 || l->width[i] >= l->width[best])
			best = (int)i;
	}
	return best;
}

static void narrow(const struct doc_table *t, struct layout *l, int width)
{
	static const struct {
		int least;
		bool text_only, words;
	} steps[] = {{NARROWEST, true, true}, {COMFORTABLE, true, false}, {NARROWEST, true, false}, {NARROWEST, false, false}};
	for (size_t s = 0; s < sizeof steps / sizeof *steps; s++)
		for (int i; total(l) > width &&
		            (i = widest(t, l, steps[s].least, steps[s].text_only, steps[s].words)) >= 0;)
			l->width[i]--;
}

/* A row whose cells take a line each, as most do. False, and nothing is written, when one of them takes more. */
static bool row_of_one_line(const struct doc_table *t, const struct layout *l, const char *const *text, struct buf *out)
{
	if (l->count == 0)
		return false;
	for (size_t i = 0; i < l->count; i++) {
		int width = text[i] ? plain_width(text[i], false) : -1;
		if (width < 0 || width > l->width[i])
			return false;
	}
	for (size_t i = 0; i < l->count; i++) {
		buf_fill(out, ' ', i ? GAP : 0);
		text_pad(out, text[i], l->width[i], t->columns[l->column[i]].align);
	}
	render_end_line(out);
	return true;
}

/* One row; each cell in as many lines as it takes. `text` gives the cell of a column. */
static void row(const struct doc_table *t, const struct layout *l, const char *const *text, struct buf *out)
{
	struct render_lines *cells;
	size_t high = 0;
	if (row_of_one_line(t, l, text, out))
		return;
	cells = mem_alloc((l->count ? l->count : 1) * sizeof *cells);
	for (size_t i = 0; i < l->count; i++) {
		render_wrap(&cells[i], text[i], l->width[i] ? l->width[i] : 1);
		high = cells[i].count > high ? cells[i].count : high;
	}
	for (size_t y = 0; y < high; y++) {
		for (size_t i = 0; i < l->count; i++) {
			buf_fill(out, ' ', i ? GAP : 0);
			text_pad(out, y < cells[i].count ? cells[i].items[y] : "", l->width[i],
			         t->columns[l->column[i]].align);
		}
		render_end_line(out);
	}
	for (size_t i = 0; i < l->count; i++)
		render_lines_release(&cells[i]);
	free(cells);
}

static void layout_init(struct layout *l, const struct doc_table *t, int width)
{
	l->column = mem_alloc((t->columns_count + 1) * sizeof *l->column);
	l->width = mem_alloc((t->columns_count + 1) * sizeof *l->width);
	l->word = mem_alloc((t->columns_count + 1) * sizeof *l->word);
	l->count = 0;
	for (size_t i = 0; i < t->columns_count; i++) {
		if (t->columns[i].programs_only)
			continue;
		l->column[l->count] = i;
		l->word[l->count] = column_width(t, i, true);
		l->width[l->count++] = column_width(t, i, false);
	}
	narrow(t, l, width);
}

static bool any_label(const struct doc_table *t, const struct layout *l)
{
	for (size_t i = 0; i < l->count; i++)
		if (t->columns[l->column[i]].label && *t->columns[l->column[i]].label)
			return true;
	return false;
}

static void wrapped(const char *s, int width, struct buf *out)
{
	struct render_lines l = {0};
	render_wrap(&l, s, width);
	for (size_t i = 0; i < l.count; i++) {
		buf_str(out, l.items[i]);
		render_end_line(out);
	}
	render_lines_release(&l);
}

/* Where columns have no room beside one another, each row is a block of lines "Label: text". */
static void stacked(const struct doc_table *t, const struct layout *l, int width, struct buf *out)
{
	for (size_t r = 0; r < t->rows && work_step(t->work); r++) {
		buf_str(out, r ? "\n" : "");
		for (size_t i = 0; i < l->count; i++) {
			const char *label = t->columns[l->column[i]].label;
			const char *text = render_cell_text(&t->cells[r * t->columns_count + l->column[i]]);
			char *line = mem_printf("%s%s%s", label ? label : "", label && *label ? ": " : "", text);
			if (*text)
				wrapped(line, width, out);
			free(line);
		}
	}
}

static void columns(const struct doc_table *t, const struct layout *l, struct buf *out)
{
	const char **text = mem_alloc((l->count + 1) * sizeof *text);
	for (size_t i = 0; i < l->count; i++)
		text[i] = t->columns[l->column[i]].label;
	if (any_label(t, l))
		row(t, l, text, out);
	for (size_t r = 0; r < t->rows && work_step(t->work); r++) {
		for (size_t i = 0; i < l->count; i++)
			text[i] = render_cell_text(&t->cells[r * t->columns_count + l->column[i]]);
		row(t, l, text, out);
	}
	free(text);
}

void render_table(const struct doc_table *t, int width, struct buf *out)
{
	struct layout l;
	layout_init(&l, t, width);
	if (t->caption && *t->caption)
		wrapped(t->caption, width, out);
	if (total(&l) > width)
		stacked(t, &l, width, out);
	else
		columns(t, &l, out);
	free(l.column);
	free(l.width);
	free(l.word);
}
