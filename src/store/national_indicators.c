/* indikatorer.ini: one row a key, so that what is read, what is required and what is unknown come from one table. */
#include "national_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/council/goal.h"
#include "radsbord/store/ini.h"

#include <fcntl.h>
#include <string.h>

#define SHORT_TITLE_COLUMNS 28

/* An indicator while it is read. */
struct draft {
	struct indikator_definition d;
	struct indicator_text t;
	int kind, direction, relation, quantifier, rounding, count_rounding;
	int summed;      /* an index into yes_no: as long as nothing is said, it is */
	struct value_requires requires[INDIKATOR_CRITERIA];
	struct indikator_number percent;
	const char *target_changes; /* "2027:95, 2030:97" */
	const char *published_sources[INDIKATOR_SOURCES];
	bool given[64];  /* by row */
};

static const char *const groups[] = {"tjanst", "behov", "malniva", "register", "uppfoljning", "nyckeltal", NULL};
static const char *const levels[] = {"kommun", "region", "enhet", NULL};
static const char *const kinds[] = {"kvot", "behov", "verksamhet", NULL};
static const char *const yes_no[] = {"ja", "nej", NULL};
static const char *const relations[] = {"betjanar", "ligger_i", NULL};
static const char *const quantifiers[] = {"nagon", "alla", NULL};
static const char *const directions[] = {"minst", "hogst", "inom", "beskrivande", NULL};
static const char *const target_kinds[] = {"malniva", "riktmarke", "rekommendation", NULL};
static const char *const roundings[] = {"halv_upp", "halv_ned", "halv_jamn", "upp", "ned", NULL};

enum {
	RATIO = 1 << INDIKATOR_RATIO,
	NEED = 1 << INDIKATOR_NEED,
	SERVICE = 1 << INDIKATOR_SERVICE,
	FIGURE = RATIO | NEED,
	ALL = FIGURE | SERVICE
};

#define ROW(name, value, where, must, member)                                                      \
	.key = name, .type = value, .kinds = where, .required = must, .offset = offsetof(struct draft, member)

static const struct value_row rows[] = {
	{ROW("titel", VALUE_TEXT, ALL, ALL, t.title)},
	{ROW("kort", VALUE_TEXT, ALL, ALL, t.short_title)},
	{ROW("definition", VALUE_TEXT, ALL, ALL, t.definition)},
	{ROW("sager_inte", VALUE_TEXT, ALL, 0, t.says_not)},
	{ROW("grupp", VALUE_CODE, ALL, ALL, t.group), .choices = groups},
	{ROW("ordning", VALUE_WHOLE, ALL, ALL, t.order), .min = 0, .max = 100000},
	{ROW("niva", VALUE_CODE, ALL, ALL, t.level), .choices = levels},
	{ROW("slag", VALUE_CHOICE, ALL, ALL, kind), .choices = kinds},
	{ROW("tjanst", VALUE_SERVICE, RATIO | SERVICE, SERVICE, t.service)},
	{ROW("enhetstyper", VALUE_TYPES, RATIO | SERVICE, SERVICE, d.types)},
	{ROW("relation", VALUE_CHOICE, SERVICE, SERVICE, relation), .choices = relations},
	{ROW("kvantor", VALUE_CHOICE, SERVICE, SERVICE, quantifier), .choices = quantifiers},
	{ROW("kraver_karta", VALUE_REQUIRES, SERVICE, SERVICE, requires[INDIKATOR_MAP])},
	{ROW("kraver_kriterier", VALUE_REQUIRES, SERVICE, 0, requires[INDIKATOR_DEMAND])},
	{ROW("taljare", VALUE_TEXT, FIGURE, RATIO, d.numerator.measure)},
	{ROW("taljare_kalla", VALUE_SOURCES, FIGURE, 0, d.numerator.sources)},
	{ROW("namnare", VALUE_TEXT, RATIO, 0, d.denominator.measure)},
	{ROW("namnare_kalla", VALUE_SOURCES, RATIO, 0, d.denominator.sources)},
	{ROW("summeras", VALUE_CHOICE, RATIO, 0, summed), .choices = yes_no},
	{ROW("faktor", VALUE_NUMBER, FIGURE, FIGURE, d.factor)},
	{ROW("andel", VALUE_NUMBER, NEED, NEED, percent)},
	{ROW("bas", VALUE_TEXT, NEED, NEED, d.base.measure)},
	{ROW("bas_kalla", VALUE_SOURCES, NEED, 0, d.base.sources)},
	{ROW("harlett_behov", VALUE_TEXT, NEED, 0, d.derived_need.measure)},
	{ROW("harlett_ej_fatt", VALUE_TEXT, NEED, 0, d.derived_unmet.measure)},
	{ROW("riktning", VALUE_CHOICE, FIGURE, FIGURE, direction), .choices = directions},
	{ROW("mal", VALUE_NUMBER, FIGURE, 0, d.target)},
	{ROW("mal_ovre", VALUE_NUMBER, FIGURE, 0, d.target_high)},
	{ROW("mal_ar", VALUE_WHOLE, FIGURE, 0, d.target_year), .min = 1900, .max = 9999},
	{ROW("mal_byten", VALUE_TEXT, FIGURE, 0, target_changes)},
	{ROW("mal_kalla", VALUE_SOURCE, FIGURE, 0, t.target_source)},
	{ROW("mal_slag", VALUE_CODE, FIGURE, 0, t.target_kind), .choices = target_kinds},
	{ROW("las_hogt", VALUE_TEXT, FIGURE, 0, t.reads_high)},
	{ROW("las_lagt", VALUE_TEXT, FIGURE, 0, t.reads_low)},
	{ROW("enhet", VALUE_TEXT, ALL, ALL, t.unit)},
	{ROW("decimaler", VALUE_WHOLE, FIGURE, FIGURE, d.decimals), .min = 0, .max = 9},
	{ROW("avrundning", VALUE_CHOICE, FIGURE, FIGURE, rounding), .choices = roundings},
	{ROW("avrundning_antal", VALUE_CHOICE, FIGURE, NEED, count_rounding), .choices = roundings},
	{ROW("avstand_enhet", VALUE_TEXT, FIGURE, 0, t.distance_unit)},
	{ROW("avstand_kort", VALUE_TEXT, FIGURE, 0, t.distance_short)},
	{ROW("kalla", VALUE_SOURCE, ALL, ALL, t.source)},
	{ROW("stalle", VALUE_TEXT, ALL, 0, t.passage)},
	{ROW("publicerat", VALUE_TEXT, FIGURE, 0, d.published.measure)},
	{ROW("publicerat_kalla", VALUE_SOURCES, FIGURE, 0, published_sources)},
	{ROW("tackning", VALUE_TEXT, RATIO, 0, d.coverage)},
	{ROW("tackning_over", VALUE_NUMBER, RATIO, 0, d.coverage_above)},
	{ROW("publicerat_antal", VALUE_TEXT, FIGURE, 0, d.published_count.measure)},
};
#undef ROW

