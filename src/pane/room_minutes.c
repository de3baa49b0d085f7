/* The minutes of a meeting as they are or were adopted, line by line; how they are adopted, and what is changed in them. */
#include "room_local.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct room_state *here(struct frame *f)
{
	return room_state(f);
}

/* ---- lines ------------------------------------------------------------------------------------------ */

void room_minutes_release(struct room_state *s)
{
	for (size_t i = 0; i < s->lines.count; i++)
		free(s->lines.items[i].text);
	free(s->lines.items);
	s->lines.items = NULL;
	s->lines.count = s->lines.cap = 0;
}

/* The paragraph of a line that begins with its number; -1: it begins none. */
static long begins(const struct room_state *s, const char *line)
{
	char *end;
	if (strncmp(line, "§", strlen("§")) != 0)
		return -1;
	line += strlen("§");
	line += strncmp(line, "\u00a0", strlen("\u00a0")) == 0 ? strlen("\u00a0") : strspn(line, " ");
	long long nr = strtoll(line, &end, 10);
	for (size_t i = 0; end > line && i < s->paragraphs_count; i++)
		if (s->paragraphs[i].nr == nr)
			return (long)i;
	return -1;
}

void room_minutes_build(struct frame *f, struct room_state *s)
{
	const struct meeting *m = room_meeting(s);
	struct doc d = {0};
	struct buf text = {0}, public = {0};
	long paragraph = -1;
	room_minutes_release(s);
	if (!m || s->pane.part != ROOM_MINUTES)
		return;
	report_minutes_kept(&d, s->model, m, f->wall);
	render_text(&d, s->width > 0 ? s->width : MINUTES_COLUMNS, &text);
	frame_public(f, buf_cstr(&text), &public);
	for (const char *at = buf_cstr(&public); *at;) {
		size_t n = strcspn(at, "\n");
		struct room_line line = {.text = mem_strndup(at, n)};
		long begun = begins(s, line.text);
		paragraph = begun >= 0 ? begun : strcmp(line.text, "Justering") == 0 ? -1 : paragraph;
		line.paragraph = paragraph;
		VEC_PUSH(&s->lines, line);
		at += n + (at[n] == '\n');
	}
	doc_release(&d);
	buf_release(&text);
	buf_release(&public);
}

void room_minutes_fit(struct frame *f, struct room_state *s, int width)
{
	int columns = width < MINUTES_COLUMNS ? width : MINUTES_COLUMNS;
	struct pane *p = &s->pane;
	long row = list_selected(&p->list);
	if (columns == (s->width > 0 ? s->width : MINUTES_COLUMNS))
		return;
	s->width = columns;
	room_minutes_build(f, s);
	p->source.count = s->lines.count;
	list_update(&p->list, &p->source, row < (long)s->lines.count ? row : (long)s->lines.count - 1);
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct room_state *s = ctx;
	(void)column;
	out->text = s->lines.items[row].text;
	out->role = begins(s, out->text) >= 0 ? ROLE_HEADING : ROLE_TEXT;
}

struct list_source room_minutes_source(struct room_state *s)
{
	static const struct list_column columns[] = {{.title = "", .width = 40, .flexible = true}};
	return (struct list_source){.ctx = s, .count = s->lines.count, .columns = columns, .columns_count = 1, .cell = cell};
}

/* ---- adoption ----------------------------------------------------------------------------------------- */

static int needed(const struct room_state *s)
{
	return s->model->settings ? s->model->settings->adjusters : 1;
}

void room_minutes_describe(const struct room_state *s, const struct meeting *m, struct doc *d)
{
	doc_pair(d, _("Protokoll"), "%s", _(minutes_states[m->minutes].label));
	doc_pair(d, _("Justering"), _("%zu av %d har justerat"), (size_t)m->adjusted.count, needed(s));
	if (m->minutes_file)
		doc_pair(d, _("Fil"), "%s", m->minutes_file);
}

