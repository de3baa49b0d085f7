/* Any record in a form: the fields are the rows of its record table, so a new field is here by itself. */
#include "form_values.h"
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/council/goal.h"
#include "radsbord/council/plan.h"
#include "radsbord/council/referral.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const *choice_labels(const struct field *f, struct arena *a)
{
	size_t n = 0;
	while (f->choices[n].code)
		n++;
	const char **labels = arena_alloc(a, (n + 1) * sizeof *labels);
	for (size_t i = 0; i < n; i++)
		labels[i] = f->choices[i].label;
	return labels;
}

/* In a form: text on one line or several, lists with one value a line, and choices; links are edited where they belong. */
static bool in_form(const struct field *f)
{
	return !(f->flags & FIELD_INTERNAL) && f->type != FIELD_REFS;
}

static struct form_world world(const struct frame *f)
{
	return (struct form_world){frame_model(f)->reference, session_today(f->session)};
}

/* ---- one of the council's records, chosen by its title -------------------------- */

static const struct {
	enum record_kind kind;
	const char *field;
	enum record_kind target;
	const char *title;          /* field of the target */
} chosen_records[] = {{RECORD_ACTION, "Fokusomrade", RECORD_FOCUS, "Rubrik"}};

/* The row of chosen_records, or -1. */
static int chosen_record(enum record_kind kind, const struct field *f)
{
	for (size_t i = 0; i < sizeof chosen_records / sizeof *chosen_records; i++)
		if (chosen_records[i].kind == kind && strcmp(chosen_records[i].field, f->name) == 0)
			return (int)i;
	return -1;
}

/* "–", and the titles; the Ids beside them. What is referred to and has gone is a choice of its own. */
static const char *const *record_choices(struct frame *f, int row, const char *now, struct strings *ids)
{
	struct record_form *rf = &f->record_form;
	const struct records *council = frame_model(f)->council;
	enum record_kind target = chosen_records[row].target;
	const struct field *title = record_field(record_type(target), chosen_records[row].title, strlen(chosen_records[row].title));
	size_t n = records_count(council, target);
	const char **labels = arena_alloc(&rf->arena, (n + 3) * sizeof *labels);
	labels[0] = "–";
	strings_add(ids, "", &rf->arena);
	for (size_t i = 0; i < n; i++) {
		struct buf text = {0};
		field_show(title, records_at(council, target, i), &text);
		labels[i + 1] = arena_strdup(&rf->arena, buf_cstr(&text));
		strings_add(ids, arena_strdup(&rf->arena, records_at(council, target, i)->id), &rf->arena);
		buf_release(&text);
	}
	if (now && !strings_has(ids, now)) {
		labels[n + 1] = arena_printf(&rf->arena, _("%s (finns inte längre)"), now);
		strings_add(ids, arena_strdup(&rf->arena, now), &rf->arena);
	}
	return labels;
}

static void add_record_choice(struct frame *f, const struct field *field, int row, const struct record *r)
{
	struct record_form *rf = &f->record_form;
	struct strings now = {0};
	struct strings *ids = &rf->ids[rf->first.count];
	field_encode(field, r, &rf->arena, &now);
	const char *const *labels = record_choices(f, row, now.count ? now.items[0] : NULL, ids);
	size_t at = form_add(&rf->form, field->label, field->hint, FORM_CHOICE, "–", labels);
	for (size_t i = 0; now.count && i < ids->count; i++)
		if (strcmp(ids->items[i], now.items[0]) == 0)
			rf->form.fields[at].choice = (int)i;
}

void record_form_release(struct record_form *rf)
{
	if (rf->type)
		form_release(&rf->form);
	free(rf->id);
	free(rf->new_id);
	free(rf->file);
	arena_release(&rf->arena);
	*rf = (struct record_form){0};
}

/* What a new record has that its form does not show: the referral of a way-point. */
static void keep_hidden(struct record_form *rf, const struct field *field, const struct record *r)
{
	struct change_value v = {.field = field};
	if (rf->id || field->type == FIELD_ID)
		return;
	field_encode(field, r, &rf->arena, &v.values);
	if (v.values.count)
		rf->hidden[rf->hidden_count++] = v;
}

void record_form_open(struct frame *f, enum record_kind kind, const struct record *r, const char *file, const char *title)
{
	record_form_open_type(f, record_type(kind), r, file, title);
}

/* A record that the council does not have is new, also when its Id is settled: the council's own in place of a national one. */
static void take_id(struct frame *f, const struct record *r)
{
	struct record_form *rf = &f->record_form;
	bool there = r->id && records_find(frame_model(f)->council, rf->type->kind, r->id);
	rf->id = there ? mem_strdup(r->id) : NULL;
	rf->new_id = r->id && !there ? mem_strdup(r->id) : NULL;
}

