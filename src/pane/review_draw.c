/* How the review looks: a card an action with its sentence for the minutes, the summary, and the lines above and below. */
#include "review_local.h"

#include "radsbord/base/language.h"
#include "radsbord/report/gaps.h"

#include <string.h>

void review_banner(struct frame *f, struct pane *p, struct buf *left, struct buf *right)
{
	struct review_state *s = review_state(f);
	const struct meeting *m = review_meeting(s);
	long row = list_selected(&p->list);
	const struct clock *clock = session_clock(f->session);
	struct wall now = wall_from_utc(clock->utc(clock->ctx));
	buf_str(left, _("GENOMGÅNG  "));
	if (s->model->settings && s->model->settings->name)
		buf_printf(left, "%s ", s->model->settings->name);
	if (m)
		date_format_iso(left, m->date);
	buf_printf(right, _("%ld av %zu"), row + 1, s->count);
	if (m && !f->wall && m->end >= 0 && date_cmp(m->date, now.date) == 0 && m->end >= now.minutes)
		buf_printf(right, _("   %d min kvar"), m->end - now.minutes);
}

static void draw_facts(struct frame *f, const struct action *a, const struct meeting *m, struct buf *out)
{
	struct review_state *s = review_state(f);
	const struct meeting *at;
	const struct verdict *earlier = verdict_earlier(s->model->council, m, a->head.id, &at);
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(s->model, a->gaps.items[i]);
		buf_printf(out, _("Brist:     %s %s\n"), a->gaps.items[i], g && g->text ? g->text : "");
	}
	buf_printf(out, _("Ansvarig:  %s   Klart senast: "), a->owner ? a->owner : _("ingen"));
	if (date_known(a->due))
		date_format_long(out, a->due);
	else
		buf_str(out, _("ingen tid"));
	buf_printf(out, "   %s\n", _(action_statuses[a->status].label));
	if (earlier) {
		buf_str(out, _("Tidigare:  mötet den "));
		date_format_long(out, at->date);
		buf_printf(out, ": %s\n", _(verdict_outcomes[earlier->outcome].label));
	}
	if (a->notes.count && !f->wall) /* notes are the secretary's own */
		buf_printf(out, _("Senast:    %s\n"), a->notes.items[a->notes.count - 1]);
}

/* What the minutes say of it now, or would say when nothing is changed. */
static void draw_sentence(struct review_state *s, const struct action *a, const struct verdict *v, struct buf *out)
{
	struct verdict none;
	record_init(record_type(RECORD_VERDICT), &none);
	none.outcome = VERDICT_UNCHANGED;
	verdict_sentence(v ? v : &none, a, review_verb(s), out);
	if (v ? v->own_paragraph : s->own)
		buf_str(out, _(" (egen paragraf)"));
}

static void date_hint(struct review_state *s, const struct meeting *m, struct buf *out)
{
	struct date next = review_next_meeting(s, m);
	buf_str(out, _("Ny tid:  "));
	if (date_known(next)) {
		buf_str(out, _("Enter nästa möte, "));
		date_format_long(out, next);
		buf_str(out, "   ");
	}
	buf_str(out, _("1–6 månader   f skriv ett datum   Esc avbryt"));
}

/* Where others see the screen no persons are named. */
static void hide(struct frame *f, struct buf *text)
{
	struct buf public = {0};
	frame_public(f, buf_cstr(text), &public);
	buf_clear(text);
	buf_str(text, buf_cstr(&public));
	buf_release(&public);
}

static void draw_card(struct frame *f, struct canvas *c, struct rect r, size_t row)
{
	struct review_state *s = review_state(f);
	const struct meeting *m = review_meeting(s);
	const struct action *a = review_action(s, row);
	const struct verdict *v = review_verdict(s, row);
	struct buf text = {0};
	int y = r.y;
	if (!m || !a) {
		canvas_text(c, r.x, y, r.width, ROLE_MUTED, _("Åtgärden finns inte längre."));
		return;
	}
	verdict_name(a, &text);
	hide(f, &text);
	y += canvas_wrapped(c, (struct rect){r.x, y, r.width, 2}, 0, ROLE_HEADING, buf_cstr(&text));
	buf_clear(&text);
	if (action_is_overdue(a, m->date)) {
		buf_str(&text, _("! Tiden har gått ut "));
		date_format_short(&text, a->due);
		canvas_text(c, r.x, y++, r.width, ROLE_OVERDUE, buf_cstr(&text));
		buf_clear(&text);
	} else if (verdict_brings_up(s->model->council, m, a->head.id)) {
		canvas_text(c, r.x, y++, r.width, ROLE_PARTLY, _("▸ Togs upp igen från förra mötet"));
	}
	draw_facts(f, a, m, &text);
	hide(f, &text);
	y += canvas_wrapped(c, (struct rect){r.x, y, r.width, r.height - (y - r.y) - 4}, 0, ROLE_TEXT, buf_cstr(&text));
	buf_clear(&text);
	canvas_rule(c, r.x, y, r.width, ROLE_MUTED);
	canvas_text(c, r.x + 2, y++, r.width - 2, ROLE_MUTED, v ? _(" Till protokollet: avgjord ") : _(" Till protokollet "));
	if (s->choosing)
		date_hint(s, m, &text);
	else
		draw_sentence(s, a, v, &text);
	hide(f, &text);
	canvas_wrapped(c, (struct rect){r.x, y, r.width, r.height - (y - r.y)}, 0, s->choosing ? ROLE_ACCENT : ROLE_TEXT,
	               buf_cstr(&text));
	buf_release(&text);
}

