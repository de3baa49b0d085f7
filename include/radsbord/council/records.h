/* The records of a council and of the inventory, as structs. The rows that say how each member is written in a file
 * are in src/council/schema.c. Absent text is NULL, absent dates DATE_NONE. */
#ifndef RADSBORD_COUNCIL_RECORDS_H
#define RADSBORD_COUNCIL_RECORDS_H

#include "radsbord/base/num.h"
#include "radsbord/council/schema.h"

/* A year's plan: the commission and what was adopted. */
struct plan {
	struct record head;
	int64_t year;
	const char *title, *commissioner, *framework, *mandate;
	struct date adopted;
	const char *adopted_by;
	int64_t half_days, full_days;   /* the meeting quota of the year */
	const char *reports;            /* what is reported, to whom and when */
	const char *year_plan_to, *year_report_to; /* who the årsplan and the årsberättelse are handed to */
	struct date year_plan_due, year_report_due;
	const char *source, *note;
};

enum goal_kind { GOAL_MEASURED, GOAL_PRINCIPLE };
struct goal {
	struct record head;
	int64_t nr;
	int kind;
	const char *title;
	struct strings indicators;      /* ids of config/indikatorer.ini */
	struct strings places;          /* codes it holds for; none: the whole region */
	struct strings dimensions;      /* a goal of principle: equal whatever ...; see goal.h */
	const char *target;             /* the council's own target for each of them, "85"; see goal.h */
	int64_t target_year;            /* in which it is to be reached */
	struct date from, to;           /* when it holds; a newer one for the same place and indicator replaces it */
	struct strings carried;         /* years of later plans it belongs to as well; see plan.h */
	const char *note;
};

struct focus {
	struct record head;
	int64_t nr;
	const char *title, *note;
	struct strings carried;         /* likewise */
};

enum action_kind { ACTION_ACTIVITY, ACTION_TASK };
enum action_status {
	ACTION_NOT_STARTED, ACTION_ONGOING, ACTION_STANDING, ACTION_DONE, ACTION_PAUSED, ACTION_DROPPED,
	ACTION_STATUSES
};
/* A line in the plan (aktivitet) or a task with owner and date (åtgärd). */
struct action {
	struct record head;
	int64_t nr;
	int kind;
	const char *title, *focus, *owner;
	struct strings participants;
	struct date start, due, done;
	int status;
	struct strings gaps, proposals; /* what it answers */
	struct strings goals;           /* what it contributes to */
	const char *meeting;            /* Id of the meeting that decided it */
	const char *item;               /* and of the item it was decided under; the way back is minutes_tasks (minutes.h) */
	const char *audience;           /* target group, e.g. private providers */
	struct strings notes;           /* "2026-11-24 text" */
	struct strings carried;         /* years of later plans it belongs to as well; see plan.h */
};

enum meeting_type { MEETING_UNSTATED, MEETING_HALF_DAY, MEETING_FULL_DAY, MEETING_EXTRA };
enum meeting_status { MEETING_PLANNED, MEETING_CALLED, MEETING_HELD, MEETING_CANCELLED };
struct meeting {
	struct record head;
	int64_t nr;
	struct date date;
	int start, end;                 /* minutes, local wall time */
	int type, status;
	const char *title, *place, *note;
	const char *uid;                /* in the calendar it came from, or NULL */
	struct strings attachments;     /* file names or http(s) addresses */
	/* the minutes: council/minutes.h */
	int minutes;                    /* enum minutes_state */
	struct strings adjusters;       /* who is to check them: none to two */
	struct strings adjusted;        /* "2026-12-01 underskrift Anna Andersson" */
	int64_t first_paragraph;        /* fixed when they are adopted; else FIELD_INT_NONE */
	const char *minutes_file, *minutes_hash; /* "protokoll/2026-11-24-<id>.txt" and its SHA-256 */
};
enum minutes_state { MINUTES_DRAFT, MINUTES_CIRCULATED, MINUTES_ADOPTED };

enum item_kind { ITEM_INFORMATION, ITEM_DISCUSSION, ITEM_DECISION, ITEM_TASK, ITEM_TABLED };
struct item {
	struct record head;
	int64_t nr;
	int kind;
	int64_t minutes;
	const char *title, *text;
	int gathers;                    /* 1: the verdicts of the review stand here, as long as there is no text */
	const char *presenter;          /* who presents it */
	struct strings attachments;     /* file names or http(s) addresses */
	const char *decision;           /* "att godkänna ..."; one a line */
	int started;                    /* minutes since midnight when it was begun, or -1 */
	const char *from;               /* Id of the item that was tabled */
};

