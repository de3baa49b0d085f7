/* scenario_figure.c - a change of a figure: how many more, how many, or which share. */
#include "scenario_reading.h"

#include "radsbord/base/language.h"

#include <string.h>

static const struct alias indicator_aliases[] = {
	{"vardplatser", "vardplatser_100k"},
	{"vardplats", "vardplatser_100k"},
	{"lakare", "lakarspecialist"},
	{"lakarspecialister", "lakarspecialist"},
	{"specialistlakare", "lakarspecialist"},
	{"sjukskoterskor", "sjukskoterskespecialist"},
	{"ssk", "sjukskoterskespecialist"},
	{"specialistsjukskoterskor", "sjukskoterskespecialist"},
	{"stod", "behov_ej_tillgodosett"},
	{NULL, NULL},
};
static int find_indicator(void *ctx, const char *folded, const char *text)
{
	const struct names *n = ctx;
	const char *code = reading_alias(indicator_aliases, folded);
	return reference_find_indicator(n->r, code ? code : text);
}

int reading_indicator(struct reading *x)
{
	return phrase_take_name(&x->w, find_indicator, &x->names);
}

/* "på sjukhus", "utanför sjukhus", or the unit type of the beds. */
static bool take_where(struct reading *x)
{
	static const struct {
		const char *words[3];
		enum scenario_beds where;
	} rows[] = {{{"pa", "sjukhus", NULL}, SCENARIO_BEDS_ON_HOSPITAL},
	            {{"slutenvard sjukhus", NULL, NULL}, SCENARIO_BEDS_ON_HOSPITAL},
	            {{"utanfor", "sjukhus", NULL}, SCENARIO_BEDS_OUTSIDE},
	            {{"slutenvard utanfor", NULL, NULL}, SCENARIO_BEDS_OUTSIDE}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t at = x->w.at, k = 0;
		while (rows[i].words[k] && phrase_take(&x->w, rows[i].words[k]))
			k++;
		if (!rows[i].words[k]) {
			x->out->where = rows[i].where;
			return true;
		}
		x->w.at = at;
	}
	return false;
}

static const struct indicator_text *indicator(const struct reading *x)
{
	return &x->names.r->indicators[x->out->indicator];
}

static bool is_beds(const struct reading *x)
{
	return strcmp(indicator(x)->id, "vardplatser_100k") == 0;
}

/* What follows the name of an indicator, in any order. */
struct figure_words {
	bool amount, sign, percent, of;
};

static bool read_amount(struct reading *x, struct figure_words *f, bool *taken)
{
	struct amount n;
	struct error e = {0};
	bool of = phrase_take(&x->w, "av");
	bool place = f->amount && !of && reading_at_code(x);
	*taken = !place && phrase_take_amount(&x->w, &n, &e);
	if (e.code != ERROR_NONE)
		return reading_wrong(x, "%s", e.text);
	if (of && (!*taken || n.sign || f->of))
		return reading_wrong(x, _("Efter ”av” står ett antal, till exempel: brytpunktssamtal 85 %% av 1200."));
	if (!*taken)
		return true;
	if (!of && f->amount)
		return reading_wrong(x, _("Det står två tal. Skriv ett, till exempel: vårdplatser +6."));
	if (of) {
		x->out->of = n.number;
		f->of = true;
		return true;
	}
	x->out->amount = n.number;
	f->amount = true;
	f->sign = n.sign;
	f->percent = phrase_take(&x->w, "%") || phrase_take(&x->w, "procent");
	return true;
}

static bool read_figure_words(struct reading *x, struct figure_words *f)
{
	while (!phrase_end(&x->w)) {
		bool taken;
		if (!read_amount(x, f, &taken))
			return false;
		if (taken || phrase_take(&x->w, "i") || phrase_take(&x->w, "till") || phrase_take(&x->w, "blir") || take_where(x))
			continue;
		const char *rest = reading_rest(x);
		if (strcmp(rest, "+") == 0 || strcmp(rest, "-") == 0)
			return reading_wrong(x, _("Skriv ett tal efter ”%s”."), rest);
		if (x->out->place >= 0 || !reading_place(x, &x->out->place))
			return reading_wrong(x, _("”%.80s” är ingen plats. Skriv en region, ett område eller en kommun efter talet."), reading_rest(x));
	}
	return true;
}

/* The indicator's own name in small letters, for a sentence that shows what to write. */
static const char *spoken(struct reading *x)
{
	for (const struct alias *a = indicator_aliases; a->folded; a++)
		if (strcmp(a->code, indicator(x)->id) == 0)
			return strcmp(a->folded, "vardplatser") == 0 ? "vårdplatser"
			       : strcmp(a->folded, "lakare") == 0    ? "läkare"
			       : strcmp(a->folded, "stod") == 0      ? "stöd"
			                                             : "sjuksköterskor";
	return indicator(x)->id;
}

static bool settle_share(struct reading *x, const struct figure_words *f)
{
	const char *name = spoken(x);
	if (!indicator(x)->percent || indicator(x)->need_kind)
		return reading_wrong(x, _("%s räknas inte i procent här. Skriv hur många, till exempel: %s +3."), indicator(x)->title, name);
	if (f->sign)
		return reading_wrong(x, _("Skriv andelen som den blir, utan plus och minus: %s 85 %%."), name);
	if (num_cmp(x->out->amount, num_int(100)) > 0)
		return reading_wrong(x, _("En andel är högst 100 %%. Skriv till exempel: %s 85 %%."), name);
	x->out->kind = SCENARIO_SHARE;
	return true;
}

static bool settle_count(struct reading *x, const struct figure_words *f)
{
	const char *name = spoken(x);
	if (f->of)
		return reading_wrong(x, _("”av” hör till en andel, till exempel: brytpunktssamtal 85 %% av 1200."));
	if (!f->sign && indicator(x)->need_kind)
		return reading_wrong(x, _("Skriv hur många fler som får stöd: stöd +100."));
	if (!f->sign && indicator(x)->percent)
		return reading_wrong(x, _("Skriv %s 85 %% för andelen, eller %s +40 för fler personer."), name, name);
	if (!f->sign && x->out->where != SCENARIO_BEDS_ANYWHERE)
		return reading_wrong(x, _("Skriv hur många fler eller färre vårdplatserna blir när du säger var de är: vårdplatser +6 på sjukhus."));
	x->out->kind = f->sign ? SCENARIO_MORE : SCENARIO_COUNT;
	return true;
}

bool reading_figure(struct reading *x)
{
	struct figure_words f = {0};
	if (indicator(x)->service_kind)
		return reading_wrong(x, _("%s är ingen siffra. Ändra en enhet eller öppna en ny, till exempel: ny enhet jourlinje: dygnet runt, ej "
		             "anslutna."), indicator(x)->title);
	if (!read_figure_words(x, &f))
		return false;
	if (!f.amount)
		return reading_wrong(x, indicator(x)->percent && !indicator(x)->need_kind ? _("Skriv andelen, till exempel: %s 85 %%.")
		                                                                  : _("Skriv hur många, till exempel: %s +3."), spoken(x));
	if (x->out->where != SCENARIO_BEDS_ANYWHERE && !is_beds(x))
		return reading_wrong(x, _("Bara vårdplatser kan vara på eller utanför sjukhus. Skriv till exempel: vårdplatser +6 på sjukhus."));
	return f.percent ? settle_share(x, &f) : settle_count(x, &f);
}
