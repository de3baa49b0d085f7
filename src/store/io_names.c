/* Names: what a directory holds, which names are allowed, and what an errno is called. */
#include "io_local.h"

#include "radsbord/base/language.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *store_errno_text(int err)
{
	static const struct {
		int err;
		const char *text;
	} rows[] = {
		{EACCES, N_("rättigheterna räcker inte; be den som äger mappen om dem")},
		{EBUSY, N_("filen används av något annat; försök igen om en stund")},
		{EDQUOT, N_("din tilldelade plats på disken är slut; frigör plats och försök igen")},
		{EEXIST, N_("det finns redan något med det namnet; flytta bort det")},
		{EFBIG, N_("filen blir större än filsystemet tillåter; dela upp den")},
		{EINVAL, N_("namnet eller åtgärden är inte tillåten här; välj en annan plats")},
		{EIO, N_("disken eller nätverket svarar fel; kontrollera dem och försök igen")},
		{EISDIR, N_("det är en mapp och ingen fil; flytta bort den")},
		{ELOOP, N_("det är en symbolisk länk; lägg filen själv där")},
		{EMFILE, N_("för många filer är öppna; stäng något och försök igen")},
		{ENAMETOOLONG, N_("namnet är för långt; förkorta det")},
		{ENFILE, N_("för många filer är öppna; stäng något och försök igen")},
		{ENODEV, N_("enheten är borta; anslut den och försök igen")},
		{ENOENT, N_("det finns inte; kontrollera namnet och att mappen är ansluten")},
		{ENOSPC, N_("disken är full; frigör plats och försök igen")},
		{ENOTDIR, N_("något på vägen dit är ingen mapp; kontrollera namnet")},
		{EPERM, N_("det är inte tillåtet; be den som äger mappen om rättigheter")},
		{EROFS, N_("disken är skrivskyddad; välj en annan plats eller ta bort skyddet")},
		{ESTALE, N_("nätverksmappen har tappats; anslut den igen och försök igen")},
		{ETIMEDOUT, N_("nätverket svarar inte; kontrollera det och försök igen")},
		{EXDEV, N_("den ligger på en annan disk än mappen; flytta den dit")},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].err == err)
			return _(rows[i].text);
	return strerror(err);
}

bool store_errno(struct error *e, enum error_code code, const char *name, const char *what, int err)
{
	return error_set_at(e, code, name, 0, _("%s kunde inte %s: %s."), *name ? name : _("Mappen"), _(what),
	                    store_errno_text(err));
}

enum error_code store_write_code(int err)
{
	return err == EACCES || err == EPERM || err == EROFS ? ERROR_READONLY : ERROR_IO;
}

bool store_may_write(int dir, const char *name)
{
	return faccessat(dir, name, W_OK, AT_EACCESS) == 0;
}

bool store_name_ok(const char *name)
{
	bool part_begins = true;

	if (strlen(name) > 1000)
		return false;
	for (; *name; name++) {
		unsigned char c = (unsigned char)*name;

		if (part_begins && (c == '.' || c == '/'))
			return false;
		if (c < 0x20 || c == 0x7F)
			return false;
		part_begins = c == '/';
	}
	return !part_begins;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int open_dir(int dir, const char *name)
{
	const char *leaf;
	int parent = store_parent_open(dir, name, &leaf), fd;

	if (parent == -1)
		return -1;
	fd = openat(parent, leaf, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	store_parent_close(dir, parent);
	return fd;
}

bool io_list(int dir, const char *name, struct names *out, struct error *e)
{
	int fd = open_dir(dir, name), err;
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;

	if (!d) {
		err = errno;
		if (fd >= 0)
			close(fd);
		return store_errno(e, err == ENOENT ? ERROR_NOT_FOUND : ERROR_IO, name, N_("läsas"),
		                   err);
	}
	names_release(out);
	while ((void)(errno = 0), (entry = readdir(d)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			VEC_PUSH(out, mem_strdup(entry->d_name));
	err = errno;
	closedir(d);
	if (err) {
		names_release(out);
		return store_errno(e, ERROR_IO, name, N_("läsas"), err);
	}
	if (out->count > 0)
		qsort(out->items, out->count, sizeof *out->items, by_bytes);
	return true;
}

void names_release(struct names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->items[i]);
	free(n->items);
	*n = (struct names){0};
}