void record_form_open_type(struct frame *f, const struct record_type *type, const struct record *r, const char *file, const char *title)
{
	struct record_form *rf = &f->record_form;
	enum record_kind kind = type->kind;
	record_form_release(rf);
	rf->type = type;
	take_id(f, r);
	rf->file = file ? mem_strdup(file) : NULL;
	rf->hidden = arena_alloc(&rf->arena, rf->type->count * sizeof *rf->hidden);
	rf->ids = arena_alloc(&rf->arena, rf->type->count * sizeof *rf->ids);
	struct form_world w = world(f);
	form_init(&rf->form, title);
	rf->form.editor = f->editor != NULL;
	for (size_t i = 0; i < rf->type->count; i++) {
		const struct field *field = &rf->type->fields[i];
		struct buf value = {0};
		if (!in_form(field)) {
			keep_hidden(rf, field, r);
			continue;
		}
		int row = chosen_record(kind, field);
		if (row >= 0) {
			add_record_choice(f, field, row, r);
			strings_add(&rf->first, arena_strdup(&rf->arena, form_value(&rf->form, rf->first.count)), &rf->arena);
			continue;
		}
		form_show_value(&w, kind, field, r, &value);
		enum form_kind fk = field->type == FIELD_CHOICE                               ? FORM_CHOICE
		                    : field->type == FIELD_LINES || field->type == FIELD_LIST ? FORM_LINES
		                                                                              : FORM_LINE;
		form_add(&rf->form, field->label, field->hint, fk, buf_cstr(&value),
		         fk == FORM_CHOICE ? choice_labels(field, &rf->arena) : NULL);
		strings_add(&rf->first, arena_strdup(&rf->arena, form_value(&rf->form, rf->first.count)), &rf->arena);
		buf_release(&value);
	}
	f->mode = MODE_FORM;
}

static void add_referral(struct frame *f, struct changes *c, const struct referral *r)
{
	const struct records *council = frame_model(f)->council;
	const char **ids = frame_new_ids(f, referral_ids_needed(council), &c->arena);
	ids[0] = r->head.id;
	referral_add(c, council, r, ids);
}

static void add_meeting(struct frame *f, struct changes *c, const struct meeting *m)
{
	const struct model *model = frame_model(f);
	struct agenda agenda = {0};
	agenda_make(model->council, model->settings ? model->settings->agenda : NULL, true, &agenda);
	meeting_add(c, m, meeting_file(m, &c->arena), &agenda, frame_new_ids(f, agenda.count, &c->arena));
	agenda_release(&agenda);
}

/* Numbers a new record and puts it where its kind belongs. */
static void add_record(struct frame *f, struct changes *c, void *record)
{
	struct record_form *rf = &f->record_form;
	const struct records *council = frame_model(f)->council;
	if (rf->type->kind == RECORD_MEETING) {
		struct meeting *m = record;
		m->nr = meeting_next_nr(council);
		add_meeting(f, c, m);
	} else if (rf->type->kind == RECORD_ACTION) {
		struct action *a = record;
		a->nr = action_next_nr(council);
		changes_add(c, RECORD_ACTION, rf->file, a);
		changes_title(c, "Ny åtgärd %lld", (long long)a->nr);
	} else if (rf->type->kind == RECORD_GOAL) {
		((struct goal *)record)->nr = plan_next_nr(council, RECORD_GOAL);
		changes_add(c, RECORD_GOAL, rf->file, record);
		changes_title(c, "Nytt mål: %s", ((struct goal *)record)->title);
	} else if (rf->type->kind == RECORD_FOCUS) {
		((struct focus *)record)->nr = plan_next_nr(council, RECORD_FOCUS);
		changes_add(c, RECORD_FOCUS, rf->file, record);
		changes_title(c, "Nytt fokusområde: %s", ((struct focus *)record)->title);
	} else if (rf->type->kind == RECORD_PLAN) {
		changes_add(c, RECORD_PLAN, plan_file(((struct plan *)record)->year, &c->arena), record);
		changes_title(c, "Ny plan för %lld", (long long)((struct plan *)record)->year);
	} else if (rf->type->kind == RECORD_REFERRAL) {
		add_referral(f, c, record);
	} else {
		changes_add(c, rf->type->kind, rf->file, record);
		changes_title(c, "Lade till %s", rf->type->label);
	}
}

