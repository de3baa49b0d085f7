/* Every fault a file can have, in every kind of file of a council folder: the file is read-only and says why with file
 * and line, the rest is shown and can be changed, and not a byte is written over the fault. */
#include "folder_council.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* The kinds of file. `cut` is what a killed editor leaves at the end; `twice` gives something that stands there
 * already. */
struct file_kind {
	const char *name, *text, *cut, *twice;
	enum record_kind kind; /* RECORD_KINDS: figures or settings */
};
static const struct file_kind own[] = {
    {"rad.ini", "[rad]\nformat = 1\nnamn = Prov\nregion = 04\n", "nam", "namn = Annat\n", RECORD_KINDS},
    {"matt/egna.csv", "plats;ar;matt;kalla;varde;publicerat;orsak;not\n04;2024;invanare;egen;10;nej;;\n",
     "04;2025;inva", "04;2024;invanare;egen;11;nej;;\n", RECORD_KINDS},
    {"plan/2026.rec", "%rec: Plan\n\nId: P1\nAr: 2026\nRubrik: Plan\n\n%rec: Atgard\n\nId: A1\nNr: 1\nRubrik: Ring\n",
     "\nId: A2\nRub", "\nId: A1\nNr: 2\nRubrik: X\n", RECORD_ACTION},
    {"moten/2026-11-24-M1.rec", "%rec: Mote\n\nId: M1\nNr: 1\nDatum: 2026-11-24\n", "\nId: M2\nDat",
     "\nId: M1\nNr: 2\nDatum: 2026-11-25\n", RECORD_MEETING},
};
enum { OWN = sizeof own / sizeof *own, SETTINGS = 0, PLAN = 2, KINDS_MOST = 40 };

/* Those, and one for each other file that the record tables name: a new kind of file is here by itself. */
static struct file_kind kinds[KINDS_MOST];
static size_t kinds_count;
static struct arena kinds_arena;

/* The required fields of a record, each with a value that its type takes. */
static const char *required(const struct record_type *t)
{
	struct buf b = {0};

	for (size_t i = 0; i < t->count; i++) {
		const struct field *f = &t->fields[i];
		const char *value = f->type == FIELD_DATE     ? "2026-01-02"
				    : f->type == FIELD_INT    ? "1"
				    : f->type == FIELD_CHOICE ? f->choices[0].code
							      : "x";

		if ((f->flags & FIELD_REQUIRED) && f->type != FIELD_ID)
			buf_printf(&b, "%s: %s\n", f->name, value);
	}
	const char *text = arena_strdup(&kinds_arena, buf_cstr(&b));
	buf_release(&b);
	return text;
}

/* True for a file of a council that is not among those above, or here already. */
static bool is_new(const char *file)
{
	static const char *const others[] = {"uppgifter.rec", "inventering.rec", "forslag.rec", "kallor.rec"};

	if (strchr(file, '/') || !strstr(file, ".rec"))
		return false;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(file, others[i]) == 0)
			return false;
	for (size_t i = 0; i < kinds_count; i++)
		if (strcmp(file, kinds[i].name) == 0)
			return false;
	return true;
}

static int make_kinds(void **state)
{
	(void)state;
	memcpy(kinds, own, sizeof own);
	kinds_count = OWN;
	for (int kind = 0; kind < RECORD_KINDS; kind++) {
		const struct record_type *t = record_type((enum record_kind)kind);

		if (!is_new(t->file))
			continue;
		assert_true(kinds_count < KINDS_MOST);
		kinds[kinds_count++] = (struct file_kind){
		    .name = t->file,
		    .text = arena_printf(&kinds_arena, "%%rec: %s\n\nId: X1\n%s", t->name, required(t)),
		    .cut = arena_printf(&kinds_arena, "\nId: X2\n%.2s", required(t)),
		    .twice = arena_printf(&kinds_arena, "\nId: X1\n%s", required(t)),
		    .kind = (enum record_kind)kind,
		};
	}
	return kinds_count > OWN + 6 ? 0 : -1;
}

static int free_kinds(void **state)
{
	(void)state;
	arena_release(&kinds_arena);
	return 0;
}

/* The system with one file that cannot be opened or read. */
struct broken {
	struct io io;
	const char *name; /* NULL: none */
	int err;
	bool at_read;
	int fd; /* the file, when it is open */
};

