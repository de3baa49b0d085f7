#include "folder_council.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

const char council_rad[] = "[rad]\nformat = 1\nnamn = Prov\nregion = 04\n";
const char council_plan[] = "# Planen för 2026.\n\n%rec: Plan\n%key: Id\n\nId: P1\nAr: 2026\nRubrik: Plan 2026\nEget: fält\n\n"
			   "%rec: Atgard\n\n"
			   "# Den första\nId: A1\nNr: 1\nSlag: atgard\nRubrik: Ring\nStatus:   pagar  \nAnsvarig: Eva\n"
			   "Klart_senast: 2026-12-01\nEget: kvar\n+ på två rader\n\n\n"
			   "# Den andra\nId: A2\nNr: 2\nRubrik: Skriv\nStatus: ej_paborjad\nBrist: B04-01\nBrist: B04-02\n\n"
			   "%rec: Framtid\n\nId: F1\nVad: som helst";

struct store_writer council_writer(void)
{
	static uint64_t n = 1;

	return (struct store_writer){.user = "prov", .host = "dator", .utc = 1800000000, .random = {n++, 7}};
}

struct folder *council_open(struct scratch *s, const struct io *io)
{
	struct store_writer w = council_writer();
	struct error e = {0};
	struct folder *f;

	scratch_init(s);
	scratch_puts(s, "rad.ini", council_rad);
	scratch_puts(s, "plan/2026.rec", council_plan);
	f = folder_open(s->path, io, &w, &e);
	if (!f)
		fail_msg("%s", e.text);
	return f;
}

void council_apply(struct folder *f, const struct changes *c)
{
	struct store_writer w = council_writer();
	struct error e = {0};

	if (!folder_apply(f, c, &w, &e))
		fail_msg("%s: %s", e.file, e.text);
}

void council_refused(struct folder *f, const struct changes *c, enum error_code code, const char *words)
{
	struct store_writer w = council_writer();
	struct error e = {0};

	assert_false(folder_apply(f, c, &w, &e));
	if (e.code != code || !strstr(e.text, words))
		fail_msg("%d %s", (int)e.code, e.text);
}

void council_bytes(const struct scratch *s, const char *name, const char *expected)
{
	char *now = scratch_get(s, name, NULL);

	assert_non_null(now);
	assert_string_equal(now, expected);
	free(now);
}

const struct action *council_action(const struct folder *f, const char *id)
{
	return (const struct action *)(const void *)records_find(folder_records(f), RECORD_ACTION, id);
}

void council_set(struct folder *f, struct changes *c, const char *id, const char *field, const char *value)
{
	changes_set_text(c, RECORD_ACTION, &council_action(f, id)->head, field, value);
}

char *council_replaced(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	assert_non_null(at);
	return mem_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}
