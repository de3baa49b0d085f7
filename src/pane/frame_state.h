/* What the frame has: the modes it can be in, what is being asked, chosen or written in each, and where one has been. Through pane.h;
 * a pane of its own reads what it needs of it and changes it by the functions there. */
#ifndef PANE_FRAME_STATE_H
#define PANE_FRAME_STATE_H

#include "pane_class.h"

#include "radsbord/council/recurrence.h"
#include "radsbord/report/documents.h"
#include "radsbord/report/format.h"
#include "radsbord/report/guide.h"
#include "radsbord/ui/edit.h"
#include "radsbord/ui/form.h"
#include "radsbord/ui/loop.h"

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
	bool open;                  /* it is asked, though a help may lie over it */
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
	struct rect tabs[PANES], parts[PANE_PARTS]; /* no width: not drawn */
	char keys[512];             /* the bottom line, from column 1 of the last row */
	int width, height;
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
	bool ask_marked;            /* what is asked is about all the rows that are marked */
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
	char *made;                 /* the folder of a council that was made here; NULL: none */
	frame_editor *editor;
	void *editor_ctx;
};

#endif
