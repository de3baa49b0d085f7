/* What may be meant in a field while one types: people and what they belong to, places, gaps, proposals and indicators. */
#include "form_values.h"
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/council/attendance.h"
#include "radsbord/report/gaps.h"
#include "radsbord/report/model.h"

#include <stdlib.h>
#include <string.h>

/* ---- how well something fits what is typed ------------------------------------------ */

/* Best first. */
enum fit { FIT_BEGINS, FIT_WORDS, FIT_WITHIN, FITS };

/* Every word typed begins a word of the name, or lies somewhere in it. Both folded. */
static bool has_words(const char *name, const char *typed, bool begins)
{
	while (*typed) {
		size_t n = strcspn(typed, " ");
		const char *at = name;
		bool found = n == 0;
		for (; !found && *at; at++)
			found = strncmp(at, typed, n) == 0 && (!begins || at == name || strchr(" -(,:;/", at[-1]));
		if (!found)
			return false;
		typed += n + strspn(typed + n, " ");
	}
	return true;
}

/* How `name` fits, or FITS: not at all. `typed` is folded. */
static enum fit fit_of(const char *name, const char *typed, struct buf *scratch)
{
	buf_clear(scratch);
	text_fold_plain(scratch, name);
	const char *folded = buf_cstr(scratch);
	if (strncmp(folded, typed, strlen(typed)) == 0)
		return FIT_BEGINS;
	if (has_words(folded, typed, true))
		return FIT_WORDS;
	return has_words(folded, typed, false) ? FIT_WITHIN : FITS;
}

/* What is being looked for: in as many rounds as there are ways to fit, so that the best come first. */
struct search {
	struct frame *f;
	const struct field *field;
	struct suggest *out;
	struct buf typed, scratch;
	enum fit round;
};

static void offer(struct search *s, const char *found_by, const char *text, const char *shown)
{
	if (fit_of(found_by, buf_cstr(&s->typed), &s->scratch) == s->round)
		suggest_add(s->out, text, shown);
}

/* ---- people ------------------------------------------------------------------------ */

static void add_person(struct frame *f, const char *name)
{
	struct people *p = &f->people;
	if (!name || !*name)
		return;
	const char *kept = arena_strdup(&p->arena, name);
	if (map_put(&p->there, kept, (int)p->names.count))
		strings_add(&p->names, kept, &p->arena);
}

static void add_field_values(struct frame *f, const struct field *field, const struct record *r, struct arena *a)
{
	struct strings values = {0};
	field_encode(field, r, a, &values);
	for (size_t i = 0; i < values.count; i++)
		add_person(f, values.items[i]);
}

/* Who stands in any field that holds people, and who sits in the council: gathered once for what is open. */
static void gather(struct frame *f)
{
	const struct records *council = frame_model(f)->council;
	struct people *p = &f->people;
	p->gathered = true;
	for (size_t i = 0; council && i < records_count(council, RECORD_SEAT); i++) {
		add_person(f, records_seat(council, i)->organisation);
		add_person(f, records_seat(council, i)->person);
	}
	for (int kind = 0; council && kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);
		for (size_t k = 0; k < t->count; k++) {
			enum holds what = form_holds(t->kind, &t->fields[k]);
			struct arena a = {0};
			for (size_t i = 0; (what == HOLDS_PERSON || what == HOLDS_ORGANISATION) && i < records_count(council, t->kind); i++)
				add_field_values(f, &t->fields[k], records_at(council, t->kind, i), &a);
			arena_release(&a);
		}
	}
}

void people_release(struct frame *f)
{
	map_release(&f->people.there);
	arena_release(&f->people.arena);
	f->people = (struct people){0};
}

/* A person is found by name and by what she belongs to. Where others see the screen only the latter is shown. */
static void offer_person(struct search *s, const char *name, bool organisations)
{
	struct arena a = {0};
	const char *public = attendance_public_name(frame_model(s->f)->council, name, &a);
	bool person = strcmp(public, name) != 0;
	const char *found_by = person ? arena_printf(&a, "%s, %s", name, public) : name;
	if (!person || !organisations) {
		const char *text = s->f->wall ? form_name_shown(s->f, name) : name;
		offer(s, found_by, text, s->f->wall ? text : found_by);
	}
	arena_release(&a);
}

static void find_people(struct search *s)
{
	for (size_t i = 0; i < s->f->people.names.count; i++)
		offer_person(s, s->f->people.names.items[i], false);
}