/* The text that is stored: the minutes as they are with this confirmation in them. */
static void adopt(struct frame *f, const char *line, bool last)
{
	struct room_state *s = here(f);
	const struct meeting *m = room_meeting(s);
	struct changes c = {0};
	struct buf text = {0};
	struct meeting adopted = *m;
	adopted.adjusted = (struct strings){0};
	for (size_t i = 0; i < m->adjusted.count; i++)
		strings_add(&adopted.adjusted, m->adjusted.items[i], &c.arena);
	if (line)
		strings_add(&adopted.adjusted, line, &c.arena);
	adopted.minutes = MINUTES_ADOPTED;
	if (last)
		report_minutes_text(s->model, &adopted, &text);
	minutes_adjust(&c, m, line, last ? buf_cstr(&text) : NULL, s->paragraphs_count ? s->paragraphs[0].nr : 1);
	buf_release(&text);
	frame_apply(f, &c, last ? _("Justerat: protokollet ändras inte mer.") : _("Det väntar på en justerare till."));
}

static bool accept_way(struct frame *f, enum adjust_way way)
{
	struct room_state *s = here(f);
	const struct meeting *m = room_meeting(s);
	struct arena a = {0};
	if (!room_may_write(f, m))
		return false;
	const char *line = minutes_adjusted_line(session_today(f->session), way, s->text, &a);
	adopt(f, line, (int)m->adjusted.count + 1 >= needed(s));
	arena_release(&a);
	return true;
}

static void way_chosen(struct frame *f, size_t item)
{
	accept_way(f, item == 0 ? ADJUST_SIGNATURE : ADJUST_EMAIL);
}

static void ask_way(struct frame *f, const char *who)
{
	free(here(f)->text);
	here(f)->text = mem_strdup(who);
	modal_pick(f, _("Hur är det justerat?"), way_chosen);
	for (const struct choice *k = adjust_ways; k->code; k++)
		modal_pick_add(f, "%s", _(k->label));
}

static bool accept_who(struct frame *f, const char *text, struct error *e)
{
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv vem som har justerat, eller tryck Esc."));
	ask_way(f, text);
	return true;
}

static bool has_adjusted(const struct meeting *m, const char *who)
{
	for (size_t i = 0; i < m->adjusted.count; i++) {
		struct date day;
		enum adjust_way way;
		const char *name;
		if (minutes_adjusted_read(m->adjusted.items[i], &day, &way, &name) && strcmp(name, who) == 0)
			return true;
	}
	return false;
}

/* The n-th of those who are to confirm and have not. */
static const char *waiting(const struct meeting *m, size_t n)
{
	for (size_t i = 0; i < m->adjusters.count; i++)
		if (!has_adjusted(m, m->adjusters.items[i]) && n-- == 0)
			return m->adjusters.items[i];
	return NULL;
}

static void ask_who(struct frame *f)
{
	static const struct ask ask = {.label = N_("Justerat av"), .hint = N_("Enter vidare  Esc avbryt"), .accept = accept_who, .command = COMMAND_ADJUST};
	modal_ask_searched(f, &ask, ASK_PERSON);
}

static void circulate(struct frame *f, bool back)
{
	const struct meeting *m = room_meeting(here(f));
	struct changes c = {0};
	minutes_circulate(&c, m, back);
	frame_apply(f, &c, back ? _("Protokollet är ett utkast igen.") : _("Ändringar skrivs med r. F8 på sidan Möten skriver ut dem."));
}

static void send(struct frame *f)
{
	circulate(f, false);
}

static void adjusted_by(struct frame *f, size_t item)
{
	const struct meeting *m = room_meeting(here(f));
	if (!room_may_write(f, m))
		return;
	size_t n = 0;
	while (waiting(m, n))
		n++;
	if (needed(here(f)) == 0 && item == 0)
		adopt(f, NULL, true);
	else if (needed(here(f)) > 0 && item < n)
		ask_way(f, waiting(m, item));
	else if (needed(here(f)) > 0 && item == n)
		ask_who(f);
	else
		circulate(f, true);
}

static void adjust(struct frame *f)
{
	struct room_state *s = here(f);
	const struct meeting *m = room_meeting(s);
	const char *who;
	if (!room_may_write(f, m))
		return;
	if (m->minutes == MINUTES_DRAFT) {
		room_ask_unwritten(f, send);
		return;
	}
	modal_pick(f, _("Vem har justerat?"), adjusted_by);
	if (needed(s) == 0)
		modal_pick_add(f, _("fastställ utan justerare: texten läggs undan och ändras inte mer"));
	for (size_t i = 0; needed(s) > 0 && (who = waiting(m, i)); i++)
		modal_pick_add(f, "%s", f->wall ? attendance_public_name(s->model->council, who, &s->arena) : who);
	if (needed(s) > 0)
		modal_pick_add_always(f, _("någon annan: skriv namnet"));
	modal_pick_add(f, _("tillbaka till utkast"));
}

