/* folder.c - see folder.h. */
#include "bench/folder.h"

#include "bench/bench.h"

#include <stdio.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#define PLANS 10
#define FIRST_YEAR 2016
#define MEETINGS 40

static const char *const owners[] = {"Samordnaren", "Ordföranden", "Region Dalarna",
				     "Falu kommun", "Närvården",   "Rådets sekreterare"};
static const char *const verbs[] = {"Följ upp", "Inför", "Utbilda om", "Kartlägg", "Ta fram underlag om", "Redovisa"};
static const char *const things[] = {"brytpunktssamtal på särskilt boende", "smärtskattning under den sista veckan",
				     "konsultteamets ronder på sjukhuset",  "munhälsobedömning i hemsjukvården",
				     "jourlinjen för läkare dygnet runt",   "närståendestöd efter dödsfallet"};
static const char *const statuses[] = {"ej_paborjad", "pagar", "klar", "pausad"};
enum { OWNERS = 6, STATUSES = 4, DONE = 2 };

struct made {
	int nr, owner, verb, thing, status, month, day;
};

/* The nth action: what it says follows from its number. */
static struct made nth(int n)
{
	unsigned x = (unsigned)n * 2654435761u;

	return (struct made){.nr = n + 1,
			     .owner = (int)(x >> 8) % OWNERS,
			     .verb = (int)(x >> 12) % 6,
			     .thing = (int)(x >> 16) % 6,
			     .status = (int)(x >> 20) % STATUSES,
			     .month = 1 + (int)(x >> 24) % 12,
			     .day = 1 + (int)(x >> 5) % 28};
}

static FILE *make(const char *folder, const char *name)
{
	char path[512];
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "w");
	if (!f)
		bench_fail("%s kan inte skrivas.", path);
	return f;
}

static void done(FILE *f)
{
	if (fclose(f) != 0)
		bench_fail("En fil kunde inte skrivas.");
}

static void sub(const char *folder, const char *name)
{
	char path[512];

	(void)snprintf(path, sizeof path, "%s%s%s", folder, *name ? "/" : "", name);
	(void)mkdir(path, 0700);
}

/* Ten characters of Crockford's base 32, one string a number. */
static const char *id(char kind, int n, char out[11])
{
	static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	memset(out, '0', 10);
	out[0] = kind;
	out[10] = '\0';
	for (int i = 9; n; i--, n /= 32)
		out[i] = digits[n % 32];
	return out;
}

/* ---- the council's folder ------------------------------------------------------------------- */

static void write_action(FILE *f, int n, int year)
{
	const struct made a = nth(n);
	char own[11], met[11];

	fprintf(
	    f,
	    "Id: %s\nNr: %d\nSlag: atgard\nRubrik: %s %s\nAnsvarig: %s\nStart: %d-01-15\nKlart_senast: %d-%02d-%02d\n",
	    id('A', n, own), a.nr, verbs[a.verb], things[a.thing], owners[a.owner], year, year, a.month, a.day);
	fprintf(f, "Status: %s\n%s%s", statuses[a.status], a.status == DONE ? "Klart: 2025-11-03\n" : "",
		n % 3 ? "" : "Malgrupp: personal på särskilt boende och i hemsjukvården\n");
	if (n % 50 == 0)
		fprintf(f, "Mote: %s\n", id('M', n / 50 % MEETINGS, met));
	fprintf(f, "Anteckning: 2025-02-03 Beslutat vid rådets möte; samordnaren kallar till ett första arbetsmöte med "
		   "alla berörda.\n"
		   "Anteckning: 2025-05-20 Två av kommunerna har svarat, och underlaget kompletteras till hösten.\n\n");
}

static void write_plan(const char *folder, int plan, int actions)
{
	int year = FIRST_YEAR + plan;
	char name[32], own[11];
	FILE *f;

	(void)snprintf(name, sizeof name, "plan/%d.rec", year);
	f = make(folder, name);
	fprintf(f, "%%rec: Plan\n%%key: Id\n\nId: %s\nAr: %d\nRubrik: Handlingsplan %d\n\n%%rec: Atgard\n%%key: Id\n\n",
		id('P', plan, own), year, year);
	for (int n = plan * actions / PLANS; n < (plan + 1) * actions / PLANS; n++)
		write_action(f, n, year);
	done(f);
}

