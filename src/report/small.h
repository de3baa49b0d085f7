/* small.h - which figures are too small to be shown to others (STORAGE, "Hostile input": small numbers). Not for other modules.
 *
 * Decided per indicator and year over the country, its regions, areas and municipalities at once, so that a hidden figure cannot
 * be worked out from another overview either. What a source has published is known already and never hidden. */
#ifndef RADSBORD_REPORT_SMALL_H
#define RADSBORD_REPORT_SMALL_H

#include "radsbord/report/model.h"

enum small_reason {
	SMALL_NOT,
	SMALL_FEW,  /* fewer persons than the limit, but some */
	SMALL_REST, /* all but so few */
	SMALL_SUM   /* another would follow from it */
};
struct small {
	enum small_reason reason;
	bool value;  /* the value is hidden, too: it gives the count away */
	bool change; /* the change would give away the year before */
};
/* Nothing is small when the model is not shown to others. */
struct small small_figures(const struct model *m, const struct indikator_verdict *v);
/* A figure that stands by itself. */
bool small_observation(const struct model *m, const struct indikator_observation *o);
/* "färre än fem personer". */
const char *small_words(struct arena *a, const struct model *m, enum small_reason reason);
#define SMALL_MARK ".."

#endif
