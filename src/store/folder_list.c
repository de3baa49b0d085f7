/* Which files of a folder are read. */
#include "folder_local.h"

#include "minutes_file.h"
#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

static const char *const fixed[] = {
	"arstexter.rec",
	"enheter.rec",
	"forslagssvar.rec",
	"fragor.rec",
	"kostnader.rec",
	"ledamoter.rec",
	"ombud.rec",
	"parter.rec",
	"remisser.rec",
	"resurser.rec",
	"saknas.rec",
	"scenarier.rec",
	"utbildningar.rec",
};
static const struct {
	const char *name, *end;
} directories[] = {{"matt", ".csv"}, {"moten", ".rec"}, {"plan", ".rec"}, {"protokoll", ".txt"}};

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n > m && strcmp(s + n - m, end) == 0;
}

bool folder_name_is_conflict(const char *name)
{
	return strstr(name, ".sync-conflict-") || strcasestr(name, "(conflicted copy") ||
	       strcasestr(name, "konfliktkopia");
}

static bool in_directory(const char *name)
{
	for (size_t i = 0; i < sizeof directories / sizeof *directories; i++) {
		size_t n = strlen(directories[i].name);

		if (strncmp(name, directories[i].name, n) == 0 && name[n] == '/' && strcmp(directories[i].name, "protokoll") == 0)
			return minutes_is_file(name);
		if (strncmp(name, directories[i].name, n) == 0 && name[n] == '/')
			return name[n + 1] != '.' && !strchr(name + n + 1, '/') && ends_with(name + n + 1, directories[i].end);
	}
	return false;
}

bool folder_name_is_read(const char *name)
{
	if (folder_name_is_conflict(name))
		return false;
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (strcmp(name, fixed[i]) == 0)
			return true;
	return in_directory(name);
}

static void list_one(const char *name, struct names *out, struct diagnostics *d)
{
	if (folder_name_is_conflict(name))
		diagnostics_add(d, DIAGNOSTIC_WARNING, name, 0,
		                _("Filen är en konfliktkopia från synkroniseringen och läses inte; jämför den med den "
		                "riktiga filen, för över det som ska vara kvar och ta bort den."));
	else if (folder_name_is_read(name))
		VEC_PUSH(out, mem_strdup(name));
}

static void list_directory(const struct folder *f, const char *directory, struct names *out, struct diagnostics *d)
{
	struct names names = {0};
	struct error e = {0};

	if (!io_list(f->dir, directory, &names, &e) && e.code != ERROR_NOT_FOUND)
		diagnostics_add(d, DIAGNOSTIC_FAULT, directory, 0, "%s", e.text);
	for (size_t i = 0; i < names.count; i++) {
		char *name = mem_printf("%s/%s", directory, names.items[i]);

		list_one(name, out, d);
		free(name);
	}
	names_release(&names);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void folder_list(const struct folder *f, struct names *out, struct diagnostics *d)
{
	struct names top = {0};
	struct error e = {0};

	names_release(out);
	if (!io_list(f->dir, ".", &top, &e))
		diagnostics_add(d, DIAGNOSTIC_FAULT, f->path, 0, "%s", e.text);
	for (size_t i = 0; i < top.count; i++)
		list_one(top.items[i], out, d);
	names_release(&top);
	for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
		list_directory(f, directories[i].name, out, d);
	if (out->count > 0)
		qsort(out->items, out->count, sizeof *out->items, by_bytes);
}
