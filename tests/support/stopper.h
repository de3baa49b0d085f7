/* stopper.h - long work that is stopped at a moment of the test's choice, and counts how often it was asked. Included by tests alone. */
#ifndef TESTS_SUPPORT_STOPPER_H
#define TESTS_SUPPORT_STOPPER_H

#include "radsbord/base/work.h"

struct stopper {
	struct work work;
	int at;                     /* stops when it is asked for the at-th time; 0: never */
	int asked, begun, ended;
	int percent;                /* the newest */
	bool back;                  /* it has gone backwards */
};

static inline void stopper_begun(void *ctx, const char *what)
{
	(void)what;
	((struct stopper *)ctx)->begun++;
}

static inline bool stopper_asked(void *ctx, int percent)
{
	struct stopper *s = ctx;
	s->back |= percent < s->percent;
	s->percent = percent;
	return ++s->asked != s->at;
}

static inline void stopper_ended(void *ctx)
{
	((struct stopper *)ctx)->ended++;
}

/* In place: it must not be moved. */
static inline struct work *stopper_init(struct stopper *s, int at)
{
	*s = (struct stopper){.at = at, .work = {.begin = stopper_begun, .tick = stopper_asked, .end = stopper_ended, .ctx = s}};
	return &s->work;
}

#endif
