#include "radsbord/cli/progress.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Ctrl-C on the command line: a handler is given nothing else to write to. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

/* Once it is caught; a second Ctrl-C ends the program as ever. */
static void catch_interrupt(bool on)
{
	struct sigaction action = {.sa_handler = on ? on_interrupt : SIG_DFL, .sa_flags = on ? (int)(SA_RESETHAND | SA_RESTART) : 0}, now;
	interrupted = 0;
	sigaction(SIGINT, NULL, &now);
	if (now.sa_handler != SIG_IGN)
		sigaction(SIGINT, &action, NULL);
}

/* The bytes of the files in a folder and in the folders of it. */
static int64_t bytes_below(int dir, const char *path, int depth)
{
	struct names names = {0};
	struct stat st;
	int64_t sum = 0;
	int fd = openat(dir, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0 && io_list(fd, ".", &names, NULL))
		for (size_t i = 0; i < names.count; i++)
			if (fstatat(fd, names.items[i], &st, AT_SYMLINK_NOFOLLOW) == 0)
				sum += S_ISREG(st.st_mode) ? st.st_size : S_ISDIR(st.st_mode) && depth > 0 ? bytes_below(fd, names.items[i], depth - 1) : 0;
	names_release(&names);
	if (fd >= 0)
		close(fd);
	return sum;
}

/* "Läser rådets mapp: 34 %, 2019.rec" */
static void sentence(struct progress *p, const char *name, int64_t bytes, struct buf *out)
{
	if (p->whole < 0)
		p->whole = (p->folder ? bytes_below(AT_FDCWD, p->folder, 1) : 0) + (p->also ? bytes_below(AT_FDCWD, p->also, 1) : 0);
	if (p->whole > 0) /* what is read twice is not more than all of it */
		buf_printf(out, _("%s: %d %%, %s."), p->what, (int)(bytes < p->whole ? bytes * 100 / p->whole : 100), name);
	else
		buf_printf(out, _("%s: %" PRId64 " MiB, %s."), p->what, bytes >> 20, name);
}

static void take_away(struct progress *p)
{
	if (p->columns)
		fprintf(stderr, "\r%*s\r", p->columns, "");
	p->columns = 0;
}

/* One line that is written over; on a terminal that is not UTF-8 in ASCII. */
static void show_on_stderr(struct progress *p, const char *text)
{
	struct buf line = {0};
	buf_printf(&line, _("%s  Ctrl-C avbryter."), text);
	take_away(p);
	fprintf(stderr, "%s", buf_cstr(&line));
	fflush(stderr);
	p->columns = text_width(buf_cstr(&line));
	buf_release(&line);
}

/* True when it has taken so long that it is to be said how far it has come. */
static bool is_due(struct progress *p)
{
	int64_t now = p->clock.mono_ms(p->clock.ctx);
	if (now - p->began < p->after_ms || (p->said && now - p->said < PROGRESS_EVERY_MS) || (!p->show && !p->on_terminal))
		return false;
	p->said = now ? now : 1;
	return true;
}

/* Of a file that is read, `name` and all bytes so far; of other work, name NULL, how many percent. In the language of the interface, whatever
 * is made meanwhile is in. */
static bool say(struct progress *p, const char *name, int64_t far)
{
	struct buf text = {0};
	bool go_on = true, before = language_swedish();
	language_back(p->speaks);
	if (name)
		sentence(p, name, far, &text);
	else
		buf_printf(&text, _("%s: %d %%."), p->what, (int)far);
	if (p->show)
		go_on = p->show(p->show_ctx, buf_cstr(&text));
	else
		show_on_stderr(p, buf_cstr(&text));
	language_swedish();
	language_back(before);
	buf_release(&text);
	return go_on;
}

static bool tick(void *ctx, const char *name, int64_t bytes)
{
	return !interrupted && (!is_due(ctx) || say(ctx, name, bytes));
}

static bool tick_work(void *ctx, int percent)
{
	return !interrupted && (!is_due(ctx) || say(ctx, NULL, percent));
}

static void begin(struct progress *p, const char *what)
{
	p->what = what;
	p->said = 0;
	p->began = p->clock.mono_ms(p->clock.ctx);
	p->speaks = language_swedish();
	language_back(p->speaks);
	if (!p->show)
		catch_interrupt(true);
}

static void begin_work(void *ctx, const char *what)
{
	begin(ctx, what);
}

static void end(void *ctx)
{
	struct progress *p = ctx;
	if (!p->show)
		catch_interrupt(false);
	else if (p->said)
		p->show(p->show_ctx, NULL);
	take_away(p);
}

void progress_init(struct progress *p, const struct io *inner, const struct clock *clock, int after_ms)
{
	*p = (struct progress){.clock = *clock, .after_ms = after_ms, .on_terminal = isatty(STDERR_FILENO)};
	p->work = (struct work){.begin = begin_work, .tick = tick_work, .end = end, .ctx = p};
	watch_init(&p->watch, inner, tick, p);
}

const struct io *progress_io(const struct progress *p)
{
	return &p->watch.io;
}

struct work *progress_work(struct progress *p)
{
	return &p->work;
}

void progress_begin(struct progress *p, const char *what, const char *folder, const char *also)
{
	p->folder = folder;
	p->also = also;
	p->whole = -1;
	begin(p, what);
	watch_begin(&p->watch);
}

bool progress_end(struct progress *p)
{
	end(p);
	return watch_end(&p->watch);
}
