/* How minutes are checked, adopted and corrected. */
#include "radsbord/council/minutes.h"

#include "radsbord/base/language.h"
#include "radsbord/base/sha256.h"

#include <string.h>

const struct choice adjust_ways[] = {{"underskrift", "med underskrift"}, {"epost", "per e-post"}, {NULL, NULL}};

bool minutes_adopted(const struct meeting *m)
{
	return m->minutes == MINUTES_ADOPTED;
}

void minutes_circulate(struct changes *c, const struct meeting *m, bool back)
{
	changes_set_text(c, RECORD_MEETING, &m->head, "Protokoll", minutes_states[back ? MINUTES_DRAFT : MINUTES_CIRCULATED].code);
	if (!back && m->status != MEETING_HELD)
		changes_set_text(c, RECORD_MEETING, &m->head, "Status", meeting_statuses[MEETING_HELD].code);
	changes_title(c, back ? N_("Protokollet är ett utkast") : N_("Protokollet till justering"));
}

const char *minutes_adjusted_line(struct date date, enum adjust_way way, const char *who, struct arena *a)
{
	struct buf b = {0};
	date_format_iso(&b, date);
	buf_printf(&b, " %s %s", adjust_ways[way].code, who);
	const char *line = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return line;
}

bool minutes_adjusted_read(const char *line, struct date *date, enum adjust_way *way, const char **who)
{
	char day[11] = "";
	if (strlen(line) < 12 || line[10] != ' ')
		return false;
	memcpy(day, line, 10);
	if (!date_parse(day, date))
		return false;
	for (int i = 0; adjust_ways[i].code; i++) {
		size_t n = strlen(adjust_ways[i].code);
		if (strncmp(line + 11, adjust_ways[i].code, n) != 0 || line[11 + n] != ' ' || !line[12 + n])
			continue;
		*way = (enum adjust_way)i;
		*who = line + 12 + n;
		return true;
	}
	return false;
}

const char *minutes_file(const struct meeting *m, struct arena *a)
{
	struct buf b = {0};
	buf_str(&b, "protokoll/");
	date_format_iso(&b, m->date);
	buf_printf(&b, "-%s.txt", m->head.id);
	const char *file = arena_strdup(a, buf_cstr(&b));
	buf_release(&b);
	return file;
}

static void store(struct changes *c, const struct meeting *m, const char *text, int64_t first_paragraph)
{
	struct minutes_text record = {.head = {.id = m->head.id}, .text = text};
	const char *file = minutes_file(m, &c->arena);
	char hash[65];
	sha256(text, strlen(text), hash);
	changes_set_text(c, RECORD_MEETING, &m->head, "Protokoll", minutes_states[MINUTES_ADOPTED].code);
	changes_set_text(c, RECORD_MEETING, &m->head, "Forsta_paragraf", arena_printf(&c->arena, "%lld", (long long)first_paragraph));
	changes_set_text(c, RECORD_MEETING, &m->head, "Protokoll_fil", file);
	changes_set_text(c, RECORD_MEETING, &m->head, "Protokoll_sha256", hash);
	changes_add(c, RECORD_MINUTES, file, &record);
}

void minutes_adjust(struct changes *c, const struct meeting *m, const char *line, const char *text, int64_t first_paragraph)
{
	if (line)
		changes_append(c, RECORD_MEETING, &m->head, "Justerat", line);
	if (text)
		store(c, m, text, first_paragraph);
	changes_title(c, text ? N_("Protokollet justerat") : N_("En justering av protokollet"));
}

const struct minutes_text *minutes_stored(const struct records *r, const struct meeting *m)
{
	return (const struct minutes_text *)(const void *)records_find(r, RECORD_MINUTES, m->head.id);
}

bool minutes_intact(const struct meeting *m, const struct minutes_text *t)
{
	char hash[65];
	sha256(t->text, strlen(t->text), hash);
	return m->minutes_hash && strcmp(m->minutes_hash, hash) == 0;
}

/* ---- corrections ---------------------------------------------------------------------------------- */

size_t minutes_corrections(const struct records *r, const struct meeting *m, size_t *out, size_t max)
{
	size_t n = 0;
	for (size_t i = 0; i < records_count(r, RECORD_CORRECTION); i++) {
		const struct correction *k = records_correction(r, i);
		if (!k->head.file || !m->head.file || strcmp(k->head.file, m->head.file) != 0)
			continue;
		size_t at = n < max ? n : max;
		while (at > 0 && records_correction(r, out[at - 1])->nr > k->nr) {
			if (at < max)
				out[at] = out[at - 1];
			at--;
		}
		if (at < max)
			out[at] = i;
		n++;
	}
	return n;
}

void minutes_correct(struct changes *c, const struct records *r, const struct meeting *m, const struct item *item, enum correction_part part,
                     const char *after, const char *by, struct date date, const char *id)
{
	struct correction k;
	record_init(record_type(RECORD_CORRECTION), &k);
	k.head.id = id;
	k.nr = (int64_t)minutes_corrections(r, m, NULL, 0) + 1;
	k.item = item->head.id;
	k.kind = minutes_adopted(m) ? CORRECTION_AFTER : CORRECTION_BEFORE;
	k.part = (int)part;
	k.before = part == CORRECTION_DECISION ? item->decision : item->text;
	k.after = after;
	k.by = by;
	k.date = date;
	if (k.kind == CORRECTION_BEFORE)
		changes_set_text(c, RECORD_ITEM, &item->head, part == CORRECTION_DECISION ? "Beslut" : "Text", after);
	changes_add(c, RECORD_CORRECTION, m->head.file, &k);
	changes_title(c, k.kind == CORRECTION_AFTER ? N_("Rättelse i ”%s”") : N_("Ändring i ”%s”"), item->title);
}
