/* Gallring: a person's contact details go from everywhere they can be reached, and not a byte more. */
#include "faulty.h"
#include "folder_council.h"

#include "radsbord/store/disposal.h"
#include "radsbord/store/filters.h"
#include "radsbord/store/history.h"
#include "radsbord/store/local.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define HISTORY "historik/2026-11.rec"

/* `A` is Anna, who is to go; what stands for her is written with her name and addresses, or as it is to be. */
#define SEATS(who)                                                                                                                  \
	"# Anna Andersson är en annan\n%rec: Ledamot\n\nId: L1\nOrganisation: Flens kommun\n" who "Eget: kvar\nNot: Ring på måndagar\n\n" \
	"Id: L2\nOrganisation: Trosa kommun\nPerson: Anna Svensson-Berg\nEpost: anna.svensson@trosa.se\n"
#define PARTNERS(who)                                                                                                               \
	"%rec: Part\n\nId: P9\nNamn: Stiftelsen\n" who "\nId: P8\nNamn: Kommunen\nKontakt: Johanna Svensson, Anna Svensson-Berg, "   \
	"x.anna@flen.se, anna@flen.se.nu\n"
/* An address she had before, one on a record that is there no more, and another person's. */
#define PAST(name, first, now, gone, step)                                                                                          \
	"%rec: Handelse\n%type: Slag enum andrad ny borttagen\n%mandatory: Tid Slag Typ Post\n\n"                                     \
	"Tid: 2026-11-01T08:00:00Z\nSteg: " step "\nSlag: andrad\nTyp: Ledamot\nPost: L1\nFil: ledamoter.rec\nFalt: Person\nFran: Bo\n"  \
	"Till: " name "\nFalt: Epost\nFran: bo@flen.se\nTill: " first "\n\n"                                                          \
	"# en kommentar\nTid: 2026-11-02T08:00:00Z\nSlag: andrad\nTyp: Ledamot\nPost: L1\nFil: ledamoter.rec\nFalt: Epost\nFran: " first \
	"\nTill: " now "\n\n"                                                                                                         \
	"Tid: 2026-11-03T08:00:00Z\nSlag: borttagen\nTyp: Ombud\nPost: O1\nFil: ombud.rec\nFalt: Id\nFran: O1\nFalt: Person\nFran: " name \
	"\nFalt: Epost\nFran: " gone "\n\n"                                                                                           \
	"Tid: 2026-11-04T08:00:00Z\nSlag: andrad\nTyp: Atgard\nPost: A1\nFil: plan/2026.rec\nFalt: Ansvarig\nTill: Anna Svensson\n"

static const char seats[] = SEATS("Person: Anna  Svensson\nEpost: anna@flen.se\n");
static const char seats_after[] = SEATS("");
static const char partners[] = PARTNERS("Kontakt: Anna Svensson, 0157-123\n");
static const char partners_after[] = PARTNERS("");
static const char past[] = PAST("Anna Svensson", "a.s@gammal.se", "anna@flen.se", "ombudet@flen.se", "Flen: Anna Svensson");
static const char past_after[] = PAST("[gallrat]", "[gallrat]", "[gallrat]", "[gallrat]", "Flen: [gallrat]");
#define DRAFTS_HEAD "%rec: Utkast\n"
#define DRAFT_OF_HER "\nTid: 2025-06-01T08:00:00Z\nRubrik: Not\nFalt: Not\nText: Skriv till ombudet@flen.se\n"
#define DRAFT "\nTid: 2026-06-01T08:00:00Z\nRubrik: Annan\nFalt: Not\nText: Inget om någon\n"

struct world {
	struct scratch council, state;
	struct faulty faulty;
	struct folder *folder;
};

static void put_local(const struct world *w, const char *name, const char *text)
{
	struct local *l = local_open(io_system(), w->state.path, w->council.path, NULL);

	assert_non_null(l);
	assert_true(local_write(l, name, text, strlen(text), NULL));
	local_close(&l);
}

