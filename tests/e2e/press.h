/* A newcomer at the screen: presses what stands there, found by its label, and never a key that is known beforehand. */
#ifndef TESTS_E2E_PRESS_H
#define TESTS_E2E_PRESS_H

#include "stage.h"

/* Where the words are looked for: on the screen; in a narrow window, where a tab may have the end of its name alone ("Plan"), also in the
 * menu, when the screen says how it is opened; or on the screen, and what it has no room for is known since before. */
enum press_how { PRESS_SHOWN, PRESS_NARROW, PRESS_KNOWN };

/* Presses the key that stands before a label on the screen, "e" of "e ändra": a line is cut at its wide gaps, and a piece is keys and
 * then their label. The guide's words are "e ändra", "↑↓ välj", "Enter ta den": their key is one of those that stand there. When no
 * piece has the label the test fails, with the screen. */
void press_words(struct vt *vt, const char *words, enum press_how how);
/* Presses it as often as needed until the text is on the screen, or on the row or field one stands on. */
void press_until(struct vt *vt, const char *words, const char *text, bool selected, enum press_how how);

/* The numbered list that begins the text, step by step: `words` are pressed, *words* typed, and **words** must then be seen. After
 * "tills" or "så att" the key before is pressed until they are; after "till raden" and "till fältet" until one stands there. */
void press_steps(struct vt *vt, const char *list, enum press_how how);
/* Owned: a section of the guide, "## Remisser", from its heading to the next of its level. */
char *press_section(const char *heading);
/* The line of the selected row, else of the cursor; -1. */
int press_selected(struct vt *vt);

#endif
