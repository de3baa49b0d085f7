#include "radsbord/council/attendance.h"

#include "radsbord/base/language.h"
#include "radsbord/council/seat.h"

#include <string.h>

static bool same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

static const struct attendance *record_of(const struct records *r, const struct meeting *m, const char *seat)
{
	for (size_t i = 0; i < records_count(r, RECORD_ATTENDANCE); i++)
		if (same(records_attendance(r, i)->head.file, m->head.file) && same(records_attendance(r, i)->seat, seat))
			return records_attendance(r, i);
	return NULL;
}

static bool is_listed(const struct seat *s, const struct meeting *m)
{
	return seat_state(s, m->date) != SEAT_ENDED && seat_state(s, m->date) != SEAT_COMING;
}

static const struct seat *seat_by_id(const struct records *r, const char *id)
{
	return id ? (const struct seat *)(const void *)records_find(r, RECORD_SEAT, id) : NULL;
}

size_t attendees(const struct records *r, const struct meeting *m, struct attendee *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_SEAT); i++) {
		const struct seat *s = records_seat(r, i);
		const struct attendance *record = record_of(r, m, s->head.id);
		if (!is_listed(s, m) && !record)
			continue;
		if (n < max)
			out[n] = (struct attendee){s, record};
		n++;
	}
	for (size_t i = 0; i < records_count(r, RECORD_ATTENDANCE); i++) {
		const struct attendance *a = records_attendance(r, i);
		if (!same(a->head.file, m->head.file) || seat_by_id(r, a->seat))
			continue;
		if (n < max)
			out[n] = (struct attendee){NULL, a};
		n++;
	}
	return n;
}

bool attendee_is_vacant(const struct attendee *a)
{
	return !attendee_name(a);
}

/* What was written at the meeting stands, whoever has the seat now. */
int attendee_role(const struct attendee *a)
{
	return a->record ? a->record->role : a->seat->role;
}

const char *attendee_name(const struct attendee *a)
{
	return a->record && a->record->name ? a->record->name : a->seat ? a->seat->person : NULL;
}

const char *attendee_organisation(const struct attendee *a)
{
	return a->record && a->record->organisation ? a->record->organisation : a->seat ? a->seat->organisation : NULL;
}

bool attendee_is_called(const struct attendee *a)
{
	return !attendee_is_vacant(a) && (a->seat || attendee_reply(a) != REPLY_NONE);
}

enum reply attendee_reply(const struct attendee *a)
{
	return a->record ? (enum reply)a->record->reply : REPLY_NONE;
}

enum presence attendee_presence(const struct attendee *a)
{
	return a->record ? (enum presence)a->record->presence : PRESENCE_NONE;
}

bool attendee_is_there(const struct attendee *a)
{
	return attendee_presence(a) == PRESENCE_PRESENT || attendee_presence(a) == PRESENCE_REMOTE;
}

const struct seat *attendee_serves_for(const struct records *r, const struct attendee *a)
{
	return a->record ? seat_by_id(r, a->record->serves_for) : NULL;
}

/* ---- steps -------------------------------------------------------------------------------- */

/* A record for a seat, with the name it has now. Its Id is made of the seat's and the meeting's: when two secretaries write of the same
 * seat at once it is the same record, and they are asked. */
static struct attendance fresh(struct changes *c, const struct meeting *m, const struct attendee *a)
{
	struct attendance record;
	record_init(record_type(RECORD_ATTENDANCE), &record);
	record.head.id = arena_printf(&c->arena, "%s-%s", a->seat->head.id, m->head.id);
	record.seat = a->seat->head.id;
	record.name = a->seat->person;
	record.organisation = a->seat->organisation;
	record.role = a->seat->role;
	return record;
}

/* The step is told of by organisation: it may be undone where others see the screen. */
static void title(struct changes *c, const struct attendee *a)
{
	const char *name = attendee_name(a), *organisation = attendee_organisation(a);
	changes_title(c, "Närvaro: %s", organisation ? organisation : name ? name : N_("utan namn"));
}

