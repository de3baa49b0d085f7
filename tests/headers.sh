#!/bin/sh
# Every public header compiles alone, and indikator.h also as C++ reads C.
bad=0
for h in include/indikator.h include/radsbord/*/*.h; do
	printf '#include "%s"\n' "${h#include/}" | ${CC:-cc} -std=c11 -D_GNU_SOURCE -Iinclude -Wall -Wextra -Werror -x c -fsyntax-only - || bad=1
done
exit $bad
