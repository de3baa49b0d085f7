#!/bin/bash
# The program as it is installed: by the names of GNU, found beside its data and never in a tree, with pages, completion and
# desktop entry that others find right, and taken away again without a rest: install.sh BUILD VARIANT
build=$1 variant=$2
case $variant in gcc | clang) ;; *) exit 0 ;; esac
work=$(mktemp -d) || exit 3
inside=$PWD/$build/installerad
trap 'rm -rf "$work" "$inside"' EXIT
bad=0
fail() {
	echo "$*"
	bad=1
}
# Nothing is built for this: other tests run what is built.
make_in() { make -s -o "$build/told" VARIANT="$variant" "$@" 2>&1 || fail "make $* failed"; }

# ---- what is installed, and where
dest=$work/dest
make_in install DESTDIR="$dest" PREFIX=/opt/rad mandir=/opt/rad/man
for f in bin/radsbord share/radsbord/sverige/regioner.csv share/radsbord/exempel/sormland/rad.ini share/radsbord/config/indikatorer.ini share/radsbord/sprak/en/LC_MESSAGES/radsbord.mo \
	man/man1/radsbord.1 man/man5/radsbord.5 man/man3/indikator.3 share/bash-completion/completions/radsbord \
	share/applications/radsbord.desktop share/icons/hicolor/scalable/apps/radsbord.svg lib/libindikator.so.0 include/indikator.h; do
	[ -f "$dest/opt/rad/$f" ] || fail "$f is not installed"
done
(cd "$dest" && find . -type f ! -perm 644 ! -name 'libindikator.so.*') | grep -v '^./opt/rad/bin/radsbord$' && fail 'files with other rights than 644'
(cd data && find sverige exempel handbok -type f ! -name '.*' | sort) >"$work/wanted"
(cd "$dest/opt/rad/share/radsbord" && find sverige exempel handbok -type f | sort) | diff "$work/wanted" - || fail 'other data are installed (>) than there are (<)'

# ---- an installed program finds its own data, from anywhere, also when it was installed inside the tree
mkdir "$work/home"
run() { (cd / && env -i HOME="$work/home" LC_ALL=C.UTF-8 "$@"); }
make_in install-program DESTDIR="$inside" PREFIX=
for at in "$dest/opt/rad" "$inside"; do
	run "$at/bin/radsbord" forklara Kronoberg vardplatser_100k >"$work/out" 2>&1 || fail "$at/bin/radsbord does not run: $(cat "$work/out")"
	grep -q "$at/share/radsbord/sverige/" "$work/out" || fail 'the installed program does not name its own data'
	grep -v "$at/share" "$work/out" | grep -q "$PWD" && fail 'the installed program names files of the tree'
	run "$at/bin/radsbord" handbok >"$work/out" 2>&1 && grep -q 'Det finns ännu inget Windowsprogram' "$work/out" || fail 'the guide is not installed'
	mv "$at/share/radsbord" "$at/share/borta"
	run "$at/bin/radsbord" oversikt Kronoberg >"$work/out" 2>&1 && fail 'the installed program found data elsewhere than where it is installed'
	grep -q 'Referensdata hittas inte' "$work/out" || fail "without data it says: $(cat "$work/out")"
	mv "$at/share/borta" "$at/share/radsbord"
done
ln -s "$dest/opt/rad/bin/radsbord" "$work/lank"
run "$work/lank" oversikt Kronoberg >/dev/null 2>&1 || fail 'the program does not find its data through a symbolic link'

run RADSBORD_SPRAK=en "$dest/opt/rad/bin/radsbord" --hjalp | grep -q '^Options:$' || fail 'the installed program does not find its English'

# ---- --version names every library that the program is linked with
run "$dest/opt/rad/bin/radsbord" --version >"$work/version"
for so in $(readelf -d "$dest/opt/rad/bin/radsbord" | sed -n 's/.*(NEEDED).*\[lib\(.*\)\.so.*\]/\1/p'); do
	case $so in c | m | tinfo) continue ;; esac
	grep -Eq "bibliotek:.* (lib)?$so(,|\$)" "$work/version" || fail "radsbord --version does not name the library $so"
done
grep -q "^commit $(git rev-parse --short HEAD 2>/dev/null || echo okänd)$" "$work/version" || fail 'radsbord --version does not name the commit'

# ---- the pages and the desktop entry
mandoc -T lint -W style "$dest/opt/rad/man/man1/radsbord.1" "$dest/opt/rad/man/man5/radsbord.5" || fail 'mandoc finds fault with a page'
mandoc -T utf8 "$dest/opt/rad/man/man1/radsbord.1" | grep -q 'hur platsen står sig' || fail 'the page cannot be read'
desktop-file-validate "$dest/opt/rad/share/applications/radsbord.desktop" || fail 'the desktop entry is not valid'
xmllint --noout "$dest/opt/rad/share/icons/hicolor/scalable/apps/radsbord.svg" || fail 'the icon is no XML'

# ---- completion, as bash asks for it: complete WANTED WORDS...
completes() {
	wanted=$1
	shift
	got=$(cd "$work/home" && env -i HOME="$work/home" LC_ALL=C.UTF-8 RADSBORD_DATA="$dest/opt/rad/share/radsbord" bash --norc -c '
		set -u
		compopt() { :; }
		. "$0"
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_radsbord
		printf "%s\n" "${COMPREPLY[@]}"' "$dest/opt/rad/share/bash-completion/completions/radsbord" "$@" 2>&1 | tr '\n' '|')
	[ "$got" = "$wanted|" ] || fail "completion of $*: $got, not $wanted"
}
mkdir "$work/home/mapp" && : >"$work/home/fil.csv"
completes 'oversikt|ovning' radsbord ov
completes 'jamfor' radsbord jam
completes '--format' radsbord --f
completes 'Kronoberg' radsbord oversikt kronob
completes 'Västra\ Götaland' radsbord oversikt västra
completes 'Skaraborg' radsbord saknas skarab
completes 'vardplatser_100k' radsbord forklara Skåne vardplatser_1
completes 'Katrineholm' radsbord --ar 2024 enheter katri
completes 'csv' radsbord saknas --format c
completes 'regionrapport' radsbord rapport regionr
completes 'xlsx' radsbord exportera x
completes 'mapp' radsbord --rad m
completes 'fil.csv' radsbord importera matt fil
completes '' radsbord moten S

# ---- and away again: no file is left
make_in uninstall DESTDIR="$dest" PREFIX=/opt/rad mandir=/opt/rad/man
find "$dest" ! -type d | grep . && fail 'uninstall leaves files'
exit $bad