enum { ROWS = sizeof rows / sizeof *rows };

/* One section while it is read. */
struct reading {
	struct national *n;
	const struct ini *ini;
	const char *path, *section;
	struct draft draft;
};

static int line_of(const struct reading *r, const char *key)
{
	int line = key ? ini_line(r->ini, r->section, key) : 0;

	return line ? line : ini_line(r->ini, r->section, NULL);
}

#define FAULT(key, ...) national_fault(r->n, r->path, line_of(r, key), __VA_ARGS__)

static const struct value_row *find_row(const char *key)
{
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(rows[i].key, key) == 0)
			return &rows[i];
	return NULL;
}

static bool read_row(struct reading *r, const struct value_row *row)
{
	const char *text = ini_get(r->ini, r->section, row->key);
	struct error e = {0};

	if (!text || !*text)
		return false;
	if (national_value(r->n, row, text, &r->draft, &e))
		r->draft.given[row - rows] = true;
	else
		FAULT(row->key, "%s", e.text);
	return r->draft.given[row - rows];
}

/* Reads every key that belongs to the kind. False, reported, when one that is required has no usable value. */
static bool read_rows(struct reading *r)
{
	const struct value_row *kind = find_row("slag");
	unsigned bit;
	bool ok = true;

	if (!read_row(r, kind))
		return FAULT("slag", _("Indikatorn %s används inte eftersom slag saknas eller är fel; ange det."), r->section);
	bit = 1u << r->draft.kind;
	for (size_t i = 0; i < ini_keys(r->ini, r->section); i++) {
		const char *key = ini_key(r->ini, r->section, i);
		const struct value_row *row = find_row(key);

		if (!row)
			FAULT(key, _("Nyckeln %.100s är okänd; rätta den efter listan överst i filen."), key);
		else if (!(row->kinds & bit))
			FAULT(key, _("Nyckeln %s hör inte till slaget %s; ta bort den."), key, kinds[r->draft.kind]);
		else if (row != kind)
			read_row(r, row);
	}
	for (size_t i = 0; i < ROWS; i++)
		if ((rows[i].required & bit) && !r->draft.given[i])
			ok = FAULT(rows[i].key, _("Indikatorn %s används inte eftersom %s saknas eller är fel; ange det."),
			           r->section, rows[i].key);
	return ok;
}

