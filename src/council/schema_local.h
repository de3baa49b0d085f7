/* What the files of the record tables share: how a row is written. Not for other modules. */
#ifndef COUNCIL_SCHEMA_LOCAL_H
#define COUNCIL_SCHEMA_LOCAL_H

#include "radsbord/council/records.h"

/* The last arguments are the field's type and, where needed, more members of the row. */
#define ROW(record_struct, member, file_name, text, ...)                                           \
	{.name = file_name, .label = text, .offset = offsetof(struct record_struct, member), .type = __VA_ARGS__}
#define ID(record_struct)                                                                          \
	ROW(record_struct, head.id, "Id", "Id", FIELD_ID, .flags = FIELD_REQUIRED | FIELD_INTERNAL)
#define NR(record_struct) ROW(record_struct, nr, "Nr", "Nr", FIELD_INT, .flags = FIELD_INTERNAL)
#define TYPE(k, record_struct, file_name, text, where, rows)                                       \
	{.kind = k, .name = file_name, .label = text, .file = where,                               \
	 .size = sizeof(struct record_struct), .fields = rows, .count = sizeof rows / sizeof *rows}

/* ---- schema_verdict.c ---- */
extern const struct record_type schema_verdict;
/* ---- schema_minutes.c ---- */
extern const struct record_type schema_attendance, schema_correction, schema_minutes;
/* ---- schema_referral.c ---- */
extern const struct record_type schema_referral, schema_waypoint;
/* ---- schema_year.c ---- */
extern const struct record_type schema_year_text;
/* ---- schema_rules.c ---- */
extern const struct record_type schema_rules;
/* ---- schema_network.c: the network around the council ---- */
extern const struct record_type schema_liaison, schema_education, schema_partner, schema_centre, schema_resource,
	schema_question;

#endif
