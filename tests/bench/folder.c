/* folder.c - see folder.h. */
#include "bench/folder.h"

#include "bench/bench.h"

#include <stdio.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#define LAST_YEAR 2025
#define MEETINGS 40

static const char *const owners[] = {"Samordnaren", "Ordföranden", "Region Dalarna",
				     "Falu kommun", "Närvården",   "Rådets sekreterare"};
static const char *const verbs[] = {"Följ upp", "Inför", "Utbilda om", "Kartlägg", "Ta fram underlag om", "Redovisa"};
static const char *const things[] = {"brytpunktssamtal på särskilt boende", "smärtskattning under den sista veckan",
				     "konsultteamets ronder på sjukhuset",  "munhälsobedömning i hemsjukvården",
				     "jourlinjen för läkare dygnet runt",   "närståendestöd efter dödsfallet"};
static const char *const statuses[] = {"ej_paborjad", "pagar", "klar", "pausad"};
enum { OWNERS = 6, STATUSES = 4, DONE = 2 };

struct bench_action bench_action(int n)
{
	unsigned x = (unsigned)n * 2654435761u;
	int status = (int)(x >> 20) % STATUSES;

	return (struct bench_action){.nr = n + 1,
				     .owner = owners[(x >> 8) % OWNERS],
				     .verb = verbs[(x >> 12) % 6],
				     .thing = things[(x >> 16) % 6],
				     .status = statuses[status],
				     .done = status == DONE,
				     .month = 1 + (int)(x >> 24) % 12,
				     .day = 1 + (int)(x >> 5) % 28};
}

int bench_year(int n, int actions, int plans)
{
	return LAST_YEAR - plans + 1 + (int)((long)n * plans / actions);
}

FILE *bench_make(const char *folder, const char *name)
{
	char path[512];
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "w");
	if (!f)
		bench_fail("%s kan inte skrivas.", path);
	return f;
}

void bench_done(FILE *f)
{
	if (fclose(f) != 0)
		bench_fail("En fil kunde inte skrivas.");
}

void bench_sub(const char *folder, const char *name)
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

void bench_write_action(FILE *f, int n, int year)
{
	const struct bench_action a = bench_action(n);
	char own[11], met[11];

	fprintf(
	    f,
	    "Id: %s\nNr: %d\nSlag: atgard\nRubrik: %s %s\nAnsvarig: %s\nStart: %d-01-15\nKlart_senast: %d-%02d-%02d\n",
	    id('A', n, own), a.nr, a.verb, a.thing, a.owner, year, year, a.month, a.day);
	fprintf(f, "Status: %s\n%s%s", a.status, a.done ? "Klart: 2025-11-03\n" : "",
		n % 3 ? "" : "Malgrupp: personal på särskilt boende och i hemsjukvården\n");
	if (n % 50 == 0)
		fprintf(f, "Mote: %s\n", id('M', n / 50 % MEETINGS, met));
	fprintf(f, "Anteckning: 2025-02-03 Beslutat vid rådets möte; samordnaren kallar till ett första arbetsmöte med "
		   "alla berörda.\n"
		   "Anteckning: 2025-05-20 Två av kommunerna har svarat, och underlaget kompletteras till hösten.\n\n");
}

static void write_plan(const char *folder, int plan, int actions, int plans)
{
	int year = LAST_YEAR - plans + 1 + plan;
	char name[32], own[11];
	FILE *f;

	(void)snprintf(name, sizeof name, "plan/%d.rec", year);
	f = bench_make(folder, name);
	fprintf(f, "%%rec: Plan\n%%key: Id\n\nId: %s\nAr: %d\nRubrik: Handlingsplan %d\n\n%%rec: Atgard\n%%key: Id\n\n",
		id('P', plan, own), year, year);
	for (int n = (int)((long)plan * actions / plans); n < (int)((plan + 1L) * actions / plans); n++)
		bench_write_action(f, n, year);
	bench_done(f);
}

static void write_meeting(const char *folder, int n)
{
	char name[64], own[11], item[11];
	int year = LAST_YEAR - 9 + n / 4, month = 2 + n % 4 * 3;
	FILE *f;

	(void)snprintf(name, sizeof name, "moten/%d-%02d-10-%s.rec", year, month, id('M', n, own));
	f = bench_make(folder, name);
	fprintf(f,
		"%%rec: Mote\n%%key: Id\n\nId: %s\nNr: %d\nDatum: %d-%02d-10\nTyp: halvdag\nStatus: hallet\nRubrik: "
		"Möte %d\n\n",
		own, n + 1, year, month, n + 1);
	fprintf(f, "%%rec: Arende\n%%key: Id\n\n");
	for (int i = 0; i < 12; i++)
		fprintf(f, "Id: %s\nNr: %d\nRubrik: %s %s\n\n", id('D', n * 12 + i, item), i + 1, verbs[i % 6],
			things[(n + i) % 6]);
	bench_done(f);
}

void bench_folder(const char *path, int actions, int plans)
{
	FILE *f;

	bench_sub(path, "");
	bench_sub(path, "plan");
	bench_sub(path, "moten");
	f = bench_make(path, "rad.ini");
	fprintf(f, "[rad]\nformat = 1\nnamn = \"Bänkens råd\"\nregion = 20\n");
	bench_done(f);
	f = bench_make(path, "ledamoter.rec");
	fprintf(f, "%%rec: Ledamot\n%%key: Id\n\nId: S000000001\nGrupp: region\nRoll: ledamot\nOrganisation: Region "
		   "Dalarna\n");
	bench_done(f);
	for (int i = 0; i < plans; i++)
		write_plan(path, i, actions, plans);
	for (int i = 0; i < MEETINGS; i++)
		write_meeting(path, i);
}
