/* What form.c (values and keys) and form_draw.c share. */
#ifndef UI_FORM_LOCAL_H
#define UI_FORM_LOCAL_H

#include "radsbord/ui/form.h"

/* What has the focus: a field, or count and above for the buttons. What is wrong in the field that is left is said. */
void form_focus(struct form *f, size_t to);
/* The field with the focus, or NULL on the buttons. */
struct form_field *form_here(struct form *f);
/* The text of the field with the focus can be taken to an editor. */
bool form_wants_editor(const struct form *f);
extern const char *const form_answers[FORM_ANSWERS]; /* as they stand on their buttons */

#endif
