/* scenario_unit.c - a change of units: a new one, or one that is there. */
#include "scenario_reading.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>

static const struct alias type_aliases[] = {
	{"hemsjukvard", "hemsjukvardsteam"},   {"hemsjukvardsteamet", "hemsjukvardsteam"},
	{"konsultteamet", "konsultteam"},      {"mottagningen", "mottagning"},
	{"jourlinjen", "jourlinje"},           {"slutenvard pa sjukhus", "slutenvard_sjukhus"},
	{"barnteamet", "barnteam"},            {"slutenvard utanfor sjukhus", "slutenvard_utanfor"},
	{NULL, NULL},
};
static const struct alias attribute_aliases[] = {
	{"24/7", "Dygnet_runt"},     {"kontorstid", "Kontorstid_5"},
	{"lakare", "Lakare_schemalagd"}, {"ssk", "Ssk_schemalagd"},
	{"sjukskoterska", "Ssk_schemalagd"}, {"uppdrag", "Skriftligt_uppdrag"},
	{"kurator", "Kurator"},      {"arbetsterapeut", "Arbetsterapeut"},
	{"fysioterapeut", "Fysioterapeut"}, {"ronder", "Ronder"},
	{NULL, NULL},
};

static int find_type(void *ctx, const char *folded, const char *text)
{
	const struct names *n = ctx;
	const char *code = reading_alias(type_aliases, folded);
	(void)text;
	for (int i = 0; unit_types[i].code; i++)
		if ((code && strcmp(unit_types[i].code, code) == 0) ||
		    strcmp(phrase_fold(n->a, unit_types[i].code), folded) == 0 ||
		    strcmp(phrase_fold(n->a, unit_types[i].label), folded) == 0)
			return i;
	return -1;
}

static int find_attribute(void *ctx, const char *folded, const char *text)
{
	const struct names *n = ctx;
	const char *code = reading_alias(attribute_aliases, folded);
	(void)text;
	for (int i = 0; i < UNIT_ATTRIBUTES; i++) {
		const struct field *f = unit_attribute(i);
		if ((code && strcmp(f->name, code) == 0) || strcmp(phrase_fold(n->a, f->name), folded) == 0 ||
		    strcmp(phrase_fold(n->a, f->label), folded) == 0)
			return i;
	}
	return -1;
}

void scenario_attributes(struct buf *out)
{
	for (int i = 0; i < UNIT_ATTRIBUTES; i++) {
		struct buf label = {0};
		text_fold(&label, unit_attribute(i)->label);
		buf_printf(out, "%s%s", i ? ", " : "", buf_cstr(&label));
		buf_release(&label);
	}
}

int reading_type(struct reading *x)
{
	return phrase_take_name(&x->w, find_type, &x->names);
}

static bool add_served(struct reading *x, int place)
{
	if (x->out->serves_count == SCENARIO_SERVES_MOST)
		return reading_wrong(x, _("Det är för många platser på en gång. Skriv regionen i stället."));
	x->out->serves[x->out->serves_count++] = place;
	return true;
}

static bool take_and(struct reading *x)
{
	return phrase_take(&x->w, "och") || phrase_take(&x->w, "samt");
}

static bool read_answer(struct reading *x, bool *taken)
{
	size_t at = x->w.at;
	int attribute = phrase_take_name(&x->w, find_attribute, &x->names), answer = 2;
	if (attribute < 0 && (phrase_take(&x->w, "ej") || phrase_take(&x->w, "inte") || phrase_take(&x->w, "utan"))) {
		attribute = phrase_take_name(&x->w, find_attribute, &x->names);
		answer = 1;
	}
	*taken = attribute >= 0;
	if (!*taken) {
		x->w.at = at;
		return true;
	}
	if (x->out->attributes[attribute] >= 0 && x->out->attributes[attribute] != answer)
		return reading_wrong(x, _("%s står både som ja och som nej."), unit_attribute(attribute)->label);
	x->out->attributes[attribute] = answer;
	return true;
}