static void find_organisations(struct search *s)
{
	for (size_t i = 0; i < s->f->people.names.count; i++)
		offer_person(s, s->f->people.names.items[i], true);
}

static void find_workplaces(struct search *s)
{
	const struct model *m = frame_model(s->f);
	const struct records *all[] = {m->council, m->national};
	find_organisations(s);
	for (size_t k = 0; k < sizeof all / sizeof *all; k++)
		for (size_t i = 0; all[k] && i < records_count(all[k], RECORD_UNIT); i++)
			offer(s, records_unit(all[k], i)->name, records_unit(all[k], i)->name, NULL);
}

/* ---- places ------------------------------------------------------------------------- */

/* Which places a field is about: a bit for each level. */
static unsigned levels(const struct field *f)
{
	static const struct {
		const char *field;
		unsigned levels;
	} of[] = {{"Region", 1u << PLACE_REGION}, {"Ligger_i", 1u << PLACE_MUNICIPALITY}, {"Sjukhus", 1u << PLACE_HOSPITAL},
	          {"Omrade", 1u << PLACE_AREA},   {"Deltar_inte", 1u << PLACE_MUNICIPALITY}};
	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		if (strcmp(of[i].field, f->name) == 0)
			return of[i].levels;
	return 1u << PLACE_REGION | 1u << PLACE_AREA | 1u << PLACE_MUNICIPALITY | 1u << PLACE_HOSPITAL;
}

/* By name, alias or code: "nykö", "0480". */
static void offer_place(struct search *s, const struct place *p)
{
	static const char *const words[] = {[PLACE_COUNTRY] = "",           [PLACE_REGION] = N_("region"),  [PLACE_AREA] = N_("område"),
	                                    [PLACE_MUNICIPALITY] = N_("kommun"), [PLACE_HOSPITAL] = N_("sjukhus"), [PLACE_UNIT] = ""};
	const char *typed = buf_cstr(&s->typed);
	struct arena a = {0};
	const char *text = p->level == PLACE_AREA ? p->name : arena_printf(&a, "%s %s", p->code, p->name);
	enum fit best = fit_of(p->name, typed, &s->scratch);
	enum fit code = fit_of(text, typed, &s->scratch);
	best = code == FIT_BEGINS || best == FITS ? code : best;
	for (size_t i = 0; best == FITS && i < p->aliases.count; i++)
		best = fit_of(p->aliases.items[i], typed, &s->scratch);
	if (best == s->round && best != FIT_WITHIN) /* letters in the middle of a name are nobody's beginning */
		suggest_add(s->out, text,
		            arena_printf(&a, "%s  %s%s%s", text, _(words[p->level]), p->region && p->level != PLACE_REGION ? ", " : "",
		                         p->region && p->level != PLACE_REGION ? reference_place_name(frame_model(s->f)->reference, p->region) : ""));
	arena_release(&a);
}

/* Those of the council's region first. */
static void find_places(struct search *s)
{
	const struct model *m = frame_model(s->f);
	const char *home = m->settings ? m->settings->region : NULL;
	unsigned wanted = levels(s->field);
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < m->reference->places_count; i++) {
			const struct place *p = &m->reference->places[i];
			bool ours = home && p->region && strcmp(p->region, home) == 0;
			if ((wanted >> p->level & 1) && ours == (round == 0))
				offer_place(s, p);
		}
}

/* ---- indicators, gaps, proposals -------------------------------------------------------- */

/* `before` stands before the indicator on the line. */
static void find_indicators_after(struct search *s, const char *before)
{
	const struct reference *r = frame_model(s->f)->reference;
	for (size_t i = 0; i < r->indicators_count; i++) {
		const struct indicator_text *t = &r->indicators[i];
		struct arena a = {0};
		const char *full = strcmp(t->title, t->short_title) == 0 ? t->title : arena_printf(&a, "%s: %s", t->short_title, t->title);
		offer(s, full, arena_printf(&a, "%s%s", before, t->short_title), full);
		arena_release(&a);
	}
}

static void find_indicators(struct search *s)
{
	find_indicators_after(s, "");
}

/* "ålder: bryt": the indicator after the last colon or comma. */
static void find_dimensions(struct search *s)
{
	struct arena a = {0};
	const char *line = s->out->line, *last = line;
	for (const char *at = line; *at; at++)
		if (*at == ':' || *at == ',')
			last = at + 1;
	last += strspn(last, " ");
	if (last > line && *last) {
		buf_clear(&s->typed);
		text_fold_plain(&s->typed, last);
		find_indicators_after(s, arena_strndup(&a, line, (size_t)(last - line)));
	}
	arena_release(&a);
}

