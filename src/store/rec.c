/* Reading rec: one pass over the bytes, line by line, that survives anything.
 *
 * A line that ends in a backslash joins the next, as in recutils, wherever the second begins; only a mark
 * that git leaves at a conflict is never joined, so that a conflict cannot hide in a value. */
#include "radsbord/store/rec.h"

#include "faults_local.h"
#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	LINE_MAX_BYTES = 1 << 20,
	LOOK_AHEAD = 1 << 16, /* small enough to be at hand still when its lines are read */
	FAULTS_SHOWN = 100 /* a file of rubbish must not fill the memory with findings */
};

struct parser {
	struct rec_doc *doc;
	struct diagnostics *d;
	const char *file;
	size_t at;            /* start of the next line */
	int line;             /* number of the line last read */
	size_t record_first;  /* first field of the record being read */
	int record_line;
	bool in_field;        /* a "+" line belongs to the last field */
	bool skip_more;       /* "+" lines belong to something already reported */
	size_t looked_at;     /* the bytes before it have been looked through for what has no place in a text */
	bool has_nul, has_bad_utf8;
	size_t faults;
	rec_each *each;       /* NULL: the records are kept */
	void *ctx;
};

/* A physical line: [start, end) without its newline; next is where the following one starts. */
struct line {
	size_t start, end, next;
};

static void fault(struct parser *p, const char *text)
{
	p->doc->damaged = true;
	p->faults++;
	if (p->faults <= FAULTS_SHOWN)
		diagnostics_add(p->d, DIAGNOSTIC_FAULT, p->file, p->line, "%s", text);
}

/* The first byte that is no UTF-8, or n. Eight ASCII bytes a step: most of a file is ASCII. */
static size_t first_bad_utf8(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n) {
		uint64_t word;
		uint32_t cp;
		size_t used;

		if (n - i >= sizeof word) {
			memcpy(&word, s + i, sizeof word);
			word &= UINT64_C(0x8080808080808080);
			if (word == 0) {
				i += sizeof word;
				continue;
			}
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
			i += (size_t)__builtin_ctzll(word) / 8; /* to the first of the eight that is not ASCII */
#endif
		}
		if ((unsigned char)s[i] < 0x80) {
			i++;
			continue;
		}
		/* å, ä, ö and all other pairs */
		if ((unsigned char)s[i] >= 0xC2 && (unsigned char)s[i] < 0xE0 && n - i >= 2 &&
		    ((unsigned char)s[i + 1] & 0xC0) == 0x80) {
			i += 2;
			continue;
		}
		used = text_decode(s + i, n - i, &cp);
		if (used == 1)
			return i;
		i += used;
	}
	return n;
}

/* Looks through the next bytes at once, to the end of a line: then no line of a whole text has to be looked through. */
static void look_ahead(struct parser *p)
{
	const struct rec_doc *doc = p->doc;
	const char *from = doc->bytes + p->at, *nl;
	size_t n = doc->len - p->at;

	if (n > LOOK_AHEAD) {
		nl = memchr(from + LOOK_AHEAD, '\n', n - LOOK_AHEAD);
		n = nl ? (size_t)(nl - from) + 1 : n;
	}
	p->has_nul = memchr(from, '\0', n) != NULL;
	p->has_bad_utf8 = first_bad_utf8(from, n) < n;
	p->looked_at = p->at + n;
}

static bool next_line(struct parser *p, struct line *l)
{
	const struct rec_doc *doc = p->doc;
	const char *nl;

	if (p->at >= doc->len)
		return false;
	if (p->at >= p->looked_at)
		look_ahead(p);
	nl = memchr(doc->bytes + p->at, '\n', doc->len - p->at);
	l->start = p->at;
	l->next = nl ? (size_t)(nl - doc->bytes) + 1 : doc->len;
	l->end = nl ? l->next - 1 : l->next;
	if (l->end > l->start && doc->bytes[l->end - 1] == '\r')
		l->end--;
	p->at = l->next;
	p->line++;
	return true;
}

static bool is_conflict_mark(const char *s, size_t n)
{
	if (n < 7 || (s[0] != '<' && s[0] != '>' && s[0] != '|' && s[0] != '='))
		return false;
	for (size_t i = 1; i < 7; i++)
		if (s[i] != s[0])
			return false;
	return s[0] == '=' ? n == 7 : n == 7 || s[7] == ' ';
}

/* What is wrong with the line whatever it means, or NULL. */
static const char *line_fault(const struct parser *p, const struct line *l)
{
	const char *s = p->doc->bytes + l->start;
	size_t n = l->end - l->start;

	if (n > LINE_MAX_BYTES)
		return _("Raden är längre än en mebibyte och lästes inte; dela upp den med rader som "
		       "börjar med +.");
	if (p->has_nul && n > 0 && memchr(s, '\0', n))
		return _("Raden innehåller ett noll-tecken och lästes inte; filen kan vara skadad, "
		       "hämta den från en säkerhetskopia eller ta bort tecknet.");
	if (p->has_bad_utf8 && first_bad_utf8(s, n) < n)
		return _("Raden är inte UTF-8 och lästes inte; spara om filen som UTF-8.");
	if (is_conflict_mark(s, n))
		return _("Raden är ett märke efter en sammanslagning i git som inte gjordes klart; välj "
		       "vilken text som gäller och ta bort märkena.");
	return NULL;
}

