/* A gap becomes an action: in the gap's own words or in those of a proposal's template. */
#include "gaps.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <string.h>

void gap_action_make(struct frame *f, const struct gap *g, const struct proposal *p)
{
	struct changes c = {0};
	char id[SESSION_ID_SIZE];
	const char *file = session_plan_file(f->session);
	if (!file) {
		frame_say(f, _("Rådet har ingen handlingsplan att lägga åtgärden i."));
		return;
	}
	session_new_id(f->session, id);
	if (g)
		action_from_gap(&c, g, p, id, action_next_nr(frame_model(f)->council), file);
	else
		action_from_proposal(&c, p, id, action_next_nr(frame_model(f)->council), file);
	if (frame_apply(f, &c, _("Åtgärden ligger i handlingsplanen; e ändrar den."))) {
		char said[sizeof f->message];
		memcpy(said, f->message, sizeof said);
		frame_follow(f, LINK_ACTION, id, NULL);
		memcpy(f->message, said, sizeof said);
	}
}

/* The i-th proposal whose template can word an action for the service, or NULL. */
static const struct proposal *template_for(const struct model *m, const struct gap *g, size_t i)
{
	const struct records *all[] = {m->council, m->national};
	for (size_t k = 0; k < 2; k++)
		for (size_t n = 0; all[k] && n < records_count(all[k], RECORD_PROPOSAL); n++) {
			const struct proposal *p = records_proposal(all[k], n);
			if (p->template_text && strings_has(&p->services, service_choices[g->service].code) && i-- == 0)
				return p;
		}
	return NULL;
}

static void wording_chosen(struct frame *f, size_t item)
{
	const struct model *m = frame_model(f);
	const struct gap *g = model_gap(m, f->picked);
	if (g)
		gap_action_make(f, g, item == 0 ? NULL : template_for(m, g, item - 1));
	else
		frame_say(f, _("Bristen finns inte längre."));
}

void gap_action_open(struct frame *f, const struct gap *g)
{
	const struct model *m = frame_model(f);
	const struct proposal *t;
	if (!template_for(m, g, 0)) {
		gap_action_make(f, g, NULL);
		return;
	}
	snprintf(f->picked, sizeof f->picked, "%s", g->head.id);
	modal_pick(f, _("Ny åtgärd: välj ordalydelse"), wording_chosen);
	modal_pick_add(f, "%s", g->text);
	for (size_t i = 0; (t = template_for(m, g, i)); i++)
		modal_pick_add(f, "%s", t->template_text);
}
