/* Bringing the files of a council folder from an older format to the one that the program writes: only by radsbord uppgradera,
 * after a backup that was read back, and in one transaction. */
#ifndef RADSBORD_STORE_UPGRADE_H
#define RADSBORD_STORE_UPGRADE_H

#include "radsbord/store/backup.h"

/* A file of the folder, as it is and then as it is to be. rad.ini is among them; its format is set afterwards. */
struct upgrade_file {
	char *name;
	char base[65];        /* hash of the bytes read */
	struct buf bytes;
};
struct upgrade_files {
	struct upgrade_file *items;
	size_t count, cap;
};
/* From a format to the next. A table of them ends with a NULL make. */
struct upgrade_step {
	int from;
	bool (*make)(struct upgrade_files *files, struct error *e);
};
/* The program's own: from 1, the first there was, on. */
extern const struct upgrade_step upgrade_steps[];

struct upgraded {
	int from, to;         /* equal: there was nothing to do, and no backup was made */
	size_t files;         /* that were changed */
	struct backup backup;
};
/* Upgrades to the format `to`. ERROR_READONLY: the folder has a newer format, or a file of it is damaged; ERROR_NOT_FOUND: no step leads
 * from the folder's format. Whatever fails, the files are as they were; the backup stays. */
bool folder_upgrade(const struct folder *f, const struct upgrade_step *steps, int to, const struct store_writer *w,
                    struct upgraded *out, struct error *e);
/* To the format of this program. */
int folder_format(void);

#endif
