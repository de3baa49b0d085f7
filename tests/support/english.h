/* The interface in English, in a test: what the program does for --sprak en. */
#ifndef TESTS_SUPPORT_ENGLISH_H
#define TESTS_SUPPORT_ENGLISH_H

#include <stdbool.h>

/* By the catalogue that was built beside the tests. False: there is none, or the machine cannot. */
bool english_begin(void);
void english_end(void);

#endif
