#include "minutes_file.h"

#include "radsbord/base/language.h"

#include <string.h>

#define FOLDER "protokoll/"
#define END ".txt"

/* What an adoption that was undone leaves in the file: the store makes no file empty. Another text may take its place. */
static const char withdrawn[] = "Justeringen är ångrad.\n";

/* The Id within a name, and how long it is; NULL when it is no such name. */
static const char *id_in(const char *name, size_t *len)
{
	size_t n = strlen(name), before = strlen(FOLDER), end = strlen(END);
	char day[11] = "";
	struct date date;
	if (n <= before + 11 + end || strncmp(name, FOLDER, before) != 0 || strcmp(name + n - end, END) != 0)
		return NULL;
	memcpy(day, name + before, 10);
	*len = n - before - 11 - end;
	return date_parse(day, &date) && name[before + 10] == '-' && !memchr(name + before + 11, '/', *len) ? name + before + 11 : NULL;
}

bool minutes_is_file(const char *name)
{
	size_t len;
	return id_in(name, &len) != NULL;
}

bool minutes_read(const char *bytes, size_t len, const char *file, struct arena *a, struct minutes_text *out)
{
	size_t n = 0;
	const char *id = id_in(file, &n);
	if (!id || len == 0 || (len == strlen(withdrawn) && memcmp(bytes, withdrawn, len) == 0))
		return false;
	record_init(record_type(RECORD_MINUTES), out);
	out->head = (struct record){arena_strndup(a, id, n), arena_strdup(a, file), 1};
	char *text = arena_alloc(a, len + 1);
	for (size_t i = 0; i < len; i++)
		text[i] = bytes[i] ? bytes[i] : '?'; /* a NUL byte was in no text that was adopted, and must not end it */
	out->text = text;
	return true;
}

static const char *text_of(const struct change *c)
{
	for (size_t i = 0; i < c->fields_count; i++)
		if (c->fields[i].field->type == FIELD_LINES && c->fields[i].values.count)
			return c->fields[i].values.items[0];
	return "";
}

static bool holds(const struct buf *bytes, const char *text)
{
	return bytes->len == strlen(text) && memcmp(buf_cstr(bytes), text, bytes->len) == 0;
}

bool minutes_merge(const struct changes *c, const char *file, struct buf *bytes, struct error *e)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct change *ch = &c->items[i];
		if (strcmp(ch->file, file) != 0)
			continue;
		const char *text = text_of(ch);
		bool add = ch->kind == CHANGE_ADD;
		if (ch->kind == CHANGE_SET || (bytes->len > 0 && !holds(bytes, text) && !holds(bytes, withdrawn)))
			return error_set_at(e, ERROR_CONFLICT, file, 0,
			                    _("%s finns redan med en annan text. Ett justerat protokoll ändras aldrig; skriv en rättelse i stället."),
			                    file);
		buf_clear(bytes);
		buf_str(bytes, add ? text : withdrawn);
	}
	return true;
}
