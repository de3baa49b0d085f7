/* column.c - the figures laid out once: for each measure, year and source a column over the places. A column that fills
 * at least a quarter of them has a cell for each, so the whole is linear in the observations. */
#include "engine.h"

#include <stdlib.h>

#define DENSE 4

/* What is needed only while the columns are built. */
struct work {
	const struct indikator_data *data;
	struct table table; /* (measure, year, source) -> column */
	int *column_of;     /* of each observation */
	int *measured_of;   /* of each column */
	bool *twice;        /* of each: a source says two things of one place */
	size_t most;        /* room in columns */
	size_t cells;       /* in use */
};

static uint64_t measured_hash(int measure, int year)
{
	return engine_hash_int(engine_hash_int(ENGINE_HASH, measure), year);
}

static bool columns_room(struct columns *c, struct work *w, size_t count)
{
	size_t most = w->most ? w->most : 64;
	struct column *columns;

	if (count <= w->most)
		return true;
	while (most < count)
		most *= 2;
	columns = realloc(c->columns, most * sizeof *columns);
	if (!columns)
		return false;
	c->columns = columns;
	w->most = most;
	return true;
}

/* The number of the column, a new one if need be; -1 when memory is out. */
static int put_column(struct columns *c, struct work *w, int measure, int year, int source)
{
	uint64_t hash = engine_hash_int(measured_hash(measure, year), source);
	size_t probe = 0;
	int i;

	while ((i = engine_table_next(&w->table, hash, &probe)) >= 0)
		if (c->columns[i].measure == measure && c->columns[i].year == year && c->columns[i].source == source)
			return i;
	if (!engine_table_room(&w->table, c->columns_count + 1) || !columns_room(c, w, c->columns_count + 1))
		return -1;
	i = (int)c->columns_count++;
	c->columns[i] = (struct column){.measure = measure, .year = year, .source = source};
	engine_table_put(&w->table, hash, i);
	return i;
}

static bool sort_out(struct columns *c, struct work *w)
{
	const struct indikator_data *d = w->data;

	w->column_of = engine_alloc(d->observations_count, sizeof *w->column_of);
	if (!w->column_of)
		return false;
	for (size_t i = 0; i < d->observations_count; i++) {
		const struct indikator_observation *o = &d->observations[i];
		int measure = engine_names_put(&c->measures, o->measure);
		int source = engine_names_put(&c->sources, o->source);

		w->column_of[i] = measure < 0 || source < 0 ? -1 : put_column(c, w, measure, o->year, source);
		if (w->column_of[i] < 0)
			return false;
		c->columns[w->column_of[i]].count++;
	}
	return true;
}

static int by_key(const void *a, const void *b)
{
	const struct column *x = a, *y = b;

	if (x->measure != y->measure)
		return x->measure < y->measure ? -1 : 1;
	if (x->year != y->year)
		return x->year < y->year ? -1 : 1;
	return (x->source > y->source) - (x->source < y->source);
}

/* Orders the columns and gives the observations their columns' new numbers. `start` carries the old ones meanwhile. */
static bool order_columns(struct columns *c, struct work *w)
{
	int *renumbered = engine_alloc(c->columns_count, sizeof *renumbered);

	if (!renumbered)
		return false;
	for (size_t i = 0; i < c->columns_count; i++)
		c->columns[i].start = i;
	if (c->columns_count)
		if (c->columns_count)
			qsort(c->columns, c->columns_count, sizeof *c->columns, by_key);
	for (size_t i = 0; i < c->columns_count; i++)
		renumbered[c->columns[i].start] = (int)i;
	for (size_t i = 0; i < w->data->observations_count; i++)
		w->column_of[i] = renumbered[w->column_of[i]];
	free(renumbered);
	return true;
}

static bool name_measured(struct columns *c, struct work *w)
{
	c->measured = engine_alloc(c->columns_count, sizeof *c->measured);
	w->measured_of = engine_alloc(c->columns_count, sizeof *w->measured_of);
	w->twice = engine_alloc(c->columns_count, sizeof *w->twice);
	if (!c->measured || !w->measured_of || !w->twice || !engine_table_init(&c->table, c->columns_count))
		return false;
	for (size_t i = 0; i < c->columns_count; i++) {
		const struct column *column = &c->columns[i];
		struct measured *f = c->measured_count ? &c->measured[c->measured_count - 1] : NULL;

		if (!f || f->measure != column->measure || f->year != column->year) {
			f = &c->measured[c->measured_count];
			*f = (struct measured){.measure = column->measure, .year = column->year, .first = (int)i};
			engine_table_put(&c->table, measured_hash(f->measure, f->year), (int)c->measured_count++);
		}
		f->count++;
		w->measured_of[i] = (int)c->measured_count - 1;
	}
	return true;
}

static bool is_dense(const struct work *w, const struct column *column)
{
	return column->count * DENSE >= w->data->places_count;
}

/* Gives every column from `from` on room for the things said in it; empties them. */
static bool cells_room(struct columns *c, struct work *w, size_t from)
{
	size_t need = w->cells;
	struct cell *cells;

	for (size_t i = from; i < c->columns_count; i++)
		need += is_dense(w, &c->columns[i]) ? w->data->places_count : c->columns[i].count;
	cells = realloc(c->cells, (need ? need : 1) * sizeof *cells);
	if (!cells)
		return false;
	c->cells = cells;
	for (size_t i = from; i < c->columns_count; i++) {
		struct column *column = &c->columns[i];

		column->dense = is_dense(w, column);
		column->start = w->cells;
		w->cells += column->dense ? w->data->places_count : column->count;
		for (size_t p = column->start; p < w->cells; p++)
			cells[p] = (struct cell){.observation = -1};
		column->count = 0; /* counted again as it is filled */
	}
	return true;
}