static int broken_open(void *ctx, int dir, const char *name, int flags, mode_t mode)
{
	struct broken *b = ctx;
	bool struck = b->name && strcmp(name, b->name) == 0;

	if (struck && !b->at_read) {
		errno = b->err;
		return -1;
	}
	int fd = io_system()->open(NULL, dir, name, flags, mode);
	if (struck)
		b->fd = fd;
	return fd;
}

static ssize_t broken_read(void *ctx, int fd, void *bytes, size_t n)
{
	struct broken *b = ctx;

	if (b->name && b->at_read && fd == b->fd) {
		errno = b->err;
		return -1;
	}
	return read(fd, bytes, n);
}

static int broken_close(void *ctx, int fd)
{
	struct broken *b = ctx;

	if (fd == b->fd)
		b->fd = -1;
	return close(fd);
}

/* Nothing here is about power cuts. */
static int broken_fsync(void *ctx, int fd)
{
	(void)ctx;
	(void)fd;
	return 0;
}

static void broken_init(struct broken *b)
{
	*b = (struct broken){.io = *io_system(), .fd = -1};
	b->io.open = broken_open;
	b->io.read = broken_read;
	b->io.close = broken_close;
	b->io.fsync = broken_fsync;
	b->io.ctx = b;
}

/* ---- the faults ------------------------------------------------------------ */

struct place {
	struct scratch *s;
	struct broken *b;
	const struct file_kind *k;
	bool later;
};

static void put(const struct place *p, const char *before, const char *middle, size_t n, const char *after)
{
	struct buf bytes = {0};
	buf_str(&bytes, before);
	buf_add(&bytes, middle, n);
	buf_str(&bytes, after);
	scratch_put(p->s, p->k->name, bytes.data, bytes.len);
	buf_release(&bytes);
}

static void away(const struct place *p)
{
	unlinkat(p->s->dir, p->k->name, 0);
}
static void emptied(const struct place *p)
{
	put(p, "", "", 0, "");
}
static void nul_block(const struct place *p)
{
	static const char zeros[4096];
	const char *line = strchr(strchr(p->k->text, '\n') + 1, '\n') + 1;
	char *head = mem_strndup(p->k->text, (size_t)(line - p->k->text));
	put(p, head, zeros, sizeof zeros, line);
	free(head);
}
static void cut(const struct place *p)
{
	put(p, p->k->text, "", 0, p->k->cut);
}
static void conflict(const struct place *p)
{
	put(p, p->k->text, "<<<<<<< HEAD\n", 13, "=======\n>>>>>>> deras\n");
}
static void bad_utf8(const struct place *p)
{
	put(p, p->k->text, "Not: \xC3(\xFF\n", 9, "");
}
static void twice(const struct place *p)
{
	put(p, p->k->text, "", 0, p->k->twice);
}
static void long_line(const struct place *p)
{
	/* once in each format is enough of the largest */
	size_t n = (size_t)(p->later || p->k > &kinds[PLAN] ? 2 : 50) << 20;
	char *line = mem_alloc(n);
	memset(line, 'x', n);
	memcpy(line, "Not: ", 5);
	put(p, p->k->text, line, n, "\n");
	free(line);
}
static void a_directory(const struct place *p)
{
	away(p);
	assert_int_equal(mkdirat(p->s->dir, p->k->name, 0700), 0);
}
static void a_fifo(const struct place *p)
{
	away(p);
	assert_int_equal(mkfifoat(p->s->dir, p->k->name, 0600), 0);
}
/* /dev/zero, which would be read for ever. Where only root may make one, a link to it is the next best. */
static void a_device(const struct place *p)
{
	away(p);
	if (mknodat(p->s->dir, p->k->name, S_IFCHR | 0600, makedev(1, 5)) != 0)
		assert_int_equal(symlinkat("/dev/zero", p->s->dir, p->k->name), 0);
}
static void a_link(const struct place *p)
{
	scratch_puts(p->s, "ritning.txt", p->k->text);
	away(p);
	assert_int_equal(symlinkat(strchr(p->k->name, '/') ? "../ritning.txt" : "ritning.txt", p->s->dir, p->k->name),
			 0);
}
static void no_permission(const struct place *p)
{
	p->b->name = p->k->name;
	p->b->err = EACCES;
}
static void io_error_at_open(const struct place *p)
{
	p->b->name = p->k->name;
	p->b->err = EIO;
}
static void io_error_at_read(const struct place *p)
{
	scratch_puts(p->s, p->k->name, p->k->text); /* so that it is read again */
	io_error_at_open(p);
	p->b->at_read = true;
}
static void stale(const struct place *p)
{
	io_error_at_open(p);
	p->b->err = ESTALE;
}

