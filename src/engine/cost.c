/* cost.c - a sum split among payers, exact to the unit: fixed shares, and the rest by weight. */
#include "engine.h"

#include <stdlib.h>

/* One payer while its part is worked out. */
struct quota {
	struct num exact, rest; /* rest: what the whole units leave */
	int64_t whole;
	size_t payer;
};

struct work {
	const struct indikator_cost *cost;
	struct num fixed;        /* the fixed shares together */
	int64_t weight, present; /* of all who pay by weight, and of those who take part */
	size_t by_weight;
};

static bool too_large(struct indikator_error *error)
{
	return engine_check_fail(error, "Talen är för stora för att fördelas exakt; kontrollera beloppet och invånarantalen.");
}

static bool fixed(const struct indikator_payer *p)
{
	return p->share.den != 0;
}

static bool check_payer(struct work *w, const struct indikator_payer *p, struct indikator_error *error)
{
	if (fixed(p)) {
		struct num share = engine_num(p->share);
		if (p->absent || share.num <= 0)
			return engine_check_fail(error, "En fast andel ska vara större än noll, och den som har den deltar alltid; rätta andelen.");
		w->fixed = num_add(w->fixed, share);
		return true;
	}
	if (p->weight < 0 || p->weight > INT64_MAX - w->weight)
		return engine_check_fail(error, "Ett invånarantal är negativt eller för stort; rätta det.");
	w->by_weight++;
	w->weight += p->weight;
	w->present += p->absent ? 0 : p->weight;
	return true;
}

static bool check(struct work *w, struct indikator_error *error)
{
	const struct indikator_cost *c = w->cost;
	if (c->total < 0)
		return engine_check_fail(error, "Beloppet är negativt; skriv det i hela kronor.");
	for (size_t i = 0; i < c->payers_count; i++)
		if (!check_payer(w, &c->payers[i], error))
			return false;
	if (!num_known(w->fixed) || num_cmp(w->fixed, num_int(1)) > 0)
		return engine_check_fail(error, "De fasta andelarna är tillsammans mer än hela beloppet; sänk någon av dem.");
	if (num_cmp(w->fixed, num_int(1)) == 0 && w->by_weight == 0)
		return true;
	if (num_cmp(w->fixed, num_int(1)) == 0)
		return engine_check_fail(error, "De fasta andelarna är hela beloppet, så inget är kvar att fördela efter invånare; sänk någon av dem.");
	if (w->by_weight == 0)
		return engine_check_fail(error, "De fasta andelarna är mindre än hela beloppet, och ingen betalar resten; höj andelarna eller lägg till betalare.");
	if (w->present == 0)
		return engine_check_fail(error, "Ingen som deltar har några invånare, så resten kan inte fördelas; låt minst en kommun delta.");
	if (c->absence == INDIKATOR_ABSENT_PER_WEIGHT && c->per_weight.den && c->per_weight.num < 0)
		return engine_check_fail(error, "Beloppet per invånare är negativt; skriv det i kronor.");
	return true;
}

/* The largest rest first; equal rests in the payers' order. */
static int by_rest(const void *a, const void *b)
{
	const struct quota *x = a, *y = b;
	int order = num_cmp(y->rest, x->rest);
	return order ? order : (x->payer > y->payer) - (x->payer < y->payer);
}

/* Whole units that add up to `total` exactly, by largest remainder. False on overflow. */
static bool largest_remainder(struct quota *q, size_t n, int64_t total, struct indikator_payment *out)
{
	int64_t left = total;
	for (size_t i = 0; i < n; i++) {
		if (!num_known(q[i].exact))
			return false;
		q[i].whole = num_whole(q[i].exact, NUM_FLOOR);
		q[i].rest = num_sub(q[i].exact, num_int(q[i].whole));
		if (!num_known(q[i].rest))
			return false;
		left -= q[i].whole;
	}
	qsort(q, n, sizeof *q, by_rest);
	for (size_t i = 0; i < n; i++)
		out[q[i].payer] = (struct indikator_payment){.amount = q[i].whole + ((int64_t)i < left),
		                                             .exact = engine_number(q[i].exact)};
	return true;
}