static bool read_beds(struct reading *x, bool *taken)
{
	struct amount n;
	struct error e = {0};
	size_t at = x->w.at;
	bool code = reading_at_code(x);
	*taken = phrase_take_amount(&x->w, &n, &e);
	if (e.code != ERROR_NONE)
		return reading_wrong(x, "%s", e.text);
	if (!*taken)
		return true;
	bool beds = phrase_take(&x->w, "vardplatser") || phrase_take(&x->w, "vardplats");
	if (!beds && code) { /* a place that is served */
		*taken = false;
		x->w.at = at;
		return true;
	}
	if (!beds)
		return reading_wrong(x, _("Efter talet står ”vårdplatser”, till exempel: 6 vårdplatser."));
	if (x->out->kind != SCENARIO_NEW_UNIT)
		return reading_wrong(x, _("Fler vårdplatser på en enhet som finns skrivs som en egen ändring: vårdplatser +6 Nyköping på sjukhus."));
	if (num_known(x->out->beds) || n.number.num < 0 || n.number.den != 1)
		return reading_wrong(x, _("En ny enhet har ett helt antal vårdplatser, till exempel: 6 vårdplatser."));
	x->out->beds = n.number;
	return true;
}

/* "på Nyköpings lasarett": the hospital that the unit lies on. */
static bool read_hospital(struct reading *x, bool *taken)
{
	size_t at = x->w.at;
	int place;
	*taken = phrase_take(&x->w, "pa") && reading_place(x, &place) && x->names.r->places[place].level == PLACE_HOSPITAL;
	if (*taken)
		x->out->hospital = place;
	else
		x->w.at = at;
	return true;
}

static bool unknown_property(struct reading *x)
{
	struct buf list = {0};
	scenario_attributes(&list);
	reading_wrong(x, _("”%.60s” är ingen egenskap hos en enhet. De som finns: %s."), reading_rest(x), buf_cstr(&list));
	buf_release(&list);
	return false;
}

/* "dygnet runt, ej kurator, 6 vårdplatser, på Nyköpings lasarett, betjänar Nyköping och Oxelösund" */
static bool read_properties(struct reading *x)
{
	static bool (*const kinds[])(struct reading *, bool *) = {read_hospital, read_beds, read_answer};
	bool serving = false;
	while (!phrase_end(&x->w)) {
		bool taken = false;
		int place;
		if (phrase_take(&x->w, ",") || take_and(x))
			continue;
		if (phrase_take(&x->w, "betjanar")) {
			serving = true;
			continue;
		}
		for (size_t i = 0; !taken && i < sizeof kinds / sizeof *kinds; i++)
			if (!kinds[i](x, &taken))
				return false;
		if (taken)
			continue;
		if (!serving)
			return unknown_property(x);
		if (!reading_place(x, &place))
			return reading_wrong(x, _("”%.60s” är varken en plats eller en egenskap hos en enhet."), reading_rest(x));
		if (!add_served(x, place))
			return false;
	}
	return true;
}

/* The places between the type and the colon. A hospital is where the unit lies, and serves. */
static bool read_unit_places(struct reading *x)
{
	while (!phrase_end(&x->w) && !phrase_take(&x->w, ":")) {
		int place;
		if (phrase_take(&x->w, ",") || take_and(x) || phrase_take(&x->w, "i") || phrase_take(&x->w, "pa"))
			continue;
		if (!reading_place(x, &place))
			return reading_wrong(x, _("”%.60s” är ingen plats. Egenskaperna skrivs efter ett kolon, till exempel: ny enhet konsultteam "
			             "Katrineholm: ronder."), reading_rest(x));
		if (x->names.r->places[place].level == PLACE_HOSPITAL)
			x->out->hospital = place;
		if (!add_served(x, place))
			return false;
	}
	return true;
}

bool reading_new_unit(struct reading *x)
{
	phrase_take(&x->w, "enhet");
	x->out->kind = SCENARIO_NEW_UNIT;
	x->out->type = reading_type(x);
	if (x->out->type < 0) {
		struct buf list = {0};
		for (int i = 0; unit_types[i].code; i++)
			buf_printf(&list, "%s%s", i ? ", " : "", unit_types[i].label);
		reading_wrong(x, _("Skriv vilken typ den nya enheten är: %s."), buf_cstr(&list));
		buf_release(&list);
		return false;
	}
	return read_unit_places(x) && read_properties(x);
}

bool reading_changed_unit(struct reading *x)
{
	x->out->kind = SCENARIO_CHANGED_UNIT;
	phrase_take(&x->w, ":");
	phrase_take(&x->w, "blir");
	if (phrase_end(&x->w))
		return reading_wrong(x, _("Skriv vad som blir annorlunda, till exempel: jourlinje dygnet runt, ej anslutna."));
	return read_properties(x);
}