/* ---- who was there, and what was changed in the minutes: src/council/schema_minutes.c ---- */

/* The roles of seats, and one more. */
#define ATTENDANCE_GUEST (SEAT_COOPTED + 1)
enum reply { REPLY_NONE, REPLY_COMES, REPLY_DEPUTY, REPLY_ABSENT, REPLY_REMOTE };
enum presence { PRESENCE_NONE, PRESENCE_PRESENT, PRESENCE_ABSENT, PRESENCE_REMOTE, PRESENCE_DEPUTY };
/* A seat, or somebody without one, at a meeting. There is no place for the reason of an absence, on purpose. */
struct attendance {
	struct record head;
	const char *seat;               /* Id, or NULL: has none */
	const char *name, *organisation; /* of one without a seat */
	int role;                       /* enum seat_role, or ATTENDANCE_GUEST */
	int reply, presence;
	const char *serves_for;         /* of a deputy: Id of the seat he serves for */
	int came, left;                 /* minutes since midnight, or -1 */
	const char *came_item, *left_item; /* Ids of the items that were dealt with then */
};
enum correction_kind { CORRECTION_BEFORE, CORRECTION_AFTER };
enum correction_part { CORRECTION_TEXT, CORRECTION_DECISION };
/* A change in the minutes: while they are checked (the item is changed too), or after they were adopted (rättelse: it is not). */
struct correction {
	struct record head;
	int64_t nr;
	const char *item;               /* Id */
	int kind, part;
	const char *before, *after, *by;
	struct date date;
};
/* Adopted minutes as they lie in protokoll/: the text is the file, byte by byte. The Id is that of the meeting. */
struct minutes_text {
	struct record head;
	const char *text;
};

enum verdict_outcome {
	VERDICT_UNCHANGED, VERDICT_DONE, VERDICT_NEW_DATE, VERDICT_TAKEN_UP, VERDICT_NEW_OWNER, VERDICT_DROPPED,
	VERDICT_CARRIED,                /* not dealt with: carried over to the next meeting */
	VERDICT_OUTCOMES
};
/* What a meeting found of an action in the plan. The values before are those before the meeting. */
struct verdict {
	struct record head;
	int64_t nr;                     /* the order they were given in */
	const char *action;             /* Id */
	int outcome;
	int status_before;
	struct date due_before, due, done_before;
	const char *owner_before, *owner, *text;
	int own_paragraph;              /* 0 no, 1 yes */
};

enum seat_group { SEAT_MUNICIPALITY, SEAT_REGION, SEAT_PRIVATE, SEAT_PATIENTS, SEAT_UNIVERSITY, SEAT_OTHER };
enum seat_role { SEAT_MEMBER, SEAT_DEPUTY, SEAT_CHAIR, SEAT_VICE_CHAIR, SEAT_SECRETARY, SEAT_COOPTED };
/* A seat; no person: vacant. */
struct seat {
	struct record head;
	int group, role;
	const char *organisation;
	const char *place;              /* municipality or region code */
	const char *person, *email;
	struct date from, to;
	const char *note;
};

enum answer_status { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_ONGOING, ANSWER_DONE };
/* How far a region or a unit has come with a proposal, on a day. Older answers stay: they are the history. */
struct proposal_answer {
	struct record head;
	const char *proposal;           /* Id */
	const char *holds_for;          /* a region's code or a unit's Id */
	int status;
	struct date date;
	const char *source, *note;
};

/* What happens with the part of the municipalities that do not take part; the engine's indikator_absence. */
enum cost_rule { COST_OTHERS_PAY, COST_PER_INHABITANT, COST_LOWERED };
/* A yearly cost that is shared: fixed shares, and the municipalities of a region by inhabitants of a day. */
struct cost {
	struct record head;
	const char *name;
	int64_t amount;                 /* kronor */
	struct strings shares;          /* "50 % Region Stockholm" */
	const char *region;             /* code: whose municipalities pay the rest */
	struct date counted;            /* the day of the inhabitants */
	struct strings people;          /* the inhabitants when they are not among the figures: "0180 905184", "0114+0115 165745" */
	struct strings absent;          /* codes of municipalities that do not take part */
	int rule;
	const char *per_inhabitant;     /* kronor, with COST_PER_INHABITANT; NULL: what it would be if all took part */
	const char *source, *passage, *note;
};

