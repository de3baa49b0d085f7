/* What the secretary writes in pane 2: the council's own units and gaps, a new inventory year, and the yearly figures of a unit. */
#include "gaps.h"

#include "radsbord/base/language.h"
#include "radsbord/council/inventory.h"
#include "radsbord/council/measure.h"
#include "radsbord/report/reported.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_own(const struct frame *f, enum record_kind kind, const char *id)
{
	return inventory_outweighs(frame_model(f)->council, kind, id);
}

static const char *home_region(const struct frame *f)
{
	const struct model *m = frame_model(f);
	return m->settings ? m->settings->region : NULL;
}

/* ---- units ----------------------------------------------------------------- */

static void add_unit(struct frame *f)
{
	struct unit u;
	record_init(record_type(RECORD_UNIT), &u);
	u.region = home_region(f);
	u.checked = session_today(f->session);
	record_form_open(f, RECORD_UNIT, &u.head, "enheter.rec", N_("Ny enhet"));
}

static void edit_unit(struct frame *f, const struct unit *u)
{
	struct unit own;
	if (is_own(f, RECORD_UNIT, u->head.id)) {
		record_form_open(f, RECORD_UNIT, &u->head, u->head.file, N_("Ändra enhet"));
		return;
	}
	inventory_own_unit(u, &own);
	own.checked = session_today(f->session);
	record_form_open(f, RECORD_UNIT, &own.head, "enheter.rec", N_("Rådets egna uppgifter, som gäller i stället för rapportens"));
}

static void new_year(struct frame *f, const struct unit *u)
{
	struct date today = session_today(f->session);
	struct changes c = {0};
	char old[SESSION_ID_SIZE];
	if (!inventory_may_begin(u, today)) {
		frame_say(f, _("Enheten inventeras redan i dag; e ändrar svaren."));
		return;
	}
	char *id = mem_strdup(u->head.id); /* the records are read again */
	session_new_id(f->session, old);
	inventory_new_year(&c, u, is_own(f, RECORD_UNIT, u->head.id), arena_strdup(&c.arena, old), today);
	if (frame_apply(f, &c, _("Svaren hittills är sparade. Skriv de nya."))) {
		const struct record *r = records_find(frame_model(f)->council, RECORD_UNIT, id);
		char said[sizeof f->message];
		memcpy(said, f->message, sizeof said);
		if (r) {
			record_form_open(f, RECORD_UNIT, r, r->file, N_("Ny inventering"));
			f->record_form.unchanged = N_("Den nya inventeringen är påbörjad med svaren som de var. u ångrar den.");
		}
		memcpy(f->message, said, sizeof said);
	}
	free(id);
}

/* ---- gaps --------------------------------------------------------------------- */

static void add_gap(struct frame *f)
{
	struct gap g;
	record_init(record_type(RECORD_GAP), &g);
	g.region = home_region(f);
	g.checked = session_today(f->session);
	record_form_open(f, RECORD_GAP, &g.head, "saknas.rec", N_("Ny brist"));
}

static void edit_gap(struct frame *f, const struct gap *g)
{
	struct gap own;
	if (is_own(f, RECORD_GAP, g->head.id)) {
		record_form_open(f, RECORD_GAP, &g->head, g->head.file, N_("Ändra brist"));
		return;
	}
	inventory_own_gap(g, &own);
	own.checked = session_today(f->session);
	record_form_open(f, RECORD_GAP, &own.head, "saknas.rec", N_("Rådets egen uppgift, som gäller i stället för rapportens"));
}

static void close_gap(struct frame *f, const struct gap *g)
{
	struct changes c = {0};
	inventory_close_gap(&c, g, is_own(f, RECORD_GAP, g->head.id), session_today(f->session));
	frame_apply(f, &c, _("Bristen är avslutad och räknas till och med i går. u ångrar."));
}

/* ---- yearly figures ----------------------------------------------------------- */

