/* test_session.c - the session: every edit is saved, seen, undone and redone, and nothing is lost when that fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "radsbord/app/command.h"
#include "radsbord/app/session.h"
#include "store/faulty.h"
#include "store/scratch.h"
#include "support/stopper.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN "plan/2019.rec"
#define PLAN_PATH "rad/plan/2019.rec"
/* 2026-11-24, half past nine in the morning in Sweden. */
#define NOW INT64_C(1795509000)

/* A session on a copy of the example council, on a disk that can be made to fail. */
struct world {
	struct scratch scratch;
	struct faulty faulty;
	int64_t now;
	uint64_t random;
	struct session *session;
	struct stopper stopper;
};

static int64_t world_utc(void *ctx)
{
	return ((struct world *)ctx)->now;
}

static int64_t world_mono(void *ctx)
{
	(void)ctx;
	return 0;
}

/* xorshift64: the same Ids in every run. */
static void world_random(void *ctx, void *bytes, size_t n)
{
	struct world *w = ctx;
	for (size_t i = 0; i < n; i++) {
		w->random ^= w->random << 13;
		w->random ^= w->random >> 7;
		w->random ^= w->random << 17;
		((unsigned char *)bytes)[i] = (unsigned char)(w->random >> 32);
	}
}

static struct session *open_session(struct world *w, const char *council, struct error *e)
{
	struct session_options o = {
		.data_dir = "data",
		.config_dir = "config",
		.council_path = council,
		.io = &w->faulty.io,
		.clock = {world_utc, world_mono, w},
		.random = world_random,
		.random_ctx = w,
		.user = "prov",
		.host = "provdator",
		.work = &w->stopper.work,
	};
	return session_open(&o, e);
}

static void world_open(struct world *w)
{
	struct error e = {0};
	*w = (struct world){.now = NOW, .random = 20261124};
	scratch_init(&w->scratch);
	faulty_init(&w->faulty);
	stopper_init(&w->stopper, 0);
	char *path = mem_printf("%s/rad", w->scratch.path);
	if (!folder_copy_example("data/exempel/sormland", path, io_system(), &e))
		fail_msg("%s", e.text);
	w->session = open_session(w, path, &e);
	if (!w->session)
		fail_msg("%s", e.text);
	free(path);
}

static void world_close(struct world *w)
{
	session_close(&w->session);
	assert_null(w->session);
	scratch_release(&w->scratch);
}

static const struct action *action_nr(const struct world *w, int64_t nr)
{
	const struct records *r = session_model(w->session)->council;
	for (size_t i = 0; i < records_count(r, RECORD_ACTION); i++)
		if (records_action(r, i)->nr == nr)
			return records_action(r, i);
	fail_msg("there is no action %d", (int)nr);
	return NULL;
}

static void apply(struct world *w, struct changes *c)
{
	struct error e = {0};
	if (!session_apply(w->session, c, &e))
		fail_msg("%s: %s", e.file, e.text);
	assert_int_equal(c->count, 0);
	assert_null(c->items);
}

static void undo(struct world *w)
{
	struct error e = {0};
	if (!session_undo(w->session, &e))
		fail_msg("%s: %s", e.file, e.text);
}

static void redo(struct world *w)
{
	struct error e = {0};
	if (!session_redo(w->session, &e))
		fail_msg("%s: %s", e.file, e.text);
}

static char *plan_bytes(const struct world *w)
{
	char *bytes = scratch_get(&w->scratch, PLAN_PATH, NULL);
	assert_non_null(bytes);
	return bytes;
}

static void expect_plan(const struct world *w, const char *wanted)
{
	char *now = plan_bytes(w);
	assert_string_equal(now, wanted);
	free(now);
}

static bool plan_has(const struct world *w, const char *text)
{
	char *now = plan_bytes(w);
	bool has = strstr(now, text) != NULL;
	free(now);
	return has;
}

static void expect_sentence(const struct error *e)
{
	assert_true(e->code != ERROR_NONE);
	assert_true(strlen(e->text) > 10);
}

/* ---- opening -------------------------------------------------------------------- */

