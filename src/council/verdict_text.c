/* What the minutes say of the verdicts. */
#include "radsbord/council/verdict.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

/* The sentence about it has its own full stop. */
void verdict_name(const struct action *a, struct buf *out)
{
	size_t n = strlen(a->title);
	if (a->nr != FIELD_INT_NONE)
		buf_printf(out, "H-%lld ", (long long)a->nr);
	while (n > 1 && a->title[n - 1] == '.')
		n--;
	buf_add(out, a->title, n);
}

static void day(struct buf *out, struct date d)
{
	bool spoke = language_swedish();
	buf_str(out, "den ");
	date_format_long(out, d);
	language_back(spoke);
}

/* "senast den 4 februari 2027 (tidigare den 31 oktober 2026)". */
static void new_date(const struct verdict *v, struct buf *out)
{
	if (date_known(v->due)) {
		buf_str(out, "senast ");
		day(out, v->due);
	} else {
		buf_str(out, "ingen tid");
	}
	if (date_known(v->due_before)) {
		buf_str(out, " (tidigare ");
		day(out, v->due_before);
		buf_str(out, ")");
	}
}

static void new_owner(const struct verdict *v, struct buf *out)
{
	buf_str(out, v->owner ? v->owner : "ingen");
	if (v->owner_before)
		buf_printf(out, " (tidigare %s)", v->owner_before);
}

/* A text of the user's own, as a sentence after another. */
static void own_text(const struct verdict *v, struct buf *out)
{
	if (!v->text)
		return;
	size_t n = strlen(v->text);
	buf_printf(out, " %s%s", v->text, strchr(".!?", v->text[n - 1]) ? "" : ".");
}

void verdict_sentence(const struct verdict *v, const struct action *a, const char *verb, struct buf *out)
{
	verdict_name(a, out);
	switch ((enum verdict_outcome)v->outcome) {
	case VERDICT_DONE:
		buf_str(out, " är klar.");
		break;
	case VERDICT_NEW_DATE:
		buf_printf(out, ". Rådet %s ny tid: ", verb);
		new_date(v, out);
		buf_str(out, ".");
		if (a->owner)
			buf_printf(out, " Ansvarig: %s.", a->owner);
		break;
	case VERDICT_TAKEN_UP:
		buf_str(out, " tas upp på nästa möte.");
		break;
	case VERDICT_NEW_OWNER:
		buf_printf(out, ". Rådet %s ny ansvarig: ", verb);
		new_owner(v, out);
		buf_str(out, ".");
		break;
	case VERDICT_DROPPED:
		buf_printf(out, " utgår%s", v->text ? ":" : ".");
		break;
	case VERDICT_CARRIED:
		buf_str(out, " förs över till nästa möte.");
		break;
	default:
		buf_str(out, v->text ? "." : ": ingen förändring.");
		break;
	}
	own_text(v, out);
}

struct verdict_counts verdict_count(const struct records *r, const struct meeting *m)
{
	struct verdict_counts n = {.all = 0};
	size_t *rows = mem_alloc((records_count(r, RECORD_VERDICT) + 1) * sizeof *rows);
	n.all = verdicts_of(r, m, rows, records_count(r, RECORD_VERDICT));
	for (size_t i = 0; i < n.all; i++)
		n.of[records_verdict(r, rows[i])->outcome]++;
	free(rows);
	return n;
}

void verdict_summary(const struct verdict_counts *n, struct buf *out)
{
	static const char *const words[VERDICT_OUTCOMES][2] = {
		[VERDICT_UNCHANGED] = {N_("oförändrad"), N_("oförändrade")}, [VERDICT_DONE] = {N_("klar"), N_("klara")},
		[VERDICT_NEW_DATE] = {N_("ny tid"), N_("nya tider")},        [VERDICT_TAKEN_UP] = {N_("tas upp igen"), N_("tas upp igen")},
		[VERDICT_NEW_OWNER] = {N_("ny ansvarig"), N_("nya ansvariga")}, [VERDICT_DROPPED] = {N_("utgår"), N_("utgår")},
		[VERDICT_CARRIED] = {N_("förs över"), N_("förs över")},
	};
	const char *separator = ": ";
	buf_printf(out, "%zu %s", n->all, n->all == 1 ? _("punkt") : _("punkter"));
	for (int i = 0; i < VERDICT_OUTCOMES; i++)
		if (n->of[i]) {
			buf_printf(out, "%s%zu %s", separator, n->of[i], _(words[i][n->of[i] != 1]));
			separator = ", ";
		}
	buf_str(out, ".");
}

