/* Roff for the manual pages. */
#include "radsbord/cli/manual.h"

#include <string.h>

void roff_text(struct buf *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		buf_str(out, "\\&");
	for (; *text; text++) {
		if (*text == '\\')
			buf_str(out, "\\e");
		else if (*text == '-')
			buf_str(out, "\\-");
		else if (*text == '\'')
			buf_str(out, "\\(aq");
		else if (*text == '^')
			buf_str(out, "\\(ha");
		else if (*text == '~')
			buf_str(out, "\\(ti");
		else if (*text == '\n')
			buf_str(out, text[1] == '.' || text[1] == '\'' ? "\n\\&" : "\n");
		else
			buf_char(out, *text);
	}
}

void roff_heading(struct buf *out, const char *text)
{
	buf_printf(out, ".SH %s\n", text);
}

void roff_section(struct buf *out, const char *text)
{
	buf_str(out, ".SS ");
	roff_text(out, text);
	buf_char(out, '\n');
}

void roff_opening(struct buf *out, const char *roff)
{
	buf_printf(out, "%s\n", roff);
}

void roff_paragraph(struct buf *out, const char *roff)
{
	buf_printf(out, ".PP\n%s\n", roff);
}

void roff_entry(struct buf *out, const char *term, const char *takes, const char *text)
{
	buf_str(out, ".TP\n\\fB");
	roff_text(out, term);
	buf_str(out, "\\fR");
	if (takes && *takes) {
		buf_str(out, " \\fI");
		roff_text(out, takes);
		buf_str(out, "\\fR");
	}
	buf_char(out, '\n');
	roff_text(out, text);
	buf_char(out, '\n');
}

void roff_title(struct buf *out, const struct manual *m, int chapter, const char *sentence)
{
	buf_str(out, "'\\\" -*- coding: utf-8 -*-\n.\\\" Made from the program's tables; changes here are lost.\n");
	buf_printf(out, ".TH RADSBORD %d %s \"Rådsbord %s\" Rådsbord\n", chapter, m->date, m->version);
	roff_heading(out, "NAMN");
	buf_str(out, "radsbord \\- ");
	roff_text(out, sentence);
	buf_char(out, '\n');
}

/* How wide roff readers count a byte: what is not ASCII becomes \[uXXXX]. */
static size_t roff_cost(char c)
{
	return (unsigned char)c < 0x80 ? 1 : ((unsigned char)c & 0xC0) == 0x80 ? 0 : 8;
}

static void wrap_line(struct buf *out, const char *line, size_t n)
{
	enum { WIDTH = 79 };
	size_t start = 0, blank = 0, cost = 0;
	for (size_t i = 0; i < n; i++) {
		cost += roff_cost(line[i]);
		if (line[i] == ' ' && i + 1 < n && line[i + 1] != '.' && line[i + 1] != '\'')
			blank = i;
		if (cost <= WIDTH || blank <= start)
			continue;
		buf_add(out, line + start, blank - start);
		buf_char(out, '\n');
		start = blank + 1;
		cost = 0;
		for (size_t k = start; k <= i; k++)
			cost += roff_cost(line[k]);
	}
	buf_add(out, line + start, n - start);
	buf_char(out, '\n');
}

void roff_wrap(struct buf *page)
{
	struct buf out = {0};
	bool term = false, as_is = false;
	for (const char *line = buf_cstr(page); *line;) {
		size_t n = strcspn(line, "\n");
		bool request = *line == '.' || *line == '\'';
		if (strncmp(line, ".nf", 3) == 0 || strncmp(line, ".fi", 3) == 0)
			as_is = line[1] == 'n';
		if (request || term || as_is)
			buf_printf(&out, "%.*s\n", (int)n, line);
		else
			wrap_line(&out, line, n);
		term = strncmp(line, ".TP", 3) == 0;
		line += n + (line[n] == '\n');
	}
	buf_release(page);
	*page = out;
}