/* ---- referrals (remisser): src/council/schema_referral.c ------------------- */

enum referral_position {
	POSITION_OPEN, POSITION_SUPPORTS, POSITION_SUPPORTS_WITH, POSITION_OPPOSES, POSITION_ABSTAINS, POSITION_SILENT
};
/* A referral: what was asked, by whom, when the answer is due, and what the council answers. */
struct referral {
	struct record head;
	int64_t nr;
	const char *title, *sender, *their_number, *our_number;
	struct date received, due;
	const char *recipient, *prepared_by;
	struct strings attachments;
	int position;
	const char *conditions;
	/* the parts of the statement (stockholm-kunskapscentrum-2014.txt) */
	const char *summary, *preparation, *background, *matter, *opinion;
	struct date sent;
	const char *meeting;            /* Id of the meeting that took it up */
	const char *note;
};
/* A step on the way to the answer, counted backwards from the day it is due, or on a day of its own. */
struct waypoint {
	struct record head;
	const char *referral;           /* Id */
	const char *title;
	int64_t workdays;               /* before the answer is due; FIELD_INT_NONE with a day of its own */
	struct date date, done;
};

/* ---- the network around the council: src/council/schema_network.c --------- */

enum liaison_role { LIAISON_OMBUD, LIAISON_SUPPORT, LIAISON_CONTACT };
/* Who carries palliative care at a workplace or in a municipality (ombud, stödfunktion). No person: vacant. */
struct liaison {
	struct record head;
	const char *place;              /* municipality or region code */
	const char *workplace, *person, *email;
	int role;
	struct date from, to;
	const char *note;
};

enum education_kind { EDUCATION_COURSE, EDUCATION_FURTHER, EDUCATION_SUPERVISION, EDUCATION_SEMINAR };
/* Education that was held, or is to be held when its day has not come. */
struct education {
	struct record head;
	struct date date;
	const char *title;
	int kind;
	const char *audience, *focus;   /* focus: Id of a focus area */
	struct strings participants;    /* "Flens kommun 12", "Hospice AB (privat) 3" */
	const char *note;
};

enum partner_kind { PARTNER_FOUNDATION, PARTNER_UNIVERSITY, PARTNER_REGION, PARTNER_MUNICIPALITY, PARTNER_PRIVATE, PARTNER_OTHER };
/* Who takes part in or pays for a centre or the council's work. */
struct partner {
	struct record head;
	const char *name;
	int kind;
	int64_t amount;                 /* kronor per year; FIELD_INT_NONE: not known or not a funder */
	struct date from, to;           /* the agreement */
	const char *contact, *note;
};

/* A centre for knowledge or competence. */
struct centre {
	struct record head;
	const char *name, *vision, *goal;
	struct strings areas;
	const char *operator_name;
	struct date from, to;           /* the agreement */
	const char *source, *note;
};

enum resource_kind { RESOURCE_GUIDANCE, RESOURCE_EDUCATION, RESOURCE_CONTACT, RESOURCE_INSTRUMENT };
struct resource {
	struct record head;
	const char *title;
	int kind;
	const char *audience, *address, *contact;
	struct date checked;
	const char *note;
};

/* A question or a need from a workplace. Answered when it has a day and who. */
struct question {
	struct record head;
	struct date date;
	const char *workplace, *topic, *text;
	int within;                     /* the council's area: 0 okant, 1 nej, 2 ja */
	const char *answered_by;
	struct date answered;
	const char *answer;
	const char *action, *meeting;   /* Ids of what became of it */
};

/* ---- the council's own words in its annual report: src/council/schema_year.c ---- */

/* The sections of the report, in their order. */
enum year_section {
	YEAR_SUMMARY, YEAR_COMMISSION, YEAR_MEMBERS, YEAR_MEETINGS, YEAR_ACTIVITIES, YEAR_GOALS, YEAR_GAPS, YEAR_REFERRALS,
	YEAR_EDUCATION, YEAR_FINANCES, YEAR_EVIDENCE, YEAR_NEXT,
	YEAR_SECTIONS
};
/* What the council itself writes in a section for a year. The report is made anew as often as anyone likes; this stays. */
struct year_text {
	struct record head;
	int64_t year;
	int section;
	const char *text;
};