static void test_open(void **state)
{
	/* The example council opens: its settings, its fourteen activities, the figures of its region, the day of the clock. */
	struct world w;
	(void)state;
	world_open(&w);
	const struct model *m = session_model(w.session);
	assert_true(m->settings->practice);
	assert_string_equal(m->settings->region, "04");
	assert_int_equal(records_count(m->council, RECORD_ACTION), 14);
	assert_non_null(m->set);
	assert_int_equal(reference_regions(m->reference, NULL, 0), 21);
	assert_int_equal(date_cmp(m->today, (struct date){2026, 11, 24}), 0);
	assert_int_equal(date_cmp(session_today(w.session), m->today), 0);
	assert_int_equal(session_needs_met(w.session), NEED_COUNCIL | NEED_WRITABLE);
	assert_string_equal(session_plan_file(w.session), PLAN);
	assert_int_equal(session_saved_at(w.session), 0);
	assert_null(session_undo_title(w.session));
	assert_null(session_redo_title(w.session));
	session_ask(w.session, 2023, INDIKATOR_DEMAND);
	assert_int_equal(m->year, 2023);
	assert_int_equal(m->criteria, INDIKATOR_DEMAND);
	world_close(&w);
}

static void test_nothing_overdue(void **state)
{
	/* The standing activities of 2019 have no date: seven years later nothing of them is overdue. */
	struct world w;
	(void)state;
	world_open(&w);
	for (int64_t nr = 1; nr <= 14; nr++)
		assert_false(action_is_overdue(action_nr(&w, nr), session_today(w.session)));
	world_close(&w);
}

static void test_without_council(void **state)
{
	/* Without a council the figures are there, and an edit is refused by a sentence. */
	struct world w = {.now = NOW, .random = 1};
	struct changes c = {0};
	struct error e = {0};
	struct action a = {.head = {.id = "A1", .file = PLAN}};
	(void)state;
	scratch_init(&w.scratch);
	faulty_init(&w.faulty);
	w.session = open_session(&w, NULL, &e);
	assert_non_null(w.session);
	assert_null(session_model(w.session)->council);
	assert_null(session_model(w.session)->settings);
	assert_null(session_folder(w.session));
	assert_null(session_plan_file(w.session));
	assert_int_equal(session_needs_met(w.session), 0);
	assert_false(session_refresh(w.session));
	changes_set_text(&c, RECORD_ACTION, &a.head, "Ansvarig", "Ek");
	assert_false(session_apply(w.session, &c, &e));
	assert_string_equal(e.text, command_refusal(NEED_COUNCIL));
	assert_null(session_undo_title(w.session));
	world_close(&w);
}

static void test_open_fails(void **state)
{
	/* No national data, and a folder that is no council: no session, and a sentence. */
	struct world w = {.now = NOW, .random = 1};
	struct error e = {0};
	struct session_options o = {.data_dir = "finns/inte", .config_dir = "config", .io = &w.faulty.io,
	                            .clock = {world_utc, world_mono, &w}, .random = world_random, .random_ctx = &w,
	                            .user = "prov", .host = "provdator"};
	(void)state;
	scratch_init(&w.scratch);
	faulty_init(&w.faulty);
	assert_null(session_open(&o, &e));
	expect_sentence(&e);
	error_clear(&e);
	assert_null(open_session(&w, w.scratch.path, &e));
	expect_sentence(&e);
	world_close(&w);
}

/* ---- edits ---------------------------------------------------------------------- */

static void edit_status(struct world *w, struct changes *c)
{
	action_set_status(c, action_nr(w, 3), ACTION_DONE, session_today(w->session));
}

static void edit_due(struct world *w, struct changes *c)
{
	action_set_due(c, action_nr(w, 4), (struct date){2027, 2, 4});
}

static void edit_owner(struct world *w, struct changes *c)
{
	action_set_owner(c, action_nr(w, 5), "Rådets ordförande");
}

static void edit_note(struct world *w, struct changes *c)
{
	action_add_note(c, action_nr(w, 5), "Tre platser är vakanta.\nFråga kommunerna.", session_today(w->session));
}

static void edit_drop(struct world *w, struct changes *c)
{
	action_add_note(c, action_nr(w, 6), "Görs av RCC.", session_today(w->session));
	action_set_status(c, action_nr(w, 6), ACTION_DROPPED, session_today(w->session));
}

