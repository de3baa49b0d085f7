/* The yearly figures: what units and regions are asked to report (indicator_is_asked), and who has. */
#ifndef RADSBORD_REPORT_REPORTED_H
#define RADSBORD_REPORT_REPORTED_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* True when the indicator is asked of the place: of a unit by its type, of a region all of them. */
bool reported_is_asked(const struct model *m, int place, int indicator);
/* How many units within a place, itself not counted, have given the indicator's figure: in the model's year, or in any up to
 * today. */
size_t reported_units(const struct model *m, int place, int indicator);
/* True when somebody has: the place, or a place or unit within it. */
bool reported_by_anyone(const struct model *m, int place, int indicator);

/* `radsbord rapporterat`: columns enhet id region_kod ar rapporterat saknar kalla. The region, and the units that lie in the
 * place; of the model's year, or of the year before today's, which is the one to report now. */
void report_reported(struct doc *d, const struct model *m, int place);
/* The section of a unit's detail: its figures with year and source. */
void report_unit_figures(struct doc *d, const struct model *m, const struct unit *u);

#endif
