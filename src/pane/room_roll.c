/* The roll of a meeting: who is there, who came late, who serves for whom, and the replies to the call. */
#include "room_local.h"

#include "radsbord/base/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct room_state *here(struct frame *f)
{
	return room_state(f);
}

enum { ORGANISATION, NAME, PRESENCE, TIMES, REPLY };
#define COLUMNS(name_title)                                                                        \
	{                                                                                          \
		[ORGANISATION] = {.title = N_("Organisation"), .width = 20, .flexible = true},     \
		[NAME] = {.title = name_title, .width = 18},                                       \
		[PRESENCE] = {.title = N_("Närvaro"), .width = 20},                                \
		[TIMES] = {.title = N_("Kom–gick"), .width = 11, .drop = 1},                       \
		[REPLY] = {.title = N_("Svar"), .width = 10, .drop = 2},                           \
	}
static const struct list_column columns[] = COLUMNS(N_("Namn")), public_columns[] = COLUMNS(N_("Roll"));

static void presence_cell(struct room_state *s, const struct attendee *a, struct list_cell *out)
{
	static const enum role roles[] = {[PRESENCE_NONE] = ROLE_MUTED, [PRESENCE_PRESENT] = ROLE_MET, [PRESENCE_ABSENT] = ROLE_MISSING,
	                                  [PRESENCE_REMOTE] = ROLE_PARTLY, [PRESENCE_DEPUTY] = ROLE_PARTLY};
	static const char *const marks[] = {[PRESENCE_NONE] = "", [PRESENCE_PRESENT] = "● ", [PRESENCE_ABSENT] = "○ ", [PRESENCE_REMOTE] = "◐ ",
	                                    [PRESENCE_DEPUTY] = "◐ "};
	enum presence p = attendee_presence(a);
	const struct seat *serves = attendee_serves_for(s->model->council, a);
	if (attendee_is_vacant(a)) {
		buf_str(&s->cell, _("vakant"));
		out->role = ROLE_MUTED;
		return;
	}
	if (serves)
		buf_printf(&s->cell, _("● för %s"), serves->organisation);
	else
		buf_printf(&s->cell, "%s%s", marks[p], p == PRESENCE_ABSENT ? _("förhinder") : _(presences[p].label));
	out->role = serves ? ROLE_MET : roles[p];
}

static void cell(void *ctx, size_t row, size_t column, struct list_cell *out)
{
	struct room_state *s = ctx;
	const struct attendee *a = &s->attendees[row];
	const char *name = attendee_name(a), *organisation = attendee_organisation(a);
	buf_clear(&s->cell);
	if (column == ORGANISATION)
		buf_str(&s->cell, organisation ? organisation : _("utan plats i rådet"));
	else if (column == NAME && (s->hides || !name))
		buf_str(&s->cell, _(attendance_roles[attendee_role(a)].label));
	else if (column == NAME)
		buf_str(&s->cell, name);
	else if (column == PRESENCE)
		presence_cell(s, a, out);
	else if (column == REPLY && attendee_reply(a) != REPLY_NONE)
		buf_str(&s->cell, _(replies[attendee_reply(a)].label));
	if (column == TIMES && a->record && a->record->came >= 0)
		time_format(&s->cell, a->record->came);
	if (column == TIMES && a->record && a->record->left >= 0) {
		buf_str(&s->cell, "–");
		time_format(&s->cell, a->record->left);
	}
	if (column <= NAME && attendee_is_vacant(a))
		out->role = ROLE_MUTED;
	out->text = buf_cstr(&s->cell);
}

struct list_source room_roll_source(struct room_state *s)
{
	return (struct list_source){.ctx = s, .count = s->attendees_count, .columns = s->hides ? public_columns : columns,
	                            .columns_count = sizeof columns / sizeof *columns, .cell = cell};
}

/* ---- commands ---------------------------------------------------------------------------------- */