/* A text that an editor had when its session was killed. Its path, owned. */
static char *put_edited(const struct world *w, const char *folder, const char *text)
{
	struct local *l = local_open(io_system(), w->state.path, w->council.path, NULL);
	char *path = mem_printf("%s/%s", local_path(l), folder);
	FILE *f;

	local_close(&l);
	assert_int_equal(mkdir(path, 0700), 0);
	path = mem_realloc(path, strlen(path) + sizeof "/text.txt");
	strcat(path, "/text.txt");
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	return path;
}

/* The file in the first place on this machine, or NULL. Owned. */
static char *get_local(const struct world *w, const char *name)
{
	struct local *l = local_open(io_system(), w->state.path, w->council.path, NULL);
	struct buf b = {0};
	bool there = local_read(l, name, &b, NULL);

	local_close(&l);
	if (there)
		return b.data ? buf_detach(&b) : mem_strdup("");
	buf_release(&b);
	return NULL;
}

static void world_init(struct world *w)
{
	*w = (struct world){.folder = NULL};
	scratch_init(&w->state);
	faulty_init(&w->faulty);
	w->folder = council_open(&w->council, &w->faulty.io);
	scratch_puts(&w->council, "ledamoter.rec", seats);
	scratch_puts(&w->council, "parter.rec", partners);
	scratch_puts(&w->council, HISTORY, past);
	scratch_puts(&w->council, ".rb-salvage-a", "Text: a.s@gammal.se\n");
	scratch_puts(&w->council, ".rb-salvage-b", "Text: annan\n");
	put_local(w, LOCAL_UNDO, "%rec: Handelse\n\nLista: angra\nTill: ANNA SVENSSON\n");
	put_local(w, LOCAL_DRAFTS, DRAFTS_HEAD DRAFT_OF_HER DRAFT);
	folder_refresh(w->folder);
	w->faulty.calls = 0;
}

static void world_release(struct world *w)
{
	folder_close(&w->folder);
	scratch_release(&w->council);
	scratch_release(&w->state);
}

static bool look(struct world *w, struct disposal *d, struct error *e)
{
	return disposal_of_person(w->folder, w->state.path, "anna svensson", d, e);
}

/* Looks and does it; a lock that a kill cut short may be broken. */
static bool make(struct world *w, struct error *e)
{
	struct store_writer writer = council_writer();
	struct disposal d;
	bool ok = look(w, &d, e);

	writer.break_foreign = true;
	if (!ok)
		return false;
	ok = disposal_make(w->folder, w->state.path, &d, &writer, e);
	disposal_release(&d);
	return ok;
}

static size_t told(const struct disposal *d, bool goes, const char *file, const char *words)
{
	size_t n = 0;

	for (size_t i = 0; i < d->found.count; i++)
		n += d->found.items[i].goes == goes && strcmp(d->found.items[i].file, file) == 0 && strstr(d->found.items[i].text, words);
	return n;
}

/* None of it is left, and all else is as it was. */
static void expect_gone(const struct world *w)
{
	char *now;

	council_bytes(&w->council, "ledamoter.rec", seats_after);
	council_bytes(&w->council, "parter.rec", partners_after);
	council_bytes(&w->council, HISTORY, past_after);
	council_bytes(&w->council, "rad.ini", council_rad);
	council_bytes(&w->council, "plan/2026.rec", council_plan);
	assert_null(scratch_get(&w->council, ".rb-salvage-a", NULL));
	council_bytes(&w->council, ".rb-salvage-b", "Text: annan\n");
	assert_null(get_local(w, LOCAL_UNDO));
	now = get_local(w, LOCAL_DRAFTS);
	assert_non_null(strstr(now, "Inget om någon"));
	assert_null(strstr(now, "ombudet@flen.se"));
	free(now);
}

