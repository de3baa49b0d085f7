/* terminal.c - the real program in a pseudo-terminal of 80 x 24, beside others that list the same actions, as tables in Markdown.
 *
 * A program is started, and the clock runs until the last byte of its first full screen has come: its text stands there, nothing has
 * come for a while (QUIET_MS), and neither it nor anything it started is at work. Then keys are sent one at a time, and the clock
 * runs from each key to the last byte of what it paints, found the same way; the quiet while is not counted. So a program that
 * paints first and goes on reading is not done until it has read, and one that paints in two goes is not done with the first.
 * Of a letter of a filter both are told: when the rows that are seen had been painted, and when all had been looked at.
 * Memory is the most the process has had resident (VmHWM). Each program is started ROUNDS times, a slow one once, and of each
 * start and each key the least stands, since what others do on the machine only adds: the median and the 99th percentile are then
 * over the keys, which are the same in every round. */
#include "bench/bench.h"
#include "bench/folder.h"
#include "support/vt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 5, WIDTH = 80, HEIGHT = 24, QUIET_MS = 10, SLOW_MS = 1500, START_MOST_MS = 60000, KEY_MOST_MS = 10000 };
enum kind { LIST, STEP, PAGE, PANE, FILTER, KINDS };
static const char *const kind_names[KINDS] = {"to the plan, the first time", "a row down", "a page down", "another page of the six", "a letter of a filter: all rows, and how many"};

struct keys {
	const char *const *keys; /* one after the other, and from the first again */
	int count;               /* how many are sent; 0: the program has none of the kind */
};
struct program {
	const char *name;
	const char *argv[12];
	const char *shown;   /* on its first full screen */
	const char *to_list; /* keys to where the actions are listed; NULL: that is where it begins */
	const char *listed;
	struct keys keys[KINDS];
};

static const char *const j[] = {"j", NULL}, *const up[] = {"k", NULL};
static const char *const page[] = {"\033[6~", NULL};
static const char *const panes[] = {"1", "3", "2", "3", "4", "3", NULL};
static const char *const letters[] = {"/",    "k",    "o",    "n",    "s",    "u",    "l",  "t",
				      "\177", "\177", "\177", "\177", "\177", "\177", "\177", "\r", NULL};

/* =program and =data in argv are what the bench was given. */
#define PEER_KEYS {[STEP] = {j, 100}}
static const struct program programs[] = {
    {.name = "Rådsbord",
     .argv = {"=program", "--data", "=data", "--rad", "../rad"},
     .shown = "F1",
     .to_list = "3",
     .listed = "Plan 2025",
     .keys = {[STEP] = {j, 100}, [PAGE] = {page, 40}, [PANE] = {panes, 42}, [FILTER] = {letters, 48}}},
    {.name = "less (floor)", .argv = {"/usr/bin/less", "plan.tsv"}, .shown = "Falu kommun", .keys = PEER_KEYS},
    {.name = "tig (floor)", .argv = {"/usr/bin/tig", "-C", "git", "main"}, .shown = "commit 1 of", .keys = PEER_KEYS},
    {.name = "calcurse",
     .argv = {"/usr/bin/calcurse", "-D", "calcurse"}, /* its list is headed TODO */
     .shown = "TODO",
     .to_list = "\t\t",
     .listed = "TODO",
     .keys = PEER_KEYS},
    {.name = "hledger-ui",
     .argv = {"/usr/bin/hledger-ui", "-f", "plan.journal", "--register=planen"},
     .shown = "planen",
     .keys = {[STEP] = {up, 100}}}, /* it begins at the end */
    {.name = "vit", .argv = {"/usr/bin/vit"}, .shown = "Description", .keys = PEER_KEYS},
};
enum { PROGRAMS = sizeof programs / sizeof *programs, MOST_KEYS = 100 };

/* What was measured of one program at one size; below 0: not. */
struct figures {
	double start, memory, bytes[KINDS];
	double times[KINDS][MOST_KEYS]; /* the least of each key, to the last byte */
	double pictures[MOST_KEYS];     /* of the letters of a filter to the first picture */
	double median[KINDS], worst[KINDS], picture_median, picture_worst; /* of those; worst: the 99th percentile */
	bool installed;
};

/* ---- one program ------------------------------------------------------------------------------ */

struct place {
	const char *program, *data;
};

static double most_resident(pid_t pid)
{
	char path[64], line[256];
	double kb = -1;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f))
		if (strncmp(line, "VmHWM:", 6) == 0)
			kb = strtod(line + 6, NULL);
	if (f)
		fclose(f);
	return kb / 1024;
}

static void least(double *figure, double other)
{
	if (other >= 0 && (*figure < 0 || other < *figure))
		*figure = other;
}

