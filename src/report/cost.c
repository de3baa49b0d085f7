/* cost.c - a shared cost worked out: its lines read, its inhabitants looked up, the engine asked. */
#include "radsbord/report/cost.h"

#include "words.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>

static size_t count_in(const struct records *r)
{
	return r ? records_count(r, RECORD_COST) : 0;
}

size_t costs_count(const struct model *m)
{
	return count_in(m->council) + count_in(m->national);
}

const struct cost *costs_at(const struct model *m, size_t i)
{
	size_t own = count_in(m->council);
	return i < own ? records_cost(m->council, i) : records_cost(m->national, i - own);
}

bool cost_is_example(const struct model *m, const struct cost *cost)
{
	return records_find(m->national, RECORD_COST, cost->head.id) == &cost->head;
}

const struct cost *costs_find(const struct model *m, const char *text)
{
	for (size_t i = 0; i < costs_count(m); i++)
		if (strcmp(costs_at(m, i)->head.id, text) == 0)
			return costs_at(m, i);
	const struct cost *found = NULL;
	struct buf folded = {0};
	text_fold(&folded, text);
	for (size_t i = 0; !found && i < costs_count(m); i++)
		if (text_matches(costs_at(m, i)->name, buf_cstr(&folded)))
			found = costs_at(m, i);
	buf_release(&folded);
	return found;
}

/* While a sheet is filled. */
struct fill {
	struct cost_sheet *sheet;
	const struct model *model;
	const struct cost *cost;
	struct error *e;
};

static void add(struct fill *f, struct cost_payer payer, struct indikator_payer in)
{
	f->sheet->payers[f->sheet->count] = payer;
	f->sheet->in[f->sheet->count++] = in;
}

static bool add_shares(struct fill *f)
{
	for (size_t i = 0; i < f->cost->shares.count; i++) {
		struct num share;
		const char *who;
		if (!cost_read_share(f->cost->shares.items[i], &share, &who, f->e))
			return false;
		add(f, (struct cost_payer){.name = who}, (struct indikator_payer){.share = {share.num, share.den}});
	}
	return true;
}

static bool is_municipality_of(const struct fill *f, int place, int region)
{
	const struct reference *r = f->model->reference;
	return place >= 0 && r->places[place].level == PLACE_MUNICIPALITY && r->places[place].region &&
	       strcmp(r->places[place].region, r->places[region].code) == 0;
}

static bool no_such_municipality(const struct fill *f, const char *code, int region)
{
	return error_set(f->e, ERROR_DATA, _("Kommunkoden ”%.20s” hör inte till %s. Rätta den i %s."), code,
	                 f->model->reference->places[region].name, f->cost->name);
}

/* One line of the cost's own inhabitants: a municipality, or several of whom only the sum is known. */
static bool add_line(struct fill *f, const char *line, int region, bool *seen)
{
	const struct reference *r = f->model->reference;
	char codes[COST_JOINED][5];
	size_t n, away = 0;
	int64_t people;
	struct buf name = {0};
	if (!cost_read_people(line, codes, &n, &people, f->e))
		return false;
	for (size_t i = 0; i < n; i++) {
		int place = reference_place_by_code(r, codes[i]);
		if (!is_municipality_of(f, place, region)) {
			buf_release(&name);
			return no_such_municipality(f, codes[i], region);
		}
		if (seen[place]) {
			buf_release(&name);
			return error_set(f->e, ERROR_DATA, _("%s har två invånarantal i %s. Ta bort det ena."), r->places[place].name, f->cost->name);
		}
		seen[place] = true;
		away += strings_has(&f->cost->absent, codes[i]);
		buf_printf(&name, "%s%s", i == 0 ? "" : i + 1 == n ? _(" och ") : ", ", r->places[place].name);
	}
	const char *who = arena_strdup(&f->sheet->arena, buf_cstr(&name));
	buf_release(&name);
	if (away != 0 && away != n)
		return error_set(f->e, ERROR_DATA, _("%s har ett gemensamt invånarantal, så de deltar alla eller ingen. Skriv vars och ens antal."),
		                 who);
	add(f, (struct cost_payer){.name = who, .code = n == 1 ? arena_strdup(&f->sheet->arena, codes[0]) : NULL, .by_inhabitants = true},
	    (struct indikator_payer){.weight = people, .absent = away > 0});
	return true;
}

static bool add_lines(struct fill *f, int region)
{
	const struct reference *r = f->model->reference;
	bool *seen = arena_alloc(&f->sheet->arena, r->places_count * sizeof *seen);
	for (size_t i = 0; i < f->cost->people.count; i++)
		if (!add_line(f, f->cost->people.items[i], region, seen))
			return false;
	for (size_t i = 0; i < r->places_count; i++)
		if (is_municipality_of(f, (int)i, region) && !seen[i])
			return error_set(f->e, ERROR_DATA, _("Invånarantalet för %s saknas i %s. Skriv koden och antalet: %s …"), r->places[i].name,
			                 f->cost->name, r->places[i].code);
	return true;
}

