/* The measures that figures are given in: what each counts, how it may look, and what statistics call it. */
#ifndef RADSBORD_COUNCIL_MEASURE_H
#define RADSBORD_COUNCIL_MEASURE_H

#include <stdbool.h>

enum measure_flag {
	/* Patients and the deceased: small numbers of them are not shown to others. Employees and inhabitants are not, for who is
	 * employed and how many live in a place is public. */
	MEASURE_PEOPLE = 1 << 0,
	MEASURE_WHOLE = 1 << 1,   /* only whole numbers */
	MEASURE_SIGNED = 1 << 2,  /* may be negative: a surplus */
	MEASURE_PERCENT = 1 << 3  /* is given in per cent */
};
struct measure {
	const char *code;     /* "doda_i_registret" */
	const char *words;    /* in the plural and small letters: "rapporterade dödsfall" */
	unsigned flags;
	const char *also[4];  /* other names in statistics, NULL-terminated unless full */
};

/* By code; NULL for a measure that only an indicator's own definition knows. */
const struct measure *measure_find(const char *code);
/* By code, words or another name; any case, with or without diacritics, "_" as a blank. NULL when nothing fits. */
const struct measure *measure_named(const char *name);
/* What it counts; the code itself when it is not known, "" for NULL. */
const char *measure_words(const char *code);
/* A measure nobody has described may count people. */
bool measure_counts_people(const char *code);

#endif
