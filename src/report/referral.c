/* referral.c - `radsbord remisser`, and the detail and the statement of a referral. */
#include "radsbord/report/referral.h"

#include "plan_local.h"
#include "radsbord/base/language.h"
#include "radsbord/report/filter.h"
#include "radsbord/report/plan.h"
#include "words.h"

enum { WAYPOINTS_MOST = 64 };

static const char *next_step(struct arena *a, const struct model *m, const struct referral *r)
{
	const struct waypoint *next = date_known(r->sent) ? NULL : waypoint_next(m->council, r);
	if (!next)
		return NULL;
	const char *day = words_date(a, waypoint_date(next, r));
	return arena_printf(a, "%s%s%s", next->title, *day ? " " : "", day);
}

static void add_row(struct doc *d, struct doc_table *t, const struct model *m, const struct referral *r)
{
	struct arena *a = &d->arena;
	struct doc_cell *c = doc_row(d, t);
	c[0] = plan_number_cell(d, r->nr);
	c[1] = plan_text_cell(d, r->head.id);
	c[2] = plan_text_cell(d, r->title);
	c[3] = plan_text_cell(d, r->sender);
	c[4] = plan_text_cell(d, r->their_number);
	c[5] = plan_text_cell(d, r->our_number);
	c[6] = plan_text_cell(d, words_date(a, r->received));
	c[7] = plan_text_cell(d, words_date(a, r->due));
	c[8] = plan_text_cell(d, r->recipient);
	c[9] = plan_text_cell(d, r->prepared_by);
	c[10] = doc_text(d, _(referral_positions[r->position].label), referral_positions[r->position].code);
	c[11] = plan_text_cell(d, words_date(a, r->sent));
	c[12] = plan_text_cell(d, _(referral_states[referral_state(r, m->today)]));
	c[13] = plan_text_cell(d, next_step(a, m, r));
}

void report_referrals(struct doc *d, const struct model *m)
{
	static const struct doc_column columns[] = {
		{.name = "nr", .label = N_("Nr"), .align = TEXT_RIGHT},
		{.name = "id", .label = N_("Id"), .programs_only = true},
		{.name = "amne", .label = N_("Ämne")},
		{.name = "avsandare", .label = N_("Avsändare")},
		{.name = "dnr_deras", .label = N_("Deras dnr"), .programs_only = true},
		{.name = "dnr_vart", .label = N_("Vårt dnr"), .programs_only = true},
		{.name = "inkom", .label = N_("Kom in"), .programs_only = true},
		{.name = "svar_senast", .label = N_("Svar senast"), .keep = true},
		{.name = "mottagare", .label = N_("Mottagare"), .programs_only = true},
		{.name = "handlaggare", .label = N_("Bereds av"), .programs_only = true},
		{.name = "stallning", .label = N_("Ställning")},
		{.name = "expedierad", .label = N_("Sänt"), .programs_only = true},
		{.name = "lage", .label = N_("Läge"), .keep = true},
		{.name = "nasta_delsteg", .label = N_("Nästa delsteg")},
	};
	doc_heading(d, 1, _("Remisser"));
	struct doc_table *t = doc_table(d, NULL, columns, sizeof columns / sizeof *columns);
	struct record_choice *choice = record_choice_new(m, -1, RECORD_REFERRAL);
	for (size_t i = 0; m->council && i < records_count(m->council, RECORD_REFERRAL); i++)
		if (record_choice_takes(choice, records_referral(m->council, i)))
			add_row(d, t, m, records_referral(m->council, i));
	record_choice_end(&choice, d);
}

static void pair(struct doc *d, const char *label, const char *text)
{
	if (text && *text)
		doc_pair(d, label, "%s", text);
}

static void waypoints(struct doc *d, const struct model *m, const struct referral *r)
{
	size_t rows[WAYPOINTS_MOST];
	size_t n = waypoints_of(m->council, r, rows, WAYPOINTS_MOST);
	doc_heading(d, 2, _("Delsteg"));
	if (!n)
		doc_paragraph(d, _("Inga delsteg är inlagda. De läggs in i delen Delsteg."));
	for (size_t i = 0; i < n && i < WAYPOINTS_MOST; i++) {
		const struct waypoint *w = records_waypoint(m->council, rows[i]);
		struct date day = waypoint_date(w, r);
		struct buf b = {0};
		if (date_known(day))
			date_format_weekday(&b, day);
		else
			buf_str(&b, _("ingen dag"));
		if (date_known(day))
			buf_printf(&b, " %d", day.year);
		buf_printf(&b, ": %s", w->title);
		if (!date_known(w->date) && w->workdays != FIELD_INT_NONE)
			buf_printf(&b, _(", %lld %s före svaret"), (long long)w->workdays, w->workdays == 1 ? _("arbetsdag") : _("arbetsdagar"));
		if (date_known(w->done))
			buf_printf(&b, _(", klart %s"), words_date(&d->arena, w->done));
		else if (date_known(day) && date_cmp(day, m->today) < 0 && !date_known(r->sent))
			buf_str(&b, _(", dagen har passerat"));
		doc_item(d, "%s", buf_cstr(&b));
		buf_release(&b);
	}
}

