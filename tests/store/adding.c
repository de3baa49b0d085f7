#include "adding.h"

#include "radsbord/base/sha256.h"
#include "radsbord/store/commit.h"
#include "radsbord/store/rec.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TRIES = 1000000 };

const char *const adding_files[ADDING_FILES] = {"plan/2026.rec", "historik/2026-11.rec"};

bool adding_record(const struct scratch *s, const struct io *io, const char *id, uint64_t random, bool break_locks)
{
	struct store_writer w = {.user = "Anna", .host = "dator", .utc = 1, .random = {random}, .break_foreign = break_locks};
	char hashes[ADDING_FILES][65];
	const struct rec_pair pairs[] = {{"Id", id}, {"Text", "två\nrader"}};
	const struct rec_edit edit = {.kind = REC_ADD, .type = "Rad", .pairs = pairs, .pairs_count = 2};

	for (int i = 0; i < TRIES; i++) {
		struct buf old[ADDING_FILES] = {{0}}, new[ADDING_FILES] = {{0}};
		struct store_file set[ADDING_FILES];
		struct error e = {0};
		bool ok = true;

		w.random[1] = (uint64_t)i << 8;
		for (int k = 0; ok && k < ADDING_FILES; k++) {
			hashes[k][0] = '\0';
			if (io_read_file(io, s->dir, adding_files[k], IO_FILE_MAX, &old[k], &e))
				sha256(old[k].data, old[k].len, hashes[k]);
			else
				ok = e.code == ERROR_NOT_FOUND;
			ok = ok && rec_apply(buf_cstr(&old[k]), old[k].len, &edit, 1, &new[k], &e);
			set[k] = (struct store_file){.name = adding_files[k], .base_hash = hashes[k],
			                             .bytes = buf_cstr(&new[k]), .len = new[k].len};
		}
		ok = ok && store_commit(io, s->dir, set, ADDING_FILES, &w, NULL, &e);
		for (int k = 0; k < ADDING_FILES; k++) {
			buf_release(&old[k]);
			buf_release(&new[k]);
		}
		if (ok)
			return true;
		if (e.code != ERROR_CONFLICT && e.code != ERROR_LOCKED) {
			fprintf(stderr, "%s\n", e.text);
			return false;
		}
		sched_yield();
	}
	return false;
}

void adding_ids(const struct scratch *s, const char *name, struct arena *a, struct map *ids)
{
	struct rec_doc doc;
	struct diagnostics d = {0};
	size_t len;
	char *bytes = scratch_get(s, name, &len);

	assert_non_null(bytes);
	rec_parse(bytes, len, name, &doc, &d);
	assert_false(doc.damaged);
	for (size_t i = 0; i < doc.records_count; i++) {
		const char *id = rec_value(&doc, rec_find(&doc, &doc.records[i], "Id", 0), a);

		if (!map_put(ids, arena_strdup(a, id), (int)i))
			fail_msg("%s: %s is there twice", name, id);
	}
	rec_doc_release(&doc);
	diagnostics_release(&d);
	free(bytes);
}
