/* Making a council and finding one. */
#include "radsbord/app/opening.h"

#include "session_local.h"

#include "radsbord/base/guard.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/council/seat.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOM "Rådsbord" /* in the home folder: where new councils are proposed to lie */

/* ---- a new one ---------------------------------------------------------------- */

static void add_seat(struct session *s, struct arena *a, struct folder_new *n, struct seat *seats, enum seat_group group,
                     const struct place *p)
{
	char id[SESSION_ID_SIZE];
	struct buf name = {0};
	struct seat *seat = &seats[n->seats_count++];
	record_init(record_type(RECORD_SEAT), seat);
	session_new_id(s, id);
	seat_organisation(p, &name);
	seat->head.id = arena_strdup(a, id);
	seat->group = group;
	seat->organisation = arena_strdup(a, buf_cstr(&name));
	seat->place = p->code;
	buf_release(&name);
}

static void add_seats(struct session *s, struct arena *a, struct folder_new *n, struct seat *seats, int region)
{
	const struct reference *r = s->model.reference;
	add_seat(s, a, n, seats, SEAT_REGION, &r->places[region]);
	for (size_t i = 0; i < r->places_count; i++)
		if (r->places[i].level == PLACE_MUNICIPALITY && indikator_within(s->model.set, (int)i, region))
			add_seat(s, a, n, seats, SEAT_MUNICIPALITY, &r->places[i]);
}

bool opening_make(struct session *s, const char *path, const char *name, const char *region, size_t *seats, struct error *e)
{
	const struct reference *r = s->model.reference;
	if (!name[strspn(name, " \t")])
		return error_set(e, ERROR_USAGE, _("Rådet har inget namn. Skriv till exempel Palliativa rådet i Dalarna."));
	if (guard_worst(name) > GUARD_HINT)
		return error_set(e, ERROR_USAGE, _("Namnet ”%s” innehåller vad som ser ut som ett personnummer. Skriv rådets namn utan det."), name);
	int place = reference_find_place(r, region, false);
	if (place < 0 || r->places[place].level != PLACE_REGION)
		return error_set(e, ERROR_NOT_FOUND, _("Regionen ”%s” finns inte. Skriv en regions namn eller tvåsiffriga kod."), region);
	struct arena a = {0};
	struct seat *all = mem_alloc((r->places_count + 1) * sizeof *all);
	struct folder_new n = {.name = name, .region = r->places[place].code, .year = session_today(s).year, .seats = all};
	add_seats(s, &a, &n, all, place);
	struct store_writer w = session_writer(s);
	bool made = folder_create(path, s->io, &n, &w, e);
	if (seats)
		*seats = n.seats_count;
	free(all);
	arena_release(&a);
	return made;
}

bool opening_make_practice(const struct session *s, const struct opening_paths *p, struct error *e)
{
	return folder_copy_example(p->example, p->practice, s->io, e);
}

/* ---- proposals ---------------------------------------------------------------- */

void opening_propose_name(const struct place *region, struct buf *out)
{
	bool island = strcmp(region->code, "09") == 0;
	buf_printf(out, "Palliativa rådet %s %s", island ? "på" : "i", region->name);
}

void opening_propose_folder(const struct opening_paths *p, const struct place *region, struct buf *out)
{
	for (int i = 1; i < 100; i++) {
		char *name = i == 1 ? mem_printf("~/" ROOM "/%s", region->name) : mem_printf("~/" ROOM "/%s %d", region->name, i);
		char *path = opening_path(p, name);
		bool there = access(path, F_OK) == 0;
		if (!there || i == 99)
			buf_str(out, name);
		free(path);
		free(name);
		if (!there)
			return;
	}
}

/* The path without its last part. Owned. */
static char *folder_above(const char *path)
{
	size_t n = strlen(path);
	while (n > 1 && path[n - 1] == '/')
		n--;
	while (n > 1 && path[n - 1] != '/')
		n--;
	while (n > 1 && path[n - 1] == '/')
		n--;
	return mem_strndup(path, n);
}