/* The person on the row, when something can be written of him; NULL with a message otherwise. */
static const struct attendee *chosen(struct frame *f)
{
	struct room_state *s = here(f);
	long row = list_selected(&s->pane.list);
	if (!room_may_write(f, room_meeting(s)) || row < 0 || (size_t)row >= s->attendees_count)
		return NULL;
	if (!attendee_is_vacant(&s->attendees[row]))
		return &s->attendees[row];
	frame_say(f, _("Platsen är vakant. Vem som sitter på den skrivs på sidan Rådet."));
	return NULL;
}

static void apply(struct frame *f, struct changes *c)
{
	frame_apply(f, c, NULL);
}

static void all_present(struct frame *f)
{
	struct room_state *s = here(f);
	const struct meeting *m = room_meeting(s);
	struct changes c = {0};
	if (!room_may_write(f, m))
		return;
	attendance_all_present(&c, s->model->council, m);
	if (c.count > 0) {
		apply(f, &c);
		return;
	}
	changes_release(&c);
	frame_say(f, "%s", _("Alla som har en plats är redan antecknade. Vakanta platser fylls på sidan Rådet."));
}

static void step(struct frame *f)
{
	const struct attendee *a = chosen(f);
	struct changes c = {0};
	if (!a)
		return;
	attendance_set_presence(&c, room_meeting(here(f)), a, presence_next(a));
	apply(f, &c);
}

/* The item that is dealt with now: the one begun last. */
static void write_time(struct frame *f, bool came, int time)
{
	struct room_state *s = here(f);
	const struct meeting *m = room_meeting(s);
	const struct attendee *a = chosen(f);
	const struct item *item = m ? minutes_current(s->model->council, m) : NULL;
	struct changes c = {0};
	if (!a)
		return;
	if (came)
		attendance_came(&c, m, a, time, item ? item->head.id : NULL);
	else
		attendance_left(&c, m, a, time, item ? item->head.id : NULL);
	apply(f, &c);
}

static bool accept_time(struct frame *f, const char *text, struct error *e)
{
	int time = time_parse(text);
	if (time < 0)
		return error_set(e, ERROR_USAGE, _("”%s” är inget klockslag. Skriv till exempel 9 eller 9.30."), text);
	write_time(f, here(f)->choice == COMMAND_CAME, time);
	return true;
}

static void ask_time(struct frame *f, enum command c)
{
	static const struct ask asks[] = {
		{.label = N_("Kom in kl."), .hint = N_("Till exempel 9.30.  Enter spara  Esc avbryt"), .accept = accept_time, .command = COMMAND_CAME},
		{.label = N_("Gick kl."), .hint = N_("Till exempel 11.30.  Enter spara  Esc avbryt"), .accept = accept_time, .command = COMMAND_LEFT}};
	const struct attendee *a = chosen(f);
	const struct meeting *m = room_meeting(here(f));
	if (!a)
		return;
	bool written = a->record && (c == COMMAND_CAME ? a->record->came : a->record->left) >= 0;
	here(f)->choice = (int)c;
	if (written || room_now(f, m) >= 0)
		write_time(f, c == COMMAND_CAME, room_now(f, m));
	else
		modal_ask(f, &asks[c == COMMAND_LEFT], NULL);
}

static void came(struct frame *f)
{
	ask_time(f, COMMAND_CAME);
}

static void left(struct frame *f)
{
	ask_time(f, COMMAND_LEFT);
}

/* The ordinary seats that a deputy can serve on: those whose member is not there. */
static const struct seat *open_seat(const struct room_state *s, size_t n)
{
	for (size_t i = 0; i < s->attendees_count; i++) {
		const struct attendee *a = &s->attendees[i];
		int role = attendee_role(a);
		if (a->seat && (role == SEAT_MEMBER || role == SEAT_CHAIR || role == SEAT_VICE_CHAIR) && !attendee_is_there(a) && n-- == 0)
			return a->seat;
	}
	return NULL;
}

