/* overview_words.c - what the cells of an overview row say; unknown is never a zero, never a miss. */
#include "explain_parts.h"
#include "judge.h"
#include "overview_words.h"

#include "radsbord/base/language.h"
#include "radsbord/report/reported.h"

const char *overview_municipalities(struct arena *a, const struct indikator_coverage *c)
{
	if (!c->known || c->unknown >= c->total)
		return "";
	return arena_printf(a, _("%s av %s"), words_counts(a, c->met, c->met + c->unknown, NULL),
	                    words_count(a, c->total, NULL));
}

const char *overview_value(struct arena *a, const struct model *m, const struct indicator_text *t,
                           const struct indikator_verdict *v)
{
	struct num value = num_of(v->value);
	if (num_known(value))
		return words_value(a, t, value);
	if (!words_by_service(t, v) || !judge_has_parts(m, v->place))
		return "";
	const char *known = overview_municipalities(a, &v->municipalities);
	return *known ? arena_printf(a, "%s" NBSP "%s", known, v->municipalities.total == 1 ? C_("kort", "kommun") : C_("kort", "kommuner")) : "";
}

/* A whole percentage that is 0 or 100 only when it is exactly that. */
static const char *percentage(struct arena *a, int64_t part, int64_t whole)
{
	struct num share = num_mul(num_frac(part, whole), num_int(100));
	int64_t n = num_known(share) ? num_whole(share, NUM_HALF_UP) : 0;
	if (n == 0 && part > 0)
		return "<1";
	if (n == 100 && part < whole)
		return ">99";
	return words_count(a, n, NULL);
}

const char *overview_share(struct arena *a, const struct indikator_coverage *c)
{
	if (!c->known || c->total <= 0 || c->unknown >= c->total)
		return "";
	if (!c->unknown)
		return arena_printf(a, "%s" NBSP "%%", percentage(a, c->met, c->total));
	return arena_printf(a, "%s–%s" NBSP "%%", percentage(a, c->met, c->total),
	                    percentage(a, c->met + c->unknown, c->total));
}

const char *overview_target(struct arena *a, const struct model *m, const struct indicator_text *t,
                            const struct indikator_verdict *v)
{
	enum indikator_direction direction = judge_definition(m, v->definition)->direction;
	const char *target = words_target(a, t, v);
	if (!*target || t->descriptive)
		return "–";
	if (direction == INDIKATOR_AT_LEAST)
		return arena_printf(a, "≥" NBSP "%s", target);
	if (direction == INDIKATOR_AT_MOST && v->target.num != 0)
		return arena_printf(a, "≤" NBSP "%s", target);
	return target;
}

const char *overview_distance(struct arena *a, const struct indicator_text *t, const struct indikator_verdict *v,
                              const char *unit)
{
	bool met = v->status == INDIKATOR_STATUS_MET;
	if (!v->distance_known || v->status <= INDIKATOR_STATUS_UNKNOWN)
		return "–";
	if (met && !(t->need_kind && v->distance < 0))
		return "–";
	/* The share is of the exact need, the persons are whole: a fraction of a person may remain. */
	if (!met && v->distance <= 0)
		return arena_printf(a, "<%s", words_count(a, 1, unit));
	return words_counts(a, v->distance, v->distance_high, unit);
}

const char *overview_own_target(struct arena *a, const struct model *m, const struct indicator_text *t,
                                const struct indikator_verdict *v)
{
	if (v->own_target < 0)
		return "";
	const struct indikator_target *own = &indikator_set_data(m->set)->targets[v->own_target];
	struct indikator_verdict as_if = *v;
	as_if.target = own->value;
	as_if.target_high = own->high;
	return overview_target(a, m, t, &as_if);
}

const char *overview_rank(struct arena *a, const struct indikator_verdict *v)
{
	return v->rank > 0 && v->ranked > 1 ? arena_printf(a, "%d/%d", v->rank, v->ranked) : "–";
}

const char *overview_change(struct arena *a, const struct indicator_text *t, const struct indikator_verdict *v)
{
	struct num change = num_of(v->change);
	if (!num_known(change))
		return "";
	struct num shown = num_round(change, t->decimals, t->rounding);
	const char *text = words_number(a, shown, t->decimals, t->rounding);
	return num_known(shown) && num_cmp(shown, num_int(0)) > 0 ? arena_printf(a, "+%s", text) : text;
}

