#!/bin/sh
# Puts the golden overview into the README, between the lines of its code block.
awk -v golden=tests/golden/oversikt-80x24.txt '
	/^```text$/ { print; while ((getline line < golden) > 0) print line; inside = 1; next }
	inside && /^```$/ { inside = 0 }
	!inside { print }' README.md > README.md.new && mv README.md.new README.md
