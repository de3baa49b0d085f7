#include "unmarked.h"

#include "radsbord/base/text.h"
#include "radsbord/cli/cli.h"

#include <ctype.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- pieces ---------------------------------------------------------------- */

static bool is_letter(const char *s)
{
	uint32_t cp;
	text_decode(s, strlen(s), &cp);
	return isalpha((unsigned char)*s) || (cp >= 0xC0 && cp < 0x250);
}

/* The character before `end`. */
static const char *before(const char *begin, const char *end)
{
	end--;
	while (end > begin && (*end & 0xC0) == 0x80)
		end--;
	return end;
}

/* A piece of a line without the signs and digits before and after its letters; false when it has no two letters together. */
static bool trim(const char **begin, const char **end)
{
	bool word = false;
	while (*begin < *end && !is_letter(*begin))
		(*begin)++;
	while (*end > *begin && !is_letter(before(*begin, *end)))
		*end = before(*begin, *end);
	for (const char *s = *begin; s < *end && !word; s++)
		word = is_letter(s) && s + (*s & 0x80 ? 2 : 1) < *end && is_letter(s + (*s & 0x80 ? 2 : 1));
	return word;
}

/* ---- the catalogue --------------------------------------------------------- */

/* The letter at s becomes '#'; a directive of printf stays. Returns how many bytes were read. */
static size_t mark_one(const char *s, struct buf *out)
{
	if (*s == '%') {
		size_t n = 1 + strspn(s + 1, "-+ 0#*.123456789hlzjt");
		n += s[n] != '\0';
		buf_add(out, s, n);
		return n;
	}
	uint32_t cp;
	size_t n = text_decode(s, strlen(s), &cp);
	if (isalpha((unsigned char)*s) || (cp >= 0xC0 && cp < 0x250))
		buf_char(out, '#');
	else
		buf_add(out, s, n);
	return n;
}

static uint32_t word_at(const char *mo, size_t at)
{
	uint32_t w;
	memcpy(&w, mo + at, sizeof w);
	return w;
}

/* The catalogue of GNU gettext in the order of this machine: the texts are laid anew, with the table that points to them. */
static void mark_catalogue(const struct buf *mo, struct buf *out)
{
	const char *from = buf_cstr(mo);
	uint32_t count = word_at(from, 8), translations = word_at(from, 16);
	buf_add(out, from, mo->len);
	for (uint32_t i = 0; i < count; i++) {
		size_t row = translations + 8 * (size_t)i;
		const char *text = from + word_at(from, row + 4);
		uint32_t at = (uint32_t)out->len, length;
		/* the description of the catalogue, and the language itself */
		bool kept = i == 0 || strcmp(text, "en") == 0;
		while (*text && !kept)
			text += mark_one(text, out);
		buf_str(out, text);
		length = (uint32_t)out->len - at;
		buf_add(out, "", 1);
		memcpy(out->data + row, &length, sizeof length);
		memcpy(out->data + row + 4, &at, sizeof at);
	}
}

/* The texts of the catalogue in Swedish, each between newlines and without its first and last signs. */
static struct buf texts;

static void read_texts(const struct buf *mo)
{
	const char *from = buf_cstr(mo);
	buf_char(&texts, '\n');
	for (uint32_t i = 1; i < word_at(from, 8); i++) {
		const char *text = from + word_at(from, word_at(from, 12) + 8 * (size_t)i + 4), *context = strchr(text, '\004');
		const char *begin = context ? context + 1 : text, *end = begin + strlen(begin);
		if (trim(&begin, &end)) {
			buf_add(&texts, begin, (size_t)(end - begin));
			buf_char(&texts, '\n');
		}
	}
}

bool unmarked_begin(const char *folder)
{
	static const char *const below[] = {"", "/en", "/en/LC_MESSAGES"};
	const char *build = getenv("RADSBORD_BUILD");
	char *path = mem_printf("%s/sprak/en/LC_MESSAGES/" LANGUAGE_DOMAIN ".mo", build ? build : "build");
	struct buf mo = {0}, marked = {0};
	struct error e = {0};
	bool done = io_read_file(io_system(), -100, path, IO_FILE_MAX, &mo, &e);
	free(path);
	if (done)
		mark_catalogue(&mo, &marked);
	if (done && texts.len == 0)
		read_texts(&mo);
	for (size_t i = 0; i < 3; i++) {
		char *dir = mem_printf("%s%s", folder, below[i]);
		mkdir(dir, 0700);
		free(dir);
	}
	path = mem_printf("%s/en/LC_MESSAGES/" LANGUAGE_DOMAIN ".mo", folder);
	FILE *f = fopen(path, "wb");
	done = done && f && fwrite(marked.data, 1, marked.len, f) == marked.len;
	done = f && fclose(f) == 0 && done && cli_speak_english(folder);
	free(path);
	buf_release(&mo);
	buf_release(&marked);
	return done;
}

