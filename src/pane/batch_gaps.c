/* What is done with all the gaps that are marked: one action of them, or one of each; and facts that are found to be right. */
#include "plan.h"

#include "radsbord/base/language.h"
#include "radsbord/council/batch.h"
#include "radsbord/report/explain.h"

#include <stdlib.h>
#include <string.h>

struct gaps_marked {
	struct arena arena;
	const struct gap **items;
	size_t count, others;       /* others: marked, but no gaps */
};

static struct gaps_marked marked_gaps(struct frame *f)
{
	struct gaps_marked m = {.count = 0};
	struct strings ids = {0};
	marks_ids(frame_pane(f), &ids, &m.arena);
	m.items = arena_alloc(&m.arena, (ids.count + 1) * sizeof *m.items);
	for (size_t i = 0; i < ids.count; i++) {
		const struct gap *g = model_gap(frame_model(f), ids.items[i]);
		if (g && g->degree != GAP_MET)
			m.items[m.count++] = g;
		else
			m.others++;
	}
	return m;
}

/* Commits, and nothing is marked any more. */
static void make(struct frame *f, struct changes *c, const char *said)
{
	if (frame_apply(f, c, said))
		marks_clear(frame_pane(f));
}

static bool accept_title(struct frame *f, const char *text, struct error *e)
{
	const char *file = session_plan_file(f->session);
	struct changes c = {0};
	if (!*text || !file)
		return error_set(e, ERROR_USAGE, "%s", !*text ? _("Skriv vad som ska göras, eller tryck Esc.") : _("Rådet har ingen handlingsplan att lägga åtgärden i."));
	struct gaps_marked m = marked_gaps(f);
	const char *id = frame_new_ids(f, 1, &c.arena)[0];
	action_from_gaps(&c, m.items, m.count, text, id, action_next_nr(frame_model(f)->council), file);
	arena_release(&m.arena);
	make(f, &c, _("Åtgärden ligger i handlingsplanen; e ändrar den."));
	return f->message_role != ROLE_ERROR || error_set(e, ERROR_IO, "%s", f->message);
}

static const struct ask ask_title = {N_("Vad ska göras?"), N_("En åtgärd som svarar mot alla de markerade bristerna.  Enter spara  Esc avbryt"), accept_title, COMMAND_ADD};

static void how_chosen(struct frame *f, size_t item)
{
	const char *file = session_plan_file(f->session);
	struct gaps_marked m = marked_gaps(f);
	struct changes c = {0};
	if (!file || !m.count) {
		frame_say(f, "%s", m.count ? _("Rådet har ingen handlingsplan att lägga åtgärden i.") : _("Raden finns inte längre."));
	} else if (item == 0) {
		modal_ask_marked(f, &ask_title, m.items[0]->text);
	} else {
		actions_from_gaps(&c, m.items, m.count, frame_new_ids(f, m.count, &c.arena), action_next_nr(frame_model(f)->council), file);
		make(f, &c, _("Åtgärderna ligger i handlingsplanen."));
	}
	arena_release(&m.arena);
}

void batch_gaps(struct frame *f)
{
	struct gaps_marked m = marked_gaps(f);
	if (m.others) {
		frame_say(f, "%s", _("Ingenting gjordes, för en av de markerade raderna är ingen brist. Avmarkera den med mellanslag."));
	} else {
		char *title = mem_printf(_("Av %zu markerade brister:"), m.count);
		modal_pick(f, title, how_chosen);
		modal_pick_add(f, _("en åtgärd som svarar mot alla %zu"), m.count);
		modal_pick_add(f, _("%zu åtgärder, en för varje brist"), m.count);
		free(title);
	}
	arena_release(&m.arena);
}

/* ---- facts that are right --------------------------------------------------------------- */

static void checked_chosen(struct frame *f, const struct checklist *k)
{
	struct changes c = {0};
	struct buf day = {0};
	size_t n = 0;
	date_format_iso(&day, session_today(f->session));
	for (size_t i = 0; i < k->count; i++) {
		const struct record *r = k->items[i].marked ? records_find(frame_model(f)->council, k->items[i].kind, k->items[i].id) : NULL;
		const char *why = r ? folder_readonly(session_folder(f->session), r->file) : NULL;
		if (why) {
			frame_say(f, _("Ingenting ändrades, för %s kan inte ändras. %s"), k->items[i].text, why);
			f->message_role = ROLE_ERROR;
			changes_release(&c);
			buf_release(&day);
			return;
		}
		if (r)
			changes_set_text(&c, k->items[i].kind, r, "Kontrollerad", buf_cstr(&day));
		n += r != NULL;
	}
	buf_release(&day);
	changes_title(&c, "%zu uppgifter kontrollerade", n);
	if (frame_apply(f, &c, NULL))
		marks_clear(frame_pane(f));
	f->guard.asked = GUARD_NONE;
}

void batch_checked(struct frame *f)
{
	struct pane *p = frame_pane(f);
	const struct records *council = frame_model(f)->council;
	size_t national = 0;
	char *asked = mem_printf(_("Stämmer %zu uppgifter, kontrollerade i dag?"), p->marks.count);
	checklist_begin(f, asked, _("Ja, de markerade stämmer"), checked_chosen);
	for (size_t row = 0; row < p->source.count; row++) {
		enum record_kind kind;
		const struct record *r = p->list.marked[row] ? p->class->record(p, row, &kind) : NULL;
		struct list_cell what = {.text = ""};
		if (!r)
			continue;
		national += records_find(council, kind, r->id) != r;
		p->source.cell(p->source.ctx, row, 1, &what);
		checklist_add(f, kind, r->id, true, what.text);
	}
	if (national)
		frame_say(f, "%s", _("Ingenting ändrades, för en av de markerade är rapportens och ändras inte här. e på sidan 2 gör rådets egen."));
	else
		checklist_open(f);
	free(asked);
}

/* ---- on the next agenda ------------------------------------------------------------- */

/* What is to be checked, as one item: a line each. */
void batch_check_up(struct frame *f)
{
	struct pane *p = frame_pane(f);
	const struct records *council = frame_model(f)->council;
	const struct meeting *next = meeting_next(council, session_today(f->session));
	struct changes c = {0};
	struct buf lines = {0};
	if (!next) {
		frame_say(f, "%s", _("Inget kommande möte är planerat. Lägg in ett på sidan 4."));
		return;
	}
	for (size_t row = 0; row < p->source.count; row++) {
		struct list_cell what = {.text = ""};
		if (!p->list.marked[row])
			continue;
		p->source.cell(p->source.ctx, row, 1, &what);
		buf_printf(&lines, "%s%s", lines.len ? "\n" : "", what.text);
	}
	meeting_add_item(&c, council, next, frame_new_ids(f, 1, &c.arena)[0], ITEM_DISCUSSION,
	                 arena_printf(&c.arena, "Att kontrollera: %zu uppgifter", p->marks.count), arena_strdup(&c.arena, buf_cstr(&lines)));
	changes_title(&c, "%zu uppgifter att kontrollera på dagordningen", p->marks.count);
	if (frame_apply(f, &c, _("De står på nästa mötes dagordning.")))
		marks_clear(p);
	f->guard.asked = GUARD_NONE;
	buf_release(&lines);
}
