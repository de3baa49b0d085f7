#!/bin/sh
# The libraries of the portable program, static and for musl: bibliotek.sh OUT
# OUT/lib and OUT/include get them; OUT/delar.tsv tells what each is: name, version, licence, from where. ncurses, zlib, libzip and
# libxlsxwriter are built from Debian's sources, ncurses with the terminals below inside it, so that it looks for none on the
# machine. iniparser and utf8proc are Debian's own static libraries, which need nothing that musl does not have but fortify.c.
set -eu
terminals='xterm-256color xterm xterm-color linux putty putty-256color screen screen-256color tmux tmux-256color vt100 vt102 vt220
ansi cygwin rxvt rxvt-unicode rxvt-unicode-256color konsole konsole-256color gnome gnome-256color vte vte-256color alacritty foot
ms-terminal mintty dumb'
mkdir -p "$1/lib" "$1/include/iniparser"
out=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
[ -f "$out/delar.tsv" ] && [ "$out/delar.tsv" -nt "$0" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
jobs=$(getconf _NPROCESSORS_ONLN)
quietly() { # what it says only when it fails
	"$@" >"$work/log" 2>&1 || { tail -30 "$work/log" >&2; echo "$* failed" >&2; exit 3; }
}

# ---- the sources, from where this machine gets its packages, by an apt of our own
mkdir -p "$work/lists/partial" "$work/source"
apt-cache policy libncurses-dev | awk '/ 500 / && $2 ~ /^http/ {
	split($3, part, "/"); print "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]", $2, part[1], part[2]; exit }' >"$work/sources.list"
[ -s "$work/sources.list" ] || { echo 'apt does not know where libncurses-dev is from; run apt-get update' >&2; exit 3; }
apt() {
	apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$work/lists" \
		-o APT::Sandbox::User="$(id -un)" "$@"
}
quietly apt update
cd "$work/source"
quietly apt source ncurses zlib libzip libxlsxwriter
from() { for d in "$work/source/$1"-*; do [ -d "$d" ] && cd "$d" && return; done; echo "no source of $1" >&2; exit 3; }
version() { sed -n 's/^Version: //p' "$work/source/$1"_*.dsc; }

# ---- built
CC=musl-gcc CFLAGS='-O2 -fstack-protector-strong'
export CC CFLAGS
from ncurses
quietly ./configure --host="$(uname -m)-linux-musl" --build="$(uname -m)-linux-gnu" --with-build-cc=gcc --enable-widec --without-cxx \
	--without-cxx-binding --without-ada --without-manpages --without-tests --without-progs --without-debug --without-shared \
	--with-normal --without-gpm --disable-database --disable-home-terminfo --disable-stripping --with-terminfo-dirs= \
	--with-fallbacks="$(echo $terminals)"
quietly make -C include
quietly make -j"$jobs" -C ncurses ../lib/libncursesw.a
cp lib/libncursesw.a "$out/lib"
cp include/curses.h include/ncurses_dll.h include/unctrl.h include/term.h "$out/include"

from zlib
quietly ./configure --static --prefix="$out"
quietly make -j"$jobs" libz.a
cp libz.a "$out/lib"
cp zlib.h zconf.h "$out/include"

from libzip
mkdir portabel
quietly cmake -S . -B portabel -DCMAKE_C_COMPILER=musl-gcc -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DENABLE_COMMONCRYPTO=OFF \
	-DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF \
	-DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF -DZLIB_INCLUDE_DIR="$out/include" -DZLIB_LIBRARY="$out/lib/libz.a"
quietly make -j"$jobs" -C portabel zip
cp portabel/lib/libzip.a "$out/lib"
cp lib/zip.h portabel/zipconf.h "$out/include"

from libxlsxwriter
mkdir portabel
printf '%s\n' src/*.c third_party/minizip/ioapi.c third_party/minizip/zip.c |
	xargs -P "$jobs" -I '{}' sh -c "musl-gcc $CFLAGS -w -DUSE_STANDARD_TMPFILE -DUSE_NO_MD5 -Iinclude -I$out/include -c {} -o portabel/\$(basename {} .c).o"
rm -f "$out/lib/libxlsxwriter.a"
quietly ar rcs "$out/lib/libxlsxwriter.a" portabel/*.o
cp -R include/xlsxwriter include/xlsxwriter.h "$out/include"

# ---- taken as they are
cp "/usr/lib/$(gcc -dumpmachine)/libiniparser.a" "/usr/lib/$(gcc -dumpmachine)/libutf8proc.a" "$out/lib"
cp /usr/include/iniparser/*.h "$out/include/iniparser"
cp /usr/include/utf8proc.h "$out/include"
quietly musl-gcc $CFLAGS -c "$here/fortify.c" -o "$work/fortify.o"
rm -f "$out/lib/libfortify.a"
quietly ar rcs "$out/lib/libfortify.a" "$work/fortify.o"

gcc=libgcc-$(gcc -dumpversion | cut -d . -f 1)-dev
installed() { dpkg-query -W -f='${Version}' "$1"; }
{
	printf 'ncurses\t%s\tX11-distribute-modifications-variant\tlibncurses-dev\n' "$(version ncurses)"
	printf 'iniparser\t%s\tMIT\tlibiniparser-dev\n' "$(installed libiniparser-dev)"
	printf 'utf8proc\t%s\tMIT AND Unicode-DFS-2015\tlibutf8proc-dev\n' "$(installed libutf8proc-dev)"
	printf 'libzip\t%s\tBSD-3-Clause\tlibzip-dev\n' "$(version libzip)"
	printf 'libxlsxwriter\t%s\tBSD-2-Clause AND BSD-3-Clause AND Zlib\tlibxlsxwriter-dev\n' "$(version libxlsxwriter)"
	printf 'zlib\t%s\tZlib\tzlib1g-dev\n' "$(version zlib)"
	printf 'musl\t%s\tMIT\tmusl-dev\n' "$(installed musl-dev)"
	printf 'libgcc\t%s\tGPL-3.0-or-later WITH GCC-exception-3.1\t%s\n' "$(installed "$gcc")" "$gcc"
} >"$work/delar.tsv"
mv "$work/delar.tsv" "$out/delar.tsv"