static void write_meeting(const char *folder, int n)
{
	char name[64], own[11], item[11];
	int year = FIRST_YEAR + n / 4, month = 2 + n % 4 * 3;
	FILE *f;

	(void)snprintf(name, sizeof name, "moten/%d-%02d-10-%s.rec", year, month, id('M', n, own));
	f = make(folder, name);
	fprintf(f,
		"%%rec: Mote\n%%key: Id\n\nId: %s\nNr: %d\nDatum: %d-%02d-10\nTyp: halvdag\nStatus: hallet\nRubrik: "
		"Möte %d\n\n",
		own, n + 1, year, month, n + 1);
	fprintf(f, "%%rec: Arende\n%%key: Id\n\n");
	for (int i = 0; i < 12; i++)
		fprintf(f, "Id: %s\nNr: %d\nRubrik: %s %s\n\n", id('D', n * 12 + i, item), i + 1, verbs[i % 6],
			things[(n + i) % 6]);
	done(f);
}

void bench_folder(const char *path, int actions)
{
	FILE *f;

	sub(path, "");
	sub(path, "plan");
	sub(path, "moten");
	f = make(path, "rad.ini");
	fprintf(f, "[rad]\nformat = 1\nnamn = \"Bänkens råd\"\nregion = 20\n");
	done(f);
	f = make(path, "ledamoter.rec");
	fprintf(f, "%%rec: Ledamot\n%%key: Id\n\nId: S000000001\nGrupp: region\nRoll: ledamot\nOrganisation: Region "
		   "Dalarna\n");
	done(f);
	for (int i = 0; i < PLANS; i++)
		write_plan(path, i, actions);
	for (int i = 0; i < MEETINGS; i++)
		write_meeting(path, i);
}

/* ---- the peers ------------------------------------------------------------------------------ */

/* taskwarrior's own file: a line a task, keys in order, seconds for dates. */
static void write_task(FILE *f, const struct made *a, int year)
{
	char project[64];
	long due = ((long)(year - 1970) * 365 + (year - 1969) / 4 + (long)(a->month - 1) * 30 + a->day) * 86400;

	(void)snprintf(project, sizeof project, "%s", owners[a->owner]);
	for (char *c = project; *c; c++)
		if (*c == ' ')
			*c = '_';
	fprintf(f,
		"[description:\"%s %s\" due:\"%ld\" entry:\"1451606400\" project:\"%s\" status:\"%s\" "
		"uuid:\"%08x-0000-4000-8000-%012x\"]\n",
		verbs[a->verb], things[a->thing], due, project, a->status == DONE ? "completed" : "pending", a->nr,
		a->nr);
}

void bench_peers(const char *path, int actions)
{
	FILE *rec, *tsv, *todo, *tasks, *rc;

	sub(path, "");
	sub(path, "calcurse");
	sub(path, "task");
	rec = make(path, "plan.rec");
	tsv = make(path, "plan.tsv");
	todo = make(path, "calcurse/todo");
	tasks = make(path, "task/pending.data");
	rc = make(path, "taskrc");
	fprintf(rc, "data.location=task\nconfirmation=off\n");
	for (int n = 0; n < actions; n++) {
		const struct made a = nth(n);
		int year = FIRST_YEAR + (int)((long)n * PLANS / actions);
		bool over = a.status == DONE;

		write_action(rec, n, year);
		fprintf(tsv, "%d\t%s %s\t%s\t%s\t%d-%02d-%02d\n", a.nr, verbs[a.verb], things[a.thing], owners[a.owner],
			statuses[a.status], year, a.month, a.day);
		fprintf(todo, "[%s%d] %s %s, %s\n", over ? "-" : "", 1 + n % 9, verbs[a.verb], things[a.thing],
			owners[a.owner]);
		write_task(tasks, &a, year);
	}
	done(rec);
	done(tsv);
	done(todo);
	done(tasks);
	done(rc);
}
