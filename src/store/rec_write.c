/* Writing rec so that recutils reads it, and that every value comes back as it was. */
#include "rec_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>

/* The reader's limit on a physical line, less the longest field name and its colon. */
enum { WRITE_LINE_MAX = (1 << 20) - 256, NAME_MAX_BYTES = 128 };

/* One line of a value: its length, and the length of the line break after it (0 at the end). */
static size_t value_line(const char *s, size_t *newline)
{
	size_t n = strcspn(s, "\r\n");

	*newline = s[n] == '\0' ? 0 : s[n] == '\r' && s[n + 1] == '\n' ? 2 : 1;
	return n;
}

void rec_write_field(struct buf *out, const char *name, const char *value, const char *nl)
{
	size_t newline;

	buf_str(out, name);
	buf_char(out, ':');
	do {
		size_t n = value_line(value, &newline);

		if (n > 0)
			buf_char(out, ' ');
		buf_add(out, value, n);
		/* A final backslash would join the next line: let it join an empty one. */
		if (n > 0 && value[n - 1] == '\\') {
			buf_char(out, '\\');
			buf_str(out, nl);
		}
		buf_str(out, nl);
		value += n + newline;
		if (newline)
			buf_char(out, '+');
	} while (newline);
}

void rec_write_lines(struct buf *out, const char *text, const char *nl)
{
	size_t len = strlen(text);

	while (len > 0 && strchr(" \t\r\n", text[len - 1]))
		len--;
	for (size_t i = 0; i < len;) {
		size_t newline, n = value_line(text + i, &newline);

		if (n > len - i)
			n = len - i;
		buf_add(out, text + i, n);
		buf_str(out, nl);
		i += n + newline;
	}
}

/* What the value will be read back as, in the arena: its line breaks as newlines. */
static char *normal_value(const char *value, struct arena *a)
{
	char *out = arena_alloc(a, strlen(value) + 1), *to = out;
	size_t newline;

	do {
		size_t n = value_line(value, &newline);

		memcpy(to, value, n);
		to += n;
		if (newline)
			*to++ = '\n';
		value += n + newline;
	} while (newline);
	return out;
}

bool rec_value_is(const struct rec_doc *doc, const struct rec_field *f, const char *value)
{
	struct arena a = {0};
	bool same;

	if (!f->continued && !strpbrk(value, "\r\n"))
		return strncmp(doc->bytes + f->value, value, f->value_len) == 0 &&
		       value[f->value_len] == '\0';
	same = strcmp(rec_value(doc, f, &a), normal_value(value, &a)) == 0;
	arena_release(&a);
	return same;
}

static bool name_ok(const char *name)
{
	size_t n = name ? strlen(name) : 0;

	if (n == 0 || n > NAME_MAX_BYTES)
		return false;
	for (size_t i = 0; i < n; i++) {
		bool letter = (name[i] >= 'A' && name[i] <= 'Z') || (name[i] >= 'a' && name[i] <= 'z');

		if (!letter && (i == 0 || ((name[i] < '0' || name[i] > '9') && name[i] != '_')))
			return false;
	}
	return true;
}

static bool check_pair(const char *name, const char *value, struct error *e)
{
	size_t newline;

	if (!name_ok(name))
		return error_set(e, ERROR_USAGE,
		                 _("Fältnamnet ”%.100s” kan inte skrivas; använd bara A–Z, siffror och _."),
		                 name ? name : "");
	if (!value)
		return error_set(e, ERROR_USAGE, _("Fältet %s saknar värde; ange ett."), name);
	if (!text_is_utf8(value, strlen(value), NULL))
		return error_set(e, ERROR_DATA,
		                 _("Värdet för %s är inte UTF-8 och skrivs inte; skriv om det."), name);
	do {
		size_t n = value_line(value, &newline);

		if (n > WRITE_LINE_MAX)
			return error_set(e, ERROR_DATA,
			                 _("Värdet för %s har en rad på över en mebibyte; dela upp den."),
			                 name);
		value += n + newline;
	} while (newline);
	return true;
}

static bool check_descriptor(const struct rec_edit *edit, struct error *e)
{
	struct rec_doc doc;
	struct diagnostics d = {0};
	const char *text = edit->descriptor;
	bool ok;

	if (!name_ok(edit->type))
		return error_set(e, ERROR_USAGE,
		                 _("Posttypen ”%.100s” kan inte skrivas; använd bara A–Z, siffror och _."),
		                 edit->type ? edit->type : "");
	if (!text)
		return true;
	rec_parse(text, strlen(text), "", &doc, &d);
	ok = !doc.damaged && doc.types_count == 1 && doc.records_count == 0 &&
	     strncmp(text, "%rec:", 5) == 0 && strcmp(doc.types[0].name, edit->type) == 0;
	rec_doc_release(&doc);
	diagnostics_release(&d);
	return ok || error_set(e, ERROR_USAGE,
	                       _("Beskrivningen av posttypen %.100s är fel; den ska börja med %%rec: "
	                       "och typens namn."), edit->type);
}

bool rec_edit_check(const struct rec_edit *edit, struct error *e)
{
	switch (edit->kind) {
	case REC_SET:
		if (!name_ok(edit->name))
			return check_pair(edit->name, "", e);
		if (strcmp(edit->name, "Id") == 0 && edit->values_count != 1)
			return error_set(e, ERROR_USAGE,
			                 _("Fältet Id ska ha exakt ett värde; ta bort hela posten i stället."));
		for (size_t i = 0; i < edit->values_count; i++)
			if (!check_pair(edit->name, edit->values[i], e))
				return false;
		break;
	case REC_ADD:
		if (edit->pairs_count == 0)
			return error_set(e, ERROR_USAGE, _("En ny post behöver minst ett fält; ange det."));
		for (size_t i = 0; i < edit->pairs_count; i++)
			if (!check_pair(edit->pairs[i].name, edit->pairs[i].value, e))
				return false;
		return check_descriptor(edit, e);
	case REC_REMOVE:
		break;
	}
	if (!edit->id)
		return error_set(e, ERROR_USAGE, _("Ändringen säger inte vilken post den gäller; ange Id."));
	return true;
}