static void expect_as_before(const struct world *w)
{
	char *now = get_local(w, LOCAL_DRAFTS);

	council_bytes(&w->council, "ledamoter.rec", seats);
	council_bytes(&w->council, "parter.rec", partners);
	council_bytes(&w->council, HISTORY, past);
	council_bytes(&w->council, ".rb-salvage-a", "Text: a.s@gammal.se\n");
	assert_string_equal(now, DRAFTS_HEAD DRAFT_OF_HER DRAFT);
	free(now);
}

static void test_everywhere_and_no_more(void **state)
{
	/* From records, history, undo, drafts and salvage, also under addresses that only the history knows; not another person of
	 * nearly the same name, nor who answers for an action. The history says that it was done, not what was there. */
	static const char *const files[] = {"ledamoter.rec", "parter.rec", HISTORY, "historik/2027-01.rec"};
	struct world w;
	struct error e = {0};
	char *log;

	(void)state;
	world_init(&w);
	char *hers = put_edited(&w, "redigera-a1", "Ring Anna Svensson\n"), *other = put_edited(&w, "redigera-b2", "Ring någon annan\n");
	if (!make(&w, &e))
		fail_msg("%s %s", e.file, e.text);
	expect_gone(&w);
	assert_int_equal(access(hers, F_OK), -1);
	assert_int_equal(access(other, F_OK), 0);
	free(hers);
	free(other);
	log = scratch_get(&w.council, "historik/2027-01.rec", NULL);
	assert_non_null(strstr(log, "Steg: Gallring av kontaktuppgifter\n"));
	assert_non_null(strstr(log, "Post: L1\nFil: ledamoter.rec\nFalt: Person\nFran: [gallrat]\nFalt: Epost\nFran: [gallrat]\n"));
	assert_null(strstr(log, "nna"));
	free(log);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *command = mem_printf("recfix '%s/%s'", w.council.path, files[i]);

		assert_int_equal(system(command), 0);
		free(command);
	}
	world_release(&w);
}

static void test_the_same_month(void **state)
{
	/* The line that tells of it joins the very part of the history that is rewritten. */
	struct world w;
	struct error e = {0};
	char *now;

	(void)state;
	world_init(&w);
	assert_int_equal(unlinkat(w.council.dir, HISTORY, 0), 0);
	scratch_puts(&w.council, "historik/2027-01.rec", past);
	assert_true(make(&w, &e));
	now = scratch_get(&w.council, "historik/2027-01.rec", NULL);
	assert_memory_equal(now, past_after, strlen(past_after));
	assert_non_null(strstr(now + strlen(past_after), "Gallring av kontaktuppgifter"));
	free(now);
	world_release(&w);
}

static void test_preview(void **state)
{
	/* It tells file and line of what goes, and what stays and why; nothing is changed by looking. */
	struct world w;
	struct disposal d;
	struct error e = {0};

	(void)state;
	world_init(&w);
	scratch_puts(&w.council, "protokoll/2026-01-01.txt", "Närvarande: Anna Svensson\n");
	scratch_puts(&w.council, "plan/2026.sync-conflict-1.rec", "Ansvarig: Anna Svensson\n");
	scratch_puts(&w.council, "ombud.rec", "# Anna Svensson slutade\n%rec: Ombud\n\nId: O2\nPlats: 0482\nNot: Efter Anna Svensson.\n");
	assert_int_equal(mkdirat(w.council.dir, ".git", 0700), 0);
	folder_refresh(w.folder);
	if (!look(&w, &d, &e))
		fail_msg("%s", e.text);
	assert_int_equal(told(&d, true, "ledamoter.rec", "Person Anna  Svensson"), 1);
	assert_int_equal(told(&d, true, "ledamoter.rec", "E-post anna@flen.se"), 1);
	assert_int_equal(told(&d, true, "parter.rec", "Kontakt"), 1);
	assert_int_equal(told(&d, true, HISTORY, "7 värden blir [gallrat]"), 1);
	assert_int_equal(told(&d, true, ".rb-salvage-a", "hela filen"), 1);
	assert_int_equal(told(&d, true, "lokalt/1/angra.rec", "hela listan"), 1);
	assert_int_equal(told(&d, true, "lokalt/1/utkast.rec", "Utkast: Not"), 1);
	assert_int_equal(d.going, 7);
	assert_int_equal(told(&d, false, "ledamoter.rec", "läs den"), 1);
	assert_int_equal(told(&d, false, HISTORY, "i 1 andra text"), 1);
	assert_int_equal(told(&d, false, "protokoll/2026-01-01.txt", "lämnas som det är"), 1);
	assert_int_equal(told(&d, false, "plan/2026.sync-conflict-1.rec", "rensa"), 1);
	assert_int_equal(told(&d, false, "ombud.rec", "står i Not"), 1);
	assert_int_equal(told(&d, false, ".git", "äldre versioner"), 1);
	disposal_release(&d);
	expect_as_before(&w);
	world_release(&w);
}

