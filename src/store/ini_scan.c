/* The pre-scan: finds, with its line, everything in an INI file that iniparser would take wrongly in silence or
 * that would make it refuse the whole file, and hands on only the rest. */
#include "faults_local.h"
#include "ini_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdio.h>
#include <string.h>

/* Section and key together must fit in iniparser's 1,024 bytes, or it cuts the name it looks for. */
enum { FAULTS_SHOWN = 100, NAME_MAX_BYTES = 200 };

struct scanner {
	struct ini *ini;
	struct buf *clean;
	struct diagnostics *d;
	const char *file;
	const char *at, *end;
	int line;            /* of the line last taken */
	ptrdiff_t section;   /* index, or -1 inside a section that was refused */
	size_t reports;
};

/* Trimmed text of a logical line and where it began. */
struct logical {
	struct buf joined;
	const char *s;       /* borrowed from the file or from `joined` */
	size_t n;
	int line;
};

__attribute__((format(printf, 4, 5))) static void report(struct scanner *s, enum diagnostic_level level,
                                                         int line, const char *fmt, ...)
{
	char text[512];
	va_list args;

	if (++s->reports > FAULTS_SHOWN)
		return;
	va_start(args, fmt);
	if (vsnprintf(text, sizeof text, fmt, args) < 0)
		text[0] = '\0';
	va_end(args);
	diagnostics_add(s->d, level, s->file, line, "%s", text);
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_mark(char c)
{
	return c == ';' || c == '#';
}

static void trim(const char **s, size_t *n)
{
	while (*n > 0 && is_space(**s)) {
		++*s;
		--*n;
	}
	while (*n > 0 && is_space((*s)[*n - 1]))
		--*n;
}

/* The next physical line, not trimmed; `*bad` says that it was reported and must not be used. */
static bool take_line(struct scanner *s, const char **line, size_t *n, bool *bad)
{
	const char *nl;
	size_t at;

	if (s->at >= s->end)
		return false;
	nl = memchr(s->at, '\n', (size_t)(s->end - s->at));
	*line = s->at;
	*n = (size_t)((nl ? nl : s->end) - s->at);
	s->at = nl ? nl + 1 : s->end;
	s->line++;
	*bad = !text_is_utf8(*line, *n, &at);
	if (*bad && (*line)[at] == '\0')
		report(s, DIAGNOSTIC_FAULT, s->line,
		       _("Raden innehåller ett noll-tecken och lästes inte; ta bort det."));
	else if (*bad)
		report(s, DIAGNOSTIC_FAULT, s->line,
		       _("Raden är inte UTF-8 och lästes inte; spara om filen som UTF-8."));
	return true;
}

/* A line at the margin that is a section or "name = ..." was hardly meant to continue the one above. */
static bool looks_new(const char *s, const char *end)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));

	if (s >= end || is_space(*s))
		return false;
	return *s == '[' || memchr(s, '=', (size_t)((nl ? nl : end) - s)) != NULL;
}

/* A logical line: physical lines joined where one ends in a backslash. False at the end of the file; n is 0 for
 * what is blank, a comment, or was refused. */
static bool take_logical(struct scanner *s, struct logical *l)
{
	const char *part;
	size_t n;
	bool bad, any_bad;

	if (!take_line(s, &part, &n, &any_bad))
		return false;
	l->line = s->line;
	l->s = part;
	l->n = n;
	trim(&l->s, &l->n);
	/* iniparser joins comments too, and so loses the line below; here a comment never continues. */
	if (l->n > 0 && is_mark(l->s[0]))
		l->n = 0;
	buf_clear(&l->joined);
	while (l->n > 0 && l->s[l->n - 1] == '\\') {
		l->n--;
		if (s->at >= s->end) {
			report(s, DIAGNOSTIC_FAULT, s->line,
			       _("Raden slutar med \\ men ingen rad följer; ta bort tecknet."));
			break;
		}
		if (looks_new(s->at, s->end))
			report(s, DIAGNOSTIC_FAULT, s->line,
			       _("Raden slutar med \\ och fogas ihop med nästa; ta bort tecknet, eller "
			       "sätt värdet inom citattecken."));
		if (l->joined.len == 0)
			buf_add(&l->joined, l->s, l->n);
		l->joined.len = l->n;
		take_line(s, &part, &n, &bad);
		any_bad |= bad;
		buf_add(&l->joined, part, n);
		l->s = buf_cstr(&l->joined);
		for (l->n = l->joined.len; l->n > 0 && is_space(l->s[l->n - 1]);)
			l->n--;
	}
	trim(&l->s, &l->n);
	if (any_bad)
		l->n = 0;
	if (l->n > INI_LINE_MAX) {
		report(s, DIAGNOSTIC_FAULT, l->line,
		       _("Raden är längre än %d byte och lästes inte; korta den."), INI_LINE_MAX);
		l->n = 0;
	}
	return true;
}

