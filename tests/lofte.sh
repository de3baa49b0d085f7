#!/bin/sh
# tests/lofte.tsv: every promise of the data layer names a test that is there and is run. I1-I12 are the invariants.
bad=0
tab=$(printf '\t')
while IFS="$tab" read -r rule text test; do
	[ "$rule" = regel ] && continue
	file=tests/${test%%:*}.c
	name=${test#*:}
	[ -n "$text" ] || { echo "$rule: $test says nothing"; bad=1; }
	[ -f "$file" ] || { echo "$rule: $file is not there"; bad=1; continue; }
	grep -q "^static void $name(void \*\*state)" "$file" && grep -Eq "(TEST|cmocka_unit_test[a-z_]*)\($name[,)]" "$file" ||
		{ echo "$rule: $file has no test $name that is run"; bad=1; }
done <tests/lofte.tsv
for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
	grep -q "^I$n$tab" tests/lofte.tsv || { echo "I$n has no test"; bad=1; }
done
exit $bad
