/* The command table: one row an action. Dispatch, default keys, the bottom line, help (F1), the palette, the README's
 * table and config/tangenter.ini all come from these rows, so they cannot drift apart.
 * The table itself is src/app/command.c; this header and it are the only things of app that ui may include. */
#ifndef RADSBORD_APP_COMMAND_H
#define RADSBORD_APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

enum command {
	COMMAND_NONE,
	/* moving */
	COMMAND_UP, COMMAND_DOWN, COMMAND_PAGE_UP, COMMAND_PAGE_DOWN, COMMAND_FIRST, COMMAND_LAST,
	COMMAND_OPEN, COMMAND_BACK, COMMAND_NEXT_PART, COMMAND_PREVIOUS_PART,
	COMMAND_PREVIOUS, COMMAND_NEXT, COMMAND_PREVIOUS_YEAR, COMMAND_NEXT_YEAR, COMMAND_PREVIOUS_COST, COMMAND_NEXT_COST, COMMAND_LESS, COMMAND_MORE, COMMAND_VIEW, COMMAND_ARRANGE,
	COMMAND_WEST, COMMAND_EAST, COMMAND_NEXT_MAP, COMMAND_PREVIOUS_MAP, COMMAND_EXPLAIN, COMMAND_LEAVE_VIEW, COMMAND_OTHER_PLACE, COMMAND_WHEEL,
	COMMAND_WHATIF, COMMAND_WHATIF_MORE, COMMAND_WHATIF_LEAVE, COMMAND_WHATIF_BARS,
	/* panes */
	COMMAND_PANE_1, COMMAND_PANE_2, COMMAND_PANE_3, COMMAND_PANE_4, COMMAND_PANE_5, COMMAND_PANE_6,
	/* finding */
	COMMAND_FILTER, COMMAND_FIND_NEXT, COMMAND_FIND_PREVIOUS, COMMAND_SORT,
	COMMAND_FILTERS, COMMAND_MARK, COMMAND_MARK_ALL,
	COMMAND_HELP, COMMAND_MENU,
	/* editing */
	COMMAND_ADD, COMMAND_EDIT, COMMAND_UNDO, COMMAND_REDO, COMMAND_SAVED,
	COMMAND_HISTORY,
	COMMAND_DONE, COMMAND_DATE, COMMAND_OWNER, COMMAND_NOTE, COMMAND_STATUS, COMMAND_ANSWER, COMMAND_DROP, COMMAND_TOGGLE, COMMAND_EDIT_COST, COMMAND_TAKE_UP,
	COMMAND_SENT, COMMAND_STEP_DONE, COMMAND_POSITION, COMMAND_REFERRAL_UP,
	COMMAND_LAY_IN,
	COMMAND_YEAR_TEXT,
	/* the review; the verdicts are in a row, from the first to the last */
	COMMAND_REVIEW,
	COMMAND_VERDICT_UNCHANGED, COMMAND_VERDICT_DONE, COMMAND_VERDICT_DATE, COMMAND_VERDICT_UP, COMMAND_VERDICT_OWNER,
	COMMAND_VERDICT_NOTE, COMMAND_VERDICT_DROP, COMMAND_VERDICT_OWN, COMMAND_VERDICT_ADD,
	/* the plan */
	COMMAND_LINKS, COMMAND_PASTE_LIST, COMMAND_ACTION_UP, COMMAND_CARRY, COMMAND_CHECKED, COMMAND_CHECK_UP,
	COMMAND_UNDO_LIST,
	/* the inventory */
	COMMAND_ADD_GAP, COMMAND_CLOSE_GAP, COMMAND_NEW_INVENTORY, COMMAND_FIGURES,
	/* the room of a meeting: its items, the roll, the minutes */
	COMMAND_ROOM, COMMAND_WALL,
	COMMAND_ITEM_BEGIN, COMMAND_ITEM_TEXT, COMMAND_ITEM_DECIDE, COMMAND_ITEM_TASK, COMMAND_ITEM_KIND, COMMAND_ITEM_TABLE, COMMAND_ITEM_ADD,
	COMMAND_ALL_PRESENT, COMMAND_PRESENCE, COMMAND_CAME, COMMAND_LEFT, COMMAND_SERVES, COMMAND_REPLY, COMMAND_GUEST,
	COMMAND_ADJUST, COMMAND_CORRECT, COMMAND_ADJUSTERS,
	/* the guide */
	COMMAND_GUIDE, COMMAND_NEXT_CHAPTER, COMMAND_PREVIOUS_CHAPTER, COMMAND_CONTENTS, COMMAND_GUIDE_SEARCH, COMMAND_GUIDE_LEAVE,
	/* the program */
	COMMAND_CHOOSE, COMMAND_LEAVE_START, COMMAND_OTHER_COUNCIL, COMMAND_NEW_COUNCIL,
	COMMAND_EXPORT, COMMAND_REDRAW, COMMAND_LOOK, COMMAND_QUIT,
	COMMANDS
};