static void test_filters_that_name_her_go(void **state)
{
	/* A filter that is kept and looks for the person goes, those of others stay. */
	struct world w;
	struct disposal d;
	struct kept_filters kept = {0};
	struct error e = {0};

	(void)state;
	world_init(&w);
	assert_true(filters_change(io_system(), w.state.path, w.council.path, "Atgard", NULL, "Hennes", "ansvarig:\"Anna Svensson\"", &kept, &e));
	assert_true(filters_change(io_system(), w.state.path, w.council.path, "Atgard", NULL, "Sena", "försenad", &kept, &e));
	if (!look(&w, &d, &e))
		fail_msg("%s", e.text);
	assert_int_equal(told(&d, true, "lokalt/filter.rec", "Filter: Hennes"), 1);
	disposal_release(&d);
	if (!make(&w, &e))
		fail_msg("%s", e.text);
	assert_true(filters_read(io_system(), w.state.path, w.council.path, &kept, &e));
	assert_int_equal(kept.count, 1);
	assert_string_equal(kept.items[0].name, "Sena");
	kept_filters_release(&kept);
	world_release(&w);
}

static void test_backups_are_named(void **state)
{
	/* Archives beside the folder are named; gallring does not touch them. */
	struct world w;
	struct disposal d;
	char *path;

	(void)state;
	world_init(&w);
	for (int half = 0; half < 2; half++) {
		path = mem_printf("%s-2026-01-01-120000.tar%s", w.council.path, half ? ".del" : "");
		FILE *f = fopen(path, "w");
		assert_non_null(f);
		fclose(f);
		assert_true(look(&w, &d, NULL));
		assert_int_equal(told(&d, false, path, "gallringen inte når"), 1);
		disposal_release(&d);
		assert_int_equal(access(path, F_OK), 0);
		assert_int_equal(unlink(path), 0);
		free(path);
	}
	assert_true(make(&w, NULL));
	world_release(&w);
}

static void test_nobody(void **state)
{
	/* A name that is nowhere, a part of one, and none. */
	static const char *const names[] = {"Eva Ek", "Anna", "Svensson", "a.s@gammal"};
	struct world w;
	struct disposal d;
	struct error e = {0};

	(void)state;
	world_init(&w);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_true(disposal_of_person(w.folder, NULL, names[i], &d, &e));
		/* a part of a name is no person's, but the partner's contact text has it as a word */
		assert_int_equal(told(&d, true, "ledamoter.rec", ""), 0);
		disposal_release(&d);
	}
	assert_false(disposal_of_person(w.folder, NULL, " ", &d, &e));
	assert_int_equal(e.code, ERROR_USAGE);
	world_release(&w);
}

