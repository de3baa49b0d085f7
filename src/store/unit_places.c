/* A unit is a place too, for its own yearly figures: it lies where the unit lies. */
#include "national_local.h"

static int first_known(const int *places, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (places[i] >= 0)
			return places[i];
	return -1;
}

/* A place of that kind by its code, or -1. */
static int of_kind(const struct national *n, const char *code, enum indikator_place_kind kind)
{
	int place = code ? national_place(n, code) : -1;

	return place >= 0 && n->places.items[place].kind == kind ? place : -1;
}

bool unit_place(const struct national *n, const struct unit *u, struct place *out)
{
	int hospital = of_kind(n, u->hospital, INDIKATOR_HOSPITAL);
	const int nearest[] = {
		of_kind(n, u->lies_in, INDIKATOR_MUNICIPALITY),
		hospital >= 0 ? n->places.items[hospital].parent : -1,
		u->area ? national_scope(n, u->region, u->area) : -1,
		u->region ? national_scope(n, u->region, NULL) : -1,
	};
	int parent = first_known(nearest, sizeof nearest / sizeof *nearest);

	if (parent < 0 || !u->head.id || !u->name)
		return false;
	*out = (struct place){
		.code = u->head.id,
		.name = u->name,
		.full_name = u->name,
		.region = n->reference.places[parent].region,
		.level = PLACE_UNIT,
		.parent = parent,
	};
	return true;
}

void national_add_units(struct national *n)
{
	for (size_t i = 0; i < records_count(&n->records, RECORD_UNIT); i++) {
		const struct unit *u = records_unit(&n->records, i);
		struct place p;

		/* An Id that is there twice has been reported where the file was read. */
		if (unit_place(n, u, &p) && national_place(n, p.code) < 0)
			national_add_place(n, &p, u->head.file, u->head.line);
	}
}
