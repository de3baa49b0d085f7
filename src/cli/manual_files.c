/* radsbord(5): the files, from the record tables, the keys of rad.ini and the columns that are read. */
#include "radsbord/cli/manual.h"
#include "radsbord/council/records.h"
#include "radsbord/store/folder.h"
#include "radsbord/store/national.h"

#include <string.h>

/* How a value of a type is written. */
static const char *const type_words[] = {
	[FIELD_ID] = "postens Id, tio tecken som aldrig ändras",
	[FIELD_TEXT] = "en rad",
	[FIELD_LINES] = "en eller flera rader",
	[FIELD_LIST] = "en rad; fältet får upprepas",
	[FIELD_REF] = "en annan posts Id",
	[FIELD_REFS] = "en annan posts Id; fältet får upprepas",
	[FIELD_INT] = "heltal",
	[FIELD_DATE] = "dag, ÅÅÅÅ-MM-DD",
	[FIELD_TIME] = "klockslag, TT:MM",
	[FIELD_CHOICE] = "en av koderna",
};

/* What a form says of the field, when it is true of the file too: there a day is never "4/2", and an Id is not chosen in a list. */
static const char *hint_of(const struct field *f)
{
	static const char form_only[] = "Till exempel ";
	bool typed = f->type == FIELD_DATE || f->type == FIELD_TIME, chosen = f->type == FIELD_REF || f->type == FIELD_REFS;
	return !f->hint || chosen || (typed && strncmp(f->hint, form_only, strlen(form_only)) == 0) ? NULL : f->hint;
}

static void write_field(struct buf *out, const struct field *f)
{
	struct buf text = {0};
	if (strcmp(f->label, f->name) != 0)
		buf_printf(&text, "%s: ", f->label);
	buf_str(&text, type_words[f->type]);
	for (size_t i = 0; f->type == FIELD_CHOICE && f->choices[i].code; i++) {
		const struct choice *c = &f->choices[i];
		buf_printf(&text, "%s%s", i ? ", " : " ", c->code);
		if (strcmp(c->code, c->label) != 0)
			buf_printf(&text, " (%s)", c->label);
	}
	buf_str(&text, f->flags & FIELD_REQUIRED ? ". Måste finnas." : ".");
	if (hint_of(f))
		buf_printf(&text, " %s", hint_of(f));
	roff_entry(out, f->name, NULL, buf_cstr(&text));
	buf_release(&text);
}

static void write_type(struct buf *out, const struct record_type *t)
{
	struct buf head = {0};
	buf_printf(&head, "%s: %s", t->file, t->label);
	roff_section(out, buf_cstr(&head));
	buf_str(out, "Posttyp \\fB%rec: ");
	roff_text(out, t->name);
	buf_str(out, "\\fR.\n");
	for (size_t i = 0; i < t->count; i++)
		write_field(out, &t->fields[i]);
	buf_release(&head);
}

/* Figures are CSV; a column is a field's name in small letters. */
static void write_columns(struct buf *out, const struct record_type *t)
{
	roff_heading(out, "TAL");
	roff_opening(out, "\\fImatt/*.csv\\fR, med rubrikrad och kommatecken mellan kolumnerna, i UTF\\-8. Decimaltecknet är punkt.\n"
	                    "Ett värde som ingen har uppgett är tomt och har en orsak. Kolumnen datum får utelämnas.");
	for (size_t i = 0; i < t->count; i++) {
		struct buf name = {0}, text = {0};
		if (t->fields[i].type == FIELD_ID)
			continue;
		for (const char *c = t->fields[i].name; *c; c++)
			buf_char(&name, *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c);
		buf_printf(&text, "%s.%s", t->fields[i].label, t->fields[i].flags & FIELD_REQUIRED ? " Måste finnas." : "");
		roff_entry(out, buf_cstr(&name), NULL, buf_cstr(&text));
		buf_release(&name);
		buf_release(&text);
	}
}

static void write_places(struct buf *out)
{
	roff_heading(out, "PLATSER");
	roff_opening(out, "De nationella filerna i \\fIsverige\\fR bland referensdata, och de kolumner som läses:");
	for (int i = 0; i < NATIONAL_TABLES; i++) {
		struct buf columns = {0};
		for (size_t k = 0; national_tables[i].columns[k]; k++)
			buf_printf(&columns, "%s%s", k ? " " : "", national_tables[i].columns[k]);
		roff_entry(out, national_tables[i].file, NULL, buf_cstr(&columns));
		buf_release(&columns);
	}
}

static void write_council(struct buf *out)
{
	roff_heading(out, "RAD.INI");
	roff_opening(out, "Filen gör mappen till ett råds mapp. Under [rad], en per rad:");
	for (const struct folder_key *k = folder_keys; k->key; k++)
		roff_entry(out, k->key, NULL, k->help);
}

void manual_files(const struct manual *m, struct buf *out)
{
	roff_title(out, m, 5, "filerna i ett råds mapp");
	roff_heading(out, "BESKRIVNING");
	buf_str(out, "Ett råds mapp håller allt som rådet har skrivit, i textfiler som får ändras för hand och läggas under\n"
	             "versionshantering: INI för det som ställs in, rec (GNU recutils) för det som skrivs och CSV för statistik. Kommentarer\n"
	             "och fält som programmet inte känner står kvar. \\fBradsbord kontroll\\fR säger, med fil och rad, vad som är fel.\n");
	roff_paragraph(out, "Undermappen \\fIhistorik\\fR har en fil per månad med vem som ändrade vad, och när. Den skrivs av programmet.");
	write_council(out);
	roff_heading(out, "POSTER");
	roff_opening(out, "En post är ett fält per rad, \\fINamn: värde\\fR, och slutar med en tom rad. Fler rader i ett värde börjar med +.\n"
	                    "Varje fil börjar med en beskrivning, %rec:, av posterna under den.\n"
	                    "Ett fält som får upprepas har ett värde per rad, med fältets namn framför vart och ett.\n"
	                    "Platser, sjukhus och indikatorer skrivs i filerna med sin kod (0481, sjh\\-nykoping, vardplatser_100k), också där\n"
	                    "ett formulär tar namnet.");
	for (int kind = 0; kind < RECORD_KINDS; kind++)
		if (kind != RECORD_FIGURE && kind != RECORD_RULES) /* rad.ini has its own part */
			write_type(out, record_type((enum record_kind)kind));
	write_columns(out, record_type(RECORD_FIGURE));
	write_places(out);
	roff_heading(out, "INDIKATORER");
	buf_str(out, "\\fIconfig/indikatorer.ini\\fR bland referensdata har en indikator per avsnitt; filens början beskriver varje nyckel.\n");
	roff_heading(out, "SE ÄVEN");
	buf_str(out, "\\fBradsbord\\fR(1), \\fBrecsel\\fR(1)\n");
	roff_wrap(out);
}
