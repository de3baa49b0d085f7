/* A frame over a practice council, keys typed into it and the screen read as text. No terminal. */
#ifndef TESTS_PANE_STAGE_H
#define TESTS_PANE_STAGE_H

#include "support/practice.h"

#include "radsbord/pane/frame.h"
#include "radsbord/ui/canvas.h"

struct stage {
	struct practice practice;
	struct keymap *keymap;
	struct frame *frame;
	struct canvas canvas;
	struct buf text;
	int pause_ms; /* how long the clock goes on before each key */
	int keys;     /* pressed */
};
/* For cmocka: *state becomes a stage over Södermanland, 100 x 50. */
int stage_set_up(void **state);
int stage_tear_down(void **state);
/* A new frame on the session, as when the program is started again; `reopen` opens the council again too. */
void stage_restart(struct stage *s, bool reopen);
void stage_size(struct stage *s, int width, int height);
void stage_press(struct stage *s, ui_key key);
/* Each character a key; \n is Enter, \t Tab, \r Ctrl-S, \v down, \033 Esc. */
void stage_type(struct stage *s, const char *keys);
/* Nothing was typed for a while. */
void stage_idle(struct stage *s);
bool stage_shows(struct stage *s, const char *text);
/* Fail the test, and print the screen, when it does not. */
void stage_expect(struct stage *s, const char *text);
void stage_expect_not(struct stage *s, const char *text);
/* Whether a file of the council has the text; fails, and prints the file, when that is not as told. */
void stage_expect_file(struct stage *s, const char *file, const char *text, bool has);
/* The first `from` in a file of the council becomes `to`, as with an editor. */
void stage_outside(struct stage *s, const char *file, const char *from, const char *to);

#endif
