/* The documents a council makes: one row each. `radsbord rapport` and the export key read these rows; adding one is a row and a
 * function that fills a document. */
#ifndef RADSBORD_REPORT_DOCUMENTS_H
#define RADSBORD_REPORT_DOCUMENTS_H

#include "radsbord/base/error.h"
#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

/* What a document is about. */
struct document_question {
	int place;                      /* the region, or the unit, that is asked about */
	const struct meeting *meeting;  /* DOCUMENT_MEETING: never NULL */
	int year;                       /* DOCUMENT_YEAR: 0 is the model's, or this one */
	const char *subject;            /* DOCUMENT_SUBJECT: what was typed, never NULL */
};
enum document_need {
	DOCUMENT_COUNCIL = 1 << 0,  /* an open council */
	DOCUMENT_MEETING = 1 << 1,  /* one of its meetings */
	DOCUMENT_PLACE = 1 << 2,    /* a place may be named */
	DOCUMENT_OF_UNIT = 1 << 3,  /* a unit must be named */
	DOCUMENT_OF_GAP = 1 << 4,   /* a gap, or */
	DOCUMENT_OF_ACTION = 1 << 5, /* an action, must be named */
	DOCUMENT_OF_REFERRAL = 1 << 6, /* a referral must be named */
	DOCUMENT_YEAR = 1 << 7,      /* of a year */
	DOCUMENT_AHEAD = 1 << 8,     /* also of the one to come */
	DOCUMENT_SUBJECT = DOCUMENT_OF_UNIT | DOCUMENT_OF_GAP | DOCUMENT_OF_ACTION | DOCUMENT_OF_REFERRAL
};
struct document {
	const char *name;               /* "kallelse" */
	const char *title, *help;       /* for people who choose; one line of help */
	const char *argument;           /* what is written after the name: "[PLATS]", "ENHET", "" */
	unsigned needs;                 /* enum document_need bits */
	/* Fills the document. False with a sentence when it cannot be made of what there is. */
	bool (*fill)(struct doc *d, const struct model *m, const struct document_question *q, struct error *e);
};
extern const struct document documents[]; /* ends with a NULL name */
const struct document *document_find(const char *name);

/* Fills a document and says whose it is and when it was made; checks what it needs first. */
bool document_make(struct doc *d, const struct document *which, const struct model *m, const struct document_question *q,
                   struct error *e);
/* The meeting of an Id, a date (ÅÅÅÅ-MM-DD) or a number; NULL `text`: the next one. NULL with a sentence when there
 * is none, or several that day. */
const struct meeting *document_find_meeting(const struct model *m, const char *text, struct error *e);
/* How a file of the document is called, without ending: "kallelse-2026-12-10", "regionrapport-sodermanland". */
void document_file_name(const struct document *which, const struct model *m, const struct document_question *q, struct buf *out);

#endif