/* What if: changes as they are written (council/scenario.h), thought of for a place. */
struct scenario {
	struct record head;
	const char *name;
	const char *place;              /* code */
	struct date date;               /* when it was saved */
	struct strings changes;
	const char *note;
};

/* ---- the inventory ------------------------------------------------------ */

enum gap_degree { GAP_MISSING, GAP_LIMITED, GAP_MET };
/* What a source says is missing or limited (Brist), or met (Uppgift). */
struct gap {
	struct record head;
	const char *region, *area;
	struct strings places, except;  /* municipality codes or hospital ids */
	int service;                    /* index into service_choices */
	int degree;
	struct strings limits;          /* "diagnos: ..." */
	const char *text, *section, *source, *passage, *lines, *precision, *note;
	const char *informant;          /* who said it, in a council's own */
	struct date from, to, checked;
};

#define UNIT_ATTRIBUTES 17              /* in the order of the engine's attributes */
struct unit {
	struct record head;
	const char *name, *region, *area;
	int type;
	const char *lies_in, *hospital;
	struct strings serves;
	int catchment;                  /* 0 okant, 1 kand */
	int64_t beds;
	const char *hours, *staffing, *run_by, *part_of, *text;
	struct strings limits;
	int attributes[UNIT_ATTRIBUTES]; /* 0 okant, 1 nej, 2 ja */
	const char *section, *source, *passage, *lines, *precision, *note;
	const char *informant;          /* who gave the answers, in a council's own */
	const char *successor;          /* of earlier answers: Id of the unit they were of; see inventory.h */
	struct date from, to, checked;
};

/* The row of an attribute of units: its field and label. */
const struct field *unit_attribute(int attribute);

struct inventory {
	struct record head;
	const char *region, *area;
	int type;
	int complete;                   /* 0 okant, 1 nej, 2 ja */
	const char *text, *source, *passage;
};

enum proposal_level { PROPOSAL_NATIONAL, PROPOSAL_REGIONAL, PROPOSAL_UNIT };
struct proposal {
	struct record head;
	int level;
	const char *theme, *title, *text, *template_text;
	struct strings services, figures;
	const char *source, *passage, *lines;
};

struct source {
	struct record head;
	const char *title, *publisher, *published, *covers, *scope, *licence, *address, *file;
	struct strings weaknesses, omits, derivation, notes;
};

extern const struct choice action_statuses[], action_kinds[], meeting_types[], meeting_statuses[];
extern const struct choice answer_statuses[], cost_rules[];
extern const struct choice referral_positions[], verdict_outcomes[];
extern const struct choice minutes_states[], attendance_roles[], replies[], presences[], correction_kinds[], correction_parts[];
extern const struct choice year_sections[];
extern const struct choice liaison_roles[], education_kinds[], partner_kinds[], resource_kinds[];
extern const struct choice item_kinds[], seat_groups[], seat_roles[], goal_kinds[];
extern const struct choice service_choices[];  /* the twelve of the report's maps in order, then limits no map shows */
extern const struct choice degree_choices[], unit_types[], answers[], proposal_levels[];
extern const struct choice limit_kinds[]; /* what a limit is of: "alder: bara vuxna" in a file */
#define SERVICES_ON_MAPS 12

/* ---- figures -------------------------------------------------------------- */

/* A row of matt.csv or of the council's matt/...csv, as it is written: place and source are not looked up. */
struct measurement {
	const char *file;
	int line;
	const char *place, *measure, *source;
	int year;
	struct num value;               /* unknown with a reason */
	int decimals;                   /* as written */
	bool published;                 /* a source's own result */
	const char *reason, *note;
	struct date date;               /* when it was given, or DATE_NONE */
};
/* The same as a step changes it: the cells as they stand in the file. The Id is place/year/measure/source. */
struct figure_row {
	struct record head;
	const char *place, *year, *measure, *source, *value, *published, *reason, *note, *date;
};
struct measurements {
	struct measurement *items;
	size_t count, cap;
};

/* ---- all of them --------------------------------------------------------- */