/* As much as there is room for, and whether there is more. */
static void draw_summary_text(struct review_state *s, struct canvas *c, struct rect r, const char *text)
{
	s->lines = canvas_wrapped(c, (struct rect){r.x, r.y, r.width, 0}, 0, ROLE_TEXT, text);
	s->height = s->lines > r.height && !c->linear ? r.height - 1 : r.height;
	if (s->top + s->height > s->lines)
		s->top = s->lines > s->height ? s->lines - s->height : 0;
	canvas_wrapped(c, (struct rect){r.x, r.y, r.width, s->height}, s->top, ROLE_TEXT, text);
	if (s->height < r.height)
		canvas_aligned(c, r.x, r.y + s->height, r.width, ROLE_MUTED, TEXT_RIGHT, s->top + s->height < s->lines ? _("↓ mer") : _("slut"));
}

static void draw_summary(struct frame *f, struct canvas *c, struct rect r)
{
	struct review_state *s = review_state(f);
	const struct meeting *m = review_meeting(s);
	struct buf text = {0};
	size_t left = s->count - review_decided(s);
	int y = r.y;
	if (!m)
		return;
	struct verdict_counts n = verdict_count(s->model->council, m);
	verdict_summary(&n, &text);
	if (left == 1)
		buf_str(&text, _(" 1 är inte behandlad och förs över till nästa möte."));
	else if (left)
		buf_printf(&text, _(" %zu är inte behandlade och förs över till nästa möte."), left);
	y += canvas_wrapped(c, (struct rect){r.x, y, r.width, 3}, 0, ROLE_HEADING, buf_cstr(&text));
	buf_clear(&text);
	canvas_rule(c, r.x, y, r.width, ROLE_MUTED);
	canvas_text(c, r.x + 2, y++, r.width - 2, ROLE_MUTED, _(" Till protokollet "));
	verdict_paragraph(s->model->council, m, review_verb(s), &text);
	hide(f, &text);
	draw_summary_text(s, c, (struct rect){r.x, y, r.width, r.height - (y - r.y)}, buf_cstr(&text));
	buf_release(&text);
}

/* The keys that the bottom line has no room for. */
static void draw_keys(struct frame *f, struct canvas *c, struct rect r)
{
	static const enum command shown[] = {COMMAND_VERDICT_OWNER, COMMAND_VERDICT_NOTE, COMMAND_VERDICT_OWN, COMMAND_VERDICT_DROP,
	                                     COMMAND_VERDICT_ADD,   COMMAND_UNDO};
	struct buf keys = {0}, end = {0}, line = {0};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		buf_str(&keys, i ? "  " : "");
		key_format(&keys, keymap_key(f->keymap, shown[i], 0));
		buf_printf(&keys, " %s", _(command_find(shown[i])->label));
	}
	key_format(&end, keymap_key(f->keymap, COMMAND_REVIEW, 0));
	buf_printf(&end, " %s", _("sammanfatta"));
	keys_fit(buf_cstr(&keys), buf_cstr(&end), r.width, &line);
	canvas_text(c, r.x, r.y + r.height - 1, r.width, ROLE_KEY, buf_cstr(&line));
	buf_release(&keys);
	buf_release(&end);
	buf_release(&line);
}

bool review_draw(struct frame *f, struct pane *p, struct canvas *c, struct rect r)
{
	struct review_state *s = review_state(f);
	const struct clock *clock = session_clock(f->session);
	long row = list_selected(&p->list);
	struct rect card = r;
	if (row < 0)
		return false;
	if (r.width >= 110 && !c->linear) {
		struct rect list = r;
		list.width = r.width * 2 / 5;
		card.x = list.x + list.width + 3;
		card.width = r.width - list.width - 3;
		list_draw(&p->list, &p->source, c, list, true, "");
	}
	if (s->painted != row) {
		s->painted = row;
		s->painted_at = clock->mono_ms(clock->ctx);
	}
	if (s->closing) {
		draw_summary(f, c, card);
	} else {
		draw_keys(f, c, card);
		card.height--;
		draw_card(f, c, card, (size_t)row);
	}
	return true;
}

bool review_bottom(struct frame *f, struct pane *p, int width, struct buf *out)
{
	struct review_state *s = review_state(f);
	const struct meeting *m = review_meeting(s);
	bool more = s->lines > s->height, next = m && date_known(review_next_meeting(s, m));
	const char *const help = _("F1 hjälp");
	const char *const summary[] = {_("Enter för in i protokollet"), _("Esc till punkterna"), more ? _("↑↓ läs") : "", _("u ångra"), help};
	const char *const day[] = {next ? _("Enter nästa möte") : "", _("1–6 månader"), _("f skriv ett datum"), _("Esc avbryt"), help};
	(void)p;
	if (s->closing)
		frame_fit_keys(summary, sizeof summary / sizeof *summary, width, out);
	else if (s->choosing)
		frame_fit_keys(day, sizeof day / sizeof *day, width, out);
	return s->closing || s->choosing;
}
