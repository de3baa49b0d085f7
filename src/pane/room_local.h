/* What the files of the room share: room.c has the room itself and its items, room_item.c what is done to an item, room_task.c the
 * tasks, room_roll.c the attendance, room_minutes.c the minutes and their adoption. */
#ifndef PANE_ROOM_LOCAL_H
#define PANE_ROOM_LOCAL_H

#include "room.h"

#include "radsbord/council/attendance.h"
#include "radsbord/report/minutes.h"

enum room_part { ROOM_ITEMS, ROOM_ROLL, ROOM_MINUTES };

/* A line of the minutes, and the paragraph it belongs to. */
struct room_line {
	char *text;
	long paragraph;             /* index, or -1: none */
};
struct room_state {
	struct pane pane;
	const struct model *model;
	char *meeting;              /* Id; NULL: the room is empty */
	int from;                   /* the pane to go back to */
	struct arena arena;         /* of what was built last */
	struct paragraph *paragraphs;
	size_t paragraphs_count;
	struct attendee *attendees;
	size_t attendees_count;
	struct {
		struct room_line *items;
		size_t count, cap;
	} lines;
	int width;                  /* of the minutes, as last drawn */
	/* a task that is being made, and what is being adjusted or corrected, between two questions */
	char *text, *owner;
	int choice;
	void (*go_on)(struct frame *f); /* when the minutes are sent though somebody is not noted */
	bool hides;                 /* names, as f->wall */
	int64_t clock_utc;          /* when it was drawn last */
	struct buf cell;
};

struct room_state *room_state(struct frame *f);
const struct meeting *room_meeting(const struct room_state *s); /* NULL: somebody has removed it */
bool room_by_year(const struct room_state *s);
/* The item on the selected row of Ärenden, or of the paragraph it shows; NULL with a message: none. */
const struct item *room_item(struct frame *f);
/* Minutes since midnight when the meeting is today; else -1. */
int room_now(struct frame *f, const struct meeting *m);
/* False, with a message, when the minutes are adopted: nothing in them is changed. */
bool room_may_write(struct frame *f, const struct meeting *m);

/* ---- room_item.c, room_task.c ---- */
bool room_item_command(struct frame *f, enum command c);
void room_task_ask(struct frame *f);
/* ---- room_roll.c ---- */
struct list_source room_roll_source(struct room_state *s);
bool room_roll_command(struct frame *f, enum command c);
void room_roll_note(struct room_state *s, struct buf *out);
void room_roll_describe(struct room_state *s, size_t row, struct detail *d);
/* Goes on at once when all ordinary members are noted; else asks first, since the minutes name nobody else. */
void room_ask_unwritten(struct frame *f, void (*go_on)(struct frame *f));
/* ---- room_minutes.c ---- */
struct list_source room_minutes_source(struct room_state *s);
void room_minutes_build(struct frame *f, struct room_state *s);
/* Lays the text out anew when it is drawn in another width. */
void room_minutes_fit(struct frame *f, struct room_state *s, int width);
void room_minutes_release(struct room_state *s);
bool room_minutes_command(struct frame *f, enum command c);
void room_minutes_note(struct room_state *s, struct buf *out);
/* Of the head of the minutes: how far they have come. */
void room_minutes_describe(const struct room_state *s, const struct meeting *m, struct doc *d);

#endif
