/* guide.c - the guide's text as documents. */
#include "radsbord/report/guide.h"

#include <stdlib.h>
#include <string.h>

#define PAGES "<!-- sidor:"

/* One line of the text; `next` is where the one after it begins. */
struct line {
	const char *s, *next;
	size_t n;
};

static bool next_line(const char *at, const char *end, struct line *l)
{
	if (at >= end)
		return false;
	const char *stop = memchr(at, '\n', (size_t)(end - at));
	*l = (struct line){at, stop ? stop + 1 : end, (size_t)((stop ? stop : end) - at)};
	return true;
}

static bool begins(const struct line *l, const char *with)
{
	return l->n >= strlen(with) && memcmp(l->s, with, strlen(with)) == 0;
}

/* The level of a heading, 0 when the line is none. */
static int heading_level(const struct line *l)
{
	int level = 0;
	while ((size_t)level < l->n && l->s[level] == '#')
		level++;
	return level && (size_t)level < l->n && l->s[level] == ' ' ? level : 0;
}

/* The bytes before the text of a list's item, "- " or "12. "; 0 when the line begins none. */
static size_t item_mark(const struct line *l, bool *numbered)
{
	size_t digits = 0;
	while (digits < l->n && l->s[digits] >= '0' && l->s[digits] <= '9')
		digits++;
	*numbered = digits && digits + 1 < l->n && l->s[digits] == '.' && l->s[digits + 1] == ' ';
	return *numbered ? digits + 2 : begins(l, "- ") ? 2 : 0;
}

/* Text without the marks of emphasis and code: what they surround stands between quotation marks. A backslash takes a sign as it is. */
static void plain(struct buf *out, const char *s, size_t n)
{
	bool code = false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '`') {
			code = !code;
			buf_str(out, "”");
		} else if (s[i] == '*' && !code) {
			i += i + 1 < n && s[i + 1] == '*';
			buf_str(out, "”");
		} else {
			i += s[i] == '\\' && !code && i + 1 < n;
			buf_char(out, s[i]);
		}
	}
}

/* ---- chapters ---------------------------------------------------------------- */

static void begin_chapter(struct guide *g, const struct line *l, const char *pages, size_t pages_length)
{
	struct buf title = {0};
	size_t skip = strspn(l->s, "# ");
	plain(&title, l->s + skip, l->n - skip);
	struct guide_chapter chapter = {.title = arena_strdup(&g->arena, buf_cstr(&title)),
	                                .pages = arena_strndup(&g->arena, pages, pages_length), .text = l->s};
	VEC_PUSH(g, chapter);
	buf_release(&title);
}

void guide_read(struct guide *g, const char *text)
{
	const char *pages = "";
	size_t pages_length = 0;
	struct line l;
	*g = (struct guide){.items = NULL};
	g->text = arena_strdup(&g->arena, text);
	const char *end = g->text + strlen(g->text);
	bool fenced = false;
	for (const char *at = g->text; next_line(at, end, &l); at = l.next) {
		int level = fenced ? 0 : heading_level(&l);
		fenced = fenced != begins(&l, "```");
		if (!fenced && begins(&l, PAGES)) {
			pages = l.s + strlen(PAGES);
			pages_length = l.n - strlen(PAGES);
		} else if (level == 1 || level == 2) {
			begin_chapter(g, &l, pages, pages_length);
			pages_length = 0;
		}
	}
	for (size_t i = 0; i < g->count; i++)
		g->items[i].length = (size_t)((i + 1 < g->count ? g->items[i + 1].text : end) - g->items[i].text);
}

void guide_release(struct guide *g)
{
	free(g->items);
	arena_release(&g->arena);
	*g = (struct guide){.items = NULL};
}

/* Among words between blanks. */
static bool has_word(const char *words, const char *word)
{
	size_t n = strlen(word);
	for (const char *at = words; *at; at += strcspn(at, " ")) {
		at += strspn(at, " ");
		if (strncmp(at, word, n) == 0 && (at[n] == ' ' || !at[n]))
			return true;
	}
	return false;
}