bool opening_make_room(const struct session *s, const struct opening_paths *p, const char *path, struct error *e)
{
	char *above = folder_above(path), *room = opening_path(p, "~/" ROOM);
	bool there = access(above, F_OK) == 0;
	if (!there && strcmp(above, room) == 0)
		there = s->io->mkdir(s->io->ctx, AT_FDCWD, room, 0777) == 0 || errno == EEXIST;
	if (!there && strcmp(above, room) == 0)
		error_set(e, ERROR_IO, _("Mappen %s kan inte skapas, eftersom du inte får skriva där. Välj en annan."), room);
	else if (!there)
		error_set(e, ERROR_NOT_FOUND, _("Mappen %s finns inte. Kontrollera namnet, eller anslut enheten där den ligger."), above);
	free(room);
	free(above);
	return there;
}

/* ---- paths as people write them ------------------------------------------------ */

char *opening_path(const struct opening_paths *p, const char *typed)
{
	char here[4096];
	typed += strspn(typed, " \t");
	size_t n = strlen(typed);
	while (n > 0 && (typed[n - 1] == ' ' || typed[n - 1] == '\t'))
		n--;
	if (p->home && n > 0 && typed[0] == '~' && (n == 1 || typed[1] == '/'))
		return mem_printf("%s%.*s", p->home, (int)n - 1, typed + 1);
	if (typed[0] == '/' || n == 0 || !getcwd(here, sizeof here))
		return mem_strndup(typed, n);
	return mem_printf("%s/%.*s", here, (int)n, typed);
}

void opening_show_path(const struct opening_paths *p, const char *path, struct buf *out)
{
	size_t n = p->home ? strlen(p->home) : 0;
	bool own = n > 1 && strncmp(path, p->home, n) == 0 && path[n] == '/';
	buf_printf(out, "%s%s", own ? "~" : "", path + (own ? n : 0));
}

static bool begins_with(const char *name, const char *begins, void (*fold)(struct buf *out, const char *s))
{
	struct buf a = {0}, b = {0};
	fold(&a, name);
	fold(&b, begins);
	bool same = strncmp(buf_cstr(&a), buf_cstr(&b), b.len) == 0;
	buf_release(&a);
	buf_release(&b);
	return same;
}

/* Adds the folders in one, by name, that begin with what is typed: as it is written, or only without its ring and dots. */
static void folders_in(const char *path, const struct names *all, const char *begins, bool as_written, struct names *out)
{
	for (size_t i = 0; i < all->count; i++) {
		const char *name = all->items[i];
		if ((name[0] == '.' && begins[0] != '.') || !begins_with(name, begins, text_fold_plain) ||
		    begins_with(name, begins, text_fold) != as_written)
			continue;
		char *inside = mem_printf("%s/%s/.", path, name);
		if (access(inside, X_OK) == 0) {
			out->items = mem_grow(out->items, out->count, &out->cap, sizeof *out->items);
			out->items[out->count++] = mem_strdup(name);
		}
		free(inside);
	}
}

bool opening_complete(const struct opening_paths *p, const char *typed, unsigned nth, struct buf *out)
{
	const char *slash = strrchr(typed, '/');
	if (!slash)
		return nth == 0 && p->home && (*typed == '\0' || strcmp(typed, "~") == 0) && (buf_str(out, "~/"), true);
	char *before = mem_strndup(typed, (size_t)(slash - typed) + 1), *folder = opening_path(p, before);
	struct names all = {0}, found = {0};
	io_list(AT_FDCWD, folder, &all, NULL);
	folders_in(folder, &all, slash + 1, true, &found);
	if (found.count == 0)
		folders_in(folder, &all, slash + 1, false, &found);
	names_release(&all);
	bool some = found.count > 0, deeper = found.count == 1 && nth > 0;
	char *name = some ? mem_printf("%s%s/", before, found.items[deeper ? 0 : nth % found.count]) : NULL;
	names_release(&found);
	free(folder);
	free(before);
	if (deeper)
		some = opening_complete(p, name, nth - 1, out) || (buf_str(out, name), true);
	else if (some)
		buf_str(out, name);
	free(name);
	return some;
}
