/* The parts of pane 6 that are lists of records: Ombud, Utbildning, Parter, Resurser, Frågor. A row of the table below is a
 * part; the forms are those of the record tables. */
#include "council.h"

#include "radsbord/base/language.h"
#include "radsbord/council/network.h"
#include "radsbord/report/network.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 4 };

static void liaison_state_cell(struct council_state *s, const struct record *r, struct list_cell *out);
static void education_cell(struct council_state *s, const struct record *r, struct list_cell *out);
static void amount_cell(struct council_state *s, const struct record *r, struct list_cell *out);
static void checked_cell(struct council_state *s, const struct record *r, struct list_cell *out);
static void question_cell(struct council_state *s, const struct record *r, struct list_cell *out);
static void adjusters_cell(struct council_state *s, const struct record *r, struct list_cell *out);

struct network_part {
	enum record_kind kinds[2];  /* what it lists, in this order; the second may be the first again */
	const char *file;
	struct list_column columns[COLUMNS];
	const char *fields[2][COLUMNS - 1]; /* of each kind; the last column is `state` */
	void (*state)(struct council_state *s, const struct record *r, struct list_cell *out);
	const char *add, *edit;     /* titles of the forms; without `add` none is added */
};
static const struct network_part parts[] = {
	[COUNCIL_LIAISONS] = {
		.kinds = {RECORD_LIAISON, RECORD_LIAISON}, .file = "ombud.rec",
		.columns = {{.title = N_("Plats"), .width = 16}, {.title = N_("Arbetsplats"), .width = 18, .flexible = true, .drop = 1},
		            {.title = N_("Person"), .width = 16, .flexible = true}, {.title = N_("Läge"), .width = 14}},
		.fields = {{"Plats", "Enhet", "Person"}}, .state = liaison_state_cell,
		.add = N_("Nytt uppdrag som ombud"), .edit = N_("Ändra ombud")},
	[COUNCIL_EDUCATION] = {
		.kinds = {RECORD_EDUCATION, RECORD_EDUCATION}, .file = "utbildningar.rec",
		.columns = {{.title = N_("Datum"), .width = 10}, {.title = N_("Vad"), .width = 24, .flexible = true},
		            {.title = N_("Målgrupp"), .width = 18, .flexible = true, .drop = 1},
		            {.title = N_("Deltagare"), .width = 9, .align = TEXT_RIGHT}},
		.fields = {{"Datum", "Rubrik", "Malgrupp"}}, .state = education_cell,
		.add = N_("Ny utbildning"), .edit = N_("Ändra utbildning")},
	[COUNCIL_PARTNERS] = {
		.kinds = {RECORD_CENTRE, RECORD_PARTNER}, .file = "parter.rec",
		.columns = {{.title = N_("Namn"), .width = 24, .flexible = true}, {.title = N_("Slag"), .width = 14},
		            {.title = N_("Avtal till"), .width = 10, .drop = 1}, {.title = N_("Kronor per år"), .width = 13, .align = TEXT_RIGHT}},
		.fields = {{"Namn", NULL, "Avtal_till"}, {"Namn", "Slag", "Avtal_till"}}, .state = amount_cell,
		.add = N_("Ny part"), .edit = N_("Ändra part")},
	[COUNCIL_RESOURCES] = {
		.kinds = {RECORD_RESOURCE, RECORD_RESOURCE}, .file = "resurser.rec",
		.columns = {{.title = N_("Resurs"), .width = 24, .flexible = true}, {.title = N_("Slag"), .width = 11, .drop = 1},
		            {.title = N_("Målgrupp"), .width = 16, .flexible = true, .drop = 2}, {.title = N_("Kontrollerad"), .width = 14}},
		.fields = {{"Rubrik", "Slag", "Malgrupp"}}, .state = checked_cell,
		.add = N_("Ny kunskapsresurs"), .edit = N_("Ändra kunskapsresurs")},
	[COUNCIL_QUESTIONS] = {
		.kinds = {RECORD_QUESTION, RECORD_QUESTION}, .file = "fragor.rec",
		.columns = {{.title = N_("Kom in"), .width = 10, .drop = 1}, {.title = N_("Arbetsplats"), .width = 16, .flexible = true},
		            {.title = N_("Ämne"), .width = 22, .flexible = true}, {.title = N_("Läge"), .width = 17}},
		.fields = {{"Datum", "Enhet", "Amne"}}, .state = question_cell,
		.add = N_("Ny fråga från en arbetsplats"), .edit = N_("Ändra fråga")},
	[COUNCIL_RULES] = {
		.kinds = {RECORD_RULES, RECORD_RULES}, .file = RULES_FILE,
		.columns = {{.title = N_("Rådets namn"), .width = 24, .flexible = true}, {.title = N_("Mötena ger"), .width = 18, .drop = 1},
		            {.title = N_("Paragrafer"), .width = 10}, {.title = N_("Justerare"), .width = 9, .align = TEXT_RIGHT}},
		.fields = {{"Namn", "Protokoll", "Paragrafer"}}, .state = adjusters_cell, .edit = N_("Ändra hur rådet arbetar")},
};