/* Every source that has the measure, in the order of matt.csv: what "any source" means. */
static void any_source(const struct national *n, struct indikator_input *input)
{
	size_t count = 0;

	if (!input->measure || input->sources[0])
		return;
	for (size_t i = 0; i < n->observations.count && count < INDIKATOR_SOURCES; i++) {
		const struct indikator_observation *o = &n->observations.items[i];
		bool known = false;

		if (strcmp(o->measure, input->measure) != 0)
			continue;
		for (size_t k = 0; k < count; k++)
			known |= strcmp(input->sources[k], o->source) == 0;
		if (!known)
			input->sources[count++] = o->source;
	}
}

static void fill_inputs(struct reading *r)
{
	struct indikator_definition *d = &r->draft.d;
	struct indikator_input *published[] = {&d->published, &d->published_count, &d->derived_need, &d->derived_unmet};
	struct indikator_input *all[] = {&d->numerator, &d->denominator, &d->base, &d->received, &d->published,
	                                 &d->published_count, &d->derived_need, &d->derived_unmet};

	if (r->draft.kind == INDIKATOR_NEED) {
		d->received = d->numerator;
		d->numerator = (struct indikator_input){0};
	}
	for (size_t i = 0; i < sizeof published / sizeof *published; i++)
		memcpy(published[i]->sources, r->draft.published_sources, sizeof published[i]->sources);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		any_source(r->n, all[i]);
	/* What a place weighs in a whole: Statistics Sweden, the only source that has every municipality. */
	d->inhabitants = (struct indikator_input){.measure = "invanare", .sources = {"scb"}};
}

static struct num number(struct indikator_number a)
{
	return (struct num){a.num, a.den};
}

static void check_target(struct reading *r)
{
	struct indikator_definition *d = &r->draft.d;
	struct num low = number(d->target), high = number(d->target_high);

	if (d->direction == INDIKATOR_WITHIN && !(num_known(low) && num_known(high) && num_cmp(low, high) <= 0))
		FAULT("mal", _("riktning är inom och kräver mal och mal_ovre, det lägre först; ange båda."));
	if (d->direction != INDIKATOR_WITHIN && num_known(high)) {
		FAULT("mal_ovre", _("mal_ovre används bara när riktning är inom; ta bort den."));
		d->target_high = (struct indikator_number){0};
	}
	if (d->direction == INDIKATOR_DESCRIPTIVE && num_known(low)) {
		FAULT("mal", _("En beskrivande indikator har inget mål; ta bort mal eller ändra riktning."));
		d->target = (struct indikator_number){0};
	}
	if (text_width(r->draft.t.short_title) > SHORT_TITLE_COLUMNS)
		diagnostics_add(&r->n->found, DIAGNOSTIC_WARNING, r->path, line_of(r, "kort"),
		                _("kort är bredare än %d tecken och klipps i listor; korta det."), SHORT_TITLE_COLUMNS);
}

/* One "2027:95" of mal_byten: from that year on the target is another. */
static bool read_change(struct reading *r, const char *text)
{
	const char *colon = strchr(text, ':');
	struct num year = NUM_UNKNOWN, low, high;
	int decimals = 0;
	char *written = arena_strndup(&r->n->arena, text, colon ? (size_t)(colon - text) : 0);

	if (!colon || !num_parse(written, &year, &decimals) || decimals || year.num < 1900 || year.num > 9999 ||
	    !target_parse(colon + 1, &low, &high) ||
	    (r->draft.direction == INDIKATOR_WITHIN) != num_known(high) || r->draft.direction == INDIKATOR_DESCRIPTIVE)
		return false;
	VEC_PUSH(&r->n->targets, ((struct indikator_target){.id = r->draft.d.id,
	                                                    .place = -1,
	                                                    .definition = (int)r->n->definitions.count,
	                                                    .value = {low.num, low.den},
	                                                    .high = {high.num, high.den},
	                                                    .valid_from = (indikator_date)year.num * 10000 + 101,
	                                                    .origin = {r->path, line_of(r, "mal_byten"), NULL, NULL}}));
	return true;
}

static void read_changes(struct reading *r)
{
	const char *s = r->draft.target_changes;

	while (s && *s) {
		size_t n = strcspn(s, ",");
		char *one = arena_strndup(&r->n->arena, s, n);

		if (!read_change(r, one + strspn(one, " ")))
			FAULT("mal_byten", _("mal_byten har ”%.60s”, som inte är ett år, kolon och ett mål som passar riktningen; "
			                   "skriv till exempel 2027:95."), one);
		s += n + (s[n] == ',');
	}
}

