/* Dates: in order, and as the file's name says. */
#include "check_local.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <string.h>

/* Two dates of a record of which the first must not be later. */
struct order_row {
	enum record_kind kind;
	const char *first, *second;
};
static const struct order_row rows[] = {
	{RECORD_GAP, "Galler_fran", "Galler_till"},  {RECORD_FACT, "Galler_fran", "Galler_till"},
	{RECORD_UNIT, "Galler_fran", "Galler_till"}, {RECORD_GOAL, "Galler_fran", "Galler_till"},
	{RECORD_ACTION, "Start", "Klart_senast"},    {RECORD_ACTION, "Start", "Klart"},
	{RECORD_SEAT, "Fran", "Till"},
};

static const struct date *date_of(const struct record *r, enum record_kind kind, const char *field)
{
	const struct field *f = record_field(record_type(kind), field, strlen(field));

	return (const struct date *)(const void *)((const char *)r + f->offset);
}

static void check_order(const struct check *c, const struct order_row *row, const struct records *records)
{
	for (size_t i = 0; i < records_count(records, row->kind); i++) {
		const struct record *r = records_at(records, row->kind, i);
		const struct date *a = date_of(r, row->kind, row->first), *b = date_of(r, row->kind, row->second);

		if (date_known(*a) && date_known(*b) && date_cmp(*b, *a) < 0)
			check_report(c, DIAGNOSTIC_FAULT, row->kind, r, _("%s är före %s; rätta ett av datumen."), row->second,
			             row->first);
	}
}

/* The date that begins the name of a meeting's file; DATE_NONE when it does not. */
static struct date date_in_name(const char *file)
{
	struct date d = DATE_NONE;
	char text[11] = "";

	if (strncmp(file, "moten/", 6) == 0) {
		snprintf(text, sizeof text, "%s", file + 6);
		date_parse(text, &d);
	}
	return d;
}

static void check_meetings(const struct check *c)
{
	for (size_t i = 0; i < records_count(c->council, RECORD_MEETING); i++) {
		const struct meeting *m = records_meeting(c->council, i);
		struct date named = date_in_name(m->head.file);

		if (m->start >= 0 && m->end >= 0 && m->end < m->start)
			check_report(c, DIAGNOSTIC_FAULT, RECORD_MEETING, &m->head, _("Slut är före Start; rätta ett av klockslagen."));
		if (date_cmp(named, m->date) != 0)
			check_report(c, DIAGNOSTIC_WARNING, RECORD_MEETING, &m->head,
			             _("Datum är inte det som filens namn börjar med; det i filen gäller, rätta det eller byt "
			             "filens namn."));
	}
}

static void check_plans(const struct check *c)
{
	for (size_t i = 0; i < records_count(c->council, RECORD_PLAN); i++) {
		const struct plan *p = records_plan(c->council, i);
		char name[64];

		snprintf(name, sizeof name, "plan/%04lld.rec", (long long)p->year);
		if (strcmp(name, p->head.file) != 0)
			check_report(c, DIAGNOSTIC_WARNING, RECORD_PLAN, &p->head,
			             _("Ar är inte det som filens namn säger; det i filen gäller, rätta det eller byt filens namn."));
	}
}

void check_dates(const struct check *c)
{
	for (int set = 0; set < 2; set++)
		for (size_t i = 0; check_records(c, set) && i < sizeof rows / sizeof *rows; i++)
			check_order(c, &rows[i], check_records(c, set));
	if (c->council) {
		check_meetings(c);
		check_plans(c);
	}
}
