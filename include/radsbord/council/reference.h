/* The national reference as the program uses it: places with names and positions, what each indicator is called.
 * Plain data filled by store; the figures themselves are in the engine's set. */
#ifndef RADSBORD_COUNCIL_REFERENCE_H
#define RADSBORD_COUNCIL_REFERENCE_H

#include "radsbord/council/records.h"
#include "radsbord/base/num.h"

enum place_level { PLACE_COUNTRY, PLACE_REGION, PLACE_AREA, PLACE_MUNICIPALITY, PLACE_HOSPITAL, PLACE_UNIT };
/* PLACE_UNIT: a unit as a place of its own yearly figures; its code is the unit's Id. It is in no list of places and no count. */
/* A place; the index is the engine's. Strings owned by the reference. */
struct place {
	const char *code, *name;      /* name: as the report writes it */
	const char *full_name;        /* "Region Sörmland"; the name when there is no other */
	const char *region;           /* code of the region it lies in, or NULL */
	enum place_level level;
	int parent;
	struct strings aliases;
	struct num latitude, longitude;
};

/* What people read of an indicator; the index is the engine's definition. */
struct indicator_text {
	const char *id, *title, *short_title, *definition, *group;
	int order;                    /* on the overview */
	const char *unit;             /* "per 100 000 invånare", "%" */
	const char *distance_unit, *distance_short;
	const char *target_kind;      /* malniva, riktmarke, rekommendation, or NULL */
	const char *target_source, *source, *passage;
	const char *says_not, *reads_high, *reads_low;
	const char *service;          /* code, or NULL */
	const char *level;            /* kommun, region, enhet: the lowest it can be judged at; see indicator_is_asked */
	int decimals;
	enum num_rounding rounding;
	bool percent;
	bool service_kind;            /* words Finns/Saknas rather than Når målet */
	bool need_kind;
	bool descriptive;
	const char *file;
	int line;
};

struct reference {
	struct place *places;
	size_t places_count, places_cap;
	struct indicator_text *indicators;
	size_t indicators_count, indicators_cap;
};

/* True for what units and councils are asked to report: level enhet, or the group nyckeltal. Nobody's answer comes with the
 * program, so it stands on the overview of a place first when someone there has reported it. */
bool indicator_is_asked(const struct indicator_text *t);
/* True for what a unit is asked: level enhet. */
bool indicator_is_of_units(const struct indicator_text *t);

/* By code or name: any case, with or without "Region", "län", diacritics, and by alias. An ambiguous name means
 * region, then area, then municipality; `municipality` means a municipality and nothing else. -1 when nothing fits. */
int reference_find_place(const struct reference *r, const char *text, bool municipality);
/* By code only. */
int reference_place_by_code(const struct reference *r, const char *code);
/* By id, title or short title, in Swedish or as the interface says them, any case, with or without diacritics; -1 when nothing fits. */
int reference_find_indicator(const struct reference *r, const char *id_or_title);
/* The name of a code, or the code itself when unknown. */
const char *reference_place_name(const struct reference *r, const char *code);
/* Regions in the Swedish order of their names; writes at most `max` indices, returns the count. */
size_t reference_regions(const struct reference *r, int *out, size_t max);

#endif
