/* document_statement.c - the answer to a referral, by its Id or number. */
#include "documents_local.h"

#include "radsbord/base/language.h"
#include "radsbord/report/referral.h"

bool document_statement(struct doc *d, const struct model *m, const struct document_question *q, struct error *e)
{
	for (size_t i = 0; i < records_count(m->council, RECORD_REFERRAL); i++) {
		const struct referral *r = records_referral(m->council, i);
		if (!document_is_called(&r->head, r->nr, q->subject))
			continue;
		report_statement(d, m, r);
		return true;
	}
	return error_set(e, ERROR_NOT_FOUND, _("Remissen ”%.80s” finns inte. Skriv dess nummer eller Id; radsbord remisser visar dem."), q->subject);
}
