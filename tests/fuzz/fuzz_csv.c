/* The CSV reader: nothing crashes, every cell is a string, lines go up, and each row that differs is told. */
#include "fuzz.h"

#include "radsbord/base/text.h"
#include "radsbord/store/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = malloc(size ? size : 1);
	struct diagnostics d = {0};
	struct csv_table t;
	memcpy(bytes, data, size);
	bool ok = csv_parse(bytes, size, "x.csv", &t, &d);
	int line = 0;
	HOLDS(ok || diagnostics_count(&d, DIAGNOSTIC_FAULT) > 0);
	HOLDS(t.damaged == (diagnostics_count(&d, DIAGNOSTIC_FAULT) > 0));
	for (size_t i = 0; i < t.count; i++) {
		HOLDS(t.rows[i].line > line && t.rows[i].count > 0);
		line = t.rows[i].line;
		HOLDS(t.rows[i].count == t.header.count || t.damaged);
		for (size_t k = 0; k < t.rows[i].count; k++)
			HOLDS(text_is_utf8(t.rows[i].cells[k], strlen(t.rows[i].cells[k]), NULL));
		HOLDS(strcmp(csv_cell(&t.rows[i], -1), "") == 0 && strcmp(csv_cell(&t.rows[i], 100000), "") == 0);
	}
	csv_release(&t);
	diagnostics_release(&d);
	free(bytes);
	return 0;
}
