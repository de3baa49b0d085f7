/* The map of an indicator: the municipalities of a region or of the country, where they lie, with how each stands. The pane, the
 * command line and the reports show the same figure. */
#ifndef RADSBORD_REPORT_MAP_H
#define RADSBORD_REPORT_MAP_H

#include "radsbord/report/doc.h"
#include "radsbord/report/model.h"

struct place_map {
	struct arena arena;
	struct figure_map figure;     /* strings in the arena */
	int *places;                  /* of figure.items, by name. Owned */
	int indicator;
	int within;                   /* the region, or -1: the country */
	bool by_region;               /* the indicator is of regions: a municipality shows how its region stands */
};
/* `place`: a region, or what lies in one, has the map of that region; else the whole country. What lies in `place` is emphasised.
 * Small numbers are hidden as in an overview. */
void place_map_build(struct place_map *map, const struct model *m, int indicator, int place);
void place_map_release(struct place_map *map);
/* "Konsultteam: Södermanland"; where it is of regions that, too. */
void place_map_title(const struct place_map *map, const struct model *m, struct buf *out);
/* What decides how a place stands, in a sentence: the gap's text, the unit's name, or that nobody has said. Appends. */
void place_map_why(const struct place_map *map, const struct model *m, size_t item, struct buf *out);
/* The maps of the report: whether the indicator is one of its services, which of them from 1, and of how many. False else. */
bool place_map_number(const struct model *m, int indicator, int *number, int *of);

/* `radsbord karta`: columns plats region_kod kommun_kod indikator ar status varde betjanas_fran latitud longitud. */
void report_map(struct doc *d, const struct model *m, int indicator, int place);

#endif
