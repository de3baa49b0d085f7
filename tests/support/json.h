/* json.h - a strict reader of JSON (RFC 8259), enough to judge what the program prints for other programs. */
#ifndef SUPPORT_JSON_H
#define SUPPORT_JSON_H

#include "radsbord/base/mem.h"

enum json_kind { JSON_NULL, JSON_TRUE, JSON_FALSE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };
struct json {
	enum json_kind kind;
	const char *name;          /* of a member of an object */
	const char *text;          /* a string's characters; a number as it is written */
	struct json *items;        /* of an array or object, in order */
	size_t count, cap;
};

/* Reads the whole text; memory in the arena. NULL, with why and where in English, when it is not JSON: also for a name twice in
 * an object, bytes that are not UTF-8, or anything after the value. */
const struct json *json_parse(const char *text, size_t len, struct arena *a, char why[128]);
/* The member of an object, or NULL. */
const struct json *json_member(const struct json *object, const char *name);

#endif
