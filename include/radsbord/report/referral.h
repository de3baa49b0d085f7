/* Referrals as a table, a detail, one line for the overview, and the statement (yttrande) itself. */
#ifndef RADSBORD_REPORT_REFERRAL_H
#define RADSBORD_REPORT_REFERRAL_H

#include "radsbord/council/referral.h"
#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* `radsbord remisser`: columns nr id amne avsandare dnr_deras dnr_vart inkom svar_senast mottagare handlaggare stallning
 * expedierad lage nasta_delsteg. */
void report_referrals(struct doc *d, const struct model *m);
/* The detail: what was asked, the way-points with their days, the position and its conditions. */
void report_referral(struct doc *d, const struct model *m, const struct referral *r);
/* The statement with the headings of stockholm-kunskapscentrum-2014.txt: Sammanfattning, Ärendets beredning, Bakgrund,
 * Ärendet, Synpunkter och förslag, Bilaga. What is not written is said to be missing. */
void report_statement(struct doc *d, const struct model *m, const struct referral *r);
/* "Remiss 3: svar senast 1 oktober 2014, om 5 dagar." for the unsent one that is due first, when it is late or due within
 * `days`; appends nothing otherwise. */
void referral_reminder(const struct model *m, int days, struct buf *out);

#endif