static const struct fault {
	const char *name;
	void (*make)(const struct place *p);
	bool line;       /* there is a line to name */
	bool only_later; /* cannot be told when the folder is opened with it */
	bool not_csv;    /* statistics come in Windows-1252 too, and a row twice is the engine's finding */
	bool closes;     /* in rad.ini: the format cannot be read, so nothing may be written */
} faults[] = {
    {.name = "vanished", .make = away, .closes = true, .only_later = true},
    {.name = "emptied", .make = emptied, .closes = true},
    {.name = "a block of NULs", .make = nul_block, .line = true},
    {.name = "a cut record", .make = cut, .line = true},
    {.name = "conflict markers", .make = conflict, .line = true},
    {.name = "bad UTF-8", .make = bad_utf8, .line = true, .not_csv = true},
    {.name = "the same Id twice", .make = twice, .line = true, .not_csv = true},
    {.name = "a line of 50 MB", .make = long_line, .closes = true, .line = true},
    {.name = "a directory", .make = a_directory, .closes = true},
    {.name = "a FIFO", .make = a_fifo, .closes = true},
    {.name = "a device", .make = a_device, .closes = true},
    {.name = "a symbolic link", .make = a_link, .closes = true},
    {.name = "no permission", .make = no_permission, .closes = true},
    {.name = "an I/O error at open", .make = io_error_at_open, .closes = true},
    {.name = "an I/O error at read", .make = io_error_at_read, .closes = true},
    {.name = "a stale handle", .make = stale, .closes = true},
};

/* ---- what must hold -------------------------------------------------------- */

static size_t rows_of(const struct folder *f, const struct file_kind *k)
{
	const struct records *r = folder_records(f);

	if (k->kind == RECORD_KINDS)
		return strcmp(k->name, "rad.ini") == 0 ? folder_settings(f)->name[0] != '\0' : r->measurements.count;
	return records_count(r, k->kind);
}

/* The finding that names the file, with a line when there is one. */
static bool said(const struct folder *f, const struct file_kind *k, bool line)
{
	const struct diagnostics *d = folder_diagnostics(f);

	for (size_t i = 0; i < d->count; i++) {
		size_t n = strlen(d->items[i].text);
		if (d->items[i].level == DIAGNOSTIC_FAULT && d->items[i].file &&
		    strcmp(d->items[i].file, k->name) == 0 && (!line || d->items[i].line > 0) && n > 0 &&
		    strchr(".)", d->items[i].text[n - 1]))
			return true;
	}
	return false;
}