static void serves_chosen(struct frame *f, size_t item)
{
	const struct attendee *a = chosen(f);
	struct changes c = {0};
	if (!a)
		return;
	attendance_set_serves_for(&c, room_meeting(here(f)), a, open_seat(here(f), item));
	apply(f, &c);
}

static void choose_seat(struct frame *f)
{
	const struct attendee *a = chosen(f);
	if (!a)
		return;
	if (attendee_role(a) != SEAT_DEPUTY) {
		frame_say(f, _("Bara en ersättare tjänstgör för någon annan."));
		return;
	}
	modal_pick(f, _("Tjänstgör för"), serves_chosen);
	const struct seat *seat;
	for (size_t i = 0; (seat = open_seat(here(f), i)); i++) {
		if (f->wall || !seat->person)
			modal_pick_add(f, "%s", seat->organisation);
		else
			modal_pick_add(f, "%s: %s", seat->organisation, seat->person);
	}
	modal_pick_add(f, _("ingen"));
}

static void reply_chosen(struct frame *f, size_t item)
{
	const struct attendee *a = chosen(f);
	struct changes c = {0};
	if (!a)
		return;
	attendance_set_reply(&c, room_meeting(here(f)), a, (enum reply)item);
	apply(f, &c);
}

static void choose_reply(struct frame *f)
{
	if (!chosen(f))
		return;
	modal_pick(f, _("Svar på kallelsen"), reply_chosen);
	for (const struct choice *k = replies; k->code; k++)
		modal_pick_add(f, "%s", _(k->label));
}

/* "Eva Rönn, Socialstyrelsen". */
static bool accept_guest(struct frame *f, const char *text, struct error *e)
{
	const struct meeting *m = room_meeting(here(f));
	struct changes c = {0};
	size_t n = strcspn(text, ",");
	const char *organisation = text[n] ? text + n + 1 + strspn(text + n + 1, " ") : "";
	if (!*text || n == 0)
		return error_set(e, ERROR_USAGE, _("Skriv namnet, och organisationen efter ett komma."));
	if (!room_may_write(f, m))
		return error_set(e, ERROR_CONFLICT, "%s", f->message);
	attendance_add_guest(&c, m, arena_strndup(&c.arena, text, n), *organisation ? organisation : NULL, here(f)->choice,
	                     frame_new_ids(f, 1, &c.arena)[0]);
	return frame_apply(f, &c, NULL) || error_set(e, ERROR_CONFLICT, "%s", f->message);
}

static void guest_chosen(struct frame *f, size_t item)
{
	static const struct ask ask = {.label = N_("Namn, organisation"), .hint = N_("Eva Rönn, Trosa kommun.  Enter spara  Esc avbryt"), .accept = accept_guest,
	                               .command = COMMAND_GUEST};
	here(f)->choice = item == 0 ? ATTENDANCE_GUEST : item == 1 ? SEAT_COOPTED : SEAT_DEPUTY;
	modal_ask(f, &ask, NULL);
}

static void add_guest(struct frame *f)
{
	if (!room_may_write(f, room_meeting(here(f))))
		return;
	modal_pick(f, _("Vem är med utan plats i rådet?"), guest_chosen);
	modal_pick_add(f, _("gäst eller föredragande"));
	modal_pick_add(f, _("adjungerad"));
	modal_pick_add(f, _("ersättare utan egen plats"));
}

static void edit(struct frame *f)
{
	const struct attendee *a = chosen(f);
	if (a && a->record)
		record_form_open(f, RECORD_ATTENDANCE, &a->record->head, a->record->head.file, N_("Ändra närvaron"));
	else if (a)
		frame_say(f, _("Inget är antecknat ännu. Mellanslag antecknar närvaron."));
}

