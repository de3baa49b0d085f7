/* What takes several records at once: a pasted list, the links of an action, carrying over to the next plan. Each is shown before it
 * is done, and is one step. */
#include "plan.h"

#include "radsbord/base/guard.h"
#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

static const char *new_id(struct frame *f, struct arena *a)
{
	char id[SESSION_ID_SIZE];
	session_new_id(f->session, id);
	return arena_strdup(a, id);
}

/* Commits a step that no text field waits for: a refusal is said, and nothing is asked later. */
static bool apply(struct frame *f, struct changes *c, const char *also)
{
	bool done = frame_apply(f, c, also);
	f->guard.asked = GUARD_NONE;
	return done;
}

static struct plan_state *state_of(struct frame *f)
{
	return (struct plan_state *)frame_pane(f);
}

/* ---- a list from Word --------------------------------------------------------- */

static void list_chosen(struct frame *f, const struct checklist *k)
{
	const struct plan *p = plan_shown(state_of(f));
	struct changes c = {0};
	struct strings titles = {0}, ids = {0};
	for (size_t i = 0; i < k->count; i++)
		if (k->items[i].marked) {
			strings_add(&titles, arena_strdup(&c.arena, k->items[i].text), &c.arena);
			strings_add(&ids, new_id(f, &c.arena), &c.arena);
		}
	if (p && titles.count)
		plan_add_list(&c, &titles, ids.items, action_next_nr(frame_model(f)->council), p->head.file);
	c.keep = GUARD_ASK_KEEP; /* what surely is a number was taken out before the list was shown */
	apply(f, &c, titles.count ? _("De står under Att komplettera tills de har ansvarig och tid.") : NULL);
}

static void show_list(struct frame *f, const char *text)
{
	const struct plan *p = plan_shown(state_of(f));
	struct arena a = {0};
	struct strings lines = {0};
	size_t removed = 0;
	plan_read_list(text, &a, &lines);
	if (!p || lines.count == 0) {
		frame_say(f, "%s", p ? _("Det inklistrade har ingen text.") : _("Rådet har ingen handlingsplan att lägga åtgärder i."));
		arena_release(&a);
		return;
	}
	checklist_begin(f, _("En åtgärd per rad. Enter på en rad tar bort eller tar med den."), _("Lägg till de markerade"), list_chosen);
	for (size_t i = 0; i < lines.count; i++) {
		struct buf clean = {0};
		removed += guard_worst(lines.items[i]) >= GUARD_ASK_REMOVE;
		guard_remove(&clean, lines.items[i], GUARD_ASK_REMOVE);
		checklist_add(f, RECORD_ACTION, NULL, true, buf_cstr(&clean));
		buf_release(&clean);
	}
	checklist_open(f);
	if (removed)
		frame_say(f, _("Personnummer är borttagna ur texten på %zu %s. Ingenting är sparat än."), removed, removed == 1 ? _("rad") : _("rader"));
	arena_release(&a);
}

static bool accept_line(struct frame *f, const char *text, struct error *e)
{
	const struct plan *p = plan_shown(state_of(f));
	struct changes c = {0};
	struct strings lines = {0}, ids = {0};
	plan_read_list(text, &c.arena, &lines);
	if (!p || lines.count == 0) {
		changes_release(&c);
		return error_set(e, ERROR_USAGE, "%s", p ? _("Klistra in eller skriv något, eller tryck Esc.") : _("Rådet har ingen handlingsplan."));
	}
	for (size_t i = 0; i < lines.count; i++)
		strings_add(&ids, new_id(f, &c.arena), &c.arena);
	plan_add_list(&c, &lines, ids.items, action_next_nr(frame_model(f)->council), p->head.file);
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_IO, "%s", f->message);
}

static const struct ask ask_list = {N_("Klistra in listan"), N_("Klistra in från Word eller Excel: en åtgärd per rad.  Esc avbryt"), accept_line,
                                    COMMAND_NONE};

void plan_ask_list(struct frame *f)
{
	if (plan_shown(state_of(f)))
		modal_ask(f, &ask_list, NULL);
	else
		frame_say(f, _("Rådet har ingen handlingsplan att lägga åtgärder i."));
}

/* Nothing but the first choices has been filled in, and a line of text has the focus. */
static bool is_untouched(const struct record_form *rf)
{
	bool untouched = !rf->id && rf->type->kind == RECORD_ACTION && rf->form.focus < rf->form.count &&
	                 rf->form.fields[rf->form.focus].kind == FORM_LINE;
	for (size_t i = 0; untouched && i < rf->form.count; i++)
		untouched = strcmp(form_value(&rf->form, i), rf->first.items[i]) == 0;
	return untouched;
}

