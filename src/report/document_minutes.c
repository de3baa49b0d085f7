/* document_minutes.c - the minutes of a meeting, what was changed in them, and the replies to its call, as documents. */
#include "documents_local.h"

#include "radsbord/report/minutes.h"

bool document_minutes(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	(void)e;
	report_minutes_kept(d, m, q->meeting, false);
	return true;
}

bool document_differences(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	(void)e;
	report_differences(d, m, q->meeting);
	return true;
}

bool document_replies(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	(void)e;
	report_replies(d, m, q->meeting);
	return true;
}