bool room_roll_command(struct frame *f, enum command c)
{
	static void (*const own[COMMANDS])(struct frame *) = {
		[COMMAND_ALL_PRESENT] = all_present, [COMMAND_PRESENCE] = step,  [COMMAND_CAME] = came,       [COMMAND_LEFT] = left,
		[COMMAND_SERVES] = choose_seat,      [COMMAND_REPLY] = choose_reply, [COMMAND_GUEST] = add_guest, [COMMAND_EDIT] = edit,
	};
	if (!own[c])
		return false;
	own[c](f);
	return true;
}

/* ---- what is said ------------------------------------------------------------------------------ */

void room_roll_note(struct room_state *s, struct buf *out)
{
	const struct meeting *m = room_meeting(s);
	struct attendance_count n = attendance_count(s->model->council, m);
	int quorum = s->model->settings ? s->model->settings->quorum : 0;
	if (quorum)
		attendance_say_quorum(&n, quorum, out);
	else
		buf_printf(out, n.seats == 1 ? _("%zu av %zu plats tjänstgör.") : _("%zu av %zu platser tjänstgör."), n.serving, n.seats);
	if (n.distance)
		buf_printf(out, _(" %zu på distans."), n.distance);
	if (n.unwritten)
		buf_printf(out, _(" %zu är inte %s."), n.unwritten, n.unwritten == 1 ? _("antecknad") : _("antecknade"));
	if (n.vacant)
		buf_printf(out, " %zu %s.", n.vacant, n.vacant == 1 ? _("vakant") : _("vakanta"));
}

void room_roll_describe(struct room_state *s, size_t row, struct detail *d)
{
	const struct attendee *a = &s->attendees[row];
	const struct seat *serves = attendee_serves_for(s->model->council, a);
	const char *organisation = attendee_organisation(a), *name = attendee_name(a);
	doc_heading(&d->doc, 1, "%s", organisation ? organisation : _("Utan plats i rådet"));
	if (name && !s->hides)
		doc_pair(&d->doc, _("Namn"), "%s", name);
	doc_pair(&d->doc, _("Roll"), "%s", _(attendance_roles[attendee_role(a)].label));
	doc_pair(&d->doc, _("Svar"), "%s", _(replies[attendee_reply(a)].label));
	doc_pair(&d->doc, _("Närvaro"), "%s", _(presences[attendee_presence(a)].label));
	if (serves)
		doc_pair(&d->doc, _("Tjänstgör för"), "%s", serves->organisation);
	if (a->seat)
		detail_link(d, LINK_SEAT, a->seat->head.id, _("Platsen i rådet"));
}

/* ---- who is not noted ------------------------------------------------------------------ */

/* How many, and their organisations, each once. */
static size_t unwritten(const struct room_state *s, struct buf *names)
{
	size_t count = 0;
	for (size_t i = 0; i < s->attendees_count; i++) {
		const char *name = attendee_organisation(&s->attendees[i]);
		if (!attendee_is_unwritten(&s->attendees[i]))
			continue;
		buf_printf(names, "%s%s", count++ ? ", " : "", name ? name : "–");
	}
	return count;
}

static void unwritten_chosen(struct frame *f, size_t item)
{
	if (item == 0)
		frame_step_part(f, ROOM_ROLL - frame_pane(f)->part);
	else if (room_may_write(f, room_meeting(here(f))))
		here(f)->go_on(f);
}

void room_ask_unwritten(struct frame *f, void (*go_on)(struct frame *f))
{
	struct buf names = {0}, title = {0};
	size_t count = unwritten(here(f), &names);
	here(f)->go_on = go_on;
	if (count == 1)
		buf_str(&title, _("En ledamot är inte antecknad i närvaron och nämns inte i protokollet"));
	else
		buf_printf(&title, _("%zu ledamöter är inte antecknade i närvaron och nämns inte i protokollet"), count);
	if (count) {
		modal_pick(f, buf_cstr(&title), unwritten_chosen);
		modal_pick_add(f, _("anteckna först: %s"), buf_cstr(&names));
		modal_pick_add(f, "%s", _("sänd till justering ändå"));
	} else {
		go_on(f);
	}
	buf_release(&names);
	buf_release(&title);
}
