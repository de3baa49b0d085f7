/* Printing: documents, findings, and one sentence for an error. The one place where the command line writes. */
#include "radsbord/app/export.h"
#include "radsbord/cli/cli.h"

#include "radsbord/base/guard.h"
#include "radsbord/store/commit.h"

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

/* What another program is to have, and no terminal. */
static int write_bytes(const struct buf *bytes, bool binary)
{
	struct error e = {0};
	if (binary && isatty(STDOUT_FILENO)) {
		error_set(&e, ERROR_USAGE, _("Det formatet är inget för en terminal. Skriv till en fil: -o FIL, eller > FIL."));
		return cli_fail(&e);
	}
	fwrite(buf_cstr(bytes), 1, bytes->len, stdout);
	return 0;
}

/* What is a document for others is Swedish. */
static int print(const struct doc *d, enum output_format format, bool document)
{
	struct buf out = {0};
	struct error e = {0};
	const struct format_row *row = &output_formats[format];
	int status = 0;
	bool spoke = document && language_swedish();
	bool done = row->render(d, &(struct render_options){.width = text_columns()}, &out, &e);
	language_back(spoke);
	work_end(d->work);
	if (!doc_is_whole(d, &e) || !done)
		status = cli_fail(&e);
	else if (format == OUTPUT_TEXT || format == OUTPUT_MARKDOWN)
		write_text(stdout, buf_cstr(&out));
	else
		status = write_bytes(&out, row->binary);
	buf_release(&out);
	return status;
}

int cli_print(const struct doc *d, enum output_format format)
{
	return print(d, format, false);
}

int cli_deliver_bytes(const struct cli *cli, const struct buf *bytes)
{
	struct error e = {0};
	struct buf said = {0};
	if (!cli->options->output)
		return write_bytes(bytes, false);
	if (!export_write(cli->session, cli->options->output, cli->options->overwrite, bytes, &said, &e))
		return cli_fail(&e);
	cli_say("%s\n", buf_cstr(&said));
	buf_release(&said);
	return 0;
}

int cli_deliver(const struct cli *cli, const struct doc *d)
{
	enum { FILE_WIDTH = 80 };
	const struct cli_options *o = cli->options;
	enum output_format format = o->format;
	struct buf out = {0};
	struct error e = {0};
	if (o->output && !o->format_named) {
		format = format_by_file(o->output);
		if (format == OUTPUT_FORMATS) {
			work_end(d->work);
			error_set(&e, ERROR_USAGE, _("Filens ändelse säger inte vilket format det ska vara. Skriv till exempel %s.docx, eller "
			                           "lägg till --format."), o->output);
			return cli_fail(&e);
		}
	}
	if (!o->output && format != OUTPUT_DOCX)
		return print(d, format, true);
	bool done = export_render(cli->session, d, format, FILE_WIDTH, &out, &e);
	work_end(d->work);
	int status = done ? o->output ? cli_deliver_bytes(cli, &out) : write_bytes(&out, output_formats[format].binary)
	                  : cli_fail(&e);
	buf_release(&out);
	return status;
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
		[DIAGNOSTIC_NOTE] = N_("upplysning: "), [DIAGNOSTIC_WARNING] = N_("varning: "), [DIAGNOSTIC_FAULT] = ""};
	char *text = mem_printf("%s%s", _(levels[d->level]), d->text);
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
	if (e->code == ERROR_LOCKED && strcmp(e->file, LOCK_NAME) == 0)
		write_line(stderr, "radsbord: ", "", 0,
		           _("Har ett avbrott lämnat låset kvar: öppna mappen med radsbord --rad och ändra något där, så frågas det efter en "
		             "halv minut om låset ska brytas."));
	return error_exit_status(e->code);
}

int cli_finish(int status)
{
	struct error e = {0};
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	error_set(&e, ERROR_IO, _("Utskriften kunde inte skrivas färdigt. Kontrollera att det finns plats där den ska ligga."));
	return cli_fail(&e);
}
