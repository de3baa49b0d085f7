/* engine.c - the indicator engine at three sizes, beside SQLite asked for the same aggregate of the same data.
 *
 * Both are given the whole aggregate (judged.h) of every year in one go, and give the same answer or the bench fails.
 */
#include "bench/bench.h"
#include "bench/judged.h"

#include "radsbord/store/national.h"

#include <stdio.h>
#include <stdlib.h>

struct engine {
	const struct country *country;
	struct indikator_set *set;
	struct indikator_question question;
	size_t places; /* of country->judged */
	int years[64];
	struct judged *out;
	int64_t verdicts;
};

size_t judged_at(const struct country *c, int definition, int year, int place)
{
	return ((size_t)definition * (size_t)c->years + (size_t)(year - c->first_year)) * c->data.places_count +
	       (size_t)place;
}

size_t judged_most(const struct country *c)
{
	return c->data.definitions_count * (size_t)c->years * c->data.places_count;
}

static struct judged *judged_new(const struct country *c)
{
	struct judged *all = calloc(judged_most(c), sizeof *all);

	if (!all)
		bench_fail("Minnet tog slut.");
	for (size_t i = 0; i < judged_most(c); i++)
		all[i].status = INDIKATOR_STATUS_UNKNOWN;
	return all;
}

/* ---- the engine ----------------------------------------------------------------------------- */

static bool take(const struct indikator_verdict *v, void *context)
{
	struct engine *e = context;
	struct judged *j;

	e->verdicts++;
	if (!e->out)
		return true;
	j = &e->out[judged_at(e->country, v->definition, v->year, v->place)];
	j->status = (int)v->status;
	if (e->country->data.definitions[v->definition].kind != INDIKATOR_SERVICE) {
		j->above = v->value.num;
		j->below = v->value.den;
	} else if (e->country->data.places[v->place].kind == INDIKATOR_REGION) {
		j->met = v->inhabitants.met;
		j->partly = v->inhabitants.partly;
		j->missing = v->inhabitants.missing;
		j->unknown = v->inhabitants.unknown;
	}
	return true;
}

static void evaluate(void *context)
{
	struct engine *e = context;

	const struct indikator_batch batch = {.places = e->country->judged, .places_count = e->places};

	if (!indikator_evaluate_all(e->set, &e->question, &batch, take, e))
		bench_fail("Motorn gav inget svar.");
}

static void evaluate_years(void *context)
{
	struct engine *e = context;

	const struct indikator_batch batch = {.places = e->country->judged,
					      .places_count = e->places,
					      .years = e->years,
					      .years_count = (size_t)e->country->years};

	if (!indikator_evaluate_all(e->set, &e->question, &batch, take, e))
		bench_fail("Motorn gav inget svar.");
}

static void one_by_one(void *context)
{
	struct engine *e = context;

	for (size_t d = 0; d < e->country->data.definitions_count; d++)
		for (size_t p = 0; p < e->places; p++) {
			struct indikator_verdict v;

			if (!indikator_evaluate(e->set, e->country->judged[p], (int)d, &e->question, &v))
				bench_fail("Motorn gav inget svar.");
			indikator_verdict_release(&v);
		}
}

static void build(void *context)
{
	struct engine *e = context;
	struct indikator_error error;

	indikator_set_free(&e->set);
	e->set = indikator_set_new(&e->country->data, &error);
	if (!e->set)
		bench_fail("%s", error.text);
}

/* ---- the same answer ------------------------------------------------------------------------ */

__extension__ typedef __int128 wide;

static bool same(const struct indikator_definition *d, const struct judged *engine, const struct judged *sql)
{
	int64_t factor = d->factor.den ? d->factor.num : 1;

	if (engine->status != sql->status || (engine->below != 0) != (sql->below != 0))
		return false;
	if (engine->met != sql->met || engine->partly != sql->partly || engine->missing != sql->missing ||
	    engine->unknown != sql->unknown)
		return false;
	return !engine->below || (wide)engine->above * sql->below == (wide)factor * sql->above * engine->below;
}

