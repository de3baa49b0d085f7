/* Foreign text for a format that gives characters a meaning. Pure; each appends.
 *
 * All take any bytes: what text_sanitise makes visible (controls, bidi, zero-width, bad UTF-8) becomes U+FFFD here too, so
 * that nothing in a document acts on who reads it. A newline is kept where the format can say one. */
#ifndef RADSBORD_BASE_ESCAPE_H
#define RADSBORD_BASE_ESCAPE_H

#include "radsbord/base/mem.h"

/* Element content and attribute values between double or single quotes, HTML5. A newline stays a newline. */
void escape_html(struct buf *out, const char *s);
/* The same in XML 1.0 (no named entities beyond its five; characters XML cannot hold are U+FFFD). */
void escape_xml(struct buf *out, const char *s);
/* CommonMark text: no character starts emphasis, a link, code, HTML, a heading, a list, a rule or a table cell. A newline is a
 * hard line break ("\" at the end of the line); blanks that begin a line are left out. */
void escape_markdown(struct buf *out, const char *s);
/* A TEXT value of iCalendar (RFC 5545, 3.3.11): \\ \; \, and \n. Not folded. */
void escape_ics(struct buf *out, const char *s);

/* True for an address a document may link to: http, https or mailto with something after it, and only characters that stand
 * for themselves in an URI (RFC 3986; å ä ö too): no blanks, controls, quotes, angles or backslash. */
bool escape_is_link(const char *address);

#endif