/* ---- the paragraph ----------------------------------------------------------------- */

struct text {
	const struct records *r;
	const size_t *rows;
	size_t count;
	const char *verb;
	struct buf *out;
};

static const struct action *action_of(const struct text *t, const struct verdict *v)
{
	return (const struct action *)(const void *)records_find(t->r, RECORD_ACTION, v->action);
}

static bool in_group(const struct text *t, size_t i, enum verdict_outcome outcome)
{
	const struct verdict *v = records_verdict(t->r, t->rows[i]);
	/* what is unchanged but has words of its own stands as a sentence */
	bool lines = v->outcome == VERDICT_UNCHANGED && v->text;
	return !v->own_paragraph && v->outcome == (int)outcome && !lines && action_of(t, v);
}

/* A line each. */
static void group_lines(const struct text *t, enum verdict_outcome outcome, const char *heading,
                        void (*what)(const struct verdict *, struct buf *), bool owner)
{
	bool any = false;
	for (size_t i = 0; i < t->count; i++) {
		if (!in_group(t, i, outcome))
			continue;
		const struct verdict *v = records_verdict(t->r, t->rows[i]);
		const struct action *a = action_of(t, v);
		if (!any)
			buf_printf(t->out, "%sRådet %s %s:\n", t->out->len ? "\n" : "", t->verb, heading);
		any = true;
		buf_str(t->out, "– ");
		verdict_name(a, t->out);
		buf_str(t->out, ": ");
		what(v, t->out);
		buf_str(t->out, ".");
		if (owner && a->owner)
			buf_printf(t->out, " Ansvarig: %s.", a->owner);
		own_text(v, t->out);
		buf_str(t->out, "\n");
	}
}

/* All in one sentence: "Klara: H-3 A, H-7 B." */
static void group_list(const struct text *t, enum verdict_outcome outcome, const char *heading)
{
	bool any = false;
	for (size_t i = 0; i < t->count; i++) {
		if (!in_group(t, i, outcome))
			continue;
		const struct verdict *v = records_verdict(t->r, t->rows[i]);
		buf_printf(t->out, "%s", any ? "; " : t->out->len ? "\n" : "");
		if (!any)
			buf_printf(t->out, "%s: ", heading);
		any = true;
		verdict_name(action_of(t, v), t->out);
		if (v->text)
			buf_printf(t->out, " (%s)", v->text);
	}
	if (any)
		buf_str(t->out, ".\n");
}

static void sentences(const struct text *t)
{
	bool any = false;
	for (size_t i = 0; i < t->count; i++) {
		const struct verdict *v = records_verdict(t->r, t->rows[i]);
		const struct action *a = action_of(t, v);
		if (v->own_paragraph || v->outcome != VERDICT_UNCHANGED || !v->text || !a)
			continue;
		if (!any && t->out->len)
			buf_str(t->out, "\n");
		any = true;
		verdict_sentence(v, a, t->verb, t->out);
		buf_str(t->out, "\n");
	}
}

void verdict_paragraph(const struct records *r, const struct meeting *m, const char *verb, struct buf *out)
{
	size_t most = records_count(r, RECORD_VERDICT), *rows = mem_alloc((most + 1) * sizeof *rows);
	struct text t = {.r = r, .rows = rows, .count = verdicts_of(r, m, rows, most), .verb = verb, .out = out};
	group_lines(&t, VERDICT_NEW_DATE, "ny tid", new_date, true);
	group_list(&t, VERDICT_DONE, "Klara");
	group_list(&t, VERDICT_TAKEN_UP, "Tas upp på nästa möte");
	group_lines(&t, VERDICT_NEW_OWNER, "ny ansvarig", new_owner, false);
	group_list(&t, VERDICT_DROPPED, "Utgår");
	sentences(&t);
	group_list(&t, VERDICT_UNCHANGED, "Ingen förändring");
	group_list(&t, VERDICT_CARRIED, "Förs över till nästa möte");
	free(rows);
}
