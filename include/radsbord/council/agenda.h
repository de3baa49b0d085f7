/* The agenda of a meeting: what a new one begins with, its items in order, and whether their times add up. Pure. */
#ifndef RADSBORD_COUNCIL_AGENDA_H
#define RADSBORD_COUNCIL_AGENDA_H

#include "radsbord/council/change.h"

/* The recommended agenda (DOMAIN section 3): 14 headings. */
#define AGENDA_DEFAULT 14
extern const char *const agenda_default[AGENDA_DEFAULT];

struct agenda_entry {
	const char *title, *text;
	int64_t minutes;            /* FIELD_INT_NONE: not said */
	const char *from;           /* Id of the tabled item it carries over, or NULL */
	int kind;                   /* enum item_kind */
};
struct agenda {
	struct arena arena;
	struct agenda_entry *items;
	size_t count, cap;
};
/* What a new meeting begins with. `own` is the council's own agenda as rad.ini has it, "Mötet öppnas (5) | Närvaro | Övriga frågor":
 * headings between bars, with their minutes in brackets; NULL or "": the recommended one. With `carry` the items that were tabled and
 * have not been taken up on another agenda stand before "Beslutsärenden", else before "Övriga frågor", else last. `r` may be NULL
 * without carry; what is carried over borrows its texts. */
void agenda_make(const struct records *r, const char *own, bool carry, struct agenda *out);
void agenda_release(struct agenda *a);

/* The items of a meeting by their numbers; writes at most `max` indices, returns how many there are. */
size_t agenda_items(const struct records *r, const struct meeting *m, size_t *out, size_t max);
/* The item, when there is one in this meeting; NULL. */
const struct item *agenda_item(const struct records *r, const struct meeting *m, const char *id);
/* True when a later item carries this one over. */
bool agenda_is_carried(const struct records *r, const struct item *tabled);

/* Puts a new item (its number is not looked at) where such items stand: before the decisions when it was tabled, else before the other
 * questions, else last. The items after it are numbered anew. */
void agenda_insert(struct changes *c, const struct records *r, const struct meeting *m, struct item *item);

struct agenda_time {
	int64_t planned;            /* minutes of the items that say */
	size_t items, unstated;     /* all, and those that do not say */
	int64_t meeting;            /* minutes; FIELD_INT_NONE: start or end is not known */
};
struct agenda_time agenda_time(const struct records *r, const struct meeting *m);
/* "Punkterna tar 200 minuter, men mötet är 180." when the times of the items and the meeting do not add up; nothing when they do, and
 * when no item says how long it takes. Appends. */
void agenda_time_warn(const struct agenda_time *t, struct buf *out);

#endif
