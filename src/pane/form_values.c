/* What is typed in a form, as it stands in a file, and back: dates and times as people write them, lists with one value a line, and names
 * of places, indicators and records in place of their codes. */
#include "form_values.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/council/goal.h"

#include <stdlib.h>
#include <string.h>

/* Fields that hold codes of the reference, or names. */
static const struct {
	enum record_kind kind;
	const char *field;
	enum holds holds;
} coded[] = {
	{RECORD_GOAL, "Indikator", HOLDS_INDICATOR}, {RECORD_GOAL, "Plats", HOLDS_PLACE}, {RECORD_GOAL, "Oavsett", HOLDS_DIMENSION},
	{RECORD_UNIT, "Region", HOLDS_PLACE},        {RECORD_UNIT, "Ligger_i", HOLDS_PLACE}, {RECORD_UNIT, "Betjanar", HOLDS_PLACE},
	{RECORD_UNIT, "Sjukhus", HOLDS_PLACE},       {RECORD_GAP, "Region", HOLDS_PLACE},    {RECORD_GAP, "Plats", HOLDS_PLACE},
	{RECORD_GAP, "Utom", HOLDS_PLACE},           {RECORD_GAP, "Begransning", HOLDS_LIMIT}, {RECORD_UNIT, "Begransning", HOLDS_LIMIT},
	{RECORD_ACTION, "Ansvarig", HOLDS_PERSON},   {RECORD_ACTION, "Medverkande", HOLDS_PERSON}, {RECORD_ITEM, "Foredragande", HOLDS_PERSON},
	{RECORD_REFERRAL, "Handlaggare", HOLDS_PERSON}, {RECORD_REFERRAL, "Avsandare", HOLDS_PERSON}, {RECORD_REFERRAL, "Mottagare", HOLDS_PERSON},
	{RECORD_ATTENDANCE, "Namn", HOLDS_PERSON},   {RECORD_ATTENDANCE, "Organisation", HOLDS_ORGANISATION},
	{RECORD_SEAT, "Organisation", HOLDS_ORGANISATION}, {RECORD_GAP, "Uppgiftslamnare", HOLDS_PERSON}, {RECORD_UNIT, "Uppgiftslamnare", HOLDS_PERSON},
	{RECORD_UNIT, "Drivs_av", HOLDS_ORGANISATION}, {RECORD_QUESTION, "Besvarad_av", HOLDS_PERSON}, {RECORD_QUESTION, "Enhet", HOLDS_WORKPLACE},
	{RECORD_PLAN, "Uppdragsgivare", HOLDS_ORGANISATION}, {RECORD_PLAN, "Antagen_av", HOLDS_PERSON}, {RECORD_PLAN, "Arsplan_till", HOLDS_PERSON},
	{RECORD_PLAN, "Arsberattelse_till", HOLDS_PERSON}, {RECORD_ACTION, "Brist", HOLDS_GAP}, {RECORD_ACTION, "Forslag", HOLDS_PROPOSAL},
	{RECORD_ACTION, "Mal", HOLDS_GOAL},
	{RECORD_SEAT, "Plats", HOLDS_PLACE},         {RECORD_LIAISON, "Plats", HOLDS_PLACE}, {RECORD_LIAISON, "Enhet", HOLDS_WORKPLACE},
	{RECORD_COST, "Region", HOLDS_PLACE},        {RECORD_COST, "Deltar_inte", HOLDS_PLACE}, {RECORD_UNIT, "Omrade", HOLDS_AREA},
	{RECORD_GAP, "Omrade", HOLDS_AREA},
};

enum holds form_holds(enum record_kind kind, const struct field *f)
{
	for (size_t i = 0; i < sizeof coded / sizeof *coded; i++)
		if (coded[i].kind == kind && strcmp(coded[i].field, f->name) == 0)
			return coded[i].holds;
	return HOLDS_TEXT;
}

static const char *choice_code(const struct field *f, const char *label)
{
	for (const struct choice *c = f->choices; c->code; c++)
		if (strcmp(c->label, label) == 0)
			return c->code;
	return "";
}