void unmarked_end(void)
{
	cli_speak_swedish();
	buf_release(&texts);
}

/* ---- the data -------------------------------------------------------------- */

static struct buf *reading;

static int read_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	struct buf bytes = {0};
	struct error e = {0};
	(void)st;
	(void)ftw;
	if (type == FTW_F && io_read_file(io_system(), -100, path, IO_FILE_MAX, &bytes, &e)) {
		bool blank = false;
		for (const char *s = buf_cstr(&bytes); *s; s++) {
			bool begins = s == buf_cstr(&bytes) || s[-1] == '\n';
			if (begins && s[0] == '+' && s[1] == ' ')
				continue;
			blank = blank || isspace((unsigned char)*s);
			if (isspace((unsigned char)*s) || (s > buf_cstr(&bytes) && blank && begins && *s == '+'))
				continue;
			if (blank)
				buf_char(reading, ' ');
			buf_char(reading, *s);
			blank = false;
		}
		buf_char(reading, '\n');
	}
	buf_release(&bytes);
	return 0;
}

void unmarked_read(const char *folder, struct buf *data)
{
	reading = data;
	nftw(folder, read_one, 16, FTW_PHYS);
}

static int look_in(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	struct buf bytes = {0};
	struct error e = {0};
	bool found = false;
	(void)st;
	(void)ftw;
	if (type == FTW_F && io_read_file(io_system(), -100, path, IO_FILE_MAX, &bytes, &e))
		for (const char *s = strstr(buf_cstr(&bytes), "##"); s && !found; s = strstr(s + 1, "##"))
			found = s != buf_cstr(&bytes) && s[-1] != '\n' && s[-1] != '#';
	if (found)
		printf("%s has text of the interface:\n%s\n", path, buf_cstr(&bytes));
	buf_release(&bytes);
	return found;
}

bool unmarked_files(const char *folder)
{
	return nftw(folder, look_in, 16, FTW_PHYS) == 0;
}

/* ---- the screen ------------------------------------------------------------ */

/* What is not looked up, by how it begins, and why. */
static const struct {
	const char *text, *why;
} exceptions[] = {
	{"Rådsbord", "the name of the program"},
	{"radsbord", "the same, and what to type"},
	{"Enter", "a key, where a table has it beside what it does"},
	{"Esc", "the same"},
	{"Tab", "the same"},
	{"Ctrl-", "the same"},
	{"försenad\n", "a word of the filter, which is the same in every language"},
	{"försenad  ", "a word of the filter, which is the same in every language"},
	{"gammal\n", "the same"},
	{"punkt 1", "where the report says it"},
	{"Palliativ mottagning", "a step as the files name it, in the undo list"},
	{"Palliativt konsultteam", "the same"},
	{"Konsultteam\n", "the same"},
	{"Kompetens: ingen", "what a unit lacks, as it is typed in a form"},
	{"Tid: inte", "the same"},
	{"Ålder: läkar", "the same"},
	{"Utveckling: konsult", "the same"},
	{"saknas.", "a word that a text of the data is broken at"},
	{"vårdplatser,\n", "the same"},
	{"specialistsjuksköterskor\n", "the same"},
	{"invånare.\n", "the same"},
	{"sjukhus\n", "the same"},
	{"mottagning\n", "the same"},
	{"Invånare 2024;", "how a source came to its figures"},
	{"text, md, html, docx, csv, xlsx ", "what to type after --format"},
	{"uppdrag hemsjukvard ", "the Ids of the indicators"},
	{"protokoll [--", "what to type for a document"},
	{"yttrande ", "what to type for a document"},
	{"regionrapport [", "the same"},
	{"protokollsandringar [", "the same"},
	{"kallelsesvar [", "the same"},
	{"kallelse [", "the same"},
	{"intervjuprotokoll [", "the same"},
	{"dagordning [", "the same"},
	{"arsstatistik [", "the same"},
	{"arsplan [", "the same"},
	{"arshjul [", "the same"},
	{"arsberattelse [", "the same"},
	{"Sverige", "the name of a place"},
	{"Stockholms läns landsting 50", "data, in another order"},
	{"Handlingsplan 20", "the title of a plan"},
	{"mottagning.", "the last word of a text of the data"},
	{"Ärendet\n", "the same"},
	{"Saknas, #", "a part of the report, as its source is given"},
	{"Jourlinje dygnet runt", "an item of the meeting in the test"},
	{"Rådet beslutar", "what the minutes will say"},
	{"Ärendet bordläggs till", "the same"},
	{"Närvaro: ", "a step as the files name it, in the undo list"},
	{"Gjort om: ", "the same"},
	{"prov (provdator)", "who is at the computer"},
	{"Flens kommun, ordförande", "the name of a member where others see the screen"},
	{"Uppdrag  H-15", "the same"},
	{"februari 2027.", "the same"},
	{"Sörmland. Klart senast den", "the same"},
	{"vårdplatser +", "a what if in its own words, which the files have too"},
	{"stöd +", "the same"},
	{"läkare ", "the same"},
	{"brytpunktssamtal 85 %", "the same"},
	{"jourlinje dygnet runt, ej anslutna", "the same"},
	{"ny enhet konsultteam", "the same"},
	{"brist B04-02 åtgärdad", "the same"},
	{"skriftligt uppdrag, dygnet runt, ", "the same"},
	{"avdelningarna, stöd utanför sjukhus, ", "the same"},
	{"anslutna, betjänar", "the same"},
	{"Nyhamn", "typed in the test"},
	{"Ordna utbildning i palliativ vårdx", "the same"},
	{"tjanst:jour", "the same"},
	{"Anna Ek", "the same"},
	{"ansvar:ek", "the same"},
	{"tjänst, plats, läge", "the words of the filter, which are the same in every language"},
	{"H-", "the number of an action, and what it or the minutes say after it"},
};

