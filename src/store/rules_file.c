#include "rules_file.h"

#include "folder_local.h"
#include "ini_local.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdlib.h>
#include <string.h>

#define SECTION "rad"
/* Between the items of the agenda; iniparser holds a line in 1,024 bytes. */
#define BAR " | "
enum { VALUE_MAX = 900 };

bool rules_is_file(const char *name)
{
	return strcmp(name, FOLDER_SETTINGS) == 0;
}

/* The key of a field: its name in small letters. */
static const char *key_of(const struct field *f, struct arena *a)
{
	char *key = arena_strdup(a, f->name);

	for (char *s = key; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s + ('a' - 'A'));
	return key;
}

/* The values of a key: of a list, one between each bar. */
static void values_of(const char *text, const struct field *f, struct arena *a, struct strings *out)
{
	if (f->type != FIELD_LIST) {
		if (*text)
			strings_add(out, arena_strdup(a, text), a);
		return;
	}
	while (*text) {
		size_t n = strcspn(text, "|"), from = strspn(text, " \t"), to = n;

		while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\t'))
			to--;
		if (to > from)
			strings_add(out, arena_strndup(a, text + from, to - from), a);
		text += n + (text[n] == '|');
	}
}

/* A value that does not fit its field is as absent here; folder_settings_read has a sentence about it. */
static void read_all(const struct ini *ini, struct arena *a, struct rules *out)
{
	const struct record_type *t = record_type(RECORD_RULES);

	record_init(t, out);
	out->head = (struct record){RULES_ID, RULES_FILE, ini_line(ini, SECTION, NULL)};
	for (size_t i = 1; i < t->count; i++) {
		const char *text = ini_get(ini, SECTION, key_of(&t->fields[i], a));
		struct strings values = {0};

		values_of(text ? text : "", &t->fields[i], a, &values);
		for (size_t k = 0; k < values.count; k++)
			(void)field_decode(&t->fields[i], out, values.items[k], a, NULL);
	}
}

bool rules_read(const char *bytes, size_t len, struct arena *a, struct rules *out)
{
	struct ini *ini = ini_parse(bytes, len, FOLDER_SETTINGS, NULL);
	bool ok = ini != NULL;

	if (ok)
		read_all(ini, a, out);
	ini_free(&ini);
	return ok;
}

/* ---- one key ---------------------------------------------------------------------------------------------------------- */

/* A new line after the last of the keys that stand before it in a file as the program writes one. */
static void insert(struct buf *bytes, const struct ini *ini, const char *key, const char *value)
{
	int after = ini_line(ini, SECTION, NULL);
	struct buf line = {0};
	const char *end;
	size_t at;
	bool last;

	for (const struct folder_key *k = folder_keys; strcmp(k->key, key) != 0; k++)
		after = ini_line(ini, SECTION, k->key) > after ? ini_line(ini, SECTION, k->key) : after;
	at = ini_line_start(bytes, after + 1);
	end = strstr(buf_cstr(bytes), "\r\n") ? "\r\n" : "\n";
	last = at > 0 && bytes->data[at - 1] != '\n'; /* and without a newline, as it stays */
	buf_printf(&line, "%s%s = %s%s", last ? end : "", key, value, last ? "" : end);
	ini_replace(bytes, at, at, line.data, line.len);
	buf_release(&line);
}

/* The value in its place, what stands before and after it on the line as it was; without a value the line goes. */
static void write_key(struct buf *bytes, const struct ini *ini, const char *key, const char *value)
{
	int line = ini_line(ini, SECTION, key);
	size_t from = ini_line_start(bytes, line), end = ini_line_start(bytes, line + 1), to = end;
	const char *equals;

	if (line == 0) {
		if (*value)
			insert(bytes, ini, key, value);
		return;
	}
	while (to > from && (bytes->data[to - 1] == '\n' || bytes->data[to - 1] == '\r'))
		to--;
	equals = memchr(bytes->data + from, '=', to - from);
	if (!*value || !equals) {
		ini_replace(bytes, from, end, "", 0);
		return;
	}
	from = (size_t)(equals - bytes->data) + 1;
	while (from < to && (bytes->data[from] == ' ' || bytes->data[from] == '\t'))
		from++;
	while (to > from && (bytes->data[to - 1] == ' ' || bytes->data[to - 1] == '\t'))
		to--;
	if (to - from >= 2 && bytes->data[from] == '"' && bytes->data[to - 1] == '"') { /* quoted it stays */
		from++;
		to--;
	}
	ini_replace(bytes, from, to, value, strlen(value));
}

