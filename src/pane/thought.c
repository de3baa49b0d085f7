/* What if on pane 1: the changes and their rows. Nothing here is written but what one saves as a scenario. */
#include "overview_views.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

bool thought_is_open(const struct thought *t)
{
	return t->changes.count > 0;
}

/* ---- rows ----------------------------------------------------------------------- */

enum { TITLE, BEFORE, AFTER, VALUE, TARGET, DISTANCE };
static const struct list_column columns[] = {
	[TITLE] = {.title = N_("Indikator"), .width = 18, .flexible = true},
	[BEFORE] = {.title = N_("Före"), .width = 16, .drop = 1},
	[AFTER] = {.title = N_("Tänkt"), .width = 20},
	[VALUE] = {.title = N_("Värde"), .width = 15, .align = TEXT_RIGHT},
	[TARGET] = {.title = CN_("mal", "Mål"), .width = 7, .align = TEXT_RIGHT, .drop = 3},
	[DISTANCE] = {.title = N_("Avstånd"), .width = 16, .align = TEXT_RIGHT, .drop = 2},
};

/* Before and after with an arrow between, or once when they are the same. */
static void step(struct buf *out, const char *before, const char *after)
{
	const char *b = *before ? before : "–", *a = *after ? after : "–";
	if (strcmp(b, a) == 0)
		buf_str(out, *after ? a : "");
	else
		buf_printf(out, "%s → %s", b, a);
}

/* "0 av 9 kommuner" in a narrow column: what is counted is said in the detail. */
static const char *brief(struct buf *b, const char *value)
{
	overview_value_brief(value, b);
	return buf_cstr(b);
}

static void value_step(struct buf *out, const struct whatif_row *r)
{
	struct buf before = {0}, after = {0};
	step(out, brief(&before, r->before.value), brief(&after, r->after.value));
	buf_release(&before);
	buf_release(&after);
}

static enum role status_role(enum indikator_status s)
{
	static const enum role roles[] = {
		[INDIKATOR_STATUS_NONE] = ROLE_TEXT,       [INDIKATOR_STATUS_UNKNOWN] = ROLE_UNKNOWN,
		[INDIKATOR_STATUS_MISSING] = ROLE_MISSING, [INDIKATOR_STATUS_PARTLY] = ROLE_PARTLY,
		[INDIKATOR_STATUS_MET] = ROLE_MET,
	};
	return roles[s];
}

static void status(struct buf *out, const struct overview_row *r)
{
	if (*r->status)
		buf_printf(out, "%s %s", r->mark, r->status);
	else
		buf_str(out, "–");
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct thought *t = ctx;
	const struct whatif_row *r = &t->rows.items[row];
	bool changed = r->before.verdict.status != r->after.verdict.status;
	buf_clear(&t->cell);
	switch (column) {
	case TITLE:
		buf_str(&t->cell, r->after.title);
		break;
	case BEFORE:
		status(&t->cell, &r->before);
		out->role = status_role(r->before.verdict.status);
		break;
	case AFTER: /* the mark before it, for a window without the column before */
		if (changed)
			buf_printf(&t->cell, "%s → ", *r->before.status ? r->before.mark : "–");
		status(&t->cell, &r->after);
		out->role = status_role(r->after.verdict.status);
		break;
	case VALUE:
		value_step(&t->cell, r);
		break;
	case TARGET:
		buf_str(&t->cell, r->after.target);
		break;
	default:
		buf_str(&t->cell, r->distance);
		break;
	}
	out->text = buf_cstr(&t->cell);
}

struct list_source thought_source(struct thought *t)
{
	return (struct list_source){.ctx = t,
	                            .count = t->rows.count,
	                            .columns = columns,
	                            .columns_count = sizeof columns / sizeof *columns,
	                            .cell = cell};
}

/* ---- the changes ------------------------------------------------------------------ */

void thought_forget(struct thought *t)
{
	whatif_rows_release(&t->rows);
	whatif_release(&t->whatif);
	for (size_t i = 0; i < t->changes.count; i++)
		free(t->changes.items[i]);
	t->changes.count = 0;
	free(t->name);
	t->name = NULL;
}

void thought_release(struct thought *t)
{
	thought_forget(t);
	free(t->changes.items);
	free(t->menu.items);
	free(t->hint);
	buf_release(&t->cell);
}

