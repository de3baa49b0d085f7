/* The question when both changed a record: my text and theirs side by side (one below the other where it is narrow), and a
 * key for each answer. It lies over the question or form where the text was typed; Esc leads back there, with the text. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE_BY_SIDE = 78 }; /* columns of the body in a window of 80 */

static const struct {
	ui_key key;
	enum conflict_answer answer;
	const char *label;
} keys[] = {
	{'m', CONFLICT_MINE, N_("m min text")}, {'d', CONFLICT_THEIRS, N_("d deras text")}, {'b', CONFLICT_BOTH, N_("b båda")}};

static const struct conflict_item *item_of(struct frame *f)
{
	return &session_conflict(f->session)->items[f->conflict.at];
}

static bool may(const struct conflict_item *item, enum conflict_answer answer)
{
	return item->may & 1u << answer;
}

void conflict_question_open(struct frame *f)
{
	const struct conflict *k = session_conflict(f->session);
	struct conflict_question *q = &f->conflict;
	if (!k)
		q->open = false;
	if (!k || q->open)
		return;
	q->open = true;
	free(q->given);
	q->given = mem_alloc(k->count * sizeof *q->given);
	q->at = 0;
	q->top = 0;
	q->under = f->mode;
	f->mode = MODE_CONFLICT;
	f->message[0] = '\0';
}

/* Back to where the text was typed; `done`: it is no longer needed there. */
static void leave(struct frame *f, bool done)
{
	f->conflict.open = false;
	f->mode = f->conflict.under;
	if (done && (f->mode == MODE_FORM || f->mode == MODE_ASK))
		modal_close(f);
	else
		frame_rebuild(f);
}

static void go_back(struct frame *f)
{
	bool typed = f->conflict.under == MODE_FORM || f->conflict.under == MODE_ASK;
	session_let_go(f->session);
	leave(f, false);
	frame_say(f, typed ? _("Ingenting är sparat. Sparar du det du skrev nu gäller det i stället för deras.") : _("Ingenting ändrades."));
	if (typed && f->mode == MODE_FORM)
		error_set(&f->record_form.form.error, ERROR_CONFLICT, "%s", f->message);
}

/* Every item has its answer: the step is made with them. */
static void finish(struct frame *f)
{
	struct error e = {0};
	bool wrote = false;
	const struct conflict *k = session_conflict(f->session);
	for (size_t i = 0; i < k->count; i++)
		wrote |= f->conflict.given[i] != CONFLICT_THEIRS;
	bool done = session_answer(f->session, f->conflict.given, &e);
	if (done) {
		leave(f, true);
		if (wrote)
			frame_say_saved(f, NULL);
		else
			frame_say(f, f->conflict.undo ? _("Deras text står kvar; det går inte längre att ångra.") : _("Deras text står kvar."));
	} else {
		leave(f, false);
		frame_error(f, &e);
	}
}

static void answer(struct frame *f, enum conflict_answer given)
{
	f->conflict.given[f->conflict.at++] = given;
	f->conflict.top = 0;
	if (f->conflict.at == session_conflict(f->session)->count)
		finish(f);
}

static void say_no_both(struct frame *f, const struct conflict_item *item, enum conflict_answer answer)
{
	if (answer == CONFLICT_BOTH)
		frame_say(f, _("%s har bara plats för ett värde; välj m eller d."), item->field ? _(item->field->label) : _("Raden"));
	else if (item->kind == CONFLICT_BESIDE)
		frame_say(f, _("Ni har ändrat olika saker; b sparar båda, d låter deras stå ensam."));
	else
		frame_say(f, _("Posten är borta och kan inte läggas tillbaka härifrån; d låter den vara borta."));
}

