/* world.h - builds small worlds for the engine's tests.
 *
 * Fill a zeroed struct world, then ask it; the set is built anew at each question, so a world may be changed between. Texts and
 * LIST()s are borrowed. Sources are "src", the year is YEAR and today 2025-09-30 unless told.
 */
#ifndef TESTS_ENGINE_WORLD_H
#define TESTS_ENGINE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "indikator.h"

#define YEAR 2024
#define TODAY 20250930
#define SRC "src"

struct world {
	struct indikator_place places[128];
	struct indikator_observation observations[512];
	struct indikator_unit units[32];
	struct indikator_statement statements[32];
	struct indikator_inventory inventories[16];
	struct indikator_definition definitions[8];
	struct indikator_target targets[16];
	struct indikator_data data;
	struct indikator_set *set;
};

/* Places as two arguments: an array that lives as long as the block, and its length. */
#define LIST(...) (const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int)
#define N(num, den) ((struct indikator_number){num, den})
#define UNKNOWN N(0, 0)
#define MASK(attribute) (1u << INDIKATOR_##attribute)

int world_place(struct world *w, const char *code, enum indikator_place_kind kind, int parent);
/* The standard tree: country SE; region R1 with municipalities A1, A2, A3 and hospital H1 in A1;
 * region R2 with area Q (municipalities B1, B2) and B3 directly below it. */
enum { SE, R1, A1, A2, A3, H1, R2, Q, B1, B2, B3 };
void world_standard(struct world *w);
void world_catchment(struct world *w, int hospital, const int *serves, size_t count);

struct indikator_observation *world_figure(struct world *w, int place, int year, const char *measure, int64_t value);
struct indikator_unit *world_unit(struct world *w, const char *id, int lies_in, const int *serves, size_t count);
struct indikator_statement *world_statement(struct world *w, int scope, enum indikator_degree degree);
void world_statement_places(struct indikator_statement *s, const int *places, size_t count);
void world_statement_except(struct indikator_statement *s, const int *places, size_t count);
struct indikator_inventory *world_inventory(struct world *w, int place, enum indikator_answer complete);

/* Definitions; the first of a world has index 0. A ratio of "n" to "d"; a need of a quarter of
 * "base"; a service "team" of units of the type "team". Coverage is weighed by "people". */
struct indikator_definition *world_ratio(struct world *w, enum indikator_direction direction,
					 struct indikator_number target);
struct indikator_definition *world_need(struct world *w);
struct indikator_definition *world_service(struct world *w, indikator_attribute_mask first);

/* A target of somebody's own for definition 0. */
struct indikator_target *world_target(struct world *w, int place, int64_t value);

struct indikator_set *world_set(struct world *w);
/* Asks for definition 0; release the verdict. year 0 is the newest. */
struct indikator_verdict world_ask(struct world *w, int place, int year);
/* The status alone, services as of TODAY. */
enum indikator_status world_status(struct world *w, int place);
enum indikator_status world_status_year(struct world *w, int place, int year);
/* The first row of evidence of a kind, and index unless -1; NULL when there is none. */
const struct indikator_evidence *world_evidence(const struct indikator_verdict *v, enum indikator_evidence_kind kind,
						int index);
void world_release(struct world *w);

#define assert_number(a, n, d)                                                                                         \
	do {                                                                                                           \
		assert_int_equal((a).num, (n));                                                                        \
		assert_int_equal((a).den, (d));                                                                        \
	} while (0)

#endif
