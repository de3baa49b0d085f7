/* Filters by name: those the person has kept for this list, and the ready-made; the one that stands here can be kept, and one that is
 * kept renamed or taken away. */
#include "pane.h"

#include "radsbord/base/language.h"
#include "radsbord/report/filter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINE N_("Mina")
enum { NAME_MOST = 40 };

static enum record_kind kind_here(struct frame *f)
{
	return pane_kind(frame_pane(f));
}

static bool is_here(struct frame *f, const struct kept_filter *k)
{
	return strcmp(k->list, record_type(kind_here(f))->name) == 0;
}

static void use(struct frame *f, const char *name, const char *words)
{
	struct pane *p = frame_pane(f);
	list_set_filter(&p->list, &p->source, words, -1);
	frame_say(f, _("%s: %zu av %zu. Esc visar allt."), name, p->list.shown, p->source.count);
}

static bool keep(struct frame *f, const char *name, const char *words, struct error *e)
{
	if (strlen(words) >= LIST_FILTER_SIZE)
		return error_set(e, ERROR_USAGE, "%s", _("Filtret är för långt för att sparas."));
	return session_filter_keep(f->session, kind_here(f), name, words, e);
}

/* ---- a name --------------------------------------------------------------------- */

static bool check_name(const char *name, struct error *e)
{
	if (!name[strspn(name, " \t")])
		return error_set(e, ERROR_USAGE, "%s", _("Skriv ett namn, eller tryck Esc."));
	if (text_width(name) > NAME_MOST)
		return error_set(e, ERROR_USAGE, _("Namnet är för långt. Skriv högst %d tecken."), NAME_MOST);
	return guard_worst(name) < GUARD_ASK_KEEP || error_set(e, ERROR_USAGE, "%s", _("Namnet har något som liknar ett personnummer. Skriv ett annat."));
}

static bool accept_new(struct frame *f, const char *text, struct error *e)
{
	if (!check_name(text, e) || !keep(f, text, frame_pane(f)->list.filter, e))
		return false;
	frame_say(f, _("Filtret %s är sparat på den här datorn."), text);
	return true;
}

static bool accept_rename(struct frame *f, const char *text, struct error *e)
{
	if (!check_name(text, e) || !session_filter_rename(f->session, kind_here(f), f->picked, text, e))
		return false;
	frame_say(f, _("Filtret heter nu %s."), text);
	return true;
}

static const struct ask ask_new = {N_("Filtrets namn"), N_("Det sparas på den här datorn, för dig.  Enter spara  Esc avbryt"), accept_new, COMMAND_FILTERS};
static const struct ask ask_rename = {N_("Filtrets nya namn"), N_("Enter spara  Esc avbryt"), accept_rename, COMMAND_FILTERS};

/* ---- renaming and taking away --------------------------------------------------------- */

static void changed(struct frame *f, size_t item)
{
	struct error e = {0};
	if (item == 0)
		modal_ask(f, &ask_rename, f->picked);
	else if (session_filter_drop(f->session, kind_here(f), f->picked, &e))
		frame_say(f, _("Filtret %s är borttaget."), f->picked);
	else
		frame_error(f, &e);
}

/* The nth of the person's own in this list. */
static const struct kept_filter *own(struct frame *f, size_t n)
{
	const struct kept_filters *all = session_filters(f->session);
	for (size_t i = 0; i < all->count; i++)
		if (is_here(f, &all->items[i]) && n-- == 0)
			return &all->items[i];
	return NULL;
}

static void own_chosen(struct frame *f, size_t item)
{
	const struct kept_filter *k = own(f, item);
	if (!k)
		return;
	snprintf(f->picked, sizeof f->picked, "%s", k->name);
	char *title = mem_printf(_("Filtret %s"), k->name);
	modal_pick(f, title, changed);
	modal_pick_add(f, "%s", _("Byt namn"));
	modal_pick_add(f, "%s", _("Ta bort"));
	free(title);
}

static void pick_own(struct frame *f)
{
	const struct kept_filter *k;
	modal_pick(f, _("Vilket filter?"), own_chosen);
	for (size_t i = 0; (k = own(f, i)); i++)
		modal_pick_add(f, "%s: %s", k->name, k->words);
}

/* ---- who I am ------------------------------------------------------------------------- */

static void me_chosen(struct frame *f, size_t item)
{
	struct arena a = {0};
	struct strings names = {0};
	struct error e = {0};
	owner_names(f, &names, &a);
	if (item < names.count) {
		char *words = mem_printf("ansvarig:\"%s\"", names.items[item]);
		if (keep(f, _(MINE), words, &e))
			use(f, _(MINE), words);
		else
			frame_error(f, &e);
		free(words);
	}
	arena_release(&a);
}

