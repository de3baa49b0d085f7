/* A new council folder, in one transaction. */
#include "folder_local.h"

#include "io_local.h"
#include "radsbord/base/language.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static bool only_control_files(const struct folder *at, const char *directory, const char *const *allowed, size_t count,
                               struct error *e)
{
	struct names names = {0};
	struct error own = {0};
	bool ok = io_list(at->dir, directory, &names, &own) || own.code == ERROR_NOT_FOUND;

	if (!ok)
		error_set(e, own.code, "%s", own.text);
	for (size_t i = 0; ok && i < names.count; i++) {
		bool known = strncmp(names.items[i], ".rb-", 4) == 0;

		for (size_t k = 0; k < count; k++)
			known |= strcmp(names.items[i], allowed[k]) == 0;
		if (!known)
			ok = error_set(e, ERROR_USAGE, _("Mappen %.300s är inte tom (%.100s finns där); välj en tom mapp eller "
			               "ett nytt namn."), at->path, names.items[i]);
	}
	names_release(&names);
	return ok;
}

/* Empty, or what a creation that was killed left behind. */
static bool is_empty(const struct folder *at, struct error *e)
{
	static const char *const ours[] = {"moten", "plan"};

	return only_control_files(at, ".", ours, 2, e) && only_control_files(at, "moten", NULL, 0, e) &&
	       only_control_files(at, "plan", NULL, 0, e);
}

static bool make_directories(const struct folder *at, struct error *e)
{
	static const char *const names[] = {"moten", "plan"};

	for (size_t i = 0; i < 2; i++)
		if (at->io->mkdir(at->io->ctx, at->dir, names[i], 0777) < 0 && errno != EEXIST)
			return store_errno(e, store_write_code(errno), names[i], N_("skapas"), errno);
	return true;
}

static void add_descriptor(struct buf *out, enum record_kind kind)
{
	if (out->len > 0)
		buf_char(out, '\n');
	record_descriptor(record_type(kind), out);
}

/* The text with the records of the step added to it. */
static bool fill(struct buf *out, const char *name, struct changes *c, struct error *e)
{
	bool differs, ok = folder_merge(c, name, NULL, out, &differs, e);

	changes_release(c);
	return ok;
}

static bool make_seats(const struct folder_new *n, struct buf *out, struct error *e)
{
	struct changes c = {0};

	buf_str(out, "# Rådets platser: vem som sitter för vilken organisation. En plats utan Person är vakant.\n");
	add_descriptor(out, RECORD_SEAT);
	for (size_t i = 0; i < n->seats_count; i++)
		changes_add(&c, RECORD_SEAT, "ledamoter.rec", &n->seats[i]);
	return fill(out, "ledamoter.rec", &c, e);
}

/* Ten characters of Crockford's base32, out of the randomness of the commit. */
static void make_id(const struct store_writer *w, char id[11])
{
	static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	uint64_t bits = w->random[0] ^ w->random[1] * UINT64_C(0x9E3779B97F4A7C15);

	for (int i = 0; i < 10; i++)
		id[i] = digits[bits >> (5 * i) & 31];
	id[10] = '\0';
}

/* The plan with nothing in it yet but its year. */
static bool make_plan(int year, const char *name, const struct store_writer *w, struct buf *out, struct error *e)
{
	static const enum record_kind kinds[] = {RECORD_PLAN, RECORD_GOAL, RECORD_FOCUS, RECORD_ACTION};
	struct changes c = {0};
	struct plan plan;
	char id[11];

	buf_printf(out, "# Rådets plan för %d: uppdrag, mål, fokusområden, aktiviteter och åtgärder.\n", year);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		add_descriptor(out, kinds[i]);
	record_init(record_type(RECORD_PLAN), &plan);
	make_id(w, id);
	plan.head.id = id;
	plan.year = year;
	plan.title = arena_printf(&c.arena, "Handlingsplan %d", year);
	changes_add(&c, RECORD_PLAN, name, &plan);
	return fill(out, name, &c, e);
}

static bool write_all(const struct folder *at, const struct folder_new *n, const struct store_writer *w,
                      struct error *e)
{
	struct buf settings = {0}, seats = {0}, plan = {0};
	char *plan_name = mem_printf("plan/%04d.rec", n->year);
	bool ok = folder_settings_write(n->name, n->region, &settings, e) && make_seats(n, &seats, e) &&
	          make_plan(n->year, plan_name, w, &plan, e) && is_empty(at, e) && make_directories(at, e);

	if (ok) {
		const struct store_file files[] = {
			{.name = FOLDER_SETTINGS, .bytes = buf_cstr(&settings), .len = settings.len},
			{.name = "ledamoter.rec", .bytes = buf_cstr(&seats), .len = seats.len},
			{.name = plan_name, .bytes = buf_cstr(&plan), .len = plan.len},
		};

		ok = store_commit(at->io, at->dir, files, sizeof files / sizeof *files, w, NULL, e);
	}
	free(plan_name);
	buf_release(&settings);
	buf_release(&seats);
	buf_release(&plan);
	return ok;
}

bool folder_create(const char *path, const struct io *io, const struct folder_new *n, const struct store_writer *w,
                   struct error *e)
{
	struct folder at = {.io = io, .dir = -1};
	char *real;
	bool ok;

	if (n->year < 1900 || n->year > 9999)
		return error_set(e, ERROR_USAGE, _("Planens år ska vara fyra siffror, men är %d; ange ett år."), n->year);
	if (io->mkdir(io->ctx, AT_FDCWD, path, 0777) < 0 && errno != EEXIST)
		return store_errno(e, store_write_code(errno), path, N_("skapas"), errno);
	real = realpath(path, NULL);
	if (real)
		at.dir = io->open(io->ctx, AT_FDCWD, real, O_RDONLY | O_DIRECTORY, 0);
	if (at.dir < 0) {
		free(real);
		return store_errno(e, ERROR_IO, path, N_("öppnas"), errno);
	}
	at.path = real;
	ok = write_all(&at, n, w, e);
	io->close(io->ctx, at.dir);
	free(real);
	return ok;
}
