/* tar: the headers of an archive, written and read. Internal to src/store.
 *
 * POSIX.1-2001: ustar headers, and a pax header before an entry whose name is longer than 100 bytes. Owners are not kept: they
 * mean nothing on another machine. */
#ifndef RADSBORD_STORE_TAR_LOCAL_H
#define RADSBORD_STORE_TAR_LOCAL_H

#include "radsbord/store/io.h"

enum { TAR_BLOCK = 512 };

struct tar_entry {
	struct buf name;       /* a folder's ends with '/' */
	bool folder;
	mode_t mode;
	int64_t mtime;         /* seconds since 1970 */
	uint64_t size;         /* 0 for a folder */
};
/* Appends what stands before the entry's bytes. */
void tar_write_head(const struct tar_entry *entry, struct buf *out);
/* Appends zeros to a whole number of blocks, after `size` bytes. */
void tar_write_padding(uint64_t size, struct buf *out);
/* The two empty blocks at the end. */
void tar_write_end(struct buf *out);

enum tar_answer { TAR_ENTRY, TAR_END, TAR_BROKEN };
/* Reads the next entry's head; its bytes and padding come after (tar_read_bytes). TAR_BROKEN: it cannot be read (errno), or it is
 * no such archive as tar_write_head writes (errno 0). */
enum tar_answer tar_read_head(const struct io *io, int fd, struct tar_entry *entry);
/* The entry's bytes, in place of what `out` had. False as above. */
bool tar_read_bytes(const struct io *io, int fd, const struct tar_entry *entry, struct buf *out);

#endif