/* Where a command means something: a bit a place; the bottom line and F1 show the rows of the place one stands in. */
enum command_place {
	PLACE_OVERVIEW = 1 << 0,
	PLACE_EXISTS = 1 << 1,   /* the part Förslag of pane 2 */
	PLACE_PLAN = 1 << 2,
	PLACE_MEETINGS = 1 << 3,
	PLACE_DETAIL = 1 << 4,   /* the detail of a row is open and has the focus */
	PLACE_HELP = 1 << 5,
	PLACE_COUNCIL = 1 << 6,
	PLACE_COSTS = 1 << 7,    /* the part Kostnader of pane 6 */
	PLACE_QUESTIONS = 1 << 8, /* the part Frågor of pane 6 */
	PLACE_REFERRALS = 1 << 9,
	PLACE_WAYPOINTS = 1 << 10, /* the part Delsteg of pane 5 */
	PLACE_MISSING = 1 << 11, /* the part Saknas of pane 2 */
	PLACE_WHATIF = 1 << 12, /* pane 1 while something is thought of */
	PLACE_GOALS = 1 << 14,   /* the parts Mål and Fokusområden of pane 3 */
	PLACE_PLANS = 1 << 15,   /* its part Planer */
	PLACE_CHECK = 1 << 16,   /* its part Att kontrollera */
	PLACE_UNITS = 1 << 18,   /* the part Finns of pane 2 */
	PLACE_PLANNING = PLACE_PLAN | PLACE_GOALS | PLACE_PLANS | PLACE_CHECK,
	PLACE_GAPS = PLACE_EXISTS | PLACE_UNITS | PLACE_MISSING,
	PLACE_REVIEW = 1 << 13,    /* the review of the plan */
	PLACE_START = 1 << 23,   /* the start page */
	PLACE_MAP = 1 << 17,     /* the map of pane 1 */
	PLACE_BESIDE = 1 << 22,  /* pane 1, two places side by side */
	PLACE_PANES = PLACE_OVERVIEW | PLACE_MAP | PLACE_BESIDE | PLACE_GAPS | PLACE_PLAN | PLACE_MEETINGS | PLACE_COUNCIL | PLACE_COSTS |
	              PLACE_QUESTIONS | PLACE_REFERRALS | PLACE_WAYPOINTS | PLACE_WHATIF | PLACE_GOALS | PLACE_PLANS | PLACE_CHECK,
	PLACE_EVERYWHERE = PLACE_PANES | PLACE_DETAIL | PLACE_HELP,
	PLACE_GUIDE = 1 << 26,     /* the guide is read */
	PLACE_ROOM = 1 << 19,      /* a meeting, its part Ärenden */
	PLACE_ROLL = 1 << 20,      /* its part Närvaro */
	PLACE_MINUTES = 1 << 21,   /* its part Protokoll */
	PLACE_MEETING = PLACE_ROOM | PLACE_ROLL | PLACE_MINUTES,
	PLACE_ROOMS = PLACE_EVERYWHERE | PLACE_REVIEW | PLACE_MEETING,
	PLACE_ALL = PLACE_ROOMS | PLACE_START
};

/* Preconditions, refused in one place with one sentence each (command_refusal). */
enum command_need {
	NEED_NOTHING = 0,
	NEED_ROW = 1 << 0,       /* something is selected */
	NEED_COUNCIL = 1 << 1,   /* a council folder is open */
	NEED_WRITABLE = 1 << 2,  /* and may be written */
	NEED_WAY_BACK = 1 << 3,  /* one came here from somewhere */
	NEED_RECORD = 1 << 4     /* what is selected is no row that only tells something, like a holiday */
};

struct command_row {
	enum command id;
	const char *name;   /* ASCII code, used in config/tangenter.ini */
	const char *keys;   /* default keys separated by blanks: "Up k", "F3 / Ctrl-F", "Space" */
	const char *label;  /* one or two words for the bottom line: "förklara" */
	const char *help;   /* one sentence for F1 */
	const char *group;  /* heading in F1 and the menu */
	unsigned places;    /* enum command_place bits */
	unsigned needs;     /* enum command_need bits */
	int priority;       /* 1 is first in the bottom line; 0 is never there */
};

/* What places are called where one stands in them, and a sentence or two about them for F1. */
struct place_row {
	unsigned places;    /* enum command_place bits */
	const char *name, *about;
};
/* The i-th row; NULL past the last. Every place but PLACE_DETAIL and PLACE_HELP is in one. */
const struct place_row *command_place_row(size_t i);

/* The row of a command; every enum value but COMMAND_NONE has one. */
const struct command_row *command_find(enum command id);
/* By name (tangenter.ini); NULL when there is none. */
const struct command_row *command_by_name(const char *name);
/* Swedish sentence for a need that is not met. */
const char *command_refusal(unsigned missing_needs);

#endif