bool plan_pasted(struct frame *f, const char *text)
{
	struct arena a = {0};
	struct strings lines = {0};
	bool asked = f->mode == MODE_ASK && f->ask == &ask_list;
	if (!asked && (f->mode != MODE_FORM || frame_pane(f)->class != &plan_pane || !is_untouched(&f->record_form)))
		return false;
	plan_read_list(text, &a, &lines);
	arena_release(&a);
	if (!asked && lines.count < 2)
		return false;
	if (!asked)
		modal_close(f);
	show_list(f, text);
	return true;
}

/* ---- links ----------------------------------------------------------------------- */

/* What an action can be linked to, in the order they are asked for. */
enum { LINK_TO_GAPS, LINK_TO_PROPOSALS, LINK_TO_MEETING, LINK_TO_ITEM };
static const struct {
	const char *question, *field;
	enum record_kind kind;
} ends[] = {
	[LINK_TO_GAPS] = {N_("bristerna den svarar mot"), "Brist", RECORD_GAP},
	[LINK_TO_PROPOSALS] = {N_("förslagen den svarar mot"), "Forslag", RECORD_PROPOSAL},
	[LINK_TO_MEETING] = {N_("mötet som beslutade"), "Mote", RECORD_MEETING},
	[LINK_TO_ITEM] = {N_("paragrafen som beslutade"), "Arende", RECORD_ITEM},
};

/* The links as they are to be: what was marked, and what was not shown stays. */
static void links_chosen(struct frame *f, const struct checklist *k)
{
	const struct action *a = plan_selected_action(f);
	struct changes c = {0};
	bool gaps = k->count && k->items[0].kind == RECORD_GAP;
	struct strings now = {0};
	if (!a) {
		frame_say(f, _("Raden finns inte längre."));
		return;
	}
	const struct strings *before = gaps ? &a->gaps : &a->proposals;
	for (size_t i = 0; i < before->count; i++) {
		bool left = false;
		for (size_t j = 0; j < k->count; j++)
			left |= k->items[j].was && !k->items[j].marked && strcmp(k->items[j].id, before->items[i]) == 0;
		if (!left)
			strings_add(&now, before->items[i], &c.arena);
	}
	for (size_t j = 0; j < k->count; j++)
		if (k->items[j].marked && !strings_has(&now, k->items[j].id))
			strings_add(&now, arena_strdup(&c.arena, k->items[j].id), &c.arena);
	changes_set(&c, RECORD_ACTION, &a->head, gaps ? "Brist" : "Forslag", now.items, now.count);
	changes_title(&c, "%s: länkar", a->title);
	apply(f, &c, NULL);
}

/* What is linked first; then what is not, in the order of the place. A link to what has gone can be taken away. */
static void pick_gaps(struct frame *f, const struct action *a)
{
	const struct model *m = frame_model(f);
	struct gap_rows rows;
	gap_rows_build(&rows, m, f->place);
	checklist_begin(f, _("Brister som åtgärden svarar mot: skriv för att söka, Enter markerar."), _("Spara"), links_chosen);
	for (size_t i = 0; i < a->gaps.count; i++) {
		const struct gap *g = model_gap(m, a->gaps.items[i]);
		char *text = mem_printf("%s %s: %s", a->gaps.items[i], g ? _(service_choices[g->service].label) : "", g ? g->text : _("finns inte längre"));
		checklist_add(f, RECORD_GAP, a->gaps.items[i], true, text);
		free(text);
	}
	for (size_t i = 0; i < rows.count; i++) {
		const struct gap_row *r = &rows.items[i];
		if (strings_has(&a->gaps, r->gap->head.id))
			continue;
		char *text = mem_printf("%s %s, %s, %s: %s", r->gap->head.id, r->service, r->where, r->degree, r->gap->text);
		checklist_add(f, RECORD_GAP, r->gap->head.id, false, text);
		free(text);
	}
	gap_rows_release(&rows);
	if (f->checklist.count)
		checklist_open(f);
	else
		frame_say(f, _("Här finns inga brister att länka till."));
}

static void add_proposals(struct frame *f, const struct records *r, const struct action *a)
{
	for (size_t i = 0; r && i < records_count(r, RECORD_PROPOSAL); i++) {
		const struct proposal *p = records_proposal(r, i);
		char *text = mem_printf("%s %s: %s", p->head.id, p->title, p->text);
		checklist_add(f, RECORD_PROPOSAL, p->head.id, strings_has(&a->proposals, p->head.id), text);
		free(text);
	}
}