static void edit_from_gap(struct world *w, struct changes *c)
{
	const struct model *m = session_model(w->session);
	char id[SESSION_ID_SIZE];
	session_new_id(w->session, id);
	action_from_gap(c, records_gap(m->national, 0), NULL, id, action_next_nr(m->council), session_plan_file(w->session));
}

static void edit_meeting(struct world *w, struct changes *c)
{
	char ids[AGENDA_DEFAULT + 1][SESSION_ID_SIZE];
	const char *items[AGENDA_DEFAULT];
	struct meeting m;
	for (size_t i = 0; i <= AGENDA_DEFAULT; i++)
		session_new_id(w->session, ids[i]);
	for (size_t i = 0; i < AGENDA_DEFAULT; i++)
		items[i] = ids[i];
	record_init(record_type(RECORD_MEETING), &m);
	m.head.id = ids[AGENDA_DEFAULT];
	m.date = (struct date){2027, 2, 4};
	char *file = mem_printf("moten/2027-02-04-%s.rec", m.head.id);
	struct agenda agenda = {0};
	agenda_make(NULL, NULL, false, &agenda);
	meeting_add(c, &m, file, &agenda, items);
	agenda_release(&agenda);
	free(file);
}

/* Edits of all kinds, in two files; each is one step. */
static void (*const edits[])(struct world *, struct changes *) = {
	edit_status, edit_due, edit_owner, edit_note, edit_drop, edit_from_gap, edit_meeting};
#define EDITS (sizeof edits / sizeof *edits)

static void test_status(void **state)
{
	/* A new status is in the file and in the model at once, with its day, and the time of saving is told. */
	struct world w;
	struct changes c = {0};
	(void)state;
	world_open(&w);
	edit_status(&w, &c);
	apply(&w, &c);
	assert_true(plan_has(&w, "Rubrik: Skapa samverkan med närliggande verksamheter, till exempel anhörigstöd\n"
	                         "Klart: 2026-11-24\nStatus: klar\n"));
	assert_int_equal(action_nr(&w, 3)->status, ACTION_DONE);
	assert_int_equal(date_cmp(action_nr(&w, 3)->done, (struct date){2026, 11, 24}), 0);
	assert_int_equal(session_saved_at(w.session), NOW);
	assert_string_equal(session_undo_title(w.session), "Aktivitet 3: klar");
	world_close(&w);
}

static void test_date_owner_note(void **state)
{
	/* Date, owner and a note of two lines are in the file and in the model. */
	struct world w;
	struct changes c = {0};
	(void)state;
	world_open(&w);
	edit_due(&w, &c);
	apply(&w, &c);
	edit_owner(&w, &c);
	apply(&w, &c);
	edit_note(&w, &c);
	apply(&w, &c);
	assert_true(plan_has(&w, "Klart_senast: 2027-02-04\n"));
	assert_true(plan_has(&w, "Ansvarig: Rådets ordförande\n"));
	assert_true(plan_has(&w, "Anteckning: 2026-11-24 Tre platser är vakanta.\n+ Fråga kommunerna.\n"));
	assert_int_equal(date_cmp(action_nr(&w, 4)->due, (struct date){2027, 2, 4}), 0);
	assert_string_equal(action_nr(&w, 5)->owner, "Rådets ordförande");
	assert_int_equal(action_nr(&w, 5)->notes.count, 1);
	assert_string_equal(action_nr(&w, 5)->notes.items[0], "2026-11-24 Tre platser är vakanta.\nFråga kommunerna.");
	world_close(&w);
}

static void test_empty_step(void **state)
{
	/* A step without changes is done without touching the disk, and is nothing to undo. */
	struct world w;
	struct changes c = {0};
	(void)state;
	world_open(&w);
	char *before = plan_bytes(&w);
	action_set_status(&c, action_nr(&w, 3), ACTION_STANDING, session_today(w.session));
	w.faulty.calls = 0;
	apply(&w, &c);
	assert_int_equal(w.faulty.calls, 0);
	assert_null(session_undo_title(w.session));
	assert_int_equal(session_saved_at(w.session), 0);
	expect_plan(&w, before);
	free(before);
	world_close(&w);
}

