/* Printing: documents, findings, and one sentence for an error. The one place where the command line writes. */
#include "radsbord/cli/cli.h"

#include "radsbord/base/guard.h"

#include <langinfo.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_ELSEWHERE = 110, WIDTH_LEAST = 60 };

static int text_columns(void)
{
	struct winsize size;
	if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= WIDTH_LEAST)
		return size.ws_col;
	return WIDTH_ELSEWHERE;
}

static bool shows_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* A terminal without UTF-8 gets letters it can show, line by line; what goes to a file or a program is always UTF-8. */
static void write_text(FILE *to, const char *text)
{
	if (shows_utf8() || !isatty(fileno(to))) {
		fputs(text, to);
		return;
	}
	char *lines = mem_strdup(text);
	struct buf ascii = {0};
	for (char *line = lines; line;) {
		char *end = strchr(line, '\n');
		if (end)
			*end = '\0';
		text_to_ascii(&ascii, line);
		if (end)
			buf_char(&ascii, '\n');
		line = end ? end + 1 : NULL;
	}
	fputs(buf_cstr(&ascii), to);
	buf_release(&ascii);
	free(lines);
}

void cli_print(const struct doc *d, enum output_format format)
{
	struct buf out = {0};
	if (format == OUTPUT_TEXT) {
		render_text(d, text_columns(), &out);
		write_text(stdout, buf_cstr(&out));
	} else {
		(format == OUTPUT_CSV ? render_csv : render_json)(d, &out);
		fwrite(buf_cstr(&out), 1, out.len, stdout);
	}
	buf_release(&out);
}

void cli_say(const char *fmt, ...)
{
	struct buf shown = {0};
	va_list ap;
	va_start(ap, fmt);
	char *text = NULL;
	if (vasprintf(&text, fmt, ap) >= 0)
		text_sanitise(&shown, text, true);
	va_end(ap);
	write_text(stdout, buf_cstr(&shown));
	free(text);
	buf_release(&shown);
}

/* "before path:line: text" as one line; the path and the line only where they are known,
 * and the path alone only when the text does not name it. */
static void write_line(FILE *to, const char *before, const char *file, int line, const char *text)
{
	struct buf b = {0}, shown = {0};
	buf_str(&b, before);
	if (file && file[0] && line > 0)
		buf_printf(&b, "%s:%d: ", file, line);
	else if (file && file[0] && !strstr(text, file))
		buf_printf(&b, "%s: ", file);
	guard_mask(&b, text, GUARD_ASK_KEEP); /* it may repeat what was typed or what stands in a file */
	text_sanitise(&shown, buf_cstr(&b), false);
	buf_char(&shown, '\n');
	write_text(to, buf_cstr(&shown));
	buf_release(&b);
	buf_release(&shown);
}

void cli_say_finding(const struct diagnostic *d)
{
	static const char *const levels[] = {
		[DIAGNOSTIC_NOTE] = "upplysning: ", [DIAGNOSTIC_WARNING] = "varning: ", [DIAGNOSTIC_FAULT] = ""};
	char *text = mem_printf("%s%s", levels[d->level], d->text);
	write_line(stdout, "", d->file, d->line, text);
	free(text);
}

void cli_warn_finding(const struct diagnostic *d)
{
	write_line(stderr, "radsbord: ", d->file, d->line, d->text);
}

int cli_fail(const struct error *e)
{
	write_line(stderr, "radsbord: ", e->file, e->line, e->text);
	return error_exit_status(e->code);
}

int cli_finish(int status)
{
	struct error e = {0};
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	error_set(&e, ERROR_IO, "Utskriften kunde inte skrivas färdigt. Kontrollera att det finns plats där den ska ligga.");
	return cli_fail(&e);
}
