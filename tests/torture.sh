#!/bin/sh
# The long tests for some seconds, a third of them each: the data layer, the fuzzers, the monkey. The last line counts.
log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT
third=$(($1 / 3))
status=0
run() { CI=1 make --no-print-directory -s "$1" VARIANT="$2" TID=$third 2>&1 || echo "$1: stopped"; }
{
	run torture-lager gcc
	run torture-fuzz fuzz
	run torture-monkey asan
} | tee "$log"
grep -q ': stopped$' "$log" && status=1
echo "torture: $(sed -n 's/^\(lager\|fuzz\|monkey\): \([0-9]* passed, [0-9]* failed\)$/\1 \2/p' "$log" | paste -sd ';' | sed 's/;/; /g')"
exit $status