/* ---- a step ------------------------------------------------------------------------------------------------------------- */

static const char *joined(const struct strings *values, struct arena *a)
{
	struct buf b = {0};
	const char *text;

	for (size_t i = 0; i < values->count; i++)
		buf_printf(&b, "%s%s", i ? BAR : "", values->items[i]);
	text = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return text;
}

static bool check_value(const struct field *f, const char *value, struct error *e)
{
	if (strlen(value) <= VALUE_MAX && !strpbrk(value, "\"\\;#\r\n") && (f->type == FIELD_LIST || !strchr(value, '|')))
		return true;
	return error_set_at(e, ERROR_DATA, FOLDER_SETTINGS, 0,
	                    _("%s är för långt eller har ett tecken som inte kan stå i rad.ini (\" \\ ; # | eller ny rad); skriv det på annat "
	                      "sätt."), _(f->label));
}

/* The file as it would be still says everything else, and this. */
static bool check_result(const struct buf *bytes, const struct rules *before, const struct field *f, const struct strings *after,
                         struct arena *a, struct error *e)
{
	const struct record_type *t = record_type(RECORD_RULES);
	struct council_settings settings;
	struct diagnostics found = {0};
	struct rules now;
	char *readonly = NULL;
	bool ok = folder_settings_read(buf_cstr(bytes), bytes->len, &settings, &readonly, &found) &&
	          rules_read(buf_cstr(bytes), bytes->len, a, &now);
	const struct diagnostic *fault = NULL;

	for (size_t i = 0; !fault && i < found.count; i++)
		fault = found.items[i].level == DIAGNOSTIC_FAULT ? &found.items[i] : NULL;
	if (fault || !ok)
		ok = error_set_at(e, ERROR_DATA, FOLDER_SETTINGS, fault ? fault->line : 0, "%s", fault ? fault->text : readonly ? readonly : "");
	for (size_t i = 1; ok && i < t->count; i++) {
		struct strings is = {0}, wanted = {0};

		field_encode(&t->fields[i], &now, a, &is);
		if (&t->fields[i] == f)
			wanted = *after;
		else
			field_encode(&t->fields[i], before, a, &wanted);
		ok = strings_same(&is, &wanted) ||
		     error_set_at(e, ERROR_DATA, FOLDER_SETTINGS, 0,
		                  _("%s kan inte ändras härifrån, så som rad.ini är skriven; ändra den i filen."), _(t->fields[i].label));
	}
	folder_settings_release(&settings);
	diagnostics_release(&found);
	free(readonly);
	return ok;
}

static bool set(struct buf *bytes, const struct change *c, struct arena *a, struct error *e)
{
	struct ini *ini = ini_parse(buf_cstr(bytes), bytes->len, FOLDER_SETTINGS, NULL);
	struct strings is = {0};
	const char *value = joined(&c->after, a);
	struct rules before;
	bool ok = ini != NULL || error_set_at(e, ERROR_READONLY, FOLDER_SETTINGS, 0, _("rad.ini går inte att läsa; rätta den."));

	if (ok) {
		read_all(ini, a, &before);
		field_encode(c->field, &before, a, &is);
	}
	if (ok && !strings_same(&is, &c->after)) {
		ok = strings_same(&is, &c->before)
		             ? check_value(c->field, value, e)
		             : error_set_at(e, ERROR_CONFLICT, FOLDER_SETTINGS, 0,
		                            _("%s har ändrats av någon annan sedan det lästes och är nu ”%.200s”. Inget sparades; gör ändringen "
		                              "igen om den behövs."), _(c->field->label), joined(&is, a));
		if (ok)
			write_key(bytes, ini, key_of(c->field, a), value);
		ok = ok && check_result(bytes, &before, c->field, &c->after, a, e);
	}
	ini_free(&ini);
	return ok;
}

bool rules_merge(const struct changes *c, const char *file, struct buf *bytes, struct error *e)
{
	struct arena a = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < c->count; i++)
		if (strcmp(c->items[i].file, file) == 0)
			ok = c->items[i].kind == CHANGE_SET
			             ? set(bytes, &c->items[i], &a, e)
			             : error_set_at(e, ERROR_USAGE, file, 0, _("rad.ini kan varken läggas till eller tas bort här."));
	arena_release(&a);
	return ok;
}
