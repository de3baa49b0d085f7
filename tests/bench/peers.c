/* peers.c - the actions of folder.c in the peers' own files. */
#include "bench/folder.h"

#include <string.h>

#define PLANS 10

/* Seconds since 1970, near enough. */
static long due_of(const struct bench_action *a, int year)
{
	return ((long)(year - 1970) * 365 + (year - 1969) / 4 + (long)(a->month - 1) * 30 + a->day) * 86400;
}

/* taskwarrior's own file: a line a task, keys in order, seconds for dates. */
static void write_task(FILE *f, const struct bench_action *a, int year)
{
	char project[64];

	(void)snprintf(project, sizeof project, "%s", a->owner);
	for (char *c = project; *c; c++)
		if (*c == ' ')
			*c = '_';
	fprintf(f,
		"[description:\"%s %s\" due:\"%ld\" entry:\"1451606400\" project:\"%s\" status:\"%s\" "
		"uuid:\"%08x-0000-4000-8000-%012x\"]\n",
		a->verb, a->thing, due_of(a, year), project, a->done ? "completed" : "pending", a->nr, a->nr);
}

/* A transaction an action, on one account, so that its register has them all. */
static void write_transaction(FILE *f, const struct bench_action *a, int year)
{
	fprintf(f, "%d-%02d-%02d %s %s\n    planen  1\n    %s\n\n", year, a->month, a->day, a->verb, a->thing, a->owner);
}

/* A commit an action, as git fast-import reads it. */
static void write_commit(FILE *f, const struct bench_action *a, int year)
{
	char message[200];
	int n = snprintf(message, sizeof message, "%s %s\n", a->verb, a->thing);

	fprintf(f, "commit refs/heads/main\ncommitter %s <rad@example.se> %ld +0000\ndata %d\n%s\n", a->owner, due_of(a, year),
		n, message);
}

void bench_peers(const char *path, int actions)
{
	FILE *rec, *tsv, *todo, *tasks, *rc, *journal, *commits;

	bench_sub(path, "");
	bench_sub(path, "calcurse");
	bench_sub(path, "task");
	bench_sub(path, "vit");
	rec = bench_make(path, "plan.rec");
	tsv = bench_make(path, "plan.tsv");
	todo = bench_make(path, "calcurse/todo");
	tasks = bench_make(path, "task/pending.data");
	rc = bench_make(path, "vit/config.ini");
	fprintf(rc, "[vit]\n");
	bench_done(rc);
	rc = bench_make(path, "taskrc");
	journal = bench_make(path, "plan.journal");
	commits = bench_make(path, "plan.commits");
	fprintf(rc, "data.location=task\nconfirmation=off\n");
	for (int n = 0; n < actions; n++) {
		const struct bench_action a = bench_action(n);
		int year = bench_year(n, actions, PLANS);

		bench_write_action(rec, n, year);
		fprintf(tsv, "%d\t%s %s\t%s\t%s\t%d-%02d-%02d\n", a.nr, a.verb, a.thing, a.owner, a.status, year, a.month, a.day);
		fprintf(todo, "[%s%d] %s %s, %s\n", a.done ? "-" : "", 1 + n % 9, a.verb, a.thing, a.owner);
		write_task(tasks, &a, year);
		write_transaction(journal, &a, year);
		write_commit(commits, &a, year);
	}
	bench_done(rec);
	bench_done(tsv);
	bench_done(todo);
	bench_done(tasks);
	bench_done(rc);
	bench_done(journal);
	bench_done(commits);
}
