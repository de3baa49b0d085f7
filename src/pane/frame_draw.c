/* Drawing: header, tabs, headline, body, message line, bottom line. Draws only; changes nothing but what was drawn last. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/ui/loop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER_ROWS = 4, FOOT_ROWS = 2, BESIDE_WIDTH = 110, LINEAR_PAGE = 8, LOW = 20, ROOMY = 80 };

static void draw_header(struct frame *f, struct canvas *c)
{
	const struct model *m = frame_model(f);
	struct buf right = {0}, left = {0};
	struct date today = session_today(f->session);
	int iso_year, week = date_iso_week(today, &iso_year);
	date_format_weekday(&right, today);
	buf_str(&right, "  ");
	buf_printf(&right, _("v. %d"), week);
	if (iso_year != today.year)
		buf_printf(&right, " %d", iso_year);
	if (f->current != START_PANE)
		buf_str(&left, m->reference->places[f->place].name);
	if (m->year && f->current != START_PANE)
		buf_printf(&left, "  %d", m->year);
	int right_width = text_width(buf_cstr(&right));
	canvas_fill(c, (struct rect){0, 0, c->width, 1}, ROLE_BAR);
	canvas_text(c, 1, 0, 10, ROLE_BAR, "Rådsbord");
	bool practice = m->settings && m->settings->practice;
	int room = c->width - 13 - right_width - 2 - (practice ? 13 : 0);
	canvas_text(c, 12, 0, room, ROLE_BAR, buf_cstr(&left));
	if (practice)
		canvas_text(c, c->width - right_width - 2 - 13, 0, 12, ROLE_PRACTICE, _("ÖVNINGSRÅD"));
	canvas_text(c, c->width - right_width - 1, 0, right_width, ROLE_BAR, buf_cstr(&right));
	buf_release(&right);
	buf_release(&left);
}

static void tab_text(char tab[64], int pane, bool brief)
{
	const struct pane_class *class = pane_classes[pane];
	snprintf(tab, 64, "%c %s", command_find(class->command)->keys[0],
	         _(brief && class->short_title ? class->short_title : class->title));
}

static int tabs_width(bool brief, int gap)
{
	int width = 0;
	for (int i = 0; i < PANES && pane_classes[i]->command != COMMAND_NONE; i++) {
		char tab[64];
		tab_text(tab, i, brief);
		width += text_width(tab) + (i ? gap : 0);
	}
	return width;
}

/* A name that is too long gives way; the day after it, the last word, stands. */
static void clip_banner(struct buf *left, int room)
{
	const char *text = buf_cstr(left), *day = strrchr(text, ' ');
	if (!day || text_width(text) <= room)
		return;
	struct buf clipped = {0};
	char *name = mem_strndup(text, (size_t)(day - text));
	text_clip(&clipped, name, room - text_width(day));
	buf_str(&clipped, day);
	buf_clear(left);
	buf_str(left, buf_cstr(&clipped));
	buf_release(&clipped);
	free(name);
}

/* What a room without a tab says of itself in the line of the tabs. */
static void draw_banner(struct frame *f, struct canvas *c)
{
	struct buf left = {0}, right = {0};
	frame_pane(f)->class->banner(f, frame_pane(f), &left, &right);
	int width = text_width(buf_cstr(&right));
	clip_banner(&left, c->width - width - 4);
	canvas_text(c, 1, 1, c->width - width - 4, ROLE_TAB_ACTIVE, buf_cstr(&left));
	canvas_text(c, c->width - width - 1, 1, width, ROLE_ACCENT, buf_cstr(&right));
	buf_release(&left);
	buf_release(&right);
}

