/* A text in the user's own editor, and back: the one place that starts another program. What is started comes from the
 * environment alone, without a shell; what comes back is checked as if a stranger had left it. */
#ifndef RADSBORD_UI_EDITOR_H
#define RADSBORD_UI_EDITOR_H

#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

/* Of what $VISUAL and $EDITOR hold (NULL: not set), the one that says something, $VISUAL first; NULL when neither does. */
const char *editor_command(const char *visual, const char *editor);

/* At most so many bytes come back. */
enum { EDITOR_MOST = 1 << 20 };

/* Writes the text to a file (0600) in a folder of its own (0700) below `state`, runs the command on it (words apart by
 * blanks; the file last), waits, and appends to `out` what the file has then, without its last newline. The terminal is the
 * editor's meanwhile: the caller has left it. The folder is removed, but for a text that was written and cannot be taken
 * in: the sentence says where it lies. ERROR_IO, ERROR_DATA; `out` is as it was then. */
bool editor_run(const char *command, const char *state, const char *text, struct buf *out, struct error *e);

#endif
