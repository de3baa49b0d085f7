#include "room_stage.h"

#include "radsbord/base/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

void room_stage_put(struct stage *s, const char *name, const char *text)
{
	char path[900];
	snprintf(path, sizeof path, "%s/%s", s->practice.path, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

void room_stage_meet(struct stage *s)
{
	room_stage_put(s, ROOM_MEETING,
	    "%rec: Mote\n\nId: M0TE000001\nNr: 2\nDatum: 2026-11-24\nStart: 09:00\nSlut: 10:00\nStatus: kallat\nPlats: Regionhuset\n\n%rec: Arende\n\n"
	    "Id: A000000001\nNr: 1\nRubrik: Mötet öppnas\nMinuter: 10\n\nId: A000000002\nNr: 2\nRubrik: Jourlinje dygnet runt\nMinuter: 20\n\n"
	    "Id: A000000003\nNr: 3\nRubrik: Åtgärdslista\nMinuter: 20\n\nId: A000000004\nNr: 4\nRubrik: Mötet avslutas\nMinuter: 10\n");
	room_stage_put(s, ROOM_NEXT, "%rec: Mote\n\nId: M0TE000002\nNr: 3\nDatum: 2027-02-04\n\n%rec: Arende\n\nId: B000000001\nNr: 1\nRubrik: Mötet öppnas\n\n"
	             "Id: B000000002\nNr: 2\nRubrik: Övriga frågor\n");
	room_stage_put(s, "ledamoter.rec",
	    "%rec: Ledamot\n\nId: S000000001\nGrupp: kommun\nRoll: ordforande\nOrganisation: Flens kommun\nPerson: Anna Ek\n\n"
	    "Id: S000000002\nGrupp: kommun\nOrganisation: Trosa kommun\nPerson: Bo Alm\n\n"
	    "Id: S000000003\nGrupp: region\nOrganisation: Region Sörmland\nPerson: Curt Al\n\n"
	    "Id: S000000004\nGrupp: kommun\nOrganisation: Gnesta kommun\n\n"
	    "Id: S000000005\nGrupp: kommun\nRoll: ersattare\nOrganisation: Trosa kommun\nPerson: Eva Rönn\n");
	session_refresh(s->practice.session);
	stage_restart(s, false);
	stage_size(s, 80, 24);
	stage_type(s, "4/");
	stage_type(s, _("Rådsmöte"));
	stage_type(s, "\nm");
	stage_expect(s, _("MÖTE  "));
}

static void expect_state(struct stage *s, const char *state)
{
	char *text = mem_printf(_("Protokoll: %s"), state);
	stage_expect(s, text);
	free(text);
}

void room_stage_adopt(struct stage *s)
{
	stage_type(s, " tOrdföranden öppnar.\n\vbatt anta planen\n");
	stage_type(s, "\t*\tsAnna Ek\np");
	expect_state(s, _("under justering"));
	stage_type(s, "pflen\n\n");
	expect_state(s, _("justerat"));
}