/* The name in lower case (ASCII only, as iniparser does), or NULL when it cannot be one. */
static char *take_name(struct ini *ini, const char *s, size_t n)
{
	char *name;

	trim(&s, &n);
	if (n == 0 || n > NAME_MAX_BYTES)
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (strchr(":[]=;#\"'\\", s[i]) || (unsigned char)s[i] < 0x20 || s[i] == 0x7F)
			return NULL;
	name = arena_strndup(&ini->arena, s, n);
	for (size_t i = 0; i < n; i++)
		if (name[i] >= 'A' && name[i] <= 'Z')
			name[i] = (char)(name[i] - 'A' + 'a');
	return name;
}

static void scan_section(struct scanner *s, const struct logical *l)
{
	struct ini *ini = s->ini;
	struct ini_section_entry entry = {.line = l->line};
	const char *close = memchr(l->s, ']', l->n), *rest = close ? close + 1 : l->s;
	size_t left = l->n - (size_t)(rest - l->s);
	int known;

	s->section = -1;
	trim(&rest, &left);
	entry.name = close ? take_name(ini, l->s + 1, (size_t)(close - l->s) - 1) : NULL;
	if (!entry.name || (left > 0 && !is_mark(*rest))) {
		report(s, DIAGNOSTIC_FAULT, l->line,
		       _("Avsnittets namn är fel och dess nycklar lästes inte; skriv [namn], utan : [ ] "
		       "och citattecken, ensamt på raden."));
		return;
	}
	if (left > 0)
		report(s, DIAGNOSTIC_WARNING, l->line,
		       _("Kommentaren efter avsnittets namn bör stå på en egen rad; flytta den."));
	known = map_get(&ini->section_index, entry.name);
	if (known >= 0) {
		report(s, DIAGNOSTIC_FAULT, l->line,
		       _("Avsnittet [%.100s] finns redan på rad %d; för ihop de två."), entry.name,
		       ini->sections.items[known].line);
		s->section = known;
	} else {
		s->section = (ptrdiff_t)ini->sections.count;
		VEC_PUSH(&ini->sections, entry);
		map_put(&ini->section_index, entry.name, (int)s->section);
	}
	buf_printf(s->clean, "[%s]\n", entry.name);
}

/* Reports what iniparser would drop from a value: all from an unquoted ; or #, and what follows a quote. */
static void check_value(struct scanner *s, int line, const char *v, size_t n)
{
	const char quote = n > 0 ? v[0] : '\0';

	if (quote == '"' || quote == '\'') {
		const char *close = memchr(v + 1, quote, n - 1), *rest = close ? close + 1 : v;
		size_t left = n - (size_t)(rest - v);

		trim(&rest, &left);
		if (!close)
			report(s, DIAGNOSTIC_FAULT, line,
			       _("Citattecknet avslutas aldrig; sätt ett till sist i värdet."));
		else if (left > 0 && !is_mark(*rest))
			report(s, DIAGNOSTIC_FAULT, line,
			       _("Texten efter citattecknet går förlorad; använd ' runt ett värde som "
			       "innehåller \" eller tvärtom."));
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (!is_mark(v[i]))
			continue;
		if ((i == 0 || is_space(v[i - 1])) && (i + 1 == n || is_space(v[i + 1])))
			report(s, DIAGNOSTIC_WARNING, line,
			       _("Det som står från %c räknas som en kommentar; skriv den på en egen rad, "
			       "eller sätt värdet inom citattecken."), v[i]);
		else
			report(s, DIAGNOSTIC_FAULT, line,
			       _("Värdet kapas vid %c; sätt det inom citattecken."), v[i]);
		return;
	}
}

