/* Who comes to a meeting, who was there, and whether the council could decide (SCREENS, "The meeting"; DOMAIN section 3). Pure.
 *
 * One list serves the replies to the call and the roll: each seat of the council, and those who have none (adjungerade, guests).
 * A record is written for a seat when there is something to say of it. Why somebody is absent is never asked and has no place. */
#ifndef RADSBORD_COUNCIL_ATTENDANCE_H
#define RADSBORD_COUNCIL_ATTENDANCE_H

#include "radsbord/council/change.h"

/* A seat, a record, or both. */
struct attendee {
	const struct seat *seat;            /* NULL: has none */
	const struct attendance *record;    /* NULL: nothing is written yet */
};
/* Those of a meeting: the seats whose term has not ended by then, in file order, then those without a seat. Seats that are gone but
 * have a record are among the latter. Writes at most `max`, returns how many there are. */
size_t attendees(const struct records *r, const struct meeting *m, struct attendee *out, size_t max);

bool attendee_is_vacant(const struct attendee *a);
int attendee_role(const struct attendee *a);             /* enum seat_role, or ATTENDANCE_GUEST */
const char *attendee_name(const struct attendee *a);     /* NULL: nobody is named */
const char *attendee_organisation(const struct attendee *a); /* NULL: not said */
/* Is asked to come: has a seat, or has replied. */
bool attendee_is_called(const struct attendee *a);
enum reply attendee_reply(const struct attendee *a);
enum presence attendee_presence(const struct attendee *a);
/* Present in the room or from a distance, for the whole meeting or a part. */
bool attendee_is_there(const struct attendee *a);
/* An ordinary member of whom nothing is noted: the minutes name them neither among those who were there nor the others. */
bool attendee_is_unwritten(const struct attendee *a);
/* The seat a deputy serves for, NULL: for none. */
const struct seat *attendee_serves_for(const struct records *r, const struct attendee *a);

/* Steps. The record of a seat at a meeting has an Id made of theirs: two who write of the same seat at once are asked, as of any field. */
void attendance_set_presence(struct changes *c, const struct meeting *m, const struct attendee *a, enum presence p);
void attendance_set_reply(struct changes *c, const struct meeting *m, const struct attendee *a, enum reply reply);
void attendance_set_serves_for(struct changes *c, const struct meeting *m, const struct attendee *a, const struct seat *seat);
/* Came in, or left, at a time (minutes since midnight) while an item was dealt with (Id, or NULL). The same again takes it away. */
void attendance_came(struct changes *c, const struct meeting *m, const struct attendee *a, int time, const char *item);
void attendance_left(struct changes *c, const struct meeting *m, const struct attendee *a, int time, const char *item);
/* All that nothing is written of are present, but for those whose reply says otherwise; deputies only when they replied that they come.
 * Vacant seats are left out. */
void attendance_all_present(struct changes *c, const struct records *r, const struct meeting *m);
/* Somebody without a seat, present. `id` is fresh. */
void attendance_add_guest(struct changes *c, const struct meeting *m, const char *name, const char *organisation, int role, const char *id);
/* The next of: nothing, present, absent, distance, deputy. A deputy has no deputy. */
enum presence presence_next(const struct attendee *a);

struct attendance_count {
	size_t seats, vacant;       /* ordinary seats */
	size_t serving;             /* ordinary members there, and deputies that serve for one who is not; one a seat */
	size_t distance;            /* of them, from a distance */
	size_t absent, unwritten;   /* of ordinary members */
	size_t others;              /* there, without a say: deputies that serve for nobody, secretary, adjungerade, guests */
	size_t replies[REPLY_REMOTE + 1]; /* of all that are called, by reply */
};
struct attendance_count attendance_count(const struct records *r, const struct meeting *m);
/* "Rådet är beslutsfört: 9 tjänstgör och 8 krävs." `quorum` 0: nothing, the council has no such rule. Appends. */
void attendance_say_quorum(const struct attendance_count *n, int quorum, struct buf *out);

/* How a person is called where others see it: the organisation and role of the seat instead of the name. Text that names nobody of the
 * council is given back as it is. Strings in the arena or borrowed. */
const char *attendance_public_name(const struct records *r, const char *name, struct arena *a);

/* Appends the text with the names of the council's persons, and of those who are written of at its meetings, called so. Only whole
 * words; names of one word shorter than four letters are left. */
void attendance_hide_names(const struct records *r, const char *text, struct buf *out);

#endif
