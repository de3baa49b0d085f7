/* What the tests of ui share: cmocka, and a canvas as text. */
#ifndef TESTS_UI_UI_TEST_H
#define TESTS_UI_UI_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "radsbord/ui/canvas.h"

#define TESTS(list) cmocka_run_group_tests(list, NULL, NULL)

/* The canvas is exactly these lines. */
static inline void assert_canvas(const struct canvas *c, const char *expected)
{
	struct buf b = {0};

	canvas_dump(c, &b);
	assert_string_equal(buf_cstr(&b), expected);
	buf_release(&b);
}

static inline enum role role_at(const struct canvas *c, int x, int y)
{
	return (enum role)c->cells[y * c->width + x].role;
}

#endif
