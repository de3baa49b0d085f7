/* How far long work has come: nothing before its time, not too often, a sentence with what and how far, and a stop that leaves nothing
 * half done. The clock is the test's own. */
#include "program.h"

#include "radsbord/cli/progress.h"
#include "radsbord/store/folder.h"

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int64_t now, step;

static int64_t mono_ms(void *ctx)
{
	(void)ctx;
	now += step;
	return now;
}

struct shown {
	int count, most; /* most: stop after so many; 0: never */
	int ended;
	char text[8][200];
};

static bool show(void *ctx, const char *sentence)
{
	struct shown *s = ctx;
	if (!sentence) {
		s->ended++;
		return true;
	}
	if (s->count < 8)
		snprintf(s->text[s->count], sizeof s->text[0], "%s", sentence);
	s->count++;
	return s->count != s->most;
}

/* Reads the example council while each look at the clock takes so long. */
static bool read_example(struct shown *s, int ms, int after)
{
	const struct clock clock = {.mono_ms = mono_ms};
	struct progress p;
	struct error e = {0};
	now = 0;
	step = ms;
	progress_init(&p, io_system(), &clock, after);
	p.show = show;
	p.show_ctx = s;
	progress_begin(&p, "Öppnar rådet", "data/exempel/sormland", NULL);
	struct folder *f = folder_open("data/exempel/sormland", progress_io(&p), NULL, &e);
	bool stopped = progress_end(&p);
	folder_close(&f);
	return stopped;
}

static void when_it_takes_long(void **state)
{
	struct shown quick = {0}, slow = {0}, often = {0};
	(void)state;
	assert_false(read_example(&quick, 1, 700));
	assert_int_equal(quick.count, 0);
	assert_int_equal(quick.ended, 0);
	assert_false(read_example(&slow, 300, 700));
	assert_true(slow.count >= 2);
	assert_int_equal(slow.ended, 1);
	assert_non_null(strstr(slow.text[0], "Öppnar rådet: "));
	assert_non_null(strstr(slow.text[0], " %, "));
	assert_non_null(strstr(slow.text[0], ".rec."));
	assert_true(strcmp(slow.text[0], slow.text[1]) != 0);
	assert_false(read_example(&often, 60, 0));
	assert_true(often.count >= 1 && often.count <= slow.count);
}

static void stopped(void **state)
{
	struct shown s = {.most = 2};
	(void)state;
	assert_true(read_example(&s, 300, 700));
	assert_int_equal(s.count, 2);
}

/* Work that is handed what asks: the same manners, in percent, and never before its time. */
static void other_work(void **state)
{
	struct shown s = {.most = 3}, quick = {0};
	const struct clock clock = {.mono_ms = mono_ms};
	struct progress p;
	(void)state;
	now = 0;
	step = 100;
	progress_init(&p, io_system(), &clock, 700);
	p.show = show;
	p.show_ctx = &s;
	struct work *w = progress_work(&p);
	work_begin(w, "Sparar");
	work_part(w, 0, 100, 100);
	int done = 0;
	while (done < 100 && work_step(w))
		done++;
	assert_true(work_end(w));
	assert_int_equal(s.count, 3);
	assert_int_equal(s.ended, 1);
	assert_string_equal(s.text[0], "Sparar: 7 %.");
	assert_string_equal(s.text[1], "Sparar: 9 %.");
	assert_int_equal(done, 10);
	step = 1;
	p.show_ctx = &quick;
	work_begin(w, "Sparar");
	work_part(w, 0, 100, 100);
	for (int i = 0; i < 100; i++)
		assert_true(work_step(w));
	assert_false(work_end(w));
	assert_int_equal(quick.count + quick.ended, 0);
}

/* On a terminal a line that is taken away again; where stderr is no terminal nothing, however long it takes. */
static void on_the_command_line(void **state)
{
	struct home h;
	struct run r = {0};
	(void)state;
	home_init(&h);
	char *own = home_path(&h, "radsbord.ini"), *council = home_path(&h, "rad");
	free(own);
	char *make = mem_printf("mkdir -p %s/.config/radsbord && printf '[radsbord]\\nforlopp_ms = 0\\n' >%s/.config/radsbord/radsbord.ini && cp -r data/exempel/sormland %s",
	                        h.path, h.path, council);
	assert_int_equal(system(make), 0);
	free(make);
	RUN(&h, &r, "--rad", council, "kontroll");
	assert_null(strstr(buf_cstr(&r.err), "Öppnar"));
	assert_null(strstr(buf_cstr(&r.out), "Öppnar"));
	run_release(&r);
	run_in_terminal(&h, &r, (const char *const[]){"--rad", council, "sakerhetskopia", NULL});
	assert_non_null(strstr(buf_cstr(&r.out), "Öppnar rådet: "));
	assert_non_null(strstr(buf_cstr(&r.out), "Säkerhetskopierar: "));
	assert_non_null(strstr(buf_cstr(&r.out), " %, "));
	assert_non_null(strstr(buf_cstr(&r.out), "Ctrl-C avbryter."));
	assert_non_null(strstr(buf_cstr(&r.out), " \r"));
	assert_int_equal(r.status, 0);
	run_release(&r);
	char *file = home_path(&h, "plan.docx"), *seats = home_path(&h, "ledamoter.csv");
	make = mem_printf("printf 'Namn;Organisation;Roll\\nAnna Ek;Region Dalarna;ledamot\\n' >%s", seats);
	assert_int_equal(system(make), 0);
	free(make);
	run_in_terminal(&h, &r, (const char *const[]){"--rad", council, "rapport", "handlingsplan", "-o", file, NULL});
	assert_non_null(strstr(buf_cstr(&r.out), "Gör dokumentet: "));
	assert_int_equal(r.status, 0);
	run_release(&r);
	run_in_terminal(&h, &r, (const char *const[]){"--rad", council, "importera", "ledamoter", seats, "--spara", NULL});
	assert_non_null(strstr(buf_cstr(&r.out), "Läser filen: "));
	assert_non_null(strstr(buf_cstr(&r.out), "Sparar: "));
	assert_int_equal(r.status, 0);
	run_release(&r);
	free(file);
	file = home_path(&h, "igen.docx");
	RUN(&h, &r, "--rad", council, "rapport", "handlingsplan", "-o", file);
	assert_int_equal(r.err.len, 0);
	run_release(&r);
	free(file);
	free(seats);
	free(council);
	home_release(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(when_it_takes_long),
		cmocka_unit_test(stopped),
		cmocka_unit_test(other_work),
		cmocka_unit_test(on_the_command_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
