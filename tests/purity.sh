#!/bin/sh
# The engine needs no clock, file, environment, locale or output: only memory, strings and snprintf. And it shows indikator_* only.
lib=$1/libindikator.a
bad=$(nm -u "$lib" | sed -n 's/^ *[Uw] //p' | sed 's/@.*//' | sort -u |
	grep -vE '^(__asan_|__ubsan_|__sanitizer_|__lsan_|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_|__start_asan|__stop_asan|___asan_|_ITM_|__gmon|__cxa_)' |
	grep -vxE 'malloc|calloc|realloc|free|abort|qsort|bsearch|mem(cpy|move|set|cmp|chr)|str(len|cmp|ncmp|chr|rchr|str|nlen|cpy|pbrk|spn|cspn)|v?snprintf|__v?snprintf_chk|__(mem(cpy|move|set)|str(cpy|cat))_chk|__(u?div|u?mod|mul)ti3|__u?divmodti4|__assert_fail|__muloti4|bcmp|__ctype_b_loc')
[ -z "$bad" ] || { echo "the engine needs: $bad"; exit 1; }
shown=$(nm -g --defined-only "$lib" | awk 'NF == 3 { print $3 }' | grep -v '^indikator_' | grep -vE '^(__|_?_?asan|_?_?odr)')
[ -z "$shown" ] || { echo "the engine shows: $shown"; exit 1; }
