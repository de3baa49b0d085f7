/* format.c - the table of formats. */
#include "radsbord/report/format.h"

#include "package.h"

#include "radsbord/base/language.h"

#include <string.h>
#include <strings.h>

static void begin(const struct doc *d)
{
	work_part(d->work, DOC_FILLED, 100, doc_pieces(d));
}

/* The same where the packing comes after. */
static void begin_packed(const struct doc *d)
{
	work_part(d->work, DOC_FILLED, PACKAGE_FROM, doc_pieces(d));
}

static bool text(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e)
{
	begin(d);
	render_text(d, o->width, out);
	return doc_is_whole(d, e);
}

static bool markdown(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e)
{
	(void)o;
	begin(d);
	render_markdown(d, out);
	return doc_is_whole(d, e);
}

static bool html(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e)
{
	(void)o;
	begin(d);
	render_html(d, out);
	return doc_is_whole(d, e);
}

static bool any_table(const struct doc *d, struct error *e)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].kind == DOC_TABLE)
			return true;
	return error_set(e, ERROR_USAGE, _("Det här är ingen tabell. Välj --format text, md, html eller docx."));
}

static bool csv(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e)
{
	(void)o;
	if (!any_table(d, e))
		return false;
	begin(d);
	render_csv(d, out);
	return doc_is_whole(d, e);
}

static bool json(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e)
{
	(void)o;
	if (!any_table(d, e))
		return false;
	begin(d);
	render_json(d, out);
	return doc_is_whole(d, e);
}

static bool docx(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e)
{
	begin_packed(d);
	bool made = render_docx(d, o->template, out, e);
	return doc_is_whole(d, e) && made;
}

static bool xlsx(const struct doc *d, const struct render_options *o, struct buf *out, struct error *e)
{
	(void)o;
	if (!any_table(d, e))
		return false;
	begin_packed(d);
	bool made = render_xlsx(d, out, e);
	work_at(d->work, doc_pieces(d)); /* nobody was asked while it was packed */
	return doc_is_whole(d, e) && made;
}

const struct format_row output_formats[OUTPUT_FORMATS] = {
	[OUTPUT_TEXT] = {"text", N_("Text"), false, false, text},
	[OUTPUT_MARKDOWN] = {"md", N_("Markdown"), false, false, markdown},
	[OUTPUT_HTML] = {"html", N_("Webbsida (tillgänglig HTML)"), false, false, html},
	[OUTPUT_DOCX] = {"docx", N_("Word"), true, false, docx},
	[OUTPUT_CSV] = {"csv", N_("CSV, tabellerna"), false, true, csv},
	[OUTPUT_XLSX] = {"xlsx", N_("Excel, tabellerna"), true, true, xlsx},
	[OUTPUT_JSON] = {"json", N_("JSON, för program"), false, true, json},
};

enum output_format format_by_name(const char *name)
{
	int f = 0;
	if (strcasecmp(name, "txt") == 0)
		return OUTPUT_TEXT;
	while (f < OUTPUT_FORMATS && strcasecmp(name, output_formats[f].name) != 0)
		f++;
	return (enum output_format)f;
}

enum output_format format_by_file(const char *file)
{
	const char *leaf = strrchr(file, '/'), *dot = strrchr(leaf ? leaf : file, '.');
	if (!dot)
		return OUTPUT_FORMATS;
	return strcasecmp(dot, ".htm") == 0 ? OUTPUT_HTML : format_by_name(dot + 1);
}

void format_names(struct buf *out)
{
	for (int f = 0; f < OUTPUT_FORMATS; f++)
		buf_printf(out, "%s%s", f == 0 ? "" : f == OUTPUT_FORMATS - 1 ? _(" eller ") : ", ", output_formats[f].name);
}
