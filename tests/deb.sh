#!/bin/bash
# The Debian package: judged by lintian, installed by dpkg in a root of its own, run there: deb.sh BUILD FILE.deb tom|debian
#	tom     an empty folder with the files of the packages it depends on, of this machine, and nothing else; no network
#	debian  a Debian 12 fresh from the mirror (debootstrap, the smallest), where apt-get installs it
# The last line is "deb: N passed, N failed".
build=$1 deb=$PWD/$2 how=$3
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
in_root() { env -i HOME=/root PATH=/usr/bin:/bin LC_ALL=C.UTF-8 /usr/sbin/chroot "$root" "$@"; }
says() { # says TEXT COMMAND...
	text=$1
	shift
	"$@" >"$work/said" 2>&1 && grep -qF -- "$text" "$work/said" || { cat "$work/said"; false; }
}

# ---- roots
depends() { # the packages that a control file's lines of dependencies name; of alternatives the one that is here
	tr ',' '\n' | sed -e 's/([^)]*)//g' -e 's/:any//g' | while IFS='|' read -r -a any; do
		for p in "${any[@]}"; do
			p=${p// /}
			[ -n "$p" ] && dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'ok installed' && echo "$p" && break
		done
	done
}
empty_root() {
	# The libraries, and of what every Debian has (Essential) the terminals and the locale C.UTF-8.
	{ dpkg-deb -f "$deb" Depends | depends; echo ncurses-base; echo libc-bin; } | sort -u >"$work/packages"
	while :; do
		{ cat "$work/packages"; xargs dpkg-query -W -f='${Depends}\n${Pre-Depends}\n' <"$work/packages" | depends; } | sort -u >"$work/more"
		cmp -s "$work/packages" "$work/more" && break
		mv "$work/more" "$work/packages"
	done
	mkdir -p "$root/root" "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
	for d in bin sbin lib lib64; do
		[ ! -L /$d ] || { mkdir -p "$root/usr/$d" && ln -s "usr/$d" "$root/$d"; }
	done
	xargs dpkg-query -L <"$work/packages" | sort -u | while read -r f; do
		[ -d "$f" ] && [ ! -L "$f" ] || case $f in /usr/share/doc/*) ;; /*) echo "$f" ;; esac
	done >"$work/files"
	tar -C / -cf - --no-recursion -T <(sed 's:^/::' "$work/files") 2>/dev/null | tar -xf - -C "$root" --keep-directory-symlink
	xargs dpkg-query -s <"$work/packages" >"$root/var/lib/dpkg/status"
	: >"$root/var/lib/dpkg/available"
	dpkg --root="$root" --install "$deb"
}
debian_root() {
	debootstrap --variant=minbase bookworm "$root" && cp "$deb" "$root/radsbord.deb" &&
		env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot "$root" \
			apt-get install -y --no-install-recommends /radsbord.deb
}

check 'lintian' lintian --allow-root --pedantic --display-info --fail-on error,warning,info,pedantic "$deb"
case $how in
tom) check 'installing in an empty root with what it depends on' empty_root ;;
debian) check 'installing in a fresh Debian 12' debian_root ;;
esac
mkdir -p "$root/proc" && mount -t proc proc "$root/proc" || echo 'no /proc could be mounted in the root'
check 'the package counts as installed' says 'install ok installed' dpkg-query --admindir="$root/var/lib/dpkg" -W -f='${Status}' radsbord
check 'its files are those of its checksums' sh -c "cd '$root' && md5sum -c --quiet var/lib/dpkg/info/radsbord.md5sums"
check '--version' says 'bibliotek: ncursesw, iniparser, utf8proc, libzip, libxlsxwriter' in_root /usr/bin/radsbord --version
check 'oversikt Kronoberg' says 'Kronoberg' in_root /usr/bin/radsbord oversikt Kronoberg
check 'forklara names the installed data' says '/usr/share/radsbord/sverige/' in_root /usr/bin/radsbord forklara Kronoberg vardplatser_100k
check 'kontroll' says 'Inga fel.' in_root /usr/bin/radsbord kontroll
check 'the guide' says 'Det finns ännu inget Windowsprogram.' in_root /usr/bin/radsbord handbok
check 'a Word file' in_root /usr/bin/radsbord rapport regionrapport Skåne -o /root/skåne.docx
check 'an Excel file' in_root /usr/bin/radsbord exportera xlsx -o /root/skåne.xlsx
mkdir -p "$root/flyttat" && cp "$root/usr/bin/radsbord" "$root/flyttat/radsbord"
check 'the data where it was built for, from a program lying elsewhere' says 'Kronoberg' in_root /flyttat/radsbord oversikt Kronoberg
check 'the panes' "$build/panes" 'Södermanland' HOME=/root TERM=xterm-256color /usr/sbin/chroot "$root" /usr/bin/radsbord ovning
check 'removing it' dpkg --root="$root" --purge radsbord
check 'nothing of it is left' sh -c "! find '$root/usr' -path '*radsbord*' | grep ."
echo "deb: $passed passed, $failed failed"
[ "$failed" = 0 ]
