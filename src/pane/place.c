/* Stepping between places: regions side by side, outwards, and inwards by choice. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <string.h>

void place_step_region(struct frame *f, int by)
{
	int regions[32];
	const struct reference *r = frame_model(f)->reference;
	size_t n = reference_regions(r, regions, sizeof regions / sizeof *regions);
	const char *code = r->places[f->place].region ? r->places[f->place].region : r->places[f->place].code;
	if (n == 0)
		return;
	size_t at = by > 0 ? n - 1 : 0; /* from the country: to the first or the last */
	for (size_t i = 0; i < n; i++)
		if (strcmp(r->places[regions[i]].code, code) == 0)
			at = i;
	frame_go_to_place(f, regions[(at + n + (size_t)(by + (int)n)) % n]);
}

void place_step_out(struct frame *f)
{
	int parent = frame_model(f)->reference->places[f->place].parent;
	if (parent < 0)
		frame_say(f, _("Längre ut än hela riket går det inte att komma."));
	else
		frame_go_to_place(f, parent);
}

/* The i-th place directly within; units are no places to step to. -1 when there are no more. */
static int place_within(const struct frame *f, size_t i)
{
	const int *children;
	size_t n = indikator_children(frame_model(f)->set, f->place, &children);
	for (size_t k = 0; k < n; k++)
		if (frame_model(f)->reference->places[children[k]].level != PLACE_UNIT && i-- == 0)
			return children[k];
	return -1;
}

static void place_chosen(struct frame *f, size_t item)
{
	int place = place_within(f, item);
	if (place >= 0)
		frame_go_to_place(f, place);
}

void place_step_in(struct frame *f)
{
	if (place_within(f, 0) < 0) {
		frame_say(f, _("Längre in går det inte att komma."));
		return;
	}
	modal_pick(f, _("Välj plats"), place_chosen);
	int place;
	for (size_t i = 0; (place = place_within(f, i)) >= 0; i++)
		modal_pick_add(f, "%s", frame_model(f)->reference->places[place].name);
}
