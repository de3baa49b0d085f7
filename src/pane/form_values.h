/* What is typed in a form as it stands in a file, and back. */
#ifndef PANE_FORM_VALUES_H
#define PANE_FORM_VALUES_H

#include "radsbord/council/reference.h"

struct form_world {
	const struct reference *reference;
	struct date today;
};
/* The values of a field as typed: none when it is empty. Lists: one a line. False, with a sentence, when it does not fit. */
bool form_read_value(const struct form_world *w, enum record_kind kind, const struct field *f, const char *typed, struct arena *a,
                     struct strings *out, struct error *e);
/* The value as a form shows it. Appends. */
void form_show_value(const struct form_world *w, enum record_kind kind, const struct field *f, const struct record *r, struct buf *out);

#endif