static void test_from_gap(void **state)
{
	/* An action of a gap is in the plan with its number and its link, and the gap knows it. */
	struct world w;
	struct changes c = {0};
	size_t at = 0;
	(void)state;
	world_open(&w);
	const char *gap = records_gap(session_model(w.session)->national, 0)->head.id;
	edit_from_gap(&w, &c);
	apply(&w, &c);
	const struct records *r = session_model(w.session)->council;
	assert_int_equal(records_count(r, RECORD_ACTION), 15);
	assert_int_equal(actions_for_gap(r, gap, &at, 1), 1);
	assert_int_equal(records_action(r, at)->nr, 15);
	assert_int_equal(records_action(r, at)->kind, ACTION_TASK);
	assert_string_equal(records_action(r, at)->head.file, PLAN);
	world_close(&w);
}

static void test_meeting(void **state)
{
	/* A new meeting is a file of its own with its agenda, found by the rules that look for the next. */
	struct world w;
	struct changes c = {0};
	(void)state;
	world_open(&w);
	assert_null(meeting_next(session_model(w.session)->council, session_today(w.session)));
	edit_meeting(&w, &c);
	apply(&w, &c);
	const struct meeting *m = meeting_next(session_model(w.session)->council, session_today(w.session));
	assert_non_null(m);
	assert_int_equal(date_cmp(m->date, (struct date){2027, 2, 4}), 0);
	assert_int_equal(records_count(session_model(w.session)->council, RECORD_ITEM), AGENDA_DEFAULT);
	char *name = mem_printf("rad/%s", m->head.file);
	char *bytes = scratch_get(&w.scratch, name, NULL);
	assert_non_null(bytes);
	assert_non_null(strstr(bytes, "Datum: 2027-02-04\n"));
	free(bytes);
	free(name);
	world_close(&w);
}

/* ---- undo and redo -------------------------------------------------------------- */

static void test_undo_redo_bytes(void **state)
{
	/* Undo after undo across records and files gives back each state to the byte, and redo after redo each later one. */
	struct world w;
	char *states[EDITS + 1];
	(void)state;
	world_open(&w);
	states[0] = plan_bytes(&w);
	for (size_t i = 0; i < EDITS; i++) {
		struct changes c = {0};
		edits[i](&w, &c);
		apply(&w, &c);
		states[i + 1] = plan_bytes(&w);
	}
	for (int round = 0; round < 3; round++) {
		for (size_t i = EDITS; i-- > 0;) {
			undo(&w);
			expect_plan(&w, states[i]);
		}
		assert_null(session_undo_title(w.session));
		assert_int_equal(records_count(session_model(w.session)->council, RECORD_ITEM), 0);
		assert_int_equal(records_count(session_model(w.session)->council, RECORD_MEETING), 1);
		assert_int_equal(records_count(session_model(w.session)->council, RECORD_ACTION), 14);
		for (size_t i = 0; i < EDITS; i++) {
			redo(&w);
			expect_plan(&w, states[i + 1]);
		}
		assert_null(session_redo_title(w.session));
		assert_int_equal(records_count(session_model(w.session)->council, RECORD_ITEM), AGENDA_DEFAULT);
	}
	for (size_t i = 0; i <= EDITS; i++)
		free(states[i]);
	world_close(&w);
}

static void test_undo_titles(void **state)
{
	/* The next step to undo and to redo is named; a new edit leaves nothing to redo; an empty list says so. */
	struct world w;
	struct changes c = {0};
	struct error e = {0};
	(void)state;
	world_open(&w);
	assert_false(session_undo(w.session, &e));
	assert_string_equal(e.text, "Det finns inget att ångra.");
	edit_status(&w, &c);
	apply(&w, &c);
	edit_due(&w, &c);
	apply(&w, &c);
	assert_string_equal(session_undo_title(w.session), "Aktivitet 4: ny tid");
	undo(&w);
	assert_string_equal(session_undo_title(w.session), "Aktivitet 3: klar");
	assert_string_equal(session_redo_title(w.session), "Aktivitet 4: ny tid");
	edit_owner(&w, &c);
	apply(&w, &c);
	assert_null(session_redo_title(w.session));
	assert_false(session_redo(w.session, &e));
	assert_string_equal(e.text, "Det finns inget att göra om.");
	world_close(&w);
}

