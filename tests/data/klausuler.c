/* klausuler.c - proves that tests/klausuler.tsv covers every paragraph "Saknas:" of the report without hole or overlap:
 * finds the paragraphs in the source text by itself, joins the clauses' ranges, and compares lines and SHA-256.
 *
 *     klausuler KALLTEXT KLAUSULER.tsv
 *
 * The source text is not in the repository. Exit status: 0 proved, 1 something differs, 2 wrong words, 3 cannot read.
 */
#include "radsbord/base/sha256.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 8, PARAGRAPHS = 64, CLAUSES = 512, PARAGRAPH_MAX = 4096 };

/* A paragraph, its white space normalised; starts[i] is the byte of character i and lines[i] its line in the source. */
struct paragraph {
	char text[PARAGRAPH_MAX];
	size_t starts[PARAGRAPH_MAX];
	int lines[PARAGRAPH_MAX];
	size_t bytes, characters;
	int first_line, last_line;
};
struct clause {
	const char *region, *area, *digest;
	int first_line, last_line;
	long from, to;
	int line; /* in the table */
	bool used;
};

static struct paragraph paragraphs[PARAGRAPHS];
static struct clause clauses[CLAUSES];
static size_t paragraphs_count, clauses_count, faults;

static void stop(int status, const char *what, const char *name)
{
	fprintf(stderr, "klausuler: %s%s\n", what, name);
	exit(status);
}

/* The whole file, with a NUL after. */
static char *read_all(const char *name)
{
	FILE *f = fopen(name, "rb");
	char *text = NULL;
	size_t len = 0, cap = 0, got = 1;

	if (!f)
		stop(3, "kan inte läsa ", name);
	while (got) {
		if (cap - len < 2)
			text = realloc(text, cap = cap ? 2 * cap : 65536);
		if (!text)
			stop(3, "minnet räcker inte för ", name);
		got = fread(text + len, 1, cap - len - 1, f);
		len += got;
	}
	if (ferror(f) || memchr(text, '\0', len))
		stop(3, "kan inte läsa hela ", name);
	fclose(f);
	text[len] = '\0';
	return text;
}

/* Takes one line off the text; its newline becomes a NUL. NULL at the end. */
static char *next_line(char **rest)
{
	char *line = *rest, *end = strchr(line, '\n');

	if (!*line)
		return NULL;
	if (end)
		*end = '\0';
	*rest = end ? end + 1 : line + strlen(line);
	return line;
}

/* ---- the source -------------------------------------------------------------------------------------------------- */

static bool is_space(char c)
{
	return c != '\0' && strchr(" \t\r\f\v\n", c) != NULL;
}

static void paragraph_byte(struct paragraph *p, char c, int line)
{
	if (p->bytes + 2 > PARAGRAPH_MAX)
		stop(3, "ett stycke är för långt", "");
	if (((unsigned char)c & 0xC0) != 0x80) {
		p->starts[p->characters] = p->bytes;
		p->lines[p->characters++] = line;
	}
	p->text[p->bytes++] = c;
	p->starts[p->characters] = p->bytes;
}

/* Adds a line: runs of white space become one space, none at the start. */
static void paragraph_line(struct paragraph *p, const char *s, int line)
{
	p->last_line = line;
	for (bool gap = true; *s; s++) {
		if (is_space(*s)) {
			gap = true;
			continue;
		}
		if (gap && p->bytes)
			paragraph_byte(p, ' ', line);
		gap = false;
		paragraph_byte(p, *s, line);
	}
}

/* A paragraph ends at a blank line, and at a new page (a line that begins with white space) after a whole sentence. */
static bool paragraph_ends(const struct paragraph *p, const char *line)
{
	if (!line[strspn(line, " \t\r\f\v")])
		return true;
	return is_space(*line) && p->bytes && p->text[p->bytes - 1] == '.';
}