/* What lies there, without following or opening what is no file. */
static char *lies_there(const struct scratch *s, const char *name, mode_t *mode)
{
	struct stat st;

	*mode = 0;
	if (fstatat(s->dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return NULL;
	*mode = st.st_mode;
	return S_ISREG(st.st_mode) ? scratch_get(s, name, NULL) : NULL;
}

/* A step that sets the first text field of the first record of a file. */
static void set_in(const struct folder *f, struct changes *c, const struct file_kind *k)
{
	const struct record_type *t = record_type(k->kind);

	for (size_t i = 0; i < t->count; i++)
		if (t->fields[i].type == FIELD_TEXT || t->fields[i].type == FIELD_LINES) {
			changes_set_text(c, k->kind, records_at(folder_records(f), k->kind, 0), t->fields[i].name,
					 "Annat värde");
			return;
		}
}

static int complaints;

static void complain(const struct file_kind *k, const struct fault *x, bool later, const char *what)
{
	print_message("%s with %s, %s: %s\n", k->name, x->name, later ? "later" : "at the opening", what);
	complaints++;
}

static void check(struct folder *f, struct scratch *s, const struct file_kind *k, const struct fault *x, bool later)
{
	struct changes c = {0};
	struct store_writer w = council_writer();
	struct error e = {0};
	mode_t mode, after;
	char *bytes = lies_there(s, k->name, &mode);
	const struct file_kind *other = k == &kinds[PLAN] ? &kinds[OWN] : &kinds[PLAN];
	bool closed = k == &kinds[SETTINGS] && x->closes;

	if (!folder_readonly(f, k->name) || !said(f, k, x->line && !closed)) {
		for (size_t i = 0; i < folder_diagnostics(f)->count; i++)
			print_message("%s:%d: %s\n", folder_diagnostics(f)->items[i].file,
				      folder_diagnostics(f)->items[i].line, folder_diagnostics(f)->items[i].text);
		complain(k, x, later, folder_readonly(f, k->name) ? "nothing is said of it" : "it is not read-only");
	}
	for (size_t i = 0; i < kinds_count; i++)
		if ((later || &kinds[i] != k) && rows_of(f, &kinds[i]) == 0)
			complain(k, x, later, kinds[i].name);
	/* the faulty file itself: refused */
	if (k->kind != RECORD_KINDS && rows_of(f, k) > 0) {
		set_in(f, &c, k);
		assert_false(folder_apply(f, &c, &w, &e));
		changes_release(&c);
	}
	/* another file: saved, unless it is not known which format may be written */
	set_in(f, &c, other);
	w = council_writer();
	if (folder_apply(f, &c, &w, &e) == closed)
		complain(k, x, later, closed ? "another file was written" : e.text);
	changes_release(&c);
	char *now = lies_there(s, k->name, &after);
	assert_int_equal(mode, after);
	assert_true(!bytes == !now);
	if (bytes)
		assert_string_equal(bytes, now);
	free(bytes);
	free(now);
}

static void open_council(struct scratch *s, struct broken *b)
{
	scratch_init(s);
	broken_init(b);
	for (size_t i = 0; i < kinds_count; i++)
		scratch_puts(s, kinds[i].name, kinds[i].text);
}

static struct folder *open_folder(const struct scratch *s, const struct broken *b)
{
	struct store_writer w = council_writer();
	struct error e = {0};
	struct folder *f = folder_open(s->path, &b->io, &w, &e);

	if (!f)
		fail_msg("%s", e.text);
	return f;
}

static void each(bool later)
{
	for (size_t i = 0; i < kinds_count; i++)
		for (size_t x = 0; x < sizeof faults / sizeof *faults; x++) {
			struct scratch s;
			struct broken b;
			struct folder *f = NULL;
			const struct place p = {&s, &b, &kinds[i], later};

			if ((!later && faults[x].only_later) || (faults[x].not_csv && strstr(kinds[i].name, ".csv")))
				continue;
			open_council(&s, &b);
			if (later)
				f = open_folder(&s, &b);
			faults[x].make(&p);
			if (later && !folder_refresh(f))
				complain(&kinds[i], &faults[x], later, "it is not noticed");
			if (!later)
				f = open_folder(&s, &b);
			check(f, &s, &kinds[i], &faults[x], later);
			folder_close(&f);
			scratch_release(&s);
		}
	assert_int_equal(complaints, 0);
}

static void test_faults_at_the_opening(void **state)
{
	(void)state;
	each(false);
}

static void test_faults_that_come_later(void **state)
{
	/* What was read before the fault stays on the screen. */
	(void)state;
	each(true);
}

static void test_a_sound_folder(void **state)
{
	/* The folder that the faults are put in has none. */
	struct scratch s;
	struct broken b;

	(void)state;
	open_council(&s, &b);
	struct folder *f = open_folder(&s, &b);
	for (size_t i = 0; i < folder_diagnostics(f)->count; i++)
		fail_msg("%s", folder_diagnostics(f)->items[i].text);
	for (size_t i = 0; i < kinds_count; i++) {
		assert_null(folder_readonly(f, kinds[i].name));
		assert_true(rows_of(f, &kinds[i]) > 0);
	}
	folder_close(&f);
	scratch_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_sound_folder),
	    cmocka_unit_test(test_faults_at_the_opening),
	    cmocka_unit_test(test_faults_that_come_later),
	};

	return cmocka_run_group_tests(tests, make_kinds, free_kinds);
}
