/* Any record in a form: the fields are the rows of its record table, so a new field is here by itself. */
#include "pane.h"

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

static const char *choice_code(const struct field *f, const char *label)
{
	for (const struct choice *c = f->choices; c->code; c++)
		if (strcmp(c->label, label) == 0)
			return c->code;
	return "";
}

/* One value a line; blank lines are none. */
static void add_lines(const char *typed, struct arena *a, struct strings *out)
{
	for (const char *at = typed; *at;) {
		size_t n = strcspn(at, "\n"), first = strspn(at, " \t");
		size_t end = n;
		while (end > first && strchr(" \t\r", at[end - 1]))
			end--;
		if (end > first) {
			char *line = mem_strndup(at + first, end - first);
			strings_add(out, arena_strdup(a, line), a);
			free(line);
		}
		at += n + (at[n] == '\n');
	}
}

/* What was typed, as it stands in a file: dates and times as people write them become ISO. Lists: one value a line. */
static bool file_values(const struct field *f, const char *typed, struct date today, struct arena *a, struct strings *out,
                        struct error *e)
{
	struct buf b = {0};
	struct date d;
	struct num n;
	int minutes;
	if (!*typed)
		return true;
	switch (f->type) {
	case FIELD_LIST:
		add_lines(typed, a, out);
		return true;
	case FIELD_INT:
		if (!num_parse_swedish(typed, &n, NULL) || n.den != 1)
			return error_set(e, ERROR_USAGE, "%s: ”%s” är inget heltal. Skriv till exempel 12 eller 8 200 000.", f->label, typed);
		buf_printf(&b, "%lld", (long long)n.num);
		break;
	case FIELD_DATE:
		if (!date_parse_human(typed, today, &d))
			return error_set(e, ERROR_USAGE, "%s: ”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04.",
			                 f->label, typed);
		date_format_iso(&b, d);
		break;
	case FIELD_TIME:
		minutes = time_parse(typed);
		if (minutes < 0)
			return error_set(e, ERROR_USAGE, "%s: ”%s” är inget klockslag. Skriv till exempel 9 eller 9.30.", f->label, typed);
		buf_printf(&b, "%02d:%02d", minutes / 60, minutes % 60);
		break;
	case FIELD_CHOICE:
		buf_str(&b, choice_code(f, typed));
		break;
	default:
		buf_str(&b, typed);
		break;
	}
	strings_add(out, arena_strdup(a, buf_cstr(&b)), a);
	buf_release(&b);
	return true;
}

/* In a form: text on one line or several, lists with one value a line, and choices; links are edited where they belong. */
static bool in_form(const struct field *f)
{
	return !(f->flags & FIELD_INTERNAL) && f->type != FIELD_REFS;
}

/* The value as a form shows it: as people read it, but lists with one value a line. */
static void form_text(const struct field *f, const struct record *r, struct buf *out)
{
	struct arena a = {0};
	struct strings values = {0};
	if (f->type != FIELD_LIST) {
		field_show(f, r, out);
		return;
	}
	field_encode(f, r, &a, &values);
	for (size_t i = 0; i < values.count; i++)
		buf_printf(out, "%s%s", i ? "\n" : "", values.items[i]);
	arena_release(&a);
}

void record_form_release(struct record_form *rf)
{
	if (rf->type)
		form_release(&rf->form);
	free(rf->id);
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
	struct record_form *rf = &f->record_form;
	record_form_release(rf);
	rf->type = record_type(kind);
	rf->id = r->id ? mem_strdup(r->id) : NULL;
	rf->file = file ? mem_strdup(file) : NULL;
	rf->hidden = arena_alloc(&rf->arena, rf->type->count * sizeof *rf->hidden);
	form_init(&rf->form, title);
	for (size_t i = 0; i < rf->type->count; i++) {
		const struct field *field = &rf->type->fields[i];
		struct buf value = {0};
		if (!in_form(field)) {
			keep_hidden(rf, field, r);
			continue;
		}
		form_text(field, r, &value);
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
	} else if (rf->type->kind == RECORD_REFERRAL) {
		add_referral(f, c, record);
	} else {
		changes_add(c, rf->type->kind, rf->file, record);
		changes_title(c, "Lade till %s", rf->type->label);
	}
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
	r->id = arena_strdup(&c->arena, id);
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
		return error_set(e, ERROR_USAGE, "%s måste fyllas i.", missing->label);
	add_record(f, c, r);
	return true;
}

static bool make_edit(struct frame *f, struct changes *c, const struct strings *values, struct error *e)
{
	struct record_form *rf = &f->record_form;
	const struct record *r = records_find(frame_model(f)->council, rf->type->kind, rf->id);
	if (!r)
		return error_set(e, ERROR_CONFLICT, "Raden finns inte längre. Någon annan har tagit bort den.");
	for (size_t i = 0, shown = 0; i < rf->type->count; i++) {
		const struct field *field = &rf->type->fields[i];
		if (!in_form(field))
			continue;
		const struct strings *v = &values[shown++];
		if (strcmp(form_value(&rf->form, shown - 1), rf->first.items[shown - 1]) == 0)
			continue; /* somebody else may have changed it since */
		if ((field->flags & FIELD_REQUIRED) && v->count == 0)
			return error_set(e, ERROR_USAGE, "%s måste fyllas i.", field->label);
		changes_set(c, rf->type->kind, r, field->name, v->items, v->count);
	}
	changes_title(c, "Ändrad %s", rf->type->label);
	return true;
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
	bool fits = true;
	for (size_t i = 0, shown = 0; i < rf->type->count && fits; i++)
		if (in_form(&rf->type->fields[i])) {
			fits = file_values(&rf->type->fields[i], form_value(&rf->form, shown), session_today(f->session), &c.arena,
			                   &values[shown], &e);
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
	                                                   [RECORD_SEAT] = LINK_SEAT, [RECORD_COST] = LINK_COST,
	                                                   [RECORD_LIAISON] = LINK_NETWORK, [RECORD_EDUCATION] = LINK_NETWORK,
	                                                   [RECORD_PARTNER] = LINK_NETWORK, [RECORD_CENTRE] = LINK_NETWORK,
	                                                   [RECORD_RESOURCE] = LINK_NETWORK, [RECORD_QUESTION] = LINK_NETWORK};
	enum link_kind kind = links[rf->type->kind];
	if (frame_apply(f, &c, buf_cstr(&warn))) {
		modal_close(f);
		if (added) {
			long row = frame_pane(f)->class->find(f, frame_pane(f), kind, added);
			list_update(&frame_pane(f)->list, &frame_pane(f)->source, row);
		}
	} else {
		say_in_form(f, ERROR_IO);
	}
	free(added);
	buf_release(&warn);
}

void record_form_key(struct frame *f, ui_key key)
{
	enum form_result result = form_key(&f->record_form.form, key);
	if (result == FORM_SAVED) {
		save(f);
	} else if (result == FORM_CANCELLED) {
		modal_close(f);
		frame_say(f, "Ingenting ändrades.");
	}
}