/* What somebody does in an editor: the first `from` in the plan becomes `to`. */
static void edit_outside(const struct world *w, const char *from, const char *to)
{
	char *now = plan_bytes(w);
	char *at = strstr(now, from);
	assert_non_null(at);
	char *made = mem_printf("%.*s%s%s", (int)(at - now), now, to, at + strlen(from));
	scratch_puts(&w->scratch, PLAN_PATH, made);
	free(now);
	free(made);
}

static void test_undo_after_outside_edit(void **state)
{
	/* When somebody else has changed the same field, undo refuses with a sentence; their words stay, and so does the step. */
	struct world w;
	struct changes c = {0};
	struct error e = {0};
	(void)state;
	world_open(&w);
	edit_owner(&w, &c);
	apply(&w, &c);
	edit_outside(&w, "Ansvarig: Rådets ordförande", "Ansvarig: Eskilstuna kommun");
	char *theirs = plan_bytes(&w);
	assert_false(session_undo(w.session, &e));
	assert_int_equal(e.code, ERROR_CONFLICT);
	assert_non_null(strstr(e.text, "Eskilstuna kommun"));
	assert_string_equal(e.file, PLAN);
	expect_plan(&w, theirs);
	assert_string_equal(action_nr(&w, 5)->owner, "Eskilstuna kommun");
	assert_string_equal(session_undo_title(w.session), "Aktivitet 5: ansvarig");
	assert_null(session_redo_title(w.session));
	edit_outside(&w, "Ansvarig: Eskilstuna kommun", "Ansvarig: Rådets ordförande");
	undo(&w);
	assert_null(action_nr(&w, 5)->owner);
	free(theirs);
	world_close(&w);
}

static void test_undo_beside_outside_edit(void **state)
{
	/* An outside edit of another record, or of a comment, is no hindrance, and is kept. */
	struct world w;
	struct changes c = {0};
	(void)state;
	world_open(&w);
	edit_owner(&w, &c);
	apply(&w, &c);
	edit_outside(&w, "Rubrik: Ordna utbildning i palliativ vård", "Rubrik: Ordna två utbildningar");
	edit_outside(&w, "# Övningsdata", "# Vår egen rad\n# Övningsdata");
	undo(&w);
	assert_null(action_nr(&w, 5)->owner);
	assert_true(plan_has(&w, "Rubrik: Ordna två utbildningar\n"));
	assert_true(plan_has(&w, "# Vår egen rad\n"));
	assert_string_equal(action_nr(&w, 1)->title, "Ordna två utbildningar");
	world_close(&w);
}

static void test_apply_on_old_value(void **state)
{
	/* An edit made from a value that is no longer there is refused; the model shows what is there now. */
	struct world w;
	struct changes c = {0};
	struct error e = {0};
	(void)state;
	world_open(&w);
	edit_owner(&w, &c);
	edit_outside(&w, "Rubrik: Fortsätta arbeta för att rådets representation blir komplett\n",
	             "Rubrik: Fortsätta arbeta för att rådets representation blir komplett\nAnsvarig: Flens kommun\n");
	char *theirs = plan_bytes(&w);
	assert_false(session_apply(w.session, &c, &e));
	assert_int_equal(c.count, 0);
	expect_sentence(&e);
	expect_plan(&w, theirs);
	assert_string_equal(action_nr(&w, 5)->owner, "Flens kommun");
	assert_null(session_undo_title(w.session));
	free(theirs);
	world_close(&w);
}

static void test_refresh(void **state)
{
	/* What changes outside is read when asked for; a broken record is reported and hides no other. */
	struct world w;
	(void)state;
	world_open(&w);
	assert_false(session_refresh(w.session));
	edit_outside(&w, "Rubrik: Vara remissinstans för palliativ vård", "Rubrik: Vara remissinstans");
	assert_true(session_refresh(w.session));
	assert_string_equal(action_nr(&w, 12)->title, "Vara remissinstans");
	assert_false(session_refresh(w.session));
	edit_outside(&w, "Nr: 12\nSlag: aktivitet", "Nr: 12\nSlag: nonsens");
	assert_true(session_refresh(w.session));
	assert_int_equal(records_count(session_model(w.session)->council, RECORD_ACTION), 14);
	assert_true(diagnostics_count(folder_diagnostics(session_folder(w.session)), DIAGNOSTIC_FAULT) > 0);
	world_close(&w);
}

