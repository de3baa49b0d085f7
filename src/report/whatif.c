/* whatif.c - changes as people write them become assumptions of the engine. */
#include "whatif_local.h"

#include "judge.h"
#include "words.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

bool whatif_wrong(struct whatif_making *x, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *text = mem_vprintf(fmt, ap);
	va_end(ap);
	error_set(x->e, ERROR_USAGE, _("”%.200s” går inte. %s"), x->w->changes.items[x->now], text);
	free(text);
	return false;
}

bool whatif_add(struct whatif_making *x, struct indikator_assumption a)
{
	if (x->count == sizeof x->items / sizeof *x->items)
		return whatif_wrong(x, _("Det är för många ändringar på en gång."));
	x->change[x->count] = x->now;
	x->items[x->count++] = a;
	return true;
}

static struct indikator_number exact(struct num n)
{
	return (struct indikator_number){n.num, n.den};
}

/* ---- figures ------------------------------------------------------------------- */

static struct indikator_verdict figures_of(const struct model *m, int place, int indicator)
{
	struct indikator_verdict v;
	judge(m, place, indicator, false, &v);
	indikator_verdict_release(&v);
	return v;
}

static bool is_known(const struct model *m, int place, int indicator)
{
	return num_known(num_of(figures_of(m, place, indicator).numerator));
}

/* Where the figure of a place stands: there, or where it lies when nobody states it there. */
static int figure_place(const struct whatif_making *x, int place, int indicator, enum scenario_kind kind)
{
	const struct model *m = x->w->before;
	const struct place *places = m->reference->places;
	const char *level = m->reference->indicators[indicator].level;
	bool of_regions = level && strcmp(level, "region") == 0;
	int p = places[place].level == PLACE_HOSPITAL ? places[place].parent : place;
	if (kind == SCENARIO_SHARE || (kind == SCENARIO_COUNT && !of_regions))
		return p;
	for (int q = p; q >= 0 && places[q].level != PLACE_COUNTRY; q = places[q].parent)
		if (kind == SCENARIO_COUNT ? places[q].level == PLACE_REGION : is_known(m, q, indicator))
			return q;
	return p;
}

/* Refuses, with what to write instead, what would be added to nobody knows what. An earlier change may have said it. */
static bool has_ground(struct whatif_making *x, const struct scenario_change *c, int place)
{
	const struct model *m = x->w->before;
	const char *name = m->reference->places[place].name;
	for (size_t i = 0; i < x->count; i++)
		if (x->items[i].kind <= INDIKATOR_ASSUME_VALUE && x->items[i].definition == c->indicator)
			return true;
	if (c->kind == SCENARIO_MORE && !is_known(m, place, c->indicator))
		return whatif_wrong(x, _("Talet är inte uppgivet i %s. Skriv hur många det blir i stället, utan plus."), name);
	if (c->kind == SCENARIO_SHARE && !num_known(c->of) &&
	    !num_known(num_of(figures_of(m, place, c->indicator).denominator)))
		return whatif_wrong(x, _("Det är inte uppgivet hur många andelen räknas på i %s. Skriv det efter ”av”, till exempel: 85 %% av "
		                    "1200."), name);
	return true;
}

static bool assume_figure(struct whatif_making *x, const struct scenario_change *c, int place)
{
	int at = figure_place(x, place, c->indicator, c->kind);
	static const enum indikator_assumption_kind kinds[] = {[SCENARIO_MORE] = INDIKATOR_ASSUME_MORE,
	                                                       [SCENARIO_COUNT] = INDIKATOR_ASSUME_COUNT,
	                                                       [SCENARIO_SHARE] = INDIKATOR_ASSUME_VALUE};
	return has_ground(x, c, at) && whatif_add(x, (struct indikator_assumption){.kind = kinds[c->kind],
	                                                                           .place = at,
	                                                                           .definition = c->indicator,
	                                                                           .amount = exact(c->amount),
	                                                                           .of = exact(c->of)});
}

bool whatif_assume_beds(struct whatif_making *x, int place, struct num amount, enum scenario_beds where)
{
	static const char *const ids[] = {"vardplatser_100k", "vardplatser_sjukhus_100k"};
	for (size_t i = 0; i < (where == SCENARIO_BEDS_ON_HOSPITAL ? 2 : 1); i++) {
		struct scenario_change more = {.kind = SCENARIO_MORE, .amount = amount, .of = NUM_UNKNOWN};
		more.indicator = reference_find_indicator(x->w->before->reference, ids[i]);
		if (more.indicator >= 0 && !assume_figure(x, &more, place))
			return false;
	}
	return true;
}

