/* Any record in a form: the fields are the rows of its record table, so a new field is here by itself. */
#include "form_values.h"
#include "pane.h"

#include "radsbord/base/language.h"

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
	return !(f->flags & FIELD_INTERNAL);
}

struct form_world form_world(const struct frame *f)
{
	return (struct form_world){frame_model(f), frame_model(f)->reference, session_today(f->session)};
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

static bool is_list(const struct field *field)
{
	return field->type == FIELD_LIST || field->type == FIELD_REFS;
}

struct field_check {
	struct frame *f;
	size_t field;
};

/* When one leaves the field; a value that is not touched may be of a kind that cannot be written anew. */
static bool check_field(void *ctx, const char *value, struct error *e)
{
	const struct field_check *check = ctx;
	struct frame *f = check->f;
	struct record_form *rf = &f->record_form;
	struct form_world w = form_world(f);
	struct strings values = {0};
	struct arena a = {0};
	bool fits = !record_form_touched(rf, check->field) ||
	            form_read_value(&w, rf->type->kind, rf->shown[check->field], form_names_meant(f, value, &a), &a, &values, e);
	arena_release(&a);
	return fits;
}

static void add_check(struct frame *f, size_t field)
{
	struct field_check *check = arena_alloc(&f->record_form.arena, sizeof *check);
	*check = (struct field_check){f, field};
	f->record_form.form.fields[field].check = check_field;
	f->record_form.form.fields[field].check_ctx = check;
}

const char *record_form_shown(struct frame *f, size_t field, const char *text)
{
	struct record_form *rf = &f->record_form;
	return f->wall && form_holds(rf->type->kind, rf->shown[field]) == HOLDS_PERSON ? form_names_shown(f, text, &rf->arena) : text;
}

/* The field as it is to be written, and what stands there. Where others see the screen it stands for persons by what they belong to. */
static void add_value_field(struct frame *f, const struct form_world *w, const struct field *field, const struct record *r)
{
	struct record_form *rf = &f->record_form;
	struct buf value = {0};
	form_show_value(w, rf->type->kind, field, r, &value);
	const char *text = record_form_shown(f, rf->form.count, buf_cstr(&value));
	enum form_kind fk = field->type == FIELD_CHOICE                               ? FORM_CHOICE
	                    : field->type == FIELD_DATE                               ? FORM_DATE
	                    : field->type == FIELD_LINES || is_list(field)            ? FORM_LINES
	                                                                              : FORM_LINE;
	size_t at = form_add(&rf->form, field->label, field->hint, fk, text, fk == FORM_CHOICE ? choice_labels(field, &rf->arena) : NULL);
	rf->form.fields[at].finds = form_finds(rf->type->kind, field);
	add_check(f, at);
	buf_release(&value);
}

static void add_field(struct frame *f, const struct form_world *w, const struct field *field, const struct record *r)
{
	struct record_form *rf = &f->record_form;
	int row = chosen_record(rf->type->kind, field);
	rf->shown[rf->form.count] = field;
	if (row >= 0)
		add_record_choice(f, field, row, r);
	else
		add_value_field(f, w, field, r);
	strings_add(&rf->first, arena_strdup(&rf->arena, form_value(&rf->form, rf->first.count)), &rf->arena);
}

const char *record_form_text(struct frame *f, size_t field, struct arena *a)
{
	return form_names_meant(f, form_value(&f->record_form.form, field), a);
}

bool record_form_touched(const struct record_form *rf, size_t field)
{
	return strcmp(form_value(&rf->form, field), rf->first.items[field]) != 0;
}

void record_form_open_type(struct frame *f, const struct record_type *type, const struct record *r, const char *file, const char *title)
{
	struct record_form *rf = &f->record_form;
	record_form_release(rf);
	rf->type = type;
	take_id(f, r);
	rf->file = file ? mem_strdup(file) : NULL;
	rf->hidden = arena_alloc(&rf->arena, rf->type->count * sizeof *rf->hidden);
	rf->ids = arena_alloc(&rf->arena, rf->type->count * sizeof *rf->ids);
	rf->shown = arena_alloc(&rf->arena, rf->type->count * sizeof *rf->shown);
	struct form_world w = form_world(f);
	form_init(&rf->form, title);
	rf->form.editor = f->editor != NULL;
	rf->form.find = form_find;
	rf->form.find_ctx = f;
	frame_calendar(f, &rf->form.calendar);
	for (size_t i = 0; i < rf->type->count; i++) {
		const struct field *field = &rf->type->fields[i];
		if (!in_form(field)) {
			keep_hidden(rf, field, r);
			continue;
		}
		add_field(f, &w, field, r);
	}
	form_settle(&rf->form);
	people_release(f);
	f->mode = MODE_FORM;
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
		(f->record_form.save ? f->record_form.save : record_form_save)(f);
	} else if (result == FORM_EDITOR) {
		edit_outside(f);
	} else if (result == FORM_UNUSED) {
		frame_say_unbound(f, key);
	} else if (result == FORM_CANCELLED) {
		const char *unchanged = f->record_form.unchanged;
		modal_close(f);
		frame_say(f, "%s", _(unchanged ? unchanged : N_("Ingenting ändrades.")));
	}
}