/* Both answer all of it; returns how many of the answers are known. */
static size_t compare(struct engine *e, struct peer *peer)
{
	const struct country *c = e->country;
	struct judged *sql = judged_new(c);
	size_t known = 0;

	e->out = judged_new(c);
	evaluate_years(e);
	peer_query(peer, sql);
	for (size_t d = 0; d < c->data.definitions_count; d++)
		for (int y = 0; y < c->years; y++)
			for (size_t p = 0; p < c->judged_count; p++) {
				size_t at = judged_at(c, (int)d, c->first_year + y, c->judged[p]);

				if (!same(&c->data.definitions[d], &e->out[at], &sql[at]))
					bench_fail("%s %s %d: motorn %d (%lld/%lld), SQLite %d (%lld/%lld)",
						   c->data.definitions[d].id, c->data.places[c->judged[p]].name,
						   c->first_year + y, e->out[at].status, (long long)e->out[at].above,
						   (long long)e->out[at].below, sql[at].status,
						   (long long)sql[at].above, (long long)sql[at].below);
				known += e->out[at].status != INDIKATOR_STATUS_UNKNOWN;
			}
	free(sql);
	free(e->out);
	e->out = NULL;
	return known;
}

static void query(void *peer)
{
	peer_query(peer, NULL);
}

/* ---- one size ------------------------------------------------------------------------------- */

static void size(const struct indikator_data *real, int years, int units)
{
	struct country c;
	struct engine e = {.country = &c};
	struct peer *peer;
	struct bench_pair all;
	double built, filled;
	size_t heap, memory, known;

	country_make(&c, real, years, units);
	e.question.today = country_today(&c);
	e.places = c.judged_count;
	for (int y = 0; y < years; y++)
		e.years[y] = c.first_year + y;
	heap = bench_heap();
	build(&e);
	memory = bench_heap() - heap;
	built = bench_medians(build, &e, NULL, NULL).first;
	filled = bench_work();
	peer = peer_open(&c, e.set);
	filled = bench_work() - filled;
	known = compare(&e, peer);
	e.verdicts = 0;
	all = bench_medians(evaluate_years, &e, query, peer);
	printf("%zu observations, %zu units, %zu statements, %d years: %lld verdicts, %zu known, both the same\n",
	       c.data.observations_count, c.data.units_count, c.data.statements_count, years,
	       (long long)e.verdicts / BENCH_RUNS, known);
	printf("  all of it         engine %8.1f ms %6.1f MiB   SQLite %8.1f ms %6.1f MiB   %5.1f times as fast\n",
	       all.first, (double)memory / 1048576, all.second, (double)peer_memory() / 1048576,
	       all.second / all.first);
	printf("  read in           engine %8.1f ms              SQLite %8.1f ms\n", built, filled);
	peer_close(&peer);
	e.places = c.whole_count;
	e.question.year = c.first_year + years - 1;
	printf("  the current year  %.2f ms, with ranks", bench_medians(evaluate, &e, NULL, NULL).first);
	e.question.ranked = true;
	printf(" %.2f ms;", bench_medians(evaluate, &e, NULL, NULL).first);
	e.question.year = 0;
	printf(" the newest figures with ranks %.2f ms;", bench_medians(evaluate, &e, NULL, NULL).first);
	e.question.ranked = false;
	e.question.year = c.first_year + years - 1;
	printf(" one by one with evidence %.1f ms\n", bench_medians(one_by_one, &e, NULL, NULL).first);
	indikator_set_free(&e.set);
	country_release(&c);
}

int main(void)
{
	struct diagnostics d = {0};
	struct error error;
	struct national *n = national_open("data", "config", io_system(), &d, &error);
	struct engine_data *real = n ? engine_data_new(n, NULL, &d, &error) : NULL;

	if (!real)
		bench_fail("%s", error.text);
	size(indikator_set_data(engine_data_set(real)), 3, 200);
	size(indikator_set_data(engine_data_set(real)), 10, 667);
	size(indikator_set_data(engine_data_set(real)), 30, 2000);
	engine_data_free(&real);
	national_close(&n);
	diagnostics_release(&d);
	return 0;
}
