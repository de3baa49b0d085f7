#include "radsbord/base/work.h"

void work_begin(struct work *w, const char *what)
{
	if (!w)
		return;
	w->stopped = false;
	work_part(w, 0, 100, 0);
	w->begin(w->ctx, what);
}

void work_part(struct work *w, int from, int to, size_t whole)
{
	if (!w)
		return;
	w->from = from;
	w->to = to;
	w->done = 0;
	w->whole = whole;
}

bool work_at(struct work *w, size_t done)
{
	if (!w || w->stopped)
		return !w;
	w->done = done < w->whole ? done : w->whole;
	int percent = w->whole ? w->from + (int)((double)(w->to - w->from) * (double)w->done / (double)w->whole) : w->from;
	w->stopped = !w->tick(w->ctx, percent);
	return !w->stopped;
}

bool work_step(struct work *w)
{
	return work_at(w, w ? w->done + 1 : 0);
}

bool work_stopped(const struct work *w)
{
	return w && w->stopped;
}

bool work_end(struct work *w)
{
	if (w)
		w->end(w->ctx);
	return work_stopped(w);
}