/* The first `count` changes on the data as they are now. */
static bool make(struct frame *f, struct thought *t, size_t count, struct error *e)
{
	struct strings list = {0};
	struct arena a = {0};
	for (size_t i = 0; i < count; i++)
		strings_add(&list, t->changes.items[i], &a);
	whatif_release(&t->whatif);
	bool ok = whatif_build(&t->whatif, frame_model(f), t->place, &list, e);
	arena_release(&a);
	return ok;
}

void thought_rebuild(struct frame *f, struct thought *t)
{
	struct error e = {0};
	whatif_rows_release(&t->rows);
	if (!thought_is_open(t))
		return;
	if (make(f, t, t->changes.count, &e)) {
		whatif_rows_build(&t->rows, &t->whatif, f->place, false);
		return;
	}
	thought_forget(t);
	frame_error(f, &e);
}

/* The columns are others: what was sorted or filtered by is not there. */
static void sort_anew(struct frame *f)
{
	frame_pane(f)->list.sort_column = -1;
	frame_pane(f)->list.filter[0] = '\0';
	frame_rebuild(f);
}

void thought_leave(struct frame *f, struct thought *t)
{
	thought_forget(t);
	sort_anew(f);
	frame_say(f, _("Nu visas uppgifterna som de är."));
}

void thought_step_back(struct frame *f, struct thought *t)
{
	struct pane *p = frame_pane(f);
	if (!p->list.filter[0]) {
		thought_leave(f, t);
		return;
	}
	p->list.filter[0] = '\0';
	list_update(&p->list, &p->source, list_selected(&p->list));
}

void thought_headline(const struct thought *t, struct buf *out)
{
	buf_printf(out, "%s: ", _(WHATIF_BANNER));
	for (size_t i = 0; i < t->changes.count; i++)
		buf_printf(out, "%s%s", i ? "; " : "", t->changes.items[i]);
}

void thought_note(const struct thought *t, size_t row, struct buf *out)
{
	const struct whatif_row *r = &t->rows.items[row];
	buf_str(out, _("Före: "));
	buf_printf(out, "%s%s%s.", r->before.status, *r->before.status && *r->before.value ? ", " : "", r->before.value);
	if (*r->distance)
		buf_printf(out, _(" Avstånd: %s."), r->distance);
}

/* ---- asking ----------------------------------------------------------------------------- */

static bool accept_change(struct frame *f, const char *text, struct error *e)
{
	struct thought *t = overview_thought(f);
	if (!thought_is_open(t))
		t->place = f->place;
	VEC_PUSH(&t->changes, mem_strdup(text));
	if (!make(f, t, t->changes.count, e)) {
		free(t->changes.items[--t->changes.count]);
		return false;
	}
	size_t said = t->whatif.said.count;
	char *first = mem_strdup(said ? t->whatif.said.items[0] : "");
	sort_anew(f);
	if (t->rows.count == 0)
		frame_say(f, _("%s Det ändrar inget läge eller värde här."), first);
	else
		frame_say(f, "%s%s", first, said > 1 ? _(" Enter visar allt som antas.") : "");
	free(first);
	return true;
}

static void ask_change(struct frame *f, struct thought *t, const struct scenario_form *form)
{
	free(t->hint);
	t->hint = mem_printf(_("Till exempel: %s  Enter räkna  Esc avbryt"), form->example);
	t->ask = (struct ask){.label = N_("Tänk om"), .hint = t->hint, .accept = accept_change};
	modal_ask(f, &t->ask, form->begin);
}

static bool accept_name(struct frame *f, const char *text, struct error *e)
{
	struct thought *t = overview_thought(f);
	const struct model *m = frame_model(f);
	struct changes c = {0};
	struct strings list = {0};
	char id[SESSION_ID_SIZE];
	if (!text[strspn(text, " \t")])
		return error_set(e, ERROR_USAGE, _("Skriv vad scenariot ska heta, eller tryck Esc."));
	session_new_id(f->session, id);
	for (size_t i = 0; i < t->changes.count; i++)
		strings_add(&list, t->changes.items[i], &c.arena);
	scenario_save(&c, m->council, text, m->reference->places[t->place].code, &list, session_today(f->session), id);
	if (!frame_apply(f, &c, _("radsbord tank-om --scenario skriver ut det.")))
		return error_set(e, ERROR_IO, "%s", f->message);
	free(t->name);
	t->name = mem_strdup(text);
	return true;
}

