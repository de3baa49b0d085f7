/* The steps of a council's year, and who takes them. */
#include "year.h"

#include "radsbord/base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define TAB "\t"
#define SAVE "\023"
#define RIGHT "\033[C"
#define DOWN "\033[B"
#define SHIFT_TAB "\033[Z"
#define DOWN5 DOWN DOWN DOWN DOWN DOWN
#define ENTER "\r"
#define ESCAPE "\033"
#define PASTE "\1" /* before what is pasted and not typed */

/* Keys, and what the screen then shows; NULL: whatever. */
struct step {
	const char *keys, *shows;
};

/* Words by which one finds a row or an answer, and what they are on an English screen. */
static const struct {
	const char *swedish, *english;
} words[] = {
	{"/rådsmöte", "/council meeting"}, {"wkallelse till", "wnotice of a"}, {"kallelse" ENTER, "notice" ENTER},
	{"gäst" ENTER, "guest" ENTER},     {"sex" ENTER, "six" ENTER},
	{"med synp", "with comm"},         {"hållet" ENTER, "held" ENTER},
	{"wårsberättelse", "wannual report"},
};
enum { WORDS = sizeof words / sizeof *words };

/* Owned. */
static char *in_english(const char *keys)
{
	struct buf out = {0};
	while (*keys) {
		size_t i = 0;
		while (i < WORDS && strncmp(keys, words[i].swedish, strlen(words[i].swedish)) != 0)
			i++;
		if (i < WORDS)
			buf_str(&out, words[i].english);
		else
			buf_char(&out, *keys);
		keys += i < WORDS ? strlen(words[i].swedish) : 1;
	}
	return buf_detach(&out);
}

static const char *program(void)
{
	const char *p = getenv("RADSBORD_PROGRAM");
	return p ? p : "build/radsbord";
}

/* The secretary's own setting, not the council's: a verdict may be given at once. A test does not wait. */
static void set_no_wait(const struct year *y)
{
	char path[400];
	snprintf(path, sizeof path, "%s/.config", y->home);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/.config/radsbord", y->home);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/.config/radsbord/radsbord.ini", y->home);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "[radsbord]\ngenomgang_ms = 0\n");
	assert_int_equal(fclose(f), 0);
}

/* What a new secretary types at the prompt. */
static void create(const struct year *y)
{
	const char *const argv[] = {program(), "ny", y->council, "--namn", "Palliativa rådet i Sörmland", "--region", "Södermanland", "--idag",
	                            "2027-01-11", NULL};
	const char *const env[] = {y->stage->state_env, y->stage->home_env, NULL};
	struct vt *vt = vt_start(argv, env, 100, 30);
	assert_int_equal(vt_exit_status(vt), 0);
	vt_free(&vt);
}

static void play(struct vt *vt, const struct step *steps, bool english)
{
	for (; steps->keys; steps++) {
		char *keys = english ? in_english(steps->keys) : mem_strdup(steps->keys), *at = keys;
		if (*at == *PASTE)
			vt_paste(vt, at + 1);
		else
			vt_keys(vt, at);
		assert_true(vt_wait(vt));
		if (!english && steps->shows && !vt_shows(vt, steps->shows))
			print_message("after %s:\n", at);
		if (!english && steps->shows)
			stage_shows(vt, steps->shows);
		free(keys);
	}
}

/* The program on a day of its own, from its start to q. */
static void day(const struct year *y, const char *date, const struct step *steps)
{
	char today[32];
	snprintf(today, sizeof today, "%sT09:30:00", date);
	const char *const argv[] = {program(), "--rad", y->council, "--idag", today, NULL};
	const char *const env[] = {y->stage->state_env, y->stage->home_env, y->english ? "RADSBORD_SPRAK=en" : NULL, NULL};
	struct vt *vt = vt_start(argv, env, 100, 36);
	assert_true(vt_wait(vt));
	play(vt, steps, y->english);
	stage_leave(vt);
}

/* ---- the year ---------------------------------------------------------------- */

#define LEAVE_ROOM(held) {ESCAPE, "Lämna mötet? Allt är sparat."}, {ENTER, held}
#define SEAT(person) "e" TAB TAB TAB TAB person SAVE

