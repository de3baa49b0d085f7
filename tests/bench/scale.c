/* scale.c - a council folder of 100 000 actions: opened, searched, edited and saved, beside what reads the same bytes.
 *
 * Opening is beside `wc -l` of the same files; a save is timed on the disk, and what the processor does for it
 * with fsync left out: the program's own part. The peers keep the same actions in their own files and answer the same
 * question: which of one owner's actions are not done and due before a day?
 */
#include "bench/bench.h"
#include "bench/folder.h"

#include "radsbord/council/action.h"
#include "radsbord/report/filter.h"
#include "radsbord/store/folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define OWNER "Falu kommun"

/* ---- commands ------------------------------------------------------------------------------- */

/* Milliseconds of one run, by the shell in `folder`; below 0 when it fails or takes more than a minute. */
static double command_once(const char *folder, const char *command)
{
	double start = bench_now();
	pid_t child = fork();
	int status;

	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);

		if (chdir(folder) == 0 && dup2(null, 2) >= 0)
			execlp("timeout", "timeout", "60", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return -1;
	return bench_now() - start;
}

static double command(const char *folder, const char *line)
{
	double times[3];

	for (int i = 0; i < 3; i++) {
		times[i] = command_once(folder, line);
		if (times[i] < 0)
			return -1;
	}
	return bench_middle(times, 3);
}

/* ---- the folder ----------------------------------------------------------------------------- */

static const struct store_writer writer = {.user = "bank", .host = "dator", .utc = 1790000000, .random = {1, 2}};

struct opened {
	const char *path;
	const struct io *io;
	struct folder *folder;
};

static void reopen(struct opened *o)
{
	struct error e;

	folder_close(&o->folder);
	o->folder = folder_open(o->path, o->io, &writer, &e);
	if (!o->folder)
		bench_fail("%s", e.text);
}

static const struct action *nth(const struct opened *o, size_t i)
{
	return records_action(folder_records(o->folder), i);
}

/* How many the filter shows. */
static size_t search(const struct opened *o, const char *filter)
{
	const struct records *r = folder_records(o->folder);
	const struct model m = {.council = r, .national = r, .today = {2026, 11, 26}, .filter = filter};
	struct record_choice *choice = record_choice_new(&m, -1, RECORD_ACTION);
	struct doc nothing = {0};
	size_t shown = 0;

	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++)
		shown += record_choice_takes(choice, records_action(r, i));
	record_choice_end(&choice, &nothing);
	doc_release(&nothing);
	return shown;
}

static void edit(const struct opened *o, size_t action, int round)
{
	struct changes c = {0};
	char title[64];
	struct error e;

	(void)snprintf(title, sizeof title, "Ändrad av bänken, gång %d", round);
	changes_set_text(&c, RECORD_ACTION, &nth(o, action)->head, "Rubrik", title);
	changes_title(&c, "Bänken");
	if (!folder_apply(o->folder, &c, &writer, &e))
		bench_fail("%s", e.text);
	changes_release(&c);
	if (strcmp(nth(o, action)->title, title) != 0)
		bench_fail("Ändringen syns inte.");
}

static int no_fsync(void *ctx, int fd)
{
	(void)ctx, (void)fd;
	return 0;
}

/* Milliseconds of a save of one record by a clock, the middle of several. */
static double saves(const char *path, const struct io *io, double (*now)(void), int first)
{
	struct opened o = {.path = path, .io = io};
	double times[BENCH_RUNS];

	reopen(&o);
	for (int i = 0; i < BENCH_RUNS; i++) {
		double start = now();

		edit(&o, (size_t)(i * 13 + 5), first + i);
		times[i] = now() - start;
	}
	folder_close(&o.folder);
	return bench_middle(times, BENCH_RUNS);
}

static size_t bytes_of(const char *path)
{
	struct buf line = {0};
	unsigned long bytes = 0;
	FILE *p;

	buf_printf(&line, "cat '%s'/*.rec '%s'/*/*.rec | wc -c", path, path);
	p = popen(line.data, "r");
	if (!p || fscanf(p, "%lu", &bytes) != 1)
		bench_fail("wc svarade inte.");
	pclose(p);
	buf_release(&line);
	return bytes;
}

