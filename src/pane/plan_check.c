/* The part Att kontrollera of pane 3, worked between meetings: the region's gaps that no action answers, and what nobody has checked
 * for a year. */
#include "plan.h"

#include "radsbord/base/language.h"
#include "radsbord/council/network.h"
#include "radsbord/report/explain.h"
#include "radsbord/report/network.h"

#include <string.h>

enum { WHY, WHAT, WHERE, CHECKED };
static const struct list_column columns[] = {
	[WHY] = {.title = N_("Varför"), .width = 15},
	[WHAT] = {.title = N_("Vad"), .width = 30, .flexible = true},
	[WHERE] = {.title = N_("Var"), .width = 16, .drop = 2},
	[CHECKED] = {.title = N_("Kontrollerad"), .width = 12, .drop = 1},
};

static const struct gap *gap_of(const struct check_row *r)
{
	return r->kind == RECORD_GAP || r->kind == RECORD_FACT ? (const struct gap *)(const void *)r->record : NULL;
}

static struct date checked_of(const struct check_row *r)
{
	const struct gap *g = gap_of(r);
	return g                          ? g->checked
	       : r->kind == RECORD_UNIT ? ((const struct unit *)(const void *)r->record)->checked
	                                : ((const struct resource *)(const void *)r->record)->checked;
}

static const char *what_of(const struct check_row *r)
{
	const struct gap *g = gap_of(r);
	return g                          ? g->text
	       : r->kind == RECORD_UNIT ? ((const struct unit *)(const void *)r->record)->name
	                                : ((const struct resource *)(const void *)r->record)->title;
}

/* ---- the rows ------------------------------------------------------------------ */

static void add(struct plan_state *s, enum record_kind kind, const struct record *record, bool national, bool without_action)
{
	struct check_row row = {.kind = kind, .record = record, .national = national, .without_action = without_action};
	row.stale = checked_is_stale(checked_of(&row), s->today);
	if (row.stale || row.without_action)
		VEC_PUSH(&s->checks, row);
}

static void add_gaps(struct plan_state *s, int place, bool without_action)
{
	struct gap_rows rows;
	gap_rows_build(&rows, s->model, place);
	for (size_t i = 0; i < rows.count; i++)
		if ((rows.items[i].actions == 0) == without_action)
			add(s, RECORD_GAP, &rows.items[i].gap->head, !rows.items[i].council, without_action);
	gap_rows_release(&rows);
}

static bool is_over(struct date to, struct date today)
{
	return date_known(to) && date_cmp(to, today) < 0;
}

static void add_facts(struct plan_state *s, const struct records *r, const char *region, bool national)
{
	for (size_t i = 0; r && i < records_count(r, RECORD_FACT); i++) {
		const struct gap *g = records_fact(r, i);
		if (g->region && strcmp(g->region, region) == 0 && !is_over(g->to, s->today))
			add(s, RECORD_FACT, &g->head, national, false);
	}
	for (size_t i = 0; r && i < records_count(r, RECORD_UNIT); i++) {
		const struct unit *u = records_unit(r, i);
		if (!u->successor && !model_outweighed(s->model, r, RECORD_UNIT, u->head.id) && u->region && strcmp(u->region, region) == 0 && !is_over(u->to, s->today))
			add(s, RECORD_UNIT, &u->head, national, false);
	}
}

void plan_check_collect(struct frame *f, struct plan_state *s)
{
	const struct model *m = s->model;
	const char *region = m->settings ? m->settings->region : NULL;
	int place = region ? reference_place_by_code(m->reference, region) : -1;
	(void)f;
	s->checks.count = 0;
	if (place < 0)
		return;
	add_gaps(s, place, true);
	add_gaps(s, place, false);
	add_facts(s, m->council, region, false);
	add_facts(s, m->national, region, true);
	for (size_t i = 0; i < records_count(m->council, RECORD_RESOURCE); i++)
		add(s, RECORD_RESOURCE, &records_resource(m->council, i)->head, false, false);
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct plan_state *s = ctx;
	const struct check_row *r = &s->checks.items[row];
	const struct gap *g = gap_of(r);
	buf_clear(&s->cell);
	out->text = "";
	if (column == WHY) {
		out->text = r->without_action ? _("○ utan åtgärd") : _("! kontrollera");
		out->role = r->without_action ? ROLE_MISSING : ROLE_PARTLY;
	} else if (column == WHAT) {
		buf_printf(&s->cell, "%s: %s", g ? _(service_choices[g->service].label) : _(record_type(r->kind)->label), what_of(r));
		out->text = buf_cstr(&s->cell);
	} else if (column == WHERE) {
		out->text = g && g->places.count ? reference_place_name(s->model->reference, g->places.items[0]) : g ? _("regionen") : "";
	} else if (date_known(checked_of(r))) {
		date_format_iso(&s->cell, checked_of(r));
		out->text = buf_cstr(&s->cell);
	} else {
		out->text = _("aldrig");
	}
}

