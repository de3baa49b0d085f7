#!/bin/bash
# The portable tarball, unpacked in an empty folder that the program runs in as its root: no library, no terminfo, no locale, no
# other program: portabel.sh BUILD FILE.tar.gz
# The last line is "portabel: N passed, N failed".
build=$1 tarball=$PWD/$2
# In a mount namespace of its own, as root there.
[ -n "$RADSBORD_APART" ] || RADSBORD_APART=1 exec unshare $([ "$(id -u)" = 0 ] || echo -r) -m -p -f "$0" "$@"
work=$(mktemp -d) || exit 3
root=$work/rot
trap 'umount "$root/proc" 2>/dev/null; rm -rf --one-file-system "$work"' EXIT
passed=0 failed=0
check() { # check WHAT COMMAND...
	what=$1
	shift
	if "$@" >"$work/log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "--- $what failed"
		head -40 "$work/log"
	fi
}
says() { # says TEXT COMMAND...
	text=$1
	shift
	"$@" >"$work/said" 2>&1 && grep -qF -- "$text" "$work/said" || { cat "$work/said"; false; }
}

mkdir -p "$root/proc" "$root/tmp" "$root/hem"
name=$(basename "$tarball" .tar.gz)
here=/$name/bin/radsbord
check 'the checksum of the tarball' sh -c "cd '$(dirname "$tarball")' && sha256sum -c --quiet '$name.tar.gz.sha256'"
check 'unpacking' tar -xzf "$tarball" -C "$root" --no-same-owner
check 'all lies in one folder' test "$(tar -tzf "$tarball" | cut -d / -f 1 | sort -u)" = "$name"
check 'the checksums of what is inside' sh -c "cd '$root/$name' && sha256sum -c --quiet SHA256SUMS"
check 'every file has a checksum' sh -c "cd '$root/$name' && find . -type f ! -name SHA256SUMS | sed 's:^./::' | sort >'$work/a' &&
	cut -c 67- SHA256SUMS | sort | diff '$work/a' -"
check 'the list for people names every file' sh -c "cd '$root/$name' && cut -c 67- SHA256SUMS | grep -v -e INNEHALL -e spdx | while read -r f; do
	grep -q \"\$(sha256sum <\"\$f\" | cut -c 1-64) .* \$f\$\" INNEHALL.txt && grep -q \"FileName: ./\$f\$\" radsbord.spdx || { echo \"\$f\"; exit 1; }; done"
check 'the program is static' sh -c "! readelf -d '$root$here' 2>/dev/null | grep NEEDED && ! readelf -l '$root$here' | grep INTERP"
: >"$work/start"
mount -t proc proc "$root/proc" || echo 'no /proc could be mounted in the root'

in_root() { env -i HOME=/hem "$@"; }
run() { in_root /usr/sbin/chroot "$root" "$here" "$@"; }
check 'every library is named, with version and licence' sh -c "cd '$root/$name' && env -i bin/radsbord --version | sed -n 's/^bibliotek: //p' |
	tr -d ' ' | tr ',' '\n' | sed 's/ncursesw/ncurses/' | while read -r l; do
	grep -q \"^  \$l  *[0-9]\" INNEHALL.txt && grep -q \"^PackageName: \$l\$\" radsbord.spdx && test -s licenser/\$l.txt || { echo \"\$l\"; exit 1; }; done"
check '--version' says 'musl' run --version
check 'oversikt' says 'Vårdplatser per 100 000' run oversikt Kronoberg
check 'forklara names its own data' says "/$name/share/radsbord/sverige/" run forklara Kronoberg vardplatser_100k
check 'a locale that is nowhere' says 'Vårdplatser per 100 000' in_root LANG=sv_SE.UTF-8 LC_ALL=sv_SE.UTF-8 /usr/sbin/chroot "$root" "$here" oversikt Kronoberg
check 'kontroll' says 'Inga fel.' run kontroll
check 'the guide' says 'Det finns ännu inget Windowsprogram.' run handbok
check 'a Word file' run rapport regionrapport Skåne -o /hem/skåne.docx
check 'an Excel file' run exportera xlsx -o /hem/tabeller.xlsx
check 'both are sound' sh -c "unzip -tq '$root/hem/skåne.docx' && unzip -tq '$root/hem/tabeller.xlsx'"
for term in xterm-256color xterm linux putty screen tmux-256color vt220 okand-terminal; do
	check "the panes with TERM=$term" "$build/panes" 'Södermanland' HOME=/hem TERM=$term LC_ALL TZ /usr/sbin/chroot "$root" "$here" ovning
done
check 'nothing was written but at home' sh -c "cd '$root' && ! find . -xdev -newer '$work/start' -type f ! -path './hem/*' | grep . && cd '$name' && sha256sum -c --quiet SHA256SUMS"
echo "portabel: $passed passed, $failed failed"
[ "$failed" = 0 ]
