/* The INI reader: nothing crashes, every key it names has a value and a line of the file. */
#include "fuzz.h"

#include "radsbord/store/ini.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = malloc(size ? size : 1);
	struct diagnostics d = {0};
	memcpy(bytes, data, size);
	struct ini *ini = ini_parse(bytes, size, "x.ini", &d);
	int lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += bytes[i] == '\n';
	HOLDS(ini || diagnostics_count(&d, DIAGNOSTIC_FAULT) > 0);
	for (size_t s = 0; ini && s < ini_sections(ini); s++) {
		const char *section = ini_section(ini, s);
		HOLDS(ini_line(ini, section, NULL) >= 1 && ini_line(ini, section, NULL) <= lines);
		for (size_t k = 0; k < ini_keys(ini, section); k++) {
			const char *key = ini_key(ini, section, k), *value = ini_get(ini, section, key);
			HOLDS(value && strlen(value) <= size);
			HOLDS(ini_line(ini, section, key) >= 1 && ini_line(ini, section, key) <= lines);
		}
	}
	for (size_t i = 0; i < d.count; i++)
		HOLDS(d.items[i].line >= 0 && d.items[i].line <= lines + 1);
	ini_free(&ini);
	diagnostics_release(&d);
	free(bytes);
	return 0;
}
