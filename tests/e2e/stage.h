/* The real program on a practice council of its own, in a pseudo-terminal, on a fixed day (2026-11-24 09:30). */
#ifndef TESTS_E2E_STAGE_H
#define TESTS_E2E_STAGE_H

#include "support/vt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct stage {
	char folder[256];                   /* all of it; removed at the end */
	char council[320], plan[400];       /* the practice council, and its plan/2019.rec */
	char state_env[300], home_env[300]; /* XDG_STATE_HOME and HOME, in the folder */
};
/* For cmocka: *state is the stage. */
int stage_set_up(void **state);
int stage_tear_down(void **state);

/* Starts it and waits until it is idle. `extra`: one more line of environment, or NULL. */
struct vt *stage_start(struct stage *s, int width, int height, const char *extra);
/* Sends keys and waits until they are handled and painted. */
void stage_keys(struct vt *vt, const char *keys);
/* Fails, with the screen, unless the text is on it. */
void stage_shows(struct vt *vt, const char *text);
/* q, and out with status 0. Frees it. */
void stage_leave(struct vt *vt);
/* Waits for the end, which must be status 0, with the terminal given back and no lock left. Frees it. */
void stage_ended(struct stage *s, struct vt *vt);
bool stage_file_has(const char *path, const char *text);
/* Fails unless `radsbord kontroll` finds the council without faults. */
void stage_is_sound(const struct stage *s);

#endif