/* The part of `total` that a payer owes, `weight` being the weight of all who share. */
static struct num owed(const struct work *w, const struct indikator_payer *p, int64_t total, int64_t weight)
{
	if (fixed(p))
		return num_mul(num_int(total), engine_num(p->share));
	return num_mul(num_mul(num_int(total), num_sub(num_int(1), w->fixed)), num_frac(p->weight, weight));
}

/* Everyone's part of `total`. Who is absent pays too when `all`; what that comes to is then nobody's. */
static bool share_out(const struct work *w, int64_t total, bool all, struct indikator_payment *out)
{
	const struct indikator_cost *c = w->cost;
	struct quota *q = engine_alloc(c->payers_count, sizeof *q);
	size_t n = 0;
	if (!q)
		return false;
	for (size_t i = 0; i < c->payers_count; i++) {
		const struct indikator_payer *p = &c->payers[i];
		out[i] = (struct indikator_payment){.exact = {0, 1}};
		if (all || !p->absent)
			q[n++] = (struct quota){.payer = i, .exact = owed(w, p, total, all ? w->weight : w->present)};
	}
	bool ok = largest_remainder(q, n, total, out);
	free(q);
	for (size_t i = 0; i < c->payers_count; i++)
		if (c->payers[i].absent)
			out[i] = (struct indikator_payment){.exact = {0, 1}};
	return ok;
}

/* A stated amount per weight: each rounded half up, the fixed shares likewise. */
static bool share_stated(const struct work *w, struct indikator_payment *out)
{
	const struct indikator_cost *c = w->cost;
	for (size_t i = 0; i < c->payers_count; i++) {
		const struct indikator_payer *p = &c->payers[i];
		struct num exact = fixed(p) ? owed(w, p, c->total, w->weight)
		                            : num_mul(engine_num(c->per_weight), num_int(p->absent ? 0 : p->weight));
		if (!num_known(exact))
			return false;
		out[i] = (struct indikator_payment){.amount = num_whole(exact, NUM_HALF_UP), .exact = engine_number(exact)};
	}
	return true;
}

static void summarise(const struct work *w, const struct indikator_payment *payments, struct indikator_split *s)
{
	struct num by_weight = num_int(0);
	for (size_t i = 0; i < w->cost->payers_count; i++) {
		s->paid += payments[i].amount;
		if (!fixed(&w->cost->payers[i]))
			by_weight = num_add(by_weight, engine_num(payments[i].exact));
	}
	s->uncovered = s->budget - s->paid;
	s->weight = w->weight;
	s->weight_present = w->present;
	s->per_weight = engine_number(num_div(by_weight, num_int(w->present)));
}

bool indikator_split_cost(const struct indikator_cost *cost, struct indikator_payment *payments,
			  struct indikator_split *split, struct indikator_error *error)
{
	struct work w = {.cost = cost, .fixed = num_int(0)};
	bool stated = cost->absence == INDIKATOR_ABSENT_PER_WEIGHT && cost->per_weight.den != 0;
	bool ok;
	*split = (struct indikator_split){.budget = cost->total};
	if (!check(&w, error))
		return false;
	if (cost->absence == INDIKATOR_ABSENT_LOWERS_BUDGET && w.weight > 0) {
		struct num lowered = num_mul(num_int(cost->total), num_frac(w.present, w.weight));
		if (!num_known(lowered))
			return too_large(error);
		split->budget = num_whole(lowered, NUM_FLOOR);
	}
	ok = stated ? share_stated(&w, payments)
	            : share_out(&w, split->budget, cost->absence == INDIKATOR_ABSENT_PER_WEIGHT, payments);
	if (!ok)
		return too_large(error);
	summarise(&w, payments, split);
	return true;
}
