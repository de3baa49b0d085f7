/* names.c - the codes of the attributes, as files write them (DESIGN section 2). */
#include "indikator.h"

const char *const indikator_attribute_names[INDIKATOR_ATTRIBUTES] = {
    [INDIKATOR_SKRIFTLIGT_UPPDRAG] = "skriftligt_uppdrag",
    [INDIKATOR_DYGNET_RUNT] = "dygnet_runt",
    [INDIKATOR_KONTORSTID_5] = "kontorstid_5",
    [INDIKATOR_KOMMUNAL_SAMVERKAN] = "kommunal_samverkan",
    [INDIKATOR_BOKNINGSBARA_TIDER] = "bokningsbara_tider",
    [INDIKATOR_EJ_ANSLUTNA] = "ej_anslutna",
    [INDIKATOR_LAKARE_SCHEMALAGD] = "lakare_schemalagd",
    [INDIKATOR_SSK_SCHEMALAGD] = "ssk_schemalagd",
    [INDIKATOR_SPECIALIST_LAKARE] = "specialist_lakare",
    [INDIKATOR_SPECIALIST_SSK] = "specialist_ssk",
    [INDIKATOR_RONDER] = "ronder",
    [INDIKATOR_UTANFOR_SJUKHUS] = "utanfor_sjukhus",
    [INDIKATOR_KURATOR] = "kurator",
    [INDIKATOR_ARBETSTERAPEUT] = "arbetsterapeut",
    [INDIKATOR_FYSIOTERAPEUT] = "fysioterapeut",
    [INDIKATOR_ALLA_DIAGNOSER] = "alla_diagnoser",
    [INDIKATOR_ALLA_ALDRAR] = "alla_aldrar",
};
