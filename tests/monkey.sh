#!/bin/sh
# Monkeys from ever new seeds for a time: monkey.sh BUILD VARIANT SECONDS. What fails is told with its seed.
build=$1 variant=$2
end=$(($(date +%s) + $3))
seed=$(date +%s) monkeys=0
while [ "$(date +%s)" -lt "$end" ]; do
	RADSBORD_MONKEY_STEPS=2000 RADSBORD_MONKEY_SEED=$seed tests/run.sh "$build" "$variant" "$build/tests/e2e/test_monkey" >"$build/monkey.log" 2>&1 || {
		cat "$build/monkey.log"
		echo "monkey: failed with RADSBORD_MONKEY_SEED=$seed RADSBORD_MONKEY_STEPS=2000"
		exit 1
	}
	seed=$((seed + 1)) monkeys=$((monkeys + 1))
done
echo "monkey: $monkeys passed, 0 failed"
