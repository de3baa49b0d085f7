#include "radsbord/ui/sink.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

FILE *sink_open(void)
{
	int fd = memfd_create("radsbord", MFD_CLOEXEC);
	FILE *f = fd >= 0 ? fdopen(fd, "w+") : tmpfile();

	if (!f && fd >= 0)
		close(fd);
	return f;
}

void sink_flush(FILE *sink, struct terminal *t)
{
	char bytes[8192];
	int fd = fileno(sink);
	off_t end, at = 0;

	fflush(sink);
	end = lseek(fd, 0, SEEK_CUR);
	while (t && at < end) {
		ssize_t n = pread(fd, bytes, sizeof bytes, at);

		if (n <= 0 || !terminal_write(t, bytes, (size_t)n))
			break;
		at += n;
	}
	if (end > 0 && lseek(fd, 0, SEEK_SET) == 0 && ftruncate(fd, 0) < 0)
		(void)errno; /* the next write begins at 0 whatever is left */
}
