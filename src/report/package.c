/* package.c - zip in memory. */
#include "package.h"

#include "radsbord/base/language.h"

#ifdef RADSBORD_LIBZIP

#include <zip.h>

enum { THOUSAND = 1000 };

static bool failed(struct error *e)
{
	return error_set(e, ERROR_IO, _("Dokumentet kunde inte packas. Försök igen, eller välj --format html."));
}

/* The bits of MS-DOS, which have no zone: 12.00 of the day. */
static void set_day(zip_t *z, zip_uint64_t i, struct date date)
{
	enum { NOON = 12 << 11, FIRST_YEAR = 1980, YEARS = 127 };
	struct date d = date_known(date) && date.year >= FIRST_YEAR && date.year <= FIRST_YEAR + YEARS ? date : (struct date){1980, 1, 1};
	zip_file_set_dostime(z, i, NOON, (zip_uint16_t)((d.year - FIRST_YEAR) << 9 | d.month << 5 | d.day), 0);
}

static bool add_parts(zip_t *z, const struct package_part *parts, size_t count, struct date date)
{
	for (size_t i = 0; i < count; i++) {
		zip_source_t *s = zip_source_buffer(z, buf_cstr(parts[i].bytes), parts[i].bytes->len, 0);
		zip_int64_t at = s ? zip_file_add(z, parts[i].name, s, ZIP_FL_ENC_UTF_8) : -1;
		if (at < 0) {
			zip_source_free(s);
			return false;
		}
		set_day(z, (zip_uint64_t)at, date);
	}
	return true;
}

static bool take_bytes(zip_source_t *archive, struct buf *out)
{
	char chunk[16384];
	zip_int64_t n = zip_source_open(archive);
	if (n < 0)
		return false;
	while ((n = zip_source_read(archive, chunk, sizeof chunk)) > 0)
		buf_add(out, chunk, (size_t)n);
	zip_source_close(archive);
	return n == 0;
}

static void tell(zip_t *z, double done, void *ctx)
{
	(void)z;
	work_at(ctx, (size_t)(done * THOUSAND));
}

static int is_stopped(zip_t *z, void *ctx)
{
	(void)z;
	return work_stopped(ctx);
}

bool package_write(const struct package_part *parts, size_t count, struct date date, struct work *work, struct buf *out, struct error *e)
{
	zip_error_t why;
	zip_error_init(&why);
	zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, &why);
	zip_t *z = archive ? zip_open_from_source(archive, ZIP_CREATE | ZIP_TRUNCATE, &why) : NULL;
	zip_error_fini(&why);
	if (!z) {
		zip_source_free(archive);
		return failed(e);
	}
	work_part(work, PACKAGE_FROM, 100, THOUSAND);
	zip_register_progress_callback_with_state(z, 1.0 / THOUSAND, tell, NULL, work);
	zip_register_cancel_callback_with_state(z, is_stopped, NULL, work);
	zip_source_keep(archive); /* zip_close lets go of its own hold */
	bool done = add_parts(z, parts, count, date) && zip_close(z) == 0;
	if (!done)
		zip_discard(z);
	done = done && take_bytes(archive, out);
	zip_source_free(archive);
	return done || failed(e);
}

static bool read_part(zip_t *z, const char *name, struct buf *out, struct error *e)
{
	zip_stat_t st;
	char chunk[16384];
	zip_int64_t at = zip_name_locate(z, name, 0), n = 0;
	if (at < 0)
		return error_set(e, ERROR_NOT_FOUND, _("Delen %s finns inte i filen."), name);
	if (zip_stat_index(z, (zip_uint64_t)at, 0, &st) != 0 || !(st.valid & ZIP_STAT_SIZE) || st.size > PACKAGE_PART_MAX)
		return error_set(e, ERROR_DATA, _("Delen %s i filen är för stor eller skadad."), name);
	zip_file_t *f = zip_fopen_index(z, (zip_uint64_t)at, 0);
	/* what the archive says of the size is no promise */
	while (f && out->len <= PACKAGE_PART_MAX && (n = zip_fread(f, chunk, sizeof chunk)) > 0)
		buf_add(out, chunk, (size_t)n);
	bool whole = f && n == 0 && out->len == st.size;
	if (f)
		zip_fclose(f);
	return whole || error_set(e, ERROR_DATA, _("Delen %s i filen är för stor eller skadad."), name);
}

bool package_read(const struct buf *archive, const char *name, struct buf *out, struct error *e)
{
	zip_error_t why;
	zip_error_init(&why);
	zip_source_t *s = zip_source_buffer_create(buf_cstr(archive), archive->len, 0, &why);
	zip_t *z = s ? zip_open_from_source(s, ZIP_RDONLY, &why) : NULL;
	zip_error_fini(&why);
	if (!z) {
		zip_source_free(s);
		return error_set(e, ERROR_DATA, _("Filen är inget zip-arkiv."));
	}
	bool done = read_part(z, name, out, e);
	zip_discard(z);
	return done;
}

#else

static bool cannot(struct error *e)
{
	return error_set(e, ERROR_USAGE, _("Det här bygget kan inte skriva Word-filer, för libzip fanns inte när det byggdes. "
	                                 "Installera libzip-dev och bygg om, eller välj --format html."));
}

bool package_write(const struct package_part *parts, size_t count, struct date date, struct work *work, struct buf *out, struct error *e)
{
	(void)parts;
	(void)count;
	(void)date;
	(void)work;
	(void)out;
	return cannot(e);
}

bool package_read(const struct buf *archive, const char *name, struct buf *out, struct error *e)
{
	(void)archive;
	(void)name;
	(void)out;
	return cannot(e);
}

#endif
