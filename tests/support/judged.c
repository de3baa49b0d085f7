#include "judged.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static bool write_all(const char *path, const struct buf *bytes)
{
	FILE *f = fopen(path, "wb");
	bool wrote = f && fwrite(buf_cstr(bytes), 1, bytes->len, f) == bytes->len;
	return f && fclose(f) == 0 && wrote;
}

static char *shell_line(const char *command, const char *folder, const char *name)
{
	const char *file = strstr(command, "%s");
	return file ? mem_printf("cd '%s' && %.*s%s%s 2>&1", folder, (int)(file - command), command, name, file + 2)
	            : mem_printf("cd '%s' && %s 2>&1", folder, command);
}

int judged_by(const char *command, const char *name, const struct buf *bytes, struct buf *said)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = mem_printf("%s/judged-XXXXXX", tmp ? tmp : "/tmp"), chunk[4096];
	int status = -1;
	if (mkdtemp(folder)) {
		char *path = mem_printf("%s/%s", folder, name), *line = shell_line(command, folder, name);
		FILE *p = write_all(path, bytes) ? popen(line, "r") : NULL;
		for (size_t n; p && (n = fread(chunk, 1, sizeof chunk, p)) > 0;)
			buf_add(said, chunk, n);
		int ended = p ? pclose(p) : -1;
		status = ended >= 0 && WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
		char *away = mem_printf("rm -rf '%s'", folder);
		if (system(away) != 0)
			status = -1;
		free(away);
		free(path);
		free(line);
	}
	free(folder);
	return status;
}

bool judged_good(const char *command, const char *name, const struct buf *bytes)
{
	struct buf said = {0};
	int status = judged_by(command, name, bytes, &said);
	if (status != 0)
		printf("%s: %d\n%s\n", command, status, buf_cstr(&said));
	buf_release(&said);
	return status == 0;
}