static void test_own_gap_counts(void **state)
{
	/* A gap of the council's own, written by hand while the program runs, counts in the verdicts; a wrong one is said. */
	struct world w;
	(void)state;
	world_open(&w);
	size_t before = session_diagnostics(w.session)->count;
	scratch_puts(&w.scratch, "rad/saknas.rec", "%rec: Brist\n\nId: EGEN000001\nRegion: 04\nTjanst: jourlinje\nGrad: saknas\n"
	                                           "Text: Ingen jourlinje nattetid.\nPlats: 9999\n");
	assert_true(session_refresh(w.session));
	assert_int_equal(session_diagnostics(w.session)->count, before + 1);
	scratch_puts(&w.scratch, "rad/saknas.rec", "%rec: Brist\n\nId: EGEN000001\nRegion: 04\nTjanst: jourlinje\nGrad: saknas\n"
	                                           "Text: Ingen jourlinje nattetid.\nPlats: 0484\n");
	assert_true(session_refresh(w.session));
	assert_int_equal(session_diagnostics(w.session)->count, before);
	assert_non_null(model_gap(session_model(w.session), "EGEN000001"));
	world_close(&w);
}

/* ---- clock, Ids, disk ----------------------------------------------------------- */

static void test_day_turns(void **state)
{
	/* A session left open over midnight knows the new day. */
	struct world w;
	(void)state;
	world_open(&w);
	w.now += 24 * 3600;
	session_refresh(w.session);
	assert_int_equal(date_cmp(session_model(w.session)->today, (struct date){2026, 11, 25}), 0);
	world_close(&w);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void test_new_ids(void **state)
{
	/* New Ids are ten characters of Crockford's base32, the first a letter, and differ; the same randomness gives the same ones. */
	enum { MANY = 2000 };
	static char ids[MANY][SESSION_ID_SIZE];
	char again[SESSION_ID_SIZE], first[SESSION_ID_SIZE];
	struct world w;
	(void)state;
	world_open(&w);
	w.random = 42;
	for (size_t i = 0; i < MANY; i++) {
		session_new_id(w.session, ids[i]);
		assert_int_equal(strlen(ids[i]), 10);
		assert_int_equal(strspn(ids[i], "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 10);
		assert_true(ids[i][0] >= 'A');
	}
	memcpy(first, ids[0], sizeof first);
	qsort(ids, MANY, sizeof ids[0], by_text);
	for (size_t i = 1; i < MANY; i++)
		assert_string_not_equal(ids[i - 1], ids[i]);
	w.random = 42;
	session_new_id(w.session, again);
	assert_string_equal(again, first);
	world_close(&w);
}

/* How many calls an edit makes when nothing goes wrong. */
static long calls_of_an_edit(void)
{
	struct world w;
	struct changes c = {0};
	world_open(&w);
	edit_status(&w, &c);
	w.faulty.calls = 0;
	apply(&w, &c);
	long calls = w.faulty.calls;
	world_close(&w);
	return calls;
}

static void test_full_disk(void **state)
{
	/* Whichever call of a save the full disk refuses: either it was saved, or a sentence says why not and file and model stay as
	 * they were; and it works when there is room. */
	struct world w;
	struct changes c = {0};
	struct error e = {0};
	(void)state;
	world_open(&w);
	char *before = plan_bytes(&w);
	long calls = calls_of_an_edit();
	bool saved = false;
	for (long at = 1; at <= calls; at++) {
		edit_status(&w, &c);
		w.faulty.calls = 0;
		w.faulty.at = at;
		w.faulty.err = ENOSPC;
		bool done = session_apply(w.session, &c, &e);
		w.faulty.at = 0;
		if (done) { /* what failed was reading it back, or tidying up */
			session_refresh(w.session);
			assert_int_equal(action_nr(&w, 3)->status, ACTION_DONE);
			undo(&w);
			saved = true;
		} else {
			expect_sentence(&e);
			assert_true(saved || session_saved_at(w.session) == 0);
			assert_null(session_undo_title(w.session));
			assert_int_equal(action_nr(&w, 3)->status, ACTION_STANDING);
		}
		expect_plan(&w, before);
		session_refresh(w.session);
		assert_int_equal(session_needs_met(w.session), NEED_COUNCIL | NEED_WRITABLE);
	}
	edit_status(&w, &c);
	apply(&w, &c);
	assert_true(plan_has(&w, "Status: klar\n"));
	free(before);
	world_close(&w);
}

static void test_failed_undo_stays(void **state)
{
	/* An undo that the disk refuses is still there to be tried again. */
	struct world w;
	struct changes c = {0};
	struct error e = {0};
	(void)state;
	world_open(&w);
	char *before = plan_bytes(&w);
	edit_owner(&w, &c);
	apply(&w, &c);
	char *after = plan_bytes(&w);
	w.faulty.calls = 0;
	w.faulty.at = 1;
	w.faulty.for_ever = true;
	assert_false(session_undo(w.session, &e));
	w.faulty.at = 0;
	expect_sentence(&e);
	expect_plan(&w, after);
	assert_string_equal(session_undo_title(w.session), "Aktivitet 5: ansvarig");
	assert_null(session_redo_title(w.session));
	session_refresh(w.session);
	assert_string_equal(action_nr(&w, 5)->owner, "Rådets ordförande");
	undo(&w);
	expect_plan(&w, before);
	free(before);
	free(after);
	world_close(&w);
}

static void test_newer_format(void **state)
{
	/* A folder of a newer format opens to be read; edits are refused and the needs say so. */
	struct world w;
	struct changes c = {0};
	struct error e = {0};
	(void)state;
	world_open(&w);
	scratch_puts(&w.scratch, "rad/rad.ini", "[rad]\nformat = 99\nnamn = Prov\nregion = 04\n");
	session_refresh(w.session);
	assert_int_equal(session_needs_met(w.session), NEED_COUNCIL);
	char *before = plan_bytes(&w);
	edit_status(&w, &c);
	assert_false(session_apply(w.session, &c, &e));
	assert_int_equal(e.code, ERROR_READONLY);
	expect_sentence(&e);
	expect_plan(&w, before);
	free(before);
	world_close(&w);
}

static void test_stopped(void **state)
{
	/* A step that is stopped is none: the file is as it was, and there is nothing to undo; the next one is saved. */
	struct world w;
	struct changes c = {0};
	struct error e = {0};
	(void)state;
	world_open(&w);
	w.stopper.at = 2;
	char *before = plan_bytes(&w);
	edit_status(&w, &c);
	assert_false(session_apply(w.session, &c, &e));
	expect_sentence(&e);
	expect_plan(&w, before);
	assert_null(session_undo_title(w.session));
	assert_null(session_conflict(w.session));
	assert_int_equal(w.stopper.begun, 1);
	assert_int_equal(w.stopper.ended, 1);
	w.stopper.at = 0;
	edit_status(&w, &c);
	assert_true(session_apply(w.session, &c, &e));
	assert_non_null(session_undo_title(w.session));
	free(before);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_open),
		cmocka_unit_test(test_nothing_overdue),
		cmocka_unit_test(test_without_council),
		cmocka_unit_test(test_open_fails),
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_date_owner_note),
		cmocka_unit_test(test_empty_step),
		cmocka_unit_test(test_from_gap),
		cmocka_unit_test(test_meeting),
		cmocka_unit_test(test_undo_redo_bytes),
		cmocka_unit_test(test_undo_titles),
		cmocka_unit_test(test_undo_after_outside_edit),
		cmocka_unit_test(test_undo_beside_outside_edit),
		cmocka_unit_test(test_apply_on_old_value),
		cmocka_unit_test(test_refresh),
		cmocka_unit_test(test_own_gap_counts),
		cmocka_unit_test(test_day_turns),
		cmocka_unit_test(test_new_ids),
		cmocka_unit_test(test_full_disk),
		cmocka_unit_test(test_failed_undo_stays),
		cmocka_unit_test(test_newer_format),
		cmocka_unit_test(test_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