/* Records of one kind, side by side, files in name order. */
struct table {
	void *items;
	size_t count, cap;              /* in records */
};
struct records {
	struct table tables[RECORD_KINDS];
	struct measurements measurements;
};
/* The i-th record of a kind. */
const struct record *records_at(const struct records *r, enum record_kind kind, size_t i);
size_t records_count(const struct records *r, enum record_kind kind);
/* By Id within a kind; NULL when there is none. */
const struct record *records_find(const struct records *r, enum record_kind kind, const char *id);

/* How the council works, of [rad] in rad.ini: what a person sets (council_settings has it for those who read). The names of the
 * fields in small letters are the keys. */
#define RULES_ID "rad"
#define RULES_FILE "rad.ini"
struct rules {
	struct record head;
	const char *name;
	int word;                       /* index of rules_words: protokoll, minnesanteckningar */
	int paragraphs;                 /* index of rules_paragraphs: per meeting, over the year */
	int64_t adjusters, quorum;      /* FIELD_INT_NONE: not said */
	const char *verb, *template;
	struct strings agenda;          /* "Mötet öppnas (5)" */
};
extern const struct choice rules_words[], rules_paragraphs[];

/* Typed views: `const struct action *a = records_action(r, i)`. */
#define RECORDS_VIEW(name, KIND)                                                                   \
	static inline const struct name *records_##name(const struct records *r, size_t i)         \
	{                                                                                          \
		return (const struct name *)(const void *)records_at(r, KIND, i);                  \
	}
RECORDS_VIEW(plan, RECORD_PLAN)
RECORDS_VIEW(goal, RECORD_GOAL)
RECORDS_VIEW(focus, RECORD_FOCUS)
RECORDS_VIEW(action, RECORD_ACTION)
RECORDS_VIEW(meeting, RECORD_MEETING)
RECORDS_VIEW(item, RECORD_ITEM)
RECORDS_VIEW(verdict, RECORD_VERDICT)
RECORDS_VIEW(attendance, RECORD_ATTENDANCE)
RECORDS_VIEW(correction, RECORD_CORRECTION)
RECORDS_VIEW(minutes_text, RECORD_MINUTES)
RECORDS_VIEW(seat, RECORD_SEAT)
RECORDS_VIEW(proposal_answer, RECORD_ANSWER)
RECORDS_VIEW(cost, RECORD_COST)
RECORDS_VIEW(referral, RECORD_REFERRAL)
RECORDS_VIEW(waypoint, RECORD_WAYPOINT)
RECORDS_VIEW(liaison, RECORD_LIAISON)
RECORDS_VIEW(education, RECORD_EDUCATION)
RECORDS_VIEW(partner, RECORD_PARTNER)
RECORDS_VIEW(centre, RECORD_CENTRE)
RECORDS_VIEW(resource, RECORD_RESOURCE)
RECORDS_VIEW(question, RECORD_QUESTION)
RECORDS_VIEW(year_text, RECORD_YEAR_TEXT)
RECORDS_VIEW(scenario, RECORD_SCENARIO)
RECORDS_VIEW(rules, RECORD_RULES)
RECORDS_VIEW(gap, RECORD_GAP)
RECORDS_VIEW(unit, RECORD_UNIT)
RECORDS_VIEW(inventory, RECORD_INVENTORY)
RECORDS_VIEW(proposal, RECORD_PROPOSAL)
RECORDS_VIEW(source, RECORD_SOURCE)
#undef RECORDS_VIEW
/* Facts are gaps with the degree met. */
static inline const struct gap *records_fact(const struct records *r, size_t i)
{
	return (const struct gap *)(const void *)records_at(r, RECORD_FACT, i);
}

/* What rad.ini says of the council. Owned strings. */
struct council_settings {
	char *name;        /* "Palliativa rådet i Sörmland" */
	char *region;      /* code */
	char *template;    /* a .docx in the folder whose styles our Word files have, or NULL */
	char *verb;        /* what the council does with what it hears in the minutes: "noterar"; "" when not said */
	bool notes;        /* minnesanteckningar rather than protokoll */
	bool year_paragraphs; /* § numbers run over the year, not per meeting */
	int adjusters;     /* how many check the minutes: 0 to 2 */
	int quorum;        /* how many must be there; 0: the council has no such rule */
	char *agenda;      /* the council's own: "Mötet öppnas (5) | Närvaro | ..."; "" when not said (agenda.h) */
	bool practice;     /* the example: every frame says ÖVNINGSRÅD */
	int format;
};

#endif