static void pick_proposals(struct frame *f, const struct action *a)
{
	const struct model *m = frame_model(f);
	checklist_begin(f, _("Förslag som åtgärden svarar mot: skriv för att söka, Enter markerar."), _("Spara"), links_chosen);
	for (size_t i = 0; i < a->proposals.count; i++)
		if (!records_find(m->national, RECORD_PROPOSAL, a->proposals.items[i]))
			checklist_add(f, RECORD_PROPOSAL, a->proposals.items[i], true, a->proposals.items[i]);
	add_proposals(f, m->national, a);
	checklist_open(f);
}

/* The meeting, or the item of it. The first row takes the link away. */
static void decided_chosen(struct frame *f, size_t row)
{
	const struct action *a = plan_selected_action(f);
	const struct records *council = frame_model(f)->council;
	struct changes c = {0};
	if (!a || row > records_count(council, RECORD_MEETING)) {
		frame_say(f, _("Raden finns inte längre."));
		return;
	}
	const char *meeting = row ? records_meeting(council, row - 1)->head.id : NULL;
	changes_set_text(&c, RECORD_ACTION, &a->head, "Mote", meeting);
	if (!meeting || !a->meeting || strcmp(meeting, a->meeting) != 0)
		changes_set_text(&c, RECORD_ACTION, &a->head, "Arende", NULL);
	changes_title(&c, "%s: mötet som beslutade", a->title);
	apply(f, &c, meeting ? _("Tryck l igen för att peka ut paragrafen.") : NULL);
}

static void pick_meeting(struct frame *f, const struct action *a)
{
	const struct records *council = frame_model(f)->council;
	modal_pick(f, _("Mötet som beslutade"), decided_chosen);
	modal_pick_add(f, _("inget möte"));
	for (size_t i = 0; i < records_count(council, RECORD_MEETING); i++) {
		const struct meeting *m = records_meeting(council, i);
		struct buf day = {0};
		date_format_iso(&day, m->date);
		modal_pick_add(f, "%s %s", buf_cstr(&day), m->title ? m->title : _("Rådsmöte"));
		buf_release(&day);
		if (a->meeting && strcmp(a->meeting, m->head.id) == 0)
			modal_pick_select(f, i + 1);
	}
}

/* The n-th item of the agenda of the meeting that decided; NULL when there is none. */
static const struct item *decided_item(const struct records *council, const struct action *a, size_t n)
{
	const struct record *m = a->meeting ? records_find(council, RECORD_MEETING, a->meeting) : NULL;
	for (size_t i = 0; m && i < records_count(council, RECORD_ITEM); i++)
		if (strcmp(records_item(council, i)->head.file, m->file) == 0 && n-- == 0)
			return records_item(council, i);
	return NULL;
}

static void item_chosen(struct frame *f, size_t row)
{
	const struct action *a = plan_selected_action(f);
	const struct item *item = a ? decided_item(frame_model(f)->council, a, row) : NULL;
	struct changes c = {0};
	if (!item) {
		frame_say(f, _("Raden finns inte längre."));
		return;
	}
	changes_set_text(&c, RECORD_ACTION, &a->head, "Arende", item->head.id);
	changes_title(&c, "%s: paragrafen som beslutade", a->title);
	apply(f, &c, NULL);
}

static void pick_item(struct frame *f, const struct action *a)
{
	const struct records *council = frame_model(f)->council;
	const struct item *item = decided_item(council, a, 0);
	if (!item) {
		frame_say(f, _("Peka först ut mötet som beslutade."));
		return;
	}
	modal_pick(f, _("Paragrafen som beslutade"), item_chosen);
	for (size_t i = 0; (item = decided_item(council, a, i)); i++)
		modal_pick_add(f, "§ %lld %s", (long long)item->nr, item->title);
}

static void end_chosen(struct frame *f, size_t row)
{
	static void (*const picks[])(struct frame *, const struct action *) = {
		[LINK_TO_GAPS] = pick_gaps, [LINK_TO_PROPOSALS] = pick_proposals, [LINK_TO_MEETING] = pick_meeting, [LINK_TO_ITEM] = pick_item};
	const struct action *a = plan_selected_action(f);
	if (a)
		picks[row](f, a);
	else
		frame_say(f, _("Raden finns inte längre."));
}

void plan_links(struct frame *f, const struct action *a)
{
	(void)a;
	modal_pick(f, _("Länka åtgärden till"), end_chosen);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		modal_pick_add(f, "%s", _(ends[i].question));
}

/* ---- the next meeting ------------------------------------------------------------------ */