/* "Rapporten anger behovet till 768 personer; 25 % av 3 063 dödsfall är 766." */
static const char *need_finding(struct arena *a, const struct model *m, const struct indikator_verdict *v)
{
	const struct indikator_definition *d = judge_definition(m, v->definition);
	const struct indikator_observation *need = judge_figure(m, v, INDIKATOR_ROLE_DERIVED_NEED);
	const struct indikator_observation *base = judge_figure(m, v, INDIKATOR_ROLE_BASE);
	if (!need || !base || !v->distance_known || need->place != v->place || base->place != v->place ||
	    num_cmp(num_of(need->value), num_int(v->need)) == 0)
		return NULL;
	return arena_printf(a, _("%s anger behovet till %s personer; %s\u00a0%% av %s %s är %s."),
	                    words_says(a, m, need->source), words_exact(a, num_of(need->value)),
	                    words_exact(a, num_mul(num_of(d->share), num_int(100))),
	                    words_exact(a, num_of(base->value)), words_measure(base->measure),
	                    words_count(a, v->need, NULL));
}

static const char *value_finding(struct arena *a, const struct model *m, const struct indicator_text *t,
                                 const struct indikator_verdict *v)
{
	const struct indikator_observation *o = judge_figure(m, v, INDIKATOR_ROLE_PUBLISHED);
	const struct indikator_definition *d = judge_definition(m, v->definition);
	struct num value = num_of(v->value);
	if (!o || !num_known(value) ||
	    num_cmp(num_round(value, v->published_decimals, t->rounding), num_of(v->published)) == 0)
		return NULL;
	const char *says = words_says(a, m, o->source);
	const char *printed = words_value_at(a, t, num_of(v->published), v->published_decimals);
	const char *ours = words_value_at(a, t, value, v->published_decimals);
	if (t->need_kind || !num_known(num_of(v->numerator)))
		return arena_printf(a, _("%s anger %s, beräknat är det %s."), says, printed, ours);
	return arena_printf(a, _("%s anger %s men %s %s på %s %s är %s."), says, printed,
	                    words_exact(a, num_of(v->numerator)), words_measure(d->numerator.measure),
	                    words_exact(a, num_of(v->denominator)), words_measure(d->denominator.measure), ours);
}

static const char *count_finding(struct arena *a, const struct model *m, const struct indicator_text *t,
                                 const struct indikator_verdict *v)
{
	const struct indikator_observation *o = judge_figure(m, v, INDIKATOR_ROLE_PUBLISHED_COUNT);
	if (!o || !v->distance_known || num_cmp(num_of(v->published_count), num_int(v->distance)) == 0)
		return NULL;
	return arena_printf(a, _("%s anger %s %s, beräknat är det %s."), words_says(a, m, o->source),
	                    words_exact(a, num_of(v->published_count)), t->distance_unit ? _(t->distance_unit) : "",
	                    words_count(a, v->distance, NULL));
}

size_t overview_findings(struct arena *a, const struct model *m, const struct indicator_text *t,
                         const struct indikator_verdict *v, const char *out[OVERVIEW_FINDINGS])
{
	const char *found[] = {t->need_kind ? need_finding(a, m, v) : NULL, value_finding(a, m, t, v),
	                       t->need_kind ? count_finding(a, m, t, v) : NULL};
	size_t n = 0;
	for (size_t i = 0; i < OVERVIEW_FINDINGS; i++)
		if (found[i])
			out[n++] = found[i];
	return n;
}

/* The units' figures are not added up: a patient may be with two of them. */
static const char *units_note(struct arena *a, const struct model *m, const struct indicator_text *t,
                              const struct indikator_verdict *v)
{
	size_t n = indicator_is_asked(t) && !num_known(num_of(v->value)) ? reported_units(m, v->place, v->definition) : 0;
	return n ? arena_printf(a, _("%s har rapporterat. Platsens eget tal är inte uppgett."),
	                        words_count(a, (int64_t)n, "enheter"))
	         : NULL;
}

const char *overview_note(struct arena *a, const struct model *m, const struct indicator_text *t,
                          const struct indikator_verdict *v)
{
	const char *findings[OVERVIEW_FINDINGS];
	if (overview_findings(a, m, t, v, findings))
		return findings[0];
	if (v->contradicted)
		return _("Uppgifterna säger emot varandra.");
	if (v->over)
		return arena_printf(a, _("Över %s övre gräns."), words_target_kind_of(t));
	if (t->need_kind && v->distance_known && v->distance < 0)
		return arena_printf(a, _("Fler har fått stöd än det beräknade behovet: %s fler."),
		                    words_count(a, -v->distance, t->distance_unit));
	if (explain_unranked(a, m, v))
		return arena_printf(a, _("Rangordnas inte. %s."), explain_unranked(a, m, v));
	if (v->elsewhere)
		return _("Finns, men bara genom enheter som ligger i en annan kommun.");
	if (words_by_service(t, v) && v->municipalities.known && v->municipalities.total > 1 && v->municipalities.partly)
		return arena_printf(a, _("%s i %s."), words_status_of(t, INDIKATOR_STATUS_PARTLY),
		                    words_count(a, v->municipalities.partly, "kommuner"));
	return units_note(a, m, t, v);
}