static void add(struct changes *c, const struct meeting *m, const struct attendance *record)
{
	changes_add(c, RECORD_ATTENDANCE, m->head.file, record);
}

void attendance_set_presence(struct changes *c, const struct meeting *m, const struct attendee *a, enum presence p)
{
	title(c, a);
	if (a->record) {
		changes_set_text(c, RECORD_ATTENDANCE, &a->record->head, "Narvaro", presences[p].code);
		return;
	}
	struct attendance record = fresh(c, m, a);
	record.presence = (int)p;
	add(c, m, &record);
}

void attendance_set_reply(struct changes *c, const struct meeting *m, const struct attendee *a, enum reply reply)
{
	title(c, a);
	if (a->record) {
		changes_set_text(c, RECORD_ATTENDANCE, &a->record->head, "Svar", replies[reply].code);
		return;
	}
	struct attendance record = fresh(c, m, a);
	record.reply = (int)reply;
	add(c, m, &record);
}

void attendance_set_serves_for(struct changes *c, const struct meeting *m, const struct attendee *a, const struct seat *seat)
{
	title(c, a);
	if (a->record) {
		changes_set_text(c, RECORD_ATTENDANCE, &a->record->head, "Ersatter", seat ? seat->head.id : NULL);
		if (seat && !attendee_is_there(a))
			changes_set_text(c, RECORD_ATTENDANCE, &a->record->head, "Narvaro", presences[PRESENCE_PRESENT].code);
		return;
	}
	struct attendance record = fresh(c, m, a);
	record.serves_for = seat ? seat->head.id : NULL;
	record.presence = PRESENCE_PRESENT;
	add(c, m, &record);
}

static void set_time(struct changes *c, const struct attendance *record, const char *field, const char *item_field, int time,
                     const char *item)
{
	char text[8];
	struct buf b = {0};
	buf_printf(&b, "%02d:%02d", time / 60 % 24, time % 60);
	memcpy(text, buf_cstr(&b), b.len + 1);
	buf_release(&b);
	changes_set_text(c, RECORD_ATTENDANCE, &record->head, field, time < 0 ? NULL : text);
	changes_set_text(c, RECORD_ATTENDANCE, &record->head, item_field, time < 0 ? NULL : item);
}

void attendance_came(struct changes *c, const struct meeting *m, const struct attendee *a, int time, const char *item)
{
	title(c, a);
	if (a->record) {
		bool again = a->record->came >= 0;
		set_time(c, a->record, "Kom", "Kom_arende", again ? -1 : time, item);
		if (!again && !attendee_is_there(a))
			changes_set_text(c, RECORD_ATTENDANCE, &a->record->head, "Narvaro", presences[PRESENCE_PRESENT].code);
		return;
	}
	struct attendance record = fresh(c, m, a);
	record.presence = PRESENCE_PRESENT;
	record.came = time;
	record.came_item = item;
	add(c, m, &record);
}

void attendance_left(struct changes *c, const struct meeting *m, const struct attendee *a, int time, const char *item)
{
	title(c, a);
	if (a->record) {
		set_time(c, a->record, "Gick", "Gick_arende", a->record->left >= 0 ? -1 : time, item);
		return;
	}
	struct attendance record = fresh(c, m, a);
	record.presence = PRESENCE_PRESENT;
	record.left = time;
	record.left_item = item;
	add(c, m, &record);
}

/* What a reply to the call makes of the roll. */
static enum presence prefilled(const struct attendee *a)
{
	static const enum presence by_reply[] = {[REPLY_NONE] = PRESENCE_PRESENT, [REPLY_COMES] = PRESENCE_PRESENT,
	                                         [REPLY_DEPUTY] = PRESENCE_DEPUTY, [REPLY_ABSENT] = PRESENCE_ABSENT,
	                                         [REPLY_REMOTE] = PRESENCE_REMOTE};
	if (attendee_role(a) == SEAT_DEPUTY && attendee_reply(a) == REPLY_NONE)
		return PRESENCE_NONE;
	return by_reply[attendee_reply(a)];
}

