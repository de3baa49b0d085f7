/* rad.ini: what a council is called, where it is, and which format its files have. */
#include "folder_local.h"

#include "radsbord/base/language.h"
#include "radsbord/base/text.h"
#include "radsbord/store/ini.h"

#include <stdlib.h>
#include <string.h>

const struct folder_key folder_keys[] = {
	{"format", N_("Mappens format, ett heltal. Programmet sätter det; ett nyare format än programmet känner öppnas bara för läsning.")},
	{"namn", N_("Rådets namn, som det står på skärmen och i utskrifter. Måste anges.")},
	{"region", N_("Rådets region: länskoden med två siffror. Måste anges.")},
	{"ovning", N_("ja eller nej. Ja skriver ÖVNINGSRÅD överst på varje skärmbild.")},
	{"mall", N_("En Word-fil i rådets mapp vars formatmallar rådets Word-dokument får.")},
	{"ordval", N_("Ordet för vad rådet gör med det som sägs, i protokollet. Tomt: noterar.")},
	{"protokoll", N_("Vad det som skrivs på mötena kallas: protokoll eller minnesanteckningar.")},
	{"paragrafer", N_("Om paragraferna numreras per möte (mote) eller över året (ar).")},
	{"justerare", N_("Hur många som justerar protokollet: 0, 1 eller 2.")},
	{"beslutsfor", N_("Hur många som måste vara närvarande. 0: rådet har ingen sådan regel.")},
	{"dagordning", N_("Rådets egna stående punkter: Mötet öppnas (5) | Närvaro | ...")},
	{0},
};

static void report_unknown(const struct ini *ini, struct diagnostics *d)
{
	for (size_t s = 0; s < ini_sections(ini); s++) {
		const char *section = ini_section(ini, s);

		if (strcmp(section, "rad") != 0) {
			diagnostics_add(d, DIAGNOSTIC_NOTE, FOLDER_SETTINGS, ini_line(ini, section, NULL),
			                _("Avsnittet [%.100s] är okänt och används inte; det behålls i filen."), section);
			continue;
		}
		for (size_t i = 0; i < ini_keys(ini, section); i++) {
			const char *key = ini_key(ini, section, i);
			bool known = false;

			for (const struct folder_key *k = folder_keys; k->key; k++)
				known |= strcmp(k->key, key) == 0;
			if (!known)
				diagnostics_add(d, DIAGNOSTIC_NOTE, FOLDER_SETTINGS, ini_line(ini, section, key),
				                _("Nyckeln %.100s är okänd och används inte; den behålls i filen."), key);
		}
	}
}

/* Only the format that this program writes may be written. */
static void read_format(const struct ini *ini, struct council_settings *out, char **readonly, struct diagnostics *d)
{
	const char *text = ini_get(ini, "rad", "format");
	struct num n = NUM_UNKNOWN;
	int decimals = 0;

	if (!text || !num_parse(text, &n, &decimals) || decimals || n.num < 1 || n.num > 1000000) {
		*readonly = mem_printf(_("Rådet kan bara läsas eftersom format saknas eller är fel i rad.ini; skriv "
		                       "format = %d om mappen är gjord av den här versionen."), FOLDER_FORMAT);
		diagnostics_add(d, DIAGNOSTIC_FAULT, FOLDER_SETTINGS, ini_line(ini, "rad", text ? "format" : NULL),
		                "%s", *readonly);
		return;
	}
	out->format = (int)n.num;
	if (out->format <= FOLDER_FORMAT)
		return;
	*readonly = mem_printf(_("Rådet kan bara läsas: mappen har format %d och det här programmet skriver format "
	                       "%d. Uppdatera programmet för att ändra."), out->format, FOLDER_FORMAT);
	diagnostics_add(d, DIAGNOSTIC_WARNING, FOLDER_SETTINGS, ini_line(ini, "rad", "format"), "%s", *readonly);
}