/* All panes in one line: first the air goes, then the long names. */
static void draw_tabs(struct frame *f, struct canvas *c)
{
	bool brief = tabs_width(false, 2) > c->width - 2;
	int gap = 3, x = 1;
	if (frame_pane(f)->class->banner) {
		draw_banner(f, c);
		return;
	}
	while (gap > 1 && tabs_width(brief, gap) > c->width - 2)
		gap--;
	for (int i = 0; i < PANES && pane_classes[i]->command != COMMAND_NONE; i++) {
		char tab[64];
		if (c->linear && i != f->current)
			continue;
		tab_text(tab, i, brief);
		int width = canvas_text(c, x, 1, c->width - x, i == f->current ? ROLE_TAB_ACTIVE : ROLE_TAB, tab);
		f->drawn.tabs[i] = (struct rect){x, 1, width, 1};
		x += width + gap;
	}
}

/* With `gap` columns between them. */
static int parts_width(const struct pane *p, int gap)
{
	int width = 0;
	for (int i = 0; p->class->parts[i]; i++)
		width += text_width(_(p->class->parts[i])) + 2 + gap;
	return width;
}

/* The parts in a line, the one open marked; in a window where they leave no room only that one, and how many there are. */
static int draw_parts(struct frame *f, struct canvas *c, bool all)
{
	const struct pane *p = frame_pane(f);
	int x = 1, count = 0, gap = parts_width(p, 1) <= c->width - 1;
	while (p->class->parts[count])
		count++;
	for (int i = 0; i < count; i++) {
		bool open = i == p->part;
		char part[64];
		if (!all && !open)
			continue;
		snprintf(part, sizeof part, c->linear ? "%s" : open ? "[%s]" : " %s ", _(p->class->parts[i])); /* brackets would be read out */
		f->drawn.parts[i] = (struct rect){x, 2, canvas_text(c, x, 2, c->width - x - 1, open ? ROLE_ACCENT : ROLE_MUTED, part), 1};
		x += f->drawn.parts[i].width + (all ? gap : 1);
		if (!all) {
			snprintf(part, sizeof part, _("%d av %d"), i + 1, count);
			x += canvas_text(c, x, 2, c->width - x - 1, ROLE_MUTED, part) + 1;
		}
	}
	return x > 1 ? x + 1 : x;
}

/* "Tab del" after the parts; how wide it is. */
static int draw_key(struct frame *f, struct canvas *c, int x, enum command command)
{
	struct buf key = {0};
	if (command_find(command)->places & pane_place(frame_pane(f))) {
		key_format(&key, keymap_key(f->keymap, command, 0));
		buf_printf(&key, " %s", _(command_find(command)->label));
	}
	int width = canvas_text(c, x, 2, c->width - x - 1, ROLE_KEY, buf_cstr(&key));
	buf_release(&key);
	return width ? width + 2 : 0;
}

/* Of a room, whose bottom line is full of what the meeting needs: the other parts, and where it is narrow the menu too. */
static int draw_room_keys(struct frame *f, struct canvas *c, int x)
{
	int from = x;
	x += draw_key(f, c, x, COMMAND_NEXT_PART);
	if (c->width < ROOMY)
		x += draw_key(f, c, x, COMMAND_MENU);
	return x > from ? x + 1 - from : 0;
}

/* The parts and the headline: side by side, below each other when there is a line for it, else the headline first. */
static void draw_headline(struct frame *f, struct canvas *c)
{
	struct pane *p = frame_pane(f);
	struct buf text = {0};
	if (f->visits_count && f->detail.doc.count) { /* the chain one has walked says where one is */
		crumbs_line(f, c->width - 2, &text);
		canvas_text(c, 1, 2, c->width - 2, ROLE_MUTED, buf_cstr(&text));
		buf_release(&text);
		return;
	}
	marks_say(p, &text);
	if (text.len)
		buf_str(&text, p->class->headline ? "  " : "");
	if (p->class->headline)
		p->class->headline(f, p, &text);
	int parts = parts_width(p, 1), room = c->width - 2 - parts - (parts > 0), wanted = text_width(buf_cstr(&text));
	bool beside = (wanted <= room && room >= 0) || room >= c->width / 3;
	bool below = !beside && c->height >= LOW && parts_width(p, 0) <= c->width - 2;
	int x = draw_parts(f, c, !c->linear && (beside || below));
	if (p->class->banner && p->class->parts[0]) {
		x += draw_room_keys(f, c, x);
		if (c->width - x - 1 < wanted && c->width < ROOMY)
			buf_clear(&text);
	}
	canvas_text(c, below ? 1 : x, below ? 3 : 2, c->width - (below ? 1 : x) - 1, p->alert ? ROLE_PRACTICE : ROLE_MUTED, buf_cstr(&text));
	buf_release(&text);
}