static void test_refuses(void **state)
{
	/* What cannot be changed whole is not begun: a damaged history or file of records that names her, a newer format, a save that
	 * is not carried out, a session that runs on this machine. */
	static const struct {
		const char *file, *text;
		enum error_code code;
	} rows[] = {
		{HISTORY, "inget fält Anna Svensson\n", ERROR_READONLY},
		{"ledamoter.rec", "%rec: Ledamot\n\nId: L1\nPerson: Anna Svensson\ninget fält\n", ERROR_READONLY},
		{"rad.ini", "[rad]\nformat = 2\nnamn = Prov\nregion = 04\n", ERROR_READONLY},
		{".rb-commit-x", "ingen lista\n", ERROR_LOCKED},
	};
	struct world w;
	struct local *running;
	struct error e = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		world_init(&w);
		scratch_puts(&w.council, rows[i].file, rows[i].text);
		folder_refresh(w.folder);
		error_clear(&e);
		assert_false(make(&w, &e));
		if (e.code != rows[i].code || e.text[strlen(e.text) - 1] != '.')
			fail_msg("row %zu: %d %s", i, e.code, e.text);
		council_bytes(&w.council, "parter.rec", partners);
		council_bytes(&w.council, ".rb-salvage-a", "Text: a.s@gammal.se\n");
		world_release(&w);
	}
	world_init(&w);
	running = local_open(io_system(), w.state.path, w.council.path, NULL);
	assert_false(make(&w, &e));
	assert_int_equal(e.code, ERROR_LOCKED);
	local_close(&running);
	expect_as_before(&w);
	world_release(&w);
}

static void test_left_out(void **state)
{
	/* A seat that the program cannot show, for it lacks what it must have, is in the file all the same. */
	struct world w;
	struct error e = {0};

	(void)state;
	world_init(&w);
	scratch_puts(&w.council, "ledamoter.rec", "%rec: Ledamot\n\nId: L1\nPerson: Anna Svensson\nEpost: ny@flen.se\nEget: kvar\n");
	folder_refresh(w.folder);
	assert_true(make(&w, &e));
	council_bytes(&w.council, "ledamoter.rec", "%rec: Ledamot\n\nId: L1\nEget: kvar\n");
	world_release(&w);
}

