#include "radsbord/council/seat.h"

const char *const seat_states[] = {
	[SEAT_VACANT] = "vakant", [SEAT_COMING] = "ej tillträdd", [SEAT_ENDED] = "tiden ute", [SEAT_FILLED] = "tillsatt"};
const char *const seat_state_codes[] = {
	[SEAT_VACANT] = "vakant", [SEAT_COMING] = "ej_tilltradd", [SEAT_ENDED] = "tiden_ute", [SEAT_FILLED] = "tillsatt"};

enum seat_state term_state(const char *person, struct date from, struct date to, struct date today)
{
	if (!person || !*person)
		return SEAT_VACANT;
	if (date_known(from) && date_cmp(today, from) < 0)
		return SEAT_COMING;
	if (date_known(to) && date_cmp(to, today) < 0)
		return SEAT_ENDED;
	return SEAT_FILLED;
}

enum seat_state seat_state(const struct seat *s, struct date today)
{
	return term_state(s->person, s->from, s->to, today);
}

struct seat_count seats_count(const struct records *r, struct date today)
{
	struct seat_count n = {0, 0};
	for (size_t i = 0; r && i < records_count(r, RECORD_SEAT); i++) {
		const struct seat *s = records_seat(r, i);
		if (s->role == SEAT_COOPTED)
			continue;
		n.seats++;
		n.filled += seat_state(s, today) == SEAT_FILLED;
	}
	return n;
}
