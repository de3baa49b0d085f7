/* Inside the panes: what a pane is, and what the frame does for it.
 *
 * A pane is one short file with one class row: where its rows come from, what their detail says, and the commands that
 * are its own. Lists, filter, sort, detail, links, prompts and forms are the frame's; a command that a pane does not know
 * falls through to the frame. To add a pane: write its file, add its class to `pane_classes` in panes.c. */
#ifndef PANE_PANE_H
#define PANE_PANE_H

#include "radsbord/council/recurrence.h"
#include "radsbord/pane/frame.h"
#include "radsbord/report/documents.h"
#include "radsbord/report/format.h"
#include "radsbord/report/guide.h"
#include "radsbord/ui/edit.h"
#include "radsbord/ui/form.h"
#include "radsbord/ui/list.h"

/* What a line of a detail leads to. */
enum link_kind { LINK_INDICATOR, LINK_GAP, LINK_UNIT, LINK_PROPOSAL, LINK_ACTION, LINK_MEETING, LINK_SEAT, LINK_COST, LINK_NETWORK, LINK_REFERRAL, LINK_WAYPOINT, LINK_PLAN,
                 LINK_ANNUAL /* the annual report of a year: "2026" */ };
struct link {
	enum link_kind kind;
	const char *id, *label;     /* in the detail's arena */
	const char *crumb;          /* what the trail calls it, likewise; NULL: by its kind and Id */
};

