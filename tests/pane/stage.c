#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void new_frame(struct stage *s)
{
	s->frame = frame_new(s->practice.session, s->keymap,
	                     reference_find_place(session_model(s->practice.session)->reference, "04", false));
}

int stage_set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	*state = s;
	if (!practice_open(&s->practice))
		return -1;
	s->keymap = keymap_new();
	new_frame(s);
	canvas_init(&s->canvas, 100, 50);
	return 0;
}

int stage_tear_down(void **state)
{
	struct stage *s = *state;
	frame_free(&s->frame);
	keymap_free(&s->keymap);
	canvas_release(&s->canvas);
	buf_release(&s->text);
	practice_close(&s->practice);
	free(s);
	return 0;
}

void stage_restart(struct stage *s, bool reopen)
{
	frame_free(&s->frame);
	if (reopen)
		assert_true(practice_reopen(&s->practice));
	new_frame(s);
}

void stage_size(struct stage *s, int width, int height)
{
	canvas_resize(&s->canvas, width, height);
}

void stage_press(struct stage *s, ui_key key)
{
	s->practice.mono += s->pause_ms;
	s->keys++;
	frame_handle(s->frame, &(struct event){.type = EVENT_KEY, .key = key});
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
}

static ui_key key_of(uint32_t cp)
{
	static const struct {
		uint32_t cp;
		ui_key key;
	} names[] = {{'\n', UI_KEY_ENTER}, {'\t', UI_KEY_TAB}, {'\r', UI_KEY_CTRL + 'S'}, {'\v', UI_KEY_DOWN}, {033, UI_KEY_ESCAPE}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].cp == cp)
			return names[i].key;
	return cp;
}

void stage_type(struct stage *s, const char *keys)
{
	while (*keys) {
		uint32_t cp;
		keys += text_decode(keys, strlen(keys), &cp);
		stage_press(s, key_of(cp));
	}
}

void stage_idle(struct stage *s)
{
	frame_handle(s->frame, &(struct event){.type = EVENT_NONE});
}

bool stage_shows(struct stage *s, const char *text)
{
	buf_clear(&s->text);
	canvas_clear(&s->canvas);
	frame_draw(s->frame, &s->canvas);
	canvas_dump(&s->canvas, &s->text);
	return strstr(buf_cstr(&s->text), text) != NULL;
}

void stage_expect(struct stage *s, const char *text)
{
	if (!stage_shows(s, text)) {
		printf("missing: %s\n%s\n", text, buf_cstr(&s->text));
		fail();
	}
}

void stage_expect_not(struct stage *s, const char *text)
{
	if (stage_shows(s, text)) {
		printf("there: %s\n%s\n", text, buf_cstr(&s->text));
		fail();
	}
}

void stage_expect_file(struct stage *s, const char *file, const char *text, bool has)
{
	char *bytes = practice_read(&s->practice, file);
	if ((bytes && strstr(bytes, text)) != has) {
		printf("%s %s: %s\n%s\n", file, has ? "lacks" : "has", text, bytes ? bytes : "(no file)");
		fail();
	}
	free(bytes);
}

void stage_outside(struct stage *s, const char *file, const char *from, const char *to)
{
	char *now = practice_read(&s->practice, file), *path = mem_printf("%s/%s", s->practice.path, file);
	char *at = now ? strstr(now, from) : NULL;
	assert_non_null(at);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out, "%.*s%s%s", (int)(at - now), now, to, at + strlen(from));
	assert_int_equal(fclose(out), 0);
	free(path);
	free(now);
}
