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
# tests/mutationer.tsv: for each row one change that takes the promise away (make mutera carries them out), still to be made.
tail -n +2 tests/lofte.tsv | cut -f 3 | sort | uniq -c | while read -r count test; do
	[ "$(cut -f 1 tests/mutationer.tsv | grep -cxF "$test")" -ge "$count" ] ||
		{ echo "$test: no row in tests/mutationer.tsv takes away what it shows"; exit 1; }
done || bad=1
while IFS="$tab" read -r test file from to; do
	[ "$test" = test ] && continue
	grep -q "$tab$test\$" tests/lofte.tsv || { echo "tests/mutationer.tsv: $test is not in tests/lofte.tsv"; bad=1; }
	LC_ALL=C awk -v from="$from" -v to="$to" -f tests/mutera.awk "$file" >/dev/null || bad=1
done <tests/mutationer.tsv
for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
	grep -q "^I$n$tab" tests/lofte.tsv || { echo "I$n has no test"; bad=1; }
done
exit $bad