void report_referral(struct doc *d, const struct model *m, const struct referral *r)
{
	struct arena *a = &d->arena;
	doc_heading(d, 1, _("Remiss %lld: %s"), (long long)r->nr, r->title);
	doc_pair(d, _("Läge"), "%s", _(referral_states[referral_state(r, m->today)]));
	pair(d, _("Avsändare"), r->sender);
	pair(d, _("Deras dnr"), r->their_number);
	pair(d, _("Vårt dnr"), r->our_number);
	pair(d, _("Kom in"), words_day(a, r->received));
	pair(d, _("Svar senast"), words_day(a, r->due));
	pair(d, _("Svaret ställs till"), r->recipient);
	pair(d, _("Bereds av"), r->prepared_by);
	doc_pair(d, _("Ställning"), "%s", _(referral_positions[r->position].label));
	pair(d, _("Villkor"), r->conditions);
	pair(d, _("Svaret sänt"), words_day(a, r->sent));
	for (size_t i = 0; i < r->attachments.count; i++)
		doc_pair(d, i ? "" : _("Bilagor"), "%s", r->attachments.items[i]);
	pair(d, _("Not"), r->note);
	waypoints(d, m, r);
	doc_pair(d, _("Står i"), "%s", words_file(a, r->head.file, r->head.line));
}

/* ---- the statement ----------------------------------------------------------- */

static void part(struct doc *d, const char *heading, const char *text)
{
	doc_heading(d, 2, "%s", heading);
	doc_paragraph(d, "%s", text && *text ? text : "(Inte skrivet ännu.)");
}

/* What was asked of whom, and who has been heard: the way-points that are done, with their days. */
static void preparation(struct doc *d, const struct model *m, const struct referral *r)
{
	size_t rows[WAYPOINTS_MOST];
	size_t n = waypoints_of(m->council, r, rows, WAYPOINTS_MOST), heard = 0;
	doc_heading(d, 2, "Ärendets beredning");
	if (r->preparation)
		doc_paragraph(d, "%s", r->preparation);
	else if (r->prepared_by)
		doc_paragraph(d, "Ärendet har beretts av %s.", r->prepared_by);
	for (size_t i = 0; i < n && i < WAYPOINTS_MOST; i++) {
		const struct waypoint *w = records_waypoint(m->council, rows[i]);
		struct date day = date_known(w->done) ? w->done : waypoint_date(w, r);
		if (!date_known(day))
			continue;
		doc_item(d, "%s den %s", w->title, words_day(&d->arena, day));
		heard++;
	}
	if (!r->preparation && !r->prepared_by && !heard)
		doc_paragraph(d, "(Inte skrivet ännu.)");
}

static void background(struct doc *d, const struct referral *r)
{
	struct arena *a = &d->arena;
	doc_heading(d, 2, "Bakgrund");
	if (r->background)
		doc_paragraph(d, "%s", r->background);
	else if (r->sender)
		doc_paragraph(d, "En remiss har kommit in från %s angående %s.", r->sender, words_lower(a, r->title));
	else
		doc_paragraph(d, "En remiss har kommit in angående %s.", words_lower(a, r->title));
	doc_paragraph(d, "Yttrande ska lämnas senast den %s%s%s.", words_day(a, r->due), r->recipient ? " till " : "",
	              r->recipient ? r->recipient : "");
}

static void opinion(struct doc *d, const struct referral *r)
{
	static const char *const sentences[] = {
		[POSITION_OPEN] = NULL,
		[POSITION_SUPPORTS] = "Rådet tillstyrker förslaget.",
		[POSITION_SUPPORTS_WITH] = "Rådet tillstyrker förslaget med följande synpunkter.",
		[POSITION_OPPOSES] = "Rådet avstyrker förslaget.",
		[POSITION_ABSTAINS] = "Rådet avstår från att yttra sig.",
		[POSITION_SILENT] = "Rådet yttrar sig inte.",
	};
	doc_heading(d, 2, "Synpunkter och förslag");
	if (sentences[r->position])
		doc_paragraph(d, "%s", sentences[r->position]);
	if (r->conditions)
		doc_paragraph(d, "%s", r->conditions);
	if (r->opinion)
		doc_paragraph(d, "%s", r->opinion);
	if (r->position == POSITION_OPEN && !r->opinion)
		doc_paragraph(d, "(Inte skrivet ännu.)");
}

void report_statement(struct doc *d, const struct model *m, const struct referral *r)
{
	struct arena *a = &d->arena;
	const struct meeting *meeting = plan_meeting(m, r->meeting);
	doc_heading(d, 1, "Yttrande: %s", r->title);
	pair(d, "Från", m->settings ? m->settings->name : NULL);
	pair(d, "Till", r->recipient);
	pair(d, "Deras dnr", r->their_number);
	pair(d, "Vårt dnr", r->our_number);
	pair(d, meeting && date_cmp(meeting->date, m->today) > 0 ? "Behandlas" : "Behandlat", meeting ? words_day(a, meeting->date) : NULL);
	part(d, "Sammanfattning", r->summary);
	preparation(d, m, r);
	background(d, r);
	part(d, "Ärendet", r->matter);
	opinion(d, r);
	doc_heading(d, 2, "Bilaga");
	for (size_t i = 0; i < r->attachments.count; i++)
		doc_item(d, "%s", r->attachments.items[i]);
	if (!r->attachments.count)
		doc_paragraph(d, "Inga bilagor.");
}

void referral_reminder(const struct model *m, int days, struct buf *out)
{
	const struct referral *r = referral_first_due(m->council);
	if (!r || date_cmp(r->due, date_add_days(m->today, days)) > 0)
		return;
	int left = date_days(r->due) - date_days(m->today);
	buf_printf(out, _("Remiss %lld: svar senast "), (long long)r->nr);
	date_format_long(out, r->due);
	if (left < 0)
		buf_str(out, _(", tiden har gått ut."));
	else if (left == 0)
		buf_str(out, _(", i dag."));
	else
		buf_printf(out, _(", om %d %s."), left, left == 1 ? _("dag") : _("dagar"));
}