size_t guide_about(const struct guide *g, const char *page)
{
	for (size_t i = 0; i < g->count; i++)
		if (has_word(g->items[i].pages, page))
			return i;
	return 0;
}

long guide_find(const struct guide *g, const char *words)
{
	struct buf folded = {0};
	long found = -1;
	text_fold(&folded, words);
	for (size_t i = 0; i < g->count && found < 0; i++)
		if (text_matches(g->items[i].title, buf_cstr(&folded)))
			found = (long)i;
	buf_release(&folded);
	return found;
}

/* ---- a document --------------------------------------------------------------- */

/* What is being read: lines of one paragraph or item are one text. */
struct filling {
	struct doc *d;
	struct buf text;
	enum doc_kind kind;
	int raise;                  /* levels that headings are lifted */
};

static void end_block(struct filling *f)
{
	struct buf shown = {0};
	if (f->text.len == 0)
		return;
	plain(&shown, f->text.data, f->text.len);
	if (f->kind == DOC_ITEM)
		doc_item(f->d, "%s", buf_cstr(&shown));
	else if (f->kind == DOC_NUMBERED)
		doc_numbered(f->d, "%s", buf_cstr(&shown));
	else
		doc_paragraph(f->d, "%s", buf_cstr(&shown));
	buf_release(&shown);
	buf_clear(&f->text);
	f->kind = DOC_PARAGRAPH;
}

static void add_words(struct filling *f, const struct line *l, size_t skip)
{
	while (skip < l->n && l->s[skip] == ' ')
		skip++;
	if (f->text.len && skip < l->n)
		buf_char(&f->text, ' ');
	buf_add(&f->text, l->s + skip, l->n - skip);
}

/* The lines until the fence that ends them, without the blanks that all of them begin with; where to read on. */
static const char *add_verbatim(struct filling *f, const char *from, const char *end)
{
	struct buf lines = {0};
	struct line l;
	size_t margin = SIZE_MAX;
	const char *at = from;
	for (; next_line(at, end, &l) && !begins(&l, "```"); at = l.next)
		if (l.n) {
			size_t blanks = 0;
			while (blanks < l.n && l.s[blanks] == ' ')
				blanks++;
			margin = blanks < margin ? blanks : margin;
		}
	for (at = from; next_line(at, end, &l) && !begins(&l, "```"); at = l.next) {
		if (l.n > margin)
			buf_add(&lines, l.s + margin, l.n - margin);
		buf_char(&lines, '\n');
	}
	doc_verbatim(f->d, buf_cstr(&lines));
	buf_release(&lines);
	return next_line(at, end, &l) ? l.next : at;
}

static void add_heading(struct filling *f, const struct line *l, int level)
{
	struct buf text = {0};
	plain(&text, l->s + level + 1, l->n - (size_t)level - 1);
	doc_heading(f->d, level > f->raise ? level - f->raise : 1, "%s", buf_cstr(&text));
	buf_release(&text);
}

static void fill(struct filling *f, const char *at, const char *end)
{
	struct line l;
	while (next_line(at, end, &l)) {
		bool numbered;
		int level = heading_level(&l);
		size_t mark = item_mark(&l, &numbered);
		at = l.next;
		if (level || mark || l.n == 0 || begins(&l, "```") || begins(&l, "<!--"))
			end_block(f);
		if (level)
			add_heading(f, &l, level);
		else if (begins(&l, "```"))
			at = add_verbatim(f, at, end);
		else if (l.n && !begins(&l, "<!--"))
			add_words(f, &l, mark);
		if (mark)
			f->kind = numbered ? DOC_NUMBERED : DOC_ITEM;
	}
	end_block(f);
}

void guide_fill(struct doc *d, const struct guide *g, long chapter)
{
	struct filling f = {.d = d, .kind = DOC_PARAGRAPH};
	const char *from = g->text, *end = g->text + strlen(g->text);
	if (chapter >= 0 && (size_t)chapter < g->count) {
		from = g->items[chapter].text;
		end = from + g->items[chapter].length;
		f.raise = begins(&(struct line){from, end, 3}, "## ");
	}
	fill(&f, from, end);
	buf_release(&f.text);
}
