/* The rows of the table of words (filter.c); what needs a rule is in filter_values.c. Not for other modules. */
#ifndef REPORT_FILTER_LOCAL_H
#define REPORT_FILTER_LOCAL_H

#include "radsbord/report/filter.h"

/* A record, and what its values are seen by. */
struct filter_about {
	const struct model *m;
	int place;
	const void *record;
};
/* The words of a kind: `field` is one of the record's type, or `value` is the rule. */
struct filter_words {
	const struct filter_key *items;
	size_t count;
};
extern const struct filter_words filter_words[RECORD_KINDS];

/* "ja" when it is so. */
void filter_say(struct buf *out, bool so);
/* A line of its own. */
void filter_line(struct buf *out, const char *text);

#define VALUE(name) void filter_##name(const struct filter_about *x, struct buf *out)
VALUE(action_status);
VALUE(action_focus);
VALUE(action_service);
VALUE(action_plan);
VALUE(action_meeting);
VALUE(action_late);
VALUE(goal_plan);
VALUE(goal_place);
VALUE(focus_plan);
VALUE(focus_open);
VALUE(plan_open);
VALUE(meeting_agenda);
VALUE(referral_state);
VALUE(referral_numbers);
VALUE(referral_late);
VALUE(waypoint_day);
VALUE(waypoint_referral);
VALUE(waypoint_state);
VALUE(waypoint_late);
VALUE(seat_state);
VALUE(place_name);
VALUE(liaison_state);
VALUE(education_people);
VALUE(resource_stale);
VALUE(question_state);
VALUE(gap_service);
VALUE(gap_where);
VALUE(gap_degree);
VALUE(gap_region);
VALUE(gap_actions);
VALUE(unit_where);
VALUE(unit_region);
VALUE(unit_round);
VALUE(unit_diagnoses);
VALUE(unit_ages);
VALUE(proposal_answer);
VALUE(proposal_actions);
VALUE(proposal_services);
#undef VALUE

#endif
