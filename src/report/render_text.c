/* render_text.c - a document for people: headings, paragraphs, items, pairs; tables and bars have files of their own. */
#include "render.h"

#include <stdlib.h>
#include <string.h>

#define LABEL_WIDE 28
#define LINE_MOST 72      /* a line to write on */
#define SIGNATURE_WIDE 40

static void take_line(void *ctx, const char *s, size_t n)
{
	struct render_lines *l = ctx;
	VEC_PUSH(l, mem_strndup(s, n));
}

void render_wrap(struct render_lines *l, const char *s, int width)
{
	struct buf clean = {0};
	text_sanitise(&clean, s ? s : "", true);
	text_wrap(buf_cstr(&clean), width, take_line, l);
	buf_release(&clean);
}

void render_lines_release(struct render_lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->items[i]);
	free(l->items);
	*l = (struct render_lines){.items = NULL};
}

void render_end_line(struct buf *out)
{
	while (out->len && out->data[out->len - 1] == ' ')
		out->len--;
	buf_char(out, '\n');
}

/* Lines after a first text of `indent` columns that stands already. */
static void hanging(struct buf *out, const char *s, int indent, int width)
{
	struct render_lines l = {0};
	render_wrap(&l, s, width - indent < 8 ? 8 : width - indent);
	for (size_t i = 0; i < l.count; i++) {
		if (i)
			buf_fill(out, ' ', (size_t)indent);
		buf_str(out, l.items[i]);
		render_end_line(out);
	}
	render_lines_release(&l);
}

/* Only the first level is underlined. */
static void heading(const struct doc_node *node, int width, struct buf *out)
{
	struct render_lines l = {0};
	int longest = 0;
	char *text = node->label ? mem_printf("%s  %s", node->label, node->text) : mem_strdup(node->text);
	render_wrap(&l, text, width);
	free(text);
	for (size_t i = 0; i < l.count; i++) {
		int w = text_width(l.items[i]);
		longest = w > longest ? w : longest;
		buf_str(out, l.items[i]);
		render_end_line(out);
	}
	render_lines_release(&l);
	if (node->level > 1)
		return;
	for (int i = 0; i < longest; i++)
		buf_str(out, "─");
	buf_char(out, '\n');
}

/* The labels of pairs that follow one another share a width: room for the longest of ours, or a third of the line. */
static int label_width(const struct doc *d, size_t at, int width)
{
	int most = 0;
	while (at > 0 && d->items[at - 1].kind == DOC_PAIR)
		at--;
	for (; at < d->count && d->items[at].kind == DOC_PAIR; at++) {
		int w = text_width(d->items[at].label);
		most = w > most ? w : most;
	}
	int limit = width / 3 > LABEL_WIDE ? width / 3 : width / 2 < LABEL_WIDE ? width / 2 : LABEL_WIDE;
	return most > limit ? limit : most;
}

static void pair(const struct doc *d, size_t at, int width, struct buf *out)
{
	int w = label_width(d, at, width);
	text_pad(out, d->items[at].label, w, TEXT_LEFT);
	buf_str(out, "  ");
	hanging(out, d->items[at].text, w + 2, width);
}

static bool shown(const struct doc_node *node)
{
	return node->kind != DOC_PAGE_BREAK && (node->kind != DOC_TABLE || render_table_visible(node->table));
}

/* A blank line stands between blocks, but not among items or among pairs, nor under a lower heading. */
static bool blank_before(const struct doc_node *before, const struct doc_node *node)
{
	if (!before)
		return false;
	if (before->kind == DOC_HEADING && node->kind != DOC_HEADING)
		return before->level == 1;
	return before->kind != node->kind || (node->kind != DOC_ITEM && node->kind != DOC_NUMBERED && node->kind != DOC_PAIR);
}

static void numbered(const struct doc *d, size_t at, int width, struct buf *out)
{
	size_t from = out->len;
	buf_printf(out, "%d. ", render_number(d, at));
	hanging(out, d->items[at].text, (int)(out->len - from), width);
}

