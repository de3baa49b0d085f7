/* whatif_say.c - what was assumed, sentence by sentence: nothing is assumed in silence. */
#include "judge.h"

#include "radsbord/base/language.h"
#include "small.h"
#include "whatif_local.h"
#include "words.h"

#include <string.h>

static void say(struct whatif *w, const char *sentence)
{
	strings_add(&w->said, sentence, &w->arena);
}

static const char *capital(struct arena *a, const char *s)
{
	struct buf b = {0};
	text_capitalise(&b, s);
	const char *out = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return out;
}

/* ---- figures ------------------------------------------------------------------ */

static void say_figures(struct whatif *w)
{
	const struct indikator_data *after = indikator_set_data(w->set), *before = indikator_set_data(w->before->set);
	struct arena *a = &w->arena;
	for (size_t i = 0; i < after->observations_count; i++) {
		const struct indikator_observation *o = &after->observations[i];
		struct num was = i < before->observations_count ? num_of(before->observations[i].value) : NUM_UNKNOWN;
		if (!indikator_is_assumed(w->set, INDIKATOR_EVIDENCE_OBSERVATION, (int)i))
			continue;
		bool hidden = was.den && small_observation(w->before, &before->observations[i]);
		const char *first = hidden ? SMALL_MARK : words_exact(a, was);
		const char *what = capital(a, words_measure(o->measure));
		const char *is = hidden ? SMALL_MARK : words_exact(a, num_of(o->value)); /* with what was added it would tell */
		say(w, arena_printf(a, "%s, %s %d: %s %s.", what, words_place(w->before, o->place), o->year,
		                    num_known(was) ? arena_printf(a, _("%s blir"), first) : _("antas vara"), is));
	}
}

/* ---- units ------------------------------------------------------------------------ */

static const char *served(const struct whatif *w, struct arena *a, const struct indikator_unit *u)
{
	const char *list = "";
	for (size_t i = 0; i < u->serves_count; i++)
		words_append(a, &list, ", ", words_place(w->before, u->serves[i]));
	return list;
}

static void say_new(struct whatif *w, const struct indikator_unit *u)
{
	struct arena *a = &w->arena;
	const char *list = "";
	for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++)
		if (u->attributes[i] != INDIKATOR_UNKNOWN)
			words_append(a, &list, ", ", arena_printf(a, "%s %s", words_lower(a, words_attribute(i)),
			                                          words_answer((int)u->attributes[i])));
	say(w, arena_printf(a, _("%s (%s) betjänar %s: %s%sannat är okänt."), u->id, u->name, served(w, a, u), list,
	                    *list ? ", " : ""));
}

static void say_changed(struct whatif *w, const struct indikator_unit *was, const struct indikator_unit *is)
{
	struct arena *a = &w->arena;
	const char *list = "";
	for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++)
		if (was->attributes[i] != is->attributes[i])
			words_append(a, &list, ", ", arena_printf(a, _("%s %s blir %s"), words_lower(a, words_attribute(i)),
			                                          words_answer((int)was->attributes[i]),
			                                          words_answer((int)is->attributes[i])));
	if (was->serves_count != is->serves_count)
		words_append(a, &list, ", ", arena_printf(a, _("betjänar %s"), served(w, a, is)));
	say(w, arena_printf(a, "%s %s: %s.", is->id, is->name, *list ? list : _("svaren är desamma som i uppgifterna")));
}

/* What a unit lacks for one alternative of a service: how many, and which. */
static size_t lacking(struct arena *a, const struct indikator_unit *u, indikator_attribute_mask asked, const char **list)
{
	size_t n = 0;
	*list = "";
	for (int i = 0; i < INDIKATOR_ATTRIBUTES; i++) {
		if (!(asked >> i & 1) || u->attributes[i] == INDIKATOR_YES)
			continue;
		words_append(a, list, ", ", arena_printf(a, "%s: %s", words_lower(a, words_attribute(i)),
		                                         words_answer((int)u->attributes[i])));
		n++;
	}
	return n;
}

static bool asks_of(const struct indikator_definition *d, const struct indikator_unit *u)
{
	for (int t = 0; t < INDIKATOR_TYPES && d->types[t]; t++)
		if (d->kind == INDIKATOR_SERVICE && strcmp(d->types[t], u->type) == 0)
			return true;
	return false;
}

/* What a unit lacks to meet a service's requirements: of the alternatives, the nearest. "" when nothing. */
static const char *lacks(const struct whatif *w, struct arena *a, const struct indikator_unit *u,
                         const struct indikator_definition *d)
{
	enum indikator_criteria c = w->before->criteria;
	const struct indikator_place *places = indikator_set_data(w->set)->places;
	const char *nearest = "";
	size_t least = SIZE_MAX;
	for (size_t i = 0; i < d->requires_count[c]; i++) {
		const char *list;
		size_t n = lacking(a, u, d->requires[c][i], &list);
		if (n < least) {
			least = n;
			nearest = list;
		}
	}
	if (d->relation == INDIKATOR_SERVES && !u->catchment_known && !u->serves_count)
		words_append(a, &nearest, ", ", _("vem den betjänar: okänt"));
	if (d->relation == INDIKATOR_LIES_IN && u->hospital < 0 &&
	    (u->lies_in < 0 || places[u->lies_in].kind != INDIKATOR_MUNICIPALITY))
		words_append(a, &nearest, ", ", _("vilken kommun den ligger i: okänt"));
	return nearest;
}

