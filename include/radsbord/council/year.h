/* Rules for a council's year: its own words in the annual report, and who sat in the council. Pure. */
#ifndef RADSBORD_COUNCIL_YEAR_H
#define RADSBORD_COUNCIL_YEAR_H

#include "radsbord/council/records.h"

/* The file of the texts. */
#define YEAR_TEXT_FILE "arstexter.rec"

struct date year_first(int year), year_last(int year);
/* True when the date is known and in the year. */
bool year_has(int year, struct date d);
/* True when a term, open where a date is not known, overlaps the year. */
bool year_overlaps(int year, struct date from, struct date to);

/* The council's own text of a section; the first one when two have written it at the same time. NULL when there is none. */
const struct year_text *year_text_of(const struct records *r, int year, enum year_section section);

#endif
