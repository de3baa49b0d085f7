/* The command line: options, where things are, and one row a sub-command. */
#ifndef RADSBORD_CLI_CLI_H
#define RADSBORD_CLI_CLI_H

#include "radsbord/app/session.h"
#include "radsbord/base/filter.h"
#include "radsbord/cli/progress.h"
#include "radsbord/base/language.h"
#include "radsbord/report/format.h"
#include "radsbord/store/settings.h"

/* What was typed. Strings are borrowed from argv. */
struct cli_options {
	const char *subcommand;          /* NULL: the panes */
	const char *arguments[8];
	size_t arguments_count;
	const char *council, *data, *name, *region;
	const char *scenario, *save_as, *remove; /* --scenario, --spara-som, --ta-bort (with tank-om, rensa) */
	enum output_format format;
	bool format_named;               /* --format was given */
	const char *output;              /* -o; NULL: what is printed goes to stdout */
	bool overwrite;                  /* --skriv-over */
	const char *meeting;             /* --mote */
	int year;                        /* --ar; 0: the newest */
	bool municipality;               /* --kommun */
	enum indikator_criteria criteria;
	const char *source, *date, *measure; /* --kalla, --datum, --matt */
	bool save;                       /* --spara */
	bool make;                       /* --utfor */
	bool against_report;             /* --mot-rapporten */
	enum { PER_NOTHING, PER_SERVICE, PER_PLACE } per; /* --per */
	bool linear;                     /* --linjar */
	bool help, version;
	bool clock_fixed;                /* --idag */
	int64_t clock_utc;
};
/* An option is a row: its name, what it takes (NULL: nothing), its sentence, and how it is read. */
struct cli_option {
	const char *name, *value, *help;
	bool (*read)(struct cli_options *o, const char *value, struct error *e);
};
extern const struct cli_option cli_option_rows[]; /* ends with a NULL name */

/* What --sprak says among the words typed, before anything else is read; NULL when it is not there. Borrowed. */
const char *cli_language_typed(int argc, char **argv);
/* Options may stand anywhere. False (ERROR_USAGE) with one sentence. */
bool cli_parse(int argc, char **argv, struct cli_options *o, struct error *e);
void cli_print_help(const struct cli_options *o, struct buf *out);

/* Where the reference data, the settings, the practice copy and the council are. Owned strings. */
struct cli_paths {
	char *data;      /* has sverige/ and exempel/ */
	char *config;
	char *state;     /* what is kept of the user: the practice copy, undo lists, drafts */
	char *practice;  /* the user's practice copy of the example council */
	char *council;   /* --rad, RADSBORD_RAD; NULL when neither is given (then the user's settings may) */
};
bool cli_find_paths(const struct cli_options *o, struct cli_paths *p, struct error *e);
void cli_paths_release(struct cli_paths *p);
/* The folder of the catalogues: beside the data, or (in a source tree) beside the program. Absolute. Owned, or NULL. */
char *cli_language_folder(const struct cli_paths *p);
/* Where the export key writes: the setting export, else the user's folder for documents (XDG), else the home folder. Owned. */
char *cli_export_folder(const struct settings *s);
/* The user's own settings, whether or not the file is there. Owned. */
char *cli_own_settings(void);
/* config/radsbord.ini with the user's own settings over it. */
struct settings *cli_open_settings(const struct cli_paths *p, struct diagnostics *d);

/* The clock and the randomness of this machine, or the fixed clock of --idag. `o` is borrowed. */
struct clock cli_clock(const struct cli_options *o);
void cli_random(void *ctx, void *bytes, size_t n);
const char *cli_user(void);
void cli_host(char *out, size_t size);

/* Chooses the language of the interface for the whole program, before the first text is shown: `typed` (--sprak), else
 * RADSBORD_SPRAK, else `sprak` of the settings. Swedish unless that is "en"; LANG and LANGUAGE have no say. Numbers and the way
 * text is encoded are untouched. */
void cli_choose_language(const char *typed);
/* Makes the interface speak English by the catalogue in `folder`/en/LC_MESSAGES; `folder` is absolute. False: it cannot, and the
 * interface is Swedish. */
bool cli_speak_english(const char *folder);
/* And Swedish. */
void cli_speak_swedish(void);

