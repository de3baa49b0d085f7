/* scenario.c - one change as people write it. */
#include "radsbord/council/scenario.h"

#include "scenario_reading.h"
#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

const struct scenario_form scenario_forms[] = {
	{N_("vårdplatser +ANTAL [PLATS] [på sjukhus | utanför sjukhus]"), "vårdplatser +6 Nyköping på sjukhus", "vårdplatser +",
	 N_("Vårdplatser öppnas, eller stängs med ett minus framför.")},
	{N_("läkare | sjuksköterskor ANTAL [PLATS]"), "läkare 12", "läkare ",
	 N_("Så många specialister blir det; med plus framför så många fler.")},
	{N_("INDIKATOR ANDEL % [av ANTAL] [PLATS]"), "brytpunktssamtal 85 %", "brytpunktssamtal 85 %",
	 N_("En registerandel; ”av 1200” när ingen har uppgett hur många den räknas på.")},
	{N_("stöd +ANTAL [PLATS]"), "stöd +100", "stöd +", N_("Fler som får specialiserat palliativt stöd.")},
	{N_("ny enhet TYP [PLATS, …]: EGENSKAP, … [, ANTAL vårdplatser]"),
	 "ny enhet konsultteam Katrineholm: läkare schemalagd, sjuksköterska schemalagd, ronder", "ny enhet ",
	 N_("En enhet som betjänar platserna. Det som inte sägs om den är okänt.")},
	{N_("TYP | ENHETENS ID EGENSKAP, … [, betjänar PLATS, …]"), "jourlinje dygnet runt, ej anslutna, betjänar Södermanland",
	 "jourlinje dygnet runt", N_("En enhet som finns får andra svar; ”ej” framför betyder nej.")},
	{N_("brist ID åtgärdad [PLATS]"), "brist B04-02 åtgärdad", "brist ", N_("Bristen antas vara åtgärdad.")},
	{NULL, NULL, NULL, NULL},
};

/* ---- what the readers share ----------------------------------------------------- */

const char *reading_alias(const struct alias *aliases, const char *folded)
{
	for (; aliases->folded; aliases++)
		if (strcmp(aliases->folded, folded) == 0)
			return aliases->code;
	return NULL;
}

static int find_place(void *ctx, const char *folded, const char *text)
{
	const struct names *n = ctx;
	(void)folded;
	return reference_find_place(n->r, text, false);
}

bool reading_wrong(struct reading *x, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *text = mem_vprintf(fmt, ap);
	va_end(ap);
	error_set(x->e, ERROR_USAGE, "%s", text);
	free(text);
	return false;
}

const char *reading_rest(struct reading *x)
{
	size_t n = phrase_run(&x->w);
	return phrase_text(&x->w, n ? n : 1);
}

bool reading_at_code(const struct reading *x)
{
	return reference_place_by_code(x->names.r, phrase_next(&x->w)->text) >= 0;
}

bool reading_place(struct reading *x, int *place)
{
	*place = phrase_take_name(&x->w, find_place, &x->names);
	return *place >= 0;
}

/* ---- gaps ---------------------------------------------------------------------------- */

static bool is_id(const char *s)
{
	return strpbrk(s, "0123456789") && !s[strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")];
}

static const char *upper(struct reading *x, const char *s)
{
	char *out = arena_strdup(x->w.a, s);
	for (char *p = out; *p; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return out;
}

static bool read_mended(struct reading *x)
{
	x->out->kind = SCENARIO_MENDED;
	if (!is_id(phrase_next(&x->w)->text))
		return reading_wrong(x, _("Skriv bristens Id, till exempel: brist B04-02 åtgärdad. Det står i radsbord saknas --format csv."));
	x->out->gap = upper(x, x->w.items[x->w.at++].text);
	phrase_take(&x->w, "antas");
	if (!phrase_take(&x->w, "atgardad"))
		return reading_wrong(x, _("Skriv ”åtgärdad” efter bristens Id: brist %.40s åtgärdad."), x->out->gap);
	phrase_take(&x->w, "i");
	if (!phrase_end(&x->w) && (!reading_place(x, &x->out->place) || !phrase_end(&x->w)))
		return reading_wrong(x, _("”%.60s” är ingen plats. Skriv en plats eller ingenting efter ”åtgärdad”."), reading_rest(x));
	return true;
}

/* ---- all of them ------------------------------------------------------------------------ */

static bool read_change(struct reading *x)
{
	if (phrase_take(&x->w, "ny"))
		return reading_new_unit(x);
	if (phrase_take(&x->w, "brist") || phrase_take(&x->w, "bristen"))
		return read_mended(x);
	x->out->type = reading_type(x);
	if (x->out->type >= 0)
		return reading_changed_unit(x);
	x->out->indicator = reading_indicator(x);
	if (x->out->indicator >= 0)
		return reading_figure(x);
	if (is_id(phrase_next(&x->w)->text) && strchr("0123456789", phrase_next(&x->w)->text[0]) == NULL) {
		x->out->unit = upper(x, x->w.items[x->w.at++].text);
		return reading_changed_unit(x);
	}
	return reading_wrong(x, _("”%.60s” går inte att tänka om. Skriv till exempel vårdplatser +6, läkare +3, brytpunktssamtal 85 %%, stöd +100, "
	             "jourlinje dygnet runt, ny enhet konsultteam Katrineholm: ronder, eller brist B04-02 åtgärdad."), reading_rest(x));
}

static const char *trimmed(struct arena *a, const char *text)
{
	size_t n = strlen(text);
	while (n > 0 && strchr(" \t\r\n", text[n - 1]))
		n--;
	size_t skip = strspn(text, " \t\r\n");
	return arena_strndup(a, text + (skip < n ? skip : n), skip < n ? n - skip : 0);
}

bool scenario_parse(const struct reference *r, const char *text, struct arena *a, struct scenario_change *out,
                    struct error *e)
{
	struct reading x = {.names = {r, a}, .out = out, .e = e};
	*out = (struct scenario_change){.indicator = -1, .place = -1, .type = -1, .hospital = -1};
	for (int i = 0; i < UNIT_ATTRIBUTES; i++)
		out->attributes[i] = -1;
	if (!phrase_split(&x.w, text, a, e))
		return false;
	out->text = trimmed(a, text);
	if (phrase_end(&x.w))
		return error_set(e, ERROR_USAGE, _("Skriv en ändring, till exempel: %s."), scenario_forms[0].example);
	return read_change(&x);
}
