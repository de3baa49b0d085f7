#!/bin/sh
# Makes a Debian package of what `make install-program DESTDIR=ROOT PREFIX=/usr` has laid in ROOT: deb.sh ROOT VERSION OUT.deb
# The same commit gives the same bytes.
set -eu
root=$1 version=$2 out=$3
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
arch=$(dpkg --print-architecture)
maintainer=$(git log -1 --format='%an <%ae>' 2>/dev/null || echo 'Rådsbord <root@localhost>')
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH LC_ALL
doc=$root/usr/share/doc/radsbord

strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/radsbord"
find "$root/usr/share/man" -name '*.[135]' -exec gzip -9n {} +
install -d "$doc" "$root/usr/share/lintian/overrides"
install -m 644 "$here/lintian" "$root/usr/share/lintian/overrides/radsbord"
{
	sed -e "s/@COPYRIGHT@/$(sed -n 's/^Copyright (c) //p' LICENSE | head -1)/" "$here/copyright.in"
	sed -n '/^Permission/,$p' LICENSE | sed -e 's/^$/./' -e 's/^/ /'
} >"$doc/copyright"
cat >"$work/changelog" <<-.
	radsbord ($version) unstable; urgency=medium

	  * $(git log -1 --format=%s 2>/dev/null | cut -c 1-70 || true)

	 -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
.
gzip -9n <"$work/changelog" >"$doc/changelog.gz"
find "$root" -type d -exec chmod 755 {} +
find "$doc" -type f -exec chmod 644 {} +

# ---- what it needs is read off the program
mkdir -p "$work/debian" "$root/DEBIAN"
printf 'Source: radsbord\n\nPackage: radsbord\nArchitecture: any\n' >"$work/debian/control"
program=$(cd "$root" && pwd)/usr/bin/radsbord
depends=$(cd "$work" && dpkg-shlibdeps -O -e"$program" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ]
size=$(du -k -s --apparent-size "$root/usr" | cut -f 1)
sed -e "s|@VERSION@|$version|" -e "s|@ARCH@|$arch|" -e "s|@MAINTAINER@|$maintainer|" -e "s|@SIZE@|$size|" -e "s|@DEPENDS@|$depends|" \
	"$here/control.in" >"$root/DEBIAN/control"
(cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum) >"$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group --build "$root" "$out" >/dev/null
