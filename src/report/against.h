/* Inside the check of the report against itself. */
#ifndef REPORT_AGAINST_H
#define REPORT_AGAINST_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

enum { AGAINST_YEAR = 2024 }; /* of both appendices */

struct against {
	struct doc *doc;
	struct doc_table *table;
	const struct model *model;
	size_t agreements, differences;
};
struct against_finding {
	const char *test;
	int place;
	const char *what, *printed, *computed;
	bool agrees;
	const char *reason;
};
void against_add(struct against *a, const struct against_finding *f);
/* A figure of the appendices' year; unknown when it is not printed. `decimals` may be NULL. */
struct num against_figure(const struct model *m, int place, const char *measure, const char *source, int *decimals);

/* Beds in the tables against the beds of the units that the texts name, and against what the map section says. */
void against_beds(struct against *a, const int *regions, size_t count);
/* Numbers of the running text against the tables, the hospitals and the municipalities. */
void against_text(struct against *a, const int *regions, size_t count);
/* What statements say of each service against what the units alone imply. */
void against_services(struct against *a, const int *regions, size_t count);

#endif
