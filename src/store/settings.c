/* Settings: one row each. Later files go over earlier ones; a value that does not fit its row is reported and not used. */
#include "radsbord/store/settings.h"

#include "radsbord/base/language.h"
#include "radsbord/store/ini.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static const struct setting rows[] = {
	{"region", SETTING_TEXT, 0, 0, NULL, "", N_("Var programmet öppnar: region, område eller kommun, med kod eller namn.")},
	{"rad", SETTING_TEXT, 0, 0, NULL, "", N_("Rådets mapp, när varken --rad eller RADSBORD_RAD anger den.")},
	{"export", SETTING_TEXT, 0, 0, NULL, "", N_("Mapp för det som skrivs ut; tomt: Dokument i hemmappen.")},
	{"sprak", SETTING_CHOICE, 0, 0, "sv|en", "sv", N_("Språk på skärmen. Dokument och filer är alltid på svenska.")},
	{"tema", SETTING_CHOICE, 0, 0, "mork|ljus|kontrast|mono", "mork", N_("Färger.")},
	{"linjar", SETTING_CHOICE, 0, 0, "ja|nej", "nej", N_("En rad i taget, för skärmläsare och punktskrift.")},
	{"mus", SETTING_CHOICE, 0, 0, "ja|nej", "nej", N_("Musen väljer, öppnar och rullar; text markeras då med Skift.")},
	{"sma_tal", SETTING_INT, 5, 10, "5|10", "5", N_("Färre personer än så visas inte i det som skrivs ut för andra.")},
	{"genomgang_ms", SETTING_INT, 0, 2000, NULL, "200", N_("Hur länge en punkt i genomgången måste ha visats innan ett utfall godtas, i ms.")},
	{"forlopp_ms", SETTING_INT, 0, 60000, NULL, "700", N_("Hur länge något får dröja innan det syns hur långt det har kommit, i ms.")},
	{"escape_ms", SETTING_INT, 1, 1000, NULL, "25", N_("Väntan på resten av en tangent som börjar med Esc, i ms.")},
};

enum { ROWS = sizeof rows / sizeof *rows };

const struct setting *settings_row(size_t i)
{
	return i < ROWS ? &rows[i] : NULL;
}

struct settings {
	char *values[ROWS];
};

static int find(const char *key)
{
	for (int i = 0; i < ROWS; i++)
		if (strcmp(rows[i].key, key) == 0)
			return i;
	return -1;
}

static bool is_choice(const char *choices, const char *value)
{
	size_t n = strlen(value);

	for (const char *at = choices; n > 0 && *at; at += *at == '|') {
		size_t len = strcspn(at, "|");

		if (len == n && memcmp(at, value, n) == 0)
			return true;
		at += len;
	}
	return false;
}

static bool fits(const struct setting *row, const char *value, struct buf *why)
{
	struct num n = NUM_UNKNOWN;
	int decimals = 0;

	if (row->choices && !is_choice(row->choices, value))
		buf_printf(why, _("ett av %s"), row->choices);
	else if (row->type == SETTING_INT && (!num_parse(value, &n, &decimals) || decimals || n.num < row->min ||
	                                      n.num > row->max))
		buf_printf(why, _("ett heltal mellan %lld och %lld"), (long long)row->min, (long long)row->max);
	return why->len == 0;
}

static void read_key(struct settings *s, const struct ini *ini, const char *path, const char *key,
                     struct diagnostics *d)
{
	int i = find(key), line = ini_line(ini, "radsbord", key);
	const char *value = ini_get(ini, "radsbord", key);
	struct buf why = {0};

	if (i < 0) {
		diagnostics_add(d, DIAGNOSTIC_WARNING, path, line,
		                _("Inställningen %.100s är okänd och används inte; rätta eller ta bort den."), key);
	} else if (fits(&rows[i], value, &why)) {
		free(s->values[i]);
		s->values[i] = mem_strdup(value);
	} else {
		diagnostics_add(d, DIAGNOSTIC_FAULT, path, line,
		                _("%s ska vara %s, men är ”%.100s”; rätta värdet. Tills dess gäller %s."), key, buf_cstr(&why),
		                value, s->values[i]);
	}
	buf_release(&why);
}

static void read_file(struct settings *s, const char *path, const struct io *io, struct diagnostics *d)
{
	struct buf bytes = {0};
	struct error e = {0};
	struct ini *ini = NULL;

	if (io_read_file(io, AT_FDCWD, path, IO_FILE_MAX, &bytes, &e))
		ini = ini_parse(buf_cstr(&bytes), bytes.len, path, d);
	else if (e.code != ERROR_NOT_FOUND)
		diagnostics_add(d, DIAGNOSTIC_FAULT, path, 0, "%s", e.text);
	for (size_t i = 0; ini && i < ini_sections(ini); i++) {
		const char *section = ini_section(ini, i);

		if (strcmp(section, "radsbord") != 0)
			diagnostics_add(d, DIAGNOSTIC_WARNING, path, ini_line(ini, section, NULL),
			                _("Avsnittet [%.100s] är okänt och används inte; inställningar står i [radsbord]."),
			                section);
		else
			for (size_t k = 0; k < ini_keys(ini, section); k++)
				read_key(s, ini, path, ini_key(ini, section, k), d);
	}
	ini_free(&ini);
	buf_release(&bytes);
}

struct settings *settings_open(const char *const *paths, size_t count, const struct io *io, struct diagnostics *d)
{
	struct settings *s = mem_alloc(sizeof *s);
	struct diagnostics unheard = {0};

	for (size_t i = 0; i < ROWS; i++)
		s->values[i] = mem_strdup(rows[i].fallback);
	for (size_t i = 0; i < count; i++)
		if (paths[i])
			read_file(s, paths[i], io, d ? d : &unheard);
	diagnostics_release(&unheard);
	return s;
}

void settings_free(struct settings **s)
{
	struct settings *old = *s;

	*s = NULL;
	if (!old)
		return;
	for (size_t i = 0; i < ROWS; i++)
		free(old->values[i]);
	free(old);
}

const char *settings_text(const struct settings *s, const char *key)
{
	int i = find(key);

	return i < 0 ? "" : s->values[i];
}

int64_t settings_int(const struct settings *s, const char *key)
{
	struct num n = num_int(0);

	return num_parse(settings_text(s, key), &n, NULL) ? n.num / n.den : 0;
}
