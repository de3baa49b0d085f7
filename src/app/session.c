#include "session_local.h"

#include "radsbord/app/command.h"
#include "radsbord/base/language.h"

#include <stdlib.h>

static void add_all(struct diagnostics *to, const struct diagnostics *from)
{
	for (size_t i = 0; i < from->count; i++)
		diagnostics_add(to, from->items[i].level, from->items[i].file, from->items[i].line, "%s", from->items[i].text);
}

static void show_diagnostics(struct session *s)
{
	diagnostics_release(&s->diagnostics);
	add_all(&s->diagnostics, &s->opening);
	add_all(&s->diagnostics, &s->engine_found);
}

struct store_writer session_writer(struct session *s)
{
	struct store_writer w = {.user = s->user, .host = s->host, .utc = s->clock.utc(s->clock.ctx)};
	s->random(s->random_ctx, w.random, sizeof w.random);
	return w;
}

/* The engine borrows from the council's records, so it is built again after every reading. What it refuses of the council's own
 * gaps and units is left out and said: the national figures stay. */
bool session_look_again(struct session *s, struct error *e)
{
	const struct records *council = s->folder ? folder_records(s->folder) : NULL;
	struct diagnostics found = {0};
	struct error why = {0};
	struct engine_data *fresh = engine_data_new(s->national, council, &found, &why);
	if (!fresh && council) {
		diagnostics_release(&found);
		fresh = engine_data_new(s->national, NULL, &found, NULL);
		diagnostics_add(&found, DIAGNOSTIC_FAULT, NULL, 0, _("Rådets egna brister och enheter räknas inte med: %s"), why.text);
	}
	if (!fresh) {
		diagnostics_release(&found);
		return error_set(e, why.code, "%s", why.text);
	}
	engine_data_free(&s->engine);
	diagnostics_release(&s->engine_found);
	s->engine = fresh;
	s->engine_found = found;
	show_diagnostics(s);
	s->model.reference = engine_data_reference(fresh);
	s->model.set = engine_data_set(fresh);
	s->model.national = national_records(s->national);
	s->model.council = council;
	s->model.settings = s->folder ? folder_settings(s->folder) : NULL;
	s->model.today = clock_today(&s->clock);
	return true;
}

struct session *session_open(const struct session_options *o, struct error *e)
{
	struct session *s = mem_alloc(sizeof *s);
	s->io = o->io;
	s->clock = o->clock;
	s->random = o->random;
	s->random_ctx = o->random_ctx;
	s->user = o->user;
	s->host = o->host;
	s->work = o->work;
	s->national = national_open(o->data_dir, o->config_dir, o->io, &s->opening, e);
	if (!s->national)
		goto failed;
	if (o->council_path) {
		struct store_writer w = session_writer(s);
		s->folder = folder_open(o->council_path, o->io, &w, e);
		if (!s->folder)
			goto failed;
	}
	if (!session_look_again(s, e))
		goto failed;
	return s;
failed:
	session_close(&s);
	return NULL;
}

void session_close(struct session **sp)
{
	struct session *s = *sp;
	if (!s)
		return;
	steps_release(&s->undo);
	steps_release(&s->redo);
	changes_release(&s->waiting.step);
	drafts_release(&s->drafts);
	kept_filters_release(&s->filters);
	free(s->state);
	local_close(&s->local);
	engine_data_free(&s->engine);
	folder_close(&s->folder);
	national_close(&s->national);
	diagnostics_release(&s->opening);
	diagnostics_release(&s->engine_found);
	diagnostics_release(&s->diagnostics);
	free(s->export_folder);
	free(s);
	*sp = NULL;
}

const struct model *session_model(const struct session *s)
{
	return &s->model;
}

void session_ask(struct session *s, int year, enum indikator_criteria criteria)
{
	s->model.year = year;
	s->model.criteria = criteria;
}

void session_show_to_others(struct session *s, int64_t limit)
{
	s->model.small_limit = limit;
}

const struct national *session_national(const struct session *s)
{
	return s->national;
}

const struct folder *session_folder(const struct session *s)
{
	return s->folder;
}

const struct diagnostics *session_diagnostics(const struct session *s)
{
	return &s->diagnostics;
}

struct date session_today(const struct session *s)
{
	return clock_today(&s->clock);
}

const struct clock *session_clock(const struct session *s)
{
	return &s->clock;
}

struct work *session_work(const struct session *s)
{
	return s->work;
}

unsigned session_needs_met(const struct session *s)
{
	if (!s->folder)
		return 0;
	return NEED_COUNCIL | (folder_readonly(s->folder, NULL) ? 0 : NEED_WRITABLE);
}

int64_t session_saved_at(const struct session *s)
{
	return s->saved_at;
}

void session_history(const struct session *s, const struct strings *ids, size_t limit, struct history *out,
                     struct diagnostics *d)
{
	if (s->folder)
		folder_history(s->folder, ids, limit, out, d);
}

void session_new_id(struct session *s, char id[SESSION_ID_SIZE])
{
	static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; /* Crockford's base32 */
	unsigned char bytes[SESSION_ID_SIZE - 1];
	s->random(s->random_ctx, bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		id[i] = alphabet[bytes[i] & 31];
	/* It begins with a letter: after the day in the name of a meeting's file, four digits would be a personnummer by chance. */
	if (id[0] <= '9')
		id[0] = alphabet[10 + (bytes[0] & 31)];
	id[SESSION_ID_SIZE - 1] = '\0';
}

bool session_refresh(struct session *s)
{
	s->model.today = clock_today(&s->clock);
	return s->folder && folder_refresh(s->folder) && session_look_again(s, NULL);
}

const char *session_conflict_copy(const struct session *s)
{
	return s->folder ? folder_conflict_copy(s->folder) : NULL;
}

const char *session_plan_file(const struct session *s)
{
	if (!s->folder)
		return NULL;
	const struct plan *p = plan_for_year(folder_records(s->folder), session_today(s).year);
	return p ? p->head.file : NULL;
}
