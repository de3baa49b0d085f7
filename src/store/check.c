/* radsbord kontroll: what loading found, then what only shows when everything has been read. */
#include "check_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/store/history.h"

#include <stdio.h>
#include <string.h>

const struct records *check_records(const struct check *c, int i)
{
	return i == 0 ? &c->national->records : c->council;
}

void check_report(const struct check *c, enum diagnostic_level level, enum record_kind kind, const struct record *r,
                  const char *fmt, ...)
{
	char text[768];
	struct buf name = {0};
	va_list ap;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof text, fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	text_capitalise(&name, _(record_type(kind)->label));
	diagnostics_add(c->d, level, r->file, r->line, "%s %s: %s", buf_cstr(&name), r->id, text);
	buf_release(&name);
}

static bool same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* Adds what is not there already: the caller may have had the findings of the loading in the same list. */
static void add_new(struct diagnostics *to, const struct diagnostics *from)
{
	const size_t before = to->count;

	for (size_t i = 0; i < from->count; i++) {
		const struct diagnostic *d = &from->items[i];
		bool there = false;

		for (size_t k = 0; k < before && !there; k++)
			there = to->items[k].line == d->line && same(to->items[k].file, d->file) &&
			        same(to->items[k].text, d->text);
		if (!there)
			diagnostics_add(to, d->level, d->file, d->line, "%s", d->text);
	}
}

/* What does not resolve to a place is found where the engine's data is made. */
static void check_engine(const struct check *c)
{
	struct diagnostics found = {0};
	struct error e = {0};
	struct engine_data *data = engine_data_new(c->national, c->council, &found, &e);

	if (!data)
		diagnostics_add(&found, DIAGNOSTIC_FAULT, NULL, 0, "%s", e.text);
	engine_data_free(&data);
	add_new(c->d, &found);
	diagnostics_release(&found);
}

void check_all(const struct national *n, const struct folder *folder, struct diagnostics *d)
{
	const struct check c = {
		.national = n,
		.council = folder ? folder_records(folder) : NULL,
		.settings = folder ? folder_settings(folder) : NULL,
		.d = d,
	};

	add_new(d, &n->found);
	if (folder) {
		add_new(d, folder_diagnostics(folder));
		folder_history_check(folder, d);
	}
	check_engine(&c);
	check_references(&c);
	check_numbers(&c);
	check_dates(&c);
	check_values(&c);
	check_scenarios(&c);
	check_guard(&c);
}
