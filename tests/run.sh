#!/bin/sh
# Runs the test programs given, from the root of the project, in a scrubbed environment: run.sh BUILD VARIANT PROGRAM...
# The last line counts programs and structure tests: "N passed, N failed".
build=$1 variant=$2
shift 2
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
run() {
	name=$1
	shift
	if env -i PATH="$PATH" HOME="$work" TMPDIR="$work" XDG_STATE_HOME="$work/state" TZ=UTC LC_ALL=C.UTF-8 TERM=xterm-256color \
		ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1 \
		RADSBORD_BUILD="$build" RADSBORD_PROGRAM="$PWD/$build/radsbord" RADSBORD_DEMO="$PWD/$build/demo" RADSBORD_SOURCE="$PWD" \
		RADSBORD_TESTS="$PWD/tests" RADSBORD_GOLDEN="$RADSBORD_GOLDEN" "$@" >"$work/log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "--- $name failed"
		grep -v '^\[ *\(RUN\|OK\) *\]' "$work/log" | head -60
	fi
}
[ "$RADSBORD_GOLDEN" = write ] || {
	run layers tests/layers.sh
	run purity tests/purity.sh "$build"
	run headers tests/headers.sh
	run library tests/library.sh "$build" "$variant"
}
for t in "$@"; do
	run "$t" "$t"
done
echo "$variant: $passed passed, $failed failed"
[ "$failed" = 0 ]
