/* The report's texts against its tables, and its statements against its units. */
#include "against.h"

#include "radsbord/base/language.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- beds ------------------------------------------------------------------------ */

struct bed_sum {
	int64_t beds;
	size_t unstated;  /* units whose number of beds the text does not give */
	size_t units;
};

/* A part of units that are counted together has its beds in their record. */
static bool counted_with_others(const struct model *m, const struct unit *u)
{
	const struct record *whole = u->part_of ? records_find(m->national, RECORD_UNIT, u->part_of) : NULL;
	return u->beds == FIELD_INT_NONE && whole && ((const struct unit *)whole)->beds != FIELD_INT_NONE;
}

static struct bed_sum beds_in_text(const struct model *m, const char *region, bool hospital_only)
{
	struct bed_sum sum = {0};
	for (size_t i = 0; i < records_count(m->national, RECORD_UNIT); i++) {
		const struct unit *u = records_unit(m->national, i);
		const char *type = unit_types[u->type].code;
		bool hospital = strcmp(type, "slutenvard_sjukhus") == 0;
		bool elsewhere = strcmp(type, "slutenvard_utanfor") == 0 || strcmp(type, "korttidsplatser") == 0;
		if (!u->section || strcmp(u->section, "finns") != 0) /* beds that only a table counts are not the text's */
			continue;
		if (!u->region || strcmp(u->region, region) != 0 || !(hospital || (elsewhere && !hospital_only)))
			continue;
		if (counted_with_others(m, u))
			continue;
		sum.units++;
		if (u->beds == FIELD_INT_NONE)
			sum.unstated++;
		else
			sum.beds += u->beds;
	}
	return sum;
}

static void beds_against_text(struct against *a, int region, bool hospital_only)
{
	struct num table = against_figure(a->model, region, hospital_only ? "vardplatser_sjukhus" : "vardplatser", "vf2026-bilaga2", NULL);
	struct bed_sum text = beds_in_text(a->model, a->model->reference->places[region].code, hospital_only);
	char printed[32], computed[64];
	if (!num_known(table))
		return;
	/* with beds unstated the texts give a floor; hospital beds of the table count only those with a specialist */
	bool agrees = text.unstated ? text.beds <= table.num && table.num > 0 : text.beds == table.num;
	snprintf(printed, sizeof printed, "%" PRId64, table.num);
	snprintf(computed, sizeof computed, text.unstated ? _("minst %lld") : "%lld", (long long)text.beds);
	const char *reason = agrees ? (text.unstated ? _("Texten anger inte alla platser; golvet ryms.") : _("Texten och tabellen har samma antal."))
	                     : text.units == 0 ? _("Texten nämner inga sådana platser.")
	                     : hospital_only   ? _("Tabellen räknar bara platser med specialistläkare; texten nämner alla.")
	                                       : _("Texten och tabellen räknar olika platser.");
	against_add(a, &(struct against_finding){_("Platser"), region,
	                                         hospital_only ? _("vårdplatser på sjukhus") : _("alla palliativa vårdplatser"), printed, computed,
	                                         agrees, reason});
}

/* What is said of the whole region's hospital beds (the map section names the regions with none, and with fewer than two
 * per 100 000; a region's own text may say the same) against the table. */
static void beds_against_map(struct against *a, int region)
{
	const struct model *m = a->model;
	const char *said = _("nämns inte");
	for (size_t i = 0; i < records_count(m->national, RECORD_GAP); i++) {
		const struct gap *g = records_gap(m->national, i);
		if (g->places.count || g->except.count || g->area || strcmp(service_choices[g->service].code, "slutenvard_sjukhus") != 0 || !g->region ||
		    strcmp(g->region, m->reference->places[region].code) != 0)
			continue;
		bool none = g->degree == GAP_MISSING && !g->limits.count;
		if (none || (g->section && strcmp(g->section, "karta") == 0))
			said = none || strcmp(said, "noll") == 0 ? _("noll") : _("under 2");
	}
	struct num rate = against_figure(m, region, "vardplatser_sjukhus_100k", "vf2026-bilaga2", NULL);
	if (!num_known(rate))
		return;
	const char *table = rate.num == 0 ? _("noll") : num_cmp(rate, num_int(2)) < 0 ? _("under 2") : _("nämns inte");
	bool agrees = strcmp(said, table) == 0;
	against_add(a, &(struct against_finding){_("Karta"), region, _("sjukhusplatser per 100 000"), said, table, agrees,
	                                         agrees ? _("Avsnittet och bilaga 2 säger detsamma.") : _("Avsnittet och bilaga 2 skiljer.")});
}

void against_beds(struct against *a, const int *regions, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		beds_against_text(a, regions[i], false);
		beds_against_text(a, regions[i], true);
		beds_against_map(a, regions[i]);
	}
}

/* ---- services ---------------------------------------------------------------------- */

static const char *word(enum indikator_status s)
{
	static const char *const words[] = {
		[INDIKATOR_STATUS_NONE] = N_("okänt"),    [INDIKATOR_STATUS_UNKNOWN] = N_("okänt"), [INDIKATOR_STATUS_MISSING] = N_("saknas"),
		[INDIKATOR_STATUS_PARTLY] = N_("finns delvis"), [INDIKATOR_STATUS_MET] = N_("finns")};
	return _(words[s]);
}

static enum indikator_status status_in(const struct indikator_set *set, int place, int definition, const struct model *m)
{
	struct indikator_verdict v;
	struct indikator_question q = {.today = model_today(m), .criteria = INDIKATOR_MAP};
	if (!indikator_evaluate(set, place, definition, &q, &v))
		return INDIKATOR_STATUS_UNKNOWN;
	enum indikator_status s = v.status;
	indikator_verdict_release(&v);
	return s;
}

static void service_at(struct against *a, const struct indikator_set *statements, const struct indikator_set *units, int place, int definition)
{
	enum indikator_status said = status_in(statements, place, definition, a->model);
	enum indikator_status implied = status_in(units, place, definition, a->model);
	bool known = said > INDIKATOR_STATUS_UNKNOWN && implied > INDIKATOR_STATUS_UNKNOWN;
	bool agrees = !known || said == implied;
	const char *reason = known && agrees  ? _("Uppgifter och enheter säger detsamma.")
	                     : known          ? _("Uppgiften gäller före enheterna; båda visas som motsagda.")
	                     : said == implied ? _("Varken uppgifter eller enheter räcker för ett svar.")
	                     : said > INDIKATOR_STATUS_UNKNOWN ? _("Enheternas attribut räcker inte för ett svar; uppgiften gäller.")
	                                                       : _("Ingen uppgift; enheterna gäller.");
	against_add(a, &(struct against_finding){_("Enheter"), place, _(a->model->reference->indicators[definition].title),
	                                         word(said), word(implied), agrees, reason});
}

void against_services(struct against *a, const int *regions, size_t count)
{
	const struct indikator_data *all = indikator_set_data(a->model->set);
	struct indikator_data only_statements = *all, only_units = *all;
	only_statements.units_count = only_statements.inventories_count = 0;
	only_units.statements_count = 0;
	struct indikator_error e;
	struct indikator_set *statements = indikator_set_new(&only_statements, &e);
	struct indikator_set *units = indikator_set_new(&only_units, &e);
	for (size_t i = 0; statements && units && i < count; i++)
		for (size_t k = 0; k < all->definitions_count; k++)
			if (all->definitions[k].kind == INDIKATOR_SERVICE)
				service_at(a, statements, units, regions[i], (int)k);
	indikator_set_free(&statements);
	indikator_set_free(&units);
}
