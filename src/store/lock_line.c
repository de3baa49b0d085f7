/* The one line in a lock: who holds it, and whether that process still runs. */
#include "commit_local.h"

#include "radsbord/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LOCK_VERSION "radsbord-lock 1"

/* /proc is no part of the folder: it is read past the table. Returns "" when it cannot be read. */
static void read_proc(const char *name, char *out, size_t size)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, out, size - 1);

	if (fd >= 0)
		close(fd);
	out[n > 0 ? n : 0] = '\0';
	out[strcspn(out, "\n")] = '\0';
}

/* When the process started, in clock ticks since the boot; 0 when it cannot be seen. */
static unsigned long long start_time(long pid)
{
	char name[48], stat[1024];
	const char *s;

	snprintf(name, sizeof name, "/proc/%ld/stat", pid);
	read_proc(name, stat, sizeof stat);
	/* Its second field is the program's name in parentheses, with any characters; this is the 22nd. */
	s = strrchr(stat, ')');
	for (int i = 2; s && i < 22; i++)
		s = strchr(s + 1, ' ');
	return s ? strtoull(s, NULL, 10) : 0;
}

static void boot_id(char out[64])
{
	read_proc("/proc/sys/kernel/random/boot_id", out, 64);
}

/* Process numbers mean something only within a process space (containers, WSL distributions). */
static void process_space(char out[32])
{
	ssize_t n = readlink("/proc/self/ns/pid", out, 31);

	out[n > 0 ? n : 0] = '\0';
}

/* Blanks, '=' and control characters would break the line. */
static void add_word(struct buf *out, const char *key, const char *value)
{
	buf_printf(out, " %s=", key);
	for (; *value; value++) {
		unsigned char c = (unsigned char)*value;

		if (c <= ' ' || c == '%' || c == '=' || c == 0x7F)
			buf_printf(out, "%%%02X", c);
		else
			buf_char(out, *value);
	}
}

void lock_line_write(const struct job *j, struct buf *out)
{
	struct buf time = {0};
	char boot[64], space[32];

	boot_id(boot);
	process_space(space);
	utc_format(&time, j->w->utc);
	buf_str(out, LOCK_VERSION);
	add_word(out, "tx", j->tx);
	add_word(out, "user", j->w->user);
	add_word(out, "host", j->w->host);
	buf_printf(out, " pid=%ld start=%llu", (long)getpid(), start_time(getpid()));
	add_word(out, "boot", boot);
	add_word(out, "space", space);
	add_word(out, "time", buf_cstr(&time));
	buf_char(out, '\n');
	buf_release(&time);
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The value of " key=", decoded. What others wrote is shown to people: it is made safe for a terminal. */
static bool find_word(const char *line, const char *key, char *out, size_t size)
{
	struct buf raw = {0}, safe = {0};
	char mark[16];
	const char *s;
	size_t n;

	snprintf(mark, sizeof mark, " %s=", key);
	s = strstr(line, mark);
	if (!s)
		return false;
	for (s += strlen(mark); *s && *s != ' ' && *s != '\n'; s++) {
		int high = *s == '%' ? hex_digit(s[1]) : -1, low = high >= 0 ? hex_digit(s[2]) : -1;

		buf_char(&raw, low >= 0 ? (char)(high << 4 | low) : *s);
		if (low >= 0)
			s += 2;
	}
	text_sanitise(&safe, buf_cstr(&raw), false);
	n = safe.len < size ? safe.len : size - 1;
	while (n > 0 && n < safe.len && ((unsigned char)safe.data[n] & 0xC0) == 0x80)
		n--;
	memcpy(out, buf_cstr(&safe), n);
	out[n] = '\0';
	buf_release(&raw);
	buf_release(&safe);
	return true;
}

void lock_line_read(const struct buf *bytes, struct lock_line *out)
{
	const char *line = buf_cstr(bytes);
	char pid[32], start[32];

	*out = (struct lock_line){0};
	if (bytes->len == 0 || strlen(line) != bytes->len || line[bytes->len - 1] != '\n' ||
	    strncmp(line, LOCK_VERSION " ", sizeof LOCK_VERSION) != 0)
		return;
	out->readable = find_word(line, "user", out->user, sizeof out->user) &&
	                find_word(line, "host", out->host, sizeof out->host) &&
	                find_word(line, "time", out->time, sizeof out->time) &&
	                find_word(line, "boot", out->boot, sizeof out->boot) &&
	                find_word(line, "space", out->space, sizeof out->space) &&
	                find_word(line, "pid", pid, sizeof pid) &&
	                find_word(line, "start", start, sizeof start);
	if (!out->readable)
		return;
	out->pid = strtol(pid, NULL, 10);
	out->start = strtoull(start, NULL, 10);
	out->readable = out->pid > 0;
}

enum lock_state lock_line_judge(const struct lock_line *line, const struct store_writer *w)
{
	char boot[64], space[32], host[sizeof line->host];
	unsigned long long start;
	struct buf own = {0};
	bool same_host;

	if (!line->readable)
		return LOCK_FOREIGN;
	boot_id(boot);
	process_space(space);
	add_word(&own, "host", w->host);
	same_host = find_word(buf_cstr(&own), "host", host, sizeof host) && strcmp(host, line->host) == 0;
	buf_release(&own);
	if (!same_host || boot[0] == '\0' || strcmp(boot, line->boot) != 0 || strcmp(space, line->space) != 0)
		return LOCK_FOREIGN;
	/* A commit does not begin inside another, so a lock of our own is one that could not be removed. */
	if (line->pid == getpid())
		return LOCK_STALE;
	/* kill also answers for processes of others, which /proc may be told to hide. */
	if (kill((pid_t)line->pid, 0) < 0 && errno == ESRCH)
		return LOCK_STALE;
	start = start_time(line->pid);
	return start != 0 && line->start != 0 && start != line->start ? LOCK_STALE : LOCK_HELD;
}
