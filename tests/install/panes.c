/* panes.c - runs a program in a terminal of 80 x 24 until it is painted and idle, looks for a text, leaves with q:
 *	panes TEXT NAME=VALUE ... NAME ... PROGRAM WORD ...
 * NAME alone is not set; PROGRAM is a whole path. Status 0 when the text was there and the program ended well; else the screen is printed. */
#include "support/vt.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	int first = 2;
	struct buf screen = {0};
	const char *env[32] = {NULL};
	const char *words[32] = {NULL};
	while (first < argc && first < 32 && argv[first][0] != '/') {
		env[first - 2] = argv[first];
		first++;
	}
	if (first >= argc || argc - first > 31) {
		fprintf(stderr, "panes TEXT NAME=VALUE ... PROGRAM WORD ...\n");
		return 2;
	}
	for (int i = first; i < argc; i++)
		words[i - first] = argv[i];
	struct vt *vt = vt_start(words, env, 80, 24);
	bool shown = vt_wait(vt) && vt_shows(vt, argv[1]);
	vt_text(vt, &screen);
	vt_keys(vt, "q");
	int status = vt_exit_status(vt);
	if (!shown || status != 0)
		printf("%s; status %d:\n%s\n", shown ? "shown" : "not shown", status, buf_cstr(&screen));
	buf_release(&screen);
	vt_free(&vt);
	return shown && status == 0 ? 0 : 1;
}