/* ---- who is to, and corrections ------------------------------------------------------------------------- */

static bool accept_adjusters(struct frame *f, const char *text, struct error *e)
{
	const struct meeting *m = room_meeting(here(f));
	struct changes c = {0};
	struct strings names = {0};
	if (!room_may_write(f, m))
		return error_set(e, ERROR_CONFLICT, "%s", f->message);
	for (const char *s = text; *s;) {
		size_t n = strcspn(s, ","), from = strspn(s, " ");
		const char *name = from < n ? arena_strndup(&c.arena, s + from, n - from) : "";
		if (*name)
			strings_add(&names, name, &c.arena);
		s += n + (s[n] == ',');
	}
	if (names.count > 2) {
		changes_release(&c);
		return error_set(e, ERROR_USAGE, _("Högst två kan justera. Skriv ett eller två namn med komma mellan."));
	}
	changes_set(&c, RECORD_MEETING, &m->head, "Justerare", names.items, names.count);
	changes_title(&c, "Justerare");
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_CONFLICT, "%s", f->message);
}

static void ask_adjusters(struct frame *f)
{
	static const struct ask ask = {.label = N_("Justerare"), .hint = N_("Ett eller två namn, med komma mellan.  Enter spara  Esc avbryt"),
	                               .accept = accept_adjusters, .command = COMMAND_ADJUSTERS};
	const struct meeting *m = room_meeting(here(f));
	struct buf text = {0};
	if (!room_may_write(f, m))
		return;
	for (size_t i = 0; i < m->adjusters.count; i++)
		buf_printf(&text, "%s%s", i ? ", " : "", m->adjusters.items[i]);
	modal_ask(f, &ask, buf_cstr(&text));
	buf_release(&text);
}

/* The n-th line of a text, in the arena; NULL: it has not so many. */
static const char *line_of(const char *text, size_t n, struct arena *a)
{
	const char *s = text ? text : "";
	while (*s && n > 0) {
		s += strcspn(s, "\n");
		s += *s == '\n';
		n--;
	}
	return *s ? arena_strndup(a, s, strcspn(s, "\n")) : NULL;
}

static const char *part_of(const struct item *item, int part)
{
	return part == CORRECTION_DECISION ? item->decision : item->text;
}

/* The text with one line changed, taken away (empty), or added after the last. */
static const char *changed(const char *text, size_t at, const char *line, struct arena *a)
{
	struct buf b = {0};
	const char *old;
	bool done = false;
	for (size_t i = 0; (old = line_of(text, i, a)); i++) {
		const char *now = i == at ? line : old;
		done |= i == at;
		if (*now)
			buf_printf(&b, "%s%s", b.len ? "\n" : "", now);
	}
	if (!done && *line)
		buf_printf(&b, "%s%s", b.len ? "\n" : "", line);
	const char *all = b.len ? arena_strdup(a, buf_cstr(&b)) : NULL;
	buf_release(&b);
	return all;
}

/* What stands on a row of the choice: each line of the text, then of the decision, then a new line of either. */
static bool row_of(const struct item *item, size_t row, int *part, size_t *line, struct arena *a)
{
	for (*part = CORRECTION_TEXT; *part <= CORRECTION_DECISION; ++*part)
		for (*line = 0; line_of(part_of(item, *part), *line, a); ++*line)
			if (row-- == 0)
				return true;
	*part = (int)row;
	*line = (size_t)-1;
	return row <= CORRECTION_DECISION;
}

