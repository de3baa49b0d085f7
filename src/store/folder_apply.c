/* Committing a step: read fresh, merge, commit, read again. */
#include "folder_local.h"

#include "history_local.h"
#include "io_local.h"
#include "rules_file.h"
#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <stdlib.h>
#include <string.h>

enum { TRIES = 20, LOCK_WAITS = 40, LOCK_WAIT_MS = 50, MERGED = 80 /* percent of the work before the commit */ };

/* One file of the step. */
struct touched {
	const char *name;
	struct changes own;   /* the changes of the step that are to it, in their order; only items is its own */
	char hash[65];        /* of the bytes read; "" when it does not exist */
	struct buf bytes;     /* as they are to be */
	bool fresh;           /* the bytes are still those that the step's records were read from */
	bool differs;
};
struct step {
	struct touched *items;
	size_t count, cap;
	struct map places;    /* name -> item */
};

static void step_release(struct step *s)
{
	for (size_t i = 0; i < s->count; i++) {
		buf_release(&s->items[i].bytes);
		free(s->items[i].own.items);
	}
	free(s->items);
	map_release(&s->places);
	*s = (struct step){0};
}

/* The file of a change joins the step, and the change what is to be done to it. */
static bool add_file(struct step *s, const struct change *c, struct error *e)
{
	const char *name = c->file;
	struct touched t = {.name = name};
	bool rules = c->type->kind == RECORD_RULES && rules_is_file(name);
	int at = map_get(&s->places, name);

	if (at >= 0) {
		VEC_PUSH(&s->items[at].own, *c);
		return true;
	}
	if ((!folder_name_is_read(name) && !rules) || !store_name_ok(name))
		return error_set_at(e, ERROR_USAGE, name, 0,
		                    _("%.200s hör inte till rådets filer och skrivs inte; välj en fil i plan, moten eller "
		                    "en av mappens egna."), name);
	map_put(&s->places, name, (int)s->count);
	VEC_PUSH(s, t);
	VEC_PUSH(&s->items[s->count - 1].own, *c);
	return true;
}

/* Reads the touched files again, and rad.ini, which may have got a newer format. */
static void update(struct folder *f, struct step *s)
{
	bool changed = folder_file_update(f, FOLDER_SETTINGS, NULL);

	for (size_t i = 0; i < s->count; i++) {
		struct touched *t = &s->items[i];

		buf_release(&t->bytes);
		changed |= folder_file_update(f, t->name, &t->bytes);
		t->fresh = t->bytes.data != NULL;
		if (t->fresh)
			sha256(buf_cstr(&t->bytes), t->bytes.len, t->hash);
	}
	if (changed)
		folder_rebuild(f);
}

static bool check_writable(const struct folder *f, const struct step *s, struct error *e)
{
	for (size_t i = 0; i < s->count; i++) {
		const char *why = folder_readonly(f, s->items[i].name);

		if (why)
			return error_set_at(e, ERROR_READONLY, s->items[i].name, 0, "%s", why);
	}
	return true;
}

/* The bytes as they are now. A file that was read before must be there, and must not have become empty. */
static bool read_now(const struct folder *f, struct touched *t, struct error *e)
{
	const struct folder_file *known = folder_file_find(f, t->name);
	struct error why = {0};

	if (t->fresh) { /* read just now; the commit compares under the lock */
		t->fresh = false;
		return true;
	}
	t->hash[0] = '\0';
	if (store_read(f->io, f->dir, t->name, IO_FILE_MAX, &t->bytes, NULL, &why)) {
		sha256(buf_cstr(&t->bytes), t->bytes.len, t->hash);
		return true;
	}
	if (why.code == ERROR_NOT_FOUND && (!known || !known->was_read))
		return true;
	return error_set_at(e, ERROR_READONLY, t->name, 0, "%s", why.text);
}

static bool merge_file(const struct folder *f, struct touched *t, struct work *work, struct error *e)
{
	return read_now(f, t, e) && folder_merge(&t->own, t->name, work, &t->bytes, &t->differs, e);
}

static bool is_touched(void *ctx, const char *file)
{
	const struct step *s = ctx;
	int at = map_get(&s->places, file);

	return at >= 0 && s->items[at].differs;
}

/* The step's line in the history joins its files. What stood in the way of it is shown with the folder's other findings. */
static size_t add_history(struct folder *f, const struct changes *c, struct step *s, const struct store_writer *w,
                          struct history_entry *entry, struct store_file *out)
{
	struct diagnostics found = {0};

