/* A council in the room of a meeting: today, 9 to 10, the clock at 9.30. */
#ifndef TESTS_PANE_ROOM_STAGE_H
#define TESTS_PANE_ROOM_STAGE_H

#include "stage.h"

#define ROOM_MEETING "moten/2026-11-24-M0TE000001.rec"
#define ROOM_NEXT "moten/2027-02-04-M0TE000002.rec"
#define ROOM_STORED "protokoll/2026-11-24-M0TE000001.txt"

/* Writes a file of the council. */
void room_stage_put(struct stage *s, const char *name, const char *text);
/* The meeting with four items, one in February, and five seats, one of them vacant; goes into the room at 80 x 24. */
void room_stage_meet(struct stage *s);
/* From the first item to adopted minutes. */
void room_stage_adopt(struct stage *s);

#endif