static const struct network_part *part_of(const struct council_state *s)
{
	return &parts[s->pane.part];
}

enum record_kind council_network_kind(int part)
{
	return parts[part].kinds[1];
}

static size_t count_of(const struct council_state *s, enum record_kind kind)
{
	return s->model->council ? records_count(s->model->council, kind) : 0;
}

/* The record of a row, and which of the part's kinds it is. */
static const struct record *record_at(const struct council_state *s, size_t row, int *which)
{
	const struct network_part *p = part_of(s);
	size_t first = count_of(s, p->kinds[0]);
	*which = row >= first;
	return records_at(s->model->council, p->kinds[*which], *which ? row - first : row);
}

const struct record *council_network_record(const struct council_state *s, size_t row)
{
	int which;
	return record_at(s, row, &which);
}

/* ---- the last column ---------------------------------------------------------- */

static void liaison_state_cell(struct council_state *s, const struct record *r, struct list_cell *out)
{
	council_state_cell(s, liaison_state((const struct liaison *)(const void *)r, s->model->today), out);
}

static void education_cell(struct council_state *s, const struct record *r, struct list_cell *out)
{
	const struct education *e = (const struct education *)(const void *)r;
	struct education_count n = education_count(e);
	if (e->participants.count == 0)
		buf_str(&s->cell, date_cmp(e->date, s->model->today) > 0 ? _("planerad") : _("okänt"));
	else
		buf_printf(&s->cell, "%s%lld", n.all_known ? "" : _("minst "), (long long)n.people);
	out->text = buf_cstr(&s->cell);
	out->role = e->participants.count == 0 ? ROLE_UNKNOWN : ROLE_TEXT;
}

static void amount_cell(struct council_state *s, const struct record *r, struct list_cell *out)
{
	const struct partner *p = (const struct partner *)(const void *)r;
	bool is_partner = records_find(s->model->council, RECORD_PARTNER, r->id) == r;
	if (is_partner && p->amount != FIELD_INT_NONE)
		num_format(&s->cell, num_int(p->amount), 0, NUM_HALF_UP);
	else
		buf_str(&s->cell, "–");
	out->text = buf_cstr(&s->cell);
}

static void checked_cell(struct council_state *s, const struct record *r, struct list_cell *out)
{
	const struct resource *resource = (const struct resource *)(const void *)r;
	bool stale = resource_is_stale(resource, s->model->today);
	buf_str(&s->cell, stale ? "! " : "  ");
	if (date_known(resource->checked))
		date_format_iso(&s->cell, resource->checked);
	else
		buf_str(&s->cell, _("aldrig"));
	out->text = buf_cstr(&s->cell);
	out->role = stale ? ROLE_OVERDUE : ROLE_TEXT;
}

static void question_cell(struct council_state *s, const struct record *r, struct list_cell *out)
{
	static const char *const marks[] = {[QUESTION_OPEN] = "○", [QUESTION_TAKEN_UP] = "◐", [QUESTION_ACTION] = "◐",
	                                    [QUESTION_ANSWERED] = "●"};
	static const enum role roles[] = {[QUESTION_OPEN] = ROLE_MISSING, [QUESTION_TAKEN_UP] = ROLE_PARTLY,
	                                  [QUESTION_ACTION] = ROLE_PARTLY, [QUESTION_ANSWERED] = ROLE_MET};
	enum question_state state = question_state((const struct question *)(const void *)r);
	buf_printf(&s->cell, "%s %s", marks[state], _(question_states[state]));
	out->text = buf_cstr(&s->cell);
	out->role = roles[state];
}

static void adjusters_cell(struct council_state *s, const struct record *r, struct list_cell *out)
{
	(void)r;
	buf_printf(&s->cell, "%d", s->model->settings->adjusters); /* also where rad.ini does not say */
	out->text = buf_cstr(&s->cell);
}

/* ---- the list ---------------------------------------------------------------------- */

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct council_state *s = ctx;
	const struct network_part *p = part_of(s);
	int which;
	const struct record *r = record_at(s, row, &which);
	buf_clear(&s->cell);
	if (column == COLUMNS - 1) {
		p->state(s, r, out);
		return;
	}
	const char *name = p->fields[which][column];
	if (name)
		field_show(record_field(record_type(p->kinds[which]), name, strlen(name)), r, &s->cell);
	else
		buf_str(&s->cell, _(record_type(p->kinds[which])->label));
	out->text = buf_cstr(&s->cell);
	if (name && strcmp(name, "Plats") == 0)
		out->text = reference_place_name(s->model->reference, out->text);
	if (!*out->text)
		out->text = "–";
}

void council_network_rebuild(struct council_state *s)
{
	const struct network_part *p = part_of(s);
	size_t n = count_of(s, p->kinds[0]) + (p->kinds[1] == p->kinds[0] ? 0 : count_of(s, p->kinds[1]));
	s->pane.source = (struct list_source){.ctx = s, .count = n, .columns = p->columns, .columns_count = COLUMNS, .cell = cell};
}

