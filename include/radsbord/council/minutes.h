/* The minutes of a meeting: their paragraphs, what is written in the room, and how they are adopted (DOMAIN section 3). Pure.
 *
 * utkast -> under justering -> justerat. Until they are adopted the minutes are made anew from the records each time they are shown; on
 * adoption the text is stored and never written again. What is found wrong later is a dated rättelse beside it. */
#ifndef RADSBORD_COUNCIL_MINUTES_H
#define RADSBORD_COUNCIL_MINUTES_H

#include "radsbord/council/agenda.h"

/* ---- paragraphs ------------------------------------------------------------------------------- */

/* § nr: an item, or a verdict of the review that has a paragraph of its own after the item that gathers the others. */
struct paragraph {
	int64_t nr;
	const struct item *item;
	const struct verdict *verdict;      /* NULL: the item itself */
};
/* In order; writes at most `max`, returns how many there are. The first is 1, or with `by_year` goes on from the meetings of the year
 * before it that are not cancelled; when the minutes are adopted it is what it was then. */
size_t minutes_paragraphs(const struct records *r, const struct meeting *m, bool by_year, struct paragraph *out, size_t max);
/* The number of an item's paragraph; 0 when it has none in this meeting. */
int64_t minutes_paragraph_of(const struct records *r, const struct meeting *m, bool by_year, const char *item);
/* § -> action: the actions decided under an item, by number; those of the meeting that name no item belong to the one that gathers the
 * review. The way back is action.meeting and action.item. Writes at most `max` indices, returns how many there are. */
size_t minutes_tasks(const struct records *r, const struct meeting *m, const struct item *item, size_t *out, size_t max);

/* ---- in the room -------------------------------------------------------------------------------- */

/* One more line in what was said, or decided; a decision makes the item one. */
void minutes_note(struct changes *c, const struct item *item, const char *line);
void minutes_decide(struct changes *c, const struct item *item, const char *line);
void minutes_set_kind(struct changes *c, const struct item *item, enum item_kind kind);
/* The item is begun at a time (minutes since midnight); when it has been, it is not. */
void minutes_begin(struct changes *c, const struct item *item, int time);
/* Minutes from when the item was begun until the next one was, or, for the last, until `now` (-1: not known, or another day). -1: it has
 * not been begun, or its end is not known. */
int minutes_elapsed(const struct records *r, const struct meeting *m, const struct item *item, int now);
/* The item that was begun last; NULL: none. */
const struct item *minutes_current(const struct records *r, const struct meeting *m);
/* Tables an item: it stands on the agenda of `next` too, before its decisions or other questions (agenda.h). NULL: no later meeting is
 * planned; the next one that is laid in brings it. `id` is fresh. */
void minutes_table(struct changes *c, const struct records *r, const struct item *item, const struct meeting *next, const char *id);

/* Completes the last line of what is typed to the `nth` of the standing phrases that it can mean: "godk" -> "att godkänna ". Appends the
 * whole text. False, and nothing is appended, when there is none. */
bool minutes_complete(const char *typed, unsigned nth, struct buf *out);

/* ---- adoption ------------------------------------------------------------------------------------ */

bool minutes_adopted(const struct meeting *m);
/* utkast -> under justering, and back; the meeting is held. */
void minutes_circulate(struct changes *c, const struct meeting *m, bool back);

/* How somebody confirms the minutes. */
enum adjust_way { ADJUST_SIGNATURE, ADJUST_EMAIL };
extern const struct choice adjust_ways[];
/* "2026-12-01 underskrift Anna Ek", as it stands in the record; in the arena. */
const char *minutes_adjusted_line(struct date date, enum adjust_way way, const char *who, struct arena *a);
/* And read; *who points into the line. False when it is none. */
bool minutes_adjusted_read(const char *line, struct date *date, enum adjust_way *way, const char **who);

/* "protokoll/2026-11-24-<id>.txt", in the arena. */
const char *minutes_file(const struct meeting *m, struct arena *a);
/* The step in which `line` (NULL: none is needed) confirms the minutes. With `text` they are adopted by it: the text becomes the file,
 * and its name, its SHA-256 and the number of its first paragraph are written in the meeting. */
void minutes_adjust(struct changes *c, const struct meeting *m, const char *line, const char *text, int64_t first_paragraph);
/* The stored text; NULL when there is none. */
const struct minutes_text *minutes_stored(const struct records *r, const struct meeting *m);
/* True when the stored text is the one that was adopted. */
bool minutes_intact(const struct meeting *m, const struct minutes_text *t);

/* A change of a paragraph that somebody asks for. While the minutes are checked the item is changed; after adoption it is not, and the
 * record is a rättelse. `id` is fresh. */
void minutes_correct(struct changes *c, const struct records *r, const struct meeting *m, const struct item *item, enum correction_part part,
                     const char *after, const char *by, struct date date, const char *id);
/* The corrections of a meeting in the order they were made; writes at most `max` indices, returns how many there are. */
size_t minutes_corrections(const struct records *r, const struct meeting *m, size_t *out, size_t max);

#endif