void attendance_all_present(struct changes *c, const struct records *r, const struct meeting *m)
{
	size_t n = attendees(r, m, NULL, 0);
	struct attendee *all = arena_alloc(&c->arena, (n + 1) * sizeof *all);
	attendees(r, m, all, n);
	for (size_t i = 0; i < n; i++)
		if (!attendee_is_vacant(&all[i]) && attendee_presence(&all[i]) == PRESENCE_NONE && prefilled(&all[i]) != PRESENCE_NONE)
			attendance_set_presence(c, m, &all[i], prefilled(&all[i]));
	changes_title(c, "Närvaro: alla närvarande");
}

void attendance_add_guest(struct changes *c, const struct meeting *m, const char *name, const char *organisation, int role, const char *id)
{
	struct attendance record;
	record_init(record_type(RECORD_ATTENDANCE), &record);
	record.head.id = id;
	record.name = name;
	record.organisation = organisation;
	record.role = role;
	record.presence = PRESENCE_PRESENT;
	add(c, m, &record);
	changes_title(c, "Närvaro: %s", organisation ? organisation : attendance_roles[role].label);
}

enum presence presence_next(const struct attendee *a)
{
	enum presence last = a->seat && attendee_role(a) != SEAT_DEPUTY ? PRESENCE_DEPUTY : PRESENCE_REMOTE;
	enum presence now = attendee_presence(a);
	return now >= last ? PRESENCE_NONE : now + 1;
}

/* ---- who has a say ---------------------------------------------------------------------------- */

static bool is_ordinary(int role)
{
	return role == SEAT_MEMBER || role == SEAT_CHAIR || role == SEAT_VICE_CHAIR;
}

/* An ordinary seat that somebody serves on: its own member, or a deputy for one who is not there. */
struct serving {
	const struct records *r;
	const struct attendee *all;
	size_t count;
};
static const struct attendee *who_serves(const struct serving *s, const struct attendee *of)
{
	if (attendee_is_there(of))
		return of;
	for (size_t i = 0; of->seat && i < s->count; i++)
		if (attendee_is_there(&s->all[i]) && attendee_serves_for(s->r, &s->all[i]) == of->seat)
			return &s->all[i];
	return NULL;
}

static bool serves_somebody(const struct serving *s, const struct attendee *a)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->all[i].seat && is_ordinary(attendee_role(&s->all[i])) && who_serves(s, &s->all[i]) == a)
			return true;
	return false;
}

bool attendee_is_unwritten(const struct attendee *a)
{
	return a->seat && is_ordinary(attendee_role(a)) && !attendee_is_vacant(a) && attendee_presence(a) == PRESENCE_NONE;
}

static void count_ordinary(const struct serving *s, const struct attendee *a, struct attendance_count *n)
{
	const struct attendee *serving = who_serves(s, a);
	n->seats++;
	n->vacant += attendee_is_vacant(a);
	n->serving += serving != NULL;
	n->distance += serving && attendee_presence(serving) == PRESENCE_REMOTE;
	if (!attendee_is_vacant(a) && !attendee_is_there(a)) {
		n->absent += attendee_presence(a) != PRESENCE_NONE;
		n->unwritten += attendee_is_unwritten(a);
	}
}

struct attendance_count attendance_count(const struct records *r, const struct meeting *m)
{
	struct attendance_count n = {0};
	struct arena arena = {0};
	struct serving s = {r, NULL, attendees(r, m, NULL, 0)};
	struct attendee *all = arena_alloc(&arena, (s.count + 1) * sizeof *all);
	attendees(r, m, all, s.count);
	s.all = all;
	for (size_t i = 0; i < s.count; i++) {
		if (attendee_is_called(&all[i]))
			n.replies[attendee_reply(&all[i])]++;
		if (all[i].seat && is_ordinary(attendee_role(&all[i])))
			count_ordinary(&s, &all[i], &n);
		else if (attendee_is_there(&all[i]) && !serves_somebody(&s, &all[i]))
			n.others++;
	}
	arena_release(&arena);
	return n;
}