/* What the form is about. Its first value is the informant, the others the figures. */
struct figures {
	struct arena arena;
	char *unit;
	int year;
	struct record_type type;
	struct field *fields;
};
/* Room for the values of the form, as a record. */
struct figures_record {
	struct record head;
	const char *values[FIGURES_FORM_MOST];
};

void figures_release(struct figures **fp)
{
	struct figures *x = *fp;
	*fp = NULL;
	if (!x)
		return;
	free(x->unit);
	arena_release(&x->arena);
	free(x);
}

static void add_field(struct figures *x, const char *name, const char *label, const char *hint)
{
	struct buf text = {0};
	text_capitalise(&text, _(label));
	for (size_t i = 0; i < x->type.count; i++)
		if (strcmp(x->fields[i].name, name) == 0 || x->type.count == FIGURES_FORM_MOST) {
			buf_release(&text);
			return;
		}
	const char *words = arena_strdup(&x->arena, buf_cstr(&text));
	/* a long name is cut beside the field, so it stands whole below */
	if (!hint)
		hint = arena_printf(&x->arena, _("%s. Tomt: ingen vet."), words);
	x->fields[x->type.count] = (struct field){.name = name, .label = words, .type = FIELD_TEXT, .hint = hint,
	                                          .offset = offsetof(struct figures_record, values) + x->type.count * sizeof(const char *)};
	x->type.count++;
	buf_release(&text);
}

/* The measures that the unit is asked for. */
static struct figures *figures_new(const struct model *m, const struct unit *u, int year)
{
	struct figures *x = mem_alloc(sizeof *x);
	const struct indikator_data *data = indikator_set_data(m->set);
	int place = reference_place_by_code(m->reference, u->head.id);
	x->unit = mem_strdup(u->head.id);
	x->year = year;
	x->fields = arena_alloc(&x->arena, FIGURES_FORM_MOST * sizeof *x->fields);
	x->type = (struct record_type){.kind = RECORD_FIGURE, .name = "Enhetssiffror", .label = N_("enhetens siffror"), .file = INVENTORY_FIGURES,
	                               .size = sizeof(struct figures_record), .fields = x->fields};
	add_field(x, "Uppgiftslamnare", N_("uppgiftslämnare"), N_("Den som har lämnat siffrorna: roll eller person."));
	for (size_t i = 0; place >= 0 && i < m->reference->indicators_count; i++) {
		const struct indikator_definition *d = &data->definitions[i];
		const char *measures[] = {d->numerator.measure, d->denominator.measure};
		if (!reported_is_asked(m, place, (int)i) || d->kind == INDIKATOR_SERVICE)
			continue;
		for (size_t k = 0; k < 2; k++)
			if (measures[k])
				add_field(x, measures[k], measure_words(measures[k]), NULL);
	}
	return x;
}

static const struct unit *selected_unit(struct frame *f)
{
	struct gaps_state *s = (struct gaps_state *)frame_pane(f);
	long row = list_selected(&s->pane.list);
	return row >= 0 && s->pane.part == PART_UNITS ? s->units[row] : NULL;
}

static void open_figures(struct frame *f, const struct unit *u, int year)
{
	const struct model *m = frame_model(f);
	struct figures_record now = {.head = {.id = NULL}};
	struct arena a = {0};
	figures_release(&f->figures);
	f->figures = figures_new(m, u, year);
	for (size_t i = 1; i < f->figures->type.count; i++) {
		const struct measurement *old = inventory_figure(m->council, u->head.id, year, f->figures->fields[i].name);
		struct buf value = {0};
		if (old && num_known(old->value))
			num_format(&value, old->value, old->decimals, NUM_HALF_UP);
		now.values[i] = arena_strdup(&a, buf_cstr(&value));
		buf_release(&value);
	}
	char *title = mem_printf(_("%s: siffror för %d"), u->name, year);
	record_form_open_type(f, &f->figures->type, &now.head, INVENTORY_FIGURES, title);
	free(title);
	arena_release(&a);
}

