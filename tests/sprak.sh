#!/bin/sh
# Every text that the sources mark has its translation in every catalogue, with the same directives of printf; none is unfinished, and
# no catalogue has a text that is no longer there. `make po` gathers what is missing.
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
bad=0
data/sprak/po.sh --mall >"$work/mall.pot" || exit 1
for po in data/sprak/*.po; do
	msgfmt --check-format --check-domain -o /dev/null "$po" 2>"$work/log" || { cat "$work/log"; bad=1; }
	msgcmp "$po" "$work/mall.pot" 2>"$work/log" || { head -40 "$work/log"; echo "$po lacks texts: make po, and say them"; bad=1; }
	msgmerge --quiet --no-fuzzy-matching -o "$work/po" "$po" "$work/mall.pot"
	msgattrib --only-obsolete --no-wrap "$work/po" 2>/dev/null | grep '^#~ msgid "..*' >"$work/log" && { cat "$work/log"; echo "$po has texts that are no longer there: make po"; bad=1; }
done
exit $bad
