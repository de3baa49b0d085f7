/* render_structure.c - what Markdown, HTML and Word need to know of a document: levels, lists, bars as a table. */
#include "render.h"

enum { LEVEL_MOST = 6 };

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

struct doc_table *render_bars_table(struct doc *scratch, const struct figure_bars *f)
{
	static const struct doc_column columns[] = {{.name = "namn", .label = "Namn", .heads_row = true},
	                                            {.name = "varde", .label = "Värde", .align = TEXT_RIGHT}};
	struct buf caption = {0};
	buf_str(&caption, f->title ? f->title : "");
	if (f->unit && *f->unit)
		buf_printf(&caption, "%s%s", caption.len ? ", " : "", f->unit);
	if (num_known(f->target)) {
		buf_str(&caption, caption.len ? "; " : "");
		render_bars_target(f, &caption);
	}
	struct doc_table *t = doc_table(scratch, buf_cstr(&caption), columns, 2);
	buf_release(&caption);
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_bar *b = &f->items[i];
		struct doc_cell *c = doc_row(scratch, t);
		const char *label = b->label ? b->label : "";
		c[0] = doc_text(scratch, b->emphasised ? arena_printf(&scratch->arena, "▸ %s", label) : label, NULL);
		c[1] = doc_text(scratch, b->text && *b->text ? b->text : num_known(b->value) ? "" : "okänt", NULL);
	}
	return t;
}