/* ---- from the form ------------------------------------------------------------ */

/* "0482 Flen", "0482", "Flen", "sjh-nykoping Nyköpings lasarett": the code. */
static const char *place_code(const struct form_world *w, const struct field *f, const char *typed, struct error *e)
{
	struct arena a = {0};
	size_t n = strcspn(typed, " ");
	/* no name of a place is the code of another when it has a digit or a hyphen */
	int place = strcspn(typed, "-0123456789") < n ? reference_place_by_code(w->reference, arena_strndup(&a, typed, n)) : -1;
	arena_release(&a);
	/* a service lies in a municipality, never in the region of the same name */
	if (place < 0)
		place = reference_find_place(w->reference, typed, strcmp(f->name, "Region") != 0 && strcmp(f->name, "Plats") != 0);
	if (place < 0)
		place = reference_find_place(w->reference, typed, false);
	if (place >= 0)
		return w->reference->places[place].code;
	error_set(e, ERROR_USAGE, _("%s: platsen ”%.60s” finns inte. Skriv en kommuns, regions eller ett sjukhus namn."), _(f->label), typed);
	return NULL;
}

static const char *indicator_id(const struct form_world *w, const struct field *f, const char *typed, struct error *e)
{
	int at = reference_find_indicator(w->reference, typed);
	if (at >= 0)
		return w->reference->indicators[at].id;
	error_set(e, ERROR_USAGE, _("%s: indikatorn ”%.60s” finns inte. Skriv den som den heter på sidan 1."), _(f->label), typed);
	return NULL;
}

/* "ålder: brytpunktssamtal, smartskattning"; without an indicator "ålder", which is okänt. */
static const char *dimension_line(const struct form_world *w, const struct field *f, const char *typed, struct arena *a, struct error *e)
{
	struct goal_dimension d;
	goal_dimension_read(typed, a, &d);
	const char *line = d.name;
	for (size_t i = 0; i < d.indicators.count; i++) {
		const char *id = indicator_id(w, f, d.indicators.items[i], e);
		if (!id)
			return NULL;
		line = arena_printf(a, "%s%s%s", line, i ? ", " : ": ", id);
	}
	return line;
}

/* "Ålder: bara vuxna", "alder: bara vuxna": what the limit is of, as a file has it, and the words. */
static const char *limit_line(const struct field *f, const char *typed, struct arena *a, struct error *e)
{
	size_t n = strcspn(typed, ":"), words = n + strspn(typed + n, ": ");
	const char *kind = arena_strndup(a, typed, n);
	for (const struct choice *k = limit_kinds; typed[words] && k->code; k++)
		if (text_same_name(k->label, kind))
			return arena_printf(a, "%s: %s", k->code, typed + words);
	error_set(e, ERROR_USAGE, _("%s: ”%.60s” börjar inte med vad som begränsar. Skriv till exempel Ålder: bara vuxna, eller Tid: vardagar."),
	          _(f->label), typed);
	return NULL;
}