struct list_source plan_check_source(struct plan_state *s)
{
	return (struct list_source){.ctx = s, .count = s->checks.count, .columns = columns, .columns_count = sizeof columns / sizeof *columns,
	                            .cell = cell};
}

void plan_check_describe(struct plan_state *s, size_t row, struct detail *d)
{
	const struct check_row *r = &s->checks.items[row];
	const struct records *council = s->model->council;
	if (gap_of(r))
		report_gap(&d->doc, s->model, gap_of(r));
	else if (r->kind == RECORD_UNIT)
		report_unit(&d->doc, s->model, (const struct unit *)(const void *)r->record);
	else
		report_record(&d->doc, s->model, r->kind, r->record);
	for (size_t i = 0; i < records_count(council, RECORD_ACTION); i++) {
		const struct action *a = records_action(council, i);
		if (strings_has(&a->gaps, r->record->id))
			detail_link(d, LINK_ACTION, a->head.id, _("Åtgärd %lld: %s"), (long long)a->nr, a->title);
	}
	if (r->kind == RECORD_GAP || r->kind == RECORD_UNIT)
		detail_link(d, r->kind == RECORD_GAP ? LINK_GAP : LINK_UNIT, r->record->id, _("På sidan Finns och saknas"));
}

void plan_check_note(struct plan_state *s, size_t row, struct buf *out)
{
	const struct check_row *r = &s->checks.items[row];
	buf_str(out, r->without_action ? _("Ingen åtgärd svarar mot bristen. a gör en.") : _("Ingen har kontrollerat uppgiften på ett år. "));
	if (!r->without_action)
		buf_str(out, r->national ? _("a gör en åtgärd av det.") : _("d: den stämmer, kontrollerad i dag."));
}

/* ---- what is done with a row ------------------------------------------------------- */

static void make_action(struct frame *f, const struct check_row *r)
{
	const char *file = session_plan_file(f->session);
	struct changes c = {0};
	char id[SESSION_ID_SIZE];
	if (r->kind == RECORD_GAP) {
		gap_action_open(f, gap_of(r));
		return;
	}
	if (!file) {
		frame_say(f, _("Rådet har ingen handlingsplan att lägga åtgärden i."));
		return;
	}
	session_new_id(f->session, id);
	struct strings title = {0}, ids = {0};
	strings_add(&title, arena_printf(&c.arena, "Kontrollera om det stämmer: %s", what_of(r)), &c.arena);
	strings_add(&ids, arena_strdup(&c.arena, id), &c.arena);
	plan_add_list(&c, &title, ids.items, action_next_nr(frame_model(f)->council), file);
	frame_apply(f, &c, _("Åtgärden ligger i handlingsplanen."));
}

static void take_up(struct frame *f, const struct check_row *r)
{
	const struct records *council = frame_model(f)->council;
	const struct meeting *next = meeting_next(council, session_today(f->session));
	struct changes c = {0};
	char id[SESSION_ID_SIZE];
	if (!next) {
		frame_say(f, _("Inget kommande möte är planerat. Lägg in ett på sidan 4."));
		return;
	}
	session_new_id(f->session, id);
	meeting_add_item(&c, council, next, arena_strdup(&c.arena, id), ITEM_DISCUSSION,
	                 arena_printf(&c.arena, "Att kontrollera: %s", gap_of(r) ? service_choices[gap_of(r)->service].label : what_of(r)), what_of(r));
	changes_title(&c, "Att kontrollera på dagordningen");
	frame_apply(f, &c, _("Den står på nästa mötes dagordning."));
}

static void mark_checked(struct frame *f, const struct check_row *r)
{
	struct changes c = {0};
	struct buf day = {0};
	if (r->national) {
		frame_say(f, _("Uppgiften är rapportens och ändras inte här. e på sidan 2 gör rådets egen, som gäller före den."));
		return;
	}
	date_format_iso(&day, session_today(f->session));
	changes_set_text(&c, r->kind, r->record, "Kontrollerad", buf_cstr(&day));
	changes_title(&c, "Kontrollerad: %s", what_of(r));
	buf_release(&day);
	frame_apply(f, &c, NULL);
}

bool plan_check_command(struct frame *f, struct plan_state *s, enum command c)
{
	static void (*const own[COMMANDS])(struct frame *, const struct check_row *) = {
		[COMMAND_ADD] = make_action, [COMMAND_CHECK_UP] = take_up, [COMMAND_CHECKED] = mark_checked};
	long row = list_selected(&s->pane.list);
	if (!own[c])
		return false;
	if (row < 0)
		frame_say(f, _("Ingen rad är vald."));
	else
		own[c](f, &s->checks.items[row]);
	return true;
}
