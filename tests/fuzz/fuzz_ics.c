/* The calendar reader: nothing crashes, and every event has a line of the file, and times of a day or a reason why not. */
#include "fuzz.h"

#include "radsbord/store/ics.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = malloc(size ? size : 1);
	struct ics_calendar c;
	struct error e = {0};
	memcpy(bytes, data, size);
	int lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += bytes[i] == '\n';
	if (!ics_parse(bytes, size, "x.ics", &c, &e))
		HOLDS(e.text[0]);
	for (size_t i = 0; i < c.count; i++) {
		const struct ics_event *ev = &c.items[i];
		HOLDS(ev->line >= 1 && ev->line <= lines);
		HOLDS(ev->why || (date_known(ev->date) && ev->start >= -1 && ev->start < 1440 && ev->end >= -1 && ev->end < 1440));
	}
	ics_release(&c);
	free(bytes);
	return 0;
}
