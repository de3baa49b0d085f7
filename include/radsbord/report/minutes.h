/* The minutes of a meeting, what was changed in them, and the replies to its call. */
#ifndef RADSBORD_REPORT_MINUTES_H
#define RADSBORD_REPORT_MINUTES_H

#include "radsbord/council/minutes.h"
#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* The minutes as the records have them now: protokoll or minnesanteckningar, who was there, the paragraphs with decisions and tasks,
 * and how they are adopted. What the meeting itself says (its state, who has confirmed) is read from `mt`. `wall`: others see the
 * screen, so persons of the council are called by their organisation and role. Minutes are Swedish, whatever the interface speaks. */
void report_minutes(struct doc *d, const struct model *m, const struct meeting *mt, bool wall);
/* One paragraph of them. */
void report_paragraph(struct doc *d, const struct model *m, const struct meeting *mt, const struct paragraph *p, bool wall);
/* As wide as the minutes are shown in the room and kept when adopted, so that no line is broken a second time. */
enum { MINUTES_COLUMNS = 72 };
/* The text that is stored when they are adopted: report_minutes in MINUTES_COLUMNS, ending with a newline. Appends. */
void report_minutes_text(const struct model *m, const struct meeting *mt, struct buf *out);
/* Adopted minutes as they were stored, then each rättelse; else as report_minutes. Says so when the stored text is gone or was changed. */
void report_minutes_kept(struct doc *d, const struct model *m, const struct meeting *mt, bool wall);
/* Each change that was asked for: §, before, after, by whom and when; to be sent to the chair. */
void report_differences(struct doc *d, const struct model *m, const struct meeting *mt);
/* Who has answered the call, and how. */
void report_replies(struct doc *d, const struct model *m, const struct meeting *mt);
/* "§ 5" of the paragraph an action was decided under; "" when it is not known. In the arena. */
const char *report_decided_under(const struct model *m, const struct action *a, struct arena *arena);

#endif
