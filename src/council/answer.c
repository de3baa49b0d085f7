#include "radsbord/council/answer.h"

#include <string.h>

/* In the order of the file: what stands later was written later. */
static bool is_to(const struct proposal_answer *a, const char *proposal)
{
	return a->proposal && strcmp(a->proposal, proposal) == 0;
}

const struct proposal_answer *answer_latest(const struct records *r, const char *proposal, const char *holds_for)
{
	const struct proposal_answer *best = NULL;
	for (size_t i = 0; r && proposal && holds_for && i < records_count(r, RECORD_ANSWER); i++) {
		const struct proposal_answer *a = records_proposal_answer(r, i);
		if (is_to(a, proposal) && a->holds_for && strcmp(a->holds_for, holds_for) == 0 &&
		    (!best || date_cmp(a->date, best->date) >= 0))
			best = a;
	}
	return best;
}

size_t answers_to(const struct records *r, const char *proposal, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = r && proposal ? records_count(r, RECORD_ANSWER) : 0; i-- > 0;) {
		const struct proposal_answer *a = records_proposal_answer(r, i);
		if (!is_to(a, proposal))
			continue;
		size_t at = n < max ? n : max;
		while (at > 0 && date_cmp(records_proposal_answer(r, out[at - 1])->date, a->date) < 0) {
			if (at < max)
				out[at] = out[at - 1];
			at--;
		}
		if (at < max)
			out[at] = i;
		n++;
	}
	return n;
}

void answer_add(struct changes *c, const struct proposal *p, const char *holds_for, enum answer_status status,
                const char *source, struct date today, const char *id)
{
	struct proposal_answer a;
	record_init(record_type(RECORD_ANSWER), &a);
	a.head.id = id;
	a.proposal = p->head.id;
	a.holds_for = holds_for;
	a.status = (int)status;
	a.date = today;
	a.source = source && source[strspn(source, " \t")] ? source : NULL;
	changes_add(c, RECORD_ANSWER, ANSWER_FILE, &a);
	changes_title(c, "Svar på %s: %s", p->head.id, answer_statuses[status].label);
}