static void read_practice(const struct ini *ini, struct council_settings *out, struct diagnostics *d)
{
	const char *text = ini_get(ini, "rad", "ovning");

	out->practice = text && strcmp(text, "ja") == 0;
	if (text && *text && strcmp(text, "ja") != 0 && strcmp(text, "nej") != 0)
		diagnostics_add(d, DIAGNOSTIC_FAULT, FOLDER_SETTINGS, ini_line(ini, "rad", "ovning"),
		                _("ovning ska vara ja eller nej, men är ”%.100s”; rätta värdet. Tills dess gäller nej."),
		                text);
}

/* True for the first of two words; absent: the second. */
static bool read_choice(const struct ini *ini, const char *key, const char *first, const char *second, struct diagnostics *d)
{
	const char *text = ini_get(ini, "rad", key);

	if (text && *text && strcmp(text, first) != 0 && strcmp(text, second) != 0)
		diagnostics_add(d, DIAGNOSTIC_FAULT, FOLDER_SETTINGS, ini_line(ini, "rad", key),
		                _("%s ska vara %s eller %s, men är ”%.100s”; rätta värdet. Tills dess gäller %s."), key, second, first,
		                text, second);
	return text && strcmp(text, first) == 0;
}

/* A whole number from 0 to `most`. */
static int read_count(const struct ini *ini, const char *key, int absent, int most, struct diagnostics *d)
{
	const char *text = ini_get(ini, "rad", key);
	struct num n = NUM_UNKNOWN;
	int decimals = 0;

	if (!text || !*text)
		return absent;
	if (num_parse(text, &n, &decimals) && !decimals && n.num >= 0 && n.num <= most)
		return (int)n.num;
	diagnostics_add(d, DIAGNOSTIC_FAULT, FOLDER_SETTINGS, ini_line(ini, "rad", key),
	                _("%s ska vara ett heltal från 0 till %d, men är ”%.100s”; rätta värdet. Tills dess gäller %d."), key, most, text,
	                absent);
	return absent;
}

static char *read_text(const struct ini *ini, const char *key, struct diagnostics *d)
{
	const char *text = ini_get(ini, "rad", key);

	if (!text || !*text)
		diagnostics_add(d, DIAGNOSTIC_FAULT, FOLDER_SETTINGS, ini_line(ini, "rad", NULL),
		                _("%s saknas i [rad]; skriv en rad med %s = och värdet."), key, key);
	return mem_strdup(text ? text : "");
}

bool folder_settings_read(const char *bytes, size_t len, struct council_settings *out, char **readonly,
                          struct diagnostics *d)
{
	size_t before = diagnostics_count(d, DIAGNOSTIC_FAULT);
	struct ini *ini = ini_parse(bytes, len, FOLDER_SETTINGS, d);
	bool damaged = diagnostics_count(d, DIAGNOSTIC_FAULT) > before;

	*out = (struct council_settings){0};
	*readonly = NULL;
	if (!ini) {
		*readonly = mem_strdup(_("Rådet kan bara läsas eftersom rad.ini inte går att läsa; rätta filen eller hämta "
		                       "den från en säkerhetskopia."));
		return false;
	}
	out->name = read_text(ini, "namn", d);
	out->region = read_text(ini, "region", d);
	if (ini_get(ini, "rad", "mall") && *ini_get(ini, "rad", "mall"))
		out->template = mem_strdup(ini_get(ini, "rad", "mall"));
	out->verb = mem_strdup(ini_get(ini, "rad", "ordval") ? ini_get(ini, "rad", "ordval") : "");
	out->agenda = mem_strdup(ini_get(ini, "rad", "dagordning") ? ini_get(ini, "rad", "dagordning") : "");
	out->notes = read_choice(ini, "protokoll", "minnesanteckningar", "protokoll", d);
	out->year_paragraphs = read_choice(ini, "paragrafer", "ar", "mote", d);
	out->adjusters = read_count(ini, "justerare", 1, 2, d);
	out->quorum = read_count(ini, "beslutsfor", 0, 200, d);
	read_practice(ini, out, d);
	read_format(ini, out, readonly, d);
	report_unknown(ini, d);
	ini_free(&ini);
	if (damaged && !*readonly)
		*readonly = mem_strdup(_("rad.ini är skadad och kan inte ändras förrän den är rättad; kör radsbord kontroll."));
	return !damaged && out->format > 0;
}