/* Sends the keys of one kind; false when the program no longer answers. */
static bool send(struct vt *vt, const struct keys *k, double *times, double *pictures)
{
	for (int i = 0, n = 0; i < k->count; i++) {
		double start = vt_now(), end, picture;

		vt_keys(vt, k->keys[n]);
		end = vt_still(vt, QUIET_MS, KEY_MOST_MS, &picture);
		if (end < 0)
			return false;
		if (end > 0)
			least(&times[i], end - start);
		if (end > 0 && pictures)
			least(&pictures[i], picture - start);
		n = k->keys[n + 1] ? n + 1 : 0;
	}
	return true;
}

static void measure_keys(struct vt *vt, const struct program *p, struct figures *out)
{
	for (int kind = 0; kind < KINDS; kind++) {
		size_t before = vt_bytes_out(vt);

		if (p->keys[kind].count == 0)
			continue;
		if (!send(vt, &p->keys[kind], out->times[kind], kind == FILTER ? out->pictures : NULL))
			return;
		least(&out->bytes[kind], (double)(vt_bytes_out(vt) - before) / p->keys[kind].count);
	}
}

/* The way to where the actions are listed; false when they are not. */
static bool measure_list(struct vt *vt, const struct program *p, struct figures *out)
{
	size_t before = vt_bytes_out(vt);
	double start = vt_now(), end;

	vt_keys(vt, p->to_list);
	end = vt_still(vt, QUIET_MS, KEY_MOST_MS, NULL);
	if (end <= 0 || !vt_shows(vt, p->listed))
		return false;
	least(&out->times[LIST][0], end - start);
	least(&out->bytes[LIST], (double)(vt_bytes_out(vt) - before));
	return true;
}

/* Starts it once; the milliseconds to its first full screen, below 0 when that did not come. */
static double round_of(const struct program *p, const struct place *at, struct figures *out)
{
	const char *const env[] = {"RADSBORD_READY_FD", "HOME=home", "XDG_STATE_HOME=home", "TASKRC=taskrc",
				   "VIT_DIR=vit",       "SHELL=/bin/sh", NULL};
	const char *words[12] = {NULL};
	double start, end, took = -1;
	struct vt *vt;

	for (int i = 0; p->argv[i]; i++)
		words[i] = strcmp(p->argv[i], "=program") == 0 ? at->program : strcmp(p->argv[i], "=data") == 0 ? at->data : p->argv[i];
	start = vt_now();
	vt = vt_start(words, env, WIDTH, HEIGHT);
	do
		end = vt_still(vt, QUIET_MS, START_MOST_MS, NULL);
	while (end >= 0 && !vt_shows(vt, p->shown) && vt_now() < start + START_MOST_MS);
	if (end > 0 && vt_shows(vt, p->shown)) {
		took = end - start;
		if (!p->to_list || measure_list(vt, p, out))
			measure_keys(vt, p, out);
		out->memory = most_resident(vt_pid(vt));
	}
	vt_free(&vt);
	return took;
}

static void figures_init(struct figures *f, const struct program *p, const struct place *at)
{
	*f = (struct figures){.start = -1, .memory = -1};
	for (int kind = 0; kind < KINDS; kind++) {
		f->bytes[kind] = -1;
		for (int i = 0; i < MOST_KEYS; i++)
			f->times[kind][i] = -1;
	}
	for (int i = 0; i < MOST_KEYS; i++)
		f->pictures[i] = -1;
	f->installed = access(strcmp(p->argv[0], "=program") == 0 ? at->program : p->argv[0], X_OK) == 0;
}

/* The median and the 99th percentile of what was measured; below 0: nothing was. */
static void sum_up(const double *all, double *median, double *worst)
{
	double times[MOST_KEYS];
	size_t count = 0;

	for (int i = 0; i < MOST_KEYS; i++)
		if (all[i] >= 0)
			times[count++] = all[i];
	*median = count ? bench_middle(times, count) : -1; /* and they are in order now */
	*worst = count ? times[count * 99 / 100] : -1;
}

static void summarize(struct figures *f)
{
	for (int kind = 0; kind < KINDS; kind++)
		sum_up(f->times[kind], &f->median[kind], &f->worst[kind]);
	sum_up(f->pictures, &f->picture_median, &f->picture_worst);
}

/* Each program's rounds in a row, so that each finds the memory that its last start has given back: on a virtual machine that which
 * has lain unused a while is fetched from the host again, and a start that needs much of it takes half as long again. */
static void measure(const struct place *at, int most, struct figures *out)
{
	for (int i = 0; i < most; i++) {
		figures_init(&out[i], &programs[i], at);
		for (int n = 0; n < ROUNDS && out[i].installed && (n == 0 || (out[i].start >= 0 && out[i].start <= SLOW_MS)); n++)
			least(&out[i].start, round_of(&programs[i], at, &out[i]));
		summarize(&out[i]);
	}
}

/* ---- the tables -------------------------------------------------------------------------------- */

static void print_number(double n)
{
	printf(n < 10 ? "%.2f" : n < 100 ? "%.1f" : "%.0f", n);
}

