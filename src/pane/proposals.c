/* Part Förslag of pane 2, and the answers: how far the region and its units have come with each proposal. */
#include "gaps.h"

#include "radsbord/base/language.h"
#include "radsbord/report/proposals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROPOSAL_LEVEL, PROPOSAL_TITLE, PROPOSAL_ANSWER, PROPOSAL_TEXT, PROPOSAL_ACTIONS };
const struct list_column proposal_columns[PROPOSAL_COLUMNS] = {
	[PROPOSAL_LEVEL] = {.title = N_("Nivå"), .width = 15},
	[PROPOSAL_TITLE] = {.title = N_("Förslag"), .width = 30, .flexible = true},
	[PROPOSAL_ANSWER] = {.title = N_("Svar"), .width = 14},
	[PROPOSAL_TEXT] = {.title = N_("Innebär"), .width = 40, .flexible = true, .drop = 2},
	[PROPOSAL_ACTIONS] = {.title = N_("Åtg."), .width = 4, .align = TEXT_RIGHT, .drop = 1},
};

/* The region's latest answer; nobody's is okänt. */
static void answer_cell(const struct gaps_state *s, const struct proposal *p, struct list_cell *out)
{
	static const enum role roles[] = {[ANSWER_UNKNOWN] = ROLE_UNKNOWN, [ANSWER_NO] = ROLE_MISSING,
	                                  [ANSWER_ONGOING] = ROLE_PARTLY, [ANSWER_DONE] = ROLE_MET};
	const char *who = proposal_answerer(s->model, s->place);
	const struct proposal_answer *a = answer_latest(s->model->council, p->head.id, who);
	out->text = proposal_answer_words(s->model, p, who);
	out->role = roles[a ? a->status : ANSWER_UNKNOWN];
}

void proposal_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct gaps_state *s = ctx;
	const struct proposal *p = s->proposals[row];
	size_t actions;
	buf_clear(&s->cell);
	out->text = "";
	switch (column) {
	case PROPOSAL_LEVEL:
		out->text = _(proposal_levels[p->level].label);
		break;
	case PROPOSAL_TITLE:
		out->text = p->title;
		break;
	case PROPOSAL_ANSWER:
		answer_cell(s, p, out);
		break;
	case PROPOSAL_TEXT:
		out->text = p->text;
		break;
	case PROPOSAL_ACTIONS:
		actions = action_answers_proposal(&s->answers, p->head.id);
		if (actions)
			buf_printf(&s->cell, "%zu", actions);
		out->text = actions ? buf_cstr(&s->cell) : "–";
		break;
	default:
		break;
	}
}

/* ---- giving an answer: which proposal, which answer, from where ------------------ */

void gaps_answer_release(struct gaps_state *s)
{
	free(s->draft.proposal);
	free(s->draft.holds_for);
	s->draft = (struct answer_draft){.proposal = NULL};
}

static struct gaps_state *state_of(struct frame *f)
{
	return (struct gaps_state *)frame_pane(f);
}

static const struct proposal *find_proposal(const struct gaps_state *s, const char *id)
{
	for (size_t i = 0; id && i < s->proposals_count; i++)
		if (strcmp(s->proposals[i]->head.id, id) == 0)
			return s->proposals[i];
	return NULL;
}

static bool accept_source(struct frame *f, const char *text, struct error *e)
{
	struct gaps_state *s = state_of(f);
	const struct proposal *p = find_proposal(s, s->draft.proposal);
	struct changes c = {0};
	char id[SESSION_ID_SIZE];
	if (!p)
		return error_set(e, ERROR_NOT_FOUND, _("Förslaget finns inte längre. Tryck Esc."));
	if (!text[strspn(text, " \t")])
		return error_set(e, ERROR_USAGE, _("Skriv varifrån svaret kommer, till exempel ett möte eller en person, eller tryck Esc."));
	session_new_id(f->session, id);
	answer_add(&c, p, s->draft.holds_for, (enum answer_status)s->draft.status, text, session_today(f->session), id);
	return frame_apply(f, &c, _("Äldre svar står kvar som historik.")) || error_set(e, ERROR_IO, "%s", f->message);
}

static const struct ask ask_source = {N_("Källa"), N_("Varifrån svaret kommer, på en rad.  Enter spara  Esc avbryt"), accept_source, COMMAND_NONE};

static void status_chosen(struct frame *f, size_t item)
{
	state_of(f)->draft.status = (int)item;
	modal_ask(f, &ask_source, NULL);
}

static void pick_status(struct frame *f, struct gaps_state *s)
{
	const struct proposal *p = find_proposal(s, s->draft.proposal);
	char title[256];
	snprintf(title, sizeof title, "%s: %s", reference_place_name(frame_model(f)->reference, s->draft.holds_for),
	         p ? p->title : "");
	modal_pick(f, title, status_chosen);
	for (const struct choice *c = answer_statuses; c->code; c++)
		modal_pick_add(f, "%s", _(c->label));
}

/* The i-th proposal to units. */
static const struct proposal *unit_proposal(const struct gaps_state *s, size_t i)
{
	for (size_t k = 0; k < s->proposals_count; k++)
		if (s->proposals[k]->level == PROPOSAL_UNIT && i-- == 0)
			return s->proposals[k];
	return NULL;
}

static void proposal_chosen(struct frame *f, size_t item)
{
	struct gaps_state *s = state_of(f);
	const struct proposal *p = unit_proposal(s, item);
	if (!p)
		return;
	s->draft.proposal = mem_strdup(p->head.id);
	pick_status(f, s);
}

static void pick_proposal(struct frame *f, const struct gaps_state *s, const struct unit *u)
{
	const struct proposal *p;
	char title[256];
	snprintf(title, sizeof title, _("%s: vilket förslag?"), u->name);
	modal_pick(f, title, proposal_chosen);
	for (size_t i = 0; (p = unit_proposal(s, i)); i++)
		modal_pick_add(f, "%s (%s)", p->title, proposal_answer_words(frame_model(f), p, u->head.id));
}

void gaps_answer(struct frame *f, struct gaps_state *s, long row)
{
	const char *region = proposal_answerer(frame_model(f), f->place);
	gaps_answer_release(s);
	if (row < 0) {
		frame_say(f, _("Ingen rad är vald."));
	} else if (s->pane.part == PART_UNITS) {
		s->draft.holds_for = mem_strdup(s->units[row]->head.id);
		pick_proposal(f, s, s->units[row]);
	} else if (!region) {
		frame_say(f, _("Riket svarar inte på förslag. Gå till en region med , eller . och tryck S där."));
	} else {
		s->draft.holds_for = mem_strdup(region);
		s->draft.proposal = mem_strdup(s->proposals[row]->head.id);
		pick_status(f, s);
	}
}
