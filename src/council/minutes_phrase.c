/* Standing phrases of decisions (DOMAIN section 3), completed from a few letters. */
#include "radsbord/council/minutes.h"

#include "radsbord/base/text.h"

#include <string.h>

static const char *const phrases[] = {
	"att godkänna ",
	"att lägga till handlingarna",
	"att lägga informationen till handlingarna",
	"att bordlägga ärendet till nästa möte",
	"att uppdra åt ",
	"att fastställa dagordningen",
	"att utse ",
	"att anta ",
	"att ställa sig bakom ",
	"att tillstyrka förslaget",
	"att tillstyrka förslaget med synpunkter",
	"att avstyrka förslaget",
	"att avstå från att yttra sig",
	"att avslå ",
	"att rekommendera huvudmännen att ",
	"att ge sekreteraren i uppdrag att ",
	"att återremittera ärendet",
	"att notera informationen",
};
enum { PHRASES = sizeof phrases / sizeof *phrases };

/* True when what is typed, folded, begins the phrase or one of its words. */
static bool fits(const char *phrase, const char *typed)
{
	struct buf folded = {0};
	bool yes = false;
	text_fold_plain(&folded, phrase);
	for (const char *s = buf_cstr(&folded); *s && !yes;) {
		yes = strncmp(s, typed, strlen(typed)) == 0;
		s += strcspn(s, " ");
		s += *s == ' ';
	}
	buf_release(&folded);
	return yes;
}

bool minutes_complete(const char *typed, unsigned nth, struct buf *out)
{
	const char *line = strrchr(typed, '\n') ? strrchr(typed, '\n') + 1 : typed;
	struct buf folded = {0};
	const char *found[PHRASES];
	unsigned count = 0;
	text_fold_plain(&folded, line + strspn(line, " "));
	for (size_t i = 0; folded.len && i < PHRASES; i++)
		if (fits(phrases[i], buf_cstr(&folded)))
			found[count++] = phrases[i];
	buf_release(&folded);
	if (!count)
		return false;
	buf_add(out, typed, (size_t)(line - typed));
	buf_str(out, found[nth % count]);
	return true;
}
