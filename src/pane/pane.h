/* Inside the panes: what a pane is (pane_class.h), what the frame has (frame_state.h), and what it does for panes.
 *
 * A pane is one short file with one class row: where its rows come from, what their detail says, and the commands that
 * are its own. Lists, filter, sort, detail, links, prompts and forms are the frame's; a command that a pane does not know
 * falls through to the frame. To add a pane: write its file, add its class to `pane_classes` in panes.c. */
#ifndef PANE_PANE_H
#define PANE_PANE_H

#include "frame_state.h"

/* ---- for panes ---------------------------------------------------------- */

/* Carries out a command as if its key was pressed; refuses when its needs are not met. */
void frame_command(struct frame *f, enum command c);

/* Which of enum command_need are met where one stands. */
unsigned frame_needs_met(const struct frame *f);
/* The sentence for those that are not. */
const char *frame_refusal(const struct frame *f, unsigned missing);
/* frame_bottom.c: as many of the parts as there is room for, the first ones first, and always the last. */
void frame_fit_keys(const char *const *parts, size_t count, int width, struct buf *out);
/* What the bottom line says. */
void frame_bottom(struct frame *f, int width, struct buf *out);
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
/* The row of a record in the pane, which shows the part it is in; -1 when there is none, or the pane goes by no such rows. */
long pane_find(struct frame *f, struct pane *p, enum link_kind kind, const char *id);
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
/* The same about all the rows that are marked. */
void modal_ask_marked(struct frame *f, const struct ask *ask, const char *text);
/* After modal_ask: Tab appends the nth completion of what is typed; false when there is none. */
void modal_complete(struct frame *f, bool (*complete)(struct frame *f, const char *typed, unsigned nth, struct buf *out));
void modal_pick(struct frame *f, const char *title, void (*chosen)(struct frame *f, size_t item));
void modal_pick_add(struct frame *f, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* A choice that is there whatever is searched for: to write what is not in the list. */
void modal_pick_add_always(struct frame *f, const char *text);
/* Asks, beginning with what was searched for in the choice that was just made, with what helps with the answer. */
void modal_ask_searched(struct frame *f, const struct ask *ask, enum ask_help help);
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
/* Those of these Ids that are among the rows are marked, and no other. */
void marks_set(struct pane *p, char *const *ids, size_t count);
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
/* A filter over very many rows: a little more of it while no key comes, or all. */
enum loop_work filter_look_on(struct frame *f);
void filter_look_through(struct frame *f);
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
