/* docx_styles.h - the styles of a Word document: ours, or those of a template. Not for other modules. */
#ifndef RADSBORD_REPORT_DOCX_STYLES_H
#define RADSBORD_REPORT_DOCX_STYLES_H

#include "radsbord/base/error.h"
#include "radsbord/base/mem.h"

enum docx_style {
	STYLE_NORMAL, STYLE_HEADING_1, STYLE_HEADING_2, STYLE_HEADING_3, STYLE_HEADING_4, STYLE_HEADING_5, STYLE_HEADING_6,
	STYLE_SUBTITLE, STYLE_BULLET, STYLE_NUMBER, STYLE_CAPTION, STYLE_SIGNATURE, STYLE_VERBATIM, STYLE_TABLE, STYLE_LINK,
	DOCX_STYLES
};
/* word/styles.xml, the theme it may need, and how the page is. */
struct docx_styles {
	struct arena arena;
	const char *id[DOCX_STYLES]; /* w:styleId, ready for XML */
	struct buf xml, theme;       /* theme empty: none */
	const char *page;            /* <w:pgSz/><w:pgMar/> */
};
/* `template` NULL: our own. Styles are found by their name, which Word writes in English whatever its language; those that the
 * template lacks are added. False (ERROR_DATA, a sentence) when the template is no .docx. */
bool docx_styles_read(struct docx_styles *s, const struct buf *template, struct error *e);
void docx_styles_release(struct docx_styles *s);

#endif
