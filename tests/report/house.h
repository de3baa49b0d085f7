/* house.h - a small Sweden for the tests of the reports: four regions with the figures of Vita fläckar 2026 (bilaga 1
 * and 2), seven municipalities, a hospital, a few statements, units and gaps, and a council of Södermanland.
 * The clock stands at 2026-11-24. */
#ifndef TESTS_REPORT_HOUSE_H
#define TESTS_REPORT_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/report/explain.h"
#include "radsbord/report/gaps.h"
#include "radsbord/report/overview.h"
#include "radsbord/report/plan.h"

enum house_place {
	SWEDEN, STOCKHOLM, SODERMANLAND, GOTLAND, HALLAND,
	STOCKHOLM_CITY, NYKOPING, KATRINEHOLM, ESKILSTUNA, GOTLAND_CITY, HALMSTAD, HYLTE,
	MALARSJUKHUSET, HOUSE_PLACES
};
enum house_indicator {
	NEED, BEDS, HOSPITAL_BEDS, CONSULT, ONCALL, TALK, PHYSICIANS, HOME_CARE, HOUSE_INDICATORS
};

struct house {
	struct reference reference;
	struct records national, council;
	struct council_settings settings;
	struct indikator_set *set;
	struct model model;
};

/* A model of the house without a council; house_council opens the council of Södermanland. */
void house_build(struct house *h);
void house_council(struct house *h);
void house_release(struct house *h);

/* Renders the document as text at `width` and releases it. Owned by the caller. */
char *house_text(struct doc *d, int width);
/* Fails with both texts when `needle` does not occur. U+00A0 in `text` counts as a blank. */
void house_has(const char *text, const char *needle);
void house_lacks(const char *text, const char *needle);

#endif
