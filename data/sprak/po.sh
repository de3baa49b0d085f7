#!/bin/sh
# Gathers what the sources mark as text of the interface (include/radsbord/base/language.h):
#	po.sh             into the catalogues: new texts come in without a translation, texts that are no longer there go
#	po.sh --mall      to stdout, as a template
# The sentences of the engine, which marks nothing, are those that engine_check_fail is given, and what a step is called those that
# changes_title is given (language_repeat says them).
# Run from the root of the project.
set -eu
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What the indicators are called and what they say, as lines of C: the program looks them up where it shows them.
sed -n 's/^\(titel\|kort\|definition\|sager_inte\|enhet\|avstand_enhet\|avstand_kort\|las_hogt\|las_lagt\) *= *"\{0,1\}\([^"]*\)"\{0,1\}$/\/* xgettext:no-c-format *\/ N_("\2")/p' \
	config/indikatorer.ini >"$work/indikatorer.c"
{ find src include -name '*.[ch]' | sort; echo "$work/indikatorer.c"; } | xgettext --files-from=- --language=C --from-code=UTF-8 --no-location --no-wrap --sort-output \
	--add-comments=sprak: --keyword --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=CN_:1c,2 --keyword=engine_check_fail:2 --keyword=changes_title:2 --flag=_:1:pass-c-format \
	--flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format --flag=CN_:2:pass-c-format --flag=error_set:3:c-format --flag=buf_printf:2:c-format \
	--package-name=radsbord -o "$work/mall.pot"
sed -i 's/charset=CHARSET/charset=UTF-8/' "$work/mall.pot"
if [ "${1-}" = --mall ]; then
	cat "$work/mall.pot"
	exit
fi
for po in data/sprak/*.po; do
	msgmerge --quiet --no-fuzzy-matching --no-location --no-wrap --sort-output -o "$work/po" "$po" "$work/mall.pot"
	msgattrib --no-obsolete --no-wrap --sort-output "$work/po" | grep -v '^"POT-Creation-Date' >"$po"
	printf '%s: ' "$po" && msgfmt --statistics -o /dev/null "$po"
done