/* January: who sits in the council, what it is to reach and do, and when it meets. */
static const struct step january[] = {
	{"6", "0 av 10 platser tillsatta"},
	{"e" TAB RIGHT RIGHT TAB TAB TAB "Anna Andersson" SAVE, "1 av 10 platser tillsatta"},
	{DOWN SEAT("Bo Berg"), "2 av 10 platser tillsatta"},
	{DOWN SEAT("Cia Carlsson"), "3 av 10 platser tillsatta"},
	{DOWN SEAT("David Dahl"), "4 av 10 platser tillsatta"},
	{"a" RIGHT RIGHT RIGHT RIGHT RIGHT TAB RIGHT RIGHT RIGHT RIGHT TAB "Region Sörmlands kansli" TAB TAB "Eva Ek" TAB "eva.ek@radet.se" SAVE,
	 "Eva Ek"},
	{"3", "Plan 2027: 0 öppna"},
	{SHIFT_TAB SHIFT_TAB, "[Planer]"},
	{"e" TAB TAB "Länsstyrgruppen i Sörmland" TAB TAB "Verka för en likvärdig palliativ vård i länet." TAB "2027-01-11" TAB
	 "Länsstyrgruppen" TAB "3" TAB "1" TAB "En årsplan och en årsberättelse varje år." TAB "Länsstyrgruppen" TAB "2027-02-28" TAB
	 "Länsstyrgruppen" TAB "2028-02-28" SAVE, "Sparat kl. 9.30."},
	{SHIFT_TAB "a" "Utbildning och handledning" SAVE, "Utbildning och handledning"},
	{"a" "Registrering i palliativregistret" SAVE, "Registrering i palliativregistret"},
	{SHIFT_TAB "a" TAB "Brytpunktssamtal hålls i hela länet" TAB "brytpunktssamtal" SAVE, "mätbart mål"},
	{SHIFT_TAB SHIFT_TAB "a" TAB "Ordna utbildning i brytpunktssamtal" TAB RIGHT TAB "Utbildningsgruppen" TAB TAB TAB "2027-05-31" SAVE,
	 "Plan 2027: 1 öppen"},
	{"a" TAB "Skriv till de privata utförarna" TAB RIGHT RIGHT TAB "Eva Ek" TAB TAB TAB "2027-03-01" SAVE, "Plan 2027: 2 öppna"},
	{"A", "Klistra in listan"},
	{PASTE "Håll en nätverksträff för ombuden\nGå igenom vilka som har ombud\n", "nätverksträff"},
	{ENTER, "Plan 2027: 4 öppna"},
	{"4", "planerat 0 av 3 halvdagar och 0 av 1 heldag"},
	{"i" "andra torsdagen i mars, juni och september kl. 9–12" ENTER, "Lägg in 3 möten"},
	{ENTER, "3 möten är inlagda."},
	{"i" "andra torsdagen i december kl. 9–16 heldag" ENTER ENTER, "planerat 3 av 3 halvdagar och 1 av 1 heldag"},
	{"/rådsmöte" ENTER, "tor 11 mar"},
	{"g" "S" "kallelse" ENTER, "kallelse sänd"},
	{"wkallelse till" ENTER "word" ENTER, "Skrivet: "},
	{NULL, NULL},
};

/* The first meeting, in the room: who is there, what is said, what is decided, who is to do what, and the plan gone through. */
static const struct step march[] = {
	{"4/rådsmöte" ENTER "gm", "[Ärenden]"},
	{TAB "*", "● närvarande"},
	{DOWN " ", "○ förhinder"},
	{"a" "gäst" ENTER, NULL},
	{"Gun Grå, Socialstyrelsen" ENTER, "Socialstyrelsen"},
	{SHIFT_TAB " ", NULL},
	{"t" "Ordföranden hälsade välkommen." ENTER, "Ordföranden hälsade välkommen."},
	{DOWN DOWN "b" "att utse Cia Carlsson att justera protokollet" ENTER, "att utse Gnesta"},
	{DOWN DOWN DOWN DOWN "R", "1 av 4"},
	{"d", "2 av 4"},
	{"o", "3 av 4"},
	{"r" "utbildningsg" ENTER, "4 av 4"},
	{"o", "4 punkter: 2 oförändrade, 1 klar, 1 ny ansvarig."},
	{ENTER, "[Ärenden]"},
	{DOWN DOWN DOWN "b" "att söka medel för en utbildningsdag" ENTER, "att söka medel"},
	{"a" "Sök medel för en utbildningsdag" ENTER, NULL},
	{"utbildningsg" ENTER, NULL},
	{"sex" ENTER, "Sök medel för en utbildningsdag"},
	{TAB TAB, "[Protokoll]"},
	{"s" "Cia Carlsson" ENTER, "Sparat kl. 9.30."},
	{"p", "Protokoll: under justering"},
	LEAVE_ROOM("(1 hållen)"),
	{NULL, NULL},
};
/* The one who adjusts has a word changed, and the minutes are adopted. */
static const struct step adjusted[] = {
	{"4/rådsmöte" ENTER "gm" TAB TAB, "0 av 1 har justerat"},
	{DOWN5 DOWN5 DOWN5 DOWN5 DOWN DOWN DOWN "r", "text: Ordföranden hälsade välkommen."},
	{ENTER " Mötet öppnades kl. 9.00." ENTER, "Begärd av"},
	{"Cia Carlsson" ENTER, "Mötet öppnades kl. 9.00."},
	{"p", "Vem har justerat?"},
	{"gnesta" ENTER, "Hur är det justerat?"},
	{"underskrift" ENTER, "Justerat: protokollet ändras inte mer."},
	LEAVE_ROOM("(1 hållen)"),
	{NULL, NULL},
};