/* Takes the lines that a final backslash joins to this one; l->end and l->next move to the last of them. */
static bool join_lines(struct parser *p, struct line *l)
{
	const char *bytes = p->doc->bytes;
	bool joined = false;

	while (l->end > l->start && bytes[l->end - 1] == '\\' && l->next > l->end) {
		size_t at = p->at;
		struct line more;

		if (!next_line(p, &more)) {
			l->end = l->next; /* nothing follows, and the backslash is no part of the value */
			return true;
		}
		if (line_fault(p, &more)) {
			p->at = at;
			p->line--;
			break;
		}
		joined = true;
		l->end = more.end;
		l->next = more.next;
	}
	return joined;
}

static bool is_name_start(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '%';
}

static bool is_name_char(char c)
{
	return (is_name_start(c) && c != '%') || (c >= '0' && c <= '9') || c == '_';
}

static void read_field(struct parser *p, struct line *l)
{
	struct rec_doc *doc = p->doc;
	const char *s = doc->bytes;
	size_t i = l->start;
	struct rec_field f = {.name = l->start, .start = l->start, .line = p->line};

	if (i < l->end && is_name_start(s[i]))
		while (++i < l->end && is_name_char(s[i]))
			;
	if (i == l->start || i >= l->end || s[i] != ':') {
		fault(p, _("Raden är inget fält och lästes inte; skriv den som Namn: värde, eller börja "
		         "den med # om den är en kommentar."));
		p->in_field = false;
		p->skip_more = true;
		return;
	}
	f.name_len = i - l->start;
	i++;
	if (i < l->end && (s[i] == ' ' || s[i] == '\t'))
		i++;
	f.continued = join_lines(p, l);
	f.value = i;
	f.value_len = l->end - i;
	f.end = l->next;
	if (doc->fields_count == p->record_first)
		p->record_line = f.line;
	if (doc->fields_count >= doc->fields_cap)
		doc->fields = mem_grow(doc->fields, doc->fields_count, &doc->fields_cap,
		                       sizeof *doc->fields);
	doc->fields[doc->fields_count++] = f;
	p->in_field = true;
	p->skip_more = false;
}

static void read_more(struct parser *p, struct line *l)
{
	struct rec_field *f;

	if (p->skip_more)
		return;
	if (!p->in_field) {
		fault(p, _("Raden börjar med + men hör inte till något fält; sätt den direkt under sitt "
		         "fält."));
		p->skip_more = true;
		return;
	}
	f = &p->doc->fields[p->doc->fields_count - 1];
	join_lines(p, l);
	f->value_len = l->end - f->value;
	f->end = l->next;
	f->continued = true;
}

/* The descriptor's first word after %rec: is the type's name. */
static void add_type(struct parser *p, const struct rec_field *f, size_t end)
{
	struct rec_doc *doc = p->doc;
	const char *s = doc->bytes + f->value;
	size_t n = 0;
	struct rec_type t = {.line = p->record_line, .end = end};

	while (n < f->value_len && s[n] != ' ' && s[n] != '\t' && s[n] != '\n' && s[n] != '\r')
		n++;
	t.name = mem_strndup(s, n);
	doc->types = mem_grow(doc->types, doc->types_count, &doc->types_cap, sizeof *doc->types);
	doc->types[doc->types_count++] = t;
}

static void end_record(struct parser *p)
{
	struct rec_doc *doc = p->doc;
	struct rec_record r = {.first = p->record_first,
	                       .count = doc->fields_count - p->record_first,
	                       .line = p->record_line,
	                       .type = (int)doc->types_count - 1};
	const struct rec_field *type = NULL;

	p->in_field = p->skip_more = false;
	if (r.count == 0)
		return;
	r.start = doc->fields[r.first].start;
	r.end = doc->fields[doc->fields_count - 1].end;
	for (size_t i = 0; i < r.count && !type; i++)
		if (doc->bytes[doc->fields[r.first + i].name] == '%' &&
		    rec_name_is(doc, &doc->fields[r.first + i], "%rec"))
			type = &doc->fields[r.first + i];
	if (type) {
		add_type(p, type, r.end);
		doc->fields_count = r.first;
	} else if (p->each) {
		p->each(p->ctx, doc, &r);
		doc->fields_count = r.first;
	} else {
		if (doc->records_count >= doc->records_cap)
			doc->records = mem_grow(doc->records, doc->records_count,
			                        &doc->records_cap, sizeof *doc->records);
		doc->records[doc->records_count++] = r;
	}
	p->record_first = doc->fields_count;
}

static bool is_blank(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\r')
			return false;
	return true;
}