void folder_settings_copy(struct council_settings *to, const struct council_settings *from)
{
	folder_settings_release(to);
	to->name = mem_strdup(from->name ? from->name : "");
	to->region = mem_strdup(from->region ? from->region : "");
	to->template = from->template ? mem_strdup(from->template) : NULL;
	to->verb = mem_strdup(from->verb ? from->verb : "");
	to->agenda = mem_strdup(from->agenda ? from->agenda : "");
	to->notes = from->notes;
	to->year_paragraphs = from->year_paragraphs;
	to->adjusters = from->adjusters;
	to->quorum = from->quorum;
	to->practice = from->practice;
	to->format = from->format;
}

void folder_settings_release(struct council_settings *s)
{
	free(s->name);
	free(s->region);
	free(s->template);
	free(s->verb);
	free(s->agenda);
	*s = (struct council_settings){0};
}

/* What a line of INI can hold between quotation marks. */
static bool check_value(const char *what, const char *value, struct error *e)
{
	if (!value || !*value)
		return error_set(e, ERROR_USAGE, _("Ett nytt råd behöver %s; ange det."), what);
	if (strlen(value) > 500 || strpbrk(value, "\"\\;#\r\n") || !text_is_utf8(value, strlen(value), NULL))
		return error_set(e, ERROR_USAGE,
		                 _("Rådets %s är för långt eller har ett tecken som inte kan stå i rad.ini (\" \\ ; # eller "
		                 "ny rad); skriv det på annat sätt."), what);
	return true;
}

bool folder_settings_write(const char *name, const char *region, struct buf *out, struct error *e)
{
	if (!check_value("namn", name, e) || !check_value("region", region, e))
		return false;
	buf_printf(out,
	           "# Rådets egna uppgifter. Filen får ändras i vilken textredigerare som helst.\n"
	           "# Semikolon, nummertecken och citattecken får inte stå i ett värde.\n"
	           "\n"
	           "[rad]\n"
	           "\n"
	           "# Hur filerna i mappen är skrivna. Ändras bara av radsbord uppgradera.\n"
	           "format = %d\n"
	           "\n"
	           "# Vad rådet heter, som det står överst på skärmen och i utskrifter.\n"
	           "namn = \"%s\"\n"
	           "\n"
	           "# Regionens kod, två siffror.\n"
	           "region = %s\n"
	           "\n"
	           "# Vad det som skrivs på mötena kallas: protokoll eller minnesanteckningar.\n"
	           "protokoll = protokoll\n"
	           "\n"
	           "# Om paragraferna numreras per möte (mote) eller över året (ar).\n"
	           "paragrafer = mote\n"
	           "\n"
	           "# Hur många som justerar: 0, 1 eller 2.\n"
	           "justerare = 1\n"
	           "\n"
	           "# Hur många som måste närvara för att rådet ska få besluta; 0 om det inte är bestämt.\n"
	           "beslutsfor = 0\n"
	           "\n"
	           "# Rådets egen dagordning, med minuter om man vill: Mötet öppnas (5) | Närvaro (5) | Övriga frågor.\n"
	           "# Tom för den vanliga.\n"
	           "dagordning =\n"
	           "\n"
	           "# ja för ett råd att öva i: då står ÖVNINGSRÅD på varje skärm.\n"
	           "ovning = nej\n",
	           FOLDER_FORMAT, name, region);
	return true;
}
