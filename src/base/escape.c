/* Text made harmless for HTML, XML, Markdown and iCalendar. */
#include "radsbord/base/escape.h"

#include "radsbord/base/text.h"

#include <string.h>
#include <strings.h>

static void escape_markup(struct buf *out, const char *s)
{
	static const struct {
		char sign;
		const char *entity;
	} entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
	struct buf clean = {0};
	text_sanitise(&clean, s, true);
	for (const char *p = buf_cstr(&clean); *p; p++) {
		const char *entity = NULL;
		for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
			if (*p == entities[i].sign)
				entity = entities[i].entity;
		if (entity)
			buf_str(out, entity);
		else
			buf_char(out, *p);
	}
	buf_release(&clean);
}

/* The entities of the two are the same, and what is sanitised is a character of both. */
void escape_html(struct buf *out, const char *s)
{
	escape_markup(out, s);
}

void escape_xml(struct buf *out, const char *s)
{
	escape_markup(out, s);
}

/* What would begin a block if it stood first on a line: a heading, a list, a rule, a quotation, a setext line. */
static size_t block_mark(const char *line)
{
	size_t digits = strspn(line, "0123456789");
	if (digits && digits <= 9 && (line[digits] == '.' || line[digits] == ')'))
		return digits;
	return strchr("#+-=", *line) ? 0 : SIZE_MAX;
}

static void markdown_line(struct buf *out, const char *line, size_t n)
{
	size_t mark = n ? block_mark(line) : SIZE_MAX;
	for (size_t i = 0; i < n; i++) {
		if (i == mark || strchr("\\`*_[]<>|~&", line[i]))
			buf_char(out, '\\');
		buf_char(out, line[i]);
	}
}

void escape_markdown(struct buf *out, const char *s)
{
	struct buf clean = {0};
	text_sanitise(&clean, s, true);
	for (const char *p = buf_cstr(&clean);;) {
		p += strspn(p, " ");
		size_t n = strcspn(p, "\n");
		markdown_line(out, p, n);
		p += n;
		if (!*p)
			break;
		/* a hard break needs a line before it and one after */
		p += strspn(p, " \n");
		if (*p)
			buf_str(out, out->len && n ? "\\\n" : "");
	}
	buf_release(&clean);
}

void escape_ics(struct buf *out, const char *s)
{
	struct buf clean = {0};
	text_sanitise(&clean, s, true);
	for (const char *p = buf_cstr(&clean); *p; p++) {
		if (*p == '\n') {
			buf_str(out, "\\n");
			continue;
		}
		if (strchr("\\;,", *p))
			buf_char(out, '\\');
		buf_char(out, *p);
	}
	buf_release(&clean);
}

bool escape_is_link(const char *address)
{
	static const char *const schemes[] = {"http://", "https://", "mailto:"};
	size_t prefix = 0;
	struct buf clean = {0};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strncasecmp(address, schemes[i], strlen(schemes[i])) == 0)
			prefix = strlen(schemes[i]);
	text_sanitise(&clean, address, true);
	bool same = strcmp(buf_cstr(&clean), address) == 0;
	buf_release(&clean);
	return prefix && same && address[prefix] && address[prefix] != '/' && !strpbrk(address, " \n\"'<>\\^`{|}") &&
	       !strstr(address, "\u00a0");
}
