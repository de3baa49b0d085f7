/* The places of the command table, as people call them. */
#include "radsbord/app/command.h"

#include "radsbord/base/language.h"

static const struct place_row rows[] = {
	{PLACE_OVERVIEW, N_("Översikt"),
	 N_("En rad per indikator: hur platsen står sig mot målet, och hur långt det är kvar. Enter visar vad ett värde bygger på, ned till fil "
	    "och rad.")},
	{PLACE_MAP, N_("Översikt, karta"), N_("Kommunerna där de ligger i landet, en karta för varje tjänst. Pilarna går mellan dem.")},
	{PLACE_BESIDE, N_("Översikt, sida vid sida"), N_("Två platser bredvid varandra, en rad per indikator.")},
	{PLACE_WHATIF, N_("Tänk om"), N_("Vad en ändring skulle betyda. Uppgifterna är orörda tills du själv ändrar dem.")},
	{PLACE_MISSING, N_("Saknas"), N_("Bristerna som rapporten och rådet har antecknat. Härifrån blir en brist en åtgärd.")},
	{PLACE_UNITS, N_("Finns"), N_("Enheterna som finns, med kriterierna som ja, nej eller okänt.")},
	{PLACE_EXISTS, N_("Förslag"), N_("Rapportens förslag, och hur långt regionen har kommit med vart och ett.")},
	{PLACE_PLAN, N_("Handlingsplan"),
	 N_("Rådets aktiviteter och åtgärder. ”Tiden har gått ut” räknas fram ur datumet. En ändring är sparad när den syns.")},
	{PLACE_GOALS, N_("Mål och fokusområden"), N_("Målen med sina indikatorer, och fokusområdena som åtgärderna hör till.")},
	{PLACE_PLANS, N_("Planer"), N_("En plan per år. Det som är öppet förs över till den nya.")},
	{PLACE_CHECK, N_("Att kontrollera"), N_("Brister utan åtgärd och uppgifter som är gamla: att gå igenom mellan mötena.")},
	{PLACE_MEETINGS, N_("Möten"), N_("Årets möten bland helgdagar och svarsdagar, mot det som planen lovar.")},
	{PLACE_REFERRALS, N_("Remisser"), N_("Remisserna: när svaret ska lämnas, och rådets ställning.")},
	{PLACE_WAYPOINTS, N_("Delsteg"), N_("Stegen fram till ett remissvar, räknade bakåt från dagen det ska lämnas.")},
	{PLACE_COUNCIL, N_("Rådet"), N_("Platserna i rådet och nätverket omkring det. Tab går mellan delarna.")},
	{PLACE_COSTS, N_("Kostnader"), N_("En kostnad som huvudmännen delar, med vars och ens del på kronan.")},
	{PLACE_QUESTIONS, N_("Frågor"), N_("Frågor och behov som arbetsplatser har skickat in.")},
	{PLACE_REVIEW, N_("Genomgång"), N_("En tangent är ett utfall, och det är sparat innan nästa åtgärd visas. u går tillbaka till den förra.")},
	{PLACE_ROOM, N_("Mötets ärenden"), N_("Mötet pågår: protokollet växer bredvid det som skrivs. Andra kan se skärmen.")},
	{PLACE_ROLL, N_("Närvaro"), N_("Alla på en gång med *, sedan undantagen.")},
	{PLACE_MINUTES, N_("Protokoll"), N_("Protokollet från utkast till justerat. Det justerade ändras inte mer.")},
	{PLACE_START, N_("Första sidan"), N_("Här väljer du vad som öppnas. Inget skapas förrän du har valt.")},
};

const struct place_row *command_place_row(size_t i)
{
	return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}