long council_network_find(struct council_state *s, const char *id)
{
	for (size_t part = 0; part < sizeof parts / sizeof *parts; part++)
		for (int which = 0; parts[part].file && which < 2; which++) {
			const struct network_part *p = &parts[part];
			size_t before = which ? count_of(s, p->kinds[0]) : 0;
			for (size_t i = 0; i < count_of(s, p->kinds[which]); i++)
				if (strcmp(records_at(s->model->council, p->kinds[which], i)->id, id) == 0) {
					s->pane.part = (int)part;
					return (long)(before + i);
				}
		}
	return -1;
}

void council_network_describe(struct council_state *s, size_t row, struct detail *d)
{
	const struct network_part *p = part_of(s);
	int which;
	const struct record *r = record_at(s, row, &which);
	report_record(&d->doc, s->model, p->kinds[which], r);
	if (p->kinds[which] != RECORD_QUESTION)
		return;
	const struct question *q = (const struct question *)(const void *)r;
	if (q->action)
		detail_link(d, LINK_ACTION, q->action, _("Åtgärden som frågan blev"));
	if (q->meeting)
		detail_link(d, LINK_MEETING, q->meeting, _("Mötet som tar upp frågan"));
}

void council_network_note(const struct council_state *s, size_t row, struct buf *out)
{
	const struct network_part *p = part_of(s);
	int which;
	const struct record *r = record_at(s, row, &which);
	const char *const names[] = {"Svar", "Text", "Not"};
	for (size_t i = 0; i < sizeof names / sizeof *names && out->len == 0; i++) {
		const struct field *f = record_field(record_type(p->kinds[which]), names[i], strlen(names[i]));
		if (f)
			field_show(f, r, out);
	}
}

/* ---- editing ------------------------------------------------------------------------ */

static void add_record(struct frame *f, enum record_kind kind, const char *file, const char *title)
{
	struct record *fresh = mem_alloc(record_type(kind)->size);
	record_init(record_type(kind), fresh);
	record_form_open(f, kind, fresh, file, title);
	free(fresh);
}

static void partner_chosen(struct frame *f, size_t item)
{
	if (item == 0)
		add_record(f, RECORD_PARTNER, parts[COUNCIL_PARTNERS].file, parts[COUNCIL_PARTNERS].add);
	else
		add_record(f, RECORD_CENTRE, parts[COUNCIL_PARTNERS].file, N_("Nytt centrum"));
}

static const struct question *selected_question(struct frame *f)
{
	struct council_state *s = (struct council_state *)frame_pane(f);
	long row = list_selected(&s->pane.list);
	return s->pane.part != COUNCIL_QUESTIONS || row < 0 ? NULL : records_question(s->model->council, (size_t)row);
}

static void take_up_chosen(struct frame *f, size_t item)
{
	const struct question *q = selected_question(f);
	const struct records *council = frame_model(f)->council;
	const struct meeting *next = meeting_next(council, session_today(f->session));
	const char *file = session_plan_file(f->session);
	struct changes c = {0};
	char id[SESSION_ID_SIZE];
	session_new_id(f->session, id);
	const char *kept = arena_strdup(&c.arena, id);
	if (q && item == 0 && next)
		question_take_up(&c, council, q, next, kept);
	else if (q && item == 1 && file)
		question_to_action(&c, council, q, kept, file);
	else
		frame_say(f, "%s", !q ? _("Raden finns inte längre.") : item ? _("Rådet har ingen handlingsplan att lägga åtgärden i.")
		                                                          : _("Inget kommande möte är planerat. Lägg in ett på sidan 4."));
	if (c.count)
		frame_apply(f, &c, NULL);
	else
		changes_release(&c);
}

bool council_network_command(struct frame *f, struct council_state *s, enum command c)
{
	const struct network_part *p = part_of(s);
	long row = list_selected(&s->pane.list);
	int which;
	if (c == COMMAND_ADD && p->kinds[0] == RECORD_CENTRE) {
		modal_pick(f, _("Vad vill du lägga till?"), partner_chosen);
		modal_pick_add(f, _("en part: den som deltar eller betalar"));
		modal_pick_add(f, _("ett centrum med vision, mål och områden"));
	} else if (c == COMMAND_ADD && !p->add) {
		frame_say(f, "%s", _("Rådet har ett sätt att arbeta. Tryck e för att ändra det."));
	} else if (c == COMMAND_ADD) {
		add_record(f, p->kinds[0], p->file, p->add);
	} else if (c == COMMAND_EDIT && row >= 0) {
		const struct record *r = record_at(s, (size_t)row, &which);
		record_form_open(f, p->kinds[which], r, r->file, p->edit);
	} else if (c == COMMAND_TAKE_UP) {
		modal_pick(f, _("Vad ska frågan bli?"), take_up_chosen);
		modal_pick_add(f, _("en punkt på nästa mötes dagordning"));
		modal_pick_add(f, _("en åtgärd i handlingsplanen"));
	} else {
		return false;
	}
	return true;
}
