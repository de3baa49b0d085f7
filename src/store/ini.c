/* INI: the pre-scan decides what is there and on which line; iniparser says what the values are. */
#include "ini_local.h"

#include "io_local.h"
#include "radsbord/base/language.h"

#include <errno.h>
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct listener {
	struct diagnostics *d;
	const char *file;
};

/* iniparser's error callback takes no context, so this is the one variable it can reach; set during a load only. */
static _Thread_local const struct listener *listening;

__attribute__((format(printf, 1, 2))) static int hear_error(const char *fmt, ...)
{
	char text[512];
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	while (n > 0 && (size_t)n < sizeof text && text[n - 1] == '\n')
		text[--n] = '\0';
	if (listening)
		diagnostics_add(listening->d, DIAGNOSTIC_FAULT, listening->file, 0,
		                _("Inställningarna kunde inte läsas (%s); rätta filen."), text);
	return n;
}

/* iniparser 4.1 reads only named files: this one has a name in /proc and no place on any disk. */
static dictionary *load(const struct buf *clean, const char *file, struct diagnostics *d)
{
	const struct listener self = {.d = d, .file = file};
	dictionary *dict = NULL;
	char name[32];
	int fd = memfd_create("radsbord-ini", MFD_CLOEXEC);

	if (fd < 0 || !store_write_all(io_system(), fd, buf_cstr(clean), clean->len)) {
		diagnostics_add(d, DIAGNOSTIC_FAULT, file, 0, _("Filen kunde inte läsas: %s."),
		                store_errno_text(errno));
	} else {
		snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
		listening = &self;
		iniparser_set_error_callback(hear_error);
		dict = iniparser_load(name);
		listening = NULL;
	}
	if (fd >= 0)
		close(fd);
	return dict;
}

/* Each key's value. iniparser looks for a key among all of them, so all are taken as they come. */
static void take_values(struct ini *ini, const dictionary *dict)
{
	for (size_t i = 0; i < ini->keys.count; i++)
		ini->keys.items[i].value = "";
	for (ssize_t i = 0; i < dict->size; i++) {
		int at = dict->key[i] ? map_get(&ini->key_index, dict->key[i]) : -1;

		if (at >= 0 && dict->val[i])
			ini->keys.items[at].value = arena_strdup(&ini->arena, dict->val[i]);
	}
}

struct ini *ini_parse(const char *bytes, size_t len, const char *file, struct diagnostics *d)
{
	struct diagnostics unheard = {0};
	struct ini *ini = mem_alloc(sizeof *ini);
	struct buf clean = {0};
	dictionary *dict = NULL;

	if (!d)
		d = &unheard;
	if (ini_scan(ini, bytes, len, file, &clean, d))
		dict = load(&clean, file, d);
	if (dict) {
		take_values(ini, dict);
		iniparser_freedict(dict);
	}
	else
		ini_free(&ini);
	buf_release(&clean);
	diagnostics_release(&unheard);
	return ini;
}

void ini_free(struct ini **ini)
{
	if (!*ini)
		return;
	for (size_t i = 0; i < (*ini)->sections.count; i++)
		free((*ini)->sections.items[i].keys.items);
	free((*ini)->sections.items);
	free((*ini)->keys.items);
	map_release(&(*ini)->section_index);
	map_release(&(*ini)->key_index);
	arena_release(&(*ini)->arena);
	free(*ini);
	*ini = NULL;
}

size_t ini_sections(const struct ini *ini)
{
	return ini->sections.count - 1;
}

const char *ini_section(const struct ini *ini, size_t i)
{
	return i + 1 < ini->sections.count ? ini->sections.items[i + 1].name : NULL;
}

/* Appends the name in lower case. */
static void lower(struct buf *out, const char *s)
{
	for (; *s; s++)
		buf_char(out, *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s);
}

static const struct ini_section_entry *find_section(const struct ini *ini, const char *section)
{
	struct buf name = {0};
	int i;

	lower(&name, section);
	i = name.len ? map_get(&ini->section_index, name.data) : 0;
	buf_release(&name);
	return i < 0 ? NULL : &ini->sections.items[i];
}

static const struct ini_key_entry *find_key(const struct ini *ini, const char *section, const char *key)
{
	struct buf path = {0};
	int i;

	lower(&path, section);
	buf_char(&path, ':');
	lower(&path, key);
	i = map_get(&ini->key_index, path.data);
	buf_release(&path);
	return i < 0 ? NULL : &ini->keys.items[i];
}

const char *ini_get(const struct ini *ini, const char *section, const char *key)
{
	const struct ini_key_entry *entry = find_key(ini, section, key);

	return entry ? entry->value : NULL;
}

int ini_line(const struct ini *ini, const char *section, const char *key)
{
	if (key) {
		const struct ini_key_entry *entry = find_key(ini, section, key);

		return entry ? entry->line : 0;
	}
	const struct ini_section_entry *entry = find_section(ini, section);

	return entry ? entry->line : 0;
}

size_t ini_keys(const struct ini *ini, const char *section)
{
	const struct ini_section_entry *entry = find_section(ini, section);

	return entry ? entry->keys.count : 0;
}

const char *ini_key(const struct ini *ini, const char *section, size_t i)
{
	const struct ini_section_entry *entry = find_section(ini, section);

	return entry && i < entry->keys.count ? ini->keys.items[entry->keys.items[i]].name : NULL;
}