void plan_take_up(struct frame *f, const struct action *a)
{
	const struct records *council = frame_model(f)->council;
	const struct meeting *next = meeting_next(council, session_today(f->session));
	struct changes c = {0};
	if (!next) {
		frame_say(f, _("Inget kommande möte är planerat. Lägg in ett på sidan 4."));
		return;
	}
	const char *title = a->nr == FIELD_INT_NONE ? a->title : arena_printf(&c.arena, "Åtgärd %lld: %s", (long long)a->nr, a->title);
	for (size_t i = 0; i < records_count(council, RECORD_ITEM); i++) {
		const struct item *item = records_item(council, i);
		if (strcmp(item->head.file, next->head.file) != 0 || strcmp(item->title, title) != 0)
			continue;
		frame_say(f, _("Åtgärden står redan på nästa mötes dagordning."));
		changes_release(&c);
		return;
	}
	meeting_add_item(&c, council, next, new_id(f, &c.arena), ITEM_DISCUSSION, title, NULL);
	changes_title(&c, "%s på dagordningen", title);
	struct buf day = {0};
	buf_str(&day, _("Den står på dagordningen "));
	date_format_weekday(&day, next->date);
	buf_char(&day, '.');
	apply(f, &c, buf_cstr(&day));
	buf_release(&day);
}

/* ---- carrying over ---------------------------------------------------------------------- */

static void carry_chosen(struct frame *f, const struct checklist *k)
{
	const struct records *council = frame_model(f)->council;
	const struct plan *to = plan_of_year(council, state_of(f)->carry_to);
	struct changes c = {0};
	struct carry *items = arena_alloc(&c.arena, (k->count + 1) * sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < k->count; i++) {
		const struct record *r = k->items[i].marked ? records_find(council, k->items[i].kind, k->items[i].id) : NULL;
		if (r)
			items[n++] = (struct carry){k->items[i].kind, r};
	}
	if (!to) {
		frame_say(f, _("Planen finns inte längre."));
		changes_release(&c);
		return;
	}
	if (n)
		plan_carry(&c, to, items, n);
	if (n)
		state_of(f)->year = to->year;
	if (apply(f, &c, n ? _("De står kvar i den gamla planen också.") : NULL))
		marks_clear(frame_pane(f));
}

static void add_carry(struct frame *f, const struct carry *x)
{
	const struct field *title = record_field(record_type(x->kind), "Rubrik", 6);
	struct buf text = {0};
	if (x->kind == RECORD_ACTION) /* an activity is none of the tasks */
		buf_printf(&text, "%s: ", _(action_kinds[((const struct action *)(const void *)x->record)->kind].label));
	else
		buf_printf(&text, "%s: ", _(record_type(x->kind)->label));
	field_show(title, x->record, &text);
	checklist_add(f, x->kind, x->record->id, true, buf_cstr(&text));
	buf_release(&text);
}

/* What can be carried over to a plan, of what is marked where something is. */
static size_t may_be_carried(struct frame *f, const struct plan *to, struct carry **out)
{
	const struct records *council = frame_model(f)->council;
	const struct marks *marks = &frame_pane(f)->marks;
	size_t all = plan_carry_list(council, to, NULL, 0), n = 0;
	*out = mem_alloc((all + 1) * sizeof **out);
	plan_carry_list(council, to, *out, all);
	for (size_t i = 0; i < all; i++)
		if (!marks->count || map_get(&marks->index, (*out)[i].record->id) >= 0)
			(*out)[n++] = (*out)[i];
	return n;
}

static void offer(struct frame *f, const struct plan *to, const struct carry *items, size_t n)
{
	state_of(f)->carry_to = to->year;
	char *title = mem_printf(_("Till planen för %lld. Enter på en rad tar bort eller tar med den."), (long long)to->year);
	checklist_begin(f, title, _("För över de markerade"), carry_chosen);
	for (size_t i = 0; i < n; i++)
		add_carry(f, &items[i]);
	checklist_open(f);
	free(title);
}

void plan_carry_over(struct frame *f, const struct plan_state *s)
{
	const struct plan *selected = (const struct plan *)(const void *)plan_selected(f, RECORD_PLAN);
	const struct plan *to = selected ? selected : plan_shown(s);
	const struct plan *next = to ? plan_beside(frame_model(f)->council, to->year, 1) : NULL;
	bool marked = frame_pane(f)->marks.count > 0;
	struct carry *items = NULL;
	size_t n = to ? may_be_carried(f, to, &items) : 0;
	if (marked && !n && next) { /* the plan shown has them already: the plan after it is meant */
		free(items);
		to = next;
		n = may_be_carried(f, to, &items);
	}
	if (!to)
		frame_say(f, _("Rådet har ingen handlingsplan. Lägg upp en under Planer (Tab, sedan a)."));
	else if (!n)
		frame_say(f, marked ? _("Inget av det markerade kan föras över till planen för %lld.") : _("Det finns inget att föra över till planen för %lld."),
		          (long long)to->year);
	else
		offer(f, to, items, n);
	free(items);
}
