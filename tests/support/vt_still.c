/* Waiting for a program that tells nobody when it is ready. */
#include "vt_internal.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* How many times longer the first byte is waited for. */
enum { CHUNK = 65536, FIRST = 10, LOOK_MS = 5, PAUSE_MS = 1 };

double vt_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* One thread of the session runs, or waits for a disk: state and session of /proc/PID/task/TID/stat. */
static bool works(const char *path, pid_t session)
{
	char line[512], state;
	int parent, group, its;
	FILE *f = fopen(path, "r");
	bool read = f && fgets(line, sizeof line, f);
	const char *after = read ? strrchr(line, ')') : NULL;

	if (f)
		fclose(f);
	return after && sscanf(after, ") %c %d %d %d", &state, &parent, &group, &its) == 4 && its == session &&
	       (state == 'R' || state == 'D');
}

static bool process_works(const char *pid, pid_t session)
{
	char path[64];
	DIR *threads;
	struct dirent *thread;
	bool any = false;

	snprintf(path, sizeof path, "/proc/%.16s/task", pid);
	threads = opendir(path);
	while (threads && !any && (thread = readdir(threads)) != NULL) {
		snprintf(path, sizeof path, "/proc/%.16s/task/%.16s/stat", pid, thread->d_name);
		any = isdigit((unsigned char)thread->d_name[0]) && works(path, session);
	}
	if (threads)
		closedir(threads);
	return any;
}

/* The program, a thread of it or something it has started is at work. */
static bool at_work(const struct vt *vt)
{
	DIR *all = opendir("/proc");
	struct dirent *one;
	bool any = false;

	while (all && !any && (one = readdir(all)) != NULL)
		any = isdigit((unsigned char)one->d_name[0]) && process_works(one->d_name, vt->pid);
	if (all)
		closedir(all);
	return any;
}

/* What has come, kept for the screen; false when nothing had. */
static bool take(struct vt *vt)
{
	char bytes[CHUNK];
	ssize_t n = read(vt->master, bytes, sizeof bytes);

	if (n > 0)
		buf_add(&vt->log, bytes, (size_t)n);
	else if (n == 0 || (errno != EAGAIN && errno != EINTR))
		vt->closed = true;
	return n > 0;
}

/* Draws what has come since `drawn` on the screen and answers what the program asked of the terminal; false when it asked nothing. */
static bool draw(struct vt *vt, size_t drawn)
{
	char answer[256];
	size_t n;

	vterm_input_write(vt->term, vt->log.data + drawn, vt->log.len - drawn);
	n = vterm_output_read(vt->term, answer, sizeof answer);
	vt_bytes(vt, answer, n);
	return n > 0;
}

double vt_still(struct vt *vt, double quiet_ms, double most_ms, double *picture)
{
	double start = vt_now(), last = 0, own, *first = picture ? picture : &own;
	size_t drawn = vt->log.len;
	bool paused = false;

	*first = 0;
	while (!vt->closed && vt_now() < start + most_ms) {
		struct pollfd in = {.fd = vt->master, .events = POLLIN};
		double until = last > 0 ? last + quiet_ms : start + FIRST * quiet_ms, left = until - vt_now();

		if (poll(&in, 1, left > 0 ? (int)left + 1 : 0) > 0) {
			double now = vt_now();

			paused = paused || (last > 0 && now - last >= PAUSE_MS);
			if (take(vt))
				last = vt_now();
			if (!paused)
				*first = last;
			continue;
		}
		if (vt_now() < until)
			continue;
		if (at_work(vt))
			poll(&in, 1, LOOK_MS);
		else if (poll(&in, 1, 0) > 0) /* painted while we looked whether it was at work */
			continue;
		else if (drawn == vt->log.len || !draw(vt, drawn))
			return last;
		else
			drawn = vt->log.len;
	}
	return -1;
}
