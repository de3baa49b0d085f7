#!/bin/sh
# The indicator library as others use it: what it shows, that it installs without the rest, and that the example of its
# man page compiles and runs against what was installed: library.sh BUILD VARIANT
build=$1 variant=$2
case $variant in
gcc) cc=gcc ;;
clang) cc=clang ;;
*) exit 0 ;; # a library with sanitizers is not for others
esac
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
bad=0
fail() {
	echo "$*"
	bad=1
}

# ---- the list of symbols is that of the header, of the shared library and of the static one
LC_ALL=C
export LC_ALL
sed -n 's/^[[:space:]]\(indikator_[a-z_]*\);$/\1/p' src/engine/indikator.map | sort >"$work/listed"
nm -D --defined-only "$build/libindikator.so" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | sort >"$work/shared"
nm -g --defined-only "$build/libindikator.a" | awk 'NF == 3 { print $3 }' | sort >"$work/static"
sed -e 's://.*::' -e 's:/\*.*\*/::' include/indikator.h | tr '\n' ' ' | sed 's:/\*[^*]*\*\+\([^/*][^*]*\*\+\)*/::g' |
	tr ';{' '\n\n' | sed -n -e '/typedef/d' -e 's/.*[ *]\(indikator_[a-z_]*\)(.*/\1/p' -e 's/.*extern.*[ *]\(indikator_[a-z_]*\)\[.*/\1/p' |
	sort -u >"$work/declared"
for kind in shared static declared; do
	diff "$work/listed" "$work/$kind" || fail "src/engine/indikator.map (<) and the symbols $kind (>) differ"
done

# ---- it needs the C library and nothing else
needed=$(readelf -d "$build/libindikator.so" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
[ "$needed" = libc.so.6 ] || [ -z "$needed" ] || fail "libindikator.so needs: $needed"

# ---- installed alone, somewhere else
dest=$work/dest
make -s install-indikator VARIANT="$variant" DESTDIR="$dest" PREFIX=/usr || fail 'make install-indikator failed'
(cd "$dest" && find . ! -type d | sort) >"$work/installed"
cat >"$work/wanted" <<-.
	./usr/include/indikator.h
	./usr/lib/libindikator.a
	./usr/lib/libindikator.so
	./usr/lib/libindikator.so.0
	./usr/lib/libindikator.so.0.1
	./usr/lib/pkgconfig/indikator.pc
	./usr/share/man/man3/indikator.3
.
diff "$work/wanted" "$work/installed" || fail 'other files are installed (>) than those meant (<)'
PKG_CONFIG_LIBDIR=$dest/usr/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$dest
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
flags=$(pkg-config --cflags --libs indikator) || fail 'pkg-config does not find it'

# ---- the example of the man page
block() { # the Nth literal block of the examples
	awk -v wanted="$1" '/^\.Sh/ { in_it = /EXAMPLES/ } in_it && /^\.Bd/ { n++; next } /^\.Ed/ { n += 0.5 } in_it && n == wanted' \
		data/man/indikator.3 | sed -e 's/\\e/\\/g' -e 's/\\&//g'
}
block 1 >"$work/example.c"
block 2.5 >"$work/command"
block 4 >"$work/output"
grep -q 'pkg-config --cflags --libs indikator' "$work/command" || fail 'the man page compiles its example by another command'
try() { # try NAME COMPILER...: compiles, runs, compares
	name=$1
	shift
	"$@" || { fail "the example does not compile: $name"; return; }
	LD_LIBRARY_PATH=$dest/usr/lib "$work/example" >"$work/printed" || fail "the example fails: $name"
	diff "$work/output" "$work/printed" || fail "the example prints otherwise (>) than the man page says (<): $name"
	rm -f "$work/example"
}
strict='-std=c11 -Wall -Wextra -Wpedantic -Werror'
try shared $cc $strict -o "$work/example" "$work/example.c" $flags
try 'static library' $cc $strict -o "$work/example" "$work/example.c" $(pkg-config --cflags indikator) "$dest/usr/lib/libindikator.a"
try 'all static' $cc $strict -static -o "$work/example" "$work/example.c" $(pkg-config --static --cflags --libs indikator)

# ---- the same from C++, which has no designated array elements
cat >"$work/program.cc" <<-.
	#include <indikator.h>
	int main()
	{
		indikator_data data = indikator_data();
		indikator_place place = indikator_place();
		indikator_error error;
		place.code = "90";
		place.kind = INDIKATOR_REGION;
		place.parent = -1;
		data.places = &place;
		data.places_count = 1;
		indikator_set *set = indikator_set_new(&data, &error);
		bool found = set && indikator_find_place(set, "90") == 0;
		indikator_set_free(&set);
		return found ? 0 : 1;
	}
.
for how in "$flags" "$(pkg-config --cflags indikator) $dest/usr/lib/libindikator.a"; do
	$cc -x c++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -c -o "$work/program.o" "$work/program.cc" $(pkg-config --cflags indikator) &&
		$cc -o "$work/program" "$work/program.o" $how && LD_LIBRARY_PATH=$dest/usr/lib "$work/program" || fail 'a C++ program does not work'
done

if command -v mandoc >/dev/null 2>&1; then
	mandoc -T lint -W style data/man/indikator.3 || fail 'mandoc finds fault with the man page'
fi
exit $bad
