/* The table of pane 1: a row an indicator. */
#include "overview_table.h"

#include "radsbord/base/language.h"

#include <string.h>

/* The last two are there only when the council has a target of its own here, and when some row has years to show. */
enum { TITLE, STATUS, VALUE, TARGET, DISTANCE, SHARE, CHANGE, RANK, OWN_TARGET, YEARS };
static const struct list_column columns[OVERVIEW_COLUMNS] = {
	[TITLE] = {.title = N_("Indikator"), .width = 23, .flexible = true},
	[STATUS] = {.title = N_("Läge"), .width = 16},
	[VALUE] = {.title = N_("Värde"), .width = 11, .align = TEXT_RIGHT},
	[TARGET] = {.title = CN_("mal", "Mål"), .width = 7, .align = TEXT_RIGHT, .drop = 2},
	[DISTANCE] = {.title = N_("Avstånd"), .width = 10, .align = TEXT_RIGHT, .drop = 1},
	[SHARE] = {.title = CN_("kolumn", "Invånare"), .width = 9, .align = TEXT_RIGHT, .drop = 4},
	[CHANGE] = {.title = N_("Ändring"), .width = 8, .align = TEXT_RIGHT, .drop = 5},
	[RANK] = {.title = CN_("rang", "Plats"), .width = 5, .align = TEXT_RIGHT, .drop = 3},
	[OWN_TARGET] = {.title = N_("Delmål"), .width = 7, .align = TEXT_RIGHT, .drop = 6},
	[YEARS] = {.title = N_("År för år"), .width = 10, .drop = 7},
};

enum role overview_status_role(enum indikator_status s)
{
	static const enum role roles[] = {
		[INDIKATOR_STATUS_NONE] = ROLE_TEXT,       [INDIKATOR_STATUS_UNKNOWN] = ROLE_UNKNOWN,
		[INDIKATOR_STATUS_MISSING] = ROLE_MISSING, [INDIKATOR_STATUS_PARTLY] = ROLE_PARTLY,
		[INDIKATOR_STATUS_MET] = ROLE_MET,
	};
	return roles[s];
}

void overview_value_brief(const char *value, struct buf *out)
{
	size_t from = out->len;
	/* "3 av 9 kommuner": the column has room for the numbers */
	const char *unit = strstr(value, C_("kort", "kommun"));
	buf_add(out, value, unit ? (size_t)(unit - value) : strlen(value));
	while (out->len > from && strchr(" \xC2\xA0", out->data[out->len - 1]))
		out->data[--out->len] = '\0';
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct overview_state *s = ctx;
	const struct overview_row *r = &s->overview.rows[row];
	switch (s->shown[column]) {
	case TITLE:
		out->text = r->title;
		break;
	case STATUS:
		buf_clear(&s->cell);
		buf_printf(&s->cell, "%s %s", r->mark, r->status);
		out->text = buf_cstr(&s->cell);
		out->role = overview_status_role(r->verdict.status);
		break;
	case VALUE:
		buf_clear(&s->cell);
		overview_value_brief(r->value, &s->cell);
		out->text = buf_cstr(&s->cell);
		break;
	case TARGET:
		out->text = r->target;
		break;
	case OWN_TARGET:
		out->text = r->own_target;
		break;
	case YEARS:
		out->text = s->years.items[row];
		out->role = ROLE_ACCENT;
		break;
	case DISTANCE:
		out->text = r->distance_short;
		break;
	case SHARE:
		out->text = r->share;
		break;
	case CHANGE:
		out->text = r->change;
		break;
	case RANK:
		out->text = r->rank;
		break;
	default:
		break;
	}
}

static const struct filter_key words[] = {
	{.name = "läge", .help = N_("når målet, saknas, okänt …"), .kind = FILTER_CHOICE},
	{.name = "status", .kind = FILTER_CHOICE},
};

static void word_value(void *ctx, size_t row, size_t key, struct buf *out)
{
	(void)key;
	buf_str(out, ((struct overview_state *)ctx)->overview.rows[row].status);
}

static void row_text(void *ctx, size_t row, struct buf *out)
{
	const struct overview_row *r = &((struct overview_state *)ctx)->overview.rows[row];
	buf_printf(out, "%s %s", r->title, r->status);
}

/* By rank of status for Läge, by the exact value for Värde. */
static int compare(void *ctx, size_t a, size_t b, size_t column)
{
	const struct overview_state *s = ctx;
	const struct overview_row *x = &s->overview.rows[a], *y = &s->overview.rows[b];
	if (s->shown[column] == STATUS)
		return (int)x->verdict.status - (int)y->verdict.status;
	struct num m = num_of(x->verdict.value), n = num_of(y->verdict.value);
	if (s->shown[column] != VALUE)
		return LIST_BY_CELLS;
	return num_known(m) && num_known(n) ? num_cmp(m, n) : num_known(n) - num_known(m);
}

static bool has_own_target(const struct overview *o)
{
	for (size_t i = 0; i < o->count; i++)
		if (*o->rows[i].own_target)
			return true;
	return false;
}

/* Of what has values only: a service stands as long as its statements do. */
static bool fill_years(struct frame *f, struct overview_state *s)
{
	bool any = false;
	arena_release(&s->years_arena);
	s->years = (struct strings){.items = NULL};
	for (size_t i = 0; i < s->overview.count; i++) {
		const struct overview_row *r = &s->overview.rows[i];
		struct buf marks = {0};
		if (num_known(num_of(r->verdict.value)))
			trend_marks(frame_model(f), f->place, r->indicator, &marks);
		any = any || marks.len;
		strings_add(&s->years, arena_strdup(&s->years_arena, buf_cstr(&marks)), &s->years_arena);
		buf_release(&marks);
	}
	return any;
}

/* Which columns there are something in: those that are always there, and the two at the end. */
static size_t fill_columns(struct overview_state *s, bool years)
{
	size_t n = 0;
	for (int i = 0; i < OVERVIEW_COLUMNS; i++)
		if ((i != OWN_TARGET || has_own_target(&s->overview)) && (i != YEARS || years)) {
			s->columns[n] = columns[i];
			s->shown[n++] = i;
		}
	return n;
}

struct list_source overview_table_source(struct frame *f, struct overview_state *s)
{
	return (struct list_source){
		.ctx = s,
		.count = s->overview.count,
		.columns = s->columns,
		.columns_count = fill_columns(s, fill_years(f, s)),
		.cell = cell,
		.filter = {.keys = words, .keys_count = sizeof words / sizeof *words, .value = word_value, .text = row_text},
		.compare = compare,
	};
}