static void say_lacking(struct whatif *w, const struct indikator_unit *u)
{
	const struct indikator_data *data = indikator_set_data(w->set);
	struct arena *a = &w->arena;
	const char *all = "";
	for (size_t d = 0; d < data->definitions_count; d++) {
		const struct indicator_text *t = &w->before->reference->indicators[d];
		if (!asks_of(&data->definitions[d], u))
			continue;
		const char *list = lacks(w, a, u, &data->definitions[d]);
		if (*list)
			words_append(a, &all, "; ", arena_printf(a, "%s (%s)", _(t->short_title ? t->short_title : t->title), list));
	}
	if (*all)
		say(w, arena_printf(a, _("%s räcker inte till: %s."), u->id, all));
}

static void say_units(struct whatif *w)
{
	const struct indikator_data *after = indikator_set_data(w->set), *before = indikator_set_data(w->before->set);
	for (size_t i = 0; i < after->units_count; i++) {
		if (!indikator_is_assumed(w->set, INDIKATOR_EVIDENCE_UNIT, (int)i))
			continue;
		if (i < before->units_count)
			say_changed(w, &before->units[i], &after->units[i]);
		else
			say_new(w, &after->units[i]);
		say_lacking(w, &after->units[i]);
	}
}

/* ---- gaps ---------------------------------------------------------------------------- */

/* The places where a statement is mended, as few words as say it. */
static const char *where(struct whatif *w, const struct indikator_mended *list, size_t count)
{
	const struct indikator_data *data = indikator_set_data(w->set);
	const struct indikator_statement *s = &data->statements[list[0].statement];
	size_t within = 0, hospitals = 0;
	const char *names = "";
	for (size_t p = 0; p < data->places_count; p++)
		within += data->places[p].kind == INDIKATOR_MUNICIPALITY && indikator_within(w->set, (int)p, s->scope);
	for (size_t i = 0; i < count; i++) {
		hospitals += data->places[list[i].place].kind == INDIKATOR_HOSPITAL;
		words_append(&w->arena, &names, ", ", words_place(w->before, list[i].place));
	}
	return within > 1 && count - hospitals == within
	           ? arena_printf(&w->arena, _("hela %s"), words_place(w->before, s->scope))
	           : names;
}

static void say_mended(struct whatif *w)
{
	const struct indikator_mended *list;
	size_t n = indikator_mended(w->set, &list);
	for (size_t i = 0; i < n;) {
		const struct indikator_statement *s = &indikator_set_data(w->set)->statements[list[i].statement];
		const struct gap *g = model_gap(w->before, s->id);
		size_t same = 1;
		while (i + same < n && list[i + same].statement == list[i].statement)
			same++;
		say(w, arena_printf(&w->arena, _("%s %s antas %s i %s. %s"), s->degree == INDIKATOR_MET ? _("Uppgiften") : _("Bristen"), s->id,
		                    s->degree == INDIKATOR_MET ? _("inte gälla") : _("åtgärdad"), where(w, &list[i], same),
		                    g && g->text ? g->text : ""));
		i += same;
	}
}

static bool reaches(const struct whatif *w, const struct indikator_unit *u, int place)
{
	const struct indikator_place *places = indikator_set_data(w->set)->places;
	bool any = u->lies_in == place || (u->hospital >= 0 && places[u->hospital].parent == place);
	for (size_t i = 0; !any && i < u->serves_count; i++)
		any = indikator_within(w->set, place, u->serves[i]) || places[u->serves[i]].parent == place;
	return any;
}

/* The statements that decide a service at a place although a unit was assumed there. */
static void find_standing(struct whatif *w, int place, int definition, bool *said, const char **list)
{
	struct indikator_verdict v;
	judge(&w->after, place, definition, false, &v);
	for (size_t i = 0; i < v.evidence_count; i++) {
		const struct indikator_evidence *e = &v.evidence[i];
		if (e->kind != INDIKATOR_EVIDENCE_STATEMENT || !e->decided || said[e->index] || e->status == INDIKATOR_STATUS_MET)
			continue;
		said[e->index] = true;
		words_append(&w->arena, list, ", ", indikator_set_data(w->set)->statements[e->index].id);
	}
	indikator_verdict_release(&v);
}

static void say_standing(struct whatif *w)
{
	const struct indikator_data *data = indikator_set_data(w->set);
	bool *said = arena_alloc(&w->arena, (data->statements_count + 1) * sizeof *said);
	const char *list = "";
	for (size_t u = 0; u < data->units_count; u++)
		for (size_t d = 0; indikator_is_assumed(w->set, INDIKATOR_EVIDENCE_UNIT, (int)u) && d < data->definitions_count; d++)
			for (size_t p = 0; asks_of(&data->definitions[d], &data->units[u]) && p < data->places_count; p++)
				if (data->places[p].kind == INDIKATOR_MUNICIPALITY && reaches(w, &data->units[u], (int)p))
					find_standing(w, (int)p, (int)d, said, &list);
	if (*list)
		say(w, arena_printf(&w->arena, _("Det som sägs i %s står kvar och går före enheten. Skriv ”brist ID åtgärdad” för att anta "
		                               "att det är åtgärdat."), list));
}

void whatif_say(struct whatif *w)
{
	say_figures(w);
	say_units(w);
	say_mended(w);
	say_standing(w);
}
