#!/bin/sh
# Runs the test programs given, from the root of the project: run.sh BUILD VARIANT PROGRAM...
# As many at once as there are processors, each in a scrubbed environment with a home and a temporary folder of its own.
# The last line counts programs and structure tests: "N passed, N failed".
# run.sh --bare BUILD PROGRAM runs one, with what it prints.
# $2 in the environment of a test, with the folder $3 as its own; it is a program, or a script with its arguments.
run_test() {
	env -i PATH="$PATH" HOME="$3" TMPDIR="$3" XDG_STATE_HOME="$3/state" TZ=UTC LC_ALL=C.UTF-8 TERM=xterm-256color \
		ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1 \
		RADSBORD_BUILD="$1" RADSBORD_PROGRAM="$PWD/$1/radsbord" RADSBORD_DEMO="$PWD/$1/demo" RADSBORD_SOURCE="$PWD" \
		RADSBORD_TESTS="$PWD/tests" RADSBORD_GOLDEN="$RADSBORD_GOLDEN" \
		RADSBORD_MONKEY_STEPS="$RADSBORD_MONKEY_STEPS" RADSBORD_MONKEY_SEED="$RADSBORD_MONKEY_SEED" \
		RADSBORD_TORTURE="$RADSBORD_TORTURE" $2
}
if [ "$1" = --bare ]; then
	own=$(mktemp -d) || exit 3
	run_test "$2" "$3" "$own"
	status=$?
	rm -rf "$own"
	exit $status
fi
if [ "$1" = --one ]; then
	build=$2 work=$3 test=$4
	own=$(mktemp -d "$work/XXXXXX") || exit 3
	if run_test "$build" "$test" "$own" >"$own/log" 2>&1; then
		: >"$own.passed"
	else
		{
			echo "--- $test failed"
			grep -v '^\[ *\(RUN\|OK\) *\]' "$own/log" | head -60
		} >"$own.failed"
	fi
	rm -rf "$own"
	exit 0
fi
build=$1 variant=$2
shift 2
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
{
	[ "$RADSBORD_GOLDEN" = write ] || {
		echo tests/layers.sh
		echo "tests/purity.sh $build"
		echo tests/headers.sh
		echo tests/lofte.sh
		echo tests/sprak.sh
		echo "tests/library.sh $build $variant"
		echo "tests/install.sh $build $variant"
	}
	printf '%s\n' "$@"
} | xargs -P "$(getconf _NPROCESSORS_ONLN)" -d '\n' -n 1 "$0" --one "$build" "$work"
cat "$work"/*.failed 2>/dev/null
count() { ls "$work" | grep -c "\.$1\$"; }
failed=$(count failed)
echo "$variant: $(count passed) passed, $failed failed"
[ "$failed" = 0 ]