/* ---- gaps ----------------------------------------------------------------------- */

static bool assume_mended(struct whatif_making *x, const struct scenario_change *c)
{
	const struct indikator_data *data = indikator_set_data(x->w->before->set);
	bool any = false;
	for (size_t i = 0; i < data->statements_count; i++) {
		const struct indikator_statement *s = &data->statements[i];
		if (!s->id || strcmp(s->id, c->gap) != 0)
			continue;
		any = true;
		if (!whatif_add(x, (struct indikator_assumption){.kind = INDIKATOR_ASSUME_MENDED,
		                                                 .statement = (int)i,
		                                                 .place = c->place >= 0 ? c->place : s->scope}))
			return false;
	}
	return any || whatif_wrong(x, _("Bristen %s finns inte, eller räknas inte in i omdömena. De som finns står i radsbord saknas."),
	                           c->gap);
}

/* ---- all of them ------------------------------------------------------------------ */

bool whatif_assume(struct whatif_making *x, const struct scenario_change *c)
{
	int place = c->place >= 0 ? c->place : x->w->place;
	switch (c->kind) {
	case SCENARIO_MORE:
		if (c->where == SCENARIO_BEDS_ON_HOSPITAL)
			return whatif_assume_beds(x, place, c->amount, c->where);
		return assume_figure(x, c, place);
	case SCENARIO_COUNT:
	case SCENARIO_SHARE:
		return assume_figure(x, c, place);
	case SCENARIO_NEW_UNIT:
	case SCENARIO_CHANGED_UNIT:
		return whatif_assume_unit(x, c, place);
	case SCENARIO_MENDED:
		return assume_mended(x, c);
	}
	return false;
}

static bool read_changes(struct whatif_making *x)
{
	for (size_t i = 0; i < x->w->changes.count; i++) {
		struct scenario_change c;
		x->now = (int)i;
		if (!scenario_parse(x->w->before->reference, x->w->changes.items[i], &x->w->arena, &c, x->e) ||
		    !whatif_assume(x, &c))
			return false;
		x->w->changes.items[i] = c.text;
	}
	return true;
}

/* A share of all cannot be more than all. */
static bool shares_fit(struct whatif_making *x)
{
	for (size_t i = 0; i < x->count; i++) {
		const struct indikator_assumption *a = &x->items[i];
		bool share = a->kind <= INDIKATOR_ASSUME_VALUE && x->w->before->reference->indicators[a->definition].percent;
		if (!share)
			continue;
		struct num value = num_of(figures_of(&x->w->after, a->place, a->definition).value);
		x->now = x->change[i];
		if (num_known(value) && num_cmp(value, num_int(100)) > 0)
			return whatif_wrong(x, _("Det blir mer än 100 %% i %s."), x->w->before->reference->places[a->place].name);
	}
	return true;
}

bool whatif_build(struct whatif *w, const struct model *m, int place, const struct strings *changes, struct error *e)
{
	struct whatif_making *x = mem_alloc(sizeof *x);
	struct indikator_error why = {.text = ""};
	struct indikator_question q = judge_question(m, false);
	int failed = -1;
	*w = (struct whatif){.before = m, .after = *m, .place = place};
	*x = (struct whatif_making){.w = w, .e = e};
	for (size_t i = 0; i < changes->count; i++)
		strings_add(&w->changes, arena_strdup(&w->arena, changes->items[i]), &w->arena);
	bool ok = changes->count <= SCENARIO_CHANGES_MOST ||
	          error_set(e, ERROR_USAGE, _("Det är fler än %d ändringar. Ta bort några."), SCENARIO_CHANGES_MOST);
	ok = ok && read_changes(x);
	if (ok) {
		w->set = indikator_set_assuming(m->set, x->items, x->count, &q, &failed, &why);
		x->now = failed >= 0 ? x->change[failed] : 0;
		if (!w->set)
			ok = failed >= 0 ? whatif_wrong(x, "%s", words_engine(&w->arena, &why)) : error_set(e, ERROR_DATA, "%s", words_engine(&w->arena, &why));
	}
	if (ok) {
		w->after.set = w->set;
		w->after.without = m->set;
		whatif_say(w);
		ok = shares_fit(x);
	}
	free(x);
	return ok;
}

void whatif_release(struct whatif *w)
{
	indikator_set_free(&w->set);
	arena_release(&w->arena);
	*w = (struct whatif){.before = NULL};
}