static void pick_me(struct frame *f)
{
	struct arena a = {0};
	struct strings names = {0};
	owner_names(f, &names, &a);
	modal_pick(f, _("Vem är du? Filtret Mina visar det du ansvarar för."), me_chosen);
	for (size_t i = 0; i < names.count; i++)
		modal_pick_add(f, "%s", names.items[i]);
	arena_release(&a);
	if (!names.count)
		frame_say(f, "%s", _("Ingen ansvarar för något än."));
}

/* ---- the list ---------------------------------------------------------------------------- */

/* What an item of the list is. */
enum what { WHAT_KEEP, WHAT_OWN, WHAT_READY, WHAT_ME, WHAT_CHANGE, WHAT_ALL, WHAT_NOTHING };

static bool stands(struct frame *f, const char *words)
{
	return strcmp(frame_pane(f)->list.filter, words) == 0;
}

/* Whether the filter that stands here has no name yet. */
static bool is_new(struct frame *f)
{
	const struct kept_filter *k;
	bool fresh = frame_pane(f)->list.filter[0] != '\0';
	for (size_t i = 0; fresh && (k = own(f, i)); i++)
		fresh = !stands(f, k->words);
	for (const struct ready_filter *r = record_filter_ready(kind_here(f)); fresh && r->name; r++)
		fresh = !stands(f, r->words);
	return fresh;
}

static bool asks_me(struct frame *f)
{
	return kind_here(f) == RECORD_ACTION && !kept_filters_find(session_filters(f->session), record_type(RECORD_ACTION)->name, _(MINE));
}

/* The order of the list is that of these lines, and the lines are those of the list. */
static enum what what_is(struct frame *f, size_t item, size_t *n)
{
	size_t owned = 0, ready = 0;
	while (own(f, owned))
		owned++;
	while (record_filter_ready(kind_here(f))[ready].name)
		ready++;
	const struct {
		enum what what;
		size_t count;
	} lines[] = {{WHAT_KEEP, is_new(f)}, {WHAT_OWN, owned}, {WHAT_READY, ready}, {WHAT_ME, asks_me(f)}, {WHAT_CHANGE, owned > 0},
	             {WHAT_ALL, frame_pane(f)->list.filter[0] != '\0'}};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (item < lines[i].count) {
			*n = item;
			return lines[i].what;
		}
		item -= lines[i].count;
	}
	return WHAT_NOTHING;
}

static void chosen(struct frame *f, size_t item)
{
	struct pane *p = frame_pane(f);
	const struct ready_filter *ready = record_filter_ready(kind_here(f));
	size_t n = 0;
	switch (what_is(f, item, &n)) {
	case WHAT_KEEP:
		modal_ask(f, &ask_new, NULL);
		break;
	case WHAT_OWN:
		use(f, own(f, n)->name, own(f, n)->words);
		break;
	case WHAT_READY:
		use(f, _(ready[n].name), ready[n].words);
		break;
	case WHAT_ME:
		pick_me(f);
		break;
	case WHAT_CHANGE:
		pick_own(f);
		break;
	default:
		p->list.filter[0] = '\0';
		list_update(&p->list, &p->source, -1);
	}
}

static void add(struct frame *f, enum what what, size_t n)
{
	const struct ready_filter *ready = record_filter_ready(kind_here(f));
	switch (what) {
	case WHAT_KEEP:
		modal_pick_add(f, _("Spara det som visas nu: %s"), frame_pane(f)->list.filter);
		break;
	case WHAT_OWN:
		modal_pick_add(f, "%s %s: %s", stands(f, own(f, n)->words) ? "●" : " ", own(f, n)->name, own(f, n)->words);
		break;
	case WHAT_READY:
		modal_pick_add(f, "%s %s: %s", stands(f, ready[n].words) ? "●" : " ", _(ready[n].name), ready[n].words);
		break;
	case WHAT_ME:
		modal_pick_add(f, "  %s …", _(MINE));
		break;
	case WHAT_CHANGE:
		modal_pick_add(f, "%s", _("Byt namn på ett filter, eller ta bort det …"));
		break;
	default:
		modal_pick_add(f, "%s", _("Visa allt"));
	}
}

void saved_filters_open(struct frame *f)
{
	size_t n = 0;
	enum what what;
	if (kind_here(f) == RECORD_KINDS) {
		frame_say(f, "%s", _("Den här listan har inga sparade filter."));
		return;
	}
	modal_pick(f, _("Filter"), chosen);
	for (size_t i = 0; (what = what_is(f, i, &n)) != WHAT_NOTHING; i++)
		add(f, what, n);
	if (!f->pick.count) {
		modal_close(f);
		frame_say(f, "%s", _("Inget filter är sparat för den här listan. Filtrera med / och spara det sedan här."));
	}
}