/* A figure and how many times ours it is. */
static void print_beside(double n, double ours)
{
	if (n < 0) {
		printf(" – |");
		return;
	}
	printf(" ");
	print_number(n);
	if (n != ours && ours > 0) {
		printf(" (");
		print_number(n / ours);
		printf("×)");
	}
	printf(" |");
}

static void print_row(const struct program *p, const struct figures *f, const struct figures *ours)
{
	printf("| %s |", p->name);
	if (!f->installed) {
		printf(" not installed | | | | |\n");
		return;
	}
	if (f->start < 0)
		printf(" over %d s |", START_MOST_MS / 1000);
	else
		print_beside(f->start, ours->start);
	print_beside(f->median[STEP], ours->median[STEP]);
	print_beside(f->worst[STEP], ours->worst[STEP]);
	print_beside(f->bytes[STEP], ours->bytes[STEP]);
	print_beside(f->memory, ours->memory);
	printf("\n");
	fflush(stdout);
}

/* The council and the peers' files below `work`; the peers are started where theirs are. */
static void fill(const char *work, int actions)
{
	struct buf path = {0};
	size_t base;

	buf_printf(&path, "%s/%d", work, actions);
	base = path.len;
	(void)mkdir(path.data, 0700);
	buf_str(&path, "/rad");
	bench_folder(path.data, actions, 1);
	path.len = base;
	buf_str(&path, "/peers");
	bench_peers(path.data, actions);
	if (chdir(path.data) < 0)
		bench_fail("%s kan inte öppnas.", path.data);
	if (system("mkdir home && git init -q git 2>/dev/null && git -C git fast-import --quiet < plan.commits") != 0)
		fprintf(stderr, "tig har inget att visa, för git gjorde inget arkiv.\n");
	buf_release(&path);
}

/* 100 000 as people write it. */
static void print_actions(int n)
{
	printf("%d %03d", n / 1000, n % 1000);
}

static void size(const char *work, int actions, int most, const struct place *at, struct figures *ours)
{
	struct figures all[PROGRAMS] = {0};

	fill(work, actions);
	printf("\n| ");
	print_actions(actions);
	printf(" actions | first full screen, ms | key to frame, median ms | 99th percentile, ms | bytes a key | memory, MiB |\n"
	       "|---|--:|--:|--:|--:|--:|\n");
	measure(at, most, all);
	*ours = all[0];
	if (ours->median[KINDS - 1] < 0)
		bench_fail("Rådsbord visar inte det som väntas.");
	for (int i = 0; i < most; i++)
		print_row(&programs[i], &all[i], ours);
}

/* When, where and beside what else it is run. */
static void print_about(void)
{
	char line[256], day[16], model[128] = "?";
	time_t now = time(NULL);
	double load[1] = {0};
	FILE *f = fopen("/proc/cpuinfo", "r");

	while (f && fgets(line, sizeof line, f))
		if (sscanf(line, "model name : %127[^\n]", model) == 1)
			break;
	if (f)
		fclose(f);
	strftime(day, sizeof day, "%Y-%m-%d", localtime(&now));
	(void)getloadavg(load, 1);
	printf("\n%s, %s, %ld cores, load %.1f; each start and each key the best of %d, of what takes over %.1f s to start the only one; 80 × 24; (n×): times Rådsbord's\n",
	       day, model, sysconf(_SC_NPROCESSORS_ONLN), load[0], ROUNDS, SLOW_MS / 1e3);
}

int main(int argc, char **argv)
{
	static const int sizes[] = {1000, 10000, 100000};
	enum { SIZES = sizeof sizes / sizeof *sizes };
	struct figures ours[SIZES];
	int most = argc > 4 ? atoi(argv[4]) : PROGRAMS; /* how many of the programs, ours first */
	const struct place at = {argv[2], argv[3]};

	if (argc < 4)
		bench_fail("bench_terminal ARBETSMAPP PROGRAM DATA");
	print_about();
	for (int i = 0; i < SIZES; i++)
		size(argv[1], sizes[i], most < PROGRAMS ? most : PROGRAMS, &at, &ours[i]);
	printf("\n| key to frame, ms: median / 99th percentile; bytes | 1 000 | 10 000 | 100 000 |\n|---|--:|--:|--:|\n");
	for (int kind = 0; kind < KINDS; kind++) {
		if (kind == FILTER) {
			printf("| a letter of a filter: the rows that are seen |");
			for (int i = 0; i < SIZES; i++)
				printf(" %.2f / %.2f |", ours[i].picture_median, ours[i].picture_worst);
			printf("\n");
		}
		printf("| %s |", kind_names[kind]);
		for (int i = 0; i < SIZES; i++)
			printf(" %.2f / %.2f; %.0f |", ours[i].median[kind], ours[i].worst[kind], ours[i].bytes[kind]);
		printf("\n");
	}
	return 0;
}
