/* The guide on the screen: a chapter as a page that is scrolled, the contents as a choice, and a search through all of it. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ROOMY: where the bottom line has room for what is not always there. */
enum { WIDTH_FIRST = 78, ROOMY = 70 };

void frame_set_guide(struct frame *f, const char *text)
{
	f->reader.text = text;
}

void reader_release(struct reader *r)
{
	list_release(&r->contents);
	edit_release(&r->line);
	detail_clear(&r->page);
	guide_release(&r->guide);
}

static void fill_page(struct detail *page, const struct reader *r, size_t chapter)
{
	guide_fill(&page->doc, &r->guide, (long)chapter);
	detail_lay_out(page, r->width);
}

static void show_chapter(struct reader *r, size_t chapter)
{
	detail_clear(&r->page);
	r->chapter = chapter;
	r->hit = -1;
	fill_page(&r->page, r, chapter);
}

/* What the guide calls the page one stands on: the command that opens it. */
static const char *page_name(struct frame *f)
{
	static const struct {
		unsigned places;
		enum command command;
	} rooms[] = {{PLACE_START, COMMAND_OTHER_COUNCIL}, {PLACE_REVIEW, COMMAND_REVIEW}, {PLACE_MINUTES, COMMAND_ADJUST}, {PLACE_MEETING, COMMAND_ROOM}};
	enum command command = frame_pane(f)->class->command;
	for (size_t i = 0; i < sizeof rooms / sizeof *rooms && command == COMMAND_NONE; i++)
		if (rooms[i].places & pane_place(frame_pane(f)))
			command = rooms[i].command;
	return command == COMMAND_NONE ? "" : command_find(command)->name;
}

void reader_open(struct frame *f)
{
	struct reader *r = &f->reader;
	/* the same sentence in another language says that the guide has none but Swedish */
	static const char only_swedish[] = N_("Handboken är på svenska.");
	if (r->text && !r->guide.count) {
		r->width = WIDTH_FIRST;
		guide_read(&r->guide, r->text);
	}
	if (!r->guide.count) {
		frame_say(f, "%s", _("Handboken hittas inte. Skriv radsbord handbok för att se varför."));
		return;
	}
	size_t chapter = guide_about(&r->guide, page_name(f));
	if (!r->page.doc.count || chapter != r->chapter)
		show_chapter(r, chapter);
	r->typing = r->choosing = false;
	r->under = f->mode == MODE_HELP ? f->help_over : f->mode;
	f->mode = MODE_GUIDE;
	if (strcmp(_(only_swedish), only_swedish) != 0)
		frame_say(f, "%s", _(only_swedish));
}

/* ---- the contents --------------------------------------------------------------- */

static void title_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	const struct guide *g = ctx;
	(void)column;
	out->text = g->items[row].title;
}

static struct list_source contents_source(struct reader *r)
{
	static const struct list_column columns[] = {{.title = "", .width = 20, .flexible = true}};
	return (struct list_source){.ctx = &r->guide, .count = r->guide.count, .columns = columns, .columns_count = 1, .cell = title_cell};
}

/* Over the page; a choice of the pane's own may lie under the guide. */
static void open_contents(struct reader *r)
{
	struct list_source source = contents_source(r);
	list_release(&r->contents);
	list_init(&r->contents);
	list_update(&r->contents, &source, (long)r->chapter);
	r->choosing = true;
}

static void contents_key(struct frame *f, ui_key key)
{
	struct reader *r = &f->reader;
	enum command c = keymap_find(f->keymap, key, PLACE_GUIDE);
	if (c == COMMAND_CONTENTS)
		show_chapter(r, (size_t)list_selected(&r->contents));
	if (c == COMMAND_CONTENTS || c == COMMAND_GUIDE_LEAVE)
		r->choosing = false;
	else
		list_command(&r->contents, c);
}

static void step_chapter(struct frame *f, int by)
{
	struct reader *r = &f->reader;
	long to = (long)r->chapter + by;
	if (to >= 0 && to < (long)r->guide.count)
		show_chapter(r, (size_t)to);
	else
		frame_say(f, "%s", by > 0 ? _("Det här är sista kapitlet.") : _("Det här är första kapitlet."));
}

/* ---- the search ------------------------------------------------------------------ */

/* The first line after `from` that has the words, or before it the last; -1. */
static long line_with(const struct detail *page, const char *folded, long from, bool forward)
{
	long at = 0, found = -1;
	for (const char *line = buf_cstr(&page->text); *line; at++) {
		size_t n = strcspn(line, "\n");
		char *one = mem_strndup(line, n);
		bool has = text_matches(one, folded);
		free(one);
		line += n + (line[n] != 0);
		if (!has || (forward ? at <= from : at >= from))
			continue;
		found = at;
		if (forward)
			break;
	}
	return found;
}

static void show_hit(struct reader *r, long line)
{
	r->hit = line;
	r->page.top = (int)line - r->height / 3;
	if (r->page.top < 0)
		r->page.top = 0;
}

/* From where one reads through all chapters and round again. */
static void search(struct frame *f, bool forward)
{
	struct reader *r = &f->reader;
	struct buf folded = {0};
	long from = r->hit >= 0 ? r->hit : forward ? r->page.top - 1 : r->page.top;
	size_t chapter = r->chapter, count = r->guide.count;
	long line = -1;
	text_fold(&folded, r->words);
	if (!folded.len)
		frame_say(f, "%s", _("Sök först med /."));
	for (size_t i = 0; folded.len && i <= count && line < 0; i++) {
		struct detail page = {.width = 0};
		fill_page(&page, r, chapter);
		line = line_with(&page, buf_cstr(&folded), from, forward);
		detail_clear(&page);
		if (line >= 0)
			break;
		chapter = (chapter + count + (forward ? 1 : count - 1)) % count;
		from = forward ? -1 : LONG_MAX;
	}
	if (line >= 0 && chapter != r->chapter)
		show_chapter(r, chapter);
	if (line >= 0)
		show_hit(r, line);
	else if (folded.len)
		frame_say(f, _("”%s” finns inte i handboken."), r->words);
	buf_release(&folded);
}