static void test_changed_since(void **state)
{
	/* What somebody wrote between looking and doing is not lost: it is not done, and is to be looked at again. */
	struct store_writer writer = council_writer();
	struct world w;
	struct disposal d;
	struct error e = {0};
	char *text = council_replaced(seats, "Eget: kvar", "Eget: nytt");

	(void)state;
	world_init(&w);
	assert_true(look(&w, &d, &e));
	scratch_puts(&w.council, "ledamoter.rec", text);
	assert_false(disposal_make(w.folder, w.state.path, &d, &writer, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	council_bytes(&w.council, "ledamoter.rec", text);
	council_bytes(&w.council, HISTORY, past);
	disposal_release(&d);
	world_release(&w);
	free(text);
	world_init(&w);
	assert_true(look(&w, &d, &e));
	put_local(&w, LOCAL_DRAFTS, DRAFTS_HEAD DRAFT_OF_HER DRAFT DRAFT);
	error_clear(&e);
	assert_false(disposal_make(w.folder, w.state.path, &d, &writer, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	text = get_local(&w, LOCAL_DRAFTS);
	assert_string_equal(text, DRAFTS_HEAD DRAFT_OF_HER DRAFT DRAFT);
	free(text);
	disposal_release(&d);
	world_release(&w);
}

static void test_year(void **state)
{
	/* A year's drafts by the day they were typed; salvage and undo lists by when they were last changed. */
	struct store_writer writer = council_writer();
	struct world w;
	struct disposal d;
	struct error e = {0};
	struct timespec times[2] = {{.tv_sec = 1750000000}, {.tv_sec = 1750000000}}; /* June 2025 */
	char *now;

	(void)state;
	world_init(&w);
	assert_int_equal(utimensat(w.council.dir, ".rb-salvage-b", times, 0), 0);
	assert_true(disposal_of_year(w.folder, w.state.path, 2025, &d, &e));
	assert_int_equal(d.going, 2);
	assert_int_equal(told(&d, true, "lokalt/1/utkast.rec", "Utkast: Not"), 1);
	assert_int_equal(told(&d, true, ".rb-salvage-b", ""), 1);
	assert_true(disposal_make(w.folder, w.state.path, &d, &writer, &e));
	disposal_release(&d);
	assert_null(scratch_get(&w.council, ".rb-salvage-b", NULL));
	council_bytes(&w.council, ".rb-salvage-a", "Text: a.s@gammal.se\n");
	council_bytes(&w.council, "ledamoter.rec", seats);
	council_bytes(&w.council, HISTORY, past);
	now = get_local(&w, LOCAL_DRAFTS);
	assert_non_null(strstr(now, "Rubrik: Annan"));
	assert_null(strstr(now, "Rubrik: Not"));
	free(now);
	now = get_local(&w, LOCAL_UNDO);
	assert_non_null(now);
	free(now);
	world_release(&w);
}

/* After whatever happened: records and history both or neither, nothing else touched; and doing it again completes it. */
static void expect_completes(struct world *w, long at)
{
	struct store_writer writer = council_writer();
	struct error e = {0};
	char *now_seats, *now_past;

	w->faulty.at = 0;
	writer.break_foreign = true;
	assert_true(store_recover(io_system(), w->council.dir, &writer, NULL, NULL));
	folder_refresh(w->folder);
	now_seats = scratch_get(&w->council, "ledamoter.rec", NULL);
	now_past = scratch_get(&w->council, HISTORY, NULL);
	if ((strcmp(now_seats, seats) == 0) != (strcmp(now_past, past) == 0))
		fail_msg("call %ld: half", at);
	free(now_seats);
	free(now_past);
	if (!make(w, &e))
		fail_msg("call %ld: not again: %s", at, e.text);
	expect_gone(w);
	council_bytes(&w->council, "rad.ini", council_rad);
}

static void test_each_call_fails(void **state)
{
	(void)state;
	for (int for_ever = 0; for_ever < 2; for_ever++) {
		bool over = false;

		for (long at = 1; !over; at++) {
			struct world w;
			struct error e = {0};

			world_init(&w);
			w.faulty.at = at;
			w.faulty.for_ever = for_ever;
			bool ok = make(&w, &e);
			over = w.faulty.calls < at;
			if (ok != (e.code == ERROR_NONE))
				fail_msg("call %ld: %d %s", at, ok, e.text);
			expect_completes(&w, at);
			world_release(&w);
		}
	}
}

static void test_killed_at_each_call(void **state)
{
	bool over = false;

	(void)state;
	for (long at = 1; !over; at++) {
		struct world w;
		int status;
		pid_t pid;

		world_init(&w);
		pid = fork();
		if (pid == 0) {
			w.faulty.at = at;
			w.faulty.kill = true;
			_exit(make(&w, NULL) ? 0 : 1);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		over = WIFEXITED(status) && WEXITSTATUS(status) == 0;
		assert_true(over || WEXITSTATUS(status) == FAULTY_KILLED);
		expect_completes(&w, at);
		world_release(&w);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_everywhere_and_no_more),
		cmocka_unit_test(test_the_same_month),
		cmocka_unit_test(test_preview),
		cmocka_unit_test(test_filters_that_name_her_go), cmocka_unit_test(test_backups_are_named),
		cmocka_unit_test(test_nobody),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_left_out),
		cmocka_unit_test(test_changed_since),
		cmocka_unit_test(test_year),
		cmocka_unit_test(test_each_call_fails),
		cmocka_unit_test(test_killed_at_each_call),
	};
	return cmocka_run_group_tests_name("store/disposal", tests, NULL, NULL);
}