/* The newest 31 December with inhabitants for a place, 0 when there is none. */
static int newest_year(const struct model *m, int place)
{
	for (int year = m->today.year; year > 1900; year--)
		if (indikator_find_observation(m->set, place, year, "invanare", "scb") >= 0)
			return year;
	return 0;
}

static bool unknown_day(const struct fill *f, int place)
{
	int year = newest_year(f->model, place);
	struct buf day = {0}, known = {0};
	date_format_long(&day, f->cost->counted);
	if (year)
		buf_printf(&known, _(" eller välj den 31 december %d"), year);
	error_set(f->e, ERROR_DATA, _("Invånarna i %s den %s finns inte bland uppgifterna. Skriv dem i fältet Egna invånarantal%s."),
	          f->model->reference->places[place].name, buf_cstr(&day), buf_cstr(&known));
	buf_release(&day);
	buf_release(&known);
	return false;
}

static bool add_municipalities(struct fill *f, int region)
{
	const struct reference *r = f->model->reference;
	const struct indikator_data *data = indikator_set_data(f->model->set);
	bool new_year = f->cost->counted.month == 12 && f->cost->counted.day == 31;
	for (size_t i = 0; i < r->places_count; i++) {
		if (!is_municipality_of(f, (int)i, region))
			continue;
		int found = new_year ? indikator_find_observation(f->model->set, (int)i, f->cost->counted.year, "invanare", "scb") : -1;
		if (found < 0 || data->observations[found].value.den != 1)
			return unknown_day(f, (int)i);
		add(f, (struct cost_payer){.name = r->places[i].name, .code = r->places[i].code, .by_inhabitants = true},
		    (struct indikator_payer){.weight = data->observations[found].value.num,
		                             .absent = strings_has(&f->cost->absent, r->places[i].code)});
	}
	return true;
}

static bool check_absent(const struct fill *f, int region)
{
	for (size_t i = 0; i < f->cost->absent.count; i++)
		if (!is_municipality_of(f, reference_place_by_code(f->model->reference, f->cost->absent.items[i]), region))
			return no_such_municipality(f, f->cost->absent.items[i], region);
	return true;
}

static bool split(struct fill *f)
{
	static const enum indikator_absence rules[] = {[COST_OTHERS_PAY] = INDIKATOR_ABSENT_OTHERS_PAY,
	                                               [COST_PER_INHABITANT] = INDIKATOR_ABSENT_PER_WEIGHT,
	                                               [COST_LOWERED] = INDIKATOR_ABSENT_LOWERS_BUDGET};
	struct cost_sheet *s = f->sheet;
	struct indikator_error why = {.text = ""};
	struct num rate = NUM_UNKNOWN;
	if (f->cost->rule == COST_PER_INHABITANT && f->cost->per_inhabitant &&
	    !cost_read_per_inhabitant(f->cost->per_inhabitant, &rate, f->e))
		return false;
	const struct indikator_cost c = {.total = f->cost->amount, .payers = s->in, .payers_count = s->count,
	                                 .absence = rules[f->cost->rule], .per_weight = {rate.num, rate.den}};
	s->out = arena_alloc(&s->arena, (s->count + 1) * sizeof *s->out);
	return indikator_split_cost(&c, s->out, &s->sum, &why) || error_set(f->e, ERROR_DATA, "%s", words_engine(&s->arena, &why));
}

bool cost_sheet_fill(struct cost_sheet *s, const struct model *m, const struct cost *cost, struct error *e)
{
	struct fill f = {s, m, cost, e};
	size_t most = cost->shares.count + cost->people.count + m->reference->places_count;
	int region = cost->region ? reference_place_by_code(m->reference, cost->region) : -1;
	*s = (struct cost_sheet){.cost = cost};
	if (region < 0 || m->reference->places[region].level != PLACE_REGION)
		return error_set(e, ERROR_DATA, _("Regionen ”%.40s” finns inte. Skriv regionens kod, två siffror, i %s."),
		                 cost->region ? cost->region : "", cost->name);
	s->payers = arena_alloc(&s->arena, most * sizeof *s->payers);
	s->in = arena_alloc(&s->arena, most * sizeof *s->in);
	return add_shares(&f) && (cost->people.count ? add_lines(&f, region) : add_municipalities(&f, region)) &&
	       check_absent(&f, region) && split(&f);
}

void cost_sheet_release(struct cost_sheet *s)
{
	arena_release(&s->arena);
	*s = (struct cost_sheet){.cost = NULL};
}

struct num cost_sheet_part(const struct cost_sheet *s, size_t payer)
{
	return num_frac(s->out[payer].amount, s->sum.paid);
}
