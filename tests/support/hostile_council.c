#include "hostile.h"

#include "radsbord/council/schema.h"

#include <stdlib.h>
#include <string.h>

static void put_field(struct buf *out, const struct field *f, const char *id, bool sound)
{
	const char *value = hostile_text;

	switch (f->type) {
	case FIELD_ID:
		value = id;
		break;
	case FIELD_INT:
		value = strcmp(f->name, "Ar") == 0 ? "2026" : "1";
		break;
	case FIELD_DATE:
		value = "2026-11-24";
		break;
	case FIELD_TIME:
		value = "09:30";
		break;
	case FIELD_CHOICE:
		value = f->choices[0].code;
		break;
	default:
		if (sound && (strcmp(f->name, "Region") == 0 || strcmp(f->name, "Galler") == 0))
			value = "04";
		else if (sound && strcmp(f->name, "Tjanst") == 0)
			value = "jourlinje";
		else if (sound && (strcmp(f->name, "Plats") == 0 || strcmp(f->name, "Ligger_i") == 0 ||
				   strcmp(f->name, "Omrade") == 0))
			return;
		break;
	}
	buf_printf(out, "%s: %s\n", f->name, value);
}

/* Two records: one whose places can be understood, one in which nothing can. */
static void put_records(struct buf *out, enum record_kind kind)
{
	const struct record_type *t = record_type(kind);

	buf_printf(out, "%%rec: %s\n", t->name);
	for (int n = 0; n < 2; n++) {
		char *id = mem_printf("H%d%s", n, t->name);
		buf_char(out, '\n');
		for (size_t i = 0; i < t->count; i++)
			put_field(out, &t->fields[i], id, n == 0);
		buf_printf(out, "Eget: %s\n", hostile_text);
		free(id);
	}
	buf_char(out, '\n');
}

void hostile_council(void (*put)(void *ctx, const char *name, const char *text), void *ctx)
{
	static const struct {
		const char *file;
		enum record_kind first, last;
	} files[] = {
	    {"plan/2019.rec", RECORD_PLAN, RECORD_ACTION},
	    {"moten/2019-01-29-QF5NG0V4WP.rec", RECORD_MEETING, RECORD_ITEM},
	    {"ledamoter.rec", RECORD_SEAT, RECORD_SEAT},
	    {"forslagssvar.rec", RECORD_ANSWER, RECORD_ANSWER},
	    {"saknas.rec", RECORD_GAP, RECORD_GAP},
	    {"enheter.rec", RECORD_UNIT, RECORD_UNIT},
	};
	struct buf text = {0};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		buf_clear(&text);
		for (int kind = files[i].first; kind <= (int)files[i].last; kind++)
			put_records(&text, (enum record_kind)kind);
		put(ctx, files[i].file, buf_cstr(&text));
	}
	buf_clear(&text);
	buf_printf(&text, "[rad]\nformat = 1\nnamn = %s\nregion = 04\nful%s = 1\n", hostile_text, hostile_text);
	put(ctx, "rad.ini", buf_cstr(&text));
	buf_clear(&text);
	buf_printf(&text,
		   "plats;ar;matt;kalla;varde;publicerat;orsak;not\n%s;2024;m;k;1;nej;;\n04;2024;%s;%s;%s;%s;;%s\n",
		   hostile_text, hostile_text, hostile_text, hostile_text, hostile_text, hostile_text);
	put(ctx, "matt/egna.csv", buf_cstr(&text));
	/* names, of files that are damaged so that they are spoken of, and of a sync client's copy */
	put(ctx, "matt/ful\x1b[31m\u202E.csv", "a;b\n1\n");
	put(ctx, "plan/2031\x1b[2J\u202E.rec", "%rec: Plan\n\n<<<<<<< HEAD\nx\n");
	put(ctx, "moten/\u202E\x7f konfliktkopia.rec", "");
	buf_release(&text);
}
