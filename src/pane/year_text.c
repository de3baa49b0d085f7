/* The council's own words in the annual report: which year, which section, and then a form. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/council/year.h"

#include <stdlib.h>
#include <string.h>

enum { YEARS_OFFERED = 3, SPRING_ENDS = 6 };

/* Offered years beside today's, the likeliest first: in spring it is last year that is told of. */
static int offered_year(struct date today, bool ahead, size_t item)
{
	static const int ahead_by[YEARS_OFFERED] = {0, 1, -1}, spring[YEARS_OFFERED] = {-1, 0, -2}, autumn[YEARS_OFFERED] = {0, -1, -2};
	return today.year + (ahead ? ahead_by : today.month <= SPRING_ENDS ? spring : autumn)[item];
}

static void year_chosen(struct frame *f, size_t item)
{
	void (*go_on)(struct frame *) = f->export.go_on;
	f->export.year = offered_year(session_today(f->session), f->export.ahead, item);
	go_on(f);
}

void year_pick(struct frame *f, const char *title, bool ahead, void (*chosen)(struct frame *f))
{
	f->export.ahead = ahead;
	f->export.go_on = chosen;
	modal_pick(f, title, year_chosen);
	for (size_t i = 0; i < YEARS_OFFERED; i++)
		modal_pick_add(f, "%d", offered_year(session_today(f->session), ahead, i));
}

static void section_chosen(struct frame *f, size_t section)
{
	const struct year_text *there = year_text_of(frame_model(f)->council, f->export.year, (enum year_section)section);
	struct year_text fresh;
	char *title = mem_printf(_("Årsberättelsen %d: %s"), f->export.year, year_sections[section].label);
	record_init(record_type(RECORD_YEAR_TEXT), &fresh);
	fresh.year = f->export.year;
	fresh.section = (int)section;
	record_form_open(f, RECORD_YEAR_TEXT, there ? &there->head : &fresh.head, there ? there->head.file : YEAR_TEXT_FILE, title);
	free(title);
}

/* A section, and how its text begins when there is one. */
static void ask_section(struct frame *f)
{
	char *title = mem_printf(_("Rådets egen text i årsberättelsen %d"), f->export.year);
	modal_pick(f, title, section_chosen);
	for (size_t i = 0; i < YEAR_SECTIONS; i++) {
		const struct year_text *t = year_text_of(frame_model(f)->council, f->export.year, (enum year_section)i);
		const char *text = t && t->text ? t->text : "";
		modal_pick_add(f, "%s%s%.*s", year_sections[i].label, *text ? ": " : "", (int)strcspn(text, "\n"), text);
	}
	free(title);
}

void year_text_open(struct frame *f)
{
	year_pick(f, _("Rådets egen text i årsberättelsen"), false, ask_section);
}