struct cli;
/* Prints a document in the format asked for. The exit status: not 0, with a sentence, when the document cannot be said in it. */
int cli_print(const struct doc *d, enum output_format format);
/* Prints the document, or writes it to the file of -o, in the format of --format, else of the file's ending, else as text. The exit
 * status. This and cli_print end the work on it (d->work) when it is rendered, before anything is written or said. */
int cli_deliver(const struct cli *cli, const struct doc *d);
/* Bytes to the file of -o, or to stdout. */
int cli_deliver_bytes(const struct cli *cli, const struct buf *bytes);
/* Prints text for people to stdout, a finding as "path:line: text" to stdout or stderr, one sentence to stderr (returns the exit
 * status). Everything is filtered, and in ASCII on a terminal without UTF-8. */
void cli_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void cli_say_finding(const struct diagnostic *d);
void cli_warn_finding(const struct diagnostic *d);
int cli_fail(const struct error *e);
/* `status`, or 3 with a sentence when what was printed could not be written. */
int cli_finish(int status);
/* Both ends are terminals. */
bool cli_has_terminal(void);

/* Everything a sub-command gets. */
struct cli {
	const struct cli_options *options;
	const struct cli_paths *paths;
	const struct settings *settings;
	const char *user;
	char host[64];
	struct progress *progress; /* of what takes long */
	struct session *session;   /* NULL for those that open none */
};
enum subcommand_flag {
	SUBCOMMAND_SESSION = 1 << 0, /* opens the national data and, when named, the council */
	SUBCOMMAND_COUNCIL = 1 << 1, /* needs a council */
	SUBCOMMAND_TABLE = 1 << 2,   /* prints a table: --format counts */
	SUBCOMMAND_ALONE = 1 << 3,   /* opens no council, named or not */
	SUBCOMMAND_FILE = 1 << 4,    /* can write to a file: -o counts */
	SUBCOMMAND_FAULTS = 1 << 5   /* tells every fault of the folder itself; the others name the first on stderr */
};
struct subcommand {
	const char *name, *accented;     /* accented: also accepted, or NULL */
	const char *arguments, *help;
	unsigned flags;
	size_t arguments_min, arguments_max;
	int (*run)(const struct cli *cli);
};
extern const struct subcommand cli_subcommands[];  /* ends with a NULL name */
const struct subcommand *cli_find_subcommand(const char *name);
int cli_dispatch(const struct cli_options *o);

/* ---- the words of a filter: filter.c ---- */

/* The first argument that is a word of a filter; of a sub-command without a filter all are not. */
size_t cli_filter_begins(const struct cli_options *o);
/* The session's model with the filter that was typed, which lies in `words`; a word that is not understood is told on stderr. */
struct model cli_filtered(const struct cli *cli, struct buf *words);
/* The words of the i-th sub-command that has a filter; NULL after the last. */
const struct filter_key *cli_filter_words(size_t i, const char **subcommand, size_t *count);
/* Appends the words that a sub-command's filter has; nothing when it has no filter. */
void cli_filter_help(const char *subcommand, struct buf *out);

/* Sub-commands that write, each in its own file. */
int cli_run_import(const struct cli *cli);
int cli_run_report(const struct cli *cli);
int cli_run_export(const struct cli *cli);
/* importera moten and importera ledamoter: import_arrivals.c. */
bool cli_imports_arrivals(const struct cli *cli);
int cli_run_arrivals(const struct cli *cli);
int cli_run_new(const struct cli *cli);
int cli_run_practice(const struct cli *cli);
/* Sub-commands for the care of a council's folder. */
int cli_run_history(const struct cli *cli);
int cli_run_backup(const struct cli *cli);
int cli_run_purge(const struct cli *cli);
int cli_run_upgrade(const struct cli *cli);
int cli_run_disposal(const struct cli *cli);
/* radsbord tank-om: what if, and the scenarios that are saved. */
int cli_run_whatif(const struct cli *cli);
/* radsbord handbok; and the text of the guide, which lies beside the data. */
int cli_run_guide(const struct cli *cli);
bool cli_read_guide(const struct cli_paths *p, struct buf *out, struct error *e);
/* The panes, the secretary's own, on a council (NULL: the one that was named, set or chosen last, else the start page). */
int cli_run_panes(const struct cli *cli, const char *council);
/* radsbord --version: version, commit, libraries. */
void cli_print_version(struct buf *out);
/* Where the data lie when the program is installed: PREFIX/share/radsbord. */
const char *cli_data_folder(void);

#endif
