/* The transaction list: a text file that names, for each file, what it was, what it becomes and in which temp
 * the new bytes wait. Renamed, it is the commit record. Its last line is the hash of all before. */
#include "commit_local.h"

#include "io_local.h"

#include "radsbord/base/sha256.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TXN_VERSION "radsbord-txn 1"

void txn_write(const struct job *j, const struct txn *t, struct buf *out)
{
	char sum[HASH_LEN + 1];

	buf_printf(out, TXN_VERSION "\ntx %s\n", j->tx);
	for (size_t i = 0; i < t->count; i++)
		buf_printf(out, "file %s %s %s %s\n", t->items[i].old_hash, t->items[i].new_hash,
		           t->items[i].temp, t->items[i].name);
	sha256(buf_cstr(out), out->len, sum);
	buf_printf(out, "sum %s\n", sum);
}

static bool is_hash(const char *s)
{
	return strlen(s) == HASH_LEN && strspn(s, "0123456789abcdef") == HASH_LEN;
}

/* Takes "word " off the start of *s into out; false when it is missing or too long. */
static bool take_word(char **s, char *out, size_t size)
{
	size_t n = strcspn(*s, " ");

	if (n == 0 || n >= size || (*s)[n] != ' ')
		return false;
	memcpy(out, *s, n);
	out[n] = '\0';
	*s += n + 1;
	return true;
}

static bool read_entry(struct txn *t, char *line, const char *tx)
{
	struct txn_entry entry = {.name = NULL};
	char own[CONTROL_NAME_MAX];
	size_t n;

	commit_control_name(own, NEW_PREFIX, tx);
	n = strlen(own);
	if (!take_word(&line, entry.old_hash, sizeof entry.old_hash) ||
	    !take_word(&line, entry.new_hash, sizeof entry.new_hash) ||
	    !take_word(&line, entry.temp, sizeof entry.temp))
		return false;
	/* A list may move nothing but its own temps, and onto nothing but record files. */
	if ((strcmp(entry.old_hash, "-") != 0 && !is_hash(entry.old_hash)) || !is_hash(entry.new_hash) ||
	    strncmp(entry.temp, own, n) != 0 || entry.temp[n] != '-' || strchr(entry.temp, '/') ||
	    !store_name_ok(line))
		return false;
	entry.name = arena_strdup(&t->arena, line);
	VEC_PUSH(t, entry);
	return true;
}

bool txn_read(const struct buf *bytes, const char *tx, struct txn *t)
{
	char sum[HASH_LEN + 1], *text, *line, *next;
	const size_t tail = HASH_LEN + 5; /* "sum ", the hash and its newline */
	bool ok = false;
	int number = 0;

	*t = (struct txn){0};
	if (bytes->len <= tail || strlen(buf_cstr(bytes)) != bytes->len)
		return false;
	text = mem_strdup(bytes->data);
	sha256(text, bytes->len - tail, sum);
	line = text + bytes->len - tail;
	if (strncmp(line, "sum ", 4) == 0 && strncmp(line + 4, sum, HASH_LEN) == 0 && line[-1] == '\n' &&
	    line[tail - 1] == '\n') {
		ok = true;
		*line = '\0';
	}
	for (line = text; ok && *line; line = next) {
		next = line + strcspn(line, "\n");
		*next++ = '\0';
		number++;
		if (number == 1)
			ok = strcmp(line, TXN_VERSION) == 0;
		else if (number == 2)
			ok = strncmp(line, "tx ", 3) == 0 && strcmp(line + 3, tx) == 0;
		else
			ok = strncmp(line, "file ", 5) == 0 && read_entry(t, line + 5, tx);
	}
	free(text);
	ok = ok && t->count > 0;
	if (!ok)
		txn_release(t);
	return ok;
}

void txn_release(struct txn *t)
{
	free(t->items);
	arena_release(&t->arena);
	*t = (struct txn){0};
}
