/* What only this machine knows: its clock, its randomness, its user, its terminal. */
#include "radsbord/cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static int64_t machine_utc(void *ctx)
{
	const struct cli_options *o = ctx;
	return o->clock_fixed ? o->clock_utc : (int64_t)time(NULL);
}

static int64_t machine_mono_ms(void *ctx)
{
	(void)ctx;
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct clock cli_clock(const struct cli_options *o)
{
	union {
		const struct cli_options *from;
		void *to;
	} ctx = {.from = o}; /* the clock only reads it */
	return (struct clock){.utc = machine_utc, .mono_ms = machine_mono_ms, .ctx = ctx.to};
}

void cli_random(void *ctx, void *bytes, size_t n)
{
	(void)ctx;
	unsigned char *p = bytes;
	while (n > 0) {
		ssize_t got = getrandom(p, n, 0);
		if (got < 0 && errno != EINTR)
			abort();
		if (got > 0) {
			p += got;
			n -= (size_t)got;
		}
	}
}

const char *cli_user(void)
{
	const char *user = getenv("USER");
	return user && *user ? user : "okänd";
}

void cli_host(char *out, size_t size)
{
	if (gethostname(out, size) != 0 || !out[0])
		snprintf(out, size, "?");
	out[size - 1] = '\0'; /* a long name may have been cut without it */
}

bool cli_has_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}
