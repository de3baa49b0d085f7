/* F1: what goes where one stands, in sentences; also in a form, a question or a choice, which are there again afterwards. */
#include "pane.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

/* What goes in what is asked for over a pane. The keys are not in the command table: they are those of typing. */
static const struct {
	enum mode mode;
	const char *keys, *does;    /* keys NULL: about the place itself */
} rows[] = {
	{MODE_FORM, NULL, N_("Ett formulär: fyll i det du vet. Inget är sparat förrän du sparar, men det du skriver finns kvar också om datorn stannar.")},
	{MODE_FORM, "Tab ↓", N_("Nästa fält. Skift-Tab och ↑ går tillbaka.")},
	{MODE_FORM, "Enter", N_("Nästa fält. På Spara sparas formuläret.")},
	{MODE_FORM, "Ctrl-S", N_("Spara, var du än står.")},
	{MODE_FORM, "Esc", N_("Lämna utan att spara.")},
	{MODE_FORM, "← →", N_("Byter i ett fält med val. En bokstav går till nästa val som börjar så.")},
	{MODE_ASK, NULL, N_("En fråga: svaret skrivs på raden längst ned. Under den står hur det skrivs.")},
	{MODE_ASK, "Enter", N_("Svarar. Om något är fel sägs vad, och det du skrev står kvar.")},
	{MODE_ASK, "Tab", N_("Fyller i det du har börjat på, där det går.")},
	{MODE_ASK, "Ctrl-U", N_("Tömmer raden.")},
	{MODE_ASK, "Esc", N_("Avbryter. Ingenting ändras.")},
	{MODE_PICK, NULL, N_("Ett val bland rader. Skriv några bokstäver, i vilken ordning som helst, så visas bara det som passar.")},
	{MODE_PICK, "↑ ↓", N_("Väljer rad. PgUp, PgDn, Home och End går längre.")},
	{MODE_PICK, "Enter", N_("Tar raden.")},
	{MODE_PICK, "Esc", N_("Avbryter. Ingenting ändras.")},
	{MODE_FILTER, NULL, N_("Listan visar bara det som stämmer med alla ord du skriver.")},
	{MODE_FILTER, "Tab", N_("Fyller i ordet, eller visar vilka ord som finns.")},
	{MODE_FILTER, "↑ ↓", N_("Väljer rad medan du skriver.")},
	{MODE_FILTER, "Enter", N_("Behåller filtret.")},
	{MODE_FILTER, "Esc", N_("Som det var innan.")},
	{MODE_CONFLICT, NULL, N_("Någon annan har ändrat samma sak sedan du läste den. Inget är sparat förrän du har svarat. Längst ned står vad du kan svara.")},
	{MODE_CONFLICT, "↑ ↓", N_("Läser vidare.")},
	{MODE_CONFLICT, "Esc", N_("Går tillbaka. Det du skrev finns kvar.")},
};

static void about_place(struct frame *f)
{
	unsigned place = pane_place(frame_pane(f));
	const struct place_row *row = NULL;
	for (size_t i = 0; (row = command_place_row(i)) && !(row->places & place); i++)
		;
	buf_printf(&f->help, "%s\n", _(frame_pane(f)->class->title));
	if (row)
		buf_printf(&f->help, "\n%s\n", _(row->about));
	keymap_help(f->keymap, place | (f->mode == MODE_DETAIL ? PLACE_DETAIL : 0), &f->help);
}

static void about_modal(struct frame *f)
{
	const char *title = f->mode == MODE_FORM   ? f->record_form.form.title
	                    : f->mode == MODE_ASK  ? _(f->ask->label)
	                    : f->mode == MODE_PICK ? f->pick.title
	                                           : _(frame_pane(f)->class->title);
	buf_printf(&f->help, "%s\n\n", title);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].mode == f->mode && !rows[i].keys) {
			buf_printf(&f->help, "%s\n\n", _(rows[i].does));
		} else if (rows[i].mode == f->mode) {
			buf_str(&f->help, "  ");
			text_pad(&f->help, rows[i].keys, 14, TEXT_LEFT);
			buf_printf(&f->help, "  %s\n", _(rows[i].does));
		}
	if (f->mode == MODE_FORM && f->record_form.form.editor)
		buf_printf(&f->help, "  %-14s  %s\n", "Ctrl-O", _("Skriver en lång text i din egen redigerare."));
}