static void read_line(struct parser *p, struct line *l)
{
	const char *s = p->doc->bytes + l->start;
	size_t n = l->end - l->start;
	const char *wrong = line_fault(p, l);

	if (wrong) {
		fault(p, wrong);
		p->in_field = false;
		p->skip_more = true;
	} else if (n > 0 && s[0] == '#') {
		p->in_field = p->skip_more = false;
	} else if (n > 0 && s[0] == '+') {
		read_more(p, l);
	} else if (is_blank(s, n)) {
		end_record(p);
	} else {
		read_field(p, l);
	}
}

/* What the first bytes say of the encoding. False when nothing more can be read. */
static bool read_start(struct parser *p)
{
	struct rec_doc *doc = p->doc;
	const unsigned char *s = (const unsigned char *)doc->bytes;
	const char *nl;

	if (doc->len == 0)
		return false;
	if (doc->len >= 2 && ((s[0] == 0xFF && s[1] == 0xFE) || (s[0] == 0xFE && s[1] == 0xFF))) {
		p->line = 1;
		fault(p, _("Filen är UTF-16 och lästes inte; spara om den som UTF-8."));
		return false;
	}
	if (doc->len >= 3 && s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF) {
		doc->bom = true;
		p->at = 3;
	}
	nl = memchr(doc->bytes, '\n', doc->len);
	doc->crlf = nl && nl > doc->bytes && nl[-1] == '\r';
	return true;
}

static void read_all(struct parser *p)
{
	struct diagnostics unheard = {0};
	struct line l;

	if (!p->d)
		p->d = &unheard;
	if (read_start(p)) {
		while (next_line(p, &l))
			read_line(p, &l);
		end_record(p);
	}
	if (p->faults > FAULTS_SHOWN)
		faults_add_rest(p->d, p->file, p->faults - FAULTS_SHOWN);
	diagnostics_release(&unheard);
}

void rec_parse(const char *bytes, size_t len, const char *file, struct rec_doc *doc, struct diagnostics *d)
{
	struct parser p = {.doc = doc, .d = d, .file = file};

	*doc = (struct rec_doc){.bytes = bytes, .len = len};
	read_all(&p);
}

bool rec_read(const char *bytes, size_t len, const char *file, rec_each *each, void *ctx, struct diagnostics *d)
{
	struct rec_doc doc = {.bytes = bytes, .len = len};
	struct parser p = {.doc = &doc, .d = d, .file = file, .each = each, .ctx = ctx};
	bool damaged;

	read_all(&p);
	damaged = doc.damaged;
	rec_doc_release(&doc);
	return !damaged;
}

void rec_doc_release(struct rec_doc *doc)
{
	for (size_t i = 0; i < doc->types_count; i++)
		free(doc->types[i].name);
	free(doc->types);
	free(doc->records);
	free(doc->fields);
	*doc = (struct rec_doc){0};
}

bool rec_name_is(const struct rec_doc *doc, const struct rec_field *f, const char *name)
{
	return strncmp(doc->bytes + f->name, name, f->name_len) == 0 && name[f->name_len] == '\0';
}

const struct rec_field *rec_find(const struct rec_doc *doc, const struct rec_record *r,
                                 const char *name, size_t from)
{
	for (size_t i = from; i < r->count; i++)
		if (rec_name_is(doc, &doc->fields[r->first + i], name))
			return &doc->fields[r->first + i];
	return NULL;
}

/* In a raw value a newline stands after a joining backslash, or before a "+". */
/* Writes the value and its NUL, value_len + 1 bytes at most; returns its length. */
static size_t write_value(const struct rec_doc *doc, const struct rec_field *f, char *out)
{
	const char *s = doc->bytes + f->value;
	const size_t n = f->value_len;
	char *to = out;
	size_t i = 0;

	while (i < n) {
		const char *nl = f->continued ? memchr(s + i, '\n', n - i) : NULL;
		size_t end = nl ? (size_t)(nl - s) : n, cut = end;
		bool join = false;

		if (nl && cut > i && s[cut - 1] == '\r')
			cut--;
		if (nl && cut > i && s[cut - 1] == '\\') {
			join = true;
			cut--;
		}
		memmove(to, s + i, cut - i); /* `out` may be the value itself */
		to += cut - i;
		i = end + (nl != NULL);
		if (!nl || join)
			continue;
		*to++ = '\n';
		i += i < n && s[i] == '+';
		i += i < n && s[i] == ' ';
	}
	*to = '\0';
	return (size_t)(to - out);
}

char *rec_value(const struct rec_doc *doc, const struct rec_field *f, struct arena *a)
{
	char *out = arena_alloc(a, f->value_len + 1);

	(void)write_value(doc, f, out);
	return out;
}

char *rec_value_in(const struct rec_doc *doc, const struct rec_field *f, struct buf *out)
{
	buf_clear(out);
	buf_fill(out, '\0', f->value_len);
	out->len = write_value(doc, f, out->data);
	return out->data;
}

char *rec_value_at(char *bytes, const struct rec_field *f, size_t *len)
{
	const struct rec_doc doc = {.bytes = bytes};

	*len = f->continued ? write_value(&doc, f, bytes + f->value) : f->value_len;
	bytes[f->value + *len] = '\0';
	return bytes + f->value;
}
