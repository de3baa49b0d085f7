/* A newcomer at the screen: presses what stands there, found by its label, and never a key that is known beforehand. */
#ifndef TESTS_E2E_PRESS_H
#define TESTS_E2E_PRESS_H

#include "stage.h"

/* The key that stands before a label on the screen, "e" of "e ändra": a line is cut at its wide gaps, and a piece is keys and then
 * their label. "↑↓ läs" has two keys; `which` says which one is wanted. Fails, with the screen, when no piece has the label. */
void press_label(struct vt *vt, const char *which, const char *label);
/* The same of what a guide says: "e ändra", "↑↓ välj", "Enter ta den". */
void press_words(struct vt *vt, const char *words);
/* Presses it as often as needed until the text is on the screen, or on the row or field one stands on. */
void press_until(struct vt *vt, const char *words, const char *text, bool selected);
/* The line of the selected row, else of the cursor; -1. */
int press_selected(struct vt *vt);

#endif