void help_show(struct frame *f)
{
	f->help_over = f->mode;
	f->help_top = 0;
	f->mode = MODE_HELP;
}

void modal_help(struct frame *f)
{
	buf_clear(&f->help);
	if (f->mode == MODE_LIST || f->mode == MODE_DETAIL)
		about_place(f);
	else
		about_modal(f);
	help_show(f);
}

static bool over_pane(const struct frame *f)
{
	return f->help_over == MODE_LIST || f->help_over == MODE_DETAIL;
}

/* What it lay over is there again, as it was. */
static void close(struct frame *f)
{
	if (over_pane(f))
		modal_close(f);
	else
		f->mode = f->help_over;
}

void help_key(struct frame *f, ui_key key)
{
	enum command c = keymap_find(f->keymap, key, PLACE_HELP);
	switch (c) {
	case COMMAND_UP:
		f->help_top--;
		break;
	case COMMAND_DOWN:
		f->help_top++;
		break;
	case COMMAND_PAGE_UP:
		f->help_top -= f->help_height;
		break;
	case COMMAND_PAGE_DOWN:
		f->help_top += f->help_height;
		break;
	case COMMAND_FIRST:
		f->help_top = 0;
		break;
	case COMMAND_HELP:
	case COMMAND_GUIDE:
		reader_open(f);
		break;
	default:
		close(f);
		break;
	}
	if (f->help_top < 0)
		f->help_top = 0;
}

/* ---- drawing ---------------------------------------------------------------- */

/* Where the last blank is that has at most `width` columns before it; 0: nowhere. */
static size_t last_blank_within(const char *s, int width)
{
	size_t cut = 0;
	for (const char *blank = strchr(s, ' '); blank; blank = strchr(blank + 1, ' ')) {
		char *head = mem_strndup(s, (size_t)(blank - s));
		bool fits = text_width(head) <= width;
		free(head);
		if (!fits)
			break;
		cut = (size_t)(blank - s);
	}
	return cut;
}

/* One line of the help: what does not fit goes on under the sentence, not under the keys. */
static int draw_line(struct canvas *c, struct rect body, int y, const char *line, size_t n)
{
	enum { SENTENCE = 18 }; /* where keymap_help begins the sentences */
	struct buf text = {0};
	int x = 0, used = 1, under = line[0] == ' ' ? SENTENCE : 0;
	buf_add(&text, line, n);
	const char *rest = buf_cstr(&text);
	while (text_width(rest) > body.width - x) {
		size_t cut = last_blank_within(rest, body.width - x);
		if (cut == 0)
			break;
		struct buf head = {0};
		buf_add(&head, rest, cut);
		if (y >= body.y && y < body.y + body.height)
			canvas_text(c, body.x + x, y, body.width - x, ROLE_TEXT, buf_cstr(&head));
		buf_release(&head);
		rest += cut + 1;
		x = under;
		y++;
		used++;
	}
	bool heading = n > 0 && line[n - 1] == ':' && line[0] != ' ';
	if (y >= body.y && y < body.y + body.height)
		canvas_text(c, body.x + x, y, body.width - x, heading ? ROLE_HEADING : ROLE_TEXT, rest);
	buf_release(&text);
	return used;
}

static int draw_from(struct frame *f, struct canvas *c, struct rect body)
{
	int lines = 0;
	for (const char *line = buf_cstr(&f->help); *line;) {
		size_t n = strcspn(line, "\n");
		lines += draw_line(c, body, body.y + lines - f->help_top, line, n);
		line += n + (line[n] != 0);
	}
	return lines;
}

void help_draw(struct frame *f, struct canvas *c, struct rect body)
{
	f->help_height = body.height;
	int lines = draw_from(f, c, body);
	if (f->help_top > 0 && lines - f->help_top < body.height) {
		f->help_top = lines > body.height ? lines - body.height : 0;
		canvas_fill(c, body, ROLE_TEXT);
		draw_from(f, c, body);
	}
}
