#!/bin/sh
# Runs fuzzers from their corpora, with a fixed seed: fuzz.sh BUILD LIMIT NAME..., LIMIT an option of libFuzzer's.
# What it finds stays in BUILD/found-NAME-*; put it in tests/fuzz/NAME once it is understood.
build=$1 limit=$2
shift 2
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for name in "$@"; do
	mkdir "$work/$name"
	if "$build/fuzz_$name" "$limit" -seed=1 -max_len=4096 -timeout=20 -rss_limit_mb=1024 -artifact_prefix="$build/found-$name-" \
		"$work/$name" "tests/fuzz/$name" >"$work/log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "--- fuzz_$name failed"
		tail -40 "$work/log"
	fi
done
echo "fuzz: $passed passed, $failed failed"
[ "$failed" = 0 ]
