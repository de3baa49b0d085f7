/* A council's whole year lived through in the real program, by keys alone. */
#ifndef TESTS_E2E_YEAR_H
#define TESTS_E2E_YEAR_H

#include "stage.h"

#include <stdbool.h>

/* Whose year it is: a folder for the council, made by the year, and a home folder that is there; what the interface speaks. */
struct year {
	struct stage *stage;
	char council[300], home[300];
	bool english;
};
/* From 11 January 2027 to 20 January 2028. In English the screens are not read, only the keys are those of an English reader. */
void year_live(const struct year *y);

#endif