static void ask_name(struct frame *f, struct thought *t)
{
	static const struct ask ask = {.label = N_("Scenariots namn"),
	                               .hint = N_("Samma namn ersätter det som finns.  Enter spara  Esc avbryt"),
	                               .accept = accept_name};
	unsigned missing = (NEED_COUNCIL | NEED_WRITABLE) & ~session_needs_met(f->session);
	if (missing)
		frame_say(f, "%s", command_refusal(missing));
	else
		modal_ask(f, &ask, t->name);
}

static void open_saved(struct frame *f, struct thought *t, size_t index)
{
	const struct scenario *s = records_scenario(frame_model(f)->council, index);
	int place = s ? reference_place_by_code(frame_model(f)->reference, s->place) : -1;
	if (place < 0) {
		frame_say(f, _("Scenariots plats finns inte. Rätta Plats i %s."), SCENARIO_FILE);
		return;
	}
	thought_forget(t);
	for (size_t i = 0; i < s->changes.count; i++)
		VEC_PUSH(&t->changes, mem_strdup(s->changes.items[i]));
	t->name = mem_strdup(s->name);
	t->place = place;
	f->place = place;
	sort_anew(f);
	if (thought_is_open(t))
		frame_say(f, _("Scenariot %s. Uppgifterna är orörda."), t->name);
}

static void remove_saved(struct frame *f, size_t index)
{
	const struct scenario *s = records_scenario(frame_model(f)->council, index);
	struct changes c = {0};
	if (!s)
		return;
	scenario_remove(&c, s);
	frame_apply(f, &c, _("Scenariot är borttaget. u ångrar."));
}

static void take_back(struct frame *f, struct thought *t)
{
	if (t->changes.count == 1) {
		thought_leave(f, t);
		return;
	}
	free(t->changes.items[--t->changes.count]);
	sort_anew(f);
}

static void chosen(struct frame *f, size_t item)
{
	struct thought *t = overview_thought(f);
	if (item >= t->menu.count)
		return;
	struct thought_item what = t->menu.items[item];
	switch (what.kind) {
	case THOUGHT_ASK:
		ask_change(f, t, &scenario_forms[what.index]);
		break;
	case THOUGHT_TAKE_BACK:
		take_back(f, t);
		break;
	case THOUGHT_SAVE:
		ask_name(f, t);
		break;
	case THOUGHT_OPEN:
		open_saved(f, t, what.index);
		break;
	case THOUGHT_REMOVE:
		remove_saved(f, what.index);
		break;
	case THOUGHT_LEAVE:
		thought_leave(f, t);
		break;
	}
}

static void add(struct frame *f, struct thought *t, enum thought_choice kind, size_t index, const char *text, const char *more)
{
	VEC_PUSH(&t->menu, ((struct thought_item){kind, index}));
	modal_pick_add(f, "%s%s", text, more);
}

/* How the saved scenarios are named in the menu. */
static void add_saved(struct frame *f, struct thought *t, enum thought_choice kind, const char *what)
{
	const struct model *m = frame_model(f);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_SCENARIO); i++) {
		const struct scenario *s = records_scenario(m->council, i);
		char *more = mem_printf("%s (%s)", s->name, reference_place_name(m->reference, s->place));
		add(f, t, kind, i, what, more);
		free(more);
	}
}

void thought_menu(struct frame *f, struct thought *t)
{
	t->menu.count = 0;
	modal_pick(f, thought_is_open(t) ? _("Tänk om, en ändring till") : _("Tänk om: vad skulle det betyda?"), chosen);
	for (size_t i = 0; scenario_forms[i].form; i++) {
		char *more = mem_printf(". %s", _(scenario_forms[i].means));
		add(f, t, THOUGHT_ASK, i, scenario_forms[i].example, more);
		free(more);
	}
	if (thought_is_open(t)) {
		add(f, t, THOUGHT_TAKE_BACK, 0, _("Ta tillbaka: "), t->changes.items[t->changes.count - 1]);
		add(f, t, THOUGHT_SAVE, 0, _("Spara som scenario i rådets mapp"), "");
		add(f, t, THOUGHT_LEAVE, 0, _("Lämna, och visa uppgifterna som de är"), "");
	}
	add_saved(f, t, THOUGHT_OPEN, _("Hämta scenariot "));
	add_saved(f, t, THOUGHT_REMOVE, _("Ta bort scenariot "));
}
