/* package.h - a zip archive in memory, by libzip; builds without it say so. Not for other modules. */
#ifndef RADSBORD_REPORT_PACKAGE_H
#define RADSBORD_REPORT_PACKAGE_H

#include "radsbord/base/date.h"
#include "radsbord/base/error.h"
#include "radsbord/base/work.h"

struct package_part {
	const char *name;       /* "word/document.xml" */
	const struct buf *bytes;
};
/* Appends an archive of the parts in that order. `date` is the day of every entry, so that the same document gives the same
 * bytes; DATE_NONE: 1980-01-01. `work` (may be NULL) is told of it from PACKAGE_FROM percent on, and may stop it. */
enum { PACKAGE_FROM = 60 };
bool package_write(const struct package_part *parts, size_t count, struct date date, struct work *work, struct buf *out, struct error *e);

#define PACKAGE_PART_MAX ((size_t)8 << 20)
/* Reads one part. ERROR_NOT_FOUND when the archive has none of that name, ERROR_DATA when it is no archive or the part is larger
 * than PACKAGE_PART_MAX. */
bool package_read(const struct buf *archive, const char *name, struct buf *out, struct error *e);

#endif
