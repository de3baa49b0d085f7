#!/bin/sh
# Includes run only the way the house is built (README, "The house"); curses is in src/ui/screen.c alone.
allowed() {
	case $1 in
	base) echo 'base' ;;
	engine) echo 'base engine' ;;
	council) echo 'base council' ;;
	store) echo 'base engine council store' ;;
	report) echo 'base engine council report' ;;
	app) echo 'base engine council store report app' ;;
	ui) echo 'base ui app/command.h' ;;
	pane) echo 'base engine council report app ui pane' ;;
	cli) echo 'base engine council store report app ui pane cli' ;;
	esac
}
bad=0
for m in base engine council store report app ui pane cli; do
	may=$(allowed $m)
	for f in src/$m/*.[ch] include/radsbord/$m/*.h; do
		[ -f "$f" ] || continue
		sed -n 's/^ *# *include *"\([^"]*\)".*/\1/p' "$f" | while read -r inc; do
			case $inc in
			indikator.h) to=engine ;;
			radsbord/*) to=${inc#radsbord/}; to=${to%%/*} ;;
			*/*) to=${inc%%/*} ;;
			*) continue ;; # a neighbour's internal header
			esac
			ok=0
			for a in $may; do
				[ "$a" = "$to" ] && ok=1
				[ "radsbord/$a" = "$inc" ] && ok=1
			done
			[ $ok = 1 ] || { echo "$f includes $inc: $m may not include $to"; exit 1; }
		done || bad=1
	done
done
if grep -lE '#[ ]*include *<(n?cursesw?|panel|form|menu|term)(/|\.h)' $(find src include -name '*.[ch]') | grep -v '^src/ui/screen\.c$'; then
	echo 'curses outside src/ui/screen.c'
	bad=1
fi
# Nothing in a council folder can name a command: the user's own editor, out of the environment, is started in src/ui/editor.c, without a
# shell, and nothing else is. And no pattern of a user's is compiled.
if grep -nE '(^|[^_a-z0-9])(system|popen|posix_spawnp?|exec(l|le|lp|v|ve|vp|vpe)|fexecve|regcomp|wordexp|dlopen)[[:space:]]*\(' $(find src -name '*.[ch]') |
	grep -v '^src/ui/editor\.c:[0-9]*:.*[^_a-z0-9]execvp(words\[0\], words);'; then
	echo 'a command or a regular expression in src'
	bad=1
fi
exit $bad
