#include "faults_local.h"

#include "radsbord/base/language.h"

void faults_add_rest(struct diagnostics *d, const char *file, size_t more)
{
	diagnostics_add(d, DIAGNOSTIC_FAULT, file, 0,
	                more == 1 ? _("Ytterligare en rad i filen har fel; rätta de första och läs om den.")
	                          : _("Ytterligare %zu rader i filen har fel; rätta de första och läs om den."),
	                more);
}
