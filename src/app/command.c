/* The one command table. Everything that lists or finds commands reads these rows. */
#include "radsbord/app/command.h"

#include <string.h>

#define LISTS (PLACE_PANES | PLACE_DETAIL | PLACE_HELP)
#define REFERRALS (PLACE_REFERRALS | PLACE_WAYPOINTS)
#define ROW(command_id, ...) [command_id] = {.id = command_id, __VA_ARGS__}

static const struct command_row table[COMMANDS] = {
	ROW(COMMAND_UP, .name = "upp", .keys = "Up k", .label = "välj", .group = "Flytta",
	    .help = "Upp en rad.", .places = LISTS, .priority = 1),
	ROW(COMMAND_DOWN, .name = "ned", .keys = "Down j", .label = "välj", .group = "Flytta",
	    .help = "Ned en rad.", .places = LISTS, .priority = 1),
	ROW(COMMAND_PAGE_UP, .name = "sida_upp", .keys = "PgUp", .label = "sida", .group = "Flytta",
	    .help = "Upp en sida.", .places = LISTS),
	ROW(COMMAND_PAGE_DOWN, .name = "sida_ned", .keys = "PgDn", .label = "sida", .group = "Flytta",
	    .help = "Ned en sida.", .places = LISTS),
	ROW(COMMAND_FIRST, .name = "forsta", .keys = "Home g", .label = "första", .group = "Flytta",
	    .help = "Till första raden.", .places = LISTS),
	ROW(COMMAND_LAST, .name = "sista", .keys = "End G", .label = "sista", .group = "Flytta",
	    .help = "Till sista raden.", .places = LISTS),
	ROW(COMMAND_OPEN, .name = "oppna", .keys = "Enter Right ö", .label = "förklara", .group = "Flytta",
	    .help = "Öppna: vad raden bygger på. En gång till följer länken.",
	    .places = PLACE_PANES | PLACE_DETAIL, .needs = NEED_ROW, .priority = 2),
	ROW(COMMAND_BACK, .name = "tillbaka", .keys = "Esc Left Backspace", .label = "tillbaka", .group = "Flytta",
	    .help = "Tillbaka, eller ta bort filtret.",
	    .places = LISTS & ~PLACE_WHATIF, .priority = 9),
	ROW(COMMAND_NEXT_PART, .name = "nasta_del", .keys = "Tab", .label = "del", .group = "Flytta",
	    .help = "Nästa del av sidan, till exempel Saknas, Finns och Förslag.",
	    .places = PLACE_GAPS | PLACE_PLAN | PLACE_COUNCIL | PLACE_COSTS | PLACE_QUESTIONS | REFERRALS,
	    .priority = 4),
	ROW(COMMAND_PREVIOUS_PART, .name = "forra_del", .keys = "Shift-Tab", .label = "del", .group = "Flytta",
	    .help = "Föregående del av sidan.", .places = PLACE_GAPS | PLACE_PLAN | PLACE_COUNCIL | PLACE_COSTS | PLACE_QUESTIONS | REFERRALS),
	ROW(COMMAND_PREVIOUS, .name = "foregaende", .keys = ",", .label = "region", .group = "Flytta",
	    .help = "Föregående region.", .places = PLACE_OVERVIEW | PLACE_WHATIF | PLACE_GAPS | PLACE_PLAN, .priority = 5),
	ROW(COMMAND_NEXT, .name = "nasta", .keys = ".", .label = "region", .group = "Flytta",
	    .help = "Nästa region.", .places = PLACE_OVERVIEW | PLACE_WHATIF | PLACE_GAPS | PLACE_PLAN, .priority = 5),
	ROW(COMMAND_PREVIOUS_YEAR, .name = "forra_aret", .keys = ",", .label = "år", .group = "Flytta",
	    .help = "Föregående år.", .places = PLACE_MEETINGS, .priority = 4),
	ROW(COMMAND_NEXT_YEAR, .name = "nasta_ar", .keys = ".", .label = "år", .group = "Flytta",
	    .help = "Nästa år.", .places = PLACE_MEETINGS, .priority = 4),
	ROW(COMMAND_PREVIOUS_COST, .name = "forra_kostnaden", .keys = ",", .label = "kostnad", .group = "Flytta",
	    .help = "Föregående kostnad som delas.", .places = PLACE_COSTS, .priority = 5),
	ROW(COMMAND_NEXT_COST, .name = "nasta_kostnad", .keys = ".", .label = "kostnad", .group = "Flytta",
	    .help = "Nästa kostnad som delas.", .places = PLACE_COSTS, .priority = 5),
	ROW(COMMAND_LESS, .name = "mindre", .keys = "-", .label = "utåt", .group = "Flytta",
	    .help = "Ett steg utåt: kommun, område, region, riket.", .places = PLACE_OVERVIEW | PLACE_WHATIF | PLACE_GAPS),
	ROW(COMMAND_MORE, .name = "mer", .keys = "+", .label = "inåt", .group = "Flytta",
	    .help = "Ett steg inåt: välj ett område eller en kommun i regionen.", .places = PLACE_OVERVIEW | PLACE_WHATIF | PLACE_GAPS,
	    .priority = 8),
	ROW(COMMAND_VIEW, .name = "vy", .keys = "v", .label = "vy", .group = "Visa",
	    .help = "Nästa vy: tabell, staplar över alla regioner, staplar år för år.", .places = PLACE_OVERVIEW, .needs = NEED_ROW,
	    .priority = 4),
	ROW(COMMAND_ARRANGE, .name = "ordna", .keys = "v", .label = "ordna", .group = "Visa",
	    .help = "Bristerna efter tjänst, efter plats, eller räknade per tjänst och per plats.", .places = PLACE_MISSING, .priority = 7),
	ROW(COMMAND_WHATIF, .name = "tank_om", .keys = "T", .label = "tänk om", .group = "Visa",
	    .help = "Tänk om: fler vårdplatser, en ny enhet, en högre andel. Uppgifterna är orörda; Esc lämnar.",
	    .places = PLACE_OVERVIEW, .priority = 9),
	ROW(COMMAND_WHATIF_MORE, .name = "tank_mer", .keys = "T a", .label = "ändra mer", .group = "Visa",
	    .help = "En ändring till, ta tillbaka den senaste, spara som scenario eller hämta ett.", .places = PLACE_WHATIF,
	    .priority = 3),
	ROW(COMMAND_WHATIF_LEAVE, .name = "tank_lamna", .keys = "Esc Left Backspace", .label = "lämna", .group = "Visa",
	    .help = "Lämna tänk om: uppgifterna visas som de är.", .places = PLACE_WHATIF, .priority = 3),

	ROW(COMMAND_PANE_1, .name = "oversikt", .keys = "1", .label = "översikt", .group = "Sidor",
	    .help = "Översikt: hur platsen står sig, en rad per indikator.", .places = PLACE_EVERYWHERE),
	ROW(COMMAND_PANE_2, .name = "brister", .keys = "2", .label = "brister", .group = "Sidor",
	    .help = "Finns och saknas: bristerna, enheterna och förslagen.", .places = PLACE_EVERYWHERE),
	ROW(COMMAND_PANE_3, .name = "plan", .keys = "3", .label = "plan", .group = "Sidor",
	    .help = "Handlingsplan: mål, aktiviteter och åtgärder.", .places = PLACE_EVERYWHERE),
	ROW(COMMAND_PANE_4, .name = "moten", .keys = "4", .label = "möten", .group = "Sidor",
	    .help = "Möten: årets möten mot det planen lovar, och dagordningen.", .places = PLACE_EVERYWHERE),
	ROW(COMMAND_PANE_5, .name = "remisser", .keys = "5", .label = "remisser", .group = "Sidor",
	    .help = "Remisser: när svaret ska lämnas, stegen dit och rådets ställning.", .places = PLACE_EVERYWHERE),
	ROW(COMMAND_PANE_6, .name = "radet", .keys = "6", .label = "rådet", .group = "Sidor",
	    .help = "Rådet: platser, kostnader, ombud, utbildning, parter, resurser och frågor.", .places = PLACE_EVERYWHERE),

	ROW(COMMAND_FILTER, .name = "filtrera", .keys = "/ F3 Ctrl-F", .label = "filtrera", .group = "Hitta",
	    .help = "Filtrera medan du skriver. Vanliga ord, eller ansvarig:ek status:pågår tjänst:jour försenad.",
	    .places = PLACE_PANES, .priority = 6),
	ROW(COMMAND_FIND_NEXT, .name = "sok_nasta", .keys = "n", .label = "nästa träff", .group = "Hitta",
	    .help = "Nästa rad som filtret visar.", .places = PLACE_PANES),
	ROW(COMMAND_FIND_PREVIOUS, .name = "sok_forra", .keys = "N", .label = "förra träffen", .group = "Hitta",
	    .help = "Föregående rad som filtret visar.", .places = PLACE_PANES),
	ROW(COMMAND_SORT, .name = "sortera", .keys = "s F6", .label = "sortera", .group = "Hitta",
	    .help = "Välj vilken kolumn som ska bestämma ordningen.", .places = PLACE_PANES, .priority = 9),
	ROW(COMMAND_HELP, .name = "hjalp", .keys = "F1 ?", .label = "hjälp", .group = "Hitta",
	    .help = "Tangenterna som gäller där du står.", .places = PLACE_EVERYWHERE, .priority = 1),
	ROW(COMMAND_MENU, .name = "meny", .keys = "F9 :", .label = "meny", .group = "Hitta",
	    .help = "Alla kommandon med sina tangenter; skriv en del av namnet.",
	    .places = PLACE_PANES | PLACE_DETAIL, .priority = 10),

	ROW(COMMAND_ADD, .name = "lagg_till", .keys = "a", .label = "ny", .group = "Ändra",
	    .help = "Lägg till: en åtgärd av bristen eller förslaget, en åtgärd i planen, ett möte, eller det som sidan Rådet visar.",
	    .places = PLACE_GAPS | PLACE_PLAN | PLACE_MEETINGS | PLACE_COUNCIL | PLACE_COSTS | PLACE_QUESTIONS | REFERRALS, .needs = NEED_COUNCIL | NEED_WRITABLE, .priority = 3),
	ROW(COMMAND_EDIT, .name = "andra", .keys = "e ä F4", .label = "ändra", .group = "Ändra",
	    .help = "Ändra raden i ett formulär.", .places = PLACE_PLAN | PLACE_MEETINGS | PLACE_COUNCIL | PLACE_QUESTIONS | REFERRALS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 3),
	ROW(COMMAND_HISTORY, .name = "historik", .keys = "h", .label = "historik", .group = "Visa",
	    .help = "Radens historik: vem som ändrade vad, och när. Gammalt → nytt.",
	    .places = PLACE_PANES & ~(PLACE_OVERVIEW | PLACE_WHATIF), .needs = NEED_ROW | NEED_COUNCIL, .priority = 11),
	ROW(COMMAND_DONE, .name = "klar", .keys = "d", .label = "klar", .group = "Ändra",
	    .help = "Åtgärden är klar.", .places = PLACE_PLAN, .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE,
	    .priority = 5),
	ROW(COMMAND_DATE, .name = "flytta", .keys = "f", .label = "flytta tiden", .group = "Ändra",
	    .help = "Ny tid: skriv till exempel 4/2, +14, v 5 eller 2027-02-04.", .places = PLACE_PLAN,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 5),
	ROW(COMMAND_OWNER, .name = "ansvarig", .keys = "r", .label = "ansvarig", .group = "Ändra",
	    .help = "Vem som ansvarar: roll, person eller organisation.", .places = PLACE_PLAN,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 7),
	ROW(COMMAND_NOTE, .name = "anteckna", .keys = "t", .label = "text", .group = "Ändra",
	    .help = "Skriv en anteckning; den får dagens datum.", .places = PLACE_PLAN,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 7),
	ROW(COMMAND_STATUS, .name = "status", .keys = "S", .label = "status", .group = "Ändra",
	    .help = "Välj status, eller svaret på förslaget.", .places = PLACE_GAPS | PLACE_PLAN | PLACE_MEETINGS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 8),
	ROW(COMMAND_DROP, .name = "utgar", .keys = "x", .label = "utgår", .group = "Ändra",
	    .help = "Åtgärden utgår; du skriver varför.", .places = PLACE_PLAN,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 9),
	ROW(COMMAND_EDIT_COST, .name = "andra_kostnad", .keys = "e ä F4", .label = "ändra", .group = "Ändra",
	    .help = "Ändra kostnaden i ett formulär.", .places = PLACE_COSTS, .needs = NEED_COUNCIL | NEED_WRITABLE,
	    .priority = 3),
	ROW(COMMAND_TAKE_UP, .name = "ta_upp", .keys = "b", .label = "ta upp", .group = "Ändra",
	    .help = "Ta upp frågan på nästa möte, eller gör en åtgärd av den.", .places = PLACE_QUESTIONS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 4),
	ROW(COMMAND_SENT, .name = "svaret_sant", .keys = "d", .label = "svaret sänt", .group = "Ändra",
	    .help = "Svaret på remissen är sänt i dag. En gång till: det är inte sänt.", .places = PLACE_REFERRALS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 5),
	ROW(COMMAND_STEP_DONE, .name = "delsteg_klart", .keys = "d Space", .label = "klart", .group = "Ändra",
	    .help = "Delsteget är klart i dag. En gång till: det är inte klart.", .places = PLACE_WAYPOINTS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 5),
	ROW(COMMAND_POSITION, .name = "stallning", .keys = "S", .label = "ställning", .group = "Ändra",
	    .help = "Rådets ställning: tillstyrker, avstyrker eller annat.", .places = PLACE_REFERRALS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 5),
	ROW(COMMAND_REFERRAL_UP, .name = "ta_upp_remiss", .keys = "b", .label = "ta upp", .group = "Ändra",
	    .help = "Ta upp remissen på nästa mötes dagordning.", .places = PLACE_REFERRALS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 6),
	ROW(COMMAND_TOGGLE, .name = "vaxla", .keys = "Space", .label = "deltar", .group = "Ändra",
	    .help = "Kommunen deltar i kostnaden, eller inte.", .places = PLACE_COSTS,
	    .needs = NEED_ROW | NEED_COUNCIL | NEED_WRITABLE, .priority = 4),
	ROW(COMMAND_UNDO, .name = "angra", .keys = "u å Ctrl-Z", .label = "ångra", .group = "Ändra",
	    .help = "Ångra det senaste du gjorde, på vilken sida det än var.", .places = PLACE_EVERYWHERE,
	    .needs = NEED_COUNCIL | NEED_WRITABLE, .priority = 10),
	ROW(COMMAND_REDO, .name = "gor_om", .keys = "Ctrl-R Ctrl-Y", .label = "gör om", .group = "Ändra",
	    .help = "Gör om det du ångrade.", .places = PLACE_EVERYWHERE, .needs = NEED_COUNCIL | NEED_WRITABLE),
	ROW(COMMAND_SAVED, .name = "sparat", .keys = "Ctrl-S", .label = "sparat?", .group = "Ändra",
	    .help = "Visar att allt är sparat, och när.", .places = PLACE_EVERYWHERE),

	ROW(COMMAND_EXPORT, .name = "skriv_ut", .keys = "F8 w Ctrl-P", .label = "skriv ut", .group = "Programmet",
	    .help = "Skriv ett dokument till en fil: Word, webbsida, text eller tabell.", .places = PLACE_PANES | PLACE_DETAIL, .priority = 11),
	ROW(COMMAND_REDRAW, .name = "rita_om", .keys = "Ctrl-L", .label = "rita om", .group = "Programmet",
	    .help = "Ritar om hela skärmen.", .places = PLACE_EVERYWHERE),
	ROW(COMMAND_QUIT, .name = "lamna", .keys = "q F10", .label = "lämna", .group = "Programmet",
	    .help = "Lämna Rådsbord. Allt är redan sparat.", .places = PLACE_EVERYWHERE),
};

const struct command_row *command_find(enum command id)
{
	return id > COMMAND_NONE && id < COMMANDS ? &table[id] : NULL;
}

const struct command_row *command_by_name(const char *name)
{
	for (int i = COMMAND_NONE + 1; i < COMMANDS; i++)
		if (strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

const char *command_refusal(unsigned missing_needs)
{
	if (missing_needs & NEED_COUNCIL)
		return "Inget råd är öppet. Starta med --rad MAPP, eller skapa ett med: radsbord ny MAPP";
	if (missing_needs & NEED_WRITABLE)
		return "Rådets filer kan inte ändras just nu. Kör radsbord kontroll för att se varför.";
	if (missing_needs & NEED_ROW)
		return "Ingen rad är vald.";
	return "";
}
