/* What a form makes of its values when it is saved: a new record, or what has changed in one. */
#include "form_values.h"
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/council/goal.h"
#include "radsbord/council/plan.h"
#include "radsbord/council/referral.h"

#include <stdlib.h>
#include <string.h>

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

/* The cursor goes to the field that is at fault. */
struct error *record_form_at(struct frame *f, const char *name, struct error *e)
{
	struct record_form *rf = &f->record_form;
	for (size_t i = 0; i < rf->form.count; i++)
		if (strcmp(rf->shown[i]->name, name) == 0)
			rf->form.focus = i;
	return e;
}

static bool must_be_filled(struct frame *f, const struct field *field, struct error *e)
{
	const char *hint = field->hint ? _(field->hint) : "";
	return error_set(record_form_at(f, field->name, e), ERROR_USAGE, _("”%s” måste fyllas i. %s"), _(field->label), hint);
}

/* The answer to a referral that is said to be sent, in this step or with this position, has a position. */
static bool check_referral(struct frame *f, const struct changes *c, const struct referral *r, struct error *e)
{
	bool asked = c->count == 0;
	for (size_t i = 0; i < c->count; i++)
		asked |= c->items[i].field && (strcmp(c->items[i].field->name, "Expedierad") == 0 || strcmp(c->items[i].field->name, "Stallning") == 0);
	if (!asked || !date_known(r->sent) || referral_may_be_sent(r))
		return true;
	return error_set(record_form_at(f, "Stallning", e), ERROR_USAGE,
	                 _("Ställning: den är inte bestämd, men svaret är sänt. Välj ställningen, eller töm dagen då svaret sändes."));
}

/* What the fields say together. `r` has the values that are to be; c what an edit changes, nothing of a new record. */
static bool check_record(struct frame *f, const struct changes *c, const struct record *r, struct error *e)
{
	const struct goal *g = (const struct goal *)(const void *)r;
	const struct plan *p = (const struct plan *)(const void *)r;
	struct num low, high;
	enum record_kind kind = f->record_form.type->kind;
	if (kind == RECORD_GOAL && g->target && !goal_target(g, &low, &high))
		return error_set(record_form_at(f, "Delmal", e), ERROR_USAGE, _("Delmål: ”%.40s” är inget tal. Skriv till exempel 85 eller 8-10."), g->target);
	if (kind == RECORD_GAP && ((const struct gap *)(const void *)r)->degree == GAP_MET)
		return error_set(record_form_at(f, "Grad", e), ERROR_USAGE,
		                 _("Grad: en brist saknas eller finns med begränsning. x i listan avslutar den när den inte finns längre."));
	if (kind == RECORD_REFERRAL)
		return check_referral(f, c, (const struct referral *)(const void *)r, e);
	if (kind != RECORD_PLAN)
		return true;
	if (p->year < 1900 || p->year > 2999)
		return error_set(record_form_at(f, "Ar", e), ERROR_USAGE, _("År: %lld är inget årtal för en plan. Skriv till exempel 2027."), (long long)p->year);
	const struct plan *other = plan_of_year(frame_model(f)->council, p->year);
	if (other && strcmp(other->head.id, r->id) != 0)
		return error_set(record_form_at(f, "Ar", e), ERROR_USAGE, _("År: det finns redan en plan för %lld. Ändra den i stället."), (long long)p->year);
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
	return check_record(f, c, whole, e);
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
	for (size_t i = 0; i < rf->form.count; i++)
		for (size_t k = 0; k < values[i].count; k++)
			if (!field_decode(rf->shown[i], r, values[i].items[k], &c->arena, record_form_at(f, rf->shown[i]->name, e)))
				return false;
	if (!record_complete(rf->type, r, &missing))
		return must_be_filled(f, missing, e);
	if (!check_record(f, c, r, e))
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
	for (size_t i = 0; i < rf->form.count; i++) {
		if (!record_form_touched(rf, i))
			continue; /* somebody else may have changed it since */
		if ((rf->shown[i]->flags & FIELD_REQUIRED) && values[i].count == 0)
			return must_be_filled(f, rf->shown[i], e);
		changes_set(c, rf->type->kind, r, rf->shown[i]->name, values[i].items, values[i].count);
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

/* The value of a field as it stands in a file. What is not touched is not read again: it may be of a kind that cannot be written anew. */
static bool read_field(struct frame *f, size_t i, struct arena *a, struct strings *out, struct error *e)
{
	struct record_form *rf = &f->record_form;
	struct form_world w = form_world(f);
	if (rf->ids[i].count) {
		const char *id = rf->ids[i].items[rf->form.fields[i].choice];
		if (*id)
			strings_add(out, arena_strdup(a, id), a);
		return true;
	}
	if (rf->id && !record_form_touched(rf, i))
		return true;
	return form_read_value(&w, rf->type->kind, rf->shown[i], record_form_text(f, i, a), a, out, record_form_at(f, rf->shown[i]->name, e));
}

void record_form_save(struct frame *f)
{
	struct record_form *rf = &f->record_form;
	struct error e = {0};
	struct changes c = {0};
	struct buf warn = {0};
	struct strings *values = arena_alloc(&c.arena, (rf->type->count + 1) * sizeof *values);
	size_t focus = rf->form.focus;
	bool fits = true;
	for (size_t i = 0; i < rf->form.count && fits; i++)
		fits = read_field(f, i, &c.arena, &values[i], &e);
	if (!fits || !(rf->id ? make_edit(f, &c, values, &e) : make_new(f, &c, values, &e))) {
		frame_error(f, &e); /* masks what it repeats */
		say_in_form(f, e.code);
		changes_release(&c);
		return;
	}
	rf->form.focus = focus;
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
			long row = pane_find(f, frame_pane(f), kind, added);
			if (row >= 0) /* else the pane does not show such records, or goes by a queue as the review does */
				list_update(&frame_pane(f)->list, &frame_pane(f)->source, row);
		}
	} else {
		say_in_form(f, ERROR_IO);
	}
	free(added);
	buf_release(&warn);
}

