#include "tar_local.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_USTAR = 100, PAX_MAX = 8192 };

/* Where the fields of a header stand (IEEE 1003.1, pax, "ustar Interchange Format"). */
enum { AT_NAME = 0, AT_MODE = 100, AT_UID = 108, AT_GID = 116, AT_SIZE = 124, AT_MTIME = 136, AT_SUM = 148, AT_TYPE = 156,
       AT_MAGIC = 257 };
static const char magic[8] = "ustar\0" "00";

/* `width` - 1 octal digits and a NUL. */
static void put_octal(char *at, int width, uint64_t n)
{
	char digits[32];

	snprintf(digits, sizeof digits, "%0*llo", width - 1, (unsigned long long)n);
	memcpy(at, digits, (size_t)width);
}

static unsigned checksum(const char *block)
{
	unsigned sum = 0;

	for (int i = 0; i < TAR_BLOCK; i++)
		sum += i >= AT_SUM && i < AT_SUM + 8 ? ' ' : (unsigned char)block[i];
	return sum;
}

static void put_header(const char *name, size_t len, char type, mode_t mode, int64_t mtime, uint64_t size, struct buf *out)
{
	char block[TAR_BLOCK] = {0};

	memcpy(block + AT_NAME, name, len < NAME_MAX_USTAR ? len : NAME_MAX_USTAR);
	put_octal(block + AT_MODE, 8, mode & 0777);
	put_octal(block + AT_UID, 8, 0);
	put_octal(block + AT_GID, 8, 0);
	put_octal(block + AT_SIZE, 12, size);
	put_octal(block + AT_MTIME, 12, mtime > 0 ? (uint64_t)mtime : 0);
	block[AT_TYPE] = type;
	memcpy(block + AT_MAGIC, magic, sizeof magic);
	put_octal(block + AT_SUM, 7, checksum(block));
	block[AT_SUM + 7] = ' ';
	buf_add(out, block, sizeof block);
}

/* "27 path=...\n": the number counts itself. */
static void put_long_name(const struct buf *name, struct buf *out)
{
	struct buf body = {0};
	size_t rest = strlen(" path=\n") + name->len, len = rest + 1;

	while (len != rest + (size_t)snprintf(NULL, 0, "%zu", len))
		len = rest + (size_t)snprintf(NULL, 0, "%zu", len);
	buf_printf(&body, "%zu path=", len);
	buf_add(&body, name->data, name->len);
	buf_char(&body, '\n');
	put_header("PaxHeader", 9, 'x', 0600, 0, body.len, out);
	buf_add(out, body.data, body.len);
	tar_write_padding(body.len, out);
	buf_release(&body);
}

void tar_write_head(const struct tar_entry *entry, struct buf *out)
{
	if (entry->name.len > NAME_MAX_USTAR)
		put_long_name(&entry->name, out);
	put_header(entry->name.data, entry->name.len, entry->folder ? '5' : '0', entry->mode, entry->mtime,
	           entry->folder ? 0 : entry->size, out);
}

void tar_write_padding(uint64_t size, struct buf *out)
{
	buf_fill(out, '\0', (size_t)((TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK));
}

void tar_write_end(struct buf *out)
{
	buf_fill(out, '\0', (size_t)2 * TAR_BLOCK);
}

/* ---- reading -------------------------------------------------------------------------------------------------- */

static bool broken(void)
{
	errno = 0;
	return false;
}

/* Exactly n bytes. */
static bool read_all(const struct io *io, int fd, char *to, size_t n)
{
	while (n > 0) {
		ssize_t got = io->read(io->ctx, fd, to, n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got < 0 ? false : broken();
		to += got;
		n -= (size_t)got;
	}
	return true;
}

static bool read_padded(const struct io *io, int fd, uint64_t size, struct buf *out)
{
	size_t whole = (size_t)((size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK);

	buf_clear(out);
	buf_fill(out, '\0', whole);
	if (whole > 0 && !read_all(io, fd, out->data, whole))
		return false;
	for (size_t i = (size_t)size; i < whole; i++)
		if (out->data[i])
			return broken();
	out->len = (size_t)size;
	return true;
}

static bool get_octal(const char *at, int width, uint64_t *n)
{
	*n = 0;
	for (int i = 0; i < width - 1; i++) {
		if (at[i] < '0' || at[i] > '7')
			return false;
		*n = *n * 8 + (uint64_t)(at[i] - '0');
	}
	return at[width - 1] == '\0' || at[width - 1] == ' ';
}

static bool read_header(const char *block, char *type, struct tar_entry *entry)
{
	uint64_t mode, mtime, sum;

	*type = block[AT_TYPE];
	if (memcmp(block + AT_MAGIC, magic, sizeof magic) != 0 || !get_octal(block + AT_SUM, 7, &sum) || sum != checksum(block) ||
	    !get_octal(block + AT_MODE, 8, &mode) || !get_octal(block + AT_SIZE, 12, &entry->size) ||
	    !get_octal(block + AT_MTIME, 12, &mtime))
		return broken();
	entry->mode = (mode_t)mode;
	entry->mtime = (int64_t)mtime;
	entry->folder = *type == '5';
	return true;
}

/* The name of the entry that comes, from the body of its pax header. */
static bool read_long_name(const struct buf *body, struct buf *name)
{
	char *text = NULL;
	unsigned long len = strtoul(buf_cstr(body), &text, 10);
	size_t head = (size_t)(text - buf_cstr(body)) + strlen(" path=");

	if (len != body->len || head + 1 > len || strncmp(text, " path=", 6) != 0 || body->data[len - 1] != '\n')
		return broken();
	buf_clear(name);
	buf_add(name, body->data + head, len - head - 1);
	return true;
}

enum tar_answer tar_read_head(const struct io *io, int fd, struct tar_entry *entry)
{
	static const char empty[TAR_BLOCK];
	char block[TAR_BLOCK], type;
	struct buf body = {0};
	bool named = false, ok;

	if (!read_all(io, fd, block, sizeof block))
		return TAR_BROKEN;
	if (memcmp(block, empty, sizeof block) == 0)
		return read_all(io, fd, block, sizeof block) && (memcmp(block, empty, sizeof block) == 0 || broken()) ? TAR_END : TAR_BROKEN;
	ok = read_header(block, &type, entry);
	if (ok && type == 'x') {
		named = ok = entry->size <= PAX_MAX ? read_padded(io, fd, entry->size, &body) && read_long_name(&body, &entry->name) : broken();
		ok = ok && read_all(io, fd, block, sizeof block) && read_header(block, &type, entry);
	}
	buf_release(&body);
	if (!ok)
		return TAR_BROKEN;
	if (!named) {
		buf_clear(&entry->name);
		buf_add(&entry->name, block + AT_NAME, strnlen(block + AT_NAME, NAME_MAX_USTAR));
	}
	return type == '0' || type == '5' || broken() ? TAR_ENTRY : TAR_BROKEN;
}

bool tar_read_bytes(const struct io *io, int fd, const struct tar_entry *entry, struct buf *out)
{
	return read_padded(io, fd, entry->size, out);
}
