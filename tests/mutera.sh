#!/bin/sh
# Takes each promise away, one at a time, and sees that its test turns red: mutera.sh BUILD [PATTERN].
# The rows of tests/mutationer.tsv that match the pattern are carried out in a copy of the tree, never in the tree itself.
# A row that no test notices has survived: the test is to be sharpened.
tab=$(printf '\t')

# In a copy: mutera.sh --worker COPY ROWS RESULT
if [ "$1" = --worker ]; then
	rows=$3 result=$4
	cd "$2" || exit 3
	# Runs a test program; true when the named test is passed.
	passes() { timeout 300 tests/run.sh --bare build "build/tests/${1%%:*}" >log 2>&1; LC_ALL=C grep -q "^\[ *OK \] ${1#*:}\$" log; }
	make_test() { make -s build/radsbord build/demo "build/tests/${1%%:*}" >log 2>&1; }
	last=
	while IFS="$tab" read -r test file from to; do
		[ "${test%%:*}" = "$last" ] || { make_test "$test" && passes "$test" && cp log green; last=${test%%:*}; }
		if ! grep -q "^\[ *OK \] ${test#*:}\$" green 2>/dev/null; then
			echo "fel${tab}$test är inte grönt utan ändringen" >>"$result"
			continue
		fi
		cp -p "$file" whole
		if ! LC_ALL=C awk -v from="$from" -v to="$to" -f tests/mutera.awk whole >"$file" 2>log; then
			echo "fel${tab}$test: $file: $(tail -1 log)" >>"$result"
		elif ! make_test "$test"; then
			echo "fel${tab}$test: $file med ”$to” kompilerar inte: $(grep -m 1 'error' log)" >>"$result"
		elif passes "$test"; then
			echo "överlevde${tab}$test: $file utan ”$from”" >>"$result"
		else
			echo "fångad${tab}$test" >>"$result"
		fi
		cp whole "$file"
	done <"$rows"
	exit 0
fi

build=$1 pattern=${2:-.}
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
: >"$work/result"
grep -e "$pattern" tests/mutationer.tsv | grep -v "^test$tab" | sort -s -t "$tab" -k 1,1 >"$work/all"
workers=$(getconf _NPROCESSORS_ONLN)
for n in $(seq "$workers"); do
	mkdir -p "$work/$n/build"
	git ls-files -z -co --exclude-standard | xargs -0 cp -p --parents -t "$work/$n" 2>/dev/null
	[ ! -d "$build/src" ] || cp -a "$build/src" "$build/tests" "$build"/*.a "$build"/*.o "$build/radsbord" "$build/prefix" "$work/$n/build" 2>/dev/null
	# All rows of a test program go to the same one, which builds it once.
	awk -F : -v n="$n" -v of="$workers" '$1 != last { last = $1; i++ } i % of == n - 1' "$work/all" >"$work/rows$n"
	"$0" --worker "$work/$n" "$work/rows$n" "$work/result" &
done
wait
grep -v "^fångad" "$work/result"
count() { grep -c "^$1$tab" "$work/result"; }
echo "mutera: $(count fångad) fångade, $(count överlevde) överlevde, $(count fel) fel"
[ "$(count fångad)" = "$(wc -l <"$work/all")" ]
