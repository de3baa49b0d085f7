#!/bin/sh
# Makes the portable tarball of what `make install-program DESTDIR=FOLDER PREFIX=` has laid in FOLDER:
#	portabel.sh FOLDER DELAR.tsv VERSION COMMIT
# It is FOLDER.tar.gz, with FOLDER.tar.gz.sha256 beside it. The same commit gives the same bytes.
set -eu
folder=$1 parts=$2 version=$3 commit=$4
here=$(dirname "$0")
name=${folder##*/}
LC_ALL=C.UTF-8
export LC_ALL
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
tab=$(printf '\t')

strip --strip-all "$folder/bin/radsbord"
rm -rf "$folder/share/applications" "$folder/share/icons" # for programs that lie where a desktop looks for them
install -m 644 "$here/LASMIG.txt" LICENSE "$folder"
install -d "$folder/licenser"
while IFS="$tab" read -r part _ _ package; do
	install -m 644 "/usr/share/doc/$package/copyright" "$folder/licenser/$part.txt"
done <"$parts"
find "$folder" -type d -exec chmod 755 {} +
files() { (cd "$folder" && find . -type f ! -name SHA256SUMS ! -name INNEHALL.txt ! -name radsbord.spdx | sed 's:^\./::' | sort); }

# ---- what is inside, for people
{
	printf 'Rådsbord %s, commit %s\n\nProgrammet bin/radsbord är statiskt länkat av:\n\n' "$version" "$commit"
	awk -F '\t' '{ printf "  %-14s %-28s %s\n", $1, $2, $3 }' "$parts"
	printf '\nlibiniparser och libutf8proc är Debians egna; resten är byggt av Debians källkod. Villkoren ligger i licenser.\n'
	printf '\nFiler (SHA-256, byte, namn):\n\n'
	files | while read -r f; do
		printf '%s %9d  %s\n' "$(sha256sum <"$folder/$f" | cut -c 1-64)" "$(wc -c <"$folder/$f")" "$f"
	done
} >"$folder/INNEHALL.txt"

# ---- and for programs
{
	cat <<-.
		SPDXVersion: SPDX-2.3
		DataLicense: CC0-1.0
		SPDXID: SPDXRef-DOCUMENT
		DocumentName: $name
		DocumentNamespace: urn:radsbord:$version:$commit
		Creator: Tool: radsbord-portabel
		Created: $(date -u -d "@$epoch" +%Y-%m-%dT%H:%M:%SZ)
	.
	files | awk '{ print NR "\t" $0 }' | while IFS="$tab" read -r n f; do
		cat <<-.

			FileName: ./$f
			SPDXID: SPDXRef-file-$n
			FileChecksum: SHA1: $(sha1sum <"$folder/$f" | cut -c 1-40)
			FileChecksum: SHA256: $(sha256sum <"$folder/$f" | cut -c 1-64)
			LicenseConcluded: NOASSERTION
			FileCopyrightText: NOASSERTION
		.
	done
	cat <<-.

		PackageName: radsbord
		SPDXID: SPDXRef-radsbord
		PackageVersion: $version
		PackageDownloadLocation: NOASSERTION
		FilesAnalyzed: false
		PackageLicenseConcluded: MIT
		PackageLicenseDeclared: MIT
		PackageCopyrightText: $(sed -n 's/^\(Copyright .*\)/<text>\1<\/text>/p' LICENSE | head -1)
		Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-radsbord
	.
	files | awk '{ print "Relationship: SPDXRef-radsbord CONTAINS SPDXRef-file-" NR }'
	while IFS="$tab" read -r part ver licence package; do
		cat <<-.

			PackageName: $part
			SPDXID: SPDXRef-$part
			PackageVersion: $ver
			PackageSupplier: Organization: Debian
			PackageDownloadLocation: NOASSERTION
			FilesAnalyzed: false
			PackageLicenseConcluded: NOASSERTION
			PackageLicenseDeclared: $licence
			PackageCopyrightText: NOASSERTION
			ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/$package@$(printf %s "$ver" | sed -e 's/:/%3A/g' -e 's/+/%2B/g')
			Relationship: SPDXRef-radsbord STATIC_LINK SPDXRef-$part
		.
	done <"$parts"
} >"$folder/radsbord.spdx"
chmod 644 "$folder/INNEHALL.txt" "$folder/radsbord.spdx"
(cd "$folder" && find . -type f ! -name SHA256SUMS | sed 's:^\./::' | sort | xargs -d '\n' sha256sum) >"$folder/SHA256SUMS"
chmod 644 "$folder/SHA256SUMS"

tar -C "$(dirname "$folder")" --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -9n >"$folder.tar.gz"
(cd "$(dirname "$folder")" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