/* The number as a file has it; "" for none. */
static bool plain(const struct field *field, const char *typed, struct arena *a, const char **out, struct error *e)
{
	const struct measure *m = measure_find(field->name);
	struct num n;
	struct buf b = {0};
	int decimals;
	*out = "";
	if (!typed || !*typed)
		return true;
	if (!num_parse_swedish(typed, &n, &decimals))
		return error_set(e, ERROR_USAGE, _("%s: ”%.40s” är inget tal. Skriv till exempel 124 eller 31,5."), _(field->label), typed);
	if (m && (m->flags & MEASURE_WHOLE) && decimals > 0)
		return error_set(e, ERROR_USAGE, _("%s: ”%.40s” ska vara ett heltal."), _(field->label), typed);
	if (n.num < 0 && !(m && (m->flags & MEASURE_SIGNED)))
		return error_set(e, ERROR_USAGE, _("%s: ”%.40s” är mindre än noll."), _(field->label), typed);
	num_format_plain(&b, n, decimals, NUM_HALF_UP);
	*out = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return true;
}

bool figures_save(struct frame *f, struct changes *c, const struct record *record, struct error *e)
{
	const struct figures *x = f->figures;
	const struct figures_record *r = (const struct figures_record *)(const void *)record;
	for (size_t i = 1; i < x->type.count; i++) {
		const char *value;
		if (!plain(&x->fields[i], r->values[i], &c->arena, &value, record_form_at(f, x->fields[i].name, e)))
			return false;
		inventory_set_figure(c, frame_model(f)->council, x->unit, x->year, x->fields[i].name, value, r->values[0], session_today(f->session));
	}
	return true;
}

static bool accept_year(struct frame *f, const char *text, struct error *e)
{
	const struct unit *u = selected_unit(f);
	int latest = session_today(f->session).year;
	struct num n;
	if (!u)
		return error_set(e, ERROR_CONFLICT, _("Enheten finns inte längre. Tryck Esc."));
	if (!num_parse(text, &n, NULL) || n.den != 1 || n.num < 1990 || n.num > latest)
		return error_set(e, ERROR_USAGE, _("”%.20s” är inget år för siffror. Skriv till exempel %d."), text, latest - 1);
	open_figures(f, u, (int)n.num);
	return true;
}

static const struct ask ask_year = {N_("Siffror för år"), N_("Året som siffrorna gäller.  Enter öppna formuläret  Esc avbryt"), accept_year, COMMAND_NONE};

static void ask_figures(struct frame *f, const struct unit *u)
{
	char year[16];
	snprintf(year, sizeof year, "%d", session_today(f->session).year - 1);
	if (reference_place_by_code(frame_model(f)->reference, u->head.id) < 0)
		frame_say(f, _("Enheten behöver en region eller kommun innan siffror kan skrivas. e ändrar den."));
	else
		modal_ask(f, &ask_year, year);
}

/* ---- the commands ---------------------------------------------------------------- */

bool inventory_command(struct frame *f, struct gaps_state *s, enum command c)
{
	static void (*const of_units[COMMANDS])(struct frame *, const struct unit *) = {
		[COMMAND_EDIT] = edit_unit, [COMMAND_NEW_INVENTORY] = new_year, [COMMAND_FIGURES] = ask_figures};
	static void (*const of_gaps[COMMANDS])(struct frame *, const struct gap *) = {
		[COMMAND_EDIT] = edit_gap, [COMMAND_CLOSE_GAP] = close_gap};
	long row = list_selected(&s->pane.list);
	if (s->pane.part == PART_UNITS && c == COMMAND_ADD) {
		add_unit(f);
	} else if (s->pane.part == PART_GAPS && c == COMMAND_ADD_GAP) {
		add_gap(f);
	} else if (s->pane.part == PART_UNITS && of_units[c]) {
		if (row >= 0)
			of_units[c](f, s->units[row]);
	} else if (s->pane.part == PART_GAPS && of_gaps[c]) {
		if (gaps_counted(s))
			frame_say(f, _("Det är ett antal. Tryck v tills bristerna står en och en, och välj en av dem."));
		else if (row >= 0)
			of_gaps[c](f, s->gaps.items[row].gap);
	} else {
		return false;
	}
	return true;
}