static bool accept_by(struct frame *f, const char *text, struct error *e)
{
	struct room_state *s = here(f);
	const struct meeting *m = room_meeting(s);
	const struct item *item = room_item(f);
	struct changes c = {0};
	int part;
	size_t line;
	if (!*text)
		return error_set(e, ERROR_USAGE, _("Skriv vem som begär ändringen, eller tryck Esc."));
	if (!m || !item || !row_of(item, (size_t)s->choice, &part, &line, &c.arena)) {
		changes_release(&c);
		return error_set(e, ERROR_CONFLICT, _("Mötet eller paragrafen finns inte längre. Någon annan har tagit bort den."));
	}
	minutes_correct(&c, s->model->council, m, item, (enum correction_part)part, changed(part_of(item, part), line, s->text, &c.arena), text,
	                session_today(f->session), frame_new_ids(f, 1, &c.arena)[0]);
	return frame_apply(f, &c, minutes_adopted(m) ? _("Rättelsen står efter den justerade texten, som är orörd.") : NULL) ||
	       error_set(e, ERROR_CONFLICT, "%s", f->message);
}

static bool accept_after(struct frame *f, const char *text, struct error *e)
{
	static const struct ask ask = {.label = N_("Begärd av"), .hint = N_("Enter spara  Esc avbryt"), .accept = accept_by, .command = COMMAND_CORRECT};
	(void)e;
	free(here(f)->text);
	here(f)->text = mem_strdup(text);
	modal_ask(f, &ask, NULL);
	modal_help_with(f, ASK_PERSON);
	return true;
}

static void line_chosen(struct frame *f, size_t row)
{
	static const struct ask ask = {.label = N_("Ska vara"), .hint = N_("Det som ska stå; tomt tar bort raden.  Enter vidare  Esc avbryt"),
	                               .accept = accept_after, .command = COMMAND_CORRECT};
	const struct item *item = room_item(f);
	struct arena a = {0};
	int part;
	size_t line;
	if (item && row_of(item, row, &part, &line, &a)) {
		here(f)->choice = (int)row;
		modal_ask(f, &ask, line_of(part_of(item, part), line, &a));
	}
	arena_release(&a);
}

static void correct(struct frame *f)
{
	const struct meeting *m = room_meeting(here(f));
	const struct item *item = m ? room_item(f) : NULL;
	struct arena a = {0};
	const char *line;
	if (!item)
		return;
	if (m->minutes == MINUTES_DRAFT) {
		frame_say(f, _("Protokollet är ett utkast: ändra direkt i delen Ärenden. p sänder det till justering."));
		return;
	}
	modal_pick(f, minutes_adopted(m) ? _("Rättelse: vilken rad?") : _("Ändring: vilken rad?"), line_chosen);
	for (int part = CORRECTION_TEXT; part <= CORRECTION_DECISION; part++)
		for (size_t i = 0; (line = line_of(part_of(item, part), i, &a)); i++) {
			struct buf public = {0};
			frame_public(f, line, &public);
			modal_pick_add(f, "%s: %s", _(correction_parts[part].label), buf_cstr(&public));
			buf_release(&public);
		}
	modal_pick_add(f, _("en ny rad i texten"));
	modal_pick_add(f, _("ett nytt beslut"));
	arena_release(&a);
}

bool room_minutes_command(struct frame *f, enum command c)
{
	static void (*const own[COMMANDS])(struct frame *) = {
		[COMMAND_ADJUST] = adjust, [COMMAND_CORRECT] = correct, [COMMAND_ADJUSTERS] = ask_adjusters,
	};
	if (!own[c])
		return false;
	own[c](f);
	return true;
}

void room_minutes_note(struct room_state *s, struct buf *out)
{
	const struct meeting *m = room_meeting(s);
	size_t changes = minutes_corrections(s->model->council, m, NULL, 0);
	if (minutes_adopted(m))
		buf_printf(out, _("Justerat: %s. SHA-256 %.12s…"), m->minutes_file ? m->minutes_file : "", m->minutes_hash ? m->minutes_hash : "");
	else if (m->minutes == MINUTES_CIRCULATED)
		buf_printf(out, _("Under justering: %zu av %d har justerat, %zu %s."), (size_t)m->adjusted.count, needed(s), changes,
		           changes == 1 ? _("ändring") : _("ändringar"));
	else
		buf_str(out, _("Utkast: p sänder det till justering."));
	size_t unwritten = m->minutes == MINUTES_DRAFT ? attendance_count(s->model->council, m).unwritten : 0;
	if (unwritten == 1)
		buf_str(out, _(" En är inte antecknad i närvaron."));
	else if (unwritten)
		buf_printf(out, _(" %zu är inte antecknade i närvaron."), unwritten);
}
