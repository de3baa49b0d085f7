/* council_world.h - small councils for the tests of the rules: records of any kind, added one by one. */
#ifndef TESTS_COUNCIL_WORLD_H
#define TESTS_COUNCIL_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/council/records.h"

/* Appends a copy of `record`, a struct of the kind. Strings are borrowed. */
void world_add(struct records *r, enum record_kind kind, const void *record);
void world_release(struct records *r);

/* Records with only what a rule needs; the rest is absent. */
struct action world_action(const char *id, enum action_status status, struct date due);
struct meeting world_meeting(const char *id, struct date date, enum meeting_type type, enum meeting_status status);

#define DAY(y, m, d) ((struct date){y, m, d})

#endif
