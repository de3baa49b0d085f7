/* What the bottom line says: the keys of the page, of what is asked, or of what lies over the list. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

void frame_fit_keys(const char *const *parts, size_t count, int width, struct buf *out)
{
	struct buf keys = {0};
	for (size_t i = 0; i + 1 < count; i++)
		if (*parts[i])
			buf_printf(&keys, "%s%s", keys.len ? "  " : "", parts[i]);
	keys_fit(buf_cstr(&keys), parts[count - 1], width, out);
	buf_release(&keys);
}

/* "Enter spara", and not "4/2, +14, v 5". */
static bool names_key(const char *part)
{
	char *word = mem_strndup(part, strcspn(part, " "));
	bool key = word[0] && word[1] && key_parse(word);
	free(word);
	return key;
}

/* The words there is room for: "4/2, +14, v 5" of what is longer. */
static void add_words(struct buf *out, const char *part, int room)
{
	size_t end = 0;
	for (size_t n = strcspn(part, " "); n > end; n += part[n] ? 1 + strcspn(part + n + 1, " ") : 0) {
		char *words = mem_strndup(part, n);
		bool fits = text_width(words) <= room;
		free(words);
		if (!fits)
			break;
		end = n;
	}
	while (end < strlen(part) && end > 0 && strchr(",;", part[end - 1]))
		end--;
	buf_add(out, part, end);
}

/* A question's own hint, part by part, before the way to the help. What explains goes first; where its first key has no room beside it
 * it has fewer words, so that there is room for the keys. */
static void ask_bottom(const struct frame *f, int width, struct buf *out)
{
	enum { CUT_LEAST = 16 };
	const char *at = _(f->ask->hint);
	int keys = 0, first = 0;
	for (char *part; (part = keys_next(&at)); free(part)) {
		keys += names_key(part) ? text_width(part) + 2 : 0;
		first = first ? first : keys;
	}
	char *all = mem_printf("%s  %s", _(f->ask->hint), _("F1 hjälp"));
	at = all;
	for (char *part; (part = keys_next(&at)); free(part)) {
		bool cut = !out->len && !names_key(part) && text_width(part) + first > width;
		int gap = out->len ? 2 : 0, wanted = cut ? width - keys : text_width(part);
		if ((cut && wanted < CUT_LEAST) || text_width(buf_cstr(out)) + gap + wanted > width)
			continue;
		buf_fill(out, ' ', (size_t)gap);
		add_words(out, part, wanted);
	}
	free(all);
}

/* The keys of what is asked for; of the detail. */
static void modal_bottom(struct frame *f, int width, struct buf *out)
{
	const char *const help = _("F1 hjälp"), *const choose = _("↑↓ välj"), *const cancel = _("Esc avbryt");
	const char *const filter[] = {_("Tab fyll i"), _("Enter behåll"), _("Esc som det var"), choose, help};
	const char *const pick[] = {choose, _("Enter ta den"), cancel, _("skriv för att söka"), help};
	const char *const form[] = {_("Tab nästa fält"), _("Ctrl-S spara"), cancel, help};
	const char *const unsaved[] = {_("←→ välj"), _("Enter ta den"), _("Esc fortsätt"), help};
	const char *const reading[] = {_("↑↓ bläddra"), _("F1 handboken"), _("Esc tillbaka")};
	const char *const detail[] = {_("↑↓ läs"), f->detail.count ? _("Enter följ länken") : "", _("Esc tillbaka"),
	                              !f->history && frame_has_history(f) ? _("h historik") : "", help};
	if (f->mode == MODE_DETAIL)
		frame_fit_keys(detail, sizeof detail / sizeof *detail, width, out);
	else if (f->mode == MODE_FILTER)
		frame_fit_keys(filter, sizeof filter / sizeof *filter, width, out);
	else if (f->mode == MODE_PICK)
		frame_fit_keys(pick, sizeof pick / sizeof *pick, width, out);
	else if (f->mode == MODE_FORM && f->record_form.form.asking)
		frame_fit_keys(unsaved, sizeof unsaved / sizeof *unsaved, width, out);
	else if (f->mode == MODE_FORM)
		frame_fit_keys(form, sizeof form / sizeof *form, width, out);
	else if (f->mode == MODE_HELP)
		frame_fit_keys(reading, sizeof reading / sizeof *reading, width, out);
	else if (f->mode == MODE_CONFLICT)
		conflict_question_bottom(f, out);
	else if (f->mode == MODE_GUIDE)
		reader_bottom(f, out);
}

/* The keys of the pane, or of what it asks. */
static void list_bottom(struct frame *f, int width, struct buf *out)
{
	struct pane *p = frame_pane(f);
	if (!p->class->bottom || !p->class->bottom(f, p, width, out))
		keymap_bottom_line(f->keymap, pane_place(p), frame_needs_met(f), width, out);
}

void frame_bottom(struct frame *f, int width, struct buf *out)
{
	if (f->mode == MODE_ASK)
		ask_bottom(f, width, out);
	else if (f->mode == MODE_LIST)
		list_bottom(f, width, out);
	else
		modal_bottom(f, width, out);
}