void conflict_question_key(struct frame *f, ui_key key)
{
	const struct conflict_item *item = item_of(f);
	if (key == UI_KEY_ESCAPE) {
		go_back(f);
		return;
	}
	if (key == UI_KEY_UP || key == UI_KEY_DOWN) {
		f->conflict.top += key == UI_KEY_DOWN ? 1 : f->conflict.top > 0 ? -1 : 0;
		return;
	}
	if (key == UI_KEY_ENTER && item->usual != CONFLICT_UNANSWERED) {
		answer(f, item->usual);
		return;
	}
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (key == keys[i].key || key == keys[i].key - 'a' + 'A') {
			if (may(item, keys[i].answer))
				answer(f, keys[i].answer);
			else
				say_no_both(f, item, keys[i].answer);
			return;
		}
	frame_say(f, _("Välj en av tangenterna på sista raden."));
}

/* ---- drawing ------------------------------------------------------------------ */

static int draw_text(struct canvas *c, struct rect r, const char *title, const char *text, int top)
{
	canvas_text(c, r.x, r.y, r.width, ROLE_HEADING, title);
	return canvas_wrapped(c, (struct rect){r.x, r.y + 1, r.width, r.height - 1}, top, ROLE_TEXT, text);
}

/* Scrolls no further than to the last line of the longer text. */
static void bound(struct conflict_question *q, int lines, int room)
{
	int last = lines > room ? lines - room : 0;
	if (q->top > last)
		q->top = last;
}

void conflict_question_draw(struct frame *f, struct canvas *c, struct rect body)
{
	static const char *const what[] = {
		[CONFLICT_FIELD] = N_("Någon annan har ändrat samma uppgift. Ingenting av ditt är sparat än."),
		[CONFLICT_BESIDE] = N_("Någon annan har ändrat annat i samma post. Ingenting av ditt är sparat än."),
		[CONFLICT_GONE] = N_("Någon annan har tagit bort posten som du ändrar. Ingenting av ditt är sparat än."),
		[CONFLICT_CHANGED] = N_("Posten som tas bort har ändrats av någon annan. Ingenting är borttaget än."),
	};
	const struct conflict *k = session_conflict(f->session);
	const struct conflict_item *item = item_of(f);
	struct conflict_question *q = &f->conflict;
	int y = body.y, room, lines;
	canvas_printf(c, body.x, y++, body.width, ROLE_HEADING, "%s%s%s", item->record, item->field ? ": " : "",
	              item->field ? _(item->field->label) : "");
	if (k->count > 1)
		canvas_printf(c, body.x, y++, body.width, ROLE_MUTED, _("Fråga %zu av %zu"), q->at + 1, k->count);
	y += canvas_wrapped(c, (struct rect){body.x, y, body.width, 2}, 0, ROLE_NOTICE, _(what[item->kind])) > 1 ? 2 : 1;
	y++;
	int height = body.y + body.height - y;
	if (body.width >= SIDE_BY_SIDE) {
		int half = (body.width - 3) / 2;
		struct rect mine = {body.x, y, half, height}, theirs = {body.x + half + 3, y, half, height};
		room = height - 1;
		lines = draw_text(c, mine, _("Min text"), item->mine_text, q->top);
		int other = draw_text(c, theirs, _("Deras text"), item->theirs_text, q->top);
		bound(q, lines > other ? lines : other, room);
	} else {
		int half = (height - 1) / 2;
		struct rect mine = {body.x, y, body.width, half}, theirs = {body.x, y + half + 1, body.width, half};
		room = half - 1;
		lines = draw_text(c, mine, _("Min text"), item->mine_text, q->top);
		int other = draw_text(c, theirs, _("Deras text"), item->theirs_text, q->top);
		bound(q, lines > other ? lines : other, room);
	}
}

void conflict_question_bottom(struct frame *f, struct buf *out)
{
	const struct conflict_item *item = item_of(f);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (may(item, keys[i].answer))
			buf_printf(out, "%s%s  ", _(keys[i].label), item->usual == keys[i].answer ? _(" (Enter)") : "");
	buf_str(out, _("↑↓ läs  Esc gå tillbaka"));
}
