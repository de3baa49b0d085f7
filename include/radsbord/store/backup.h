/* A dated copy of a council folder as one tar archive (POSIX ustar and pax, what `tar -xf` reads), proved by reading it back.
 *
 * The copy is of one moment: every file is read again after the archive is written, and a folder that changed meanwhile is
 * copied anew. The archive is written under another name (.tar.del), synced, read back entry by entry with SHA-256 against what
 * was read, and only then gets its name; nothing is ever written over. It is readable by its owner alone. */
#ifndef RADSBORD_STORE_BACKUP_H
#define RADSBORD_STORE_BACKUP_H

#include "radsbord/store/folder.h"

struct backup {
	char *path;             /* of the archive */
	char *folder;           /* what it unpacks to: "sormland-2026-11-24-093000" */
	size_t files;
	uint64_t bytes;         /* of all files */
	struct names left_out;  /* links, FIFOs, devices: what is no file and no folder, by name below the council */
	struct names halves;    /* archives of this council in that folder that were never finished, by name: of a run that was killed */
};
/* Whether a file has the name of an archive of the council whose folder is called `council`, or (`half`) of one not finished. */
bool backup_is_named(const char *name, const char *council, bool *half);
/* Copies everything in the council's folder but the locks and temporaries of saves that go on. `to` is a folder that exists, not
 * the council's or one in it; NULL: the one that the council's folder lies in. `utc` dates it (Swedish time). One file that cannot
 * be read makes no archive: ERROR_IO or ERROR_DATA. ERROR_CONFLICT: the folder changed all the time. */
bool folder_backup(const struct folder *f, const char *to, int64_t utc, struct backup *out, struct error *e);
void backup_release(struct backup *b);

#endif