/* What the fields say together. `r` has the values that are to be. */
static bool check_record(struct frame *f, const struct record *r, struct error *e)
{
	const struct goal *g = (const struct goal *)(const void *)r;
	const struct plan *p = (const struct plan *)(const void *)r;
	struct num low, high;
	if (f->record_form.type->kind == RECORD_GOAL && g->target && !goal_target(g, &low, &high))
		return error_set(e, ERROR_USAGE, _("Delmål: ”%.40s” är inget tal. Skriv till exempel 85 eller 8-10."), g->target);
	if (f->record_form.type->kind == RECORD_GAP && ((const struct gap *)(const void *)r)->degree == GAP_MET)
		return error_set(e, ERROR_USAGE, _("Grad: en brist saknas eller finns med begränsning. x i listan avslutar den när den inte finns längre."));
	if (f->record_form.type->kind != RECORD_PLAN)
		return true;
	if (p->year < 1900 || p->year > 2999)
		return error_set(e, ERROR_USAGE, _("År: %lld är inget årtal för en plan. Skriv till exempel 2027."), (long long)p->year);
	const struct plan *other = plan_of_year(frame_model(f)->council, p->year);
	if (other && strcmp(other->head.id, r->id) != 0)
		return error_set(e, ERROR_USAGE, _("År: det finns redan en plan för %lld. Ändra den i stället."), (long long)p->year);
	return true;
}

/* The same for a record with what an edit changes. */
static bool check_edit(struct frame *f, struct changes *c, const struct record *r, struct error *e)
{
	struct record_form *rf = &f->record_form;
	struct record *whole = arena_alloc(&c->arena, rf->type->size);
	record_init(rf->type, whole);
	for (size_t i = 0; i < rf->type->count; i++) {
		struct strings now = {0};
		const struct strings *values = &now;
		field_encode(&rf->type->fields[i], r, &c->arena, &now);
		for (size_t k = 0; k < c->count; k++)
			if (c->items[k].field == &rf->type->fields[i])
				values = &c->items[k].after;
		for (size_t k = 0; k < values->count; k++)
			if (!field_decode(&rf->type->fields[i], whole, values->items[k], &c->arena, e))
				return false;
	}
	return check_record(f, whole, e);
}

/* A new record: its typed values, its Id and number, and where it goes. */
static bool make_new(struct frame *f, struct changes *c, const struct strings *values, struct error *e)
{
	struct record_form *rf = &f->record_form;
	struct record *r = arena_alloc(&c->arena, rf->type->size);
	char id[SESSION_ID_SIZE];
	const struct field *missing;
	session_new_id(f->session, id);
	record_init(rf->type, r);
	r->id = arena_strdup(&c->arena, rf->new_id ? rf->new_id : id);
	for (size_t i = 0; i < rf->hidden_count; i++)
		for (size_t k = 0; k < rf->hidden[i].values.count; k++)
			if (!field_decode(rf->hidden[i].field, r, rf->hidden[i].values.items[k], &c->arena, e))
				return false;
	for (size_t i = 0, shown = 0; i < rf->type->count; i++) {
		const struct field *field = &rf->type->fields[i];
		if (!in_form(field))
			continue;
		const struct strings *v = &values[shown++];
		for (size_t k = 0; k < v->count; k++)
			if (!field_decode(field, r, v->items[k], &c->arena, e))
				return false;
	}
	if (!record_complete(rf->type, r, &missing))
		return error_set(e, ERROR_USAGE, _("%s måste fyllas i."), _(missing->label));
	if (!check_record(f, r, e))
		return false;
	if (rf->type->kind == RECORD_FIGURE)
		return figures_save(f, c, r, e);
	add_record(f, c, r);
	return true;
}

static bool make_edit(struct frame *f, struct changes *c, const struct strings *values, struct error *e)
{
	struct record_form *rf = &f->record_form;
	const struct record *r = records_find(frame_model(f)->council, rf->type->kind, rf->id);
	if (!r)
		return error_set(e, ERROR_CONFLICT, _("Raden finns inte längre. Någon annan har tagit bort den."));
	for (size_t i = 0, shown = 0; i < rf->type->count; i++) {
		const struct field *field = &rf->type->fields[i];
		if (!in_form(field))
			continue;
		const struct strings *v = &values[shown++];
		if (strcmp(form_value(&rf->form, shown - 1), rf->first.items[shown - 1]) == 0)
			continue; /* somebody else may have changed it since */
		if ((field->flags & FIELD_REQUIRED) && v->count == 0)
			return error_set(e, ERROR_USAGE, _("%s måste fyllas i."), _(field->label));
		changes_set(c, rf->type->kind, r, field->name, v->items, v->count);
	}
	changes_title(c, "Ändrad %s", rf->type->label);
	return check_edit(f, c, r, e);
}

