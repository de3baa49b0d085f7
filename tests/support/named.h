/* What a text calls a command: "a ny", its key and its label. */
#ifndef SUPPORT_NAMED_H
#define SUPPORT_NAMED_H

#include <stdbool.h>

/* The command table has a row with that label, and the key is one of its keys as the program is delivered. */
bool named_command(const char *words);

#endif
