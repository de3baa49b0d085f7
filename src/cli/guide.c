/* radsbord handbok: the guide, or a chapter of it, to the terminal or to a file. */
#include "radsbord/base/language.h"
#include "radsbord/cli/cli.h"
#include "radsbord/report/guide.h"

#include <fcntl.h>
#include <stdlib.h>

bool cli_read_guide(const struct cli_paths *p, struct buf *out, struct error *e)
{
	char *path = mem_printf("%s/handbok/handbok.md", p->data);
	bool read = io_read_file(io_system(), AT_FDCWD, path, IO_FILE_MAX, out, e);
	free(path);
	return read;
}

static bool find_chapter(const struct guide *g, const struct cli_options *o, long *chapter, struct error *e)
{
	struct buf words = {0};
	*chapter = -1;
	for (size_t i = 0; i < o->arguments_count; i++)
		buf_printf(&words, "%s%s", i ? " " : "", o->arguments[i]);
	bool found = !words.len || (*chapter = guide_find(g, buf_cstr(&words))) >= 0;
	if (!found) {
		struct buf titles = {0};
		for (size_t i = 0; i < g->count; i++)
			buf_printf(&titles, "%s%s", i ? ", " : "", g->items[i].title);
		error_set(e, ERROR_NOT_FOUND, _("Inget kapitel heter något med ”%.80s”. De som finns: %s."), buf_cstr(&words), buf_cstr(&titles));
		buf_release(&titles);
	}
	buf_release(&words);
	return found;
}

int cli_run_guide(const struct cli *cli)
{
	struct guide g = {.items = NULL};
	struct doc d = {0};
	struct buf text = {0};
	struct error e = {0};
	long chapter;
	int status;
	if (!cli_read_guide(cli->paths, &text, &e)) {
		status = cli_fail(&e);
	} else {
		guide_read(&g, buf_cstr(&text));
		if (find_chapter(&g, cli->options, &chapter, &e)) {
			guide_fill(&d, &g, chapter);
			status = cli_deliver(cli, &d);
		} else {
			status = cli_fail(&e);
		}
	}
	doc_release(&d);
	guide_release(&g);
	buf_release(&text);
	return status;
}
