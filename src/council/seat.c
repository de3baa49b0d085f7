#include "radsbord/council/seat.h"

#include "radsbord/base/language.h"

#include <string.h>

const char *const seat_states[] = {
	[SEAT_VACANT] = N_("vakant"), [SEAT_COMING] = N_("ej tillträdd"), [SEAT_ENDED] = N_("tiden ute"), [SEAT_FILLED] = N_("tillsatt")};
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

/* Municipalities whose name is not formed by the rule; 0980 is the same organisation as its region. */
static const struct {
	const char *code, *name;
} own_names[] = {{"0880", "Kalmar kommun"}, {"0980", "Region Gotland, kommunens del"}, {"1421", "Orust kommun"}, {"2080", "Falu kommun"}};

void seat_organisation(const struct place *p, struct buf *out)
{
	static const char *const without_s[] = {"a", "e", "i", "o", "u", "y", "å", "ä", "ö", "s", "x", "z"};
	if (p->level != PLACE_MUNICIPALITY) {
		buf_str(out, p->full_name);
		return;
	}
	for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++)
		if (strcmp(own_names[i].code, p->code) == 0) {
			buf_str(out, own_names[i].name);
			return;
		}
	size_t n = strlen(p->name);
	bool genitive = true;
	for (size_t i = 0; i < sizeof without_s / sizeof *without_s; i++) {
		size_t k = strlen(without_s[i]);
		genitive &= n < k || memcmp(p->name + n - k, without_s[i], k) != 0;
	}
	buf_printf(out, "%s%s kommun", p->name, genitive ? "s" : "");
}
