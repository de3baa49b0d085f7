/* What the pre-scan of an INI file finds, and changes in its bytes. Internal to src/store. */
#ifndef RADSBORD_STORE_INI_LOCAL_H
#define RADSBORD_STORE_INI_LOCAL_H

#include "radsbord/store/ini.h"

/* iniparser holds a logical line in 1,024 bytes with its newline and NUL. */
enum { INI_LINE_MAX = 1022 };
/* Its dictionary is searched from end to end for each key: no larger file is given to it. */
enum { INI_FILE_MAX = 512 << 10 };

struct ini_section_entry {
	char *name;         /* lower case; "" for what stands before the first section */
	int line;           /* 0 for "" */
	struct {
		int *items; /* indices of keys, in file order */
		size_t count, cap;
	} keys;
};
struct ini_key_entry {
	char *name;         /* lower case */
	char *path;         /* "section:key", as iniparser and the map know it */
	const char *value;  /* filled after iniparser has read the file */
	int line;
};
struct ini {
	struct arena arena;
	struct {
		struct ini_section_entry *items; /* [0] is "" */
		size_t count, cap;
	} sections;
	struct {
		struct ini_key_entry *items;
		size_t count, cap;
	} keys;
	struct map section_index, key_index;
};

/* Fills sections and keys, reports what is wrong, and writes to `clean` what iniparser may see: one logical
 * line a line, without what was refused. False when the file cannot be used at all. */
bool ini_scan(struct ini *ini, const char *bytes, size_t len, const char *file, struct buf *clean,
              struct diagnostics *d);

/* ini_edit.c */
/* Where a line begins, counted from 1; the end of the bytes when there are not so many. */
size_t ini_line_start(const struct buf *bytes, int line);
/* What stands from `from` to `to` gives way to the text; every other byte stays. */
void ini_replace(struct buf *bytes, size_t from, size_t to, const char *text, size_t len);

#endif