/* Warns, when a meeting is on a day people are free. */
static void warning(struct frame *f, const struct changes *c, struct buf *out)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		for (size_t k = 0; k < ch->fields_count; k++) {
			struct date d;
			if (ch->type->kind == RECORD_MEETING && ch->fields[k].field->type == FIELD_DATE &&
			    date_parse(ch->fields[k].values.items[0], &d))
				meeting_warn(frame_model(f)->council, d, out);
		}
		struct date d;
		if (ch->kind == CHANGE_SET && ch->type->kind == RECORD_MEETING && ch->field->type == FIELD_DATE && ch->after.count &&
		    date_parse(ch->after.items[0], &d))
			meeting_warn(frame_model(f)->council, d, out);
	}
}

static void say_in_form(struct frame *f, enum error_code code)
{
	error_set(&f->record_form.form.error, code, "%s", f->message);
}

static void save(struct frame *f)
{
	struct record_form *rf = &f->record_form;
	struct error e = {0};
	struct changes c = {0};
	struct buf warn = {0};
	struct strings *values = arena_alloc(&c.arena, (rf->type->count + 1) * sizeof *values);
	struct form_world w = world(f);
	bool fits = true;
	for (size_t i = 0, shown = 0; i < rf->type->count && fits; i++)
		if (in_form(&rf->type->fields[i])) {
			/* what is not touched is not read again: it may be of a kind that cannot be written anew */
			const char *typed = form_value(&rf->form, shown);
			bool touched = !rf->id || strcmp(typed, rf->first.items[shown]) != 0;
			if (rf->ids[shown].count) {
				const char *id = rf->ids[shown].items[rf->form.fields[shown].choice];
				if (*id)
					strings_add(&values[shown], arena_strdup(&c.arena, id), &c.arena);
			} else if (touched) {
				fits = form_read_value(&w, rf->type->kind, &rf->type->fields[i], typed, &c.arena, &values[shown], &e);
			}
			if (!fits)
				rf->form.focus = shown;
			shown++;
		}
	if (!fits || !(rf->id ? make_edit(f, &c, values, &e) : make_new(f, &c, values, &e))) {
		frame_error(f, &e); /* masks what it repeats */
		say_in_form(f, e.code);
		changes_release(&c);
		return;
	}
	warning(f, &c, &warn);
	char *added = c.count && c.items[0].kind == CHANGE_ADD ? mem_strdup(c.items[0].id) : NULL;
	static const enum link_kind links[RECORD_KINDS] = {[RECORD_ACTION] = LINK_ACTION, [RECORD_MEETING] = LINK_MEETING,
	                                                   [RECORD_REFERRAL] = LINK_REFERRAL, [RECORD_WAYPOINT] = LINK_WAYPOINT,
	                                                   [RECORD_UNIT] = LINK_UNIT, [RECORD_GAP] = LINK_GAP,
	                                                   [RECORD_GOAL] = LINK_PLAN, [RECORD_FOCUS] = LINK_PLAN, [RECORD_PLAN] = LINK_PLAN,
	                                                   [RECORD_SEAT] = LINK_SEAT, [RECORD_COST] = LINK_COST,
	                                                   [RECORD_LIAISON] = LINK_NETWORK, [RECORD_EDUCATION] = LINK_NETWORK,
	                                                   [RECORD_PARTNER] = LINK_NETWORK, [RECORD_CENTRE] = LINK_NETWORK,
	                                                   [RECORD_RESOURCE] = LINK_NETWORK, [RECORD_QUESTION] = LINK_NETWORK};
	enum link_kind kind = links[rf->type->kind];
	if (frame_apply(f, &c, buf_cstr(&warn))) {
		modal_close(f);
		if (added) {
			long row = frame_pane(f)->class->find(f, frame_pane(f), kind, added);
			if (row >= 0) /* else the pane does not show such records */
				list_update(&frame_pane(f)->list, &frame_pane(f)->source, row);
		}
	} else {
		say_in_form(f, ERROR_IO);
	}
	free(added);
	buf_release(&warn);
}

/* An hour may pass in the editor: the draft is written before, and at once after. */
static void edit_outside(struct frame *f)
{
	struct form *form = &f->record_form.form;
	const char *before = form_value(form, form->focus);
	struct buf text = {0};
	draft_after(f, &(struct event){.type = EVENT_SUSPEND});
	if (f->editor(f->editor_ctx, before, &text, &form->error) && strcmp(buf_cstr(&text), before) != 0) {
		form_replace(form, buf_cstr(&text));
		draft_after(f, &(struct event){.type = EVENT_PASTE});
	}
	buf_release(&text);
}

void record_form_key(struct frame *f, ui_key key)
{
	enum form_result result = form_key(&f->record_form.form, key);
	if (result == FORM_SAVED) {
		save(f);
	} else if (result == FORM_EDITOR) {
		edit_outside(f);
	} else if (result == FORM_CANCELLED) {
		modal_close(f);
		frame_say(f, _("Ingenting ändrades."));
	}
}