static void add(struct reading *r)
{
	struct draft *f = &r->draft;
	struct reference *to = &r->n->reference;

	f->d.id = f->t.id = arena_strdup(&r->n->arena, r->section);
	f->d.kind = (enum indikator_kind)f->kind;
	f->d.direction = (enum indikator_direction)f->direction;
	f->d.relation = (enum indikator_relation)f->relation;
	f->d.quantifier = (enum indikator_quantifier)f->quantifier;
	f->d.rounding = (enum indikator_rounding)f->rounding;
	f->d.count_rounding = (enum indikator_rounding)f->count_rounding;
	f->d.service = f->t.service;
	f->d.stated_only = f->summed == 1;
	for (int c = 0; c < INDIKATOR_CRITERIA; c++) {
		memcpy(f->d.requires[c], f->requires[c].masks, sizeof f->d.requires[c]);
		f->d.requires_count[c] = f->requires[c].count;
	}
	if (f->kind == INDIKATOR_NEED) {
		struct num share = num_div(number(f->percent), num_int(100));

		f->d.share = (struct indikator_number){share.num, share.den};
	}
	fill_inputs(r);
	check_target(r);
	read_changes(r);
	f->d.origin = (struct indikator_origin){r->path, line_of(r, NULL), f->t.source, f->t.passage};
	f->t.decimals = f->d.decimals;
	f->t.rounding = (enum num_rounding)f->rounding;
	f->t.percent = strcmp(f->t.unit, "%") == 0;
	f->t.service_kind = f->kind == INDIKATOR_SERVICE;
	f->t.need_kind = f->kind == INDIKATOR_NEED;
	f->t.descriptive = f->direction == INDIKATOR_DESCRIPTIVE;
	f->t.file = r->path;
	f->t.line = f->d.origin.line;
	VEC_PUSH(&r->n->definitions, f->d);
	to->indicators = mem_grow(to->indicators, to->indicators_count, &to->indicators_cap, sizeof *to->indicators);
	to->indicators[to->indicators_count++] = f->t;
}

/* What tells how much a source covers is another indicator, and may stand later in the file. */
static void check_coverages(struct national *n, const struct ini *ini, const char *path)
{
	for (size_t i = 0; i < n->definitions.count; i++) {
		const struct indikator_definition *d = &n->definitions.items[i];
		struct reading r = {.n = n, .ini = ini, .path = path, .section = d->id};
		bool found = !d->coverage;

		for (size_t k = 0; !found && k < n->definitions.count; k++)
			found = k != i && strcmp(n->definitions.items[k].id, d->coverage) == 0 &&
				n->definitions.items[k].kind == INDIKATOR_RATIO;
		if (!found)
			national_fault(n, path, line_of(&r, "tackning"),
			               _("tackning ”%.60s” är ingen annan kvot i filen, och indikatorn rangordnas därför inte; "
			               "rätta koden."), d->coverage);
		else if (d->coverage && !num_known(number(d->coverage_above)))
			national_fault(n, path, line_of(&r, "tackning"),
			               _("tackning kräver tackning_over, gränsen som täckningen ska ligga över; ange den."));
		else if (!d->coverage && num_known(number(d->coverage_above)))
			national_fault(n, path, line_of(&r, "tackning_over"),
			               _("tackning_over används bara tillsammans med tackning; ange den eller ta bort gränsen."));
	}
}

bool national_read_indicators(struct national *n, const struct national_source *from, struct error *e)
{
	const char *path = arena_printf(&n->arena, "%s/indikatorer.ini", from->config_dir);
	struct buf bytes = {0};
	struct ini *ini = NULL;
	bool ok = io_read_file(from->io, AT_FDCWD, path, IO_FILE_MAX, &bytes, e);

	if (ok) {
		ini = ini_parse(buf_cstr(&bytes), bytes.len, path, &n->found);
		ok = ini || error_set(e, ERROR_DATA, _("%.300s kan inte läsas; rätta filen."), path);
	}
	for (size_t i = 0; ini && i < ini_sections(ini); i++) {
		struct reading r = {.n = n, .ini = ini, .path = path, .section = ini_section(ini, i)};

		if (read_rows(&r))
			add(&r);
	}
	if (ini)
		check_coverages(n, ini, path);
	ini_free(&ini);
	buf_release(&bytes);
	if (ok && n->definitions.count == 0)
		ok = error_set(e, ERROR_DATA, _("%.300s har ingen indikator som går att använda; rätta filen."), path);
	return ok;
}
