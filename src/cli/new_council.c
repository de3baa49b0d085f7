/* radsbord ny MAPP: a new council folder, with a vacant seat for each municipality and the region. */
#include "radsbord/cli/cli.h"

#include "radsbord/base/guard.h"

#include <stdlib.h>

static void add_seat(struct session *s, struct arena *a, struct folder_new *n, struct seat *seats, enum seat_group group,
                     const struct place *p)
{
	char id[SESSION_ID_SIZE];
	struct seat *seat = &seats[n->seats_count++];
	record_init(record_type(RECORD_SEAT), seat);
	session_new_id(s, id);
	seat->head.id = arena_strdup(a, id);
	seat->group = group;
	seat->organisation = arena_strdup(a, group == SEAT_REGION ? p->full_name : p->name);
	seat->place = p->code;
}

int cli_run_new(const struct cli *cli)
{
	struct error e = {0};
	const struct reference *r = session_model(cli->session)->reference;
	const char *region = cli->options->region;
	if (!region || !cli->options->name) {
		error_set(&e, ERROR_USAGE, "Skriv: radsbord ny MAPP --namn \"Rådets namn\" --region REGION");
		return cli_fail(&e);
	}
	if (guard_worst(cli->options->name) > GUARD_HINT) {
		error_set(&e, ERROR_USAGE, "Namnet ”%s” innehåller vad som ser ut som ett personnummer. Skriv rådets namn utan det.",
		          cli->options->name);
		return cli_fail(&e);
	}
	int place = reference_find_place(r, region, false);
	if (place < 0 || r->places[place].level != PLACE_REGION) {
		error_set(&e, ERROR_NOT_FOUND, "Regionen ”%s” finns inte. Skriv en regions namn eller tvåsiffriga kod.", region);
		return cli_fail(&e);
	}
	struct arena a = {0};
	struct seat *seats = mem_alloc((r->places_count + 1) * sizeof *seats);
	struct folder_new n = {
		.name = cli->options->name,
		.region = r->places[place].code,
		.year = session_today(cli->session).year,
		.seats = seats,
	};
	add_seat(cli->session, &a, &n, seats, SEAT_REGION, &r->places[place]);
	for (size_t i = 0; i < r->places_count; i++)
		if (r->places[i].level == PLACE_MUNICIPALITY && indikator_within(session_model(cli->session)->set, (int)i, place))
			add_seat(cli->session, &a, &n, seats, SEAT_MUNICIPALITY, &r->places[i]);
	const struct clock *clock = session_clock(cli->session);
	struct store_writer w = {.user = cli->user, .host = cli->host, .utc = clock->utc(clock->ctx)};
	cli_random(NULL, w.random, sizeof w.random);
	bool made = folder_create(cli->options->arguments[0], io_system(), &n, &w, &e);
	free(seats);
	arena_release(&a);
	if (!made)
		return cli_fail(&e);
	cli_say("Rådsmappen är skapad med %zu platser att besätta. Öppna den med: radsbord --rad %s\n", n.seats_count,
	        cli->options->arguments[0]);
	return 0;
}
