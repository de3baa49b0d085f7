/* render_structure.c - what Markdown, HTML and Word need to know of a document: levels, lists, figures as tables. */
#include "render.h"

#include "words.h"
#include "radsbord/base/language.h"

enum { LEVEL_MOST = 6, BARS_BELOW = 12 };

int render_outline_next(struct render_outline *o, const struct doc_node *heading)
{
	int wanted = heading->level < 2 ? 2 : heading->level;
	int most = o->level < LEVEL_MOST ? o->level + 1 : LEVEL_MOST;
	o->level = o->level == 0 ? 1 : wanted > most ? most : wanted;
	return o->level;
}

bool render_continues(const struct doc *d, size_t at)
{
	return at > 0 && d->items[at - 1].kind == d->items[at].kind;
}

bool render_goes_on(const struct doc *d, size_t at)
{
	return at + 1 < d->count && d->items[at + 1].kind == d->items[at].kind;
}

int render_number(const struct doc *d, size_t at)
{
	int n = 1;
	while (render_continues(d, at)) {
		at--;
		n++;
	}
	return n;
}

const char *render_column_label(const struct doc_column *c)
{
	return c->label ? c->label : c->name ? c->name : "";
}

/* Label and value in two cells. */
static void bar_cells(struct doc *scratch, const struct figure_bar *b, struct doc_cell *c)
{
	const char *label = b->label ? b->label : "";
	c[0] = doc_text(scratch, b->emphasised ? arena_printf(&scratch->arena, "▸ %s", label) : label, NULL);
	c[1] = doc_text(scratch, b->text && *b->text ? b->text : num_known(b->value) ? "" : _("okänt"), NULL);
}

/* `beside` bars stand in a row. */
static struct doc_table *bars_table(struct doc *scratch, const struct figure_bars *f, size_t beside)
{
	static const struct doc_column columns[] = {{.name = "namn", .label = N_("Namn"), .heads_row = true},
	                                            {.name = "varde", .label = N_("Värde"), .align = TEXT_RIGHT},
	                                            {.name = "namn_2", .label = N_("Namn")},
	                                            {.name = "varde_2", .label = N_("Värde"), .align = TEXT_RIGHT},
	                                            {.name = "namn_3", .label = N_("Namn")},
	                                            {.name = "varde_3", .label = N_("Värde"), .align = TEXT_RIGHT}};
	struct buf caption = {0};
	buf_str(&caption, f->title ? f->title : "");
	if (f->unit && *f->unit)
		buf_printf(&caption, "%s%s", caption.len ? ", " : "", f->unit);
	if (num_known(f->target)) {
		buf_str(&caption, caption.len ? "; " : "");
		render_bars_target(f, &caption);
	}
	struct doc_table *t = doc_table(scratch, buf_cstr(&caption), columns, 2 * beside);
	size_t rows = (f->count + beside - 1) / beside;
	buf_release(&caption);
	for (size_t r = 0; r < rows; r++) {
		struct doc_cell *c = doc_row(scratch, t);
		for (size_t k = 0; k < beside; k++) {
			if (k * rows + r < f->count)
				bar_cells(scratch, &f->items[k * rows + r], c + 2 * k);
			else
				c[2 * k] = c[2 * k + 1] = doc_text(scratch, "", NULL);
		}
	}
	return t;
}

struct doc_table *render_bars_table(struct doc *scratch, const struct figure_bars *f)
{
	return bars_table(scratch, f, 1);
}

struct doc_table *render_bars_on_paper(struct doc *scratch, const struct figure_bars *f)
{
	return bars_table(scratch, f, f->count > BARS_BELOW ? 3 : 1);
}

void render_map_names(const struct figure_map *f, enum figure_mark mark, struct buf *out)
{
	bool first = true;
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_map_item *item = &f->items[i];
		if (item->mark != mark)
			continue;
		buf_printf(out, "%s%s%s", first ? "" : ", ", item->emphasised ? "▸" NBSP : "", item->label ? item->label : "");
		if (item->value && *item->value)
			buf_printf(out, " (%s)", item->value);
		first = false;
	}
}

void render_map_line(const struct figure_map *f, enum figure_mark mark, struct buf *out)
{
	size_t n = figure_map_count(f, mark);
	if (!n)
		return;
	buf_printf(out, _("%s %s: %zu av %zu. "), figure_marks[mark], f->words[mark] ? f->words[mark] : "", n, f->count);
	render_map_names(f, mark, out);
	buf_char(out, '.');
}

struct doc_table *render_map_table(struct doc *scratch, const struct figure_map *f)
{
	static const struct doc_column columns[] = {{.name = "lage", .label = N_("Läge"), .heads_row = true, .keep = true},
	                                            {.name = "antal", .label = N_("Antal"), .align = TEXT_RIGHT},
	                                            {.name = "kommuner", .label = N_("Kommuner")}};
	struct doc_table *t = doc_table(scratch, f->title && *f->title ? f->title : _("Kommunerna efter läge"), columns, 3);
	for (int mark = 0; mark < FIGURE_MARKS; mark++) {
		size_t n = figure_map_count(f, (enum figure_mark)mark);
		struct buf names = {0};
		if (!n)
			continue;
		struct doc_cell *c = doc_row(scratch, t);
		render_map_names(f, (enum figure_mark)mark, &names);
		c[0] = doc_text(scratch, arena_printf(&scratch->arena, "%s %s", figure_marks[mark], f->words[mark] ? f->words[mark] : ""), NULL);
		c[1] = doc_text(scratch, arena_printf(&scratch->arena, "%zu", n), NULL);
		c[2] = doc_text(scratch, buf_cstr(&names), NULL);
		buf_release(&names);
	}
	return t;
}

struct doc_table *render_spark_table(struct doc *scratch, const struct figure_spark *f)
{
	static const struct doc_column columns[] = {{.name = "ar", .label = N_("År"), .align = TEXT_RIGHT, .heads_row = true},
	                                            {.name = "varde", .label = N_("Värde"), .align = TEXT_RIGHT}};
	struct doc_table *t = doc_table(scratch, f->title && *f->title ? f->title : _("År för år"), columns, 2);
	for (size_t i = 0; i < f->count; i++) {
		struct doc_cell *c = doc_row(scratch, t);
		bool known = num_known(f->items[i].value);
		c[0] = doc_text(scratch, arena_printf(&scratch->arena, "%d", f->items[i].year), NULL);
		c[1] = doc_text(scratch, known && f->items[i].text ? f->items[i].text : known ? "" : _("okänt"), NULL);
	}
	return t;
}

struct doc_table *render_wheel_table(struct doc *scratch, const struct figure_wheel *f)
{
	static const struct doc_column columns[] = {{.name = "dag", .label = N_("Dag"), .keep = true},
	                                            {.name = "slag", .label = N_("Slag"), .keep = true},
	                                            {.name = "vad", .label = N_("Vad"), .heads_row = true}};
	struct doc_table *t = doc_table(scratch, f->title && *f->title ? f->title : _("Årets dagar"), columns, 3);
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_day *d = &f->items[i];
		struct doc_cell *c = doc_row(scratch, t);
		c[0] = doc_text(scratch, words_date(&scratch->arena, d->date), NULL);
		c[1] = doc_text(scratch, arena_printf(&scratch->arena, "%s %s", figure_days[d->kind], f->words[d->kind] ? f->words[d->kind] : ""), NULL);
		c[2] = doc_text(scratch, d->text ? d->text : "", NULL);
	}
	return t;
}
