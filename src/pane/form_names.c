/* Names of persons in a form while others see the screen: what stands for them there, and who is meant. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <string.h>

/* What stands for a name in this form: never the name of the organisation itself, which would then mean the person. */
static const char *stand_in(struct record_form *rf, const char *name, const char *public)
{
	const char *shown = strstr(public, ", ") ? public : arena_printf(&rf->arena, _("%s (person)"), public);
	for (int i = 2; strings_has(&rf->names_shown, shown); i++)
		shown = strstr(public, ", ") ? arena_printf(&rf->arena, "%s %d", public, i) : arena_printf(&rf->arena, _("%s (person %d)"), public, i);
	strings_add(&rf->names_shown, arena_strdup(&rf->arena, shown), &rf->arena);
	strings_add(&rf->names_meant, arena_strdup(&rf->arena, name), &rf->arena);
	return rf->names_shown.items[rf->names_shown.count - 1];
}

const char *form_name_shown(struct frame *f, const char *name)
{
	struct record_form *rf = &f->record_form;
	struct buf public = {0};
	frame_public(f, name, &public);
	const char *shown = strcmp(buf_cstr(&public), name) == 0 ? name : NULL;
	for (size_t i = 0; !shown && i < rf->names_meant.count; i++)
		if (strcmp(rf->names_meant.items[i], name) == 0)
			shown = rf->names_shown.items[i];
	if (!shown)
		shown = stand_in(rf, name, buf_cstr(&public));
	buf_release(&public);
	return shown;
}

/* Each line is a name. */
static const char *each_line(struct frame *f, const char *text, struct arena *a, const char *(*change)(struct frame *, const char *))
{
	struct buf out = {0};
	for (const char *at = text; *at;) {
		size_t n = strcspn(at, "\n");
		buf_str(&out, change(f, arena_strndup(a, at, n)));
		at += n;
		if (*at == '\n')
			buf_char(&out, *at++);
	}
	const char *all = arena_strdup(a, buf_cstr(&out));
	buf_release(&out);
	return all;
}

static const char *name_meant(struct frame *f, const char *shown)
{
	const struct record_form *rf = &f->record_form;
	for (size_t i = 0; i < rf->names_shown.count; i++)
		if (strcmp(rf->names_shown.items[i], shown) == 0)
			return rf->names_meant.items[i];
	return shown;
}

const char *form_names_shown(struct frame *f, const char *text, struct arena *a)
{
	return each_line(f, text, a, form_name_shown);
}

const char *form_names_meant(struct frame *f, const char *text, struct arena *a)
{
	return each_line(f, text, a, name_meant);
}
