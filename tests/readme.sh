#!/bin/sh
# Puts golden screens into the README and the guide: the block of text under a line <!-- skärm: NAME --> becomes tests/golden/NAME.txt.
for page in README.md data/handbok/handbok.md; do
	awk '
		/^<!-- skärm: / { golden = "tests/golden/" $3 ".txt" }
		/^```text$/ && golden { print; while ((getline line < golden) > 0) print line; close(golden); golden = ""; inside = 1; next }
		inside && /^```$/ { inside = 0 }
		!inside { print }' $page >$page.new && mv $page.new $page
done
