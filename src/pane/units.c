/* Pane 2, part Finns: the units, with what is known of each. */
#include "gaps.h"

#include "radsbord/base/language.h"

enum { UNIT_NAME, UNIT_TYPE, UNIT_WHERE, UNIT_BEDS, UNIT_ROUND, UNIT_DIAGNOSES, UNIT_AGES };
const struct list_column unit_columns[UNIT_COLUMNS] = {
	[UNIT_NAME] = {.title = N_("Enhet"), .width = 26, .flexible = true},
	[UNIT_TYPE] = {.title = N_("Typ"), .width = 27, .drop = 1},
	[UNIT_WHERE] = {.title = N_("Ligger i"), .width = 14, .drop = 2},
	[UNIT_BEDS] = {.title = N_("Vpl"), .width = 4, .align = TEXT_RIGHT},
	[UNIT_ROUND] = {.title = N_("Dygnet runt"), .width = 11, .drop = 3},
	[UNIT_DIAGNOSES] = {.title = N_("Alla diagnoser"), .width = 14, .drop = 4},
	[UNIT_AGES] = {.title = N_("Alla åldrar"), .width = 11, .drop = 5},
};

static void answer_cell(int answer, struct list_cell *out)
{
	static const enum role roles[] = {ROLE_UNKNOWN, ROLE_PARTLY, ROLE_MET};
	out->text = _(answers[answer].label);
	out->role = roles[answer];
}

void unit_cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct gaps_state *s = ctx;
	const struct unit *u = s->units[row];
	buf_clear(&s->cell);
	out->text = "";
	switch (column) {
	case UNIT_NAME:
		out->text = u->name;
		break;
	case UNIT_TYPE:
		out->text = _(unit_types[u->type].label);
		break;
	case UNIT_WHERE:
		out->text = u->lies_in ? reference_place_name(s->model->reference, u->lies_in) : _("okänt");
		out->role = u->lies_in ? ROLE_TEXT : ROLE_UNKNOWN;
		break;
	case UNIT_BEDS:
		if (u->beds != FIELD_INT_NONE)
			buf_printf(&s->cell, "%lld", (long long)u->beds);
		out->text = buf_cstr(&s->cell);
		break;
	case UNIT_ROUND:
		answer_cell(u->attributes[INDIKATOR_DYGNET_RUNT], out);
		break;
	case UNIT_DIAGNOSES:
		answer_cell(u->attributes[INDIKATOR_ALLA_DIAGNOSER], out);
		break;
	case UNIT_AGES:
		answer_cell(u->attributes[INDIKATOR_ALLA_ALDRAR], out);
		break;
	default:
		break;
	}
}
