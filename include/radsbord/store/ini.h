/* INI by iniparser, read-only, behind one wrapper that closes its traps (a pre-scan reports duplicate keys and
 * sections, ':' and '[]' in names, BOM, bad UTF-8, over-long lines, unquoted ';' or '#' that would cut a value; values are
 * strings only; numbers by the strict parser of base). The pre-scan works on bytes; iniparser reads a memory stream. */
#ifndef RADSBORD_STORE_INI_H
#define RADSBORD_STORE_INI_H

#include "radsbord/base/error.h"
#include "radsbord/base/num.h"

struct ini;
/* Parses bytes. NULL when nothing can be used; findings go to `d`. `file` is copied. */
struct ini *ini_parse(const char *bytes, size_t len, const char *file, struct diagnostics *d);
void ini_free(struct ini **ini);
size_t ini_sections(const struct ini *ini);
const char *ini_section(const struct ini *ini, size_t i); /* in file order, lower case */
/* The value, borrowed, or NULL. */
const char *ini_get(const struct ini *ini, const char *section, const char *key);
/* The line a key (or, key NULL, a section) stands on; 0 when absent. */
int ini_line(const struct ini *ini, const char *section, const char *key);
/* Keys of a section in file order, so that unknown ones can be reported. */
size_t ini_keys(const struct ini *ini, const char *section);
const char *ini_key(const struct ini *ini, const char *section, size_t i);

#endif
