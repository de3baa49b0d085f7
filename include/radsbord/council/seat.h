/* Rules for the seats of a council: which are filled, and what is missing for the representation to be complete
 * (sormland-2019: "rådets representation skall bli komplett"). Pure. */
#ifndef RADSBORD_COUNCIL_SEAT_H
#define RADSBORD_COUNCIL_SEAT_H

#include "radsbord/council/reference.h"

enum seat_state {
	SEAT_VACANT,  /* no person */
	SEAT_COMING,  /* the term has not begun */
	SEAT_ENDED,   /* the term has ended */
	SEAT_FILLED
};
/* How a post stands on a day; the first and the last day of a term count as within it. */
enum seat_state term_state(const char *person, struct date from, struct date to, struct date today);
enum seat_state seat_state(const struct seat *s, struct date today);
extern const char *const seat_states[]; /* "vakant" ... */
extern const char *const seat_state_codes[];

struct seat_count {
	size_t seats, filled;
};
/* The seats of a council; cooptation is no seat. */
struct seat_count seats_count(const struct records *r, struct date today);

/* Appends what the organisation of a place calls itself: "Region Sörmland", "Vingåkers kommun", "Trosa kommun". */
void seat_organisation(const struct place *p, struct buf *out);

#endif