	history_prepare(f->io, f->dir, c, is_touched, s, w, entry, &found);
	if (found.count > 0) {
		diagnostics_release(&f->history);
		f->history = found;
		folder_rebuild(f);
	}
	if (!entry->name)
		return 0;
	*out = (struct store_file){.name = entry->name, .bytes = buf_cstr(&entry->text), .len = entry->text.len,
	                           .append = true, .head = history_head};
	return 1;
}

static bool try_once(struct folder *f, const struct changes *c, struct step *s, const struct store_writer *w,
                     bool *lost_race, struct error *e)
{
	struct store_file *files = mem_alloc((s->count + 1) * sizeof *files);
	struct history_entry entry = {0};
	size_t count = 0;
	bool ok = true;

	*lost_race = false;
	work_part(w->work, 0, MERGED, c->count + s->count);
	for (size_t i = 0; ok && i < s->count; i++) {
		struct touched *t = &s->items[i];

		ok = merge_file(f, t, w->work, e);
		if (ok && t->differs)
			files[count++] = (struct store_file){.name = t->name, .base_hash = t->hash,
			                                     .bytes = buf_cstr(&t->bytes), .len = t->bytes.len};
	}
	work_part(w->work, MERGED, 100, 2);
	ok = ok && store_goes_on(w->work, e);
	if (ok && count > 0) {
		count += add_history(f, c, s, w, &entry, &files[count]);
		ok = store_commit(f->io, f->dir, files, count, w, &f->lock_owner, e);
		*lost_race = !ok && e->code == ERROR_CONFLICT;
	}
	history_entry_release(&entry);
	free(files);
	return ok;
}

/* Somebody changed other fields of a record than the step does. That could be merged, but a person who looked at the old
 * record is asked. */
static bool check_beside(const struct folder *f, const struct changes *c, struct error *e)
{
	for (size_t i = 0; i < f->conflict.count; i++) {
		const struct conflict_item *item = &f->conflict.items[i];

		if (item->kind == CONFLICT_BESIDE)
			return error_set_at(e, ERROR_CONFLICT, c->items[0].file, 0,
			                    _("%s (%s) har ändrats av någon annan sedan den lästes: %.300s. Inget sparades; se vad som står "
			                    "där och gör ändringen igen om den behövs."),
			                    item->record, item->id, item->theirs_text);
	}
	return true;
}

static bool try_all(struct folder *f, const struct changes *c, struct step *s, const struct store_writer *w, struct error *e)
{
	bool lost_race = true, ok = false, locked = false;
	int waits = 0;

	for (int i = 0; !ok && (lost_race || locked) && i < TRIES + waits; i++) {
		error_clear(e);
		ok = try_once(f, c, s, w, &lost_race, e);
		/* A lock is held well under a second, so the one who holds it is waited for. */
		locked = !ok && e->code == ERROR_LOCKED && waits < LOCK_WAITS;
		if (locked && !store_goes_on(w->work, e))
			break;
		if (locked) {
			f->io->wait(f->io->ctx, LOCK_WAIT_MS);
			waits++;
		}
	}
	return ok;
}

bool folder_apply(struct folder *f, const struct changes *c, const struct store_writer *w, struct error *e)
{
	struct step s = {0};
	struct seen seen = {0};
	struct error own = {0};
	bool ok = true;

	conflict_release(&f->conflict);
	f->lock_owner = (struct store_lock_owner){.mark = ""};
	conflict_see(c, &f->records, &seen);
	for (size_t i = 0; ok && i < c->count; i++)
		ok = add_file(&s, &c->items[i], &own);
	if (ok)
		update(f, &s);
	ok = ok && check_writable(f, &s, &own);
	if (ok) {
		conflict_find(c, &seen, &f->records, &f->conflict);
		ok = check_beside(f, c, &own) && try_all(f, c, &s, w, &own);
	}
	/* Whatever happened, what is shown is what the files have. */
	update(f, &s);
	conflict_release(&f->conflict);
	if (own.code == ERROR_CONFLICT)
		conflict_find(c, &seen, &f->records, &f->conflict);
	seen_release(&seen);
	step_release(&s);
	if (own.code != ERROR_NONE && e)
		*e = own;
	return own.code == ERROR_NONE;
}
