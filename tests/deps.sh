#!/bin/sh
# Installs the Debian packages given that are missing, when root or sudo can; otherwise one sentence names them.
missing=
for p in "$@"; do
	if command -v dpkg-query >/dev/null 2>&1; then
		dpkg-query -W -f='${Status}\n' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
	fi
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ]; then
	become=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
	become=sudo
else
	echo "Det saknas paket som du behöver be den som sköter datorn installera:$missing" >&2
	exit 2
fi
echo "Installerar:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
{ $become apt-get update -qq && $become apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 || {
	echo "apt-get kunde inte installera:$missing. Kontrollera nätet, eller installera dem för hand." >&2
	exit 3
}
