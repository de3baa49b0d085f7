/* words_status.c - statuses, rules and answers in words (DESIGN section 2; SCREENS, "Words"). */
#include "words.h"

#include "radsbord/base/language.h"

#include <stddef.h>
#include <string.h>

bool words_by_service(const struct indicator_text *t, const struct indikator_verdict *v)
{
	return t->service_kind || v->rule == INDIKATOR_RULE_STATEMENT || v->rule == INDIKATOR_RULE_PARTS;
}

const char *words_status_of(const struct indicator_text *t, enum indikator_status status)
{
	static const char *const service[] = {"", N_("Okänt"), N_("Saknas"), N_("Finns delvis"), N_("Finns")};
	static const char *const figure[] = {"", N_("Okänt"), N_("Saknas"), N_("Når inte målet"), N_("Når målet")};
	return _(t->service_kind ? service[status] : figure[status]);
}

const char *words_status(const struct indicator_text *t, const struct indikator_verdict *v)
{
	/* Zero is a value; a statement that something is missing is not a count of it. */
	if (v->status == INDIKATOR_STATUS_MISSING && !words_by_service(t, v))
		return _("Noll");
	return words_status_of(t, v->status);
}

const char *words_status_code(enum indikator_status status)
{
	static const char *const codes[] = {NULL, "okant", "saknas", "delvis", "uppfyllt"};
	return codes[status];
}

const char *words_mark(const struct indicator_text *t, const struct indikator_verdict *v)
{
	static const char *const marks[] = {" ", "·", "○", "◐", "●"};
	if (v->status == INDIKATOR_STATUS_PARTLY && !t->service_kind)
		return "▽";
	return marks[v->status];
}

const char *words_rule(enum indikator_rule rule)
{
	static const char *const rules[] = {
		[INDIKATOR_RULE_NONE] = N_("Ingen regel har kunnat avgöra."),
		[INDIKATOR_RULE_STATEMENT] =
			N_("Regel 1: en källa säger detta om platsen. Det går före vad enheterna visar."),
		[INDIKATOR_RULE_UNIT_MEETS] = N_("Regel 2: en enhet för platsen uppfyller alla krav."),
		[INDIKATOR_RULE_UNIT_MAY] = N_("Regel 3: någon enhet kan uppfylla kraven, eller så är det okänt vilka den "
		                            "betjänar. Därför är läget okänt."),
		[INDIKATOR_RULE_UNIT_FAILS] = N_("Regel 4: det finns enheter för platsen, men kraven uppfylls inte."),
		[INDIKATOR_RULE_NO_UNIT] = N_("Regel 5: ingen enhet är känd. Det betyder Saknas bara om inventeringen är "
		                           "fullständig här, annars Okänt."),
		[INDIKATOR_RULE_PARTS] = N_("Sammanlagt ur delarna: är läget detsamma i alla delar gäller det för "
		                         "helheten. Är det blandat eller delvis blir det delvis, och annars okänt."),
		[INDIKATOR_RULE_VALUE] = N_("Värdet jämförs med målet."),
		[INDIKATOR_RULE_NO_VALUE] = N_("En uppgift saknas, eller nämnaren är noll. Därför är läget okänt."),
		[INDIKATOR_RULE_NO_TARGET] = N_("Inget mål finns, och därför inget läge."),
	};
	return _(rules[rule]);
}

/* The kind of level, and of it: "Över rekommendationens övre gräns." */
static const struct {
	const char *code, *word, *genitive, *the;
} target_kinds[] = {{"malniva", N_("målnivå"), N_("målnivåns"), N_("Målnivån")},
                    {"riktmarke", N_("riktmärke"), N_("riktmärkets"), N_("Riktmärket")},
                    {"rekommendation", N_("rekommendation"), N_("rekommendationens"), N_("Rekommendationen")},
                    {"", NC_("nivå", "mål"), NC_("nivå", "målets"), NC_("nivå", "Målet")}};

static size_t target_kind(const struct indicator_text *t)
{
	size_t last = sizeof target_kinds / sizeof *target_kinds - 1, i = 0;
	while (i < last && !(t->target_kind && strcmp(t->target_kind, target_kinds[i].code) == 0))
		i++;
	return i;
}

const char *words_target_kind(const struct indicator_text *t)
{
	return C_("nivå", target_kinds[target_kind(t)].word);
}

const char *words_target_kind_of(const struct indicator_text *t)
{
	return C_("nivå", target_kinds[target_kind(t)].genitive);
}

const char *words_target_kind_the(const struct indicator_text *t)
{
	return C_("nivå", target_kinds[target_kind(t)].the);
}

const char *words_own_status(enum indikator_status status)
{
	static const char *const words[] = {N_("inget läge"), N_("okänt"), N_("noll"), N_("når inte delmålet"), N_("når delmålet")};
	return _(words[status]);
}

const char *words_answer(int answer)
{
	return _(answers[answer].label);
}

const char *words_attribute(int attribute)
{
	return _(unit_attribute(attribute)->label);
}
