/* UTF-8 text: decode, width, clip, wrap, filter, fold, sort. No locale is consulted.
 *
 * Strings are NUL-terminated UTF-8 unless a length is given. Bytes that are not
 * UTF-8 never crash anything: each is treated as one U+FFFD of width 1.
 * Width, graphemes and normalisation come from utf8proc.
 */
#ifndef RADSBORD_BASE_TEXT_H
#define RADSBORD_BASE_TEXT_H

#include "radsbord/base/mem.h"

#include <stdint.h>

/* Decodes one code point from at most `n` bytes; returns bytes used (>= 1 when n > 0).
 * Strict: overlong forms, surrogates and values over U+10FFFF give U+FFFD and 1 byte. */
size_t text_decode(const char *s, size_t n, uint32_t *cp);
/* Encodes; returns bytes written (1-4). */
size_t text_encode(uint32_t cp, char out[4]);
/* True when all is valid UTF-8 without NUL; else `*bad` (may be NULL) is the first bad offset. */
bool text_is_utf8(const char *s, size_t n, size_t *bad);

/* Bytes of the cluster that starts at s (0 at the end); `*width` (may be NULL) its columns (1-2).
 * A cluster is what one terminal cell holds: a base and all its combining marks. Signs that terminals
 * disagree about, a flag or an emoji with a skin tone, are two clusters. */
size_t text_grapheme(const char *s, int *width);
/* Columns the text takes when shown through text_sanitise. */
int text_width(const char *s);
/* How many bytes at s are signs of one cell each that text_sanitise leaves as they are: ASCII and U+00C0 to U+00FF, which most text is
 * made of. At most `most` signs; *cells gets how many. */
size_t text_plain(const char *s, size_t most, size_t *cells);

/* Columns of one code point as a terminal (wcwidth) counts them: 0 for a mark that joins the cell before it, 1 or 2, or -1 for
 * what may not be shown at all. */
int text_cell_width(uint32_t cp);
/* Combining marks that a base keeps. */
#define TEXT_MARKS_MOST 4

/* Appends s so that nothing in it can act on a terminal: C0, DEL, C1, line and paragraph separators,
 * bidi controls, soft hyphen, zero-width, tag and interlinear characters, unassigned code points, marks
 * without a base and bad bytes each become a visible mark, U+FFFD of width 1; a base keeps at most 4
 * combining marks (a variation selector counts as one), further ones are dropped. A tab becomes a space,
 * and so does a newline unless `keep_newlines`. Doing it twice changes nothing.
 * The one function that puts foreign text on a terminal (STORAGE, "Hostile input"). */
void text_sanitise(struct buf *out, const char *s, bool keep_newlines);
/* The same in ASCII for a terminal without UTF-8: å -> a, – -> -, · -> . and so on; unknown and forbidden -> ?.
 * Gives exactly text_width(s) characters, so a table stays aligned; newlines become spaces. */
void text_to_ascii(struct buf *out, const char *s);

/* Appends at most `width` columns of s, sanitised; when cut, it ends with '…'. Returns columns written
 * (one less than `width` when a sign of two columns would not fit). */
int text_clip(struct buf *out, const char *s, int width);
/* As text_clip, but what is cut is cut in the middle, so that the beginning and the end are there: of a path. */
int text_clip_middle(struct buf *out, const char *s, int width);
enum text_align { TEXT_LEFT, TEXT_RIGHT, TEXT_CENTRE };
/* Exactly `width` columns, sanitised: clipped or padded with blanks. */
void text_pad(struct buf *out, const char *s, int width, enum text_align align);

/* Wraps at blanks to `width` columns (a longer word is cut). Each line is given to `line` without
 * its newline; newlines in s begin a new line, so n of them give at least n + 1 lines. Blanks around a
 * break and at the end of a line are left out. Lines point into s and are not sanitised yet. */
void text_wrap(const char *s, int width, void (*line)(void *ctx, const char *s, size_t n), void *ctx);

/* Folding for search: NFC, lower case, å ä ö kept as letters of their own, é -> e, æ -> ä, ø -> ö; any
 * blank (also U+00A0) is a space, soft hyphens and the like are left out. */
void text_fold(struct buf *out, const char *s);
/* Folding for place names: as text_fold, and without any diacritics (å -> a). */
void text_fold_plain(struct buf *out, const char *s);
/* True when needle (already folded) occurs in the folding of s. */
bool text_matches(const char *s, const char *folded_needle);
/* Equal under text_fold_plain. */
bool text_same_name(const char *a, const char *b);

/* Swedish order: ... z å ä ö; é with e, ü with y; case decides last. A key sorts by memcmp/strcmp. */
void text_sort_key(struct buf *out, const char *s);
int text_compare(const char *a, const char *b);

/* First letter to upper case, also after a quotation mark or bracket. */
void text_capitalise(struct buf *out, const char *s);

#endif