/* A referral comes, and its way is laid out. */
static const struct step april[] = {
	{"5a" "Kunskapscentrum för palliativ vård" TAB "Länsstyrgruppen" TAB "LS 12/2027" TAB "PR 3/2027" TAB TAB "2027-06-30" TAB
	 "Länsstyrgruppen" TAB "Eva Ek" SAVE, "svar senast 30 juni 2027, om 79 dagar"},
	{TAB "a" "Arbetsutskottet" TAB "10" SAVE, "Arbetsutskottet"},
	{SHIFT_TAB "b", "Sparat kl. 9.30."},
	{"6" TAB TAB TAB "a" "2027-04-20" TAB "Palliation ABC" TAB TAB "undersköterskor" TAB "Flens kommun 12" ENTER "Hospice AB (privat) 3" SAVE, "Palliation ABC"},
	{TAB "a" ENTER "Stiftelsen Sörmland" TAB TAB "75000" SAVE, "Stiftelsen Sörmland"},
	{NULL, NULL},
};

/* The second meeting gives the answer its position; it is sent some days later. */
static const struct step june[] = {
	{"5" "S" "med synp" ENTER, "tillstyrker m…"},
	{"e" TAB TAB TAB TAB TAB TAB TAB TAB TAB TAB "Att driften delas efter invånare." TAB "Rådet tillstyrker ett gemensamt centrum." SAVE, "Sparat"},
	{TAB "d", "klart"},
	{"4/rådsmöte" ENTER "g" DOWN "m" TAB "*", "● närvarande"},
	LEAVE_ROOM("halvdag"),
	{"g" DOWN "S" "hållet" ENTER, "(2 hållna)"},
	{NULL, NULL},
};
static const struct step answer[] = {
	{"5d", "sänt"},
	{NULL, NULL},
};

/* The autumn's meetings; in December the next year's plan is begun. */
static const struct step september[] = {
	{"4/rådsmöte" ENTER "g" DOWN DOWN "m" TAB "*", "● närvarande"},
	{SHIFT_TAB DOWN5 DOWN "R", "1 av 4"},
	{"f" ENTER, "2 av 4"},
	{"o", "3 av 4"},
	{"b", "4 av 4"},
	{"x" "Görs av vårdförbundet" ENTER, "4 punkter"},
	{ENTER, "[Ärenden]"},
	LEAVE_ROOM("halvdag"),
	{"g" DOWN DOWN "S" "hållet" ENTER, "(3 hållna)"},
	{NULL, NULL},
};
static const struct step december[] = {
	{"3" SHIFT_TAB SHIFT_TAB "a", "Ny plan"},
	{SAVE, "Sparat kl. 9.30."},
	{"4/rådsmöte" ENTER "G" "m" TAB "*", "● närvarande"},
	{SHIFT_TAB DOWN5 DOWN DOWN DOWN DOWN "b" "att godkänna handlingsplanen för 2028" ENTER, "att godkänna handlingsplanen för 2028"},
	LEAVE_ROOM("halvdag"),
	{"GS" "hållet" ENTER, "1 av 1 heldag (1 hållen)"},
	{NULL, NULL},
};

/* January: the council's own words, and the year's report. */
static const struct step january_after[] = {
	{"3B" "2027" ENTER, "Rådets egen text i årsberättelsen 2027"},
	{"möten" ENTER "Decembermötet ägnades åt planen för 2028." SAVE, "Sparat kl. 9.30."},
	{"wårsberättelse" ENTER, "2027"},
	{ENTER "word" ENTER, "Skrivet: "},
	{NULL, NULL},
};

void year_live(const struct year *y)
{
	set_no_wait(y);
	create(y);
	day(y, "2027-01-11", january);
	day(y, "2027-03-11", march);
	day(y, "2027-03-22", adjusted);
	day(y, "2027-04-12", april);
	day(y, "2027-06-10", june);
	day(y, "2027-06-21", answer);
	day(y, "2027-09-09", september);
	day(y, "2027-12-09", december);
	day(y, "2028-01-20", january_after);
}
