/* What the files of gallring share. Internal to src/store. */
#ifndef RADSBORD_STORE_DISPOSAL_LOCAL_H
#define RADSBORD_STORE_DISPOSAL_LOCAL_H

#include "radsbord/store/disposal.h"

/* ---- disposal_person.c: who it is about ---- */
struct person {
	struct arena arena;
	const char *folded;         /* the name, for comparison */
	struct strings spellings;   /* names and addresses as they stand somewhere */
	struct strings addresses;   /* e-mail, folded */
};
/* Learns the addresses that the person has or had, from the records and the history. False when not all of it can be read; release
 * it all the same. */
bool person_learn(struct person *p, const char *name, const struct folder *f, struct error *e);
void person_release(struct person *p);
bool person_is(const struct person *p, const char *name);
/* The name or an address stands in the text, as whole words. */
bool person_in(const struct person *p, const char *text);
bool person_in_bytes(const struct person *p, const char *bytes, size_t len);
/* The value of the field is the person's. */
bool person_owns(const struct person *p, const struct field *f, const char *value);
/* The text with the name and addresses replaced by DISPOSAL_MARK. */
void person_blot(const struct person *p, const char *text, struct buf *out);

/* ---- disposal.c ---- */
void disposal_found(struct disposal *d, bool goes, const char *file, int line, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* ---- disposal_records.c, disposal_history.c ---- */
bool disposal_records(const struct folder *f, const struct person *p, struct disposal *d, struct error *e);
bool disposal_history(const struct folder *f, const struct person *p, struct disposal *d, struct error *e);

/* ---- disposal_around.c: this machine, salvage, and what is only named ---- */
bool disposal_local(const struct folder *f, const char *state, const struct person *p, int year, struct disposal *d, struct error *e);
bool disposal_salvage(const struct folder *f, const struct person *p, int year, struct disposal *d, struct error *e);
void disposal_others(const struct folder *f, const struct person *p, struct disposal *d);

#endif
