/* bench.h - what the benches share: time, memory, medians and one way to print a line.
 *
 * A bench does each thing several times and prints the median, beside what a peer takes for the same thing on the same
 * data in the same run. It fails, with exit status 1, when the two do not give the same answer; never because one is
 * slow.
 */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BENCH_RUNS 7

/* Milliseconds since some moment: on the wall, and of this process's own work, which others on the machine do not
 * lengthen. */
double bench_now(void);
double bench_work(void);
/* Runs each of the pair BENCH_RUNS times, turn by turn; their medians in milliseconds of work. The second may be NULL.
 */
struct bench_pair {
	double first, second;
};
struct bench_pair bench_medians(void (*first)(void *), void *its, void (*second)(void *), void *others);
/* Sorts `times`. */
double bench_middle(double *times, size_t count);
/* Bytes that malloc has handed out and not got back. */
size_t bench_heap(void);
/* The next number below n of a sequence that is the same in every run. */
int bench_below(int n);
/* Prints a sentence and ends with status 1. */
void bench_fail(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