static void scan_key(struct scanner *s, const struct logical *l)
{
	struct ini *ini = s->ini;
	struct ini_section_entry *section;
	struct ini_key_entry entry = {.line = l->line};
	const char *equals = memchr(l->s, '=', l->n), *value = equals ? equals + 1 : l->s;
	size_t n = l->n - (size_t)(value - l->s);
	int known;

	if (s->section < 0)
		return;
	section = &ini->sections.items[s->section];
	trim(&value, &n);
	entry.name = equals ? take_name(ini, l->s, (size_t)(equals - l->s)) : NULL;
	if (!entry.name) {
		report(s, DIAGNOSTIC_FAULT, l->line,
		       equals ? _("Nyckelns namn är fel och raden lästes inte; ta bort : ; # [ ] och "
		                "citattecken ur det.")
		              : _("Raden är varken [avsnitt], nyckel = värde eller kommentar och lästes "
		                "inte; skriv om den, eller börja den med #."));
		return;
	}
	entry.path = arena_printf(&ini->arena, "%s:%s", section->name, entry.name);
	known = map_get(&ini->key_index, entry.path);
	if (known >= 0) {
		report(s, DIAGNOSTIC_FAULT, l->line,
		       _("Nyckeln %.100s finns redan på rad %d, och den gäller; ta bort den ena."),
		       entry.name, ini->keys.items[known].line);
		return;
	}
	check_value(s, l->line, value, n);
	map_put(&ini->key_index, entry.path, (int)ini->keys.count);
	VEC_PUSH(&section->keys, (int)ini->keys.count);
	VEC_PUSH(&ini->keys, entry);
	buf_printf(s->clean, "%s = ", entry.name);
	buf_add(s->clean, value, n);
	buf_char(s->clean, '\n');
}

static bool scan_start(struct scanner *s)
{
	const char *at = s->at;
	size_t n = (size_t)(s->end - at);

	if (n > INI_FILE_MAX) {
		report(s, DIAGNOSTIC_FAULT, 0, _("Filen är större än %d KiB och lästes inte; dela upp den."),
		       INI_FILE_MAX >> 10);
		return false;
	}
	if (n >= 2 && (memcmp(at, "\xFF\xFE", 2) == 0 || memcmp(at, "\xFE\xFF", 2) == 0)) {
		report(s, DIAGNOSTIC_FAULT, 1, _("Filen är UTF-16 och lästes inte; spara om den som UTF-8."));
		return false;
	}
	if (n >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
		report(s, DIAGNOSTIC_WARNING, 1,
		       _("Filen börjar med ett BOM-märke, som hoppades över; spara den som UTF-8 utan BOM."));
		s->at += 3;
	}
	return true;
}

bool ini_scan(struct ini *ini, const char *bytes, size_t len, const char *file, struct buf *clean,
              struct diagnostics *d)
{
	struct scanner s = {.ini = ini, .clean = clean, .d = d, .file = file, .at = bytes,
	                    .end = bytes + len};
	struct logical l = {0};

	VEC_PUSH(&ini->sections, ((struct ini_section_entry){.name = arena_strdup(&ini->arena, "")}));
	if (!scan_start(&s))
		return false;
	while (take_logical(&s, &l))
		if (l.n > 0 && l.s[0] == '[')
			scan_section(&s, &l);
		else if (l.n > 0)
			scan_key(&s, &l);
	buf_release(&l.joined);
	if (s.reports > FAULTS_SHOWN)
		faults_add_rest(d, file, s.reports - FAULTS_SHOWN);
	return true;
}
