/* The language of the interface. What a person sees on the screen is written in Swedish in the code and looked up where it is
 * shown; without a catalogue, and in Swedish, it stands as it is written. Documents, files and codes are Swedish always.
 *
 * The source marks a text for data/sprak/en.po, which `make po` gathers:
 *   _("Sparat")                  looked up where it stands;
 *   N_("Sparat")                 in a table, which shows it by _(row->text);
 *   C_("sida", "Plan")           one Swedish word that is two in English: what it is here goes before it;
 *   NC_("sida", "Plan")          the same in a table, which shows it by C_("sida", row->text);
 *   CN_("sida", "Plan")          the same in a table whose other rows have none: it is shown by _(row->text), and never without. */
#ifndef RADSBORD_BASE_LANGUAGE_H
#define RADSBORD_BASE_LANGUAGE_H

#include "radsbord/base/mem.h"

#include <stdbool.h>

/* The domain of the catalogue, sprak/<language>/LC_MESSAGES/radsbord.mo: chosen by textdomain, texts are looked up. With any other
 * they are Swedish. */
#define LANGUAGE_DOMAIN "radsbord"
#define LANGUAGE_NONE "radsbord-svenska"

#define _(text) language_text(text)
#define N_(text) text
#define C_(context, text) language_text_in(context, text)
#define NC_(context, text) text
#define CN_(context, text) context "\004" text

/* The text in the language of the interface; the empty text and NULL as they are. Lives as long as the program, or as `text`. */
const char *language_text(const char *text) __attribute__((format_arg(1)));
/* The same text may be said in several ways: by what it is about here. */
const char *language_text_in(const char *context, const char *text) __attribute__((format_arg(2)));

/* A text that was made in Swedish, by a module that knows no language, in the language of the interface: `form` is the format of
 * printf it was made by, which the catalogue has, and the names and numbers in the text are put into it again in the same order; a word of the
 * program's own among them, which begins with a small letter, is looked up too.
 * Appends the text as it is when there is no form, or it does not fit. */
void language_repeat(const char *form, const char *text, struct buf *out);

/* Swedish from here to language_back, whatever the interface speaks: around what is written to a file, or is a document or data
 * for others. They may stand inside each other. Returns what language_back is to be given. */
bool language_swedish(void);
void language_back(bool before);

#endif
