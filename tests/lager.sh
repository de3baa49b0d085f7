#!/bin/sh
# The data layer for a time: lager.sh BUILD VARIANT SECONDS. First, once, every state that a power cut can leave and a kill at
# every system call; then processes that are stopped and killed, and random steps, from ever new seeds. What fails is told with
# its seed.
build=$1 variant=$2
end=$(($(date +%s) + $3))
seed=$(date +%s) passed=0 failed=0
try() {
	if RADSBORD_TORTURE=$seed tests/run.sh --bare "$build" "$build/tests/$1" >"$build/lager.log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		grep -v '^\[ *\(RUN\|OK\) *\]' "$build/lager.log" | head -60
		echo "$1: failed with RADSBORD_TORTURE=$seed"
	fi
}
for test in store/test_crash store/test_folder_sweep cli/test_killed; do
	try $test
done
while [ "$failed" = 0 ] && { [ "$(date +%s)" -lt "$end" ] || [ "$passed" -lt 5 ]; }; do
	try store/test_processes
	try app/test_session_random
	seed=$((seed + 1))
done
echo "lager: $passed passed, $failed failed"
[ "$failed" = 0 ]
