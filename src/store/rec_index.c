/* Records by type and Id. */
#include "rec_local.h"

#include <string.h>

static const char *type_of(const struct rec_doc *doc, const struct rec_record *r)
{
	return r->type < 0 ? "" : doc->types[r->type].name;
}

static void make(struct rec_index *x, const struct rec_doc *doc)
{
	map_reserve(&x->places, doc->records_count);
	for (size_t i = 0; i < doc->records_count; i++) {
		const struct rec_record *r = &doc->records[i];
		const struct rec_field *f = rec_find(doc, r, "Id", 0);
		const char *key = f ? arena_printf(&x->keys, "%s\x1f%s", type_of(doc, r), rec_value(doc, f, &x->keys)) : NULL;

		if (key && !map_put(&x->places, key, (int)i))
			map_put(&x->twins, key, 0);
	}
}

static size_t look_up(struct rec_index *x, const struct rec_doc *doc, const char *type, const char *id, bool *twice)
{
	struct buf key = {0};
	int at;

	if (x->places.count == 0)
		make(x, doc);
	buf_printf(&key, "%s\x1f%s", type, id);
	at = map_get(&x->places, buf_cstr(&key));
	*twice = map_get(&x->twins, buf_cstr(&key)) >= 0;
	buf_release(&key);
	return at < 0 ? doc->records_count : (size_t)at;
}

size_t rec_index_find(struct rec_index *x, const struct rec_doc *doc, const char *type, const char *id, bool *twice)
{
	size_t found = doc->records_count;

	if (x->many)
		return look_up(x, doc, type ? type : "", id, twice);
	*twice = false;
	for (size_t i = 0; i < doc->records_count && !*twice; i++) {
		const struct rec_record *r = &doc->records[i];
		const struct rec_field *f = strcmp(type_of(doc, r), type ? type : "") == 0 ? rec_find(doc, r, "Id", 0) : NULL;

		if (!f || !rec_value_is(doc, f, id))
			continue;
		*twice = found < doc->records_count;
		found = *twice ? found : i;
	}
	return found;
}

void rec_index_release(struct rec_index *x)
{
	map_release(&x->places);
	map_release(&x->twins);
	arena_release(&x->keys);
}
