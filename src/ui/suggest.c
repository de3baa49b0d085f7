#include "radsbord/ui/suggest.h"

#include "radsbord/base/language.h"

#include <stdlib.h>
#include <string.h>

bool suggest_add(struct suggest *s, const char *text, const char *shown)
{
	if (s->count >= SUGGEST_MOST)
		return false;
	s->items = mem_grow(s->items, s->count, &s->cap, sizeof *s->items);
	s->items[s->count++] = (struct suggestion){mem_strdup(text), mem_strdup(shown ? shown : text)};
	return true;
}

void suggest_clear(struct suggest *s)
{
	for (size_t i = 0; i < s->count; i++) {
		free(s->items[i].text);
		free(s->items[i].shown);
	}
	free(s->items);
	*s = (struct suggest){0};
}

void suggest_update(struct suggest *s, suggest_find *find, void *ctx, size_t field, const struct edit *e)
{
	char *line = edit_line(e);

	suggest_clear(s);
	if (line[strspn(line, " ")])
		find(ctx, field, line, s);
	if (s->count == 1 && strcmp(s->items[0].text, line) == 0)
		suggest_clear(s);
	s->chosen = s->only && s->count == 1 ? 0 : s->count;
	free(line);
}

bool suggest_is_open(const struct suggest *s)
{
	return s->count > 0;
}

bool suggest_take(struct suggest *s, struct edit *e)
{
	if (s->chosen >= s->count)
		return false;
	edit_set_line(e, s->items[s->chosen].text);
	suggest_clear(s);
	return true;
}

bool suggest_key(struct suggest *s, struct edit *e, ui_key key)
{
	if (!suggest_is_open(s))
		return false;
	switch (key) {
	case UI_KEY_UP: /* from the first back to what was typed */
		s->chosen = s->chosen == 0 ? s->count : s->chosen - 1;
		return true;
	case UI_KEY_DOWN:
		s->chosen = s->chosen >= s->count ? 0 : s->chosen + 1 < s->count ? s->chosen + 1 : s->chosen;
		return true;
	case UI_KEY_ESCAPE:
		suggest_clear(s);
		return true;
	case UI_KEY_ENTER:
		if (!suggest_take(s, e))
			return false;
		if (e->multiline && e->cursor == e->text.len)
			edit_key(e, UI_KEY_ENTER);
		return true;
	default:
		return false;
	}
}

bool suggest_click(struct suggest *s, int row)
{
	if (row < 0 || (size_t)row >= s->shown || s->top + (size_t)row >= s->count)
		return false;
	s->chosen = s->top + (size_t)row;
	return true;
}

int suggest_draw(struct suggest *s, struct canvas *c, struct rect r)
{
	size_t rows = r.height > 0 ? (size_t)r.height : 0, shown;
	bool more = s->count > rows && rows > 1;

	shown = more ? rows - 1 : s->count < rows ? s->count : rows;
	if (s->chosen >= s->count || s->chosen < s->top)
		s->top = s->chosen < s->count ? s->chosen : 0;
	else if (s->chosen >= s->top + shown)
		s->top = s->chosen - shown + 1;
	if (s->top + shown > s->count) /* there is more room than there was */
		s->top = s->count - shown;
	for (size_t i = 0; i < shown; i++) {
		bool here = s->top + i == s->chosen;
		struct rect line = {r.x, r.y + (int)i, r.width, 1};

		canvas_fill(c, line, here ? ROLE_SELECTED : ROLE_INPUT);
		canvas_text(c, r.x, line.y, 1, here ? ROLE_SELECTED : ROLE_INPUT, here ? "▸" : "│");
		canvas_text(c, r.x + 2, line.y, r.width - 2, here ? ROLE_SELECTED : ROLE_INPUT, s->items[s->top + i].shown);
	}
	s->shown = shown;
	if (more) {
		canvas_fill(c, (struct rect){r.x, r.y + (int)shown, r.width, 1}, ROLE_INPUT);
		canvas_printf(c, r.x + 2, r.y + (int)shown, r.width - 2, ROLE_INPUT, _("… %zu av %zu"), shown, s->count);
	}
	return (int)(shown + (more ? 1 : 0));
}