/* What is said does not fit in its line: the message line or, where a question stands there, the bottom line. */
static bool message_is_long(const struct frame *f, const struct canvas *c)
{
	bool has_line = f->mode == MODE_ASK || f->mode == MODE_PICK || f->mode == MODE_LIST || f->mode == MODE_DETAIL;
	return has_line && text_width(f->message) > c->width - 2;
}

/* What the word can become, in the line above; in a low window it takes the last row of the list. */
static void draw_filter_hint(struct frame *f, struct canvas *c)
{
	struct buf hint = {0};
	bool said = f->message[0] != '\0', wrong = filter_hint(f, &hint);
	canvas_text(c, 1, c->height - FOOT_ROWS - 1, c->width - 2, said || wrong ? ROLE_NOTICE : ROLE_MUTED, said ? f->message : buf_cstr(&hint));
	buf_release(&hint);
}

static void draw_message(struct frame *f, struct canvas *c)
{
	int y = c->height - FOOT_ROWS;
	struct rect field = {1, y, c->width - 2, 1};
	bool search = f->mode == MODE_GUIDE && f->reader.typing;
	if (f->mode == MODE_FILTER || f->mode == MODE_ASK || search) {
		const char *label = search ? _("Sök i handboken") : f->mode == MODE_FILTER ? _("Filtrera") : _(f->ask->label);
		int x = 1 + canvas_text(c, 1, y, c->width / 2, ROLE_ACCENT, label) + 1;
		if (!*label || label[strlen(label) - 1] != '?')
			x += canvas_text(c, x - 1, y, 1, ROLE_ACCENT, ":");
		edit_draw(search ? &f->reader.line : &f->line, c, (struct rect){x, y, c->width - x - 1, 1}, true);
		return;
	}
	if (f->mode == MODE_FORM && f->record_form.form.error.text[0]) /* the form says it where it is at fault */
		return;
	if (f->message[0]) {
		if (!message_is_long(f, c))
			canvas_text(c, field.x, y, field.width, f->message_role, f->message);
		return;
	}
	struct pane *p = frame_pane(f);
	long row = list_selected(&p->list);
	struct buf note = {0};
	if (f->mode == MODE_LIST && p->class->note && row >= 0)
		p->class->note(f, p, (size_t)row, &note);
	if (note.len) {
		canvas_text(c, 1, y, 2, ROLE_ACCENT, "▸");
		canvas_text(c, 3, y, c->width - 4, ROLE_TEXT, buf_cstr(&note));
	}
	buf_release(&note);
}

void frame_draw_message(struct canvas *c, const char *text)
{
	struct rect line = {0, c->height - FOOT_ROWS, c->width, 1};
	canvas_fill(c, line, ROLE_TEXT);
	canvas_text(c, 1, line.y, c->width - 2, ROLE_NOTICE, text);
	c->cursor_x = c->cursor_y = -1;
}

static void draw_bottom(struct frame *f, struct canvas *c)
{
	int y = c->height - 1, width = c->width - 2;
	struct buf line = {0};
	if (c->linear && f->mode == MODE_LIST) /* F1 tells, when it is asked */
		return;
	/* what is said while the message line holds a question is said here */
	bool said = f->message[0] && !message_is_long(f, c) && f->mode == MODE_ASK;
	enum role role = said ? ROLE_ERROR : f->mode == MODE_ASK ? ROLE_MUTED : ROLE_KEY;
	if (said)
		buf_str(&line, f->message);
	else
		frame_bottom(f, width, &line);
	canvas_text(c, 1, y, width, role, buf_cstr(&line));
	if (!said)
		snprintf(f->drawn.keys, sizeof f->drawn.keys, "%s", buf_cstr(&line));
	buf_release(&line);
}

