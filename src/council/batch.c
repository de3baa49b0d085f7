#include "radsbord/council/batch.h"

#include "radsbord/base/language.h"
#include "radsbord/council/meeting.h"
#include "radsbord/council/verdict.h"

#include <string.h>

static void add_link(struct changes *c, const struct action *a, const char *field, const struct strings *has, const char *id)
{
	if (!strings_has(has, id))
		changes_append(c, RECORD_ACTION, &a->head, field, id);
}

static void change_one(struct changes *c, const struct action *a, const struct batch *b, struct date today)
{
	switch (b->what) {
	case BATCH_OWNER:
		action_set_owner(c, a, b->text);
		break;
	case BATCH_DUE:
		action_set_due(c, a, b->due);
		break;
	case BATCH_STATUS:
		if (a->status != (int)b->status)
			action_set_status(c, a, b->status, today);
		break;
	case BATCH_NOTE:
		action_add_note(c, a, b->text, today);
		break;
	case BATCH_DROP:
		if (a->status == ACTION_DROPPED)
			break;
		action_add_note(c, a, b->text, today);
		action_set_status(c, a, ACTION_DROPPED, today);
		break;
	case BATCH_FOCUS:
		changes_set_text(c, RECORD_ACTION, &a->head, "Fokusomrade", b->text);
		break;
	case BATCH_GAP:
		add_link(c, a, "Brist", &a->gaps, b->text);
		break;
	case BATCH_PROPOSAL:
		add_link(c, a, "Forslag", &a->proposals, b->text);
		break;
	case BATCH_GOAL:
		add_link(c, a, "Mal", &a->goals, b->text);
		break;
	default:
		break;
	}
}

void actions_change(struct changes *c, const struct action *const *actions, size_t count, const struct batch *b, struct date today)
{
	static const char *const said[BATCH_WHATS] = {
		[BATCH_OWNER] = N_("ansvarig"), [BATCH_DUE] = N_("ny tid"),       [BATCH_STATUS] = N_("status"), [BATCH_NOTE] = N_("anteckning"),
		[BATCH_DROP] = N_("utgår"),     [BATCH_FOCUS] = N_("fokusområde"), [BATCH_GAP] = N_("brist"),     [BATCH_PROPOSAL] = N_("förslag"),
		[BATCH_GOAL] = N_("mål")};
	for (size_t i = 0; i < count; i++)
		change_one(c, actions[i], b, today);
	changes_title(c, "%zu %s: %s", count, count == 1 ? N_("åtgärd") : N_("åtgärder"), said[b->what]);
}

static void show_day(struct date d, struct buf *out)
{
	if (date_known(d))
		date_format_iso(out, d);
	else
		buf_str(out, "–");
}

static const char *focus_title(const struct records *r, const char *id)
{
	const struct record *focus = id ? records_find(r, RECORD_FOCUS, id) : NULL;
	return focus ? ((const struct focus *)(const void *)focus)->title : "–";
}

void action_change_show(const struct records *r, const struct action *a, const struct batch *b, struct buf *out)
{
	switch (b->what) {
	case BATCH_OWNER:
		buf_printf(out, "%s → %s", a->owner ? a->owner : "–", b->text ? b->text : "–");
		break;
	case BATCH_DUE:
		show_day(a->due, out);
		buf_str(out, " → ");
		show_day(b->due, out);
		break;
	case BATCH_STATUS:
	case BATCH_DROP:
		buf_printf(out, "%s → %s", _(action_statuses[a->status].label),
		           _(action_statuses[b->what == BATCH_DROP ? ACTION_DROPPED : b->status].label));
		break;
	case BATCH_FOCUS:
		buf_printf(out, "%s → %s", focus_title(r, a->focus), focus_title(r, b->text));
		break;
	default:
		break;
	}
}

void actions_take_up(struct changes *c, const struct records *r, const struct meeting *m, const struct action *const *actions, size_t count,
                     const char *item_id)
{
	struct buf text = {0};
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_char(&text, '\n');
		verdict_name(actions[i], &text);
	}
	const char *title = arena_printf(&c->arena, "%zu åtgärder ur handlingsplanen", count);
	meeting_add_item(c, r, m, item_id, ITEM_DISCUSSION, title, arena_strdup(&c->arena, buf_cstr(&text)));
	changes_title(c, "%zu åtgärder på dagordningen", count);
	buf_release(&text);
}

void action_from_gaps(struct changes *c, const struct gap *const *gaps, size_t count, const char *title, const char *id, int64_t nr,
                      const char *file)
{
	struct action a;
	record_init(record_type(RECORD_ACTION), &a);
	a.head.id = id;
	a.nr = nr;
	a.kind = ACTION_TASK;
	a.status = ACTION_NOT_STARTED;
	a.title = arena_strdup(&c->arena, title);
	for (size_t i = 0; i < count; i++)
		strings_add(&a.gaps, gaps[i]->head.id, &c->arena);
	changes_add(c, RECORD_ACTION, file, &a);
	changes_title(c, "Ny åtgärd %lld av %zu brister: %s", (long long)nr, count, a.title);
}

void actions_from_gaps(struct changes *c, const struct gap *const *gaps, size_t count, const char *const *ids, int64_t nr, const char *file)
{
	for (size_t i = 0; i < count; i++)
		action_from_gap(c, gaps[i], NULL, ids[i], nr + (int64_t)i, file);
	changes_title(c, "%zu åtgärder av brister", count);
}
