/* bench.c - see bench.h. */
#include "bench/bench.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double clock_of(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

double bench_now(void)
{
	return clock_of(CLOCK_MONOTONIC);
}

double bench_work(void)
{
	return clock_of(CLOCK_PROCESS_CPUTIME_ID);
}

static int smaller_first(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double bench_middle(double *times, size_t count)
{
	qsort(times, count, sizeof *times, smaller_first);
	return times[count / 2];
}

struct bench_pair bench_medians(void (*first)(void *), void *its, void (*second)(void *), void *others)
{
	double times[2][BENCH_RUNS] = {{0}};

	for (int i = 0; i < BENCH_RUNS; i++) {
		double start = bench_work(), middle;

		first(its);
		middle = bench_work();
		if (second)
			second(others);
		times[0][i] = middle - start;
		times[1][i] = bench_work() - middle;
	}
	return (struct bench_pair){bench_middle(times[0], BENCH_RUNS), bench_middle(times[1], BENCH_RUNS)};
}

size_t bench_heap(void)
{
	struct mallinfo2 m = mallinfo2();

	return m.uordblks + m.hblkhd;
}

int bench_below(int n)
{
	static uint32_t seed = 1;

	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

void bench_fail(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputc('\n', stderr);
	exit(1);
}