static void begin_typing(struct frame *f)
{
	edit_release(&f->reader.line);
	edit_init(&f->reader.line, "", false);
	f->reader.typing = true;
}

static void typing_key(struct frame *f, ui_key key)
{
	struct reader *r = &f->reader;
	if (edit_key(&r->line, key) || (key != UI_KEY_ENTER && key != UI_KEY_ESCAPE))
		return;
	r->typing = false;
	if (key == UI_KEY_ESCAPE)
		return;
	snprintf(r->words, sizeof r->words, "%s", buf_cstr(&r->line.text));
	r->hit = -1;
	search(f, true);
}

/* ---- keys, and what is drawn ------------------------------------------------------ */

/* Back to what lies under it, also a form or a question with what was typed. */
static void leave(struct frame *f)
{
	if (f->reader.under == MODE_LIST || f->reader.under == MODE_DETAIL)
		modal_close(f);
	else
		f->mode = f->reader.under;
}

void reader_key(struct frame *f, ui_key key)
{
	struct buf name = {0};
	if (f->reader.typing || f->reader.choosing) {
		(f->reader.typing ? typing_key : contents_key)(f, key);
		return;
	}
	enum command c = keymap_find(f->keymap, key, PLACE_GUIDE);
	if (c == COMMAND_NONE && keymap_find(f->keymap, key, PLACE_ALL) == COMMAND_QUIT) /* out of the guide, not of the program */
		c = COMMAND_GUIDE_LEAVE;
	switch (c) {
	case COMMAND_NEXT_CHAPTER:
	case COMMAND_PREVIOUS_CHAPTER:
		step_chapter(f, c == COMMAND_NEXT_CHAPTER ? 1 : -1);
		break;
	case COMMAND_CONTENTS:
		open_contents(&f->reader);
		break;
	case COMMAND_GUIDE_SEARCH:
		begin_typing(f);
		break;
	case COMMAND_FIND_NEXT:
	case COMMAND_FIND_PREVIOUS:
		search(f, c == COMMAND_FIND_NEXT);
		break;
	case COMMAND_GUIDE_LEAVE:
		leave(f);
		break;
	default:
		if (detail_command(&f->reader.page, c, f->reader.height))
			break;
		key_format(&name, key);
		frame_say(f, _("Tangenten %s gör inget i handboken. Esc går tillbaka."), buf_cstr(&name));
		buf_release(&name);
	}
}

/* How far one has come stands where the page's own headline else does. */
void reader_draw(struct frame *f, struct canvas *c, struct rect body)
{
	struct reader *r = &f->reader;
	const char *guide = _("HANDBOK");
	canvas_fill(c, (struct rect){0, 2, c->width, body.y - 2}, ROLE_TEXT);
	int x = 1 + canvas_text(c, 1, 2, 20, ROLE_ACCENT, guide) + 2;
	if (r->page.top > 0) /* its heading is out of sight */
		x += canvas_text(c, x, 2, c->width - x - 12, ROLE_HEADING, r->guide.items[r->chapter].title) + 2;
	canvas_printf(c, x, 2, c->width - x - 1, ROLE_MUTED, _("%zu av %zu"), r->chapter + 1, r->guide.count);
	if (r->width != body.width) /* its lines are others now */
		r->hit = -1;
	r->width = body.width;
	r->height = body.height;
	if (r->choosing) {
		struct list_source source = contents_source(r);
		canvas_text(c, body.x, body.y, body.width, ROLE_HEADING, _("Handbokens innehåll"));
		list_draw(&r->contents, &source, c, (struct rect){body.x, body.y + 1, body.width, body.height - 1}, true, "");
		return;
	}
	detail_draw(&r->page, c, body, false);
	long row = r->hit - r->page.top;
	if (r->hit >= 0 && row >= 0 && row < body.height - 1)
		canvas_role(c, (struct rect){body.x, body.y + (int)row, body.width, 1}, ROLE_SELECTED);
}

void reader_bottom(struct frame *f, struct buf *out)
{
	static const enum command shown[] = {COMMAND_PREVIOUS_CHAPTER, COMMAND_CONTENTS, COMMAND_GUIDE_SEARCH, COMMAND_FIND_NEXT,
	                                     COMMAND_GUIDE_LEAVE};
	if (f->reader.typing) {
		buf_str(out, _("Enter sök  Esc avbryt"));
		return;
	}
	if (f->reader.choosing) {
		buf_str(out, _("↑↓ välj  Enter öppna  Esc tillbaka"));
		return;
	}
	buf_str(out, _("↑↓ läs"));
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		if (shown[i] == COMMAND_FIND_NEXT && (!f->reader.words[0] || f->reader.width < ROOMY))
			continue;
		buf_str(out, "  ");
		key_format(out, keymap_key(f->keymap, shown[i], 0));
		if (shown[i] == COMMAND_PREVIOUS_CHAPTER) {
			buf_char(out, ' ');
			key_format(out, keymap_key(f->keymap, COMMAND_NEXT_CHAPTER, 0));
		}
		buf_printf(out, " %s", _(command_find(shown[i])->label));
	}
}