/* The detail of a row: a document, and links onward. */
struct detail {
	struct arena arena;
	struct doc doc;
	struct link *links;
	size_t count, cap;
	struct buf text;            /* the document as lines of `width` columns */
	int width, top, lines;
	size_t selected;            /* a link */
};
void detail_clear(struct detail *d);
void detail_link(struct detail *d, enum link_kind kind, const char *id, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* Its text as lines of so many columns. */
void detail_lay_out(struct detail *d, int width);
/* What the trail is to call what the last link leads to: "§ 41". */
void detail_link_crumb(struct detail *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void detail_draw(struct detail *d, struct canvas *c, struct rect r, bool focused);
/* Scrolls, or steps among the links; false for other commands. */
bool detail_command(struct detail *d, enum command c, int height);

/* The rows that are marked: their Ids, in the order they were marked. Owned. */
struct marks {
	char **ids;
	size_t count, cap;
	struct map index;
};
#define PANE_PARTS 8
/* How a part is left, to be found again: its filter and its order. */
struct part_kept {
	char filter[LIST_FILTER_SIZE];
	int sorted;                 /* the column + 1; 0: the source's order */
	bool descending;
};

/* Room for an Id; a longer one is cut. */
#define RECORD_ID_SIZE 64
struct pane_class;
struct pane {
	const struct pane_class *class;
	struct list list;
	struct list_source source;
	bool stale;                 /* its rows are of data that are no longer there: frame_pane makes them anew */
	int part;                   /* of class->parts */
	char selected[RECORD_ID_SIZE]; /* the council's record on the selected row: the selection follows it; or "" */
	bool alert;                 /* the headline must not be overlooked */
	const struct model *seen;   /* as it was when the rows were filled, for the words of a filter */
	int seen_place;
	struct marks marks;
	struct part_kept kept[PANE_PARTS];
};
struct pane_class {
	enum command_place place;
	enum command command;       /* the key that opens it; COMMAND_NONE: no tab */
	const char *title, *short_title; /* the tab, and what stands there in a narrow window; NULL: the title */
	const char *empty;          /* the sentence when there are no rows */
	size_t size;                /* of the pane's own struct, which begins with struct pane */
	const char *parts[PANE_PARTS + 1];
	enum command_place part_places[PANE_PARTS]; /* where a part has commands of its own; 0: the pane's place */
	/* Fills pane->source for the frame's place, after anything changed. */
	void (*rebuild)(struct frame *f, struct pane *p);
	void (*release)(struct pane *p);
	/* The pane's own commands; false falls through. Optional. */
	bool (*command_own)(struct frame *f, struct pane *p, enum command c);
	/* A key before the command table is asked; true when it was used. Optional. */
	bool (*key)(struct frame *f, struct pane *p, ui_key key);
	/* What stands in the line of the tabs instead of them. Optional. */
	void (*banner)(struct frame *f, struct pane *p, struct buf *left, struct buf *right);
	/* The kind of record that the list shows, whose words a filter has and whose filters are kept: RECORD_KINDS: none. And the
	 * record of a row, which may be of another kind, or NULL. Optional, both or none. */
	enum record_kind (*kind)(const struct pane *p);
	const struct record *(*record)(const struct pane *p, size_t row, enum record_kind *kind);
	/* Why the row is none that can be changed, in a sentence; NULL: it is. Optional. */
	const char *(*fixed)(const struct pane *p, size_t row);
	/* The detail of a row. */
	void (*describe)(struct frame *f, struct pane *p, size_t row, struct detail *d);
	/* Adds the Ids of the council's records that the row shows, for their history. Optional; strings borrowed or in `a`. */
	void (*records)(struct frame *f, struct pane *p, size_t row, struct strings *ids, struct arena *a);
	/* What the row is about, for the documents that can be made of it. False: none. Optional; the id is borrowed. */
	bool (*about)(struct frame *f, struct pane *p, size_t row, enum link_kind *kind, const char **id);
	/* Which year or view it shows, as one number, and showing it again. Both or none. */
	int64_t (*shows)(const struct pane *p);
	void (*show)(struct pane *p, int64_t what);
	/* The row of a record, in the part that shows it (which it sets); -1 when there is none. */
	long (*find)(struct frame *f, struct pane *p, enum link_kind kind, const char *id);
	/* Draws instead of the list when it returns true (another view). Optional. */
	bool (*draw)(struct frame *f, struct pane *p, struct canvas *c, struct rect r);
	/* The sentence when there are no rows, when it is not always the same. Optional. */
	const char *(*why_empty)(struct frame *f, struct pane *p);
	/* One sentence above the list, and one about the selected row. Appended; optional. */
	void (*headline)(struct frame *f, struct pane *p, struct buf *out);
	void (*note)(struct frame *f, struct pane *p, size_t row, struct buf *out);
};
/* The panes of the tabs, then those without a tab. */
#define PANES 9
#define REVIEW_PANE 6
#define ROOM_PANE 7
#define START_PANE 8
extern const struct pane_class *const pane_classes[PANES];
extern const struct pane_class overview_pane, gaps_pane, plan_pane, meetings_pane, referrals_pane, council_pane, review_pane, room_pane, start_pane;

enum mode { MODE_LIST, MODE_DETAIL, MODE_FILTER, MODE_ASK, MODE_PICK, MODE_FORM, MODE_HELP, MODE_CONFLICT, MODE_GUIDE };

/* What helps with the answer to a question: nothing, a small calendar, or a list of the people one may mean. */
enum ask_help { ASK_ALONE, ASK_DATE, ASK_PERSON };
/* A question in one line. accept returns false to let the user go on, with what is wrong in e. */
struct ask {
	const char *label, *hint;
	bool (*accept)(struct frame *f, const char *text, struct error *e);
	enum command command;       /* what asks it; COMMAND_NONE: the command that was just given */
};
/* A choice among rows. */
struct pick {
	char *title;
	char **items;
	char **found_by;            /* what each is searched by, also what others do not see; NULL: always shown */
	const char **headings;      /* above each row and those that follow it with the same; NULL: none. Borrowed */
	bool *muted;                /* a row that cannot be taken now */
	size_t count, cap, found_cap, headings_cap, muted_cap;
	const char *heading;        /* of the rows that are added next */
	struct list list;
	void (*chosen)(struct frame *f, size_t item);
	void (*cancelled)(struct frame *f); /* after Esc; optional, set after modal_pick */
};
/* Rows to take in or leave out, then one step (checklist.c). */
struct checklist_item {
	char *text, *id;            /* id may be NULL */
	enum record_kind kind;
	bool marked, was;           /* was: as it began */
};
struct checklist {
	char *title;
	const char *verb;           /* "Lägg till": the first row */
	struct checklist_item *items;
	size_t count, cap;
	void (*done)(struct frame *f, const struct checklist *k);
};
/* A step that brings a personnummer waits here for an answer: what was typed is tried again when there is one. */
struct guard_question {
	enum guard_level asked, keep;
	enum mode mode;             /* where it was typed: a question or a form */
	char *typed;                /* in the question */
	char shown[64];             /* the number, masked */
};
/* A step that met another's change: one question an item of session_conflict. */
struct conflict_question {
	enum conflict_answer *given;
	size_t at;                  /* the item asked about */
	int top;                    /* first line shown of the texts */
	enum mode under;            /* where one was */
	bool undo;                  /* the last step tried was an undo or redo */
};
/* What is typed and not yet on the disk as a draft. */
struct draft_state {
	int strokes;                /* since it was last written */
	int64_t since_ms;           /* when the first of them came */
	size_t offered;             /* the older draft that is offered now */
	bool told;                  /* that none can be kept */
};
/* What is to be written while the format is chosen. */
#define EXPORT_ITEMS 24
struct export_choice {
	const struct document *offered[EXPORT_ITEMS]; /* NULL: all tables, or the calendar, which come last */
	size_t count;
	const struct document *document;
	char subject[64];           /* the Id on the row; "" when it has none */
	int year;                   /* of the document or the text; 0: not asked */
	bool ahead;                 /* asked: also of the next one */
	bool offers_marked, marked; /* the first that is offered is a table of what is marked; it was chosen */
	void (*go_on)(struct frame *f); /* when it is chosen */
	int formats[OUTPUT_FORMATS];
	size_t formats_count;
};
/* Names that may be meant in what is being typed (form_find.c). */
struct people {
	bool gathered;
	struct strings names;
	struct map there;
	struct arena arena;
};
/* A form over a record type. */
struct record_form {
	const struct record_type *type;
	char *id, *file;            /* id NULL: a new record */
	char *new_id;               /* the Id of a new record, when it is to have a certain one */
	struct arena arena;         /* labels of choices, first values */
	struct change_value *hidden; /* of a new record: what it was opened with that the form does not show */
	size_t hidden_count;
	const struct field **shown; /* the field of the record that each field of the form is */
	struct strings names_shown, names_meant; /* what stands for persons, and who is meant (form_names.c) */
	struct strings *ids;        /* of each field: the Ids of a choice among records; empty for others */
	const char *unchanged;      /* what is said when one leaves without saving; NULL: nothing was changed */
	struct strings first;       /* each field's value as the form was opened: what is not touched is not saved */
	struct form form;
	void (*save)(struct frame *f); /* instead of the council's record; NULL: that */
};
/* The guide while it is read. */
struct reader {
	const char *text;           /* borrowed; NULL: there is no guide */
	struct guide guide;         /* read when it is opened first */
	size_t chapter;
	struct detail page;         /* the chapter */
	int width, height;          /* as it was drawn */
	char words[100];            /* what was searched for last */
	long hit;                   /* the line they were found in; -1 */
	struct edit line;           /* where they are typed */
	bool typing, choosing;      /* they are typed now; the contents are shown */
	struct list contents;
	enum mode under;            /* where one was; it stays as it is */
};
/* A year's meetings that are about to be laid in. */
struct meeting_year {
	int year;
	struct recurrence rule;
	struct recurrence_day days[RECURRENCE_MOST];
	bool keep[RECURRENCE_MOST];
	size_t count;
};
/* The filter that is being typed. */
struct filtering {
	char before[LIST_FILTER_SIZE]; /* what stood there, and the row that was selected, for Esc */
	long row;
	char *typed;                /* before Tab, as long as only Tab is pressed; NULL */
	unsigned nth;
	char *unknown;              /* the name of a filter that nobody has kept; NULL */
};
/* What is about to be done with all that is marked (batch.c). */
struct batch_question {
	int what, status;           /* enum batch_what, enum action_status */
	char *text;                 /* owned, or NULL */
	struct date due;
	enum guard_level keep;      /* what the person keeps of numbers in the text */
};
/* A pane as it stood: what it showed, which row, and how far it was scrolled. */
struct stood {
	int pane, part;
	int64_t shows;
	long row;
	char record[RECORD_ID_SIZE]; /* on the row; "": none */
	size_t top;
	char filter[LIST_FILTER_SIZE];
	int sort_column;
	bool sort_descending;
};
#define CRUMB_SIZE 96
/* Where one was before a link was followed, and how the pane stood that it led to. */
struct visit {
	struct stood from, to;
	int place, annual;
	enum mode mode;
	bool history;
	int detail_top;
	size_t detail_link;
	char crumb[CRUMB_SIZE];
};
#define VISITS 16

/* What the mouse can meet, as it was drawn last, and what it met. */
struct drawn {
	struct rect tabs[PANES];    /* no width: not drawn */
	char keys[512];             /* the bottom line, from column 1 of the last row */
	int height;
};
struct clicked {
	bool row;                   /* a row that was clicked, when and which: once more opens it */
	size_t position;
	int64_t at_ms;
};

struct frame {
	struct session *session;
	const struct keymap *keymap;
	int place;
	struct pane *panes[PANES];
	int current;
	enum mode mode;
	struct detail detail;
	int detail_height;
	bool history, history_only; /* the detail is the history of the row; and nothing lies under it */
	struct edit line;
	const struct ask *ask;
	enum ask_help ask_help;
	struct calendar calendar;   /* of a question for a date */
	struct suggest suggest;     /* of a question for a person */
	bool (*complete)(struct frame *f, const char *typed, unsigned nth, struct buf *out); /* what Tab does in it; NULL: nothing */
	char *completed;            /* what was typed before Tab, as long as only Tab is pressed; NULL */
	unsigned completion;
	struct filtering filtering;
	struct batch_question batch;
	bool wall;                  /* others see the screen: no names of persons, no notes, no small numbers (frame_set_wall) */
	int small_limit;
	char picked[RECORD_ID_SIZE]; /* what a choice is about */
	char ask_record[RECORD_ID_SIZE]; /* the record that was asked about; "" when it is none of the council's */
	enum command last_command;
	struct draft_state draft;
	int64_t refresh_ms;         /* when the files are to be looked at again */
	struct pick pick;
	enum command menu[COMMANDS]; /* the rows of the menu */
	size_t menu_count;
	struct export_choice export;
	struct meeting_year meeting_year;
	struct checklist checklist;
	struct record_form record_form;
	struct people people;
	struct figures *figures;    /* what a form of yearly figures is about */
	struct guard_question guard;
	struct conflict_question conflict;
	struct buf help;
	struct reader reader;
	int help_top, help_height;
	enum mode help_over;        /* what the help lies over, and goes back to */
	struct visit visits[VISITS];
	size_t visits_count;
	bool visits_dropped;        /* there were more than there is room for */
	char crumb[CRUMB_SIZE];     /* what the last link led to */
	int annual;                 /* the detail is the annual report of this year; 0: it is not */
	char message[640];
	enum role message_role;
	bool locked;                /* the last step met a lock */
	char copy_told[256];        /* the conflict copy that has been pointed out */
	char fault_told[256];       /* the file and line whose fault has been pointed out */
	int review_ms;              /* a verdict sooner than this after its item was drawn is not meant */
	bool leaving, repaint;
	struct drawn drawn;
	struct clicked clicked;
	struct frame_look look;
	frame_keep *keep;
	void *keep_ctx;
	struct frame_start start;
	struct session *next;       /* what is shown when this frame has ended; NULL: nothing */
	frame_editor *editor;
	void *editor_ctx;
};

/* ---- for panes ---------------------------------------------------------- */

/* Carries out a command as if its key was pressed; refuses when its needs are not met. */
void frame_command(struct frame *f, enum command c);

/* Which of enum command_need are met where one stands. */
unsigned frame_needs_met(const struct frame *f);
/* The sentence for those that are not. */
const char *frame_refusal(const struct frame *f, unsigned missing);
/* list_words.c: gives the pane's rows the words of their filter, after it has been built; and what a row has for a word. */
void pane_fill_words(struct frame *f, struct pane *p);
void pane_word_value(void *ctx, size_t row, size_t key, struct buf *out);
enum record_kind pane_kind(const struct pane *p);
/* Where one stands, for the command table. */
enum command_place pane_place(const struct pane *p);
const struct model *frame_model(const struct frame *f);
struct pane *frame_pane(struct frame *f);
/* After the place or the data changed: the pane that is seen and the open detail are built again, the other panes before they are
 * used (frame_pane, frame_freshen). */
void frame_rebuild(struct frame *f);
/* Commits a step and says "Sparat kl. 10.42." or why not. `also` is said after it, or NULL. False, with a question to come,
 * when it brings a personnummer. */
bool frame_apply(struct frame *f, struct changes *c, const char *also);
/* Väggläge on or off; everything is built again. */
void frame_set_wall(struct frame *f, bool on);
/* So many fresh Ids, in the arena. */
const char **frame_new_ids(struct frame *f, size_t count, struct arena *a);
/* Undoes or redoes one step and says which. False: nothing was done, and why is said. */
bool frame_undo(struct frame *f, bool redo);
/* undo_list.c: the steps that can be undone and redone. */
void undo_list_open(struct frame *f);
void frame_error(struct frame *f, const struct error *e);
/* What is being typed, while a choice lies over it; and back to it. */
void text_put_away(struct frame *f);
void text_take_back(struct frame *f);
/* After a key: asks about the lock of another machine that the step it made met, when it has stood there for long. */
void lock_question_open(struct frame *f);
/* After a key: asks about the number that the step it made would bring, if any. */
void guard_question_open(struct frame *f);
/* "Sparat kl. 10.42." and `also` (NULL: nothing), and what could not be kept for undo. */
void frame_say_saved(struct frame *f, const char *also);
/* After a key: asks what is to stand when the step it made met another's change. */
void conflict_question_open(struct frame *f);
void conflict_question_key(struct frame *f, ui_key key);
void conflict_question_draw(struct frame *f, struct canvas *c, struct rect body);
void conflict_question_bottom(struct frame *f, struct buf *out);
/* After an event: writes the draft when it is time, removes it when nothing is being typed. */
void draft_after(struct frame *f, const struct event *ev);
/* Milliseconds until the draft is to be written; -1: nothing is waiting. */
int draft_timeout(const struct frame *f);
/* The record of the council on the selected row, "" when it is none. */
void frame_selected_record(struct frame *f, struct pane *p, char id[RECORD_ID_SIZE]);
/* Opens the detail of the selected row, or follows its link. */
void frame_open_row(struct frame *f);
void frame_go_to_place(struct frame *f, int place);
void place_step_region(struct frame *f, int by);
void place_step_out(struct frame *f);
void place_step_in(struct frame *f); /* asks which */
/* Everybody who owns something in the plan, or sits in the council; each once. Strings borrowed. */
void owner_names(struct frame *f, struct strings *names, struct arena *a);
/* Appends the text as it may be shown: where others see the screen without the names of persons. */
void frame_public(struct frame *f, const char *text, struct buf *out);
/* Opens the pane that shows a record, selects it and opens its detail; says so when it is nowhere. `crumb`: what the trail calls it,
 * NULL: by its kind and Id. */
void frame_follow(struct frame *f, enum link_kind kind, const char *id, const char *crumb);
bool frame_go_back(struct frame *f);
/* True when the row has records that can have a history. */
bool frame_has_history(struct frame *f);
/* The history of the row over its list or its detail; once more takes it away. */
void frame_toggle_history(struct frame *f);
/* One step back: from the history, the detail, a link that was followed, a filter. */
void frame_step_back(struct frame *f);
/* The list of the pane with its detail closed, and whatever else than the row the detail may have shown forgotten. */
void frame_close_detail(struct frame *f);
/* crumbs.c: "Södermanland › Konsultteam › Brist B04-01 › Åtgärd H-14 › § 41", at most `width` columns, shortened from the middle.
 * Appends; nothing when no link has been followed. */
void crumbs_line(const struct frame *f, int width, struct buf *out);
/* What the trail calls a record that a link leads to, or the selected row. Appends. */
void crumb_of(const struct frame *f, enum link_kind kind, const char *id, struct buf *out);
void crumb_of_row(struct frame *f, struct buf *out);
/* meeting_chain.c: the way on from a meeting and from an annual report, and which meeting and § decided an action. */
void meeting_chain(const struct model *m, const struct meeting *mt, struct detail *d);
void annual_chain(const struct model *m, int year, struct detail *d);
void action_chain(const struct model *m, const struct action *a, struct detail *d);
/* The list of a pane, and the next or previous of its parts. */
void frame_open_pane(struct frame *f, int pane);
void frame_step_part(struct frame *f, int by);
/* Builds the detail of the selected row, or its history; where it was scrolled to and its selected link stay. */
void frame_describe(struct frame *f);
/* Selects the row of a record (when it is there) as if it had been selected since before. */
void frame_select_record(struct frame *f, struct pane *p, const char *id);
/* Rebuilds a pane whose data changed while it was not seen: before anything of its rows is used. */
void frame_freshen(struct frame *f, struct pane *p);
/* Rebuilds one pane; selected -1 leaves the selection where it was (or where the pane itself begins). */
void frame_rebuild_pane(struct frame *f, struct pane *p, long selected);
void frame_say_whether_saved(struct frame *f);
/* "Tangenten F7 gör inget här. F1 visar vad som går." */
void frame_say_unbound(struct frame *f, ui_key key);

void modal_ask(struct frame *f, const struct ask *ask, const char *text);
/* After modal_ask: Tab appends the nth completion of what is typed; false when there is none. */
void modal_complete(struct frame *f, bool (*complete)(struct frame *f, const char *typed, unsigned nth, struct buf *out));
void modal_pick(struct frame *f, const char *title, void (*chosen)(struct frame *f, size_t item));
void modal_pick_add(struct frame *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* A choice that is there whatever is searched for: to write what is not in the list. */
void modal_pick_add_always(struct frame *f, const char *text);
/* Asks for a person, beginning with what was searched for in the choice that was just made. */
void modal_ask_searched(struct frame *f, const struct ask *ask);
/* Asks which document, then in which format, and writes it. */
void export_open(struct frame *f);
/* Asks of which year, the likeliest first; the answer is in f->export.year when `chosen` is called. `ahead`: also the next one. */
void year_pick(struct frame *f, const char *title, bool ahead, void (*chosen)(struct frame *f));
/* Asks which section of which year's annual report, and opens the council's own text of it in a form. */
void year_text_open(struct frame *f);
/* The rows of a choice, as a list. */
struct list_source modal_pick_source(struct pick *p);
/* Puts the cursor on a row. */
void modal_pick_select(struct frame *f, size_t item);
void checklist_begin(struct frame *f, const char *title, const char *verb, void (*done)(struct frame *f, const struct checklist *k));
void checklist_add(struct frame *f, enum record_kind kind, const char *id, bool marked, const char *text);
void checklist_open(struct frame *f);
void checklist_release(struct checklist *k);
/* One that is searched by other words than it shows; muted: it cannot be taken now. */
void modal_pick_add_found(struct frame *f, const char *text, const char *found_by, bool muted);
/* The heading of the rows that are added from now on; borrowed. */
void modal_pick_heading(struct frame *f, const char *heading);
/* help.c: F1 over whatever one stands in, which is there again afterwards; help_show shows what f->help has. */
void modal_help(struct frame *f);
void help_show(struct frame *f);
void help_key(struct frame *f, ui_key key);
void help_draw(struct frame *f, struct canvas *c, struct rect body);
/* reader.c: the guide, from the chapter about the page one stands on; over the pane, its detail, a form or a question, which stay as they are. */
void reader_open(struct frame *f);
void reader_key(struct frame *f, ui_key key);
void reader_draw(struct frame *f, struct canvas *c, struct rect body);
void reader_bottom(struct frame *f, struct buf *out);
void reader_release(struct reader *r);
void modal_menu(struct frame *f);
/* look.c: asks how the program is to look. */
void look_open(struct frame *f);
/* mouse.c: what a click or the wheel means as keys, which are handled; the pane, the row or the key in the bottom line. */
void mouse_handle(struct frame *f, const struct mouse *m);
/* A key as it comes. */
void frame_key(struct frame *f, ui_key key);
/* The key in the open modal. */
void modal_key(struct frame *f, ui_key key);
void modal_paste(struct frame *f, const char *text);
void modal_close(struct frame *f);
void modal_release(struct frame *f);
/* After modal_ask: what helps with the answer (ask_help.c). */
void modal_help_with(struct frame *f, enum ask_help help);
/* A key in the answer to a question; false when it is not used. */
bool modal_help_key(struct frame *f, ui_key key);
/* How many rows at the end of the body what helps with the answer to a question takes; and drawing it in them. */
int modal_help_rows(const struct frame *f, struct rect body);
void modal_draw_help(struct frame *f, struct canvas *c, struct rect r);
/* Draws a form, a choice or help in the body; false when the body is the pane's. */
bool modal_draw(struct frame *f, struct canvas *c, struct rect body);

/* saved_filters.c: the filters by name, to choose one, keep the one that stands here, rename or take away. */
void saved_filters_open(struct frame *f);
/* sort.c: asks by which column the rows go, and which way. */
void sort_open(struct frame *f);
/* The filter and the order are those of the part that one comes to; those of `from` are kept. */
void part_turn(struct pane *p, int from);

/* marks.c: marks the selected row or not; all that the filter shows, or none. */
void marks_toggle(struct frame *f);
void marks_toggle_all(struct frame *f);
void marks_clear(struct pane *p);
/* After the rows were built: those that are marked, for the list. */
void marks_fill(struct pane *p);
/* How many are marked but not shown by the filter. */
size_t marks_hidden(const struct pane *p);
/* The Ids in the order of the rows, in the arena. */
void marks_ids(const struct pane *p, struct strings *out, struct arena *a);
/* Appends "3 markerade (1 visas inte)"; nothing when none is. */
void marks_say(const struct pane *p, struct buf *out);
/* batch.c: a command where rows are marked: for all of them, or refused when it is for one. False: it is as ever. */
bool batch_command(struct frame *f, enum command c);
void batch_release(struct batch_question *q);
/* batch_gaps.c: of the gaps that are marked; and of facts that are right. */
void batch_gaps(struct frame *f);
void batch_checked(struct frame *f);
void batch_check_up(struct frame *f);

/* filter.c: the line where a filter is typed; its keys and what is pasted there. */
void filter_open(struct frame *f);
void filter_key(struct frame *f, ui_key key);
void filter_paste(struct frame *f, const char *text);
void filter_release(struct filtering *x);
/* The next row that the filter shows, or the one before; round at the ends. */
void filter_step(struct frame *f, bool forward);
/* Appends what the word that is typed can become; true when it is a sentence of what is not understood. */
bool filter_hint(struct frame *f, struct buf *out);

/* A form for a record that is there, or (record without id) a new one that goes to `file` (NULL: named by its date). */
void record_form_open(struct frame *f, enum record_kind kind, const struct record *r, const char *file, const char *title);
/* The same over a type that is made for it; the type lives as long as the form. */
void record_form_open_type(struct frame *f, const struct record_type *type, const struct record *r, const char *file, const char *title);
/* inventory.c: the yearly figures of a unit. */
enum { FIGURES_FORM_MOST = 32 };
struct figures;
void figures_release(struct figures **x);
bool figures_save(struct frame *f, struct changes *c, const struct record *record, struct error *e);
void record_form_key(struct frame *f, ui_key key);
void record_form_save(struct frame *f);
/* Puts the cursor on the field of that name, which is at fault; gives e back. */
struct error *record_form_at(struct frame *f, const char *field_name, struct error *e);
/* Whether what may be meant is listed in a field; what that is in field `field` of the open form (ctx is the frame); and people alone. */
bool form_finds(enum record_kind kind, const struct field *f);
void form_find(void *ctx, size_t field, const char *typed, struct suggest *out);
void people_find(void *ctx, size_t field, const char *typed, struct suggest *out);
void people_release(struct frame *f);
/* A calendar of today and the council's meetings. */
void frame_calendar(struct frame *f, struct calendar *k);
/* The text as the field shows it; where others see the screen without the names of persons. Lives as long as the form, or as `text`. */
const char *record_form_shown(struct frame *f, size_t field, const char *text);
/* The text of a field with the names that are meant; and whether it is another than when the form was opened. */
const char *record_form_text(struct frame *f, size_t field, struct arena *a);
bool record_form_touched(const struct record_form *rf, size_t field);
/* A name as the open form shows it, where others see the screen; a text of one name a line so, and with the names that are meant. */
const char *form_name_shown(struct frame *f, const char *name);
const char *form_names_shown(struct frame *f, const char *text, struct arena *a);
const char *form_names_meant(struct frame *f, const char *text, struct arena *a);
/* A list pasted where it is asked for, or into the form of a new action before anything else is filled in, is shown as one action a
 * line. False: it is text as ever. */
bool plan_pasted(struct frame *f, const char *text);
void record_form_release(struct record_form *rf);

#endif
