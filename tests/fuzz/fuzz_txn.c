/* The commit record and the lock: whatever stands in them, only temps of the own transaction are moved, onto nothing
 * but record files; what is read is written back the same. The input is read as it is, and with a checksum that fits.
 */
#include "fuzz.h"

#include "../../src/store/commit_local.h"
#include "../../src/store/io_local.h"

#include "radsbord/base/sha256.h"

static void read_one(const struct buf *bytes)
{
	struct txn t;
	struct job j = {.tx = "dator-1-abc"};
	struct buf again = {0};
	if (txn_read(bytes, j.tx, &t)) {
		for (size_t i = 0; i < t.count; i++) {
			const struct txn_entry *e = &t.items[i];
			HOLDS(store_name_ok(e->name) && e->name[0] != '/' && !strstr(e->name, "/.") &&
			      e->name[0] != '.');
			HOLDS(strncmp(e->temp, NEW_PREFIX, sizeof NEW_PREFIX - 1) == 0 && !strchr(e->temp, '/'));
			HOLDS(strlen(e->new_hash) == HASH_LEN);
		}
		txn_write(&j, &t, &again);
		HOLDS(again.len == bytes->len && memcmp(again.data, bytes->data, again.len) == 0);
		txn_release(&t);
	}
	buf_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf bytes = {0};
	struct lock_line lock;
	char sum[65];
	buf_add(&bytes, data, size);
	read_one(&bytes);
	lock_line_read(&bytes, &lock);
	HOLDS(!lock.readable || lock.pid > 0);
	sha256(buf_cstr(&bytes), bytes.len, sum);
	buf_printf(&bytes, "sum %s\n", sum);
	read_one(&bytes);
	buf_release(&bytes);
	return 0;
}