static bool excepted(const char *text)
{
	for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
		if (strncmp(exceptions[i].text, text, strlen(exceptions[i].text)) == 0)
			return true;
	return false;
}

/* Where something stands: a file, with its line cut off. An Id. And a word of the filter, "ansvarig:" and "ansvarig:ek". */
static bool is_code(const char *piece, char after)
{
	static const char *const endings[] = {".rec", ".csv", ".ini"};
	size_t n = strlen(piece);
	for (size_t i = 0; i < 3 && n > 4; i++)
		if (!strchr(piece, ' ') && strcmp(piece + n - 4, endings[i]) == 0)
			return true;
	const char *colon = strchr(piece, ':');
	if (colon && strcspn(piece, " ") > (size_t)(colon - piece) && colon[1] && colon[1] != ' ')
		return true;
	return strspn(piece, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") == n || (after == ':' && !strchr(piece, ' ') && !isupper((unsigned char)*piece));
}

/* What stands after its number or Id: "F-R03 Resurser" is "Resurser". */
static const char *after_code(const char *begin, const char *end)
{
	size_t n = strcspn(begin, " ");
	size_t digits = strcspn(begin, "0123456789");
	return digits < n && begin + n < end ? begin + n + 1 : NULL;
}

/* As it stands, or as the beginning of a sentence. */
static bool stands_in(const struct buf *data, const char *piece)
{
	struct buf sentence = {0};
	text_capitalise(&sentence, piece);
	bool found = strstr(buf_cstr(data), piece) || strstr(buf_cstr(data), buf_cstr(&sentence));
	buf_release(&sentence);
	return found;
}

/* Whether the piece stands in the data; else whether the parts of it between signs do. */
static bool known(const char *begin, const char *end, const struct buf *data)
{
	static const char *const signs[] = {", ", ": ", " (", ") ", "; ", " – ", ". ", " § ", "/", " › ", " → ", " ”", "” "};
	const char *from = begin;
	if (!trim(&begin, &end))
		return true;
	/* a word of the interface is not excused by standing in the data too */
	if (from < begin && (begin[-1] == '-' || (begin - from >= 3 && memcmp(begin - 3, "“", 3) == 0)))
		return true; /* an option, or what was typed */
	char *piece = mem_printf("%.*s", (int)(end - begin), begin), *whole = mem_printf("\n%s\n", piece);
	bool ours = strstr(buf_cstr(&texts), whole), found = excepted(begin) || is_code(piece, *end) || (!ours && stands_in(data, piece));
	free(whole);
	free(piece);
	if (ours || found)
		return found;
	if (after_code(begin, end))
		return known(after_code(begin, end), end, data);
	for (const char *s = begin; s < end && !found; s++)
		for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
			if (strncmp(s, signs[i], strlen(signs[i])) == 0)
				return known(begin, s, data) && known(s + strlen(signs[i]), end, data);
	return found;
}

bool unmarked_none(const char *screen, const char *name, const struct buf *data)
{
	bool clean = true;
	for (const char *s = screen; *s;) {
		size_t n = 0;
		while (s[n] && s[n] != '\n' && s[n] != '#' && strncmp(s + n, "  ", 2) != 0)
			n++;
		if (!known(s, s + n, data)) {
			printf("%s: %.*s\n", name, (int)n, s);
			clean = false;
		}
		s += n + (s[n] != '\0');
	}
	return clean;
}
