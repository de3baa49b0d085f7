/* matt.csv: the figures, each of a known place and a known source. */
#include "measures.h"

#include "radsbord/base/language.h"
#include "national_local.h"

#include <fcntl.h>
#include <stdlib.h>

static bool add(struct national *n, const struct measurement *m, struct map *seen)
{
	int place = national_place(n, m->place);

	if (place < 0)
		return national_fault(n, m->file, m->line,
		                      _("Raden används inte eftersom platsen ”%.60s” inte finns; rätta koden."), m->place);
	if (!records_find(&n->records, RECORD_SOURCE, m->source))
		national_fault(n, m->file, m->line,
		               _("Källan ”%.60s” finns inte i kallor.rec; rätta den eller lägg till källan."), m->source);
	if (!map_put(seen, measures_key(m, place, &n->arena), 1))
		return national_fault(n, m->file, m->line,
		                      _("Raden används inte eftersom måttet ”%.60s” redan finns för platsen, året och källan; "
		                      "ta bort den ena."), m->measure);
	VEC_PUSH(&n->observations, measures_observation(m, place, &n->arena));
	return true;
}

void national_read_measures(struct national *n, const struct national_source *from)
{
	const char *path = arena_printf(&n->arena, "%s/sverige/matt.csv", from->data_dir);
	struct measurements rows = {0};
	struct map seen = {0};
	struct buf bytes = {0};
	struct error e = {0};

	if (io_read_file(from->io, AT_FDCWD, path, IO_FILE_MAX, &bytes, &e))
		measures_read(buf_cstr(&bytes), bytes.len, path, &n->arena, &rows, NULL, &n->found);
	else
		diagnostics_add(&n->found, DIAGNOSTIC_FAULT, path, 0, "%s", e.text);
	for (size_t i = 0; i < rows.count; i++)
		add(n, &rows.items[i], &seen);
	free(rows.items);
	map_release(&seen);
	buf_release(&bytes);
}
