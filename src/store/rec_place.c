/* Places in a rec file: where a record with its blank line ends, where a new one goes. */
#include "rec_local.h"

#include <stdint.h>
#include <string.h>

size_t rec_base(const struct rec_doc *doc)
{
	return doc->bom ? 3 : 0;
}

size_t rec_blank_before(const struct rec_doc *doc, size_t at)
{
	size_t start = at, base = rec_base(doc);

	if (at <= base)
		return 0;
	for (start = at - 1; start > base && strchr(" \t\r", doc->bytes[start - 1]); start--)
		;
	return start == base || doc->bytes[start - 1] == '\n' ? at - start : 0;
}

size_t rec_blank_at(const struct rec_doc *doc, size_t at)
{
	size_t end = at;

	while (end < doc->len && strchr(" \t\r", doc->bytes[end]))
		end++;
	return end < doc->len && doc->bytes[end] == '\n' ? end + 1 - at : 0;
}

size_t rec_end_of_text(const struct rec_doc *doc)
{
	size_t at = doc->len, least = rec_base(doc), n;

	if (doc->fields_count > 0)
		least = doc->fields[doc->fields_count - 1].end;
	if (doc->types_count > 0 && doc->types[doc->types_count - 1].end > least)
		least = doc->types[doc->types_count - 1].end;
	while (at > least && (n = rec_blank_before(doc, at)) > 0)
		at -= n;
	return at > least ? at : least;
}

size_t rec_end_of_section(const struct rec_doc *doc, size_t type, size_t *last)
{
	size_t at = doc->types[type].end;
	const char *nl;

	*last = SIZE_MAX;
	for (size_t i = doc->records_count; i-- > 0;)
		if (doc->records[i].type == (int)type) {
			*last = i;
			at = doc->records[i].end;
			break;
		}
	if (type + 1 == doc->types_count)
		return rec_end_of_text(doc);
	while (at < doc->len && doc->bytes[at] == '#') {
		nl = memchr(doc->bytes + at, '\n', doc->len - at);
		at = nl ? (size_t)(nl - doc->bytes) + 1 : doc->len;
	}
	return at;
}
