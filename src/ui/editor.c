#include "radsbord/base/language.h"
#include "radsbord/ui/editor.h"

#include "radsbord/base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define FILE_NAME "text.txt"
#define BLANKS " \t"

/* What goes to the editor: a folder that is ours alone, so that what the editor leaves beside the file is found too. */
struct place {
	char *folder, *path;
	int dir;
};

const char *editor_command(const char *visual, const char *editor)
{
	if (visual && visual[strspn(visual, BLANKS)])
		return visual;
	return editor && editor[strspn(editor, BLANKS)] ? editor : NULL;
}

/* ---- the file ------------------------------------------------------------- */

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
	}
	return true;
}

/* A last newline is what editors expect; read_back takes it away again. */
static bool write_file(const struct place *p, const char *text)
{
	int fd = openat(p->dir, FILE_NAME, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && write_all(fd, text, strlen(text)) && write_all(fd, "\n", 1);

	if (fd >= 0 && close(fd) < 0)
		ok = false;
	return ok;
}

static bool make_place(struct place *p, const char *state, const char *text, struct error *e)
{
	p->dir = -1;
	p->folder = mem_printf("%s/redigera-XXXXXX", state);
	if (mkdtemp(p->folder)) {
		p->path = mem_printf("%s/" FILE_NAME, p->folder);
		p->dir = open(p->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	}
	return (p->dir >= 0 && write_file(p, text)) ||
	       error_set(e, ERROR_IO, _("Texten kan inte läggas för redigeraren i %.200s: %s. Fältet är som det var."), state, strerror(errno));
}

/* With all that an editor leaves beside the file: copies and swap files have the text as well. */
static void remove_place(struct place *p)
{
	DIR *d = p->dir >= 0 ? fdopendir(p->dir) : NULL;
	const struct dirent *entry;

	while (d && (entry = readdir(d)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			(void)unlinkat(p->dir, entry->d_name, 0);
	(void)rmdir(p->folder);
	if (d)
		closedir(d);
	else if (p->dir >= 0)
		close(p->dir);
}

static void free_place(struct place *p)
{
	free(p->folder);
	free(p->path);
}

/* ---- the editor ------------------------------------------------------------ */

/* The words of the command and the file after them, NULL last. The words are parts of `copy`. */
static char **arguments(char *copy, char *path)
{
	char **words = NULL, *rest = NULL;
	size_t count = 0, cap = 0;

	for (char *word = strtok_r(copy, BLANKS, &rest); word; word = strtok_r(NULL, BLANKS, &rest)) {
		words = mem_grow(words, count, &cap, sizeof *words);
		words[count++] = word;
	}
	words = mem_realloc(words, (count + 2) * sizeof *words);
	words[count] = path;
	words[count + 1] = NULL;
	return words;
}

/* In the child: signals as any program has them, and nothing of ours open. */
_Noreturn static void become(char *const words[])
{
	static const int plain[] = {SIGINT, SIGQUIT, SIGTSTP, SIGPIPE};
	sigset_t none;

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		sigaction(plain[i], &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	/* By its number: musl has no function for it. */
	(void)syscall(SYS_close_range, 3, ~0U, 0);
	execvp(words[0], words);
	_exit(127);
}

/* Stopped from within (Ctrl-Z in the editor) we stop too, so that the shell gets the terminal; then both go on. */
static bool wait_for(pid_t child, int *status)
{
	for (;;) {
		if (waitpid(child, status, WUNTRACED) < 0) {
			if (errno != EINTR)
				return false;
		} else if (WIFSTOPPED(*status)) {
			kill(getpid(), SIGSTOP);
			kill(child, SIGCONT);
		} else {
			return true;
		}
	}
}

/* Ctrl-C and Ctrl-\ are the editor's while it runs; what else comes to us waits. */
static bool run(char *const words[], int *status)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
	pid_t child;
	bool ok;

	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	child = fork();
	if (child == 0)
		become(words);
	ok = child > 0 && wait_for(child, status);
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	return ok;
}

static bool run_on(const char *command, const struct place *p, bool *keep, struct error *e)
{
	char *copy = mem_strdup(command), **words = arguments(copy, p->path);
	int status = 0;
	bool ok = run(words, &status);

	if (!ok)
		error_set(e, ERROR_IO, _("Redigeraren kan inte startas: %s. Fältet är som det var."), strerror(errno));
	else if (WIFSIGNALED(status))
		error_set(e, ERROR_IO, _("Redigeraren avbröts, så fältet är som det var. Det skrivna ligger i %.200s."), p->folder);
	else if (WEXITSTATUS(status) == 127)
		error_set(e, ERROR_IO, _("Redigeraren ”%.60s” kan inte startas, så fältet är som det var. Rätta VISUAL eller EDITOR."), words[0]);
	else if (WEXITSTATUS(status) != 0)
		error_set(e, ERROR_IO, _("Redigeraren slutade med ett fel (%d). Fältet är som det var."), WEXITSTATUS(status));
	*keep = ok && WIFSIGNALED(status);
	ok = ok && WIFEXITED(status) && WEXITSTATUS(status) == 0;
	free(words);
	free(copy);
	return ok;
}

/* ---- and back -------------------------------------------------------------- */

/* One byte more than fits, at most. */
static bool read_all(int fd, struct buf *out)
{
	char chunk[8192];
	ssize_t n;

	while ((n = read(fd, chunk, sizeof chunk)) != 0 && out->len <= EDITOR_MOST) {
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			buf_add(out, chunk, (size_t)n);
	}
	return true;
}

/* The editor may have put another file under the name, but only a plain one of ours. A FIFO does not hold us (O_NONBLOCK). */
static int open_again(const struct place *p, struct error *e)
{
	int fd = openat(p->dir, FILE_NAME, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() && st.st_nlink == 1)
		return fd;
	error_set(e, ERROR_DATA,
		  fd < 0 && errno == ENOENT ? _("Redigeraren tog bort filen. Fältet är som det var.")
					    : _("Redigeraren lämnade något annat än en vanlig fil. Fältet är som det var."));
	if (fd >= 0)
		close(fd);
	return -1;
}

static bool read_back(const struct place *p, struct buf *text, bool *keep, struct error *e)
{
	int fd = open_again(p, e);
	bool ok = fd >= 0 && read_all(fd, text);

	if (fd < 0)
		return false;
	if (!ok)
		error_set(e, ERROR_IO, _("Texten kan inte läsas: %s. Fältet är som det var."), strerror(errno));
	else if (text->len > EDITOR_MOST)
		ok = error_set(e, ERROR_DATA, _("Texten är längre än en MiB, så fältet är som det var. Det skrivna ligger i %.200s."), p->path);
	else if (!text_is_utf8(buf_cstr(text), text->len, NULL))
		ok = error_set(e, ERROR_DATA, _("Texten är inte UTF-8, så fältet är som det var. Det skrivna ligger i %.200s."), p->path);
	close(fd);
	*keep = !ok;
	return ok;
}

bool editor_run(const char *command, const char *state, const char *text, struct buf *out, struct error *e)
{
	struct place p = {0};
	struct buf back = {0};
	bool keep = false;
	bool ok = make_place(&p, state, text, e) && run_on(command, &p, &keep, e) && read_back(&p, &back, &keep, e);

	if (ok)
		buf_add(out, buf_cstr(&back), back.len > 0 && back.data[back.len - 1] == '\n' ? back.len - 1 : back.len);
	if (keep)
		close(p.dir);
	else
		remove_place(&p);
	free_place(&p);
	buf_release(&back);
	return ok;
}