static void link_line(const struct doc_node *node, int width, struct buf *out)
{
	static const char mail[] = "mailto:";
	bool same = strcmp(node->text, node->label) == 0 ||
	            (strncmp(node->label, mail, sizeof mail - 1) == 0 && strcmp(node->text, node->label + sizeof mail - 1) == 0);
	char *text = !same ? mem_printf("%s: %s", node->text, node->label) : mem_strdup(node->text);
	hanging(out, text, 0, width);
	free(text);
}

/* Lines to write on; under a signature line the name stands. */
static void rule(int width, struct buf *out)
{
	buf_fill(out, '_', (size_t)(width > LINE_MOST ? LINE_MOST : width));
	buf_char(out, '\n');
}

static void blank_lines(const struct doc_node *node, int width, struct buf *out)
{
	if (node->text && *node->text)
		hanging(out, node->text, 0, width);
	for (int i = 0; i < node->level; i++)
		rule(width, out);
}

/* Lines as they are; where the widest does not fit, that is said, since a picture broken into pieces shows nothing. */
static void verbatim(const struct doc_node *node, int width, struct buf *out)
{
	struct buf clean = {0};
	int widest = 0;
	size_t from = out->len;
	text_sanitise(&clean, node->text, true);
	for (const char *line = buf_cstr(&clean); *line;) {
		size_t n = strcspn(line, "\n");
		char *one = mem_strndup(line, n);
		widest = text_width(one) > widest ? text_width(one) : widest;
		buf_str(out, one);
		render_end_line(out);
		free(one);
		line += n + (line[n] != 0);
	}
	if (widest > width) {
		char *instead = mem_printf("(Bilden är %d tecken bred och ryms inte här.)", widest);
		out->len = from;
		hanging(out, instead, 0, width);
		free(instead);
	}
	buf_release(&clean);
}

static void node_text(const struct doc *d, size_t at, int width, struct buf *out)
{
	const struct doc_node *node = &d->items[at];
	switch (node->kind) {
	case DOC_HEADING:
		heading(node, width, out);
		break;
	case DOC_PARAGRAPH:
	case DOC_SUBTITLE:
		hanging(out, node->text, 0, width);
		break;
	case DOC_ITEM:
		buf_str(out, "• ");
		hanging(out, node->text, 2, width);
		break;
	case DOC_PAIR:
		pair(d, at, width, out);
		break;
	case DOC_TABLE:
		render_table(node->table, width, out);
		break;
	case DOC_BARS:
		render_bars(node->bars, width, out);
		break;
	case DOC_MAP:
		render_map(node->map, width, out);
		break;
	case DOC_SPARK:
		render_spark(node->spark, width, out);
		break;
	case DOC_WHEEL:
		render_wheel(node->wheel, width, out);
		break;
	case DOC_NUMBERED:
		numbered(d, at, width, out);
		break;
	case DOC_LINK:
		link_line(node, width, out);
		break;
	case DOC_BLANK:
		blank_lines(node, width, out);
		break;
	case DOC_SIGNATURE:
		buf_char(out, '\n');
		rule(SIGNATURE_WIDE < width ? SIGNATURE_WIDE : width, out);
		hanging(out, node->text, 0, width);
		break;
	case DOC_PAGE_BREAK:
		break;
	case DOC_VERBATIM:
		verbatim(node, width, out);
		break;
	}
}

void render_text(const struct doc *d, int width, struct buf *out)
{
	const struct doc_node *before = NULL;
	width = width <= 0 ? RENDER_WIDE : width < RENDER_LEAST ? RENDER_LEAST : width;
	for (size_t i = 0; i < d->count && work_step(d->work); i++) {
		if (!shown(&d->items[i]))
			continue;
		if (blank_before(before, &d->items[i]))
			buf_char(out, '\n');
		node_text(d, i, width, out);
		before = &d->items[i];
	}
}