/* Whether `b` is taken before `a`, which was said before it: of any source, a value before none. */
static bool better(const struct column *column, const struct cell *a, const struct cell *b)
{
	return column->source < 0 && !num_known(a->value) && num_known(b->value);
}

/* False when the column is known to say something of the place already. */
static bool put_cell(struct columns *c, struct column *column, const struct cell *cell)
{
	struct cell *there = &c->cells[column->start + (column->dense ? (size_t)cell->place : column->count)];
	bool first = there->observation < 0;

	column->count += first;
	if (first || better(column, there, cell))
		*there = *cell;
	return first;
}

static struct cell cell_of(const struct indikator_data *d, size_t i)
{
	const struct indikator_observation *o = &d->observations[i];

	return (struct cell){.place = o->place, .observation = (int)i, .value = engine_num(o->value)};
}

static int by_place(const void *a, const void *b)
{
	const struct cell *x = a, *y = b;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return (x->observation > y->observation) - (x->observation < y->observation);
}

/* Orders a column that is not dense, and keeps one cell a place. False when there were more. */
static bool settle(struct columns *c, struct column *column)
{
	struct cell *cells = c->cells + column->start;
	size_t kept = 0, count = column->count;

	if (column->dense)
		return true;
	qsort(cells, count, sizeof *cells, by_place);
	for (size_t i = 0; i < count; i++) {
		if (!kept || cells[kept - 1].place != cells[i].place)
			cells[kept++] = cells[i];
		else if (better(column, &cells[kept - 1], &cells[i]))
			cells[kept - 1] = cells[i];
	}
	column->count = kept;
	return kept == count;
}

static bool fill(struct columns *c, struct work *w)
{
	if (!cells_room(c, w, 0))
		return false;
	for (size_t i = 0; i < w->data->observations_count; i++) {
		struct cell cell = cell_of(w->data, i);

		if (!put_cell(c, &c->columns[w->column_of[i]], &cell))
			w->twice[w->measured_of[w->column_of[i]]] = true;
	}
	for (size_t i = 0; i < c->columns_count; i++)
		if (!settle(c, &c->columns[i]))
			w->twice[w->measured_of[i]] = true;
	return true;
}

/* The column of any source in which the observation belongs, or NULL when its own column serves as that. */
static struct column *any_of(struct columns *c, const struct work *w, size_t observation)
{
	struct column *any = &c->columns[c->measured[w->measured_of[w->column_of[observation]]].any];

	return any->source < 0 ? any : NULL;
}

/* What is measured by one source that says one thing of each place has in that column what any source says. */
static bool fill_any(struct columns *c, struct work *w)
{
	size_t from = c->columns_count, n = w->data->observations_count;

	if (!columns_room(c, w, from + c->measured_count))
		return false;
	for (size_t i = 0; i < c->measured_count; i++) {
		struct measured *f = &c->measured[i];
		bool own = f->count > 1 || w->twice[i];

		f->any = own ? (int)c->columns_count++ : f->first;
		if (own)
			c->columns[f->any] = (struct column){.measure = f->measure, .year = f->year, .source = -1};
	}
	if (c->columns_count == from)
		return true;
	for (size_t i = 0; i < n; i++)
		if (any_of(c, w, i))
			any_of(c, w, i)->count++;
	if (!cells_room(c, w, from))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct cell cell = cell_of(w->data, i);

		if (any_of(c, w, i))
			(void)put_cell(c, any_of(c, w, i), &cell);
	}
	for (size_t i = from; i < c->columns_count; i++)
		(void)settle(c, &c->columns[i]);
	return true;
}

bool engine_columns_init(struct columns *c, const struct indikator_data *data)
{
	struct work w = {.data = data};
	bool done = sort_out(c, &w) && order_columns(c, &w) && name_measured(c, &w) && fill(c, &w) && fill_any(c, &w);

	free(w.table.slots);
	free(w.column_of);
	free(w.measured_of);
	free(w.twice);
	return done;
}

void engine_columns_release(struct columns *c)
{
	engine_names_release(&c->measures);
	engine_names_release(&c->sources);
	free(c->cells);
	free(c->columns);
	free(c->measured);
	free(c->table.slots);
	*c = (struct columns){0};
}

const struct measured *engine_measured(const struct columns *c, int measure, int year)
{
	size_t probe = 0;
	int i;

	if (measure < 0)
		return NULL;
	do {
		i = engine_table_next(&c->table, measured_hash(measure, year), &probe);
	} while (i >= 0 && (c->measured[i].measure != measure || c->measured[i].year != year));
	return i < 0 ? NULL : &c->measured[i];
}

const struct column *engine_column(const struct columns *c, const struct measured *m, int source)
{
	int low = 0, high = m ? m->count : 0;

	while (low < high) {
		int middle = low + (high - low) / 2;
		const struct column *column = &c->columns[m->first + middle];

		if (column->source == source)
			return column;
		if (column->source < source)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const struct cell *engine_cell_sparse(const struct columns *c, const struct column *column, int place)
{
	const struct cell *cells = c->cells + column->start;
	size_t low = 0, high = column->count;

	if (!high || place < cells[0].place || place > cells[high - 1].place) /* often all of it is of another kind */
		return NULL;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cells[middle].place < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low < column->count && cells[low].place == place ? &cells[low] : NULL;
}
