# Puts `to` in the place of `from`, which must stand in the file exactly once; otherwise says how often and fails.
# Both with the escapes of awk: \n, \t and \\.
{ all = all $0 "\n" }
END {
	n = 0
	rest = all
	while ((at = index(rest, from)) > 0) {
		n++
		rest = substr(rest, at + length(from))
	}
	if (n != 1) {
		print FILENAME " has, " n " times instead of once, what a row of tests/mutationer.tsv takes away: " from > "/dev/stderr"
		exit 1
	}
	at = index(all, from)
	printf "%s%s%s", substr(all, 1, at - 1), to, substr(all, at + length(from))
}