static void find_limits(struct search *s)
{
	for (const struct choice *k = limit_kinds; k->code; k++) {
		char *text = mem_printf("%s: ", k->label);
		offer(s, k->label, text, NULL);
		free(text);
	}
}

static void find_gaps(struct search *s)
{
	const struct model *m = frame_model(s->f);
	struct gap_rows rows;
	gap_rows_build(&rows, m, s->f->place);
	for (size_t i = 0; i < rows.count; i++) {
		const struct gap_row *r = &rows.items[i];
		struct arena a = {0};
		const char *shown = arena_printf(&a, "%s %s, %s, %s: %s", r->gap->head.id, r->service, r->where, r->degree, r->gap->text);
		offer(s, shown, form_gap_line(m, r->gap->head.id, &a), shown);
		arena_release(&a);
	}
	gap_rows_release(&rows);
}

static void find_proposals(struct search *s)
{
	const struct model *m = frame_model(s->f);
	for (size_t i = 0; m->national && i < records_count(m->national, RECORD_PROPOSAL); i++) {
		const struct proposal *p = records_proposal(m->national, i);
		char *text = mem_printf("%s %s", p->head.id, p->title), *found_by = mem_printf("%s: %s", text, p->text);
		offer(s, found_by, text, text);
		free(text);
		free(found_by);
	}
}

static void find_goals(struct search *s)
{
	const struct records *council = frame_model(s->f)->council;
	for (size_t i = 0; council && i < records_count(council, RECORD_GOAL); i++) {
		struct arena a = {0};
		const char *line = form_goal_line(records_goal(council, i), &a);
		offer(s, line, line, NULL);
		arena_release(&a);
	}
}

/* ---- all of them -------------------------------------------------------------------------- */

static const struct {
	void (*find)(struct search *s);
	bool only; /* nothing else will do */
} finders[HOLDS] = {
	[HOLDS_PERSON] = {find_people, false},       [HOLDS_ORGANISATION] = {find_organisations, false},
	[HOLDS_WORKPLACE] = {find_workplaces, false}, [HOLDS_PLACE] = {find_places, true},
	[HOLDS_AREA] = {find_places, true},          [HOLDS_INDICATOR] = {find_indicators, true},
	[HOLDS_DIMENSION] = {find_dimensions, false}, [HOLDS_LIMIT] = {find_limits, false},
	[HOLDS_GAP] = {find_gaps, true},             [HOLDS_PROPOSAL] = {find_proposals, true},
	[HOLDS_GOAL] = {find_goals, true},
};

static void find(struct frame *f, enum holds what, const struct field *field, const char *typed, struct suggest *out)
{
	struct search s = {.f = f, .field = field, .out = out};
	bool people = what == HOLDS_PERSON || what == HOLDS_ORGANISATION || what == HOLDS_WORKPLACE;
	if (people && !f->people.gathered)
		gather(f);
	out->only = finders[what].only;
	out->line = typed;
	for (s.round = FIT_BEGINS; s.round < FITS && finders[what].find; s.round++) {
		buf_clear(&s.typed);
		text_fold_plain(&s.typed, typed + strspn(typed, " "));
		while (s.typed.len && s.typed.data[s.typed.len - 1] == ' ')
			s.typed.data[--s.typed.len] = '\0';
		finders[what].find(&s);
	}
	out->line = NULL;
	buf_release(&s.typed);
	buf_release(&s.scratch);
}

bool form_finds(enum record_kind kind, const struct field *f)
{
	return finders[form_holds(kind, f)].find != NULL;
}

void form_find(void *ctx, size_t field, const char *typed, struct suggest *out)
{
	struct frame *f = ctx;
	const struct field *of = f->record_form.shown[field];
	find(f, form_holds(f->record_form.type->kind, of), of, typed, out);
}

void people_find(void *ctx, size_t field, const char *typed, struct suggest *out)
{
	(void)field;
	find(ctx, HOLDS_PERSON, NULL, typed, out);
}

void frame_calendar(struct frame *f, struct calendar *k)
{
	const struct records *council = frame_model(f)->council;
	calendar_begin(k, session_today(f->session));
	for (size_t i = 0; council && i < records_count(council, RECORD_MEETING); i++)
		if (records_meeting(council, i)->status != MEETING_CANCELLED)
			calendar_add_meeting(k, records_meeting(council, i)->date);
}
