/* The seats of the council as a table, and the detail of one. */
#ifndef RADSBORD_REPORT_SEATS_H
#define RADSBORD_REPORT_SEATS_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* `radsbord ledamoter`: columns id grupp organisation plats roll person epost fran till lage. */
void report_seats(struct doc *d, const struct model *m);
void report_seat(struct doc *d, const struct model *m, const struct seat *s);

#endif