/* The list, and beside it (wide) or below it (narrow) the detail. */
static void draw_pane(struct frame *f, struct canvas *c, struct rect body)
{
	struct pane *p = frame_pane(f);
	struct rect list = body, detail = body;
	if (f->mode == MODE_DETAIL && c->linear) {
		detail.height = f->detail_height = 2 + (f->detail.count > 0); /* a line, that there are more, and a link */
		detail_draw(&f->detail, c, detail, true);
		return;
	}
	if (f->mode == MODE_DETAIL && body.width >= BESIDE_WIDTH) {
		list.width = body.width * 11 / 20;
		detail.x = list.x + list.width + 3;
		detail.width = body.width - list.width - 3;
	} else if (f->mode == MODE_DETAIL) {
		list.height = body.height >= 15 ? 6 : 4;
		detail.y = list.y + list.height + 1;
		detail.height = body.height - list.height - 1;
		canvas_rule(c, body.x, list.y + list.height, body.width, ROLE_MUTED);
	}
	if (!p->class->draw || !p->class->draw(f, p, c, list)) {
		list_draw(&p->list, &p->source, c, list, f->mode != MODE_DETAIL,
		          p->class->why_empty ? p->class->why_empty(f, p) : _(p->class->empty));
		if (f->mode == MODE_LIST && c->height >= LOW && !c->linear && list_has_more(&p->list)) /* in the line of air */
			canvas_aligned(c, 1, c->height - FOOT_ROWS - 1, c->width - 2, ROLE_MUTED, TEXT_RIGHT, _("↓ mer"));
	}
	if (f->mode == MODE_DETAIL) {
		f->detail_height = detail.height;
		detail_draw(&f->detail, c, detail, true);
	}
}

/* A sentence too long for its line is read whole: it stands above the question, or grows upwards from the message line. */
static void draw_long_message(struct frame *f, struct canvas *c)
{
	enum { ROWS_MOST = 6 };
	if (!message_is_long(f, c))
		return;
	enum role role = f->mode == MODE_ASK ? ROLE_ERROR : f->message_role;
	int rows = canvas_wrapped(c, (struct rect){1, 0, c->width - 2, 0}, 0, role, f->message);
	rows = rows < ROWS_MOST ? rows : ROWS_MOST;
	struct rect r = {1, c->height - FOOT_ROWS - rows + (f->mode == MODE_ASK ? 0 : 1), c->width - 2, rows};
	canvas_fill(c, (struct rect){0, r.y - 1, c->width, rows + 1}, ROLE_TEXT);
	canvas_rule(c, r.x, r.y - 1, r.width, ROLE_MUTED);
	canvas_wrapped(c, r, 0, role, f->message);
}

void frame_draw(struct frame *f, struct canvas *c)
{
	c->cursor_x = c->cursor_y = -1;
	memset(&f->drawn, 0, sizeof f->drawn);
	f->drawn.width = c->width;
	f->drawn.height = c->height;
	f->detail.drawn = (struct rect){0};
	frame_pane(f)->list.drawn = f->pick.list.drawn = (struct rect){0};
	draw_header(f, c);
	draw_tabs(f, c);
	draw_headline(f, c);
	struct rect body = {1, HEADER_ROWS, c->width - 2, c->height - HEADER_ROWS - FOOT_ROWS - 1};
	if (c->height < LOW) { /* a low window has no air to spare */
		body.y = HEADER_ROWS - 1;
		body.height = c->height - body.y - FOOT_ROWS - (f->mode == MODE_FILTER);
	}
	int help = modal_help_rows(f, body);
	body.height -= help;
	if (c->linear && (f->mode == MODE_HELP || f->mode == MODE_GUIDE))
		body.height = LINEAR_PAGE;
	if (!modal_draw(f, c, body))
		draw_pane(f, c, body);
	modal_draw_help(f, c, (struct rect){body.x, body.y + body.height, body.width, help});
	draw_long_message(f, c);
	if (f->mode == MODE_FILTER)
		draw_filter_hint(f, c);
	draw_message(f, c);
	draw_bottom(f, c);
}