static void ours(const char *path, int actions)
{
	struct opened o = {.path = path, .io = io_system()};
	struct io unsynced = *io_system();
	double loads[BENCH_RUNS], lines[BENCH_RUNS], start, searched, load;
	size_t heap = bench_heap(), memory, bytes = bytes_of(path), shown;

	for (int i = 0; i < BENCH_RUNS; i++) {
		lines[i] = command_once(path, "cat *.rec */*.rec | wc -l > /dev/null");
		folder_close(&o.folder);
		start = bench_now();
		reopen(&o);
		loads[i] = bench_now() - start;
	}
	memory = bench_heap() - heap;
	if (records_count(folder_records(o.folder), RECORD_ACTION) != (size_t)actions)
		bench_fail("Inte alla åtgärder lästes.");
	start = bench_now();
	shown = search(&o, "ansvarig:falu konsultteamets");
	searched = bench_now() - start;
	folder_close(&o.folder);
	unsynced.fsync = no_fsync;
	printf("%d actions, 40 meetings, %.1f MB\n", actions, (double)bytes / 1e6);
	load = bench_middle(loads, BENCH_RUNS);
	start = bench_middle(lines, BENCH_RUNS);
	printf("  open              %8.1f ms   wc -l %.1f ms   %.1f times\n", load, start, load / start);
	printf("  memory            %8.1f MiB  %.2f times the files\n", (double)memory / 1048576,
	       (double)memory / (double)bytes);
	printf("  search            %8.1f ms   %zu found\n", searched, shown);
	printf("  one edit saved    %8.1f ms   of which the program's own work %.1f ms\n",
	       saves(path, io_system(), bench_now, 0), saves(path, &unsynced, bench_work, 100));
}

/* ---- the peers ------------------------------------------------------------------------------- */

static void peer(const char *name, const char *folder, const char *line)
{
	double ms = command(folder, line);

	if (ms < 0)
		printf("  %-17s %8s      (not installed, or more than a minute)\n", name, "-");
	else
		printf("  %-17s %8.1f ms\n", name, ms);
}

static void peers(const char *path, const char *program, const char *data)
{
	struct buf own = {0};

	printf(" which of one owner's are not done and due before a day, whole process:\n");
	buf_printf(&own, "'%s' plan --rad ../rad --data '%s' --format csv ansvarig:falu status:öppen 'senast:<2020-07-01' > svar",
	           program, data);
	peer("radsbord plan", path, own.data);
	peer("awk, same bytes", path,
	     "awk 'BEGIN { RS = \"\" } /\\nAnsvarig: " OWNER "\\n/ && !/\\nStatus: klar\\n/ && match($0, /\\nKlart_senast: /) && "
	     "substr($0, RSTART + 15, 10) < \"2020-07-01\"' ../rad/plan/*.rec > svar");
	peer("awk", path, "awk -F'\\t' '$3 == \"" OWNER "\" && $4 != \"klar\" && $5 < \"2020-07-01\"' plan.tsv > svar");
	peer("recsel", path,
	     "recsel -e \"Ansvarig = '" OWNER
	     "' && Status != 'klar' && Klart_senast << '2020-07-01'\" plan.rec > svar");
	peer("taskwarrior", path,
	     "TASKRC=taskrc task rc.gc=off rc.verbose=nothing status:pending due.before:2020-07-01 project:Falu_kommun "
	     "export > svar");
	peer("calcurse", path,
	     "calcurse -D calcurse -Q --filter-type todo --filter-uncompleted --filter-pattern '" OWNER "' > svar");
	buf_release(&own);
}

static void size(const char *work, int actions, const char *program, const char *data)
{
	struct buf rad = {0}, other = {0};

	buf_printf(&rad, "%s/%d", work, actions);
	(void)mkdir(rad.data, 0700);
	buf_printf(&other, "%s/peers", rad.data);
	buf_str(&rad, "/rad");
	bench_folder(rad.data, actions, 10);
	bench_peers(other.data, actions);
	ours(rad.data, actions);
	peers(other.data, program, data);
	buf_release(&rad);
	buf_release(&other);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		bench_fail("bench_scale ARBETSMAPP PROGRAM DATA");
	size(argv[1], 10000, argv[2], argv[3]);
	size(argv[1], 100000, argv[2], argv[3]);
	return 0;
}