static void find_paragraphs(char *source)
{
	static const char label[] = "Saknas:";
	struct paragraph *p = NULL;
	char *line;

	for (int n = 1; (line = next_line(&source)); n++) {
		const char *word = line + strspn(line, " \t\f\v");
		bool starts = strncmp(word, label, sizeof label - 1) == 0;

		if (p && (starts || paragraph_ends(p, line)))
			p = NULL;
		if (starts) {
			if (paragraphs_count == PARAGRAPHS)
				stop(3, "för många stycken", "");
			p = &paragraphs[paragraphs_count++];
			p->first_line = n;
			word += sizeof label - 1;
		}
		if (p)
			paragraph_line(p, starts ? word : line, n);
	}
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static long number(const char *s, int line)
{
	char *end;
	long n = strtol(s, &end, 10);

	if (!*s || *end || n < 0) {
		fprintf(stderr, "klausuler: tabellens rad %d: ”%s” är inget tal\n", line, s);
		exit(1);
	}
	return n;
}

static void read_clause(char *row, int line)
{
	char *cell[COLUMNS];
	size_t n = 0;

	for (char *s = row; s && n < COLUMNS; n++) {
		cell[n] = s;
		s = strchr(s, '\t');
		if (s)
			*s++ = '\0';
	}
	if (n != COLUMNS || clauses_count == CLAUSES) {
		fprintf(stderr, "klausuler: tabellens rad %d har %zu kolumner av %d\n", line, n, COLUMNS);
		exit(1);
	}
	clauses[clauses_count++] = (struct clause){.region = cell[0],
						   .area = cell[1],
						   .first_line = (int)number(cell[2], line),
						   .last_line = (int)number(cell[3], line),
						   .from = number(cell[4], line),
						   .to = number(cell[5], line),
						   .digest = cell[6],
						   .line = line};
}

static void read_table(char *table)
{
	char *line;
	bool header = false;

	for (int n = 1; (line = next_line(&table)); n++) {
		if (*line == '#' || !*line)
			continue;
		if (header)
			read_clause(line, n);
		header = true;
	}
}

/* ---- the proof --------------------------------------------------------------------------------------------------- */

static void fault(const struct clause *c, const char *what)
{
	printf("  tabellens rad %d (tecken %ld-%ld): %s\n", c->line, c->from, c->to, what);
	faults++;
}

/* The clause's own text, without spaces at its ends, against its digest and its lines. */
static void check_text(const struct paragraph *p, const struct clause *c)
{
	size_t from = (size_t)c->from, to = (size_t)c->to;
	char digest[65];

	while (from < to && p->text[p->starts[from]] == ' ')
		from++;
	while (to > from && p->text[p->starts[to - 1]] == ' ')
		to--;
	if (from == to) {
		fault(c, "ledet är tomt");
		return;
	}
	sha256(p->text + p->starts[from], p->starts[to] - p->starts[from], digest);
	if (strcmp(digest, c->digest) != 0)
		fault(c, "annan SHA-256 än texten har");
	if (p->lines[from] != c->first_line || p->lines[to - 1] != c->last_line) {
		fault(c, "andra rader än texten står på");
		printf("    texten står på rad %d-%d, tabellen säger %d-%d\n", p->lines[from], p->lines[to - 1],
		       c->first_line, c->last_line);
	}
}

static size_t check_paragraph(const struct paragraph *p)
{
	const char *region = "??", *area = "";
	size_t count = 0, before = faults;
	long at = 0;

	for (size_t i = 0; i < clauses_count; i++) {
		struct clause *c = &clauses[i];

		if (c->first_line < p->first_line || c->first_line > p->last_line)
			continue;
		if (count && (strcmp(c->region, region) != 0 || strcmp(c->area, area) != 0))
			fault(c, "annan region än styckets andra led");
		c->used = true;
		region = c->region;
		area = c->area;
		count++;
		if (c->from != at)
			fault(c, c->from > at ? "hål före ledet" : "ledet går in i det förra");
		at = c->to;
		if (c->to <= c->from || (size_t)c->to > p->characters)
			fault(c, "ledet ligger utanför stycket");
		else
			check_text(p, c);
	}
	if (at != (long)p->characters) {
		printf("  stycket på rad %d: hål från tecken %ld till slutet, %zu\n", p->first_line, at, p->characters);
		faults++;
	}
	printf("%s %-14s rad %d-%d: %zu led, %zu tecken, %s\n", region, area, p->first_line, p->last_line, count,
	       p->characters, faults == before ? "utan hål" : "FEL");
	return count;
}

int main(int argc, char **argv)
{
	size_t count = 0, characters = 0;

	if (argc != 3) {
		fputs("Rapportens text ligger inte i projektet. Ge dess plats och tabellens: klausuler KALLTEXT "
		      "tests/klausuler.tsv\n",
		      stderr);
		return 2;
	}
	char *source = read_all(argv[1]), *table = read_all(argv[2]);
	find_paragraphs(source);
	read_table(table);
	for (size_t i = 0; i < paragraphs_count; i++) {
		count += check_paragraph(&paragraphs[i]);
		characters += paragraphs[i].characters;
	}
	for (size_t i = 0; i < clauses_count; i++)
		if (!clauses[i].used)
			fault(&clauses[i], "ledet hör inte till något stycke Saknas");
	if (!paragraphs_count) {
		puts("Texten har inget stycke Saknas; är det rätt fil?");
		faults++;
	}
	printf("%zu stycken, %zu led, %zu tecken, %zu fel\n", paragraphs_count, count, characters, faults);
	free(source);
	free(table);
	return faults ? 1 : 0;
}