/* "B04-02 Jourlinje", "b04-02": the Id. What has gone since it was written stays. */
static const char *record_id(const struct form_world *w, enum holds what, const struct field *f, const char *typed, struct arena *a,
                             struct error *e)
{
	size_t n = strcspn(typed, " ");
	char *id = arena_strndup(a, typed, n);
	for (char *c = id; *c; c++)
		*c = (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
	if (what == HOLDS_GAP && model_gap(w->model, id))
		return id;
	if (what == HOLDS_PROPOSAL && w->model->national && records_find(w->model->national, RECORD_PROPOSAL, id))
		return id;
	if (strstr(typed, _("(finns inte längre)")))
		return arena_strndup(a, typed, n);
	error_set(e, ERROR_USAGE, _("%s: ”%.60s” är inget sådant nummer. Skriv några ord ur den som menas och välj i listan."), _(f->label), typed);
	return NULL;
}

const char *form_goal_line(const struct goal *g, struct arena *a)
{
	return g->nr == FIELD_INT_NONE ? g->title : arena_printf(a, "%lld %s", (long long)g->nr, g->title);
}

/* A goal's Id is for the program: it is written by its number and name. */
static const char *goal_id(const struct form_world *w, const struct field *f, const char *typed, struct arena *a, struct error *e)
{
	const struct records *council = w->model->council;
	for (size_t i = 0; council && i < records_count(council, RECORD_GOAL); i++) {
		const struct goal *g = records_goal(council, i);
		if (text_same_name(form_goal_line(g, a), typed) || text_same_name(g->title, typed))
			return g->head.id;
	}
	if (strstr(typed, _("(finns inte längre)")))
		return arena_strndup(a, typed, strcspn(typed, " "));
	error_set(e, ERROR_USAGE, _("%s: ”%.60s” är inget av planens mål. Skriv några ord ur det som menas och välj i listan."), _(f->label), typed);
	return NULL;
}

static const char *area_name(const struct form_world *w, const struct field *f, const char *typed, struct error *e)
{
	int at = reference_find_place(w->reference, typed, false);
	if (at >= 0 && w->reference->places[at].level == PLACE_AREA)
		return w->reference->places[at].name;
	error_set(e, ERROR_USAGE, _("%s: ”%.60s” är inget område i Västra Götaland. Skriv till exempel Skaraborg, eller lämna det tomt."),
	          _(f->label), typed);
	return NULL;
}

static bool add_value(const struct form_world *w, enum record_kind kind, const struct field *f, const char *typed, struct arena *a,
                      struct strings *out, struct error *e)
{
	const char *value = typed;
	switch (form_holds(kind, f)) {
	case HOLDS_PLACE:
		value = place_code(w, f, typed, e);
		break;
	case HOLDS_INDICATOR:
		value = indicator_id(w, f, typed, e);
		break;
	case HOLDS_DIMENSION:
		value = dimension_line(w, f, typed, a, e);
		break;
	case HOLDS_LIMIT:
		value = limit_line(f, typed, a, e);
		break;
	case HOLDS_GAP:
	case HOLDS_PROPOSAL:
		value = record_id(w, form_holds(kind, f), f, typed, a, e);
		break;
	case HOLDS_GOAL:
		value = goal_id(w, f, typed, a, e);
		break;
	case HOLDS_AREA:
		value = area_name(w, f, typed, e);
		break;
	default:
		break;
	}
	if (value)
		strings_add(out, arena_strdup(a, value), a);
	return value != NULL;
}

/* One value a line; blank lines are none. */
static bool add_lines(const struct form_world *w, enum record_kind kind, const struct field *f, const char *typed, struct arena *a,
                      struct strings *out, struct error *e)
{
	for (const char *at = typed; *at;) {
		size_t n = strcspn(at, "\n"), first = strspn(at, " \t");
		size_t end = n;
		while (end > first && strchr(" \t\r", at[end - 1]))
			end--;
		if (end > first && !add_value(w, kind, f, arena_strndup(a, at + first, end - first), a, out, e))
			return false;
		at += n + (at[n] == '\n');
	}
	return true;
}

bool form_read_value(const struct form_world *w, enum record_kind kind, const struct field *f, const char *typed, struct arena *a,
                     struct strings *out, struct error *e)
{
	struct buf b = {0};
	struct date d;
	struct num n;
	int minutes;
	if (!*typed)
		return true;
	switch (f->type) {
	case FIELD_LIST:
	case FIELD_REFS:
		return add_lines(w, kind, f, typed, a, out, e);
	case FIELD_INT:
		if (!num_parse_swedish(typed, &n, NULL) || n.den != 1)
			return error_set(e, ERROR_USAGE, _("%s: ”%s” är inget heltal. Skriv till exempel 12 eller 8 200 000."), _(f->label), typed);
		buf_printf(&b, "%lld", (long long)n.num);
		break;
	case FIELD_DATE:
		if (!date_parse_human(typed, w->today, &d))
			return error_set(e, ERROR_USAGE, _("%s: ”%s” är inget datum. Skriv till exempel 4/2, +14, v 5 eller 2027-02-04."),
			                 f->label, typed);
		date_format_iso(&b, d);
		break;
	case FIELD_TIME:
		minutes = time_parse(typed);
		if (minutes < 0)
			return error_set(e, ERROR_USAGE, _("%s: ”%s” är inget klockslag. Skriv till exempel 9 eller 9.30."), _(f->label), typed);
		buf_printf(&b, "%02d:%02d", minutes / 60, minutes % 60);
		break;
	case FIELD_CHOICE:
		buf_str(&b, choice_code(f, typed));
		break;
	default:
		return add_value(w, kind, f, typed, a, out, e);
	}
	strings_add(out, arena_strdup(a, buf_cstr(&b)), a);
	buf_release(&b);
	return true;
}

/* ---- into the form -------------------------------------------------------------- */

static void show_limit(const char *value, struct buf *out)
{
	size_t n = strcspn(value, ":");
	for (const struct choice *k = limit_kinds; k->code; k++)
		if (value[n] && strlen(k->code) == n && memcmp(k->code, value, n) == 0) {
			buf_printf(out, "%s%s", k->label, value + n);
			return;
		}
	buf_str(out, value);
}

const char *form_gap_line(const struct model *m, const char *id, struct arena *a)
{
	const struct gap *g = model_gap(m, id);
	return g ? arena_printf(a, "%s %s: %.*s", id, _(service_choices[g->service].label), (int)strcspn(g->text, "\n"), g->text) : arena_printf(a, "%s %s", id, _("(finns inte längre)"));
}

static const char *proposal_line(const struct model *m, const char *id, struct arena *a)
{
	const struct record *r = m->national ? records_find(m->national, RECORD_PROPOSAL, id) : NULL;
	return r ? arena_printf(a, "%s %s", id, ((const struct proposal *)(const void *)r)->title) : arena_printf(a, "%s %s", id, _("(finns inte längre)"));
}

static const char *kept_goal(const struct model *m, const char *id, struct arena *a)
{
	const struct record *r = m->council ? records_find(m->council, RECORD_GOAL, id) : NULL;
	return r ? form_goal_line((const struct goal *)(const void *)r, a) : arena_printf(a, "%s %s", id, _("(finns inte längre)"));
}

static void show_value(const struct form_world *w, enum holds what, const char *value, struct buf *out)
{
	if (what == HOLDS_LIMIT) {
		show_limit(value, out);
		return;
	}
	int at = what == HOLDS_PLACE       ? reference_place_by_code(w->reference, value)
	         : what == HOLDS_INDICATOR ? reference_find_indicator(w->reference, value)
	                                   : -1;
	if (at < 0)
		buf_str(out, value);
	else if (what == HOLDS_INDICATOR)
		buf_str(out, w->reference->indicators[at].short_title);
	else
		buf_printf(out, "%s %s", value, w->reference->places[at].name);
}

void form_show_value(const struct form_world *w, enum record_kind kind, const struct field *f, const struct record *r, struct buf *out)
{
	struct arena a = {0};
	struct strings values = {0};
	enum holds what = form_holds(kind, f);
	if (f->type != FIELD_LIST && what == HOLDS_TEXT) {
		bool spoke = language_swedish(); /* the form finds a choice by its label, and says it in the language of the interface where it draws */
		field_show(f, r, out);
		language_back(spoke);
		return;
	}
	field_encode(f, r, &a, &values);
	for (size_t i = 0; i < values.count; i++) {
		buf_str(out, i ? "\n" : "");
		if (what == HOLDS_GAP)
			buf_str(out, form_gap_line(w->model, values.items[i], &a));
		else if (what == HOLDS_PROPOSAL)
			buf_str(out, proposal_line(w->model, values.items[i], &a));
		else if (what == HOLDS_GOAL)
			buf_str(out, kept_goal(w->model, values.items[i], &a));
		else
			show_value(w, what, values.items[i], out);
	}
	arena_release(&a);
}
