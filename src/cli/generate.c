/* generate WHAT VERSION DATE DATA: writes a manual page or the completion to stdout when the program is built. */
#include "radsbord/cli/manual.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*write)(const struct manual *m, struct buf *out);
	} kinds[] = {{"radsbord.1", manual_program}, {"radsbord.5", manual_files}, {"radsbord.bash", manual_completion}};
	struct buf out = {0};
	for (size_t i = 0; argc == 5 && i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, argv[1]) == 0)
			kinds[i].write(&(struct manual){.version = argv[2], .date = argv[3], .data = argv[4]}, &out);
	if (out.len == 0)
		fprintf(stderr, "generate radsbord.1|radsbord.5|radsbord.bash VERSION DATE DATA\n");
	bool written = out.len > 0 && fwrite(out.data, 1, out.len, stdout) == out.len && fflush(stdout) == 0;
	buf_release(&out);
	return written ? 0 : 1;
}
