/* Encodings that statistics come in: UTF-8, UTF-16, Windows-1252. */
#include "csv_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"

#include <string.h>

enum { FAULTS_SHOWN = 20 };

struct decoder {
	struct buf *out;
	struct diagnostics *d;
	const char *file;
	int line;
	size_t faults;
};

static void bad(struct decoder *c, const char *what)
{
	buf_str(c->out, "\xEF\xBF\xBD");
	if (++c->faults <= FAULTS_SHOWN)
		diagnostics_add(c->d, DIAGNOSTIC_FAULT, c->file, c->line,
		                _("Raden innehåller %s, som visas som �; rätta tecknet och spara som UTF-8."),
		                what);
}

static void put(struct decoder *c, uint32_t cp)
{
	char bytes[4];

	if (cp == 0) {
		bad(c, _("ett noll-tecken"));
		return;
	}
	if (cp == '\n')
		c->line++;
	buf_add(c->out, bytes, text_encode(cp, bytes));
}

static void decode_utf16(struct decoder *c, const unsigned char *s, size_t n, bool big)
{
	for (size_t i = 0; i + 1 < n; i += 2) {
		uint32_t unit = (uint32_t)(s[i + !big] << 8 | s[i + big]), low = 0;

		if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < n)
			low = (uint32_t)(s[i + 2 + !big] << 8 | s[i + 2 + big]);
		if (low >= 0xDC00 && low < 0xE000) {
			put(c, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
			i += 2;
		} else if (unit >= 0xD800 && unit < 0xE000) {
			bad(c, _("ett halvt UTF-16-tecken"));
		} else {
			put(c, unit);
		}
	}
	if (n % 2)
		bad(c, _("ett halvt UTF-16-tecken"));
}

static void decode_1252(struct decoder *c, const unsigned char *s, size_t n)
{
	static const uint16_t high[32] = {
		0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
		0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

	for (size_t i = 0; i < n; i++) {
		uint32_t cp = s[i];

		if (cp >= 0x80 && cp < 0xA0) {
			cp = high[cp - 0x80];
			if (cp == 0) {
				bad(c, _("ett tecken som Windows-1252 inte har"));
				continue;
			}
		}
		put(c, cp);
	}
}

/* NUL is the only thing to look for in what is UTF-8 otherwise. */
static void decode_utf8(struct decoder *c, const char *s, size_t n)
{
	while (n > 0) {
		const char *nul = memchr(s, '\0', n);
		size_t part = nul ? (size_t)(nul - s) : n;

		if (nul)
			for (size_t i = 0; i < part; i++)
				c->line += s[i] == '\n';
		buf_add(c->out, s, part);
		if (!nul)
			return;
		put(c, 0);
		s += part + 1;
		n -= part + 1;
	}
}

/* text_is_utf8 holds a NUL for a fault; here a NUL says nothing of the encoding. */
static bool is_utf8(const char *s, size_t n)
{
	size_t bad_at;

	while (n > 0 && !text_is_utf8(s, n, &bad_at)) {
		if (s[bad_at] != '\0')
			return false;
		s += bad_at + 1;
		n -= bad_at + 1;
	}
	return true;
}

/* UTF-16 without its mark: of each pair of the first bytes the one half is mostly NUL, and the other never. */
static bool is_bare_utf16(const unsigned char *s, size_t n, bool *big)
{
	enum { LOOKED_AT = 512 };
	size_t nul[2] = {0}, looked = n < LOOKED_AT ? n & ~(size_t)1 : LOOKED_AT;

	for (size_t i = 0; i < looked; i++)
		nul[i % 2] += s[i] == 0;
	*big = nul[0] > 0;
	return looked >= 4 && n % 2 == 0 && nul[!*big] > looked / 3 && nul[*big] == 0;
}

void csv_decode(const char *bytes, size_t len, const char *file, struct buf *out, struct diagnostics *d)
{
	const unsigned char *s = (const unsigned char *)bytes;
	struct decoder c = {.out = out, .d = d, .file = file, .line = 1};
	bool bom, big;

	buf_add(out, "", 0);
	if (len >= 2 && ((s[0] == 0xFF && s[1] == 0xFE) || (s[0] == 0xFE && s[1] == 0xFF))) {
		decode_utf16(&c, s + 2, len - 2, s[0] == 0xFE);
	} else if (is_bare_utf16(s, len, &big)) {
		decode_utf16(&c, s, len, big);
	} else {
		bom = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
		if (bom) {
			bytes += 3;
			len -= 3;
		}
		if (is_utf8(bytes, len))
			decode_utf8(&c, bytes, len);
		else
			decode_1252(&c, (const unsigned char *)bytes, len);
	}
	if (c.faults > FAULTS_SHOWN)
		diagnostics_add(d, DIAGNOSTIC_FAULT, file, 0,
		                c.faults - FAULTS_SHOWN == 1 ? _("Ytterligare ett tecken i filen är trasigt.") : _("Ytterligare %zu tecken i filen är trasiga."),
		                c.faults - FAULTS_SHOWN);
}
