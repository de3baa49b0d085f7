/* The faults of one file: so many are told one by one, the rest as a number. */
#ifndef RADSBORD_STORE_FAULTS_LOCAL_H
#define RADSBORD_STORE_FAULTS_LOCAL_H

#include "radsbord/base/error.h"

/* Appends that the file has `more` lines with faults than those that were told. */
void faults_add_rest(struct diagnostics *d, const char *file, size_t more);

#endif
