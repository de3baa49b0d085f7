#include "radsbord/council/cost.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

static bool bad_share(const char *line, struct error *e)
{
	return error_set(e, ERROR_DATA, _("Den fasta andelen ”%.80s” går inte att läsa. Skriv andelen och vem, till exempel 50 %% Region "
	                 "Sörmland."), line);
}

static const char *skip_blanks(const char *s)
{
	return s + strspn(s, " \t");
}

/* The number before `end`, alone on its side of the sign. */
static bool number_before(const char *line, const char *end, struct num *out)
{
	char *text = mem_strndup(line, (size_t)(end - line));
	bool ok = num_parse_swedish(text, out, NULL);
	free(text);
	return ok;
}

bool cost_read_share(const char *line, struct num *share, const char **who, struct error *e)
{
	const char *percent = strchr(line, '%'), *slash = strchr(line, '/'), *rest;
	struct num part, whole = num_int(100);
	if (percent) {
		if (!number_before(line, percent, &part))
			return bad_share(line, e);
		rest = percent + 1;
	} else {
		if (!slash || !number_before(line, slash, &part))
			return bad_share(line, e);
		rest = slash + 1 + strspn(slash + 1, "0123456789");
		if (!number_before(slash + 1, rest, &whole))
			return bad_share(line, e);
	}
	*share = num_div(part, whole);
	*who = skip_blanks(rest);
	if (!num_known(*share) || !**who)
		return bad_share(line, e);
	return num_cmp(*share, num_int(0)) > 0 || error_set(e, ERROR_DATA, _("Den fasta andelen ”%.80s” ska vara större än noll."), line);
}

bool cost_read_people(const char *line, char codes[COST_JOINED][5], size_t *count, int64_t *people, struct error *e)
{
	const char *at = skip_blanks(line);
	struct num number;
	*count = 0;
	for (;;) {
		if (*count == COST_JOINED || strspn(at, "0123456789") != 4)
			break;
		memcpy(codes[*count], at, 4);
		codes[(*count)++][4] = '\0';
		at += 4;
		if (*at != '+') {
			if ((*at == ' ' || *at == '\t') && num_parse_swedish(at, &number, NULL) && number.den == 1 && number.num >= 0) {
				*people = number.num;
				return true;
			}
			break;
		}
		at++;
	}
	return error_set(e, ERROR_DATA, _("Invånarantalet ”%.80s” går inte att läsa. Skriv kommunens kod och antalet, till exempel 0180 "
	                 "905184."), line);
}

bool cost_read_per_inhabitant(const char *text, struct num *kronor, struct error *e)
{
	if (num_parse_swedish(text, kronor, NULL) && kronor->num >= 0)
		return true;
	return error_set(e, ERROR_DATA, _("Kronor per invånare är ”%.40s”, som inte är ett belopp. Skriv till exempel 1,90."), text);
}

void cost_toggle(struct changes *c, const struct cost *cost, const char *code, const char *name)
{
	const char **kept = mem_alloc((cost->absent.count + 1) * sizeof *kept);
	bool joins = strings_has(&cost->absent, code);
	size_t n = 0;
	for (size_t i = 0; i < cost->absent.count; i++)
		if (strcmp(cost->absent.items[i], code) != 0)
			kept[n++] = cost->absent.items[i];
	if (!joins)
		kept[n++] = code;
	changes_set(c, RECORD_COST, &cost->head, "Deltar_inte", kept, n);
	changes_title(c, joins ? N_("%s deltar") : N_("%s deltar inte"), name);
	free(kept);
}