void attendance_say_quorum(const struct attendance_count *n, int quorum, struct buf *out)
{
	if (quorum <= 0)
		return;
	buf_printf(out, _("Rådet är %s: %zu tjänstgör och %d krävs."), n->serving >= (size_t)quorum ? _("beslutsfört") : _("inte beslutsfört"),
	           n->serving, quorum);
}

const char *attendance_public_name(const struct records *r, const char *name, struct arena *a)
{
	for (size_t i = 0; name && i < records_count(r, RECORD_SEAT); i++) {
		const struct seat *s = records_seat(r, i);
		if (!same(s->person, name))
			continue;
		if (s->role == SEAT_MEMBER)
			return s->organisation;
		return arena_printf(a, "%s, %s", s->organisation, seat_roles[s->role].label);
	}
	return name;
}

/* ---- names that others see ---------------------------------------------------------------------- */

struct hidden {
	const char *name, *public, *organisation;
};

static void add_hidden(struct hidden *all, size_t *n, const char *name, const char *public, const char *organisation)
{
	if (!name || (!strchr(name, ' ') && strlen(name) < 4))
		return;
	for (size_t i = 0; i < *n; i++)
		if (strcmp(all[i].name, name) == 0)
			return;
	all[(*n)++] = (struct hidden){name, public, organisation};
}

/* A letter or digit that begins with this byte: ASCII, and the letters of the Latin-1 block, å ä ö é among them. */
static bool begins_letter(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c == 0xc3;
}

static bool after_letter(const char *text, const char *s)
{
	return s > text && (begins_letter(s[-1]) || (s - text > 1 && (unsigned char)s[-2] == 0xc3));
}

/* The longest name that begins here. */
static const struct hidden *name_at(const struct hidden *all, size_t n, const char *s, bool after_word)
{
	const struct hidden *best = NULL;
	for (size_t i = 0; i < n && !after_word; i++) {
		size_t len = strlen(all[i].name);
		if (strncmp(s, all[i].name, len) == 0 && !begins_letter(s[len]) && (!best || len > strlen(best->name)))
			best = &all[i];
	}
	return best;
}

/* "Flens kommun: Anna Ek" becomes "Flens kommun". */
static void put_public(const struct hidden *h, struct buf *out)
{
	size_t n = h->organisation ? strlen(h->organisation) : 0;
	if (n && out->len >= n + 2 && memcmp(out->data + out->len - n - 2, h->organisation, n) == 0 &&
	    memcmp(out->data + out->len - 2, ": ", 2) == 0) {
		out->len -= 2;
		out->data[out->len] = '\0';
	} else {
		buf_str(out, h->public);
	}
}

void attendance_hide_names(const struct records *r, const char *text, struct buf *out)
{
	struct arena a = {0};
	size_t n = 0, most = records_count(r, RECORD_SEAT) + records_count(r, RECORD_ATTENDANCE);
	struct hidden *all = arena_alloc(&a, (most + 1) * sizeof *all);
	for (size_t i = 0; i < records_count(r, RECORD_SEAT); i++)
		add_hidden(all, &n, records_seat(r, i)->person, attendance_public_name(r, records_seat(r, i)->person, &a),
		           records_seat(r, i)->organisation);
	for (size_t i = 0; i < records_count(r, RECORD_ATTENDANCE); i++) {
		const struct attendance *at = records_attendance(r, i);
		add_hidden(all, &n, at->name, at->organisation ? at->organisation : attendance_roles[at->role].label, at->organisation);
	}
	for (const char *s = text; *s;) {
		const struct hidden *h = name_at(all, n, s, after_letter(text, s));
		if (h)
			put_public(h, out);
		else
			buf_char(out, *s);
		s += h ? strlen(h->name) : 1;
	}
	arena_release(&a);
}
